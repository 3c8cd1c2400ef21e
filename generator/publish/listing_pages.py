"""The pages of one listing: its own page with the newest articles, and the numbered pages behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.model.article import Article
from generator.model.page import Card, Link, ListingView, PageKind, Permalink, PlannedPage, RedirectView, Section, Text
from generator.publish.cards import newest_first
from generator.publish.frames import Sheet, Surroundings, find_twin, frame_of
from generator.publish.holdings import Holdings
from generator.publish.keyed import KeyedPage, digest, keyed
from generator.publish.listings import Listing, cut, page_address, undated_address

_INPUTS = ("edition", "listing", "articles", "counterpart")


@dataclass(frozen=True, slots=True)
class ListingFacts:
    """What the pages of all listings of one edition are made from."""

    holdings: Holdings
    surroundings: Surroundings
    faces: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Numbered:
    """One numbered page of a listing, before it is planned."""

    listing: Listing
    run: Permalink
    number: int
    articles: tuple[Article, ...]


def key_listing(listing: Listing, facts: ListingFacts) -> list[KeyedPage]:
    """Give all pages of a listing with their keys: its own page first, then the numbered ones, then the undated."""
    size = facts.surroundings.edition.settings.page_size
    dated, undated = cut(listing.articles, size), cut(listing.undated, size)
    said = (listing.address, repr((listing.title, listing.intro, listing.heading, listing.by_year, listing.trail)))
    counts = (len(dated.numbered), len(undated.numbered), len(listing.articles) + len(listing.undated))
    own = _keyed(
        listing.address,
        (*said, repr((counts, listing.opening, listing.count_text))),
        (*dated.newest, *undated.newest),
        partial(_plan_own, listing, facts),
        facts,
    )
    runs = ((listing.address, dated.numbered), (undated_address(listing.address), undated.numbered))
    return [own, *(page for run, numbered in runs for page in _key_numbered(listing, run, numbered, said, facts))]


def _keyed(
    address: Permalink,
    said: tuple[str, ...],
    articles: Sequence[Article],
    plan: Callable[[], PlannedPage],
    facts: ListingFacts,
) -> KeyedPage:
    """Give a page of a listing with its key: what it says, and the face of each article on it."""
    twin = find_twin(address, facts.surroundings)
    shown = b"".join([facts.faces[article.place] for article in articles])
    states = (facts.surroundings.digest, digest(*said), digest(shown), twin)
    return KeyedPage(address, digest(address, *states), plan, alternate=twin, names=_INPUTS, states=states)


def _key_numbered(
    listing: Listing,
    run: Permalink,
    numbered: Sequence[tuple[Article, ...]],
    said: tuple[str, ...],
    facts: ListingFacts,
) -> Iterator[KeyedPage]:
    """Give the numbered pages of a listing, and the stand-in for the page that is still being filled.

    The newest numbered page links to the one after it by number. That one does not exist yet: its articles stand at
    the listing's own address, to which the stand-in leads. So a numbered page stays as it is when the next is filled.
    """
    for number, articles in enumerate(numbered, start=1):
        one = _Numbered(listing, run, number, articles)
        yield _keyed(
            page_address(run, number), (*said, str(number)), articles, partial(_plan_numbered, one, facts), facts
        )
    if numbered:
        target = Link(listing.address, listing.title)
        yield keyed(plan_redirect(page_address(run, len(numbered) + 1), target, facts.surroundings))


def _plan_own(listing: Listing, facts: ListingFacts) -> PlannedPage:
    """Give a listing's own page."""
    holdings, surroundings = facts.holdings, facts.surroundings
    size = surroundings.edition.settings.page_size
    dated, undated = cut(listing.articles, size), cut(listing.undated, size)
    last = len(dated.numbered)
    undated_run = undated_address(listing.address)
    more = len(undated.numbered)
    opening = (*listing.opening, *_sections(dated.newest, listing, holdings))
    closing = _undated_section(undated.newest, _numbered_link(undated_run, more, surroundings), listing, holdings)
    view = ListingView(
        title=listing.title,
        intro=listing.intro,
        sections=(*opening, *closing),
        older=_numbered_link(listing.address, last, surroundings),
        oldest=_numbered_link(listing.address, min(last, 1), surroundings),
    )
    return PlannedPage(frame_of(_own_sheet(listing, surroundings), surroundings), view)


def _plan_numbered(one: _Numbered, facts: ListingFacts) -> PlannedPage:
    """Give a numbered page of a listing."""
    listing, run, number, surroundings = one.listing, one.run, one.number, facts.surroundings
    words = surroundings.edition.words
    view = ListingView(
        title=listing.title,
        intro="",
        sections=_sections(one.articles, listing, facts.holdings),
        newer=Link(page_address(run, number + 1), Text(words.say("listing.newer"))),
        older=_numbered_link(run, number - 1, surroundings),
        page_text=words.say("listing.page", page=number),
        newest=Link(listing.address, listing.title),
        oldest=_numbered_link(run, 1 if number > 1 else 0, surroundings),
    )
    sheet = _numbered_sheet(listing, page_address(run, number), number, surroundings)
    return PlannedPage(frame_of(sheet, surroundings), view)


def plan_redirect(permalink: Permalink, target: Link, surroundings: Surroundings) -> PlannedPage:
    """Give the page that leads from an address at which something was, or will be, to where it is now."""
    words = surroundings.edition.words
    sheet = Sheet(
        kind=PageKind.REDIRECT,
        permalink=permalink,
        title=words.say("redirect.title"),
        description=words.say("redirect.text"),
        indexed=False,
        redirects_to=target.permalink,
    )
    return PlannedPage(frame_of(sheet, surroundings), RedirectView(target))


def _own_sheet(listing: Listing, surroundings: Surroundings) -> Sheet:
    """Give what a listing's own page says of itself."""
    edition = surroundings.edition
    count = edition.words.count("articles.count", len(listing.articles) + len(listing.undated))
    total = listing.count_text or count
    return Sheet(
        kind=PageKind.LISTING,
        permalink=listing.address,
        title=listing.title.text,
        description=edition.words.say(
            "listing.description", title=listing.title.text, count=total, site=edition.site_name
        ),
        trail=listing.trail,
        label=listing.title,
    )


def _numbered_sheet(listing: Listing, permalink: Permalink, number: int, surroundings: Surroundings) -> Sheet:
    """Give what a numbered page says of itself; never how many pages or articles there are in all, which changes."""
    words = surroundings.edition.words
    title = words.say("listing.title_page", title=listing.title.text, page=number)
    return Sheet(
        kind=PageKind.LISTING,
        permalink=permalink,
        title=title,
        description=f"{title}{words.say('list.comma')}{surroundings.edition.site_name}",
        trail=(*listing.trail, (listing.address, listing.title)),
        label=Text(words.say("listing.page", page=number)),
        numbered=True,
    )


def _numbered_link(run: Permalink, number: int, surroundings: Surroundings) -> Link | None:
    """Give the link to a numbered page; None for number 0."""
    if number == 0:
        return None
    return Link(page_address(run, number), Text(surroundings.edition.words.say("listing.page", page=number)))


def _sections(articles: Sequence[Article], listing: Listing, holdings: Holdings) -> tuple[Section, ...]:
    """Give articles in time order as a listing shows them: the newest first, by year where the listing asks for it."""
    if not articles:
        return ()
    if not listing.by_year:
        return (Section(listing.heading, cards=_cards(articles, listing, holdings)),)
    edition = holdings.edition
    by_year = groupby(articles, key=lambda each: each.date.year if each.date else 0)
    sections = [
        Section(edition.show_year(year), cards=_cards(group, listing, holdings), link=edition.year_address(year))
        for year, group in by_year
    ]
    return tuple(reversed(sections))


def _cards(articles: Iterable[Article], listing: Listing, holdings: Holdings) -> tuple[Card, ...]:
    """Give articles in time order as the cards of a listing, the newest first."""
    cards = newest_first(articles, holdings)
    return tuple(replace(card, source=None) for card in cards) if listing.of_source else cards


def _undated_section(
    articles: Sequence[Article], more: Link | None, listing: Listing, holdings: Holdings
) -> tuple[Section, ...]:
    """Give the undated articles of a listing under a heading of their own."""
    if not articles:
        return ()
    heading = holdings.edition.words.say("archive.undated")
    return (Section(heading, cards=_cards(articles, listing, holdings), more=more, anchor="undated"),)
