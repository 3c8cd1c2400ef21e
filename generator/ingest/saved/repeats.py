"""Leaves out pull quotes: sentences of an article that its page sets a second time, large, between the paragraphs.

Told by an element's name and by the sentence, which stands word for word in a paragraph; a quotation that stands in the
text only once is the article's own, whatever its element is called. Not for copies of whole texts (saved.barring).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.marks import is_body, names_of
from generator.ingest.saved.segments import Segment, key_of

_QUOTE = re.compile(r"quote|qoute|(?:^|[\s_-])(?:pull|breakout|callout)(?:$|[\s_-])", re.IGNORECASE)
_HOLDERS = frozenset({"article", "main", "body", "section"})
_MOST_CLIMBS = 4
_LEAST, _MOST = 15, 500
_MOST_OTHERS, _LONGEST_NAME = 1.5, 80  # letters of who is quoted and what he is


def drop_pull_quotes(segments: Sequence[Segment]) -> None:
    """Keep no longer what is kept twice: once in a paragraph, once in an element for quotations beside it."""
    boxes: dict[HtmlElement, list[Segment]] = {}
    known: dict[HtmlElement, bool] = {}
    kept = [segment for segment in segments if segment.kept and segment.key]
    for segment in kept:
        if len(segment.key) <= _MOST and (box := _box_around(segment, known)) is not None:
            boxes.setdefault(box, []).append(segment)
    if not boxes:
        return
    boxed = {segment for inner in boxes.values() for segment in inner}
    text = " ".join(segment.key.lower() for segment in kept if segment not in boxed)
    for inner in boxes.values():
        repeated = sum(_repeated(segment, text) for segment in inner)
        others = sum(len(segment.key) for segment in inner) - repeated
        if others <= min(_LONGEST_NAME, _MOST_OTHERS * repeated):
            for segment in inner:
                segment.kept = False


def _box_around(segment: Segment, known: dict[HtmlElement, bool]) -> HtmlElement | None:
    """The outermost element around a segment that is by its name or kind for quotations beside the text; a quotation
    that is marked up as one (`<blockquote>`) is a part of the text, unless an `<aside>` holds it."""
    box = None
    around = list(islice((segment.block, *segment.block.iterancestors()), _MOST_CLIMBS))
    tags = {tag_of(element) for element in around}
    if "blockquote" in tags and "aside" not in tags:
        return None
    for element in around:
        if tag_of(element) in _HOLDERS or is_body(element):
            break
        if element not in known:
            known[element] = _is_beside(element)
        box = element if known[element] else box
    return box


def _is_beside(element: HtmlElement) -> bool:
    return tag_of(element) == "aside" or bool(_QUOTE.search(names_of(element)))


def _repeated(segment: Segment, text: str) -> int:
    """How many letters of a segment stand in the keys of the paragraphs, which are in small letters."""
    if len(segment.key) >= _LEAST and segment.key.lower() in text:
        return len(segment.key)
    pieces = (key_of(getattr(element, where) or "").lower() for element, where in segment.nodes)
    return sum(len(piece) for piece in pieces if len(piece) >= _LEAST and piece in text)
