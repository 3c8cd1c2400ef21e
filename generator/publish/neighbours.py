"""The articles just before and just after each one in time, in its language."""

from __future__ import annotations

from generator.model.article import Article
from generator.publish.holdings import Holdings


def older_than(article: Article, holdings: Holdings) -> Article | None:
    """Give the next older article; the oldest and those without a date have none."""
    rank = holdings.ranks.get(article.place)
    return holdings.dated[rank - 1] if rank else None


def newer_than(article: Article, holdings: Holdings) -> Article | None:
    """Give the next newer article; the newest and those without a date have none."""
    rank = holdings.ranks.get(article.place)
    return None if rank is None or rank + 1 == len(holdings.dated) else holdings.dated[rank + 1]
