"""English news pages pasted one below the other: heads of byline and day, what is left of the page, fronts of files."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

PUMPS = (
    "The company admitted that it had let sewage run into the estuary on forty occasions in two winters.",
    "Exeter crown court heard that alarms at a pumping station had been switched off at night.",
    "Oyster growers, who lost a season, were in court to hear the sentence passed on Tuesday.",
)
BUSES = (
    "On the 7.10 there were once so many children that the driver let the smallest sit on the engine cover.",
    "This spring the service stopped, along with two hundred others in the west of the country.",
    "Campaigners say that a third of all villages have no service at all on weekdays now.",
)
SCORER = (
    "He kept the book for 7,412 games and missed one, for the wedding of his only daughter.",
    "On Sunday he closed it, capped his green pencil and asked whether anybody wanted the chair.",
)


def page(title: str, author: str, day: str, text: Sequence[str], *, standfirst: str = "") -> tuple[str, ...]:
    """An article as its page has it."""
    return (title, *([standfirst] if standfirst else []), f"By {author}", day, *text)


def test_a_head_of_byline_and_day_begins_an_article_though_its_title_asks_and_has_a_standfirst() -> None:
    found = take_apart(
        "Water firm fined over sewage in estuary",
        "Judge says managers had known of failing pumps for two winters",
        "Harriet Lomax, south-west correspondent",
        "Tue 14 May 2024 11.42 BST",
        *PUMPS,
        "Share",
        "Reuse this content",
        "Why are so many rural lines disappearing?",
        "Councils blame the drivers, and passengers blame the councils",
        "Owen Prys",
        "Wed 15 May 2024 06.00 BST",
        *BUSES,
    )
    assert titles(found) == ["Water firm fined over sewage in estuary", "Why are so many rural lines disappearing?"]
    assert [draft.description for draft in found.drafts] == [
        "Judge says managers had known of failing pumps for two winters",
        "Councils blame the drivers, and passengers blame the councils",
    ]
    assert [draft.authors for draft in found.drafts] == [("Harriet Lomax",), ("Owen Prys",)]
    assert [draft.date.iso[:10] for draft in found.drafts if draft.date] == ["2024-05-14", "2024-05-15"]
    assert bodies(found) == [list(PUMPS), list(BUSES)]


def test_two_names_in_one_byline_are_both_kept_where_one_is_known() -> None:
    found = take_apart("Trust apologises to patients", "Priya Nandakumar and Sam Ostler", "15 May 2024", *BUSES)
    assert found.drafts[0].authors == ("Priya Nandakumar", "Sam Ostler")


def test_a_day_above_the_title_below_the_way_back_of_the_page_is_of_the_article_below() -> None:
    found = take_apart(
        "Home / News / Europe",
        "Monday, 6 January 2025 - 14:05",
        "Water firm fined over sewage in estuary",
        *PUMPS,
        "Home / News / Society",
        "Tuesday, 7 January 2025 - 16:22",
        "Village service of the west stopped for good",
        *BUSES,
    )
    assert [draft.date.iso[:10] for draft in found.drafts if draft.date] == ["2025-01-06", "2025-01-07"]
    assert bodies(found) == [list(PUMPS), list(BUSES)]


@pytest.mark.parametrize(
    ("above", "standfirst"),
    [
        (("Morning file of the press office", "Wednesday 11 October 2023"), ()),
        ((), ("Managers knew of failing pumps",)),  # of the first article alone: it is no front of the file
    ],
)
def test_what_stands_above_the_first_article_of_a_file_is_not_its_title(
    above: tuple[str, ...], standfirst: tuple[str, ...]
) -> None:
    heads = ("Water firm fined over sewage in estuary", "Village service of the west stopped for good")
    found = take_apart(
        *(*above, heads[0], *standfirst, "Outlet: The Harbour Post", "Date: 10 October 2023", *PUMPS, ""),
        *(heads[1], "Outlet: The Valley News", "Date: 9 October 2023", *BUSES),
    )
    assert titles(found) == list(heads)
    assert [draft.date.iso for draft in found.drafts if draft.date] == ["2023-10-10", "2023-10-09"]
    assert found.drafts[0].removed[: len(above)] == above


OLIVES = (
    "Growers around Sfax expect to press three hundred thousand tonnes of oil after rains in March.",
    "Prices have fallen by half, and cooperatives ask the state to buy for storage.",
)
CLOCKS = (
    "Members voted by 61 to 58 to abolish the change of clocks and sent the question back an hour later.",
    "The speaker, who had voted with the majority twice, spoke of the almanac.",
)
DEER = (
    "Rangers in the Highlands counted nine thousand red deer in a census that took four winters.",
    "The herds have moved down from the hills since wolves were heard there.",
)


def test_a_title_set_off_as_those_that_are_sure_begins_an_article_of_the_file() -> None:
    heads = ("Tunisian olive harvest largest for years", "A Friday of Two Minds", "Census of red deer ends")
    found = take_apart(
        heads[0], "1 May 2023", *OLIVES, "", heads[1], "2 May 2023", *CLOCKS, "", heads[2], "3 May 2023", *DEER
    )
    assert titles(found) == list(heads)
    assert [draft.date.iso for draft in found.drafts if draft.date] == ["2023-05-01", "2023-05-02", "2023-05-03"]


def test_texts_parted_by_rules_that_are_headlines_with_prose_are_articles_each() -> None:
    heads = (
        "Best harvest in a decade for growers",
        "Parliament of two minds about summer time",
        "Nine thousand in all",
    )
    found = take_apart(heads[0], *OLIVES, "* * *", heads[1], *CLOCKS, "* * *", heads[2], *DEER)
    assert titles(found) == list(heads)


def test_sections_parted_by_rules_of_a_text_about_one_man_are_one_article() -> None:
    found = take_apart(
        "The winter that closed the Brenner",
        "By evening 1,400 lorries stood below the pass, and Franz Gruber had handed out his last blanket.",
        "Nobody at the toll station had thought of looking at a calendar.",
        "* * *",
        "A night in the cab with the engine off",
        "Drivers from Bursa shared tea with drivers from Bari, and old Gruber went from door to door.",
        "Some of them had planned to be in Munich for dinner.",
        "* * *",
        "What the ministers said in the morning",
        "Austria blamed Italy for waving the traffic on, and Italy blamed the snow on the road.",
        "Nobody asked what Gruber thought of it.",
    )
    assert titles(found) == ["The winter that closed the Brenner"]


def test_the_place_and_day_below_an_essay_are_no_title_though_a_head_stands_below() -> None:
    essay = page("A house with two doors", "Omar Hadid", "3 March 2021", DEER)
    report = page("Parliament of two minds about summer time", "Ann Roe", "4 March 2021", CLOCKS)
    found = take_apart(*essay, "Aleppo, 3 March 2009", *report)
    assert titles(found) == ["A house with two doors", "Parliament of two minds about summer time"]


def test_the_last_of_a_list_of_headlines_with_byline_and_day_is_the_title_of_an_article() -> None:
    first = page("Water firm fined over sewage in estuary", "Kelly Marsh", "2 March 2024", PUMPS)
    second = page("Oldest ballpark scorer retires at 91", "Tomás Arrieta, Staff Writer", "4 March 2024", SCORER)
    links = ("Most Read", "Recipe swaps that save you money", "Ten places to see the eclipse")
    found = take_apart(*first, *links, *second)
    assert titles(found) == ["Water firm fined over sewage in estuary", "Oldest ballpark scorer retires at 91"]
    assert [draft.authors for draft in found.drafts] == [("Kelly Marsh",), ("Tomás Arrieta",)]
    assert bodies(found) == [list(PUMPS), list(SCORER)]


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("By Tomás Arrieta | The Courier", ("Tomás Arrieta",), "The Courier"),
        ("By Ann Lee, Associated Press", ("Ann Lee",), "Associated Press"),
        ("By Ann Lee and Bo Hu, Reuters", ("Ann Lee", "Bo Hu"), "Reuters"),
        ("By Ann Lee, Bo Hu and Tom Frey", ("Ann Lee", "Bo Hu", "Tom Frey"), None),
        ("By Ann Lee, CNN", ("Ann Lee",), "CNN"),
        ("By Ann Lee, The Plain Dealer", ("Ann Lee",), "The Plain Dealer"),
    ],
)
def test_a_byline_with_an_outlet_or_with_several_names(line: str, authors: tuple[str, ...], source: str | None) -> None:
    draft = take_apart("Water firm fined over sewage in estuary", line, *PUMPS).drafts[0]
    assert (draft.authors, draft.source) == (authors, source)


def test_who_reported_wrote_and_edited_may_be_parted_by_commas() -> None:
    last = "Reporting by Ann Lee in London, Writing by Bo Hu, Editing by Tom Frey"
    draft = take_apart("Water firm fined over sewage in estuary", *PUMPS, last).drafts[0]
    assert draft.authors == ("Ann Lee", "Bo Hu")
    assert [block.text for block in draft.blocks] == list(PUMPS)


def test_an_american_day_behind_an_outlet_keeps_its_year() -> None:
    draft = take_apart("Bakers count the cost", "(The New York Times, February 2, 2022)", *PUMPS).drafts[0]
    assert draft.date is not None
    assert (draft.source, draft.date.iso) == ("The New York Times", "2022-02-02")


def test_a_title_with_a_standfirst_is_told_by_the_article_before_where_the_standfirst_tells_more() -> None:
    first, second = "How one man keeps the rolls of places that are no more", "What members tell us about clocks"
    found = take_apart(
        *page("The Accountant of Lost Villages", "Miriam Achkar", "2 April 2019", OLIVES, standfirst=first),
        *page("A Short History of the Long Debate", "Desmond Achebe", "2 May 2019", CLOCKS, standfirst=second),
    )
    assert titles(found) == ["The Accountant of Lost Villages", "A Short History of the Long Debate"]


def test_what_an_author_is_stands_between_byline_and_day_of_the_first_article_alone() -> None:
    found = take_apart(
        "Water firm fined over sewage in estuary",
        "By Gareth Pugh",
        "Local Democracy Reporter",
        "19 January 2023",
        *PUMPS,
        "Village service of the west stopped for good",
        "20 January 2023",
        *BUSES,
    )
    assert titles(found) == ["Water firm fined over sewage in estuary", "Village service of the west stopped for good"]
    assert found.drafts[0].authors == ("Gareth Pugh",)


def test_labels_below_a_headline_within_a_text_are_no_facts_of_the_article_above() -> None:
    found = take_apart(
        "Bridge toll to double from Monday",
        *PUMPS,
        "Dust",
        "Source: The Daily Star",
        "Posted on: 3 May 2021",
        "He never learned to swim and he never told anyone in the office that he had not.",
        "It was the first thing that they asked for on the boat that day.",
    )
    first = found.drafts[0]
    assert first.title == "Bridge toll to double from Monday"
    assert (first.source, first.date, first.authors) == (None, None, ())


def test_labels_right_below_a_paragraph_are_facts_of_its_article_though_more_text_follows() -> None:
    draft = take_apart("Bridge toll to double from Monday", *PUMPS, "Source: The Daily Star", *BUSES).drafts[0]
    assert draft.source == "The Daily Star"


def test_a_short_title_right_above_who_and_when_begins_an_article() -> None:
    found = take_apart("Bridge toll to double from Monday", *PUMPS, "Of clocks", "By Omar Hadid", "3 May 2021", *CLOCKS)
    assert titles(found) == ["Bridge toll to double from Monday", "Of clocks"]
    assert found.drafts[1].authors == ("Omar Hadid",)


def test_a_link_to_the_item_itself_announces_none_and_closes_each_item() -> None:
    heads = ("Metro line to open in 2029", "Cafes to take back their cups", "Causeway to be built")
    texts = (OLIVES[0], CLOCKS[0], DEER[0])
    lines = [
        line
        for n, (head, text) in enumerate(zip(heads, texts, strict=True))
        for line in (head, "", text, "", f"Read more: https://example.com/{n}", "Forwarded many times", "")
    ]
    found = take_apart(*lines[:-1])
    assert titles(found) == list(heads)
    assert bodies(found) == [[text] for text in texts]


def test_a_newspaper_that_is_not_known_is_told_by_day_and_page_behind_it() -> None:
    draft = take_apart("Pilots ask who will pay them", "Manchester Examiner, July 28, 1956, p. 1", *PUMPS).drafts[0]
    assert draft.date is not None
    assert (draft.source, draft.date.iso) == ("Manchester Examiner", "1956-07-28")
