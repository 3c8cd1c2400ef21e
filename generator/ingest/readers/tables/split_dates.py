"""A date that a table writes in columns of their own: year, month and day, in numbers or with the month's name.

Not for a date in one column (`claims`). What the three do not tell beyond doubt is not taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from generator.ingest.readers.tables.values import ASCII_DIGITS
from generator.text.dates import read_date

_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_PUBLICATION = re.compile("pub|نشر", re.IGNORECASE)  # a year alone may be that of what the article is about
_HIJRI_YEAR = re.compile(r"1[34]\d\d")
_NUMBER = re.compile(r"\d{1,2}")
_ANY_DAY = date(9990, 1, 1)


def find_split_date(texts: Callable[[str], Iterator[tuple[str, str]]]) -> tuple[tuple[str, ...], str] | None:
    """The columns of a row for year, month and day, and the date that they tell, as far as they do. `texts` gives those
    of a field with their columns. None where a larger part is missing, or where they make no date."""
    year, month, day = (_first(texts, name) for name in ("year", "month", "day"))
    if year is None:
        return None
    if month is None:
        is_told = day is None and _YEAR.fullmatch(year[1]) and _OF_PUBLICATION.search(year[0])
        return ((year[0],), year[1]) if is_told else None
    number = day[1] if day is not None and _NUMBER.fullmatch(day[1]) else ""
    if day is not None and not number and any(sign.isdigit() for sign in day[1]):
        return None  # something else than a day of the month, or a weekday's name
    written = _written(year[1], month[1], number)
    return ((year[0], month[0], *((day[0],) if day else ())), written) if written else None


def _first(texts: Callable[[str], Iterator[tuple[str, str]]], name: str) -> tuple[str, str] | None:
    found = next(texts(name), None)
    return (found[0], found[1].translate(ASCII_DIGITS).strip().removesuffix(".0")) if found else None


def _written(year: str, month: str, day: str) -> str:
    """The date in one text; empty where it is none."""
    if _YEAR.fullmatch(year) and _NUMBER.fullmatch(month):
        try:
            whole = date(int(year), int(month), int(day or "1"))
        except ValueError:
            return ""
        return whole.isoformat() if day else whole.isoformat()[:7]
    if month.isdigit() or not (_YEAR.fullmatch(year) or _HIJRI_YEAR.fullmatch(year)):
        return ""
    text = f"{day} {month} {year}".strip()
    return text if read_date(text, today=_ANY_DAY) is not None else ""
