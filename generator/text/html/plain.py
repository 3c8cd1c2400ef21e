"""HTML read back as plain text, for search, excerpts and comparison."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from generator.text.html.tags import INLINE, VOID, Tag, split_html

# Tags within a line, and all others, which end one. Attributes' values stand in double quotes and may hold `>`.
_REST = r'(?:[^">]|"[^"]*")*+>'
_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE))})(?![a-z0-9-]){_REST}")
_BLOCK_TAG = re.compile(rf"</?[a-z][a-z0-9-]*{_REST}")
_FOOTNOTE_LINKS = frozenset({"footnote-ref", "footnote-backref", "headerlink"})


def html_to_text(source: str) -> str:
    """Give the text of sanitised HTML: one line a block, white space collapsed, links between footnotes left out."""
    if any(name in source for name in _FOOTNOTE_LINKS):
        return _without_links(source)
    lines = _BLOCK_TAG.sub("\x00", _INLINE_TAG.sub("", source)).replace("\n", " ").split("\x00")
    return _join(map(html.unescape, lines))


def _without_links(source: str) -> str:
    """Give the text of HTML that has links between footnotes."""
    parts: list[str] = []
    skipping: list[bool] = []
    for piece in split_html(source):
        if isinstance(piece, str):
            if not (skipping and skipping[-1]):
                parts.append(" ".join(html.unescape(piece).split("\n")))
            continue
        if piece.name not in INLINE:
            parts.append("\n")
        if piece.name == "a":
            _track_links(piece, skipping)
    return _join("".join(parts).split("\n"))


def _join(lines: Iterable[str]) -> str:
    """Give lines with their white space collapsed, the empty ones left out."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _track_links(tag: Tag, skipping: list[bool]) -> None:
    """Keep account of the open links: is the text in them, or in one around them, to be left out?"""
    if tag.closes:
        skipping.pop()
    elif tag.name not in VOID:
        skipping.append(tag.get("class") in _FOOTNOTE_LINKS or bool(skipping and skipping[-1]))
