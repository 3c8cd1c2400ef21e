"""Reading of dates: our own table of every class, and the shared one where it is present."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.dates import Precision
from generator.text.dates import read_date

TODAY = date(2026, 11, 23)
OWN = Path(__file__).parent / "dates.tsv"
SHARED = Path(__file__).parents[4] / "shared" / "cases" / "dates.tsv"  # beside the repository; further cases only


def _cases(path: Path) -> list[tuple[str, str, str]]:
    if not path.exists():
        return []
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    return [(row[0], row[1], row[2]) for row in rows]


def _read(text: str) -> str:
    reading = read_date(text, today=TODAY)
    return "" if reading is None else reading.date.iso


@pytest.mark.parametrize(("kind", "text", "expected"), _cases(OWN))
def test_own_case(kind: str, text: str, expected: str) -> None:
    assert _read(text) == expected, kind


def test_shared_cases() -> None:
    """The shared table may be absent (then this says nothing); where present, none may be wrong and none missed."""
    wrong = [(text, expected, _read(text)) for _, text, expected in _cases(SHARED) if _read(text) != expected]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("تاريخ النشر: 18th, March 2024 GMT", "18th, March 2024 GMT"),
        ("نشر في يوم الاثنين، 18 مارس 2024م - 07:05 مساءً بتوقيت مكة المكرمة | وكالات", None),
        ("By Our Own Reporter | March 18, 2024 | 4 min read", "March 18, 2024"),
        ("القاهرة - 8 رمضان 1445هـ", "8 رمضان 1445هـ"),
        ("الثلاثاء 19 مارس 2024", "الثلاثاء 19 مارس 2024"),
        ("19 مارس 2024 الثلاثاء", "19 مارس 2024 الثلاثاء"),
    ],
)
def test_raw_is_what_belongs_to_the_date(text: str, raw: str | None) -> None:
    reading = read_date(text, today=TODAY)
    assert reading is not None
    assert reading.raw == text[reading.start : reading.end]
    assert reading.raw == (raw or "الاثنين، 18 مارس 2024م - 07:05 مساءً بتوقيت مكة المكرمة")


def test_numbers_in_the_order_that_the_context_gives() -> None:
    assert read_date("05/03/2024", today=TODAY) is None
    for options, expected in (
        ({"arabic": True}, "2024-03-05"),
        ({"day_first": True}, "2024-03-05"),
        ({"day_first": False}, "2024-05-03"),
        ({"arabic": True, "day_first": False}, "2024-05-03"),
    ):
        reading = read_date("05/03/2024", today=TODAY, **options)
        assert reading is not None
        assert reading.date.iso == expected


def test_known_order_yields_to_what_only_one_order_can_mean() -> None:
    reading = read_date("03/18/2024", today=TODAY, day_first=True)
    assert reading is not None
    assert reading.date.iso == "2024-03-18"


def test_weekday_settles_the_order_against_the_context() -> None:
    reading = read_date("الجمعة 05/03/2024", today=TODAY)
    assert reading is not None
    assert reading.date.iso == "2024-05-03"


def test_two_days_ahead_and_no_more() -> None:
    today = date(2024, 3, 18)
    assert read_date("20 مارس 2024", today=today) is not None
    assert read_date("21 مارس 2024", today=today) is None
    assert read_date("April 2024", today=today) is None
    assert read_date("2025", today=today) is None


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2024", Precision.YEAR),
        ("مارس 2024", Precision.MONTH),
        ("18 مارس 2024", Precision.DAY),
        ("18 مارس 2024 07:05", Precision.MINUTE),
    ],
)
def test_precision_is_the_source_s(text: str, precision: Precision) -> None:
    reading = read_date(text, today=TODAY)
    assert reading is not None
    assert reading.date.precision is precision


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\u200f", "—", "،،،", "م", "هـ", "/", "1", "٢", "x" * 50_000, "1/" * 5000]
)
def test_nothing_to_read(text: str) -> None:
    assert read_date(text, today=TODAY) is None


def test_day_is_never_moved_to_another_zone() -> None:
    for text in ("2024-03-18T00:30:00+14:00", "2024-03-18T23:30:00-12:00"):
        reading = read_date(text, today=TODAY)
        assert reading is not None
        assert reading.date.iso.startswith("2024-03-18T")
