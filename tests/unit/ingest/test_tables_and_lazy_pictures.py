"""Columns of tables as a page sets them, and pictures that a page holds for readers without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.ingest.saved.noscripts import bring_out_pictures
from generator.model.source import Record, SourceDocument

TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The observatory on the ridge opened its dome to visitors on Friday, for the first time since the storm of "
        "last winter tore away a third of its copper plates.",
        "Volunteers carried the new plates up by hand, because the road is too narrow for the lorry that the town had "
        "hired, and fixed them within nine days.",
        "The first guests saw the rings of Saturn and, lower in the sky, a comet that will not come back in our time.",
    )
)
PHOTO = '<img src="https://ridge.example/up/dome-at-dusk-1024x683.jpg" alt="The dome at dusk">'


def rules_of(table: str) -> str:
    return next(block.markdown or "" for block in blocks_of(table).blocks).splitlines()[1]


@pytest.mark.parametrize(
    ("cells", "rules"),
    [
        ('<td>Tram</td><td align="right">2.10</td>', "| --- | ---: |"),
        ('<td style="text-align: Center">Tram</td><td>2.10</td>', "| :---: | --- |"),
        ('<td align="left">Tram</td><td align="justify">2.10</td>', "| --- | --- |"),
        ('<td>حافلة</td><td align="left">2.10</td>', "| --- | ---: |"),
        ('<td align="right">حافلة</td><td align="right">2.10</td>', "| --- | --- |"),
    ],
)
def test_columns_are_set_as_most_of_their_cells_are(cells: str, rules: str) -> None:
    rows = f"<tr>{cells}</tr>" * 3
    assert rules_of(f"<table><tr><th>A</th><th>B</th></tr>{rows}</table>") == rules


def test_a_row_says_how_its_cells_are_set_and_one_cell_of_three_does_not_decide() -> None:
    row = '<tr align="center"><td>Tram</td><td>2.10</td></tr>'
    assert rules_of(f"<table><tr><th>A</th><th>B</th></tr>{row * 2}</table>") == "| :---: | :---: |"
    odd = '<tr><td>Bus</td><td align="right">1.00</td></tr>' + "<tr><td>Ship</td><td>2.00</td></tr>" * 2
    assert rules_of(f"<table><tr><th>A</th><th>B</th></tr>{odd}</table>") == "| --- | --- |"


def written(picture: str) -> str:
    page = (
        '<!DOCTYPE html><html lang="en"><head><title>Observatory opens its dome again</title></head><body><article>'
        f"<h1>Observatory opens its dome again</h1>{TEXT.replace('</p>', '</p>' + picture, 1)}</article></body></html>"
    )
    document = SourceDocument.of(Path("content/sources/dome.html"), page.encode(), "0" * 64)
    record = next(each for each in read_saved_page(document) if isinstance(each, Record))
    return "\n".join(block.markdown or block.text for block in record.blocks)


@pytest.mark.parametrize(
    "around",
    [
        f"<noscript>{PHOTO}</noscript>",
        f"<figure><noscript>{PHOTO}</noscript><figcaption>The dome on Friday</figcaption></figure>",
        f'<figure><img src="data:image/gif;base64,R0lGOD"><noscript>{PHOTO}</noscript></figure>',
        f"<noscript><picture><source srcset='x.webp'>{PHOTO}</picture></noscript>",
    ],
)
def test_a_picture_for_readers_without_scripts_is_shown(around: str) -> None:
    assert written(around).count("dome-at-dusk") == 1


def test_a_picture_that_stands_beside_its_stand_in_is_shown_once() -> None:
    lazy = '<img class="lazyload" src="data:," data-src="https://ridge.example/up/dome-at-dusk.jpg" alt="The dome">'
    assert written(f"<noscript>{PHOTO}</noscript>{lazy}").count("dome-at-dusk") == 1
    assert written(f"{lazy}<noscript>{PHOTO}</noscript>").count("dome-at-dusk") == 1


@pytest.mark.parametrize(
    "inside",
    [
        '<img height="1" width="1" src="https://count.example/tr?id=1&ev=PageView">',
        '<img src="https://count.example/b.gif">',
        '<a href="https://ads.example/jump"><img src="https://ads.example/big.jpg"></a>',
        f"<p>Please turn scripts on.</p>{PHOTO}",
        "<img>",
    ],
)
def test_what_counts_readers_or_advertises_stays_unseen(inside: str) -> None:
    source = f"<p>Text</p><noscript>{inside}</noscript>"
    assert bring_out_pictures(source) == source
