"""The day on which a text appeared, from what it says of a weekday and the day on which somebody took it: «اليوم
الأربعاء» in a page that was saved on a Wednesday.

A guess for a person to look at, never a date. Not for dates that a text states (`reading`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator.text.dates.folding import fold
from generator.text.dates.lexer import lex

# How many days after its own a text speaks of the day named so.
_AHEAD = {
    "اليوم": 0,
    "today": 0,
    "امس": -1,
    "البارحه": -1,
    "yesterday": -1,
    "غدا": 1,
    "tomorrow": 1,
}
_BEFORE_YESTERDAY = ("اول من امس", "اول امس", "امس الاول", "day before yesterday")
_LATEST = 1  # what is taken a day after it appeared still says so


def guess_day(hints: Iterable[str], taken: date) -> tuple[date, str] | None:
    """The day on which a text appeared whose `hints` name a weekday as its today, yesterday or tomorrow, and the hint
    that says so. None where none does, where the day is not the one on which the text was `taken` or the day before,
    or where two hints differ."""
    found = [(day, hint) for hint in hints if (day := _day_of(hint, taken)) is not None]
    return found[0] if found and len({day for day, _ in found}) == 1 else None


def _day_of(hint: str, taken: date) -> date | None:
    text = fold(hint).text
    weekday = next((one.weekday for one in lex(text) if one.weekday is not None), None)
    ahead = _days_ahead(text)
    if weekday is None or ahead is None:
        return None
    days = (taken - timedelta(days=back) for back in range(_LATEST + 1))
    return next((day for day in days if (day + timedelta(days=ahead)).weekday() == weekday.number), None)


def _days_ahead(text: str) -> int | None:
    if any(words in text for words in _BEFORE_YESTERDAY):
        return -2
    words = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return next((_AHEAD[word] for word in words if word in _AHEAD), None)
