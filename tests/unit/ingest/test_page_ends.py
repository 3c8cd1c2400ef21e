"""A saved page that breaks off in its article is taken as far as it goes, and told."""

from __future__ import annotations

import quopri
from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import Record, SourceDocument

FIRST = "رست أول سفينة عند الرصيف الجديد صباح الثلاثاء، وكان في استقبالها مدير الميناء وعدد من أصحاب المراكب القديمة."
SECOND = "وقال المدير إن العمل في الرصيف يبدأ الأسبوع المقبل، وإن السفن الكبيرة لن تنتظر بعد اليوم خارج الحوض أياما."
HEAD = '<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>الرصيف الجديد</title></head><body>'
PAGE = f"{HEAD}<article><h1>الرصيف الجديد</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
CUT = PAGE[: PAGE.index("خارج الحوض")]


def read(raw: bytes, name: str = "a.html") -> Record:
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/bay") / name, raw, "0" * 64))
    assert isinstance(record, Record)
    return record


def envelope(page: str, *, whole: bool) -> bytes:
    """An archive of one page as a browser writes it."""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\n'
    part = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://bay.example/1\r\n"
    return f"{head}{part}\r\n".encode() + quopri.encodestring(page.encode()) + (b"\r\n--B--\r\n" if whole else b"")


@pytest.mark.parametrize("raw", [CUT.encode(), CUT.encode()[:-3], envelope(CUT, whole=False)], ids=["a", "b", "mhtml"])
def test_a_page_that_breaks_off_is_told(raw: bytes) -> None:
    record = read(raw, "a.mhtml" if raw.startswith(b"MIME") else "a.html")
    assert FIRST in [block.text for block in record.blocks]
    assert record.excerpt
    (told,) = (each for each in record.problems if each.code == "page-cut-off")
    assert "السفن الكبيرة" in told.found


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE.removesuffix("</article></body></html>"),
        f"<h1>الرصيف الجديد</h1><p>{FIRST}<p>{SECOND}",
        f"{HEAD}<article><h1>الرصيف الجديد</h1><p>{FIRST}</p><p>{SECOND}</p></article><footer>عن الجريدة واتصل",
        PAGE + "\n<!-- cached at noon",
    ],
    ids=["whole", "without-ends", "old-html", "in-its-foot", "behind-its-end"],
)
def test_a_page_that_has_its_article_whole_is_not(page: str) -> None:
    record = read(page.encode())
    assert not record.excerpt
    assert [each for each in record.problems if each.code == "page-cut-off"] == []
