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

from generator.ingest.dissect.lines import key_of
from generator.ingest.readers.pages.json_ld import JsonLd, items
from generator.ingest.readers.pages.metas import Metas
from generator.ingest.readers.pages.strings import clean, is_same, text_of, word_set, words_of
from generator.model.article import Sureness
from generator.model.source import Claim, FieldName

_NAME_METAS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher",
               "application-name", "apple-mobile-web-app-title", "al:ios:app_name", "al:android:app_name",
               "twitter:app:name:iphone")  # fmt: skip
_SELF_NAMED = frozenset({"meta:og:site_name", "json-ld:publisher", "json-ld:WebSite", "itemprop:publisher"})
_LESS_SURE = frozenset(_NAME_METAS[5:])
_ADDRESS = re.compile(r"^(?:https?://)?[\w.-]+\.[a-z]{2,}/?$", re.IGNORECASE)
_TAGLINE = re.compile(r"\s+[|–—:•»-]\s+|\s*\|\s*|\s*::\s*")
_MOST_ELEMENTS = 20
_PUBLISHERS = XPath("descendant-or-self::*[contains(@itemprop, 'publisher')]")
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
        return any(is_same(text, form) for name, _ in self.names for form in _forms(name)) or self.is_host(text)

    def is_host(self, text: str) -> bool:
        """Whether a text is the site's host, with or without its ending (`The Bay Courier`: baycourier.example)."""
        squeezed = re.sub(r"^the|[^a-z0-9]", "", re.sub(r"^https?://(?:www\.)?", "", text.lower()))
        host = re.sub(r"[^a-z0-9]", "", self.host)
        label = re.sub(r"[^a-z0-9]", "", label_of(self.host))
        return len(squeezed) >= 3 and squeezed in {host, label, label.removeprefix("the")}


def read_site(tree: _Element, metas: Metas, json_ld: JsonLd, host: str) -> Site:
    """The site of a page."""
    found = [*_named(metas, json_ld), *((name, "itemprop:publisher") for name in _marked(tree))]
    found = [(name, rule) for name, rule in found if name and len(name) <= 100]
    names = {name: rule for name, rule in reversed(found) if key_of(name) not in _NO_NAME}
    order = [name for name, _ in found if name in names]
    return Site(tuple((name, names[name]) for name in dict.fromkeys(order)), host)


def with_tails(site: Site, tails: list[str]) -> Site:
    """The site, with the names that only its pages' titles tell."""
    new = [(tail, "html:title") for tail in tails if not site.is_named(tail)]
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
        less_sure = rule == "html:title" or rule.removeprefix("meta:") in _LESS_SURE or short != name
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


def _forms(name: str) -> tuple[str, ...]:
    """A name, and what stands before a tagline: `The Bay Courier | News of the coast`."""
    head = next((part for part in _TAGLINE.split(name) if part.strip()), name)
    return (name, head.strip()) if head.strip() != name else (name,)
