"""The tree of a saved page, head and all, as browsers would build it.

Not for what stands in it: who wrote it and when (`metadata`), and which of it is the article (`saved`).
"""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

from generator.ingest.markup.html_body import flatten

# Metadata content, and what else a head may hold.
_OF_HEADS = frozenset(
    ["base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title"]
)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")


def parse_tree(source: str) -> HtmlElement:
    """The whole page, head and all; a page without elements has a body that is empty."""
    sound = _XML.sub("", flatten(source.replace("\0", "")))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        page: HtmlElement = html.document_fromstring(sound.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):  # nothing in it but what is no element
        page = html.document_fromstring("<html><body></body></html>")
    _open_body(page)
    return page


def _open_body(page: HtmlElement) -> None:
    """Where a page leaves out the tag of its body, end the head before the first element that none holds, as browsers
    do (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead): the parser does not for newer ones."""
    head = page.find("head")
    children = [] if head is None else list(head)
    named = [isinstance(each.tag, str) and each.tag not in _OF_HEADS for each in children]
    first = named.index(True) if any(named) else None
    if first is not None:
        body = page.find("body")
        body = etree.SubElement(page, "body") if body is None else body
        children[-1].tail = (children[-1].tail or "") + (body.text or "")
        body.text = None
        body[:0] = children[first:]
