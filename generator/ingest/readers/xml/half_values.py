"""The value in which a cut-off document of XML ends, where half of it would be another: a day, a name, an address.

Not for texts, of which half is worth keeping, nor for making XML well-formed (`mending`).
"""

from __future__ import annotations

import re

from generator.ingest.readers.xml.mending import LEAVES
from generator.ingest.readers.xml.pieces import Piece

_TEXTS = frozenset({
    "title", "description", "copyright", "content:encoded", "excerpt:encoded", "dc:title", "dc:description",
    "dc:rights", "summary", "content", "rights", "subtitle", "tagline", "media:title", "media:description",
    "media:text", "media:credit", "media:copyright", "itunes:summary", "itunes:subtitle", "wp:meta_value",
    "wp:comment_content",
})  # fmt: skip
_SHORT = sorted(LEAVES - _TEXTS | {"loc", "lastmod", "source"}, key=len, reverse=True)
_OPENING = re.compile(rf"<(?:{'|'.join(map(re.escape, _SHORT))})(?:\s[^<>]*)?>")
_LONGEST = 4_000  # characters; addresses may have 2,000


def whole_values(piece: Piece) -> str:
    """The text of a record; of one in which its document breaks off, that of its whole values and of half texts."""
    return piece.text if piece.whole else without_half(piece.text)


def without_half(text: str) -> str:
    """The text of a record, or of a document, without the short value in which it breaks off; else as it is."""
    found = next(reversed(list(_OPENING.finditer(text, max(0, len(text) - _LONGEST)))), None)
    if found is None or found[0].endswith("/>") or _is_in_cdata(text, found.start()):
        return text
    rest = text[found.end() :].lstrip().removeprefix("<![CDATA[")
    return text if "<" in rest or "]]>" in rest else text[: found.start()]


def _is_in_cdata(text: str, at: int) -> bool:
    """Whether a place is within a section of text, where tags are those of HTML."""
    return text.rfind("<![CDATA[", 0, at) > text.rfind("]]>", 0, at)
