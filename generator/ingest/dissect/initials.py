"""The initials with which the desks of agencies and papers sign what they send.

Not for names (`names`), nor for other lines of a page (`boilerplate`).
"""

from __future__ import annotations

import re

_INITIALS = re.compile(
    r"[(\[]?[\u0621-\u064a]{1,2}(?:\s?[./]\s?|\s)[\u0621-\u064a]{1,2}(?:(?:\s?[./]\s?|\s)[\u0621-\u064a]{1,2}){0,4}\s?[./]?[)\]]?"
    r"|[(\[]?[A-Za-z]{1,3}(?:/[A-Za-z]{1,3}){1,3}[)\]]?|[—–-]\s?(?:[A-Z]\.\s?){2,4}"
)
_CREDITED = re.compile(
    r"^[-–—\s]*\([^()]{2,30}\)\s?(?=\S)|"
    r"^/[^/\s]{2,15}/\s?(?=\S)|^[^\W\d]{2,8} ?[/–-] ?(?=\S ?[/.\s])|(?<=\S) \([^()]{2,30}\)$"
)


def is_initials(text: str) -> bool:
    """Whether `text` is the initials with which a desk signs, agencies in brackets apart: `س.م`, «ع ر», `jd/ab`."""
    bare = _CREDITED.sub("", text).strip()
    are_single = all(len(word) == 1 for word in bare.split())
    return len(bare) <= 20 and (are_single or "." in bare or "/" in bare) and _INITIALS.fullmatch(bare) is not None
