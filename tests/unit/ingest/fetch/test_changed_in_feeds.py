"""Articles that a feed gives whole and changes later: what it says now is stored and taken in, once a day at most."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from generator.ingest.pipeline import ingest
from generator.store.articles import load_articles

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
FEED = 'fetch: {feeds: ["http://news.example:PORT/feed"]}\n'
TEXT = (
    "The harbour council approved a budget of forty million pounds after a debate of six hours, and residents of the "
    "northern quarter asked for a tram line, of which the mayor promised that a study of its cost would be ready by "
    "the summer recess, when the council meets again."
)
ADDED = "The opposition announced that it would ask an auditor to look at every line of the plan."


def rss(text: str, further: str = "", counter: int = 0) -> str:
    return (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Bay News</title>"
        "<language>en</language><item><title>Council approves budget</title><link>/1</link>"
        "<pubDate>Mon, 02 Jun 2025 10:00:00 +0000</pubDate>"
        f"<content:encoded><![CDATA[<p id='a{counter}'>{text}</p>]]></content:encoded></item>{further}</channel></rss>"
    )


def test_a_text_that_a_feed_changes_is_taken_in_with_the_next_day(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss(TEXT), ETag='"a"')
    (haul,) = archive.fetch()
    ingest(archive.root, [archive.root / each for each in haul.documents], today=NOW.date())
    site.serve("/feed", rss(TEXT, counter=1), ETag='"b"')  # other markup, the same words
    assert archive.fetch(now=NOW + timedelta(days=1))[0].documents == ()

    site.serve("/feed", rss(f"{TEXT} {ADDED}"), ETag='"c"')
    assert archive.fetch(now=NOW + timedelta(hours=3))[0].documents == ()  # once a day
    archive.fetch(now=NOW + timedelta(hours=6))
    assert "If-None-Match" not in site.requests[-1][2]  # what waits must not be hidden by "not modified"
    (haul,) = archive.fetch(now=NOW + timedelta(days=1))
    assert (haul.new, len(haul.documents)) == (0, 1)
    assert archive.fetch(now=NOW + timedelta(days=1, hours=3))[0].documents == ()
    assert site.requests[-1][2]["If-None-Match"] == '"c"'


def test_what_is_taken_later_the_same_day_is_the_newer_text(archive: Any, site: Any) -> None:
    archive.publisher(FEED)
    site.serve("/feed", rss(TEXT))
    first = archive.fetch()[0].documents
    ingest(archive.root, [archive.root / each for each in first], today=NOW.date())
    (before,) = load_articles(archive.root).articles
    other = f"<item><title>Cranes</title><link>/2</link><content:encoded>{TEXT}</content:encoded></item>"
    site.serve("/feed", rss(f"{TEXT} {ADDED}", other))
    later = NOW + timedelta(hours=3)
    second = archive.fetch(now=later)[0].documents
    report = ingest(archive.root, [archive.root / each for each in second], today=NOW.date())
    after = next(each for each in load_articles(archive.root).articles if each.id == before.id)
    assert ADDED in after.body
    assert after.provenance is not None
    assert after.provenance.earlier == (first[0].as_posix(),)
    assert "merged-with-differences" not in [problem.code for problem in report.all_problems()]
