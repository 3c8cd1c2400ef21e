"""A page's facts, gathered once: metas, JSON-LD, site, headline and the lines around it. Each field's module asks here.

Not for claims: what the facts say of a field is the field's own business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from generator.ingest.dissect.names import is_outlet_like
from generator.ingest.readers.pages.addresses import stated_addresses
from generator.ingest.readers.pages.bare_titles import names_little, names_no_article
from generator.ingest.readers.pages.entries import find_entries
from generator.ingest.readers.pages.json_ld import JsonLd, read_json_ld, types_of
from generator.ingest.readers.pages.lines import SeenLine, lines_around
from generator.ingest.readers.pages.metas import Metas, read_metas
from generator.ingest.readers.pages.plain_titles import find_plain_headline, shown_parts
from generator.ingest.readers.pages.sites import Site, read_site, with_tails
from generator.ingest.readers.pages.strings import is_same, text_of, words_of
from generator.ingest.readers.pages.titles import (
    META_TITLES,
    Reference,
    candidates,
    find_headline,
    references,
    tails,
)
from generator.ingest.readers.pages.undated import is_date

_MOST_HEADINGS = 20
_LONGEST_NAME, _MOST_TEXTS = 3, 400
_AUTHOR_METAS = ("author", "byl", "parsely-author", "sailthru.author")
_WORD_PROCESSOR = re.compile(r"microsoft (?:word|office)|word\.document|libreoffice|openoffice|abiword", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `stated` are its titles outside its headings, `headline` the heading that is its title, `lines` what
    stands around that, `arabic` whether its letters are Arabic, `address` where it was found, `entries` the elements
    that hold parts of it with times of their own."""

    tree: _Element
    address: str | None
    metas: Metas
    json_ld: JsonLd
    site: Site
    stated: tuple[Reference, ...]
    headline: _Element | None
    lines: tuple[SeenLine, ...]
    arabic: bool
    entries: frozenset[_Element] = frozenset()

    @property
    def title(self) -> str:
        """The title in short, for telling other texts from it."""
        if self.stated:
            return self.stated[0].text
        return text_of(self.headline) if self.headline is not None else ""

    def is_of_entry(self, element: _Element) -> bool:
        """Whether an element belongs to one entry of a list, and says nothing of the whole article."""
        return element in self.entries or any(parent in self.entries for parent in element.iterancestors())


def read_page(tree: _Element, address: str | None) -> Page:
    """The facts of a page. Nothing in it is changed."""
    metas = read_metas(tree)
    headings = _headings(tree)
    document_title = next((text_of(title) for title in tree.iter("title") if not _in_drawing(title)), "")
    if not headings and _is_of_office(metas, tree, document_title):
        document_title = ""
    is_foreign = not headings and (_is_foreign(document_title, tree) or names_little(document_title))
    is_bare = is_foreign or names_no_article(document_title)
    plain = find_plain_headline(tree, document_title) if is_bare else None
    document_title = "" if is_foreign and plain is not None else document_title
    headings = headings or shown_parts(tree, document_title) or ([] if plain is None else [text_of(plain)])
    outside = [(value, f"meta:{name}") for name, value in metas.all(META_TITLES)]
    outside += [(document_title, "html:title")] if document_title else []
    addresses = [each for each, _ in stated_addresses(tree, metas, address)]
    json_ld = read_json_ld(tree, [*(text for text, _ in outside), *headings], addresses)
    site = read_site(tree, metas, json_ld, address or next(iter(addresses), None))
    key = "name" if json_ld.page else "headline"
    inside = [(text, f"json-ld:{key}") for text in json_ld.strings(key) or json_ld.strings("name")][:2]
    ordered = [*inside, *outside] if not json_ld.page else [*outside[:-1], *inside, *outside[-1:]]
    stated = references(ordered, site, headings)
    people = (*_people_in(json_ld), *(value for _, value in metas.all(_AUTHOR_METAS)))
    site = with_tails(site, [tail for tail in tails(stated) if _may_name_site(tail, people)])
    headline = find_headline(tree, stated, site) if stated or plain is None else plain
    lines = lines_around(tree, headline)
    arabic = _is_arabic(stated, headline, lines)
    return Page(tree, address, metas, json_ld, site, stated, headline, lines, arabic, _entries(tree, headline, json_ld))


def _is_foreign(title: str, tree: _Element) -> bool:
    """Whether a page's title is a few words in Latin letters while its text is Arabic: the paper's name, for browsers
    that had no Arabic."""
    if not title.isascii() or not 0 < len(words_of(title)) <= _LONGEST_NAME:
        return False
    text = "".join(islice(tree.itertext("font", "p", "td", "div", "b"), _MOST_TEXTS))
    return sum("\u0600" <= letter <= "\u06ff" for letter in text) > sum(map(str.isalpha, text)) // 2


def _is_of_office(metas: Metas, tree: _Element, title: str) -> bool:
    """Whether a word processor has saved the page, whose title is what its file or an older one was called, unless the
    text shows it."""
    programs = (value for _, value in metas.all(("generator", "progid")))
    return any(map(_WORD_PROCESSOR.search, programs)) and not shown_parts(tree, title)


def _entries(tree: _Element, headline: _Element | None, json_ld: JsonLd) -> frozenset[_Element]:
    """The elements of entries; of a page that says that it is a live blog, two are enough."""
    is_live = any("liveblogposting" in types_of(node) for node in json_ld.articles)
    found = find_entries(tree, headline, least=2) if is_live else find_entries(tree, headline)
    return frozenset(entry.root for entry in found)


def _people_in(json_ld: JsonLd) -> Iterator[str]:
    """The authors of whom JSON-LD says that they are people."""
    for value in json_ld.values("author"):
        if isinstance(value, Mapping) and "person" in types_of(value):
            yield json_ld.text(value)


def _may_name_site(tail: str, people: Sequence[str]) -> bool:
    """Whether the end of a window's title may be the site's name: no day, and nobody who wrote the article."""
    return not is_date(tail, arabic=True) and (is_outlet_like(tail) or not _is_any(tail, people))


def _is_any(text: str, others: Sequence[str]) -> bool:
    return any(is_same(text, other) for other in others)


def _headings(tree: _Element) -> list[str]:
    found: list[str] = []
    for element in _headings_of(tree):
        text = text_of(element)
        if text:
            found.append(text)
        if len(found) >= _MOST_HEADINGS:
            break
    return found


def _headings_of(tree: _Element) -> Iterator[_Element]:
    yield from tree.iter("h1")
    yield from (element for element in candidates(tree) if element.tag != "h1")


def _in_drawing(element: _Element) -> bool:
    """Whether a title is that of a drawing (SVG) and not of the page."""
    return any(isinstance(parent.tag, str) and parent.tag.endswith("svg") for parent in element.iterancestors())


def _is_arabic(stated: tuple[Reference, ...], headline: _Element | None, lines: tuple[SeenLine, ...]) -> bool:
    """Whether most letters of the title and the lines below it are Arabic."""
    text = " ".join([*(one.text for one in stated[:1]), *(line.text for line in lines if line.place > 0)])
    text += text_of(headline) if headline is not None else ""
    letters = [character for character in text if character.isalpha()]
    return sum("\u0600" <= letter <= "\u06ff" for letter in letters) * 2 > len(letters)
