"""The initials with which the desks of agencies and papers sign what they send.

Not for names of authors (`names`), nor for other lines of a page (`boilerplate`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.names import is_agency, is_unlabelled_byline
from generator.text.arabic import is_arabic

_LONGEST = 60  # characters, agencies in brackets among them
_SLASH = re.compile(r"\s?/\s?")
_LIST = re.compile(r"\s*[،,/+]\s*")
_INITIALS = re.compile(
    r"[(\[]?[\u0621-\u064a]{1,2}(?:\s?[./]\s?|\s)[\u0621-\u064a]{1,2}(?:(?:\s?[./]\s?|\s)[\u0621-\u064a]{1,2}){0,4}\s?[./]?[)\]]?"
    r"|[(\[]?[A-Za-z]{1,3}(?:/[A-Za-z]{1,3}){1,3}[)\]]?|(?:[—–-]\s?)?(?:[A-Z]\.\s?){2,4}"
)
_CREDITED = re.compile(
    r"^[-–—\s]*\([^()]{2,30}\)\s?(?=\S)|"
    r"^/[^/\s]{2,15}/\s?(?=\S)|^[^\W\d]{2,8} ?[/–-] ?(?=\S ?[/.\s])|(?<=\S) \([^()]{2,30}\)$"
)


def is_initials(text: str) -> bool:
    """Whether `text` is the initials with which a desk signs, agencies in brackets apart: `س.م`, «ع ر», `jd/ab`."""
    if len(text) > _LONGEST:
        return False
    bare = _CREDITED.sub("", text.lstrip("=")).strip()
    are_single = all(len(word) == 1 for word in bare.split())
    return len(bare) <= 20 and (are_single or "." in bare or "/" in bare) and _INITIALS.fullmatch(bare) is not None


def agencies_beside_initials(text: str) -> str | None:
    """The agencies whose desk signs a line of initials («ي.أ/ ع.غ (د ب أ)», «وفا- م.ع»), as it writes them, or None."""
    if not is_initials(text):
        return None
    beside = _CREDITED.search(text.lstrip("="))
    named = beside.group().strip(" ()/–—-") if beside else ""
    return named if named and all(map(is_agency, _LIST.split(named))) else None


def are_desk_names(text: str) -> bool:
    """Whether `text` is the names of those who wrote and checked what an agency sends, a slash between: who of them is
    the author, it does not say (`سالم علي/ منى حسن`)."""
    if "/" not in text or not is_arabic(text):
        return False
    names = [name for name in _SLASH.split(text.strip(" ./")) if not is_agency(name)]  # «وام/سالم علي/منى حسن»
    return len(names) > 1 and all(is_unlabelled_byline(name, by_form=False) for name in names)
