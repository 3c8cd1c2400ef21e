"""What one edition holds: its articles in time order, by month, by tag and by source. Every later step reads this."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.model.article import Article
from generator.model.page import Card, Tag
from generator.publish.edition import Edition
from generator.publish.listings import put_versions, time_order
from generator.publish.terms import Term, TermHoldings, hold_terms, source_term, tag_terms


@dataclass(frozen=True, slots=True)
class Holdings:
    """The published articles of one edition.

    `dated` is in time order, `undated` in order of address. `months` holds the articles whose month is known, by year
    and month; `year_only` the others that have a date. Tags and sources are by slug. `counterparts` knows both
    languages: the published version of an article in the other one, by the article's path. `ranks` gives the place of
    each dated article in `dated`, `terms` the terms of each article's tags. `cards` and `tag_links` are those made so
    far, by article and by term: they stand on many pages.
    """

    edition: Edition
    dated: tuple[Article, ...]
    undated: tuple[Article, ...]
    months: Mapping[tuple[int, int], tuple[Article, ...]]
    year_only: Mapping[int, tuple[Article, ...]]
    tags: Mapping[str, TermHoldings]
    sources: Mapping[str, TermHoldings]
    counterparts: Mapping[str, Article]
    ranks: Mapping[str, int]
    terms: Mapping[str, tuple[Term, ...]]
    cards: dict[str, Card] = field(default_factory=dict, compare=False, repr=False)
    tag_links: dict[Term, Tag] = field(default_factory=dict, compare=False, repr=False)

    @property
    def years(self) -> list[int]:
        """The years of which anything is held, newest first."""
        return sorted({year for year, _ in self.months} | set(self.year_only), reverse=True)

    def months_of(self, year: int) -> list[int]:
        """The months of `year` of which anything is held, newest first."""
        return sorted((month for each, month in self.months if each == year), reverse=True)

    def count_year(self, year: int) -> int:
        """How many articles are held of `year`."""
        return sum(len(self.months[year, month]) for month in self.months_of(year)) + len(self.year_only.get(year, ()))

    def with_versions(self, new: Mapping[str, Article]) -> Holdings:
        """Give the holdings with other versions of some articles, by place: such as have the same place in them."""
        return replace(
            self,
            dated=put_versions(self.dated, new),
            undated=put_versions(self.undated, new),
            months={month: put_versions(articles, new) for month, articles in self.months.items()},
            year_only={year: put_versions(articles, new) for year, articles in self.year_only.items()},
            tags={slug: held.with_versions(new) for slug, held in self.tags.items()},
            sources={slug: held.with_versions(new) for slug, held in self.sources.items()},
            counterparts={place: new.get(each.place, each) for place, each in self.counterparts.items()},
            cards={},
        )


def hold(edition: Edition, articles: Iterable[Article], counterparts: Mapping[str, Article]) -> Holdings:
    """Put the published articles of one edition in their order."""
    ordered = sorted(articles, key=time_order)
    months: defaultdict[tuple[int, int], list[Article]] = defaultdict(list)
    year_only: defaultdict[int, list[Article]] = defaultdict(list)
    for article in ordered:
        if article.date is not None and article.date.month is not None:
            months[article.date.year, article.date.month].append(article)
        elif article.date is not None:
            year_only[article.date.year].append(article)
    dated = tuple(each for each in ordered if each.date is not None)
    known: dict[str, Term] = {}
    terms = {article.place: tag_terms(article, edition.vocabulary, known) for article in ordered}
    ranks = {article.place: rank for rank, article in enumerate(dated)}
    return Holdings(
        edition,
        dated=dated,
        undated=tuple(each for each in ordered if each.date is None),
        months={key: tuple(months[key]) for key in sorted(months)},
        year_only={key: tuple(year_only[key]) for key in sorted(year_only)},
        tags=hold_terms(ordered, ranks, lambda article: terms[article.place]),
        sources=hold_terms(ordered, ranks, lambda article: [source_term(article, edition)]),
        counterparts=counterparts,
        ranks=ranks,
        terms=terms,
    )
