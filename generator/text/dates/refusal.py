"""Why a text that was given as an article's date was not read as one, in words for the archive's keeper.

Not for readers of pages, who see the source's own words; nor for reading (reading).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.text.dates.folding import fold
from generator.text.dates.hints import find_date_hints
from generator.text.dates.lexer import Lexeme, lex
from generator.text.dates.lexicon import Role
from generator.text.dates.mentions import Mention, Shape, find_month
from generator.text.dates.neighbours import continues_months, continues_numbers, spans_days
from generator.text.dates.numeric import find_mentions
from generator.text.dates.reading import order_of, read_date
from generator.text.dates.units import Unit, find_units

_LONGEST_TEXT = 2000
_OF_SHAPE = {
    Shape.YEARLESS: "it gives no year",
    Shape.UNSUPPORTED: "it does not say in which calendar it is",
    Shape.DAY: "it lies too far back",
}
_ANY_DAY = date(9999, 1, 1)
_OF_WEEKDAY = "its weekday is not that of its date"


def explain_refusal(text: str, *, arabic: bool = False, day_first: bool | None = None) -> str:
    """The reason why `read_date` does not read `text`, as a clause about "it" (the date); empty where it does.

    `arabic` and `day_first` as there; that a date lies ahead is told without knowing today.
    """
    text = text[:_LONGEST_TEXT]
    if read_date(text, today=_ANY_DAY, arabic=arabic, day_first=day_first) is not None:
        return "it lies in the future, or too far back"
    lexemes = lex(fold(text).text)
    order = order_of(text, lexemes, arabic, day_first)
    mentions = find_mentions(lexemes, order)
    if not mentions:
        return "it only says how long ago, or which day of the week" if find_date_hints(text) else "it is no full date"
    units = find_units(lexemes, mentions)
    return _of_broken(lexemes, mentions, units, order) or _of_units(units)


def _of_broken(
    lexemes: Sequence[Lexeme], mentions: Sequence[Mention], units: Sequence[Unit], order: bool | None
) -> str:
    """The reason where a date cannot be, or contradicts what stands beside it."""
    impossible = next((mention for mention in mentions if mention.shape is Shape.BROKEN), None)
    if impossible is not None:
        return _of_impossible(lexemes, impossible)
    broken = [unit for unit in units if unit.mention.shape is Shape.BROKEN]
    if not broken:
        return ""
    within = [one for one in mentions if broken[0].parts[0] <= one.start < broken[-1].parts[1]]
    if len({one.calendar for one in within}) > 1:
        return (
            _OF_WEEKDAY if _agree_without_weekdays(lexemes, order) else "its dates in two calendars are different days"
        )
    return _OF_WEEKDAY if len(within) == 1 else "it names several days"


def _agree_without_weekdays(lexemes: Sequence[Lexeme], order: bool | None) -> bool:
    """Whether dates in two calendars are one day, so that it is their weekday that is another."""
    others = [each for each in lexemes if each.weekday is None]
    mentions = find_mentions(others, order)
    return all(unit.mention.shape is not Shape.BROKEN for unit in find_units(others, mentions))


def _of_impossible(lexemes: Sequence[Lexeme], mention: Mention) -> str:
    places = range(mention.start, mention.end)
    months = [(at, group) for at in places if (group := find_month(lexemes, at)) is not None]
    if not months:
        return "there is no such day"
    if any(spans_days(lexemes, at) or continues_numbers(lexemes, at) for at in places if lexemes[at].is_day_number):
        return "it names several days"
    if any(continues_months(lexemes, at) for at, _ in months):
        return "it names several months"
    if any(not group.name.numbers for _, group in months):
        return "the names of its month are those of different months"
    return "there is no such day"


def _of_units(units: Sequence[Unit]) -> str:
    """The reason where each date by itself is sound."""
    if all(unit.role is Role.UPDATED for unit in units):
        return "it is the time of an update, not of publication"
    if all(unit.role is Role.OTHER for unit in units):
        return "it is said of something else than the publication"
    unclear = [unit.mention.days for unit in units if unit.mention.shape is Shape.DAY and not unit.mention.settled]
    if len(unclear) == 1 and len(unclear[0]) > 1:
        return f"day and month can be read in either order: {' or '.join(str(day) for day in sorted(unclear[0]))}"
    return "it names several days" if len(units) > 1 else _OF_SHAPE.get(units[0].mention.shape, "it is no full date")
