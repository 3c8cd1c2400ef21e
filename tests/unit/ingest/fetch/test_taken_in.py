"""From a site to articles: what `sijill fetch` stores is read by ingest, once, and a later state is an update."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from generator.ingest.pipeline import ingest
from generator.ingest.report import ArticleStatus, Report
from generator.model.article import Article
from generator.store.articles import load_articles

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
FERRY = "The ferry between the two banks sails again"
BODY = (
    "<p>The ferry between the two banks sailed again on Monday after repairs of three weeks, the harbour office said."
    "</p><p>Passengers had crossed by the old bridge until then, which added an hour to the way of most of them.</p>"
    "<p>The crew has learned to moor at the new quay, and the first crossing in the morning begins at six.</p>"
)
NEWS_AR = (
    "<p>افتتحت بلدية الميناء حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات، وتفتح أبوابها كل يوم.</p>"
    "<p>وأضافت البلدية أن الأشجار زُرعت قبل عامين، وأن الري يجري بمياه معالجة من محطة قريبة.</p>"
)
LATER = "<p>A second ferry is to follow in the autumn, when the shipyard in the south has painted it.</p>"


def page(body: str = BODY) -> str:
    """The page of an article, which shows no date of its last change."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{FERRY}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{FERRY}</h1><p>Published: 2 June 2025</p>{body}</article></body></html>"
    )


def item(key: str, title: str, body: str, day: str = "Mon, 02 Jun 2025 22:30:00 GMT") -> str:
    """An item of a feed with its whole text."""
    return (
        f"<item><guid isPermaLink='false'>{key}</guid><link>/{key}</link><title>{title}</title><pubDate>{day}</pubDate>"
        f"<content:encoded><![CDATA[{body}]]></content:encoded></item>"
    )


def feed(*items: str) -> str:
    """A feed of whole texts."""
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    return f"<?xml version='1.0'?><rss version='2.0' {space}><channel><title>x</title>{''.join(items)}</channel></rss>"


def articles(archive: Any) -> dict[str, Article]:
    """The archive's articles by their titles."""
    loaded = load_articles(archive.root)
    assert loaded.problems == ()
    found = {each.title: each for each in loaded.articles}
    assert len(found) == len(loaded.articles)
    return found


def snapshot(root: Path) -> dict[Path, bytes]:
    """Every file with its bytes."""
    return {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}


def take_in(archive: Any, days: int = 0) -> Report:
    """Fetch, some days later, and ingest what came."""
    now = NOW + timedelta(days=days)
    documents = [archive.root / path for haul in archive.fetch(now=now) for path in haul.documents]
    return ingest(archive.root, documents, today=now.date())


POST = 'folder: letters\ntime_zone: Asia/Riyadh\nfetch: {feeds: ["FEED"], pages: ["PAGE"], delay: 1}\n'


def test_a_page_and_a_feed_of_whole_texts_become_articles(archive: Any, site: Any) -> None:
    host = "http://127.0.0.1:PORT"
    archive.publisher(POST.replace("FEED", f"{host}/feed").replace("PAGE", f"{host}/ferry"))
    texts = (item("park", "بلدية الميناء تفتتح حديقة عامة", NEWS_AR * 6), item("quay", "The quay is open", BODY * 4))
    site.serve("/feed", feed(*texts), Content_Type="application/rss+xml")
    site.serve("/ferry", page())
    allow = ("--allow-host", f"127.0.0.1:{site.port}")
    done = archive.run(*allow)
    assert (done.returncode, done.stderr.count("error")) == (0, 0), done.stdout + done.stderr
    found = articles(archive)
    assert set(found) == {"بلدية الميناء تفتتح حديقة عامة", "The quay is open", FERRY}
    assert {each.source for each in found.values()} == {"post"}
    park = found["بلدية الميناء تفتتح حديقة عامة"]
    assert park.url == f"http://127.0.0.1:{site.port}/park"
    assert park.date is not None
    assert park.date.iso == "2025-06-03T01:30:00+03:00"
    assert park.provenance is not None
    assert park.provenance.record == f"http://127.0.0.1:{site.port}/feed#park"
    assert park.provenance.taken is not None
    ferry = found[FERRY]
    assert ferry.date is not None
    assert (ferry.date.iso, ferry.url) == ("2025-06-02", f"http://127.0.0.1:{site.port}/ferry")

    before = snapshot(archive.root)
    again = archive.run(*allow)
    assert (again.returncode, again.stdout) == (0, "post: 0 new, 0 documents stored\n")
    assert snapshot(archive.root) == before


def test_a_changed_article_at_the_same_address_is_an_update(archive: Any, site: Any) -> None:
    host = "http://news.example:PORT"
    archive.publisher(POST.replace("FEED", f"{host}/feed").replace("PAGE", f"{host}/ferry"))
    site.serve("/feed", feed(item("quay", "The quay is open", BODY * 4)))
    site.serve("/ferry", page())
    take_in(archive)
    first = articles(archive)

    site.serve(
        "/feed", feed(item("park", "The park is open", LATER * 12), item("quay", "The quay is open", BODY * 4 + LATER))
    )
    site.serve("/ferry", page(BODY + LATER))
    report = take_in(archive, days=1)
    assert not report.needs_a_person
    statuses = {each.title: each.status for document in report.documents for each in document.articles}
    assert statuses == {
        "The park is open": ArticleStatus.NEW,
        "The quay is open": ArticleStatus.UPDATED,
        FERRY: ArticleStatus.UPDATED,
    }
    second = articles(archive)
    for title, former in first.items():
        article = second[title]
        assert (article.id, article.path) == (former.id, former.path)
        assert "shipyard" in article.body
        assert article.provenance is not None
        assert former.provenance is not None
        assert article.provenance.earlier == (former.provenance.document,)

    before = snapshot(archive.root)
    assert archive.fetch(now=NOW + timedelta(days=2))[0].documents == ()
    report = ingest(archive.root, today=NOW.date())
    assert not report.needs_a_person
    assert snapshot(archive.root) == before


def test_a_feed_s_address_says_whose_an_article_is(archive: Any, site: Any) -> None:
    archive.publisher('folder: letters\nfetch: {feeds: ["http://other.example:PORT/feed"], delay: 1}\n')
    archive.publisher("folder: wires\n", "wires")
    site.serve("/feed", feed(item("quay", "The quay is open", BODY * 4)))
    (haul,) = archive.fetch()
    (document,) = haul.documents
    moved = archive.root / "content/sources/wires/a.warc"
    moved.parent.mkdir(parents=True)
    (archive.root / document).rename(moved)
    ingest(archive.root, [moved], today=NOW.date())
    assert [each.source for each in articles(archive).values()] == ["post"]
