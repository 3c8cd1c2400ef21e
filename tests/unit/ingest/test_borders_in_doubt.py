"""English texts pasted together of which little tells where one ends, and single ones that look so: what is sure is
parted, and what is not is given to nobody."""

from __future__ import annotations

from generator.ingest.readers.text.wrapping import join_wrapped
from generator.model.article import Sureness
from tests.unit.ingest.test_glued_text import bodies, lines_of, take_apart, titles

FERRY = (
    "An inquiry into the loss of a ferry off Zanzibar has found that doors",
    "on the lower deck were locked from outside to keep out passengers",
    "without tickets.",
    "It names eleven people whom it wants to be charged, among them the",
    "harbour master and two of the owners.",
)
DAM = "Villagers along the river were told to move their flocks to high ground on Monday as warm rain fell on snow."
DINAR = "The dinar traded a little stronger on Sunday, after the central bank cut the sum that a traveller may buy."
BOATS = "There were forty workshops in the marsh town when Abu Hussein learned how to bend mulberry wood."
DERBY = "Neither side had a shot on target until the seventieth minute of a game that drew thirty thousand."


def test_a_paragraph_broken_into_long_lines_is_joined_in_a_text_that_is_not_wrapped_as_a_whole() -> None:
    joined = join_wrapped(lines_of("Ferry inquiry blames locked doors", *FERRY, "", "Dam gates open", DAM, "", DINAR))
    assert [line.text for line in joined] == [
        "Ferry inquiry blames locked doors",
        " ".join(FERRY[:3]),
        " ".join(FERRY[3:]),
        "Dam gates open",
        DAM,
        DINAR,
    ]


def test_verse_lists_and_what_stands_behind_a_colon_keep_their_lines() -> None:
    lines = (
        "the boats go out at four",
        "and nobody waves from the shore",
        "The minister, who had come by train, named three things:",
        "a bridge, a school and a well for every village",
    )
    assert [line.text for line in join_wrapped(lines_of(*lines))] == list(lines)


def test_a_section_between_a_text_and_a_title_is_no_part_of_either() -> None:
    found = take_apart(
        *("Flood warnings for six rivers as thaw begins", "2 hours ago", DAM, ""),
        *("Dinar steadies after bank limits dollar sales", "5 hours ago", DINAR, ""),
        *("The last boat builders of Chibayish", "By Jane Doe", "6 hours ago", BOATS, ""),
        *("SPORT", "Air Force Club hold Al-Shorta to goalless draw", "8 hours ago", DERBY),
    )
    assert titles(found)[3:] == ["Air Force Club hold Al-Shorta to goalless draw"]
    assert bodies(found)[2:] == [[BOATS], [DERBY]]


AUTHOR = "Tom Ridley, consumer affairs editor"
LIVE = (
    "Fire at warehouse contained - as it happened",
    "20 August 2023",
    "18:30 The fire is out and the road is open again, the governor's office says. We are closing this page.",
    "16:05 Two firefighters have been taken to hospital with burns to their hands.",
    "",
    "Explainer: how will the new duty on alcohol work?",
    "From August duty on drinks will rise with their strength, in what the Treasury calls a reform.",
    "Who will pay more?",
    "Drinkers of wine above 11.5 per cent, and of most fortified wine.",
)


def test_a_name_below_a_headline_set_apart_is_not_given_to_the_article_above() -> None:
    found = take_apart(*LIVE, AUTHOR)
    assert all(draft.authors == () for draft in found.drafts if draft.title == LIVE[0])
    assert AUTHOR in "\n".join(line for draft in found.drafts for line in draft.removed)


def test_the_day_above_a_text_that_may_be_several_is_kept_and_in_doubt() -> None:
    found = take_apart(*LIVE, AUTHOR)
    draft = found.drafts[0]
    (rule,) = [rule for rule in draft.rules if rule.field == "date"]
    assert (draft.date and draft.date.iso, rule.sure) == ("2023-08-20", Sureness.DOUBTFUL)


STRIKE = (
    "Airline Strike Leaves Thousands on the Ground",
    "Some 300 flights were cancelled on Friday as pilots of the national carrier stopped work for a day.",
    "Terminal two was closed at noon because there was no room left on its floor.",
    "Pilots Reject Offer of Nine Percent",
    "The pilots' union voted on Wednesday by 812 to 40 to turn down a rise of nine percent over three years.",
    "It asks for fifteen.",
    "Passengers Sleep on Prayer Mats",
    "A family of six from Dhaka has been at gate 14 since Thursday evening.",
    "The mosque sent mats, and a bakery bread.",
    "Minister Hints at Calling In the Army",
    "On television the transport minister said that air force pilots could fly some routes, if it came to that.",
)


def test_one_of_several_subheads_that_reads_as_a_title_is_none() -> None:
    assert titles(take_apart(*STRIKE)) == [STRIKE[0]]


def test_a_labelled_byline_right_below_a_headline_begins_an_article() -> None:
    found = take_apart(
        "Olive growers expect best harvest in a decade",
        "Growers around Sfax expect to press more than ever this winter after generous rains in the autumn.",
        "Prices at the farm gate have fallen by half since last year, and cooperatives ask the state to buy.",
        "The Quiet Collapse of the Two-Clerk Ministry",
        "By Gerald Whitmore",
        "When I entered the civil service there were two clerks to every file, one to write in it and one to read.",
        "We laughed at the second clerk. We now know that he was the one who remembered where the others were.",
    )
    assert titles(found)[1:] == ["The Quiet Collapse of the Two-Clerk Ministry"]
    assert [draft.authors for draft in found.drafts] == [(), ("Gerald Whitmore",)]


def test_the_works_of_a_list_with_their_makers_are_no_articles() -> None:
    found = take_apart(
        "Two novels for a long autumn",
        "Our pick of what the publishers have saved for the dark months, in no order but that of the pile.",
        "The Island of the Phoenix and Other Stories",
        "By Tim Mackintosh",
        "Eleven stories about people who miss boats. The last, in which the boat comes, is the saddest of them.",
        "A House With Nine Doors in Basra",
        "By Samira Naji",
        "A widow lets rooms to soldiers of three armies, one after another, and learns to cook for each of them.",
    )
    assert len(found.drafts) == 1


def test_a_database_writes_by_behind_its_label_and_the_edition_below_the_day() -> None:
    found = take_apart(
        *("1 of 2 DOCUMENTS", "", "Reuters", "", "April 20, 2016 Wednesday", "First Edition", ""),
        *("Dinar steadies after bank limits sales", "", "BYLINE: By CARLA BRANDT", "", DINAR, ""),
        *("2 of 2 DOCUMENTS", "", "Reuters", "", "April 22, 2016 Friday", "Late Edition - Final", ""),
        *("The last boat builders of the marshes", "", "BYLINE: By SAAD MAHDI", "", BOATS, "//Petra// SS"),
    )
    assert titles(found) == ["Dinar steadies after bank limits sales", "The last boat builders of the marshes"]
    assert [draft.authors for draft in found.drafts] == [("CARLA BRANDT",), ("SAAD MAHDI",)]
    assert [draft.date and draft.date.iso for draft in found.drafts] == ["2016-04-20", "2016-04-22"]
    assert bodies(found) == [[DINAR], [BOATS]]
