"""Runs that write the same archive, or fetch for it, one after the other: the second waits for the first.

Not for builds, which write a site and have their own place and lock.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.store.documents import SOURCES

try:
    import fcntl
except ImportError:  # a system without POSIX locks: runs are not kept apart there
    fcntl = None  # type: ignore[assignment]


@contextmanager
def take_turn(root: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the articles and decisions of the archive at `root`; `wait` is called where another run holds them.

    The lock is on the folder content/ itself, so that it leaves no file behind and a folder that is read only can be
    locked too; it ends with the process, however that ends. A file system that knows no locks keeps nobody out.
    """
    with _held(root / "content", wait):
        yield


@contextmanager
def take_fetching_turn(root: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Be the only one that fetches for the archive at `root`; `wait` is called where another run does. Who writes
    articles does not wait for it: what is fetched is put among the sources whole, under a name that nothing has."""
    sources = root / SOURCES
    sources.mkdir(parents=True, exist_ok=True)
    with _held(sources, wait):
        yield


@contextmanager
def _held(place: Path, wait: Callable[[], None]) -> Iterator[None]:
    folder = os.open(place, os.O_RDONLY) if fcntl is not None else None
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
