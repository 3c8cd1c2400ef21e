"""Which of a row's texts is its whole text, and whether one says what another says, whatever the dress of each.

Not for what columns mean (`columns`), nor for how a text becomes blocks (`body`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.text.arabic import fold

CUT_OFF = re.compile(r"\s*(?:…|\.{3})?\s*\[\+?\d+ chars\]\s*\Z")  # as NewsAPI and GNews cut their texts
_CUT = re.compile(r"(?:…|\.{3}|\[\+?\d+ chars\])[\s\]]*\Z")
_IS_WHOLE = re.compile(r"full|كامل|complet|integral", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"\s*(?:<!doctype|<html\b|<head\b)", re.IGNORECASE)
_A_FEW_LINES = 200
_TAG = re.compile(r"<[^<>]{1,2000}>|&(?:nbsp|#160);")
_NO_LETTER = re.compile(r"[\W_]+")
_BEGINNING = 60  # letters by which a text is known again
_LONGER = 1.1
_LEAST_PROSE, _LEAST_WORDS = 200, 30


def choose_text(found: list[tuple[str, str]], *, longest: bool, whole: bool) -> tuple[str, str] | None:
    """The column that holds the text, and its texts together: the first in order that is no page as a whole, and not a
    line or two beside a text; of summaries the `longest`.

    `whole`: where that one is cut off, or another calls itself the full text, the one that goes on stands before. One
    that is merely longer may be the page with all that stands around the text.
    """
    by_column: dict[str, list[str]] = {}
    for column, text in found:
        by_column.setdefault(column, []).append(text)
    texts = [(column, "\n".join(parts)) for column, parts in by_column.items()]
    fitting = [each for each in texts if not _WHOLE_PAGE.match(each[1])] or texts[:1]
    most = max((len(text) for _, text in fitting), default=0)
    least = most if longest else min(most / 5, _A_FEW_LINES)
    best = next((each for each in fitting if len(each[1]) >= least), None)
    if best is None or not whole or longest or len(fitting) < 2:
        return best
    cut = _CUT.search(best[1][-60:]) is not None
    wholes = [each for each in fitting if (cut or _IS_WHOLE.search(each[0])) and _goes_on(best[1], each[1])]
    return max([best, *wholes], key=lambda each: len(each[1]))


def is_prose(text: str) -> bool:
    """Whether a cell holds a text rather than a name, a number or an address."""
    return len(text) >= _LEAST_PROSE and len(text.split(None, _LEAST_WORDS)) > _LEAST_WORDS


def is_said(text: str, others: Iterable[str]) -> bool:
    """Whether another prose has the beginning of a text in it, in another dress or not."""
    beginning = _letters(text)[:_BEGINNING]
    return any(beginning in _letters(each) for each in others if is_prose(each))


def is_within(text: str, others: Iterable[str]) -> bool:
    """Whether other texts, one after the other, have the whole of a text in them."""
    return _letters(text) in _letters(" ".join(others))


def _goes_on(text: str, other: str) -> bool:
    """Whether `other` begins as `text` does and says more."""
    mine, others = _letters(CUT_OFF.sub("", text)), _letters(other)
    return len(others) > _LONGER * len(mine) and others.startswith(mine[:_BEGINNING])


def _letters(text: str) -> str:
    """The letters and digits of a text, folded, without tags and white space."""
    return _NO_LETTER.sub("", fold(_TAG.sub(" ", text)))
