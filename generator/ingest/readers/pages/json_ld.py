"""The articles that a page's JSON-LD describes (schema.org), told from all else that it describes.

Sources: https://schema.org/Article and its subtypes; https://www.w3.org/TR/json-ld11/ (`@graph`, `@id`, `@value`).
Not for which field is which claim: that is said by the module of each field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from generator.ingest.readers.pages.damaged_json import parse_damaged_json
from generator.ingest.readers.pages.strings import LONGEST, agrees, clean
from generator.text.word_sets import word_set

Node = Mapping[str, object]

_MOST_SCRIPTS = 60
_MOST_NODES = 3000
_MOST_ARTICLES = 100
_DEEPEST = 12
ARTICLE_TYPES = word_set(
    "article newsarticle blogposting report reportagenewsarticle analysisnewsarticle opinionnewsarticle "
    "backgroundnewsarticle reviewnewsarticle askpublicnewsarticle advertisercontentarticle satiricalarticle "
    "scholarlyarticle medicalscholarlyarticle techarticle socialmediaposting discussionforumposting interview "
    "pressrelease liveblogposting"
)
_PAGE_TYPES = frozenset({"webpage", "itempage", "liveblogposting", "creativework"})
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_NAMES = ("name", "alternateName", "legalName")


@dataclass(frozen=True, slots=True)
class JsonLd:
    """What JSON-LD says: `articles`, the nodes of this page's article, the best first; `page`, whether they are only
    nodes of its page, as blogs write them; `all` nodes in order, and those that have an `@id` by it."""

    articles: tuple[Node, ...]
    page: bool
    all: tuple[Node, ...]
    by_id: Mapping[str, Node]

    def values(self, key: str) -> Iterator[object]:
        """The values of a key in the article's nodes, lists taken to pieces, references followed."""
        for node in self.articles:
            for value in items(node.get(key)):
                yield self.resolve(value)

    def strings(self, key: str) -> tuple[str, ...]:
        """The cleaned texts of a key in the article's nodes; of objects, their names."""
        found = (self.text(value) for value in self.values(key))
        return tuple(dict.fromkeys(text for text in found if text))

    def resolve(self, value: object) -> object:
        """The node that a reference (`{"@id": …}`) stands for, or the value as it is."""
        if isinstance(value, Mapping) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self.by_id.get(str(value["@id"]), value)
        return value

    def text(self, value: object) -> str:
        """The text of a value: a string, a number, the value of `@value`, or an object's name."""
        if isinstance(value, Mapping):
            inner = value.get("@value") or next((value[name] for name in _NAMES if value.get(name)), "")
            if not inner and value.get("familyName"):
                inner = f"{value.get('givenName') or ''} {value['familyName']}"
            return ", ".join(self.text(each) for each in items(inner) if not isinstance(each, Mapping))[:LONGEST]
        return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

    def of_type(self, *types: str) -> Iterator[Node]:
        """All nodes of one of the types, given in lower case."""
        return (node for node in self.all if types_of(node) & set(types))


def read_json_ld(tree: _Element, titles: Sequence[str], addresses: Sequence[str]) -> JsonLd:
    """The JSON-LD of a page whose titles and addresses, as told elsewhere, are `titles` and `addresses`."""
    nodes = tuple(_find_nodes(tree))
    by_id: dict[str, Node] = {}
    for node in nodes:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, {})):
            by_id[name] = node
    articles = _of_this_page([node for node in nodes if types_of(node) & ARTICLE_TYPES], titles, addresses)
    if articles and not _is_other_live_blog(articles, titles, addresses):
        return JsonLd(articles, False, nodes, by_id)
    pages = _of_this_page([node for node in nodes if types_of(node) & _PAGE_TYPES], titles, addresses)
    return JsonLd(pages[:1], True, nodes, by_id)


def types_of(node: Node) -> frozenset[str]:
    """The types of a node in lower case, without the vocabulary's address."""
    given = (str(value) for value in items(node.get("@type")) if isinstance(value, str))
    return frozenset(re.split(r"[/#:]", value)[-1].strip().lower() for value in given)


def items(value: object) -> Iterator[object]:
    """A value, or the values of a list, nested ones too, to a depth that pages have."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, list):
            if depth < _DEEPEST:
                waiting.extend((inner, depth + 1) for inner in reversed(one[:_MOST_NODES]))
        elif one is not None:
            yield one


def _find_nodes(tree: _Element) -> Iterator[Node]:
    """Each node that may be this page's own, in the order of the page."""
    count = 0
    for script in _scripts(tree):
        waiting: list[tuple[object, int]] = [(value, 0) for value in reversed(parse_damaged_json(script))]
        while waiting and count < _MOST_NODES:
            value, depth = waiting.pop()
            if isinstance(value, list):
                waiting.extend((inner, depth + 1) for inner in reversed(value) if depth < _DEEPEST)
            elif isinstance(value, Mapping):
                count += 1
                yield value
                inner = [value[key] for key in _WITHIN if isinstance(value.get(key), list | Mapping)]
                waiting.extend((one, depth + 1) for one in reversed(inner) if depth < _DEEPEST)


def _scripts(tree: _Element) -> Iterator[str]:
    found = 0
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found += 1
            if found > _MOST_SCRIPTS:
                return
            yield script.text


def _of_this_page(nodes: Sequence[Node], titles: Sequence[str], addresses: Sequence[str]) -> tuple[Node, ...]:
    """Those nodes that describe this page's article: one alone does, several must agree with its address or title."""
    nodes = nodes[:_MOST_ARTICLES]
    if len(nodes) < 2:
        return tuple(nodes)
    by_address = [node for node in nodes if _addresses_of(node) & {_bare(address) for address in addresses}]
    by_title = [node for node in nodes if any(agrees(_headline(node), title) for title in titles if _headline(node))]
    chosen = by_title or by_address
    if chosen:
        taken = {id(node) for node in chosen}
        rest = [node for node in by_address if id(node) not in taken and not _headline(node)]
        return (*chosen, *rest)
    headlines = {_headline(node) for node in nodes}
    return tuple(nodes) if len(headlines) == 1 and not titles else ()


def _is_other_live_blog(articles: Sequence[Node], titles: Sequence[str], addresses: Sequence[str]) -> bool:
    """Whether the only node is a live blog's that may be another one: pages describe those that they lead to."""
    if len(articles) != 1 or types_of(articles[0]) & ARTICLE_TYPES != {"liveblogposting"} or not titles:
        return False
    agreeing = any(agrees(_headline(articles[0]), title) for title in titles)
    return not agreeing and not _addresses_of(articles[0]) & {_bare(address) for address in addresses}


def _headline(node: Node) -> str:
    value = next(items(node.get("headline") or node.get("name")), "")
    return clean(value) if isinstance(value, str) else ""


def _addresses_of(node: Node) -> set[str]:
    found: set[str] = set()
    for key in ("url", "@id", "mainEntityOfPage"):
        for value in items(node.get(key)):
            address = value.get("@id") or value.get("url") if isinstance(value, Mapping) else value
            if isinstance(address, str):
                found.add(_bare(address))
    return found


def _bare(address: str) -> str:
    """An address for comparing: without scheme, `www.`, query, fragment and last slash."""
    return re.sub(r"^https?://(?:www\.|m\.)?|[?#].*$", "", address.strip()).rstrip("/").lower()
