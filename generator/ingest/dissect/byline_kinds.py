"""What a part of a byline is: somebody, a place, an agency, an outlet, an office, or nothing that tells.

All who take bylines to pieces ask here; which signs they trust, and in which order, depends on where the byline stands.
Not for taking a byline to pieces (`name_lines`, `byline_parts`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import RUBRICS, TOWN_WORDS
from generator.ingest.dissect.names import (
    has_words_of_role,
    is_agency,
    is_desk,
    is_generic_credit,
    is_masthead_like,
    is_outlet_like,
    is_role,
    is_unlabelled_byline,
)
from generator.ingest.dissect.place_names import UPPER_PLACE, is_place
from generator.model.publisher import Label

_MOST_WORDS_OF_PLACE = 3
_QUOTED = re.compile('[«“"](?P<name>[^«»“”"]{2,40})[»”"]')
_MARKS = re.compile('[«»“”"]')


class Kind(Enum):
    PERSON = auto()
    PLACE = auto()
    AGENCY = auto()
    OUTLET = auto()
    OFFICE = auto()
    ASIDE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a byline, the same as an outlet's name, without quotation marks, and the names that are known."""

    text: str
    name: str
    known: Known

    @property
    def is_known_place(self) -> bool:
        return key_of(self.text) in self.known.places

    @property
    def is_surely_outlet(self) -> bool:
        is_quoted = _QUOTED.fullmatch(self.text) is not None
        return is_quoted or key_of(self.name) in self.known.outlets or is_masthead_like(self.name)


_Tests = tuple[tuple[Kind, Callable[[_Part], bool]], ...]  # the first that holds tells

# A whole line of a text may be anything, a heading most of all: what stands beside a name there is an office, or a name
# of a place or outlet that is known or has the form of one.
_ON_LINE: _Tests = (
    (Kind.PLACE, lambda part: part.is_known_place or _is_place_in_capitals(part.text)),
    (Kind.OFFICE, lambda part: has_words_of_role(part.text) or is_desk(part.text) or is_generic_credit(part.text)),
    (Kind.OFFICE, lambda part: CLOSED.get(key_of(part.text)) is Label.AUTHOR),
    (Kind.OUTLET, lambda part: part.is_surely_outlet or is_agency(part.name) or is_outlet_like(part.name)),
    (Kind.ASIDE, lambda part: is_place(part.text, part.known) and len(part.text.split()) <= _MOST_WORDS_OF_PLACE),
)
# What a source calls its author is a byline, whatever else is in it: outlets are told before the places by whose names
# they go, and people by their given names alone.
_IN_FIELD: _Tests = (
    (Kind.ASIDE, lambda part: is_generic_credit(part.name)),
    (Kind.OUTLET, lambda part: part.is_surely_outlet),
    (Kind.AGENCY, lambda part: is_agency(part.name)),
    (Kind.PLACE, lambda part: part.is_known_place),
    (Kind.PERSON, lambda part: is_unlabelled_byline(part.name, by_form=False)),
    (Kind.ASIDE, lambda part: is_desk(part.name) or is_role(part.name)),
    (Kind.ASIDE, lambda part: key_of(part.name) in CLOSED or key_of(part.name) in RUBRICS),
    (Kind.ASIDE, lambda part: _begins_as_town(key_of(part.name))),
    (Kind.OUTLET, lambda part: is_outlet_like(part.name)),
)


def kind_on_line(text: str, known: Known) -> tuple[Kind, str]:
    """What stands beside somebody's name on a line of a text, and the same as an outlet's name."""
    part = _Part(text, _MARKS.sub("", text), known)
    return _kind_of(part, _ON_LINE), part.name


def kind_in_field(text: str, known: Known) -> Kind:
    """What a part of a source's author's field is, or of a byline with which a text opens."""
    quoted = _QUOTED.fullmatch(text)
    return _kind_of(_Part(text, quoted["name"] if quoted else text, known), _IN_FIELD)


def _kind_of(part: _Part, tests: _Tests) -> Kind:
    return next((kind for kind, holds in tests if holds(part)), Kind.UNKNOWN)


def _is_place_in_capitals(text: str) -> bool:
    return UPPER_PLACE.fullmatch(text) is not None and not is_agency(text)


def _begins_as_town(key: str) -> bool:
    first, space, _ = key.partition(" ")
    return bool(space) and first in TOWN_WORDS
