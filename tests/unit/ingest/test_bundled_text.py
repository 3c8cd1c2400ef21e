"""Texts in which the document itself parts its articles: downloads, digests, collections, pages copied one below the
other; and single articles whose entries, pictures and questions stand in the same forms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ingest.dissect.lines import Line
from generator.ingest.news import check_draft, check_letter
from tests.unit.ingest.test_glued_text import COPPER, FERRY, KNOWN, LIBRARY, REEF, bodies, take_apart, titles

RAIL = (
    "Port opens bidding for a desert railway",
    "The port has invited companies to bid for a railway that would link it with the mines of the south.",
    "A decision is expected before the end of the year.",
)
TREES = (
    "Town plants a tree for every twelve metres",
    "The town has begun to plant a tree for every twelve metres of street, plane and carob by turns.",
    "Shopkeepers fear for their signs and engineers for their pipes.",
)
NIGHT = (
    "Night trains return to the mountain line",
    "A night train will run along the mountain line again for the first time in thirty years.",
    "Tickets for the first week were sold within an hour.",
)
ENGLISH = (REEF, RAIL, TREES, NIGHT)


def joined(*blocks: tuple[str, ...]) -> list[str]:
    """The lines of blocks with an empty line between them."""
    return [line for block in blocks for line in ("", *block)][1:]


def test_a_database_counts_its_records() -> None:
    records = [
        (
            f"{n} of 3 DOCUMENTS",
            "",
            "The Bay Courier (London)",
            "",
            f"May {n}, 2019",
            "",
            *text,
            "LANGUAGE: ENGLISH",
        )
        for n, text in enumerate(ENGLISH[:3], start=1)
    ]
    found = take_apart(*joined(*records))
    assert titles(found) == [text[0] for text in ENGLISH[:3]]
    assert [draft.source for draft in found.drafts] == ["The Bay Courier"] * 3
    assert [draft.date.iso for draft in found.drafts if draft.date] == ["2019-05-01", "2019-05-02", "2019-05-03"]
    assert bodies(found) == [list(text[1:]) for text in ENGLISH[:3]]


def test_what_a_database_writes_below_a_title_has_no_labels() -> None:
    head = ("412 words", "3 May 2016", "08:15", "Harbour News", "HARB", "English")
    found = take_apart(RAIL[0], *head, *RAIL[1:])
    (draft,) = found.drafts
    assert (draft.title, draft.source, draft.date.iso if draft.date else None) == (
        RAIL[0],
        "Harbour News",
        "2016-05-03",
    )
    assert bodies(found) == [list(RAIL[1:])]


def test_pages_begin_with_the_link_past_their_menu() -> None:
    pages = [
        ("Skip to content", "Home | News | Sport", text[0], f"{n} May 2019", *text[1:])
        for n, text in enumerate(ENGLISH, 1)
    ]
    found = take_apart(*joined(*pages))
    assert titles(found) == [text[0] for text in ENGLISH]


@pytest.mark.parametrize(
    ("head", "source", "day"),
    [
        ("Text of report by Harbour news agency on 4 March 2015", "Harbour news agency", "2015-03-04"),
        ("نص تقرير نشرته صحيفة «الميناء» على موقعها بتاريخ 4 مارس 2015:", "صحيفة «الميناء»", "2015-03-04"),
    ],
)
def test_a_monitored_report_says_whose_it_is(head: str, source: str, day: str) -> None:
    text = RAIL if head.startswith("Text") else FERRY
    (draft,) = take_apart(text[0], head, *text[1:]).drafts
    assert (draft.source, draft.date.iso if draft.date else None) == (source, day)
    assert [block.text for block in draft.blocks] == list(text[1:])


def test_a_day_without_its_year_is_no_date_of_a_monitored_report() -> None:
    (draft,) = take_apart(RAIL[0], "Text of report by Harbour news agency on 4 March", *RAIL[1:]).drafts
    assert draft.date is None


def test_a_digest_has_sections_and_a_greeting() -> None:
    items = [
        (text[0], outlet, *text[1:], "Read the full story >>")
        for text, outlet in zip(
            ENGLISH, ("The Bay Courier", "Harbour Times", "Old Port", "The Hill Herald"), strict=True
        )
    ]
    found = take_apart(
        *joined(
            ("Good morning,", "Here is your digest for Thursday, 4 July 2019."),
            ("POLITICS",),
            *items[:2],
            ("TRADE",),
            *items[2:],
        )
    )
    assert titles(found) == [text[0] for text in ENGLISH]
    assert bodies(found) == [list(text[1:]) for text in ENGLISH]
    assert [draft.date for draft in found.drafts] == [None] * 4
    assert found.drafts[2].source == "Old Port"  # by its place


def test_lines_that_close_all_articles_part_them() -> None:
    texts = [(*text, "Keep for later", "Visit the site") for text in ENGLISH]
    found = take_apart(*joined(*texts))
    assert titles(found) == [text[0] for text in ENGLISH]
    assert bodies(found) == [list(text[1:]) for text in ENGLISH]


def test_source_and_day_below_each_article_part_them() -> None:
    texts = [(*text, f"(النهار، {day}/5/1978، ص {day})") for day, text in enumerate((FERRY, COPPER, LIBRARY), 3)]
    found = take_apart(*joined(*texts), known=replace(KNOWN, outlets=frozenset({"النهار"})))
    assert titles(found) == [text[0] for text in (FERRY, COPPER, LIBRARY)]
    assert [draft.date.iso for draft in found.drafts if draft.date] == ["1978-05-03", "1978-05-04", "1978-05-05"]


def test_signed_texts_set_wide_apart_are_a_poem_each() -> None:
    first = (
        "نافذة على البحر",
        "سليم بركات",
        "",
        "أفتح نافذتي",
        "فيدخل البحر",
        "حافياً",
        "",
        "يجلس على الكرسي",
        "يسألني عن أبي",
        "ثم يمضي",
    )
    second = (
        "قبل أن تنام المدينة",
        "غادة حلمي",
        "",
        "قالوا تنام المدينة باكراً",
        "قلت لم تغمض العين",
        "قالوا ستنسى",
        "قلت الحجارة لا تنسى الجدار",
    )
    found = take_apart(*first, "", "", *second)
    assert titles(found) == [first[0], second[0]]
    assert [draft.authors for draft in found.drafts] == [("سليم بركات",), ("غادة حلمي",)]
    assert [check_draft(draft) for draft in found.drafts] == [None, None]


def test_a_page_head_with_other_numbers_is_no_title() -> None:
    pages = [
        (f"الميناء اليومية - العدد {n} - محليات - صفحة {n}", *text)
        for n, text in enumerate((FERRY, COPPER, LIBRARY), 3)
    ]
    found = take_apart(*joined(*pages))
    assert titles(found) == [text[0] for text in (FERRY, COPPER, LIBRARY)]


def test_a_note_on_the_original_names_its_translator() -> None:
    note = "This article was first published in Arabic in Al-Mina. Translated by Jane Archer."
    (draft,) = take_apart(*RAIL, note).drafts
    assert draft.translator == "Jane Archer"
    assert draft.original is not None
    assert draft.original.publisher == "Al-Mina"


def test_a_name_above_an_office_at_the_foot_is_the_author() -> None:
    (draft,) = take_apart(*FERRY, "سليم بركات", "كاتب سوري").drafts
    assert draft.authors == ("سليم بركات",)
    assert "كاتب سوري" in draft.removed


def test_the_dateline_of_an_agency_that_writes_days_in_numbers() -> None:
    lead = f"رام الله 11-9-2020 وفا- {FERRY[1]}"
    (draft,) = take_apart(FERRY[0], lead, *FERRY[2:]).drafts
    assert (draft.dateline, draft.source) == ("رام الله", "وفا")
    assert draft.blocks[0].text == lead


FLOOD = (
    "Ten years of the flood in pictures",
    "When the water reached the second shelf, the keeper began to carry the manuscripts upstairs, four at a time.",
)
ENTRIES = (
    (
        "The street of the booksellers a year before the water",
        "Before the water came the street had eleven shops and a café where judges played chess.",
    ),
    (
        "The library as the men of the quarter found it",
        "The shelves had fallen like cards and the clock had stopped at ten past four that morning.",
    ),
    (
        "A roof covered with manuscripts left to dry",
        "The manuscripts dried for weeks and the neighbours kept the pigeons away from the roof.",
    ),
)
SECTIONS = (
    RAIL[:2],
    (
        "Funds enter the contest for the line",
        "The line of 190 kilometres would take four thousand lorries off the road each day, the ministry said.",
    ),
    (
        "Lorry drivers fear for their living",
        "Two funds have shown interest in the railway, said an official who asked not to be named.",
    ),
    ("A date that cannot be put off", "A decision of the port on the bids is expected before the end of the year."),
)
LETTERS = (
    ("Letters: the new tram", "Your letter on the tram brought many answers, of which we print some."),
    (
        "Why not a ferry instead of all these rails",
        "I have waited for a tram for a quarter of a century and would rather have a boat, which needs no rails.",
        "Samira Ayad",
        "Tunis",
    ),
    (
        "The taxi drivers were never asked about it",
        "We shall lose half of our customers, and nobody asked us before they dug up the whole street.",
        "Hassan Beltaieb",
        "Tunis",
    ),
)
MAIL = ("From: a@example.org", "To: b@example.org", "Subject: The loan")
VERSE = ("", "", "The sea is a door", "that nobody shuts", "and the wind has the key", "", "")
SINGLES = {
    "pictures with credits": joined(FLOOD, *((*each, "Photo: Carl Omer") for each in ENTRIES)),
    "entries of a live page": joined(FLOOD, *((*each, "Share this post") for each in ENTRIES)),
    "entries under words of the page": joined(FLOOD, *((*each, "Copy entry address") for each in ENTRIES)),
    "sections with a link below each": joined(*((*each, "Share") for each in SECTIONS)),
    "sections with an agency below each": joined(*((*each, "(Reuters)") for each in SECTIONS)),
    "letters of readers": joined(*LETTERS),
    "a law with its articles": [FERRY[0], FERRY[1], "المادة الأولى", FERRY[2], "المادة الثانية", FERRY[3]],
    "mail that it quotes": [*REEF, *MAIL, RAIL[1], *MAIL, RAIL[2]],
    "verse between wide gaps": ["On reading aloud", "Jane Archer", REEF[1], *VERSE, REEF[2]],
}


@pytest.mark.parametrize("name", SINGLES)
def test_one_article_stays_one(name: str) -> None:
    assert len(take_apart(*SINGLES[name]).drafts) == 1


def test_the_articles_of_a_law_stay_in_its_text() -> None:
    (draft,) = take_apart(*SINGLES["a law with its articles"]).drafts
    assert [block.text for block in draft.blocks] == SINGLES["a law with its articles"][1:]


def test_a_quotation_of_a_page_stays_in_its_text() -> None:
    quoted = "“We use cookies to improve your experience,” the banner says."
    (draft,) = take_apart(REEF[0], REEF[1], quoted, REEF[2]).drafts
    assert quoted in [block.text for block in draft.blocks]


def test_the_years_of_a_life_are_no_date() -> None:
    (draft,) = take_apart("رحيل الشاعر نبيل عواد", "(1941 - 2023)", *FERRY[1:]).drafts
    assert draft.date is None


def test_an_article_that_quotes_a_letter_is_none() -> None:
    lines = [
        "What the minister wrote",
        RAIL[1],
        "From: a@example.org",
        "To: b@example.org",
        "Subject: The loan",
        RAIL[2],
    ]
    assert check_letter([Line.of(text, number) for number, text in enumerate(lines, 1)]) is None
    assert check_letter([Line.of(text, number) for number, text in enumerate(lines[2:], 1)]) is not None
