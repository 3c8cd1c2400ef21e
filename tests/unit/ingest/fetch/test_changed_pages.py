"""Articles whose pages are fetched, and of which a feed or sitemap says later that they have changed: fetched again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from generator.ingest.pipeline import ingest
from generator.store.articles import load_articles

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FEED = 'fetch: {feeds: ["http://news.example:PORT/feed"]}\n'
TEXT = (
    "The harbour council approved a budget of forty million pounds after a debate of six hours, and residents of the "
    "northern quarter asked for a tram line, of which the mayor promised a study before the summer recess."
)
CORRECTED = TEXT.replace("forty", "fourteen")


def page(text: str) -> str:
    return (
        "<!doctype html><html lang='en'><head><title>Council approves budget</title>"
        "<meta property='article:published_time' content='2026-11-26T09:00:00Z'></head><body><article>"
        f"<h1>Council approves budget</h1><p>{text}</p><p>The next sitting is on Thursday.</p></article></body></html>"
    )


def rss(summary: str) -> str:
    return (
        f"<rss version='2.0'><channel><item><title>Council approves budget</title><link>/1</link>"
        f"<description>{summary}</description></item></channel></rss>"
    )


def atom(updated: str) -> str:
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Council approves budget</title><id>tag:1</id>"
        f"<link href='/1'/><summary>A budget.</summary><updated>{updated}</updated></entry></feed>"
    )


def sitemap(changed: str) -> str:
    return (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        f"<url><loc>/1</loc><lastmod>{changed}</lastmod></url></urlset>"
    )


def json_feed(changed: str) -> str:
    return (
        '{"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [{"id": "1", "url": "/1", '
        f'"title": "Council approves budget", "summary": "A budget.", "date_modified": "{changed}"}}]}}'
    )


@pytest.mark.parametrize("form", [rss, atom, sitemap, json_feed])
def test_a_page_that_has_changed_is_fetched_again_with_the_next_day(archive: Any, site: Any, form: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", form("2026-11-26T10:00:00Z"), ETag='"a"')
    site.serve("/1", page(TEXT))
    archive.fetch()
    site.serve("/feed", form("2026-11-26T13:00:00Z"), ETag='"b"')
    site.serve("/1", page(CORRECTED))
    assert archive.fetch(now=NOW + timedelta(hours=3))[0].documents == ()  # once a day
    (haul,) = archive.fetch(now=NOW + DAY)
    assert (haul.new, len(haul.documents)) == (0, 1)
    assert CORRECTED in (archive.root / haul.documents[0]).read_text("utf-8")
    asked = len(site.asked())
    assert archive.fetch(now=NOW + 2 * DAY)[0].documents == ()
    assert site.asked()[asked:] == ["/feed"]
    assert site.requests[-1][2]["If-None-Match"] == '"b"'


def test_a_correction_becomes_the_article_and_the_earlier_text_is_kept(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss("Forty million."))
    site.serve("/1", page(TEXT))
    first = archive.fetch()[0].documents
    ingest(archive.root, [archive.root / each for each in first], today=NOW.date())
    site.serve("/feed", rss("Fourteen million."))
    site.serve("/1", page(CORRECTED))
    second = archive.fetch(now=NOW + DAY)[0].documents
    ingest(archive.root, [archive.root / each for each in second], today=NOW.date())
    (article,) = load_articles(archive.root).articles
    assert CORRECTED in article.body
    assert article.provenance is not None
    assert article.provenance.earlier == (first[0].as_posix(),)


def test_what_is_as_it_was_or_old_is_not_fetched_again(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", sitemap("2026-11-26"))
    site.serve("/1", page(TEXT))
    archive.fetch()
    archive.fetch(now=NOW + DAY)
    assert site.asked().count("/1") == 1
    site.serve("/feed", sitemap("2027-01-26"))
    archive.fetch(now=NOW + 40 * DAY)  # a sitemap that calls everything changed
    assert site.asked().count("/1") == 1


def test_a_change_while_the_article_waits_is_not_missed(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", atom("2026-11-26T10:00:00Z"), ETag='"a"')
    site.serve("/1", page(TEXT), status=503)
    archive.fetch()
    site.serve("/1", page(TEXT))
    archive.fetch(now=NOW + DAY)
    site.serve("/feed", atom("2026-11-27T13:00:00Z"), ETag='"b"')
    site.serve("/1", page(CORRECTED))
    (haul,) = archive.fetch(now=NOW + 2 * DAY)
    assert CORRECTED in (archive.root / haul.documents[0]).read_text("utf-8")


def test_a_changed_page_that_fails_waits_as_a_new_one_does(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", atom("2026-11-26T10:00:00Z"))
    site.serve("/1", page(TEXT))
    archive.fetch()
    site.serve("/feed", atom("2026-11-26T13:00:00Z"))
    site.serve("/1", b"", status=503)
    archive.fetch(now=NOW + DAY)
    assert any('"waiting"' in line for line in archive.state())
    site.serve("/1", page(CORRECTED))
    (haul,) = archive.fetch(now=NOW + 2 * DAY)
    assert len(haul.documents) == 1
    assert not any('"waiting"' in line for line in archive.state())


def test_what_is_new_comes_before_what_has_changed(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    entry = "<url><loc>/{}</loc><lastmod>{}</lastmod></url>"

    def many(numbers: range, changed: str) -> str:
        entries = "".join(entry.format(number, changed) for number in numbers)
        return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entries}</urlset>"

    for number in range(8):
        site.serve(f"/{number}", page(f"{TEXT} It was sitting {number} of the year."))
    site.serve("/feed", many(range(4), "2026-11-26"))
    archive.fetch()
    site.serve("/feed", many(range(8), "2026-11-27"))
    done = len(site.asked())
    archive.fetch(now=NOW + DAY, most=6)
    assert sorted(site.asked()[done:]) == ["/0", "/1", "/4", "/5", "/6", "/7", "/feed"]
    done = len(site.asked())
    archive.fetch(now=NOW + DAY + timedelta(hours=3), most=6)
    assert sorted(site.asked()[done:]) == ["/2", "/3", "/feed"]
