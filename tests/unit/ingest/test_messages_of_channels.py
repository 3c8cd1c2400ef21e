"""Messages of a Telegram channel, as its web pages show them: title, day, channel and text, and nothing around it."""

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
