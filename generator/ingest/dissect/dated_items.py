"""News of a site or a newsletter, each with its day on a line right above its headline.

Not for the entries of a chronology, which has a title of its own above the first day (timed_entries).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_with_stop, is_headline_like, is_prose, is_rule
from generator.ingest.dissect.names_of_several import names_several
from generator.ingest.dissect.series import Series
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_LEAST, _DEEPEST = 3, 5  # items, lines above the first
_LONGEST_DAY, _LEAST_PROSE, _LEAST_TITLE, _LONGEST_TITLE = 6, 8, 2, 16  # words


def find_dated(lines: Sequence[Line], above: Sequence[Line], known: Known) -> Series:
    """The headlines below the days, where the first day begins the text, or what says that there are several stands
    above it; and these lines above. `above` are lines that were taken off there before."""
    days = [at for at in range(len(lines) - 2) if _is_day_above_title(lines, at, known)]
    if len(days) < _LEAST or days[0] > _DEEPEST or not _is_front([*above, *lines[: days[0]]]):
        return Series()
    if any(end - start < _LEAST for start, end in pairwise([*days, len(lines)])):
        return Series()
    return Series(frozenset(lines[at + 1].number for at in days), frozenset(line.number for line in lines[: days[0]]))


def _is_day_above_title(lines: Sequence[Line], at: int, known: Known) -> bool:
    day, title, text = lines[at : at + 3]
    if day.words > _LONGEST_DAY or (at and not day.after_blank) or not any(map(str.isdigit, day.text)):
        return False
    is_title = is_headline_like(title.text) and not title.after_blank and not ends_with_stop(title.text)
    if not is_title or not _LEAST_TITLE <= title.words <= _LONGEST_TITLE or not is_prose(text, _LEAST_PROSE):
        return False
    return (
        known.day_of(day.text) is not None and facts_of(day, known) == {Label.PUBLISHED} and not facts_of(title, known)
    )


def _is_front(front: Sequence[Line]) -> bool:
    """Whether lines are no title: nothing, or what names several articles, beside words of the page."""
    return (
        not front
        or any(names_several(line.text) for line in front)
        or all(is_boilerplate(line.text) or is_rule(line.text) for line in front)
    )
