"""An XML document of many records as the text of one record after the other, and of what stands between them.

Each record is cut out by its tags before anything is parsed: a fault in one cannot hurt the next, and no more than one
is held at a time. Not for reading a record (`trees`) nor for mending one (`mending`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

LARGEST_RECORD = 32 * 1024 * 1024  # characters; the largest article there ever was is far below
_LONGEST_TOKEN = 512
_LONGEST_COMMENT = 1024 * 1024
_CDATA = "<![CDATA["
_RECORD_END = re.compile(r"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_OPENER = re.compile(r"<([\w.:-]+)(?:\s[^<>]*)?>\s*\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a document and the line on which it begins: a record with its tags, or (`is_record` false) what stands
    between two. `whole` is false for a record in which the document ends, `oversized` true for one that is given in
    part.
    """

    text: str
    line: int
    is_record: bool
    whole: bool = True
    oversized: bool = False


@dataclass(slots=True)
class _Window:
    """The part of the document that is looked at: what was read of it and is still needed."""

    pieces: Iterator[str]
    text: str = ""
    line: int = 1
    counted: int = 0
    begun: int = 0
    no_end_before: int = 0
    is_record: bool = False
    ended: bool = False
    waiting: list[Piece] = field(default_factory=list)


def split_records(pieces: Iterable[str], name: str) -> Iterator[Piece]:
    """Cut a document's text into its records, the elements called `name` (with its prefix, if it has one), in order,
    and what stands before, between and behind them. Joined, the pieces are the document; but of a record above
    LARGEST_RECORD characters only the beginning is given."""
    window = _Window(iter(pieces))
    token = re.compile(rf"<!\[CDATA\[|<!--|<{re.escape(name)}(?=[\s/>])|</{re.escape(name)}\s*>")
    at = 0
    while True:
        found = token.search(window.text, at)
        if found is None or (found.end() + 1 >= len(window.text) and not window.ended):
            at = found.start() if found else max(at, len(window.text) - _LONGEST_TOKEN)
            at, more = _read_more(window, at)
            yield from _take(window)
            if more:
                continue
            if found is None:
                break
            window.ended = True
            continue
        at = _pass(window, found)
        yield from _take(window)
    _cut(window, len(window.text), whole=not window.is_record)
    yield from _take(window)


def _take(window: _Window) -> list[Piece]:
    taken, window.waiting = window.waiting, []
    return taken


def _pass(window: _Window, found: re.Match[str]) -> int:
    """Do what a token asks for, and give the place behind it."""
    if found[0] == _CDATA:
        return _end_of_cdata(window, found.start())
    if found[0] == "<!--":
        return _end_of_comment(window, found.start())
    if found[0].startswith("</"):
        if window.is_record:
            _cut(window, found.end())
        return found.end()
    _cut(window, found.start())
    window.is_record = True
    return found.end()


def _cut(window: _Window, end: int, *, whole: bool = True) -> None:
    """End the piece that is open at `end`; what follows belongs to no record."""
    text = window.text[window.begun : end]
    window.line += window.text.count("\n", window.counted, window.begun)
    window.counted = window.begun
    if text:
        window.waiting.append(Piece(text, window.line, window.is_record, whole))
    window.begun, window.is_record = end, False


def _read_more(window: _Window, at: int) -> tuple[int, bool]:
    """Read on; what came before the open piece is let go. Gives the place `at` in the window as it is now."""
    piece = next(window.pieces, None)
    if piece is None:
        return at, False
    if len(window.text) - window.begun > LARGEST_RECORD:
        _give_up(window, at)
    elif not window.is_record and at - window.begun > _LONGEST_COMMENT:
        _cut(window, at)
    window.line += window.text.count("\n", window.counted, window.begun)
    window.text = window.text[window.begun :] + piece
    at -= window.begun
    window.no_end_before = max(0, window.no_end_before - window.begun)
    window.begun = window.counted = 0
    return at, True


def _give_up(window: _Window, at: int) -> None:
    """Give the beginning of a record that has no end in sight, and look for the next one."""
    end = min(at, window.begun + 64 * 1024) if window.is_record else at
    oversized = window.is_record
    _cut(window, end, whole=not oversized)
    if oversized:
        last = window.waiting.pop()
        window.waiting.append(Piece(last.text, last.line, True, whole=False, oversized=True))
    window.begun = at


def _end_of_cdata(window: _Window, start: int) -> int:
    """The place behind a CDATA section that begins at `start`. One that is never closed ends where its element does."""
    search = start + len(_CDATA)
    while (end := window.text.find("]]>", search)) < 0:
        search = max(start + len(_CDATA), len(window.text) - 2)
        before = start
        start, more = _read_more(window, start)
        search -= before - start
        if not more:
            end = len(window.text)
            break
    return unclosed_cdata(window.text, start, end) or min(end + 3, len(window.text))


def unclosed_cdata(text: str, start: int, end: int) -> int | None:
    """Where the CDATA section from `start` really ends, when the next `]]>`, at `end`, belongs to a later one; else
    None. It does where, before it, the element's own end tag stands and behind that another CDATA section begins, or
    where there is none."""
    opener = _OPENER.search(text, max(0, start - _LONGEST_TOKEN), start)
    if opener is None:
        return None
    closing = re.compile(rf"</{re.escape(opener[1])}\s*>(?=\s*(?:<|\Z))").search(text, start, end)
    if closing is None:
        return None
    if end >= len(text) or text.find(_CDATA, closing.end(), end) >= 0:
        return closing.start()
    return None


def _end_of_comment(window: _Window, start: int) -> int:
    """The place behind a comment; behind its opening alone where it is not closed, or closed beyond its record."""
    while (end := window.text.find("-->", max(start, window.no_end_before))) < 0:
        window.no_end_before = max(0, len(window.text) - 2)
        if len(window.text) - start >= _LONGEST_COMMENT:
            break
        start, more = _read_more(window, start)
        if not more:
            break
    crosses = end >= 0 and window.is_record and _RECORD_END.search(window.text, start, end) is not None
    return start + 4 if end < 0 or crosses else end + 3
