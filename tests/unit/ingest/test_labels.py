"""Label lines in their usual spellings and orders."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.label_values import split_keywords
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields
from generator.ingest.dissect.names import split_names
from generator.model.publisher import Label


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("تاريخ النشر: 2nd, June 2025 GMT", [("published", "2nd, June 2025 GMT")]),
        ("نُشر في 3 مايو 2024", [("published", "3 مايو 2024")]),
        ("نشر بتاريخ : ٣ مايو ٢٠٢٤", [("published", "٣ مايو ٢٠٢٤")]),
        ("التاريخ - 3 مايو 2024", [("published", "3 مايو 2024")]),
        ("[تاريخ النشر: 3 مايو 2024]", [("published", "3 مايو 2024")]),
        ("آخر تحديث: 4 مايو 2024 - 10:30", [("updated", "4 مايو 2024 - 10:30")]),
        ("نشر في: 3 مايو 2024 | آخر تحديث: 4 مايو 2024", [("published", "3 مايو 2024"), ("updated", "4 مايو 2024")]),
        ("المصدر: صحيفة المرصد الليبية", [("source", "صحيفة المرصد الليبية")]),
        ("المصدر : الجزيرة + وكالات", [("source", "الجزيرة + وكالات")]),
        ("المصدر / وكالات", [("source", "وكالات")]),
        ("ترجمة المرصد – خاص", [("translator", "المرصد"), ("special", "خاص")]),
        ("ترجمة: سلمى إدريس", [("translator", "سلمى إدريس")]),
        ("ترجمة وتحرير سلمى إدريس", [("translator", "سلمى إدريس")]),
        ("كتب: أحمد علي", [("author", "أحمد علي")]),
        ("كتبت/ سلمى إدريس", [("author", "سلمى إدريس")]),
        ("كتب - أحمد علي:", [("author", "أحمد علي")]),
        ("بقلم أحمد علي", [("author", "أحمد علي")]),
        ("إعداد: سلمى إدريس", [("author", "سلمى إدريس")]),
        ("تحرير: هدى ناصر", [("editor", "هدى ناصر")]),
        ("بقلم: وكالة رويترز", [("source", "وكالة رويترز")]),
        ("الكلمات الدالة: ليبيا، روسيا", [("keywords", "ليبيا، روسيا")]),
        ("وسوم: #ليبيا #روسيا", [("keywords", "#ليبيا #روسيا")]),
        ("رابط مختصر: https://a.example/x", [("url", "https://a.example/x")]),
        ("كود الخبر: 5531", [("aside", "5531")]),
        ("خاص – المرصد", [("special", "خاص – المرصد")]),
        ("Published: 3 May 2024 | Updated: 4 May 2024", [("published", "3 May 2024"), ("updated", "4 May 2024")]),
        ("Published on 3 May 2024", [("published", "3 May 2024")]),
        ("Last updated 4 May 2024 10:30 GMT", [("updated", "4 May 2024 10:30 GMT")]),
        ("Source: Reuters", [("source", "Reuters")]),
        ("By Jane Doe and John Roe", [("author", "Jane Doe and John Roe")]),
        ("By JANE DOE", [("author", "JANE DOE")]),
        ("By: Staff Reporter", [("aside", "Staff Reporter")]),
        ("Written by Jane Doe", [("author", "Jane Doe")]),
        ("By Jane Doe | 3 min read", [("author", "Jane Doe"), ("aside", "3 min read")]),
        ("Jane Doe – Translated by John Roe", [("author", "Jane Doe"), ("translator", "John Roe")]),
        ("Translated by John Roe", [("translator", "John Roe")]),
        ("Tags: Libya, Russia", [("keywords", "Libya, Russia")]),
        ("(Source: The Bay Courier)", [("source", "The Bay Courier")]),
        ("Originally published in: Le Monde", [("original", "Le Monde")]),
    ],
)
def test_labels_at_head_and_foot(text: str, fields: list[tuple[str, str]]) -> None:
    assert [(field.label.value, field.value) for field in read_fields(text, Zone.TAIL)] == fields


@pytest.mark.parametrize(
    "text",
    [
        "كتب الأطفال تعود إلى رفوف المكتبات المدرسية",
        "نشر الباحثون نتائجهم في مجلة علمية",
        "تقرير: روسيا وتركيا تتفقان على خطوات جديدة",
        "تقرير مغربي: تعاون روسي-تركي لتفادي عودة الصراع",
        "المصدر الوحيد للمياه في القرية بئر قديمة",
        "بقلم الرصاص رسم الطفل بيتًا كبيرًا وحديقة وشجرة ونهرًا",
        "By the river, a town waits for rain",
        "By midnight the storm had passed",
        "Published studies disagree about the cause",
        "Source of the Nile found again, explorers claim after long march",
        "Report: the harbour needs two years of work",
        "Updated rules for fishing boats take effect in the northern bay this week after long talks with owners",
    ],
)
def test_prose_and_headlines_are_no_labels(text: str) -> None:
    assert read_fields(text, Zone.TAIL) == ()


@pytest.mark.parametrize("text", ["كتب أحمد علي", "By Jane Doe", "خاص", "ترجمة المرصد"])
def test_inside_the_body_a_label_needs_its_colon(text: str) -> None:
    assert read_fields(text, Zone.TAIL)
    assert read_fields(text, Zone.BODY) == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [("المصدر", Label.SOURCE), ("المصدر:", Label.SOURCE), ("Translated by", Label.TRANSLATOR), ("By:", Label.AUTHOR)],
)
def test_a_label_alone_on_its_line(text: str, label: Label) -> None:
    assert read_bare_label(text) is label


@pytest.mark.parametrize("text", ["كتب", "تقرير", "By", "ليبيا", "Video"])
def test_common_words_alone_are_no_label(text: str) -> None:
    assert read_bare_label(text) is None


def test_keywords_are_split() -> None:
    assert split_keywords("ليبيا، روسيا ، تركيا") == ("ليبيا", "روسيا", "تركيا")
    assert split_keywords("#بحر_الشمال #ميناء") == ("بحر الشمال", "ميناء")
    assert split_keywords("Libya, Russia; Turkey | Libya") == ("Libya", "Russia", "Turkey")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "نشر: 5 أكتوبر 2022 - 14:20 | آخر تحديث: 6 أكتوبر 2022 - 08:10",
            [("published", "5 أكتوبر 2022 - 14:20"), ("updated", "6 أكتوبر 2022 - 08:10")],
        ),
        ("Posted on March 9, 2022 by Rania Saad", [("published", "March 9, 2022"), ("author", "Rania Saad")]),
        ("نشر في 5 مايو 2022 بقلم سامي نادر", [("published", "5 مايو 2022"), ("author", "سامي نادر")]),
        ("Words by Dana Petrescu | Photographs by Ali Noor", [("author", "Dana Petrescu"), ("aside", "Ali Noor")]),
        ("Source: Anadolu Agency (Turkish service)", [("source", "Anadolu Agency (Turkish service)")]),
        ("Translated from the French by Karima Saidi", [("translator", "Karima Saidi")]),
        ("تحرير الأسعار لم يفد المزارعين.", []),
        (
            "نشرت في: 04/10/2022 - 09:15 آخر تحديث: 04/10/2022 - 11:40",
            [("published", "04/10/2022 - 09:15"), ("updated", "04/10/2022 - 11:40")],
        ),
        ("Published: May 3, 2024 (Updated: May 4, 2024)", [("published", "May 3, 2024"), ("updated", "May 4, 2024")]),
        ("نشر في جريدة الميناء يوم 11 - 02 - 2019", [("source", "جريدة الميناء"), ("published", "11 - 02 - 2019")]),
        ("نشر في يوم 11 - 02 - 2019", [("published", "يوم 11 - 02 - 2019")]),
        ("نشر في الأحد يوم 10 فبراير 2019", [("published", "الأحد يوم 10 فبراير 2019")]),
        ("By Jane Doe, Correspondent", [("author", "Jane Doe"), ("aside", "By Jane Doe, Correspondent")]),
        ("By Jane Doe, Senior Staff Writer", [("author", "Jane Doe"), ("aside", "By Jane Doe, Senior Staff Writer")]),
        ("By Jane Doe in Port Said", [("author", "Jane Doe"), ("aside", "By Jane Doe in Port Said")]),
        ("By the river in Port Said", []),
        ("بواسطة: سامي نادر", [("author", "سامي نادر")]),
        ("بقلم: سامي نادر – صحيفة الميناء", [("author", "سامي نادر"), ("source", "صحيفة الميناء")]),
        ("بقلم: سامي نادر – بحر الشمال", [("author", "سامي نادر"), ("aside", "بحر الشمال")]),
        ("تقرير: عقود قديمة تعود بأسعار جديدة", []),
        ("تقرير: أحمد عبد الله سالم الحربي", [("author", "أحمد عبد الله سالم الحربي")]),
    ],
)
def test_labels_that_share_a_line(text: str, fields: list[tuple[str, str]]) -> None:
    assert [(one.label.value, one.value) for one in read_fields(text, Zone.HEAD)] == fields


@pytest.mark.parametrize(
    "text", ["التاريخ: لا خلاف عليه بين الطرفين، والتمثال خرج بعد 1990.", "المصدر: لا أحد يعرفه، كما قال المحامي."]
)
def test_a_sentence_behind_a_colon_is_no_label_in_the_body(text: str) -> None:
    assert read_fields(text, Zone.BODY) == ()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "نشر يوم السبت 15 فيفري 2025 الساعة 14:05 بقلم منية العياري",
            [("published", "السبت 15 فيفري 2025 الساعة 14:05"), ("author", "منية العياري")],
        ),
        (
            "نُشر بتاريخ 5 ماي 2024 على الساعة 10:30 من طرف أمينة بوزيد",
            [("published", "5 ماي 2024 على الساعة 10:30"), ("author", "أمينة بوزيد")],
        ),
        ("Posted by Joan Petrie on March 14, 2025", [("author", "Joan Petrie"), ("published", "March 14, 2025")]),
        (
            "Submitted by Joan Petrie on Fri, 03/14/2025 - 09:15",
            [("author", "Joan Petrie"), ("published", "Fri, 03/14/2025 - 09:15")],
        ),
        ("By Ada Long, 3 May 2024", [("author", "Ada Long"), ("published", "3 May 2024")]),
        ("بقلم سلمى إدريس - الأحد 3 مارس 2024", [("author", "سلمى إدريس"), ("published", "الأحد 3 مارس 2024")]),
        ("أضيف بواسطة سلمى إدريس في 3 مايو 2024", [("author", "سلمى إدريس"), ("published", "3 مايو 2024")]),
    ],
)
def test_a_day_and_a_person_on_one_line_in_either_order(text: str, fields: list[tuple[str, str]]) -> None:
    assert [(field.label.value, field.value) for field in read_fields(text, Zone.HEAD)] == fields


@pytest.mark.parametrize(
    "text",
    [
        "نشر في 3 مجلات علمية بحثاً عن القلب كتبه أستاذ الطب في جامعة القاهرة",
        "Submitted by the council on 3 occasions and refused each time",
    ],
)
def test_prose_with_a_number_and_a_writer_is_no_label(text: str) -> None:
    assert read_fields(text, Zone.HEAD) == ()


def test_the_service_somebody_wrote_for_is_no_part_of_the_name() -> None:
    assert split_names("محمد أيسم للنشرة العربية") == ("محمد أيسم",)
    assert split_names("ليلى حداد") == ("ليلى حداد",)


@pytest.mark.parametrize(
    "text",
    [
        "This article is for subscribers only. Subscribe now to continue reading.",
        "Already a subscriber? Log in",
        "هذا المقال متاح للمشتركين فقط",
        "اشترك الآن لمتابعة القراءة",
        "Contact the reporter at sn@coast.example. Follow us on Twitter and Facebook.",
    ],
)
def test_what_a_page_asks_of_its_readers_is_boilerplate(text: str) -> None:
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    ["The page is for members of the orchestra who play in the evening.", "اشترك في السباق أربعون عداءً"],
)
def test_prose_about_subscribers_stays(text: str) -> None:
    assert not is_boilerplate(text)
