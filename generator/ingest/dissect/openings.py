"""How a text opens that names its writer beside its place: «محمد الزهراني- سبق- جدة: أعلن…», the place last, with the
outlet between; «الخور - سلطان المهندي: …», the place first, where datelines have an agency.

It is read, not cut off: the paragraph keeps every letter. Not for datelines without a writer (`datelines`), nor for
lines that name a writer and nothing of the text (`name_lines`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.dissect.byline_kinds import Kind
from generator.ingest.dissect.byline_parts import read_parts
from generator.ingest.dissect.datelines import Dateline
from generator.ingest.dissect.known import NOTHING, Known
from generator.ingest.dissect.names import begins_with_given_name, is_outlet_like, is_unlabelled_byline, split_names
from generator.ingest.dissect.place_names import is_place
from generator.text.arabic import is_arabic

_OPENING = re.compile(r"(?P<byline>[^:：\n.؟?!]{4,70}?)\s?[:：]\s*(?=\S+\s+\S)")
_DASHES = re.compile(r"\s[-–—―]+\s|[-–—―]+\s|(?<=[\u0621-\u064a])[-–—―]+(?=[\u0621-\u064a])")
_MOST_PARTS, _MOST_WORDS = 4, 4
_DASH = "[-–—―ـ]+"
_WRITTEN_FROM = re.compile(
    rf"(?P<place>[^\W\d_][^-–—―ـ:：()\d]{{1,24}}?)\s*{_DASH}\s*(?:من )?"
    rf"(?P<person>[^-–—―ـ:：()،\d]{{5,40}}?)\s*(?:[:：]|\s{_DASH}\s)"
)
_FAMILY = re.compile(r"ال\w{3,}ي")
_FEWEST, _MOST = 2, 4  # words of a writer's name


@dataclass(frozen=True, slots=True)
class Opening:
    """A byline with which a text opens."""

    people: tuple[str, ...]
    dateline: Dateline


def read_opening(paragraph: str, known: Known) -> Opening | None:
    """The byline with which `paragraph` begins, or None. Its parts stand between dashes and before a colon; the last is
    a known place, and the others name somebody, an agency or an outlet: words that a sentence begins with do not."""
    found = _OPENING.match(paragraph)
    byline = found["byline"].strip() if found else ""
    count = len(_DASHES.split(byline))
    if not is_arabic(byline) or not 2 <= count <= _MOST_PARTS:
        return None
    parts = read_parts(byline, known)
    if parts is None or parts[-1].kind is not Kind.PLACE or len(parts) != count:
        return None
    others = parts[:-1]
    if any(part.kind is Kind.PLACE or len(part.text.split()) > _MOST_WORDS for part in others):
        return None
    if any(part.kind is Kind.ASIDE and not is_place(part.text, known) for part in others):
        return None  # «قال - أمس - في القاهرة: …»
    people = tuple(name for part in others if part.kind is Kind.PERSON for name in split_names(part.text))
    agency = next((part.text for part in others if part.kind is Kind.AGENCY), None)
    return Opening(people, Dateline(parts[-1].text, agency))


def read_writer_from(text: str) -> str | None:
    """The writer whom the beginning of `text` names behind a place, closed by a colon or a dash; None where what stands
    there is not surely somebody's name: one whose given name is a noun too has a family's name that tells it."""
    found = _WRITTEN_FROM.match(text)
    if found is None or not is_arabic(found["place"]):
        return None
    place, name = found["place"].strip(), found["person"].strip()
    words = name.split()
    if not _FEWEST <= len(words) <= _MOST or not is_place(place, NOTHING) or begins_with_given_name(place):
        return None
    is_of_family = begins_with_given_name(name) and _FAMILY.fullmatch(words[-1]) is not None
    is_named = is_unlabelled_byline(name, by_form=False) or (is_of_family and not is_outlet_like(name))
    return name if is_named else None
