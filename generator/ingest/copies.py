"""Addresses of copies that others keep of a page: they hold the page's own address, and often the day of the copy.

Not for the copies themselves, nor for files of web archives (readers.archives.web_archive).
"""

from __future__ import annotations

import re
from datetime import date

_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(?P<stamp>[^/]+)/(?P<original>https?:/.+)", re.IGNORECASE)
_OTHERS = re.compile(
    r"https?://(?:archive\.ph/[^/]+/|webcache\.[^?]*\?q=cache:[^:]*:?/?)(?P<original>https?:/.+)", re.IGNORECASE
)
# Caches of pages in their form for phones; the letters say what kind of document and, with `s`, that it is of https.
_AMP = re.compile(
    r"https?://(?:[^/]+\.cdn\.ampproject\.org/(?:wp/)?[acirv]|(?:www\.)?google\.[a-z.]+/amp)"
    r"/(?P<secure>s/)?(?P<original>[^/]+\.[^/]+/.+)",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?", re.IGNORECASE)
_ONE_SLASH = re.compile(r"(https?):/(?!/)", re.IGNORECASE)


def read_copy(address: str) -> tuple[str, date | None] | None:
    """The address of the page of which there is a copy at `address`, and the day on which it was made where that tells
    it; None where it is no address of a copy. Some servers leave one slash of two (`https:/example.org`)."""
    if "amp" in address and (cached := _AMP.match(address)):
        return f"http{'s' if cached['secure'] else ''}://{cached['original']}", None
    found = _WAYBACK.match(address) or _OTHERS.match(address)
    if found is None:
        return None
    original = _ONE_SLASH.sub(r"\1://", found["original"], count=1)
    return original, _day_of(found.groupdict().get("stamp") or "")


def _day_of(stamp: str) -> date | None:
    digits = _STAMP.fullmatch(stamp)
    try:
        return date(*map(int, digits.groups())) if digits else None
    except ValueError:
        return None
