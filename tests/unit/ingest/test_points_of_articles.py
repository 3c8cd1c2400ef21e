"""The points that sum an article up, between its title and its text; and what stands there that is none of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, Record, SourceDocument

TITLE = "Kisumu's riders get their first parking bay"
TEXT = (
    "For eleven years the riders waited on the pavement outside the bus park, and each Friday it was swept of them.",
    "On Monday the county gave them a place of their own: a tarred rectangle with a roof of iron sheets, and a tap.",
    "The county expects to collect 1,200 shillings a day and to spend the sum on a second bay at the lake.",
)
POINTS = ("The bay holds 60 motorcycles.", "Riders pay 20 a day.")
PLAYER = (
    "<div class='audio-player-wrapper'><div>Article voiceover</div><div>0:00</div><div>-7:41</div>"
    "<p>Audio playback is not supported on your browser. Please upgrade.</p></div>"
)


def read(head: str) -> Record:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    source = (
        f'<html lang="en"><head><title>{TITLE} | Nation</title></head><body><article><h1>{TITLE}</h1>{head}'
        f'<div class="article__body">{body}</div></article></body></html>'
    )
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/page.html"), source.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def texts_of(record: Record, kind: BlockKind) -> tuple[str, ...]:
    return tuple(block.text for block in record.blocks if block.kind is kind)


@pytest.mark.parametrize("name", ["wrap-lines", "article__summary", "key-points", "x1"])
def test_points_are_kept_as_a_list_and_are_no_standfirst(name: str) -> None:
    items = "".join(f"<li>{point}</li>" for point in POINTS)
    record = read(f"<div class='{name}'><ul>{items}</ul></div>")
    assert texts_of(record, BlockKind.ITEM) == POINTS
    assert texts_of(record, BlockKind.PARAGRAPH) == TEXT
    assert not [claim for claim in record.claims if claim.name.name == "STANDFIRST"]


@pytest.mark.parametrize(
    "head",
    [
        "<ul class='meta'><li>Achieng Odera</li><li>Correspondent</li></ul>",
        "<ul><li>Facebook</li><li>WhatsApp</li></ul>",
        "<ul><li><a href='/1'>Lake rises again.</a></li><li><a href='/2'>Bus park to close.</a></li></ul>",
        "<div class='related'><ul><li>The lake rises again.</li><li>The bus park is to close.</li></ul></div>",
        "<div class='article-tools'><a href='#t'>Download text</a><a href='#s'>Share this debate</a></div>",
        PLAYER,
    ],
)
def test_what_else_stands_there_is_none_of_the_text(head: str) -> None:
    record = read(head)
    assert tuple(block.text for block in record.blocks) == TEXT


def test_a_day_set_as_a_summary_is_no_standfirst() -> None:
    record = read("<h5 class='article-meta-summary'>Tuesday, July 19, 2022</h5>")
    claims = {claim.name.name: claim.value for claim in record.claims}
    assert "STANDFIRST" not in claims
    assert claims["PUBLISHED"] == "Tuesday, July 19, 2022"


@pytest.mark.parametrize(
    "byline", ["Ana Odera aodera@nation.example", "By Ana Odera @aodera", "Ana Odera <a@n.example>"]
)
def test_where_a_writer_can_be_reached_is_not_the_name(byline: str) -> None:
    record = read(f"<p class='byline'>{byline.replace('<', '&lt;')}</p>")
    assert [claim.value for claim in record.claims if claim.name.name == "AUTHOR"] == ["Ana Odera"]
