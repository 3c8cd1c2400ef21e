"""HTML read back as plain text, for search, excerpts and comparison."""

from __future__ import annotations

import html

from generator.text.html.tags import INLINE, VOID, Tag, split_html

_FOOTNOTE_LINKS = frozenset({"footnote-ref", "footnote-backref", "headerlink"})


def html_to_text(source: str) -> str:
    """Give the text of sanitised HTML: one line a block, white space collapsed, links between footnotes left out."""
    parts: list[str] = []
    skipping: list[bool] = []
    for piece in split_html(source):
        if isinstance(piece, str):
            if not any(skipping):
                parts.append(" ".join(html.unescape(piece).split("\n")))
            continue
        if piece.name not in INLINE:
            parts.append("\n")
        if piece.name == "a":
            _track_links(piece, skipping)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _track_links(tag: Tag, skipping: list[bool]) -> None:
    """Keep account of the open links: is the text in one of them to be left out?"""
    if tag.closes:
        skipping.pop()
    elif tag.name not in VOID:
        skipping.append(tag.get("class") in _FOOTNOTE_LINKS)
