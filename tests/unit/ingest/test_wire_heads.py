"""How Arab agencies and papers set the place, the day and themselves at the head and the foot of what they send."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ingest.dissect import dissect
from generator.ingest.dissect.datelines import Dateline, read_dateline, read_dateline_alone
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, Mark, ends_sentence, ends_with_stop
from generator.ingest.dissect.outlet_names import OUTLETS
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.ingest.dissect.wire_lines import read_wire_line
from generator.model.article import Sureness
from generator.model.publisher import Label
from tests.unit.ingest.test_glued_text import COPPER, FERRY, KNOWN, LIBRARY, READING, bodies, take_apart, titles

PASTED = Known(is_pasted=True, outlets=OUTLETS)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("الكويت - 9 - 1 (كونا) -- توجهت قافلة", Dateline("الكويت", "كونا", "9-1")),
        ("القاهرة - 12 يناير - أ ش أ: افتتح الوزير", Dateline("القاهرة", "أ ش أ", "12 يناير")),
        ("الرباط – 05 أكتوبر 2021 (ومع) بلغت الصادرات", Dateline("الرباط", "ومع", "05 أكتوبر 2021")),
        ("عمان 9 كانون الثاني (بترا)-- قالت الوزارة", Dateline("عمان", "بترا", "9 كانون الثاني")),
        ("الدوحة في 9 جمادى الأولى 1440 هـ /قنا/ بحث", Dateline("الدوحة", "قنا", "9 جمادى الأولى 1440 هـ")),
        ("وهران في 4 ماي 2024 (واج) افتتح الوالي", Dateline("وهران", "واج", "4 ماي 2024")),
        ("DOHA, May 4, 2024 (QNA) The harbour", Dateline("DOHA", "QNA", "May 4, 2024")),
        ("بغداد - 3 قتلى (حصيلة أولية) في انفجار", Dateline("بغداد")),
        ("قال الوزير - 12 عاماً - إنه لا يعود", None),
    ],
)
def test_the_day_stands_between_the_place_and_the_agency(opening: str, expected: Dateline | None) -> None:
    assert read_dateline(opening) == expected


def test_a_person_behind_an_outlet_is_no_place() -> None:
    assert read_dateline_alone("رويترز: مارتن هولدر") is None
    assert read_dateline_alone("متابعة - الراية :") is None
    assert read_dateline_alone("رويترز - لندن") == Dateline("لندن", "رويترز")


@pytest.mark.parametrize("line", ["وات / م ع", "/العمانية/ خ س", "م ح/ر ق", "وفا - ر ح"])
def test_initials_beside_an_agency_are_the_desks(line: str) -> None:
    assert is_initials(line)


@pytest.mark.parametrize("line", ["كان ا ب", "قال / هـ", "القاهرة / رويترز"])
def test_words_beside_letters_are_none(line: str) -> None:
    assert not is_initials(line)


def test_place_agency_and_person_on_one_line_are_read() -> None:
    found = read_unlabelled("بغداد – واع – نصار الحاج", PASTED)
    assert [(one.label, one.value) for one in found] == [
        (Label.DATELINE, "بغداد"),
        (Label.SOURCE, "واع"),
        (Label.AUTHOR, "نصار الحاج"),
    ]
    assert found[-1].sure is Sureness.DOUBTFUL
    assert read_unlabelled("بغداد – واع – متابعة أمنية", PASTED) == ()


def test_an_outlet_beside_what_credits_nobody_is_the_source() -> None:
    for line, outlet in (("متابعة - الراية :", "الراية"), ("الجزيرة - وكالات", "الجزيرة"), ("--(بترا)", "بترا")):
        assert [one.value for one in read_unlabelled(line, PASTED) if one.label is Label.SOURCE] == [outlet]


def test_the_desk_before_a_headline_is_its_kicker() -> None:
    found = take_apart(f"اقتصادي / {COPPER[0]}", *COPPER[1:])
    assert (found.drafts[0].kicker, found.drafts[0].title) == ("اقتصادي", COPPER[0])


def test_an_outlet_with_a_person_below_each_headline_is_source_and_author() -> None:
    heads = (("لوموند", "إيلين غارنييه"), ("دير شبيغل", "كارل فينتر"), ("الغارديان", "مارتن هولدر"))
    lines = [
        line
        for (outlet, person), (title, *text) in zip(heads, (FERRY, COPPER, LIBRARY), strict=True)
        for line in ("", title, f"{outlet}: {person}", "ترجمة: سعاد الخياط", "15/8/2022", *text)
    ]
    found = take_apart("مختارات من الصحافة", "وحدة الترجمة", "17/8/2022", *lines)
    assert [(draft.source, draft.authors) for draft in found.drafts] == [(outlet, (who,)) for outlet, who in heads]
    assert titles(found) == [FERRY[0], COPPER[0], LIBRARY[0]]
    assert [draft.date and draft.date.iso for draft in found.drafts] == ["2022-08-15"] * 3


def test_a_question_below_a_headline_is_text() -> None:
    found = take_apart("ما سبب الخدر في اليد؟", "السؤال: أشعر بخدر في يدي منذ شهرين، فما السبب؟", *FERRY[1:])
    assert bodies(found)[0][0].startswith("السؤال")


def test_what_telegram_copies_above_each_post_gives_its_day() -> None:
    posts = [
        line
        for at, (title, *text) in enumerate((FERRY, COPPER, LIBRARY), 5)
        for line in ("", f"أخبار الوادي, [0{at}.03.2022 09:14]", title, *text)
    ]
    found = take_apart(*posts[1:])
    assert titles(found) == [FERRY[0], COPPER[0], LIBRARY[0]]
    days = [draft.date and draft.date.iso[:10] for draft in found.drafts]
    assert days == ["2022-03-05", "2022-03-06", "2022-03-07"]


def test_a_rubric_above_each_headline_is_its_kicker() -> None:
    rubrics = ("محليات", "محليات", "ثقافة")
    items = zip(rubrics, (FERRY, COPPER, LIBRARY), strict=True)
    lines = [line for rubric, (title, *text) in items for line in ("", rubric, title, "ليلى حدّاد – لندن", *text)]
    found = take_apart(*lines[1:])
    assert [(draft.kicker, draft.title) for draft in found.drafts] == [
        (rubric, title) for rubric, (title, *_) in zip(rubrics, (FERRY, COPPER, LIBRARY), strict=True)
    ]


def test_a_rubric_in_brackets_may_have_several_words() -> None:
    found = take_apart("[ شؤون نقابية ]", FERRY[0], *FERRY[1:])
    assert (found.drafts[0].kicker, found.drafts[0].title) == ("شؤون نقابية", FERRY[0])


def test_an_agency_opens_a_text_without_a_place_and_a_mark_ends_it() -> None:
    assert read_dateline("شفق نيوز/ أعلنت الوزارة إطلاق الرواتب") == Dateline(None, "شفق نيوز")
    assert read_dateline("وكالات/ أعلنت الوزارة إطلاق الرواتب") is None
    assert ends_sentence("أحيل صاحب المخزن إلى القضاء./انتهى")
    assert ends_with_stop("وقال ذلك. (النهاية)")
    assert not ends_sentence("الحرب التي لم تنته/انتهى")


def test_a_name_with_the_sign_of_the_others_below_its_title_is_its_author() -> None:
    names = ("ليلى حدّاد", "د. سامي نور", "ابتسام الكبيسي")
    texts = [
        line
        for name, (title, *text) in zip(names, (FERRY, COPPER, LIBRARY), strict=True)
        for line in ("", title, f"@{name}", *text)
    ]
    lines = []
    for at, text in enumerate(texts):
        line = Line.of(text.removeprefix("@"), at, Mark.START if text.startswith("@") else Mark.NONE)
        lines.extend([replace(line, after_blank=not texts[at - 1])] if text else [])
    assert [draft.authors for draft in dissect(lines, READING, KNOWN).drafts] == [(name,) for name in names]


def test_an_outlet_and_its_day_without_a_sign_close_each_column() -> None:
    foots = ("النهار 9 حزيران 2009", "السفير 10 حزيران 2009", "النهار 11 حزيران 2009")
    lines = [
        line
        for foot, (title, *text) in zip(foots, (FERRY, COPPER, LIBRARY), strict=True)
        for line in ("", " ".join(title.split()[:3]), *text, f"({foot})")
    ]
    found = take_apart(*lines[1:])
    assert [f"{draft.source} {draft.date_raw}" for draft in found.drafts] == list(foots)


def test_a_day_with_a_word_before_it_that_is_no_outlet_stays_a_day() -> None:
    for line in ("الثلاثاء 9 حزيران 2009", "اليوم 9 حزيران 2009"):
        assert {one.label for one in read_unlabelled(line, PASTED)} <= {Label.PUBLISHED}


def test_a_correspondent_stands_behind_the_outlets_colon() -> None:
    found = read_unlabelled("سبها - بوابة الوسط: رمضان الحسن", PASTED)
    assert [(one.label, one.value) for one in found] == [
        (Label.DATELINE, "سبها"),
        (Label.SOURCE, "بوابة الوسط"),
        (Label.AUTHOR, "رمضان الحسن"),
    ]
    assert read_unlabelled("الوزير - في حديث: لا نخاف أحداً", PASTED) == ()


def test_circled_numbers_count_the_articles() -> None:
    items = zip("❶❷❸", (FERRY, COPPER, LIBRARY), strict=True)
    found = take_apart(*[line for sign, (title, *text) in items for line in ("", f"{sign} {title}", *text)][1:])
    assert titles(found) == [FERRY[0], COPPER[0], LIBRARY[0]]


def test_the_invocation_above_a_statement_is_not_its_title() -> None:
    found = take_apart("بسم الله الرحمن الرحيم", *FERRY)
    assert (titles(found), found.drafts[0].removed) == ([FERRY[0]], ("بسم الله الرحمن الرحيم",))
    speech = take_apart(FERRY[0], "بسم الله الرحمن الرحيم", *FERRY[1:])
    assert "بسم الله الرحمن الرحيم" not in speech.drafts[0].removed


def test_one_sure_name_tells_of_others_that_begin_with_given_names_at_their_place() -> None:
    names = ("ميشال نوفل", "هدى الحسيني", "جهاد الزين")
    items = zip(names, (FERRY, COPPER, LIBRARY), strict=True)
    found = take_apart(*[line for name, (title, *text) in items for line in ("", title, name, *text)][1:])
    assert [draft.authors for draft in found.drafts] == [(name,) for name in names]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "أبها 25 شوال 1445 هـ الموافق 04 مايو 2024 م واس",
            Dateline("أبها", "واس", "25 شوال 1445 هـ الموافق 04 مايو 2024 م"),
        ),
        ("أبها (واس) 4 مايو 2024 م", Dateline("أبها", "واس", "4 مايو 2024 م")),
        ("الدوحة في 04 مايو /قنا/", Dateline("الدوحة", "قنا", "04 مايو")),
        ("تونس 4 ماي 2024 (وات)", Dateline("تونس", "وات", "4 ماي 2024")),
        ("عمّان، 4 أيار 2024 (بترا) --", Dateline("عمّان", "بترا", "4 أيار 2024")),
        ("طنجة 4-5-2024 ومع", Dateline("طنجة", "ومع", "4-5-2024")),
        ("Riyadh, May 4, 2024, SPA", Dateline("Riyadh", "SPA", "May 4, 2024")),
        ("MANAMA, May 4 (BNA):", Dateline("MANAMA", "BNA", "May 4")),
        ("سفينة ترسو في 4 مايو 2024 (صور)", None),
        ("لقطة من حفل 4 مايو (أ.ف.ب) في البلدة القديمة", None),
        ("وقّع الطرفان 4 اتفاقات", None),
        ("وكالات 4 مايو 2024", None),
    ],
)
def test_a_line_of_place_day_and_agency_alone(line: str, expected: Dateline | None) -> None:
    assert read_wire_line(line, PASTED) == expected


@pytest.mark.parametrize(
    "line", ["أبها 25 شوال 1445 هـ الموافق 04 مايو 2024 م واس", "أبها 4 مايو 2024 (واس)", "أبها في 4 مايو 2024 /واس/"]
)
def test_such_a_line_is_neither_standfirst_nor_caption(line: str) -> None:
    (draft,) = take_apart(FERRY[0], line, *FERRY[1:], known=PASTED).drafts
    assert (draft.dateline, draft.source, draft.description) == ("أبها", "واس", None)
    assert draft.date is not None
    assert draft.date.iso == "2024-05-04"
