"""Notices of an event in or below a text: its day, place and hour, each behind a colon.

They look like the labels of a page, but are the text's own: the day of a concert is not the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line, key_of

_FORM = re.compile(r"^[\s•▪*\-–—]*(?P<label>[^:：]{2,30})[:：]\s*\S")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


# Labels that a page and a notice share.
_SHARED = _names(
    "التاريخ|تاريخ|المكان|المدينه|الموقع|العنوان|عنوان|date|place|location|city|venue|address|title|contact"
)
# Labels that only a notice has.
_OWN = _names(
    "الوقت|الساعه|التوقيت|الموعد|موعد|مكان الحدث|مكان الفعاليه|الزمان|الدخول|التذاكر|سعر التذكره|القاعه|المده|اليوم|"
    "time|when|where|venue|entry|entrance|admission|tickets|doors|hours|opening hours|price|duration"
)
_PLACES = _names("المكان|المدينه|الموقع|العنوان|place|location|city|venue|address")


def is_notice_line(text: str) -> bool:
    """Whether a line in the middle of a body is, by its label, the notice of an event and no fact about the article."""
    return _label_of(text) in _SHARED | _OWN


def is_notice(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether the line at `at`, in the foot of an article that begins at `start`, belongs to a notice: another line
    next to it gives the hour or, beside a day, the place."""
    label = _label_of(lines[at].text)
    if label not in _SHARED | _OWN:
        return False
    near = {_label_of(lines[n].text) for n in range(max(start, at - 3), min(len(lines), at + 4)) if n != at}
    a_day_and_a_place = bool(near & (_SHARED - _PLACES)) if label in _PLACES else bool(near & _PLACES)
    return label in _OWN or bool(near & _OWN) or a_day_and_a_place


def _label_of(text: str) -> str | None:
    found = _FORM.match(text)
    return key_of(found["label"]) if found else None
