"""Cut a web archive (WARC 0.17 to 1.1, ARC) into its records, over wrong lengths, damage and cut-off ends.

warcio reads the headers of a record; where one begins and ends is found here, since an archive with one wrong length
must not cost the records behind it. What a record says is `web_archive`'s.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from generator.ingest.readers.archives.compressed import Unpacked, compression_of

MOST_CONTENT: Final = 10 << 20  # a page larger than this is no article
HEAD_OF_LARGE: Final = 1 << 16
_MOST_HEADER: Final = 1 << 16
_CHUNK: Final = 1 << 16
_MOST_UNPACKED: Final = 1 << 40  # the ratio bounds archives; their size is the reader's
_VERSION = re.compile(rb"WARC/\d\.\d{1,2}[ \t]*\r?\n", re.IGNORECASE)
_ARC_LINE = re.compile(rb"(?:https?|dns|filedesc|ftp)\S{0,8192} \S{1,64} \d{4,17} \S{1,200} \d{1,12}\r?\n")
_BEGINS = re.compile(rb"\n(?=" + _VERSION.pattern + rb"[A-Za-z-]{1,40}[ \t]*:|" + _ARC_LINE.pattern + rb")", re.I)
_LENGTH = re.compile(rb"^Content-Length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_BLANK = b"\r\n"


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One record: its own header as bytes, its content or, of a content larger than MOST_CONTENT, its beginning.

    `number` counts from 1. `mended`: the length that the record gave was wrong, and its end was found otherwise.
    """

    number: int
    header: bytes
    content: bytes
    is_whole: bool = True
    mended: bool = False

    @property
    def is_arc(self) -> bool:
        return self.header[:5].upper() != b"WARC/"


@dataclass(slots=True)
class Cutting:
    """What was found wrong while an archive was cut: bytes between records that are none, members of gzip that cannot
    be unpacked, and why the archive ended early (empty where it did not)."""

    lost_bytes: int = 0
    lost_members: int = 0
    ended: str = ""


def cut_records(opened: Callable[[], BinaryIO], cutting: Cutting) -> Iterator[RawRecord]:
    """The records of the archive that `opened` opens, in order and in bounded memory. Raises OSError."""
    stream = opened()
    with stream:
        window = _Window(_unpacked(stream))
        number = 0
        while window.skip_blank():
            record = _next_record(window, number + 1, cutting)
            if record is not None:
                number += 1
                yield record
        raw = window.stream
        if isinstance(raw, Unpacked):
            cutting.lost_members = raw.skipped
            cutting.ended = cutting.ended or (raw.fault or "")


def _unpacked(stream: BinaryIO) -> BinaryIO | Unpacked:
    head = stream.read(6)
    kind = compression_of(head)
    joined = _Joined(head, stream)
    return joined if kind is None else Unpacked(joined, kind, most=_MOST_UNPACKED, resume=kind in ("gzip", "zstd"))  # type: ignore[arg-type,return-value]


class _Joined(io.RawIOBase):
    """Bytes that were read already, and the rest of their stream."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        part = self._head[: len(view)] or self._stream.read(len(view))
        self._head = self._head[len(part) :] if self._head else b""
        view[: len(part)] = part
        return len(part)


class _Window:
    """A stream with a buffer in front, in which one can look ahead."""

    def __init__(self, stream: BinaryIO | Unpacked) -> None:
        self.stream = stream
        self.held = bytearray()

    def fill(self, size: int) -> int:
        """Hold at least `size` bytes, or all that are left; how many are held."""
        while len(self.held) < size:
            part = self.stream.read(max(_CHUNK, min(size - len(self.held), 1 << 20)))
            if not part:
                break
            self.held += part
        return len(self.held)

    def take(self, size: int) -> bytes:
        part = bytes(self.held[:size])
        del self.held[:size]
        return part

    def skip_blank(self) -> bool:
        """Pass over blank lines; whether anything is left."""
        while self.fill(_CHUNK):
            kept = self.held.lstrip(_BLANK)
            if kept:
                self.held = kept
                return True
            self.held.clear()
        return False


def _next_record(window: _Window, number: int, cutting: Cutting) -> RawRecord | None:
    """The record at which the window stands; None where it stands before other bytes, which are passed over."""
    window.fill(_MOST_HEADER)
    length, end = _header(bytes(window.held[:_MOST_HEADER]))
    if end == 0:
        cutting.lost_bytes += _pass_to_next(window)
        return None
    header = window.take(end)
    if length is not None and length <= MOST_CONTENT:
        held = window.fill(length + _MOST_HEADER)
        if held >= length and _ends_here(window.held, length, header):
            return RawRecord(number, header, window.take(length))
    elif length is not None:
        return _large(window, number, header, length, cutting)
    return _mended(window, number, header, length or 0, cutting)


def _mended(window: _Window, number: int, header: bytes, length: int, cutting: Cutting) -> RawRecord:
    """A record of which the length is wrong or missing: it ends where the next one begins."""
    held = window.fill(MOST_CONTENT + _MOST_HEADER)
    found = _BEGINS.search(window.held)
    if found is None and held >= MOST_CONTENT:
        return _large(window, number, header, length, cutting)
    if found is None and held < length:
        cutting.ended = cutting.ended or "cut off"
    content = window.take(found.end() if found else held)
    return RawRecord(number, header, content.rstrip(_BLANK), mended=True)


def _header(held: bytes) -> tuple[int | None, int]:
    """The length that a record's header gives for its content, and where the header ends; 0 where there is none."""
    if _VERSION.match(held):
        end = _HEADER_END.search(held)
        if end is None:
            return None, 0
        length = _LENGTH.search(held, 0, end.start() + 1)
        return (int(length[1]) if length else None), end.end()
    line = _ARC_LINE.match(held)
    if line is None:
        return None, 0
    return int(line[0].rsplit(b" ", 1)[1]), line.end()


def _ends_here(held: bytearray, length: int, header: bytes) -> bool:
    """Whether a content of that length is followed by the next record or by nothing."""
    behind = bytes(held[length : length + 8300]).lstrip(_BLANK)
    if not behind:
        return True
    if header[:5].upper() != b"WARC/":
        return _ARC_LINE.match(behind) is not None
    return _VERSION.match(behind) is not None or held.startswith(b"\r\n\r\n", length)  # damage may follow it


def _large(window: _Window, number: int, header: bytes, length: int, cutting: Cutting) -> RawRecord:
    """A record too large to be held: its beginning is kept, and the rest passed over up to the next record. The length
    is not trusted: a wrong one would cost all that follows."""
    window.fill(HEAD_OF_LARGE)
    head = bytes(window.held[:HEAD_OF_LARGE])
    passed = _pass_to_next(window)
    if passed < length and not window.fill(1):
        cutting.ended = cutting.ended or "cut off"
    return RawRecord(number, header, head[:passed], is_whole=False)


def _pass_to_next(window: _Window) -> int:
    """Pass over bytes up to the next line that begins a record, or the end; how many they were."""
    passed, start = 0, 1
    while True:
        held = window.fill(1 << 20)
        found = _BEGINS.search(window.held, start)
        if found is not None:
            window.take(found.end())
            return passed + found.end()
        if held < 1 << 20:  # the end
            window.held.clear()
            return passed + held
        window.take(held - _MOST_HEADER)  # a line that begins in what is kept may end behind it
        passed, start = passed + held - _MOST_HEADER, 0
