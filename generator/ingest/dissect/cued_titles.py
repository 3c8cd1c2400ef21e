"""Which of the headlines behind a cue may be the title of an article that begins there, and what speaks for it.

Not for whether it does begin there (`split`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.candidates import LEAST_COVERAGE, is_list_item
from generator.ingest.dissect.datelines import read_dateline
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, is_rule, key_of, without_bullet
from generator.ingest.dissect.segments import Segment
from generator.ingest.dissect.similarity import Judged, share_of, stems
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_SEVERAL = 3  # words
_DATELINE, _LABELS = 0.7, 3.0


def is_told_inline(headline: str, judged: Judged) -> bool:
    """Whether paragraphs tell what the headline on a cue's own line says: one word of several may be chance."""
    words = stems(headline)
    return len(words) < _SEVERAL or sum(word in judged.all for word in words) > 1


def may_be_title(line: Line, known: Known) -> bool:
    if not is_list_item(line) or read_fields(line.text, Zone.BODY, known.own) or is_rule(line.text):
        return False
    return Label.DATELINE not in facts_of(line, known)


def best_title(candidates: Sequence[tuple[int, Line]], judged: Judged) -> int | None:
    """The headline that the paragraphs cover best, the later where two are alike; a standfirst does not hide the title
    above it: where the line before is covered nearly as well and stands right there, it is the title."""
    if not candidates:
        return None
    shares = [share_of(line.text, judged) for _, line in candidates]
    best = max(range(len(shares)), key=lambda n: (round(shares[n], 1), n))
    best = max(best, len(shares) - 2) if shares[-1] >= LEAST_COVERAGE and best < len(shares) - 2 else best
    while best and shares[best - 1] >= 0.5 and shares[best - 1] >= 0.75 * shares[best]:
        if key_of(without_bullet(candidates[best - 1][1].text)) == key_of(candidates[best][1].text):
            break  # the list has announced it in the same words
        best -= 1
    return candidates[best][0]


def weigh_evidence(segment: Segment, title: int | None, lead: str, known: Known) -> float:
    """What further speaks for a new article, in logarithms of odds: labels of its own under the title, a dateline at
    the head of its text."""
    score = _DATELINE if read_dateline(lead) is not None else 0.0
    if title is not None:
        below = [f for line in segment.heads[title + 1 :] for f in read_fields(line.text, Zone.HEAD, known.own)]
        if any(f.label in (Label.PUBLISHED, Label.SOURCE, Label.AUTHOR, Label.UPDATED) for f in below):
            score += _LABELS
    return score
