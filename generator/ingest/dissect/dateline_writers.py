"""The writer with whom an Arabic text begins where others have an agency: «الخور - سلطان المهندي: …».

Not for lines that name a writer and nothing of the text (`name_lines`), nor for agencies (`datelines`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.datelines import NOTHING, is_place
from generator.ingest.dissect.names import begins_with_given_name, is_outlet_like, is_unlabelled_byline
from generator.text.arabic import is_arabic

_DASH = "[-–—―ـ]+"
_WRITTEN_FROM = re.compile(
    rf"(?P<place>[^\W\d_][^-–—―ـ:：()\d]{{1,24}}?)\s*{_DASH}\s*(?:من )?"
    rf"(?P<person>[^-–—―ـ:：()،\d]{{5,40}}?)\s*(?:[:：]|\s{_DASH}\s)"
)
_FAMILY = re.compile(r"ال\w{3,}ي")
_FEWEST, _MOST = 2, 4


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
