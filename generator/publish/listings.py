"""How a listing is cut into pages: numbered from the oldest, so that a page once full never changes again.

The newest articles stand at the listing's own address. Only when two pages' worth has gathered there does the older
half move to the next numbered page; so the listing's own page always has between one and two pages' worth of articles
(or all of them), no article is on two pages, and page N holds the same articles for ever.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Generic, TypeVar

from generator.model.article import Article
from generator.model.page import Permalink, Section, Text
from generator.publish.edition import UNDATED, Edition

Item = TypeVar("Item")
_PLACE = attrgetter("place")


@dataclass(frozen=True, slots=True)
class Cut(Generic[Item]):
    """A listing cut into pages, everything oldest first: the numbered pages, and what stands at its own address."""

    numbered: tuple[tuple[Item, ...], ...]
    newest: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of articles of one language before it is cut into pages.

    `articles` are oldest first. `undated` articles have no place in that order: they get pages of their own below the
    listing, so that finding one more of them moves no dated article. `opening` stands above the articles on the
    listing's own page, `trail` is the way to the listing without itself, `by_year` groups its articles by year.
    `heading` stands above the articles. `count_text` says how many articles there are where that is more than the
    listing shows itself (a year's). `of_source` is a listing of one source, whose name its cards need not repeat.
    """

    address: Permalink
    title: Text
    intro: str
    articles: tuple[Article, ...]
    undated: tuple[Article, ...] = ()
    opening: tuple[Section, ...] = ()
    trail: tuple[tuple[Permalink, Text], ...] = ()
    by_year: bool = False
    count_text: str = ""
    heading: str = ""
    of_source: bool = False

    def with_versions(self, new: Mapping[str, Article]) -> Listing:
        """Give the listing with other versions of some articles, by place; itself where it has none of them."""
        articles, undated = put_versions(self.articles, new), put_versions(self.undated, new)
        if articles is self.articles and undated is self.undated:
            return self
        return replace(self, articles=articles, undated=undated)


def put_versions(articles: tuple[Article, ...], new: Mapping[str, Article]) -> tuple[Article, ...]:
    """Give articles with other versions of some, by place, in their order; the very same where it has none of them."""
    if new.keys().isdisjoint(map(_PLACE, articles)):
        return articles
    return tuple([new.get(each.place, each) for each in articles])


def cut(items: Sequence[Item], size: int) -> Cut[Item]:
    """Cut `items`, oldest first, into pages of `size` counted from the oldest; the newest page holds the rest."""
    numbered = max(0, len(items) // size - 1)
    pages = tuple(tuple(items[n * size : (n + 1) * size]) for n in range(numbered))
    return Cut(pages, tuple(items[numbered * size :]))


def time_order(article: Article) -> tuple[str, str]:
    """The key that puts dated articles in time order, oldest first; the address decides between equals."""
    return (article.date.iso if article.date else "", article.permalink)


def page_address(address: Permalink, number: int) -> Permalink:
    """The address of page `number` of the listing at `address`."""
    return Permalink(f"{address}page/{number}/")


def undated_address(address: Permalink) -> Permalink:
    """The address below which the older pages of a listing's undated articles lie."""
    return Permalink(f"{address}{UNDATED}/")


def addresses_of(listing: Listing, edition: Edition) -> list[Permalink]:
    """The addresses of all pages of a listing, its own first."""
    size = edition.settings.page_size
    numbered = len(cut(listing.articles, size).numbered)
    undated = len(cut(listing.undated, size).numbered)
    return [
        listing.address,
        *(page_address(listing.address, n + 1) for n in range(numbered)),
        *(page_address(undated_address(listing.address), n + 1) for n in range(undated)),
    ]
