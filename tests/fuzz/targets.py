"""Every reader as a function of any bytes, with a document that it reads well: for fuzzing with and without atheris.

A target returns whatever the bytes are; what it raises is a mistake of the program. Not for what readers should find.
"""

from __future__ import annotations

import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from generator.errors import ConfigurationError, Problem, UnreadableError
from generator.ingest.formats import FORMATS, NOTHING
from generator.ingest.readers.archives.budget import Limits
from generator.ingest.readers.archives.container_forms import is_container
from generator.ingest.readers.archives.containers import open_members
from generator.ingest.readers.pages.metadata import read_metadata
from generator.ingest.readers.text.plain_text import read_plain_text
from generator.model.source import Record, SourceDocument
from generator.store.decisions import read_decisions
from generator.store.publishers import read_publishers
from generator.store.table_mapping import read_mapping

SENTENCE = "رست السفينة صباحا عند الرصيف الجديد، and the harbour opened again on 3 May 2024."
SMALL = Limits(members=50, largest=1 << 20, total=1 << 21, held=64)


@dataclass(frozen=True, slots=True)
class Target:
    """A reader of any bytes, and documents for it to begin with."""

    read: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def _told(found: Iterable[Record | Problem | SourceDocument]) -> None:
    """Read to the end, and see that all of it can be told."""
    for each in found:
        if isinstance(each, Problem):
            str(each).encode()
            assert each.code
        elif isinstance(each, Record):
            each.key.encode()
            for block in each.blocks:
                block.text.encode()
        else:
            assert len(each.raw) == each.size


def _of_format(name: str, file: str) -> Callable[[bytes], None]:
    form = next(each for each in FORMATS if each.name == name)
    path = Path("content/sources") / file

    def read(raw: bytes) -> None:
        form.matches(path, raw[: 1 << 16])
        assert form.read is not None
        try:
            _told(form.read(SourceDocument.of(path, raw, "0" * 64), NOTHING, lambda *_: None))
        except UnreadableError as refused:
            assert refused.problem.cure

    return read


def _container(raw: bytes) -> None:
    document = SourceDocument.of(Path("content/sources/a.zip"), raw, "0" * 64)
    is_container(document.path, raw[: 1 << 16])
    try:
        _told(open_members(document, SMALL))
    except UnreadableError as refused:
        assert refused.problem.cure


def _plain_text(raw: bytes) -> None:
    try:
        read_plain_text(SourceDocument.of(Path("content/sources/a.txt"), raw, "0" * 64))
    except UnreadableError as refused:
        assert refused.problem.cure


def _metadata(raw: bytes) -> None:
    page = html.document_fromstring(b"<html><head>" + raw.replace(b"\0", b"") + b"</head><body>x</body></html>")
    for claim in read_metadata(page, address=None):
        assert claim.rule


def _in_file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], None]:
    def read_it(raw: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.parent.mkdir(parents=True)
            path.write_bytes(raw)
            try:
                read(Path(folder))
            except (ConfigurationError, UnreadableError) as refused:
                assert refused.problem.cure

    return read_it


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("news/a.txt"), SENTENCE)
    return out.getvalue()


_PAGE = f"<html><head><title>Harbour</title></head><body><article><h1>Harbour</h1><p>{SENTENCE * 3}</article>"
_HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{_PAGE}".encode()
_WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
    f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(_HTTP)}\r\n\r\n"
).encode() + _HTTP
_MESSAGE = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    f"Content-Location: https://a.example/\r\n\r\n{_PAGE}\r\n--b--\r\n"
)
_RSS = (
    f"<rss><channel><title>A</title><item><title>B</title><description>{SENTENCE}</description></item></channel></rss>"
)
_JSON_FEED = f'{{"version":"https://jsonfeed.org/version/1.1","items":[{{"id":"1","content_text":"{SENTENCE}"}}]}}'
_WXR = (
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>B</title>'
    f"<content:encoded><![CDATA[{SENTENCE}]]></content:encoded><wp:post_type>post</wp:post_type>"
    "<wp:status>publish</wp:status></item></channel></rss>"
)
_HEAD = (
    '<meta property="og:title" content="Harbour"><script type="application/ld+json">'
    '{"@type":"NewsArticle","headline":"Harbour","datePublished":"2024-05-03"}</script>'
)
_DECISION = '- document: "content/sources/a.txt"\n  action: "refuse"\n'
_PUBLISHER = (
    "id: post\nar: الجريدة\nen: The Post\nsite: https://post.example/\nversions:\n  - valid_until: 2020-01-01\n"
)


def _target(read: Callable[[bytes], None], *seeds: str | bytes) -> Target:
    return Target(read, tuple(each.encode() if isinstance(each, str) else each for each in seeds))


_NITF = (
    f"<nitf><head><docdata><date.issue norm='20240503T090000Z'/></docdata></head><body><body.head><hedline><hl1>Harbour"
    f"</hl1></hedline></body.head><body.content><p>{SENTENCE}</p></body.content></body></nitf>"
)
_NEWSML_G2 = (
    "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'><contentMeta><headline>A</headline></contentMeta>"
    f"<contentSet><inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{SENTENCE}</p></body></html></inlineXML>"
    "</contentSet></newsItem>"
)
_NEWSML_1 = (
    "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Harbour</HeadLine></NewsLines><ContentItem><DataContent>"
    f"<p>{SENTENCE}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
)
_MOVABLE_TYPE = f"AUTHOR: A\nTITLE: Harbour\nDATE: 05/03/2024 09:00:00 AM\n-----\nBODY:\n{SENTENCE}\n-----\n--------\n"
_TELEGRAM_PAGE = '<title>Exported Data</title><div class="page_body chat_page">'
_TELEGRAM = f'{{"name":"A","type":"public_channel","id":1,"messages":[{{"type":"message","text":["{SENTENCE}"]}}]}}'
_LETTER = f"From: A <a@b>\nSubject: Harbour\nList-Id: x\nMIME-Version: 1.0\nMessage-ID: <1@b>\n\n{SENTENCE}\n"
_RESTRUCTURED = f"""Harbour
=======

:date: 2024-05-03
:author: Jane Doe

{SENTENCE}

* one
* two `three <https://example.org/>`_
"""
_XML_TABLE = "<rows>" + f"<row><title>Harbour</title><body>{SENTENCE}</body></row>" * 3 + "</rows>"
_HTTP_ARCHIVE = json.dumps(
    {
        "log": {
            "version": "1.2",
            "entries": [
                {
                    "startedDateTime": "2024-05-03T10:00:00Z",
                    "request": {"method": "GET", "url": "https://example.org/a"},
                    "response": {"status": 200, "content": {"mimeType": "text/html", "text": _PAGE}},
                }
            ],
        }
    }
)

TARGETS: dict[str, Target] = {
    "saved-page": _target(_of_format("a saved page", "a.html"), _PAGE),
    "mhtml": _target(_of_format("a saved page", "a.mhtml"), _MESSAGE),
    "metadata": _target(_metadata, _HEAD),
    "feed": _target(_of_format("a feed", "a.xml"), _RSS),
    "json-feed": _target(_of_format("a feed", "a.json"), _JSON_FEED),
    "nitf": _target(_of_format("agency news", "a.xml"), _NITF),
    "newsml": _target(_of_format("agency news", "a.xml"), _NEWSML_G2, _NEWSML_1),
    "telegram-page": _target(_of_format("a page of Telegram", "a.html"), _TELEGRAM_PAGE),
    "telegram": _target(_of_format("JSON", "a.json"), _TELEGRAM),
    "no-page": _target(
        _of_format("markup without an article", "a.xml"),
        "<urlset><url><loc>https://courier.example/a</loc></url></urlset>",
        '<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="https://courier.example/feed"/></body></opml>',
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><x:ExcelWorkbook/><table><tr><td>a</td></tr></table>',
    ),
    "movable-type": _target(_of_format("a Movable Type export", "a.txt"), _MOVABLE_TYPE),
    "letters": _target(_of_format("letters", "a.eml"), _LETTER, f"From a@b Fri May  3 09:00:00 2024\n{_LETTER}\n" * 2),
    "wordpress": _target(_of_format("a WordPress export", "a.xml"), _WXR),
    "json": _target(_of_format("JSON", "a.json"), f'[{{"title":"Harbour","body":"{SENTENCE}"}}]'),
    "json-lines": _target(_of_format("JSON Lines", "a.jsonl"), f'{{"title":"Harbour","body":"{SENTENCE}"}}\n' * 2),
    "csv": _target(_of_format("a table of cells", "a.csv"), f'title,body\nHarbour,"{SENTENCE}"\n'),
    "front-matter": _target(
        _of_format("text with front matter", "a.md"), f"---\ntitle: Harbour\ndate: 2024-05-03\n---\n\n{SENTENCE}\n"
    ),
    "restructured-text": _target(_of_format("text with front matter", "a.rst"), _RESTRUCTURED),
    "xml-table": _target(_of_format("a table of XML", "a.xml"), _XML_TABLE),
    "http-archive": _target(_of_format("a web archive", "a.har"), _HTTP_ARCHIVE),
    "web-archive": _target(_of_format("a web archive", "a.warc"), _WARC, gzip.compress(_WARC, mtime=0)),
    "container": _target(_container, _zip(), gzip.compress(SENTENCE.encode(), mtime=0)),
    "plain-text": _target(_plain_text, f"Harbour\n3 May 2024\n\n{SENTENCE}\n", SENTENCE.encode("utf-16")),
    "publishers": _target(_in_file("content/vocabulary/publishers/post.yml", read_publishers), _PUBLISHER),
    "decisions": _target(_in_file("content/decisions.yml", read_decisions), _DECISION),
    "mapping": _target(
        _in_file("content/a.mapping.yml", lambda root: read_mapping(root, Path("content/a.mapping.yml"))),
        "title: headline\nbody: [text, more]\ndate: {columns: when}\ndelimiter: comma\n",
    ),
}
