"""The process that serves the preview and watches the archive, beside the one that builds.

So pages are served while the site is planned, and the process that builds has one thread, as forks ask.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from generator.build.answers import Place
from generator.build.server import PreviewServer
from generator.build.watch import Watch
from generator.errors import MisuseError, Problem

_QUIET = 0.05  # seconds without a change after which a series of saves has come to its end
_LONGEST_SERIES = 2.0


class Preview:
    """What the process that builds says to the one that serves, and hears from it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._news = False

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these files and folders. Where they are others than before, that is told as a change."""
        self._say({"watch": sorted({str(path) for path in paths})})

    def show(self, place: Place) -> None:
        """Serve the site at `place`, and let open pages load again."""
        self._say({"site": str(place.site), "mount": place.mount})

    def has_news(self) -> bool:
        """Whether something has changed that `wait` has not told yet. Raises MisuseError where nobody serves."""
        return self._hear(0)

    def wait(self, longest: float | None) -> bool:
        """Wait for a change, at the longest so many seconds, and for the end of the series in which it comes; give
        whether there was one. Raises MisuseError where nobody serves."""
        if not self._hear(longest):
            return False
        began = time.monotonic()
        while self._news and time.monotonic() - began < _LONGEST_SERIES:
            self._news = False
            self._say({})
            self._hear(_QUIET)
        if self._news:
            self._news = False
            self._say({})
        return True

    def _hear(self, longest: float | None) -> bool:
        try:
            if not self._news and self._connection.poll(longest):
                self._connection.recv_bytes()
                self._news = True
        except (EOFError, OSError):
            raise MisuseError(_ended()) from None
        return self._news

    def _say(self, what: dict[str, object]) -> None:
        try:
            self._connection.send_bytes(json.dumps(what).encode())
        except OSError:
            raise MisuseError(_ended()) from None


@contextmanager
def open_preview(listener: socket.socket, place: Place) -> Iterator[Preview]:
    """Serve on a socket that listens, until the end of the block. Browsers wait until a site is shown."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(listener, place, here, there), daemon=True)
    process.start()
    there.close()
    listener.close()
    try:
        yield Preview(here)
    finally:
        process.terminate()
        process.join()
        here.close()


class _News:
    """Tells the other process of changes: one word at a time, and after its answer again where there were more."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._told = self._more = False

    def tell(self) -> None:
        """Something has changed."""
        with self._lock:
            if self._told:
                self._more = True
                return
            self._told = True
            self._connection.send_bytes(b"changed")

    def answered(self) -> None:
        """The other process looks at everything from now on."""
        with self._lock:
            self._told = self._more
            self._more = False
            if self._told:
                self._connection.send_bytes(b"changed")


def _serve(listener: socket.socket, place: Place, other: Connection, connection: Connection) -> None:
    """Serve and watch until the other process ends, however it does."""
    other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the other one ends this one
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    server = PreviewServer(listener, place)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    news = _News(connection)
    watch = Watch(news.tell)
    try:
        while True:
            _obey(json.loads(connection.recv_bytes()), server, watch, news)
    except (EOFError, OSError):
        os._exit(0)


def _obey(said: dict[str, object], server: PreviewServer, watch: Watch, news: _News) -> None:
    """Do what the other process says."""
    match said:
        case {"watch": list(paths)}:
            if watch.set(map(Path, paths)):
                news.tell()  # what happened before it was watched has been missed
        case {"site": str(site), "mount": str(mount)}:
            server.place = Place(Path(site), mount)
            server.epochs.turn()
        case _:
            news.answered()


def _ended() -> Problem:
    return Problem(
        code="server-ended",
        what="the server ended by itself",
        expected="it to run until it is interrupted",
        found="its process is gone",
        cure="run `sijill serve` again",
    )
