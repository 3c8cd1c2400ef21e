"""Names of people that a desk sets in capitals, in the letters in which they are written: `JANE DOE` is Jane Doe.

Not for Arabic, which has no capitals, nor for names of one word, which may be letters that stand for several (`AFP`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝ")
_NUMERALS = frozenset({"II", "III", "IV"})
_SCOTTISH = re.compile(r"(?<!\w)Mc([a-z])(?=[a-z]{2})")
_SUFFIXES = frozenset({"JR", "SR"})
_LONGEST, _LONGEST_INITIALS = 100, 4


def in_usual_letters(name: str, texts: Iterable[str]) -> str:
    """A name of several words that is all in capitals as its own text writes it, else with a capital at the beginning
    of each word; any other name as it is. `texts` are what the article says elsewhere."""
    words = name.split()
    if len(words) < 2 or len(name) > _LONGEST or not name.isupper() or max(map(len, words)) < _LONGEST_INITIALS:
        return name
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
    found = (" ".join(match[0].split()) for text in texts for match in pattern.finditer(text))
    usual = next((each for each in found if not each.isupper() and not each.islower()), None)
    return usual or _SCOTTISH.sub(lambda match: f"Mc{match[1].upper()}", _WORD.sub(_capitalised, name))


def _capitalised(word: re.Match[str]) -> str:
    """A word with one capital; initials and numerals stay."""
    letters = word[0]
    is_initials = len(letters) == 1 or (len(letters) == 2 and not _VOWELS.intersection(letters))
    is_whole = letters in _NUMERALS or (is_initials and letters not in _SUFFIXES)
    return letters if is_whole else letters.capitalize()
