"""The plan of the whole site: every page with all it shows, and every other file, before anything is rendered.

Pure: the same articles, vocabulary, settings and words give the same plan. A planned page knows all it needs of other
pages, so pages render in any order, in any process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Problem
from generator.model.article import Article
from generator.model.language import Language
from generator.model.page import GeneratedFile, Link, Permalink, Plan, PlannedPage, Text
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabulary
from generator.model.written_page import Redirect, WrittenPage
from generator.publish.admission import Admitted, Reading, address_taken, admit
from generator.publish.alternates import find_counterparts
from generator.publish.archive import plan_archive, time_listings
from generator.publish.article_pages import ArticleFacts, plan_article, plan_withdrawn
from generator.publish.claims import Claims
from generator.publish.edition import UNDATED, Edition
from generator.publish.feeds import feed_address, plan_feed
from generator.publish.frames import Surroundings
from generator.publish.fronts import plan_front, plan_root
from generator.publish.holdings import Holdings, hold
from generator.publish.listing_pages import plan_listing
from generator.publish.listings import Listing, addresses_of
from generator.publish.neighbours import find_neighbours
from generator.publish.other_pages import NOT_FOUND, plan_not_found, plan_search, plan_written, written_order
from generator.publish.printable import printable_line
from generator.publish.redirects import Site, gather_moved, plan_redirects
from generator.publish.related import gather_relations
from generator.publish.search_documents import search_documents, search_listings
from generator.publish.search_index import build_search_index
from generator.publish.sitemap import plan_robots, plan_sitemap
from generator.publish.term_pages import plan_sources, plan_tags, source_listings, tag_listings
from generator.text.markdown import plain_text
from generator.text.words import Words

_PROGRAM = "the site itself"


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the site is made from, as the store loads it. `read_body` gives the plain text of a body."""

    articles: Iterable[Article]
    written_pages: Iterable[WrittenPage]
    vocabulary: Vocabulary
    settings: Settings
    words: Mapping[Language, Words]
    redirects: Iterable[Redirect] = ()
    read_body: Callable[[str], str] = plain_text


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
    admitted = admit(archive.articles, claims, Reading(archive.vocabulary, archive.read_body))
    counterparts = find_counterparts(admitted.published)
    editions = [_settle_edition(language, admitted, counterparts, archive) for language in Language]
    problems = list(admitted.problems)
    editions = [_claim_generated_addresses(each, claims, problems) for each in editions]
    surroundings = _surround(editions)

    relations = gather_relations(admitted.published)
    pages = [plan_root({each.edition.lang: each.holdings for each in editions}, surroundings[Language.AR])]
    for each in editions:
        around = surroundings[each.edition.lang]
        facts = ArticleFacts(admitted.texts, each.holdings, find_neighbours(each.holdings.dated), relations, around)
        pages += _plan_edition(each, facts, around)
        pages += [plan_withdrawn(one, around) for one in admitted.withdrawn if one.lang is each.edition.lang]

    moved = gather_moved([*admitted.published, *admitted.withdrawn], archive.redirects)
    redirects, faults = plan_redirects(
        moved, Site({page.frame.permalink: page for page in pages}, claims, surroundings)
    )
    files = _plan_files(editions, admitted, pages, archive.settings)
    return Plan((*pages, *redirects), files, plan_not_found(surroundings[Language.AR]), (*problems, *faults))


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
    language: Language, admitted: Admitted, counterparts: Mapping[Path, Article], archive: Archive
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
        each.edition.lang: Surroundings(
            each.edition, frozenset(addresses), _written_links(each), feed_address(each.holdings)
        )
        for each in editions
    }


def _written_links(each: EditionPlan) -> tuple[Link, ...]:
    """Give the links to the written pages."""
    return tuple(Link(page.permalink, Text(printable_line(page.title) or page.name)) for page in each.written)


def _plan_edition(each: EditionPlan, facts: ArticleFacts, around: Surroundings) -> list[PlannedPage]:
    """Plan all pages of one language but redirects and notices of withdrawal."""
    holdings = each.holdings
    pages = [plan_front(holdings, facts.texts, around), plan_archive(holdings, around)]
    pages += [plan_tags(holdings, around), plan_sources(holdings, around), plan_search(around)]
    pages += [plan_written(page, around) for page in each.written]
    for listing in each.listings:
        pages += plan_listing(listing, holdings, around)
    pages += [plan_article(article, facts) for article in (*holdings.dated, *holdings.undated)]
    return pages


def _plan_files(
    editions: Iterable[EditionPlan], admitted: Admitted, pages: list[PlannedPage], settings: Settings
) -> tuple[GeneratedFile, ...]:
    """Plan the files that are no pages."""
    feeds = [plan_feed(each.holdings, admitted.texts) for each in editions]
    documents = [document for each in editions for document in search_documents(each.holdings, admitted.texts)]
    return (
        *build_search_index(documents, [listing for each in editions for listing in search_listings(each.holdings)]),
        *(feed for feed in feeds if feed is not None),
        *plan_sitemap(pages, settings.site_url),
        plan_robots(settings.site_url),
    )
