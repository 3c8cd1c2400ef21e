"""Web archives (WARC, ARC, compressed or not): each HTML page that answered with success becomes one record, and each
item of a feed that did.

How a page is read is `saved_page`'s, a feed `archived_feed`'s; how an archive is cut is `archive_records`'. The day of
the capture is what «today» in a page refers to, and never its date.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote

from warcio.archiveiterator import ArcWarcRecordLoader
from warcio.exceptions import ArchiveLoadFailed

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.archives.archive_problems import damaged, left_out, unreadable_page
from generator.ingest.readers.archives.archive_records import MOST_CONTENT, Cutting, RawRecord, cut_records
from generator.ingest.readers.archives.compressed import Unpacked, compression_of
from generator.ingest.readers.archives.http_content import (
    ContentError,
    HttpResponse,
    content_of,
    parse_content_type,
    parse_response,
)
from generator.ingest.readers.feeds.archived_feed import ReadFeed, begins_feed, may_be_feed, read_archived_feed
from generator.model.source import Claim, FieldName, Record, SourceDocument

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
_MOST_AGAIN: Final = 3


class ReadPage(Protocol):
    """How a page in memory is read (`saved_page.read_page`). Raises UnreadableError."""

    def __call__(
        self, raw: bytes, *, declared: str | None, address: str | None, path: Path, taken: date | None
    ) -> Record: ...


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


@dataclass(slots=True)
class _Index:
    """Which record of the archive is the latest capture of each address, with those before it, the latest last."""

    captures: dict[bytes, list[tuple[str, int]]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def is_web_archive(path: Path, head: bytes) -> bool:
    """Whether a document is a web archive, by its first bytes (64 KiB), compressed or not."""
    del path  # content tells
    kind = compression_of(head)
    if kind is not None:
        head = io.BufferedReader(Unpacked(io.BytesIO(head), kind, most=1 << 20)).read(512)
    return re.match(rb"\s*WARC/\d\.\d|filedesc://\S+ \S+ \d{8,14} ", head, re.IGNORECASE) is not None


# Reads captures, for each what it holds, in their order; it may be ahead with the captures it takes.
ReadCaptures = Callable[[Iterator[Capture]], Iterator[tuple[Record | Problem, ...]]]


def read_web_archive(document: SourceDocument, read_captures: ReadCaptures) -> Iterator[Record | Problem]:
    """The pages of a web archive in its order, the latest capture of each address, and the items of its feeds, of every
    capture: each may name other articles. Then, as one hint, what is left out.

    The archive is read twice: first to learn which captures are the latest. Where the latest cannot be read as a page,
    the one before it is. Raises UnreadableError (`empty`, `web-archive-damaged`) where no record can be read, OSError.
    """
    cutting = Cutting()
    index = _index(document, cutting)
    if not index.captures and not index.left_out:
        raise UnreadableError(damaged(document.path, cutting, 0))
    wanted = {captures[-1][1]: digest for digest, captures in index.captures.items()}
    for _ in range(_MOST_AGAIN):
        again: dict[int, bytes] = {}
        for number, found in _read(document, wanted, read_captures):
            before = index.captures[wanted[number]]
            if isinstance(found, Problem) and len(before) > 1:
                before.pop()
                index.left_out["captures that are no readable page, with an earlier one in their place"] += 1
                again[before[-1][1]] = wanted[number]
            else:
                yield found
        if not again:
            break
        wanted = again
    if cutting.lost_bytes or cutting.lost_members or cutting.ended:
        pages = sum(map(len, index.captures.values()))
        yield damaged(document.path, cutting, pages + sum(index.left_out.values()))
    if index.left_out:
        yield left_out(document.path, index.left_out)


def _index(document: SourceDocument, cutting: Cutting) -> _Index:
    index = _Index()
    for raw in cut_records(document.open, cutting):
        capture = _capture(raw)
        if capture.left_out:
            index.left_out[capture.left_out] += 1
            continue
        if raw.mended:
            index.left_out["pages with a wrong length, read to where the next record begins"] += 1
        place = f"{capture.key} {capture.number}" if capture.is_feed else _same(capture.key)
        digest = hashlib.blake2b(place.encode("utf-8", "replace"), digest_size=16).digest()
        captures = index.captures.setdefault(digest, [])
        captures.append((capture.stamp, capture.number))
        captures.sort()
    earlier = sum(len(captures) - 1 for captures in index.captures.values())
    if earlier:
        index.left_out["earlier captures of the same addresses"] = earlier
    return index


def _read(
    document: SourceDocument, wanted: dict[int, bytes], read_captures: ReadCaptures
) -> Iterator[tuple[int, Record | Problem]]:
    """The wanted records by their number, each read as a page or feed or told as a problem."""
    numbers: deque[int] = deque()

    def captures() -> Iterator[Capture]:
        for raw in cut_records(document.open, Cutting()):
            if raw.number in wanted:
                numbers.append(raw.number)
                yield _capture(raw)

    for found in read_captures(captures()):
        number = numbers.popleft()
        for each in found:
            yield number, each


def read_capture(path: Path, capture: Capture, read_page: ReadPage, read_feed: ReadFeed) -> Iterator[Record | Problem]:
    """What a capture of the archive at `path` holds: one page, or the items of a feed."""
    unpacked = _unpack(path, capture)
    if isinstance(unpacked, Problem):
        yield unpacked
        return
    body, whole = unpacked
    if not capture.is_feed:
        yield _page(path, capture, body, whole, read_page)
        return
    charset = capture.response.charset if capture.response else None
    for each in read_archived_feed(body, charset, capture.key, _day(capture.stamp), path, read_feed):
        yield each if isinstance(each, Problem) else replace(each, moment=_moment(capture.stamp))


def _unpack(path: Path, capture: Capture) -> tuple[bytes, bool] | Problem:
    """The bytes of a capture, and whether they are all."""
    response = capture.response
    if response is None or not capture.is_whole:
        return unreadable_page(path, capture.key, "it is larger than 10 MB", "a page of at most 10 MB")
    try:
        return content_of(response, MOST_CONTENT)
    except ContentError as fault:
        return unreadable_page(path, capture.key, str(fault), "a page that can be unpacked, of at most 10 MB")


def _page(path: Path, capture: Capture, body: bytes, whole: bool, read_page: ReadPage) -> Record | Problem:
    declared = capture.response.charset if capture.response else None
    address = capture.uri if capture.uri.lower().startswith(("http://", "https://")) else None
    try:
        record = read_page(body, declared=declared, address=address, path=path, taken=_day(capture.stamp))
    except UnreadableError as error:
        return replace(error.problem, path=path, record=capture.key)
    if not whole:
        cut = unreadable_page(path, capture.key, "it ends early", "a whole page", Severity.WARNING)
        record = replace(record, problems=(*record.problems, cut))
    return _as_captured(record, capture, address)


def _as_captured(record: Record, capture: Capture, address: str | None) -> Record:
    """A page's record with what only its archive knows: its key, its address, the day on which it was taken."""
    claims = record.claims
    if address and not any(claim.name is FieldName.URL and claim.value == address for claim in claims):
        claims = (*claims, Claim(FieldName.URL, address, "warc:target-uri"))
    taken = _day(capture.stamp)
    return replace(record, key=capture.key, claims=claims, line=None, reference=taken, moment=_moment(capture.stamp))


def _capture(raw: RawRecord) -> Capture:
    """What a record is, by its headers alone."""
    try:
        loaded = ArcWarcRecordLoader(verify_http=False).parse_record_stream(
            io.BytesIO(raw.header), known_format="arc" if raw.is_arc else None, no_record_parse=True
        )
    except (ArchiveLoadFailed, EOFError, ValueError, IndexError, KeyError, AttributeError, OverflowError):
        return Capture(raw.number, "", "", "records with headers that cannot be read")
    header: Callable[[str], str] = lambda name: str(loaded.rec_headers.get_header(name) or "").strip()  # noqa: E731
    uri, stamp = header("WARC-Target-URI"), _comparable(header("WARC-Date"))
    if raw.is_arc:
        stamp = _comparable(raw.header.split(b" ")[-3].decode("ascii", "replace"))
    kind = str(loaded.rec_type or "").lower()
    reason = _kind_left_out(kind, uri, header("WARC-Segment-Number"))
    if reason:
        return Capture(raw.number, uri, stamp, reason)
    content_type = header("Content-Type")
    response = _response(kind, raw.content, content_type, is_arc=raw.is_arc)
    if response is None:
        return Capture(raw.number, uri, stamp, "responses without a status")
    is_feed = response.status == 200 and may_be_feed(response.media_type) and _begins_feed(response)
    reason = "" if is_feed else _response_left_out(response)
    return Capture(raw.number, uri, stamp, reason, response, raw.is_whole, is_feed)


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


def _comparable(stamp: str) -> str:
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


def _day(stamp: str) -> date | None:
    try:
        return date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    except ValueError:
        return None


def _moment(stamp: str) -> str:
    """The time of a capture in UTC, as ISO 8601 writes it; empty where its stamp is no whole time."""
    if len(stamp) < 14:
        return ""
    try:
        return datetime.strptime(stamp[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
    except ValueError:
        return ""


def _same(uri: str) -> str:
    """An address in the form in which IRIs and their percent-encoded spellings are one (RFC 3987, 3.1)."""
    escaped = quote(uri, safe="%/:?#[]@!$&'()*+,;=~-._", errors="replace")
    return re.sub("%[0-9a-fA-F]{2}", lambda code: code[0].upper(), escaped)
