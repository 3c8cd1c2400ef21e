"""What publishers' files say takes effect in ingest: whose a document is, the rules of its day, its time, its words."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest

from generator.ingest.pipeline import ingest
from generator.ingest.taking_apart import version_by_claims
from generator.model.labels import Labels
from generator.model.publisher import DateOrder, PublisherVersion
from generator.model.source import Claim, FieldName
from generator.model.vocabulary import Concept, Publisher, Taxonomy
from generator.store.articles import load_articles
from tests.unit.ingest.conftest import Press

TODAY = date(2026, 11, 1)
BODY = (
    "The ferry between the two banks sailed again on Monday after repairs of three weeks, the harbour office said.\n"
    "Passengers had crossed by the old bridge until then, which added an hour to the way of most of them.\n"
)
TITLE = "The ferry sails again between the two banks"


def record(**fields: object) -> str:
    return json.dumps({"title": TITLE, "text": BODY, **fields}, ensure_ascii=False) + "\n"


VERSIONS = """folder: post
date_order: day-month-year
rights: CC BY 4.0
versions:
  - valid_until: "2010-12-31"
    date_order: month-day-year
    rights: All rights reserved
"""


@pytest.mark.parametrize(
    ("written", "day", "rights"),
    [
        ("03/04/2008", "2008-03-04", "All rights reserved"),
        ("03/04/2024", "2024-04-03", "CC BY 4.0"),
        ("25/04/2024", "2024-04-25", "CC BY 4.0"),
        ("05/01/2011", "2011-01-05", "CC BY 4.0"),
        ("12/31/2010", "2010-12-31", "All rights reserved"),
    ],
)
def test_the_rules_of_the_day_count(press: Any, written: str, day: str, rights: str) -> None:
    press.publisher(VERSIONS)
    press.put("post/a.txt", f"{TITLE}\nPublished: {written}\n{BODY}")
    press.put("post/b.jsonl", record(title="Another title of the ferry", date=written))
    articles = press.take_in()
    assert [(each.date.iso if each.date else None, each.rights) for each in articles] == [(day, rights)] * 2
    assert {each.source for each in articles} == {"post"}


def test_the_first_claim_that_can_be_read_tells_the_version() -> None:
    before = PublisherVersion(date(2010, 12, 31), date_order=DateOrder.MONTH_FIRST)
    post = Publisher(Concept("post", Taxonomy.PUBLISHER, Labels("a", "b")), before=(before,))
    claim = Claim(FieldName.PUBLISHED, "no date", "test")
    assert version_by_claims(post, [claim], arabic=False, today=TODAY) is None
    later = Claim(FieldName.PUBLISHED, "2009-05-06", "test")
    assert version_by_claims(post, [claim, later], arabic=False, today=TODAY) is before


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"url": "https://other.example/1"}, "other"),
        ({"url": "https://web.archive.org/web/20200101000000/https://other.example/1"}, "other"),
        ({"url": "https://nowhere.example/1"}, "post"),
        ({}, "post"),
    ],
)
def test_the_address_says_more_than_the_folder(press: Any, fields: dict[str, str], source: str) -> None:
    press.publisher("")
    press.publisher("url: https://www.other.example/home\n", "other")
    press.put("post/a.jsonl", record(date="2024-05-03", **fields))
    assert press.one().source == source


def test_an_address_in_the_text_alone_says_whose_it_is(press: Any) -> None:
    press.publisher("date_order: day-month-year\n")
    press.publisher("site: [other.example]\ndate_order: month-day-year\n", "other")
    press.put("post/a.txt", f"{TITLE}\nPublished: 03/04/2024\n{BODY}Link: https://other.example/ferry\n")
    article = press.one()
    assert (article.source, article.date and article.date.iso) == ("other", "2024-03-04")


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
def test_the_feed_says_more_than_the_folder(press: Any, name: str) -> None:
    press.publisher("")
    press.publisher('fetch: {feeds: ["https://feeds.example/other"]}\n', "other")
    text = f"<p>{BODY}</p>"
    if name == "feed.xml":
        feed = (
            '<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>x</title>'
            f'<atom:link rel="self" href="https://feeds.example/other"/><item><title>{TITLE}</title>'
            f"<pubDate>2024-05-03</pubDate><description><![CDATA[{text}]]></description></item></channel></rss>"
        )
    else:
        item = {"id": "1", "title": TITLE, "date_published": "2024-05-03", "content_html": text}
        version, own = "https://jsonfeed.org/version/1.1", "https://feeds.example/other"
        feed = json.dumps({"version": version, "title": "x", "feed_url": own, "items": [item]})
    press.put(f"post/{name}", feed)
    assert press.one().source == "other"


def test_a_folder_within_an_archive_of_documents_is_a_folder(press: Any) -> None:

    press.publisher("")
    press.publisher("", "other")
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr("other/a.txt", f"{TITLE}\nPublished: 3 May 2024\n{BODY}")
    press.put("post/a.zip", raw.getvalue())
    assert press.one().source == "other"


def test_both_dates_are_told_in_the_publisher_s_time_with_the_stamp_beside_them(press: Any) -> None:
    press.publisher("time_zone: Asia/Riyadh\n")
    press.put("post/a.jsonl", record(published="2025-06-02T22:30:00Z", updated="2025-06-03T21:30:00Z"))
    article = press.one()
    assert article.date is not None
    assert article.updated is not None
    assert article.date.iso.startswith("2025-06-03T01:30")
    assert article.updated.iso.startswith("2025-06-04T00:30")
    assert article.date_raw == "2025-06-02T22:30:00Z"
    assert article.provenance is not None
    assert any("2025-06-03T21:30:00Z" in rule for rule in article.provenance.rules)


LABELS = """site: [post.example]
labels:
  published: [Lit on]
  author: [Story and research]
  translator: [Carried into English by]
  read-also: [More light on this]
  special: [For our lamps alone]
"""


def test_own_labels_in_plain_text_and_in_records(press: Any) -> None:
    press.publisher(LABELS)
    head = "Lit on 3 May 2024\nStory and research: Jane Doe\n"
    tail = "Carried into English by Mary Roe\nFor our lamps alone\nMore light on this\nThe bridge is painted blue\n"
    press.put("post/a.txt", f"{TITLE}\n{head}{BODY}{tail}")
    press.put("b.jsonl", record(title="Another title", text=head + BODY + tail, url="https://post.example/2"))
    for article in press.take_in():
        assert article.date is not None
        assert article.date.iso == "2024-05-03"
        assert (article.authors, article.translator, article.special) == (("Jane Doe",), "Mary Roe", True)
        assert article.source == "post"
        assert article.provenance is not None
        assert {"More light on this", "The bridge is painted blue"} <= set(article.provenance.removed)
        assert "lamps" not in article.body


def test_a_text_in_no_certain_language_is_in_that_of_its_publisher(press: Any) -> None:
    press.publisher("lang: ar\n")
    unclear = json.dumps({"title": "2024", "text": "12 : 13 — 14 : 15", "date": "2024-05-03"}) + "\n"
    press.put("post/a.jsonl", unclear)
    press.put("other/a.jsonl", unclear)
    assert [article.lang.value for article in press.take_in()] == ["ar"]


def test_several_processes_give_the_same(press: Any) -> None:
    press.publisher(LABELS + VERSIONS.replace("folder: post\n", ""))
    for number in range(40):
        press.put(f"post/{number}.txt", f"{TITLE} {number}\nLit on 03/04/20{number + 10:02}\n{BODY}")
    report = ingest(press.root, today=date(2060, 1, 1), jobs=2)
    days = [article.date.iso for article in load_articles(press.root).articles if article.date]
    assert len(report.documents) == len(days) == 40
    assert sorted(day[5:] for day in days) == ["03-04", *["04-03"] * 39]


@pytest.mark.parametrize("sign", [": ", "\n"])
def test_an_own_word_for_the_summary_takes_a_whole_sentence(press: Press, sign: str) -> None:
    press.publisher("labels: {standfirst: [In a nutshell]}\n")
    summary = "A bridge that nobody had hoped to see again carries carts across the river."
    text = "Carts crossed the river on Monday, as the miller had said they would.\n\nHe had counted on the new bridge."
    press.put("post/1.txt", f"Bridge of the millers opens\nIn a nutshell{sign}{summary}\nMay 3, 2024\n\n{text}\n")
    article = press.one()
    assert (article.description, article.date and article.date.iso) == (summary, "2024-05-03")
    assert article.body.strip() == text
