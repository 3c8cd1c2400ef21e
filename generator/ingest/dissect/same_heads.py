"""Articles that have, right below their titles, a line of one form: a place and who reports from there, a name, a day.

That the line stands below the first headline and below others, and nowhere else, tells what it is even where the names
are not known. Not for texts that wide gaps part (signed_texts).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.candidates import is_list_item
from generator.ingest.dissect.credit_names import is_credit
from generator.ingest.dissect.english_entries import are_listed_works, is_timed_entry
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, is_prose, is_rule, key_of, number_of
from generator.ingest.dissect.names import is_person_like
from generator.ingest.dissect.stated_facts import facts_of, is_beside_text
from generator.model.publisher import Label

_LONGEST, _LEAST_PROSE, _LONGEST_PLACE = 7, 8, 3  # words
_DEEPEST = 5  # the index of the first such line
_MOST_BELOW = 4  # lines, the last of which must be of the text
_PLACE_AND_PERSON = re.compile(r"(?P<place>[^\W\d][^:\d]{1,25}?)\s*(?::|\s[-–—|/])\s*(?P<person>[^\W\d][^:\d]{3,30})")
_TELLING = frozenset({Label.AUTHOR, Label.DATELINE, Label.SOURCE, Label.PUBLISHED})
_BESIDE = "beside"
_SURE = 1 / 3  # of such lines at least must say by themselves what they are


@dataclass(frozen=True, slots=True)
class SameHeads:
    """The numbers of the titles; the keys of the places and of the names on the lines below them; how many lines above
    the first title only name the whole, with its day."""

    titles: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()
    writers: frozenset[str] = frozenset()
    front: int = 0


def find_same_heads(lines: Sequence[Line], known: Known) -> SameHeads:
    """The articles that a line of one form below their titles tells; nothing where the first headline has no such line,
    or where most of the lines may be anything."""
    places: dict[object, list[int]] = defaultdict(list)
    for at in range(1, len(lines) - 1):
        if _stands_below_title(lines, at, known) and (form := _form_of(lines[at], known)):
            places[form].append(at)
    for form, several in places.items():
        if _are_heads(lines, several, known):
            beside = [_PLACE_AND_PERSON.fullmatch(lines[at].text) for at in several if form == _BESIDE]
            return SameHeads(
                frozenset(lines[at - 1].number for at in several[1:]),
                _places_of([each["place"] for each in beside if each], known),
                frozenset(key_of(each["person"]) for each in beside if each),
                _count_front(lines, several),
            )
    return SameHeads()


def _places_of(names: Sequence[str], known: Known) -> frozenset[str]:
    """The keys of what stands beside names, if it may be a place: no outlet, and not the same in all articles."""
    keys = frozenset(key_of(name) for name in names if not is_credit(name, known))
    return keys if len(keys) > 1 else frozenset()


def _count_front(lines: Sequence[Line], several: Sequence[int]) -> int:
    """How many lines above the first title name the whole: one of them has the day or number in it, and above the other
    titles there is nothing but text."""
    front = several[0] - 1
    is_numbered = any(any(map(str.isdigit, line.text)) for line in lines[:front])
    return front if is_numbered and all(_is_prose(lines[at - 2]) for at in several[1:]) else 0


def _stands_below_title(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a short line stands right between a headline and prose, and nothing parts it from the headline."""
    line, title = lines[at], lines[at - 1]
    if line.words > _LONGEST or line.after_blank or ends_sentence(line.text) or is_rule(line.text):
        return False
    below = next((each for each in lines[at + 1 : at + 1 + _MOST_BELOW] if not facts_of(each, known)), None)
    if below is None or not _is_prose(below) or is_boilerplate(line.text) or number_of(line.text) is not None:
        return False
    return is_list_item(title) and not _is_prose(title) and not facts_of(title, known)


def _form_of(line: Line, known: Known) -> object:
    """What is the same in such lines: that a place stands beside a person, or what they state."""
    found = _PLACE_AND_PERSON.fullmatch(line.text)
    stated = facts_of(line, known)
    if Label.TRANSLATOR in stated:  # stands below the author
        return None
    if found is not None and len(found["place"].split()) <= _LONGEST_PLACE and _may_be_person(found["person"]):
        return _BESIDE
    stated &= _TELLING
    return stated if Label.AUTHOR in stated or Label.DATELINE in stated else None


def _may_be_person(text: str) -> bool:
    return 2 <= len(text.split()) <= 4 and is_person_like(text)


def _are_heads(lines: Sequence[Line], several: Sequence[int], known: Known) -> bool:
    """Whether lines of one form are heads of articles: the first of them is that of the first text, there is prose
    between them, and enough of them say a name or a place that is known."""
    if len(several) < 2 or several[0] > _DEEPEST or any(map(_is_prose, lines[: several[0]])):
        return False
    if not all(any(map(_is_prose, lines[start + 1 : end - 1])) for start, end in pairwise(several)):
        return False
    first = min(several[0] - 1, 1)
    if are_listed_works(lines, several, known) or any(is_timed_entry(lines, first, at - 1) for at in several[1:]):
        return False
    if any(is_list_item(lines[at - 2]) and not _is_beside(lines[at - 2], known) for at in several[1:]):
        return False  # a title with a standfirst below it, or below a kicker
    sure = sum(_tells(lines[at], known) for at in several)
    return sure >= _SURE * len(several)


def _tells(line: Line, known: Known) -> bool:
    """Whether a line says by itself that it is a head, or names a known outlet beside a person."""
    beside = _PLACE_AND_PERSON.fullmatch(line.text)
    return not facts_of(line, known).isdisjoint(_TELLING) or (beside is not None and is_credit(beside["place"], known))


def _is_beside(line: Line, known: Known) -> bool:
    return _is_prose(line) or is_beside_text(line, known)


def _is_prose(line: Line) -> bool:
    return is_prose(line, _LEAST_PROSE)
