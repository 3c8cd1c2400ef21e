"""What the search is told of each article, and of the listings by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.model.article import Article
from generator.model.labels import Labels
from generator.model.page import Permalink
from generator.publish.edition import Edition
from generator.publish.holdings import Holdings
from generator.publish.search_index import SearchDocument, SearchListing
from generator.publish.terms import TermHoldings, source_address, source_term, tag_address, tag_terms
from generator.store.permalinks import permalink_of


def search_documents(holdings: Holdings, texts: Mapping[Path, str]) -> list[SearchDocument]:
    """Give a document for each published article of an edition. `texts` are the bodies as plain text, by path."""
    articles = (*holdings.dated, *holdings.undated)
    return [_document(article, texts[article.path], holdings.edition) for article in articles]


def search_listings(holdings: Holdings) -> list[SearchListing]:
    """Give the listings of an edition that have a name of their own: its tags and sources."""
    edition = holdings.edition
    tags = [_listing(each, tag_address(each.term, edition), edition) for each in holdings.tags.values()]
    return tags + [_listing(each, source_address(each.term, edition), edition) for each in holdings.sources.values()]


def _listing(held: TermHoldings, permalink: Permalink, edition: Edition) -> SearchListing:
    return SearchListing(permalink, edition.lang, held.term.labels, edition.words.count("articles.count", held.count))


def _document(article: Article, text: str, edition: Edition) -> SearchDocument:
    """Give what is searched and shown of one article."""
    return SearchDocument(
        permalink=permalink_of(article),
        lang=article.lang,
        title=article.title,
        body_text=text,
        kicker=article.kicker or "",
        description=article.description or "",
        tags=tuple(term.labels for term in tag_terms(article, edition.vocabulary)),
        source=source_term(article, edition).labels if article.source else Labels(),
        iso=article.date.iso if article.date else None,
        date_text=edition.show_day(article.date).text,
    )
