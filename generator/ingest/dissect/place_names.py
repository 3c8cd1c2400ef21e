"""Whether a text is the name of a place: a known one, or one by its form.

Not for places in running text (generator.ingest.tagging finds those, from the vocabulary).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.text.arabic import is_arabic
from generator.text.word_sets import word_set

OUTLETS_TOO = word_set("عمان الرياض القدس المدينه مكه فلسطين المغرب")  # places by the names of which papers go
UPPER_PLACE = re.compile(r"(?:[A-Z][A-Z.'’\-]+|[A-Z]\.(?:[A-Z]\.)+)(?:[ ,/]+(?:[A-Z][A-Za-z.'’\-]+|[A-Z]\.)){0,4}")
_TITLE_PLACE = re.compile(r"[A-Z][\w.'’\-]+(?:(?:,? | (?:of|al|de|la|el|ash|as|ad|am|el)[ -])[A-Z][\w.'’\-]+){0,3}")
_NO_PLACE_AR = word_set(
    "قال قالت اكد اكدت اعلن اعلنت اضاف اضافت ذكر ذكرت كشف كشفت راي رات افاد افادت قتل اصيب بحث ناقش شهد شهدت "
    "دعا دعت طالب طالبت نفي نفت وصل وصلت بدا بدات في من علي الي عن مع ان هذا هذه كما لكن بعد قبل منذ خلال ثم "
    "قد لقد لم لن لا ما هل كان كانت هو هي هناك رغم اذا عندما بينما فيما حيث حول ضد كل بعض نعم سوءال جواب س ج "
    "ملاحظه ملحوظه اولا ثانيا ثالثا رابعا خامسا متابعه متابعات وكالات تقرير رصد اعداد النسخه اخيرا السوءال "
    "امس اليوم غدا الان الجواب تنويه تحديث عاجل خاص يذكر يشار تصوير كتب كتبت بقلم المصدر ترجمه"
)
_ARABIC_PLACE = re.compile(r"[\u0621-\u0652\u0670-\u06d3]+(?: [\u0621-\u0652\u0670-\u06d3]+){0,3}")


def is_place(text: str, known: Known) -> bool:
    """Whether a text has the form of a place's name, or is a known one."""
    words = text.split()
    if not 1 <= len(words) <= 5 or re.search(r"[0-9٠-٩؟?!«»“”\"()\[\]]", text):
        return False
    if key_of(text) in known.places:
        return True
    if "،" in text:  # «عمّان، الأردن»
        return all(key_of(part) in known.places for part in text.split("،"))
    if is_arabic(text):
        is_outlet = key_of(text) in known.outlets and key_of(text) not in OUTLETS_TOO
        if is_outlet or key_of(text) in RUBRICS:
            return False
        first = key_of(words[0])
        looks_like_prose = first in _NO_PLACE_AR or (first.startswith("و") and first[1:] in _NO_PLACE_AR)
        return len(words) <= 3 and not looks_like_prose and _ARABIC_PLACE.fullmatch(text) is not None
    return UPPER_PLACE.fullmatch(text) is not None or _TITLE_PLACE.fullmatch(text) is not None
