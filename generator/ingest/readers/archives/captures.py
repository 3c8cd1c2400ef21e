"""What one record of a web archive is, by its headers and how its content begins: a page, a feed, or neither.

Not for how records are cut (`archive_records`, `http_archive`), nor for how pages are read (`web_archive`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from warcio.archiveiterator import ArcWarcRecordLoader
from warcio.exceptions import ArchiveLoadFailed

from generator.ingest.readers.archives.archive_records import RawRecord
from generator.ingest.readers.archives.http_content import (
    ContentError,
    HttpResponse,
    content_of,
    parse_content_type,
    parse_response,
)
from generator.ingest.readers.feeds.archived_feed import begins_feed, may_be_feed

_HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "application/xhtml"})
# Types that servers give to what they do not know: the content decides.
_UNSURE_TYPES: Final = frozenset(
    {"", "text/plain", "application/octet-stream", "application/xml", "text/xml", "unknown/unknown", "*/*", "no-type"}
)
# How HTML begins, by the rules of the WHATWG MIME Sniffing Standard, 7.1.
_BEGINS_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s|<!--.{0,8192}?-->|<\?xml[^>]{0,512}\?>)*+<(?:!doctype\s+html|html|head|body|title|h1|div|p|br|table"
    rb"|script|style|meta)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_STAMP = re.compile(r"\s*(\d{4})-?(\d\d)?-?(\d\d)?(?:[T ]?(\d\d):?(\d\d)?:?(\d\d)?(?:\.(\d{1,9}))?)?")


@dataclass(frozen=True, slots=True)
class Capture:
    """One record's place in the archive and what its headers say of it. `left_out`: why it is neither page nor feed, or
    empty."""

    number: int
    uri: str
    stamp: str
    left_out: str = ""
    response: HttpResponse | None = None
    is_whole: bool = True
    is_feed: bool = False

    @property
    def key(self) -> str:
        return self.uri or f"{self.number}"


def capture_of_record(raw: RawRecord) -> Capture:
    """What a record is, by its headers alone."""
    try:
        loaded = ArcWarcRecordLoader(verify_http=False).parse_record_stream(
            io.BytesIO(raw.header), known_format="arc" if raw.is_arc else None, no_record_parse=True
        )
    except (ArchiveLoadFailed, EOFError, ValueError, IndexError, KeyError, AttributeError, OverflowError):
        return Capture(raw.number, "", "", "records with headers that cannot be read")
    header: Callable[[str], str] = lambda name: str(loaded.rec_headers.get_header(name) or "").strip()  # noqa: E731
    uri, stamp = header("WARC-Target-URI"), comparable(header("WARC-Date"))
    if raw.is_arc:
        stamp = comparable(raw.header.split(b" ")[-3].decode("ascii", "replace"))
    kind = str(loaded.rec_type or "").lower()
    reason = _kind_left_out(kind, uri, header("WARC-Segment-Number"))
    if reason:
        return Capture(raw.number, uri, stamp, reason)
    content_type = header("Content-Type")
    response = _response(kind, raw.content, content_type, is_arc=raw.is_arc)
    if response is None:
        return Capture(raw.number, uri, stamp, "responses without a status")
    return capture_of_answer(raw.number, uri, stamp, response, is_whole=raw.is_whole)


def capture_of_answer(number: int, uri: str, stamp: str, response: HttpResponse, *, is_whole: bool = True) -> Capture:
    """What an answer of HTTP is, captured at `stamp` (14 digits and more, as `comparable` gives it)."""
    is_feed = response.status == 200 and may_be_feed(response.media_type) and _begins_feed(response)
    reason = "" if is_feed else _response_left_out(response)
    return Capture(number, uri, stamp, reason, response, is_whole, is_feed)


def _response(kind: str, content: bytes, content_type: str, *, is_arc: bool) -> HttpResponse | None:
    response = parse_response(content) if kind == "response" else None
    if response is not None or (kind == "response" and not is_arc and "http" in content_type.lower()):
        return response
    media_type, charset = parse_content_type(content_type)
    return HttpResponse(200, "" if is_arc else media_type, charset, content)


def _kind_left_out(kind: str, uri: str, segment: str) -> str:
    """Why a record of that kind is no page; empty where it may be one."""
    low = uri.lower()
    if kind not in ("response", "resource"):
        return {"revisit": "visits that found a page unchanged"}.get(kind, "records of the crawl itself")
    if low.startswith(("dns:", "whois:", "ntp:")):
        return "records of the crawl itself"
    if low.split("?")[0].endswith("/robots.txt"):
        return "robots.txt"
    return "parts of records in several segments" if segment not in ("", "1") else ""


def _response_left_out(response: HttpResponse) -> str:
    """Why a response is no page; empty where it is one."""
    if 300 <= response.status < 400:
        return "redirects"
    if response.status != 200:
        return "errors and other answers than 200"
    if response.media_type in _HTML_TYPES:
        return "" if response.body.strip() else "empty answers"
    if response.media_type in _UNSURE_TYPES and _begins_html(response):
        return ""
    return "images, styles, scripts and other files"


def _begins_html(response: HttpResponse) -> bool:
    return _BEGINS_HTML.match(_beginning(response)) is not None


def _begins_feed(response: HttpResponse) -> bool:
    begin = _beginning(response)
    return _BEGINS_HTML.match(begin) is None and begins_feed(begin[: 1 << 16])


def _beginning(response: HttpResponse) -> bytes:
    """The first bytes of a response, unpacked; none where they cannot be unpacked."""
    try:
        body, _ = content_of(replace(response, body=response.body[: 1 << 16]), 1 << 22)
    except ContentError:
        return b""
    return body


def comparable(stamp: str) -> str:
    """A time of capture (ISO 8601 in UTC at any precision, or 14 digits) in a form that can be compared as text; empty
    where it is none."""
    found = _STAMP.match(stamp)
    return (
        ""
        if found is None
        else "".join(
            (part or "").ljust(width, "0") for part, width in zip(found.groups(), (4, 2, 2, 2, 2, 2, 9), strict=True)
        )
    )
