"""The members of a tar archive, read from its beginning to its end in one go, over damaged headers.

Whether a member is wanted, and how much may be unpacked, `containers` decides.
"""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

from generator.ingest.readers.archives.member_names import code_page_of, read_name

TAR_FAULTS = (
    tarfile.TarError, EOFError, OSError, ValueError, OverflowError, UnicodeError, RecursionError, IndexError, KeyError,
    MemoryError,
)  # fmt: skip
_LONGEST_HEADER: Final = 1 << 20
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class TarMember:
    """One member: its name, its size, why it must not be read (empty where it may be), and its bytes, which can be
    read once, until the next member is asked for."""

    name: str
    size: int
    stream: BinaryIO | None
    refused: str = ""
    is_folder: bool = False


class Forward(io.RawIOBase):
    """A stream that can be sought forward only, in small pieces: `tarfile` reads a header of any size at once."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._position = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if whence or offset < self._position:
            raise OSError("this archive can only be read forward")
        while self._position < offset:
            if not self._take(min(_CHUNK, offset - self._position)):
                break
        return self._position

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= _LONGEST_HEADER:
            raise tarfile.ReadError(f"a header of {size} bytes")
        parts = []
        while size:
            part = self._take(size)
            if not part:
                break
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _take(self, size: int) -> bytes:
        part = self._stream.read(size) or b""
        self._position += len(part)
        return part


class _Data(io.RawIOBase):
    """The bytes of one member, while the archive has not gone past them."""

    def __init__(self, archive: Forward, start: int, size: int) -> None:
        super().__init__()
        self._archive, self._at, self._end = archive, start, start + size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        wanted = min(len(view), _CHUNK, self._end - self._at)
        if not wanted:
            return 0
        self._archive.seek(self._at)
        part = self._archive.read(wanted)
        if not part:
            raise tarfile.ReadError("the archive is cut off")
        view[: len(part)] = part
        self._at += len(part)
        return len(part)


def tar_members(stream: BinaryIO, damaged: list[int]) -> Iterator[TarMember]:
    """The members of the tar that `stream` gives. A place where no header could be read is added to `damaged`, and the
    next sound header is looked for. Raises what TAR_FAULTS names where nothing more can be read."""

    class Header(tarfile.TarInfo):
        @classmethod
        def frombuf(cls, buf: bytes | bytearray, encoding: str | None, errors: str) -> Header:
            try:
                return super().frombuf(buf, encoding, errors)  # type: ignore[arg-type]
            except tarfile.HeaderError:
                if bytes(buf).strip(b"\0"):  # blocks of zeros end an archive or part two of them
                    damaged.append(1)
                raise

    archive = tarfile.TarFile(
        fileobj=Forward(stream), tarinfo=Header, ignore_zeros=True, encoding="utf-8", errors="surrogateescape"
    )
    while (entry := archive.next()) is not None:
        archive.members.clear()  # type: ignore[attr-defined]
        yield _member(archive, entry)


def _member(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> TarMember:
    raw = entry.name.encode("utf-8", "surrogateescape")
    name = read_name(raw, code_page_of([raw]))
    if entry.isdir():
        return TarMember(name, 0, None, is_folder=True)
    if not entry.isreg() or entry.issparse():
        return TarMember(name, entry.size, None, "it is a link, a device or a sparse file")
    data = _Data(cast("Forward", archive.fileobj), entry.offset_data, entry.size)
    return TarMember(name, entry.size, io.BufferedReader(data, _CHUNK))
