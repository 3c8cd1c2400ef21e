"""Texts copied from the pages of agencies and broadcasters in Arabic: their datelines, the lists in their middle, what
stands below a standfirst and below the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ingest.dissect import dissect
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.cues import ends_list
from generator.ingest.dissect.datelines import Dateline, read_dateline
from generator.ingest.dissect.initials import are_desk_names, is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.outlet_names import OUTLETS
from generator.ingest.dissect.topic_lines import is_topics
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.publisher import Label
from tests.unit.ingest.test_glued_text import KNOWN, READING, bodies, take_apart, titles

PASTED = Known(is_pasted=True, outlets=OUTLETS, places=frozenset({"نواكشوط", "ديالي"}))

SCHOOLS = """ألمانيا: نقص المعلمين يدفع مدارس إلى أسبوع من أربعة أيام
تواجه ولايات شرق ألمانيا نقصاً حاداً في المعلمين، ومدارس فيها تجرب أسبوعاً دراسياً أقصر.
{head}
بدأت اثنتا عشرة مدرسة في ولاية ساكسونيا تجربة أسبوع دراسي من أربعة أيام، على أن يتعلم التلاميذ اليوم الخامس في المنزل.
وقالت نقابة المعلمين إن الولاية بحاجة إلى ألف معلم إضافي، وإن التجربة لا تعالج أصل المشكلة."""


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("القاهرة - سبوتنيك. أعلنت وزارة النقل بدء التشغيل", Dateline("القاهرة", "سبوتنيك")),
        ("بكين 7 يناير 2024 (شينخوا) ربطت الصين بالشبكة محطة", Dateline("بكين", "شينخوا", "7 يناير 2024")),
        ("ورزازات/ 3 مارس 2022 (ومع) انطلق اليوم الخميس", Dateline("ورزازات", "ومع", "3 مارس 2022")),
        ("وطنية - صيدا - نفذ عمال النظافة في المدينة اعتصاماً", Dateline("صيدا", "وطنية")),
        ("الأخبار (نواكشوط) – تستعد المكتبات العتيقة", Dateline("نواكشوط", "الأخبار")),
        ("8 يناير 2024 /صحيفة الضفاف/ انطلق قطار", Dateline(None, "صحيفة الضفاف", "8 يناير 2024")),
        ("عمان/ أعلنت وزارة التربية موعد الاختبارات العامة", Dateline("عمان")),
        ("صفاقس 8 فيفري 2016 (وات/ تحرير سعاد حمدي) - انطلقت الأشغال", Dateline("صفاقس", "وات", "8 فيفري 2016")),
        ("بيت لحم- معا- افتتح مزارعو القرية مهرجاناً", Dateline("بيت لحم", "معا")),
        ("شفق نيوز/ أعلنت وزارة التربية موعد الاختبارات", Dateline(None, "شفق نيوز")),
        ("اليوم - الأحد - تبدأ الاختبارات العامة في المدارس", None),
        ("بلغ العدد 40 في حي (الصالحية) وحده هذا الأسبوع", None),
    ],
)
def test_datelines_of_agencies(opening: str, expected: Dateline | None) -> None:
    assert read_dateline(opening, PASTED) == expected


def test_the_agency_may_stand_last() -> None:
    found = read_unlabelled("عمان/ ليث الجنيدي/ الأناضول", PASTED)
    assert [(one.label, one.value) for one in found] == [
        (Label.DATELINE, "عمان"),
        (Label.SOURCE, "الأناضول"),
        (Label.AUTHOR, "ليث الجنيدي"),
    ]


@pytest.mark.parametrize(
    ("head", "source", "day"),
    [
        ("12 مارس 2025", None, "2025-03-12"),
        ("برلين - رويترز\n12 مارس 2025", "رويترز", "2025-03-12"),
        ("نشرت في: 03/07/2025 - 14:10\nفرانس24/ أ ف ب", "فرانس24/ أ ف ب", "2025-07-03T14:10:00"),
        ("محمد الأمين\n23/11/2021\nحفظ", None, "2021-11-23"),
        ("4 دقائق\nفرانس24/ أ ف ب", "فرانس24/ أ ف ب", None),
    ],
)
def test_a_standfirst_may_be_a_sentence_above_the_facts_of_the_head(
    head: str, source: str | None, day: str | None
) -> None:
    (draft,) = take_apart(*SCHOOLS.format(head=head).split("\n"), known=PASTED).drafts
    assert draft.description is not None
    assert draft.description.startswith("تواجه ولايات شرق")
    assert len(draft.blocks) == 2
    assert draft.blocks[0].text.startswith("بدأت اثنتا عشرة")
    assert (draft.source, draft.date.iso if draft.date else None) == (source, day)


def test_days_above_several_entries_are_no_head() -> None:
    text = SCHOOLS.format(head="12 مارس 2025") + (
        "\n14 مارس 2025\nأعلنت وزارة التعليم في الولاية أن المدارس الأخرى ستنضم إلى التجربة بعد العطلة."
    )
    (draft,) = take_apart(*text.split("\n"), known=PASTED).drafts
    assert draft.date is None
    assert draft.description is None
    (draft,) = take_apart(*text.replace("12 مارس", "نشر في 12 مارس").split("\n"), known=PASTED).drafts
    assert draft.date is not None
    assert draft.date.iso == "2025-03-12"


def test_a_credit_behind_the_first_sentence_makes_it_no_standfirst() -> None:
    text = """تضارب في حصيلة انقلاب عبّارة في بحيرة كيفو
انقلبت عبّارة في بحيرة كيفو شرقي الكونغو الديمقراطية، وقالت السلطات المحلية إن عشرات لقوا حتفهم. (أ ف ب)
وتحدثت منظمة إنسانية عن سبعين قتيلاً وعشرات المفقودين معظمهم من تجار السوق في مدينة بوكافو القريبة. (رويترز)
وأعلنت الحكومة الحداد ثلاثة أيام في عموم البلاد، وأمرت بفتح تحقيق في حمولة العبّارة وعدد ركابها."""
    (draft,) = take_apart(*text.split("\n"), known=PASTED).drafts
    assert draft.description is None
    assert len(draft.blocks) == 3


def test_a_text_goes_on_below_the_end_of_a_list() -> None:
    assert ends_list("نهاية قصص مقترحة")
    assert not ends_list("نهاية الحرب في عيون من عاشوها")
    text = """لماذا تعود البيوت الطينية إلى ريف حلب؟
في قرية صغيرة جنوب شرقي حلب، يخلط أبو محمود التبن بالتراب الأحمر كما كان يفعل جده قبل نصف قرن.
تخطى قصص مقترحة وواصل القراءة
قصص مقترحة
قرية عراقية هجرها أهلها بسبب الجفاف
كيف نجت قلعة من ألف زلزال؟
نهاية قصص مقترحة
عودة إلى الماضي أم حل مؤقت؟
يرى مهندس معماري من حلب أن القبة الطينية تعزل الحر والبرد، لكنها تحتاج إلى صيانة كل شتاء.
ويقول سكان القرية إنهم لا يملكون خياراً آخر في ظل ارتفاع أسعار الحديد والإسمنت."""
    found = take_apart(*text.split("\n"), known=PASTED)
    assert titles(found) == ["لماذا تعود البيوت الطينية إلى ريف حلب؟"]
    assert "عودة إلى الماضي أم حل مؤقت؟" in bodies(found)[0]
    assert "كيف نجت قلعة من ألف زلزال؟" in found.drafts[0].removed


def test_an_article_with_its_dateline_alone_stands_behind_a_cue() -> None:
    text = """محافظ المنيا يتفقد أعمال رصف الطريق الصحراوي
تفقد محافظ المنيا أعمال رصف الطريق الصحراوي بطول 18 كيلومتراً، وشدد على الالتزام بالجدول الزمني للمشروع.
موضوعات متعلقة
ضبط ثلاثة أطنان دقيق في حملة بالمنيا

افتتاح مقبرة جديدة أمام الزائرين في البر الغربي
18-12-2023 | 11:20
الأقصر - أ ش أ
افتتح المجلس الأعلى للآثار مقبرة جديدة أمام الزائرين في البر الغربي بالأقصر بعد الانتهاء من ترميمها.
وترجع المقبرة إلى عصر الأسرة الثامنة عشرة، وتخص كاتباً ملكياً عاش في طيبة."""
    first, second = take_apart(*text.split("\n"), known=PASTED).drafts
    assert second.title == "افتتاح مقبرة جديدة أمام الزائرين في البر الغربي"
    assert (second.source, second.dateline) == ("أ ش أ", "الأقصر")
    assert second.date is not None
    assert second.date.iso.startswith("2023-12-18")
    assert first.source is None
    assert first.date is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("تابعوا RT على", True),
        ("متابعة أخبار سانا على تلغرام", True),
        ("لمتابعة أخبار «الميدان» عبر جوجل نيوز اضغط هنا", True),
        ("تابعوا أخبار سانا على التلغرام https://t.example/SyrianArabNewsAgency", True),
        ("الرسالة الإخبارية", True),
        ("English version below", True),
        ("النص العربي أدناه", True),
        ("النص العربي للاتفاق بين الحكومتين", False),
        ("الترجمة العربية", False),
        ("نهاية قصص مقترحة", True),
        ("نهاية البودكاست", True),
        ("نهاية قصص الحب الطويلة", False),
        ("0087", True),
        ("تابعوا سير القضية على مدى عشرين عاماً في المحاكم", False),
        ("متابعة الأخبار على مدار الساعة تتعب الناس", False),
        ("1987", False),
    ],
)
def test_lines_of_the_page(line: str, expected: bool) -> None:
    assert is_boilerplate(line) is expected


def test_what_desks_sign_with() -> None:
    assert is_initials("===== م.ع")
    assert are_desk_names("عبد الناصر منعم/ زكريا محي الدين")
    assert not are_desk_names("القاهرة/ محمد حسن")
    assert not are_desk_names("محمد حسن")


def test_topics_between_bars_stand_right_below_prose() -> None:
    prose = Line.of("ورأى باحثون مستقلون أن النتائج مشجعة، لكنها لا تكفي لإقرار الدواء.", 1)
    assert is_topics([prose, Line.of("أميركا | الصحة | ألزهايمر", 2)])
    assert not is_topics([prose, Line.of("الهلال | 3 | النصر", 2)])
    assert not is_topics([Line.of("الفريق | النقاط | الفارق", 1), Line.of("الهلال | تسع | الأول", 2)])
    found = dissect(
        [
            Line.of("دواء يبطئ تدهور الذاكرة", 1),
            replace(prose, number=2, last_number=2),
            Line.of("أميركا | الصحة | ألزهايمر", 3),
        ],
        READING,
        KNOWN,
    )
    assert found.drafts[0].keywords == ("أميركا", "الصحة", "ألزهايمر")


def test_the_initials_of_a_desk_are_no_title_without_a_gap() -> None:
    text = """(الزراعة): توزيع 40 ألف شتلة نخيل على المزارعين
الكويت - 21 - 6 (كونا) -- وزعت الهيئة العامة للزراعة 40 ألف شتلة نخيل على مزارعي العبدلي والوفرة ضمن خطة الأمن الغذائي.
وذكرت الهيئة أن الشتلات من أصناف البرحي والإخلاص. (النهاية)
ن ا س / ط م ا
شرطة دبي تعيد 14 طائراً نادراً إلى بيئتها
دبي في 21 يونيو / وام / أعادت شرطة دبي 14 طائراً من طيور الفلامنغو إلى محمية رأس الخور بعد علاجها من التسمم.
وعثر متطوعون على الطيور قرب مصب مهجور قبل أسبوعين."""
    found = take_apart(*text.split("\n"), known=PASTED)
    assert titles(found) == [
        "(الزراعة): توزيع 40 ألف شتلة نخيل على المزارعين",
        "شرطة دبي تعيد 14 طائراً نادراً إلى بيئتها",
    ]
    assert [draft.source for draft in found.drafts] == ["كونا", "وام"]


def test_an_outlet_with_its_place_above_the_day_is_no_standfirst() -> None:
    (draft,) = take_apart(
        *SCHOOLS.format(head="").split("\n")[:1],
        "السومرية نيوز / ديالى",
        "2021-04-08 | 10:31",
        *SCHOOLS.format(head="").split("\n")[3:],
        known=PASTED,
    ).drafts
    assert (draft.source, draft.dateline, draft.description) == ("السومرية نيوز", "ديالى", None)


def test_counts_of_readers_stand_in_the_head() -> None:
    (draft,) = take_apart(
        SCHOOLS.split("\n", maxsplit=1)[0], "17 مارس 2019", "0", "1,254", *SCHOOLS.split("\n")[3:], known=PASTED
    ).drafts
    assert draft.kicker is None
    assert draft.removed[-2:] == ("0", "1,254")
    (draft,) = take_apart(
        SCHOOLS.split("\n", maxsplit=1)[0], "17 مارس 2019", "1", *SCHOOLS.split("\n")[3:], known=PASTED
    ).drafts
    assert draft.blocks[0].text == "1"


def test_a_wire_may_close_with_the_end_of_the_news() -> None:
    text = """كينيا تدشن أكبر محطة لتنقية المياه في شرق إفريقيا
نيروبي 2 أكتوبر 2023 (شينخوا) دشنت كينيا أكبر محطة لتنقية المياه في شرق إفريقيا بقدرة 140 ألف متر مكعب.
وتخدم المحطة أكثر من مليون نسمة في ضواحي العاصمة، وفقا للحكومة. /نهاية الخبر/
كاسحة جليد روسية تفتح الطريق أمام سفينة صيد عالقة منذ أسبوع
فلاديفوستوك، 3 أكتوبر. / تاس /. فتحت كاسحة الجليد الطريق أمام سفينة صيد علقت أسبوعا في جليد بحر أوخوتسك.
وقال قبطان السفينة إن الطاقم المؤلف من 22 بحارا بصحة جيدة."""
    assert titles(take_apart(*text.split("\n"), known=PASTED))[1:] == [
        "كاسحة جليد روسية تفتح الطريق أمام سفينة صيد عالقة منذ أسبوع"
    ]


def test_the_name_of_a_page_stands_above_the_names_of_its_writers() -> None:
    text = """رأي

سمير التنير
حين يصير البنك أقرب من المخبز
في الحي الذي أسكنه ستة فروع مصرفية ومخبز واحد، وهذا يكفي لشرح ما نحن فيه من دون أرقام.
المصرف يفتح في الثامنة والمخبز في الرابعة، لكن الطوابير انقلبت.

ريما الخطيب
دفاعاً عن حصة الرسم في المدارس الرسمية
ألغت المدرسة حصة الرسم لأن المعلم تقاعد، ولم ينتبه أحد إلا حين صار الأطفال يرسمون على مقاعد الحافلة.
لست أطلب فناناً في كل صف، بل نصف ساعة لا يسأل فيها أحد عن الجواب الصحيح."""
    drafts = take_apart(*text.split("\n"), known=PASTED).drafts
    assert [(draft.title, draft.authors) for draft in drafts] == [
        ("حين يصير البنك أقرب من المخبز", ("سمير التنير",)),
        ("دفاعاً عن حصة الرسم في المدارس الرسمية", ("ريما الخطيب",)),
    ]
