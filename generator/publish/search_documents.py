"""What the search is told of each article, and of the listings by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial

from generator.model.article import Article
from generator.model.labels import Labels
from generator.model.page import Permalink
from generator.publish.edition import Edition
from generator.publish.holdings import Holdings
from generator.publish.keyed import digest
from generator.publish.records import Catalogue
from generator.publish.search_index import UNDATED, SearchDocument, SearchListing, SearchPart
from generator.publish.terms import TermHoldings, source_address, source_term, tag_address, tag_terms


def search_parts(editions: Iterable[Holdings], catalogue: Catalogue) -> list[SearchPart]:
    """Give the parts of the index: for each year, and for the undated, the articles of both editions."""
    periods: defaultdict[str, list[tuple[Article, Edition]]] = defaultdict(list)
    for holdings in editions:
        for article in (*holdings.dated, *holdings.undated):
            periods[article.date.iso[:4] if article.date else UNDATED].append((article, holdings.edition))
    return [
        SearchPart(
            period,
            digest(repr(_shown_as(held)), *(catalogue.fingerprint(article.place) for article, _ in held)),
            partial(_documents, held, catalogue),
        )
        for period, held in sorted(periods.items())
    ]


def sources_digest(editions: Iterable[Holdings]) -> bytes:
    """The digest of the names of all sources, by which the search can be narrowed."""
    return digest(*(repr(held.term) for holdings in editions for held in holdings.sources.values()))


def _shown_as(held: Sequence[tuple[Article, Edition]]) -> list[str]:
    """How the editions write dates: what a document shows beside its article."""
    uncertain = "article.date_uncertain"
    editions = {edition.lang: edition for _, edition in held}.values()
    return sorted(repr((e.lang, e.settings.numerals, e.settings.months, e.words.say(uncertain))) for e in editions)


def _documents(held: Sequence[tuple[Article, Edition]], catalogue: Catalogue) -> list[SearchDocument]:
    return [_document(article, catalogue.body_text(article.place), edition) for article, edition in held]


def search_listings(holdings: Holdings) -> list[SearchListing]:
    """Give the listings of an edition that have a name of their own: its tags and sources."""
    edition = holdings.edition
    tags = [_listing(each, tag_address(each.term, edition), edition) for each in holdings.tags.values()]
    return tags + [_listing(each, source_address(each.term, edition), edition) for each in holdings.sources.values()]


def _listing(held: TermHoldings, permalink: Permalink, edition: Edition) -> SearchListing:
    count = edition.words.count("articles.count", held.count)
    return SearchListing(permalink, edition.lang, held.term.labels, count, held.term.proper)


def _document(article: Article, text: str, edition: Edition) -> SearchDocument:
    """Give what is searched and shown of one article."""
    return SearchDocument(
        permalink=article.permalink,
        lang=article.lang,
        title=article.title,
        body_text=text,
        kicker=article.kicker or "",
        description=article.description or "",
        tags=tuple(term.labels for term in tag_terms(article, edition.vocabulary)),
        source=source_term(article, edition).labels if article.source else Labels(),
        iso=article.date.iso if article.date else None,
        date_text=_date_text(article, edition),
    )


def _date_text(article: Article, edition: Edition) -> str:
    """The date in the article's language; the words for an uncertain one, and nothing where the source gives none."""
    shown = edition.show_day(article.date, article.date_raw)
    return edition.words.say(shown.unknown) if shown.uncertain else shown.text
