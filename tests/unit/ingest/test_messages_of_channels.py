"""Messages of networks, as their web pages show them: title, day, channel and text, and nothing around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument
from tests.unit.ingest.test_trimming import OTHERS, TEXT, TITLE, texts

BODY = "<br/><br/>".join(TEXT)


def message(number: int, words: str) -> str:
    owner = "<a class='tgme_widget_message_owner_name' href='#'><span>خبر الميناء</span></a>"
    text = f"<div class='tgme_widget_message_text js-message_text' dir='auto'>{words}</div>" if words else ""
    time = f"<time datetime='2024-07-{number:02}T15:12:44+00:00' class='time'>15:12</time>"
    foot = f"<span class='tgme_widget_message_views'>8.4K</span><a class='tgme_widget_message_date' href='#'>{time}</a>"
    return (
        f"<div class='tgme_widget_message text_not_supported_wrap js-widget_message' data-post='minaa/{number}'>"
        f"<div class='tgme_widget_message_author'>{owner}</div>{text}"
        f"<div class='tgme_widget_message_footer'>{foot}</div></div>"
    )


def records(body: str) -> list[Record]:
    source = (
        "<!DOCTYPE html><html><head><title>Telegram Widget</title><meta property='og:title' content='خبر الميناء'>"
        f"</head><body class='widget_frame_base tgme_widget'>{body}</body></html>"
    )
    document = SourceDocument.of(Path("content/sources/post.html"), source.encode(), "0" * 64)
    return [each for each in read_saved_page(document) if isinstance(each, Record)]


def value(record: Record, name: FieldName) -> str | None:
    return next((claim.value for claim in record.claims if claim.name is name), None)


@pytest.mark.parametrize("first", [f"<b>{TITLE}</b><br/><br/>", f"{TITLE}<br/>", f"<b>{TITLE}<br/></b>"])
def test_the_first_line_of_a_message_is_its_title(first: str) -> None:
    (record,) = records(message(9, first + BODY))
    assert (value(record, FieldName.TITLE), texts(record)) == (TITLE, list(TEXT))
    assert value(record, FieldName.PUBLISHED) == "2024-07-09T15:12:44+00:00"
    assert value(record, FieldName.SOURCE) == "خبر الميناء"
    assert value(record, FieldName.AUTHOR) is None
    assert value(record, FieldName.URL) == "https://t.me/minaa/9"
    assert record.key == ""


def test_a_word_above_the_title_is_its_kicker() -> None:
    (record,) = records(message(9, f"#عاجل<br/>{TITLE}<br/>{BODY}"))
    assert (value(record, FieldName.TITLE), value(record, FieldName.KICKER)) == (TITLE, "عاجل")


def test_a_long_first_paragraph_is_no_title() -> None:
    (record,) = records(message(9, f"{' '.join(TEXT[:2])}<br/>{TEXT[2]}"))
    assert value(record, FieldName.TITLE) is None
    assert texts(record) == [" ".join(TEXT[:2]), TEXT[2]]


def test_each_message_of_a_channel_is_an_article_and_the_rest_is_told() -> None:
    found = records(
        message(1, f"{TITLE}<br/>{BODY}") + message(2, "صباح الخير") + message(3, f"{OTHERS[0]}<br/>{BODY}")
    )
    assert [each.key for each in found] == ["minaa/1", "minaa/3"]
    assert [value(each, FieldName.TITLE) for each in found] == [TITLE, OTHERS[0]]
    assert "صباح الخير" in found[0].removed


def facebook(*posts: str) -> str:
    inner = "".join(f"<div role='article'>{each}</div>" for each in posts)
    body = f"<div role='banner'>فيسبوك <div>تسجيل الدخول</div></div><div role='main'>{inner}</div>"
    return (
        f"<!DOCTYPE html><html id='facebook' lang='ar'><head><title>Facebook</title></head><body>{body}</body></html>"
    )


def post(number: int) -> str:
    lines = "".join(f"<div><div dir='auto'>{each}</div></div>" for each in (TITLE, *TEXT))
    address = f"https://www.facebook.com/minaa/posts/pf{number}"
    return (
        f"<h2><a href='https://www.facebook.com/minaa'><strong>خبر الميناء</strong></a></h2>"
        f"<a href='{address}'><span>١٦ أبريل ٢٠٢٣</span></a><span>عام</span>"
        f"<div data-ad-preview='message'>{lines}</div><div>كل التفاعلات: 418</div>"
        "<div role='article'><div>هوارية</div><div dir='auto'>الحمد لله على كل حال</div></div>"
    )


def read_whole(source: str) -> list[Record]:
    document = SourceDocument.of(Path("content/sources/post.html"), source.encode(), "0" * 64)
    return [each for each in read_saved_page(document) if isinstance(each, Record)]


def test_a_post_of_facebook_is_read_without_its_comments() -> None:
    (record,) = read_whole(facebook(post(1)))
    assert (value(record, FieldName.TITLE), texts(record)) == (TITLE, list(TEXT))
    assert (value(record, FieldName.SOURCE), value(record, FieldName.AUTHOR)) == ("خبر الميناء", None)
    assert value(record, FieldName.PUBLISHED) == "١٦ أبريل ٢٠٢٣"
    assert value(record, FieldName.URL) == "https://www.facebook.com/minaa/posts/pf1"
    assert "الحمد لله على كل حال" in record.removed


def test_each_post_of_a_page_is_an_article() -> None:
    found = read_whole(facebook(post(1), post(2)))
    assert [each.key for each in found] == [f"https://www.facebook.com/minaa/posts/pf{number}" for number in (1, 2)]


def test_a_message_that_an_article_shows_is_a_part_of_it() -> None:
    shown = message(9, f"{OTHERS[0]}<br/>{OTHERS[1]}<br/>{OTHERS[2]}")
    body = f"<article><h1>{TITLE}</h1><p>{TEXT[0]}</p>{shown}<p>{TEXT[1]}</p><p>{TEXT[2]}</p></article>"
    (record,) = read_whole(f"<!DOCTYPE html><html><head><title>{TITLE}</title></head><body>{body}</body></html>")
    assert value(record, FieldName.TITLE) == TITLE
    assert set(TEXT) <= set(texts(record))
