"""Outlets that are told by the day beside them: `[The Bay Courier, 5 June 2017]` right above or below each title.

Where most of such lines name an outlet that is known, the others name one, too. Not for places with a day, as below
letters and essays (uncued).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_headline_like, is_paragraph_like, key_of
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label
from generator.text.dates import is_worded_as_date

_LONGEST = 12  # words
_LEAST = 2
_FORM = re.compile(
    r"[\[(]?(?P<name>[^\W\d][^\d,|·•–—\[\]()]{1,38}?)\s*(?:[,|·•]|\s[–—-])\s+"
    r"(?P<day>[^|·•–—\[\]()]*\d[^|·•–—\[\]()]*?)(?:\s*[|·•–—][^\d]{2,40})?[\])]?"
)


def find_outlets(lines: Sequence[Line], known: Known) -> frozenset[str]:
    """The keys of the names beside the days on lines next to headlines, where at least half of them are known to be
    outlets, and none a place."""
    places = [at for at, line in enumerate(lines) if _may_be(line) and _stands_by_title(lines, at)]
    if len(places) < _LEAST:
        return frozenset()
    found = [(lines[at], match) for at in places if (match := _FORM.fullmatch(lines[at].text)) is not None]
    found = [(line, match) for line, match in found if known.day_of(match["day"].strip()) is not None]
    found = [(line, match) for line, match in found if not _is_of_date(match["name"])]
    names = {key_of(match["name"]) for _, match in found}
    sure = sum(Label.SOURCE in facts_of(line, known) for line, _ in found)
    is_told = sure >= _LEAST - 1 and sure * 2 >= len(found) and names.isdisjoint(known.places)
    return frozenset(names) if is_told and len(found) >= _LEAST else frozenset()


def _is_of_date(name: str) -> bool:
    """Whether a word is that of a day of the week or a month, which makes a date of what stands behind it."""
    return is_worded_as_date(f"{name} 11 January 2005")


def _may_be(line: Line) -> bool:
    return line.words <= _LONGEST and any(map(str.isdigit, line.text))


def _stands_by_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the line right above or right below is a headline."""
    near = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return any(is_headline_like(line.text) and not is_paragraph_like(line.text) for line in near)
