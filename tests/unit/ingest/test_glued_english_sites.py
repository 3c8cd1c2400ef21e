"""English articles pasted one below the other as the pages of their sites give them: whose a fact between two texts is,
what a byline tells, entries and works that have heads like those of articles."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

GHAF = (
    "The tree was planted on Sunday by a class of schoolchildren, two of whom had to be pulled out of the hole.",
    "The works authority said that the whole of the road would lie in the shade within twelve years.",
    "Ghaf trees need water in their first two summers only, it said, and then find their own.",
)
POWER = (
    "Lebanon was left without electricity on Monday after its two largest power stations ran out of fuel.",
    "The Zahrani and Deir Ammar plants between them made two fifths of the country's power.",
    "Many Lebanese already rely on generators, whose owners charge by the hour.",
)
SNOW = (
    "The children of Ain Sefra found the dunes white on Tuesday, and by noon they had used up all of it.",
    "Snow falls here once in several years, when cold air slides down from the Atlas.",
    "A teacher let her class go at ten, as she had nothing to tell them that was truer.",
)
TREES, LIGHTS, DUNES = (
    "Qatar plants ghaf trees along the road",
    "Lebanon power stations run out of fuel",
    "Snow on the dunes",
)


def facts(found: object) -> list[tuple[str | None, str | None]]:
    """The day and source of each article."""
    return [(draft.date.iso[:10] if draft.date else None, draft.source) for draft in found.drafts]  # type: ignore[attr-defined]


@pytest.mark.parametrize("gap", [(), ("",)], ids=["all lines in a row", "an empty line between all"])
def test_outlet_and_day_below_a_text_are_not_those_of_the_next(gap: tuple[str, ...]) -> None:
    lines = [
        TREES,
        *GHAF,
        "The Peninsula, 22 July 2019",
        LIGHTS,
        *POWER,
        DUNES,
        "By Dana Prescott",
        "3 May 2020",
        *SNOW,
    ]
    found = take_apart(*(each for line in lines for each in (line, *gap)))
    assert titles(found) == [TREES, LIGHTS, DUNES]
    assert facts(found) == [("2019-07-22", "The Peninsula"), (None, None), ("2020-05-03", None)]


def test_a_fact_that_the_next_article_states_itself_is_the_foot_of_the_one_above() -> None:
    found = take_apart(TREES, "By Sara Falah", *GHAF, "22 July 2019", LIGHTS, "23 July 2019", *POWER)
    assert titles(found) == [TREES, LIGHTS]
    assert [day for day, _ in facts(found)] == ["2019-07-22", "2019-07-23"]


@pytest.mark.parametrize(
    ("above", "below", "whose"), [("", "", 1), ("", None, 1), (None, "", 0)], ids=["head by form", "head", "foot"]
)
def test_the_wider_gap_tells_whose_a_day_is(above: str | None, below: str | None, whose: int) -> None:
    """Where the gaps are alike, a bare day goes to the title below if the first article says its own day."""
    said = () if whose == 0 else ("By Sara Falah", "20 July 2019")
    between = [line for line in (above, "24 July 2019", below) if line is not None]
    found = take_apart(TREES, *said, *GHAF, *between, LIGHTS, *POWER)
    assert titles(found) == [TREES, LIGHTS]
    days = [day for day, _ in facts(found)]
    assert days == (["2019-07-20", "2019-07-24"] if whose else ["2019-07-24", None])


def test_lines_of_the_page_between_a_head_and_its_title_do_not_part_them() -> None:
    found = take_apart(
        DUNES,
        *SNOW,
        "",
        "The New York Times",
        "April 22, 2016 Friday",
        "Late Edition - Final",
        LIGHTS,
        "BYLINE: By CARLA BRANDT",
        *POWER,
    )
    assert titles(found) == [DUNES, LIGHTS]
    assert facts(found) == [(None, None), ("2016-04-22", "The New York Times")]


def test_a_byline_begins_an_article_though_its_title_says_little_of_its_text() -> None:
    texts = (
        "He is nine, he stammers, and he has never once been interrupted by it.",
        "I have read the essays about what machines take away from children, and sat beside mine while he read them.",
        "His school has thirty-eight pupils to a class and one Miss Huda, to whom he cannot speak.",
    )
    title = "My Neighbour Is a Chatbot and I Am Grateful"
    found = take_apart(DUNES, "(The Bay Courier, February 2, 2022)", *SNOW, title, "By Nadine Farah", *texts)
    assert titles(found) == [DUNES, title]
    assert [draft.authors for draft in found.drafts] == [(), ("Nadine Farah",)]


def test_books_with_their_authors_are_no_articles() -> None:
    works = (
        "The Salt Road of Ghadames",
        "By Hisham Mansour",
        "A caravan loses its guide, and then its reasons. The best novel about thirst in years, and funnier.",
        "Twelve Balconies",
        "By Lina Doughan",
        "Beirut in twelve conversations, each of which is overheard by the next. You will want to move in.",
        "The Clockmaker of Port Said",
        "By Adel Ghoneim",
        "A murder, a canal and a clock that runs backwards during the month of fasting.",
    )
    intro = "Here are the books that we shall take with us, if there is room beside the batteries."
    found = take_apart("Summer reading: three books from the coast", "By Nour Sabbagh", "1 July 2021", intro, *works)
    assert titles(found) == ["Summer reading: three books from the coast"]
    assert found.drafts[0].authors == ("Nour Sabbagh",)
    assert bodies(found) == [[intro, *works]]


def test_entries_below_the_hour_are_no_articles_though_each_names_its_writer() -> None:
    found = take_apart(
        "Middle East live: talks resume in Cairo",
        "By Omar Farid and Claire Dunne",
        "14 March 2024",
        "17:40",
        "Delegation leaves for Doha",
        "By Omar Farid",
        "The delegation left Cairo airport at half past five without speaking to reporters, an official said.",
        "16:15",
        "Aid lorries reach northern crossing",
        "By Claire Dunne",
        "Thirty-one lorries with flour and tents reached the crossing on Thursday afternoon, the largest convoy yet.",
        "15:02",
        "What we know so far",
        "Talks in Cairo have gone on since Tuesday. The mediators say that gaps have narrowed.",
    )
    assert titles(found) == ["Middle East live: talks resume in Cairo"]
