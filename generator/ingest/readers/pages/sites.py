"""The names of the site that a page is of, and telling its name from a headline, an author or a tag.

Not for the names of outlets in a text (generator.ingest.dissect.names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.etree import XPath, _Element

from generator.ingest.addresses import is_front_link
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_outlet_like, is_unlabelled_byline
from generator.ingest.readers.pages.json_ld import JsonLd, items
from generator.ingest.readers.pages.metas import Metas
from generator.ingest.readers.pages.strings import clean, is_same, text_of, words_of
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from generator.text.word_sets import word_set

_NAME_METAS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher",
               "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name",
               "twitter:app:name:iphone")  # fmt: skip
_SELF_NAMED = frozenset({"meta:og:site_name", "json-ld:publisher", "json-ld:WebSite", "itemprop:publisher"})
_LESS_SURE = frozenset(_NAME_METAS[5:])
_OF_BLOG = frozenset({"link:feed", "html:blog-title", "class:site-title"})
_HINTS = _OF_BLOG | {"html:title", "heading:home", "link:home"}
_ADDRESS = re.compile(r"^(?:https?://)?[\w.-]+\.[a-z]{2,}/?$", re.IGNORECASE)
_TAGLINE = re.compile(r"\s+[|–—:•»-]\s+|\s*\|\s*|\s*::\s*")
_MOST_ELEMENTS = 20
_MOST_WORDS = 8
_PUBLISHERS = XPath("descendant-or-self::*[contains(@itemprop, 'publisher')]")
_MOST_LINKS = 600
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml"})
_WHOLE_FEED = re.compile(
    r"^(?:https?://[^/]+)?/(?:feeds/posts/default|feed|rss|atom|index|rss2)(?:\.xml|\.rdf)?/?(?:[?#]|$)"
)
_OF_COMMENTS = re.compile(r"comment|تعليق|ردود", re.IGNORECASE)
_FEED_WORDS = re.compile(
    r"\s*[-–—|»«:]?\s*(?:(?:atom|rss)(?: 2\.0| feed)?|(?:ال)?(?:خلاصة|تغذية)(?: \S+)?|feed)\s*$", re.IGNORECASE
)
_BLOG_HEADS = XPath(
    "descendant-or-self::*[@id='header-inner' or @id='Header1' or @id='header']"
    "//*[contains(concat(' ', @class, ' '), ' title ')]"
)
# How Joomla, WordPress and their AMP pages call the site's name at the head of a page.
_SHOWN = XPath("descendant-or-self::*[contains(@class, 'site-title') or contains(@class, 'site-name')]")
_SHOWN_NAMES = frozenset({"site-title", "site-name", "amp-site-title"})
_SECOND_LEVEL = word_set("com co net org gov edu ac info news")
_NO_NAME = frozenset(
    key_of(name)
    for name in [
        "home",
        "الرئيسية",
        "الصفحة الرئيسية",
        "blog",
        "blogger",
        "website",
        "wordpress",
        "my site",
        "news",
        "أخبار",
        "amp",
    ]
)


@dataclass(frozen=True, slots=True)
class Site:
    """The names that a site gives itself, each with the rule that found it, and its host without `www.`."""

    names: tuple[tuple[str, str], ...]
    host: str

    def is_named(self, text: str) -> bool:
        """Whether a text is one of the site's names, a part of one that it calls itself by, or its host."""
        names = (name for name, rule in self.names if rule not in _OF_BLOG or not _is_of_person(name))
        return any(is_same(text, form) for name in names for form in _forms(name)) or self.is_host(text)

    def is_called(self, text: str) -> bool:
        """Whether a text is one of the site's names or the words with which one of them, or a part of it, begins."""
        words = words_of(text)
        starts = (words_of(part)[: len(words)] for name, _ in self.names for part in (name, *_TAGLINE.split(name)))
        return self.is_named(text) or (bool(words) and words in starts)

    def is_host(self, text: str) -> bool:
        """Whether a text is the site's host, with or without its ending (`The Bay Courier`: baycourier.example)."""
        squeezed = re.sub(r"^the|[^a-z0-9]", "", re.sub(r"^https?://(?:www\.)?", "", text.lower()))
        host = re.sub(r"[^a-z0-9]", "", self.host)
        label = re.sub(r"[^a-z0-9]", "", label_of(self.host))
        return len(squeezed) >= 3 and squeezed in {host, label, label.removeprefix("the")}


def read_site(tree: _Element, metas: Metas, json_ld: JsonLd, address: str | None) -> Site:
    """The site of a page, whose own `address` may be known."""
    found = [*_named(metas, json_ld), *((name, "itemprop:publisher") for name in _marked(tree))]
    found += [(name, "link:feed") for name in _feeds(tree)]
    found += [(name, "html:blog-title") for name in _blog_titles(tree, metas)]
    found += [(name, "class:site-title") for name in _shown(tree)]
    found += [(name, "html:title") for name in _described(tree, metas)]
    found += [(name, "link:home") for name in _linked_home(tree)]
    found += [(name, "heading:home") for name in _heading_home(tree, address or "")]
    found = [(name, rule) for name, rule in found if name and len(name) <= 100]
    names = {name: rule for name, rule in reversed(found) if key_of(name) not in _NO_NAME}
    order = [name for name, _ in found if name in names]
    return Site(tuple((name, names[name]) for name in dict.fromkeys(order)), host_of(address))


def with_tails(site: Site, tails: list[str]) -> Site:
    """The site, with the names that only its pages' titles tell; one that the host confirms where nothing else does."""
    own = [tail for tail in tails if not (site.is_named(tail) if site.names else _ADDRESS.match(tail))]
    new = [(tail, "html:title") for tail in own]
    known = sum(rule in _SELF_NAMED for _, rule in site.names)
    return Site((*site.names[:known], *new, *site.names[known:]), site.host)


def claim_source(site: Site) -> Iterator[Claim]:
    """Claims for the source: names first, addresses given as names last."""
    plain = [(name, rule) for name, rule in site.names if not _ADDRESS.match(name) and "alternate" not in rule]
    named = [(name, rule) for name, rule in plain if rule.removeprefix("meta:") not in _LESS_SURE]
    plain = named or plain
    if any(rule in _SELF_NAMED for _, rule in plain):
        plain = [(name, rule) for name, rule in plain if rule != "html:title"]
    for name, rule in plain:
        short = _forms(name)[-1] if len(words_of(name)) > 4 else name
        less_sure = rule in _HINTS or rule.removeprefix("meta:") in _LESS_SURE or short != name
        raw = name if short != name else ""
        yield Claim(FieldName.SOURCE, short, rule, raw, Sureness.LIKELY if less_sure else Sureness.SURE)
    for name, rule in site.names:
        if _ADDRESS.match(name):
            yield Claim(FieldName.SOURCE, name, rule, sure=Sureness.DOUBTFUL)


def host_of(address: str | None) -> str:
    """The host of an address in lower case, without `www.`; empty where it has none."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def label_of(host: str) -> str:
    """The part of a host that names the site: `example` of news.example.co.uk."""
    parts = host.split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else host


def _named(metas: Metas, json_ld: JsonLd) -> Iterator[tuple[str, str]]:
    yield from ((value, f"meta:{name}") for name, value in metas.all(_NAME_METAS[:1]))
    yield from ((name, "json-ld:publisher") for name in json_ld.strings("publisher"))
    for node in json_ld.of_type("website"):
        yield json_ld.text(node), "json-ld:WebSite"
    yield from ((value, f"meta:{name}") for name, value in metas.all(_NAME_METAS[1:]))
    for node in json_ld.of_type("newsmediaorganization", "organization"):
        yield json_ld.text(node), "json-ld:Organization"
    for node in json_ld.of_type("website", "newsmediaorganization", "organization"):
        for name in items(node.get("alternateName")):
            yield clean(name) if isinstance(name, str) else "", "json-ld:alternateName"


def _marked(tree: _Element) -> Iterator[str]:
    """The publisher in microdata."""
    for element in islice(_PUBLISHERS(tree), _MOST_ELEMENTS):
        named = (one for one in element.iterdescendants() if "name" in (one.get("itemprop") or "").split())
        source = next(named, element)
        yield clean(source.get("content") or "") or text_of(source)


def _shown(tree: _Element) -> Iterator[str]:
    """The name that a page shows as its site's, the first only."""
    for element in islice(_SHOWN(tree), _MOST_ELEMENTS):
        text = text_of(element)
        if text and not _SHOWN_NAMES.isdisjoint((element.get("class") or "").split()):
            yield text
            return


def _described(tree: _Element, metas: Metas) -> Iterator[str]:
    """The title of a page that its description says to be a paper's («جريدة النهر»: «النهر»): each page has that."""
    title = next((text_of(element) for element in tree.iter("title")), "")
    what, *name = words_of(metas.first("description"))[:_MOST_WORDS] or [""]
    if name and is_outlet_like(what) and tuple(name) == words_of(title):
        yield title


def _heading_home(tree: _Element, address: str) -> Iterator[str]:
    """A heading at the head of a page that is a link to the front page of its blog, whose name the page's title has in
    front of the article's: WordPress's first themes set it so."""
    title = next((text_of(element) for element in tree.iter("title")), "")
    for heading in islice(tree.iter("h1"), 1):
        link = next(heading.iter("a"), None)
        name = text_of(heading)
        home = "" if link is None or text_of(link) != name else (link.get("href") or "").rstrip("/")
        is_home = host_of(home) != "" and address.startswith(f"{home}/") and address.rstrip("/") != home
        first, *others = _TAGLINE.split(title)
        if is_home and others and is_same(first, name) and not is_same(others[-1], name):
            yield name


def _linked_home(tree: _Element) -> Iterator[str]:
    """The title of a page that a link to the front page shows letter for letter, as a logo does: each page has it. A
    page whose headline says the same is the article of that title."""
    title = next((text_of(element) for element in tree.iter("title")), "")
    headings = [text_of(element) for element in islice(tree.iter("h1"), _MOST_ELEMENTS)]
    if not title or not headings or any(is_same(title, heading) for heading in headings):
        return
    for link in islice(tree.iter("a"), _MOST_LINKS):
        if is_front_link(link.get("href") or "") and title in (text_of(link), *_alternatives(link)):
            yield title
            return


def _alternatives(link: _Element) -> Iterator[str]:
    """What is said in place of the pictures of a link."""
    yield from (clean(picture.get("alt") or "") for picture in link.iter("img"))


def _is_of_person(name: str) -> bool:
    """Whether a blog has the name of the person who writes it."""
    return is_unlabelled_byline(name, by_form=False)


def _feeds(tree: _Element) -> Iterator[str]:
    """The names that a page gives to the feeds of its whole site: those of a blog's posts have the blog's name."""
    for link in islice(tree.iter("link"), _MOST_LINKS):
        title = clean(link.get("title") or "")
        is_feed = (link.get("type") or "").lower() in _FEED_TYPES and "alternate" in (link.get("rel") or "").lower()
        if is_feed and _WHOLE_FEED.search(link.get("href") or "") and not _OF_COMMENTS.search(title):
            name = _FEED_WORDS.sub("", title).strip(" -–—|»«:")
            if name and key_of(name) not in _NO_NAME:
                yield name
                return


def _blog_titles(tree: _Element, metas: Metas) -> Iterator[str]:
    """The title of a blog of Blogger's as its head shows it, and as it stands before that of a post (`Blog: Post`)."""
    if not any("blogger" in value.lower() for value in metas.named.get("generator", ())):
        return
    for element in islice(_BLOG_HEADS(tree), _MOST_ELEMENTS):
        if text_of(element):
            yield text_of(element)
            break
    title = next((text_of(element) for element in tree.iter("title")), "")
    post = metas.first("og:title")
    if post and title.endswith(post):
        yield title.removesuffix(post).strip(" :-–—|")


def _forms(name: str) -> tuple[str, ...]:
    """A name, and what stands before a tagline: `The Bay Courier | News of the coast`."""
    head = next((part for part in _TAGLINE.split(name) if part.strip()), name)
    return (name, head.strip()) if head.strip() != name else (name,)
