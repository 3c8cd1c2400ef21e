"""Names of people and outlets in bylines: telling them apart, taking lists of them to pieces.

Not for finding names in running text (generator.ingest.tagging does that, from the vocabulary).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.english_names import (
    FAMILY_NAMES_TOO_EN,
    GIVEN_NAMES_EN,
    NEVER_IN_NAMES_EN,
    WORDS_TOO_EN,
)
from generator.ingest.dissect.lines import ends_with_stop, key_of
from generator.ingest.dissect.name_words import (
    AGENCIES,
    BEHIND_NOUNS,
    DESK_WORDS,
    GIVEN_NAMES,
    NEVER_IN_NAMES,
    NOUNS_TOO,
    OUTLET_WORDS,
    PARTICLES,
    ROLES,
    RUBRICS,
    WAW_NAMES,
)
from generator.model.article import Sureness
from generator.text.arabic import is_arabic

_TITLES = re.compile(r"^(?:د|أ|ا|م|أ\.د|ا\.د|الدكتور|الدكتورة|الأستاذ|dr|prof|mr|mrs|ms)[.\s/]+", re.IGNORECASE)
_ACADEMIC = re.compile(r"^(?:أ\.د|ا\.د|د|أ|م|dr|prof)\. ?", re.IGNORECASE)
_LIST = re.compile(
    r"(?:(?<!\s)\s++)?+[،,;؛&+]\s*+(?!(?:Jr|Sr|II|III|IV)\b)|(?<!\s)\s++(?:/|and|و|et)\s++|(?<=[a-z])/(?=[A-Z])"
)
# What an agency's Arabic desk writes behind the name of whom it lets speak Arabic.
_SERVICE = re.compile(r"\s+(?:ل|في )(?:ل|ال)(?:نشرة|خدمة|طبعة|نسخة) العربية(?!\w)")
_PARTED = re.compile(r"[،,()|/–—ـ]|\s-\s")
# The small word that a family name begins with in Latin letters: `al-Rashidi`, `ash-Shami`, `el-‘Arabi`, `d'Arc`.
_ARTICLE = re.compile(r"(?:[aeu]l|a[dnrstz]|a[dst]h|abu|bou|bin|ben|ibn|d|l)[-–'’‘ʿ]+(?=[^\W\d_])")
_NEWSROOM = ["مركز", "الاخبار"]  # of an agency; the centres of others have names
_BODIES = frozenset({"هيءه", "اسره", "رءاسه", "سكرتاريه"})  # «هيئة التحرير»
# The address or handle at which whoever is named can be reached: `Jane Doe jdoe@courier.example`, `Jane Doe @jdoe`.
_REACHED = re.compile(
    r"(?:(?<=[\w)])\s+[<(\[]?(?:mailto:)?[A-Za-z0-9_.+-]{0,60}|(?<=[\u0621-\u064a]))@[\w.-]{2,60}[>)\]]?(?=\s*$|\s*[|•·,])"
)
_NOT_A_NAME = re.compile(r"[0-9٠-٩۰-۹:؟?!«»“”\"@<>{}\[\]=…|]|https?|www\.|\.com|\.net")
_GENERIC = frozenset({"وكالات", "الوكالات", "متابعات", "متابعه", "خاص", "agencies", "news agencies", "wires"})
_MASTHEAD_FIRST = frozenset({"صحيفه", "جريده", "وكاله", "مجله", "بوابه"})
_MASTHEAD_LAST = frozenset(
    {"نيوز", "برس", "بوست", "تايمز", "observer", "courier", "herald", "tribune", "gazette", "chronicle", "dispatch"}
    | {"telegraph", "times", "newspaper", "monitor", "magazine", "agency"}
)


def is_agency(text: str) -> bool:
    """Whether `text` is the name of a news agency, however its letters are set apart («أ. ف. ب»), or «وكالات»."""
    key = key_of(text)
    return key in AGENCIES or " ".join(key.replace(".", " ").split()) in AGENCIES


def is_generic_credit(text: str) -> bool:
    """Whether `text` credits nobody in particular: «وكالات», «متابعات», "agencies"."""
    return key_of(text) in _GENERIC


def is_masthead_like(text: str) -> bool:
    """Whether a short line is surely an outlet's name: `صحيفة الميناء`, `The Bay Courier`."""
    words = key_of(text).split()
    is_of_place = words[:1] == ["the"] and words[2:3] == ["of"] and words[1] in _MASTHEAD_LAST  # The Times of Malta
    return 2 <= len(words) <= 5 and (words[0] in _MASTHEAD_FIRST or words[-1] in _MASTHEAD_LAST or is_of_place)


def is_outlet_like(text: str) -> bool:
    """Whether `text` names an outlet, an agency or a newsroom and not a person."""
    key = key_of(text)
    words = [w.removeprefix("و") if w.startswith("وو") else w for w in re.split(r"[\s/\-–—]+", key)]
    return key in AGENCIES or any(w in OUTLET_WORDS or w.removeprefix("ال") in OUTLET_WORDS for w in words)


def is_desk(text: str) -> bool:
    """Whether `text` names a desk or the staff of an outlet and neither a person nor the outlet itself: `Our Transport
    Reporter`, too."""
    words = key_of(text).split()
    if len(words) > 1 and words[0] in _BODIES and words[1].removeprefix("ال") == "تحرير":
        return True
    if words == _NEWSROOM:
        return True
    return words[:1] == ["our"] or any(word.removeprefix("ال") in DESK_WORDS for word in words)


def is_role(text: str) -> bool:
    """Whether a line of up to six words says what an author is: `كاتب وباحث سوري`, `Staff Writer`."""
    return has_words_of_role(text) and not ends_with_stop(text)


def has_words_of_role(text: str) -> bool:
    """Whether up to six words begin or end with one for what an author is, whatever sign is behind them."""
    words = key_of(text).split()
    return 0 < len(words) <= 6 and (words[0] in ROLES or words[-1] in ROLES)


def begins_with_role(text: str, longest: int) -> bool:
    """Whether up to `longest` words begin with one for what an author is («صحافي أردني. مراسل الميناء في عمّان.»)."""
    words = text.split()
    return 0 < len(words) <= longest and key_of(words[0]) in ROLES


def names_section(text: str) -> bool:
    """Whether one of the words is that of a section of a site, the article apart."""
    return any(word.removeprefix("ال") in RUBRICS for word in key_of(text).split())


def without_title(name: str) -> str:
    """A name without the title before it («د.», `Dr.`)."""
    return _TITLES.sub("", name.strip())


def without_address(text: str) -> str:
    """A line that names somebody without the address or handle at which they can be reached."""
    return _REACHED.sub("", text)


def is_person_like(text: str) -> bool:
    """Whether `text` has the form of a person's name: one to six words, no digit, no sentence's punctuation."""
    bare = without_title(text)
    words = bare.split()
    if not 1 <= len(words) <= 6 or _NOT_A_NAME.search(bare) or len(bare) > 60:
        return False
    if ends_with_stop(bare) and not bare.endswith("."):
        return False
    if is_arabic(bare):
        return all(len(w) <= 16 and key_of(w) not in NEVER_IN_NAMES for w in words)
    return all(_is_capitalised(w) or w.lower() in PARTICLES or not w[0].isalpha() for w in words)


def _is_capitalised(word: str) -> bool:
    """Whether a word has a capital at its start, or behind the article there (`al-Rashidi`)."""
    article = None if word[0].isupper() else _ARTICLE.match(word)
    return word[article.end() if article else 0].isupper()


def begins_with_given_name(text: str) -> bool:
    """Whether the first word of an Arabic name, its title apart, is a known given name («عبد» counts)."""
    words = without_title(text).split()
    return bool(words) and key_of(words[0]) in GIVEN_NAMES


def _is_named_in_arabic(text: str) -> bool:
    """Whether several words begin with a known given name that is no other word here: one that is a noun too has a
    second given name behind it, and «على» is no «علي»."""
    words = text.split()
    first, *others = (key_of(word) for word in words)
    if first not in GIVEN_NAMES or words[0].endswith("على") or not others or others[0] in BEHIND_NOUNS:
        return False
    if (first, others[0]) == ("رمضان", "كريم"):  # a wish
        return False
    return first not in NOUNS_TOO or any(other in GIVEN_NAMES - NOUNS_TOO for other in others)


def is_unlabelled_byline(text: str, *, by_form: bool = True) -> bool:
    """Whether a line without a label is surely a person's name: a known given name or a title («د.») first, or
    (`by_form`) two to four capitalised English words, none of them one of headings and offices."""
    title = _ACADEMIC.match(text)
    bare = text[title.end() :] if title else text
    words = bare.split()
    if not 2 <= len(words) <= 4 or not is_person_like(text) or is_outlet_like(text) or _PARTED.search(text):
        return False
    if is_arabic(text):
        has_title = title is not None and max(map(len, words)) > 2
        return not is_agency(text) and (has_title or _is_named_in_arabic(bare))
    if sum(map(_is_capitalised, words)) < 2 or not all(re.fullmatch(r"[^\W\d_][\w.'’\-]*", w) for w in words):
        return False
    if title is not None or is_named_in_english(bare):
        return True
    return by_form and not text.isupper() and not any(key_of(word) in NEVER_IN_NAMES_EN for word in words)


def sureness_of_name(name: str) -> Sureness:
    """How sure it is that a line without a label names a person: likely by a known given name, else doubtful."""
    return Sureness.LIKELY if is_unlabelled_byline(name, by_form=False) else Sureness.DOUBTFUL


def is_named_in_english(text: str) -> bool:
    """Whether the first of several English words is a known given name, and none of the others is one of headings."""
    first, *others = (key_of(word) for word in text.split())
    allowed = FAMILY_NAMES_TOO_EN if first not in WORDS_TOO_EN and len(others) == 1 else frozenset()
    return first in GIVEN_NAMES_EN and not any(word in NEVER_IN_NAMES_EN - allowed for word in others)


def split_names(value: str) -> tuple[str, ...]:
    """The single names of a byline, in order: split at commas, slashes and `and`, and at a joined «و» before a name."""
    names = (name.strip(" .:-–—|") for part in _LIST.split(_SERVICE.sub("", value)) for name in _split_waw(part))
    return tuple(dict.fromkeys(name for name in names if name))


def names_service(value: str) -> bool:
    """Whether a byline says for which of an agency's services somebody wrote («للنشرة العربية»): that is no name."""
    return _SERVICE.search(value) is not None


def _split_waw(part: str) -> list[str]:
    """`أحمد علي ومحمد حسن` in two; `وليد سعد` and a single two-word name stay whole."""
    words = part.split()
    names: list[list[str]] = [[]]
    for at, word in enumerate(words):
        if len(names[-1]) >= 2 and len(words) - at >= 2 and _is_joined(word):
            names.append([word[1:]])
        else:
            names[-1].append(word)
    return [" ".join(name) for name in names] if len(names) > 1 else [part]


def _is_joined(word: str) -> bool:
    """Whether a word is a name with «و» written onto it."""
    return word.startswith("و") and len(word) > 3 and key_of(word) not in WAW_NAMES
