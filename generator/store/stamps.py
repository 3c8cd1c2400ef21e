"""What the system says of a file, by which a process that goes on knows whether the file is as it was when last read.

Not for what is kept from one process to the next: there only a file's bytes count (docs/adr/0013).
"""

from __future__ import annotations

import errno
import os
import stat
import time
from hashlib import sha256
from pathlib import Path

Stamp = tuple[int, int, int, int]
# The coarsest clock of a file system in use is that of FAT: two seconds.
_COARSEST = 2_000_000_000
# Bytes; hardly any article is longer.
_AT_ONCE = 32768
# A system that cannot be told not to follow links follows them.
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)  # Windows has text files
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to would be waited for without end


def make_stamp(found: os.stat_result, now: int) -> Stamp | None:
    """Give the stamp of a regular file; `now` is the time in nanoseconds just before the system was asked.

    None where nothing can be told: for links, and for a file that changed so lately that it may change again within one
    tick of its file system's clock.
    """
    latest = max(found.st_mtime_ns, found.st_ctime_ns)
    if not stat.S_ISREG(found.st_mode) or latest > now - _COARSEST:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def read_stamped(name: str, *, links: bool = True) -> tuple[bytes, Stamp | None]:
    """The bytes of a file, and the stamp that it had just before.

    Raises OSError, where `links` are not to be followed with ELOOP for one; for pipes and devices with EINVAL.
    """
    now = time.time_ns()
    try:
        handle = os.open(name, os.O_RDONLY | _BINARY | _NO_WAIT | _NO_LINK)
    except OSError as fault:
        if fault.errno != errno.ELOOP or not links:
            raise
        return _read_bytes(name), None
    try:
        found = os.fstat(handle)
        return _read_rest(handle, found), make_stamp(found, now)
    finally:
        os.close(handle)


def _read_bytes(name: str) -> bytes:
    handle = os.open(name, os.O_RDONLY | _BINARY | _NO_WAIT)
    try:
        return _read_rest(handle, os.fstat(handle))
    finally:
        os.close(handle)


def _read_rest(handle: int, found: os.stat_result) -> bytes:
    if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):  # a folder says so itself
        raise OSError(errno.EINVAL, "it is a pipe or a device")
    parts = []
    while part := os.read(handle, _AT_ONCE):
        parts.append(part)
    return b"".join(parts)


class FileDigests:
    """The digests of files, each worked out once while the file's stamp is the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Stamp, bytes]] = {}
        self._kept: dict[str, bytes] = {}
        self._room = 0

    def keep(self, size: int) -> None:
        """Keep the bytes of files that are read from now on, so many in all, for who needs them next (`take`); those
        that were kept before are given up."""
        self._kept.clear()
        self._room = size

    def take(self, path: str) -> bytes | None:
        """The bytes of a file of which the digest is known, once, if they were kept."""
        return self._kept.pop(path, None)

    def known(self, path: str) -> tuple[Stamp, bytes] | None:
        """The digest of a file if it was worked out, and the stamp that the file had then; nothing is asked or read."""
        return self._known.get(path)

    def of(self, path: Path | str) -> bytes:
        """The SHA-256 digest of a file's bytes. Raises OSError."""
        name = os.fspath(path)
        known = self._known.get(name)
        if known is not None and known[0] == make_stamp(os.lstat(name), time.time_ns()):
            return known[1]
        raw, stamp = read_stamped(name)
        found = sha256(raw).digest()
        if stamp is not None:
            self._known[name] = (stamp, found)
            if len(raw) <= self._room:
                self._kept[name] = raw
                self._room -= len(raw)
        return found
