"""Sponsors' boxes of letters, lines that ask who forwarded them, and comments below a heading of several words."""

from __future__ import annotations

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.model.source import BlockKind
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

TEXT = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def test_a_box_that_names_its_sponsor_is_left_out_and_told() -> None:
    box = "<div><p><b>TOGETHER WITH BRIGHTLY</b></p><p>Brightly makes lamps that never need changing.</p></div>"
    record = read(f'<article><h1>{TITLE}</h1><div class="letter">{TEXT[:200]}</p>{box}{TEXT}</div></article>')
    assert "Brightly" not in text_of(record)
    assert "Brightly makes lamps that never need changing." in record.removed


def test_a_sentence_that_begins_with_such_words_stays() -> None:
    said = "Together with Brightly, a maker of lamps, the town has set up a fund."
    assert said in text_of(read(f"<article><h1>{TITLE}</h1><div>{TEXT}<p>{said}</p></div></article>"))


def test_a_letter_that_asks_who_forwarded_it_is_no_text() -> None:
    assert is_boilerplate("Was this email forwarded to you? Sign up here")


def test_readers_comments_below_a_longer_heading_are_none_of_the_text() -> None:
    said = (
        "My father worked that pier for forty years, and it never once was open in November, whatever the board says."
    )
    body = f"<h1>{TITLE}</h1>{TEXT.replace('<p>', '').replace('</p>', '<br><br>')}"
    page = (
        f"<table><tr><td>{body}<hr><b>Your comments on this story</b><br><br><b>Pat:</b> {said}<br></td></tr></table>"
    )
    assert said not in text_of(read(page))


def test_a_cutline_is_a_caption() -> None:
    picture = '<img src="https://baycourier.example/p.jpg"><div class="image-cutline"><p>The pier in March</p></div>'
    blocks = read(f'<article><h1>{TITLE}</h1><div class="image">{picture}</div><div>{TEXT}</div></article>').blocks
    assert [block.text for block in blocks if block.kind is BlockKind.FIGURE] == ["The pier in March"]
