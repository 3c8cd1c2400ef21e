"""Reading the publication date out of a short text that is believed to hold one: a full reading or none.

The rule above all others: a date is never guessed. What is relative, without a year, ambiguous, contradicted by its
weekday, impossible, a span, or the date of something else than publication is refused. A day is the day that the
source wrote, in the source's own time zone; nothing is converted to UTC.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from generator.model.dates import PublicationDate
from generator.text.dates.folding import Folded, fold
from generator.text.dates.lexer import Lexeme, lex
from generator.text.dates.lexicon import Kind, Role
from generator.text.dates.mentions import Shape
from generator.text.dates.neighbours import stands_free
from generator.text.dates.numeric import find_mentions
from generator.text.dates.units import Unit, find_units

_EARLIEST = date(1850, 1, 1)
_SENTINELS = frozenset({date(1970, 1, 1), date(1969, 12, 31)})  # the zero of Unix time, here and west of Greenwich
_AHEAD = timedelta(days=2)
_LONGEST_TEXT = 2000
_SMALL = frozenset({Kind.LABEL, Kind.FILLER, Kind.OF, Kind.MARK, Kind.ERA})
_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A time with one of the zones that only North America names so, where numbers are month, day, year. Not EST and CST,
# which are Australia's and China's as well.
_NORTH_AMERICAN = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?\s?(?:[AaPp]\.?[Mm]\.?)?\s(?:ET|EDT|CT|CDT|MT|MST|MDT|PT|PST|PDT)\b"
)
_EPOCH = re.compile(r"(\d{10})(\d{3})?(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date that was read: `raw` is the text it was read from, `start` and `end` its span in the given text."""

    date: PublicationDate
    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading before limits: ISO text, the first day it can mean, and its span of lexemes."""

    iso: str
    first_day: date
    start: int
    end: int


def read_date(text: str, *, today: date, arabic: bool = False, day_first: bool | None = None) -> DateReading | None:
    """The publication date that a short text states, or None where it states none that can be trusted.

    `today` is the day of reading: a date more than two days after it is refused, and so is one before 1850.
    `arabic` says that the text stands in, or was labelled in, Arabic: numbers are then day, month, year.
    `day_first` is the source's known order of day and month in numbers; None where it is not known.
    Never raises.
    """
    plain = _read_plain(text)
    if plain is not None and _within_limits(plain, today):
        return DateReading(PublicationDate(text), text, 0, len(text))
    folded = fold(text[:_LONGEST_TEXT])
    lexemes = lex(folded.text)
    if not lexemes:
        return None
    found = _find_bare(lexemes, folded) or _find_among_units(lexemes, order_of(text, lexemes, arabic, day_first))
    if found is None or not _within_limits(found.first_day, today):
        return None
    start, end = folded.span(lexemes[found.start].start, lexemes[found.end - 1].end)
    return DateReading(PublicationDate(found.iso), text[start:end], start, end)


def _read_plain(text: str) -> date | None:
    """The day that a text says which is nothing but a day in the form of ISO 8601, as tables and programs write it."""
    if _PLAIN_DAY.fullmatch(text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def order_of(text: str, lexemes: Sequence[Lexeme], arabic: bool, day_first: bool | None) -> bool | None:
    """Whether the day stands before the month in numbers, or None where nothing tells."""
    if day_first is not None:
        return day_first
    if arabic or any(_is_arabic(character) for character in text):
        return True
    if any(lexeme.role is Role.PUBLISHED_DAY_FIRST for lexeme in lexemes):
        return True
    return False if _NORTH_AMERICAN.search(text) else None


def _is_arabic(character: str) -> bool:
    """Whether a character is a letter or digit of the Arabic script; marks, tatweel and controls are not."""
    return unicodedata.category(character) in {"Lo", "Nd"} and unicodedata.name(character, "").startswith(
        ("ARABIC", "EXTENDED ARABIC")
    )


def _within_limits(day: date, today: date) -> bool:
    return _EARLIEST <= day <= today + _AHEAD and day not in _SENTINELS


def _find_among_units(lexemes: Sequence[Lexeme], day_first: bool | None) -> _Found | None:
    """The one date of publication among all dates of the text."""
    units = find_units(lexemes, find_mentions(lexemes, day_first))
    units = [unit for unit in units if unit.role not in {Role.UPDATED, Role.OTHER}]
    if any(unit.mention.shape is Shape.BROKEN for unit in units) or _is_followed_by_update(lexemes, units):
        return None
    labelled = [unit for unit in units if unit.role is not None and unit.mention.shape is not Shape.YEARLESS]
    units = labelled or units
    days = [unit for unit in units if unit.mention.shape is Shape.DAY]
    return _find_day(days) if days else _find_month(lexemes, units)


def _find_day(units: Sequence[Unit]) -> _Found | None:
    """The day that all units agree on; the first that gives a time gives it."""
    common = set(units[0].mention.days).intersection(*(unit.mention.days for unit in units[1:]))
    settled = {unit.mention.days[0] for unit in units if unit.mention.settled}
    if len(settled) > 1:
        return None
    if settled:
        day = settled.pop()
        if day not in common:
            return None
    elif len(units) > 1 and len(common) == 1:
        day = common.pop()
    else:
        return None
    unit = next((unit for unit in units if unit.clock is not None), units[0])
    iso = day.isoformat() if unit.clock is None else f"{day.isoformat()}T{unit.clock.iso(day)}"
    return _Found(iso, day, unit.start, unit.end)


def _find_month(lexemes: Sequence[Lexeme], units: Sequence[Unit]) -> _Found | None:
    """Month and year, where the text holds little else."""
    months = {unit.mention.month for unit in units if unit.mention.shape is Shape.MONTH}
    if len(months) != 1 or any(unit.mention.shape is Shape.YEARLESS for unit in units):
        return None
    unit = next(unit for unit in units if unit.mention.shape is Shape.MONTH)
    rest = [*lexemes[: unit.parts[0]], *lexemes[unit.parts[1] :]]
    words = sum(lexeme.kind not in _SMALL for lexeme in rest)
    if unit.mention.month is None or (unit.role is None and words > 4):
        return None
    year, month = unit.mention.month
    return _Found(f"{year:04}-{month:02}", date(year, month, 1), *unit.parts)


def _is_followed_by_update(lexemes: Sequence[Lexeme], units: Sequence[Unit]) -> bool:
    """Whether the only date is marked after it as an update: `2 June 2025 (updated)`."""
    if len(units) != 1 or units[0].role is not None:
        return False
    rest = [lexeme for lexeme in lexemes[units[0].end :] if lexeme.kind is not Kind.MARK]
    return len(rest) == 1 and rest[0].role is Role.UPDATED


def _find_bare(lexemes: Sequence[Lexeme], folded: Folded) -> _Found | None:
    """A text that is one number, or two, and nothing else: a year, a month in numbers, `20250602`, Unix time."""
    core = [index for index, lexeme in enumerate(lexemes) if lexeme.kind is not Kind.TIME]
    numbers = [index for index in core if lexemes[index].kind is Kind.NUMBER and lexemes[index].width]
    if not numbers or any(lexemes[index].kind not in {*_SMALL, Kind.NUMBER} for index in core):
        return None
    roles = {lexemes[index].role for index in core if lexemes[index].role is not None}
    if roles - {Role.PUBLISHED, Role.PUBLISHED_DAY_FIRST}:
        return None
    epoch = _find_epoch(folded.text.strip())
    if epoch is not None:
        return epoch
    if len(numbers) == 1 and stands_free(lexemes, numbers[0]):
        return _find_lone_number(lexemes, numbers[0])
    if len(numbers) == 2 and numbers[1] == numbers[0] + 2 and len(lexemes) == len(core):
        return _find_numeric_month(lexemes, numbers[0])
    return None


def _find_epoch(text: str) -> _Found | None:
    """Seconds or milliseconds since 1970, UTC: ten or thirteen digits and nothing else."""
    match = _EPOCH.fullmatch(text)
    if match is None or match[1].startswith("0"):
        return None
    moment = datetime.fromtimestamp(int(match[1]), UTC)
    return _Found(moment.strftime("%Y-%m-%dT%H:%M:%S+00:00"), moment.date(), 0, 1)


def _find_lone_number(lexemes: Sequence[Lexeme], index: int) -> _Found | None:
    """A year (`2025`, `عام 2025م`) or a day without separators (`20250602`)."""
    lexeme, following = lexemes[index], lexemes[index + 1] if index + 1 < len(lexemes) else None
    digits = lexeme.text
    if lexeme.width == 4 and len({one.kind for one in lexemes} & {Kind.TIME}) == 0:
        if following is not None and following.kind is Kind.ERA and following.text not in {"م", "ad", "ce"}:
            return None
        signed = index > 0 and lexemes[index - 1].text in {"-", "+", "."}
        return None if signed or int(digits) < 1850 else _Found(digits, date(int(digits), 1, 1), index, index + 1)
    if lexeme.width == 8:
        try:
            day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError:
            return None
        return _Found(day.isoformat(), day, index, index + 1)
    return None


def _find_numeric_month(lexemes: Sequence[Lexeme], index: int) -> _Found | None:
    """`2025-06`, `06/2025`: year of four digits and month of two, joined."""
    first, mark, second = lexemes[index : index + 3]
    if mark.text not in {"-", "/"} or not (mark.joined and second.joined) or first.width + second.width != 6:
        return None
    year, month = (first, second) if first.width == 4 else (second, first)
    if year.width != 4 or not 1 <= month.number <= 12 or year.number < 1850:
        return None
    return _Found(f"{year.text}-{month.text}", date(year.number, month.number, 1), index, index + 3)
