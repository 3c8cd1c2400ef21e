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
