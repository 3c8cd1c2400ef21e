"""Texts that each close with the name of the outlet they are from, as items of newsletters and reviews of the press do:
`… 20 سريرا. (سانا)`, `… since May. — The Bay Observer`.

That each of them does so, with a headline above it, tells where each begins, and that the names are of outlets. Not for
lines that name the outlet alone (`closing_lines`), nor for a single text with its agency behind it (`assemble`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.borders import LEAST_WORDS
from generator.ingest.dissect.credit_names import is_credit
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import (
    Line,
    ends_with_stop,
    is_headline_like,
    is_paragraph_like,
    key_of,
    number_of,
)
from generator.ingest.dissect.names import is_person_like
from generator.ingest.dissect.series import Series
from generator.ingest.dissect.stated_facts import is_beside_text
from generator.text.arabic import is_arabic

_LONGEST_NAME, _LEAST_PROSE = 5, 8  # words
_IN_BRACKETS = r"(?<=[^\s(\[])\s*[(\[](?P<in>[^()\[\]\d]{2,40})[)\]]\s*\.?"
_BEHIND_DASH = r"(?<=[.!?…”\"])\s*[–—-]{1,2}\s?(?P<behind>[^–—()]{2,40})"
_CREDIT = re.compile(f"(?:{_IN_BRACKETS}|{_BEHIND_DASH})$")
_SEVERAL = 3


def find_credited(lines: Sequence[Line], known: Known) -> Series:
    """The titles of the texts of a document of which each closes so, what stands above the first of them and a gap, and
    the outlets, of which half are known; nothing where one of them has no headline, or where prose stands behind the
    last."""
    found = [(at, name) for at, line in enumerate(lines) if (name := credit_of(line.text)) is not None]
    names = {key_of(name) for _, name in found}
    sure = sum(is_credit(name, known) for _, name in found)
    if len(names) < 2 or sure * 2 < len(found) or (len(found) < _SEVERAL and sure < len(found)):
        return Series()
    ends = [at for at, _ in found]
    if any(map(_is_prose, lines[ends[-1] + 1 :])):
        return Series()
    first = [at for at in range(ends[0]) if _is_headline(lines[at]) and _is_prose(lines[at + 1])]
    titles = [_title_of(lines[start + 1 : end + 1], known) for start, end in pairwise(ends)]
    if not first or None in titles:
        return Series()
    front = lines[: first[-1]] if lines[first[-1]].after_blank else ()
    return Series(
        frozenset(title for title in titles if title is not None),
        frozenset(line.number for line in front),
        frozenset(names),
    )


def credit_of(text: str) -> str | None:
    """The name in brackets or behind a dash with which a paragraph closes, by its form; None where there is none."""
    if text[-1:] in '.!?…"”' and not text.endswith((").", "].")):
        return None  # most lines of prose
    found = _CREDIT.search(text)
    if found is None or len(text.split()) < _LEAST_PROSE:
        return None
    name = (found["in"] or found["behind"]).strip()
    is_name = is_person_like(name) or (found["in"] is not None and is_arabic(name))
    return name if is_name and len(name.split()) <= _LONGEST_NAME else None


def _title_of(text: Sequence[Line], known: Known) -> int | None:
    """The number of the headline above the prose of a text; the names of sections are shorter."""
    prose = next((at for at, line in enumerate(text) if _is_prose(line)), 0)
    above = [line for line in text[:prose] if not is_beside_text(line, known)]
    titles = [line for line in above if _is_headline(line)]
    if not titles or any(number_of(line.text) is not None for line in above):
        return None
    return next((line for line in titles if line.words >= LEAST_WORDS), titles[-1]).number


def _is_headline(line: Line) -> bool:
    return is_headline_like(line.text) or (line.words == 1 and not ends_with_stop(line.text))


def _is_prose(line: Line) -> bool:
    if line.words < _LEAST_PROSE or is_boilerplate(line.text):
        return False
    return is_paragraph_like(line.text) or credit_of(line.text) is not None
