"""What Arabic papers' systems put into their pages: names of outlets as authors, users in Latin letters, notes of who
copied a text, captions that repeat the headline."""

from __future__ import annotations

import json

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.openings import read_writer_from
from generator.ingest.readers.pages.bylines import names_in, names_of_line
from generator.ingest.readers.pages.sites import Site
from generator.model.source import BlockKind, FieldName, Record
from tests.unit.ingest.test_trimming import TEXT, TITLE, paragraphs, read, texts


def claims(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


def article(above: str = "", within: str = "", *, head: str = "", title: str = TITLE) -> Record:
    first, *rest = (f"<p>{text}</p>" for text in TEXT)
    body = f"<article><h1>{TITLE}</h1>{above}<div class='entry-content'>{first}{within}{''.join(rest)}</div></article>"
    return read(body, head=head, title=title)


def json_ld(author: str) -> str:
    facts = {"@type": "NewsArticle", "headline": TITLE, "author": {"@type": "Person", "name": author}}
    return f'<script type="application/ld+json">{json.dumps(facts)}</script>'


@pytest.mark.parametrize("name", ["أخبار الوادي", "جبال السلط الاخباري", "المرفأ الإخبارية"])
def test_an_outlet_that_is_entered_as_a_person_is_no_author(name: str) -> None:
    assert claims(article(head=json_ld(name)), FieldName.AUTHOR) == []


def test_a_page_s_own_site_is_its_source_though_it_calls_itself_the_author() -> None:
    record = article(head='<meta name="author" content="جبال السلط الاخباري">', title=f"{TITLE} | جبال السلط الاخباري")
    assert claims(record, FieldName.SOURCE) == ["جبال السلط الاخباري"]


SHOWN = "<div class='post-author'><a href='/author/s'>سعيد الهلابي</a></div>"


@pytest.mark.parametrize("user", ["Jazira", "Said Alhalabi"])
def test_the_name_that_an_arabic_page_shows_stands_for_the_user_of_its_system(user: str) -> None:
    assert claims(article(SHOWN, head=json_ld(user)), FieldName.AUTHOR) == ["سعيد الهلابي"]
    assert claims(article(head=json_ld("Said Alhalabi")), FieldName.AUTHOR) == ["Said Alhalabi"]


def test_a_name_loses_the_outlet_before_it_and_the_desk_behind_it() -> None:
    site = Site((("Marfa - المرفأ جريدة إلكترونية", "meta:og:site_name"),), "marfa.example")
    assert list(names_in("المرفأ - رشيد بيجا", site)) == ["رشيد بيجا"]
    assert names_of_line("رنا الطويل/ ط.أ", site) == ("رنا الطويل",)


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        ("الخور - سلطان المهندي:", "سلطان المهندي"),
        ("القاهرة ـ ناهد إمام: اشتكى صيادون من تراجع الأسماك.", "ناهد إمام"),
        ("القاهرة - من أحمد سالم - قالت الوزارة إن الجسر جاهز.", "أحمد سالم"),
        ("القاهرة - رويترز: قالت الوزارة إن الجسر جاهز.", None),
        ("عمان - ملك الأردن: لن نقبل بأقل من ذلك.", None),
        ("أحمد سالم - محمد علي: حوار في المدينة.", None),
        ("صيدا – المدينة القديمة: بيوت من حجر.", None),
    ],
)
def test_the_writer_in_the_place_of_an_agency(text: str, writer: str | None) -> None:
    assert read_writer_from(text) == writer


def test_a_first_paragraph_that_names_its_writer_stays_whole() -> None:
    lead = f"القاهرة ـ ناهد إمام: {TEXT[0]}"
    record = read(
        f"<article><h1>{TITLE}</h1><div class='entry-content'>{paragraphs((lead, *TEXT[1:]))}</div></article>"
    )
    assert claims(record, FieldName.AUTHOR) == ["ناهد إمام"]
    assert texts(record) == [lead, *TEXT[1:]]


def test_whoever_speaks_in_the_text_did_not_write_it() -> None:
    lead = f"بيروت – نبيل سالم: {TEXT[0]}"
    told = (lead, f"{TEXT[1]} وكان نبيل سالم قد وعد بذلك.", TEXT[2])
    record = read(f"<article><h1>{TITLE}</h1><div class='entry-content'>{paragraphs(told)}</div></article>")
    assert claims(record, FieldName.AUTHOR) == []


@pytest.mark.parametrize(
    ("line", "is_of_page"),
    [
        (
            "ملحوظة: مضمون هذا الخبر كتبه موقع الوادي ولا يعبر عن وجهة نظر المرفأ اليوم، وإنما نقل بمحتواه كما هو ونحن "
            "غير مسئولين عنه والعهدة على المصدر السابق ذكره.",
            True,
        ),
        ("تنويه هام: هذا الخبر تم نشره آليا دون تدخل من المحررين.", True),
        ("تنبيه: هذا الخبر غير صحيح، وقال مسؤول في البلدية إنها لم تغلق السوق.", False),
        ("ملاحظة: نص الخبر الذي نقلته الصحف يعبر عن قلق التجار.", False),
        ("تابع جديد المرفأ اليوم على التليجرام", True),
        ("تابع جديد القضية أمام المحكمة", False),
    ],
)
def test_notes_of_pages_that_copy_articles(line: str, is_of_page: bool) -> None:
    assert is_boilerplate(line) is is_of_page


def figures(record: Record) -> list[str]:
    return [block.text for block in record.blocks if block.kind is BlockKind.FIGURE]


def test_a_caption_that_is_the_headline_again_is_none() -> None:
    figure = (
        "<figure class='featured'><img src='https://marfa.example/suq.jpg'><p class='wp-caption-text'>{}</p></figure>"
    )
    record = article(within=figure.format(f"\n  {TITLE}\n"))
    assert [TITLE in text for text in figures(record)] == [False]
    assert TITLE in record.removed
    assert figures(article(within=figure.format("السقف الخشبي بعد ترميمه"))) == ["السقف الخشبي بعد ترميمه"]


def test_the_box_of_a_picture_that_opens_elsewhere_holds_its_caption() -> None:
    said = "السقف الخشبي للسوق بعد ترميمه"
    box = f"<div class='{{}}'><a class='overlay' href='/o'><img src='https://marfa.example/suq.jpg'></a><p>{said}</p></div>"
    assert figures(article(within=box.format("picBox full"))) == [said]
    assert said not in figures(article(within=box.format("story")))


def test_the_offer_of_notifications_is_no_text() -> None:
    offer = "<div class='push_notification single_post'><p>احصل على التحديثات مباشرة على جهازك، اشترك الآن.</p></div>"
    body = f"<article><h1>{TITLE}</h1><div class='entry-content'>{paragraphs()}{offer}</div></article>"
    assert texts(read(body)) == list(TEXT)


def test_the_section_is_the_crumb_that_the_title_names() -> None:
    crumbs = "<div class='breadcrumbs'><a href='/m'>منوعات</a><span>|</span><a href='/y'>اليمن</a></div>"
    body = f"{crumbs}<article><h1>{TITLE}</h1>{paragraphs()}</article>"
    assert claims(read(body, title=f"{TITLE} | منوعات | المرفأ"), FieldName.SECTION) == ["منوعات"]
    assert claims(read(body, title=f"{TITLE} | المرفأ"), FieldName.SECTION) == ["اليمن"]


def test_the_subjects_in_a_list_of_facts_are_tags() -> None:
    facts = (
        "<ul><li><strong>تاريخ </strong>05.05.2014</li><li><strong>الكاتب </strong>رنا الطويل</li>"
        "<li><strong>مواضيع </strong><a href='/t1'>الأسواق</a>, <a href='/t2'>الترميم</a></li></ul>"
    )
    words = "<ul><li><strong>مواضيع </strong><a href='/t1'>الأسواق</a></li><li>نص عادي</li><li>نص آخر</li></ul>"
    assert claims(read(f"<article><h1>{TITLE}</h1>{paragraphs()}</article>{facts}"), FieldName.KEYWORD) == [
        "الأسواق",
        "الترميم",
    ]
    assert claims(read(f"<article><h1>{TITLE}</h1>{paragraphs()}</article>{words}"), FieldName.KEYWORD) == []


def test_the_name_that_a_page_shows_as_its_site_s() -> None:
    brand = "<header><a href='/'><span class='site-title'>المرفأ اليوم</span></a></header>"
    record = read(f"{brand}<article><h1>{TITLE}</h1>{paragraphs()}</article>")
    assert claims(record, FieldName.SOURCE) == ["المرفأ اليوم"]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("دبي - العربية.نت", []),
        ("عمّان – سامي الحسن", ["سامي الحسن"]),
        ("النهر أونلاين", []),
        ("سامي الحسن - محمد علي", ["سامي الحسن - محمد علي"]),
    ],
)
def test_a_field_of_the_author_that_begins_with_a_place(author: str, names: list[str]) -> None:
    assert list(names_in(author, Site((), "marfa.example"))) == names


def test_the_writer_of_an_opinion_stands_before_his_headline_too() -> None:
    title = f"سامي الحسن: {TITLE}"
    opinion = f"<article><h1>{title}</h1><p>سامي الحسن</p>{paragraphs()}</article>"
    assert claims(read(opinion, title=title), FieldName.AUTHOR) == ["سامي الحسن"]
    speech = (
        f"<article><h1>{title}</h1><p>سامي الحسن</p>{paragraphs((f'وعد سامي الحسن بذلك. {TEXT[0]}', *TEXT))}</article>"
    )
    assert claims(read(speech, title=title), FieldName.AUTHOR) == []


@pytest.mark.parametrize(("day", "names"), [("5 مايو 2023", ["سامي الحسن"]), ("قراءة دقيقتين", [])])
def test_a_name_behind_a_place_beside_the_day(day: str, names: list[str]) -> None:
    facts = f"<ul><li>دبي: سامي الحسن</li><li>{day}</li></ul>"
    assert claims(article(facts), FieldName.AUTHOR) == names


def test_the_title_of_all_pages_of_a_paper_is_its_name() -> None:
    head = '<meta name="description" content="جريدة المرفأ الساحلية">'
    body = f"<div class='title-left'><h3><a href='#'><strong>{TITLE}</strong></a></h3></div><div>{paragraphs()}</div>"
    record = read(body, head=head, title="المرفأ الساحلية")
    assert claims(record, FieldName.TITLE) == [TITLE]
    assert claims(record, FieldName.SOURCE) == ["المرفأ الساحلية"]


def test_a_row_of_facts_is_no_menu_though_it_has_the_class_of_one() -> None:
    facts = "<ul class='nav nav-pills'><li>{}</li><li>21-03-2023, 10:45</li></ul>"
    assert "21-03-2023, 10:45" in claims(article(facts.format("محلي")), FieldName.PUBLISHED)
    assert claims(article(facts.format("<a href='/m'>محلي</a>")), FieldName.PUBLISHED) == []


@pytest.mark.parametrize(
    ("said", "days"), [("2016/05/22 10:48 م", 1), ("المرفأ في 22 مايو 2016", 0), ("22/05/2016", 0)]
)
def test_a_day_with_its_hour_is_no_caption(said: str, days: int) -> None:
    assert len(claims(article(f"<div class='item-caption'><span>{said}</span></div>"), FieldName.PUBLISHED)) == days


def test_readers_are_asked_for_corrections() -> None:
    assert is_boilerplate("إذا كنت تعتقد/تعتقدين أن المقال ينتهك أيًا من المعايير المهنية قدم/قدمي شكوى")
