"""Titles of pages that name no article: the outlet's name alone, with its section or issue, or what a page is for.

Not for taking such names off a title that has a headline too (`titles`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.names import is_masthead_like, is_outlet_like
from generator.ingest.readers.pages.strings import words_of
from generator.text.word_sets import word_set

_MOST_OF_OUTLET = 5
_FEWEST_WORDS, _FEWEST_OF_HEADLINE = 3, 5
# Between a headline and a site's name; what is a quotation mark or dash of prose too, only with spaces around it.
SEPARATOR = re.compile(
    r"\s*(?:\||::|•)\s*|_(?=[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,}$)|"
    r"\s+(?:[»«·›<>~:/–—]|-{1,3}|\N{ARABIC TATWEEL})\s+"
)
# What a register calls the kind of a document: `EX-99.1`, "Exhibit 99.1".
_CODE = re.compile(r"(?:[A-Za-z]{1,4}-|[A-Z][a-z]{3,10} )[0-9]{1,4}\.[0-9]{1,3}")
_ADORNED = re.compile(r"\W*(?P<sign>::|\.\.|[-=*~•|]{2})\W*\w[^|:]*\w\W*(?P=sign)\W*")  # `:: The Bay Courier ::`
SECTIONS = word_set(
    "news home article أخبار اخبار الرئيسية الأخبار مقالات رأي opinion politics سياسة رياضة sport sports world "
    "العالم اقتصاد business ثقافة culture محليات منوعات موبايل الجوال mobile"
)
# «السنة 129», «العدد 43312», «8 يوليو 2005».
_OF_ISSUE = re.compile(
    r"(?:ال)?(?:سنة|عدد)\s*(?:رقم\s*)?[0-9٠-٩]{1,6}|(?:issue|vol(?:ume)?|no)\.?\s*[0-9]{1,6}|"
    r"(?:\w+\s+)?[0-9٠-٩]{1,2}\s+\w+\s+[0-9٠-٩]{4}",
    re.IGNORECASE,
)
# What a page is for, or that the site is the one it says: «عرض الخبر», «الموقع الرسمي».
_OF_SITE = re.compile(
    r"(?:عرض|تفاصيل|صفحة|قراءة|محتوى) (?:ال)?(?:خبر|مقال|مقالة|موضوع|مادة)|(?:ال)?تفاصيل|"
    r"(?:ال)?(?:موقع|صفحة|بوابة) (?:ال)?(?:رسمي|رسمية|إلكتروني|الكتروني|إلكترونية|الكترونية)|"
    r"(?:article|news|story) (?:view|details?|page)|(?:view|read) (?:article|news|story)|details?|"
    r"(?:the )?official (?:web ?)?(?:site|page)",
    re.IGNORECASE,
)


def names_no_article(title: str) -> bool:
    """Whether a page's title is no more than an outlet's name, with that of a section at most, a single word, or says
    what the page is for («طباعة»). Which issue of a paper the page belongs to is no part of a name."""
    pieces = [piece.strip() for piece in SEPARATOR.split(title)]
    own = [piece for piece in pieces if not _OF_ISSUE.fullmatch(piece) and not _OF_SITE.fullmatch(piece)]
    if 0 < len(own) < len(pieces):
        title = " | ".join(own[:1] if len(own) == 2 and _is_outlet_and_section(*own) else own)
    parts = [part for part in SEPARATOR.split(title) if part.strip().lower() not in SECTIONS] or [title]
    name = parts[0] if len(parts) != 2 or len(words_of(parts[0])) > 1 else parts[1]  # «نينا | وكالة الأنباء الوطنية»
    is_short = (len(parts) == 1 or name is not parts[0]) and len(words_of(name)) <= _MOST_OF_OUTLET
    return (
        len(words_of(parts[0] if len(parts) == 1 else title)) < 2
        or _CODE.fullmatch(title.strip()) is not None
        or (is_boilerplate(title) and not _ends_way_down(pieces))
        or (len(words_of(title)) <= _MOST_OF_OUTLET and _ADORNED.fullmatch(title) is not None)
        or (is_short and (is_masthead_like(name) or is_outlet_like(name)))
    )


def _ends_way_down(pieces: Sequence[str]) -> bool:
    """Whether a title is the way down to its page with the headline last: «جريدة النهر > مناطق > …»."""
    return len(pieces) > 1 and len(words_of(pieces[-1])) >= _FEWEST_OF_HEADLINE


def _is_outlet_and_section(name: str, rest: str) -> bool:
    """Whether two pieces of a title are an outlet's name and one or two words, as names of sections are."""
    return (is_masthead_like(name) or is_outlet_like(name)) and len(words_of(rest)) < _FEWEST_WORDS


def names_little(title: str) -> bool:
    """Whether a page's title is an outlet's name with one or two words, which may be a headline or say what the page
    is: «جريدة النهر - خبر قديم»."""
    pieces = [piece.strip() for piece in SEPARATOR.split(title)]
    return len(pieces) == 2 and (_is_outlet_and_section(*pieces) or _is_outlet_and_section(*reversed(pieces)))
