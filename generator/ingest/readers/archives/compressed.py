"""Streams that unpack gzip, bzip2, xz and zstd in bounded memory, and end quietly where their bytes are damaged.

What is in the bytes is not this module's business; the caller asks `fault` when a stream has ended.
"""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import sys
import zlib
from enum import StrEnum
from typing import BinaryIO, Final, Protocol

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_CHUNK: Final = 1 << 16
_MAGIC: Final = {"gzip": b"\x1f\x8b\x08", "bzip2": b"BZh", "xz": b"\xfd7zXZ\x00", "zstd": b"\x28\xb5\x2f\xfd"}
# A frame before all others with the dictionary that all others need (WARC File Compression with Zstandard 1.0).
_DICTIONARY: Final = b"\x5d\x2a\x4d\x18"
_LARGEST_DICTIONARY: Final = 64 << 20
# A dictionary larger than this needs a machine for itself; `xz -9` uses 64 MiB.
_XZ_MEMORY: Final = 128 << 20
# Text seldom shrinks to less than a fiftieth; a bomb shrinks to a thousandth. Small ones harm nobody.
MOST_RATIO: Final = 250
FREE_OF_RATIO: Final = 16 << 20
_LEAST_FRAME: Final = 8  # bytes before what a skippable frame holds (RFC 8878, 3.1.2)


class Fault(StrEnum):
    """Why a stream ended before its end."""

    TRUNCATED = "cut off"
    CORRUPT = "corrupt"
    BOMB = "unpacks to far more than its size"


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib's decompressor with the interface of those of bz2 and lzma."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(31)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        out = self._zlib.decompress(self._zlib.unconsumed_tail + data, max_length)
        self.needs_input = not self._zlib.unconsumed_tail and len(out) < max_length
        return out


def compression_of(head: bytes) -> str | None:
    """The kind of compression that a document's first bytes show: `gzip`, `bzip2`, `xz`, `zstd`; None for others."""
    if head.startswith(_DICTIONARY):
        return "zstd"
    return next((kind for kind, magic in _MAGIC.items() if head.startswith(magic)), None)


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a stream of one or several members. `fault` is set where they end early.

    `resume`: go on with the next member of gzip behind one that is corrupt (records of a web archive are members);
    `skipped` counts the members that were.
    """

    def __init__(self, stream: BinaryIO, kind: str, *, most: int, resume: bool = False) -> None:
        super().__init__()
        self.fault: Fault | None = None
        self.skipped = 0
        self.position = 0
        self._stream = stream
        self._kind = kind
        self._most = most
        self._resume = resume
        self._packed = b""
        self._taken = 0
        self._decompressor: _Decompressor | None = None
        self._ended = False
        self._dictionary: zstd.ZstdDict | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        out = b""
        while not out and not self._ended:
            out = self._next(min(len(view), _CHUNK))
        self.position += len(out)
        if self.position > self._most or self.position > FREE_OF_RATIO + self._taken * MOST_RATIO:
            self.fault, self._ended = Fault.BOMB, True
            return 0
        view[: len(out)] = out
        return len(out)

    def close(self) -> None:
        self._stream.close()
        super().close()

    def _next(self, most: int) -> bytes:
        """Some unpacked bytes, or none where a member begins or the stream ends."""
        if self._decompressor is None:
            self._begin()
            return b""
        data = b""
        if self._decompressor.needs_input:
            data = self._packed or self._read()
            self._packed = b""
            if not data:
                self.fault, self._ended = Fault.TRUNCATED, True
                return b""
        try:
            out = self._decompressor.decompress(data, most)
        except (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError, zstd.ZstdError, MemoryError):
            self._give_up(data)
            return b""
        if self._decompressor.eof:
            self._packed = self._decompressor.unused_data
            self._decompressor = None
        return out

    def _read(self) -> bytes:
        data = self._stream.read(_CHUNK)
        self._taken += len(data)
        return data

    def _begin(self) -> None:
        """Begin the next member; bytes between members, such as the zeros that fill a tape's block, are passed over."""
        if self._kind == "zstd" and not self._taken:
            self._read_dictionary()
        magic = _MAGIC[self._kind]
        while len(self._packed) < len(magic) or not self._packed.startswith(magic):
            found = self._packed.find(magic)
            self._packed = self._packed[found:] if found >= 0 else self._packed[-len(magic) + 1 :]
            if found < 0:
                data = self._read()
                if not data:
                    self._ended = True
                    return
                self._packed += data
        self._decompressor = _decompressor(self._kind, self._dictionary)

    def _read_dictionary(self) -> None:
        """Take the dictionary that the stream may begin with; one that is broken is none, and the rest then corrupt."""
        self._hold(_LEAST_FRAME)
        if not self._packed.startswith(_DICTIONARY) or len(self._packed) < _LEAST_FRAME:
            return
        end = _LEAST_FRAME + min(struct.unpack_from("<I", self._packed, 4)[0], _LARGEST_DICTIONARY)
        self._hold(end)
        raw, self._packed = self._packed[_LEAST_FRAME:end], self._packed[end:]
        try:
            if raw.startswith(_MAGIC["zstd"]):  # a dictionary that is compressed itself
                raw = zstd.ZstdDecompressor().decompress(raw, _LARGEST_DICTIONARY)
            self._dictionary = zstd.ZstdDict(raw)
        except (zstd.ZstdError, ValueError, EOFError, MemoryError):
            self._dictionary = None

    def _hold(self, size: int) -> None:
        """Hold at least so many packed bytes, or all that are left."""
        while len(self._packed) < size and (data := self._read()):
            self._packed += data

    def _give_up(self, data: bytes) -> None:
        self._decompressor = None
        if not self._resume:
            self.fault, self._ended = Fault.CORRUPT, True
            return
        self.skipped += 1
        self._packed = data[1:] + self._packed if data.startswith(_MAGIC[self._kind]) else data + self._packed


def _decompressor(kind: str, dictionary: zstd.ZstdDict | None) -> _Decompressor:
    if kind == "gzip":
        return _Gzip()
    if kind == "zstd":
        return zstd.ZstdDecompressor(dictionary)
    return bz2.BZ2Decompressor() if kind == "bzip2" else lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
