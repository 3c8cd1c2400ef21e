"""Whether an English headline within a text is one of several set off alike that are its subheads.

Of the subheads of one article a single one may read as a title; of the titles of several articles, most do. Not for a
headline that has a head of its own, or of which much is sure (`uncued`).
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from generator.ingest.dissect.borders import LEAST_WORDS, gaps_around, weigh_border
from generator.ingest.dissect.candidates import is_list_item
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, bullet_of, is_prose
from generator.ingest.dissect.stated_facts import head_labels

_LEAST, _LEAST_PROSE = 2, 8  # other headlines, words
_UNLIKELY = -0.15  # what a border weighs at subheads, in the middle


def is_among_subheads(lines: Sequence[Line], title: int, at: int, known: Known) -> bool:
    """Whether at least two other headlines stand in the text as the one at `at` does, between prose, and less
    speaks for an article at them than at subheads."""
    if head_labels(lines, at, known):
        return False
    gaps, bullet = gaps_around(lines, at), bullet_of(lines[at].text)
    others = [
        n
        for n in range(title + 2, len(lines) - 1)
        if n != at
        and lines[n].words >= LEAST_WORDS
        and is_list_item(lines[n])
        and not lines[n].text.endswith("?")  # the questions of an interview say nothing of what stands below it
        and is_prose(lines[n - 1], _LEAST_PROSE // 2)
        and is_prose(lines[n + 1], _LEAST_PROSE)
        and gaps_around(lines, n) == gaps
        and bullet_of(lines[n].text) == bullet
    ]
    return len(others) >= _LEAST and fmean(weigh_border(lines, title, n, known) for n in others) < _UNLIKELY
