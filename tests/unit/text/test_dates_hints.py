"""Expressions of time that are kept as hints: relative ones and those without a year, in running text."""

from __future__ import annotations

import pytest

from generator.text.dates import find_date_hints


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("وصل الوفد إلى الميناء، اليوم الخميس، بعد توقف منذ أغسطس الماضي.", ("اليوم الخميس", "أغسطس الماضي")),
        ("تعقد الورشة في 16 ديسمبر الجاري خلال شهر العمل", ("16 ديسمبر الجاري",)),
        ("وأضاف مساء أمس الأربعاء أن الزيارة مقررة في سبتمبر المقبل", ("مساء أمس الأربعاء", "سبتمبر المقبل")),
        ("يفتتح المعرض غدا الجمعة 5 يونيو", ("غدا الجمعة 5 يونيو",)),
        ("توقفت الرحلات الأسبوع الماضي ومنذ يومين عادت", ("الأسبوع الماضي", "منذ يومين")),
        ("قبل 3 أسابيع بدأ الحصاد في كانون الأول/ديسمبر الماضي", ("قبل 3 أسابيع", "كانون الأول/ديسمبر الماضي")),
        ("يبدأ الموسم السبت 14 يونيو", ("السبت 14 يونيو",)),
        ("أعلنت الهيئة اليوم أن الجسر مغلق", ("اليوم",)),
        ("غادر قبل يومين، ومنذ يومين من دون خبر", ("قبل يومين", "منذ يومين")),
        ("شهد رمضان الماضي إقبالا", ("رمضان الماضي",)),
        ("The port reopened on Monday after last week's storm.", ("Monday", "last week")),
        ("The ferry sails on 3 June and returns in August.", ("3 June", "August")),
        ("Crews arrived on Tuesday, June 3, two days ago.", ("Tuesday, June 3", "two days ago")),
        ("It opens next December, or early Monday morning.", ("next December", "early Monday morning")),
        ("Work began yesterday; it ends earlier this week.", ("yesterday", "earlier this week")),
    ],
)
def test_hints_word_for_word_in_order(text: str, hints: tuple[str, ...]) -> None:
    assert find_date_hints(text) == hints


@pytest.mark.parametrize(
    "text",
    [
        "",
        "افتتح الجسر يوم الثلاثاء 3 يونيو 2025",
        "يوافق اليوم العالمي للبحار موسم الصيد",
        "نقلت روسيا اليوم السابع عن المصري اليوم",
        "أقيمت صلاة الجمعة في الساحة",
        "عام 2023 كان الأشد حرا",
        "The bridge opened on Tuesday, 3 June 2025.",
        "It may march on; she told USA Today so.",
        "He writes for the Sunday Times.",
        "In May 2024 the port closed.",
        "محطة مارس للطاقة",
        "سجل الهدف قبل أربع دقائق من نهاية المباراة",
        "أعلنت الجمعية العاشر من ماي من كل عام يوما عالميا للشجرة",
        "The day is kept on 3 June every year.",
    ],
)
def test_no_hint(text: str) -> None:
    assert find_date_hints(text) == ()


def test_each_hint_once() -> None:
    assert find_date_hints("أمس وصل، ثم غادر أمس") == ("أمس",)
