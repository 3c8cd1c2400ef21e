"""Feeds and exports that break off: half a day, name or address is none, half a text is kept."""

from __future__ import annotations

import pytest

from generator.ingest.readers.xml.half_values import without_half
from tests.unit.ingest.conftest import Press

START = "<item><title>Lamps lit</title>"
TEXT = "The lamps along the quay were lit again on Monday, after a winter in which nobody had paid for the oil."


@pytest.mark.parametrize(
    "half",
    [
        "<link>https://quay.example/news/12",
        "<link><![CDATA[https://quay.example/news/12",
        "<pubDate>Fri, 0",
        "<dc:creator><![CDATA[Jane Do",
        '<category domain="tag">har',
        '<guid isPermaLink="false">quay-1',
        "<wp:status>publish",
        "<pubDate>",
    ],
)
def test_a_short_value_is_dropped_where_the_document_ends_in_it(half: str) -> None:
    assert without_half(START + half) == START


@pytest.mark.parametrize(
    "end",
    [
        "<link>https://quay.example/news/123</link>",
        "<link>https://quay.example/news/123</li",
        "<link><![CDATA[https://quay.example/news/123]]>",
        "<description>The lamps along the qu",
        "<content:encoded><![CDATA[<p>The lamps <link>along the qu",
        '<link href="https://quay.example/news/123"/>',
        "",
    ],
)
def test_what_is_whole_and_texts_stay(end: str) -> None:
    assert without_half(START + end) == START + end


def test_an_item_of_a_feed_that_breaks_off_has_no_half_address(press: Press) -> None:
    feed = f"<rss version='2.0'><channel><title>The Quay</title>{START}<description>{TEXT} {TEXT}</description>"
    press.put("quay/feed.xml", f"{feed}<author>jane@quay.example (Jane Doe)</author><link>https://quay.example/news/1")
    article = press.one()
    assert (article.url, article.authors) == (None, ("Jane Doe",))
    assert "cut-off" in [each.code for each in press.problems]
