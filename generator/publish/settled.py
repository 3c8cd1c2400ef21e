"""What is settled before any page is planned: which articles are shown, at which address, and in which listings.

All this follows from the articles' fields and never from their texts. Not for the pages themselves (`plan`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.model.article import Article
from generator.model.language import Language
from generator.model.page import Link, Permalink, Text
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabulary
from generator.model.written_page import WrittenPage
from generator.publish.admission import Admitted, address_taken, admit
from generator.publish.alternates import find_counterparts
from generator.publish.archive import time_listings
from generator.publish.claims import Claims
from generator.publish.edition import UNDATED, Edition
from generator.publish.feeds import feed_address
from generator.publish.frames import Surroundings, surround
from generator.publish.holdings import Holdings, hold
from generator.publish.listings import Listing, addresses_of
from generator.publish.other_pages import NOT_FOUND, written_order
from generator.publish.printable import printable_line
from generator.publish.records import Record
from generator.publish.related import Relations, gather_relations
from generator.publish.term_pages import source_listings, tag_listings
from generator.text.words import Words

_PROGRAM = "the site itself"


@dataclass(frozen=True, slots=True)
class Basis:
    """What is settled from: the records of all articles, the pages that people wrote, vocabulary, settings, words."""

    records: tuple[Record, ...]
    written: tuple[WrittenPage, ...]
    vocabulary: Vocabulary
    settings: Settings
    words: Mapping[Language, Words]

    def settles_the_same(self, other: Basis) -> bool:
        """Whether the other comes to the same: only the texts of articles may differ."""
        return (
            self.vocabulary is other.vocabulary
            and len(self.records) == len(other.records)
            and all(map(_has_same_fields, self.records, other.records))
            and (self.written, self.settings) == (other.written, other.settings)
            and all(self.words[each].digest == other.words[each].digest for each in Language)
        )


def _has_same_fields(one: Record, other: Record) -> bool:
    return one is other or one.article == other.article


@dataclass(frozen=True, slots=True)
class EditionPlan:
    """What is settled of one language before its pages are planned: what it holds, and which listings that makes."""

    holdings: Holdings
    listings: tuple[Listing, ...]
    written: tuple[WrittenPage, ...]

    @property
    def edition(self) -> Edition:
        """The edition of the language."""
        return self.holdings.edition


@dataclass(frozen=True, slots=True)
class Settled:
    """What is settled of the whole site, from which basis, and the problems met. Nobody may claim any of `claims`
    himself: who needs more addresses takes a copy."""

    basis: Basis
    admitted: Admitted
    editions: tuple[EditionPlan, ...]
    surroundings: Mapping[Language, Surroundings]
    relations: Relations
    claims: Claims
    problems: tuple[Problem, ...]


def settle(basis: Basis, before: Settled | None = None) -> Settled:
    """Settle everything; what was settled `before` is taken as it is where the basis comes to the same."""
    if before is not None and basis.settles_the_same(before.basis):
        records = {record.article.place: record for record in basis.records}
        kept = {place: records[place] for place in before.admitted.records}
        return replace(before, basis=basis, admitted=replace(before.admitted, records=kept))
    claims = _claim_fixed_addresses()
    admitted = admit(basis.records, claims, basis.vocabulary)
    counterparts = find_counterparts(admitted.published)
    editions = tuple(_settle_edition(language, admitted, counterparts, basis) for language in Language)
    problems = list(admitted.problems)
    editions = tuple(_claim_generated_addresses(each, claims, problems) for each in editions)
    relations = gather_relations(admitted.published)
    return Settled(basis, admitted, editions, _surround(editions), relations, claims, tuple(problems))


def _claim_fixed_addresses() -> Claims:
    """Claim what every site has, whatever it holds."""
    claims = Claims()
    for name in ("", NOT_FOUND, "robots.txt", "sitemap.xml"):
        claims.claim(Permalink(name), _PROGRAM)
    for language in Language:
        for name in ("", "archive/", "tags/", "sources/", "search/", f"{UNDATED}/", "feed.xml"):
            claims.claim(Permalink(f"{language}/{name}"), _PROGRAM)
    return claims


def _settle_edition(
    language: Language, admitted: Admitted, counterparts: Mapping[str, Article], basis: Basis
) -> EditionPlan:
    """Settle what one language holds and which listings that makes."""
    edition = Edition(language, basis.words[language], basis.settings, basis.vocabulary)
    own = [article for article in admitted.published if article.lang is language]
    holdings = hold(edition, own, counterparts)
    listings = (*time_listings(holdings), *tag_listings(holdings), *source_listings(holdings))
    written = sorted((page for page in basis.written if page.lang is language), key=written_order)
    return EditionPlan(holdings, listings, tuple(written))


def _claim_generated_addresses(each: EditionPlan, claims: Claims, problems: list[Problem]) -> EditionPlan:
    """Claim the addresses of listings and written pages. A written page whose address is taken is set aside."""
    for listing in each.listings:
        for address in addresses_of(listing, each.edition):
            claims.claim(address, _PROGRAM)
    kept = []
    for page in each.written:
        holder = claims.claim(page.permalink, page.path.as_posix())
        if holder is None:
            kept.append(page)
        else:
            problems.append(address_taken(page.path, page.permalink, holder))
    return replace(each, written=tuple(kept))


def _surround(editions: Iterable[EditionPlan]) -> dict[Language, Surroundings]:
    """Give what frames need to know of the other pages: which addresses exist in either language."""
    addresses: set[Permalink] = set()
    for each in editions:
        edition = each.edition
        addresses.update(edition.address(*name) for name in ((), ("archive",), ("tags",), ("sources",), ("search",)))
        addresses.update(address for listing in each.listings for address in addresses_of(listing, edition))
        addresses.update(page.permalink for page in each.written)
    return {
        each.edition.lang: surround(
            each.edition, frozenset(addresses), _written_links(each), feed_address(each.holdings)
        )
        for each in editions
    }


def _written_links(each: EditionPlan) -> tuple[Link, ...]:
    """Give the links to the written pages."""
    return tuple(Link(page.permalink, Text(printable_line(page.title) or page.name)) for page in each.written)
