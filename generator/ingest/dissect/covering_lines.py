"""What stands above the first article of a file of several: the file's own name and day, or the letter it came with.

The other articles tell: the first one's title stands above a head like theirs, too. Not for tables of contents, nor for
letters with a sender and a subject (contents, mail).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.english_bylines import read_capitals_above_day
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_headline_like
from generator.ingest.dissect.mail import is_salutation
from generator.ingest.dissect.names import is_role
from generator.ingest.dissect.names_alone import names_alone
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.stated_facts import facts_of
from generator.ingest.dissect.uncued import find_title
from generator.model.publisher import Label

_DEEPEST = 8  # lines
_LONGEST = 16  # words
_TELLING = frozenset({Label.SOURCE, Label.PUBLISHED, Label.AUTHOR})


def without_covering_lines(parts: Sequence[Part], known: Known) -> list[Part]:
    """The articles without the lines that stand above the title of the first one; they are removed from it."""
    if len(parts) < 2:
        return list(parts)
    first, *others = parts
    heads = [_labels_below(part.lines, find_title(part.lines, known), known) for part in others]
    usual = frozenset.intersection(*heads) & _TELLING
    front = _count_front(first.lines, usual, known) if usual else 0
    if front and all(_has_facts_above(part.lines, known) for part in others):  # so are those of the first one its own
        front -= _count_facts_above(first.lines, front, known)
    if not front:
        return list(parts)
    return [first.without_first(front), *others]


def _count_front(lines: Sequence[Line], usual: frozenset[Label], known: Known) -> int:
    """How many lines stand above the first that has below it what is `usual` below titles; 0 where these may be its
    kicker, its standfirst or its text, as nothing sets them apart from it."""
    for at, line in enumerate(lines[:_DEEPEST]):
        if line.words > _LONGEST:
            return 0
        if Label.UPDATED in facts_of(line, known):  # of an article, as no file says it of itself
            return 0
        if names_alone(line.text) or read_capitals_above_day(lines, at, known):
            continue
        if is_headline_like(line.text) and not _is_of_head(line, known) and usual <= _labels_below(lines, at, known):
            return at if _is_set_apart(lines, at, known) else 0
    return 0


def _has_facts_above(lines: Sequence[Line], known: Known) -> bool:
    return any(facts_of(line, known) for line in lines[: find_title(lines, known)])


def _count_facts_above(lines: Sequence[Line], title: int, known: Known) -> int:
    return sum(1 for _ in takewhile(lambda line: _is_of_head(line, known), reversed(lines[:title])))


def _is_set_apart(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a gap is above the line, or what is above it is no headline alone."""
    above = lines[:at]
    return bool(above) and (
        lines[at].after_blank or is_salutation(above[0].text) or any(facts_of(line, known) for line in above)
    )


def _labels_below(lines: Sequence[Line], at: int, known: Known) -> frozenset[Label]:
    """What the lines right below one state."""
    head = takewhile(lambda line: _is_of_head(line, known), lines[at + 1 : at + 1 + _DEEPEST])
    return frozenset().union(*(facts_of(line, known) for line in head))


def _is_of_head(line: Line, known: Known) -> bool:
    return bool(facts_of(line, known)) or is_role(line.text) or is_boilerplate(line.text)
