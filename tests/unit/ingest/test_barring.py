"""Parts of a page that by their form are none of its article, whatever was chosen as its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, FieldName, Record, SourceDocument

TITLE = "الجامعة تفتتح مرصدا لقياس جودة الهواء في المدينة"
TEXT = (
    "افتتحت الجامعة صباح الأربعاء مرصدا يقيس جودة الهواء في أحياء المدينة كلها، وينشر نتائجه على الإنترنت كل ساعة.",
    "وقال مدير المرصد إن الأجهزة وزعت على ثلاثين موقعا، وإن معظمها وضع فوق المدارس والمستشفيات العامة.",
    "ومن المقرر أن تصدر الجامعة تقريرا فصليا يقارن بين الأحياء ويقترح حلولا للازدحام في ساعات الصباح.",
)
OTHER_TITLE = "سباق القوارب ينطلق غدا بمشاركة أربعين فريقا"
OTHER = (
    "ينطلق صباح غد سباق القوارب الشراعية من المرفأ القديم بمشاركة أربعين فريقا جاء نصفها من خارج البلاد للمرة الأولى.",
    "ويمتد السباق ثلاثة أيام، ويقطع المشاركون فيه مسافة مئة وعشرين ميلا بحريا على مقربة من الساحل الشمالي.",
    "ويتوقع المنظمون رياحا خفيفة في اليوم الأول، ثم رياحا نشطة قد تؤخر وصول القوارب الصغيرة إلى المرفأ.",
    "وتوزع الجوائز مساء السبت في حفل يقام على الرصيف الكبير بحضور عائلات المتسابقين وأهالي المدينة.",
)


def read(body: str, *, title: str = TITLE) -> Record:
    source = f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title></head><body>{body}'
    document = SourceDocument.of(Path("content/sources/page.html"), f"{source}</body></html>".encode(), "0" * 64)
    (record,) = read_saved_page(document)
    assert isinstance(record, Record)
    return record


def texts(record: Record) -> list[str]:
    return [block.text for block in record.blocks if block.kind is not BlockKind.FIGURE]


def paragraphs(words: tuple[str, ...] = TEXT) -> str:
    return "".join(f"<p>{text}</p>" for text in words)


@pytest.mark.parametrize(
    "frame",
    [
        "<article><h1>{0}</h1><div>{1}</div></article>",
        "<div class='single p{2}'><h1>{0}</h1><div class='t'>{1}</div></div>",
    ],
    ids=["article", "class"],
)
def test_the_next_article_that_the_page_loads_is_not_taken_for_its_own(frame: str) -> None:
    first = frame.format(TITLE, paragraphs(), 1)
    second = frame.format(OTHER_TITLE, paragraphs(OTHER * 3), 2)
    record = read(f"<main>{first}<div>المقال التالي</div>{second}</main>")
    assert next(claim.value for claim in record.claims if claim.name is FieldName.TITLE) == TITLE
    assert texts(record) == list(TEXT)


def test_headings_of_the_first_rank_within_one_text_are_headings() -> None:
    body = f"<div class='t'><p>{TEXT[0]}</p><h1>كيف يعمل المرصد؟</h1>{paragraphs(TEXT[1:])}</div>"
    record = read(f"<article><header><h1>{TITLE}</h1></header>{body}</article>")
    assert texts(record) == [TEXT[0], "كيف يعمل المرصد؟", *TEXT[1:]]


def test_a_dialog_about_cookies_is_no_text_but_an_article_in_a_dialog_is() -> None:
    dialog = f"<div role='dialog'><h2>نحن نهتم بخصوصيتك</h2><p>{OTHER[0]}</p></div>"
    assert texts(read(f"{dialog}<div><h1>{TITLE}</h1><div>{paragraphs()}</div></div>")) == list(TEXT)
    assert texts(read(f"<div role='dialog'><h1>{TITLE}</h1><div>{paragraphs()}</div></div>")) == list(TEXT)


def test_a_form_goes_with_the_line_beside_it_and_leaves_the_text() -> None:
    words = "<h4>انضموا إلينا</h4><p>نرسل إليكم كل أسبوع أبرز ما نشرناه.</p>"
    form = f"<div>{words}<form><input><button>نعم</button></form></div>"
    body = f"{paragraphs(TEXT[:1])}{form}{paragraphs(TEXT[1:])}"
    assert texts(read(f"<div><h1>{TITLE}</h1><div class='t'>{body}</div></div>")) == list(TEXT)
    short = f"<div><h1>{TITLE}</h1><div class='t'>{paragraphs(TEXT[:2])}<form><input></form></div></div>"
    assert texts(read(short)) == list(TEXT[:2])


def test_a_table_of_contents_is_no_text_but_a_list_of_links_elsewhere_may_be() -> None:
    places = "<div><p>محتويات</p><ul><li><a href='#a'>المواقع</a></li><li><a href='#b'>التقرير</a></li></ul></div>"
    start = f"<div><h1>{TITLE}</h1><div class='entry-content'><p>{TEXT[0]}</p>"
    assert texts(read(f"{start}{places}{paragraphs(TEXT[1:])}</div></div>")) == list(TEXT)
    items = "<ul><li>ثلاثون موقعا</li><li>تقرير كل <a href='/q'>فصل</a></li></ul>"
    assert "ثلاثون موقعا" in texts(read(f"{start}{items}{paragraphs(TEXT[1:])}</div></div>"))


def test_a_copy_of_the_text_for_machines_is_not_read_beside_the_text() -> None:
    copy = f"<div itemprop='articleBody'>{' '.join(TEXT)}</div>"
    shown = "".join(f"<div class='b'><div class='x'>{text}</div></div>" for text in TEXT)
    assert texts(read(f"<div><h1>{TITLE}</h1>{copy}<div class='y'>{shown}</div></div>")) == list(TEXT)


def test_an_outlets_name_is_no_title_where_a_heading_says_it() -> None:
    record = read(f"<div><h1>{TITLE}</h1><div>{paragraphs()}</div></div>", title="وكالة الأنباء الوطنية")
    assert next(claim.value for claim in record.claims if claim.name is FieldName.TITLE) == TITLE


def test_a_copy_for_other_screens_is_not_read_twice() -> None:
    copies = "".join(f"<div class='{name}'><{head}>{TITLE}</{head}><div class='post_content'>{paragraphs()}</div></div>"
                     for name, head in (("mob", "h2"), ("desk", "h1")))  # fmt: skip
    assert texts(read(copies)) == list(TEXT)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='poll-embed'><h3>كيف هواء حيك؟</h3><label><input type='radio'>جيد</label><button>صوت</button>"
        "<p>شارك 412 قارئا</p></div>",
        "<div class='feedback'><h2>هل أفادتك هذه الصفحة؟</h2><button>نعم</button><button>لا</button></div>",
    ],
)
def test_a_poll_between_paragraphs_is_none_of_the_text(box: str) -> None:
    assert texts(
        read(f"<article><h1>{TITLE}</h1><div>{paragraphs(TEXT[:2])}{box}<p>{TEXT[2]}</p></div></article>")
    ) == [*TEXT]


def test_a_short_text_beside_a_poll_stays() -> None:
    box = "<div class='poll'><label><input type='radio'>نعم</label><button>صوت</button></div>"
    assert texts(read(f"<div><h1>{TITLE}</h1><div><p>{TEXT[0]}</p>{box}</div></div>")) == [TEXT[0]]


def test_what_polls_found_is_text() -> None:
    table = "<div class='poll-results'><h3>نتائج الاستطلاع</h3><p>قال 61 في المئة إن الهواء أسوأ مما كان.</p></div>"
    record = read(f"<article><h1>{TITLE}</h1><div>{paragraphs(TEXT[:2])}{table}<p>{TEXT[2]}</p></div></article>")
    assert "نتائج الاستطلاع" in texts(record)
