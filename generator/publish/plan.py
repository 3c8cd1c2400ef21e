"""The plan of the whole site: every page with all it shows, and every other file, before anything is rendered.

Pure: the same articles, vocabulary, settings and words give the same plan. A planned page knows all it needs of other
pages, so pages render in any order, in any process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.model.article import Article
from generator.model.language import Language
from generator.model.page import Link, Permalink, Text
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabulary
from generator.model.written_page import Redirect, WrittenPage
from generator.publish.admission import Admitted, address_taken, admit
from generator.publish.alternates import find_counterparts
from generator.publish.archive import plan_archive, time_listings
from generator.publish.article_pages import ArticleFacts, key_article, plan_withdrawn
from generator.publish.claims import Claims
from generator.publish.edition import UNDATED, Edition
from generator.publish.feeds import feed_address, key_feed
from generator.publish.frames import Surroundings, find_twin, surround
from generator.publish.fronts import plan_front, plan_root
from generator.publish.holdings import Holdings, hold
from generator.publish.keyed import Derived, KeyedPage, Made, Plan, digest, keyed
from generator.publish.listing_pages import ListingFacts, key_listing
from generator.publish.listings import Listing, addresses_of
from generator.publish.other_pages import NOT_FOUND, plan_not_found, plan_search, plan_written, written_order
from generator.publish.printable import printable_line
from generator.publish.records import Catalogue, Fingerprints, Record
from generator.publish.redirects import Site, gather_moved, plan_redirects
from generator.publish.related import gather_relations, look_back
from generator.publish.search_documents import search_listings, search_parts, sources_digest
from generator.publish.search_index import key_search_index
from generator.publish.sitemap import key_sitemap, plan_robots
from generator.publish.term_pages import plan_sources, plan_tags, source_listings, tag_listings
from generator.text.words import Words

_PROGRAM = "the site itself"


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the site is made from. `read_markdown` gives the printable body of the article at a place."""

    records: Iterable[Record]
    written_pages: Iterable[WrittenPage]
    vocabulary: Vocabulary
    settings: Settings
    words: Mapping[Language, Words]
    read_markdown: Callable[[str], str]
    redirects: Iterable[Redirect] = ()


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


def plan_site(archive: Archive) -> Plan:
    """Plan the whole site.

    First it is settled what is shown and at which address, in both languages; then every page is planned, each with
    all that it needs to know of others; then the files that are made from the pages.
    """
    claims = _claim_fixed_addresses()
    admitted = admit(archive.records, claims, archive.vocabulary)
    counterparts = find_counterparts(admitted.published)
    editions = [_settle_edition(language, admitted, counterparts, archive) for language in Language]
    problems = list(admitted.problems)
    editions = [_claim_generated_addresses(each, claims, problems) for each in editions]
    surroundings = _surround(editions)
    catalogue = _catalogue(admitted, editions, archive)

    relations = gather_relations(admitted.published)
    root = plan_root({each.edition.lang: each.holdings for each in editions}, surroundings[Language.AR])
    pages = [keyed(root)]
    for each in editions:
        around = surroundings[each.edition.lang]
        past = look_back(each.holdings, catalogue.fingerprints)
        pages += _key_edition(each, ArticleFacts(catalogue, each.holdings, relations, around, past))
        pages += [keyed(plan_withdrawn(one, around)) for one in admitted.withdrawn if one.lang is each.edition.lang]

    moved = gather_moved([*admitted.published, *admitted.withdrawn], archive.redirects)
    redirects, faults = plan_redirects(moved, Site({page.permalink: page for page in pages}, claims, surroundings))
    pages += redirects
    derived = _key_files([each.holdings for each in editions], catalogue, pages, archive.settings)
    not_found = keyed(plan_not_found(surroundings[Language.AR]))
    return Plan(tuple(pages), derived, not_found, (*problems, *faults))


def _catalogue(admitted: Admitted, editions: Iterable[EditionPlan], archive: Archive) -> Catalogue:
    """Gather what later steps ask of single articles."""
    make = Fingerprints(archive.vocabulary)
    shown = [*admitted.published, *admitted.withdrawn]
    fingerprints = {article.place: make.of(article, admitted.records[article.place]) for article in shown}
    written = [(page.path.as_posix(), page.permalink) for each in editions for page in each.written]
    places = [*((article.place, article.permalink) for article in shown), *written]
    pages = {place.removeprefix("content/"): permalink for place, permalink in places}
    return Catalogue(admitted.records, fingerprints, pages, archive.read_markdown)


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
    language: Language, admitted: Admitted, counterparts: Mapping[str, Article], archive: Archive
) -> EditionPlan:
    """Settle what one language holds and which listings that makes."""
    edition = Edition(language, archive.words[language], archive.settings, archive.vocabulary)
    own = [article for article in admitted.published if article.lang is language]
    holdings = hold(edition, own, counterparts)
    listings = (*time_listings(holdings), *tag_listings(holdings), *source_listings(holdings))
    written = sorted((page for page in archive.written_pages if page.lang is language), key=written_order)
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


def _key_edition(each: EditionPlan, facts: ArticleFacts) -> list[KeyedPage]:
    """Give all pages of one language with their keys, but redirects and notices of withdrawal."""
    holdings, around, catalogue = each.holdings, facts.surroundings, facts.catalogue
    planned = [plan_front(holdings, catalogue, around), plan_archive(holdings, around)]
    planned += [plan_tags(holdings, around), plan_sources(holdings, around), plan_search(around)]
    planned += [plan_written(page, catalogue.pages, around) for page in each.written]
    pages = [keyed(page, alternate=find_twin(page.frame.permalink, around)) for page in planned]
    listing_facts = ListingFacts(holdings, around, catalogue.fingerprints)
    for listing in each.listings:
        pages += key_listing(listing, listing_facts)
    return [*pages, *(key_article(article, facts) for article in (*holdings.dated, *holdings.undated))]


def _key_files(
    editions: Sequence[Holdings], catalogue: Catalogue, pages: Sequence[KeyedPage], settings: Settings
) -> tuple[Derived, ...]:
    """Give the files that are no pages, in groups with a key each."""
    feeds = [key_feed(each, catalogue) for each in editions]
    listings = [listing for each in editions for listing in search_listings(each)]
    robots = plan_robots(settings.site_url)
    return (
        *key_search_index(search_parts(editions, catalogue), listings, sources_digest(editions)),
        *(feed for feed in feeds if feed is not None),
        *key_sitemap(pages, settings.site_url),
        Derived(robots.path, digest(robots.content), lambda _notes: Made((robots,))),
    )
