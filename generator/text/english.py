"""The light stem of an English word, for matching in search. Not for showing, and not for words of other languages.

The method is Porter's second English stemmer (M. F. Porter, "The English (Porter2) stemming algorithm", 2001), written
here from its published description and made lighter: of its fourth step only -er and -ion are taken off, so that
`important` keeps apart from `import` and `organisation` from `organ`; British spellings are read as American ones.
The tables are data, because the search client in the browser follows the same ones.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Words that the rules would stem wrongly, or whose forms no rule joins.
IRREGULAR = {
    "news": "news", "men": "man", "women": "woman", "children": "child", "wives": "wife", "lives": "life",
    "knives": "knife", "leaves": "leave", "thieves": "thief", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "dying": "die", "lying": "lie", "tying": "tie", "died": "die", "dies": "die", "skis": "ski", "skies": "sky",
    "sky": "sky", "ugly": "ugli", "early": "earli", "only": "onli", "gas": "gas", "gases": "gas", "bus": "bus",
    "buses": "bus", "iraq": "iraq", "texas": "texas", "paris": "paris", "damascus": "damascus", "cyprus": "cyprus",
    "hamas": "hamas", "abbas": "abbas", "laos": "laos", "honduras": "honduras", "athens": "athens", "wales": "wales",
    "brussels": "brussels", "tigris": "tigris", "suez": "suez", "bias": "bias", "atlas": "atlas", "cosmos": "cosmos",
    "andes": "andes", "herring": "herring", "evening": "evening", "canning": "canning", "inning": "inning",
    "proceed": "proceed", "exceed": "exceed", "succeed": "succeed", "was": "was", "has": "has", "his": "his",
    "this": "this", "us": "us", "centre": "center", "centres": "center", "theatre": "theater", "theatres": "theater",
    "metre": "meter", "metres": "meter", "kilometre": "kilometer", "kilometres": "kilometer", "litre": "liter",
    "litres": "liter", "defence": "defens", "defences": "defens", "offence": "offens", "offences": "offens",
    "licence": "licens", "licences": "licens", "programme": "program", "programmes": "program", "programs": "program",
    "cheque": "check", "cheques": "check", "grey": "gray", "tyre": "tire", "tyres": "tire", "plough": "plow",
    "analyses": "analysi", "crises": "crisi", "theses": "thesi", "bases": "base", "diagnoses": "diagnosi",
}  # fmt: skip
# British endings read as American before the steps, longest first.
BRITISH = (
    ("isation", "ization"), ("isations", "izations"), ("organise", "organize"), ("organised", "organized"),
    ("organiser", "organizer"), ("organisers", "organizers"), ("organising", "organizing"),
    ("organises", "organizes"), ("labour", "labor"), ("labours", "labors"), ("harbour", "harbor"),
    ("harbours", "harbors"), ("neighbour", "neighbor"), ("neighbours", "neighbors"), ("neighbouring", "neighboring"),
    ("colour", "color"), ("colours", "colors"), ("honour", "honor"), ("honours", "honors"), ("honoured", "honored"),
    ("favour", "favor"), ("favours", "favors"), ("behaviour", "behavior"), ("rumours", "rumors"),
    ("rumour", "rumor"), ("humour", "humor"), ("travelled", "traveled"), ("travelling", "traveling"),
    ("traveller", "traveler"), ("travellers", "travelers"), ("cancelled", "canceled"), ("cancelling", "canceling"),
)  # fmt: skip
# Beginnings after which the first region starts at once, so that the rest is not mistaken for an ending.
REGION_STARTS = ("gener", "commun", "arsen", "univers", "emerg", "inter", "later", "past")
STEP_2 = (
    ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
    ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"),
    ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"),
    ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
)  # fmt: skip
STEP_3 = (
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
    ("ful", ""), ("ness", ""),
)  # fmt: skip
LI_AFTER = "cdeghkmnrt"
DOUBLED = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")

_REGION = re.compile("[aeiouy][^aeiouy]")
_VOWEL = re.compile("[aeiouy]")
_SHORT_END = re.compile("(?:^|.*[^aeiouy])[aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$")


@lru_cache(maxsize=100_000)
def english_stem(word: str) -> str:
    """The stem of `word`, which is lower case and of ASCII letters only; words under three letters stay."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 3:
        return word
    word = _hold_consonant_y(_as_american(word))
    first, second = _regions(word)
    word = _without_plural(word)
    word = _without_past(word, first)
    if len(word) > 2 and word[-1] in "yY" and not _VOWEL.match(word[-2]):
        word = word[:-1] + "i"
    word = _replace_ending(word, first, STEP_2)
    word = _without_li(word, first)
    word = _replace_ending(word, first, STEP_3)
    word = _without_agent(word, second)
    return _without_final_e(word, first, second).lower()


def _as_american(word: str) -> str:
    for british, american in BRITISH:
        if word.endswith(british):
            return word[: -len(british)] + american
    return word


def _hold_consonant_y(word: str) -> str:
    """`word` with each y that is a consonant (first, or after a vowel) as Y."""
    return re.sub("(^|[aeiouy])y", r"\1Y", word)


def _regions(word: str) -> tuple[int, int]:
    """Where Porter's regions R1 and R2 of `word` start."""
    start = next((s for s in REGION_STARTS if word.startswith(s)), None)
    first = len(start) if start else _after_first_closed(word, 0)
    return first, _after_first_closed(word, first)


def _after_first_closed(word: str, start: int) -> int:
    """The place after the first consonant that follows a vowel, at or after `start`."""
    match = _REGION.search(word, start)
    return match.end() if match else len(word)


def _without_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith(("us", "ss")) or not word.endswith("s"):
        return word
    return word[:-1] if _VOWEL.search(word[:-2]) else word


def _without_past(word: str, first: int) -> str:
    for ending in ("eedly", "eed"):
        if word.endswith(ending):
            return word[: -len(ending)] + "ee" if len(word) - len(ending) >= first else word
    for ending in ("ingly", "edly", "ing", "ed"):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return _mend(rest, first) if _VOWEL.search(rest) else word
    return word


def _mend(rest: str, first: int) -> str:
    """What stood before -ed or -ing, as its base is written: created, planned, hoped."""
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if rest.endswith(DOUBLED) and len(rest) > 3:
        return rest[:-1]
    if len(rest) <= first and _SHORT_END.match(rest):
        return rest + "e"
    return rest


def _replace_ending(word: str, first: int, table: tuple[tuple[str, str], ...]) -> str:
    for ending, replacement in table:
        if word.endswith(ending):
            return word[: -len(ending)] + replacement if len(word) - len(ending) >= first else word
    return word


def _without_li(word: str, first: int) -> str:
    if word.endswith("logi") and len(word) - 3 >= first:
        return word[:-1]
    if word.endswith("li") and len(word) - 2 >= first and word[-3] in LI_AFTER:
        return word[:-2]
    return word


def _without_agent(word: str, second: int) -> str:
    """`word` without -er, or without -ion after s or t, where a stem of two syllables is left."""
    if word.endswith("er") and len(word) - 2 >= second:
        return word[:-2]
    if word.endswith(("sion", "tion")) and len(word) - 3 >= second:
        return word[:-3]
    return word


def _without_final_e(word: str, first: int, second: int) -> str:
    if not word.endswith("e") or word.endswith("ee"):
        return word
    rest = word[:-1]
    if len(rest) >= second or (len(rest) >= first and not _SHORT_END.match(rest)):
        return rest
    return word
