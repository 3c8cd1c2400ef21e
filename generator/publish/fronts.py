"""The front page of each language, and the root page that offers both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.article import Article
from generator.model.language import Language
from generator.model.page import Card, IndexView, Link, PageKind, Permalink, PlannedPage, Section, SectionRole, Text
from generator.model.vocabulary import Taxonomy
from generator.publish.archive import month_links
from generator.publish.cards import newest_first
from generator.publish.frames import Sheet, Surroundings, frame_of
from generator.publish.holdings import Holdings
from generator.publish.printable import shorten
from generator.publish.records import Catalogue
from generator.publish.structured_data import describe_site
from generator.publish.term_pages import term_links
from generator.publish.terms import TermHoldings, tag_address

# A desk is a topic's own group on the front page.
_DESKS = 4
_DESK_CARDS = 3
_MONTHS = 12
_SUBJECTS = 24
_ROOT_CARDS = 3
_OPENING_LIMIT = 280


def plan_front(holdings: Holdings, catalogue: Catalogue, surroundings: Surroundings) -> PlannedPage:
    """Give a front page: the newest articles, desks for the busiest topics, and the ways into the archive.

    `catalogue` knows how the leading article begins.
    """
    edition, words = holdings.edition, holdings.edition.words
    latest = _latest(holdings)
    sections = (*_latest_sections(latest, catalogue, holdings), *_desks(latest, holdings), *_ways(holdings))
    description = edition.settings.description.in_language(edition.lang) or words.say(
        "feed.description", site=edition.site_name
    )
    sheet = Sheet(
        PageKind.FRONT, edition.address(), edition.site_name, description, structured_data=(describe_site(edition),)
    )
    return PlannedPage(frame_of(sheet, surroundings), IndexView(Text(words.say("front.title")), "", sections))


def plan_root(all_holdings: Mapping[Language, Holdings], surroundings: Surroundings) -> PlannedPage:
    """Give the root page: one section a language, each in its own words, with its newest articles."""
    sections = tuple(_root_section(holdings) for holdings in all_holdings.values())
    names = [holdings.edition.site_name for holdings in all_holdings.values()]
    leads = [holdings.edition.words.say("root.lead") for holdings in all_holdings.values()]
    title = " | ".join(dict.fromkeys(names))
    sheet = Sheet(
        PageKind.ROOT, Permalink(), title, " · ".join(leads), counterpart=Permalink(f"{surroundings.lang.other}/")
    )
    view = IndexView(Text(title), "", sections)
    return PlannedPage(frame_of(sheet, surroundings), view)


def _latest(holdings: Holdings) -> tuple[Article, ...]:
    """Give the newest articles, in time order; half the front page is theirs, the rest belongs to the desks."""
    return holdings.dated[-max(1, holdings.edition.settings.front_size // 2) :]


def _latest_sections(latest: tuple[Article, ...], catalogue: Catalogue, holdings: Holdings) -> tuple[Section, ...]:
    """Give the group that opens the front page; where nothing is dated, what there is."""
    edition, words = holdings.edition, holdings.edition.words
    if latest:
        more = Link(edition.address("archive"), Text(words.say("front.more")))
        lead, *others = newest_first(latest, holdings)
        lead = lead if lead.description else _with_opening(lead, catalogue.opening(latest[-1]))
        cards = (lead, *others)
        return (Section(words.say("front.latest"), cards=cards, role=SectionRole.LEAD, more=more),)
    undated = holdings.undated[: edition.settings.front_size]
    return (Section(words.say("archive.undated"), cards=newest_first(undated, holdings)),) if undated else ()


def _with_opening(lead: Card, text: str) -> Card:
    """Give the lead with the opening paragraph of its text."""
    return replace(lead, description=shorten(text.partition("\n")[0], _OPENING_LIMIT))


def _desks(latest: tuple[Article, ...], holdings: Holdings) -> list[Section]:
    """Give the busiest topics of the archive, each with its newest articles that are not on the page yet."""
    topics = [held for held in holdings.tags.values() if held.term.taxonomy is Taxonomy.TOPIC]
    shown = {article.place for article in latest}
    desks: list[Section] = []
    for held in sorted(topics, key=lambda each: (-len(each.dated), each.term.slug)):
        fresh = [article for article in held.dated if article.place not in shown][-_DESK_CARDS:]
        if len(fresh) == _DESK_CARDS and len(desks) < _DESKS:
            shown.update(article.place for article in fresh)
            desks.append(_desk(held, fresh, holdings))
    return desks


def _desk(held: TermHoldings, articles: list[Article], holdings: Holdings) -> Section:
    """Give one topic's group."""
    edition = holdings.edition
    address = tag_address(held.term, edition)
    heading = edition.show_labels(held.term.labels).text
    more = Link(address, Text(edition.words.say("listing.all")))
    return Section(heading, cards=newest_first(articles, holdings), taxonomy=Taxonomy.TOPIC, more=more, link=address)


def _ways(holdings: Holdings) -> list[Section]:
    """Give the ways into the archive: the newest months and the busiest subjects."""
    edition, words = holdings.edition, holdings.edition.words
    months = [link for year in holdings.years[:_MONTHS] for link in month_links(year, holdings)][:_MONTHS]
    subjects = term_links(holdings.tags.values(), tag_address, edition, _SUBJECTS)
    groups = (("front.months", "archive", tuple(months)), ("front.subjects", "tags", subjects))
    return [
        Section(
            words.say(heading),
            links=links,
            role=SectionRole.LINKS,
            more=Link(edition.address(index), Text(words.say("listing.all"))),
        )
        for heading, index, links in groups
        if links
    ]


def _root_section(holdings: Holdings) -> Section:
    """Give one language's part of the root page, in its own words."""
    edition, words = holdings.edition, holdings.edition.words
    newest = holdings.dated[-_ROOT_CARDS:]
    return Section(
        edition.site_name,
        cards=newest_first(newest, holdings),
        role=SectionRole.CARDS,
        more=Link(edition.address(), Text(words.say("root.enter"), edition.lang)),
        link=edition.address(),
        lang=edition.lang,
    )
