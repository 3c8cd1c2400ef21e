"""Which format a document is in, by its content first, and the reader for it.

One row a format, in the order in which they are asked; the readers themselves stand in `readers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.agencies.news_xml import is_news_xml, read_news_xml
from generator.ingest.readers.archives.captures import Capture
from generator.ingest.readers.archives.service_exports import as_draft
from generator.ingest.readers.archives.web_archive import (
    ReadCaptures,
    is_web_archive,
    read_capture,
    read_web_archive,
)
from generator.ingest.readers.feeds.feed import is_feed, read_feed
from generator.ingest.readers.mail.letters import is_letters, read_letters
from generator.ingest.readers.pages.no_pages import is_no_page, refuse_no_page
from generator.ingest.readers.pages.page_selectors import FindSelectors
from generator.ingest.readers.pages.saved_page import is_saved_page, read_page, read_saved_page
from generator.ingest.readers.tables.csv_table import is_csv_table, read_csv_table
from generator.ingest.readers.tables.json_table import is_json_lines, is_json_table, read_json_lines, read_json_table
from generator.ingest.readers.tables.telegram import is_chat_page, refuse_chat_page
from generator.ingest.readers.tables.xml_table import is_xml_table, read_xml_table
from generator.ingest.readers.text.front_matter import read_meta
from generator.ingest.readers.text.front_matter_text import is_front_matter_text, read_front_matter_text
from generator.ingest.readers.text.movable_type import is_movable_type, read_movable_type
from generator.ingest.readers.wordpress.export import is_wordpress, read_wordpress
from generator.model.source import Record, SourceDocument
from generator.store.documents import read_companion_text
from generator.store.mapping_places import find_mapping
from generator.store.table_mapping import TableMapping, load_mapping

HEAD = 1 << 16
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Beside:
    """What lies beside a document and says how to read it: a table's mapping, the text of Nikola's `.meta` file, and
    that it is a draft."""

    mapping: TableMapping | None = None
    meta: str | None = None
    draft: bool = False


NOTHING = Beside()
Read = Callable[[SourceDocument, Beside, FindSelectors], Iterator[Record | Problem]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, how it is told by a file's name and first bytes, its reader, how many bytes a document may
    have (None: any number, it is read as a stream), and whether a document holds one article or many records. `apart`
    reads one of many records that others are to read, several at a time."""

    name: str
    matches: Callable[[Path, bytes], bool]
    read: Read | None
    largest: int | None = None
    many: bool = False
    apart: Callable[[SourceDocument, ReadCaptures], Iterator[Record | Problem]] | None = None


def _is_any(_path: Path, _head: bytes) -> bool:
    return True


def _wordpress(document: SourceDocument, _beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_wordpress(document)


def _news_xml(document: SourceDocument, _beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_news_xml(document)


def _feed(document: SourceDocument, _beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_feed(document)


def _web_archive(document: SourceDocument, _beside: Beside, selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_web_archive(document, lambda captures: read_captures(document.path, captures, selectors))


def read_captures(
    path: Path, captures: Iterable[Capture], selectors: FindSelectors
) -> Iterator[tuple[Record | Problem, ...]]:
    """What each of some captures of the web archive at `path` holds, in their order."""
    read = partial(read_page, selectors=selectors)
    for capture in captures:
        yield tuple(read_capture(path, capture, read, read_feed))


def _chat_page(document: SourceDocument, _beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    raise refuse_chat_page(document.path)


def _no_page(document: SourceDocument, _beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return refuse_no_page(document.path, read_head(document))


def _saved_page(document: SourceDocument, beside: Beside, selectors: FindSelectors) -> Iterator[Record | Problem]:
    found = read_saved_page(document, selectors=selectors)
    if not beside.draft:
        return found
    return (as_draft(each) if isinstance(each, Record) else each for each in found)


def _letters(document: SourceDocument, _beside: Beside, selectors: FindSelectors) -> Iterator[Record | Problem]:
    def read(raw: bytes, declared: str | None, path: Path) -> Record:
        return read_page(raw, declared=declared, address=None, path=path, selectors=selectors)

    return read_letters(document, read)


def _movable_type(document: SourceDocument, _beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_movable_type(document)


def _json_lines(document: SourceDocument, beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_json_lines(document, mapping=beside.mapping)


def _json(document: SourceDocument, beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_json_table(document, mapping=beside.mapping)


def _csv(document: SourceDocument, beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_csv_table(document, mapping=beside.mapping)


def _xml_table(document: SourceDocument, beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_xml_table(document, mapping=beside.mapping)


def _front_matter(document: SourceDocument, beside: Beside, _selectors: FindSelectors) -> Iterator[Record | Problem]:
    return read_front_matter_text(document, meta=beside.meta)


PLAIN_TEXT = Format("plain text", _is_any, None, largest=5 * _MEGABYTE)
_FRONT_MATTER = Format("text with front matter", is_front_matter_text, _front_matter, largest=5 * _MEGABYTE)
FORMATS: tuple[Format, ...] = (
    Format("a web archive", is_web_archive, _web_archive, many=True, apart=read_web_archive),
    Format("a WordPress export", is_wordpress, _wordpress, many=True),
    Format("agency news", is_news_xml, _news_xml, largest=256 * _MEGABYTE, many=True),
    Format("a feed", is_feed, _feed, largest=256 * _MEGABYTE, many=True),
    Format("a table of XML", is_xml_table, _xml_table, many=True),
    Format("a page of Telegram", is_chat_page, _chat_page),
    Format("markup without an article", is_no_page, _no_page),
    Format("a saved page", is_saved_page, _saved_page, largest=30 * _MEGABYTE),
    Format("a Movable Type export", is_movable_type, _movable_type, many=True),
    Format("letters", is_letters, _letters, many=True),
    _FRONT_MATTER,  # before JSON, which it may be
    Format("JSON Lines", is_json_lines, _json_lines, many=True),
    Format("JSON", is_json_table, _json, many=True),
    Format("a table of cells", is_csv_table, _csv, many=True),
)


def find_format(document: SourceDocument, beside: Beside = NOTHING) -> Format:
    """The format of a document; its front matter may lie beside it.

    Raises UnreadableError with code `too-large`, and OSError where it cannot be read."""
    head = read_head(document)
    found = next((each for each in FORMATS if each.matches(document.path, head)), PLAIN_TEXT)
    if found is PLAIN_TEXT and beside.meta and read_meta(beside.meta):
        found = _FRONT_MATTER
    if found.largest is not None and document.size > found.largest:
        raise UnreadableError(_too_large(document, found))
    return found


def read_head(document: SourceDocument) -> bytes:
    """The first bytes of a document, by which its format is told. Raises OSError."""
    with document.open() as stream:
        return stream.read(HEAD)


def look_beside(file: Path, shown: Path) -> Beside:
    """What lies beside the document in a file, which problems call `shown`. Raises UnreadableError where its mapping
    cannot be used."""
    folder, name = file.parent, Path(file.name)
    mapping = find_mapping(folder, name)
    return Beside(
        _load_shown(folder, mapping, shown) if mapping is not None else None,
        read_companion_text(folder, name.with_suffix(".meta")),
    )


def _load_shown(folder: Path, mapping: Path, shown: Path) -> TableMapping:
    """The mapping in a folder, told of as it lies beside the document that problems call `shown`."""
    try:
        return replace(load_mapping(folder, mapping), path=shown.with_name(mapping.name))
    except UnreadableError as error:
        raise UnreadableError(replace(error.problem, path=shown.with_name(mapping.name))) from error


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
