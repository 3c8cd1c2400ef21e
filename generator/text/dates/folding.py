"""Folding of text for the reading of dates only: one spelling, one digit set, and the way back to the original.

Not for search or comparison of words (see `generator.text.arabic`): here hamzas go, digits become ASCII, and a border
is put where a small Latin letter meets a capital, because copied pages glue words together (`PressApril 28`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

_TATWEEL = "\u0640"
_DROPPED = frozenset({"Mn", "Me", "Cf"})
_SAME = str.maketrans(
    {
        "ى": "ي",
        "ی": "ي",
        "ے": "ي",
        "ې": "ي",
        "ة": "ه",
        "ۃ": "ه",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ک": "ك",
        "ٱ": "ا",
        "ں": "ن",
        "ء": "",
        "ı": "i",
        "،": ",",
        "۔": ".",
        "٫": ".",
        "٬": ",",
        "؛": ";",
        "؍": "/",
        "⁄": "/",
        "∕": "/",
        "\\": "/",
        "−": "-",
        "’": "'",
        "‘": "'",
        "ʿ": "'",
        "ʾ": "'",
        "ʼ": "'",
        "`": "'",
        _TATWEEL: "",
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `origins` gives for each of its characters the index in the original."""

    text: str
    original: str
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind the folded one, with the tatweel and marks that belong to its last letter."""
        first, last = self.origins[start], self.origins[end - 1] + 1
        while last < len(self.original) and _belongs_to_letter(self.original[last]):
            last += 1
        return first, last


def fold(text: str) -> Folded:
    """Fold `text` for reading dates: NFKC meaning, small letters, no marks or controls, ASCII digits and dashes."""
    letters = list(map(fold_character, text))
    if _TATWEEL in text:
        _draw_dashes(letters, text)
    if text != text.lower():
        for index in range(1, len(text)):
            if text[index].isupper() and text[index - 1].islower():
                letters[index] = " " + letters[index]
    folded = "".join(letters)
    origins = tuple(compress(range(len(text)), letters))
    if len(origins) != len(folded):  # some characters became several
        origins = tuple(index for index, each in enumerate(letters) for _ in each)
    return Folded(folded, text, origins)


def _draw_dashes(letters: list[str], text: str) -> None:
    """Make a dash of each tatweel that lengthens no letter: writers use it for one, `٢ ـ ٦ ـ ٢٠٢٥`."""
    follows_letter = False  # marks and controls aside
    for index, character in enumerate(text):
        if character == _TATWEEL and not follows_letter:
            letters[index] = "-"
        elif letters[index] or not _is_passed_over(character):
            follows_letter = character.isalpha()


def fold_name(name: str) -> str:
    """A name of the lexicon as it stands in a folded text."""
    return "".join(fold_character(character) for character in name)


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """One character folded: none, one or several characters (a ligature becomes its letters)."""
    category = unicodedata.category(character)
    if category in _DROPPED:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"No", "Nl"}:
        return "\N{REPLACEMENT CHARACTER}"  # ½ and ² are numbers of no date; NFKC would make digits of them
    if category == "Pd":
        return "-"
    if category[0] in "ZC":
        return " "
    plain = character.translate(_SAME) if character in "’‘ʿʾʼ" else unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in plain.casefold() if unicodedata.category(part) not in _DROPPED)
    return bare.translate(_SAME)


def _is_passed_over(character: str) -> bool:
    """Whether a character changes nothing of what a tatweel behind it stands on: a tatweel, a mark, a control."""
    return character == _TATWEEL or unicodedata.category(character) in _DROPPED


def _belongs_to_letter(character: str) -> bool:
    """Whether the character lengthens or marks the letter before it, or is its last, a hamza: it has no folded form."""
    return not fold_character(character) and unicodedata.category(character) != "Cf"
