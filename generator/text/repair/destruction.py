"""Tell text whose letters are gone for good: each was replaced by a question mark before the document reached us."""

from __future__ import annotations

import re

LOST_GROUP = re.compile(r"(?<![?\w])(?:\?{4})+[\ufe0e\ufe0f\u200d]*(?!\?)")
_LOST_WORDS = re.compile(r"(?<!\S)[?\ufffd]{2,}(?!\S)")
_FEW_GROUPS = 4


def is_destroyed(text: str) -> bool:
    """Whether more than half of the visible characters of `text`, a line or a document, are lost (`?` or U+FFFD).

    Groups of four question marks are not counted as lost letters where other text stands beside them: they are lost
    emoji, four bytes each.
    """
    if "?" not in text and "\ufffd" not in text:
        return False
    rest = "".join(LOST_GROUP.sub("", text).split())
    if rest:
        return _count_lost(rest) * 2 > len(rest)
    return len(_LOST_WORDS.findall(text)) > _FEW_GROUPS


def _count_lost(text: str) -> int:
    return text.count("?") + text.count("\ufffd")
