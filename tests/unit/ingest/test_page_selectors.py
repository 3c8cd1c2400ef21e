"""Where on its pages a publisher has the parts of an article: selectors, through the whole of ingest."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from textwrap import indent
from typing import Any

from generator.ingest.pipeline import ingest
from generator.model.article import Article
from generator.store.articles import load_articles

TODAY = date(2026, 11, 1)
BODY = (
    "The ferry between the two banks sailed again on Monday after repairs of three weeks, the harbour office said.\n"
    "Passengers had crossed by the old bridge until then, which added an hour to the way of most of them.\n"
)
LATER = (
    "The crew has learned to moor at the new quay, and the first crossing in the morning begins at six.\n"
    "Fishermen say that the wash of the ferry does no harm to their nets, as some of them had feared in spring.\n"
    "A second ferry is to follow in the autumn, when the shipyard in the south has painted it.\n"
)
TITLE = "The ferry sails again between the two banks"


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Post of today | The post</title>
<meta property="article:published_time" content="2024-05-01T08:00:00+03:00">
<link rel="canonical" href="https://post.example/ferry"></head><body>
<div class="menu"><a href="/">Home</a> <a href="/sports">Sports</a></div>
<table><tr><td class="big"><b>{TITLE}</b></td></tr>
<tr><td class="infos">Story: <span class="who">By Jane Doe</span> <i class="when">Friday 3 May 2024</i></td></tr>
<tr><td class="text">{BODY.splitlines()[0]}<br><br><span class="ad">Buy lamps of the best kind here</span>
{BODY.splitlines()[1]}</td></tr></table>
<div class="column"><p>{"A long column of something else that is no part of the article. " * 9}</p></div>
</body></html>"""
SELECTORS = """site: [post.example]
selectors:
  title: [h1.none, td.big b]
  date: [.when]
  authors: [.who]
  body: [td.text]
  remove: [.ad]
"""


def check_selected(article: Article, body: str = BODY) -> None:
    """Hold an article to what the selectors of PAGE find."""
    assert (article.title, article.date and article.date.iso) == (TITLE, "2024-05-03")
    assert article.authors == ("Jane Doe",)
    assert article.body.split() == body.split()
    assert article.provenance is not None
    assert "Buy lamps of the best kind here" in article.provenance.removed
    rules = " ".join(article.provenance.rules)
    assert "selector:td.big b" in rules
    assert "selector:.when" in rules


def test_selectors_say_where_the_parts_of_a_page_stand(press: Any) -> None:
    press.publisher(SELECTORS)
    press.put("elsewhere/a.html", PAGE)
    check_selected(press.one())


def test_selectors_count_in_archives_of_documents_and_of_the_web(press: Any) -> None:

    press.publisher(SELECTORS)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr("pages/a.html", PAGE)
    press.put("a.zip", raw.getvalue())
    check_selected(press.one())
    other = PAGE.replace("/ferry", "/other").replace("three weeks", "four weeks")
    press.put("b.warc", warc(("https://post.example/other", "text/html", other)))
    titles = [article for article in press.take_in() if article.url == "https://post.example/other"]
    check_selected(titles[0], BODY.replace("three weeks", "four weeks"))


def test_selectors_of_a_page_without_a_date_are_those_of_the_day_it_was_taken(press: Any) -> None:
    page = PAGE.replace("article:published_time", "og:none").replace("Post of today", "All about ferries and lamps")
    site, _, rest = SELECTORS.partition("\n")
    selectors = f"{site}\nversions:\n  - valid_until: '2019-12-31'\n{indent(rest, '    ')}"
    press.publisher(selectors)
    press.put("a.warc", warc(("https://post.example/ferry", "text/html", page), day="2019-03-02T10:00:00Z"))
    check_selected(press.one())


def test_a_selector_that_finds_nothing_is_told_and_the_usual_way_is_gone(press: Any) -> None:
    press.publisher("selectors: {title: [h1.none], body: [div.none, .neither], remove: [.never]}\n")
    paragraphs = "".join(f"<p>{line}</p>" for line in (BODY + LATER).splitlines())
    page = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>"
    )
    press.put("post/a.html", page)
    report = ingest(press.root, today=TODAY)
    told = [problem for problem in report.all_problems() if problem.code == "selector-found-nothing"]
    assert [(each.severity.value, each.expected) for each in told] == [
        ("hint", "h1.none"),
        ("hint", "div.none, .neither"),
    ]
    (article,) = load_articles(press.root).articles
    assert (article.title, article.body.split()) == (TITLE, (BODY + LATER).split())


def test_what_is_to_be_removed_is_removed_from_a_body_found_the_usual_way(press: Any) -> None:
    press.publisher("selectors: {remove: [.ad]}\n")
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    later = "".join(f"<p>{line}</p>" for line in LATER.splitlines())
    ad = '<p class="ad">The lamps of the quay are sold here at half the price until the end of the month, they say.</p>'
    page = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{paragraphs}{ad}{later}</article>"
    press.put("post/a.html", page)
    article = press.one()
    assert article.body.split() == (BODY + LATER).split()
    assert article.provenance is not None
    assert any(text.startswith("The lamps of the quay") for text in article.provenance.removed)


def warc(*answers: tuple[str, str, str | bytes], day: str = "2024-05-04T10:00:00Z") -> bytes:
    """A web archive of answers: address, media type, content."""
    out = b""
    for address, kind, content in answers:
        body = content.encode() if isinstance(content, str) else content
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: {day}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        out += head.encode() + http + b"\r\n\r\n"
    return out
