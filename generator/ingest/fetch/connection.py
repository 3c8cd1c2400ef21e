"""One HTTP request to one host at a number that was looked at before, within limits of time and size.

Not for redirects, robots.txt or patience (`agent`). It knows no proxies: the number that is asked must be the one that
was looked at.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from http.client import HTTPConnection, HTTPException, HTTPResponse

import certifi

from generator.ingest.fetch.addresses import Address
from generator.ingest.fetch.decoding import decode, too_large
from generator.ingest.fetch.faults import FetchFault

_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a request may take, in seconds, without a sign of life and as a whole; how large its body may be once
    unpacked, in bytes."""

    silence: float = 10.0
    whole: float = 60.0
    size: int = 5 * 1024 * 1024 - 128 * 1024  # a source document, and room for what HTTP said of it


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered: the address asked for, the number asked, status, header fields in order, body unpacked."""

    address: Address
    number: str
    status: int
    reason: str
    fields: tuple[tuple[str, str], ...]
    body: bytes

    def field(self, name: str) -> str | None:
        """The value of a header field, the first of several; None where it is not there."""
        return next((value for key, value in self.fields if key.lower() == name), None)


class _PinnedConnection(HTTPConnection):
    """A connection to one of the numbers given, whatever the host's name leads to by now."""

    def __init__(self, address: Address, numbers: Sequence[str], limits: Limits) -> None:
        super().__init__(address.host, address.port, timeout=limits.silence)
        self.address, self.numbers, self.limits = address, numbers, limits
        self.number = ""
        self.plug: socket.socket | None = None  # kept, since the base class lets go of it before the body is read

    def connect(self) -> None:
        """Connect to the first number that answers. Raises OSError."""
        self.plug = self._dial()
        if self.address.scheme == "https":
            context = tls_context()
            plug = context.wrap_socket(self.plug, server_hostname=self.host, do_handshake_on_connect=False)
            self.plug = plug
            plug.do_handshake()
        self.sock = self.plug

    def _dial(self) -> socket.socket:
        ends = time.monotonic() + self.limits.whole
        fault: OSError = TimeoutError("no answer")
        for number in self.numbers:
            left = ends - time.monotonic()
            if left <= 0:
                break
            try:
                plug = socket.create_connection((number, self.port), timeout=min(left, self.limits.silence))
            except OSError as error:
                fault = error
                continue
            plug.settimeout(self.limits.silence)
            self.number = number
            return plug
        raise fault

    def cut(self) -> None:
        """End the connection from another thread: whatever waits on it wakes."""
        if self.plug is not None:
            with suppress(OSError):
                socket.socket.shutdown(self.plug, socket.SHUT_RDWR)  # past TLS, which would wait for the other side


@lru_cache(maxsize=1)
def tls_context() -> ssl.SSLContext:
    """The trust of the system, and that of Mozilla for systems that have none of their own."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def ask(address: Address, numbers: Sequence[str], fields: dict[str, str], limits: Limits) -> Answer:
    """GET an address at one of `numbers` with these header fields. Raises FetchFault; never follows a redirect."""
    connection = _PinnedConnection(address, numbers, limits)
    with _deadline(connection, limits.whole) as passed:
        try:
            sent = {"Host": address.authority, "Accept-Encoding": "gzip", "Connection": "close"} | fields
            connection.request("GET", address.target, headers=sent)
            response = connection.getresponse()
            answer = _read_answer(address, connection, response, limits)
            if passed.is_set():  # the end of what was cut off looks like the end of the answer
                raise _too_slow(limits)
            return answer
        except ssl.SSLError as error:
            raise _too_slow(limits) if passed.is_set() else _untrusted(error) from error
        except TimeoutError as error:
            raise _silent(limits) from error
        except (OSError, HTTPException, ValueError) as error:
            raise _too_slow(limits) if passed.is_set() else _broken(error) from error
        except FetchFault as fault:
            raise _too_slow(limits) if passed.is_set() else fault from fault
        finally:
            connection.close()
            if connection.plug is not None:
                connection.plug.close()


@contextmanager
def _deadline(connection: _PinnedConnection, seconds: float) -> Iterator[threading.Event]:
    """Cut the connection when the time is over: a host that sends a byte now and then is never silent."""
    passed = threading.Event()

    def end() -> None:
        passed.set()
        connection.cut()

    watch = threading.Timer(seconds, end)
    watch.daemon = True
    watch.start()
    try:
        yield passed
    finally:
        watch.cancel()


def _read_answer(address: Address, connection: _PinnedConnection, response: HTTPResponse, limits: Limits) -> Answer:
    fields = tuple((name, _plain(value)) for name, value in response.getheaders())
    if response.length is not None and response.length > limits.size:
        raise too_large(limits.size, f"{response.length:,} bytes")
    encodings = response.headers.get_all("Content-Encoding")
    body = b"" if response.status in (204, 304) else decode(_pieces(response), encodings, limits.size)
    return Answer(address, connection.number, response.status, _plain(response.reason), fields, body)


def _plain(value: str) -> str:
    """A header field's value on one line. It is ASCII by the standard and UTF-8 in the wild, read as Latin-1 so far."""
    line = re.sub(r"[\x00-\x20\x7f]+", " ", value).strip(" ")
    try:
        return line.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return line


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    """The body as it comes. Raises FetchFault where it breaks off before its announced end."""
    while piece := response.read(_PIECE):  # not read1, which does not count what it gives in Python before 3.12
        yield piece
    if response.length:
        raise FetchFault(
            "broke-off",
            "the answer broke off",
            expected="all of it",
            found=f"{response.length:,} bytes are missing",
            cure="it is asked for again next time",
        )


def _silent(limits: Limits) -> FetchFault:
    return FetchFault(
        "no-answer",
        "the host does not answer",
        expected=f"a sign of life within {limits.silence:.0f} seconds",
        found="silence",
        cure="it is asked again next time; look whether the site is there",
    )


def _too_slow(limits: Limits) -> FetchFault:
    return FetchFault(
        "too-slow",
        "the host takes too long",
        expected=f"all of the answer within {limits.whole:.0f} seconds",
        found="a part of it",
        cure="it is asked again next time; look whether the site is there",
    )


def _untrusted(error: ssl.SSLError) -> FetchFault:
    return FetchFault(
        "not-trusted",
        "there is no secure connection to the host",
        expected="a certificate that is valid for this host",
        found=str(getattr(error, "verify_message", "") or error.reason or error),
        cure="look at the site with a browser; where it has no valid certificate, write its address with http://",
    )


def _broken(error: Exception) -> FetchFault:
    return FetchFault(
        "no-connection",
        "the host could not be asked, or did not answer in HTTP",
        expected="an answer in HTTP",
        found=f"{type(error).__name__}: {error}"[:200],
        cure="it is asked again next time; look whether the site is there",
    )
