"""HAR files, into which a browser writes what it was given: their pages are read as those of any web archive."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.ingest.conftest import Press

TITLE = "الميناء الشرقي يستقبل أول سفينة ركاب"
LINES = (
    "رست في الميناء الشرقي صباح أمس أول سفينة ركاب منذ خمس سنوات وعلى متنها ثلاثمئة مسافر.",
    "وقال مدير الميناء إن الخط سيعمل مرتين في الأسبوع حتى نهاية الصيف.",
)
PAGE = (
    f'<html lang="ar"><head><title>{TITLE}</title><meta property="og:site_name" content="أفق الساحل">'
    '<meta property="article:published_time" content="2025-06-02T22:40:00+03:00"></head><body><article>'
    f"<h1>{TITLE}</h1>{''.join(f'<p>{line}</p>' for line in LINES)}</article></body></html>"
)
FEED = (
    '<rss version="2.0"><channel><title>The Courier</title><item><title>Ship at the port</title>'
    "<link>https://c.example/1</link><description>The first ship in five years tied up.</description></item></channel>"
    "</rss>"
)


def entry(url: str, text: str, *, kind: str = "text/html", status: int = 200, **content: str) -> dict[str, object]:
    return {
        "startedDateTime": "2025-06-10T01:00:00.100+03:00",
        "request": {"method": "GET", "url": url, "headers": []},
        "response": {"status": status, "content": {"size": len(text), "mimeType": kind, "text": text, **content}},
    }


def har(*entries: dict[str, object]) -> str:
    log = {"version": "1.2", "creator": {"name": "WebInspector"}, "pages": [], "entries": list(entries)}
    return json.dumps({"log": log}, ensure_ascii=False)


def in_base64(text: str, encoding: str) -> str:
    return base64.b64encode(text.encode(encoding)).decode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PAGE, {}),
        (in_base64(PAGE, "utf-8"), {"encoding": "base64"}),
        (in_base64(PAGE, "cp1256"), {"encoding": "base64", "mimeType": "text/html; charset=windows-1256"}),
        (PAGE.replace("<head>", '<head><meta charset="windows-1256">'), {}),  # the browser has read it already
    ],
)
def test_a_page_that_a_browser_kept(press: Press, text: str, said: dict[str, str]) -> None:
    other = entry("https://a.example/x.js", "var a = 1;", kind="application/javascript")
    lost = entry("https://a.example/0", "<html><body><h1>404</h1></body></html>", status=404)
    press.put("a/session.har", har(other, lost, entry("https://a.example/1", text, **said)))
    article = press.one()
    assert (article.title, article.url, article.source) == (TITLE, "https://a.example/1", "أفق الساحل")
    assert article.date is not None
    assert article.date.iso == "2025-06-02T22:40:00+03:00"
    assert all(line in article.body for line in LINES)


def test_the_day_of_capture_is_no_date(press: Press) -> None:
    page = PAGE.replace("article:published_time", "x")
    press.put("a/session.json", har(entry("https://a.example/1", page)))
    article = press.one()
    assert article.date is None
    assert article.provenance is not None
    assert article.provenance.taken is not None
    assert article.provenance.taken.iso == "2025-06-09T22:00:00+00:00"


def test_a_feed_that_a_browser_kept(press: Press) -> None:
    press.put("a/session.har", har(entry("https://c.example/feed", FEED, kind="application/rss+xml")))
    assert press.one().title == "Ship at the port"


def test_an_archive_without_pages_is_told(press: Press) -> None:
    press.put("a/session.har", har(entry("https://a.example/x.png", "", kind="image/png")))
    assert press.take_in() == []
    assert "web-archive-left-out" in {problem.code for problem in press.problems}


def test_an_archive_that_breaks_off_gives_what_is_whole(press: Press) -> None:
    pages = [PAGE.replace(TITLE, f"{TITLE} {n}") for n in range(3)]
    whole = har(*(entry(f"https://a.example/{n}", page) for n, page in enumerate(pages)))
    press.put("a/session.har", whole[: len(whole) * 4 // 5])
    assert [article.title for article in press.take_in()] == [f"{TITLE} 0", f"{TITLE} 1"]
    assert "web-archive-damaged" in {problem.code for problem in press.problems}


def test_a_table_with_a_log_is_a_table(press: Press) -> None:
    press.put("a/log.json", json.dumps({"log": [{"title": TITLE, "body": "\n".join(LINES)}]}, ensure_ascii=False))
    assert press.one().title == TITLE
