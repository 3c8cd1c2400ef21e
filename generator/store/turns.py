"""Runs that write the same archive, one after the other: the second waits for the first.

Not for builds, which write a site and have their own place and lock.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without POSIX locks: runs are not kept apart there
    fcntl = None  # type: ignore[assignment]


@contextmanager
def take_turn(root: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the articles and sources of the archive at `root`; `wait` is called where another run holds them.

    The lock is on the folder content/ itself, so that it leaves no file behind and a folder that is read only can be
    locked too; it ends with the process, however that ends. A file system that knows no locks keeps nobody out.
    """
    folder = os.open(root / "content", os.O_RDONLY) if fcntl is not None else None
    try:
        if folder is not None:
            _lock(folder, wait)
        yield
    finally:
        if folder is not None:
            os.close(folder)


def _lock(folder: int, wait: Callable[[], None]) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        wait()
        fcntl.flock(folder, fcntl.LOCK_EX)
    except OSError:  # no locks there
        return
