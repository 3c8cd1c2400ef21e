"""Feeds that a web archive holds (RSS, Atom, JSON Feed): told from other answers, and read item by item.

How a feed is read is `feed`'s; which captures of an archive are read is `web_archive`'s.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.feeds.feed import is_feed
from generator.ingest.readers.xml.xml_text import declared_encoding
from generator.model.source import Record, SourceDocument

_NO_TEXT = re.compile(r"(?:image|video|audio|font)/|text/css|(?:text|application)/(?:x-)?(?:java|ecma)script|[^/]*/pdf")
_MAY_BEGIN = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*[<{]")
_MARKS = (b"<rss", b"<feed", b":rss", b":feed", b"rdf", b"jsonfeed.org")
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class ReadFeed(Protocol):
    """How a feed is read (`feed.read_feed`). Raises UnreadableError."""

    def __call__(self, document: SourceDocument, *, address: str | None) -> Iterator[Record | Problem]: ...


def may_be_feed(media_type: str) -> bool:
    """Whether an answer of this type may be a feed; servers send feeds as text, as XML of any kind, and as HTML."""
    return _NO_TEXT.match(media_type) is None


def begins_feed(head: bytes) -> bool:
    """Whether an answer with this beginning is a feed, by its content."""
    if _MAY_BEGIN.match(head) is None:
        return False
    low = head.replace(b"\0", b"").lower()
    return any(mark in low for mark in _MARKS) and is_feed(Path("feed"), head)


def read_archived_feed(
    body: bytes, charset: str | None, address: str, day: date | None, path: Path, read: ReadFeed
) -> Iterator[Record | Problem]:
    """The items of a feed that an archive at `path` holds, captured at `address` on `day`; the key of each is
    `<address>#<its own key>`. `charset` is what HTTP said of its encoding."""
    within: Callable[[str], str] = lambda key: f"{address}#{key}" if key else address  # noqa: E731
    document = SourceDocument.of(path, _in_utf8(body, charset), "")
    web = address if address.lower().startswith(("http://", "https://")) else None
    try:
        for each in read(document, address=web):
            if isinstance(each, Problem):
                yield replace(each, path=path, line=None, record=within(each.record))
                continue
            key = within(each.key)
            problems = tuple(replace(problem, path=path, line=None, record=key) for problem in each.problems)
            yield replace(each, key=key, line=None, reference=day, problems=problems)
    except UnreadableError as error:
        yield replace(error.problem, path=path, line=None, record=address)


def _in_utf8(body: bytes, charset: str | None) -> bytes:
    """A feed in UTF-8 where only HTTP says which encoding it is in, and says it rightly (RFC 7303, 3)."""
    if charset is None or body.startswith(_BOMS) or declared_encoding(body[:1024]):
        return body
    try:
        body.decode()
    except UnicodeDecodeError:
        pass
    else:
        return body
    try:
        return body.decode(charset).encode()
    except (LookupError, ValueError):
        return body
