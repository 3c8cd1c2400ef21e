"""What general date parsers were seen to do with news pages, and this reader must never do."""

from __future__ import annotations

from datetime import date

import pytest

from generator.text.dates import read_date

ONE_DAY = date(2026, 3, 9)
OTHER_DAY = date(2031, 8, 27)


@pytest.mark.parametrize(
    "text",
    [
        "الآن",
        "منذ 3 ساعات",
        "now",
        "today",
        "اليوم",
        "أمس",
        "3 hours ago",
        "14:35",
        "الاثنين",
        "مايو",
        "7 أكتوبر",
        "12",
    ],
)
def test_no_date_comes_from_the_clock(text: str) -> None:
    assert read_date(text, today=ONE_DAY) is None
    assert read_date(text, today=OTHER_DAY) is None


@pytest.mark.parametrize("text", ["3 آب 2025", "يونيو 2025", "2025", "5 محرم 1446", "٢/٦/٢٠٢٥", "02.06.2025"])
def test_the_day_of_reading_changes_no_reading(text: str) -> None:
    first, second = read_date(text, today=ONE_DAY), read_date(text, today=OTHER_DAY)
    assert first is not None
    assert first == second


@pytest.mark.parametrize(
    "text",
    ["2 حزيران 2025", "2 يونيو/حزيران 2025", "بتاريخ 2 يونيو 2025", "2 شتنبر 2025", "2 foobar 2025", "يونيو 2025"],
)
def test_an_unknown_month_is_never_january(text: str) -> None:
    reading = read_date(text, today=ONE_DAY)
    assert reading is None or not reading.date.iso.startswith("2025-01")


@pytest.mark.parametrize("text", ["٢/٦/٢٠٢٥", "02.06.2025", "نشر 2/6/2025"])
def test_the_month_never_stands_first_in_arabic(text: str) -> None:
    reading = read_date(text, today=ONE_DAY)
    assert reading is not None
    assert reading.date.iso == "2025-06-02"


@pytest.mark.parametrize("text", ["06/12/1446هـ", "6 ذو الحجة 1446", "۱۲ خرداد ۱۴۰۴"])
def test_no_year_of_another_calendar_is_taken_for_gregorian(text: str) -> None:
    reading = read_date(text, today=ONE_DAY)
    assert reading is not None
    assert reading.date.iso == "2025-06-02"


@pytest.mark.parametrize(
    "text", ["November 30, -0001", "-0001-11-30", "كوفيد 19", "December 2021 (31)", "2 يونيو 2205"]
)
def test_no_day_is_invented_from_stray_numbers(text: str) -> None:
    reading = read_date(text, today=ONE_DAY)
    assert reading is None or reading.date.day is None


@pytest.mark.parametrize(
    "text", ["الأحد 2 يونيو 2025", "Sunday, 2 June 2025", "الأحد 6 ذو الحجة 1446", "Sunday 02/06/2025"]
)
def test_a_wrong_weekday_refuses_the_date(text: str) -> None:
    assert read_date(text, today=ONE_DAY) is None
