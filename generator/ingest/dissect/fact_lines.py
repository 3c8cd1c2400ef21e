"""A line of an article's head or foot that states facts or is none of the article's, read into what was found.

Not for what a label or a bare fact means (labels, unlabelled) nor for which lines are head or foot (head, foot).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.boilerplate import is_boilerplate, is_item_name
from generator.ingest.dissect.credits import read_linked_credit, with_links
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, states
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields
from generator.ingest.dissect.lines import Line, is_rule, key_of
from generator.ingest.dissect.name_lines import read_name_line
from generator.ingest.dissect.names_alone import names_subject
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.ingest.dissect.values_below import read_value_below
from generator.model.article import Sureness
from generator.model.publisher import Label

_SPECIAL_PLACE = re.compile(r"خاص\s*[-–—/|]\s*(?P<place>\S+(?: \S+)?)")


def read_fact_line(
    lines: Sequence[Line], at: int, zone: Zone, found: Sections, known: Known, *, first: bool = False
) -> int:
    """Read a line that states facts or is none of the article's; how many lines it took. `first`: there is no title
    yet, so that only labels with a colon count."""
    line = lines[at]
    if is_rule(line.text):
        found.rules.append(line)
        return 1
    if is_boilerplate(line.text) or ((first or zone is Zone.TAIL) and is_item_name(line.text)):
        found.removed.append(line)
        return 1
    label = read_bare_label(line.text, known.own)
    before = len(found.fields)
    if label is not None and (taken := read_value_below(lines, at, label, found.fields, known)):
        found.fields[before:] = _with_bylines(found.fields[before:], known)
        return taken
    fields = read_linked_credit(line) if zone is not Zone.BODY and not first else ()
    fields = fields or read_fields(line.text, Zone.BODY if first else zone, known.own)
    if not fields and zone is not Zone.BODY:
        fields = _read_bare(line.text, zone, known)
        if names_subject(fields, lines, at, found.title or ""):
            return 0
    if not fields:
        return 0
    keep_fields(line, with_links(_with_bylines(_with_place(fields, known), known), line), found)
    return 1


def _with_bylines(fields: Sequence[Field], known: Known) -> list[Field]:
    """The facts of a line, of which what is called the source may be a byline («المصدر: دبي - هدى ناصر»), and a known
    place beside an author is where they wrote."""
    parted: list[Field] = []
    for one in fields:
        may_be = one.label is Label.SOURCE and key_of(one.value) not in known.outlets
        byline = (read_name_line(one.value, known) or _read_place_and_outlet(one, known)) if may_be else ()
        if any(each.label is Label.AUTHOR and each.sure is Sureness.DOUBTFUL for each in byline):
            byline = ()
        has_author = states(byline or fields, Label.AUTHOR)
        is_place = has_author and one.label is Label.ASIDE and key_of(one.value) in known.places
        if byline and (has_author or byline[0].label is Label.SOURCE):
            parted.extend(byline)
        else:
            parted.append(replace(one, label=Label.DATELINE, sure=Sureness.LIKELY) if is_place else one)
    return parted


def _read_place_and_outlet(field: Field, known: Known) -> tuple[Field, ...]:
    """The source and the dateline, where what is called the source is a known place and outlet («دبي - البيان»)."""
    place, _, outlet = field.value.partition(" - ")
    if key_of(place) not in known.places or key_of(outlet) not in known.outlets:
        return ()
    return replace(field, value=outlet), Field(Label.DATELINE, place, place, Sureness.LIKELY)


def _with_place(fields: Sequence[Field], known: Known) -> tuple[Field, ...]:
    """The facts of a line, in which a known place behind «خاص» is where the text was written, and no outlet."""
    special = _SPECIAL_PLACE.fullmatch(fields[0].value) if fields[0].label is Label.SPECIAL else None
    if special is None or key_of(special["place"]) not in known.places:
        return tuple(fields)
    place = Field(Label.DATELINE, special["place"], special["place"], Sureness.LIKELY)
    return replace(fields[0], value="خاص"), place, *fields[1:]


def _read_bare(text: str, zone: Zone, known: Known) -> tuple[Field, ...]:
    """The facts that a line states without a label. A day that stands alone below a text may be any day."""
    found = read_unlabelled(text, known)
    if zone is not Zone.TAIL:
        return found
    return tuple(
        replace(one, sure=Sureness.DOUBTFUL) if one.label is Label.PUBLISHED and one.sure is Sureness.LIKELY else one
        for one in found
    )


def keep_fields(line: Line, fields: Sequence[Field], found: Sections) -> None:
    if fields[0].label is Label.TITLE and found.title is None:
        found.title = fields[0].value
    elif all(one.label is Label.ASIDE for one in fields):
        found.removed.append(line)
    else:
        found.fields.extend(fields)
