"""Pictures with captions between a headline and a text in an element of its own are the article's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, Record, SourceDocument

TITLE = "Farm stand robbed of everything but the rhubarb"
CAPTION = "The stand on County Road 8 works on trust."
TEXT = (
    "Somebody took 40 dozen eggs, 11 jars of honey and the cash box from a stand on County Road 8 on Wednesday night.",
    "The rhubarb was left, in neat bundles, with a note that said no thank you, and the owner was hurt by that most.",
    "The office of the sheriff has no suspects and asks whoever has been offered honey at a low price to telephone.",
)
FIGURE = f'<figure><img src="https://b.example/stand.jpg"><figcaption>{CAPTION}</figcaption></figure>'


def read(above: str) -> Record:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    source = (
        f'<html lang="en"><head><title>{TITLE} | Call</title></head><body><nav><a href="/">Call</a></nav>'
        f'<div class="row"><div id="asset"><header><h1>{TITLE}</h1></header>{above}<div class="wrap">'
        f'<div id="article-body">{body}</div></div></div><div class="side"><figure><img src="/o.jpg"><figcaption>'
        f"Another harvest, on another farm.</figcaption></figure></div></div></body></html>"
    )
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/page.html"), source.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def figures(record: Record) -> list[str]:
    return [block.text for block in record.blocks if block.kind is BlockKind.FIGURE]


def test_a_picture_between_headline_and_text_is_kept_with_its_caption() -> None:
    record = read(f'<div class="photo">{FIGURE}</div>')
    assert figures(record) == [CAPTION]
    assert tuple(block.text for block in record.blocks if block.kind is BlockKind.PARAGRAPH) == TEXT


@pytest.mark.parametrize(
    "above",
    [
        '<div class="by"><img src="/patty.jpg"><span>Patty Olson</span></div>',
        f'<div class="related">{FIGURE}</div>',
        f"<aside>{FIGURE}</aside>",
        '<div class="card"><a href="/x"><figure><img src="/x.jpg"><figcaption>A turnip of 12 pounds</figcaption>'
        "</figure></a></div>",
    ],
)
def test_other_pictures_above_the_text_are_not_its_own(above: str) -> None:
    record = read(above)
    assert figures(record) == []
    assert tuple(block.text for block in record.blocks) == TEXT
