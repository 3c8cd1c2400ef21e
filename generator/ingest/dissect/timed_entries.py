"""The times of a live blog's entries, and of a chronology's, each alone on its line above what happened then.

They are no date of the article, and stay in its text. Not for reading dates (generator.text.dates).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line
from generator.model.publisher import Label
from generator.text.arabic import fold
from generator.text.dates import is_worded_as_date

_LEAST_ENTRIES = 3
_LONGEST = 60
_HOUR = r"[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?"
_HALF = r"(?:ص|م|صباحا|مساء|ظهرا|فجرا|ليلا|am|pm|a\.m\.?|p\.m\.?)"
_ZONE = r"(?:\(?(?:gmt|utc|bst|est|edt|ast|بتوقيت .{2,25}|توقيت .{2,25}|local time)(?: ?[+-] ?[0-9]{1,2})?\)?)"
_CLOCK = re.compile(rf"(?:الساعه )?{_HOUR} ?{_HALF}?(?: {_ZONE})?")
_SHOWS_HOUR = re.compile(_HOUR)
_DIGIT = re.compile(r"\d")


def find_entry_times(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the lines that are the times of entries: three or more of one form, each with a text below it.

    One that stands above the others in their form, and is later than all of them, which follow in the order of time, is
    the article's own.
    """
    may_be = [len(line.text) <= _LONGEST and _DIGIT.search(line.text) is not None for line in lines]
    if sum(may_be) < _LEAST_ENTRIES:
        return frozenset()
    timed = [may and _is_time(line.text, known) for may, line in zip(may_be, lines, strict=True)]
    heads = [at for at in range(len(lines) - 1) if timed[at] and not timed[at + 1]]
    if len(heads) < _LEAST_ENTRIES:
        return frozenset()
    forms = {at: _form_of(lines[at].text, known) for at in heads}
    usual = Counter(forms.values()).most_common(1)[0][0]
    entries = [at for at in heads if forms[at] == usual]
    if _is_own(entries, lines, known):
        del entries[0]
    return frozenset(lines[at].number for at in entries) if len(entries) >= _LEAST_ENTRIES else frozenset()


def _is_time(text: str, known: Known) -> bool:
    if _CLOCK.fullmatch(_folded(text)) is not None or known.is_date(text) or is_worded_as_date(text):
        return True
    return _is_labelled(text, known)


def _is_labelled(text: str, known: Known) -> bool:
    """Whether a line is a time with its label, and nothing else (`Posted at 10:41`)."""
    fields = read_fields(text, Zone.HEAD, known.own)
    return bool(fields) and all(one.label in (Label.PUBLISHED, Label.UPDATED) for one in fields)


def _form_of(text: str, known: Known) -> tuple[bool, bool, bool]:
    """Whether a time shows the hour, whether it shows more than that, and whether a label stands before it."""
    folded = _folded(text)
    return _SHOWS_HOUR.search(folded) is not None, _CLOCK.fullmatch(folded) is None, _is_labelled(text, known)


def _folded(text: str) -> str:
    return fold(text).strip(" -–—|:•·*")


def _is_own(entries: Sequence[int], lines: Sequence[Line], known: Known) -> bool:
    days = [known.day_of(lines[at].text) for at in entries]
    read = [day for day in days if day is not None]
    return len(read) == len(days) > 1 and read[1:] == sorted(read[1:]) and read[0] > read[-1]
