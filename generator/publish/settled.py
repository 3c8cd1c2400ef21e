"""What is settled before any page is planned: which articles are shown, at which address, and in which listings.

All this follows from a few of the articles' fields: not from their texts, nor from what pages only show, as their
titles. Not for the pages themselves (`plan`).
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
from generator.publish.admission import Admitted, address_taken, admit, readmit
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

    def has_editions_of(self, other: Basis) -> bool:
        """Whether all but articles and written pages is the same."""
        return (
            self.vocabulary is other.vocabulary
            and self.settings == other.settings
            and all(self.words[each].digest == other.words[each].digest for each in Language)
        )

    def changed_since(self, other: Basis) -> frozenset[str] | None:
        """The places of the articles whose files are others than in `other`, where all else is the same and nothing of
        these changes what is settled; None where anything does."""
        if len(self.records) != len(other.records) or self.written != other.written or not self.has_editions_of(other):
            return None
        pairs = [(one, old) for one, old in zip(self.records, other.records, strict=True) if one is not old]
        if any(_settling(one.article) != _settling(old.article) for one, old in pairs):
            return None
        return frozenset(one.article.place for one, _ in pairs)


def _settling(article: Article) -> tuple[object, ...]:
    """All of an article's fields from which anything is settled."""
    address = (article.place, article.lang, article.date, article.slug, article.id, article.status)
    return (*address, article.source, article.tags, article.story, article.relation, article.related)


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
    himself: who needs more addresses takes a copy.

    `renewed` says that the same was settled before, but for other versions of some articles."""

    basis: Basis
    admitted: Admitted
    editions: tuple[EditionPlan, ...]
    surroundings: Mapping[Language, Surroundings]
    relations: Relations
    claims: Claims
    problems: tuple[Problem, ...]
    renewed: bool = False

    def edition(self, language: Language) -> EditionPlan:
        """What is settled of a language."""
        return next(each for each in self.editions if each.edition.lang is language)


def settle(basis: Basis, before: Settled | None = None) -> Settled:
    """Settle everything; of what was settled `before` as much is taken as the basis allows."""
    changed = None if before is None else basis.changed_since(before.basis)
    if before is not None and changed is not None:
        return _renew(before, basis, changed)
    if before is not None and not basis.has_editions_of(before.basis):
        before = None
    claims = _claim_fixed_addresses()
    admitted = admit(basis.records, claims, basis.vocabulary, before.admitted if before else None)
    counterparts = find_counterparts(admitted.published)
    editions = tuple(_settle_edition(language, admitted, counterparts, basis, before) for language in Language)
    problems = list(admitted.problems)
    editions = tuple(_claim_generated_addresses(each, claims, problems) for each in editions)
    relations = gather_relations(admitted.published)
    return Settled(basis, admitted, editions, _surround(editions), relations, claims, tuple(problems))


def _renew(before: Settled, basis: Basis, changed: frozenset[str]) -> Settled:
    """Give what was settled before with the articles of a new basis, of which `changed` are not what they were."""
    admitted = readmit(before.admitted, [each for each in basis.records if each.article.place in changed])
    new = {article.place: article for article in (*admitted.published, *admitted.withdrawn) if article.place in changed}
    return replace(
        before,
        basis=basis,
        admitted=admitted,
        editions=tuple(_renew_edition(each, new) for each in before.editions),
        relations=before.relations.with_versions(new),
        renewed=True,
    )


def _renew_edition(each: EditionPlan, new: Mapping[str, Article]) -> EditionPlan:
    """Give what is settled of one language with other versions of some articles, by place."""
    listings = tuple(listing.with_versions(new) for listing in each.listings)
    return replace(each, holdings=each.holdings.with_versions(new), listings=listings)


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
    language: Language, admitted: Admitted, counterparts: Mapping[str, Article], basis: Basis, before: Settled | None
) -> EditionPlan:
    """Settle what one language holds and which listings that makes; where its articles are the very same as `before`,
    they stand in the same order."""
    own = admitted.published_in(language)
    written = tuple(sorted((page for page in basis.written if page.lang is language), key=written_order))
    same = before is not None and own == before.admitted.published_in(language)
    if before is not None and same:
        last = before.edition(language)
        return EditionPlan(replace(last.holdings, counterparts=counterparts, cards={}), last.listings, written)
    edition = Edition(language, basis.words[language], basis.settings, basis.vocabulary)
    holdings = hold(edition, own, counterparts)
    listings = (*time_listings(holdings), *tag_listings(holdings), *source_listings(holdings))
    return EditionPlan(holdings, listings, written)


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
