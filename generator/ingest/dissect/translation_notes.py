"""Sentences above or below a text that say who translated it, and perhaps where it first appeared.

`This article first appeared in Al-Mina. Translated by Jane Doe.`, «نُشر هذا المقال في الميناء، وترجمته ليلى حدّاد».
Not for labels with a name behind them (labels).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.names import is_outlet_like, is_person_like
from generator.ingest.dissect.originals import is_credit_note
from generator.model.publisher import Label

_NAME = r"(?P<name>[^.;,،:\d()]{3,40}?)[.\s)]*"
_FROM = r"(?: (?:from|into)(?: the)?(?: original)? [A-Z][a-z]+){0,2}"
_BEHIND_NOTE = (
    re.compile(
        r"(?P<note>.{10,220}?)[.;,]?\s+[(–—-]?\s*"
        r"(?:(?:it|the text|this version) (?:was|is|has been) |and (?:was |is )?)?"
        rf"translated{_FROM} by {_NAME}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<note>.{10,220}?)[.،؛]?\s+(?:و?قد )?و?"
        r"(?:ترجمة|ترجمه|ترجمته|ترجمها|ترجمتها|تعريب|(?:نقله|نقلته|نقلها|نقلتها) إلى العربية)"
        rf"\s*:?\s+{_NAME}"
    ),
)
_ALONE = re.compile(
    r"(?:this|the) (?:article|report|story|piece|interview|text|essay|analysis) (?:was|is|has been) translated"
    rf"{_FROM} by {_NAME}",
    re.IGNORECASE,
)
_WORD = re.compile(r"translat|ترجم|تعريب|نقل", re.IGNORECASE)
_LONGEST = 300


def read_translation_note(text: str) -> tuple[Field, ...]:
    """The translator, and the note on the original before the name, that a whole line states; nothing of others."""
    if len(text) > _LONGEST or _WORD.search(text) is None:
        return ()
    alone = _ALONE.fullmatch(text)
    if alone is not None and _is_name(alone["name"]):
        return (Field(Label.TRANSLATOR, alone["name"].strip(), text),)
    for form in _BEHIND_NOTE:
        found = form.fullmatch(text)
        if found is not None and is_credit_note(found["note"]) and _is_name(found["name"]):
            note = Field(Label.ORIGINAL, found["note"], text)
            return note, Field(Label.TRANSLATOR, found["name"].strip(), text), Field(Label.ASIDE, text, text)
    return ()


def _is_name(text: str) -> bool:
    return 2 <= len(text.split()) <= 4 and is_person_like(text) and not is_outlet_like(text)
