"""Folding, tokens with spans, light stems and particles."""

from __future__ import annotations

import pytest

from generator.text.arabic import fold, light_stem, tokens


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إِسْتِقْلَال", "استقلال"),
        ("أحمد", "احمد"),
        ("القرآن", "القران"),
        ("مسؤول", "مسءول"),
        ("مسئول", "مسءول"),
        ("شئون", "شءون"),
        ("مستشفى", "مستشفي"),
        ("غزة", "غزه"),
        ("محمـــود", "محمود"),
        ("کتابخانهٔ", "كتابخانه"),
        ("ہلال", "هلال"),
        ("٢٠٢٤", "2024"),
        ("۲۰۲۳", "2023"),
        ("٣٫٥", "3.5"),
        ("ﺍﻟﺴﻼﻡ", "السلام"),
        ("اﻷردن", "الاردن"),
        ("ﷲ", "الله"),
        ("﷼", "ريال"),
        ("الرَّحْمٰن", "الرحمن"),
        ("جدًّا", "جدا"),
        ("\u202bعدن\u202c", "عدن"),
        ("و\u0654", "ء"),
        ("ا\u0654حمد", "احمد"),
        ("Café São", "cafe sao"),
        ("ERDOĞAN Yıldırım", "erdogan yildirim"),
        ("Sana’a Egypt's", "sanaa egypts"),
        ("ﹶكتب\ufe76", "كتب"),
        ("ＡＢＣ１２", "abc12"),
        ("Łódź Straße", "lodz strasse"),
        ("", ""),
    ],
)
def test_fold_gives_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_any_two_usual_signs_fold_the_same_beside_one_that_has_to_be_taken_apart() -> None:
    ranges = (
        (0, 0x80),
        (0xA0, 0x180),
        (0x621, 0x63B),
        (0x640, 0x653),
        (0x660, 0x66D),
        (0x6F0, 0x6FA),
        (0x200B, 0x2010),
    )
    signs = [chr(code) for first, end in ranges for code in range(first, end)] + list("،؛؟٪پچژڤکگی–—‘’“”„•…‹›€\u202b")
    for sign in signs:
        pairs = "".join(sign + other for other in signs)
        assert fold(f"{pairs} ﷲ") == f"{fold(pairs)} الله", f"U+{ord(sign):04X}"


def test_tokens_carry_the_span_of_the_original_spelling() -> None:
    text = "«المَدْرَسَةُ» في الـ36 من Sana'a، COVID-19"
    assert [(text[t.start : t.end], t.text) for t in tokens(text)] == [
        ("المَدْرَسَةُ", "المدرسه"),
        ("في", "في"),
        ("الـ", "ال"),
        ("36", "36"),
        ("من", "من"),
        ("Sana'a", "sanaa"),
        ("COVID", "covid"),
        ("19", "19"),
    ]


def test_tokens_leave_quotation_marks_out() -> None:
    assert [t.text for t in tokens("'quoted' ‘words’ «نص» (نص)")] == ["quoted", "words", "نص", "نص"]


def test_no_token_in_marks_alone() -> None:
    assert tokens("ًٌٍ ـــ \u200f \u200b — ؟!") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الجامعة", "جامعة"),
        ("والسعودية", "السعودية"),
        ("بالقاهرة", "القاهرة"),
        ("للحكومة", "الحكومة"),
        ("وللوزير", "الوزير"),
        ("وبالذكاء", "الذكاء"),
        ("كالطاقة", "الطاقة"),
        ("شركات", "شركة"),
        ("مهندسون", "مهندس"),
        ("مدينتان", "مدينة"),
        ("دولتين", "دولة"),
        ("سياستها", "سياسة"),
        ("قرارهم", "قرار"),
        ("المصريين", "مصري"),
        ("سورية", "سوري"),
        ("قرارا", "قرار"),
        ("الوزراء", "الوزرا"),
        ("لاجئ", "لاجي"),
        ("الالتهاب", "التهاب"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert light_stem(fold(one)) == light_stem(fold(other))


@pytest.mark.parametrize(("one", "other"), [("وزير", "زراعة"), ("مصر", "مصرف"), ("عمل", "عملاق"), ("قوة", "قول")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert light_stem(fold(one)) != light_stem(fold(other))


def test_a_latin_word_is_its_own_stem() -> None:
    assert light_stem("running") == "running"
