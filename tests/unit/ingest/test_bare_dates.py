"""A day that no label states: by which rule it was found, how sure it is, and to what it gives way."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "افتتاح محمية للطيور في شمال البلاد"
PROSE = (
    "افتتحت الهيئة العامة للبيئة محمية الجهراء الشمالية للطيور، بعد أعمال تأهيل استمرت ثلاث سنوات.",
    "وتضم المحمية أربعة أبراج للمراقبة ومركزاً للزوار، وتستقبل زوارها من أكتوبر إلى مارس بحجز مسبق.",
)
TITLE_EN = "Bird reserve opens north of the city"
PROSE_EN = (
    "The council opened the bird reserve north of the city, after three years of work on its ponds and paths.",
    "The reserve has four towers and receives its guests from October to March by booking only.",
)


def text(*lines: str) -> str:
    """A document of plain text."""
    return "\n".join(lines) + "\n"


def dated(article: Any) -> tuple[str | None, str]:
    """The day of an article and what its rule says, the words it was read from apart."""
    rules = [rule for rule in article.provenance.rules if rule.startswith("date | ")]
    return article.date and article.date.iso, " | ".join(rules[0].split(" | ")[1:3]) if rules else ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12 نوفمبر 2024", ("2024-11-12", "likely | bare-date")),
        ("الثلاثاء 12 تشرين الثاني 2024", ("2024-11-12", "likely | bare-date")),
        ("محليات | 12 نوفمبر 2024", ("2024-11-12", "likely | bare-date")),
        ("تاريخ النشر: 12 نوفمبر 2024", ("2024-11-12", "sure | label")),
        ("نشر في 12 نوفمبر 2024", ("2024-11-12", "sure | label")),
    ],
)
def test_a_date_alone_below_the_title_is_likely(press: Any, line: str, expected: tuple[str, str]) -> None:
    press.put("a.txt", text(TITLE, line, *PROSE))
    assert dated(press.one()) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("12 November 2024", ("2024-11-12", "likely | bare-date")),
        ("Tuesday, November 12, 2024", ("2024-11-12", "likely | bare-date")),
        ("Published: 12 November 2024", ("2024-11-12", "sure | label")),
    ],
)
def test_a_date_alone_below_an_english_title(press: Any, line: str, expected: tuple[str, str]) -> None:
    press.put("a.txt", text(TITLE_EN, line, *PROSE_EN))
    assert dated(press.one()) == expected


def test_a_date_alone_at_the_end_is_doubtful(press: Any) -> None:
    press.put("a.txt", text(TITLE, *PROSE, "12 نوفمبر 2024"))
    assert dated(press.one()) == ("2024-11-12", "doubtful | bare-date-at-end")


def test_a_label_comes_before_a_date_alone(press: Any) -> None:
    press.put("a.txt", text(TITLE, "1 ديسمبر 2025", "تاريخ النشر: 12 نوفمبر 2024", *PROSE))
    article = press.one()
    assert dated(article) == ("2024-11-12", "sure | label")
    assert "1 ديسمبر 2025" in article.provenance.removed


def test_a_date_in_the_head_comes_before_one_at_the_end(press: Any) -> None:
    press.put("a.txt", text(TITLE, "12 نوفمبر 2024", *PROSE, "3 مارس 2020"))
    article = press.one()
    assert dated(article) == ("2024-11-12", "likely | bare-date")
    assert "3 مارس 2020" in article.provenance.removed


def page(*, head: str = "", below: str = "", end: str = "") -> str:
    """A page with what stands in its head, below its headline, and at the end of its text."""
    prose = "".join(f"<p>{each}</p>" for each in PROSE)
    return (
        f'<html lang="ar"><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head>'
        f"<body><article><h1>{TITLE}</h1>{below}{prose}{end}</article></body></html>"
    )


def test_a_line_of_a_page_that_is_a_date_is_likely(press: Any) -> None:
    press.put("a.html", page(below="<div>12 نوفمبر 2024</div>"))
    assert dated(press.one()) == ("2024-11-12", "likely | text:head")


def test_what_a_page_states_is_as_sure_beside_a_date_at_the_end(press: Any) -> None:
    stated = '<meta property="article:published_time" content="2024-11-12T10:00:00+03:00">'
    press.put("a.html", page(head=stated, end="<p>3 مارس 2020</p>"))
    article = press.one()
    assert dated(article) == ("2024-11-12T10:00:00+03:00", "sure | meta:article:published_time")
    assert any("3 مارس 2020" in each for each in (*article.provenance.removed, article.body))


def test_what_a_page_states_and_a_line_contradicts_is_doubtful(press: Any) -> None:
    stated = '<meta property="article:published_time" content="2020-03-03T10:00:00+03:00">'
    press.put("a.html", page(head=stated, below="<div>12 نوفمبر 2024</div>"))
    assert dated(press.one())[1].startswith("doubtful")


def test_a_month_in_the_address_leaves_the_day_of_the_line(press: Any) -> None:
    link = '<link rel="canonical" href="https://paper.example/2024/11/reserve">'
    press.put("a.html", page(head=link, below="<p>12 نوفمبر 2024</p>"))
    article = press.one()
    assert article.date is not None
    assert article.date.iso == "2024-11-12"


@pytest.mark.parametrize(
    "line",
    [
        "نُشر في العدد 214، الصفحة 6، بتاريخ 7 / 11 / 2024",
        "نشرت في العدد رقم 214 - ص 6 - 7 نوفمبر 2024",
        "العدد 214، صفحة 6، 7 / 11 / 2024",
    ],
)
def test_the_issue_page_and_day_below_a_text_are_one_statement(press: Any, line: str) -> None:
    press.put("a.txt", text(TITLE, *PROSE, line))
    article = press.one()
    assert dated(article)[0] == "2024-11-07"
    assert article.provenance.removed == (line,)


def test_slashes_with_spaces_within_a_day_part_nothing(press: Any) -> None:
    press.put("a.txt", text(TITLE, "سلمى إدريس / 7 / 11 / 2024", *PROSE))
    article = press.one()
    assert (dated(article)[0], article.authors) == ("2024-11-07", ("سلمى إدريس",))


def test_a_day_behind_the_number_of_an_article(press: Any) -> None:
    first, second = "ترميم سور المدينة القديمة", "افتتاح مكتبة في حي الزهور"
    other = "افتتحت البلدية مكتبة عامة في حي الزهور تضم ستة آلاف كتاب، وتفتح أبوابها كل مساء عدا الجمعة."
    digest = (
        f"1- بريد الساحل - 7/11/2024\nعنوان: {first}",
        PROSE[0],
        f"2- بريد الجبل - 8/11/2024\nعنوان: {second}",
        other,
    )
    press.put("a.txt", "\n".join(digest) + "\n")
    assert [(each.title, dated(each)[0]) for each in press.take_in()] == [(second, "2024-11-08"), (first, "2024-11-07")]


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Posted: Wednesday, September 4, 2024 12:00 am", "2024-09-04"),
        ("Posted: Wednesday, September 4, 2024 at 12:00 a.m.", "2024-09-04"),
        ("Posted: Wednesday, September 4, 2024 12:05 am", "2024-09-04T00:05:00"),
        ("Posted: Wednesday, September 4, 2024 12:00 pm", "2024-09-04T12:00:00"),
    ],
)
def test_the_clock_that_programs_give_to_a_day_is_none(press: Any, line: str, iso: str) -> None:
    press.put("a.txt", text(TITLE_EN, *PROSE_EN, line))
    article = press.one()
    assert dated(article)[0] == iso
    assert (article.date_raw or "") in line


def test_midnight_behind_an_arabic_day_is_none(press: Any) -> None:
    press.put("a.txt", text(TITLE, "12 نوفمبر 2024 - 00:00", *PROSE))
    assert dated(press.one())[0] == "2024-11-12"
