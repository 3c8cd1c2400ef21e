"""Read large documents as text piece by piece: the encoding is settled on samples, then the rest is read in it.

For formats of many records; documents that fit in memory are `encoding`'s. What is read and counted is the same.
"""

from __future__ import annotations

import codecs
import io
from collections import Counter
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from generator.errors import UnreadableError
from generator.model.source import SourceDocument
from generator.text.damaged_utf8 import read_damaged_utf8
from generator.text.encoding import Decoded, decode_damaged, repairs_of

_CHUNK: Final = 1 << 20
_SAMPLE: Final = 1 << 18
_LONGEST_PIECE: Final = 4 << 20
_MOST_LINES_KEPT: Final = 1000
_HIGH = bytes(range(0x80, 0x100))
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class DecodedStream(io.TextIOBase):
    """A document's text, read from its beginning. Line ends stay as they are (`csv` needs them so).

    `encoding_name` is the encoding; `decoded` tells at any time what was done so far, without the text.
    """

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        super().__init__()
        self.encoding_name = encoding
        self._stream = stream
        self._counts: Counter[str] = Counter()
        if encoding != "utf-8":
            self._counts[f"encoding:{encoding}"] = 1
        self._damage: list[tuple[int, int]] = []
        self._pieces = _pieces(stream, encoding, self._note)
        self._held = ""
        self._at = 0

    def readable(self) -> bool:
        return True

    @property
    def decoded(self) -> Decoded:
        """The encoding, the repairs and the damaged lines (the first thousand) of what was read so far."""
        counts = tuple(sorted((name, count) for name, count in self._counts.items() if count))
        return Decoded("", self.encoding_name, counts, tuple(self._damage))

    def read(self, size: int | None = -1, /) -> str:
        wanted = -1 if size is None else size
        while (wanted < 0 or len(self._held) - self._at < wanted) and self._fill():
            pass
        end = len(self._held) if wanted < 0 else self._at + wanted
        return self._take(end)

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        searched = self._at
        while (found := self._held.find("\n", searched)) < 0 and (size < 0 or len(self._held) - self._at < size):
            before = len(self._held) - self._at
            if not self._fill():
                break
            searched = self._at + before
        end = len(self._held) if found < 0 else found + 1
        return self._take(end if size < 0 else min(end, self._at + size))

    def close(self) -> None:
        self._stream.close()
        super().close()

    def _fill(self) -> bool:
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self._held, self._at = self._held[self._at :] + piece, 0
        return True

    def _take(self, end: int) -> str:
        text = self._held[self._at : end]
        self._at = min(end, len(self._held))
        return text

    def _note(self, counts: dict[str, int], lines: tuple[tuple[int, int], ...]) -> None:
        self._counts.update(counts)
        self._damage += lines[: _MOST_LINES_KEPT - len(self._damage)]


class Utf8Stream(io.RawIOBase):
    """The text of a DecodedStream as UTF-8 bytes, for parsers that read bytes and would guess the encoding anew."""

    def __init__(self, text: DecodedStream) -> None:
        super().__init__()
        self._text = text
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        if not self._held:
            self._held = self._text.read(1 << 16).encode("utf-8", "surrogatepass")
        taken = self._held[: len(view)]
        view[: len(taken)] = taken
        self._held = self._held[len(taken) :]
        return len(taken)

    def close(self) -> None:
        self._text.close()
        super().close()


def open_text(document: SourceDocument, declared: str | None = None) -> DecodedStream:
    """Open a document of any size as text; `declared` is the encoding that it or its carrier claims, if any.

    The encoding is settled on samples of head, middle and tail, and where these hold nothing but ASCII on the first
    bytes that are more. Damage is mended as `decode_damaged` does and counted. Raises UnreadableError as it does, and
    OSError.
    """
    with document.open() as stream:
        encoding = _encoding_of(stream, document.size, declared)
    stream = document.open()
    head = stream.read(4)
    mark = next((mark for mark in _MARKS if head.startswith(mark)), b"")
    stream.close()
    stream = document.open()
    stream.read(len(mark))
    return DecodedStream(stream, encoding)


def _encoding_of(stream: BinaryIO, size: int, declared: str | None) -> str:
    sample = _sample(stream, size)
    try:
        return decode_damaged(sample, declared).encoding
    except UnreadableError as error:
        if error.problem.code != "empty" or size <= len(sample):
            raise
    return "utf-8"


def _sample(stream: BinaryIO, size: int) -> bytes:
    """What the encoding is settled on: whole lines where the document has lines, so that no character is cut."""
    head = stream.read(3 * _SAMPLE)
    if size <= len(head) or head.startswith(_MARKS[1:]):
        return head[: len(head) - len(head) % 4] if size > len(head) else head
    parts = [_whole_lines(head[:_SAMPLE], cut_start=False), *_further(stream, size)]
    if any(len(part) != len(part.translate(None, _HIGH)) for part in parts):
        return b"\n".join(parts)
    return b"\n".join([*parts, _first_beyond_ascii(stream)])


def _further(stream: BinaryIO, size: int) -> Iterator[bytes]:
    if not stream.seekable():
        return
    for offset in (size // 2, max(0, size - _SAMPLE)):
        stream.seek(offset)
        yield _whole_lines(stream.read(_SAMPLE), cut_start=True)


def _first_beyond_ascii(stream: BinaryIO) -> bytes:
    """The first part of the document that is more than ASCII; empty where there is none."""
    if stream.seekable():
        stream.seek(0)
    while chunk := stream.read(_CHUNK):
        if len(chunk) != len(chunk.translate(None, _HIGH)):
            first = next(at for at, byte in enumerate(chunk) if byte >= 0x80)
            part = chunk[max(0, first - 100) : first + _SAMPLE]
            return _whole_lines(part + stream.read(_SAMPLE) if len(part) < _SAMPLE else part, cut_start=False)
    return b""


def _whole_lines(part: bytes, *, cut_start: bool) -> bytes:
    """A part of a document without the beginnings and ends of characters that it cuts through."""
    start, end = 0, len(part)
    if cut_start:
        found = part.find(b"\n", 0, len(part) // 2)
        start = found + 1 if found >= 0 else next((at for at in range(min(4, end)) if not 0x80 <= part[at] < 0xC0), 0)
    found = part.rfind(b"\n", len(part) // 2)
    return part[start : found if found >= 0 else _end_of_character(part)]


def _end_of_character(part: bytes) -> int:
    """Where the last whole character of UTF-8 ends, if the part ends within one."""
    for back in range(1, min(4, len(part)) + 1):
        byte = part[-back]
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(part) - back if length > back else len(part)
        if byte < 0x80:
            break
    return len(part)


_Note = Callable[[dict[str, int], tuple[tuple[int, int], ...]], None]


def _pieces(stream: BinaryIO, encoding: str, note: _Note) -> Iterator[str]:
    """The text piece by piece; what was done to each is noted before it is given."""
    if encoding in ("utf-8", "cesu-8"):
        return _utf8_pieces(stream, note)
    return _other_pieces(stream, encoding, note)


def _utf8_pieces(stream: BinaryIO, note: _Note) -> Iterator[str]:
    line, rest = 1, b""
    while chunk := stream.read(_CHUNK):
        rest += chunk
        end = rest.rfind(b"\n") + 1
        if not end and len(rest) < _LONGEST_PIECE:
            continue
        end = end or _end_of_character(rest)
        yield _utf8_piece(rest[:end], line, note)
        line += rest.count(b"\n", 0, end)
        rest = rest[end:]
    if rest:
        yield _utf8_piece(rest, line, note)


def _utf8_piece(raw: bytes, line: int, note: _Note) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:  # characters beyond the first plane that were written as two surrogates
        return raw.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeError:
        mended = read_damaged_utf8(raw, line)
        note(dict(repairs_of(mended)), mended.lines)
        return mended.text


def _other_pieces(stream: BinaryIO, encoding: str, note: _Note) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    line = 1
    while True:
        chunk = stream.read(_CHUNK)
        text = decoder.decode(chunk, not chunk)
        if "\ufffd" in text:
            lost = tuple(
                (number, part.count("\ufffd"))
                for number, part in enumerate(text.split("\n"), start=line)
                if "\ufffd" in part
            )
            note({"damaged-characters": sum(count for _, count in lost)}, lost)
        line += text.count("\n")
        if text:
            yield text
        if not chunk:
            return
