"""What is compressed with Zstandard or Brotli: pages in web archives, web archives, and documents."""

from __future__ import annotations

import io
import sys
import tarfile
import zipfile

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.unit.ingest.conftest import Press

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TITLE = "الميناء يستقبل أول سفينة"
TEXT = "رست أول سفينة حاويات عند الرصيف الجديد في ميناء المدينة، بحسب بيان لهيئة الموانئ. وقال المدير إن العمل يبدأ. "
PAGE = f"<!doctype html><html lang=ar><body><article><h1>{TITLE}</h1><p>{TEXT * 3}</p></article></body></html>".encode()
ADDRESS = "https://post.example/1"


def record(content: bytes, coding: str = "") -> bytes:
    out = io.BytesIO()
    headers = [("Content-Type", "text/html; charset=UTF-8"), *([("Content-Encoding", coding)] if coding else [])]
    writer = WARCWriter(out, gzip=False)
    http = StatusAndHeaders("200 OK", headers, "HTTP/1.1")
    writer.write_record(writer.create_warc_record(ADDRESS, "response", io.BytesIO(content), http_headers=http))
    return out.getvalue()


def skippable(content: bytes) -> bytes:
    return b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content


@pytest.mark.parametrize(
    ("coding", "content"), [("br", brotli.compress(PAGE)), ("zstd", zstd.compress(PAGE)), ("gzip, br", PAGE)]
)
def test_pages_in_a_web_archive(press: Press, coding: str, content: bytes) -> None:
    press.put("post/a.warc", record(content, coding))
    assert press.one().title == TITLE


@pytest.mark.parametrize("coding", ["br", "zstd"])
def test_bombs_and_damage(press: Press, coding: str) -> None:
    compress = brotli.compress if coding == "br" else zstd.compress
    bomb = compress(PAGE + b" " * (64 << 20))
    press.put("post/a.warc", record(bomb, coding))
    press.put("post/b.warc", record(compress(PAGE)[:60] + b"\0\xff" * 40, coding))
    assert len(press.take_in()) <= 1
    told = {str(each.path): f"{each.what} {each.found}" for each in press.problems if each.code == "web-archive-page"}
    assert "bytes" in told["content/sources/post/a.warc"]


def _dictionary() -> zstd.ZstdDict:
    samples = [record(PAGE + str(at).encode()) for at in range(64)]
    return zstd.train_dict(samples, 4096)


@pytest.mark.parametrize("packed", ["", "plain", "compressed"], ids=["without", "dictionary", "packed-dictionary"])
def test_web_archives(press: Press, packed: str) -> None:
    known = _dictionary()
    head = {
        "": b"",
        "plain": skippable(known.dict_content),
        "compressed": skippable(zstd.compress(known.dict_content)),
    }[packed]
    records = [record(PAGE), record(PAGE.replace(b"<h1>", b"<h1>2 "))]
    frames = b"".join(zstd.compress(each, zstd_dict=known if packed else None) for each in records)
    press.put("post/a.warc.zst", head + frames)
    assert press.take_in()


def test_a_web_archive_without_its_dictionary_is_told(press: Press) -> None:
    known = _dictionary()
    raw = zstd.compress(record(PAGE), zstd_dict=known)
    press.put("post/a.warc.zst", skippable(b"x" * 40) + raw)
    assert press.take_in() == []
    assert [each.severity for each in press.problems] == ["error"]


def test_a_wacz(press: Press) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.zst", zstd.compress(record(PAGE)))
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", "{}")
    press.put("post/a.wacz", out.getvalue())
    assert press.one().title == TITLE


def test_documents(press: Press) -> None:
    text = f"{TITLE}\n\n{TEXT * 3}\n".encode()
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("b/text.txt")
        entry.size = len(text)
        archive.addfile(entry, io.BytesIO(text))
    press.put("post/a.txt.zst", zstd.compress(text))
    press.put("gulf/b.tar.zst", zstd.compress(out.getvalue().replace(TITLE.encode(), "عنوان آخر للخبر".encode())))
    assert press.take_in()
    assert not [each for each in press.problems if each.severity == "error"]


def test_a_bomb(press: Press) -> None:
    press.put("post/a.txt.zst", zstd.compress(b" " * (64 << 20)))
    assert press.take_in() == []
    assert [each.code for each in press.problems] == ["container-too-large"]
