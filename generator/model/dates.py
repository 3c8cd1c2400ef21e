"""When an article was published, as exactly as its source says and no more exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date is known."""

    NONE = "none"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


class Months(StrEnum):
    """Which Arabic names the Gregorian months are shown under (CLDR: ar, ar_LB, ar_DZ, ar_MA)."""

    GULF = "gulf"
    LEVANT = "levant"
    MAGHREB = "maghreb"
    MOROCCO = "morocco"


class Numerals(StrEnum):
    """Which digits the Arabic interface shows (CLDR numbering systems)."""

    LATN = "latn"
    ARAB = "arab"


_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d)?)?)?)?"
)


@dataclass(frozen=True, slots=True, order=True)
class PublicationDate:
    """A date in the reduced precision of ISO 8601: `2025`, `2025-06`, `2025-06-02` or `2025-06-02T14:35:00+03:00`.

    The text is the value: it sorts in time order as long as offsets agree, and it never pretends to know a day or an
    offset that the source did not give. The day is the one the source wrote, in the source's own time zone.
    """

    iso: str

    def __post_init__(self) -> None:
        """Raise ValueError where `iso` is not of one of the four forms or names a day that does not exist."""
        if not _ISO.fullmatch(self.iso):
            raise ValueError(f"not an ISO 8601 date of reduced precision: {self.iso!r}")
        date(self.year, self.month or 1, self.day or 1)

    @property
    def year(self) -> int:
        """The year, Gregorian."""
        return int(self.iso[:4])

    @property
    def month(self) -> int | None:
        """The month, 1 to 12, or None."""
        return int(self.iso[5:7]) if len(self.iso) >= 7 else None

    @property
    def day(self) -> int | None:
        """The day of the month, or None."""
        return int(self.iso[8:10]) if len(self.iso) >= 10 else None

    @property
    def time(self) -> str | None:
        """The time of day as written after the `T`, with offset if known, or None."""
        return self.iso[11:] or None

    @property
    def precision(self) -> Precision:
        """How exactly the date is known; never NONE, for which a date is simply None."""
        if len(self.iso) > 10:
            return Precision.MINUTE
        return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(self.iso)]
