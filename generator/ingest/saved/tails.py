"""Leaves out what still stands below a text when all else was settled: a link to another part of the site, the summary
in a box of facts, the summaries of a list of teasers.

Told by what stands beside it and was left out before. Not for comments and forms (saved.comments, saved.furniture).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from generator.ingest.dissect.lines import key_of as folded
from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.segments import Segment

_LONGEST_LINK, _SHORTEST_NAME = 60, 4
# Hosts of parts of sites, which name none.
_PARTS_OF_SITES = frozenset(
    {"arabic", "blog", "blogs", "edition", "english", "media", "mobile", "news", "press", "sport"}
)
_FEWEST_LABELS, _LONGEST_LABEL, _LONGEST_FACTS = 3, 20, 400
_FEWEST_TEASERS, _MOST_CLIMBS = 3, 8


def drop_tails(segments: Sequence[Segment], host: str) -> None:
    """Keep no longer such lines at the end of what is kept; `host` is that of the page."""
    keyed = [segment for segment in segments if segment.key]
    _drop_teasers(keyed)
    _drop_summary(keyed)
    _drop_house_link(keyed, host)


def _last(segments: Sequence[Segment]) -> Segment | None:
    return next((segment for segment in reversed(segments) if segment.kept), None)


def _drop_house_link(segments: Sequence[Segment], host: str) -> None:
    """Drop the last lines that are nothing but a short link which names the site: "See The Courier's week in pictures".
    The name is that of the host."""
    names = {label for label in host.lower().split(".")[:-1] if len(label) >= _SHORTEST_NAME} - _PARTS_OF_SITES
    for last in (segment for segment in reversed(segments) if segment.kept):
        words = {word.removesuffix("'s").removesuffix("’s") for word in last.text.lower().split()}
        is_link = last.linked == len(last.key) <= _LONGEST_LINK and len(words) > 1
        if not is_link or names.isdisjoint({*words, "".join(folded(last.text).split())}):
            return
        last.kept = False


def _drop_summary(segments: Sequence[Segment]) -> None:
    """Drop the last paragraph where it is all that is kept of a box of facts, the labels of which ("Founded:") were
    left out: what a database says of somebody in the text."""
    last = _last(segments)
    if last is None or not any(each.kept for each in segments if each is not last):
        return
    for box in islice((last.block, *last.block.iterancestors()), _MOST_CLIMBS):
        inner = [each for each in segments if box in (each.block, *each.block.iterancestors())]
        if any(each.kept for each in inner if each is not last):
            return
        labels = sum(each.text.endswith(":") and len(each.key) <= _LONGEST_LABEL for each in inner)
        if labels >= _FEWEST_LABELS:
            last.kept = last.kept and len(last.key) > _LONGEST_FACTS
            return


def _drop_teasers(segments: Sequence[Segment]) -> None:
    """Drop the last items of lists where all that is kept of them are summaries, each behind the headline that leads to
    its article and was left out."""
    text = next((at for at in range(len(segments) - 1, -1, -1) if segments[at].kept and not _is_item(segments[at])), 0)
    tail = segments[text:]
    told = [each for each in tail[1:] if each.kept]
    teasers = [each for before, each in pairwise(tail) if each.kept and not before.kept and before.is_linked]
    if len(told) >= _FEWEST_TEASERS and told == [each for each in teasers if not each.linked]:
        for each in told:
            each.kept = False


def _is_item(segment: Segment) -> bool:
    return tag_of(segment.block) == "li"
