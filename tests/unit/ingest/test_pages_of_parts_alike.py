"""Texts that page builders put together of elements alike; what stands between headline and text; whose names count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.ingest.saved.alike import keep_alike
from generator.ingest.saved.segments import read_segments
from generator.model.source import FieldName, Record, SourceDocument

TITLE = "أهالي القرية يعيدون بناء مئتي مدرج زراعي"
PARAGRAPHS = (
    "أعاد أربعة وثمانون مزارعا بناء جدران مئتي مدرج زراعي هجرت قبل أربعين عاما، وزرعوا فيها اللوز والعنب والرمان.",
    "واشترط المزارعون أن تبنى الجدران بالحجر الجاف كما كان آباؤهم يفعلون، لأن الأسمنت يحبس ماء السيل خلف الجدار.",
    "ويعتمد العمل على أن يجتمع أهل القرية كلهم على مدرج واحد حتى يكتمل، ويتولى صاحب المدرج طعام اليوم كله.",
    "وتبحث أمانة المنطقة فتح مسار للمشاة بين القرى يمر بالمدرجات، على أن لا تدخله السيارات في أي يوم.",
)
POINTS = ("بناء سبعة كيلومترات من الجدران", "غرس ثلاثة آلاف شجرة لوز")


def read(body: str) -> Record:
    page = f'<!DOCTYPE html><html dir="rtl" lang="ar"><head><title>{TITLE}</title></head><body>{body}</body></html>'
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/p.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def built(*parts: tuple[str, str], before: str = "", after: str = "") -> Record:
    """A page whose text is put together of elements, each with its kind and what it holds."""
    inner = "".join(f'<div class="part part-{kind}"><div>{held}</div></div>' for kind, held in parts)
    return read(f'<div class="story"><h1>{TITLE}</h1>{before}<div class="parts">{inner}</div></div>{after}')


def texts(record: Record) -> list[str]:
    return [block.text for block in record.blocks]


def text_of(number: int) -> tuple[str, str]:
    return "text", f"<p>{PARAGRAPHS[number]}</p>"


LIST = f"<h3>أبرز ما أنجز</h3><ul>{''.join(f'<li>{each}</li>' for each in POINTS)}</ul>"
NOTICE = "أعلنت الوزارة موعد المسابقة السنوية لأجمل المدرجات في المناطق كلها، وهي مسابقة مفتوحة لكل أهالي القرى."


def kept_of(*parts: tuple[str, str], chosen: str = "".join(PARAGRAPHS)) -> list[str]:
    """What is kept of elements alike, where the paragraphs in `chosen` were."""
    inner = "".join(f'<div class="part part-{kind}"><div>{held}</div></div>' for kind, held in parts)
    root = html.fromstring(f'<div class="parts">{inner}</div>')
    segments = read_segments(root)
    for segment in segments:
        segment.kept = segment.text != "" and segment.text in chosen
    keep_alike(segments, root, frozenset())
    return [segment.text for segment in segments if segment.kept and segment.text not in PARAGRAPHS]


def test_a_list_in_an_element_of_its_own_between_others() -> None:
    kept = kept_of(text_of(0), text_of(1), ("summary", LIST), text_of(2))
    assert kept == ["أبرز ما أنجز", *POINTS]


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("related", f"<p>{NOTICE}</p>"),
        ("newsletter", f"<p>{NOTICE}</p>"),
        (
            "links",
            '<ul><li><a href="/1">موعد مسابقة المدرجات</a></li><li><a href="/2">سعر اللوز</a></li></ul>',
        ),
        ("linking", f'<p>{NOTICE} <a href="/1">المزيد عن المسابقة</a></p>'),
        ("box", f"<h3>اقرأ أيضا</h3><p>{NOTICE}</p>"),
        ("picture", f'<figure><img src="/a.jpg"><figcaption>{NOTICE}</figcaption></figure>'),
        ("slogan", "<p>كل المدرجات في مكان واحد</p>"),
    ],
)
def test_what_is_by_its_form_no_part_of_a_text(kind: str, held: str) -> None:
    assert not kept_of(text_of(0), text_of(1), (kind, held), text_of(2), text_of(3))


def entry(number: int) -> str:
    share = '<div class="share"><a href="#">شارك</a><a href="#">انسخ الرابط</a></div>'
    return f"<p>{PARAGRAPHS[number]}</p>{share}"


def test_the_first_entry_of_a_live_blog() -> None:
    entries = [("entry", entry(at)) for at in range(3)]
    assert kept_of(*entries, ("entry", f"<p>{NOTICE}</p>")) == [NOTICE]


@pytest.mark.parametrize(
    "last",
    [("entry", "<h2>ادرس الزراعة</h2><p>تعرف على برامج كليتنا.</p>"), ("other", f"<p>{NOTICE}</p>")],
    ids=["short", "of-another-name"],
)
def test_what_follows_elements_alike_and_is_none_of_them(last: tuple[str, str]) -> None:
    assert not kept_of(*(("entry", entry(at)) for at in range(4)), last)


def test_an_element_below_two_others_may_be_of_something_else() -> None:
    assert not kept_of(("entry", entry(0)), ("entry", entry(1)), ("entry", f"<p>{NOTICE}</p>"))


@pytest.mark.parametrize("line", ["سكاي نيوز - أبوظبي 3 فبراير 2025 - 05:40 بتوقيت أبوظبي", "4.9 من 12 صوتا"])
def test_a_line_right_below_the_headline_is_no_text(line: str) -> None:
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    record = read(f'<div class="x1"><h1>{TITLE}</h1><div class="x2">{line}</div>{body}</div>')
    assert texts(record) == list(PARAGRAPHS)


def authors(record: Record) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR]


CARDS = "".join(
    f'<div class="row"><div class="item-title"><a href="/{at}">عنوان خبر آخر من أخبار اليوم</a></div>'
    f'<div class="item-author">{name}</div></div>'
    for at, name in enumerate(("نبيل قاسم", "هالة منصور"))
)


def test_the_writers_of_other_articles_have_not_written_this_one() -> None:
    line = '<ul class="entry-author"><li>الباحة: <a href="/author/k">خالد الغامدي</a></li></ul>'
    record = built(*map(text_of, range(4)), before=line, after=f'<div class="block">{CARDS}</div>')
    assert authors(record) == ["خالد الغامدي"]


def test_what_a_writer_is_stands_behind_the_link_with_the_name() -> None:
    box = '<div class="author-teaser"><a href="/a/s">سيمون براتشي</a><p>صحفي مقيم في برن منذ عام 2009.</p></div>'
    assert authors(built(*map(text_of, range(4)), before=box)) == ["سيمون براتشي"]


def test_a_writer_whom_the_page_names_comes_before_who_has_edited_the_text(press: Any) -> None:
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    page = f'<h1>{TITLE}</h1><div class="author">سيمون براتشي</div><div>{body}<p>تحرير: مي المهدي</p></div>'
    press.put(
        "a.html", f'<html lang="ar"><head><title>{TITLE}</title></head><body><article>{page}</article></body></html>'
    )
    assert press.one().authors == ("سيمون براتشي",)


def test_a_gallery_of_which_only_the_heading_is_left() -> None:
    head, kept = "بالصور.. يوم في المدرجات", "موسم التعاون"
    gallery = f'<div class="body__gallery"><h2>{head}</h2><button>افتح</button></div>'
    first, second, third, fourth = (f"<p>{each}</p>" for each in PARAGRAPHS)
    record = read(f"<article><h1>{TITLE}</h1>{first}{second}<h2>{kept}</h2>{third}{gallery}{fourth}</article>")
    assert kept in texts(record)
    assert head not in texts(record)


def test_an_offer_to_republish_is_no_text() -> None:
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    offer = '<div class="group republish"><h3>أعد نشر هذا التقرير</h3><p>تقاريرنا متاحة للنشر برخصة مفتوحة.</p></div>'
    record = read(f'<article><h1>{TITLE}</h1><div class="entry-content">{body}{offer}</div></article>')
    assert texts(record) == list(PARAGRAPHS)
