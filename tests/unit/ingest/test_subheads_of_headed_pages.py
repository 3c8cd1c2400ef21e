"""Pages whose head says who wrote them and when: subheads begin no article, and a page with its own head does."""

from __future__ import annotations

from tests.unit.ingest.test_glued_text import take_apart, titles

HEAD = ("Harbour town shows off its new ferries", "By Lina Karam March 18, 2024 7:05 PM")
ABOVE = (
    "The harbour office showed two electric ferries to the press on Monday, and said that both will sail from May on.",
    '"We built these ferries as a bus line on water," said the director, Omar Ashour. "They cross in six minutes."',
    "The engineers said that the quays are ready, and that the crews need three more weeks of training in the bay.",
)
SUBHEAD = "Reducing the number of ticket booths on the quays"
BELOW = (
    "The ferries need no ticket booths, and the number of booths on the quays is to fall from eleven to two this year.",
    '"Booths are what cost us most," said Ashour, who wants the number of those that stay to be as small as possible.',
    "Reducing what it pays for booths would let the office sell its tickets for less, he said to the town council.",
)
OTHER_HEAD = ("Orchards bloom two weeks early", "By Nour Haddad March 19, 2024 8:10 AM")
OTHER = (
    "Almond and apricot orchards in the valley bloom two weeks early after the mildest winter in forty years.",
    "Growers fear a late frost in April, which could cost them half of the harvest, as it did nine years ago.",
)


def test_a_subhead_is_no_title_where_the_head_says_who_and_when() -> None:
    assert titles(take_apart(*HEAD, *ABOVE, SUBHEAD, *BELOW)) == [HEAD[0]]


def test_a_page_with_its_own_head_begins_an_article() -> None:
    found = take_apart(*HEAD, *ABOVE, SUBHEAD, *BELOW, *OTHER_HEAD, *OTHER)
    assert titles(found) == [HEAD[0], OTHER_HEAD[0]]
    assert [draft.authors for draft in found.drafts] == [("Lina Karam",), ("Nour Haddad",)]


def test_what_belongs_to_a_title_stands_right_above_it() -> None:
    above = "Your Town March 19, 2024, 6:37 PM EDT"
    found = take_apart(*HEAD, *ABOVE, above, OTHER_HEAD[0], "By Nour Haddad", *OTHER)
    assert titles(found) == [HEAD[0], OTHER_HEAD[0]]
    assert [draft.date.iso[:10] for draft in found.drafts if draft.date] == ["2024-03-18", "2024-03-19"]


def test_a_title_that_trails_off_has_a_full_head_below_it() -> None:
    title = "MEANWHILE: Orchards bloom early..."
    found = take_apart(*HEAD, *ABOVE, title, *OTHER_HEAD[1:], *OTHER)
    assert titles(found) == [HEAD[0], title]


def test_the_title_stands_below_its_section_and_above_its_standfirst() -> None:
    above = "Your Town March 19, 2024, 6:37 PM EDT"
    standfirst = "A frost in April may cost growers half of the harvest, as it did nine years ago"
    found = take_apart(*HEAD, *ABOVE, above, OTHER_HEAD[0], standfirst, "By Nour Haddad", *OTHER)
    assert titles(found) == [HEAD[0], OTHER_HEAD[0]]
    assert found.drafts[1].description == standfirst
