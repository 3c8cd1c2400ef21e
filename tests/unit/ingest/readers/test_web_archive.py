"""Web archives: which captures become records, how their content is decoded, and what damage costs."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import zlib
from datetime import date
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.archives.web_archive import ReadCaptures, is_web_archive, read_capture, read_web_archive
from generator.ingest.readers.feeds.feed import read_feed
from generator.model.source import Claim, FieldName, Record, SourceDocument
from generator.text.encoding import decode_damaged

HTML = "text/html; charset=UTF-8"


def page(title: str, length: int = 0) -> bytes:
    return f"<!DOCTYPE html><html><body><h1>{title}</h1><p>نص الخبر{' كلمة' * length}</p></body></html>".encode()


def read_page(raw: bytes, *, declared: str | None, address: str | None, path: Path, **_: object) -> Record:
    """A page's title, as a stand-in for the reader of saved pages, which has tests of its own."""
    assert address is None or address.startswith("http")
    text = decode_damaged(raw, declared).text
    if "<h1>" not in text:
        raise UnreadableError(Problem("no-article", "the page holds no article", path))
    return Record("", (Claim(FieldName.TITLE, text.split("<h1>")[1].split("</h1>")[0], "h1"),), (), line=1)


def archive(*records: tuple[str, str, str, bytes, str, list[tuple[str, str]]], compress: bool = False) -> bytes:
    """A WARC of (kind, address, date, content, status line, HTTP headers)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compress)
    out.write(writer_info(writer))
    for kind, uri, day, content, status, headers in records:
        http = StatusAndHeaders(status, headers, "HTTP/1.1") if status else None
        record = writer.create_warc_record(
            uri, kind, payload=io.BytesIO(content), http_headers=http, warc_headers_dict={"WARC-Date": day},
            warc_content_type="" if status else HTML,
        )  # fmt: skip
        writer.write_record(record)
    return out.getvalue()


def writer_info(writer: WARCWriter) -> bytes:
    del writer
    return b""


def ok(
    uri: str, title: str, day: str = "2019-03-02T10:00:00Z", *headers: tuple[str, str]
) -> tuple[str, str, str, bytes, str, list[tuple[str, str]]]:
    return ("response", uri, day, page(title), "200 OK", [("Content-Type", HTML), *headers])


def in_one_process(path: Path) -> ReadCaptures:
    return lambda captures: (tuple(read_capture(path, each, read_page, read_feed)) for each in captures)


def read(raw: bytes, name: str = "a.warc") -> tuple[dict[str, str], list[Problem], list[Record]]:
    """Titles by key, problems, records."""
    document = SourceDocument.of(Path("content/sources") / name, raw, hashlib.sha256(raw).hexdigest())
    assert is_web_archive(document.path, raw[: 1 << 16])
    found = list(read_web_archive(document, in_one_process(document.path)))
    records = [each for each in found if isinstance(each, Record)]
    titles = {each.key: each.claims[0].value for each in records}
    assert len(titles) == len(records)
    return titles, [each for each in found if isinstance(each, Problem)], records


A, B, C = "https://akhbar.example/2019/1", "https://akhbar.example/أخبار/2", "https://akhbar.example/3"
THREE = (ok(A, "الأول"), ok(B, "الثاني"), ok(C, "الثالث"))
TITLES = {A: "الأول", B: "الثاني", C: "الثالث"}


@pytest.mark.parametrize("compress", [False, True])
def test_pages_become_records(compress: bool) -> None:
    titles, problems, records = read(archive(*THREE, compress=compress))
    assert titles == TITLES
    assert problems == []
    assert {record.reference for record in records} == {date(2019, 3, 2)}
    assert [claim.value for claim in records[1].claims if claim.name is FieldName.URL] == [B]
    assert not any(claim.name is FieldName.PUBLISHED for record in records for claim in record.claims)


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_one_compression_over_the_whole(pack: object) -> None:
    assert read(pack(archive(*THREE)))[0] == TITLES  # type: ignore[operator]


@pytest.mark.parametrize("version", ["0.17", "0.18", "1.0", "1.1"])
def test_versions(version: str) -> None:
    raw = archive(*THREE).replace(b"WARC/1.0", f"WARC/{version}".encode())
    assert read(raw)[0] == TITLES


def test_arc() -> None:
    body = "النص".encode()
    out = b"filedesc://a.arc 0.0.0.0 20070405000000 text/plain 71\n1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n\n"  # noqa: E501
    for uri, title in TITLES.items():
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(title)
        ascii_uri = uri.encode()
        out += ascii_uri + b" 10.0.0.1 20070405112233 text/html %d\n" % len(http) + http + b"\n"
    out += b"http://akhbar.example/x.png 10.0.0.1 20070405112233 image/png %d\n" % len(body) + body + b"\n"
    titles, problems, records = read(out, "a.arc")
    assert titles == TITLES
    assert records[0].reference == date(2007, 4, 5)
    assert [problem.code for problem in problems] == ["web-archive-left-out"]
    assert read(gzip.compress(out), "a.arc.gz")[0] == TITLES


def test_what_is_left_out_is_told_in_one_hint() -> None:
    png = [("Content-Type", "image/png")]
    titles, problems, _ = read(
        archive(
            ok(A, "الأول"),
            ("response", B, "2019-03-02T10:00:00Z", page("x"), "301 Moved", [("Content-Type", HTML)]),
            ("response", C, "2019-03-02T10:00:00Z", page("x"), "404 Not Found", [("Content-Type", HTML)]),
            ("response", f"{C}.png", "2019-03-02T10:00:00Z", b"\x89PNG", "200 OK", png),
            ("response", "https://akhbar.example/robots.txt", "2019-03-02T10:00:00Z", b"User-agent: *", "200 OK", []),
            ("response", "dns:akhbar.example", "2019-03-02T10:00:00Z", b"1.2.3.4", "", []),
            ("revisit", A, "2020-03-02T10:00:00Z", b"", "200 OK", [("Content-Type", HTML)]),
            ("metadata", A, "2020-03-02T10:00:00Z", b"x", "", []),
        )
    )
    assert titles == {A: "الأول"}
    assert [(problem.code, problem.severity) for problem in problems] == [("web-archive-left-out", Severity.HINT)]
    for told in ("1 redirects", "1 errors", "1 images", "1 robots.txt", "2 records of the crawl", "1 visits"):
        assert told in problems[0].found


def test_the_latest_capture_counts_wherever_it_stands() -> None:
    titles, problems, records = read(
        archive(
            ok(A, "وسط", "2019-05-01T00:00:00Z"), ok(A, "أخير", "2020-01-01"), ok(A, "أول", "2018-05-01T00:00:00.123Z"),
            ok(B, "ب"), ok("https://akhbar.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/2", "ب2", "2022-01-01T00:00:00Z"),
        )
    )  # fmt: skip
    assert list(titles.values()) == ["أخير", "ب2"]
    assert records[0].reference == date(2020, 1, 1)
    assert "3 earlier captures" in problems[0].found


def test_an_earlier_capture_stands_in_for_one_that_is_no_article() -> None:
    later = ("response", A, "2021-01-01T00:00:00Z", b"<html>gone</html>", "200 OK", [("Content-Type", HTML)])
    titles, problems, _ = read(archive(ok(A, "الأول"), later, ok(B, "ب")))
    assert titles == {A: "الأول", B: "ب"}
    assert [problem.severity for problem in problems] == [Severity.HINT]
    alone, problems, _ = read(archive(later, ok(B, "ب")))
    assert alone == {B: "ب"}
    assert [(problem.code, problem.record) for problem in problems] == [("no-article", A)]


def chunked(raw: bytes, size: int = 50) -> bytes:
    parts = [raw[at : at + size] for at in range(0, len(raw), size)]
    return b"".join(b"%x;ext\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def bare(raw: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-15)
    return deflate.compress(raw) + deflate.flush()


@pytest.mark.parametrize(
    ("encode", "headers"),
    [
        (chunked, [("Transfer-Encoding", "chunked")]),
        (gzip.compress, [("Content-Encoding", "gzip")]),
        (zlib.compress, [("Content-Encoding", "deflate")]),
        (bare, [("Content-Encoding", "deflate")]),
        (lambda raw: chunked(gzip.compress(raw)), [("Content-Encoding", "GZIP"), ("Transfer-Encoding", "Chunked")]),
        (lambda raw: raw, [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]),
        (lambda raw: zlib.compress(gzip.compress(raw)), [("Content-Encoding", "gzip, deflate")]),
        (lambda raw: raw, [("Content-Encoding", "identity")]),
    ],
)
def test_transfer_and_content_encodings(encode: object, headers: list[tuple[str, str]]) -> None:
    body = encode(page("عنوان", 500))  # type: ignore[operator]
    record = ("response", A, "2019-03-02T10:00:00Z", body, "200 OK", [("Content-Type", HTML), *headers])
    assert read(archive(record))[0] == {A: "عنوان"}


def test_bombs_and_unknown_encodings_are_told() -> None:
    bomb = gzip.compress(page("x") + b" " * (60 << 20))
    large = page("x") + b" " * (11 << 20)
    headers = [("Content-Type", HTML)]
    titles, problems, _ = read(
        archive(
            ("response", A, "2019-03-02", bomb, "200 OK", [*headers, ("Content-Encoding", "gzip")]),
            ("response", B, "2019-03-02", large, "200 OK", headers),
            (
                "response",
                f"{B}z",
                "2019-03-02",
                b"\x1f\x9d\x90",
                "200 OK",
                [*headers, ("Content-Encoding", "compress")],
            ),
            ok(C, "الثالث"),
        )
    )
    assert titles == {C: "الثالث"}
    assert [(problem.code, problem.record) for problem in problems] == [
        ("web-archive-page", A), ("web-archive-page", B), ("web-archive-page", f"{B}z"),
    ]  # fmt: skip


def test_charset_of_the_header_is_the_declared_one() -> None:
    text = "<html><body><h1>أنباء</h1></body></html>"
    record = (
        "response",
        A,
        "2019-03-02",
        text.encode("cp1256"),
        "200 OK",
        [("Content-Type", "text/html;charset=windows-1256")],
    )
    assert read(archive(record))[0] == {A: "أنباء"}


def test_html_that_its_header_does_not_call_so() -> None:
    for kind in ("text/plain", "", "application/octet-stream"):
        record = ("response", A, "2019-03-02", b"\n<!-- x -->" + page("ع"), "200 OK", [("Content-Type", kind)])
        assert read(archive(record))[0] == {A: "ع"}
    assert read(archive(("resource", A, "2019-03-02", page("ع"), "", [])))[0] == {A: "ع"}


@pytest.mark.parametrize(
    "wrong",
    [
        b"Content-Length: 20\r\n",
        b"Content-Length: 100000\r\n",
        b"Content-Length: x\r\n",
        b"Content-Length: 99999999999\r\n",
        b"",
    ],
)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_wrong_length_costs_nothing(number: int, wrong: bytes) -> None:
    raws = [archive(record) for record in THREE]
    lines = raws[number].split(b"\r\n\r\n", 1)[0].split(b"\r\n")
    right = next(line for line in lines if line.startswith(b"Content-Length")) + b"\r\n"
    raws[number] = raws[number].replace(right, wrong, 1)
    titles, problems, _ = read(b"".join(raws))
    if b"99999999999" in wrong:
        assert {key: titles[key] for key in titles} == {key: TITLES[key] for key in TITLES if key in titles}
        assert len(titles) == 2
        assert any(problem.record for problem in problems)
    else:
        assert titles == TITLES
        assert problems


def test_a_page_that_quotes_a_web_archive_is_one_page() -> None:
    quoted = page("الأول") + b"\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n"
    record = ("response", A, "2019-03-02", quoted, "200 OK", [("Content-Type", HTML)])
    titles, problems, _ = read(archive(record, ok(B, "الثاني")))
    assert titles == {A: "الأول", B: "الثاني"}
    assert problems == []


def test_damaged_and_cut_off_archives() -> None:
    raws = [archive(record, compress=True) for record in THREE]
    broken = bytearray(raws[1])
    broken[60:90] = bytes(30)
    titles, problems, _ = read(raws[0] + bytes(broken) + raws[2])
    assert {A, C} <= set(titles)
    assert [problem.code for problem in problems] == ["web-archive-damaged"]
    titles, problems, _ = read(raws[0] + raws[1] + raws[2][:-40])
    assert {A, B} <= set(titles)
    assert "web-archive-damaged" in [problem.code for problem in problems]
    titles, problems, _ = read(archive(*THREE[:2]) + b"\0\xffgarbage\r\n\r\n" * 9000 + archive(THREE[2]))
    assert titles == TITLES
    assert [problem.code for problem in problems] == ["web-archive-damaged"]


def test_what_is_no_web_archive() -> None:
    assert not is_web_archive(Path("a.warc"), b"WARC is short for Web ARChive")
    assert not is_web_archive(Path("a.warc.gz"), gzip.compress(b"text"))
    assert not is_web_archive(Path("a"), b"")


def feed(*items: tuple[str, str]) -> bytes:
    """A feed with relative links, of items with a key and a title."""
    rows = "".join(
        f"<item><guid isPermaLink='false'>{key}</guid><link>/{key}</link><title>{title}</title>"
        f"<description>نص الخبر</description></item>"
        for key, title in items
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>أخبار</title>{rows}</channel></rss>".encode()


def answer(
    uri: str, content: bytes, kind: str, day: str = "2019-03-02T10:00:00Z"
) -> tuple[str, str, str, bytes, str, list[tuple[str, str]]]:
    return ("response", uri, day, content, "200 OK", [("Content-Type", kind)])


F = "https://akhbar.example/feed"
FEED = feed(("1", "الأول"), ("2", "الثاني"))
JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "أخبار", "items": [
 {"id": "1", "url": "/1", "title": "الأول", "content_text": "نص"},
 {"id": "2", "url": "/2", "title": "الثاني", "content_text": "نص"}]}""".encode()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("application/rss+xml", FEED),
        ("application/atom+xml; charset=utf-8", FEED.replace(b"\n", b"")),
        ("text/xml", FEED),
        ("text/html", FEED),
        ("text/plain", b"\xef\xbb\xbf" + FEED),
        ("application/octet-stream", b"\n" + FEED),
        ("application/feed+json", JSON_FEED),
        ("application/json", JSON_FEED),
    ],
)
def test_the_items_of_feeds_become_records(kind: str, content: bytes) -> None:
    titles, problems, records = read(archive(answer(F, content, kind), ok(A, "صفحة")))
    of_feed = [each for each in records if each.key.startswith(F)]
    found = [next(c.value for c in each.claims if c.name is FieldName.TITLE) for each in of_feed]
    assert (found, [each.key for each in of_feed]) == (["الأول", "الثاني"], [f"{F}#1", f"{F}#2"])
    assert {(each.reference, each.feed, each.line) for each in of_feed} == {(date(2019, 3, 2), F, None)}
    addresses = [next(c.value for c in each.claims if c.name is FieldName.URL) for each in of_feed]
    assert addresses == ["https://akhbar.example/1", "https://akhbar.example/2"]
    assert A in titles
    assert [each.code for each in problems if each.code != "text-before-feed"] == []


def test_every_capture_of_a_feed_is_read() -> None:
    first = answer(F, feed(("1", "الأول"), ("2", "الثاني")), "application/rss+xml", "2019-03-02T10:00:00Z")
    second = answer(F, feed(("2", "الثاني"), ("3", "الثالث")), "application/rss+xml", "2019-03-04T10:00:00Z")
    raw = archive(first, second)
    records = [each for each in read_all(raw) if isinstance(each, Record)]
    assert [(each.key, each.reference and each.reference.day) for each in records] == [
        (f"{F}#1", 2), (f"{F}#2", 2), (f"{F}#2", 4), (f"{F}#3", 4),
    ]  # fmt: skip


def test_a_page_that_shows_a_feed_is_a_page() -> None:
    shown = page("الأول").replace(b"<p>", b"<pre>&lt;rss&gt;</pre><!-- <rss><channel><item> --><p>")
    titles, _, _ = read(archive(answer(A, shown, HTML)))
    assert titles == {A: "الأول"}


def test_other_xml_and_json_are_left_out() -> None:
    sitemap = b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>"
    titles, problems, _ = read(archive(
        answer(A, sitemap, "application/xml"), answer(B, b'{"title": "x"}', "application/json"), ok(C, "الثالث"),
    ))  # fmt: skip
    assert titles == {C: "الثالث"}
    assert [problem.code for problem in problems] == ["web-archive-left-out"]


def test_a_damaged_feed_names_the_archive_and_the_item() -> None:
    broken = FEED[: FEED.index("نص".encode(), FEED.index(b"<guid isPermaLink='false'>2"))]
    titles, problems, records = read(archive(answer(F, broken, "application/rss+xml")))
    assert len(titles) == 2
    told = [*problems, *(problem for each in records for problem in each.problems)]
    assert [(each.code, each.record, each.line) for each in told] == [("cut-off", f"{F}#2", None)]
    assert told[0].path == Path("content/sources/a.warc")


def test_what_http_says_of_a_feed_s_encoding_counts_where_the_feed_says_nothing() -> None:
    text = FEED.decode().replace("<?xml version='1.0'?>", "")
    raw = archive(answer(F, text.encode("windows-1256"), "application/rss+xml; charset=windows-1256"))
    records = [each for each in read_all(raw) if isinstance(each, Record)]
    assert [next(c.value for c in each.claims if c.name is FieldName.TITLE) for each in records] == ["الأول", "الثاني"]


def read_all(raw: bytes) -> list[Record | Problem]:
    document = SourceDocument.of(Path("content/sources/a.warc"), raw, hashlib.sha256(raw).hexdigest())
    return list(read_web_archive(document, in_one_process(document.path)))
