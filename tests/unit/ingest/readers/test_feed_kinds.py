"""Entries of feeds that are no published articles, and films, whose text stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem
from generator.ingest.readers.feeds.feed import read_feed
from generator.model.source import FieldName, Record, SourceDocument

FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"'
    ' xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:blogger="http://schemas.google.com/blogger/2018"'
    ' xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/">'
    "<title>دفتر الميناء</title>{entries}</feed>"
)
KIND = (
    "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#{}'/>"
)
TEXT = "<content type='html'>&lt;p&gt;عاد الصيادون إلى الرصيف القديم.&lt;/p&gt;</content>"


def read(*entries: str) -> list[Record | Problem]:
    feed = FEED.replace("{entries}", "".join(f"<entry>{each}</entry>" for each in entries))
    return list(read_feed(SourceDocument.of(Path("blog.xml"), feed.encode(), "0" * 64)))


def entry(number: int, rest: str) -> str:
    return f"<id>tag:blog.example,2024:{number}</id><title>عودة الصيادين {number}</title>{TEXT}{rest}"


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (KIND.format("comment"), "comments of readers (1)"),
        (KIND.format("template"), "layouts of the blog (1)"),
        (KIND.format("settings"), "settings of the blog (1)"),
        (KIND.format("post") + "<app:control><app:draft>yes</app:draft></app:control>", "drafts (1)"),
        ("<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status>", "drafts (1)"),
        ("<blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status>", "drafts (1)"),
        ("<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status>", "comments of readers (1)"),
        ("<thr:in-reply-to ref='tag:blog.example,2024:1'/>", "comments of readers (1)"),
    ],
)
def test_what_is_no_published_article_is_left_out_and_told(rest: str, told: str) -> None:
    record, problem = read(entry(1, KIND.format("post")), entry(2, rest))
    assert isinstance(record, Record)
    assert record.key.endswith(":1")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.found) == ("not-articles", told)


@pytest.mark.parametrize(
    "rest",
    [
        KIND.format("page"),
        "<app:control><app:draft>no</app:draft></app:control>",
        "<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>",
        "<category term='comment'/>",
    ],
)
def test_published_posts_and_pages_are_articles(rest: str) -> None:
    (record,) = read(entry(1, rest))
    assert isinstance(record, Record)


def test_the_kind_of_an_entry_is_no_tag() -> None:
    (record,) = read(entry(1, KIND.format("post") + "<category term='صيد'/>"))
    assert isinstance(record, Record)
    assert [claim.value for claim in record.claims if claim.name is FieldName.KEYWORD] == ["صيد"]


FILM = (
    "<media:group><media:content url='https://v.example/1' type='{}'/>"
    "<media:description>{}</media:description></media:group>"
)


def test_the_words_beside_a_film_are_its_text() -> None:
    words = "عاد الصيادون إلى الرصيف.\n\nوتستمر الأعمال حتى الشتاء."
    (record,) = read("<id>yt:video:1</id><title>الرصيف</title>" + FILM.format("application/x-shockwave-flash", words))
    assert isinstance(record, Record)
    assert [block.text for block in record.blocks] == ["عاد الصيادون إلى الرصيف.", "وتستمر الأعمال حتى الشتاء."]


def test_the_words_beside_a_picture_are_its_caption_only() -> None:
    (record,) = read("<id>1</id><title>الرصيف القديم</title>" + FILM.format("image/jpeg", "قوارب في الرصيف"))
    assert isinstance(record, Record)
    assert [block.kind.value for block in record.blocks] == ["figure"]


def test_addresses_in_a_text_are_relative_to_the_base_that_it_states() -> None:
    link = "&lt;a href='b.html'&gt;الرابط&lt;/a&gt;"
    text = f"<content type='html' xml:base='https://base.example/deep/'>{link} هنا</content>"
    (record,) = read(f"<id>1</id><title>الرصيف القديم</title><link href='https://a.example/x/'/>{text}")
    assert isinstance(record, Record)
    assert "https://base.example/deep/b.html" in (record.blocks[0].markdown or "")


def test_very_many_items_of_one_identifier_take_no_more_time_than_others() -> None:
    feed = b"<rss><channel>" + b"<item><title>x</title><guid>1</guid></item>" * 30_000 + b"</channel></rss>"
    found = list(read_feed(SourceDocument.of(Path("many.xml"), feed, "0" * 64)))
    keys = [each.key for each in found if isinstance(each, Record)]
    assert (keys[0], keys[1], keys[-1], len(set(keys))) == ("1", "1 (2)", "1 (30000)", 30_000)


def test_a_number_behind_an_identifier_that_another_item_has_itself() -> None:
    items = "".join(f"<item><title>x</title><guid>{key}</guid></item>" for key in ("a", "a (2)", "a", "a", "a (2)"))
    found = list(
        read_feed(SourceDocument.of(Path("f.xml"), f"<rss><channel>{items}</channel></rss>".encode(), "0" * 64))
    )
    keys = [each.key for each in found if isinstance(each, Record)]
    assert keys == ["a", "a (2)", "a (3)", "a (4)", "a (2) (2)"]
