"""Texts that were put together with a page builder, in sections and columns that have nothing in common but it."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_trimming import OTHERS, SNIPPET, TEXT, TITLE, paragraphs, read, texts

LAST = "ويفتح السوق أبوابه كل يوم من السابعة صباحا حتى صلاة العشاء، وتبقى الساحة مفتوحة للباعة الجوالين يوم السبت."
FACTS = ("طول السقف: مئة وعشرة أمتار.", "عدد المحال: مئة وعشرون محلا.")


def elementor(kind: str, inner: str) -> str:
    return (
        f"<div class='elementor-element elementor-widget elementor-widget-{kind}'>"
        f"<div class='elementor-widget-container'>{inner}</div></div>"
    )


def section(*columns: str) -> str:
    inner = "".join(
        f"<div class='elementor-column'><div class='elementor-widget-wrap'>{each}</div></div>" for each in columns
    )
    return f"<section class='elementor-section'><div class='elementor-container'>{inner}</div></section>"


def test_a_text_in_the_columns_of_a_builder_is_read_whole() -> None:
    items = "".join(f"<li><span>{each}</span></li>" for each in FACTS)
    middle = elementor("heading", "<h2>سقف من خشب</h2>") + elementor("text-editor", f"<p>{TEXT[1]}</p>")
    middle += elementor("button", "<a class='elementor-button' href='/s'>اشترك في المجلة</a>")
    cards = "".join(f"<article><h3><a href='/{each}'>{each}</a></h3><p>{SNIPPET}</p></article>" for each in OTHERS)
    head, foot = (elementor("text-editor", f"<p>{words}</p>") for words in (f"{OTHERS[0]}.", SNIPPET))
    body = (
        f"<div class='elementor elementor-12 elementor-location-header'>{head}</div>"
        f"<div class='elementor elementor-77'>{section(elementor('heading', f'<h1>{TITLE}</h1>'))}"
        f"{section(elementor('text-editor', paragraphs((TEXT[0], TEXT[2]))), elementor('image', '<img src=/a.jpg>'))}"
        f"{section(middle)}{section(elementor('icon-list', f'<ul>{items}</ul>'))}"
        f"{section(elementor('text-editor', paragraphs((LAST,))))}</div>{elementor('posts', cards)}"
        f"<div class='elementor elementor-13 elementor-location-footer'>{foot}</div>"
    )
    expected = [TEXT[0], TEXT[2], "سقف من خشب", TEXT[1], *FACTS, LAST]
    assert texts(read(body)) == expected


@pytest.mark.parametrize("module", ["et_pb_module et_pb_text et_pb_text_2", "wpb_text_column wpb_content_element"])
def test_other_builders(module: str) -> None:
    def row(words: str) -> str:
        return (
            f"<div class='row_{len(words)}'><div class='col'><div class='{module}'><div>{words}</div></div></div></div>"
        )

    rows = row(paragraphs(TEXT[:2])) + "<div class='et_pb_image'><img src='/a.jpg'></div>" + row(f"<p>{TEXT[2]}</p>")
    body = f"<article><h1>{TITLE}</h1><div class='entry-content'>{rows}{row(f'<p>{LAST}</p>')}</div></article>"
    assert texts(read(body)) == [*TEXT, LAST]
