"""Boxes that a page sets into an article: links to other articles behind a cue, and the points that sum it up."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

HEAD = ("Valley towns agree on one rail ticket", "By Lina Karam", "March 18, 2024")
PROSE = (
    "Eleven towns of the valley agreed on Monday to sell one ticket for trains, trams and ferries from May on.",
    "The rail ticket is to cost 49 a month, the transport office said, and the towns share what it brings.",
    "Small towns fear that the big ones will keep most of the money, as they did with the bus ticket nine years ago.",
)
NIGHT = "Night trains: unfit for the valley"
LISTS = [
    (NIGHT, "Ferries favour the new ticket", "Trust in focus at the transport debate"),
    ("Rail tickets", "Transport office", "Valley towns"),
    (f"Article: {NIGHT}", "AP - 53 mins ago", "Article: How the valley got its rail ticket", "AP - 57 mins ago"),
]


@pytest.mark.parametrize("cue", ["Further reading", "Related Topics"])
@pytest.mark.parametrize("links", LISTS, ids=[each[0] for each in LISTS])
def test_a_list_of_links_begins_no_article(cue: str, links: tuple[str, ...]) -> None:
    found = take_apart(*HEAD, PROSE[0], "", cue, *links, "", *PROSE[1:])
    assert titles(found) == [HEAD[0]]
    assert bodies(found) == [list(PROSE)]


def test_an_article_behind_a_list_begins_with_its_head() -> None:
    other = ("Orchards bloom two weeks early in the hills", "By Nour Haddad", "March 19, 2024")
    text = (
        "Almond and apricot orchards in the hills bloom two weeks early after the mildest winter in forty years.",
        "Growers fear that a late frost in April will cost them half of the harvest, as it did nine years ago.",
    )
    found = take_apart(*HEAD, *PROSE, "", "Further reading", *LISTS[0], "", *other, *text)
    assert titles(found) == [HEAD[0], other[0]]
    assert bodies(found) == [list(PROSE), list(text)]


POINTS = ("The rail ticket is to cost 49 a month from May on", "Small towns fear for the money of the bus ticket")


def test_points_below_their_heading_begin_no_article() -> None:
    found = take_apart(*HEAD, "Eleven towns took part.", "Story Highlights", *POINTS, "", *PROSE)
    assert titles(found) == [HEAD[0]]
    assert all(text in bodies(found)[0] for text in (*POINTS, *PROSE))


def test_points_of_an_arabic_article() -> None:
    points = ("التذكرة الموحدة بتسعة وأربعين ابتداء من أيار", "بلدات صغيرة تخشى على حصتها من عائدات القطارات")
    prose = (
        "اتفقت إحدى عشرة بلدة في الوادي على بيع تذكرة موحدة لجميع القطارات والحافلات والعبّارات ابتداء من أيار.",
        "وقالت هيئة النقل إن ثمن التذكرة تسعة وأربعون في الشهر، وإن البلدات تتقاسم عائداتها بحسب عدد الركاب.",
        "وتخشى بلدات صغيرة أن تذهب حصتها من عائدات القطارات إلى المدن الكبيرة كما حدث قبل تسع سنوات.",
    )
    found = take_apart(
        "بلدات الوادي تتفق على تذكرة موحدة", "18 آذار 2024", prose[0], "أبرز النقاط", *points, "", *prose[1:]
    )
    assert titles(found) == ["بلدات الوادي تتفق على تذكرة موحدة"]
