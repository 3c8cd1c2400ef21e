"""HTML that is all article as blocks: a plain reading of paragraphs, headings, items, code and tables.

Not for finding the article in a page.
"""

from __future__ import annotations

from dataclasses import dataclass

import lxml.html  # type: ignore[import-untyped]
from lxml import etree

from generator.model.source import Block, BlockKind
from generator.text.html import sanitise_html
from generator.text.html.tags import INLINE
from generator.text.repair import repair_text


@dataclass(frozen=True, slots=True)
class HtmlBody:
    """The blocks of some HTML, what was taken out of it word for word, and what was mended, with counts."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()


def blocks_of(html: str, *, base: str | None = None) -> HtmlBody:  # noqa: ARG001
    """The blocks of HTML that is all article; `base` is the address that relative links start from. Never raises."""
    safe = sanitise_html(html)
    if not safe.strip():
        return HtmlBody(())
    try:
        root = lxml.html.fragment_fromstring(safe, create_parent="div")
    except (etree.ParserError, ValueError):
        return HtmlBody(())
    found: list[tuple[str, str]] = []
    _walk(root, "p", found)
    counts: dict[str, int] = {}
    blocks: list[Block] = []
    for tag, text in found:
        for line in repair_text(" ".join(text.split()) if tag != "br" else text).lines:
            for name, count in line.repairs:
                counts[name] = counts.get(name, 0) + count
            if line.text:
                blocks.append(_block(tag, line.text, len(blocks) + 1))
    return HtmlBody(tuple(blocks), (), tuple(sorted(counts.items())))


def _block(tag: str, text: str, line: int) -> Block:
    if tag.startswith("h") and tag[1:].isdigit():
        return Block(BlockKind.HEADING, text, line, level=max(2, int(tag[1:])))
    kinds = {"li": BlockKind.ITEM, "pre": BlockKind.CODE}
    return Block(kinds.get(tag, BlockKind.PARAGRAPH), text, line, level=1 if tag == "li" else 2)


def _walk(element: lxml.html.HtmlElement, tag: str, found: list[tuple[str, str]]) -> None:
    found.append((tag, element.text or ""))
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        if name in INLINE and name != "br":
            inner: list[tuple[str, str]] = []
            _walk(child, tag, inner)
            found[-1] = (found[-1][0], found[-1][1] + inner[0][1])
            found.extend(inner[1:])
        else:
            if name != "br":
                _walk(child, name, found)
            found.append((tag, ""))
        found[-1] = (found[-1][0], found[-1][1] + (child.tail or ""))
