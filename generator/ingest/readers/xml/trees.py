"""The elements of a feed's or export's record: parsed by lxml, named by what they mean whatever their prefix is.

A record that is not well-formed is mended and parsed again. Entities are never expanded, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import etree

from generator.ingest.readers.xml.mending import mend_all_references, mend_references, mend_xml
from generator.ingest.readers.xml.xml_text import uncarry

# The prefix by which a vocabulary is called here, by its namespace without scheme and ends that differ.
_VOCABULARIES = {
    "purl.org/rss/1.0": "",
    "my.netscape.com/rdf/simple/0.9": "",
    "channel.netscape.com/rdf/simple/0.9": "",
    "backend.userland.com/rss2": "",
    "purl.org/net/rss1.1": "",
    "www.w3.org/2005/atom": "atom",
    "purl.org/atom/ns": "atom",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "prismstandard.org/namespaces/basic/2.0": "prism",
    "prismstandard.org/namespaces/1.2/basic": "prism",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/xml/1998/namespace": "xml",
    "www.w3.org/2007/app": "app",
    "purl.org/atom/app": "app",
    "purl.org/syndication/thread/1.0": "thr",
    "iptc.org/std/nar/2006-10-01": "",
    "iptc.org/std/nitf/2006-10-18": "",
    "schemas.google.com/blogger/2008": "blogger",
    "schemas.google.com/blogger/2018": "blogger",
}
# Prefixes that documents use without saying what they mean.
_USUAL = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "wp": "http://wordpress.org/export/1.2/",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
_WORDPRESS = re.compile(r"wordpress\.org/export/\d+\.\d+(/excerpt)?")
_DECLARATION = re.compile(r"\sxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")
_PREFIX = re.compile(r"[</\s]([A-Za-z_][\w.-]*):[A-Za-z_]")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_UNDECLARED = "urn:undeclared:"
_MOST_PREFIXES = 50
_PARSER = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": True,
    "remove_comments": True,
    "remove_pis": True,
}


@dataclass(frozen=True)
class Element:
    """An element of a record: `name` with the prefix that this program gives its vocabulary (`atom:entry`, `dc:date`;
    none for RSS itself), and the node of lxml that it stands for. `line` is its line in the document."""

    name: str
    node: etree._Element
    line: int

    @property
    def text(self) -> str:
        """All the text in it, in order, without markup, as it stands."""
        return uncarry("".join(_texts(self.node)))

    @property
    def inner(self) -> str:
        """What stands in it as markup: its text where that is all, else its elements as XHTML."""
        if not len(self.node):
            return uncarry(self.node.text or "")
        return uncarry(_inner(self.node))

    def get(self, name: str) -> str:
        """An attribute's value without white space at its ends; empty where it has none."""
        return uncarry(self.node.get(name) or "").strip()

    def inherited(self, name: str) -> str:
        """The value of an attribute of XML's own (`lang`, `base`): its own, else that of the nearest element around."""
        key = f"{{http://www.w3.org/XML/1998/namespace}}{name}"
        nodes = (self.node, *self.node.iterancestors())
        return next((uncarry(value).strip() for node in nodes if (value := node.get(key))), "")

    @cached_property
    def children(self) -> tuple[Element, ...]:
        """Its elements in order."""
        first = self.line - (self.node.sourceline or 1)
        return tuple(
            Element(_name(node), node, first + (node.sourceline or 1))
            for node in self.node
            if isinstance(node.tag, str)
        )

    @cached_property
    def _by_name(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self.children:
            found.setdefault(element.name, []).append(element)
        return found

    def named(self, *names: str) -> Iterator[Element]:
        """Its elements that have one of the names, in the order of the names."""
        for name in names:
            yield from self._by_name.get(name, ())

    def child(self, *names: str) -> Element | None:
        """The first element that has the first of the names that any has."""
        return next(self.named(*names), None)


def parse_record(text: str, declarations: dict[str, str], line: int) -> tuple[Element | None, bool]:
    """Parse the text of one record that begins on `line`; `declarations` are the namespaces that hold around it.

    Gives its element, or None where nothing can be read as one, and whether its tags had to be mended: an `&` that
    stands for itself hurts nothing.
    """
    node = _parse(text, declarations)
    if node is None and "&" in text:
        node = _parse(mend_all_references(text), declarations)
    mended = node is None
    if node is None:
        sound = mend_xml(text)
        prefixes = sorted(set(_PREFIX.findall(sound)) - declarations.keys() - {"xml", "xmlns"})[:_MOST_PREFIXES]
        node = _parse(sound, declarations | {prefix: f"{_UNDECLARED}{prefix}" for prefix in prefixes})
    return (None if node is None else Element(_name(node), node, line)), mended


def parse_head(text: str, declarations: dict[str, str]) -> Element | None:
    """The element that says what all records have in common (`channel`, `atom:feed`), from the text around them, which
    may lack end tags; None where there is none."""
    element, _ = parse_record(f"<x>{mend_xml(text)}</x>", declarations, 1)
    for node in element.node.iter() if element is not None else ():
        if isinstance(node.tag, str) and _name(node) in {"channel", "atom:feed"}:
            return Element(_name(node), node, node.sourceline or 1)
    return None


def read_declarations(head: str) -> dict[str, str]:
    """The namespaces that the tags in a document's head declare, by prefix (empty for the default; the outermost tag
    counts), and the usual ones that it does not declare."""
    declared: dict[str, str] = {}
    for found in _DECLARATION.finditer(head):
        declared.setdefault(found[1] or "", found[2] or found[3] or "")
    return _USUAL | declared


def _parse(text: str, declarations: dict[str, str]) -> etree._Element | None:
    attributes = "".join(
        f' xmlns{":" if prefix else ""}{prefix}="{_attribute(address)}"'
        for prefix, address in declarations.items()
        if address
    )
    try:
        root = etree.fromstring(f"<x{attributes}>{text}</x>".encode(), etree.XMLParser(**_PARSER))
    except (etree.XMLSyntaxError, ValueError):
        return None
    nodes = [node for node in root if isinstance(node.tag, str)]
    return nodes[0] if nodes else None


def _attribute(address: str) -> str:
    return mend_references(address.replace("<", "")).replace('"', "&quot;")


def _name(node: etree._Element) -> str:
    return _name_of(str(node.tag))


@lru_cache(maxsize=4096)
def _name_of(tag: str) -> str:
    """The name of a tag as lxml writes it (`{namespace}local`) with the prefix of its vocabulary."""
    name = etree.QName(tag)
    prefix = _prefix(name.namespace) if name.namespace else ""
    return f"{prefix}:{name.localname}" if prefix else str(name.localname)


def _prefix(namespace: str) -> str:
    bare = re.sub(r"^\w+://", "", namespace.strip()).rstrip("/#").lower()
    wordpress = _WORDPRESS.fullmatch(bare)
    if wordpress is not None:
        return "excerpt" if wordpress[1] else "wp"
    if bare in _VOCABULARIES:
        return _VOCABULARIES[bare]
    return namespace.removeprefix(_UNDECLARED) if namespace.startswith(_UNDECLARED) else "other"


def _texts(node: etree._Element) -> Iterator[str]:
    for text in node.itertext():
        yield str(text)


def _inner(node: etree._Element) -> str:
    """The content of an element as HTML: names without prefixes, text escaped. However deep, without recursion."""
    parts = [_escape(node.text or "")]
    for event, each in etree.iterwalk(node, events=("start", "end")):
        if each is node:
            continue
        if event == "start":
            parts.append(_start_tag(each) + _escape(each.text or ""))
            continue
        name = etree.QName(each).localname
        parts.append(("" if name in _VOID else f"</{name}>") + _escape(each.tail or ""))
    return "".join(parts)


def _start_tag(node: etree._Element) -> str:
    attributes = "".join(
        f' {etree.QName(key).localname}="{_escape(str(value)).replace(chr(34), "&quot;")}"'
        for key, value in node.attrib.items()
    )
    return f"<{etree.QName(node).localname!s}{attributes}>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
