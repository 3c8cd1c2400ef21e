"""What stands between a title and the line that says when its article was published, and tells nothing by itself.

All of it is of the article's head, whatever it is: a standfirst, a name, or what a page sets there. Not for lines that
are told by their own words (fact_lines, head_furniture) nor for what stands below the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, states
from generator.ingest.dissect.lines import Line, is_paragraph_like, key_of
from generator.ingest.dissect.names import begins_with_role, is_agency, is_person_like, sureness_of_name
from generator.ingest.dissect.names_alone import names_alone
from generator.ingest.dissect.standfirsts import LONGEST_STANDFIRST, are_entries, breaks_off
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_INITIALLED = re.compile(r"[\u0621-\u064a]{1,2}\. ?[\u0621-\u064a]{3,15}|[A-Z]\. ?[A-Z][a-z’'-]{2,15}")  # «ب. يعقوب»
_BESIDE = re.compile(r"\s*[/|،,]\s*|\s+[-–—]\s*")
_LONGEST_NAME, _LONGEST_OFFICE = 4, 14  # words
_REACH = 8  # lines from a title's standfirst to the day
_NEAR = 3  # lines from an author's name to the day: what its bearer is may stand between
_LEAST_STANDFIRST, _LEAST_PROSE = 5, 12  # words
_LEAST_LONG, _MOST_LONG = 7, 2  # words of what is no name or button; lines of such, or they are a text's
_NUMBER = re.compile(r"\d+")


def read_above_day(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read the line at `at`, below the title, where the day of the article stands below it and no text does before
    that; 1 if that is so, else 0."""
    day = _find_day(lines, at, found, known)
    if day is None:
        return 0
    if _may_be_standfirst(lines[at], found, known):
        found.standfirst = lines[at].text
    else:
        found.removed.append(lines[at])
    return 1


def read_name_by_place(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read the author's name, whatever its words, from a line with what its bearer is or the day right below it; 1 if
    the line at `at` is that, else 0."""
    if states(found.fields, Label.AUTHOR) or not _names_by_place(lines, at, known):
        return 0
    name = lines[at].text.strip()
    found.fields.append(Field(Label.AUTHOR, name, name, sureness_of_name(name)))
    return 1


def _names_by_place(lines: Sequence[Line], at: int, known: Known) -> bool:
    line, below = lines[at], lines[at + 1]
    if not 1 < line.words <= _LONGEST_NAME or key_of(line.text) in known.places or not is_person_like(line.text):
        return False
    if begins_with_role(below.text, _LONGEST_OFFICE):
        return True
    is_near_day = any(Label.PUBLISHED in facts_of(each, known) for each in lines[at + 1 : at + 1 + _NEAR])
    return is_near_day and (_INITIALLED.fullmatch(line.text) is not None or bool(names_alone(line.text)))


def _find_day(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int | None:
    """The index of the line with the article's day, if prose stands below it and none before, be it broken into lines;
    not the day of an entry, below whose text the day of the next one stands."""
    if _is_text(lines[at]) or (lines[at].words >= _LEAST_STANDFIRST and breaks_off(lines[at].text)):
        return None
    for day in range(at + 1, min(at + 1 + _REACH, len(lines))):
        if Label.PUBLISHED in facts_of(lines[day], known) and len(_NUMBER.findall(lines[day].text)) > 1:
            break
        if _is_text(lines[day]) or lines[day].number in found.entry_times:
            return None
    else:
        return None
    long = [line.words for line in lines[at:day] if line.words >= _LEAST_LONG]
    if len(long) > _MOST_LONG or sum(words >= _LEAST_PROSE for words in long) > 1:
        return None
    below = lines[day + 1 :]
    text = next((n for n, line in enumerate(below) if _is_text(line)), None)
    if text is None or text > _REACH:
        return None
    return None if are_entries(below[text:], known) else day


def _is_text(line: Line) -> bool:
    return line.words >= _LEAST_PROSE and is_paragraph_like(line.text)


def _may_be_standfirst(line: Line, found: Sections, known: Known) -> bool:
    if found.standfirst is not None or len(line.text) > LONGEST_STANDFIRST or line.words < _LEAST_STANDFIRST:
        return False
    is_other = key_of(line.text) == key_of(found.title or "") or line.text.rstrip().endswith(("?", "؟"))
    names_outlet = any(key_of(part) in known.outlets or is_agency(part) for part in _BESIDE.split(line.text))
    return not (is_other or names_outlet or is_boilerplate(line.text))
