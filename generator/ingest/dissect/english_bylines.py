"""Names in capitals that English pages set between the day of the last change and that of publication.

Not for bylines with a label (`labels`), nor for names that are known, or have an office beside them (`name_lines`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import states
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.dissect.names import is_agency, is_desk, is_masthead_like, is_outlet_like
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.publisher import Label

_NAME = re.compile(r"[A-Z][A-Z'’\-]+(?: [A-Z]\.?)?(?: [A-Z][A-Z'’\-]+){1,2}")


def read_capitals_above_day(lines: Sequence[Line], at: int, known: Known) -> tuple[str, ...]:
    """The name that a line in capitals is, below the head's first facts and right above a day; or nothing."""
    text = lines[at].text
    if _NAME.fullmatch(text) is None or not 0 < at < len(lines) - 1 or not _states_day(lines[at + 1], known):
        return ()
    key = key_of(text)
    is_other = is_agency(text) or is_desk(text) or is_outlet_like(text) or is_masthead_like(text)
    if is_other or key in known.outlets or any(word in known.places for word in (key, *key.split())):
        return ()
    return (text,)


def _states_day(line: Line, known: Known) -> bool:
    return states(read_unlabelled(line.text, known), Label.PUBLISHED)
