"""Lines that say from which outlet a text was taken: «(عن الغارديان)», «عن “الغارديان” – ترجمة سامي هلال»,
«ترجمة خاصة عن الغارديان».

Not for the translator's name before the outlet (`facts`), nor for outlets that a label announces (`labels`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.dissect.label_values import AROUND_VALUES, Field, accept_value
from generator.ingest.dissect.names import is_desk, is_generic_credit
from generator.model.publisher import Label

_FROM_AND_TRANSLATOR = re.compile(
    r"(?:نقلا[ًً]?\s+)?عن (?P<outlet>[^،,:]{2,60}?)\s*(?:[،,]|\s[-–—])\s*(?:ترجمة|ترجمها|تعريب)[\s:]+"
    r"(?P<name>[^،,:\d]{3,40})"
)
_SPECIAL_FROM = re.compile(r"(?:ترجمة|تعريب) خاصة? عن (?P<outlet>[^:،,.]{2,60})")
_TAKEN_FROM = re.compile(
    r"[(\[](?:نقلا[ًً]?\s+)?(?:عن|from|via)(?:\s*:\s*|\s+)(?P<outlet>[^()\[\]:.،\d]{2,50})[)\]]\.?", re.IGNORECASE
)
_LONGEST = 120


def read_taken_from(text: str, bare: str, *, at_foot: bool) -> tuple[Field, ...]:
    """The outlet that a line names, with the translator if it does, or nothing; `bare` is the line without the signs
    around the whole of it."""
    translated = _FROM_AND_TRANSLATOR.fullmatch(bare) if len(bare) <= _LONGEST else None
    if translated is not None:
        translator = accept_value(Label.TRANSLATOR, translated["name"].strip(AROUND_VALUES), weak=True)
        outlet = Field(Label.ORIGINAL, translated["outlet"].strip(AROUND_VALUES), text)
        return (outlet, replace(translator, text=text)) if translator is not None else ()
    special = _SPECIAL_FROM.fullmatch(bare)
    if special is not None and len(special["outlet"].split()) <= 5:
        return Field(Label.SPECIAL, "خاص", text), Field(Label.ORIGINAL, special["outlet"], text)
    bracket = _TAKEN_FROM.fullmatch(text.strip()) if at_foot else None
    if bracket is None or len(bracket["outlet"].split()) > 5:
        return ()
    is_nobody = is_generic_credit(bracket["outlet"]) or is_desk(bracket["outlet"])
    return (Field(Label.ASIDE if is_nobody else Label.ORIGINAL, bracket["outlet"], text),)
