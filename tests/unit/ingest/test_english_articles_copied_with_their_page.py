"""Articles of English sites, copied with what their page sets around them: captions, trails of sections, topics."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.ingest.dissect.caption_lines import find_photo_credits
from generator.ingest.dissect.datelines import read_dateline
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.outlet_names import OUTLETS
from tests.unit.ingest.test_glued_text import single, take_apart

TITLE = "New school opens in harbour quarter after two-year delay"
SENTENCE = "The building has room for 600 pupils, and the mayor says that a second one will open next year."
STANDFIRST = "Second school to open early next year, says mayor"
TEXT = (
    "The city council on Sunday opened a new school in the harbour quarter that has room for more than 600 pupils.",
    "The mayor said the building had 30 classrooms and a covered playground, and had cost four million dinars.",
    "A second school will open in the same quarter early next year, she added, two years later than planned.",
)
AUTHOR = "Sara Haddad"
COPIED = Known(is_pasted=True, outlets=OUTLETS | {"bbc news"}, places=frozenset({"amman", "jordan"}))


@dataclass(frozen=True)
class Copied:
    """What stands above and below the text, `T` and `S` for title and standfirst, and what is to be read."""

    above: str
    below: str = ""
    authors: tuple[str, ...] = (AUTHOR,)
    source: str | None = None
    dateline: str | None = None
    standfirst: str | None = None


PAGES = {
    "an outlet with its place": Copied(
        "T\n15 September 2022\nShare\nSara Haddad\nBBC News, Amman\nReuters\nFile photo",
        source="BBC News",
        dateline="Amman",
    ),
    "topics below their word": Copied(
        "Jordan\nT\nS\nSara Haddad in Amman\nThu 15 Sep 2022 11.20 BST\nLast modified on Thu 15 Sep 2022 13.45 BST",
        "Topics\nJordan\nEducation\nMiddle East and north Africa\nnews\nReuse this content",
        dateline="Amman",
        standfirst=STANDFIRST,
    ),
    "a caption in brackets": Copied(
        "News|Education\nT\nSara Haddad\n"
        "Pupils in the courtyard of the new school [Omar Saad/Al Jazeera]\nPublished On 15 Sep 2022"
    ),
    "a caption behind a stop": Copied(
        "EDUCATION\nT\nS\n"
        "Pupils in the courtyard of the new school. Omar Saad / The National\nSara Haddad\n15 September, 2022",
        standfirst=STANDFIRST,
    ),
    "a caption of an agency": Copied(
        "T\nPupils in the courtyard of the new school in Amman, Jordan, September 14, 2022. REUTERS/Omar Saad\n"
        "By Sara Haddad\nSeptember 15, 2022 11:20 AM GMT+3"
    ),
    "a trail of sections": Copied("World / Mena\nT\nS\nBy Sara Haddad\n15 September 2022", standfirst=STANDFIRST),
    "the owner of the picture in brackets": Copied(
        "MIDDLE EAST\nT\nBy Sara Haddad\n"
        "September 15, 2022 at 11:20 a.m. EDT\n(Omar Saad/The Washington Post)\n3 min\nShare"
    ),
    "sections below one another": Copied(
        "Jordan\nTransport\nT\nS\nSara Haddad\nSeptember 15, 2022", standfirst=STANDFIRST
    ),
    "a caption by a person of the outlet": Copied(
        "T\nPupils at work in the courtyard of the new school, in the harbour quarter, on 10 September "
        "(BCT/Sami Khalil)\nBy Sara Haddad\n15 September 2022\nfacebook sharing button\ntwitter sharing button",
        "This article is available in French on The Bay Courier French edition.\nYour rating: None",
    ),
    "how old the article is": Copied(
        "Schools\nThis article is more than 1 year old\nT\nThis article is more than 1 year old\nS\nSara Haddad\n"
        "Thu 15 Sep 2022 06.00 BST\nView image in fullscreen",
        "Reuse this content",
        standfirst=STANDFIRST,
    ),
    "what can be heard": Copied(
        "National\nT\nSeptember 15, 20225:01 AM ET\nHeard on Morning Report\nSara Haddad\n3-Minute Listen\nTranscript\n"
        "Pupils cross the courtyard of the new school.\nOmar Saad for NPR",
    ),
    "the portrait of the author": Copied(
        "LOCAL\nT\nPortrait of Sara Haddad\nSara Haddad\nSept. 15, 2022, 6:02 a.m. ET"
    ),
    "whose the picture is, with what it is from": Copied(
        "T\nBy Sara Haddad\nSeptember 15, 20221:12 PM GMT+3\n"
        "Pupils in the courtyard of the school, Amman, September 14, 2022. REUTERS/Omar Saad/File Photo\n"
        "Purchase Licensing Rights, opens new tab",
        "Our Standards: The Thomson Reuters Trust Principles., opens new tab\nSara Haddad\nThomson Reuters\n"
        "Amman-based correspondent covering schools and young people.",
    ),
    "what the author covers": Copied(
        "T\nBy Sara Haddad\n15 September 2022", "Sara Haddad\nHaddad covers schools for The Bay Courier in Amman."
    ),
    "a picture by courtesy": Copied(
        "T\nSara Haddad\nThu, 15 Sep 2022 - 01:15 GMT\nPupils in the courtyard - Courtesy of the Ministry of Education"
    ),
    "sections below one another, of several words": Copied(
        "News\nJordan\nHome News\nT\nSara Haddad\nThursday 15 September 2022 12:40 BST\nArticle bookmarked",
        "Join our commenting forum\nLicense this content",
    ),
    "sections that nobody knows": Copied("Main Slider\nSchool Life\nT\nSara Haddad\n15 September 2022 • 12:01am"),
    "a caption with an outlet before its name": Copied(
        "T\nBy Sara Haddad\nPosted Thu 15 Sep 2022 at 5:12am\n"
        "The school has thirty rooms and one beanbag. (Bay Radio North: Omar Saad)",
        "Copyright BCT",
    ),
    "alerts": Copied(
        "T\nSara Haddad\nSep 15, 2022 5:09 PM\nGet email notification for articles from Sara Haddad\nFollow",
        "Click the alert icon to follow topics:\nSchools",
    ),
    "a clock's country, below what the author is": Copied(
        f"T\n{SENTENCE}\nSara Haddad\nNews reporter\nThursday 15 September 2022 17:26, UK",
        standfirst=SENTENCE,
    ),
    "a country's letters above the title": Copied("U.S.\nT\nBy\nSara Haddad\nSeptember 15, 2022 / 7:48 AM EDT"),
    "an office behind the name": Copied("Schools\nT\nBy Sara Haddad Staff Writer\nSept. 15, 2022 5 AM PT\nShare via"),
    "published, between name and day": Copied(
        "JORDAN\nT\nSara Haddad Published September 15, 2022 Updated September 16, 2022 10:11am"
    ),
    "a photograph's credit behind a bar": Copied(
        "T\nSeptember 15, 2022 08:30 am\nSara Haddad\nPupils on the first day of school. | Photo Credit: Omar Saad"
    ),
    "the author at the end of the standfirst": Copied(
        f"Features\nT\n{STANDFIRST}, writes Sara Haddad\nThursday, 15 Sep, 2022",
        standfirst=f"{STANDFIRST}, writes Sara Haddad",
    ),
    "when it was first published, below a list": Copied(
        "T\nBy Sara Haddad\nUpdated on: September 16, 2022 / 7:48 AM EDT",
        "More from Bay News\nFerry sails again after repairs\nFirst published on September 15, 2022 / 9:15 PM EDT",
    ),
    "counts below a button, and the way on": Copied(
        "T\nSara Haddad\nSep 15, 2022\n14\n2\nShare", "Share\n14\n2\nPrevious\nNext\nDiscussion about this post"
    ),
    "the authors' interests": Copied(
        "T\nPublished: September 15, 2022 2.20pm BST\nSara Haddad, University of Amman\nAuthor\nSara Haddad\n"
        "Lecturer in Architecture, University of Amman\nDisclosure statement\n"
        "Sara Haddad has built schools for the council.\nPartners\n"
        "University of Amman provides funding as a member of the journal.\nView all partners"
    ),
    "comments": Copied(
        "T\nSara Haddad\nSeptember 15, 2022", "2 comments\nOmar\nAt last!\nReply\nHuda\nWhat of the bus?"
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_article_is_found_in_its_page(page: Copied) -> None:
    above = [{"T": TITLE, "S": STANDFIRST}.get(line, line) for line in page.above.split("\n")]
    draft = single(take_apart(*above, *TEXT, *filter(None, page.below.split("\n")), known=COPIED))
    assert draft.title == TITLE
    assert [block.text for block in draft.blocks] == list(TEXT)
    assert draft.date is not None
    assert draft.date.iso[:10] == "2022-09-15"
    assert draft.authors == page.authors
    assert (draft.source, draft.dateline) == (page.source, page.dateline)
    assert draft.description == page.standfirst


def test_a_box_of_a_newsletter_is_taken_out_of_a_text() -> None:
    box = ("Free newsletter", "The Harbour Post", "Our best stories of the sea", "Enter your email address", "Sign up")
    end = "after newsletter promotion"
    draft = single(take_apart(TITLE, "15 September 2022", *TEXT[:2], *box, end, TEXT[2], known=COPIED))
    assert [block.text for block in draft.blocks] == list(TEXT)
    assert {*box, end} <= set(draft.removed)


def test_a_box_that_begins_nowhere_takes_nothing_of_the_text() -> None:
    draft = single(take_apart(TITLE, "15 September 2022", *TEXT, "after newsletter promotion", TEXT[1], known=COPIED))
    assert [block.text for block in draft.blocks] == [*TEXT, TEXT[1]]


def test_the_credit_below_a_first_paragraph_leaves_it_in_its_place() -> None:
    draft = single(take_apart(TITLE, "15 September 2022", TEXT[0], "Omar Saad for NPR", *TEXT[1:], known=COPIED))
    assert [block.text for block in draft.blocks] == list(TEXT)


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("AMMAN: The city council on Sunday opened a new school.", "AMMAN"),
        ("Jordan: The kingdom has opened ten schools this year.", None),  # a round-up, country by country
        ("UPDATE: The council has changed its mind on the school.", None),
        ("ERBIL (Harbour 24) – Beekeepers say that the honey of this year was twice that of last year.", "ERBIL"),
        ("Amman, SANA_ A museum of bread will open in the old city in spring.", "Amman"),
        ("He has lived in Amman, UNDER a bridge - The council knows it.", None),
    ],
)
def test_a_place_in_capitals_before_a_colon_is_a_dateline(paragraph: str, place: str | None) -> None:
    dateline = read_dateline(paragraph, COPIED)
    assert (dateline.place if dateline else None) == place


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank off the coast on Sunday, the coast guard said. (Reuters)",
        "He called it the best of times / the worst of times",
        "The contract was signed by the ministry [in Amman]",
        "She took the photo by the harbour wall",
    ],
)
def test_sentences_are_no_captions(line: str) -> None:
    assert find_photo_credits([Line.of(TITLE, 1), Line.of(line, 2), Line.of(TEXT[0], 3)]) == frozenset()
