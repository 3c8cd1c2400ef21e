"""Dates and numbers as readers see them, and the order of names."""

from __future__ import annotations

import pytest

from generator.model.dates import Months, Numerals, PublicationDate
from generator.model.language import Language
from generator.text.display import (
    capitalise,
    collation_key,
    format_date,
    format_number,
    format_year,
    month_label,
    month_name,
)

AR, EN = Language.AR, Language.EN


@pytest.mark.parametrize(
    ("iso", "arabic", "english"),
    [
        ("2025", "2025", "2025"),
        ("2025-06", "يونيو 2025", "June 2025"),
        ("2025-06-02", "2 يونيو 2025", "2 June 2025"),
        ("2025-06-02T14:35", "2 يونيو 2025، 14:35", "2 June 2025, 14:35"),
        ("2025-06-02T14:35:59", "2 يونيو 2025، 14:35", "2 June 2025, 14:35"),
        ("2025-06-02T14:35:00+03:00", "2 يونيو 2025، 14:35 غرينتش +3", "2 June 2025, 14:35 GMT+3"),
        ("2025-06-02T14:35:00-03:30", "2 يونيو 2025، 14:35 غرينتش -3:30", "2 June 2025, 14:35 GMT-3:30"),
        ("2025-06-02T00:05:00+00:00", "2 يونيو 2025، 00:05 غرينتش", "2 June 2025, 00:05 GMT"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(iso: str, arabic: str, english: str) -> None:
    date = PublicationDate(iso)
    assert format_date(date, AR, numerals=Numerals.LATN, months=Months.GULF) == arabic
    assert format_date(date, EN, numerals=Numerals.ARAB, months=Months.LEVANT) == english


@pytest.mark.parametrize(
    ("months", "names"),
    [
        (Months.GULF, ("يناير", "يونيو", "أغسطس", "أكتوبر")),
        (Months.LEVANT, ("كانون الثاني", "حزيران", "آب", "تشرين الأول")),
        (Months.MAGHREB, ("جانفي", "جوان", "أوت", "أكتوبر")),
        (Months.MOROCCO, ("يناير", "يونيو", "غشت", "أكتوبر")),
    ],
)
def test_arabic_months_have_the_names_of_their_region(months: Months, names: tuple[str, ...]) -> None:
    assert tuple(month_label(month, AR, months) for month in (1, 6, 8, 10)) == names


def test_arabic_digits_are_a_setting() -> None:
    date = PublicationDate("2025-06-02T14:35")
    assert format_date(date, AR, numerals=Numerals.ARAB, months=Months.GULF) == "٢ يونيو ٢٠٢٥، ١٤:٣٥"
    assert format_year(2025, AR, Numerals.ARAB) == "٢٠٢٥"
    assert month_name(2025, 6, AR, numerals=Numerals.ARAB, months=Months.LEVANT) == "حزيران ٢٠٢٥"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("economy, business and finance", "Economy, business and finance"),
        ("health", "Health"),
        ("al-nahar", "Al-nahar"),
        ("iPhone", "iPhone"),
        ("e.on", "e.on"),
        ("4x4", "4x4"),
        ("NASA", "NASA"),
        ("", ""),
        ("صحة", "صحة"),
    ],
)
def test_a_name_that_stands_alone_begins_with_a_capital(name: str, shown: str) -> None:
    assert capitalise(name) == shown


@pytest.mark.parametrize(
    ("number", "latin", "arabic"), [(0, "0", "٠"), (1234567, "1,234,567", "١٬٢٣٤٬٥٦٧"), (12.5, "12.5", "١٢٫٥")]
)
def test_numbers_are_grouped(number: float, latin: str, arabic: str) -> None:
    assert format_number(number, AR, Numerals.LATN) == latin
    assert format_number(number, AR, Numerals.ARAB) == arabic
    assert format_number(number, EN, Numerals.ARAB) == latin


def order(names: list[str], language: Language) -> list[str]:
    return sorted(names, key=lambda name: collation_key(name, language))


def test_arabic_names_are_ordered_without_article_and_hamza() -> None:
    names = ["ليبيا", "العراق", "إيران", "الأردن", "تركيا", "البحرين", "ألمانيا", "Reuters", "أوكرانيا"]
    assert order(names, AR) == [
        "الأردن",
        "ألمانيا",
        "أوكرانيا",
        "إيران",
        "البحرين",
        "تركيا",
        "العراق",
        "ليبيا",
        "Reuters",
    ]


def test_marks_and_tatweel_do_not_count() -> None:
    assert collation_key("لِيبيـــا", AR)[:2] == collation_key("ليبيا", AR)[:2]
    assert collation_key("«ليبيا»", AR)[1].startswith("ليبيا")


def test_english_names_are_ordered_without_case_and_marks() -> None:
    assert order(["Zambia", "Éire", "egypt", "Ålesund", "ليبيا"], EN) == ["Ålesund", "egypt", "Éire", "Zambia", "ليبيا"]


def test_numbers_are_ordered_by_value() -> None:
    assert order(["Group of 20", "Group of 7"], EN) == ["Group of 7", "Group of 20"]
    assert order(["مجموعة ٢٠", "مجموعة 7"], AR) == ["مجموعة 7", "مجموعة ٢٠"]


def test_equal_keys_are_settled_by_the_text() -> None:
    assert order(["Élan", "Elan"], EN) == order(["Elan", "Élan"], EN)
