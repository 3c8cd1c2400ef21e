"""Datelines that stand alone below a title and name an outlet that nobody has listed: `صيدا – «الوردة»`.

Their form and place tell them, no list of cities or outlets; a rubric of the page (`ملف – الصحة`) is none. Not for what
known places and agencies tell (datelines).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.credit_names import is_credit
from generator.ingest.dissect.datelines import Dateline
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.names import is_unlabelled_byline
from generator.ingest.dissect.place_names import UPPER_PLACE, is_place
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_LONGEST = 70
_MOST_WORDS = 4
_PARTS = re.compile(
    r"(?P<place>[^\W\d](?:[^\d:()\[\]–—ـ|/«»“”\"-]|(?<=\w)-(?=\w))*?)\s*"
    r"(?:\s[-–—ـ]+\s*(?P<outlet>[^\s\d:()\[\]|/–—][^\d:()\[\]|/–—]*?)|[(\[](?P<inside>[^\d:()\[\]|/]+)[)\]])\s*[:：.]?"
)
# «عدن ((الميناء)) خاص:»: what papers of Yemen write below a title; that it is their own tells no more.
_OUTLET_AND_SPECIAL = re.compile(r"(?P<twice>\()?\((?P<outlet>[^()]{2,40})\)(?(twice)\))\s*خاص\s*[:：]?$")
# «الوردة - دبي», «الوردة/ رام الله:», «الوردة | دبي - الإمارات»: the outlet first, and a known place behind it.
_OUTLET_FIRST = re.compile(
    r"(?P<outlet>[^\s/|:()–—-][^/|:()–—-]{0,24}?)\s?[-–—|/]\s?(?P<place>[^\d/|:()–—-]{2,25}?)"
    r"(?:\s?[-–—،]\s?(?P<country>[^\d/|:()–—-]{2,25}?))?\s?[:.]?"
)
_QUOTED = re.compile('[«“"][^«»“”"]+[»”"]')
_SPECIAL = re.compile(
    r"(?:خاص|خاصة)(?:\s+(?:[بل]|ل?ـ|إلى).*)?|(?:special|exclusive)(?:\s+(?:to|for)\s.*)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class StandingDateline:
    """A dateline alone on its line, and what else the line states."""

    dateline: Dateline
    fields: tuple[Field, ...] = ()


def read_dateline_by_form(text: str, known: Known, *, below_date: bool) -> StandingDateline | None:
    """The dateline that a line below the title is, or None.

    Beside the form, one thing more must speak for it: a known place, an outlet in quotes, a place in capitals, «خاص
    بـ», or that the article's date stands above (`below_date`), as it does above no rubric.
    """
    if len(text) > _LONGEST:
        return None
    return _read_behind_outlet(text.strip(), known) or _read_place_first(text, known, below_date=below_date)


def _read_place_first(text: str, known: Known, *, below_date: bool) -> StandingDateline | None:
    """The dateline that begins with its place, with the outlet behind it or in brackets."""
    parts = _PARTS.fullmatch(_OUTLET_AND_SPECIAL.sub(r"(\g<outlet>)", text.strip()))
    if parts is None or _states_other_facts(text, known):
        return None
    place, beside = parts["place"].strip(" ،,"), (parts["outlet"] or parts["inside"]).strip()
    is_known = key_of(place) in known.places
    if not is_place(place, known) or len(beside.split()) > _MOST_WORDS or (_is_rubric(place) and not is_known):
        return None
    if _SPECIAL.fullmatch(beside):
        named = len(beside.split()) > 1
        return StandingDateline(Dateline(place), (Field(Label.SPECIAL, beside, text),)) if is_known or named else None
    plain = below_date and not is_unlabelled_byline(place) and len(place.split()) <= 2
    sure = is_known or _QUOTED.fullmatch(beside) or UPPER_PLACE.fullmatch(place) or plain
    if not sure or not _is_name(beside, known):
        return None
    bare = beside.strip('«»“”"')
    return StandingDateline(Dateline(place, bare if is_credit(bare, known) else None))


def _read_behind_outlet(text: str, known: Known) -> StandingDateline | None:
    """The known place that a line of an Arabic page names behind an outlet; a section before a place is none."""
    found = _OUTLET_FIRST.fullmatch(text)
    if found is None or not known.is_pasted or not is_arabic(text) or key_of(found["place"]) not in known.places:
        return None
    outlet, country = found["outlet"].strip(), found["country"]
    if (country and key_of(country) not in known.places) or len(outlet.split()) >= _MOST_WORDS:
        return None
    if key_of(outlet) in known.places or (_is_rubric(outlet) and not country) or is_unlabelled_byline(outlet):
        return None
    if _states_other_facts(text, known):
        return None
    return StandingDateline(Dateline(found["place"], outlet if is_credit(outlet, known) else None))


def _states_other_facts(text: str, known: Known) -> bool:
    """Whether a line is known for something else; «خاص» beside a place belongs to its dateline."""
    fields = read_fields(text, Zone.HEAD, known.own)
    if is_boilerplate(text) or any(one.label is not Label.SPECIAL for one in fields):
        return True
    return not fields and bool(read_unlabelled(text, known))


def _is_rubric(text: str) -> bool:
    first = key_of(text).split()[:1]
    return not first or first[0] in RUBRICS or first[0].removeprefix("ال") in RUBRICS


def _is_name(text: str, known: Known) -> bool:
    """Whether a text could name an outlet: in Arabic letters, or with a capital; no rubric, and no place."""
    if _is_rubric(text) or key_of(text) in known.places:
        return False
    first = text.strip("«»“”\"'")[:1]
    return first.isalpha() and not first.islower()
