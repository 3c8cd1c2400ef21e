"""Pages without headings whose titles name only the paper, as old newspapers made them, and pages for printing."""

from __future__ import annotations

import pytest

from generator.ingest.readers.pages.bare_titles import names_no_article
from generator.model.source import FieldName, Record
from tests.unit.ingest.test_trimming import OTHERS, TEXT, TITLE, paragraphs, read, texts

MENU = "".join(f"<tr><td><a href='{n}.htm'><font size=2>{each}</font></a></td></tr>" for n, each in enumerate(OTHERS))
BROKEN = "<br>".join(TEXT)


def title_of(record: Record) -> str:
    return next((claim.value for claim in record.claims if claim.name is FieldName.TITLE), "")


def old_page(headline: str, masthead: str = "") -> str:
    return (
        f"<table><tr><td colspan=2>{masthead}</td></tr><tr><td><table>{MENU}</table></td><td><table><tr><td>"
        f"<p align=center>{headline}</p></td></tr><tr><td><p><font size=4>{BROKEN}</font></p></td></tr>"
        "</table></td></tr></table>"
    )


@pytest.mark.parametrize(
    "title",
    [
        "صحيفة الأصيل --- محليات",
        "صحيفة الأصيل",
        "Alaseel جريدة الأصيل",
        ":: النور العام ::",
        "الصحافة - السنة 129 - العدد 43312 - 8 يوليو 2005",
        "جريدة الأصيل | العدد ٤٣١٢",
        "جريدة الأصيل - الموقع الرسمي",
        "شبكة الأصيل > أخبار المحافظات > عرض الخبر",
    ],
)
@pytest.mark.parametrize("size", ["5", "+2", "6"])
def test_the_line_in_the_largest_type_is_the_headline(title: str, size: str) -> None:
    record = read(old_page(f"<font size={size} color=red><b>{TITLE}</b></font>"), title=title)
    assert title_of(record) == TITLE
    assert texts(record) == list(TEXT)


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} - العدد 4331",
        f"{TITLE} | 8 يوليو 2005",
        "السنة 2011 - العام الذي غير كل شيء",
        f"{TITLE} - تفاصيل الخبر",
    ],
)
def test_a_title_beside_the_number_of_the_issue_names_an_article(title: str) -> None:
    assert not names_no_article(title)


def test_the_way_down_to_a_page_may_end_with_its_headline() -> None:
    assert not names_no_article(f"جريدة الشمال > مناطق > {TITLE}")
    assert names_no_article("الرئيسية > أخبار > مناطق")


def test_the_paper_s_name_is_no_headline_though_it_is_a_heading() -> None:
    record = read(old_page(f"<font size=5>{TITLE}</font>", "<h1>الأصيل</h1>"), title="Alaseel جريدة الأصيل")
    assert title_of(record) == TITLE


def test_two_lines_of_the_same_type_are_no_headline() -> None:
    headline = f"<font size=5>{OTHERS[0]}</font><br><font size=5>{OTHERS[1]}</font>"
    assert title_of(read(old_page(headline), title="صحيفة الأصيل")) not in OTHERS


def test_a_title_that_the_page_states_stands_against_larger_type() -> None:
    record = read(old_page(f"<font size=6>{OTHERS[0]}</font>"), title=f"{TITLE} - صحيفة الأصيل")
    assert title_of(record) == TITLE


@pytest.mark.parametrize("title", ["طباعة", "نسخة للطباعة", "Print"])
def test_the_only_heading_of_a_page_for_printing_is_its_headline(title: str) -> None:
    record = read(f"<div><b>الأصيل</b></div><hr><h3>{TITLE}</h3><div>سلمى إدريس</div>{paragraphs()}", title=title)
    assert title_of(record) == TITLE
    assert [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR] == ["سلمى إدريس"]


def test_the_first_part_of_a_text_is_no_standfirst() -> None:
    intro = f"<div class='itemIntroText'><p><strong>{TEXT[0]}</strong></p></div>"
    body = f"<div class='itemBody'>{intro}<div class='itemFullText'>{paragraphs(TEXT[1:])}</div></div>"
    record = read(f"<div class='itemView'><h2 class='itemTitle'>{TITLE}</h2>{body}</div>")
    assert texts(record) == list(TEXT)
    assert not [claim for claim in record.claims if claim.name is FieldName.STANDFIRST]


def test_the_first_part_of_a_text_in_an_element_of_its_own_is_kept() -> None:
    intro = f"<div class='itemIntroText'><p>{TEXT[0]}</p></div>"
    full = "".join(f"<p>{text}</p>" for text in (*TEXT[1:], *TEXT[1:]))
    head = (
        f"<div class='itemHeader'><span>نشر بتاريخ : الثلاثاء, 08 شباط/فبراير 2022 17:42</span><h2>{TITLE}</h2></div>"
    )
    body = f"<div class='itemBody'>{intro}<div class='itemFullText'>{full}</div><div>قراءة <b>1874</b> مرات</div></div>"
    record = read(f"<div><div class='itemView'>{head}{body}</div></div>")
    assert texts(record)[:3] == list(TEXT)


def test_the_day_behind_the_crumbs_is_that_of_publication() -> None:
    crumbs = "<li>الرئيسية</li><li>اقتصاد</li><li>تاريخ النشر: 12/04/2022 11:05 ص</li>"
    record = read(f"<div><ol class='breadcrumb'>{crumbs}</ol><h2>{TITLE}</h2><div>{paragraphs()}</div></div>")
    assert [claim.value for claim in record.claims if claim.name is FieldName.PUBLISHED] == ["12/04/2022 11:05 ص"]
    assert texts(record) == list(TEXT)


@pytest.mark.parametrize("headline", ["مكتبة البيت", TITLE])
def test_the_host_behind_a_low_line_is_no_part_of_the_title(headline: str) -> None:
    record = read(f"<div><h1>{headline}</h1><div>{paragraphs()}</div></div>", title=f"{headline}_Arabic.news.example")
    assert title_of(record) == headline


def mobile_page(*lines: str) -> str:
    head = "".join(f"<div class='st'><b>{line}</b></div>" for line in lines)
    return f"<div class='hd'><a href='/m/'>الأصيل</a></div>{head}<div class='bd'>{BROKEN}</div>"


@pytest.mark.parametrize("title", ["الأصيل - موبايل", "جريدة الأصيل"])
def test_the_only_bold_line_above_the_text_is_the_headline(title: str) -> None:
    record = read(mobile_page(TITLE), title=title)
    assert title_of(record) == TITLE
    assert texts(record) == list(TEXT)


def test_two_bold_lines_above_the_text_are_no_headline() -> None:
    assert title_of(read(mobile_page(OTHERS[0], OTHERS[1]), title="الأصيل - موبايل")) not in OTHERS


def test_a_bold_line_below_the_first_paragraph_is_no_headline() -> None:
    page = f"<div class='bd'>{TEXT[0]}<p><b>{OTHERS[0]}</b></p>{BROKEN}</div>"
    assert title_of(read(page, title="الأصيل - موبايل")) != OTHERS[0]


@pytest.mark.parametrize("named", ["class='articleHeadline Head'", "id='ctl00_Main_lblTitle' class='title'"])
def test_the_line_that_calls_itself_the_headline_comes_before_titles_of_boxes(named: str) -> None:
    boxes = "<span class='c_title'>الطقس اليوم</span><p>صحو</p><span class='c_title'>القائمة البريدية</span>"
    body = f"<table><tr><td>{boxes}</td><td><div {named}>{TITLE}</div>{paragraphs()}</td></tr></table>"
    record = read(body, title="شبكة الأصيل > أخبار المحافظات > عرض الخبر")
    assert (title_of(record), texts(record)) == (TITLE, list(TEXT))


def test_what_a_line_counts_behind_bars_does_not_hide_its_day() -> None:
    line = "ينشر بواسطة: مدير الموقع الأحد 9 شباط 2014 10:47 ص | التعليقات (0) | عدد القراءات: 1284"
    record = read(f"<div><h1>{TITLE}</h1><div>{line}</div>{paragraphs()}</div>")
    days = [claim.value for claim in record.claims if claim.name is FieldName.PUBLISHED]
    assert days == ["الأحد 9 شباط 2014 10:47 ص"]


@pytest.mark.parametrize(
    "tools",
    [
        "<a href='/p'>طباعة</a> | <a href='/s'>أرسل لصديق</a> | <a href='#c'>أضف تعليقا</a>",
        "<a href='javascript:history.back()'>عودة</a> | <a href='javascript:print()'>طباعة</a>",
        "<a href='/e'>E-mail this story</a> | <a href='/p'>Printer-friendly</a> | <a href='/t'>Discuss (14)</a>",
    ],
)
def test_a_line_of_tools_in_a_cell_is_no_text(tools: str) -> None:
    rows = f"<tr><td><h1>{TITLE}</h1></td></tr><tr><td>{tools}</td></tr><tr><td>{paragraphs()}</td></tr>"
    assert texts(read(f"<table>{rows}<tr><td>{tools}</td></tr></table>")) == list(TEXT)


def test_a_word_or_two_beside_the_paper_s_name_give_way_to_the_line_in_the_largest_type() -> None:
    body = old_page(f"<font size=5>{TITLE}</font>")
    assert title_of(read(body, title="جريدة النهر - خبر قديم")) == TITLE
    assert "تهنئة وطنية" in title_of(read(old_page("<b>تهنئة وطنية</b>"), title="جريدة النهر - تهنئة وطنية"))


def test_a_part_of_the_title_in_the_head_of_the_article_s_table_comes_before_its_day() -> None:
    rows = (
        f"<tr><td class='artHeader'><span>{TITLE}</span></td></tr><tr><td>محلي <span>09/11/2018</span></td></tr>"
        f"<tr><td>{paragraphs()}</td></tr>"
    )
    record = read(f"<table>{rows}</table>", title=f"وكالة أنباء الميناء (ونم) : {TITLE} - محلي - 09/11/2018")
    assert title_of(record) == TITLE
    assert [claim.value for claim in record.claims if claim.name is FieldName.PUBLISHED] == ["09/11/2018"]
