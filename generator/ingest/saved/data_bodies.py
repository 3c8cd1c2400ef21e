"""The body of an article in the data from which a page's program builds what it shows (Next, Fusion, stored states):
all that is left of it where a page was saved without having been run.

Only a body that stands in the data beside the page's own title counts. Not for JSON-LD, which is for other machines
(saved.choice).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lxml.html import HtmlElement

from generator.ingest.saved.segments import key_of

_MOST_SCRIPTS, _MOST_NODES, _MOST_DEEP = 60, 40_000, 12
_LEAST_SCRIPT = 600
_ASSIGNED = re.compile(r"^\s*(?:window\.|self\.|var\s+)?[\w.$]{0,60}(?:\[[\"'][\w.-]{1,60}[\"']\])?\s*=\s*(?=[{\[])")
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_FEWEST_PARAGRAPHS = 2
_KINDS = ("type", "__typename", "nodeType", "kind", "name")
_TEXTS = ("text", "value", "content", "html", "body")
_CHILDREN = ("content", "children", "items", "content_elements", "elements", "nodes")
# What elements are called in the data of Bloomberg, Arc, Contentful, Sanity, Slate and other editors.
_CALLED = {
    "p": "paragraph text p block richtext textblock paragraphblock",
    "h3": "heading header subhead subheading crosshead h2 h3 h4 heading2 heading3",
    "blockquote": "quote blockquote pullquote",
    "ul": "list ul ol unorderedlist orderedlist bulletedlist",
    "li": "listitem li",
}
_TAGS = {name: tag for tag, names in _CALLED.items() for name in names.split()}
_INLINE = {"link": "a", "hyperlink": "a", "a": "a", "entity": "a", "strong": "b", "bold": "b", "em": "i", "italic": "i"}


def data_body(page: HtmlElement, title: str) -> str:
    """The longest body beside a title of the key `title` in the page's data, as HTML; empty where there is none."""
    if not title:
        return ""
    best, most = "", 0
    for data in _read_scripts(page):
        for body in _bodies_beside(data, title):
            letters = len(key_of(re.sub(r"<[^>]*>", " ", body)))
            if letters > most:
                best, most = body, letters
    return best


def _read_scripts(page: HtmlElement) -> Iterator[object]:
    decoder = json.JSONDecoder(strict=False)
    scripts = (each for each in page.iter("script") if "ld+json" not in (each.get("type") or ""))
    long = (text for each in scripts if len(text := each.text or "") >= _LEAST_SCRIPT)
    for _, text in zip(range(_MOST_SCRIPTS), long, strict=False):
        begins = _ASSIGNED.match(text)
        start = text[begins.end() :] if begins else text.lstrip()
        if start[:1] in ("{", "["):
            try:
                yield decoder.raw_decode(start)[0]
            except (ValueError, RecursionError):
                continue


def _bodies_beside(data: object, title: str) -> Iterator[str]:
    """The bodies in each object that has the title for one of its values."""
    stack: list[object] = [data]
    for _ in range(_MOST_NODES):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, Mapping):
            if any(isinstance(value, str) and key_of(value) == title for value in _titles_of(node)):
                yield from _bodies_in(node, 0)
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)


def _titles_of(node: Mapping[str, object]) -> Iterator[object]:
    for value in node.values():
        yield from value.values() if isinstance(value, Mapping) and len(value) <= _MOST_DEEP else (value,)


def _bodies_in(node: object, depth: int) -> Iterator[str]:
    if isinstance(node, str):
        if len(_PARAGRAPH.findall(node)) >= _FEWEST_PARAGRAPHS:
            yield node
    elif isinstance(node, list):
        body = "".join(_block(each, 0) for each in node)
        if len(_PARAGRAPH.findall(body)) >= _FEWEST_PARAGRAPHS:
            yield body
    elif isinstance(node, Mapping) and depth <= 3:
        for value in node.values():
            yield from _bodies_in(value, depth + 1)


def _block(node: object, depth: int) -> str:
    """An element of a body as HTML; nothing for advertising, pictures and what else is no text."""
    if not isinstance(node, Mapping) or depth > _MOST_DEEP:
        return ""
    tag = _TAGS.get(_kind_of(node), "")
    if not tag:
        return ""
    children = _children_of(node)
    if tag in ("ul", "blockquote"):
        items = children or [node.get("value"), node.get("text"), node.get("content")]
        if tag == "ul":
            return "<ul>" + "".join(f"<li>{_inline(each, depth + 1)}</li>" for each in items if each) + "</ul>"
        inner = "".join(_block(each, depth + 1) or _inline(each, depth + 1) for each in items if each)
        return f"<blockquote>{inner}</blockquote>" if inner else ""
    inner = _inline(node, depth)
    return f"<{tag}>{inner}</{tag}>" if inner.strip() else ""


def _inline(node: object, depth: int) -> str:
    """The text of an element with its links."""
    if isinstance(node, str):
        return node if "<" in node else escape(node, quote=False)
    if not isinstance(node, Mapping) or depth > _MOST_DEEP:
        return ""
    children = _children_of(node)
    inner = "".join(_inline(each, depth + 1) for each in children)
    if not children:
        inner = next((_inline(node[name], depth + 1) for name in _TEXTS if isinstance(node.get(name), str)), "")
    tag = _INLINE.get(_kind_of(node), "")
    if tag == "a":
        address = _address_of(node)
        return f'<a href="{escape(address)}">{inner}</a>' if address else inner
    return f"<{tag}>{inner}</{tag}>" if tag and inner.strip() else inner


def _children_of(node: Mapping[str, object]) -> Sequence[object]:
    return next((value for name in _CHILDREN if isinstance(value := node.get(name), list)), [])


def _kind_of(node: Mapping[str, object]) -> str:
    kind = next((value for name in _KINDS if isinstance(value := node.get(name), str)), "")
    return re.sub(r"[^a-z0-9]", "", kind.lower())


def _address_of(node: Mapping[str, object]) -> str:
    data = node.get("data")
    for each in (node, data if isinstance(data, Mapping) else {}):
        for name in ("href", "url", "uri"):
            address = each.get(name)
            if isinstance(address, str) and address.startswith(("http", "/")):
                return address
    return ""
