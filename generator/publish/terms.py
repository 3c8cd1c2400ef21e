"""What an article is tagged with and where it comes from, as terms with an address and labels.

A tag or source outside the vocabulary is a free term: its own text is its label in both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.model.article import Article
from generator.model.labels import Labels
from generator.model.page import Link, Permalink, Tag, Text
from generator.model.vocabulary import Taxonomy, Vocabulary
from generator.publish.edition import Edition
from generator.publish.listings import put_versions
from generator.text.slugs import safe_slug, short_id, tag_slug

UNKNOWN_SOURCE = "unknown"


@dataclass(frozen=True, slots=True)
class Term:
    """A concept as the site shows it. `slug` is the last part of its listing's address and is the term's identity.

    A source's label is a `proper` name: it stands everywhere as it is written.
    """

    slug: str
    taxonomy: Taxonomy
    labels: Labels
    proper: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether this is the source of the articles whose source is not known."""
        return self.proper and self.slug == UNKNOWN_SOURCE


@dataclass(frozen=True, slots=True)
class TermHoldings:
    """The articles of one language under one term, in time order, and those without a date.

    `ranks` are the places of the dated ones among all dated articles of the language.
    """

    term: Term
    dated: tuple[Article, ...]
    undated: tuple[Article, ...]
    ranks: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.dated) + len(self.undated)

    def with_versions(self, new: Mapping[str, Article]) -> TermHoldings:
        """Give the same with other versions of some articles, by place; itself where it has none of them."""
        dated, undated = put_versions(self.dated, new), put_versions(self.undated, new)
        if dated is self.dated and undated is self.undated:
            return self
        return TermHoldings(self.term, dated, undated, self.ranks)


def find_tag_term(tag: str, vocabulary: Vocabulary) -> Term:
    """Give the term of a tag as it stands in front matter."""
    concept = vocabulary.concepts.get(tag)
    if concept is None:
        return Term(tag_slug(tag), Taxonomy.FREE, Labels(tag, tag))
    return Term(tag_slug(concept.id), concept.taxonomy, concept.labels)


def find_source_term(source: str | None, vocabulary: Vocabulary, unknown: Labels) -> Term:
    """Give the term of a source as it stands in front matter; `unknown` labels the articles without one."""
    if source is None:
        return Term(UNKNOWN_SOURCE, Taxonomy.PUBLISHER, unknown, proper=True)
    publisher = vocabulary.publishers.get(source)
    if publisher is not None:
        slug = safe_slug(publisher.id)
        slug = f"{slug}-{short_id(publisher.id)}" if slug == UNKNOWN_SOURCE else slug
        return Term(slug, Taxonomy.PUBLISHER, publisher.labels, proper=True)
    slug = tag_slug(source)
    taken = slug == UNKNOWN_SOURCE or slug in vocabulary.publishers
    slug = f"{slug}-{short_id(source)}" if taken else slug
    return Term(slug, Taxonomy.FREE, Labels(source, source), proper=True)


def tag_terms(article: Article, vocabulary: Vocabulary, known: dict[str, Term] | None = None) -> tuple[Term, ...]:
    """Give the terms of an article's tags, each once, in the order in which they stand. `known` are terms by tag that
    were found before; those found now are added."""
    known = {} if known is None else known
    terms: dict[str, Term] = {}
    for tag in article.tags:
        term = known.get(tag)
        if term is None:
            term = known[tag] = find_tag_term(tag, vocabulary)
        terms.setdefault(term.slug, term)
    return tuple(terms.values())


def hold_terms(
    articles: Iterable[Article], ranks: Mapping[str, int], terms_of: Callable[[Article], Iterable[Term]]
) -> dict[str, TermHoldings]:
    """Give what is held under each term, by slug, of articles in time order. Of several spellings of a free term the
    first in time is shown."""
    held: dict[str, tuple[Term, list[Article], list[Article]]] = {}
    for article in articles:
        for term in terms_of(article):
            shelf = held.get(term.slug)
            if shelf is None:
                shelf = held[term.slug] = (term, [], [])
            (shelf[2] if article.date is None else shelf[1]).append(article)
    return {
        slug: TermHoldings(term, tuple(dated), tuple(undated), tuple([ranks[each.place] for each in dated]))
        for slug, (term, dated, undated) in sorted(held.items())
    }


def tag_link(term: Term, edition: Edition) -> Tag:
    """Give a tag as articles show it."""
    return Tag(term.taxonomy, Link(tag_address(term, edition), edition.show_labels(term.labels)))


def tag_address(term: Term, edition: Edition) -> Permalink:
    """The address of a tag's listing."""
    return edition.address("tags", term.slug)


def source_address(term: Term, edition: Edition) -> Permalink:
    """The address of a source's listing."""
    return edition.address("sources", term.slug)


def source_term(article: Article, edition: Edition) -> Term:
    """Give the term of an article's source."""
    term = edition.sources.get(article.source)
    if term is None:
        unknown = edition.words.say("sources.unknown")
        term = find_source_term(article.source, edition.vocabulary, Labels(unknown, unknown))
        edition.sources[article.source] = term
    return term


def source_text(article: Article, edition: Edition) -> Text | None:
    """Give the name of an article's source, or None where it is not known."""
    return edition.show_labels(source_term(article, edition).labels, proper=True) if article.source else None
