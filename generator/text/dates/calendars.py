"""The three calendars in which sources write dates, and their days as days of the Gregorian calendar.

Hijri follows Umm al-Qura (the `hijridate` package; years 1343 to 1500), Persian the Solar Hijri calendar (`jdatetime`).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import jdatetime
from hijridate import Gregorian, Hijri

_HIJRI_YEARS = range(1343, 1501)
_PERSIAN_YEARS = range(1229, 1500)


class Calendar(StrEnum):
    """A calendar in which a source may date."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    PERSIAN = "persian"


def find_day(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a calendar's day, or None where that calendar has no such day."""
    try:
        if calendar is Calendar.HIJRI:
            return _hijri_day(year, month, day)
        if calendar is Calendar.PERSIAN:
            return _persian_day(year, month, day)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def find_month_and_day(calendar: Calendar, day: date) -> tuple[int, int] | None:
    """Month and day that a Gregorian day has in `calendar`, or None where the calendar does not reach it."""
    try:
        if calendar is Calendar.HIJRI:
            hijri = Gregorian(day.year, day.month, day.day).to_hijri()
            return int(hijri.month), int(hijri.day)
        if calendar is Calendar.PERSIAN:
            persian = jdatetime.date.fromgregorian(date=day)
            return int(persian.month), int(persian.day)
        return day.month, day.day
    except (ValueError, OverflowError):
        return None


def is_year_of(calendar: Calendar, year: int) -> bool:
    """Whether the number is a year that a source would write in `calendar`."""
    if calendar is Calendar.HIJRI:
        return year in _HIJRI_YEARS
    if calendar is Calendar.PERSIAN:
        return year in _PERSIAN_YEARS
    return year >= 1600


def _hijri_day(year: int, month: int, day: int) -> date | None:
    if year not in _HIJRI_YEARS:
        return None
    gregorian = Hijri(year, month, day).to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


def _persian_day(year: int, month: int, day: int) -> date | None:
    if year not in _PERSIAN_YEARS:
        return None
    gregorian = jdatetime.date(year, month, day).togregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)
