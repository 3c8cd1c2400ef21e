"""Short lines within one article of several that look like headlines and are none."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.never_titles import is_never_title, is_place_and_day
from tests.unit.ingest.test_glued_text import COPPER, FERRY, LIBRARY, bodies, lines_of, take_apart, titles


@pytest.mark.parametrize(
    "line",
    ["بيروت في 30 تشرين الأول 2023", "حلب، 3 آذار 2011", "Aleppo, 3 March", "برج الرومي في 3 مارس 1974"],
)
def test_where_and_when_something_was_signed(line: str) -> None:
    assert is_place_and_day(line)


@pytest.mark.parametrize(
    "line", ["مقتل 30 شخصاً في انفجار", "ارتفاع أسعار النفط في 2023 إلى الضعف", "مباراة في ملعب حلب"]
)
def test_headlines_with_numbers_say_more_than_that(line: str) -> None:
    assert not is_place_and_day(line)


@pytest.mark.parametrize(
    "line",
    [
        "والسلام عليكم ورحمة الله وبركاته",
        "س: لماذا الهاتف؟",
        "سنة الصدور: 1994",
        "الوثيقة الثالثة: فاتورة من مصنع مغلق",
        "السوق كما بدا صباح الأحد (تصوير: خالد عمر)",
        "«وتتوقف الحافلة في كل قرية يوماً»",
        "19:30 الإعصار من الدرجة الثانية",
    ],
)
def test_lines_that_are_no_titles_of_articles(line: str) -> None:
    assert is_never_title(lines_of(FERRY[0], FERRY[1], line, FERRY[2]), 0, 2)


@pytest.mark.parametrize(
    "line",
    [
        "الكويت: افتتاح جسر جابر",
        "الجوازات: تصحيح أوضاع 350 ألف عامل",
        "المرحلة الأخيرة من بناء السد تبدأ غداً",
        COPPER[0],
    ],
)
def test_lines_that_may_be_titles(line: str) -> None:
    assert not is_never_title(lines_of(FERRY[0], FERRY[1], line, FERRY[2]), 0, 2)


def test_what_each_title_begins_with_is_not_against_one() -> None:
    lines = lines_of(f"09:10 {FERRY[0]}", FERRY[1], f"09:30 {COPPER[0]}", COPPER[1])
    assert not is_never_title(lines, 0, 2)
    lines = lines_of("الحلقة الأولى: الهرب", FERRY[1], "الحلقة الثانية: العودة", COPPER[1])
    assert not is_never_title(lines, 0, 2)


def test_the_signature_of_a_statement_belongs_to_it() -> None:
    signature = ("اللجنة التحضيرية للمؤتمر", "بيروت في 30 تشرين الأول 2023")
    found = take_apart(*FERRY, "", *COPPER, *signature, "", *LIBRARY)
    assert titles(found) == [FERRY[0], COPPER[0], LIBRARY[0]]
    assert signature[0] in bodies(found)[1]
