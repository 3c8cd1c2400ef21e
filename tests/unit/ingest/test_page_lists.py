"""What a page shows around its article in lists and boxes: tags, the path to its section, who wrote it, its address."""

from __future__ import annotations

import pytest
from lxml import html

from generator.ingest.readers.pages.metadata import read_metadata
from generator.model.source import FieldName

TITLE = "المكتبة العامة تفتح قاعة للمخطوطات النادرة"
TEXT = (
    "قالت مديرة المكتبة إن القاعة تضم ثلاثمئة مخطوط رممت في السنوات الخمس الماضية، وإن الدخول إليها مجاني يوم الجمعة."
)


def read(body: str, *, head: str = "", address: str | None = None) -> dict[FieldName, list[str]]:
    page = html.document_fromstring(f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>")
    found: dict[FieldName, list[str]] = {}
    for claim in read_metadata(page, address=address):
        found.setdefault(claim.name, []).append(claim.value)
    return found


def article(after: str, before: str = "") -> str:
    return f"<div class='w'>{before}<h1>{TITLE}</h1><p>{TEXT}</p>{after}</div>"


LINKS = "<a href='/t/1'>مخطوطات</a> <a href='/t/2'>المكتبة العامة</a>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='tags'>{LINKS}</div>",
        f"<div class='article-tags'><ul>{LINKS.replace('<a', '<li><a').replace('</a>', '</a></li>')}</ul></div>",
        f"<div class='k'><h4>الكلمات الدالة</h4>{LINKS}</div>",
        f"<p>الوسوم: {LINKS}</p>",
        f"<div class='more'><h5>المزيد عن:</h5><span>{LINKS.replace(' <a', '</span><span><a')}</span></div>",
        "<footer><div class='keywords'><span>الوسوم</span><a>#مخطوطات</a>، <a>#المكتبة العامة</a></div></footer>",
    ],
    ids=["class", "list", "label", "in-a-line", "more-about", "foot-without-addresses"],
)
def test_tags_that_are_only_shown_are_read(box: str) -> None:
    assert read(article(box))[FieldName.KEYWORD] == ["مخطوطات", "المكتبة العامة"]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='tags'>{LINKS}<p>{TEXT}</p></div>",
        "<div class='tags'><a href='/n/1'>افتتاح ثلاث قاعات جديدة في المتحف الوطني قبل نهاية العام</a></div>",
        f"<aside><div class='tags'>{LINKS}</div></aside>",
        f"<div class='related'><h4>مواضيع</h4>{LINKS}</div>",
    ],
    ids=["prose", "headline", "beside", "related"],
)
def test_what_only_looks_like_tags_is_none(box: str) -> None:
    assert FieldName.KEYWORD not in read(article(box))


def test_tags_that_the_page_states_come_before_those_it_shows() -> None:
    head = "<meta property='article:tag' content='تراث'>"
    assert read(article(f"<div class='tags'>{LINKS}</div>"), head=head)[FieldName.KEYWORD] == [
        "تراث",
        "مخطوطات",
        "المكتبة العامة",
    ]


def test_tags_are_read_though_a_widget_holds_the_whole_article() -> None:
    body = f"<div class='widget Blog'>{article('<p><a rel=tag href=/l>تراث</a></p>')}</div>"
    assert read(body)[FieldName.KEYWORD] == ["تراث"]


def test_the_section_is_the_last_link_of_the_path() -> None:
    path = f"<ol class='breadcrumb'><li><a href='/'>الرئيسية</a><li><a href='/c'>ثقافة</a><li>{TITLE}</ol>"
    assert read(article("", path))[FieldName.SECTION] == ["ثقافة"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class='submitted'>نشرها كريم بدر في خميس, 04/28/2022 - 10:22</p>", ["كريم بدر"]),
        ("<dl><dd>كتب بواسطة: نادر حمدان</dd></dl>", ["نادر حمدان"]),
        (
            "<div class='author-name'>سلمى عبد الرحيم وخالد المنصوري - الساحل نيوز</div>",
            ["سلمى عبد الرحيم", "خالد المنصوري"],
        ),
        (
            "<div class='authorBar'><img class='authorImg' src='a.jpg'><h3><a href='/a'>هدى قاسم</a></h3></div>",
            ["هدى قاسم"],
        ),
        (
            "<div class='columnist'><a href='/c'>وائل ديب</a><span>كاتب</span><a>أحدث مقالات وائل ديب</a></div>",
            ["وائل ديب"],
        ),
        ("<p class='intro'>تغطية مباشرة ليوم الاقتراع في 312 بلدية</p>", []),
        ("<p>تقرير محمد فوزي</p>", ["محمد فوزي"]),
        ("<div>حوار شامل مع المدير</div>", []),
    ],
)
def test_bylines_of_common_systems(line: str, names: list[str]) -> None:
    head = "<meta name='author' content='Super User'>"
    assert (
        read(f"<div class='w'><h1>{TITLE}</h1>{line}<p>{TEXT}</p></div>", head=head).get(FieldName.AUTHOR, []) == names
    )


def test_the_address_is_that_on_the_web_and_not_in_a_web_archive() -> None:
    given = "https://web.archive.org/web/20231001101010/http://www.sahel.example.org/culture/2023/hall.html"
    head = f"<link rel='canonical' href='{given}'>"
    assert read(article(""), head=head)[FieldName.URL] == ["http://www.sahel.example.org/culture/2023/hall.html"]
