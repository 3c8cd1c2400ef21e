"""Which format a document is in, by its content first, and the reader for it.

One row a format, in the order in which they are asked; the readers themselves stand in `readers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.feed import is_feed, read_feed
from generator.ingest.readers.saved_page import is_saved_page, read_saved_page
from generator.ingest.readers.wordpress import is_wordpress, read_wordpress
from generator.model.source import Record, SourceDocument

HEAD = 1 << 16
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, how it is told by a file's name and first bytes, its reader, how many bytes a document may
    have (None: any number, it is read as a stream), and whether a document holds one article or many records."""

    name: str
    matches: Callable[[Path, bytes], bool]
    read: Callable[[SourceDocument], Iterator[Record | Problem]] | None
    largest: int | None = None
    many: bool = False


def _is_any(_path: Path, _head: bytes) -> bool:
    return True


PLAIN_TEXT = Format("plain text", _is_any, None, largest=5 * _MEGABYTE)
FORMATS: tuple[Format, ...] = (
    Format("a WordPress export", is_wordpress, read_wordpress, many=True),
    Format("a feed", is_feed, read_feed, largest=256 * _MEGABYTE, many=True),
    Format("a saved page", is_saved_page, read_saved_page, largest=30 * _MEGABYTE),
)


def find_format(document: SourceDocument) -> Format:
    """The format of a document. Raises UnreadableError with code `too-large`, and OSError where it cannot be read."""
    with document.open() as stream:
        head = stream.read(HEAD)
    found = next((each for each in FORMATS if each.matches(document.path, head)), PLAIN_TEXT)
    if found.largest is not None and document.size > found.largest:
        raise UnreadableError(_too_large(document, found))
    return found


def _too_large(document: SourceDocument, found: Format) -> Problem:
    largest = (found.largest or 0) // _MEGABYTE
    return Problem(
        "too-large",
        f"the document is too large for {found.name}",
        document.path,
        expected=f"at most {largest} MB",
        found=f"{document.size / _MEGABYTE:.1f} MB",
        cure="split it into documents of one page each",
    )
