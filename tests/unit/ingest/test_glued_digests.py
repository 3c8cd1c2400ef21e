"""English newsletters, wires and monitors' reports of several articles, and what stands around each of them."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.headline_verbs import says_what_happens
from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

BRIDGE = "Investigators blame a weld and not a lorry for the crack that closed the crossing, and half of its freight."
WHEAT = "The state's buyer took half a million tons in its largest tender since August, and paid more than last time."
NURSES = "Four flights a month now carry nurses abroad, where an agency meets them with a bus, a contract and a coat."


def item(title: str, text: str, source: str) -> tuple[str, str]:
    return title, f"{text} ({source})"


@pytest.mark.parametrize("gap", [(), ("",)])
def test_each_text_with_its_outlet_behind_it_is_an_article_whatever_its_title(gap: tuple[str, ...]) -> None:
    found = take_apart(
        "Good morning. Here is what you need to know.",
        "",
        *item("Grain at the gate", WHEAT, "Reuters"),
        *gap,
        *item("Who broke it?", BRIDGE, "Nikkei Asia"),
        *gap,
        *item("A contract and a coat", NURSES, "The Bay Observer"),
        *gap,
        *item("Goodbye, fax", BRIDGE.replace("weld", "plug"), "Financial Times"),
    )
    assert titles(found)[1:] == ["Who broke it?", "A contract and a coat", "Goodbye, fax"]
    assert [draft.source for draft in found.drafts] == ["Reuters", "Nikkei Asia", "The Bay Observer", "Financial Times"]


def test_agencies_behind_the_paragraphs_of_one_report_part_nothing() -> None:
    found = take_apart("Grain at the gate", f"{WHEAT} (Reuters)", f"{NURSES} (AP)", f"{BRIDGE} (AFP)")
    assert titles(found) == ["Grain at the gate"]


def test_another_author_by_label_below_a_line_begins_an_article_of_which_the_text_tells_nothing() -> None:
    found = take_apart(
        "Enough of this",
        "By Salma Idrissi",
        WHEAT,
        NURSES,
        "The Courts Cannot Help",
        "By Peter Van Houten",
        BRIDGE,
        "No judge has ever mended one, and it took the town eleven years to find that out.",
    )
    assert titles(found) == ["Enough of this", "The Courts Cannot Help"]
    assert [draft.authors for draft in found.drafts] == [("Salma Idrissi",), ("Peter Van Houten",)]


def test_the_slugs_of_a_wire_belong_to_no_text() -> None:
    found = take_apart(
        "BC-ML--Wheat, 1st Ld-Writethru,412",
        "State buys wheat in large tender",
        f"CAIRO (AP) — {WHEAT}",
        NURSES,
        "",
        "BC-EU--Rhine-Bridge,265",
        "Weld blamed for crack in bridge",
        f"COLOGNE, Germany (AP) — {BRIDGE}",
        NURSES,
        "AP-WF-03-27-24 2214GMT",
    )
    assert titles(found) == ["State buys wheat in large tender", "Weld blamed for crack in bridge"]
    assert not any("BC-" in line or "2214" in line for body in bodies(found) for line in body)


def test_what_a_letter_says_on_the_line_of_its_salutation_is_all_that_it_says() -> None:
    found = take_apart(
        "From: Rima Saab",
        "Subject: Fwd: clippings",
        "Dear all, please find the items for today below. Regards, Rima",
        "",
        "State buys wheat in large tender",
        "6 June 2024",
        WHEAT,
        NURSES,
        "Sent from my iPhone",
    )
    assert titles(found) == ["State buys wheat in large tender"]
    assert bodies(found) == [[WHEAT, NURSES]]


def test_a_monitors_foot_has_its_year_in_two_digits() -> None:
    found = take_apart(
        "State buys wheat", WHEAT, NURSES, "Source: MENA news agency, Cairo, in English 1215 gmt 6 Mar 12"
    )
    assert [draft.date.iso for draft in found.drafts if draft.date] == ["2012-03-06"]


def test_the_first_line_behind_a_pages_foot_is_the_title_though_its_standfirst_is_told_more() -> None:
    found = take_apart(
        "Railway wins back its night trains",
        "Greta Aalto",
        "April 22, 2024",
        WHEAT,
        NURSES,
        "3 Comments",
        "Share on Facebook",
        '"We are not a museum": town fights over its crossing',
        "Investigators blame a weld for the crack",
        "Tomasz Wilk",
        "April 23, 2024",
        BRIDGE,
        WHEAT.replace("August", "the crossing closed"),
    )
    assert titles(found)[1:] == ['"We are not a museum": town fights over its crossing']


GRAIN_SHIPS = (
    "Owners of eleven ships with grain asked Lloyd's in London on Monday what a war on the Danube would cost.",
    "Brokers said that the rates were being typed.",
)
ORCHARD = (
    "Two brothers of Armagh who have not spoken for years both claim a row of forty Bramley trees, a judge heard.",
    "Judgment was reserved.",
)


def test_other_names_and_a_full_opening_begin_an_article_without_any_sign() -> None:
    found = take_apart(
        "Ships wait at the river's mouth", *GRAIN_SHIPS, "Judge hears two brothers over forty trees", *ORCHARD
    )
    assert titles(found) == ["Ships wait at the river's mouth", "Judge hears two brothers over forty trees"]


def test_a_subhead_above_a_text_on_the_same_people_parts_nothing() -> None:
    found = take_apart(
        "Ships wait at the river's mouth",
        *GRAIN_SHIPS,
        "What the owners want to hear",
        "The owners would sail if Lloyd's took the risk on itself, and go home if it does not.",
        "On the Danube nobody has counted the nights.",
    )
    assert titles(found) == ["Ships wait at the river's mouth"]


def test_what_closes_a_text_in_which_another_may_begin_is_said_of_neither() -> None:
    merged = take_apart(
        "Ships wait at the river's mouth",
        *GRAIN_SHIPS,
        "Of apples and two old men",
        "They have not spoken for thirty years, and both claim the same forty trees. (Reuters)",
    )
    assert [draft.source for draft in merged.drafts if draft.title.startswith("Ships")] == [None]


def test_an_attribution_behind_a_dash_stays_with_the_text_above_it() -> None:
    found = take_apart(
        "Ships wait at the river's mouth",
        "5 March 2024",
        *GRAIN_SHIPS,
        "— The Bay Courier, 6 March 2024",
        "Judge hears two brothers over forty trees",
        *ORCHARD,
    )
    assert [draft.source for draft in found.drafts] == ["The Bay Courier", None]


def test_a_person_an_outlet_and_the_day_on_one_line_are_each_told() -> None:
    found = take_apart("Ships wait at the mouth", "Jane Doe, The Bay Courier, September 2, 2024", *GRAIN_SHIPS)
    (draft,) = found.drafts
    assert (draft.authors, draft.source, draft.date and draft.date.iso) == (
        ("Jane Doe",),
        "The Bay Courier",
        "2024-09-02",
    )


@pytest.mark.parametrize(
    ("headline", "says"),
    [
        ("Union calls strike in ports", True),
        ("City to build a second bridge", True),
        ("Reservists sue over unpaid leave", True),
        ("The price of a slab", False),
        ("A night in the cab", False),
    ],
)
def test_headlines_of_news_say_what_happens(headline: str, says: bool) -> None:
    assert says_what_happens(headline) is says
