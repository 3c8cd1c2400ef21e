"""What stands beside a number, and so whether the number can be a part of a date.

Not for reading dates: these are questions that `mentions` and `numeric` ask.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.text.dates.lexer import Lexeme
from generator.text.dates.lexicon import Kind

_UNGLUED_WORDS = frozenset({"covid", "formula", "windows", "galaxy", "section", "channel", "area", "route"})


def stands_free(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a number is not a piece of something else: `G20`, `v2`, `3.5`, `+20`, `#2`."""
    if not lexemes[index].joined or index == 0:
        return True
    before = lexemes[index - 1]
    if before.kind is Kind.WORD:
        return not before.text.isascii() or (len(before.text) > 3 and before.text not in _UNGLUED_WORDS)
    if before.kind is Kind.COUNTER:
        return False
    if before.kind is not Kind.MARK:
        return True
    if before.text in {".", ","}:
        return not (before.joined and index > 1 and lexemes[index - 2].kind is Kind.NUMBER)
    return before.text not in {"+", "#", "$", "€", "£", "@", "_", "=", "%"}


def has_weekday_before(lexemes: Sequence[Lexeme], index: int) -> bool:
    place = index - 1
    while place >= 0 and lexemes[place].text in {",", "."}:
        place -= 1
    return place >= 0 and lexemes[place].kind is Kind.WEEKDAY


def is_decimal(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether the number goes on with decimals or thousands: `2025.50`, `2,500`."""
    if index + 2 >= len(lexemes):
        return False
    mark, following = lexemes[index + 1], lexemes[index + 2]
    return mark.joined and mark.text in {".", ","} and following.joined and following.kind is Kind.NUMBER


def continues_numbers(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether the day ends a span or list of days: `1-5 يونيو`, `1 و 2 يونيو`, `1/2 يونيو`."""
    if index < 2 or lexemes[index - 2].kind is not Kind.NUMBER:
        return False
    joint, before = lexemes[index - 1], lexemes[index - 2]
    joins = joint.kind in {Kind.RANGE, Kind.AND} or joint.text in {"-", "/"}
    counted = index > 2 and lexemes[index - 3].kind is Kind.COUNTER
    return joins and before.is_day_number and not counted and 1 <= before.number < lexemes[index].number


def is_issue(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether the number counts something and only stands before a month: `Issue 12, June 2025`."""
    place = index - 1
    while place > 0 and lexemes[place].text in {".", ":", "#"}:
        place -= 1
    return place >= 0 and lexemes[place].kind is Kind.COUNTER and lexemes[index + 1].text in {",", "-", "/"}


def spans_days(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a span of days begins at `index`: `June 1-5, 2025`."""
    if index + 2 >= len(lexemes):
        return False
    joint, last = lexemes[index + 1], lexemes[index + 2]
    joins = joint.kind in {Kind.RANGE, Kind.AND} or joint.text in {"-", "/"}
    return joins and last.is_day_number and bool(last.width)


def continues_months(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether the month ends a span or list of months: `May and June 2025`."""
    if index < 2:
        return False
    joint = lexemes[index - 1]
    joins = joint.kind in {Kind.RANGE, Kind.AND} or joint.text in {"-", ","}
    return joins and lexemes[index - 2].kind is Kind.MONTH
