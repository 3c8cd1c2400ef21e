"""Whether two texts are one text in two wordings: shared word triples, and the numbers that each says.

Not for looking two texts up in the archive (holdings), nor for which of two is the newer (versions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.text.arabic import fold, tokens

_SAME_TEXT = 0.7
_SHINGLE = 3
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+")
_NUMBER = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*")
_NO_DIGITS = re.compile(r"\D+")
_LEAST_WORDS = 6  # of a line of prose; a shorter one counts readers, or tells the hour of a copy


def is_same_text(one: str, other: str) -> bool:
    """Whether two bodies are one text but for small changes: 7 of 10 word triples of the shorter are in the longer."""
    first, second = _shingles(one), _shingles(other)
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    return bool(small) and len(small & large) >= _SAME_TEXT * len(small) and len(large) <= 2 * len(small)


def differ_in_numbers(one: str, other: str) -> bool:
    """Whether each of two bodies says a number that the other does not, however it is written: the prices of two days
    stand in one wording, and neither day may be lost."""
    first, second = _numbers(one), _numbers(other)
    return bool(first - second) and bool(second - first)


def _numbers(body: str) -> set[str]:
    """The digits of the numbers in the prose, the lists and the tables of a body; not those of addresses."""
    return {
        _NO_DIGITS.sub("", number)
        for line in _telling_lines(body)
        for number in _NUMBER.findall(fold(_ADDRESS.sub(" ", line)))
    }


def _telling_lines(body: str) -> Iterator[str]:
    return (line for line in body.splitlines() if line.startswith(("|", "- ")) or len(line.split()) >= _LEAST_WORDS)


@lru_cache(maxsize=2)  # one text is held against several
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [token.text for token in tokens(text)]
    return frozenset(tuple(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1)) if words)
