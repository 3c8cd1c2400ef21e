"""The items of a JSON Feed in order; where its JSON is broken, those behind the fault found one by one.

Not for what an item says (`json_feed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Problem, Severity
from generator.ingest.readers.tables.cut_json import CutObject
from generator.ingest.readers.tables.json_objects import Found, find_objects
from generator.ingest.readers.xml.xml_text import XmlText, read_pieces
from generator.text.surrogates import join_escapes

_ITEM = ("items", "item")
_TEXTS = frozenset({"content_html", "content_text", "summary"})


@dataclass(frozen=True, slots=True)
class CutItem:
    """The members of an item that are there where the document breaks off in it."""

    members: dict[str, object]


class JsonBytes:
    """The pieces of a text as the stream of UTF-8 that the parser reads from."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._held = b""

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; none at the end."""
        while size and not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._held = join_escapes(piece).encode()
        end = len(self._held) if size < 0 else size
        taken, self._held = self._held[:end], self._held[end:]
        return taken


def read_items(text: XmlText) -> Iterator[object]:
    """The values in the feed's list of items, and a Problem for each fault of its JSON, with the item's number. Of the
    item in which the document breaks off, what is there: `CutItem`."""
    count = 0
    for found in find_objects(read_pieces(text)):
        if not found.path and isinstance(found.value, dict):
            yield from _list_of(found.value)
        is_item = found.path == _ITEM
        count += is_item
        if found.cut is not None and is_item:
            yield _cut_item(text, count, found)
            yield CutItem(_without_half(found.cut))
        elif found.broken_off:
            yield _broken_off(text, count, found)
        elif is_item and found.fault:
            yield _broken_item(text, count, found)
        if is_item and found.cut is None and found.value is not None:
            yield found.value


def _without_half(cut: CutObject) -> dict[str, object]:
    """The members of an item that breaks off; the last, half of which is not there, only where it is a text."""
    return {name: value for name, value in cut.members.items() if name != cut.name or name in _TEXTS}


def _list_of(feed: dict[str, object]) -> list[object]:
    items = feed.get("items")
    return items if isinstance(items, list) else []


def _broken_item(text: XmlText, number: int, found: Found) -> Problem:
    mended = found.value is not None
    what = "is not quite JSON; it was mended, and none of its letters is missing" if mended else "is not JSON"
    return Problem(
        "mended-json" if mended else "unreadable-record",
        f"an item of the feed {what}{'' if mended else ', and was passed over'}",
        text.document.path,
        found.line,
        expected="well-formed JSON",
        found=found.fault,
        cure='mend it there (a quotation mark inside a text is written \\"), or get the feed again',
        severity=Severity.WARNING if mended else Severity.ERROR,
        record=str(number),
    )


def _cut_item(text: XmlText, number: int, found: Found) -> Problem:
    return Problem(
        "cut-off",
        "the feed breaks off in this item; what is there of its text was read",
        text.document.path,
        found.line,
        expected="JSON to the end",
        found=found.fault,
        cure="get the feed again, whole",
        record=str(number),
    )


def _broken_off(text: XmlText, count: int, found: Found) -> Problem:
    return Problem(
        "cut-off",
        f"the feed's JSON is broken behind item {count}: what follows there is not known",
        text.document.path,
        found.line,
        expected="JSON to the end",
        found=found.fault,
        cure="get the feed again, whole, or mend it where it is broken",
        record=str(count + 1),
    )
