"""The line that agencies set between title and text, of nothing but place, day and their name:
«الرياض 25 شوال 1445 هـ الموافق 4 مايو 2024 م واس», `DOHA, May 4, 2024 (QNA)`, «أبوظبي في 4 مايو / وام /».

Not for datelines with which a paragraph begins, nor for those that no agency and day tell (datelines).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.datelines import Dateline
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_agency, is_generic_credit
from generator.ingest.dissect.place_names import is_place
from generator.text.dates import is_worded_as_date

_LONGEST, _LONGEST_INITIALS = 100, 5  # characters
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_SIGNS = " \t,،:：.–—ـ-"
_AGENCY = r"[(\[/]\s*(?P<agency>[^()\[\]/\d]{2,25}?)\s*[)\]/]"
# The agency behind the day, in brackets, between slashes or bare; or in brackets behind the place.
_LAST = re.compile(rf"(?P<head>[^()\[\]/]+?)\s*{_AGENCY}")
_BARE = re.compile(r"(?P<head>.+?)[,،]?\s(?P<agency>[^\W\d]{2,12})")
_WITHIN = re.compile(rf"(?P<place>[^()\[\]/\d]+?)\s*{_AGENCY}\s*(?P<day>\S.*)")
_PLACE_AND_DAY = re.compile(
    rf"(?P<place>[^\d()\[\]/]{{2,40}}?)[,،]?\s(?:[–—-]\s*)?(?:(?:ف[يى]|in|on)\s)?(?P<day>(?:{_MONTH}\.?\s)?\d.*)",
    re.IGNORECASE,
)


def read_wire_line(text: str, known: Known) -> Dateline | None:
    """The place, the agency and the day of which the whole line `text` consists, or None."""
    bare = text.strip(_SIGNS)
    if not 8 <= len(bare) <= _LONGEST or not any(map(str.isdigit, bare)):
        return None
    for form in (_WITHIN, _LAST, _BARE):
        found = form.fullmatch(bare)
        agency = found["agency"].strip(_SIGNS) if found else ""
        if found is None or is_generic_credit(agency):
            continue
        parts = found if form is _WITHIN else _PLACE_AND_DAY.fullmatch(found["head"].strip(_SIGNS))
        reading = _read(parts["place"], agency, parts["day"], known) if parts else None
        if reading is not None and (is_agency(agency) or (form is _LAST and _is_initials(reading, known))):
            return reading
    return None


def _is_initials(reading: Dateline, known: Known) -> bool:
    """Whether behind a known place and a day stand the initials of an agency that nobody has listed: «(وما)»."""
    agency = reading.agency or ""
    return key_of(reading.place or "") in known.places and agency.isalpha() and len(agency) <= _LONGEST_INITIALS


def _read(place: str, agency: str, day: str, known: Known) -> Dateline | None:
    place, day = place.strip(_SIGNS), day.strip(_SIGNS)
    is_day = is_worded_as_date(day) and any(map(str.isdigit, day))
    return Dateline(place, agency, day) if is_day and is_place(place, known) else None
