"""One request: limits of time and size, packing, redirects, robots.txt, hosts that want to be left alone."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.fetch.addresses import Address, read_address
from generator.ingest.fetch.connection import Limits
from generator.ingest.fetch.courtesy import Courtesy
from generator.ingest.fetch.decoding import decode
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.fetch.robots import read_rules

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
packed = partial(gzip.compress, mtime=0)
BOMB = packed(bytes(1_000_000)) * 30
SMALL = Limits(silence=0.3, whole=1.0, size=20_000)


def at(site: Any, path: str, host: str = "news.example") -> Address:
    """The address of a path on the site."""
    found = read_address(site.address(path, host))
    assert found is not None
    return found


def fault_of(site: Any, path: str, **how: Any) -> FetchFault:
    """The fault of a request."""
    with pytest.raises(FetchFault) as caught:
        site.agent(**how).get(at(site, path))
    assert caught.value.what
    assert caught.value.cure
    return caught.value


def test_who_asks_says_who_it_is(site: Any) -> None:
    site.serve("/a", "x", ETag='"1"')
    answer, moved = site.agent().get(at(site, "/a"), conditions={"If-None-Match": '"0"'})
    assert (answer.status, answer.field("etag"), moved) == (200, '"1"', ())
    (_, robots, _), (host, path, fields) = site.requests
    assert (robots, path, host) == ("/robots.txt", "/a", f"news.example:{site.port}")
    assert fields["User-Agent"] == "Sijill/test (+https://archive.example/)"
    assert fields["If-None-Match"] == '"0"'
    assert "Cookie" not in fields


def test_nothing_new_is_an_answer(site: Any) -> None:
    site.serve("/a", status=304, Content_Length="0")
    assert site.agent().get(at(site, "/a"))[0].status == 304


@pytest.mark.parametrize(
    ("status", "code", "lasting"),
    [
        (404, "not-found", True),
        (410, "gone", True),
        (403, "refused-by-host", False),
        (500, "refused-by-host", False),
        (204, None, False),
        (599, "refused-by-host", False),
    ],
)
def test_what_a_status_means(site: Any, status: int, code: str | None, lasting: bool) -> None:
    site.serve("/a", status=status, Content_Length="0")
    if code is None:
        assert site.agent().get(at(site, "/a"))[0].body == b""
        return
    fault = fault_of(site, "/a")
    assert (fault.code, fault.lasting) == (code, lasting)
    assert str(status) in fault.found


def test_redirects_are_followed_and_the_first_permanent_one_is_told(site: Any) -> None:
    site.serve("/a", status=301, Location="/b")
    site.serve("/b", status=302, Location=site.address("/c", "other.example"))
    site.serve("/c", "here", host="other.example")
    answer, moved = site.agent("news.example", "other.example").get(at(site, "/a"))
    assert (answer.body, answer.address.text) == (b"here", site.address("/c", "other.example"))
    assert [each.text for each in moved] == [site.address("/b")]


def test_a_redirect_that_is_not_for_ever_is_not_told(site: Any) -> None:
    site.serve("/a", status=302, Location="/b")
    site.serve("/b", status=301, Location="/c")
    site.serve("/c", "here")
    assert site.agent().get(at(site, "/a"))[1] == ()


@pytest.mark.parametrize(
    "location",
    [
        "/\u0645\u0635\u0631/\u062e\u0628\u0631".encode(),
        b"/%D9%85%D8%B5%D8%B1/%D8%AE%D8%A8%D8%B1",
        b"/%D9%85\xd8\xb5\xd8\xb1/%D8%AE%D8%A8%D8%B1",
    ],
)
def test_a_redirect_to_an_arabic_address_is_followed(site: Any, location: bytes) -> None:
    """Raw UTF-8 too, whose bytes are white space when they are read one by one (the second of a meem is 0x85)."""
    site.perform("/a", send(b"", b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + b"\r\n\r\n", 1))
    site.serve("/%D9%85%D8%B5%D8%B1/%D8%AE%D8%A8%D8%B1", "here")
    assert site.agent().get(at(site, "/a"))[0].body == b"here"


def test_redirects_in_a_circle_end(site: Any) -> None:
    site.serve("/a", status=302, Location="/b")
    site.serve("/b", status=302, Location="/a")
    assert fault_of(site, "/a").code == "too-many-redirects"
    assert len(site.asked()) == 6


def test_robots_txt_of_the_host_that_a_redirect_leads_to_is_obeyed(site: Any) -> None:
    site.serve("/a", status=302, Location=site.address("/c", "other.example"))
    site.serve("/robots.txt", "User-agent: *\nDisallow: /c", host="other.example")
    with pytest.raises(FetchFault) as caught:
        site.agent("news.example", "other.example").get(at(site, "/a"))
    assert caught.value.code == "robots-forbid"
    assert site.asked("other.example") == []


def send(piece: bytes, head: bytes = b"", times: int = 10_000_000, pause: float = 0.0) -> Callable[[Any], None]:
    """Send a head and then a piece again and again, until the other side has enough."""
    wait = threading.Event()

    def act(handler: Any) -> None:
        handler.wfile.write(head)
        for _ in range(times):
            handler.wfile.write(piece)
            handler.wfile.flush()
            if pause:
                wait.wait(pause)

    return act


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (send(b"x" * 1000, OK + b"\r\n"), "too-large"),
        (send(b"3e8\r\n" + b"x" * 1000 + b"\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n"), "too-large"),
        (send(b"x", OK + b"Content-Length: 20001\r\n\r\n", 1), "too-large"),
        (send(b"x", OK + b"\r\n", pause=0.1), "too-slow"),
        (send(b"1\r\nx\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n", pause=0.1), "too-slow"),
        (send(b"1;", OK + b"Transfer-Encoding: chunked\r\n\r\n", pause=0.1), "too-slow"),
        (send(b"X-A: b\r\n", b"HTTP/1.1 200 OK\r\n", pause=0.1), "too-slow"),
        (send(b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.1), "too-slow"),
        (send(b"H", pause=0.1), "too-slow"),
        (send(b"X-A: b\r\n", b"HTTP/1.1 200 OK\r\n"), "no-connection"),
        (send(b"X-A: " + b"b" * 1000, b"HTTP/1.1 200 OK\r\n"), "no-connection"),
        (send(b"", OK + b"\r\n", pause=3, times=1), "no-answer"),
        (send(b"", pause=3, times=1), "no-answer"),
        (send(b"x" * 10, OK + b"Content-Length: 11\r\n\r\n", 1), "broke-off"),
        (send(b"", OK + b"Content-Length: 11\r\n\r\n", 1), "broke-off"),
        (send(b"5\r\nxx", OK + b"Transfer-Encoding: chunked\r\n\r\n", 1), "no-connection"),
        (send(b"zz\r\nxx", OK + b"Transfer-Encoding: chunked\r\n\r\n", 1), "no-connection"),
        (send(b"", times=1), "no-connection"),
        (send(b"SSH-2.0-OpenSSH\r\n", times=1), "no-connection"),
        (send(b"", b"HTTP/1.1 999999 OK\r\n\r\n", times=1), "no-connection"),
        (send(b"", b"\x00\xff\r\n\r\n", times=1), "no-connection"),
    ],
)
def test_a_hostile_answer_ends_in_a_fault(site: Any, act: Callable[[Any], None], code: str) -> None:
    site.perform("/a", act)
    assert fault_of(site, "/a", limits=SMALL).code == code


def test_a_body_of_just_the_limit_is_taken(site: Any) -> None:
    site.serve("/a", b"x" * SMALL.size)
    assert len(site.agent(limits=SMALL).get(at(site, "/a"))[0].body) == SMALL.size
    site.serve("/a", b"x" * (SMALL.size + 1))
    assert fault_of(site, "/a", limits=SMALL).code == "too-large"


@pytest.mark.parametrize(
    ("body", "encoding", "code"),
    [
        (packed(b"x" * 20_000), "gzip", None),
        (packed(b"x" * 10_000) + packed(b"y" * 10_000), "gzip", None),
        (packed(b"x" * 20_000) + b"\0\0", "x-gzip", None),
        (packed(b"x" * 20_001), "gzip", "too-large"),
        (BOMB, "gzip", "too-large"),
        (packed(b"x" * 10_000) * 3, "gzip", "too-large"),
        (packed(packed(bytes(1000))), "gzip, gzip", "broken-packing"),
        (packed(b"x" * 100)[:-9], "gzip", "broken-packing"),
        (b"\x1f\x8b\x08" + b"\xff" * 100, "gzip", "broken-packing"),
        (b"plain", "gzip", "broken-packing"),
        (zlib.compress(b"x" * 20_000), "deflate", None),
        (zlib.compress(b"x" * 20_000)[2:-4], "deflate", None),  # a bare stream, which many servers send so
        (zlib.compress(bytes(1 << 24)), "deflate", "too-large"),
        (zlib.compress(b"x" * 100)[:-7], "deflate", "broken-packing"),
        (b"plain", "deflate", "broken-packing"),
        (b"x", "br", "broken-packing"),
        (b"x", "zstd", "broken-packing"),
    ],
    ids=range(17),
)
def test_packed_bodies(site: Any, body: bytes, encoding: str, code: str | None) -> None:
    site.serve("/a", body, Content_Encoding=encoding)
    limits = Limits(silence=2, whole=10, size=20_000)
    if code is None:
        assert len(site.agent(limits=limits).get(at(site, "/a"))[0].body) == 20_000
    else:
        assert fault_of(site, "/a", limits=limits).code == code


@given(st.lists(st.binary(max_size=2000), max_size=5), st.integers(1, 700), st.integers(0, 4000))
def test_unpacking_gives_what_was_packed_or_refuses(parts: list[bytes], step: int, limit: int) -> None:
    whole = b"".join(parts)
    stream = b"".join(map(packed, parts))
    pieces = [stream[start : start + step] for start in range(0, len(stream), step)]
    if len(whole) <= limit and len(stream) <= limit:
        assert decode(pieces, ["gzip"], limit) == whole
    elif len(whole) > limit:
        with pytest.raises(FetchFault):
            decode(pieces, ["gzip"], limit)


@given(st.binary(max_size=300))
def test_any_bytes_are_unpacked_or_refused(body: bytes) -> None:
    try:
        found = decode([body], ["gzip"], 1000)
    except FetchFault:
        return
    assert len(found) <= 1000


def test_a_host_without_tls_is_not_trusted(site: Any) -> None:
    address = read_address(f"https://news.example:{site.port}/a")
    assert address is not None
    with pytest.raises(FetchFault) as caught:
        site.agent().get(address)
    assert caught.value.code == "not-trusted"


def test_a_port_at_which_nobody_listens(site: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site.port = port
    assert fault_of(site, "/a").code == "no-connection"


def test_an_unknown_host(site: Any) -> None:
    with pytest.raises(FetchFault) as caught:
        site.agent("unknown.example").get(at(site, "/a", "unknown.example"))
    assert (caught.value.code, caught.value.lasting) == ("unknown-host", False)


def test_requests_to_a_host_keep_their_distance(site: Any) -> None:
    for path in ("/a", "/b"):
        site.serve(path, "x")
    agent = site.agent("news.example", "other.example")
    for path, host in (("/a", "news.example"), ("/b", "news.example"), ("/a", "other.example")):
        agent.get(at(site, path, host), 7)
    # robots.txt, a, b; then the other host's robots.txt, long after, and its a
    assert site.slept == [7, 7, 7]


def test_the_site_s_own_wish_for_distance_is_heeded(site: Any) -> None:
    site.serve("/robots.txt", "User-agent: *\nCrawl-delay: 20\n")
    agent = site.agent()
    for path in ("/a", "/b"):
        site.serve(path, "x")
        agent.get(at(site, path), 3)
    assert site.slept == [3, 20]


@pytest.mark.parametrize(
    ("robots", "path", "may"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nAllow: /\nDisallow: /a*c", "/abc", False),
        ("User-agent: *\nDisallow: /*.html$", "/a.html", False),
        ("User-agent: *\nDisallow: /*.html$", "/a.htmlx", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Sijill\nDisallow: /private", "/a", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: SIJILL\nDisallow: /", "/a", False),
        ("User-agent: other\nUser-agent: sijill\nDisallow: /", "/a", False),
        ("User-agent: sijill\nDisallow: /x\nUser-agent: *\nDisallow: /\nUser-agent: sijill\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("\ufeffUser-agent: *\r\nDisallow: /a # not here\r\n", "/a", False),
        ("User-agent: *\nDisallow: /%D8%AE", "/خ", False),
        ("User-agent: *\nDisallow: /خ", "/%D8%AE", False),
        ("<html>no robots here</html>", "/a", True),
        ("\x00\xff" * 10, "/a", True),
    ],
)
def test_robots_txt_is_obeyed(site: Any, robots: str, path: str, may: bool) -> None:
    site.serve("/robots.txt", robots)
    address = at(site, path)
    site.pages["", address.target] = (200, {}, b"x")
    if may:
        assert site.agent().get(address)[0].body == b"x"
    else:
        assert fault_of(site, path).code == "robots-forbid"
        assert site.asked() == []


@pytest.mark.parametrize(
    ("status", "may"), [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)]
)
def test_a_robots_txt_that_cannot_be_had(site: Any, status: int, may: bool) -> None:
    site.serve("/robots.txt", status=status)
    site.serve("/a", "x")
    if may:
        site.agent().get(at(site, "/a"))
    else:
        fault = fault_of(site, "/a")
        assert (fault.code, fault.lasting) == ("robots-unknown", False)
        assert site.asked() == []


def test_a_robots_txt_behind_a_redirect_and_an_endless_one(site: Any) -> None:
    site.serve("/a", "x")
    site.serve("/robots.txt", status=302, Location="/rules")
    site.serve("/rules", "User-agent: *\nDisallow: /a")
    assert fault_of(site, "/a").code == "robots-forbid"
    site.perform("/robots.txt", send(b"User-agent: *\nDisallow: /a\n", OK + b"\r\n"))
    assert fault_of(site, "/a", limits=SMALL).code == "robots-unknown"


def test_what_stands_behind_the_limit_of_robots_txt_is_left_out() -> None:
    assert read_rules(200, b"User-agent: *\n" + b"#" * 600_000 + b"\nDisallow: /\n").allows(
        read_address("https://news.example/a")  # type: ignore[arg-type]
    )


def test_a_short_wait_is_waited_for_once(site: Any) -> None:
    replies = iter([(429, {"Retry-After": "12"}, b""), (200, {}, b"x")])
    site.perform("/a", lambda handler: _reply(handler, *next(replies)))
    assert site.agent().get(at(site, "/a"), 5)[0].body == b"x"
    assert site.slept == [5, 12]


def _reply(handler: Any, status: int, fields: dict[str, str], body: bytes) -> None:
    handler.send_response(status)
    for name, value in fields.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize(
    ("status", "value", "wait"),
    [
        (429, "600", 600),
        (503, "86400", 86400),
        (503, "99999999999999999999", 7 * 24 * 3600),
        (503, format_datetime(NOW + timedelta(minutes=10), usegmt=True), 600),
        (429, "soon", 3600),
        (429, "-5", 3600),
        (429, "6O", 3600),
        (503, "", 3600),
    ],
)
def test_a_host_that_asks_for_long_is_left_alone(site: Any, status: int, value: str, wait: int) -> None:
    site.serve("/a", status=status, Retry_After=value)
    agent = site.agent()
    with pytest.raises(FetchFault) as caught:
        agent.get(at(site, "/a"))
    assert (caught.value.code, caught.value.wait, caught.value.host) == ("asked-to-wait", wait, "news.example")
    with pytest.raises(FetchFault, match="not asked for more"):
        agent.get(at(site, "/b"))
    assert site.asked() == ["/a"]


@pytest.mark.parametrize(
    ("value", "words"),
    [("600", "for about 10 min"), ("86400", "for about 24 hours"), ("", "and no word for how long")],
)
def test_for_how_long_is_said_in_words(site: Any, value: str, words: str) -> None:
    site.serve("/a", status=429, Retry_After=value)
    with pytest.raises(FetchFault) as caught:
        site.agent().get(at(site, "/a"))
    assert caught.value.found == f"it has too much to do for now (HTTP 429), {words}"


def test_after_three_silences_a_host_is_left_alone(site: Any) -> None:
    for number in range(4):
        site.perform(f"/{number}", send(b"", times=1))
    agent = site.agent()
    codes = []
    for number in range(5):
        with pytest.raises(FetchFault) as caught:
            agent.get(at(site, f"/{number}"))
        codes.append(caught.value.code)
    assert codes == ["no-connection"] * 3 + ["left-alone"] * 2


def test_a_stopped_run_wakes_who_waits() -> None:
    courtesy = Courtesy()
    courtesy.take_turn("news.example", 3600)
    waiting = threading.Thread(target=courtesy.take_turn, args=("news.example", 3600))
    waiting.start()
    courtesy.stop()
    waiting.join(20)
    assert not waiting.is_alive()
    assert courtesy.is_resting("other.example")
