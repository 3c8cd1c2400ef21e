"""What feeds, sitemaps and pages with lists name: the addresses of articles, and whether the feed gives them whole.

Not for reading articles (generator.ingest.readers): here it is only seen which there are, in hostile text too.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from lxml import etree, html
from lxml.cssselect import CSSSelector

from generator.errors import UnreadableError
from generator.ingest.addresses import is_front_page
from generator.ingest.fetch.addresses import Address, read_address, without_campaign
from generator.ingest.fetch.decoding import decode
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.readers.xml.half_values import without_half
from generator.text.encoding import decode_text

_TAG = re.compile(r"<[^<>]*>")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_CUT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|&hellip;|read more|continue reading|اقرأ المزيد|المزيد)\W*$", re.IGNORECASE
)
# Atom's, a sitemap's, Dublin Core's. RSS has none of its own: a `pubDate` that moves is an article put on top again.
_CHANGED = ("updated", "lastmod", "modified")
# An ampersand that nobody escaped, as addresses have it; what a section holds is not XML.
_STRAY = re.compile(
    r"(?P<section><!\[CDATA\[(?:(?!\]\]>).)*+)|&(?!(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|\w{1,32});)", re.DOTALL
)
_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg")
_LEAST_CONTENT = 40  # words of an element that is meant for the whole text
_LEAST_SUMMARY = 150  # words of one that is meant for a summary; many sites put everything there
_LARGEST_SITEMAP = 50 * 1024 * 1024  # unpacked, by the same page as the next
_SHARED_BY = 3  # items; two may be one article, which the feed names again under another title
_MOST_LINKS = 5_000  # of one page; no front page has so many
_MOST_ITEMS = 50_000  # of one sitemap (sitemaps.org)


@dataclass(frozen=True, slots=True)
class Item:
    """One article that a list names: the key by which it is known again, its address, whether it is there in full; a
    digest of the words that it has there, and one of these and of when it was changed last, as the list says it."""

    key: str
    address: Address | None
    full: bool = False
    words: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The articles that a feed or page names, in its order, each once; `index`: a sitemap that names sitemaps only."""

    items: tuple[Item, ...]
    index: bool = False


def read_feed(body: bytes, content_type: str, base: Address) -> Listing | None:
    """The articles that a feed (RSS 0.9 to 2.0, RDF, Atom, JSON Feed) or sitemap names; None where it is neither."""
    text = _decode(_unpacked(body), content_type)
    if text is None:
        return None
    if text.lstrip()[:1] == "{":
        return _read_json(text, base)
    root = _parse_xml(text)
    if root is None:
        return None
    kind = _local(root)
    if kind == "sitemapindex":
        return Listing((), index=True)
    if kind not in ("rss", "RDF", "feed", "urlset"):
        return None
    names = {"feed": "entry", "urlset": "url"}
    wanted = names.get(kind, "item")
    found = (element for element in root.iter(etree.Element) if _local(element) == wanted)
    return Listing(_unique(_item(element, base) for element, _ in zip(found, range(_MOST_ITEMS), strict=False)))


def read_links(body: bytes, content_type: str, selectors: Iterable[str], base: Address) -> Listing | None:
    """The articles to which the links lead that these selectors find in a page; None where it is no page."""
    page = parse_page(body, content_type)
    if page is None:
        return None
    start = page.find(".//base[@href]")
    base = (read_address(start.get("href"), base) if start is not None else None) or base
    links = dict.fromkeys(islice(_links(page, selectors), _MOST_LINKS))
    addresses = (read_address(link, base) for link in links)
    return Listing(_unique(Item(key_of(each), each) for each in addresses if each is not None))


def _links(page: Any, selectors: Iterable[str]) -> Iterator[str]:
    """Where the links lead that these selectors find, or that stand in what they find."""
    for selector in selectors:
        for found in CSSSelector(selector, translator="html")(page):
            for link in (found,) if found.tag == "a" else found.iter("a"):
                if link.get("href"):
                    yield str(link.get("href"))


def digest_page(body: bytes, content_type: str) -> str:
    """The digest of the words of a page that readers see, else of the bytes: what changes in a page by itself, such as
    tokens in its scripts, is no new state of it."""
    page = parse_page(body, content_type) if "html" in content_type.lower() else None
    if page is None:
        return hashlib.sha256(body).hexdigest()[:16]
    for element in list(page.iter(*_UNSEEN)):
        element.clear(keep_tail=True)
    words = " ".join(str(page.text_content()).split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def key_of(address: Address) -> str:
    """The key of an article by its address, whichever of http and https it is, and whatever counts its readers."""
    plain = without_campaign(address)
    return _digest(f"{plain.host}:{plain.target.rstrip('/')}")


def parse_page(body: bytes, content_type: str) -> Any:
    """The tree of a page; None where it is none."""
    text = _decode(body, content_type)
    if text is None or not text.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _unpacked(body: bytes) -> bytes:
    """A sitemap that is a gzip file itself (`sitemap.xml.gz`), unpacked; any other body as it is."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return decode([body], ["gzip"], _LARGEST_SITEMAP)
    except FetchFault:
        return b""


def _decode(body: bytes, content_type: str) -> str | None:
    told = _CHARSET.search(content_type)
    try:
        return decode_text(body, told[1] if told else None).text
    except UnreadableError:
        return None


def _parse_xml(text: str) -> Any:
    """The root of an XML document, mended where it is broken; entities are not expanded, nothing is fetched."""
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    text = _STRAY.sub(lambda found: found["section"] or "&amp;", without_half(text.lstrip()))
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)


def _item(element: Any, base: Address) -> Item | None:
    """The article of one entry of a feed or sitemap; None where it has neither an address nor a name."""
    parts: dict[str, list[Any]] = {}
    for part in element.iterchildren(etree.Element):
        parts.setdefault(_local(part), []).append(part)
    name = next((_text(part) for key in ("guid", "id") for part in parts.get(key, ()) if _text(part)), "")
    link = _link(parts, name)
    address = read_address(link, base) if link else None
    if address is None and not name:
        return None
    contents = [_text(part) for key in ("encoded", "content") for part in parts.get(key, ())]
    summaries = [_text(part) for key in ("description", "summary") for part in parts.get(key, ())]
    full = any(_is_full(text, _LEAST_CONTENT) for text in contents)
    full = full or any(_is_full(text, _LEAST_SUMMARY) for text in summaries)
    told = [*map(_text, parts.get("title", ())), *(contents or summaries)]
    words = _digest_words(told)
    changed = [_text(part) for key in _CHANGED for part in parts.get(key, ())]
    key, state = key_of(address) if address else _digest(name), _digest_words([words, *changed])
    return Item(key, address, full, words if any(told) else "", state)


def _link(parts: dict[str, list[Any]], name: str) -> str:
    """The address of an article: Atom's alternate link, RSS's link, a sitemap's loc, or a guid that is one."""
    for link in parts.get("link", ()):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
    for key in ("origLink", "link", "loc"):
        for part in parts.get(key, ()):
            if _text(part):
                return _text(part)
    return name if name.startswith(("https://", "http://")) else ""


def _text(element: Any) -> str:
    return "".join(element.itertext(etree.Element)).strip() if element is not None else ""


def _is_full(markup: str, least: int) -> bool:
    """Whether a text is an article's whole text: long enough, and not cut at its end."""
    words = _TAG.sub(" ", markup).split()
    return len(words) >= least and not _CUT.search(" ".join(words[-6:])[-100:])


def _read_json(text: str, base: Address) -> Listing | None:
    """The articles of a JSON Feed (jsonfeed.org, version 1.1)."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return None
    return Listing(_unique(_json_item(each, base) for each in items[:_MOST_ITEMS] if isinstance(each, dict)))


def _json_item(item: dict[str, Any], base: Address) -> Item | None:
    name = str(item.get("id") or "")
    links = (item.get("url"), item.get("external_url"), name)
    link = next((each for each in links if isinstance(each, str) and each.startswith(("http", "/"))), "")
    address = read_address(link, base) if link else None
    if address is None and not name:
        return None
    texts = [each for each in (item.get("content_html"), item.get("content_text")) if isinstance(each, str)]
    full = any(_is_full(each, _LEAST_CONTENT) for each in texts)
    summary = str(item.get("summary") or "")
    words = _digest_words([str(item.get("title") or ""), *(texts or [summary])])
    state = _digest_words([words, str(item.get("date_modified") or "")])
    return Item(key_of(address) if address else _digest(name), address, full, words, state)


def _digest_words(texts: Iterable[str]) -> str:
    """The digest of the words of an article, whatever markup is around them."""
    return _digest(" ".join(" ".join(_TAG.sub(" ", text).split()) for text in texts))


def _unique(items: Iterable[Item | None]) -> tuple[Item, ...]:
    """The items in their order; of two with one key the first. Those that have an address in common which is no
    article's own are told apart by their words, and it is not asked for."""
    listed = [item for item in items if item is not None]
    shared = _shared_keys(listed)
    found: dict[str, Item] = {}
    for item in listed:
        own = replace(item, key=_digest(f"{item.key} {item.words}"), address=None) if item.key in shared else item
        found.setdefault(own.key, own)
    return tuple(found.values())


def _shared_keys(items: Iterable[Item]) -> frozenset[str]:
    """The keys of addresses that are no article's own: the site's front page, and one that several items have, each
    with other words."""
    words: dict[str, set[str]] = {}
    for item in items:
        if item.address is not None and item.words:
            words.setdefault(item.key, set()).update(
                {item.words} | ({""} if is_front_page(item.address.text) else set())
            )
    return frozenset(key for key, told in words.items() if "" in told or len(told) >= _SHARED_BY)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
