"""What a person can give a field of an article: its values as the article has them, and in words which they may be.

Not for what is decided of which article (decisions).
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from generator.store.field_reading import parse_date
from generator.store.front_matter import FIELDS

_LISTS = frozenset({"authors", "tags"})
_DATES = frozenset({"date", "updated"})
_FITS = {field.name: field.fits for field in FIELDS}


def corrected_value(field: str, values: Sequence[str]) -> object | None:
    """The value that a person gives a field; None where it cannot be one: none or an empty one, several for a field
    that has one, no date for a date, no address for an address."""
    values = [" ".join(normalize("NFC", each).split()) for each in values]  # what is pasted may be of several lines
    if not values or not all(values) or (len(values) > 1 and field not in _LISTS):
        return None
    if field in _DATES:
        return parse_date(values[0])
    fits = _FITS.get(field)
    if fits is not None and not all(map(fits, values)):
        return None
    return tuple(values) if field in _LISTS else values[0]


def form_of(field: str) -> str:
    """What can be a field's value, in words."""
    if field in ("date", "updated"):
        return "a date: 2025-06-02, or as much of it as is known: 2025-06, 2025"
    if field == "url":
        return "the whole address: https://example.org/news/1"
    return "a text or several" if field in ("authors", "tags") else "one text"
