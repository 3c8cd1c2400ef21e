"""Web archives (WARC, ARC, compressed or not, HAR): each HTML page that answered with success becomes one record, and
each item of a feed that did.

How a page is read is `saved_page`'s, a feed `archived_feed`'s; how an archive is cut is `archive_records`'. The day of
the capture is what «today» in a page refers to, and never its date.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter, deque
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import quote

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.archives.archive_problems import damaged, left_out, unreadable_page
from generator.ingest.readers.archives.archive_records import MOST_CONTENT, Cutting, cut_records
from generator.ingest.readers.archives.captures import Capture, capture_of_record
from generator.ingest.readers.archives.compressed import Unpacked, compression_of
from generator.ingest.readers.archives.http_archive import is_http_archive, read_answers
from generator.ingest.readers.archives.http_content import ContentError, content_of
from generator.ingest.readers.feeds.archived_feed import ReadFeed, read_archived_feed
from generator.model.source import Claim, FieldName, Record, SourceDocument

_MOST_AGAIN: Final = 3
_HEAD: Final = 1 << 16


class ReadPage(Protocol):
    """How a page in memory is read (`saved_page.read_page`). Raises UnreadableError."""

    def __call__(
        self, raw: bytes, *, declared: str | None, address: str | None, path: Path, taken: date | None
    ) -> Record: ...


@dataclass(slots=True)
class _Index:
    """Which record of the archive is the latest capture of each address, with those before it, the latest last."""

    captures: dict[bytes, list[tuple[str, int]]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def is_web_archive(path: Path, head: bytes) -> bool:
    """Whether a document is a web archive, by its first bytes (64 KiB), compressed or not."""
    del path  # content tells
    if is_http_archive(head):
        return True
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
    for capture, mended in _captures(document, cutting):
        if capture.left_out:
            index.left_out[capture.left_out] += 1
            continue
        if mended:
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


def _captures(
    document: SourceDocument, cutting: Cutting, wanted: Container[int] | None = None
) -> Iterator[tuple[Capture, bool]]:
    """The captures of an archive, those `wanted` by their numbers or all, each with whether its length was mended."""
    with document.open() as stream:
        head = stream.read(_HEAD)
    if is_http_archive(head):
        found = ((capture, False) for capture in read_answers(document, cutting))
        yield from (each for each in found if wanted is None or each[0].number in wanted)
        return
    for raw in cut_records(document.open, cutting):
        if wanted is None or raw.number in wanted:
            yield capture_of_record(raw), raw.mended


def _read(
    document: SourceDocument, wanted: dict[int, bytes], read_captures: ReadCaptures
) -> Iterator[tuple[int, Record | Problem]]:
    """The wanted records by their number, each read as a page or feed or told as a problem."""
    numbers: deque[int] = deque()

    def captures() -> Iterator[Capture]:
        for capture, _ in _captures(document, Cutting(), wanted):
            numbers.append(capture.number)
            yield capture

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
