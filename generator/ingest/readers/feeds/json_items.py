"""The items of a JSON Feed in order; where its JSON is broken, those behind the fault found one by one.

Not for what an item says (`json_feed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import ijson

from generator.errors import Problem, Severity
from generator.ingest.readers.tables.json_objects import Found, find_objects
from generator.ingest.readers.xml.xml_text import XmlText, read_pieces

_ITEM = ("items", "item")


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
            self._held = piece.encode()
        end = len(self._held) if size < 0 else size
        taken, self._held = self._held[:end], self._held[end:]
        return taken


def read_items(text: XmlText) -> Iterator[object]:
    """The values in the feed's list of items, and a Problem for each fault of its JSON, with the item's number."""
    count = objects = 0
    try:
        for item in ijson.items(JsonBytes(read_pieces(text)), "items.item"):
            count += 1
            objects += isinstance(item, dict)
            yield item
    except (ijson.JSONError, ValueError, OverflowError) as error:
        yield from _behind_fault(text, count, objects, str(error))


def _behind_fault(text: XmlText, count: int, objects: int, fault: str) -> Iterator[object]:
    """The items behind the first `count`, of which so many were `objects`."""
    told = False
    for found in find_objects(read_pieces(text)):
        if found.broken_off:
            told = True
            yield replace(_broken_off(text, count), line=found.line, found=found.fault)
        if not found.path and isinstance(found.value, dict):  # all of it, without the commas that are too many
            told = True
            yield from _list_of(found.value)[count:]
        if found.path != _ITEM:
            continue
        objects -= 1
        if objects >= 0:
            continue
        count += 1
        if found.fault:
            told = True
            yield _broken_item(text, count, found)
        if found.value is not None:
            yield found.value
    if not told:
        yield replace(_broken_off(text, count), found=" ".join(fault.split())[:200])


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


def _broken_off(text: XmlText, count: int) -> Problem:
    return Problem(
        "cut-off",
        f"the feed's JSON is broken behind item {count}: what follows there is not known",
        text.document.path,
        expected="JSON to the end",
        cure="get the feed again, whole, or mend it where it is broken",
        record=str(count + 1),
    )
