"""Bars the second copy of a text that a page holds twice, one for telephones and one for wide screens: a style sheet
shows one of them only.

Told by paragraphs that stand word for word in two elements side by side, one of which has next to nothing of its own.
Not for the text on one line that is for machines (saved.barring), nor for quotations (saved.repeats).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, takewhile

from lxml.html import HtmlElement

from generator.ingest.saved.barring import PROSE, bar
from generator.ingest.saved.segments import Segment

_FEWEST_PARAGRAPHS, _MOST_COPIES = 2, 4
_LEAST_SHARED = 0.8
_LEAST_OF_TEXT = 0.3

_Sides = tuple[HtmlElement, HtmlElement]


def bar_twins(segments: Sequence[Segment]) -> None:
    """Bar the copy of a text that has less of it, the later one where both have all; what was kept in it is kept in
    the other."""
    copies: dict[str, list[Segment]] = {}
    for segment in segments:
        if len(segment.key) >= PROSE and not segment.is_linked and not segment.barred:
            copies.setdefault(segment.key, []).append(segment)
    if sum(len(each) > 1 for each in copies.values()) < _FEWEST_PARAGRAPHS:
        return
    total = sum(len(key) for key, each in copies.items() if any(one.kept for one in each))
    for sides, shared in _shared(copies).items():
        if len(shared) < _FEWEST_PARAGRAPHS or sum(map(len, shared)) < _LEAST_OF_TEXT * total:
            continue
        _bar_one([[each for each in segments if side in _chain(each.block)] for side in sides])


def keep_copies(segments: Sequence[Segment], trimmed: Set[Segment]) -> None:
    """Keep the other copy of a paragraph that was taken out with a box around it, as one for sharing that repeats the
    first: the copy that stands in one element with a kept paragraph right behind or before it."""
    lost = {each.key for each in trimmed if len(each.key) >= PROSE and not each.is_linked}
    keyed = [each for each in segments if each.key]
    lost -= {each.key for each in keyed if each.kept}
    for at, segment in enumerate(keyed if lost else ()):
        if segment.key not in lost or segment.barred or segment.kept:
            continue
        if any(_stand_together(segment, other) for other in _beside(keyed, at)):
            segment.kept = True
            lost.discard(segment.key)


def _beside(segments: Sequence[Segment], at: int) -> Iterator[Segment]:
    """What stands right before and behind a place."""
    yield from (*segments[max(at - 1, 0) : at], *segments[at + 1 : at + 2])


def _stand_together(segment: Segment, other: Segment) -> bool:
    """Whether a segment stands beside a kept paragraph, in one element with it."""
    is_kept = other.kept and not other.is_linked and len(other.key) >= PROSE
    return is_kept and other.block.getparent() is segment.block.getparent()


def _shared(copies: Mapping[str, Sequence[Segment]]) -> dict[_Sides, list[str]]:
    """The paragraphs that two elements with one parent share, by these elements."""
    shared: dict[_Sides, list[str]] = {}
    for key, segments in copies.items():
        for one, other in combinations(segments[:_MOST_COPIES], 2):
            if (sides := _sides(one.block, other.block)) is not None:
                shared.setdefault(sides, []).append(key)
    return shared


def _sides(one: HtmlElement, other: HtmlElement) -> _Sides | None:
    """The elements around two others that are different ones, of one parent; None where the one holds the other."""
    chains = [_chain(each)[::-1] for each in (one, other)]
    common = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(*chains, strict=False)))
    return (chains[0][common], chains[1][common]) if common < min(map(len, chains)) else None


def _bar_one(sides: Sequence[Sequence[Segment]]) -> None:
    """Bar one of two elements' segments, where the other has almost all of it."""
    keys = [{each.key for each in side if each.key} for side in sides]
    letters = [sum(len(each.key) for each in side if not each.is_linked) for side in sides]
    for copy, other in ((1, 0), (0, 1)):
        told = sum(len(each.key) for each in sides[copy] if not each.is_linked and each.key in keys[other])
        if told < _LEAST_SHARED * letters[copy] or letters[copy] > letters[other]:
            continue
        kept = {each.key for each in sides[copy] if each.kept and each.key}
        for each in sides[other]:
            each.kept = (each.kept or each.key in kept) and not each.barred
        bar(sides[copy])
        return


def _chain(element: HtmlElement) -> list[HtmlElement]:
    return [element, *element.iterancestors()]
