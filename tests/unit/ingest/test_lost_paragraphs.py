"""Paragraphs of an article that stand where furniture is looked for: none is lost."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from generator.ingest.markup.html_body import blocks_of, parse_clean
from generator.ingest.saved.comments import drop_comments
from generator.ingest.saved.parts import keep_parts
from generator.ingest.saved.segments import Segment, read_segments
from generator.ingest.saved.twins import keep_copies
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE, read, text_of

TEXT = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)


def marked(source: str, *kept: str) -> tuple[HtmlElement, list[Segment]]:
    """A page's element and its segments, of which those of the texts `kept` are kept."""
    root = parse_clean(source)
    segments = read_segments(root)
    for segment in segments:
        segment.kept = segment.text in kept
    return root, segments


def kept_of(segments: list[Segment]) -> list[str]:
    return [segment.text for segment in segments if segment.kept]


HEAD = ("Is the harbour board walking away?", "Who will pay for the new pier if it does not?")
TOOLS = "<ul><li><a href='/send'>Email</a></li><li><a href='/print'>Print</a></li><li>{}</li></ul>"


@pytest.mark.parametrize("label", ["<a href='#c'>Comments</a>", "Comments", "Comments (12)"])
def test_headings_that_ask_are_no_text_above_comments(label: str) -> None:
    head = f"<div><h1>{HEAD[0]}</h1><h3>{HEAD[1]}</h3></div>{TOOLS.format(label)}"
    _, segments = marked(f"<div>{head}<div>{TEXT}</div></div>", *HEAD, *PARAGRAPHS)
    drop_comments(segments)
    assert kept_of(segments) == [*HEAD, *PARAGRAPHS]


def test_a_link_to_the_comments_ends_nothing_above_most_of_the_text() -> None:
    head = f"<div><h1>{TITLE}</h1><p>{HEAD[1]}</p><p>{HEAD[0]}</p></div>" + TOOLS.format("<a href='#c'>Comments</a>")
    _, segments = marked(f"<div>{head}<div>{TEXT}</div></div>", *HEAD, *PARAGRAPHS)
    drop_comments(segments)
    assert set(PARAGRAPHS) <= set(kept_of(segments))


def test_a_link_to_the_comments_below_the_text_ends_it() -> None:
    said = "My father worked that pier for forty years, and never once did it open in November."
    link = "<p><a href='/all'>Comments</a></p>"
    _, segments = marked(f"<div><div>{TEXT}</div>{link}<p>{said}</p></div>", said, *PARAGRAPHS)
    drop_comments(segments)
    assert kept_of(segments) == list(PARAGRAPHS)


def test_a_box_for_sharing_that_repeats_the_first_paragraph_does_not_take_it() -> None:
    first, *others = PARAGRAPHS
    box = f"<div class='share'><h3><a href='/pier'>{TITLE}</a></h3><p>{first}</p></div>"
    _, segments = marked(f"<div>{box}<div>{TEXT}</div></div>", *others)
    trimmed = next(segment for segment in segments if segment.text == first)
    trimmed.barred = True
    keep_copies(segments, {trimmed})
    assert kept_of(segments) == list(PARAGRAPHS)
    assert not trimmed.kept


def test_the_copy_of_a_teaser_that_stands_beside_no_text_is_not_kept() -> None:
    teaser = "Fishermen of the northern harbour meet the minister on Friday, a spokesman for the ministry has said."
    boxes = "".join(f"<div class='share'><h3><a href='/f'>Fishermen</a></h3><p>{teaser}</p></div>" for _ in range(2))
    _, segments = marked(f"<div><div>{TEXT}</div>{boxes}</div>", *PARAGRAPHS)
    trimmed = next(segment for segment in segments if segment.text == teaser)
    trimmed.barred = True
    keep_copies(segments, {trimmed})
    assert kept_of(segments) == list(PARAGRAPHS)


def test_a_sentence_behind_a_picture_in_no_element_of_its_own_is_kept() -> None:
    bare = "Everybody on the front knows how the first pier was lost, in one night of March, with all its lamps lit."
    picture = "<p><div class='image'><p class='caption'>The old pier, 1961</p></div>"
    halves = ["".join(f"<p>{each}</p>" for each in half) for half in (PARAGRAPHS[:3], PARAGRAPHS[3:])]
    root, segments = marked(f"<div>{halves[0]}{picture}{bare}</p>{halves[1]}</div>", *PARAGRAPHS)
    keep_parts(segments, root)
    assert kept_of(segments) == [*PARAGRAPHS[:3], bare, *PARAGRAPHS[3:]]


def test_a_text_that_opens_in_no_element_of_its_own_is_kept_on_a_page_of_nothing_else() -> None:
    bare = "The board of the harbour met on Monday to settle who pays for the pier, and broke up without a word."
    assert bare in text_of(read(f"<div>{bare}{TEXT}</div>"))


@pytest.mark.parametrize("name", ["text", "TEXT", "view", "list", "line", "desc", "mi"])
def test_elements_called_as_those_of_drawings_lose_no_letter(name: str) -> None:
    blocks = blocks_of(f"<{name} class='a'><p>The pier opens.</p></{name}><p>It rains.</p>").blocks
    assert [block.text for block in blocks] == ["The pier opens.", "It rains."]


def test_what_stands_in_a_drawing_is_none_of_the_text() -> None:
    drawn = "<svg><g><text>17 %</text></g><desc>Made by a program</desc></svg><math><mi>x</mi></math>"
    assert [block.text for block in blocks_of(f"<p>The pier opens.</p>{drawn}").blocks] == ["The pier opens."]
