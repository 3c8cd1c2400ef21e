"""Lines below a text that credit agencies beside whoever wrote it: "With inputs from PTI", "- with AFP", «مع وكالات».

They say what was made use of, not whose the text is. Not for a credit that is an agency and nothing else
(`credit_names.is_agencies`), nor for people (english_credits, arabic_credits).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.names import is_agency, is_generic_credit, is_outlet_like, is_person_like

_LONGEST = 120
_SIGNS = " ()[]*_—–-."
_STATED = re.compile(
    r"with (?:additional |further |some )?(?:agency |wire )?"
    r"(?:inputs?|reporting|reports?|files?|material|information|contributions?) "
    r"(?:from|by) (?P<names>.+)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:also )?with (?P<names>.+)|(?:مع|بالتعاون مع|بالاشتراك مع|اعتمادا على) (?P<whose>.+)", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:with )?(?:agency|agencies|wire) (?:inputs?|reports?)|(?:[A-Z]\w+ )?staff and (?:news )?agencies|"
    r"(?:ال)?وكالات (?:بتصرف|ومواقع|وصحف)|بتصرف عن (?:ال)?وكالات",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*[,،/+&]\s*(?:and\s+)?|\s+and\s+|\s+و(?=[\u0621-\u064a])")


def is_agency_input(text: str) -> bool:
    """Whether the line `text` credits agencies, or says of whom there are contributions, and nothing else."""
    bare = text.strip(_SIGNS)
    if len(text) > _LONGEST or not bare:
        return False
    if _NOBODY.fullmatch(bare):
        return True
    if stated := _STATED.fullmatch(bare):
        return all(map(_may_contribute, _LIST.split(stated["names"])))
    found = _BARE.fullmatch(bare)
    return found is not None and all(map(_is_agency, _LIST.split(found["names"] or found["whose"])))


def _is_agency(name: str) -> bool:
    return is_agency(name) or is_generic_credit(name)


def _may_contribute(name: str) -> bool:
    return _is_agency(name) or is_outlet_like(name) or (name[:1].isupper() and is_person_like(name))
