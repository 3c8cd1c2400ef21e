"""How a text opens that names its writer, its outlet and its place in one byline: «محمد الزهراني- سبق- جدة: أعلن…».

It is read, not cut off: the paragraph keeps every letter. Not for datelines that begin with the place (datelines).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.dissect.byline_parts import Kind, read_parts
from generator.ingest.dissect.datelines import Dateline, is_place
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.names import split_names
from generator.text.arabic import is_arabic

_OPENING = re.compile(r"(?P<byline>[^:：\n.؟?!]{4,70}?)\s?[:：]\s*(?=\S+\s+\S)")
_DASHES = re.compile(r"\s[-–—―]+\s|[-–—―]+\s|(?<=[\u0621-\u064a])[-–—―]+(?=[\u0621-\u064a])")
_MOST_PARTS, _MOST_WORDS = 4, 4


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
