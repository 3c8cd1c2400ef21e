"""Dates in numbers alone (`02/06/2025`, `2025-06-02`, `06/12/1446هـ`) and finding all mentions in a row of lexemes.

A number in the manner of a date that counts something else (`صفحة 2/6`, `v2.6.2025`, `10.0.0.12`) is no mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.text.dates.calendars import Calendar, find_day, is_year_of
from generator.text.dates.lexer import Lexeme
from generator.text.dates.lexicon import Kind
from generator.text.dates.mentions import (
    Mention,
    Shape,
    broken,
    find_day_first,
    find_era,
    find_month_first,
    find_stamp,
    find_year_first,
)
from generator.text.dates.neighbours import stands_free

_SEPARATORS = frozenset({"/", "-", "."})
_BEFORE_SHORT_YEAR = frozenset({"/", "-"})
_NUMBERS = frozenset({Kind.NUMBER})
_MONTHS = 12
_LAST_CENTURY = 90  # two digits from here on are of the years in which the first pages were written
_FIRST_YEAR = 1850
_PAGE = "ص"  # after a time it is the morning, elsewhere a page


@dataclass(frozen=True, slots=True)
class _Numbers:
    """Three numbers with one separator between them."""

    values: tuple[int, int, int]
    year_first: bool
    dotted: bool
    end: int


def find_mentions(lexemes: Sequence[Lexeme], day_first: bool | None) -> list[Mention]:
    """All mentions in order. `day_first` is the order of day and month where it is known."""
    return list(_mentions(lexemes, day_first))


def _mentions(lexemes: Sequence[Lexeme], day_first: bool | None) -> Iterator[Mention]:
    index = 0
    while index < len(lexemes):
        mention = _mention_at(lexemes, index, day_first)
        if mention is None:
            index = _after_chain(lexemes, index)
            continue
        index = mention.end
        yield mention


def _mention_at(lexemes: Sequence[Lexeme], index: int, day_first: bool | None) -> Mention | None:
    kind = lexemes[index].kind
    if kind is Kind.STAMP:
        return find_stamp(lexemes, index)
    if kind is Kind.MONTH:
        return find_month_first(lexemes, index)
    if kind is not Kind.NUMBER:
        return None
    return _find_numeric(lexemes, index, day_first) or find_year_first(lexemes, index) or find_day_first(lexemes, index)


def _after_chain(lexemes: Sequence[Lexeme], index: int) -> int:
    """The index after what stands at `index`: a chain of joined numbers (`10.0.0.12`) is passed as a whole, but for a
    last number that may be the day before a month's name."""
    if lexemes[index].kind is not Kind.NUMBER:
        return index + 1
    last = index
    while _joins_number(lexemes, last):
        last += 2
    if last == index:
        return index + 1
    follows_month = last + 1 < len(lexemes) and any(
        one.kind is Kind.MONTH for one in lexemes[last + 1 : last + 3] if one.kind is not Kind.MARK
    )
    return last if follows_month else last + 1


def _joins_number(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether the number at `index` goes on, without a space, with a separator and another number."""
    if index + 2 >= len(lexemes):
        return False
    mark, following = lexemes[index + 1], lexemes[index + 2]
    return mark.joined and mark.text in _SEPARATORS and following.joined and following.kind is Kind.NUMBER


def _find_numeric(lexemes: Sequence[Lexeme], index: int, day_first: bool | None) -> Mention | None:
    numbers = _three_numbers(lexemes, index)
    if numbers is None:
        return _find_short_year(lexemes, index, day_first)
    if _is_counted(lexemes, index):
        return None
    year = numbers.values[0 if numbers.year_first else 2]
    era = find_era(lexemes, numbers.end)
    span = (index, numbers.end if era is None else numbers.end + 1)
    order = True if numbers.dotted and day_first is None else day_first
    if is_year_of(Calendar.HIJRI, year) and era is not Calendar.GREGORIAN:
        return _other_calendar(numbers, era, order, span)
    if year < _FIRST_YEAR or era not in {None, Calendar.GREGORIAN}:
        return broken(*span)
    days = _days(Calendar.GREGORIAN, numbers, order)
    if not days:
        return broken(*span)
    return Mention(Shape.DAY, Calendar.GREGORIAN, *span, days, settled=order is not None or len(days) == 1)


def _other_calendar(
    numbers: _Numbers, era: Calendar | None, order: bool | None, span: tuple[int, int]
) -> Mention | None:
    """Numbers in a Hijri or Persian year: a date where the era is written, else only beside a Gregorian date."""
    if era is not None:
        days = _days(era, numbers, order)
        if not days:
            return broken(*span)
        return Mention(Shape.DAY, era, *span, days, settled=order is not None or len(days) == 1)
    days = _days(Calendar.HIJRI, numbers, order) + _days(Calendar.PERSIAN, numbers, order)
    return Mention(Shape.UNSUPPORTED, Calendar.HIJRI, *span, days)


def _days(calendar: Calendar, numbers: _Numbers, day_first: bool | None) -> tuple[date, ...]:
    """The days that the numbers can mean, the expected order first, each once."""
    first, second, third = numbers.values
    if numbers.year_first:
        readings = [(first, second, third)]
    elif day_first is False:
        readings = [(third, first, second), (third, second, first)]
    else:
        readings = [(third, second, first), (third, first, second)]
    found = (find_day(calendar, *reading) for reading in readings)
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _three_numbers(lexemes: Sequence[Lexeme], index: int) -> _Numbers | None:
    """Three numbers at `index` in the manner of a date: one of four digits at either end, the others of one or two."""
    row = lexemes[index : index + 5]
    if len(row) < 5 or {row[0].kind, row[2].kind, row[4].kind} != {Kind.NUMBER}:
        return None
    if row[1].text not in _SEPARATORS or row[1].text != row[3].text or not _evenly_spaced(row):
        return None
    if not stands_free(lexemes, index) or not _ends_free(lexemes, index + 5):
        return None
    widths = tuple(lexeme.width for lexeme in (row[0], row[2], row[4]))
    long = [place for place, width in enumerate(widths) if width == 4]
    if long not in ([0], [2]) or any(width not in {1, 2} for place, width in enumerate(widths) if place not in long):
        return None
    values = (row[0].number, row[2].number, row[4].number)
    return _Numbers(values, long == [0], row[1].text == ".", index + 5)


def _find_short_year(lexemes: Sequence[Lexeme], index: int, day_first: bool | None) -> Mention | None:
    """`8/17/13 11:04am`: month, day and the last two digits of the year, with the time right behind them.

    Only where the second number can be nothing but the day, or the month is known to come first. Elsewhere such numbers
    tell nothing: any of the three may be the year."""
    row = lexemes[index : index + 6]
    if (
        len(row) < len("m/d/y") + 1
        or row[5].kind is not Kind.TIME
        or {row[0].kind, row[2].kind, row[4].kind} != _NUMBERS
    ):
        return None
    if row[1].text not in _BEFORE_SHORT_YEAR or row[1].text != row[3].text or not _evenly_spaced(row[:5]):
        return None
    if row[4].width != 2 or not stands_free(lexemes, index) or _is_counted(lexemes, index):
        return None
    month, day, year = (row[place].number for place in (0, 2, 4))
    if day <= _MONTHS and day_first is not False:
        return None
    found = find_day(Calendar.GREGORIAN, (1900 if year >= _LAST_CENTURY else 2000) + year, month, day)
    return Mention(Shape.DAY, Calendar.GREGORIAN, index, index + 5, (found,), settled=True) if found else None


def _evenly_spaced(row: Sequence[Lexeme]) -> bool:
    """`2/6/2025` and `2 / 6 / 2025`; a slash may have a space on one side, a dot none before it."""
    joined = [lexeme.joined for lexeme in row[1:]]
    if row[1].text == "/":
        return True
    if row[1].text == ".":
        return joined[0] and joined[2]
    return len(set(joined)) == 1


def _ends_free(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether no further number or Latin word is glued to the date: `1/2/2025/4`, `02.06.2025x`."""
    if index >= len(lexemes) or not lexemes[index].joined:
        return True
    following = lexemes[index]
    if following.kind is Kind.MARK and following.text in {"/", "-", ".", "_", "%"}:
        more = index + 1 < len(lexemes) and lexemes[index + 1].joined
        return not (more and lexemes[index + 1].kind in {Kind.NUMBER, Kind.WORD, Kind.TIME})
    return not (following.kind is Kind.WORD and following.text.isascii() and len(following.text) < 3)


def _is_counted(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether a word before the numbers says that they count something else: `رقم`, `page`, `version`."""
    place = index - 1
    while place >= 0 and (lexemes[place].text in {":", "#", ".", "-", "(", "°"} or lexemes[place].kind is Kind.FILLER):
        place -= 1
    return place >= 0 and (lexemes[place].kind is Kind.COUNTER or lexemes[place].text == _PAGE)
