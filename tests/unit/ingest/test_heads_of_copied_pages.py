"""What stands around the title of a page that somebody copies: sections and day above it, day below captions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.ingest.test_forms_of_bylines import DAYS, PROSE, TITLES


@pytest.mark.parametrize("size", ["", "text size: T T "])
def test_section_and_day_in_one_line_above_the_title(press: Any, size: str) -> None:
    above = f"{size}Your Town March 18, 2024, 6:37 PM EDT"
    standfirst = 'Gardens are what keeps a town cool, says the mayor, who plants "a tree a day"'
    press.put("a.txt", "\n".join((above, TITLES["en"], standfirst, "", "By Lina Karam", "", *PROSE["en"])) + "\n")
    article = press.one()
    assert (article.title, article.kicker, article.description) == (TITLES["en"], "Your Town", standfirst)
    assert article.authors == ("Lina Karam",)
    assert article.date is not None
    assert article.date.iso == "2024-03-18T18:37:00-04:00"


def test_an_event_with_its_hour_gives_no_day(press: Any) -> None:
    press.put("a.txt", "\n\n".join((TITLES["en"], "Opening Night March 18, 2024, 7:30 PM", *PROSE["en"])) + "\n")
    assert press.one().date is None


@pytest.mark.parametrize(
    ("lang", "sections"), [("en", "Home Life, Parks and Gardens,"), ("ar", "محليات، حدائق ومتنزهات،")]
)
def test_sections_with_a_comma_behind_them_stand_above_the_title(press: Any, lang: str, sections: str) -> None:
    press.put("a.txt", "\n".join((sections, TITLES[lang], DAYS[lang], *PROSE[lang])) + "\n")
    article = press.one()
    assert (article.title, article.kicker) == (TITLES[lang], sections[:-1])


def test_a_sentence_above_the_day_with_its_time_is_the_standfirst(press: Any) -> None:
    standfirst = "A plan for seven new gardens has been approved in one session."
    caption = "The southern park, where the first of the gardens will be made Photo: VALLEY TIMES"
    press.put("a.txt", "\n".join((TITLES["en"], standfirst, caption, "", "9:39AM BST 05 Oct 2021", "", *PROSE["en"])))
    article = press.one()
    assert (article.title, article.description) == (TITLES["en"], standfirst)
    assert article.date is not None
    assert article.date.iso == "2021-10-05T09:39:00+01:00"
    assert article.body.startswith(PROSE["en"][0])


def test_a_byline_for_an_agency_with_how_long_ago(press: Any) -> None:
    byline = "By LINA KARAM and OMAR ASHOUR - AP Garden Writers | AP – 1 hr 4 mins ago"
    press.put("a.txt", "\n\n".join((TITLES["en"], byline, *PROSE["en"])) + "\n")
    article = press.one()
    assert (article.authors, article.source, article.date) == (("Lina Karam", "Omar Ashour"), "AP", None)


def test_a_site_behind_a_bar_below_the_day(press: Any) -> None:
    press.put("a.txt", "\n\n".join((TITLES["en"], "Published March 4, 2024", "| ValleyTimes.com", *PROSE["en"])) + "\n")
    article = press.one()
    assert (article.source, article.kicker) == ("ValleyTimes.com", None)


TAGS = (
    ("tags in small letters", "1.9, beds, city council, garden, gardens, southern districts, SouthernDistricts, water"),
    ("tags between spaces", "Parks , Video , Town News , Valley Economy , Garden Law , Valley Gardens"),
)


@pytest.mark.parametrize("tags", [each for _, each in TAGS], ids=[name for name, _ in TAGS])
def test_tags_between_commas_are_no_text(press: Any, tags: str) -> None:
    press.put("a.txt", "\n\n".join((f"{TITLES['en']} again", DAYS["en"], tags, *PROSE["en"])) + "\n")
    press.put("b.txt", "\n\n".join((TITLES["en"], DAYS["en"], *PROSE["en"], tags)) + "\n")
    for article in press.take_in():
        assert article.description is None
        assert article.body.strip().split("\n\n") == list(PROSE["en"])


def test_a_list_of_names_is_text(press: Any) -> None:
    names = "Lina Karam, Omar Ashour, Nour Haddad, Tomasz Wilk, Greta Aalto, Otto Varga, Hind Saleh"
    press.put("a.txt", "\n\n".join((TITLES["en"], DAYS["en"], *PROSE["en"], names)) + "\n")
    assert names in press.one().body


def test_whoever_a_line_names_writes_though_the_page_says_what_else_they_do(press: Any) -> None:
    bio = "Ottoline Varga currently works for the Valley Times as a writer, and grows eleven kinds of roses at home."
    press.put("a.txt", "\n\n".join((TITLES["en"], "Ottoline Varga", DAYS["en"], bio, *PROSE["en"])) + "\n")
    assert press.one().authors == ("Ottoline Varga",)


def test_a_box_with_the_reporter_above_the_title(press: Any) -> None:
    box = ("Ottoline Varga", "ottoline@valley.example | Valley Reporting", "Get Email Alerts from this Reporter")
    topics = "Read More: City Council, Valley Gardens, Southern Districts, Trees, Valley News"
    head = "\n".join((*box, TITLES["en"], "", "First Posted: 03-18-24 05:18 PM", "", topics))
    press.put("a.txt", "\n\n".join((head, *PROSE["en"])) + "\n")
    article = press.one()
    assert (article.title, article.kicker, article.authors) == (TITLES["en"], None, ("Ottoline Varga",))
    assert article.body.strip().split("\n\n") == list(PROSE["en"])
