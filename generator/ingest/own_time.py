"""Stamps in UTC told in a publisher's own time: the day that its readers saw.

Not for times that are written with another offset, or none: they stay as they stand.
"""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from generator.model.dates import PublicationDate

# What programs write, by ISO 8601, RFC 5322 (as RSS has it) or as seconds since 1970. «22:30 GMT» in a line that people
# read is none of them: that is what its readers saw.
_STAMP = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]00(?::?00)?)"
    r"|\d{8}T\d{4}(?:\d\d)?Z"
    r"|(?:[A-Z][a-z]{2,8},?\s+)?\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}\s+\d\d:\d\d"
    r"(?::\d\d\s*(?:Z|UTC?|GMT|[+-]0000)|\s*[+-]0000)"
    r"|\d{10}(?:\d{3})?(?:\.\d+)?",
    re.IGNORECASE,
)
_UTC = "+00:00"


def in_own_time(found: PublicationDate, written: str, zone: str | None) -> PublicationDate:
    """The date `found` that `written` states, in the time of `zone` (a name of the IANA database; None: not known)
    where it is a stamp in UTC, else as it is.

    A stamp of midnight names a day without a time more often than the moment. Its day stays: where the zone would tell
    another one, it is left as written.
    """
    if zone is None or not found.iso.endswith(_UTC) or not _STAMP.fullmatch(written.strip()):
        return found
    try:
        moment = datetime.fromisoformat(found.iso)
        own = moment.astimezone(ZoneInfo(zone))
    except (ValueError, OverflowError):  # beyond the first or the last year, or no zone of this machine's list
        return found
    at_midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    if at_midnight and own.date() != moment.date():
        return found
    exact = "seconds" if len(found.iso) > len("2025-06-02T22:30+00:00") else "minutes"
    own = own.replace(microsecond=0)
    try:
        return PublicationDate(own.isoformat(timespec=exact))
    except ValueError:  # an offset with seconds, of the time before zones
        return found
