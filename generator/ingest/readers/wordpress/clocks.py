"""The offset from UTC of a site's own clock, which WordPress does not write but shows by two stamps of one moment.

Not for what the dates mean (`posts`), nor for other programs' stamps.
"""

from __future__ import annotations

from datetime import datetime, timedelta

_EARLIEST, _LATEST, _STEP = timedelta(hours=-12), timedelta(hours=14), timedelta(minutes=15)


def find_offset(local: str, universal: str) -> str:
    """The offset that two stamps of one moment show (`+0300`), both without one of their own (`2025-06-02 10:00:00`,
    or with a `T` between); empty where they show none that there is."""
    try:
        difference = _moment(local) - _moment(universal)
    except ValueError:
        return ""
    if not _EARLIEST <= difference <= _LATEST or difference % _STEP:
        return ""
    minutes = int(difference.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{abs(minutes) % 60:02d}"


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp.replace("T", " "), "%Y-%m-%d %H:%M:%S")
