"""Articles of one document whose authors' names stand above their titles: the names are put below, where they are read.

That the document begins so, and further texts below gaps or rules do, tells that it is the author's name and no kicker
or heading. Not for names below titles (signed_texts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.closing_lines import is_name
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import (
    Line,
    ends_sentence,
    is_as_short_as_kickers,
    is_headline_like,
    is_paragraph_like,
    is_prose,
    is_rule,
)
from generator.ingest.dissect.names import is_unlabelled_byline
from generator.ingest.dissect.names_alone import names_alone
from generator.ingest.dissect.stated_facts import facts_of

_LEAST_PROSE, _NEAR = 8, 4  # words, lines
_LONGEST_ADDRESS, _LEAST_TITLE = 6, 5  # words
_MAIL = re.compile(r"(?<!\S)[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{2,20}(?!\S)")


def with_names_below(lines: Sequence[Line], known: Known) -> Sequence[Line]:
    """The lines, each name that stands right above a title moved right below it; as they are, where the first line, the
    name of a page above it apart, is no such name, only one is, or most of them may be anything."""
    if len(lines) < _NEAR:
        return lines
    first = 1 if is_as_short_as_kickers(lines[0]) and lines[1].after_blank and not _is_name(lines[0], known) else 0
    if not _is_name(lines[first], known):
        return lines
    names = [at for at in range(len(lines) - 2) if _begins(lines, at) and _is_above_title(lines, at, known)]
    sure = sum(is_unlabelled_byline(lines[at].text, by_form=False) for at in names)
    if len(names) < 2 or names[0] != first or sure * 2 < len(names):
        return lines
    moved = list(lines)
    for at in names:
        name, title = lines[at], lines[at + 1]
        moved[at] = _in_place_of(name, title)
        moved[at + 1] = _in_place_of(title, name)
    return moved


def with_reporters_below(lines: Sequence[Line], known: Known) -> Sequence[Line]:
    """The lines, each box with a reporter's name and, right below it, the address of their mail moved below the title
    that it stands above, which facts stand below."""
    moved = list(lines)
    for at in range(len(lines) - 3):
        if _is_address(lines[at + 1]) and names_alone(lines[at].text):
            title = next((n for n in range(at + 2, at + 2 + _NEAR) if _is_above_facts(lines, n, known)), None)
            if title is not None:
                row = [lines[title], *lines[at:title]]
                moved[at : title + 1] = [_in_place_of(lines[n], line) for n, line in enumerate(row, at)]
    return moved


def _is_address(line: Line) -> bool:
    return line.words <= _LONGEST_ADDRESS and _MAIL.search(line.text) is not None


def _is_above_facts(lines: Sequence[Line], at: int, known: Known) -> bool:
    if at + 1 >= len(lines) or lines[at].words < _LEAST_TITLE or not is_headline_like(lines[at].text):
        return False
    return bool(facts_of(lines[at + 1], known)) and not facts_of(lines[at], known)


def _in_place_of(place: Line, line: Line) -> Line:
    return replace(line, number=place.number, last_number=place.last_number, after_blank=place.after_blank)


def _begins(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or lines[at].after_blank or is_rule(lines[at - 1].text)


def _is_above_title(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line is a name with a headline right below it, and prose near below that."""
    title, below = lines[at + 1], lines[at + 2 : at + 2 + _NEAR]
    if not _is_name(lines[at], known) or title.after_blank or _is_name(title, known):
        return False
    is_title = is_headline_like(title.text) and not is_paragraph_like(title.text) and not is_boilerplate(title.text)
    return is_title and not facts_of(title, known) and any(map(_is_prose, below))


def _is_name(line: Line, known: Known) -> bool:
    if ends_sentence(line.text) or any(map(str.isdigit, line.text)):
        return False
    return is_name(line) and not facts_of(line, known)


def _is_prose(line: Line) -> bool:
    return is_prose(line, _LEAST_PROSE)
