"""An object of JSON that is broken within (raw quotation marks, loose commas), mended where it has but one meaning.

Not for one that breaks off (`cut_json`), nor for finding objects (`json_objects`).
"""

from __future__ import annotations

import json
import re

from generator.ingest.readers.pages.damaged_json import parse_damaged_json

_ESCAPE = re.compile(r"\\[bfnrt]")
_SIGN = re.compile(r"[^\W_]+")


def mend_object(text: str) -> dict[str, object] | None:
    """The object that a broken text means (raw quotation marks, loose commas); None unless it is one beyond doubt, with
    every letter and digit of the text, in order."""
    values = parse_damaged_json(text)
    if len(values) != 1 or not isinstance(values[0], dict):
        return None
    written = json.dumps(values[0], ensure_ascii=False)
    return values[0] if _signs(written) == _signs(text) else None


def _signs(text: str) -> str:
    return "".join(_SIGN.findall(_ESCAPE.sub("", text)))
