"""Texts that an editor keeps as a tree of nodes, as HTML: those of Strapi, Contentful, Sanity, Slate, ProseMirror and
TipTap, Lexical (Ghost), Editor.js, Draft.js and Arc XP, which name the same few things in their own ways.

Not for texts that are HTML or Markdown already.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping

_KIND_KEYS = ("type", "_type", "nodeType", "__component")
_CHILD_KEYS = ("children", "content", "nodes", "items", "content_elements", "blocks", "columns", "rows", "cells")
_TEXT_KEYS = ("text", "value", "html", "content", "body", "title", "caption", "code", "markdown", "message")
_WORDS = re.compile(r"[^a-z0-9]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MARKS = {"bold": "b", "strong": "b", "italic": "i", "em": "i", "emphasis": "i", "code": "code", "strikethrough": "s"}
_BREAKS = frozenset({"hardbreak", "linebreak", "break", "br"})
_WHOLE = re.compile(
    r'\s*(?:\{\s*"(?:root|blocks|time|type|entityMap|nodeType|version)"|\[\s*\{\s*"(?:type|_type|nodeType)")'
)
_DEEPEST = 60


def html_of(value: object) -> str | None:
    """The HTML that a tree of nodes means, every text in it escaped; None where the value is no such tree."""
    if isinstance(value, dict) and isinstance(value.get("sections"), list):
        return "\n".join(_parts_of_sections(value)) or None
    nodes = _nodes_of(value)
    return "\n".join(_write(node, 0) for node in nodes) if nodes else None


def _parts_of_sections(value: Mapping[str, object]) -> Iterator[str]:
    """A text in sections, each a headline and paragraphs, as Fundus gives it, the summary above them."""
    yield from _each("p", value.get("summary"))
    for section in _listed(value.get("sections")):
        if isinstance(section, dict):
            yield from _each("h2", section.get("headline") or section.get("heading") or section.get("title"))
            yield from _each("p", section.get("paragraphs") or section.get("text") or section.get("content"))


def _each(tag: str, texts: object) -> Iterator[str]:
    for text in texts if isinstance(texts, list) else [texts]:
        if isinstance(text, str) and text.strip():
            yield f"<{tag}>{html.escape(text, quote=False)}</{tag}>"


def html_of_text(text: str) -> str | None:
    """The same of a tree that a column holds as a text in JSON; None where it is none."""
    if _WHOLE.match(text) is None:
        return None
    try:
        return html_of(json.loads(text))
    except (ValueError, RecursionError):
        return None


def _nodes_of(value: object, depth: int = 0) -> list[Mapping[str, object]]:
    if isinstance(value, dict) and depth < _DEEPEST:
        root = value.get("root")
        inner = root if isinstance(root, dict) else value
        listed = next((inner[key] for key in ("blocks", "children", "content", "document") if inner.get(key)), None)
        is_tree = _kind(value) in ("doc", "document") or not {"root", "blocks", "document"}.isdisjoint(value)
        return _nodes_of(listed, depth + 1) if is_tree else []
    if not isinstance(value, list) or not value or not all(isinstance(each, dict) and _kind(each) for each in value):
        return []
    return value if any(_is_node(each) for each in value) else []


def _is_node(node: Mapping[str, object]) -> bool:
    """Whether an object is a node with something to say, and not merely an object that has a type."""
    if "__component" in node:
        return True
    has_children = any(isinstance(node.get(key), list) for key in _CHILD_KEYS)
    return has_children or isinstance(node.get("data"), dict) or isinstance(node.get("text"), str)


def _kind(node: Mapping[str, object]) -> str:
    kind = next((node[key] for key in _KIND_KEYS if isinstance(node.get(key), str)), "")
    return _WORDS.sub("-", _HUMP.sub("-", str(kind)).lower()).strip("-")


def _write(node: Mapping[str, object], depth: int) -> str:
    """The HTML of one node and what is in it."""
    if depth > _DEEPEST:
        return ""
    kind = str(node.get("style") or "") if node.get("_type") == "block" else _kind(node)
    for words, write in _WRITERS:
        if words.search(kind):
            return write(node, kind, depth)
    if _is_leaf(node):
        return _leaf(node)
    inner = _inner(node, depth)
    return f"<p>{inner}</p>" if inner and not inner.startswith("<") else inner


def _is_leaf(node: Mapping[str, object]) -> bool:
    return _kind(node) in ("", "text", "span", "extended-text") and isinstance(node.get("text", node.get("value")), str)


def _leaf(node: Mapping[str, object]) -> str:
    """A run of text with its styles: as members (`bold: true`), marks, or the bits of Lexical's `format`."""
    written = html.escape(str(node.get("text", node.get("value"))), quote=False).replace("\n", "<br>")
    bits = node.get("format")
    bits = int(bits) if isinstance(bits, int) or (isinstance(bits, str) and bits.isdecimal()) else 0
    styles = [tag for name, tag in _MARKS.items() if node.get(name) in (True, "true")]
    styles += [tag for bit, tag in ((1, "b"), (2, "i")) if bits & bit]
    for mark in _listed(node.get("marks")):
        name = _kind(mark) if isinstance(mark, dict) else str(mark)
        address = _address(mark) if isinstance(mark, dict) and name == "link" else ""
        written = f'<a href="{address}">{written}</a>' if address else written
        styles += [_MARKS[name]] if name in _MARKS else []
    for tag in dict.fromkeys(styles):
        written = f"<{tag}>{written}</{tag}>"
    return written


def _inner(node: Mapping[str, object], depth: int) -> str:
    """What is in a node: its children, else the texts that it has itself; those of Editor.js are HTML already."""
    for key in _CHILD_KEYS:
        children = [each for each in _listed(node.get(key)) if isinstance(each, dict)]
        if children:
            return "".join(_leaf(each) if _is_leaf(each) else _write(each, depth + 1) for each in children)
    return "<br>".join(_own_texts(node))


def _own_texts(node: Mapping[str, object]) -> Iterator[str]:
    inner = node.get("data")
    data = inner if isinstance(inner, dict) else {}
    for key in _TEXT_KEYS:
        for holder, is_markup in ((node, "__component" in node or key in ("html", "content")), (data, True)):
            text = holder.get(key)
            if isinstance(text, str) and text.strip():
                yield text if is_markup else html.escape(text, quote=False)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _parts(node: Mapping[str, object], depth: int = 0) -> Iterator[Mapping[str, object]]:
    """A node and the objects in it that say more of it."""
    yield node
    if depth > 4:  # no editor goes further down to an address
        return
    for key in ("data", "attrs", "fields", "image", "file", "target", "value"):
        part = node.get(key)
        if isinstance(part, dict):
            yield from _parts(part, depth + 1)


def _first(node: Mapping[str, object], *keys: str) -> str:
    found = (part.get(key) for part in _parts(node) for key in keys)
    return next((str(value) for value in found if isinstance(value, str | int) and str(value).strip()), "")


def _address(node: Mapping[str, object]) -> str:
    return html.escape(_first(node, "href", "url", "uri", "src", "embed", "source"))


def _heading(node: Mapping[str, object], kind: str, depth: int) -> str:
    stated = re.search(r"[1-6]", f"{_first(node, 'level', 'tag')} {kind}")
    level = int(stated[0]) if stated else next((n for word, n in _NUMBERS.items() if kind.endswith(word)), 2)
    return f"<h{level}>{_inner(node, depth)}</h{level}>"


def _list(node: Mapping[str, object], kind: str, depth: int) -> str:
    style = f"{kind} {_first(node, 'format', 'style', 'listType', 'tag')}"
    tag = "ol" if re.search(r"\bol\b|(?<!un)order|number|decimal", style) else "ul"
    data = node.get("data")
    items = _listed(data.get("items")) if isinstance(data, dict) else []
    inner = "".join(_item_of_list(item, depth) for item in items) if items else _inner(node, depth)
    return f"<{tag}>{inner}</{tag}>"


def _item_of_list(item: object, depth: int) -> str:
    """An item of Editor.js: its markup, or an object of it and of the items below it."""
    if not isinstance(item, dict):
        return f"<li>{item}</li>"
    text = str(item.get("content") or item.get("text") or "")
    below = "".join(_item_of_list(each, depth + 1) for each in _listed(item.get("items"))) if depth < _DEEPEST else ""
    return f"<li>{text}{f'<ul>{below}</ul>' if below else ''}</li>"


def _item(node: Mapping[str, object], kind: str, depth: int) -> str:
    del kind
    return f"<li>{_inner(node, depth)}</li>"


def _link(node: Mapping[str, object], kind: str, depth: int) -> str:
    del kind
    inner, address = _inner(node, depth), _address(node)
    return f'<a href="{address}">{inner or address}</a>' if address else inner


def _embed(node: Mapping[str, object], kind: str, depth: int) -> str:
    """What stands on another site: its address, and what is written to it."""
    del kind
    address, inner = _address(node), _inner(node, depth)
    return (f'<p><a href="{address}">{address}</a></p>' if address else "") + (f"<p>{inner}</p>" if inner else "")


def _picture(node: Mapping[str, object], kind: str, depth: int) -> str:
    del kind, depth
    address = _address(node)
    caption = html.escape(_first(node, "caption"), quote=False)
    alternative = html.escape(_first(node, "alternativeText", "altText", "alt"))
    picture = f'<img src="{address}" alt="{alternative}">' if address else ""
    return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>" if picture or caption else ""


def _within(tag: str) -> Callable[[Mapping[str, object], str, int], str]:
    def write(node: Mapping[str, object], kind: str, depth: int) -> str:
        del kind
        return f"<{tag}>{_inner(node, depth)}</{tag}>"

    return write


def _table(node: Mapping[str, object], kind: str, depth: int) -> str:
    """A table: rows of nodes, or (Editor.js) lists of cells in HTML."""
    data = node.get("data")
    rows = _listed(data.get("content")) if isinstance(data, dict) else []
    inner = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in _listed(row)) + "</tr>" for row in rows)
    return f"<table>{inner or _inner(node, depth)}</table>" if kind else ""


def _nothing(node: Mapping[str, object], kind: str, depth: int) -> str:
    del node, depth
    return "<br>" if kind.replace("-", "") in _BREAKS else "<hr>"


_WRITERS: tuple[tuple[re.Pattern[str], Callable[[Mapping[str, object], str, int], str]], ...] = (
    (re.compile(r"^(?:hard-?break|line-?break|break|br|divider|delimiter|horizontal-?rule|hr)$"), _nothing),
    (re.compile(r"^(?:heading|header|h[1-6]$|title$)"), _heading),
    (re.compile(r"(?:^|-)list-?item|^li$|^check-list-item"), _item),
    (re.compile(r"(?:^|-)list$|^(?:ul|ol)(?:-list)?$|^list-"), _list),
    (re.compile(r"^(?:block-?quote|quote|pullquote)$|\bquote$"), _within("blockquote")),
    (re.compile(r"^table-?row$"), _within("tr")),
    (re.compile(r"^table-?(?:header|header-cell|head)$"), _within("th")),
    (re.compile(r"^table-?cell$"), _within("td")),
    (re.compile(r"^table$"), _table),
    (re.compile(r"^(?:code|code-block|pre)$"), _within("pre")),
    (re.compile(r"^(?:link|hyperlink|auto-?link|a|inline-link)$"), _link),
    (re.compile(r"^(?:embed|video|link-?tool|bookmark|oembed|o-embed)$"), _embed),
    (re.compile(r"image|picture|embedded-asset|^media$|^simple-image$"), _picture),
    (re.compile(r"^(?:paragraph|p|normal|unstyled|block)$"), _within("p")),
)
