"""The list of what waits is never in the way of what goes through, and says of all of it what can be done."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from generator.ingest.pipeline import ingest
from generator.store.articles import load_articles
from generator.store.set_aside import load_set_aside
from tests.unit.ingest.conftest import TODAY, Press

TEXT = """Fishermen return to the bay after a month of storms
The fishermen of the bay put to sea again on Wednesday last, after a month of storms had kept them in harbour.
The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""
LEDGER = Path("content/sources/set-aside.yml")


def zipped(name: str, content: bytes) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr(name, content)
    return raw.getvalue()


NOTHING_IN_IT = {
    "feed.xml": b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title></channel></rss>',
    "atom.xml": b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title></feed>',
    "feed.json": json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": []}).encode(),
    "pictures.zip": zipped("a.png", b"\x89PNG\r\n\x1a\n" + bytes(20)),
    "empty.zip": zipped("a/", b""),
    "pdf.warc": b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/x.pdf\r\n"
    b"WARC-Date: 2024-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
    b"Content-Length: 55\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-\r\n\r\n",
    "nothing.csv": b"title,date,body\n",
    "nothing.jsonl": b"\n",
    "nothing.json": b"[]",
    "export.xml": b'<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    b"<title>T</title><wp:wxr_version>1.2</wp:wxr_version></channel></rss>",
}


@pytest.mark.parametrize("name", NOTHING_IN_IT)
def test_a_document_with_nothing_in_it_waits_with_a_cure_and_stops_nobody(press: Press, name: str) -> None:
    press.put(f"post/{name}", NOTHING_IN_IT[name])
    press.put("post/a.txt", TEXT)
    press.take_in()
    (entry,) = load_set_aside(press.root)
    assert entry.document.endswith(name)
    assert entry.what
    assert entry.cure
    assert len(press.take_in()) == 1


def test_a_member_with_nothing_in_it_is_told(press: Press) -> None:
    press.put("post/box.zip", zipped("export.xml", NOTHING_IN_IT["export.xml"]))
    press.take_in()
    assert [(each.record, each.code) for each in load_set_aside(press.root)] == [("export.xml", "no-items")]


def test_a_ledger_that_two_people_changed_is_written_anew(press: Press) -> None:
    press.put("post/a.txt", TEXT)
    press.put("post/list.txt", "milk\nbread\nfish\n")
    press.take_in()
    whole = (press.root / LEDGER).read_text()
    (press.root / LEDGER).write_text(f"<<<<<<< HEAD\n{whole}=======\n{whole}>>>>>>> fetch\n")
    press.put("post/b.txt", TEXT.replace("bay", "isle"))
    report = ingest(press.root, today=TODAY)
    assert [each.code for each in report.problems] == ["broken-ledger"]
    assert (press.root / LEDGER).read_text() == whole
    assert len(load_articles(press.root).articles) == 2
