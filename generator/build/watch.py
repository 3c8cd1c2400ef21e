"""Watching files: tells that something may have changed, never what. Whoever is told looks for himself.

The system's own notices are used; where it gives none, or no more of them, the folders are looked through each second.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

# Not those of files that are only opened: a build opens thousands.
_CHANGES: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Watch:
    """Watches files and folders with all that is in them; hidden files are passed over. `tell` is called by another
    thread."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._observer: BaseObserver | None = None
        self._watched: frozenset[tuple[str, int]] = frozenset()

    def set(self, paths: Iterable[Path]) -> bool:
        """Watch these instead of those of before; give whether they are others."""
        wanted = frozenset(map(str, paths))
        marks = frozenset((path, _identity(path)) for path in wanted)
        if marks == self._watched and self._observer is not None:
            return False
        self.stop()
        self._observer = _start(Observer(), wanted, self._tell) or _start(
            PollingObserver(timeout=1), wanted, self._tell
        )
        self._watched = marks
        return True

    def stop(self) -> None:
        """Watch no more."""
        if self._observer is not None:
            self._observer.stop()
            self._observer = None


def _start(observer: BaseObserver, wanted: frozenset[str], tell: Callable[[], None]) -> BaseObserver | None:
    """Watch each folder with all that is in it, and for each file its folder: editors put a new file in its place.

    None where the system has no notices left to give.
    """
    handler = _Handler(wanted, tell)
    whole = {path for path in wanted if Path(path).is_dir()}
    beside = {str(Path(path).parent) for path in wanted}
    try:
        observer.start()
        for folder in sorted(whole | {each for each in beside if Path(each).is_dir()}):
            observer.schedule(handler, folder, recursive=folder in whole, event_filter=_CHANGES)
    except OSError:
        observer.stop()
        return None
    return observer


class _Handler(FileSystemEventHandler):
    """Hears of every change, and tells of those to what is watched."""

    def __init__(self, wanted: frozenset[str], tell: Callable[[], None]) -> None:
        self._wanted = wanted
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take one event; that of a file moved names two places."""
        if any(_concerns(os.fsdecode(path), self._wanted) for path in (event.src_path, event.dest_path) if path):
            self._tell()


def _concerns(path: str, wanted: Iterable[str]) -> bool:
    """Whether a path is one that is watched, or below one and not hidden there."""
    return any(
        path == each or (path.startswith(each + os.sep) and not _is_hidden(path[len(each) :])) for each in wanted
    )


def _is_hidden(below: str) -> bool:
    return os.sep + "." in below


def _identity(path: str) -> int:
    """What changes where another folder has taken the place of one; 0 where there is nothing or a file."""
    try:
        return Path(path).stat().st_ino if Path(path).is_dir() else 0
    except OSError:
        return 0
