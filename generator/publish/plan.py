"""The plan of the whole site: every page with all it shows, and every other file, before anything is rendered.

Pure: the same articles, vocabulary, settings and words give the same plan. A planned page knows all it needs of other
pages, so pages render in any order, in any process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.language import Language
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabulary
from generator.model.written_page import Redirect, WrittenPage
from generator.publish.archive import plan_archive
from generator.publish.article_pages import ArticleFacts, key_article, plan_withdrawn
from generator.publish.feeds import key_feed
from generator.publish.frames import find_twin
from generator.publish.fronts import plan_front, plan_root
from generator.publish.holdings import Holdings
from generator.publish.keyed import Derived, KeyedPage, Made, Plan, digest, keyed
from generator.publish.listing_pages import ListingFacts, key_listing
from generator.publish.other_pages import plan_not_found, plan_search, plan_written
from generator.publish.recollection import Recollection, recall_faces, recall_past
from generator.publish.records import Catalogue, Record
from generator.publish.redirects import Site, gather_moved, plan_redirects
from generator.publish.search_documents import search_listings, search_parts, sources_digest
from generator.publish.search_index import key_search_index
from generator.publish.settled import Basis, EditionPlan, Settled, settle
from generator.publish.sitemap import key_sitemap, plan_robots
from generator.publish.term_pages import plan_sources, plan_tags
from generator.text.words import Words


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


def plan_site(archive: Archive, last: Recollection | None = None) -> Plan:
    """Plan the whole site.

    First it is settled what is shown and at which address, in both languages; then every page is planned, each with
    all that it needs to know of others; then the files that are made from the pages. What `last` knows of the plan
    before is not worked out again where it is the same; afterwards it knows of this one.
    """
    last = last or Recollection()
    basis = Basis(
        tuple(archive.records), tuple(archive.written_pages), archive.vocabulary, archive.settings, archive.words
    )
    settled = settle(basis, last.settled)
    catalogue = _catalogue(settled, archive, last)
    admitted, editions, surroundings = settled.admitted, settled.editions, settled.surroundings
    root = plan_root({each.edition.lang: each.holdings for each in editions}, surroundings[Language.AR])
    pages = [keyed(root), *_key_editions(settled, catalogue, last)]
    pages += [keyed(plan_withdrawn(one, surroundings[one.lang])) for one in admitted.withdrawn]

    moved = gather_moved([*admitted.published, *admitted.withdrawn], archive.redirects)
    claims = settled.claims.copy()
    redirects, faults = plan_redirects(moved, Site({page.permalink: page for page in pages}, claims, surroundings))
    pages += redirects
    derived = _key_files([each.holdings for each in editions], catalogue, pages, archive.settings)
    not_found = keyed(plan_not_found(surroundings[Language.AR]))
    return Plan(tuple(pages), derived, not_found, (*settled.problems, *faults))


def _catalogue(settled: Settled, archive: Archive, last: Recollection) -> Catalogue:
    """Gather what later steps ask of single articles."""
    shown = [*settled.admitted.published, *settled.admitted.withdrawn]
    faces = recall_faces(settled, last)
    written = [(page.path.as_posix(), page.permalink) for each in settled.editions for page in each.written]
    places = [*((article.place, article.permalink) for article in shown), *written]
    pages = {place.removeprefix("content/"): permalink for place, permalink in places}
    return Catalogue(settled.admitted.records, faces, pages, archive.read_markdown)


def _key_editions(settled: Settled, catalogue: Catalogue, last: Recollection) -> list[KeyedPage]:
    """Give all pages of both languages with their keys, but redirects and notices of withdrawal."""
    now = Recollection(settled, catalogue.faces)
    pages = []
    for each in settled.editions:
        lang = each.edition.lang
        now.past[lang] = recall_past(each, catalogue.faces, settled, last)
        around = settled.surroundings[lang]
        facts = ArticleFacts(catalogue, each.holdings, settled.relations, around, now.past[lang])
        before = last.pages.get(lang, {})
        held = (*each.holdings.dated, *each.holdings.undated)
        articles = [key_article(article, facts, before.get(article.place)) for article in held]
        now.pages[lang] = {page.source: page for page in articles}
        pages += [*_key_edition(each, facts), *articles]
    last.keep(now)
    return pages


def _key_edition(each: EditionPlan, facts: ArticleFacts) -> list[KeyedPage]:
    """Give the pages of one language that are not of one article, with their keys; but redirects."""
    holdings, around, catalogue = each.holdings, facts.surroundings, facts.catalogue
    planned = [plan_front(holdings, catalogue, around), plan_archive(holdings, around)]
    planned += [plan_tags(holdings, around), plan_sources(holdings, around), plan_search(around)]
    planned += [plan_written(page, catalogue.pages, around) for page in each.written]
    pages = [keyed(page, alternate=find_twin(page.frame.permalink, around)) for page in planned]
    listing_facts = ListingFacts(holdings, around, catalogue.faces)
    for listing in each.listings:
        pages += key_listing(listing, listing_facts)
    return pages


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
