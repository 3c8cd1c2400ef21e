"""A byline taken to pieces: who, where, for whom, and what stands beside them («محمد الزهراني- سبق- جدة:»,
«الرياض، تحقيق - أحمد غاوي», `Jane Doe | The Bay Courier`).

Not for whether a text is a byline: that is the author's field of a source, or how a paragraph opens (openings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.ingest.dissect.byline_kinds import Kind, kind_in_field
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import GIVEN_WITH_ARTICLE, HEADING_WORDS, TOWN_WORDS
from generator.ingest.dissect.names import (
    begins_with_given_name,
    is_person_like,
    without_title,
)
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_MOST_WORDS_OF_NAME = 5
_DASH = "[-–—―ـ]"
BYLINE_BREAK = re.compile(
    rf"\s*[:：/|•·()\[\]]\s*|\s{{3,}}|\s*[،,]\s+|\s+{_DASH}+\s*|{_DASH}+\s+|(?<=[\u0621-\u064a]){_DASH}+(?=[\u0621-\u064a«])"
)
_FROM = re.compile(r"\s+(?:من|in)\s+")
_AROUND = " \t\u00a0.-–—ـ:*\u200e\u200f\u202a\u202b\u202c"
_COMMA = re.compile(r"[،,]")


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    kind: Kind


def read_parts(value: str, known: Known) -> list[Part] | None:
    """The parts of a byline, each of one kind; None where it is names alone, or may be anything. What nothing tells is
    a person, by its form, or an aside."""
    bare = value.strip(_AROUND)
    parts = [part for part in _parts_of(bare, known) if part.text]
    if not parts:  # signs alone
        return None
    parts = _without_others(parts)
    kinds = {part.kind for part in parts}
    if kinds <= {Kind.PERSON, Kind.UNKNOWN}:
        return _part_from_unknown(parts, bare) if len(parts) > 1 else None
    if len(parts) == 1:
        return None if parts[0].kind is Kind.PLACE and not is_arabic(bare) else parts
    if not is_arabic(bare) and parts[0].kind is Kind.PLACE and "," in bare:
        return None  # `Jordan, Michael`: the family name first
    return [_decided(part, beside_agency=Kind.AGENCY in kinds) for part in parts]


def _without_others(parts: list[Part]) -> list[Part]:
    """The parts with whoever stands behind another label than the writer's («تصوير: …») as no people."""
    labels = [CLOSED.get(key_of(part.text)) for part in parts]
    others = [label is not None and label is not Label.AUTHOR for label in labels]
    return [
        replace(part, kind=Kind.ASIDE) if is_other else part
        for part, is_other in zip(parts, (False, *others[:-1]), strict=True)
    ]


def _part_from_unknown(parts: Sequence[Part], value: str) -> list[Part] | None:
    """The parts where people stand beside what may be a town or an outlet that nobody has listed, or where single words
    stand beside each other, of which no name is made; None where all may be people."""
    parts = [replace(part, kind=Kind.PERSON) if _has_form_of_name(part, parts) else part for part in parts]
    unknown = [part.text for part in parts if part.kind is Kind.UNKNOWN]
    are_words = all(" " not in text and is_arabic(text) and not begins_with_given_name(text) for text in unknown)
    if unknown and not are_words and (len(unknown) == len(parts) or _COMMA.search(value)):
        return None
    return [replace(part, kind=Kind.ASIDE) if part.kind is Kind.UNKNOWN else part for part in parts]


def _has_form_of_name(part: Part, parts: Sequence[Part]) -> bool:
    """Whether a part that nothing tells has the form of a name with its family («خليف الزناتي»), and single words alone
    stand beside it."""
    words = part.text.split()
    is_form = 2 <= len(words) <= 3 and not words[0].startswith("ال") and words[-1].startswith("ال")
    if part.kind is not Kind.UNKNOWN or not is_form or not words[-1].endswith("ي") or not is_person_like(part.text):
        return False
    return key_of(words[0]) not in HEADING_WORDS and all(each is part or " " not in each.text for each in parts)


def _parts_of(value: str, known: Known) -> Iterator[Part]:
    for piece in BYLINE_BREAK.split(value):
        bare = piece.strip(_AROUND)
        found = _FROM.search(bare)
        behind = _part(bare[found.end() :], known) if found else None
        if found and behind and behind.kind in (Kind.PLACE, Kind.PERSON):
            yield from (_part(bare[: found.start()], known), behind)
        else:
            yield _part(bare, known)


def _part(text: str, known: Known) -> Part:
    return Part(text, kind_in_field(text, known))


def _decided(part: Part, *, beside_agency: bool) -> Part:
    """What a part is that nothing tells, beside a place, an outlet or a desk: somebody, by its form, or not. Beside an
    agency stands the place from which it reports, more often than its writer."""
    if part.kind is not Kind.UNKNOWN:
        return part
    words = key_of(without_title(part.text)).split()
    if len(words) == 1 or beside_agency:
        is_person = begins_with_given_name(part.text)
    else:
        first = words[0] if words else ""
        is_thing = first in HEADING_WORDS | TOWN_WORDS or first.startswith("ال")
        is_person = len(words) <= _MOST_WORDS_OF_NAME and is_person_like(part.text)
        is_person = is_person and (not is_thing or first in GIVEN_WITH_ARTICLE)
    return replace(part, kind=Kind.PERSON if is_person else Kind.ASIDE)
