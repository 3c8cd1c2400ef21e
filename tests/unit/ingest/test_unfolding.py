"""The rest of a text that a page hides until a reader asks for more, and what it hides for other reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import Record, SourceDocument

TITLE = "القطار الليلي يعود إلى الخدمة بعد عشر سنوات"
TEXT = (
    "يعود القطار الليلي إلى الخدمة مطلع الشهر المقبل بعد توقف دام عشر سنوات، وفق ما أعلنته هيئة السكك الحديدية.",
    "وتستغرق الرحلة بين العاصمة والساحل تسع ساعات، ويتوقف القطار في ست محطات على الطريق.",
    "وقالت الهيئة إن العربات جددت بالكامل، وإن ثمن التذكرة لن يزيد على ثمن الحافلة في المواسم العادية.",
    "ويرى سكان البلدات الداخلية أن عودة القطار ستخفف عزلتهم في فصل الشتاء حين تقطع الثلوج الطريق الجبلي.",
)


def read(body: str) -> list[str]:
    source = f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div>'
    raw = f"{source}<h1>{TITLE}</h1><div class='article-text'>{body}</div></div></body></html>".encode()
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/page.html"), raw, "0" * 64))
    assert isinstance(record, Record)
    return [block.text for block in record.blocks]


def paragraphs(words: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in words)


@pytest.mark.parametrize(
    "control",
    [
        "<a href='javascript:void(0)'>اقرأ المزيد</a>",
        "<button>عرض المزيد</button>",
        "<div><a href='#'>قراءة المزيد …</a></div>",
    ],
)
def test_the_rest_of_a_text_behind_a_control_is_read(control: str) -> None:
    rest = f"<div style='display:none'>{paragraphs(TEXT[2:])}</div>"
    assert read(f"{paragraphs(TEXT[:2])}{rest}{control}") == list(TEXT)


@pytest.mark.parametrize(
    "control",
    ["", "<a href='/news'>المزيد</a>", "<p>اقرأ المزيد عن القطارات في الموقع.</p>"],
    ids=["none", "link", "prose"],
)
def test_what_is_hidden_without_such_a_control_stays_hidden(control: str) -> None:
    rest = f"<div style='display:none'>{paragraphs(TEXT[3:])}</div>"
    assert TEXT[3] not in read(f"{paragraphs(TEXT[:3])}{rest}{control}")


def test_what_is_hidden_above_the_text_stays_hidden() -> None:
    menu = f"<div style='display:none'>{TEXT[3]}</div><button>عرض المزيد</button>"
    assert read(f"{menu}{paragraphs(TEXT[:3])}") == list(TEXT[:3])
