"""Articles that people paste into one text without a word between them, and single ones that look like several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.ingest.dissect import Dissection, Known, Reading, dissect
from generator.ingest.dissect.lines import Line
from generator.model.source import Draft
from tests.unit.ingest.conftest import Press

READING = Reading(date(2026, 11, 1))
KNOWN = Known(places=frozenset({"لندن", "london"}))
FERRY = (
    "غرق عبّارة نيلية ونجاة ركابها قرب المنيا",
    "غرقت عبّارة صغيرة في النيل قرب المنيا بعدما اصطدمت بدعامة جسر، ونجا ركابها الاثنان والعشرون.",
    "وقال شاهد إن الصيادين أحاطوا بالركاب بزوارقهم خلال دقائق وسحبوا الأطفال أولاً.",
    "وأمرت النيابة بفحص تراخيص بقية العبّارات في المحافظة قبل حلول الموسم.",
)
COPPER = (
    "أسعار النحاس ترتفع في لندن إلى أعلى مستوى منذ عام",
    "ارتفعت أسعار النحاس في بورصة لندن إلى أعلى مستوى منذ عام بعد خفض الإنتاج في منجم كبير.",
    "ويتوقع محللون أن يستمر الضغط على المعروض حتى الربيع مع تراجع مخزونات المستودعات.",
    "وأغلق الألمنيوم على ارتفاع طفيف، بينما تراجع الزنك والرصاص.",
)
LIBRARY = (
    "مكتبة متنقلة تجوب قرى الأطلس بثلاثة آلاف كتاب",
    "انطلقت من بني ملال مكتبة متنقلة تجوب قرى الأطلس في حافلة قديمة جُهزت بثلاثة آلاف كتاب.",
    "وتتوقف الحافلة في كل قرية يوماً كاملاً، وتعير الكتب إلى موعد عودتها بعد شهر.",
    "وتمول المبادرة جمعيات محلية ومغتربون.",
)
REEF = (
    "Scientists map a fossil reef in the Red Sea",
    "Scientists have mapped a fossil reef in the Red Sea that is far older than any known in the basin.",
    "Drilling at four sites produced cores up to sixty metres long, which will be kept in Jeddah.",
)
ARTICLES = (FERRY, COPPER, LIBRARY)


def lines_of(*texts: str) -> list[Line]:
    """Pasted lines; an empty text is a blank line."""
    lines: list[Line] = []
    for number, text in enumerate(texts, start=1):
        if text:
            blank = number > 1 and not texts[number - 2]
            lines.append(replace(Line.of(text, number), after_blank=blank))
    return lines


def take_apart(*texts: str, known: Known = KNOWN) -> Dissection:
    """Dissect pasted lines; an empty text is a blank line."""
    return dissect(lines_of(*texts), READING, known)


def titles(found: Dissection) -> list[str]:
    return [draft.title for draft in found.drafts]


def bodies(found: Dissection) -> list[list[str]]:
    return [[block.text for block in draft.blocks] for draft in found.drafts]


def test_articles_follow_each_other_without_a_sign() -> None:
    found = take_apart(*FERRY, *COPPER, *LIBRARY)
    assert titles(found) == [each[0] for each in ARTICLES]
    assert bodies(found) == [list(each[1:]) for each in ARTICLES]


def test_each_has_its_own_day_below_its_title() -> None:
    days = ("12 مايو 2023", "13 مايو 2023", "14 مايو 2023")
    found = take_apart(*(line for each, day in zip(ARTICLES, days, strict=True) for line in (each[0], day, *each[1:])))
    assert titles(found) == [each[0] for each in ARTICLES]
    assert [str(draft.date.iso) for draft in found.drafts if draft.date] == ["2023-05-12", "2023-05-13", "2023-05-14"]


def test_outlet_and_day_below_each_title_are_its_own() -> None:
    found = take_apart(
        FERRY[0], "فرانس 24، 15 مايو 2023", *FERRY[1:], "", COPPER[0], "النهار - 16 مايو 2023", *COPPER[1:]
    )
    assert [draft.source for draft in found.drafts] == ["فرانس 24", "النهار"]
    assert [draft.date.iso for draft in found.drafts if draft.date] == ["2023-05-15", "2023-05-16"]


def test_facts_above_each_title_are_its_own() -> None:
    found = take_apart(
        "المصدر: صحيفة الرأي", "التاريخ: 17/9/2023", "الكاتب: هيثم المعايطة", *FERRY,
        "المصدر: صحيفة الغد", "التاريخ: 18/9/2023", *COPPER,
    )  # fmt: skip
    assert titles(found) == [FERRY[0], COPPER[0]]
    assert [(d.source, d.date and d.date.iso, d.authors) for d in found.drafts] == [
        ("صحيفة الرأي", "2023-09-17", ("هيثم المعايطة",)),
        ("صحيفة الغد", "2023-09-18", ()),
    ]


def test_addresses_stand_above_the_titles() -> None:
    found = take_apart("https://a.example/1", *FERRY, "", "https://b.example/2", *COPPER)
    assert [(draft.title, draft.url) for draft in found.drafts] == [
        (FERRY[0], "https://a.example/1"),
        (COPPER[0], "https://b.example/2"),
    ]


def test_a_foot_stays_with_its_article() -> None:
    found = take_apart(*FERRY, "المصدر: وكالات", "", *COPPER, "المصدر: الميادين نت", "https://c.example/3")
    assert [draft.source for draft in found.drafts] == ["وكالات", "الميادين نت"]
    assert [draft.url for draft in found.drafts] == [None, "https://c.example/3"]


def test_a_table_of_contents_announces_the_articles() -> None:
    found = take_apart(
        "التقرير الصحفي اليومي", "الأحد 4 شباط 2024", "أولاً: " + FERRY[0], "ثانياً: " + COPPER[0], "",
        "أولاً: " + FERRY[0], *FERRY[1:], "", "ثانياً: " + COPPER[0], *COPPER[1:],
    )  # fmt: skip
    assert bodies(found) == [list(FERRY[1:]), list(COPPER[1:])]
    assert [draft.date for draft in found.drafts] == [None, None]
    assert found.drafts[0].removed[:2] == ("التقرير الصحفي اليومي", "الأحد 4 شباط 2024")


def test_an_article_in_the_other_language() -> None:
    found = take_apart(*FERRY, *REEF, *COPPER)
    assert [(draft.title, draft.lang.value) for draft in found.drafts] == [
        (FERRY[0], "ar"),
        (REEF[0], "en"),
        (COPPER[0], "ar"),
    ]


def single(draft_of: Dissection) -> Draft:
    (draft,) = draft_of.drafts
    return draft


def test_subheads_are_no_titles() -> None:
    single(take_apart(*FERRY[:2], "الصيادون ينقذون الأطفال", *FERRY[2:3], "فحص تراخيص العبّارات", *FERRY[3:]))


@pytest.mark.parametrize("blank", ["", None])
def test_questions_and_answers_stay_together(blank: str | None) -> None:
    gap = () if blank is None else ("",)
    question = "المذيعة: وماذا جرى بعد ذلك في النهر؟"
    single(take_apart(FERRY[0], FERRY[1], *gap, question, FERRY[2], *gap, question, FERRY[3]))


def test_a_pulled_quotation_is_no_title() -> None:
    quoted = "«أحاطوا بالركاب بزوارقهم خلال دقائق»"
    single(take_apart(*FERRY[:2], quoted, *FERRY[2:]))
    single(take_apart(*COPPER[:2], "", "ويتوقع محللون أن يستمر الضغط على المعروض", "", *COPPER[2:]))


def test_a_chronology_is_one_article() -> None:
    single(
        take_apart(
            FERRY[0], FERRY[1], "أبرز محطات عام 2021", "3 مارس 2021", FERRY[2], "أبرز محطات عام 2022",
            "5 مايو 2022", FERRY[3],
        )
    )  # fmt: skip


PAGE_SIGNS = (
    "الرئيسية / أخبار / عرب وعالم", "Home > World > Middle East", "عدد القراء: 1245", "1,204 views", "A+ A-", "ع ع ع",
    "Forwarded as received", "للانضمام إلى مجموعتنا على الواتساب:", "https://t.me/abc", "- 7 -", "Page 7",
    "(النهاية) ف ن / ج خ", "(End) a.b/c.d", "SHETLAND-FERRY/", "[12/3/24, 10:15:02 م] أبو خالد:",
)  # fmt: skip


@pytest.mark.parametrize("sign", PAGE_SIGNS)
def test_what_a_page_or_a_messenger_adds_is_removed(sign: str) -> None:
    found = take_apart(*FERRY, sign, "", *COPPER)
    assert titles(found) == [FERRY[0], COPPER[0]]
    assert bodies(found)[0] == list(FERRY[1:])
    assert sign in found.drafts[0].removed


def test_numbers_that_count_the_articles_are_not_of_their_titles() -> None:
    found = take_apart(*(line for n, each in enumerate(ARTICLES, 1) for line in (f"{n}) {each[0]}", *each[1:], "")))
    assert titles(found) == [each[0] for each in ARTICLES]
    assert [draft.removed for draft in found.drafts] == [("1)",), ("2)",), ("3)",)]


def test_a_numbered_list_is_no_row_of_articles() -> None:
    draft = single(take_apart(*FERRY[:2], "1) فحص التراخيص القديمة", FERRY[2], "2) تدريب أصحاب الزوارق", FERRY[3]))
    assert [block.text for block in draft.blocks if block.text.startswith("1")]


def test_short_news_in_blocks_of_one_form() -> None:
    briefs = (
        *ARTICLES,
        (
            "وزارة الصحة تفتتح مستشفى ميدانياً في الحديدة",
            "افتتحت وزارة الصحة مستشفى ميدانياً في الحديدة من ستين سريراً لعلاج حمى الضنك.",
        ),
    )
    found = take_apart("أخبار قصيرة", "", *(line for each in briefs for line in (*each[:2], "")))
    assert titles(found) == [each[0] for each in briefs]


def test_library_cards() -> None:
    found = take_apart(
        *(
            line
            for number, each in enumerate(ARTICLES, start=1204)
            for line in (
                f"رقم الحفظ: 1/{number}", f"العنوان: {each[0]}", "المصدر: جريدة السفير",
                f"التاريخ: 1{number - 1204}/4/1987",
                "الصفحة: 5", *each[1:],
            )
        )
    )  # fmt: skip
    assert [(draft.title, draft.source, draft.date and draft.date.iso) for draft in found.drafts] == [
        (each[0], "جريدة السفير", f"1987-04-1{at}") for at, each in enumerate(ARTICLES)
    ]


MAIL = ("من: وحدة الرصد <rasd@example.org>", "إلى: قائمة التوزيع", "الموضوع: نشرة الصباح", "التاريخ: 6 مايو 2025")


def test_a_digest_by_mail() -> None:
    found = take_apart(
        *MAIL, "", "الزملاء الأعزاء،", "تجدون أدناه أهم ما نُشر اليوم.", "",
        f"■ {FERRY[0]}", "المصدر: البيان", *FERRY[1:], "", f"■ {COPPER[0]}", "المصدر: الخليج", *COPPER[1:],
        "", "مع التحية،", "وحدة الرصد",
    )  # fmt: skip
    assert bodies(found) == [list(FERRY[1:]), list(COPPER[1:])]
    assert [(draft.source, draft.date) for draft in found.drafts] == [("البيان", None), ("الخليج", None)]


def test_only_a_letter_that_brings_several_articles_is_taken_in(press: Press) -> None:
    press.put("letter.txt", "\n".join([*MAIL, "", *FERRY]))
    press.put("digest.txt", "\n".join([*MAIL, "", *FERRY, "", *COPPER]))
    assert [article.title for article in press.take_in()] == sorted([FERRY[0], COPPER[0]])


def test_the_name_of_a_page_above_each_item_is_no_title() -> None:
    found = take_apart(
        "صفحة أخبار البلد", "٣ س", *FERRY, "أعجبني", "تعليق", "مشاركة", "",
        "صفحة أخبار البلد", "٥ س", *COPPER, "أعجبني", "تعليق", "مشاركة",
    )  # fmt: skip
    assert bodies(found) == [list(FERRY[1:]), list(COPPER[1:])]
    assert titles(found) == [FERRY[0], COPPER[0]]
    assert [draft.date for draft in found.drafts] == [None, None]


def test_a_title_that_a_text_says_again_stays_a_title() -> None:
    name = "على كتف الميناء"
    draft = single(take_apart(name, *FERRY[1:], name, "الفنار وحيد يعدّ النجوم"))
    assert (draft.title, draft.blocks[-2].text) == (name, name)


@pytest.mark.parametrize(
    ("line", "source", "day"),
    [
        ("لندن 25 جمادى الأولى 1444 هـ الموافق 19 ديسمبر 2022 م واس", "واس", "2022-12-19"),
        ("جريدة القبس، العدد 16543، الخميس 3 أكتوبر 2019، ص 12", "جريدة القبس", "2019-10-03"),
        ("(الشرق الأوسط، 3 شباط 2024)", "الشرق الأوسط", "2024-02-03"),
        ("بي بي سي عربي | 13 مايو/أيار 2023", "بي بي سي عربي", "2023-05-13"),
    ],
)
def test_outlet_and_day_on_one_line(line: str, source: str, day: str) -> None:
    draft = single(take_apart(COPPER[0], line, *COPPER[1:]))
    assert (draft.source, draft.date and draft.date.iso) == (source, day)


def test_the_credit_in_brackets_behind_a_text_is_its_source() -> None:
    draft = single(take_apart(*FERRY[:-1], FERRY[-1] + " (رويترز)"))
    assert (draft.source, draft.blocks[-1].text) == ("رويترز", FERRY[-1] + " (رويترز)")
    assert single(take_apart(*FERRY[:-1], FERRY[-1] + " (وكالات)")).source is None
    assert single(take_apart(*FERRY[:-1], FERRY[-1] + " (في الصورة)")).source is None


def test_reporter_and_editor_on_one_line() -> None:
    draft = single(take_apart(*REEF, "(Reporting by Ann Lee in London; Editing by Tom Frey)"))
    assert draft.authors == ("Ann Lee",)
    assert any("London" in text for text in draft.removed)


def test_furniture_that_comes_again_is_no_table_of_contents() -> None:
    found = take_apart(
        *(line for each in ARTICLES for line in ("الرئيسية / أخبار / عرب وعالم", *each, "تابعونا على فيسبوك", ""))
    )
    assert titles(found) == [each[0] for each in ARTICLES]


def test_a_number_in_a_row_before_a_title_that_begins_with_a_number() -> None:
    second = ("25 قرية في الأطلس تنتظر المكتبة المتنقلة", *LIBRARY[1:])
    found = take_apart(
        *(line for n, each in enumerate((FERRY, second), 1) for line in (f"{n}) {each[0]}", *each[1:], ""))
    )
    assert titles(found) == [FERRY[0], second[0]]


def test_what_is_no_news_above_an_article_does_not_cost_it(press: Press) -> None:
    press.put("page.txt", "\n".join(["طقس اليوم في المدينة", "غائم جزئياً", "إقرأ أيضاً:", *FERRY]))
    article = press.one()
    assert article.title == FERRY[0]
    assert article.provenance is not None
    assert {"طقس اليوم في المدينة", "غائم جزئياً"} <= set(article.provenance.removed)


def test_lines_that_come_again_in_a_poem_are_no_contents() -> None:
    verses = ("وعاد العيد يا وطني", "على المدى الأزرق", "وتبقى أنت يا وطني", "كما أعيادنا أكبر")
    draft = single(take_apart("وتبقى أنت يا وطني", FERRY[1], *verses, "وعاد العيد يا وطني", *verses))
    assert len(draft.blocks) == 10


def test_a_name_alone_and_a_short_month() -> None:
    found = take_apart(FERRY[0], "محمد حداد", *FERRY[1:], COPPER[0], "سامر العلي", *COPPER[1:])
    assert [draft.authors for draft in found.drafts] == [("محمد حداد",), ("سامر العلي",)]
    draft = single(take_apart(COPPER[0], f"لندن 12 آب (رويترز) – {COPPER[1]}", *COPPER[2:]))
    assert (draft.dateline, draft.source) == ("لندن", "رويترز")
