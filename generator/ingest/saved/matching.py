"""Finds, in a page's segments, the text that was chosen as its article, so that the page's own markup can be kept.

Whoever chooses text gives it without most of its structure; where it stands in the page says what it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.saved.marks import is_around
from generator.ingest.saved.segments import Segment, key_of

_LONG = 24
_SHINGLE = 12
_ENOUGH = 0.6
_MOST_PLACES = 4
_LONGEST_SKIP = 40
_NEAR = 3


@dataclass(frozen=True, slots=True)
class _Match:
    """A long segment found in the chosen text: which one, and from where to where."""

    at: int
    start: int
    end: int


def mark_chosen(segments: Sequence[Segment], chosen: str) -> None:
    """Mark as kept the segments whose text is in `chosen`, in its order: long ones first, what is between them by
    them, and long ones of which a part was left out in `chosen`."""
    key = key_of(chosen)
    chain = _best_chain(_find_long(segments, key))
    for match in chain:
        segments[match.at].kept = True
    _mark_short(segments, key, chain)
    near = segments[max(0, chain[0].at - _NEAR) : chain[-1].at + 1 + _NEAR] if chain else segments
    _mark_partial(near, key)


def _find_long(segments: Sequence[Segment], key: str) -> list[_Match]:
    """Every place of every long segment in the chosen text, a few for each, in the order of segments."""
    places: dict[str, list[int]] = {}
    for start in range(len(key) - _LONG + 1):
        known = places.setdefault(key[start : start + _LONG], [])
        if len(known) < _MOST_PLACES:
            known.append(start)
    return [
        _Match(at, start, start + len(segment.key))
        for at, segment in enumerate(segments)
        if len(segment.key) >= _LONG
        for start in places.get(segment.key[:_LONG], ())
        if key.startswith(segment.key, start)
    ]


def _best_chain(matches: Sequence[_Match]) -> list[_Match]:
    """Of all sequences of matches that follow each other in page and text the one that covers most letters."""
    ends: list[int] = []  # for each length of coverage that is worth knowing the earliest end, both rising
    best: list[tuple[int, int]] = []  # coverage and index of the match that reaches it
    before: list[int | None] = [None] * len(matches)
    at = 0
    while at < len(matches):
        group = [n for n in range(at, len(matches)) if matches[n].at == matches[at].at]
        found: list[tuple[int, int]] = []
        for n in group:
            place = bisect_right(ends, matches[n].start) - 1
            before[n] = best[place][1] if place >= 0 else None
            found.append(((best[place][0] if place >= 0 else 0) + matches[n].end - matches[n].start, n))
        for coverage, n in found:
            _insert(ends, best, matches[n].end, (coverage, n))
        at = group[-1] + 1
    chain: list[_Match] = []
    link = best[-1][1] if best else None
    while link is not None:
        chain.append(matches[link])
        link = before[link]
    return chain[::-1]


def _insert(ends: list[int], best: list[tuple[int, int]], end: int, reached: tuple[int, int]) -> None:
    """Keep both lists rising: whoever ends later must cover more."""
    place = bisect_right(ends, end)
    if place and best[place - 1][0] >= reached[0]:
        return
    last = place
    while last < len(ends) and best[last][0] <= reached[0]:
        last += 1
    ends[place:last] = [end]
    best[place:last] = [reached]


def _mark_short(segments: Sequence[Segment], key: str, chain: Sequence[_Match]) -> None:
    """Mark short segments that stand between long ones in the page as in the chosen text."""
    starts = [(-1, 0), *((match.at, match.end) for match in chain)]
    ends = [*((match.at, match.start) for match in chain), (len(segments), len(key))]
    for (first, start), (last, limit) in zip(starts, ends, strict=True):
        place = start
        for segment in segments[first + 1 : last]:
            if not segment.key or len(segment.key) >= _LONG:
                continue
            found = key.find(segment.key, place, min(limit, place + len(segment.key) + _LONGEST_SKIP))
            if found == place or (found > place and len(segment.key) > 5):
                segment.kept = True
                place = found + len(segment.key)


def _mark_partial(segments: Sequence[Segment], key: str) -> None:
    """Mark long segments most of which is in the chosen text: links or the like were left out there. Those who quote it
    below the article are not meant, nor is a copy for other screens."""
    known = {segment.key for segment in segments if segment.kept}
    shingles = {key[start : start + _SHINGLE] for start in range(len(key) - _SHINGLE + 1)}
    for segment in segments:
        if segment.kept or len(segment.key) < _LONG or segment.key in known:
            continue
        if segment.is_linked or is_around(segment.block):
            continue
        own = [segment.key[start : start + _SHINGLE] for start in range(0, len(segment.key) - _SHINGLE + 1, 4)]
        segment.kept = sum(shingle in shingles for shingle in own) >= _ENOUGH * len(own)
