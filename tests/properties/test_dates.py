"""Laws of reading dates: what is written in any manner reads back; nothing raises; what surrounds does not matter."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.dates import find_date_hints, read_date

TODAY = date(2030, 1, 1)
SENTINELS = (date(1969, 12, 31), date(1970, 1, 1))  # the zero of Unix time is never believed
days = st.dates(min_value=date(1925, 1, 1), max_value=TODAY).filter(lambda day: day not in SENTINELS)
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
HIJRI = (
    *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
    *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
)
LOCALES = ("ar", "ar_EG", "ar_SA", "ar_LB", "ar_DZ", "ar_MA", "ar_MR", "ar_IQ", "en", "en_GB", "fr", "tr", "ur")
ORDERS = (
    "{day} {month} {year}",
    "{month} {day}, {year}",
    "{day}/{month}/{year}",
    "{day} {month}، {year}",
    "{year} {month} {day}",
)
INVISIBLE = st.text(alphabet=" \t\u00a0\u200e\u200f\u202a\u202c\u2066\u2069\u061c\u0640\ufeff\u200b", max_size=6)


def _read(text: str) -> str | None:
    reading = read_date(text, today=TODAY)
    return None if reading is None else reading.date.iso


def _in_digits(text: str, digits: str) -> str:
    return text.translate({ord(str(n)): digits[n] for n in range(10)})


def _month(day: date, locale: str) -> str:
    """The month's name as CLDR has it."""
    return format_date(day, "MMMM", locale)


@given(days, st.sampled_from(LOCALES), st.sampled_from(DIGITS), st.sampled_from(ORDERS))
@settings(max_examples=300, deadline=None)
def test_a_date_with_a_month_s_name_reads_back(day: date, locale: str, digits: str, order: str) -> None:
    text = order.format(day=day.day, month=_month(day, locale), year=day.year)
    assert _read(_in_digits(text, digits)) == day.isoformat()


@given(days, st.sampled_from(("ar_LB", "ar_DZ", "ar_MA")), st.sampled_from(DIGITS))
@settings(max_examples=200, deadline=None)
def test_a_date_with_two_names_of_its_month_reads_back(day: date, locale: str, digits: str) -> None:
    for text in ("{day} {first}/{second} {year}", "{day} {second} ({first}) {year}", "{day} {second}/ {first} {year}"):
        written = text.format(day=day.day, first=_month(day, "ar"), second=_month(day, locale), year=day.year)
        assert _read(_in_digits(written, digits)) == day.isoformat()


@given(days, st.sampled_from(("ar", "ar_LB", "en", "fr", "tr")), st.integers(min_value=1, max_value=6))
@settings(max_examples=200, deadline=None)
def test_the_right_weekday_agrees_and_a_wrong_one_refuses(day: date, locale: str, step: int) -> None:
    text = f"{day.day} {_month(day, locale)} {day.year}"
    right = format_date(day, "EEEE", locale)
    wrong = format_date(day + timedelta(days=step), "EEEE", locale)
    assert _read(f"{right} {text}") == day.isoformat()
    assert _read(f"{right}, {text}") == day.isoformat()
    assert _read(f"{wrong} {text}") is None


@given(days, st.sampled_from(DIGITS[1:]), st.sampled_from("/-."))
@settings(max_examples=200, deadline=None)
def test_numbers_in_arabic_digits_read_back_day_first(day: date, digits: str, mark: str) -> None:
    assert _read(_in_digits(mark.join((str(day.day), str(day.month), str(day.year))), digits)) == day.isoformat()
    assert _read(_in_digits(f"{day.year}{mark}{day.month:02}{mark}{day.day:02}", digits)) == day.isoformat()


@given(days, st.sampled_from("/-"))
@settings(max_examples=200, deadline=None)
def test_bare_numbers_are_read_only_when_one_order_is_possible(day: date, mark: str) -> None:
    expected = day.isoformat() if day.day > 12 or day.day == day.month else None
    assert _read(f"{day.day:02}{mark}{day.month:02}{mark}{day.year}") == expected


@given(days)
@settings(max_examples=200, deadline=None)
def test_a_hijri_date_reads_back_and_pairs_with_its_gregorian_day(day: date) -> None:
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    text = f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year}هـ"
    gregorian = f"{day.day} {_month(day, 'ar')} {day.year}م"
    assert _read(text) == day.isoformat()
    assert _read(f"{text} الموافق {gregorian}") == day.isoformat()
    assert _read(f"{gregorian} - {text}") == day.isoformat()


@given(days, st.times(), st.integers(min_value=-14 * 4, max_value=14 * 4))
@settings(max_examples=200, deadline=None)
def test_iso_8601_reads_back_with_time_and_offset(day: date, time: object, quarters: int) -> None:
    clock = str(time)[:8]
    sign, hours, minutes = "-" if quarters < 0 else "+", *divmod(abs(quarters) * 15, 60)
    iso = f"{day.isoformat()}T{clock}{sign}{hours:02}:{minutes:02}"
    assert _read(iso) == iso.replace("-00:00", "+00:00")
    assert _read(f"{day.isoformat()} {clock}") == f"{day.isoformat()}T{clock}"


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_text_raises(text: str) -> None:
    reading = read_date(text, today=TODAY)
    assert reading is None or reading.raw == text[reading.start : reading.end] != ""
    assert all(hint in text for hint in find_date_hints(text))


PIECES = (
    *("2025", "1446", "١٢", "31", "6", "0", "9999", "½", "²", "+", "#", "/", "-", ".", ",", "،", ":", "(", ")"),
    *("يونيو", "حزيران", "رمضان", "خرداد", "تشرين", "الثاني", "June", "Monday", "الاثنين", "14:35", "GMT", "+03:00"),
    *("م", "ص", "هـ", "ش", "pm", "الموافق", "نشر", "تحديث", "من", "إلى", "و", "قبل", "st", "th", "of", "T", "Z"),
    *("\u0640", "\u200f", "الساعة", "بتوقيت", "مكة", "today", "last", "أمس", "الماضي"),
)


@given(st.lists(st.sampled_from([*PIECES, "", " ", "\n"]), max_size=14), st.sampled_from(("", " ")))
@settings(max_examples=300, deadline=None)
def test_no_mixture_of_what_dates_are_made_of_raises(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    reading = read_date(text, today=TODAY)
    assert reading is None or reading.raw == text[reading.start : reading.end]
    assert all(hint in text for hint in find_date_hints(text))


@pytest.mark.parametrize(
    "text",
    [
        "18 مارس 2024",
        "نشر في: 05-03-2024 | 07:05",
        "March 18, 2024",
        "٨ رمضان ١٤٤٥هـ",
        "05/03/2024",
        "الأحد 18 مارس 2024",
    ],
)
@given(INVISIBLE, INVISIBLE)
@settings(max_examples=60, deadline=None)
def test_spaces_marks_and_tatweel_around_change_nothing(text: str, before: str, after: str) -> None:
    assert _read(before + text + after) == _read(text)


@given(days, st.data())
@settings(max_examples=150, deadline=None)
def test_marks_and_tatweel_inside_words_change_nothing(day: date, data: st.DataObject) -> None:
    text = f"{format_date(day, 'EEEE', 'ar')} {day.day} {_month(day, 'ar_LB')} {day.year}"
    places = [index for index in range(1, len(text)) if text[index - 1].isalpha()]
    place = data.draw(st.sampled_from(places))  # after a letter: between digits a tatweel is a dash
    mark = data.draw(st.sampled_from("\u0640\u200f\u200e\u064b\u0651\u061c"))
    assert _read(text[:place] + mark + text[place:]) == day.isoformat()
