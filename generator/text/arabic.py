"""Arabic words made comparable: one spelling for a word however it was written, its place in the text, its light stem.

Used to match (search, tags, names, stories), never to show: what is shown keeps its own spelling. Latin text passes
through the same functions, so that a bilingual text needs no decision beforehand. Not for repairing a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from generator.model.values import value
from generator.text.normal_forms import normalise

# The tables below are also the browser's: generator.text.analysis hands them to the search client as data.

# Characters that carry no letter: soft hyphen, tatweel, zero-width and bidi controls, and the isolated and spacing
# forms of vowel marks (U+FE70…, U+FC5E…), whose compatibility decomposition would put a space into the word.
IGNORED = "\u00ad\u0640\u061c\u180e\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe70-\ufe7f\ufc5e-\ufc63\ufcf2-\ufcf4"
# Combining marks that a matching copy leaves out: Latin accents, Arabic vowel marks and Koranic signs.
MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
# Every way in which an apostrophe, hamza or ayn stands inside a Latin or transliterated word (Sana'a, Egypt’s).
APOSTROPHES = "'\u2018\u2019\u02bc\u02bb\u02be\u02bf\u00b4`\u2032\uff07"
# Arabic letters, presentation forms and the rial sign, without the digits.
ARABIC_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufc5d\ufc64-\ufcf1\ufcf5-\ufdc7\ufdf0-\ufdfc\ufe80-\ufefc"
)
# One letter for the letters that writers interchange: the seats of hamza, alef maqsura and yeh, teh marbuta and heh,
# the code points of Persian and Urdu keyboards, letters for foreign sounds; and Latin letters that have no
# canonical decomposition.
LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا",
    "ؤ": "ء", "ئ": "ء", "ٴ": "ء", "ٶ": "ء", "ٸ": "ء",
    "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ۓ": "ي", "ێ": "ي",
    "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه", "ۂ": "ه", "ۃ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "ڥ": "ف", "ڨ": "ق",
    "ۇ": "و", "ۆ": "و", "ۋ": "و",
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)} | {"٫": ".", "٬": ","}

# What is written onto the front of an Arabic word, longest first: conjunction, preposition and article together.
PREFIXES = ("وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "فلل", "لل", "ال", "و")
# What inflection and pronouns write onto its end, longest first.
SUFFIXES = ("تين", "تان", "هما", "ات", "ان", "ون", "ين", "ها", "هم", "هن", "كم", "نا", "يه", "ته", "ه", "ي")
PRONOUNS = ("هما", "ها", "هم", "هن", "كم", "نا")
NATIONAL_ENDINGS = ("ي", "يه", "ون", "ين")
SHORTEST_STEM = 3

_ARABIC = re.compile(f"[{ARABIC_LETTERS}]")
ARABIC_TOKEN = f"[{ARABIC_LETTERS}][{ARABIC_LETTERS}{MARKS}{IGNORED}]*"
OTHER_TOKEN = (
    f"(?:(?![{ARABIC_LETTERS}])[^\\W_])(?:(?![{ARABIC_LETTERS}])[^\\W_]|[{MARKS}{IGNORED}]|[{APOSTROPHES}](?=[^\\W_]))*"
)
_TOKEN = re.compile(f"{ARABIC_TOKEN}|{OTHER_TOKEN}")
_WITHOUT_IGNORED = re.compile(f"[{IGNORED}]+")
_WITHOUT_MARKS = re.compile(f"[{MARKS}{IGNORED}{APOSTROPHES}]+")
_LETTER_MAP = str.maketrans(LETTERS | DIGITS)
# Characters that fold one by one: beside any others of these, none of them is part of another normal form of Unicode.
# Nearly every text has no others.
_ALONE = (
    "\x00-\x7f\xa0-\u017f\u060c\u061b\u061c\u061f\u0621-\u063a\u0640-\u0652\u0660-\u066c\u067e\u0686\u0698\u06a4"
    "\u06a9\u06af\u06cc\u06f0-\u06f9\u200b-\u200f\u2013\u2014\u2018-\u201e\u2022\u2026\u202a-\u202e\u2039\u203a\u20ac"
)
_ALL_ALONE = re.compile(f"[{_ALONE}]*+")


@value(frozen=True, slots=True)
class Token:
    """One word or number: its span in the text as given, and its folded form."""

    start: int
    end: int
    text: str


def fold(text: str) -> str:
    """`text` in the one spelling used for matching: letters, marks and digits folded, lower case; spaces and
    punctuation stay, apostrophes go. Folding twice changes nothing more.

    The classes are those of Arabic orthography as writers vary it (Lucene's ArabicNormalizer, widened by the seats of
    hamza, Persian code points and presentation forms); compatibility forms by Unicode NFKC.
    """
    return text.translate(_FOLDED) if _ALL_ALONE.fullmatch(text) else _fold_by_forms(text)


def _fold_by_forms(text: str) -> str:
    compatible = normalise("NFKC", _WITHOUT_IGNORED.sub("", text))
    mapped = compatible.lower().translate(_LETTER_MAP)
    decomposed = normalise("NFD", mapped)
    return normalise("NFC", _WITHOUT_MARKS.sub("", decomposed))


_FOLDED = {code: _fold_by_forms(chr(code)) for code in range(0x2100) if _ALL_ALONE.fullmatch(chr(code))}


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """`fold`, remembered: running text says the same words again and again."""
    return fold(word)


def find_words(text: str) -> Iterator[re.Match[str]]:
    """What `tokens` makes tokens of, as it stands; `fold_word` of a match may be empty."""
    return _TOKEN.finditer(text)


def split_words(text: str) -> list[str]:
    """The words that `find_words` finds, without their places: in half the time."""
    return _TOKEN.findall(text)


def tokens(text: str) -> list[Token]:
    """The words and numbers of `text` in order, each with its span in `text` and its folded form.

    An Arabic word with its marks, tatweel and invisible characters is one token; a word of another script keeps the
    apostrophe inside it; Arabic letters and Latin ones or digits written together (الـ36) are two tokens.
    """
    return list(_find_tokens(text))


def _find_tokens(text: str) -> Iterator[Token]:
    for match in find_words(text):
        folded = fold_word(match.group())
        if folded:
            yield Token(match.start(), match.end(), folded)


def is_arabic(word: str) -> bool:
    """Whether `word` has an Arabic letter."""
    return _ARABIC.search(word) is not None


@lru_cache(maxsize=200_000)
def light_stem(word: str) -> str:
    """The light stem of one folded Arabic word: without prefix and article, plural, dual and pronoun endings.

    A word of another script comes back as it is. Light stemming after Larkey, Ballesteros and Connell, "Improving
    stemming for Arabic information retrieval" (SIGIR 2002), with the joined conjunctions taken off too and a second
    ending where a pronoun follows one; broken plurals are beyond it.
    """
    if not is_arabic(word):
        return word
    return without_endings(without_article(word))


def without_article(word: str) -> str:
    """`word` (folded) without the longest known prefix that leaves a stem; a second article goes too (الالتهاب)."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
            rest = word[len(prefix) :]
            if prefix != "و" and rest.startswith("ال") and len(rest) - 2 >= SHORTEST_STEM:
                return rest[2:]
            return rest
    return word


def without_endings(word: str, own: Set[str] = frozenset(), names: Set[str] = frozenset()) -> str:
    """The folded `word` without up to two endings, and without the hamza, alef or heh that then stands last.

    A word of `own` keeps its ending and stops the cutting; down to one of `names` only the endings of nationality and
    the alef of tanween are cut off.
    """
    for _ in range(2):
        ending = None if word in own or word in names else _find_ending(word, names)
        if ending is None:
            break
        word = word[: -len(ending)]
        if ending in PRONOUNS and word.endswith("ت") and not word.endswith("ات") and len(word) > SHORTEST_STEM:
            word = word[:-1]  # سياستها: the ت is the teh marbuta of سياسة; but قواتها is قوات
    shorter = _without_last_weak(word)
    return word if word in own or (shorter in names and not word.endswith("ا")) else shorter


def _find_ending(word: str, names: Set[str]) -> str | None:
    for ending in SUFFIXES:
        rest = word.removesuffix(ending)
        if ending == "ته" and rest.endswith("ا"):
            continue  # قواته is قوات and ه: no teh marbuta stands after an alef of the plural
        if len(rest) < len(word) and len(rest) >= SHORTEST_STEM:
            return ending if rest not in names or ending in NATIONAL_ENDINGS else None
    return None


def _without_last_weak(word: str) -> str:
    """`word` without a final alef, hamza or heh: tanween's alef, الوزراء written الوزرا, a heh left by teh marbuta."""
    if word.endswith("اء") and len(word) - 2 >= SHORTEST_STEM:
        return word[:-2]
    if word.endswith(("ا", "ء", "ه")) and len(word) - 1 >= SHORTEST_STEM:
        return word[:-1]
    return word
