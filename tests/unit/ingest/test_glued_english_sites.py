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


WIRE = (
    "BAGHDAD (AP) — Iraq's prime minister said Tuesday he had chosen a Cabinet of independents. He gave no names.",
    "He has until March 2 to win a vote of confidence in a parliament that is split in four.",
    "Protesters in Tahrir Square greeted the news with whistles and burned a sofa.",
)


@pytest.mark.parametrize("between", [("",), ("* * *",), ("© 2020 Reuters",)], ids=["gap", "rule", "foot"])
def test_a_wire_pasted_without_its_title_is_an_article_under_its_first_sentence(between: tuple[str, ...]) -> None:
    first = f"CAIRO (Reuters) - {GHAF[0]}"
    found = take_apart(TREES, "February 18, 2020", first, *GHAF[1:], *between, *WIRE)
    assert titles(found) == [TREES, "Iraq's prime minister said Tuesday he had chosen a Cabinet of independents"]
    assert bodies(found) == [[first, *GHAF[1:]], list(WIRE)]
    assert [(draft.source, draft.dateline) for draft in found.drafts] == [("Reuters", "CAIRO"), ("AP", "BAGHDAD")]
    rules = [next(rule for rule in draft.rules if rule.field == "title") for draft in found.drafts]
    assert [(rule.sure.value, rule.rule) for rule in rules] == [
        ("likely", "first-line"),
        ("doubtful", "first-sentence"),
    ]


def test_a_wire_from_another_place_within_a_report_that_nothing_sets_off_is_no_article() -> None:
    first = f"CAIRO (AP) — {GHAF[0]}"
    found = take_apart(
        TREES, "By Sara Falah", "", first, "", GHAF[1], "", GHAF[2], "", WIRE[0], "", WIRE[1], "", WIRE[2]
    )
    assert titles(found) == [TREES]


def test_headlines_of_a_list_with_their_days_are_not_the_next_article() -> None:
    found = take_apart(
        TREES,
        "By Sara Falah - Sep 03,2024 - Last updated at Sep 03,2024",
        *GHAF,
        "12 users have voted.",
        "Related Articles",
        "Ministry says pumps to arrive before summer begins",
        "Nov 12, 2023",
        "Private schools raise fees by up to 8%",
        "Aug 22, 2024",
        "",
        LIGHTS,
        "By AFP - Sep 04,2024 - Last updated at Sep 04,2024",
        *POWER,
    )
    assert titles(found) == [TREES, LIGHTS]
    assert facts(found)[1] == ("2024-09-04", "AFP")


@pytest.mark.parametrize(
    "head",
    [
        ("Rows of saplings reach halfway to the coast.", "Published On 30 Aug 2022", "Save articles to read later."),
        (
            "Rows of saplings reach halfway to the coast, and scientists say that there is a catch",
            "Conor Blythe",
            "30 August 2022",
        ),
        (
            "Rows of saplings reach halfway to the coast.",
            "Give this article",
            "By Karen Whitlock",
            "Published Aug. 30, 2022",
        ),
        ("Rows of saplings reach halfway to the coast", "by", "Nandini Rao", "Published: Tue 30 Aug 2022, 6:00 AM"),
    ],
    ids=["labelled day", "bare name", "words of the page between", "label above its name"],
)
def test_a_standfirst_above_the_byline_or_day_leaves_them_in_the_head(head: tuple[str, ...]) -> None:
    found = take_apart(TREES, *head, *GHAF)
    assert found.drafts[0].description == head[0]
    assert found.drafts[0].date is not None
    assert found.drafts[0].date.iso[:10] == "2022-08-30"
    assert bodies(found) == [list(GHAF)]


def test_a_newsroom_in_small_letters_is_a_byline_and_no_second_line_of_the_title() -> None:
    title = "Central bank chief to be questioned by a European delegation on Thursday"
    found = take_apart(title, "by Naharnet Newsdesk 15 March 2023, 14:20", *POWER)
    assert titles(found) == [title]
    assert facts(found) == [("2023-03-15", None)]


def test_a_name_in_capitals_between_two_days_is_the_author() -> None:
    head = ("Short Url", "Updated 05 January 2024", "DEEMA HIJAZI", "January 05, 2024 12:00", "Follow")
    found = take_apart(TREES, *head, *GHAF)
    assert found.drafts[0].authors == ("DEEMA HIJAZI",)
    assert bodies(found) == [list(GHAF)]


def test_outlet_day_and_editor_between_bars_are_told_apart() -> None:
    found = take_apart(TREES, "Source: Xinhua| 2019-12-03 20:12:15|Editor: huaxia", *GHAF, "Enditem")
    assert facts(found) == [("2019-12-03", "Xinhua")]
    assert bodies(found) == [list(GHAF)]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        (
            "(Reporting by Nadine Farouk in Cairo and Simon Keller; Additional reporting by Mei Tanaka in Singapore; "
            "Editing by Ruth Olsen)",
            ("Nadine Farouk", "Simon Keller"),
        ),
        ("Associated Press writer Karim Belhaj in Sfax contributed to this report.", ()),
        ("Mr. Rahal reported from Beirut. Asmaa Lutfi contributed reporting from Sana.", ()),
    ],
)
def test_those_who_helped_with_a_report_are_no_part_of_its_text(line: str, authors: tuple[str, ...]) -> None:
    found = take_apart(TREES, *GHAF, line)
    assert bodies(found) == [list(GHAF)]
    assert found.drafts[0].authors == authors


@pytest.mark.parametrize(
    "sentence",
    [
        "Jane Doe reported from Beirut for forty years and never learned to drive there.",
        "Critics said that the tax had contributed to the report. The minister denied it.",
    ],
)
def test_a_sentence_that_tells_of_reports_stays_in_the_text(sentence: str) -> None:
    assert bodies(take_apart(TREES, *GHAF, sentence)) == [[*GHAF, sentence]]


def test_the_head_of_the_first_article_is_no_cover_of_the_file() -> None:
    head = ("https://arab.news/z7m3w", "Updated 05 January 2024", "DEEMA HIJAZI", "January 05, 2024 12:00")
    found = take_apart(TREES, *head, *GHAF, "", LIGHTS, "Feb 20, 2024", *POWER)
    assert titles(found) == [TREES, LIGHTS]
    assert facts(found) == [("2024-01-05", None), ("2024-02-20", None)]
    assert bodies(found) == [list(GHAF), list(POWER)]
    assert found.drafts[0].authors == ("DEEMA HIJAZI",)


def test_days_that_follow_each_other_below_titles_are_no_numbers_of_pages() -> None:
    pages = ((TREES, "18 June 2024", GHAF), (LIGHTS, "19 June 2024", POWER), (DUNES, "20 June 2024", SNOW))
    found = take_apart(*(line for title, day, text in pages for line in (title, day, "Share", "Save", *text, "")))
    assert titles(found) == [TREES, LIGHTS, DUNES]
    assert [day for day, _ in facts(found)] == ["2024-06-18", "2024-06-19", "2024-06-20"]


def test_an_address_below_a_title_is_no_second_line_of_it() -> None:
    title = "Recovery in Derna will take years, an envoy tells the Council"
    found = take_apart(title, "https://news.example.org/en/story/2023/10/1142222", "11 October 2023", *POWER)
    assert titles(found) == [title]
    assert found.drafts[0].url == "https://news.example.org/en/story/2023/10/1142222"


def test_a_long_clause_between_two_texts_is_a_title() -> None:
    title = "Village near Toledo keeps its mayor of 1983 for want of another"
    text = (
        "In Villarejo everybody is on a list, and most of them are on their own.",
        "The mayor, who has been one since 1983, does not mind, as somebody has to open the hall.",
        "Votes are counted by the priest, who is not allowed to have an opinion.",
    )
    assert titles(take_apart(DUNES, *SNOW, title, *text)) == [DUNES, title]
