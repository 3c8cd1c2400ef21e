"""Finding what is shaped like a date in a row of lexemes, with all readings that its words and numbers allow.

Not for choosing between dates or readings: that takes labels, weekdays and pairs, and is done in `units` and `reading`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from generator.text.dates.calendars import Calendar, find_day, is_year_of
from generator.text.dates.clock import Clock, read_clock
from generator.text.dates.lexer import Lexeme
from generator.text.dates.lexicon import Kind, MonthName
from generator.text.dates.neighbours import (
    continues_months,
    continues_numbers,
    has_weekday_before,
    is_decimal,
    is_issue,
    spans_days,
    stands_free,
)

# A row of months without end is no month with its names, and would be read again from each of them.
_MOST_NAMES = 8
_JOINING_MARKS = frozenset({"/", "-", ".", ","})


class Shape(Enum):
    """What a mention says."""

    DAY = auto()
    MONTH = auto()  # month and year
    YEARLESS = auto()  # day and month
    UNSUPPORTED = auto()  # numbers that are a date only beside another that agrees
    BROKEN = auto()  # a date that cannot be, or a span of several days


@dataclass(frozen=True, slots=True)
class Mention:
    """What is shaped like a date at lexemes `start` to `end`.

    `days` are its readings as Gregorian days, the preferred one first; `settled` says that the preferred one holds
    unless a weekday objects. `month` is (year, month) for MONTH; `day_month` is (day, months) for YEARLESS.
    """

    shape: Shape
    calendar: Calendar
    start: int
    end: int
    days: tuple[date, ...] = ()
    settled: bool = True
    month: tuple[int, int] | None = None
    day_month: tuple[int, frozenset[int]] | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """A month as named, once or twice (`يونيو/حزيران`); no numbers where the names disagree."""

    name: MonthName
    end: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year with the era after it, if any. A short one has two digits."""

    number: int
    era: Calendar | None
    end: int
    short: bool = False


def find_stamp(lexemes: Sequence[Lexeme], index: int) -> Mention:
    """The mention of an ISO 8601 date with time (`2025-06-02T14:35:00Z`)."""
    day_text, _, clock_text = lexemes[index].text.partition("t")
    digits = day_text.replace("-", "")
    day = find_day(Calendar.GREGORIAN, int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    clock = read_clock(clock_text)
    if day is None or clock is None:
        return broken(index, index + 1)
    return Mention(Shape.DAY, Calendar.GREGORIAN, index, index + 1, (day,), clock=clock)


def find_day_first(lexemes: Sequence[Lexeme], index: int) -> Mention | None:
    """`2 يونيو 2025`, `4/يونيو/2025`, `the 2nd of June 2025`, and without a year."""
    if not lexemes[index].is_day_number or not stands_free(lexemes, index):
        return None
    group = find_month(lexemes, skip_joints(lexemes, index + 1, 2))
    if group is None or is_issue(lexemes, index):
        return None
    if continues_numbers(lexemes, index):
        return broken(index, group.end)
    day = lexemes[index].number
    year = find_year(lexemes, group.end)
    if year is None:
        return _yearless(day, group, index, group.end)
    if year.short and not has_weekday_before(lexemes, index):
        return None if year.number < 32 else broken(index, year.end)
    return dated(group.name, day, year, (index, year.end))


def find_month_first(lexemes: Sequence[Lexeme], index: int) -> Mention | None:
    """`June 2, 2025`, `يونيو 2، 2025`, `Jun 2 14:35:00 2025`, `June 2025`, and `June 2`."""
    group = find_month(lexemes, index)
    if group is None:
        return None
    place = skip_joints(lexemes, group.end, 2)
    if place >= len(lexemes) or not lexemes[place].is_day_number:
        return _month_and_year(lexemes, index, group)
    day = lexemes[place].number
    if spans_days(lexemes, place):
        return broken(index, place + 3)
    after = place + 1
    clock = lexemes[after].clock if after < len(lexemes) else None
    year = find_year(lexemes, after + 1) if clock else find_year(lexemes, after)
    if year is None or year.short:
        return _yearless(day, group, index, place + 1)
    mention = dated(group.name, day, year, (index, year.end))
    return mention if clock is None else _with_clock(mention, clock)


def find_year_first(lexemes: Sequence[Lexeme], index: int) -> Mention | None:
    """`2025 يونيو 2`, `2025-Jun-02`, and `2021 الأربعاء 29 سبتمبر`, if that day is a Wednesday."""
    if lexemes[index].width != 4 or not stands_free(lexemes, index):
        return None
    if index + 2 < len(lexemes) and lexemes[index + 1].weekday is not None:
        return _find_year_and_weekday(lexemes, index)
    group = find_month(lexemes, skip_joints(lexemes, index + 1, 1))
    if group is None:
        return None
    place = skip_joints(lexemes, group.end, 1)
    if place >= len(lexemes) or not lexemes[place].is_day_number or not lexemes[place].width:
        return None
    following = find_year(lexemes, place + 1)
    if following is not None and not following.short:
        return None
    year = Year(lexemes[index].number, None, place + 1)
    return dated(group.name, lexemes[place].number, year, (index, place + 1))


def _find_year_and_weekday(lexemes: Sequence[Lexeme], index: int) -> Mention | None:
    """A year, a weekday, the day and the month in this order, with no other year behind it; nothing where the weekday
    is not that of the day."""
    weekday, day = lexemes[index + 1].weekday, lexemes[index + 2]
    group = find_month(lexemes, index + 3) if day.is_day_number else None
    if weekday is None or weekday.loose or group is None or find_year(lexemes, group.end) is not None:
        return None
    mention = dated(group.name, day.number, Year(lexemes[index].number, None, group.end), (index, group.end))
    days = tuple(each for each in mention.days if each.weekday() == weekday.number)
    return replace(mention, days=days) if days else None


def find_month(lexemes: Sequence[Lexeme], index: int) -> MonthGroup | None:
    """The month named at `index`, with a second name for it after a slash, a dash, in brackets or bare."""
    first = lexemes[index].month if index < len(lexemes) else None
    if first is None:
        return None
    numbers, place = first.numbers, index + 1
    for _ in range(_MOST_NAMES):
        again = _month_again(lexemes, place)
        if again is None:
            break
        name, place = again
        numbers = numbers & name.numbers if name.calendar is first.calendar else frozenset()
    return MonthGroup(MonthName(first.calendar, numbers), place)


def _month_again(lexemes: Sequence[Lexeme], index: int) -> tuple[MonthName, int] | None:
    """A further name for the month just named, with the index after it: `/حزيران`, `(يونيو)`."""
    if index >= len(lexemes):
        return None
    opened = lexemes[index].text == "("
    place = index + 1 if lexemes[index].text in {"/", "-", "(", "|"} else index
    name = lexemes[place].month if place < len(lexemes) else None
    if name is None:
        return None
    place += 1
    if opened and place < len(lexemes) and lexemes[place].text == ")":
        place += 1
    return name, place


def find_year(lexemes: Sequence[Lexeme], index: int) -> Year | None:
    """The year at `index`, over marks and words such as `من عام`, with its era."""
    place = skip_joints(lexemes, index, 3)
    apostrophe = place < len(lexemes) and lexemes[place].text == "'"
    place += int(apostrophe)
    if place >= len(lexemes) or lexemes[place].width not in {2, 4}:
        return None
    lexeme = lexemes[place]
    if is_decimal(lexemes, place):
        return None
    era = find_era(lexemes, place + 1)
    end = place + 1 if era is None else place + 2
    return Year(lexeme.number, era, end, short=lexeme.width == 2)


def find_era(lexemes: Sequence[Lexeme], index: int) -> Calendar | None:
    """The era named at `index`."""
    if index < len(lexemes) and lexemes[index].kind is Kind.ERA and isinstance(lexemes[index].meaning, Calendar):
        meaning = lexemes[index].meaning
        return meaning if isinstance(meaning, Calendar) else None
    return None


def skip_joints(lexemes: Sequence[Lexeme], index: int, most: int) -> int:
    """The index after at most `most` marks or words that join the parts of a date."""
    for _ in range(most):
        if index >= len(lexemes):
            break
        lexeme = lexemes[index]
        if lexeme.kind is not Kind.OF and not (lexeme.kind is Kind.MARK and lexeme.text in _JOINING_MARKS):
            break
        index += 1
    return index


def dated(name: MonthName, day: int, year: Year, span: tuple[int, int]) -> Mention:
    """The mention of a full date with a month's name."""
    number = _full_year(year)
    if not is_year_of(name.calendar, number) or not _era_fits(name.calendar, year.era):
        return broken(*span)
    found = [find_day(name.calendar, number, month, day) for month in sorted(name.numbers)]
    days = tuple(one for one in found if one is not None)
    if not days:
        return broken(*span)
    return Mention(Shape.DAY, name.calendar, *span, days, settled=len(name.numbers) == 1 and not year.short)


def broken(start: int, end: int) -> Mention:
    """A mention that no date can be read from."""
    return Mention(Shape.BROKEN, Calendar.GREGORIAN, start, end)


def _full_year(year: Year) -> int:
    """A year of two digits in full, after RFC 2822 section 4.3."""
    if not year.short:
        return year.number
    return year.number + (2000 if year.number < 50 else 1900)


def _era_fits(calendar: Calendar, era: Calendar | None) -> bool:
    """Whether the era may stand after a date of the calendar (Persian dates are `هـ` as well)."""
    return era in {None, calendar} or (calendar is Calendar.PERSIAN and era is Calendar.HIJRI)


def _yearless(day: int, group: MonthGroup, start: int, end: int) -> Mention:
    if not group.name.numbers or not 1 <= day <= 31:
        return broken(start, end)
    return Mention(Shape.YEARLESS, group.name.calendar, start, end, day_month=(day, group.name.numbers))


def _month_and_year(lexemes: Sequence[Lexeme], index: int, group: MonthGroup) -> Mention | None:
    year = find_year(lexemes, group.end)
    if year is None or year.short:
        return None
    calendar, numbers = group.name.calendar, group.name.numbers
    if not is_year_of(calendar, year.number) or not _era_fits(calendar, year.era) or continues_months(lexemes, index):
        return broken(index, year.end)
    if len(numbers) != 1 or calendar is not Calendar.GREGORIAN:
        return Mention(Shape.UNSUPPORTED, calendar, index, year.end)
    month = (year.number, next(iter(numbers)))
    return Mention(Shape.MONTH, calendar, index, year.end, month=month)


def _with_clock(mention: Mention, clock: Clock) -> Mention:
    return Mention(
        mention.shape, mention.calendar, mention.start, mention.end, mention.days, mention.settled, clock=clock
    )
