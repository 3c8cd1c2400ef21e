"""The writer's portrait is no picture of the article; bylines that say from where, or name the writer's paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, FieldName, Record, SourceDocument

TEXT = (
    "The lighthouse at Pell Point will be painted in stripes again, thirty years after it was whitened.",
    "A vote among the islanders on Sunday went to the stripes by 212 to 40, with nine for a picture of a whale.",
    "The painters are to come in May, when the swallows that nest under the gallery have not yet returned to it.",
)
PORTRAIT = '<img src="https://pell.example/staff/ruth-carey.jpg" alt="{}">'


def read(above: str) -> Record:
    text = "".join(f"<p>{each}</p>" for each in TEXT)
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Lighthouse gets its stripes back</title></head><body><article>'
        f"<h1>Lighthouse gets its stripes back</h1>{above}{text}</article></body></html>"
    )
    document = SourceDocument.of(Path("content/sources/light.html"), page.encode(), "0" * 64)
    return next(each for each in read_saved_page(document) if isinstance(each, Record))


def authors_of(record: Record) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is FieldName.AUTHOR]


@pytest.mark.parametrize("alt", ["Ruth Carey", "Headshot of Ruth Carey", "Photo: Ruth Carey"])
def test_the_portrait_of_the_writer_is_left_out(alt: str) -> None:
    record = read(f'<div>{PORTRAIT.format(alt)}</div><p class="byline">By Ruth Carey</p>')
    assert authors_of(record) == ["Ruth Carey"]
    assert not [block for block in record.blocks if block.kind is BlockKind.FIGURE]


def test_pictures_of_others_and_pictures_with_captions_stay() -> None:
    other = read(f'<div>{PORTRAIT.format("Ruth Carey")}</div><p class="byline">By Omar Diab</p>')
    assert [block for block in other.blocks if block.kind is BlockKind.FIGURE]
    own = f"<figure>{PORTRAIT.format('Ruth Carey')}<figcaption>The author on the gallery</figcaption></figure>"
    assert [
        block for block in read(f'<p class="byline">By Ruth Carey</p>{own}').blocks if block.kind is BlockKind.FIGURE
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p>From Ruth Carey in Pell Point</p>", ["Ruth Carey"]),
        ('<p class="byline">From Ruth Carey in Pell Point</p>', ["Ruth Carey"]),
        ("<p>Story: Ruth Carey</p>", ["Ruth Carey"]),
        ("<p>Story: Ruth Carey | Photos: Omar Diab</p>", ["Ruth Carey"]),
        ('<p class="byline">By Ruth Carey, Northern Isles Media Group</p>', ["Ruth Carey"]),
        ("<p>From Reuters in Cairo</p>", []),
        ("<p>From stripes to white in a day</p>", []),
        ("<p>Story: stripes for a lighthouse</p>", []),
        ("<h3>Story Highlights</h3>", []),
        ("<p>Words</p><p>Paint Removal</p>", []),
    ],
)
def test_bylines_name_people_and_nobody_else(line: str, names: list[str]) -> None:
    assert authors_of(read(line)) == names
