"""The author's field of a source taken to pieces: newspapers write their whole byline into it, with the place, the
outlet and the desk («الرياض - أحمد غاوي», «واس - جدة», `Jane Doe, London`).

A value that is nothing but a name, or of which nothing is recognised, stays as it is. Not for bylines within a text
(`dissect`) nor on a page (`readers.pages`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.ingest.dissect.byline_kinds import Kind
from generator.ingest.dissect.byline_parts import BYLINE_BREAK, Part, read_parts
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.names import is_outlet_like, is_unlabelled_byline, split_names, without_address
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.model.source import Claim, FieldName, Record
from generator.text.dates import is_worded_as_date

_LONGEST, _MOST_PARTS = 120, 8
_FEWEST_WORDS_OF_SENTENCE, _MOST_WORDS_OF_NAME = 9, 6
_ADDRESS = re.compile(r"[<(\[]?(?:mailto:)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+[>)\]]?", re.ASCII)
_IN_BRACKETS = re.compile(rf"{_ADDRESS.pattern}\s*[(\[](?P<name>[^()\[\]@]+)[)\]]", re.ASCII)
_TATWEEL = re.compile(r"(?<=\w)\u0640+(?=\w)")


def read_author_fields(record: Record, known: Known) -> Record:
    """The record with its claims of authors as names of people alone. The place becomes the dateline, an agency the
    original's publisher, an outlet the source where none is claimed; what else stands there is kept in `removed`."""
    if all(claim.name is not FieldName.AUTHOR for claim in record.claims):
        return record
    claims: list[Claim] = []
    removed: list[str] = []
    for claim in record.claims:
        if claim.name is not FieldName.AUTHOR:
            claims.append(claim)
            continue
        if _is_no_name(claim.value):
            removed.append(claim.raw or claim.value)
            continue
        if translator := _translator_in(claim.value):
            claims.append(
                Claim(FieldName.TRANSLATOR, translator, claim.rule, claim.raw or claim.value, Sureness.LIKELY)
            )
            continue
        value = _TATWEEL.sub("", _without_mail(claim.value))
        if value != claim.value and "@" in claim.value:
            removed.append(claim.raw or claim.value)
        parts = read_parts(value, known) if len(value) <= _LONGEST else None
        if parts is None or len(parts) > _MOST_PARTS:
            claims.extend(replace(claim, value=name) for name in _several(value.strip(" *\t")))
        else:
            claims.extend(_settled(parts, claim, record, removed))
    return replace(record, claims=tuple(claims), removed=(*record.removed, *removed))


def _translator_in(value: str) -> str | None:
    """Who translated the article, where the whole value says that and nothing else («ترجمة: منى سالم»)."""
    fields = read_fields(value.strip(), Zone.TAIL) if ":" in value else ()
    return fields[0].value if len(fields) == 1 and fields[0].label is Label.TRANSLATOR else None


def _without_mail(value: str) -> str:
    """A name without the address of its bearer, which is nobody's business: `jdoe@courier.example (Jane Doe)`."""
    named = _IN_BRACKETS.fullmatch(value.strip())
    return named["name"].strip() if named else without_address(value)


def _several(value: str) -> tuple[str, ...]:
    """The people of a value in which they stand one behind the other («أ وب», `A and B`), where each is surely one: a
    ministry of food and agriculture is not two. Else the value."""
    names = split_names(value)
    if len(names) < 2 or not all(is_unlabelled_byline(name) and not is_outlet_like(name) for name in names):
        return (value,)
    return names if any(is_unlabelled_byline(name, by_form=False) for name in names) else (value,)


def _is_no_name(value: str) -> bool:
    """Whether a sentence, a date, an address or signs without a letter stand where names should."""
    if _ADDRESS.fullmatch(value.strip()) or not any(map(str.isalpha, value)):
        return True
    is_long = len(value.split()) >= _FEWEST_WORDS_OF_SENTENCE
    longest = max(len(part.split()) for part in BYLINE_BREAK.split(" ".join(value.split()))) if is_long else 0
    return longest > _MOST_WORDS_OF_NAME or is_worded_as_date(value)


def _settled(parts: Sequence[Part], claim: Claim, record: Record, removed: list[str]) -> Iterator[Claim]:
    """The claims that the parts of a field make; `removed` takes the field where it says more than they do."""
    raw = claim.raw or claim.value
    stated = {each.name for each in record.claims}
    places = [part.text for part in parts if part.kind is Kind.PLACE]
    agencies = [part.text for part in parts if part.kind is Kind.AGENCY]
    outlets = [part.text.strip('«»“”"') for part in parts if part.kind is Kind.OUTLET]
    for part in parts:
        if part.kind is Kind.PERSON:
            yield from (replace(claim, value=name, raw=raw) for name in split_names(part.text))
    if places and len(parts) > 1:
        yield Claim(FieldName.DATELINE, places[0], claim.rule, raw, Sureness.LIKELY)
    if agencies:
        yield Claim(FieldName.ORIGINAL_PUBLISHER, agencies[0], claim.rule, raw, Sureness.LIKELY)
    elif outlets and FieldName.SOURCE not in stated:
        yield Claim(FieldName.SOURCE, outlets[0], claim.rule, raw, Sureness.LIKELY)
    if not _is_told(parts, places, agencies):
        removed.append(raw)


def _is_told(parts: Sequence[Part], places: Sequence[str], agencies: Sequence[str]) -> bool:
    """Whether people, one place and one agency are all that a field names."""
    told = {Kind.PERSON, Kind.PLACE, Kind.AGENCY}
    return all(part.kind in told for part in parts) and len(places) <= 1 and len(agencies) <= 1
