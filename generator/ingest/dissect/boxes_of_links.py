"""Boxes of links that a page sets into an article: below a cue headlines one after the other, perhaps with their days.

For telling a headline in such a box from the title of an article behind a cue. Not for what announces them (`cues`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_headline_like
from generator.ingest.dissect.stated_facts import facts_of, tells_of_article
from generator.model.publisher import Label

_LEAST_BELOW = 2  # headlines


def is_in_box(heads: Sequence[Line], at: int, known: Known) -> bool:
    """Whether the line at `at` of those behind a cue is one of a list.

    So it is where two more headlines stand right below it, or its day and then a headline with its own; where it is a
    day itself; and where it says how long ago, as the headline above it does.

    Below the title of an article stand a standfirst at most, and what the head states.
    """
    if facts_of(heads[at], known):
        return True
    below = heads[at + 1 :]
    if len(below) >= _LEAST_BELOW and all(_is_headline(line, known) for line in below[:_LEAST_BELOW]):
        return True
    facts = [bool(facts_of(line, known)) for line in below[:3]]
    if facts == [True, False, True] and _is_headline(below[1], known):
        return True
    return at > 1 and all(_states_no_day(line, known) for line in (heads[at - 1], *below[:1])) and bool(below)


def _states_no_day(line: Line, known: Known) -> bool:
    """Whether a line says how long ago something was published, and not on which day."""
    return Label.PUBLISHED in facts_of(line, known) and known.day_of(line.text) is None


def _is_headline(line: Line, known: Known) -> bool:
    """Whether a line has a headline's form and states nothing of an article's head."""
    if not is_headline_like(line.text) or is_boilerplate(line.text):
        return False
    return not tells_of_article(line, known)
