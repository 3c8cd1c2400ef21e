"""The name in brackets with which a paragraph of a wire closes: «… في البلاد. (أ ف ب)», `… since May (Reuters).`

Not for whether an agency or an outlet is named there (`credit_names`), nor for texts of which each closes so
(`credited_texts`).
"""

from __future__ import annotations

import re

_CREDIT = re.compile(r"(?<=\S)\s*[(\[](?P<name>[^()\[\]]{2,40})[)\]]\.?\Z")


def part_credit(text: str) -> tuple[str, str | None]:
    """A paragraph without the name in brackets behind it, and the name; the whole and None where there is none."""
    may_be = text.endswith((")", "]", ").", "]."))
    found = _CREDIT.search(text) if may_be else None
    return (text[: found.start()], found["name"].strip()) if found else (text, None)
