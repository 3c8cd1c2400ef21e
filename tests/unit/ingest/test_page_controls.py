"""Buttons that are copied with a page: to share it, to print it, to change its type, and the counts beside them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.page_controls import find_controls
from tests.unit.ingest.test_forms_of_bylines import DAYS, PROSE, TITLES

ROWS = [
    ("en", ("Print", "Email", "Reprints", "share", "LinkedIn", "StumbleUpon", "Digg", "Del.i.cious", "Tweet")),
    ("en", ("1.1k", "Shares", "Share", "Tweet", "Share", "What's This?")),
    ("en", ("Mixx Facebook Twitter Digg delicious reddit MySpace StumbleUpon LinkedIn",)),
    ("en", ("5347 CONNECT 207 TWEET 24 LINKEDIN 181 COMMENTEMAILMORE",)),
    ("en", ("Story Tools", "post a comment", "e-mail this story", "print this story", "suggest a story", "digg this")),
    ("en", ("What's Your Reaction?", "Inspiring", "Greedy", "Typical", "Scary", "Amazing", "Infuriating")),
    ("en", ("[+] Enlarge",)),
    ("ar", ("شارك", "غرّد", "طباعة", "إرسال إلى صديق", "حجم الخط", "فيسبوك", "تويتر", "25")),
    ("ar", ("فيسبوك تويتر واتساب تيليجرام 120",)),
    ("ar", ("ما رأيك في الخبر؟", "مفرح", "محزن", "مدهش", "مقلق", "ملهم")),
]


def _lines(*texts: str, gaps: bool = False) -> list[Line]:
    step = 2 if gaps else 1
    lines = [Line.of(text, 1 + at * step) for at, text in enumerate(texts)]
    return [Line(x.text, x.number, x.last_number, words=x.words, after_blank=gaps and x.number > 1) for x in lines]


def _found(*texts: str, gaps: bool = False) -> list[str]:
    lines = _lines(*texts, gaps=gaps)
    numbers = find_controls(lines, lambda line: line.text.startswith("By "))
    return [line.text for line in lines if line.number in numbers]


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=[row[0] for _, row in ROWS])
def test_a_row_of_buttons_is_nothing_of_the_article(press: Any, lang: str, row: tuple[str, ...]) -> None:
    head = "\n".join((TITLES[lang], DAYS[lang], *row))
    press.put("a.txt", "\n\n".join((head, *PROSE[lang])) + "\n")
    article = press.one()
    assert (article.title, article.kicker, article.description) == (TITLES[lang], None, None)
    assert article.body.strip().split("\n\n") == list(PROSE[lang])


def test_a_few_short_lines_between_two_buttons_belong_to_the_row() -> None:
    assert "Submit this one too" in _found("Title", "Email", "Print", "Submit this one too", "Twitter", "Text below.")
    assert "Submit this one too" not in _found("Title", "Print", "Email", "Submit this one too", "Text below.")


def test_one_word_that_is_a_button_as_well_stays() -> None:
    assert _found("Title", PROSE["en"][0], "Connect", PROSE["en"][1], gaps=True) == []


def test_facts_among_buttons_stay() -> None:
    assert "By Lina Karam" not in _found("Title", "Recommend", "Tweet", "By Lina Karam", "Reprints", "Recommend")


def test_lists_in_a_text_stay(press: Any) -> None:
    towns = ("Amman", "Aqaba", "Irbid", "Jerash", "Karak", "Madaba")
    press.put("a.txt", "\n\n".join((TITLES["en"], DAYS["en"], PROSE["en"][0], "\n".join(towns), PROSE["en"][1])) + "\n")
    assert all(town in press.one().body for town in towns)


def test_what_leads_to_other_articles_of_a_writer_stands_above_the_day(press: Any) -> None:
    press.put("a.txt", "\n".join((TITLES["en"], "by Lina Karam", "More from this author", "4 Mar 2024", *PROSE["en"])))
    article = press.one()
    assert article.date is not None
    assert (article.date.iso, article.authors) == ("2024-03-04", ("Lina Karam",))


def test_signs_of_a_pages_own_type_are_copied_as_letters() -> None:
    assert _found("Title", "S", PROSE["en"][0], "S", PROSE["en"][1], "S", gaps=True) == ["S", "S", "S"]
    assert _found("Title", "Q", PROSE["en"][0], "Q", PROSE["en"][1], "Q", gaps=True) == []


@pytest.mark.parametrize(
    "link",
    [
        "PHOTOS: The gardens of the south in spring",
        "Most popular in Gardens »",
        "MORE GARDENS →",
        "All gardens of the south >",
    ],
)
def test_a_link_to_other_pages(link: str) -> None:
    assert _found("Title", PROSE["en"][0], link, PROSE["en"][1], gaps=True) == [link]


@pytest.mark.parametrize("text", ["VIDEO: It shows the gate.", "He said: «no»", "LINA KARAM: I never saw that garden."])
def test_speech_is_no_link(text: str) -> None:
    assert _found("Title", PROSE["en"][0], text, PROSE["en"][1], gaps=True) == []


def test_where_a_weblog_has_its_news_from() -> None:
    rows = ("Via Gardenweb", "Source Valley Times (Hills) The Courier", "Related Items beds city council garden water")
    assert _found("Title", PROSE["en"][0], *rows) == list(rows)
    assert _found("Title", PROSE["en"][0], rows[0], PROSE["en"][1], gaps=True) == []
