"""The pages of one listing: its own page with the newest articles, and the numbered pages behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model.article import Article
from generator.model.page import Link, ListingView, PageKind, Permalink, PlannedPage, RedirectView, Section, Text
from generator.publish.cards import newest_first
from generator.publish.frames import Sheet, Surroundings, frame_of
from generator.publish.holdings import Holdings
from generator.publish.listings import Listing, cut, page_address, undated_address


def plan_listing(listing: Listing, holdings: Holdings, surroundings: Surroundings) -> list[PlannedPage]:
    """Give all pages of a listing: its own page first, then the numbered pages, the undated ones last."""
    size = surroundings.edition.settings.page_size
    dated, undated = cut(listing.articles, size), cut(listing.undated, size)
    last = len(dated.numbered)
    undated_run = undated_address(listing.address)
    more = len(undated.numbered)
    opening = (*listing.opening, *_sections(dated.newest, listing, holdings))
    closing = _undated_section(undated.newest, _numbered_link(undated_run, more, surroundings), holdings)
    view = ListingView(
        title=listing.title,
        intro=listing.intro,
        sections=(*opening, *closing),
        older=_numbered_link(listing.address, last, surroundings),
        oldest=_numbered_link(listing.address, min(last, 1), surroundings),
    )
    pages = [PlannedPage(frame_of(_own_sheet(listing, surroundings), surroundings), view)]
    pages += _numbered(listing, listing.address, dated.numbered, holdings, surroundings)
    pages += _numbered(listing, undated_run, undated.numbered, holdings, surroundings)
    return pages


def _numbered(
    listing: Listing,
    run: Permalink,
    numbered: Sequence[tuple[Article, ...]],
    holdings: Holdings,
    surroundings: Surroundings,
) -> list[PlannedPage]:
    """Give the numbered pages of a listing, and the stand-in for the page that is still being filled.

    The newest numbered page links to the one after it by number. That one does not exist yet: its articles stand at
    the listing's own address, to which the stand-in leads. So a numbered page stays as it is when the next is filled.
    """
    pages = []
    for number, articles in enumerate(numbered, start=1):
        page_text = surroundings.edition.words.say("listing.page", page=number)
        view = ListingView(
            title=listing.title,
            intro="",
            sections=_sections(articles, listing, holdings),
            newer=Link(page_address(run, number + 1), Text(surroundings.edition.words.say("listing.newer"))),
            older=_numbered_link(run, number - 1, surroundings),
            page_text=page_text,
            newest=Link(listing.address, listing.title),
            oldest=_numbered_link(run, 1 if number > 1 else 0, surroundings),
        )
        sheet = _numbered_sheet(listing, page_address(run, number), number, surroundings)
        pages.append(PlannedPage(frame_of(sheet, surroundings), view))
    if numbered:
        target = Link(listing.address, listing.title)
        pages.append(plan_redirect(page_address(run, len(numbered) + 1), target, surroundings))
    return pages


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
        return (Section(listing.heading, cards=newest_first(articles, holdings)),)
    edition = holdings.edition
    by_year = groupby(articles, key=lambda each: each.date.year if each.date else 0)
    sections = [
        Section(edition.show_year(year), cards=newest_first(group, holdings), link=edition.year_address(year))
        for year, group in by_year
    ]
    return tuple(reversed(sections))


def _undated_section(articles: Sequence[Article], more: Link | None, holdings: Holdings) -> tuple[Section, ...]:
    """Give the undated articles of a listing under a heading of their own."""
    if not articles:
        return ()
    heading = holdings.edition.words.say("archive.undated")
    return (Section(heading, cards=newest_first(articles, holdings), more=more, anchor="undated"),)
