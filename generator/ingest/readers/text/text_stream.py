"""The text of a document of any size, piece by piece, in whatever encoding it is: for tables, which are not held.

The encoding is told from where the document first shows one, by the rules of `generator.text.encoding`. Not for
documents that are held whole (`decode_text`), nor for what the text means.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import BinaryIO

from generator.errors import UnreadableError
from generator.model.source import SourceDocument
from generator.text.damaged_utf8 import read_damaged_utf8, valid_share
from generator.text.encoding import decode_text

PIECE = 1 << 18
LONGEST_LINE = 1 << 26
_SAMPLE = 1 << 16
_LONGEST_HELD, _NEAR = 1 << 20, 1 << 12
_HIGH, _MOSTLY, _FEW = 0x80, 0.5, 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(slots=True)
class TextStream:
    """A document's text as it is read: `pieces` or `lines` give it once; `repairs` counts what was done to it so far,
    `overlong` has the numbers of lines of which only the first 64 million characters were given."""

    document: SourceDocument
    declared: str | None = None
    repairs: Counter[str] = field(default_factory=Counter)
    overlong: set[int] = field(default_factory=set)

    def pieces(self) -> Iterator[str]:
        """The text in pieces of some 256 KiB, without byte order mark.

        Raises UnreadableError (`empty`, `binary-data`, `unknown-encoding`) where it is no text from its beginning.
        Bytes further on that fit no encoding become U+FFFD, counted as `damaged-bytes`.
        """
        with self.document.open() as stream:
            yield from self._decode(stream)

    def lines(self) -> Iterator[str]:
        """The text line by line, each with its end; lines end where `\\n`, `\\r\\n` or `\\r` stands."""
        begun: list[str] = []
        size, number, carry = 0, 1, ""
        for piece in self.pieces():
            text, start = carry + piece, 0
            carry = "\r" if text.endswith("\r") else ""  # whether `\n` follows is in the next piece
            text = text[: len(text) - len(carry)]
            for end in _LINE_END.finditer(text):
                yield "".join((*begun, text[start : end.end()]))
                begun, size, start, number = [], 0, end.end(), number + 1
            if start < len(text) and size < LONGEST_LINE:
                begun.append(text[start:])
            elif start < len(text):
                self.overlong.add(number)
            size += len(text) - start
        if begun or carry:
            yield "".join((*begun, carry))

    def _decode(self, stream: BinaryIO) -> Iterator[str]:
        decoder = None
        while raw := _read_piece(stream):
            if decoder is None:
                raw, encoding = self._settle(raw)
                if encoding is None:
                    yield raw.decode("ascii")
                    continue
                if encoding == "utf-8":
                    yield from self._decode_utf8(chain((raw,), iter(lambda: _read_piece(stream), b"")))
                    return
                decoder = codecs.getincrementaldecoder(encoding)("replace")
            yield self._count_damage(raw, decoder.decode(raw))
        if decoder is not None:
            yield self._count_damage(b"", decoder.decode(b"", True))

    def _decode_utf8(self, pieces: Iterator[bytes]) -> Iterator[str]:
        """UTF-8 line by line, so that lines and words in an 8-bit encoding among it are read in that."""
        held = b""
        for raw in pieces:
            held += raw
            end = held.rfind(b"\n") + 1 or (_last_ascii(held) if len(held) > _LONGEST_HELD else 0)
            if end:
                yield self._read_utf8(held[:end])
                held = held[end:]
        if held:
            yield self._read_utf8(held)

    def _read_utf8(self, raw: bytes) -> str:
        mended = read_damaged_utf8(raw)
        if mended.replaced:
            self.repairs["damaged-bytes"] += mended.replaced
        for name, count in mended.reread:
            self.repairs[f"mixed-encoding:{name}"] += count
        return mended.text

    def _settle(self, raw: bytes) -> tuple[bytes, str | None]:
        """The bytes without byte order mark, and their encoding; None as long as all of them are ASCII."""
        for mark, encoding in _MARKS:
            if raw.startswith(mark):
                self._note(encoding)
                return raw[len(mark) :], encoding
        if raw.isascii() and b"\0" not in raw:
            return raw, None
        return raw, self._told(raw)

    def _told(self, raw: bytes) -> str:
        """The encoding of the bytes among which the first that are not ASCII stand."""
        first = next((at for at, byte in enumerate(raw) if byte >= 0x80 or byte == 0), 0)
        start = max(0, first - 1024) & ~3
        sample = raw[start : start + _SAMPLE]
        if _is_utf8(sample):
            return "utf-8"
        if self.declared is not None:
            self._note(self.declared)
            return self.declared
        try:
            encoding = decode_text(sample[: len(sample) & ~3]).encoding
        except UnreadableError as error:
            if _is_for_the_most_part_utf8(raw):  # it begins with what is damaged
                return "utf-8"
            raise UnreadableError(replace(error.problem, path=self.document.path)) from error
        encoding = "utf-8" if encoding == "cesu-8" else encoding
        self._note(encoding)
        return encoding

    def _note(self, encoding: str) -> None:
        if encoding != "utf-8":
            self.repairs[f"encoding:{encoding}"] = 1

    def _count_damage(self, raw: bytes, text: str) -> str:
        damaged = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")  # some texts have that sign of their own
        if damaged > 0:
            self.repairs["damaged-bytes"] += damaged
        return text


def _last_ascii(raw: bytes) -> int:
    """Where a text may be cut within a line: behind the last byte near its end that is a character."""
    return next((end for end in range(len(raw), max(0, len(raw) - _NEAR), -1) if raw[end - 1] < _HIGH), len(raw))


def _is_for_the_most_part_utf8(raw: bytes) -> bool:
    """Whether most of the bytes beyond ASCII are whole characters of UTF-8, or hardly any byte is beyond ASCII."""
    high = len(raw) - len(raw.translate(None, bytes(range(_HIGH, 0x100))))
    return b"\0" not in raw and (valid_share(raw) >= _MOSTLY or high < max(_FEW, len(raw) // 100))


def _read_piece(stream: BinaryIO) -> bytes:
    """The next piece, whole: streams of archives give less than they are asked for."""
    parts: list[bytes] = []
    size = 0
    while size < PIECE and (part := stream.read(PIECE - size)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def decode_head(head: bytes) -> str:
    """The beginning of a document as text for a look at it; what cannot be read is left out. Never raises."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    if _is_utf8(head):
        return head.decode("utf-8", "ignore")
    try:
        return decode_text(head[: len(head) & ~3]).text
    except UnreadableError:
        return head.decode("utf-8", "ignore")


def _is_utf8(sample: bytes) -> bool:
    """Whether bytes are UTF-8, a character that is cut off at either end aside. NULs are not: UTF-16 has them."""
    while sample and 0x80 <= sample[0] < 0xC0:
        sample = sample[1:]
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return sample.count(0) * 20 < len(sample) or not sample
