"""Where the bytes of an archive's member are opened from, as often as its reader asks, at the least cost."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(slots=True)
class MemberSource:
    """Where a member's bytes are: in memory, in a file while it is the last that was asked for, or in the archive."""

    held: bytes | None
    spool: BinaryIO | tempfile.SpooledTemporaryFile[bytes] | None
    again: Callable[[], BinaryIO]

    def open(self) -> BinaryIO:
        if self.held is not None:
            return io.BytesIO(self.held)
        if self.spool is not None and not self.spool.closed:
            return io.BufferedReader(_Reading(self.spool))
        return self.again()


class _Reading(io.RawIOBase):
    """A reading of a file that others read too, with a place of its own."""

    def __init__(self, file: BinaryIO | tempfile.SpooledTemporaryFile[bytes]) -> None:
        super().__init__()
        self._file = file
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self._position = self._file.seek(offset if whence != 1 else self._position + offset, 2 if whence == 2 else 0)
        return self._position

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        self._file.seek(self._position)
        part = self._file.read(len(view))
        view[: len(part)] = part
        self._position += len(part)
        return len(part)
