"""Leaves out galleries of other pictures that a page sets between an article's paragraphs: each picture numbered, with
what it shows; or only a heading, where the pictures are a program's.

Told by an element's name, and by the numbers. Not for an article that is a gallery itself: its texts are the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from generator.ingest.markup.elements import HEADINGS, tag_of
from generator.ingest.saved.marks import is_body, names_of
from generator.ingest.saved.segments import Segment

_NUMBER = re.compile(r"\d{1,3}\s?/\s?(?P<all>\d{1,3})(?!\d)")
_GALLERY = re.compile(r"galler(?:y|ies)|slide-?show|carousel", re.IGNORECASE)
_FEWEST = 2
_LEAST_BESIDE = 0.8


def drop_galleries(segments: Sequence[Segment]) -> None:
    """Keep no longer the galleries beside which about as much text stands as in them, or more."""
    kept = [segment for segment in segments if segment.kept and segment.key]
    _drop_bare_heads(kept)
    numbered: dict[HtmlElement, int] = {}
    for segment in kept:
        if (found := _NUMBER.match(segment.text)) is None or int(found["all"]) < _FEWEST:
            continue
        for element in segment.block.iterancestors():
            numbered[element] = numbered.get(element, 0) + 1
    named = {each for each, count in numbered.items() if count >= _FEWEST and _GALLERY.search(names_of(each))}
    if not named:
        return
    inner = [segment for segment in kept if not named.isdisjoint(segment.block.iterancestors())]
    within = sum(len(segment.key) for segment in inner)
    prose = sum(len(segment.key) for segment in kept if not segment.is_linked) - within
    if prose >= _LEAST_BESIDE * within:
        for segment in inner:
            segment.kept = False


def _drop_bare_heads(kept: Sequence[Segment]) -> None:
    """Keep no longer a heading in a gallery's element that holds nothing else of the text."""
    heads = [segment for segment in kept if tag_of(segment.block) in HEADINGS]
    boxes = {each: segment for segment in heads if (each := segment.block.getparent()) is not None}
    for box, head in boxes.items():
        if _GALLERY.search(names_of(box)) and not is_body(box):
            head.kept = any(segment is not head and box in segment.block.iterancestors() for segment in kept)
