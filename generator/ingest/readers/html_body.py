"""HTML of a body that is all article into blocks: paragraphs, headings, items, code, tables, figures.

Not for whole pages: what of them is article is another module's question.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree, html

from generator.model.source import Block, BlockKind
from generator.text.markdown import escape_markdown
from generator.text.repair import repair_inline, repair_text

_NEVER_TEXT = frozenset({"script", "style", "noscript", "template", "iframe", "object", "embed", "form", "svg", "math"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})  # fmt: skip
_HEADING = re.compile(r"h[1-6]")


@dataclass(frozen=True, slots=True)
class HtmlBody:
    """The blocks of a fragment, what was taken out of it word for word, and what was done to its text, with counts."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class _Building:
    base: str | None
    blocks: list[Block] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    repairs: Counter[str] = field(default_factory=Counter)
    kind: BlockKind = BlockKind.PARAGRAPH
    quote: int = 0
    words: list[str] = field(default_factory=list)
    line: int = 1


def blocks_of(fragment: str, *, base: str | None = None) -> HtmlBody:
    """The blocks of an HTML fragment; `base` is the address that its relative links are relative to."""
    building = _Building(base)
    tree = _parse(fragment)
    if tree is not None:
        _walk(tree, building)
        _end(building)
    return HtmlBody(tuple(building.blocks), tuple(building.removed), tuple(sorted(building.repairs.items())))


def _parse(fragment: str) -> html.HtmlElement | None:
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", fragment)
    if not clean.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(f"<html><body>{clean}</body></html>".encode(), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _walk(root: html.HtmlElement, building: _Building) -> None:
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            _start(element, building)
        else:
            _finish(element, building)


def _inside(element: html.HtmlElement) -> bool:
    """Whether an element is no text of its own: what is never shown, or a part of a figure."""
    return element.tag in _NEVER_TEXT or any(
        above.tag in _NEVER_TEXT or _is_picture(above) for above in element.iterancestors()
    )


def _is_picture(element: html.HtmlElement) -> bool:
    return element.tag == "figure" and element.find(".//img") is not None


def _start(element: html.HtmlElement, building: _Building) -> None:
    if _inside(element):
        if element.tag in _NEVER_TEXT and (element.text_content() or "").strip():
            building.removed.append(element.text_content().strip())
        return
    if _is_picture(element):
        _end(building)
        building.line = element.sourceline or building.line
        for image in element.iter("img"):
            _figure(image, building, " ".join(each.text_content() for each in element.iter("figcaption")))
        return
    if element.tag in _BLOCKS:
        _end(building)
        building.line = element.sourceline or building.line
        building.quote += element.tag == "blockquote"
        building.kind = _kind(element)
    elif element.tag == "br":
        _end(building)
    elif element.tag == "img":
        _figure(element, building)
    building.words.append(element.text or "")


def _finish(element: html.HtmlElement, building: _Building) -> None:
    if element.tag in _BLOCKS and not _inside(element):
        _end(building)
        building.quote -= element.tag == "blockquote"
        building.kind = BlockKind.PARAGRAPH
    parent = element.getparent()
    if parent is not None and not _inside(parent):
        building.words.append(element.tail or "")


def _kind(element: html.HtmlElement) -> BlockKind:
    if _HEADING.fullmatch(element.tag):
        return BlockKind.HEADING
    return {"li": BlockKind.ITEM, "pre": BlockKind.CODE}.get(element.tag, BlockKind.PARAGRAPH)


def _figure(element: html.HtmlElement, building: _Building, caption: str = "") -> None:
    _end(building)
    alt, caption = repair_inline(element.get("alt") or ""), repair_inline(caption)
    source = re.sub(r"[\s()<>]", "", element.get("src") or "")
    below = f"\n{escape_markdown(caption)}" if caption else ""
    text = caption or alt
    building.blocks.append(Block(BlockKind.FIGURE, text, building.line, f"![{escape_markdown(alt)}]({source}){below}"))


def _end(building: _Building) -> None:
    text = "".join(building.words)
    building.words.clear()
    if not text.strip():
        return
    repaired = repair_text(" ".join(text.split()))
    building.repairs.update(dict(repaired.repairs))
    line = " ".join(" ".join(line.text for line in repaired.lines).split())
    if line:
        building.blocks.append(Block(building.kind, line, building.line, quote=building.quote))
