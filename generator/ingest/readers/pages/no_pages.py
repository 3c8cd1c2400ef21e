"""Markup that is neither a page nor a feed, and is told as what it is: lists of addresses, tables that a program saved
for Excel as a page.

Not for pages of a site that hold no article (`generator.ingest.saved`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import Problem, UnreadableError

_FETCHED = "it only names addresses: name {} under `fetch: feeds` in the publisher's file, and take it away"
_FIRST = rb"\W{0,3}(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*){0,4}"
_KINDS: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (
        re.compile(_FIRST + rb"<(?:\w{1,12}:)?(?:urlset|sitemapindex)\b", re.DOTALL),
        "a sitemap",
        _FETCHED.format("its own"),
    ),
    (
        re.compile(_FIRST + rb"<opml\b", re.DOTALL | re.IGNORECASE),
        "a list of feeds (OPML)",
        _FETCHED.format("those of its feeds"),
    ),
    (
        re.compile(
            rb"<x:ExcelWorkbook|progid[\"']?\s+content=[\"']?excel\.|generator[\"']?\s+content=[\"']?microsoft excel",
            re.IGNORECASE,
        ),
        "a table of Excel, saved as a page",
        "open it in Excel, save it as CSV, and put that in its place (docs/formats/tables.md)",
    ),
)
_BEGINS_AS_PAGE = re.compile(rb"\W{0,3}<(?:!doctype html|html|head|table|meta)\b", re.IGNORECASE)


def is_no_page(path: Path, head: bytes) -> bool:
    """Whether a document that begins with `head` is markup of one of these kinds."""
    return _kind_of(path, head) is not None


def refuse_no_page(path: Path, head: bytes) -> Iterator[Problem]:
    """Raise UnreadableError (`format-not-read-yet`), which says what the document is and what to do with it."""
    _, what, cure = _kind_of(path, head) or _KINDS[0]
    raise UnreadableError(
        Problem(
            "format-not-read-yet",
            f"this is {what}, not an article",
            path,
            expected="a format that docs/formats/README.md names",
            found=what,
            cure=cure,
        )
    )


def _kind_of(path: Path, head: bytes) -> tuple[re.Pattern[bytes], str, str] | None:
    if path.suffix.lower() in (".xls", ".xlsx") and _BEGINS_AS_PAGE.match(head):
        return _KINDS[-1]
    *lists, excel = _KINDS
    found = next((kind for kind in lists if kind[0].match(head)), None)
    if found is None and b"xcel" in head and excel[0].search(head):
        return excel
    return found
