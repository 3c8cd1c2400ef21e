"""Whether a text names those to whom an article is credited: agencies, outlets, or several of them.

Not for the names of people (`names`), nor for where a credit stands (`datelines`, `closing_credits`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.known import NOTHING, Known
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_agency, is_outlet_like


def is_credit(text: str, known: Known) -> bool:
    """Whether a text names an agency or a known or obvious outlet, or several of them."""
    bare = text.strip(" .:-–—«»“”\"'")
    parts = re.split(r"\s*[/+،,&]\s*|\s+-\s+", bare)
    return 0 < len(parts) <= 4 and all(
        is_agency(part) or _is_outlet(part) or key_of(part) in known.outlets for part in parts
    )


def is_agencies(text: str, known: Known = NOTHING) -> bool:
    """Whether a line is two credits or more, a news agency among them: `فرانس24 / أ ف ب`, `Reuters, AP`."""
    parts = [part for part in re.split(r"\s*[/+،,&]\s*|\s+[-–—]\s+", text) if part]
    return len(parts) > 1 and all(is_credit(part, known) for part in parts) and any(map(is_agency, parts))


def _is_outlet(text: str) -> bool:
    return len(text.split()) <= 4 and is_outlet_like(text)
