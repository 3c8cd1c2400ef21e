"""A standfirst that stands in the element of the text goes to its own field, and the byline below it goes too."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import FieldName, Record, SourceDocument

STANDFIRST = "For two winters the bell of Marrow Hill was silent; a retired plumber has made it ring again."
TEXT = (
    "The bell rang at noon on Sunday, and half of the village came out of doors to hear whether it had kept its tone.",
    "Albin Roth, who is 71 and had never worked on a bell before, spent eleven weekends in the tower with a blowlamp.",
    "The parish paid for the tin and the beer, he said, and would not hear of paying for anything else that he did.",
)


def read(above: str) -> Record:
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Bell of Marrow Hill rings again</title></head><body><main>'
        f"<article><h1>Bell of Marrow Hill rings again</h1>{above}{text}</article></main></body></html>"
    )
    document = SourceDocument.of(Path("content/sources/bell.html"), page.encode(), "0" * 64)
    return next(each for each in read_saved_page(document) if isinstance(each, Record))


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="standfirst">{STANDFIRST}</p>',
        f'<h2 class="article-deck">{STANDFIRST}</h2>',
        f'<div class="sub-title"><p>{STANDFIRST}</p></div><p class="byline">By Vera Lindt</p>',
    ],
)
def test_a_standfirst_above_the_text_is_none_of_it(above: str) -> None:
    record = read(above)
    assert tuple(block.text for block in record.blocks) == TEXT
    assert next(each.value for each in record.claims if each.name is FieldName.STANDFIRST) == STANDFIRST
    assert STANDFIRST in record.removed


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="lead">{STANDFIRST}</p>',
        f'<p class="intro">{STANDFIRST}</p>',
        f"<p>{STANDFIRST}</p>",
    ],
)
def test_a_first_paragraph_by_another_name_stays(above: str) -> None:
    assert tuple(block.text for block in read(above).blocks) == (STANDFIRST, *TEXT)


def test_a_name_further_down_changes_nothing() -> None:
    record = read(f'<p>{TEXT[0]} It was a mild day.</p><p class="standfirst">{STANDFIRST}</p>')
    assert STANDFIRST in [block.text for block in record.blocks]
