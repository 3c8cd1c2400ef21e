"""Headlines within an English text that are entries of it: of a live blog, below the time; books, above their authors.

Not for subheads, which only their neighbours tell (`subheads`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.borders import count_paragraphs
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_LONGEST = 24  # characters
_CLOCK = re.compile(
    r"[0-2]?\d[:.h]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}(?: ?[+-] ?\d{1,2})?\)?)?|1?\d ?[ap]\.?m\.?",
    re.IGNORECASE,
)


def is_timed_entry(lines: Sequence[Line], title: int, at: int) -> bool:
    """Whether the hour alone stands right above a line, as above the entries of a live blog; not where it stands above
    the running title, too."""
    return _is_clock(lines[at - 1].text) and not (title > 0 and _is_clock(lines[title - 1].text))


def _is_clock(text: str) -> bool:
    return len(text) <= _LONGEST and text[0].isdigit() and _CLOCK.fullmatch(text) is not None


def are_listed_works(lines: Sequence[Line], names: Sequence[int], known: Known) -> bool:
    """Whether the names on the lines `names`, each below a headline, may be the authors of books that one English text
    lists: only below the first the day is told, too, and below each other one stands a single paragraph."""
    first, *others = names
    if is_arabic(lines[first].text) or not others or not _is_beside_day(lines, first, known):
        return False
    return all(_is_alone(lines, at, known) for at in others)


def _is_alone(lines: Sequence[Line], at: int, known: Known) -> bool:
    return not _is_beside_day(lines, at, known) and count_paragraphs(lines[at + 1 :], known) <= 1


def _is_beside_day(lines: Sequence[Line], at: int, known: Known) -> bool:
    return any(Label.PUBLISHED in facts_of(line, known) for line in lines[at : at + 2])
