"""The values behind labels: whether one is of its label's kind, and what is in it.

Not for finding labels in a line (labels).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.ingest.dissect.addresses import find_address
from generator.ingest.dissect.lines import ends_sentence, ends_with_stop
from generator.ingest.dissect.names import (
    begins_with_given_name,
    is_agency,
    is_desk,
    is_generic_credit,
    is_outlet_like,
    is_person_like,
    is_role,
    is_unlabelled_byline,
    split_names,
    without_title,
)
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_BY = re.compile(r"by\s+", re.IGNORECASE)
WITH_AGENCY = re.compile(r"\s+مع\s+(?P<name>\S.{1,25})$")  # «رنا عيسى مع أ ف ب»
_WITH_AGENCIES = re.compile(r"\s+(?:with|and) (?:news )?agencies$|\s+(?:مع|و)\s?وكالات$", re.IGNORECASE)
_KEYWORD_BREAK = re.compile(r"(?:(?<!\s)\s+)?[،,;؛|#•·/\t]\s*+|(?<!\s)\s++[-–—]\s++")
AROUND_VALUES = " \t:：-–—|/>»=.،,"
PEOPLE = (Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR)
# What a translation is from, behind its translator's name: `John Roe from Le Monde`, «أحمد سالم عن الغارديان».
FROM_OUTLET = re.compile(r"(?:^|[\s،,–—-]+)(?:نقلا[ًً]?\s+)?(?:عن|from)\s+(?=\S)", re.IGNORECASE)
_FOR_OUTLET = re.compile(r"\sfor\s(?:the\s)?[A-Z]")
_QUOTED = re.compile(r"[\"“”«](?P<name>[^\"“”«»]+)[\"“”»]")
_NAMES = (Label.SOURCE, Label.ORIGINAL)
_LONGEST_WITH_OUTLET = 12
_WITH_PAPER = re.compile(r"[^,|\d]{3,60}(?:, | \| )The (?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){0,3}")  # no person's name
PROSE = (Label.TITLE, Label.STANDFIRST, Label.ORIGINAL_TITLE, Label.ASIDE, Label.URL, Label.ORIGINAL_URL)


@dataclass(frozen=True, slots=True)
class Field:
    """One fact: what it is and its value, as the document writes it; `text` is the whole of what says so; `sure` is
    less than that where no label says it, and only the form and place of the line tell; `link` is
    the address that the value leads to."""

    label: Label
    value: str
    text: str = ""
    sure: Sureness = Sureness.SURE
    link: str | None = None


def states(fields: Iterable[Field], label: Label) -> bool:
    """Whether one of several facts is of a label's kind."""
    return any(one.label is label for one in fields)


def accept_value(label: Label, value: str, weak: bool = False) -> Field | None:
    """The field that `value` makes under `label`, or None where the value is not of the label's kind.

    `weak` says that the label is a common word too, so that more is asked of the value. A byline that names an
    outlet is a source.
    """
    if label in _NAMES and (quoted := _QUOTED.fullmatch(value)) is not None:
        value = quoted["name"].strip()
    words = value.split()
    if not words:
        return None
    if label in (Label.AUTHOR, Label.EDITOR):
        return accept_person(label, value, weak)
    if label is Label.SOURCE and weak:
        return Field(label, value) if is_outlet_like(value) and len(words) <= 6 else None
    return Field(label, value) if _FITS[label](value, weak) else None


def split_keywords(value: str) -> tuple[str, ...]:
    """The single keywords of a value."""
    words = (part.strip(" .:#\"'«»“”[]()").replace("_", " ") for part in _KEYWORD_BREAK.split(value))
    return tuple(dict.fromkeys(word for word in words if word))


def accept_person(label: Label, value: str, weak: bool) -> Field | None:
    """A byline: people, or an outlet, which makes it a source. Databases repeat `By` behind their label."""
    value = value[found.end() :] if (found := _BY.match(value)) else value
    value = value[: beside.start()] if (beside := WITH_AGENCY.search(value)) and is_agency(beside["name"]) else value
    value = value[: beside.start()] if (beside := _WITH_AGENCIES.search(value)) else value
    names = split_names(value)
    is_office = is_arabic(value) and is_role(value) and not _holds_given_name(value)
    if (is_desk(value) and len(value.split()) <= 6) or (is_office and len(names) == 1):
        return Field(Label.ASIDE, value)
    if _is_shared(value, names) or _FOR_OUTLET.search(value):
        return None
    is_with_paper = _WITH_PAPER.fullmatch(value) is not None and len(names) > 1  # parted later from the person
    if is_agency(value) or is_with_paper or (is_outlet_like(value) and len(value.split()) <= 6):
        return Field(Label.SOURCE, value)
    if names and all(is_person_like(name) for name in names) and (not weak or _is_full_name(names)):
        return Field(label, value)
    return None


def _holds_given_name(value: str) -> bool:
    """Whether a given name stands first or second; a writer's name may begin with an office's («كاتب ياسين»)."""
    return begins_with_given_name(value) or begins_with_given_name(value.partition(" ")[2])


def _is_shared(value: str, names: tuple[str, ...]) -> bool:
    """Whether agencies stand among people (`Jane Doe and agencies`, `AFP and Jane Doe`); one behind a comma is where
    the people work."""
    agencies = [name for name in names if is_agency(name) or is_generic_credit(name)]
    is_last = agencies == [names[-1]] and value.removesuffix(names[-1]).rstrip().endswith(",") if agencies else False
    return bool(agencies) and not is_last and any(map(is_unlabelled_byline, names))


def _is_full_name(names: tuple[str, ...]) -> bool:
    """Names of two to five words; an Arabic one of more than three begins with a known given name."""
    if len(names) > 6 or not all(2 <= len(without_title(name).split()) <= 5 for name in names):
        return False
    return all(len(name.split()) <= 3 or not is_arabic(name) or begins_with_given_name(name) for name in names)


def _fits_date(value: str, weak: bool) -> bool:
    digits = sum(character.isdigit() for character in value)
    return len(value) <= 120 and len(value.split()) <= 16 and (digits >= 1 or not weak)


def fits_short(value: str, weak: bool) -> bool:
    words = len(value.split())
    return words <= (8 if weak else 14) and len(value) <= 120 and not (words > 6 and ends_sentence(value))


def _fits_translator(value: str, weak: bool) -> bool:
    words = len(FROM_OUTLET.split(value, maxsplit=1)[0].split())
    return (
        words <= (4 if weak else 6)
        and len(value.split()) <= _LONGEST_WITH_OUTLET
        and not any(c.isdigit() for c in value)
        and not ends_with_stop(value)
    )


def _fits_keywords(value: str, weak: bool) -> bool:
    return len(value) <= 600 and not ends_sentence(value) and (not weak or len(split_keywords(value)) >= 2)


def _fits_section(value: str, weak: bool) -> bool:
    return len(value.split()) <= (3 if weak else 6) and not ends_with_stop(value)


def _fits_address(value: str, weak: bool) -> bool:
    return find_address(value) is not None and len(value.split()) <= (2 if weak else 3)


def _fits_text(value: str, weak: bool) -> bool:
    return not weak or len(value.split()) >= 4


_FITS = {
    Label.PUBLISHED: _fits_date,
    Label.UPDATED: _fits_date,
    Label.SOURCE: fits_short,
    Label.TRANSLATOR: _fits_translator,
    Label.SPECIAL: fits_short,
    Label.KEYWORDS: _fits_keywords,
    Label.SECTION: _fits_section,
    Label.TITLE: _fits_text,
    Label.STANDFIRST: _fits_text,
    Label.DATELINE: lambda value, weak: _fits_section(value, weak) and not any(map(str.isdigit, value)),
    Label.ORIGINAL: fits_short,
    Label.ORIGINAL_TITLE: _fits_text,
    Label.URL: _fits_address,
    Label.ORIGINAL_URL: _fits_address,
    Label.ASIDE: fits_short,
}
