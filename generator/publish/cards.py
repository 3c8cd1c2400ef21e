"""An article in short, as listings show it, and as other articles point to it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.article import Article
from generator.model.page import Card, Reference
from generator.publish.holdings import Holdings
from generator.publish.printable import shorten
from generator.publish.terms import source_text

# Longer titles and standfirsts stand whole on the article's own page.
_TITLE_LIMIT = 240
_DESCRIPTION_LIMIT = 320


def card_of(article: Article, holdings: Holdings) -> Card:
    """Give an article in short, as the holdings' edition shows it; the article may be in the other language."""
    card = holdings.cards.get(article.place)
    if card is None:
        card = holdings.cards[article.place] = _make_card(article, holdings)
    return card


def _make_card(article: Article, holdings: Holdings) -> Card:
    return Card(
        permalink=article.permalink,
        lang=article.lang,
        title=shorten(article.title, _TITLE_LIMIT),
        date=holdings.edition.show_day(article.date, article.date_raw),
        kicker=shorten(article.kicker or "", _TITLE_LIMIT),
        description=shorten(article.description or "", _DESCRIPTION_LIMIT),
        source=source_text(article, holdings.edition),
    )


def reference_to(article: Article, holdings: Holdings) -> Reference:
    """Give an article as a page of the holdings' edition points to it; the article may be in the other language."""
    title = shorten(article.title, _TITLE_LIMIT)
    date = holdings.edition.show_day(article.date, article.date_raw)
    return Reference(article.permalink, article.lang, title, date)


def cards_of(articles: Iterable[Article], holdings: Holdings) -> tuple[Card, ...]:
    """Give several articles in short, in the order given."""
    return tuple(card_of(article, holdings) for article in articles)


def newest_first(articles: Iterable[Article], holdings: Holdings) -> tuple[Card, ...]:
    """Give articles that are in time order in short, the newest first, as readers want them."""
    return cards_of(reversed(tuple(articles)), holdings)
