"""The time of day as a source writes it: 24 hours or halves of the day, with an offset, a named zone, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from generator.text.dates.lexicon import Meridiem
from generator.text.dates.zones import Zone

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})\s?[:.h]?\s?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"(?:\s?(?P<utc>z)|\s?(?P<sign>[+-])(?P<hours>\d\d)(?::?(?P<minutes>\d\d))?)?"
)
_WIDEST_OFFSET = 14 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `offset` is in minutes east of UTC; `zone` is named instead; `valid` is False where the words
    contradict the number (`14:35 ص`), and then the time is not used."""

    hour: int
    minute: int
    second: int = 0
    offset: int | None = None
    zone: Zone | None = None
    valid: bool = True

    def in_half(self, half: Meridiem) -> Clock:
        """The same clock with the half of the day that follows it in the text."""
        hour = _hour_in_half(self.hour, half)
        return replace(self, valid=False) if hour is None else replace(self, hour=hour)

    def iso(self, day: date) -> str:
        """`14:35:00`, with the offset on `day` where it is known."""
        offset = self.zone.offset_on(day) if self.offset is None and self.zone else self.offset
        text = f"{self.hour:02}:{self.minute:02}:{self.second:02}"
        if offset is None:
            return text
        hours, minutes = divmod(abs(offset), 60)
        return f"{text}{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"


def read_clock(text: str) -> Clock | None:
    """The clock of a folded time (`14:35`, `14:35:00.5+03:00`, `14h35`, `1435z`), or None where no clock shows it."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    offset = 0 if match["utc"] else None
    if match["sign"]:
        offset = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        if offset > _WIDEST_OFFSET or int(match["minutes"] or 0) > 59:
            return None
        offset = -offset if match["sign"] == "-" else offset
    return Clock(hour, minute, second, offset)


def _hour_in_half(hour: int, half: Meridiem) -> int | None:
    """The hour of 24 for an hour written with a half of the day, or None where they contradict each other."""
    if half is Meridiem.NIGHT:
        half = Meridiem.PM if 6 <= hour != 12 else Meridiem.AM
    elif half is Meridiem.NOON:
        half = Meridiem.AM if hour in {10, 11} else Meridiem.PM
    if half is Meridiem.AM:
        return None if hour > 12 else hour % 12
    if hour == 0:
        return None
    return hour if hour >= 12 else hour + 12
