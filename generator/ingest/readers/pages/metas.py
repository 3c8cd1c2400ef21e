"""What a page's head says in `<meta>` and `<link>`: names and values, cleaned, in the order of the page.

Not for which name means what: that is said by the module of each field.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from generator.ingest.readers.pages.strings import clean

_MOST = 600


@dataclass(frozen=True, slots=True)
class Metas:
    """The values of each name, in lower case, and of each `rel` of a link: `named` cleaned, `links` as they stand."""

    named: Mapping[str, tuple[str, ...]]
    links: Mapping[str, tuple[str, ...]]

    def first(self, *names: str) -> str:
        """The first value of the first of the names that has one, or ""."""
        return next((value for name in names for value in self.named.get(name, ())), "")

    def all(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Each value of the names, in the order of the names, with its name."""
        return tuple((name, value) for name in names for value in self.named.get(name, ()))


def read_metas(tree: _Element) -> Metas:
    """The metas and links of a page."""
    named: dict[str, list[str]] = {}
    for count, meta in enumerate(tree.iter("meta")):
        if count >= _MOST:
            break
        value = clean(meta.get("content") or "")
        names = " ".join(meta.get(key) or "" for key in ("name", "property", "http-equiv")).lower().split()
        for name in dict.fromkeys(names) if value else ():
            named.setdefault(name, []).append(value)
            if name == "parsely-page":
                _add_parsely(named, value)
    return Metas({name: tuple(values) for name, values in named.items()}, _links(tree))


def _links(tree: _Element) -> dict[str, tuple[str, ...]]:
    links: dict[str, list[str]] = {}
    for count, link in enumerate(tree.iter("link")):
        if count >= _MOST:
            break
        for rel in (link.get("rel") or "").lower().split():
            links.setdefault(rel, []).append((link.get("href") or "").strip())
    return {rel: tuple(values) for rel, values in links.items()}


def _add_parsely(named: dict[str, list[str]], value: str) -> None:
    """Parse.ly's older form: one meta that holds all as JSON."""
    try:
        page = json.loads(value)
    except (ValueError, RecursionError):
        return
    for key, name in _PARSELY.items() if isinstance(page, dict) else ():
        given = page.get(key)
        for one in given if isinstance(given, list) else [given]:
            if isinstance(one, str) and clean(one):
                named.setdefault(name, []).append(clean(one))


_PARSELY = {
    "title": "parsely-title",
    "pub_date": "parsely-pub-date",
    "author": "parsely-author",
    "authors": "parsely-author",
    "section": "parsely-section",
    "tags": "parsely-tags",
    "link": "parsely-link",
}
