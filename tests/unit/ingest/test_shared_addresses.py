"""Addresses that several articles have in common, such as a site's front page, make none of them another."""

from __future__ import annotations

import json

import pytest

from tests.unit.ingest.conftest import Press

TEXTS = (
    "The ferry to the lighthouse runs again, the harbour office said on Monday, after its engine had been mended.",
    "Bakers in the old town sell their bread by weight from now on, as their guild decided at its yearly meeting.",
    "A library for sailors has opened beside the fish market; whoever goes to sea may borrow five books at once.",
)
TITLES = ("Ferry runs again", "Bread sold by weight", "Library for sailors opens")


def rows(*order: int, url: str = "https://quay.example/news") -> str:
    articles = [
        {"title": TITLES[at], "date": f"2024-05-0{at + 1}", "body": f"{TEXTS[at]}\n\nNobody objected.", "url": url}
        for at in order
    ]
    return json.dumps(articles)


@pytest.mark.parametrize("url", ["https://quay.example/news", "https://quay.example/", "https://quay.example"])
def test_rows_with_one_address_are_articles_each(press: Press, url: str) -> None:
    press.put("quay/table.json", rows(0, 1, 2, url=url))
    articles = press.take_in()
    assert [(each.title, each.updated) for each in articles] == [
        (TITLES[1], None),
        (TITLES[0], None),
        (TITLES[2], None),
    ]


def test_items_of_a_feed_whose_links_lead_to_the_front_page_are_articles_each(press: Press) -> None:
    items = "".join(
        f"<item><title>{title}</title><link>https://quay.example/</link><guid isPermaLink='false'>q{at}</guid>"
        f"<pubDate>0{at + 1} May 2024 10:00:00 GMT</pubDate><description>{text}</description></item>"
        for at, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True))
    )
    press.put("quay/feed.xml", f"<rss version='2.0'><channel><title>The Quay</title>{items}</channel></rss>")
    assert [(each.title, each.url) for each in press.take_in()] == [
        (TITLES[1], None),
        (TITLES[0], None),
        (TITLES[2], None),
    ]


def test_a_newer_state_of_a_table_with_one_address_keeps_each_in_its_file(press: Press) -> None:
    press.put("quay/table.json", rows(0, 1))
    before = {each.title: each.path for each in press.take_in()}
    press.put("quay/table.json", rows(2, 0, 1))
    after = {each.title: each.path for each in press.take_in()}
    assert {title: after[title] for title in before} == before
    assert TITLES[2] in after


def test_another_document_at_a_shared_address_is_no_newer_version(press: Press) -> None:
    press.put("quay/first.json", rows(0, 1))
    press.take_in()
    press.put("quay/second.json", rows(2))
    assert len(press.take_in()) == 3


def test_the_same_row_at_its_own_address_in_another_document_stays_one_article(press: Press) -> None:
    press.put("quay/first.json", rows(0, url="https://quay.example/news/1"))
    press.put("quay/second.json", rows(0, url="https://quay.example/news/1").replace("again,", "once more,"))
    assert len(press.take_in()) == 1
