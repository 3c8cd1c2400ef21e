"""`sijill fetch` beside other runs in the same archive: it holds them up only while it reads what it fetched."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from generator.store.articles import load_articles
from generator.store.turns import take_turn

FEED = 'fetch: {feeds: ["http://127.0.0.1:PORT/feed"], delay: 1}\n'
ITEM = "<rss><channel><item><link>/harbour-reopens</link></item></channel></rss>"
TEXT = (
    "<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1>"
    "<p>Published: 2 June 2025</p><p>The harbour reopened on Monday after repairs that took three weeks, the port said."
    "</p></article></body></html>"
)
NEWS = """Fishermen return to sea after a month of storms
Source: The Bay Courier
The fishermen of the bay put to sea again last Tuesday, after four weeks of storms had kept all boats in harbour.
"""


def start(archive: Any, *arguments: str) -> subprocess.Popen[str]:
    command = [str(Path(sys.executable).parent / "sijill"), *arguments, "--root", str(archive.root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def slow(archive: Any, site: Any) -> Any:
    """A site whose feed comes only when it is let go; `asked` is set once it was asked for."""
    archive.publisher(FEED)
    site.serve("/harbour-reopens", TEXT)
    asked, go = threading.Event(), threading.Event()

    def answer(request: Any) -> None:
        asked.set()
        go.wait(60)
        request.send_response(200)
        request.send_header("Content-Length", str(len(ITEM)))
        request.end_headers()
        request.wfile.write(ITEM.encode())

    site.perform("/feed", answer)
    site.first, site.go = asked, go
    yield site
    go.set()


def test_who_ingests_does_not_wait_for_a_slow_site(archive: Any, slow: Any) -> None:
    run = start(archive, "fetch", "--allow-host", f"127.0.0.1:{slow.port}")
    assert slow.first.wait(60)
    (archive.root / "content" / "sources" / "bay.txt").write_text(NEWS)
    beside = start(archive, "ingest")
    _, told = beside.communicate(timeout=60)
    assert "waits" not in told
    assert [each.title for each in load_articles(archive.root).articles] == [NEWS.partition("\n")[0]]
    slow.go.set()
    run.communicate(timeout=60)
    assert {each.title for each in load_articles(archive.root).articles} == {"Harbour reopens", NEWS.partition("\n")[0]}


def test_of_two_that_fetch_the_second_waits(archive: Any, slow: Any) -> None:
    allow = ("--allow-host", f"127.0.0.1:{slow.port}")
    first = start(archive, "fetch", *allow)
    assert slow.first.wait(60)
    second = start(archive, "fetch", *allow)
    assert second.stderr is not None
    assert "another `sijill fetch` is at work" in second.stderr.readline()
    slow.go.set()
    assert "post: 1 new, 1 document stored" in first.communicate(timeout=60)[0]
    assert "post: 0 new, 0 documents stored" in second.communicate(timeout=60)[0]
    assert slow.asked().count("/harbour-reopens") == 1


def test_what_was_fetched_is_read_when_it_is_its_turn(archive: Any, slow: Any) -> None:
    slow.go.set()
    with take_turn(archive.root, lambda: None):
        run = start(archive, "fetch", "--allow-host", f"127.0.0.1:{slow.port}")
        assert run.stderr is not None
        while "this one waits until it is done" not in (line := run.stderr.readline()):
            assert line
        assert load_articles(archive.root).articles == ()
        assert list((archive.root / "content" / "sources").rglob("*.warc"))
    run.communicate(timeout=60)
    assert len(load_articles(archive.root).articles) == 1


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_fetch_that_is_stopped_says_so(archive: Any, slow: Any, sign: signal.Signals) -> None:
    run = start(archive, "fetch", "--allow-host", f"127.0.0.1:{slow.port}")
    assert slow.first.wait(60)
    run.send_signal(sign)
    slow.go.set()
    _, told = run.communicate(timeout=60)
    assert run.returncode == 1
    assert told.splitlines()[-1] == "stopped: what is stored is whole and stays; `sijill fetch` does the rest"
