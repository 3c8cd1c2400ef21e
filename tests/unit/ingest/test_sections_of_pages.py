"""The section of an article, where a page only shows it."""

from __future__ import annotations

import pytest
from lxml import html

from generator.ingest.readers.pages.metadata import read_metadata
from generator.model.source import FieldName

TITLE = "المكتبة العامة تفتح قاعة للمخطوطات النادرة"
TEXT = (
    "قالت مديرة المكتبة إن القاعة تضم ثلاثمئة مخطوط رممت في السنوات الخمس الماضية، وإن الدخول إليها مجاني يوم الجمعة."
)
MENU = "".join(f"<a href='/{n}/'>{name}</a> " for n, name in enumerate(("فلسطين", "أقلام وآراء", "شؤون الأسرى")))


def read(body: str, *, title: str = TITLE, address: str | None = None) -> list[str]:
    page = html.document_fromstring(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    return [claim.value for claim in read_metadata(page, address=address) if claim.name is FieldName.SECTION]


def article(above: str = "", below: str = "", menu: str = MENU) -> str:
    return f"<div class='m'>{menu}</div><div class='w'>{above}<h1>{TITLE}</h1>{below}<p>{TEXT}</p><p>{TEXT}</p></div>"


@pytest.mark.parametrize(
    ("above", "below", "section"),
    [
        ("<div class='cat-n'><a href='/x'>حوادث وقضايا</a></div>", "", "حوادث وقضايا"),
        ("<div class='category'><a href='/a'>سياسة</a> &gt; <a href='/b'>ملفات خاصة</a></div>", "", "ملفات خاصة"),
        ("<div class='topics'><a href='/a'>سياسة</a><span>|</span><a href='/b'>المغرب</a></div>", "", "سياسة"),
        ("<a href='/9'>شؤون الأسرى</a>", "", "شؤون الأسرى"),
        ("<div>محليات</div>", "", "محليات"),
        ("<p><a href='/'>الرئيسية</a> » <a href='/c'>قلم حر</a></p>", "", "قلم حر"),
        ("", "<div>شؤون الأسرى | 11:40 - 16/05/2022</div>", "شؤون الأسرى"),
        ("<p>النهار - الجمعة 14 كانون الثاني 2005 - العدد 1800 - شؤون لبنانية - صفحة 6</p>", "", "شؤون لبنانية"),
        ("<div><span>يوليو/تموز 11, 2023</span><span>|</span><span>بيان صحفي</span></div>", "", "بيان صحفي"),
        ("<p>شؤون الأسرى - 3 مارس 2024</p>", "", "شؤون الأسرى"),
    ],
    ids=["class", "path", "list", "menu", "usual", "arrows", "facts", "masthead", "kind-and-day", "menu-and-day"],
)
def test_the_section_that_stands_by_the_headline(above: str, below: str, section: str) -> None:
    assert read(article(above, below)) == [section]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "<p>بتكلفة 74 مليون جنيه</p>",
        "<p>خلال جولة تفقدية مفاجئة</p>",
        "<div class='category'><a href='/author/1'>سامر ديب</a></div>",
        "<ul><li><a href='/7'>رياضة</a></li><li><a href='/8'>ثقافة</a></li></ul>",
        "<div>| <a href='/'>الصفحة الأولى</a> | <a href='/1'>محلي</a> | <a href='/2'>الأخيرة</a> |</div>",
    ],
    ids=["nothing", "number", "kicker", "writer", "menu", "menu-with-bars"],
)
def test_what_else_stands_above_a_headline_is_no_section(above: str) -> None:
    assert read(article(above)) == []


def test_the_entry_of_the_menu_that_leads_to_the_directory_of_the_page() -> None:
    menu = "<nav><a href='/ar/'>العربية</a><a href='/ar/economy/'>أسواق</a><a href='/ar/sport/'>رياضة</a></nav>"
    assert read(article(menu=menu), address="https://paper.example/ar/economy/2024/5/1.html") == ["أسواق"]


def test_the_one_entry_of_the_menu_that_is_set_as_open() -> None:
    entries = "<li><a href='/1'>ملفات</a></li><li class='active'><a href='/2'>وجوه وأماكن</a></li>"
    assert read(article(menu=f"<nav><ul>{entries}</ul></nav>")) == ["وجوه وأماكن"]
    both = entries.replace("<li><a", "<li class='active'><a")
    assert read(article(menu=f"<nav><ul>{both}</ul></nav>")) == []


def test_a_part_of_the_title_that_the_menu_has_too() -> None:
    assert read(article(), title=f"الأسواق | شؤون الأسرى | {TITLE}") == ["شؤون الأسرى"]


@pytest.mark.parametrize("language", ["English", "Français", "العربية"])
def test_a_link_to_the_article_in_another_language_is_no_section(language: str) -> None:
    line = f"<div>متوفر بـ <a href='/x/7'>{language}</a></div>"
    assert read(article(line, menu=f"{MENU}<a href='/x/'>{language}</a>")) == []
