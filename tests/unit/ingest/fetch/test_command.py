"""`sijill fetch` as people run it: a process of its own, against a site on this machine."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest


def sijill(archive: Any, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command on the archive."""
    done: subprocess.CompletedProcess[str] = archive.run(*arguments)
    return done


FEED = 'fetch: {feeds: ["http://127.0.0.1:PORT/feed"], delay: 1}\n'
TEXT = (
    "<html><head><title>Harbour reopens</title></head><body><article><h1>Harbour reopens</h1>"
    "<p>Published: 2 June 2025</p><p>The harbour reopened on Monday after repairs that took three weeks, the port said."
    "</p></article></body></html>"
)


def test_what_is_new_is_stored_and_handed_to_ingest(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", "<rss><channel><item><link>/harbour-reopens</link></item></channel></rss>")
    site.serve("/harbour-reopens", TEXT)
    allow = ("--allow-host", f"127.0.0.1:{site.port}")
    done = sijill(archive, "--format", "json", *allow)
    told = json.loads(done.stdout)
    (haul,) = told["publishers"]
    (document,) = haul["documents"]
    assert (haul["publisher"], haul["new"], haul["problems"]) == ("post", 1, [])
    assert (archive.root / document).read_bytes().startswith(b"WARC/1.1\r\n")
    assert [each["document"] for each in told["ingest"]["documents"]] == [document]
    name = site.requests[-1][2]["User-Agent"]
    assert name.startswith("Sijill/")
    assert name.endswith("(+https://archive.example/)")

    again = sijill(archive, *allow)
    assert (again.returncode, again.stdout) == (0, "post: 0 new, 0 documents stored\n")
    assert "0 new of 1" in again.stderr


def test_this_machine_is_not_asked_unless_it_is_allowed(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    done = sijill(archive)
    assert done.returncode == 1
    assert "127.0.0.1, which is this machine itself" in done.stderr
    assert "publishers/post.yml" in done.stderr
    assert site.requests == []


def test_a_dry_run_stores_nothing(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", "<rss><channel><item><link>/1</link></item></channel></rss>")
    done = sijill(archive, "--dry-run", "--allow-host", f"127.0.0.1:{site.port}")
    assert (done.returncode, done.stdout) == (0, "post: 1 new, nothing stored, as wished\n")
    assert not (archive.root / "content/sources").exists()


def test_without_anything_to_poll_there_is_nothing_to_do(archive: Any) -> None:
    archive.publisher("")
    done = sijill(archive)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to fetch" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nobody"], "no publisher nobody"),
        (["post"], "nothing is fetched from post"),
        (["--allow-host", "127.0.0.1"], "host with a port"),
        (["--allow-host", "127.0.0.1:99999"], "host with a port"),
        (["--most", "0"], "--most"),
    ],
)
def test_a_wrong_call_is_told(archive: Any, arguments: list[str], words: str) -> None:
    archive.publisher("")
    done = sijill(archive, *arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_without_an_address_of_the_archive_nothing_is_asked(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    (archive.root / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\nplugins: [sijill]\n")
    done = sijill(archive, "--allow-host", f"127.0.0.1:{site.port}")
    assert (done.returncode, site.requests) == (2, [])
    assert "site_url" in done.stderr


def test_a_broken_publisher_s_file_stops_before_anything_is_asked(archive: Any, site: Any) -> None:
    archive.publisher(FEED + "months: martian\n")
    done = sijill(archive, "--allow-host", f"127.0.0.1:{site.port}")
    assert (done.returncode, site.requests) == (2, [])
    assert "post.yml:4" in done.stderr
