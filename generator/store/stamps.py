"""What the system says of a file, by which a process that goes on knows whether the file is as it was when last read.

Not for what is kept from one process to the next: there only a file's bytes count (docs/adr/0013).
"""

from __future__ import annotations

import os
import stat
import time
from hashlib import sha256
from pathlib import Path

Stamp = tuple[int, int, int, int]
# The coarsest clock of a file system in use is that of FAT: two seconds.
_COARSEST = 2_000_000_000


def make_stamp(found: os.stat_result, now: int) -> Stamp | None:
    """Give the stamp of a regular file; `now` is the time in nanoseconds just before the system was asked.

    None where nothing can be told: for links, and for a file that changed so lately that it may change again within one
    tick of its file system's clock.
    """
    latest = max(found.st_mtime_ns, found.st_ctime_ns)
    if not stat.S_ISREG(found.st_mode) or latest > now - _COARSEST:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


class FileDigests:
    """The digests of files, each worked out once while the file's stamp is the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Stamp, bytes]] = {}

    def at(self, path: str, stamp: Stamp | None) -> bytes | None:
        """The digest of a file that had the stamp when its digest was worked out, if it was; nothing is read."""
        known = self._known.get(path)
        return known[1] if known is not None and known[0] == stamp else None

    def of(self, path: Path | str) -> bytes:
        """The SHA-256 digest of a file's bytes. Raises OSError."""
        name = os.fspath(path)
        now = time.time_ns()
        stamp = make_stamp(os.lstat(name), now)
        known = self._known.get(name)
        if known is not None and known[0] == stamp:
            return known[1]
        with open(name, "rb", buffering=0) as file:  # noqa: PTH123 - tens of thousands of times
            found = sha256(file.readall()).digest()
        if stamp is not None:
            self._known[name] = (stamp, found)
        return found
