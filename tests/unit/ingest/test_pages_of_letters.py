"""A page of letters whose title has bars of its own below the section's name; desks; lists of writers."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument

TITLE = "Letters: Tram fares | Swans | A wet spring"
TEXT = "".join(
    f"<p>{each}</p>"
    for each in (
        "The new fares punish those who change at the bridge, because the second ticket costs as much as the first.",
        "Nobody who has met the swans at the weir would call them a danger to bathers, as your correspondent does.",
        "It has rained on each Saturday since Candlemas, and I have kept the figures if the weather office has not.",
    )
)


def read(heading: str, *, below: str = "", author: str = "", site: str = "The Weir Post") -> Record:
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title><meta property="og:title" content="{TITLE}">'
        f'<meta property="og:site_name" content="{site}"><meta name="author" content="{author}"></head><body><article>'
        f"<h1>{heading}</h1><div class='text'>{TEXT}</div>{below}</article></body></html>"
    )
    document = SourceDocument.of(Path("content/sources/letters.html"), page.encode(), "0" * 64)
    return next(each for each in read_saved_page(document) if isinstance(each, Record))


def first(record: Record, name: FieldName) -> str | None:
    return next((claim.value for claim in record.claims if claim.name is name), None)


@pytest.mark.parametrize(
    "heading",
    [TITLE, f'<div class="entry-section"><a href="/letters/">Letters to the Editor | </a></div> <span>{TITLE}</span>'],
)
def test_bars_within_a_title_that_the_heading_shows_are_its_own(heading: str) -> None:
    assert first(read(heading), FieldName.TITLE) == TITLE


def test_the_name_of_the_site_behind_a_bar_is_still_none_of_the_title() -> None:
    assert first(read(TITLE, site="A wet spring"), FieldName.TITLE) == "Letters: Tram fares | Swans"


@pytest.mark.parametrize("author", ["Letters To The Editor", "Letters to the Editor"])
def test_a_desk_of_letters_is_no_person(author: str) -> None:
    assert first(read(TITLE, author=author), FieldName.AUTHOR) is None


def test_a_list_of_writers_below_the_text_is_none_of_it() -> None:
    bios = (
        '<ol class="bios"><li class="bio"><p><a href="/a/ines">Ines Roth</a> is a writer at The Weir Post.</p><ul>'
        '<li><a href="/a/ines">Posts</a></li><li><a href="/mail">Email</a></li></ul></li></ol>'
    )
    assert "Ines" not in " ".join(block.text for block in read(TITLE, below=bios).blocks)
