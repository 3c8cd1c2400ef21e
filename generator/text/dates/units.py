"""From mentions to units: a date in two calendars made one, with the weekday, the time and the label that belong to it.

A unit is what a reader of the text would call one date. Which of several units is the publication's is decided in
`reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.text.dates.calendars import Calendar, find_day, find_month_and_day
from generator.text.dates.clock import Clock
from generator.text.dates.lexer import Lexeme
from generator.text.dates.lexicon import Kind, Role
from generator.text.dates.mentions import Mention, Shape

# What may stand between the parts of one date, and between its two calendars.
_AROUND = frozenset(
    {Kind.MARK, Kind.FILLER, Kind.OF, Kind.WEEKDAY, Kind.TIME, Kind.ZONE, Kind.MERIDIEM, Kind.EQUAL, Kind.ERA}
)
_VISIBLE = frozenset({Kind.WEEKDAY, Kind.TIME, Kind.ZONE})
_ON = "بتاريخ"  # also between time and date
_TOLERANCE = timedelta(days=1)  # sighting of the moon against Umm al-Qura


@dataclass(frozen=True, slots=True)
class Unit:
    """One date: its mention, the span of lexemes with all that belongs to it, its time and its label's role.

    `parts` is the span of the dates themselves, without weekday and time around them.
    """

    mention: Mention
    parts: tuple[int, int]
    start: int
    end: int
    clock: Clock | None = None
    role: Role | None = None


def find_units(lexemes: Sequence[Lexeme], mentions: Sequence[Mention]) -> list[Unit]:
    """The units of a row of lexemes, in order."""
    paired = _without_connected(lexemes, _paired(lexemes, mentions))
    borders = [0, *(mention.end for mention in paired)]
    starts = [*(mention.start for mention in paired[1:]), len(lexemes)]
    return [
        _unit(lexemes, mention, previous, following)
        for mention, previous, following in zip(paired, borders, starts, strict=False)
    ]


def _unit(lexemes: Sequence[Lexeme], mention: Mention, previous: int, following: int) -> Unit:
    """The mention with what stands around it, between the mention before and the one after."""
    before = _reach(lexemes, range(mention.start - 1, previous - 1, -1))
    after = _reach(lexemes, range(mention.end, following))
    around = [*before, *after]
    mention = _checked_by_weekday(mention, [lexemes[index] for index in around])
    visible = [index for index in around if lexemes[index].kind in _VISIBLE]
    return Unit(
        mention,
        (mention.start, mention.end),
        min([mention.start, *visible]),
        max([mention.end, *(index + 1 for index in visible)]),
        _clock(mention, [lexemes[index] for index in before], [lexemes[index] for index in after]),
        _role(lexemes, mention.start, previous, before),
    )


def _reach(lexemes: Sequence[Lexeme], indexes: Iterable[int]) -> list[int]:
    """The indexes, going outward, up to the first word that cannot belong to a date."""
    reached: list[int] = []
    for index in indexes:
        if lexemes[index].kind not in _AROUND and lexemes[index].text != _ON:
            break
        reached.append(index)
    return reached


def _checked_by_weekday(mention: Mention, around: Sequence[Lexeme]) -> Mention:
    """The mention with the readings that agree with its weekday; broken where none does."""
    if mention.shape is not Shape.DAY:
        return mention
    for weekday in (lexeme.weekday for lexeme in around if lexeme.weekday is not None):
        days = tuple(day for day in mention.days if day.weekday() == weekday.number)
        if days:
            mention = replace(mention, days=days, settled=mention.settled or len(days) == 1)
        elif not weekday.loose:
            return replace(mention, shape=Shape.BROKEN, days=())
    return mention


def _clock(mention: Mention, before: Sequence[Lexeme], after: Sequence[Lexeme]) -> Clock | None:
    """The one time that stands at the date; none where several contradict each other."""
    if mention.clock is not None:
        return mention.clock if mention.clock.valid else None
    sides = [_one_clock([lexeme.clock for lexeme in side if lexeme.clock]) for side in (before, after)]
    found = {clock for clock in sides if clock is not None}
    clock = found.pop() if len(found) == 1 else None
    return clock if clock is not None and clock.valid else None


def _one_clock(clocks: Sequence[Clock]) -> Clock | None:
    """One time of several: the nearest, if all name a zone (one moment in several zones), else only a single one."""
    if len(set(clocks)) <= 1 or all(clock.zone is not None for clock in clocks):
        return clocks[0] if clocks else None
    return replace(clocks[0], valid=False)


def _role(lexemes: Sequence[Lexeme], start: int, previous: int, before: Sequence[int]) -> Role | None:
    """What the text before the date says of it: the nearest label, or a word that makes it another date."""
    outer = min(before, default=start) - 1
    near = {lexemes[index].kind for index in range(max(outer, previous), start)}
    if {Kind.AVERSE, Kind.RANGE} & near:
        return Role.OTHER
    labels = [lexeme for lexeme in reversed(lexemes[previous:start]) if lexeme.role is not None]
    said = next((label for label in labels if label.text != _ON), None) or next(iter(labels), None)
    return said.role if said is not None else None


def _connected(lexemes: Sequence[Lexeme], first: Mention, second: Mention) -> bool:
    """Whether only marks and words of dates stand between two mentions."""
    return all(
        lexemes[index].kind in _AROUND or lexemes[index].kind in {Kind.RANGE, Kind.AND}
        for index in range(first.end, second.start)
    )


def _paired(lexemes: Sequence[Lexeme], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with each date in two calendars made one, under the Gregorian date."""
    paired: list[Mention] = []
    for mention in mentions:
        if paired and paired[-1].calendar is not mention.calendar and _connected(lexemes, paired[-1], mention):
            merged = _merge(paired[-1], mention)
            if merged is not None:
                paired[-1] = merged
                continue
        paired.append(mention)
    return paired


def _merge(first: Mention, second: Mention) -> Mention | None:
    """Two mentions in different calendars as one day, broken where they disagree; None where they are no pair."""
    gregorian, other = (first, second) if first.calendar is Calendar.GREGORIAN else (second, first)
    if gregorian.calendar is not Calendar.GREGORIAN or Shape.BROKEN in {first.shape, second.shape}:
        return None
    if Shape.DAY not in {gregorian.shape, other.shape} or Shape.MONTH in {gregorian.shape, other.shape}:
        return None
    days = _agreeing(gregorian, other)
    settled = len(days) == 1 or gregorian.settled
    shape = Shape.DAY if days else Shape.BROKEN
    return Mention(shape, Calendar.GREGORIAN, first.start, second.end, days, settled)


def _agreeing(gregorian: Mention, other: Mention) -> tuple[date, ...]:
    """The Gregorian days that fit both mentions to a day."""
    if gregorian.shape is Shape.DAY and other.day_month is not None:
        return tuple(day for day in gregorian.days if _fits(other, day))
    if gregorian.day_month is not None:
        wanted, months = gregorian.day_month
        near = (day + timedelta(days=step) for day in other.days for step in (0, -1, 1))
        return tuple(day for day in near if day.day == wanted and day.month in months)
    return tuple(day for day in gregorian.days if any(abs(day - converted) <= _TOLERANCE for converted in other.days))


def _fits(yearless: Mention, day: date) -> bool:
    """Whether a day and month of another calendar falls on the Gregorian day, give or take one."""
    if yearless.day_month is None:
        return False
    wanted, months = yearless.day_month
    for step in (-1, 0, 1):
        found = find_month_and_day(yearless.calendar, day + timedelta(days=step))
        if found is not None and found[1] == wanted and found[0] in months:
            return True
    return False


def _without_connected(lexemes: Sequence[Lexeme], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those broken that are joined to another of other days: spans, lists (`2 يونيو - 5 يوليو 2025`)."""
    checked = list(mentions)
    for place in range(len(mentions) - 1):
        first, second = mentions[place], mentions[place + 1]
        if _connected(lexemes, first, second) and not _consistent(first, second):
            checked[place] = replace(first, shape=Shape.BROKEN, days=())
            checked[place + 1] = replace(second, shape=Shape.BROKEN, days=())
    return checked


def _consistent(first: Mention, second: Mention) -> bool:
    """Whether two mentions can mean the same day."""
    if Shape.UNSUPPORTED in {first.shape, second.shape}:
        return True
    if first.shape is Shape.DAY and second.shape is Shape.DAY:
        return bool(set(first.days) & set(second.days))
    for one, other in ((first, second), (second, first)):
        if one.shape is Shape.DAY and other.shape is Shape.MONTH:
            return any((day.year, day.month) == other.month for day in one.days)
        if one.shape is Shape.DAY and other.day_month is not None:
            wanted, months = other.day_month
            return any(find_day(other.calendar, day.year, month, wanted) == day for day in one.days for month in months)
    return first.shape is second.shape and (first.month, first.day_month) == (second.month, second.day_month)
