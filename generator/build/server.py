"""The server of the preview: on this machine only, a thread a request. It knows nothing of how a site is built.

Not for publishing: it has no TLS, no caching, and waits on purpose.
"""

from __future__ import annotations

import socket
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from generator.build.answers import POLL, Answer, Place, find_answer
from generator.errors import MisuseError, Problem

HOST = "127.0.0.1"
_LONGEST_WAIT = 60.0  # seconds until a page asks again


class Epochs:
    """The number of the site that is served. It only grows, also from one server to the next: it is a time."""

    def __init__(self) -> None:
        self.now = 0
        self._changed = threading.Condition()

    def turn(self) -> None:
        """There is a new site."""
        with self._changed:
            self.now = max(self.now + 1, time.time_ns() // 1_000_000)
            self._changed.notify_all()

    def wait(self, known: int, longest: float | None = None) -> int:
        """Wait until there is a site newer than the `known` one, at the longest so many seconds; give its number."""
        with self._changed:
            self._changed.wait_for(lambda: self.now > known, longest)
            return self.now


class PreviewServer(ThreadingHTTPServer):
    """Serves the site at `place` on a socket that listens already. Until the first turn of `epochs`, browsers wait."""

    daemon_threads = True

    def __init__(self, listener: socket.socket, place: Place) -> None:
        super().__init__(listener.getsockname()[:2], _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listener
        self.place = place
        self.epochs = Epochs()

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep silent: a browser that goes away is no fault."""
        _ = request, client_address


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    timeout = 30

    def do_GET(self) -> None:
        """Answer with headers and body."""
        answer = self._find_answer()
        self._send(answer)
        self.wfile.write(answer.body)

    def do_HEAD(self) -> None:
        """Answer with headers alone."""
        self._send(self._find_answer())

    def log_message(self, format: str, *args: object) -> None:
        """Keep silent."""

    def _find_answer(self) -> Answer:
        known = self.path.removeprefix(POLL)
        if self.path.startswith(POLL) and known.isascii() and known.isdigit() and len(known) < 20:
            newest = self.server.epochs.wait(int(known), _LONGEST_WAIT)
            return Answer(HTTPStatus.OK, b"%d" % newest, (("Content-Type", "text/plain"),))
        # The number first, then the file: a page that is older than its number would never be loaded again.
        return find_answer(self.server.place, self.path, self.server.epochs.wait(0))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")  # what changes within a second has no date that tells
        self.end_headers()


def listen(port: int) -> socket.socket:
    """Listen at a port of this machine. Raises MisuseError where somebody else does, or nobody may."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen(128)
    except OSError as fault:
        listener.close()
        raise MisuseError(
            Problem(
                code="port-taken",
                what=f"cannot serve at {HOST}:{port}",
                expected="a port that no other program uses",
                found=fault.strerror or str(fault),
                cure=f"stop the other program, or choose another port: --port {port + 1}",
            )
        ) from None
    return listener
