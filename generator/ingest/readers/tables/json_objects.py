"""The objects of a JSON document of any size, one by one with their paths and lines, a broken one told and passed over.

Python's own decoder reads each object; what stands around them is walked here, so that no more than one object is
held. The streaming parsers end at the first fault, and write `?` for lone surrogates: a table with one bad row would
be cut off there, with letters lost. Not for what the objects mean (`json_table`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.ingest.readers.tables.cut_json import CutObject, read_cut_object, told_cut
from generator.ingest.readers.tables.held_text import HeldText
from generator.ingest.readers.tables.mended_json import mend_object
from generator.ingest.readers.tables.scripts import find_first, find_next, is_script, read_string

LARGEST_OBJECT = 1 << 23
_FIRST_LOOK = 1 << 16
_DEEPEST = 60
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|,(?=\s*[}\]])', re.DOTALL)
_FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\]++|\\.){0,100}+")\s*:', re.DOTALL)
_TOO_LONG = object()

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An object: where it stands (`item` for an element of a list), on which line it begins, and its value; the fault
    for which it has none, or that was mended; `cut` where the document ends in it."""

    path: Path
    line: int
    value: object = None
    fault: str = ""
    broken_off: bool = False
    cut: CutObject | None = None


class _JsonError(Exception):
    """What stands here is no JSON; carries the line, what was found, and where in the text that is held."""

    def __init__(self, line: int, found: str, at: int = 0) -> None:
        super().__init__(found)
        self.line = line
        self.found = found
        self.at = at


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object's members; of a key that stands twice all values are kept, as a list."""
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    values: dict[str, list[object]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return {key: several[0] if len(several) == 1 else several for key, several in values.items()}


# Numbers stay as they were written: `1.10` is a version, and a number of 5,000 digits no reason to stop.
DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_unique)


def find_objects(pieces: Iterator[str]) -> Iterator[Found]:
    """The objects of a document that are not inside each other, in order: those that fit into memory as a whole.

    Larger ones, broken ones that hold others, and lists are opened, and what is in them is given. Values that are no
    objects are passed over. A fault after which nothing more can be read is the last that is given, `broken_off`.
    """
    text = HeldText(pieces)
    text.need(_FIRST_LOOK)
    try:
        yield from (_of_script(text) if is_script(text.held) else _Walk(text).run())
    except _JsonError as fault:
        yield Found((), fault.line, fault=fault.found, broken_off=True)


def _of_script(text: HeldText) -> Iterator[Found]:
    """The objects of all values that a script carries."""
    place = find_first(text.held, text.at)
    while place is not None:
        text.skip(place.at - text.at)
        if place.quoted:
            yield from _of_string(text)
        else:
            yield from _Walk(text, single=True).run()
        text.need(_FIRST_LOOK)
        place = find_next(text.held, text.at)


def _of_string(text: HeldText) -> Iterator[Found]:
    """The objects of JSON that is the text of a string. Raises _JsonError where that has no end."""
    text.need(LARGEST_OBJECT)
    found = read_string(text.held, text.at)
    if found is None:
        raise _JsonError(text.line, "a text that is not closed")
    line = text.line
    text.skip(found[1] - text.at)
    yield from (replace(each, line=line) for each in _Walk(HeldText(iter((found[0],)))).run())


@dataclass(slots=True)
class _Walk:
    """The way through a document: the containers that are open here, each with the key of what stands in it. `single`:
    only one value is read, and what is behind it is another's business."""

    text: HeldText
    single: bool = False
    stack: list[tuple[str, str]] = field(default_factory=list)

    def run(self) -> Iterator[Found]:
        while True:
            sign = self.text.peek()
            if not sign:
                if self.stack:
                    raise _JsonError(self.text.line, "the end of the document in the middle of a value")
                return
            if sign in "]}":
                self._close(sign)
            elif sign == ",":
                self.text.skip(1)
            elif self.stack and self.stack[-1][0] == "}" and not self.stack[-1][1]:
                self._read_key()
            else:
                found = self._read_value(sign)
                if found is not None:
                    yield found
            if self.single and not self.stack:
                return

    def _close(self, sign: str) -> None:
        if not self.stack or self.stack[-1][0] != sign:
            raise _JsonError(self.text.line, f"`{sign}` where nothing that it closes is open")
        self.stack.pop()
        self.text.skip(1)
        self._done()

    def _done(self) -> None:
        """The value of a member is complete: a key comes next."""
        if self.stack and self.stack[-1][0] == "}":
            self.stack[-1] = ("}", "")

    def _read_key(self) -> None:
        key = self._decode()
        if not isinstance(key, str):
            raise _JsonError(self.text.line, "a member without a name between quotation marks")
        if self.text.peek() != ":":
            raise _JsonError(self.text.line, f"no colon behind the name {key[:40]!r}")
        self.text.skip(1)
        self.stack[-1] = ("}", key or "\0")

    def _read_value(self, sign: str) -> Found | None:
        if sign == "[":
            self._open(sign)
            return None
        path = tuple("item" if end == "]" else key for end, key in self.stack)
        line = self.text.line
        try:
            value = self._decode()
        except _JsonError as error:
            if sign != "{":
                raise
            return self._read_broken(error, path, line)
        if value is _TOO_LONG:
            if sign != "{":
                raise _JsonError(line, f"a text of more than {LARGEST_OBJECT:,} characters")
            self._open(sign)
            return None
        self._done()
        return Found(path, line, value) if sign == "{" else None

    def _read_broken(self, error: _JsonError, path: Path, line: int) -> Found | None:
        """A broken object, mended if it can be; None where it is opened, to read what is in it."""
        fault = f"{error.found} on line {error.line}"
        if not self.stack and self.text.ended:
            found = self._read_flat(fault, line)
            if found is not None:
                return found
        if self._holds_others(error):
            self._open("{")
            return None
        try:
            mended = mend_object(self._pass_over(error))
        except _JsonError:
            return self._read_cut(error, path, line)
        self._done()
        return Found(path, line, mended, fault)

    def _read_flat(self, fault: str, line: int) -> Found | None:
        """The document as one broken object in which nothing else is; None where it is none."""
        rest = self.text.held[self.text.at :].strip("\ufeff\0 \t\r\n")
        cut = read_cut_object(rest, DECODER.decode)
        found = _found_cut((), line, rest, cut) if cut else Found((), line, mend_object(rest), fault)
        if not isinstance(found.value, dict) or any(isinstance(each, dict | list) for each in found.value.values()):
            return None
        self.text.skip(len(self.text.held) - self.text.at)
        return found

    def _read_cut(self, error: _JsonError, path: Path, line: int) -> Found:
        """The object in which the document ends. Raises the error where it is broken otherwise."""
        rest = self.text.held[self.text.at :].rstrip("\0 \t\r\n")
        cut = read_cut_object(rest, DECODER.decode) if self.text.ended else None
        if cut is None:
            raise error
        self.text.skip(len(self.text.held) - self.text.at)
        self.stack.clear()
        return _found_cut(path, line, rest, cut)

    def _holds_others(self, error: _JsonError) -> bool:
        """Whether a broken object is more than a record: it is the document, or holds a list of objects before its
        fault and stands in no list itself."""
        inner = not self.stack or self.stack[-1][0] == "]"
        held = self.text.held[self.text.at : error.at]
        return not self.stack or (not inner and re.search(r"[\[:]\s*\{", held) is not None)

    def _open(self, sign: str) -> None:
        if len(self.stack) >= _DEEPEST:
            raise _JsonError(self.text.line, f"more than {_DEEPEST} values inside each other")
        self.stack.append(("]" if sign == "[" else "}", ""))
        self.text.skip(1)

    def _decode(self) -> object:
        """The value that begins here, which is then passed; _TOO_LONG where more than LARGEST_OBJECT characters would
        have to be held. Raises _JsonError where it is broken."""
        size = _FIRST_LOOK
        while True:
            self.text.need(size)
            try:
                value, end = DECODER.raw_decode(self.text.held, self.text.at)
            except json.JSONDecodeError as error:
                if self.text.ended or not _may_be_cut(error, self.text.held):
                    return self._decode_mended(error)
                if size >= LARGEST_OBJECT:
                    return _TOO_LONG
                size *= 4
                continue
            except RecursionError:
                raise _JsonError(self.text.line, "values inside each other, deeper than anybody means") from None
            self.text.skip(end - self.text.at)
            return value

    def _decode_mended(self, error: json.JSONDecodeError) -> object:
        """The value without commas behind its last members, which some programs write. Raises _JsonError."""
        line = self.text.line + self.text.held.count("\n", self.text.at, max(error.pos, self.text.at))
        near = self.text.held[max(self.text.at, error.pos - 20) : error.pos + 20]
        fault = _JsonError(line, f"{error.msg}: {near!r}", error.pos)
        end = _end_of(self.text.held, self.text.at)
        if end is None:
            raise fault
        mended = _TOKEN.sub(lambda token: "" if token[0] == "," else token[0], self.text.held[self.text.at : end])
        try:
            value: object = DECODER.decode(mended)
        except (ValueError, RecursionError):
            raise fault from None
        self.text.skip(end - self.text.at)
        return value

    def _pass_over(self, fault: _JsonError) -> str:
        """Go on behind a broken object: where the next begins with the same name, else where it seems to end itself.
        Gives its text. Raises the fault where neither can be told."""
        first = _FIRST_KEY.match(self.text.held, self.text.at)
        name = "" if self.stack[-1][0] == "]" else r'"(?:[^"\\]++|\\.){0,200}+"\s*:\s*'
        again = re.compile(rf"\}}\s*,?\s*(?={name}\{{\s*{re.escape(first[1])}\s*:)") if first else None
        for size in (_FIRST_LOOK, 1 << 19, LARGEST_OBJECT):
            self.text.need(size)
            following = again.search(self.text.held, self.text.at + 1) if again else None
            end = following.end() if following else _end_of(self.text.held, self.text.at)
            if end is not None and (following or _goes_on(self.text.held, end)):
                broken = self.text.held[self.text.at : end]
                self.text.skip(len(broken))
                return broken.rstrip(", \t\r\n")
        raise fault


def _found_cut(path: Path, line: int, text: str, cut: CutObject) -> Found:
    return Found(path, line, cut.members, told_cut(text), broken_off=True, cut=cut)


def _may_be_cut(error: json.JSONDecodeError, held: str) -> bool:
    """Whether an error may come from the end of what is held, not from the text."""
    return error.pos >= len(held) - 12 or error.msg.startswith("Unterminated string")


def _end_of(text: str, start: int) -> int | None:
    """Where the object or list that begins at `start` ends; None where it does not within the text."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        if token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
            if depth <= 0:
                return token.end()
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether JSON goes on behind `end` as behind a value."""
    return re.compile(r"\s*(?:[,\]}]|\Z)").match(text, end) is not None
