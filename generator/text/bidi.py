"""Direction in running text: the controls that change it, and the left-to-right tokens that need isolation in Arabic.

Not for markup: `generator.text.html` wraps the tokens that are found here.
"""

from __future__ import annotations

import re

# LRM, RLM, ALM; embeddings and overrides; isolates; deprecated shaping controls.
CONTROLS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f"
_CONTROLS = re.compile(f"[{CONTROLS}]")


def strip_controls(text: str) -> str:
    """Give `text` without characters that change direction: direction is said by `dir` and `<bdi>`, where it ends."""
    return _CONTROLS.sub("", text)


def left_to_right_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of `text` that need isolation in right-to-left text, in order, not overlapping."""
    return [match.span() for match in _TOKEN.finditer(text)]


_TOKEN = re.compile(r"\d{4}-\d{2}-\d{2}")
