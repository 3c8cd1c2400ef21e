"""Keeps the other elements of a text that is put together of elements alike: those of page builders and live blogs,
each of which holds a paragraph, a list or an entry.

Told by what two of them that are kept have in common, whatever they are called. Not for what stands in one element with
kept text (saved.parts).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.markup.elements import HEADINGS, tag_of
from generator.ingest.saved.captions import in_caption
from generator.ingest.saved.furniture import is_furniture
from generator.ingest.saved.marks import is_around
from generator.ingest.saved.segments import Segment

_PROSE, _SHORTEST_ITEM = 25, 8
_PARAGRAPH = 60
_FEWEST_KEPT, _FEWEST_BESIDE, _FEWEST_ITEMS = 2, 3, 2
_MOST_CLIMBS = 6
_MOST_OF_TEXT = 0.5
_KINDS = frozenset({"div", "section", "article", "li", "td"})


def keep_alike(segments: Sequence[Segment], root: HtmlElement, dropped: Set[Segment]) -> None:
    """Keep, in `root`, what stands between two elements that hold kept prose, or beside more under just the same name,
    in an element of their kind: prose or a list without links. `dropped` are segments that were found to be furniture.
    """
    within = _by_element(segments, root)
    kept = sum(len(segment.key) for segment in segments if segment.kept)
    for siblings in _families(within):
        places = [at for at, each in enumerate(siblings) if _is_kept(within[each])]
        if len(places) < _FEWEST_KEPT:
            continue
        for at, element in enumerate(siblings):
            inner = within[element]
            is_theirs = places[0] < at < places[-1] or _is_entry(element, [siblings[each] for each in places], inner)
            if is_theirs and not any(each.kept or each in dropped for each in inner) and _is_text(inner, kept, root):
                _keep(inner)


def _is_entry(element: HtmlElement, others: Sequence[HtmlElement], inner: Sequence[Segment]) -> bool:
    """Whether an element above or below three or more of just its name is one more, with a paragraph of its own."""
    names = {each.get("class") for each in others}
    is_like = len(others) >= _FEWEST_BESIDE and names == {element.get("class")}
    return is_like and any(len(each.key) >= _PARAGRAPH for each in inner)


def _by_element(segments: Sequence[Segment], root: HtmlElement) -> dict[HtmlElement, list[Segment]]:
    """The segments with letters within each element near above them that has a class, below `root`."""
    within: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        if not segment.key:
            continue
        element: HtmlElement | None = segment.block
        for _ in range(_MOST_CLIMBS):
            if element is None or element is root:
                break
            if tag_of(element) in _KINDS and element.get("class"):
                within.setdefault(element, []).append(segment)
            element = element.getparent()
    return within


def _families(within: Mapping[HtmlElement, Sequence[Segment]]) -> list[list[HtmlElement]]:
    """Elements of one parent that share their tag and the first of their classes, numbers apart; in order."""
    families: dict[tuple[HtmlElement | None, str], list[HtmlElement]] = {}
    for element in within:
        name = re.sub(r"[0-9]+", "", (element.get("class") or "").split()[0])
        families.setdefault((element.getparent(), f"{element.tag} {name}"), []).append(element)
    return [each for each in families.values() if len(each) > _FEWEST_KEPT]


def _is_kept(inner: Sequence[Segment]) -> bool:
    return any(each.kept and not each.is_linked and len(each.key) >= _PROSE for each in inner)


def _is_text(inner: Sequence[Segment], kept: int, root: HtmlElement) -> bool:
    """Whether what an element holds reads as a part of a text of `kept` letters: sentences or items of a list, no link,
    no cue to other articles and nothing that was barred or by its names stands beside it, but for short lines."""
    if sum(len(each.key) for each in inner) > _MOST_OF_TEXT * kept:
        return False
    told = [each for each in inner if _is_line(each) or not _is_beside(each, root)]
    if any(each.linked or each.barred or in_caption(each) or _is_cue(each) or _is_beside(each, root) for each in told):
        return False
    sentences = sum(len(each.key) >= _PROSE and ends_sentence(each.text) for each in told)
    items = sum(tag_of(each.block) == "li" and len(each.key) >= _SHORTEST_ITEM for each in told)
    return sentences > 0 or items >= _FEWEST_ITEMS


def _is_cue(segment: Segment) -> bool:
    return tag_of(segment.block) in HEADINGS and read_cue(segment.text) is not None


def _is_beside(segment: Segment, root: HtmlElement) -> bool:
    """Whether a line stands in an element named as furniture and other things around a text are."""
    near = (segment.block, *islice(segment.block.iterancestors(), _MOST_CLIMBS))
    return is_around(segment.block, root) or any(map(is_furniture, near))


def _is_line(segment: Segment) -> bool:
    """Whether a line is a paragraph, a heading or an item, and no tool beside them."""
    return len(segment.key) >= _PROSE or tag_of(segment.block) in (*HEADINGS, "li", "p")


def _keep(inner: Sequence[Segment]) -> None:
    for segment in inner:
        segment.kept = _is_line(segment)
