"""What an export of WordPress holds for its posts, wherever it stands in the export: pictures, shared blocks, authors.

Kept in a temporary database on disk, since an export may hold more of them than memory should. Not for the posts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.ingest.readers.wordpress.shortcodes import Picture
from generator.ingest.readers.xml.trees import Element, parse_head, parse_record

if TYPE_CHECKING:
    from generator.ingest.readers.xml.pieces import Piece

_KIND = re.compile(r"<wp:post_type>\s*(?:<!\[CDATA\[)?\s*(attachment|wp_block)\b")
_MOST_AROUND = 4 * 1024 * 1024
_KEPT_IN_MEMORY = -8192  # KiB of pages, in SQLite's words


@dataclass(frozen=True, slots=True)
class Holdings:
    """What was gathered: the element around the posts, the authors' names by login, pictures and blocks by number."""

    head: Element | None
    authors: dict[str, str]
    database: sqlite3.Connection

    def find_picture(self, number: str) -> Picture | None:
        """A picture of the media library by its number; None where the export has none of it."""
        row = self.database.execute(
            "SELECT address, caption, alternative FROM picture WHERE id = ?", (number,)
        ).fetchone()
        return Picture(*row) if row else None

    def find_block(self, number: str) -> str | None:
        """The text of a block that posts share."""
        row = self.database.execute("SELECT content FROM block WHERE id = ?", (number,)).fetchone()
        return str(row[0]) if row else None


@contextmanager
def gather(pieces: Iterable[Piece], declarations: dict[str, str]) -> Iterator[Holdings]:
    """Go through an export once and hold what its posts refer to, as long as the context lasts."""
    with closing(sqlite3.connect("")) as database:
        database.execute(f"PRAGMA cache_size = {_KEPT_IN_MEMORY}")
        database.execute("CREATE TABLE picture (id TEXT PRIMARY KEY, address TEXT, caption TEXT, alternative TEXT)")
        database.execute("CREATE TABLE block (id TEXT PRIMARY KEY, content TEXT)")
        around = _fill(database, pieces, declarations)
        head = parse_head(around, declarations)
        yield Holdings(head, _authors(head), database)


def metadata(post: Element) -> Iterator[tuple[str, str]]:
    """The keys and values of a post's metadata, in order."""
    for each in post.children:
        if each.name == "wp:postmeta":
            key, value = each.child("wp:meta_key"), each.child("wp:meta_value")
            if key is not None and value is not None:
                yield key.text.strip(), value.text.strip()


def text_of(element: Element, name: str) -> str:
    """The text of the child with a name, without white space at its ends; empty where there is none."""
    child = element.child(name)
    return child.text.strip() if child is not None else ""


def _fill(database: sqlite3.Connection, pieces: Iterable[Piece], declarations: dict[str, str]) -> str:
    """Put pictures and blocks into the database; gives what stands around the records."""
    around: list[str] = []
    length = 0
    for piece in pieces:
        if not piece.is_record:
            if length < _MOST_AROUND and piece.text.strip():
                around.append(piece.text[:_MOST_AROUND])
                length += len(piece.text)
            continue
        kind = _KIND.search(piece.text)
        element = parse_record(piece.text, declarations, piece.line)[0] if kind and not piece.oversized else None
        if kind is not None and element is not None:
            _put(database, kind[1], element)
    return "".join(around)


def _put(database: sqlite3.Connection, kind: str, element: Element) -> None:
    number = text_of(element, "wp:post_id")
    if kind == "wp_block":
        row: tuple[str, ...] = (number, text_of(element, "content:encoded"))
        database.execute("INSERT OR REPLACE INTO block VALUES (?, ?)", tuple(map(_writable, row)))
        return
    alternative = next((value for key, value in metadata(element) if key == "_wp_attachment_image_alt"), "")
    row = (number, text_of(element, "wp:attachment_url"), text_of(element, "excerpt:encoded"), alternative)
    if row[1]:
        database.execute("INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?)", tuple(map(_writable, row)))


def _writable(text: str) -> str:
    return text.replace("\x00", "")


def _authors(head: Element | None) -> dict[str, str]:
    """The names under which authors are shown, by login."""
    authors: dict[str, str] = {}
    for each in head.children if head is not None else ():
        if each.name == "wp:author":
            names = [text_of(each, f"wp:author_{part}") for part in ("display_name", "first_name", "last_name")]
            name = names[0] or " ".join(filter(None, names[1:]))
            authors.setdefault(text_of(each, "wp:author_login"), name)
    return authors
