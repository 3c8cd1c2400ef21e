"""Arabic articles glued into one text with hardly a sign between them, those that a line of one form in each tells,
and single articles that must stay whole; and that no article takes the facts of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.ingest.dissect import Dissection, Known, Reading, dissect
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.outlet_names import OUTLETS
from generator.model.publisher import Label

READING = Reading(date(2026, 11, 1))
KNOWN = Known(places=frozenset({"الخرطوم"}), outlets=OUTLETS)
BRIEFS = (
    ("النفط فوق 63 دولارا", "تجاوز سعر خام برنت 63 دولارا للبرميل. وجاء الصعود بعد تراجع المخزونات بأكثر من المتوقع."),
    ("أرباح البنك ترتفع 8 في المئة", "بلغت أرباح البنك الوطني 48 مليون دينار في الربع الأول بزيادة 8 في المئة."),
    ("رخصة ثالثة للاتصالات في مسقط", "منحت هيئة الاتصالات في مسقط الرخصة الثالثة لائتلاف محلي تقوده صناديق التقاعد."),
    (
        "الإمارة تبيع صكوكا بمليار دولار",
        "باعت الإمارة صكوكا لأجل عشر سنوات بمليار دولار. وفاقت الطلبات المعروض خمس مرات.",
    ),
)
REVIEW = (
    ("وصول باخرة قمح إلى المرفأ", "وصلت إلى المرفأ باخرة تحمل ستة وعشرين ألف طن من القمح وبدأ تفريغها فورا. (سانا)"),
    ("غرامات على الأفران المخالفة", "نظمت المديرية تسعة عشر ضبطا بحق أفران أنقصت وزن ربطة الخبز هذا الشهر. (رويترز)"),
    (
        "معرض للزهور في الحديقة العامة",
        "يفتتح معرض الزهور دورته الأربعين في الحديقة بمشاركة مشاتل من خمس محافظات. (صدى الوادي)",
    ),
    ("الجفاف يقلص محصول الشعير", "قدرت مديرية الزراعة تراجع محصول الشعير البعل بنحو ثمانين في المئة هذا العام. (سانا)"),
)
REPORTS = (
    (
        "السجن عشر سنوات لمتهم بالتزوير",
        "الخرطوم: أحمد سليمان",
        "قضت المحكمة أمس بالسجن عشر سنوات على موظف أدين بتزوير ثلاثين شهادة بحث.",
    ),
    (
        "حصاد الصمغ ينتظر المشترين",
        "الرهد: محمد دقش",
        "استقبل سوق المحاصيل أربعة آلاف قنطار من صمغ الهشاب وسط إحجام الشركات عن الشراء.",
    ),
    (
        "انقطاع المياه يدخل أسبوعه الثاني",
        "طوكر: وجدان طلحة",
        "دخل انقطاع المياه عن الأحياء أسبوعه الثاني بعد تعطل الطلمبة الرئيسية بالخور.",
    ),
)
COLUMNS = (
    ("سامي الخطيب", "في انتظار الحكومة", "لا أحد يسأل متى تولد الحكومة، بل كم سيبقى الدولار على حاله هذا الشهر."),
    (
        "أحمد حاوي",
        "مقعد على الكورنيش",
        "أعادت البلدية طلاء المقاعد الحجرية بالأخضر فغضب الصيادون لأن الأخضر يخيف السمك.",
    ),
)
FEATURE = (
    "طريق البخور يمر من الميناء",
    "من شرفة الفندق تبدو رافعات الميناء كأنها قطيع من الزرافات الحمراء يشرب من البحر.",
    "اللبان يفسح المكان للحاويات",
    "على بعد كيلومترات من الميناء تنبت شجرة اللبان التي صنعت ثروة البلاد قبل ألفي سنة.",
    "الحرب تغير خرائط الشحن",
    "دفعت الحرب شركات الشحن إلى تفريغ البضائع في الميناء ونقلها براً إلى المدن البعيدة.",
    "شباب بين الميناء والهجرة",
    "يوظف الميناء ألفين وخمسمئة عامل، لكن خريجي الكلية التقنية ينتظرون دورهم أعواماً.",
)


def take_apart(*texts: str, known: Known = KNOWN) -> Dissection:
    """A pasted text taken apart; an empty text is a blank line."""
    lines = [
        replace(Line.of(text, number), after_blank=number > 1 and not texts[number - 2])
        for number, text in enumerate(texts, start=1)
        if text
    ]
    return dissect(lines, READING, known)


def glued(*articles: tuple[str, ...], between: tuple[str, ...] = ()) -> list[str]:
    """The lines of articles one below the other."""
    rows = [line for article in articles for line in (*between, *article)]
    return rows[len(between) :]


def titles(found: Dissection) -> list[str]:
    return [draft.title for draft in found.drafts]


@pytest.mark.parametrize("between", [(), ("",)], ids=["nothing", "an empty line"])
def test_headlines_that_none_tells_alone_are_told_together(between: tuple[str, ...]) -> None:
    assert titles(take_apart(*glued(*BRIEFS, between=between))) == [title for title, _ in BRIEFS]


@pytest.mark.parametrize("gap", [False, True], ids=["dense", "empty lines"])
def test_subheads_of_one_article_are_not_told_together(gap: bool) -> None:
    rows = [row for line in FEATURE for row in ((line, "") if gap else (line,))]
    assert titles(take_apart(*rows)) == [FEATURE[0]]


def test_titles_are_told_among_subheads() -> None:
    rows = (
        "قطار الحجاز يصفر مرة أخيرة",
        "في محطة القدم تصدأ خمس قاطرات سويسرية لم تتحرك منذ عشر سنين، ويحرسها سائق متقاعد يرفض تسليم المفاتيح.",
        "سكة من وقف المسلمين",
        "جمعت الدولة العثمانية تبرعات الخط من الهند إلى المغرب، وكان أصحاب الأراضي يهبون ما يمر فيها من السكة.",
        "متحف لا يزوره أحد",
        "حولت المؤسسة عربة الدرجة الأولى إلى متحف صغير، وعدد زواره في العام الماضي تسعون.",
        "أسماك القرش تعود إلى شرم الشيخ",
        "رصد غواصون في محمية رأس محمد ثلاثة أنواع من القرش لم تشاهد في المنطقة منذ عام 2010.",
        "ويعزو باحثون العودة إلى وقف الصيد ستة أشهر وإلى برودة المياه هذا الربيع.",
        "السياحة تخشى الشائعات",
        "تقول مراكز الغوص إن الحجوزات لم تتأثر بعد، وتطالب بتوضيحات من وزارة البيئة.",
        "عسل السدر الحضرمي يخسر أسواقه",
        "يبيع النحالون في وادي دوعن كيلو العسل بنصف ثمنه قبل الحرب بعدما أغلقت المنافذ أمام تجار الخليج.",
        "وقدر اتحاد النحالين خسائر الموسم بتسعة ملايين دولار.",
    )
    assert titles(take_apart(*rows)) == [rows[0], rows[6], rows[11]]


def test_texts_that_close_with_their_outlets_are_parted_and_each_has_its_own() -> None:
    found = take_apart(*glued(*REVIEW))
    assert titles(found) == [title for title, _ in REVIEW]
    assert [draft.source for draft in found.drafts] == ["سانا", "رويترز", "صدى الوادي", "سانا"]


def test_a_text_with_several_outlets_at_its_paragraphs_takes_none_of_them() -> None:
    found = take_apart(
        "أخبار الصباح من المدن البعيدة",
        "وصلت إلى المرفأ باخرة تحمل ستة وعشرين ألف طن من القمح وبدأ تفريغها فورا. (رويترز)",
        "كما نظمت المديرية تسعة عشر ضبطا بحق أفران أنقصت وزن ربطة الخبز هذا الشهر. (سانا)",
    )
    assert [draft.source for draft in found.drafts] == [None]


def test_lines_of_one_form_below_titles_part_articles_and_name_who_reports_from_where() -> None:
    found = take_apart("صحف الأحد 13 أبريل 2014", *glued(*REPORTS))
    assert titles(found) == [title for title, *_ in REPORTS]
    assert [draft.authors for draft in found.drafts] == [("أحمد سليمان",), ("محمد دقش",), ("وجدان طلحة",)]
    assert [draft.dateline for draft in found.drafts] == ["الخرطوم", "الرهد", "طوكر"]


def test_an_outlet_beside_each_name_is_no_place() -> None:
    rows = glued(*((title, f"هسبريس - {line.partition(': ')[2]}", text) for title, line, text in REPORTS))
    found = take_apart(*rows)
    assert titles(found) == [title for title, *_ in REPORTS]
    assert [draft.dateline for draft in found.drafts] == [None, None, None]


def test_authors_above_the_titles_of_all_articles_are_read() -> None:
    found = take_apart(*glued(*COLUMNS, between=("..........",)))
    assert titles(found) == [title for _, title, _ in COLUMNS]
    assert [draft.authors for draft in found.drafts] == [(name,) for name, *_ in COLUMNS]


def test_a_name_above_one_title_alone_moves_nothing() -> None:
    assert "سامي الخطيب" in " ".join((*titles(take_apart(*COLUMNS[0], "وقال البائع إن الناس لا تشتري إلا الخبز.")),))


def test_authors_below_all_articles_close_them() -> None:
    rows = glued(*(((title, "", text, "", name)) for name, title, text in COLUMNS), between=("",))
    found = take_apart(*rows)
    assert titles(found) == [title for _, title, _ in COLUMNS]
    assert [draft.authors for draft in found.drafts] == [(name,) for name, *_ in COLUMNS]


def test_outlets_before_all_titles_are_the_articles_sources() -> None:
    outlets = ("المساء", "الأحداث المغربية", "صوت الريف", "أخبار اليوم")
    rows = glued(*((f"{outlet}: {title}", text) for outlet, (title, text) in zip(outlets, BRIEFS, strict=True)))
    found = take_apart(
        *rows, known=replace(KNOWN, outlets=KNOWN.outlets | {"المساء", "الاحداث المغربيه", "اخبار اليوم"})
    )
    assert titles(found) == [title for title, _ in BRIEFS]
    assert [draft.source for draft in found.drafts] == list(outlets)


def test_sources_of_several_texts_that_nothing_parts_are_given_to_none() -> None:
    found = take_apart(
        "ورقة في الريح",
        "حين سئل المسؤول عن سبب تأخر المشروع سبع سنين أخرج من جيبه ورقة وقرأ منها الأسماء.",
        "المصدر: السفير",
        "المشكلة ليست في الورقة، بل فيمن كتبها ثم نسي أنه كتبها ثم أنكر أنه نسي شيئا.",
        "المصدر: الرياض",
    )
    assert [draft.source for draft in found.drafts] == [None]
    assert {"المصدر: السفير", "المصدر: الرياض"} <= set(found.drafts[0].removed)


def test_outlet_and_day_in_brackets_within_the_text_contradict_those_below_it() -> None:
    found = take_apart(
        "ورقة في الريح",
        "حين سئل المسؤول عن سبب تأخر المشروع سبع سنين أخرج من جيبه ورقة وقرأ منها الأسماء.",
        "(السفير، 2.9.2019)",
        "كم سعر الصمت؟",
        "دفعت الشركة مبلغا لم يعلن لسكان القرية كي لا يتحدثوا عن رائحة المصنع في الصيف.",
        "(السفير، 8.12.2012)",
    )
    assert [(draft.date, draft.source) for draft in found.drafts] == [(None, "السفير")]


def test_a_short_question_above_who_wrote_it_and_when_is_a_title() -> None:
    head = ("كتب: خالد الصايغ", "الاثنين، 26 أغسطس 2024")
    rows = (
        "من يرث الملاحة؟",
        "لجرجس ولدان، واحد في بلاد بعيدة والآخر سائق أجرة، ولا أحد منهما يريد أحواض الملح.",
        "وقال لي وهو يقلب الملح إن البحر لا يورث، وإنه سيتركه لمن يصل أولا.",
        "كم سعر الصمت؟",
        *head,
        "دفعت الشركة مبلغا لم يعلن لسكان القرية كي لا يتحدثوا عن رائحة المصنع في الصيف.",
        "والسكان يتحدثون عن كل شيء إلا عن الرائحة.",
    )
    found = take_apart(*rows)
    assert titles(found) == [rows[0], rows[3]]
    assert [draft.authors for draft in found.drafts] == [(), ("خالد الصايغ",)]


@pytest.mark.parametrize(("text", "are"), [("ع ر", True), ("م ع / ن ب", True), ("من في", False), ("ع", False)])
def test_single_letters_are_initials(text: str, are: bool) -> None:
    assert is_initials(text) is are


@pytest.mark.parametrize("sign", [" – ", " - ", "، "])
def test_a_whole_day_behind_a_labelled_outlet_is_parted_from_it(sign: str) -> None:
    fields = read_fields(f"المصدر: هآرتس{sign}5 يوليو 2020", Zone.TAIL, KNOWN.own)
    assert [(one.label, one.value) for one in fields] == [(Label.SOURCE, "هآرتس"), (Label.PUBLISHED, "5 يوليو 2020")]
