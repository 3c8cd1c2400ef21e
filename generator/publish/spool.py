"""Bodies of articles put aside while an archive is read, for who renders them: to open and parse each again costs half
as much as to render it, and all of them are more than memory should hold.

Not a cache: it lasts as long as the process and those forked from it, and may hold less than it was given.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from typing import IO

# The folder for temporary files is memory on some systems.
_ROOM = 2_000_000_000  # bytes


class Spool:
    """Texts by name in a temporary file without one, which the system takes back with the process.

    Where there is no room for it, or the system cannot read at a place, it holds nothing.
    """

    def __init__(self, room: int = _ROOM) -> None:
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._room = room
        self._file: IO[bytes] | None = _open() if room else None

    def keep(self, name: str, text: str) -> None:
        """Put a text aside, while there is room. All are put aside before the first is given."""
        if self._file is None:
            return
        raw = text.encode("utf-8", "surrogatepass")
        if self._end + len(raw) > self._room:
            return
        try:
            self._file.write(raw)
        except OSError:
            self.close()
            return
        self._places[name] = (self._end, len(raw))
        self._end += len(raw)

    def seal(self) -> None:
        """Let all that was put aside reach the file, from which forks of this process read too."""
        try:
            if self._file is not None:
                self._file.flush()
        except OSError:
            self.close()

    def give(self, name: str) -> str | None:
        """Give a text that was put aside, None where it was not."""
        found = self._places.get(name)
        if found is None or self._file is None:
            return None
        place, size = found
        raw = os.pread(self._file.fileno(), size, place)
        return raw.decode("utf-8", "surrogatepass") if len(raw) == size else None

    def close(self) -> None:
        """Give up all that was put aside, before the system takes the trouble to write it to a disk."""
        self._places.clear()
        if self._file is not None:
            with suppress(OSError):  # of what it could not write
                self._file.close()
            self._file = None


def _open() -> IO[bytes] | None:
    if not hasattr(os, "pread"):
        return None
    try:
        return tempfile.TemporaryFile(buffering=1 << 20)
    except OSError:
        return None
