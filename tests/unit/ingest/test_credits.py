"""Whose text an article was first: what credits say and where their links lead, beside the article's own publisher."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "افتتاح محمية للطيور في شمال البلاد"
PROSE = (
    "افتتحت الهيئة العامة للبيئة أمس محمية الجهراء الشمالية للطيور، بعد أعمال تأهيل استمرت ثلاث سنوات.",
    "وتضم المحمية أربعة أبراج للمراقبة ومركزاً للزوار، وتستقبل زوارها من أكتوبر إلى مارس بحجز مسبق.",
    "وقالت مديرة المحمية إن أكثر من مئتي نوع من الطيور المهاجرة تتوقف فيها كل عام في طريقها إلى الجنوب.",
)
TITLE_EN = "Bird reserve opens north of the city"
PROSE_EN = (
    "The council opened the bird reserve north of the city on Monday, after three years of work on its ponds.",
    "The reserve has four towers and a visitors' centre, and receives its guests from October to March.",
    "More than two hundred kinds of birds rest there every year on their way to the south, its director said.",
)
ELSEWHERE = "https://tribune.example/2024/birds"
TRANSLATED, TRANSLATED_EN = "<p>ترجمة: سامي هلال</p>", "<p>Translated by Mary Poe</p>"


def take(press: Any, credit: str, *, above: str = "", english: bool = False) -> Any:
    """The article of a page of another publisher that ends with a credit."""
    title, prose = (TITLE_EN, PROSE_EN) if english else (TITLE, PROSE)
    text = "".join(f"<p>{each}</p>" for each in prose)
    press.put(
        "a.html",
        f'<html lang="{"en" if english else "ar"}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta property="og:site_name" content="صحيفة الساحل"><link rel="canonical" href="https://sahel.example/1">'
        f"</head><body><article><h1>{title}</h1>{above}{text}<p>{credit}</p></article></body></html>",
    )
    return press.one()


def original_of(article: Any) -> tuple[str | None, str | None]:
    """Publisher and address of an article's original."""
    return (article.original.publisher, article.original.url) if article.original else (None, None)


def link(text: str, address: str = ELSEWHERE) -> str:
    """A link."""
    return f'<a href="{address}">{text}</a>'


@pytest.mark.parametrize(
    ("credit", "publisher"),
    [
        (f"المصدر: {link('تريبيون')}", "تريبيون"),
        (f"المصدر: {link('The Tribune')}", "The Tribune"),
        (f"نقلاً عن {link('صحيفة تريبيون')}", "صحيفة تريبيون"),
        (f"نقلا عن: {link('تريبيون')}", "تريبيون"),
        (f"ترجمة أحمد سالم عن {link('تريبيون')}", "تريبيون"),
        (f"ترجمة خاصة عن {link('تريبيون')}", "تريبيون"),
        (f"نُشر هذا المقال في {link('تريبيون')}", "تريبيون"),
        (link("المصدر الأصلي"), None),
        (link("رابط المقال الأصلي"), None),
        (f"لقراءة المقال الأصلي {link('اضغط هنا')}", None),
        (f"المصدر: {link(ELSEWHERE)}", None),
    ],
)
def test_a_credit_with_a_link_is_the_original(press: Any, credit: str, publisher: str | None) -> None:
    article = take(press, credit)
    assert original_of(article) == (publisher, ELSEWHERE)
    assert article.source == "صحيفة الساحل"
    assert article.body.strip().split("\n\n") == list(PROSE)


@pytest.mark.parametrize(
    ("credit", "publisher"),
    [
        (f"Originally published by {link('The Tribune')}", "The Tribune"),
        (f"Originally published on {link('The Tribune')}.", "The Tribune"),
        (f"This article first appeared in {link('The Tribune')}. Read the {link('original story')}.", "The Tribune"),
        (f"Source: {link('The Tribune')}", "The Tribune"),
        (f"(Source: {link('The Tribune')})", "The Tribune"),
        (f"Translated by John Roe from {link('The Tribune')}", "The Tribune"),
        (f"Republished from {link('The Tribune')}", "The Tribune"),
        (link("Read the original article"), None),
        (link("Source"), None),
    ],
)  # fmt: skip
def test_an_english_credit_with_a_link_is_the_original(press: Any, credit: str, publisher: str | None) -> None:
    assert original_of(take(press, credit, english=True)) == (publisher, ELSEWHERE)


@pytest.mark.parametrize(
    ("credit", "publisher", "translator"),
    [
        ("المصدر: تريبيون", "تريبيون", "سامي هلال"),
        ("نقلا عن موقع «تريبيون»", "تريبيون", "سامي هلال"),
        ("(عن تريبيون)", "تريبيون", "سامي هلال"),
        ("المصدر: وكالات", None, "سامي هلال"),
        ("المصدر: صحيفة الساحل", None, "سامي هلال"),
    ],
)
def test_what_a_translation_calls_its_source_is_the_original(
    press: Any, credit: str, publisher: str | None, translator: str
) -> None:
    article = take(press, credit, above=TRANSLATED)
    assert (original_of(article), article.translator) == ((publisher, None), translator)


@pytest.mark.parametrize(
    ("credit", "publisher", "translator"),
    [
        ("ترجمة: أحمد سالم – عن صحيفة «تريبيون» البريطانية", "تريبيون", "أحمد سالم"),
        ("عن «تريبيون» البريطانية، ترجمة أحمد سالم", "تريبيون", "أحمد سالم"),
    ],
)
def test_translator_and_outlet_on_one_line(press: Any, credit: str, publisher: str, translator: str) -> None:
    article = take(press, credit)
    assert (original_of(article), article.translator) == ((publisher, None), translator)
    assert any("البريطانية" in each for each in article.provenance.removed)


def test_the_source_of_an_english_translation(press: Any) -> None:
    assert original_of(take(press, "Source: The Tribune", above=TRANSLATED_EN, english=True)) == ("The Tribune", None)


@pytest.mark.parametrize(
    "credit",
    [
        "المصدر: تريبيون",
        "المصدر: مواقع إلكترونية",
        f"المصدر: {link('صحيفة الساحل', 'https://sahel.example/9')}",
        f"المصدر: {link('تريبيون', 'https://tribune.example/')}",
        f"المصدر: {link('رويترز')} + {link('تريبيون', 'https://other.example/x')}",
        link("المصدر", "https://sahel.example/9"),
    ],
)
def test_what_says_nothing_of_an_original(press: Any, credit: str) -> None:
    article = take(press, credit)
    assert article.original is None
    assert article.source == "صحيفة الساحل"


@pytest.mark.parametrize(
    "sentence",
    [
        f"وقال المصدر إن {link('التقرير الأصلي')} سيُنشر بعد أن تنتهي اللجنة من مراجعته في نهاية الشهر.",
        f"ونقلت الهيئة عن {link('تريبيون')} أن أعداد الطيور تراجعت في بلدان أخرى خلال العقد الماضي كله.",
    ],
)
def test_a_sentence_with_a_link_is_text(press: Any, sentence: str) -> None:
    article = take(press, sentence)
    assert article.original is None
    assert "](" in article.body


def test_a_source_in_a_text_stays_the_source(press: Any) -> None:
    press.put("a.txt", "\n".join((TITLE, "المصدر: صحيفة الميناء", "ترجمة: سامي هلال", *PROSE)) + "\n")
    article = press.one()
    assert (article.source, article.original) == ("صحيفة الميناء", None)
