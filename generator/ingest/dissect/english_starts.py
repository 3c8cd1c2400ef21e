"""Whose facts stand between two English articles: of the foot of the one above, or of the head of the one below.

Empty lines tell, what each of the two says of itself, and in which form a line does. Not for Arabic texts (`starts`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.borders import gap_above
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.stated_facts import facts_of, head_labels
from generator.model.publisher import Label

_DASHES = "–—"  # `— The Bay Courier, 3 March 2024` stands below a text
_BESIDE = frozenset({Label.ASIDE, Label.URL})


def find_facts_above(lines: Sequence[Line], title: int, at: int, most: int, known: Known) -> int:
    """Where the lines right above the title at `at`, `most` of them, begin that state facts; lines of the page may
    stand between them and below."""
    start = begin = at
    while at - start < most and start > title + 2:
        above = lines[start - 1]
        states = above.text[0] not in _DASHES and bool(facts_of(above, known))
        if not (states or is_boilerplate(above.text)):
            break
        start -= 1
        begin = start if states else begin
    return begin


def part_by_gap(lines: Sequence[Line], start: int, at: int, known: Known) -> int | None:
    """Where the head of the title at `at` begins, as the widest gap from `start` on tells; None if none is widest."""
    gaps = [gap_above(lines, n) for n in range(start, at)]
    widest, above_title = max(gaps), gap_above(lines, at)
    if widest == above_title:
        return None
    last = max(n for n, gap in enumerate(gaps, start) if gap == widest)
    return last if widest > above_title and facts_of(lines[last], known) else at


def skip_foot(lines: Sequence[Line], start: int, at: int, known: Known) -> int:
    """Where the facts begin, read upwards from the title at `at`, that are not stated below it once more; where one is,
    those up to it are the foot of the article before."""
    own = head_labels(lines, at, known)
    said = own | {Label.SOURCE} if Label.DATELINE in own else own
    free = takewhile(lambda n: said.isdisjoint(facts_of(lines[n], known)), range(at - 1, start - 1, -1))
    return at - sum(1 for _ in free)


def find_day(lines: Sequence[Line], start: int, at: int, known: Known) -> int:
    """The line right above the title at `at` that states a day and nothing else, without a label or brackets, where the
    article before, which opens the document with its title, says its own day below that; else the title."""
    above = lines[at - 1]
    is_bare = start < at and above.text[0] not in "([" and not read_fields(above.text, Zone.HEAD, known.own)
    is_day = is_bare and facts_of(above, known) - _BESIDE == {Label.PUBLISHED}
    is_told = Label.PUBLISHED in head_labels(lines, 0, known) and Label.PUBLISHED not in facts_of(lines[-1], known)
    return at - 1 if is_day and is_told else at
