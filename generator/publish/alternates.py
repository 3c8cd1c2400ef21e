"""Which article is the counterpart of which in the other language: always in pairs, so alternates are reciprocal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model.article import Article, Relation
from generator.model.language import Language

_RANK = {Relation.ORIGINAL: 0, Relation.TRANSLATION: 0, None: 1}


def find_counterparts(articles: Iterable[Article]) -> dict[str, Article]:
    """Give each article's counterpart in the other language, by the article's path; reciprocal by construction.

    Articles of one story are paired in time order, declared originals and translations first; where a story has more
    versions in one language than in the other, the rest stay single. A report of the same event is nobody's
    counterpart. Articles of no story are a pair where both have the same day and the same slug: slugs hold an id
    unless an editor chose them, so that is never chance.
    """
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.relation is not Relation.SAME_EVENT:
            groups[_group_of(article)].append(article)
    counterparts: dict[str, Article] = {}
    for group in groups.values():
        if len(group) == 1:
            continue
        arabic, english = (_in_order(group, language) for language in Language)
        for one, other in zip(arabic, english, strict=False):
            counterparts[one.place], counterparts[other.place] = other, one
    return counterparts


def _group_of(article: Article) -> str:
    """The name of the group in which the article's counterpart is sought."""
    return f"story {article.story}" if article.story else f"address {article.permalink.partition('/')[2]}"


def _in_order(group: list[Article], language: Language) -> list[Article]:
    """The group's articles in one language, in the order in which they are paired."""
    own = (article for article in group if article.lang is language)
    return sorted(own, key=lambda each: (_RANK.get(each.relation, 1), each.date.iso if each.date else "~", each.place))
