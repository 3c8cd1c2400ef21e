"""The ways into the archive by tag and by source: an index of each, and a listing for every term."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.model.page import IndexView, Link, PageKind, Permalink, PlannedPage, Section, SectionRole, Text
from generator.model.vocabulary import Taxonomy
from generator.publish.edition import Edition
from generator.publish.frames import Sheet, Surroundings, frame_of
from generator.publish.holdings import Holdings
from generator.publish.listings import Listing
from generator.publish.terms import Term, TermHoldings, source_address, tag_address
from generator.text.display import collation_key

# A taxonomy's part of the index shows at most so many terms, those with the most articles; every term has its listing.
INDEX_LIMIT = 400


def tag_listings(holdings: Holdings) -> list[Listing]:
    """Give the listing of every tag."""
    edition = holdings.edition
    return [_listing("tags", held, tag_address(held.term, edition), edition) for held in holdings.tags.values()]


def source_listings(holdings: Holdings) -> list[Listing]:
    """Give the listing of every source; together they hold every article once."""
    edition = holdings.edition
    return [
        _listing("sources", held, source_address(held.term, edition), edition) for held in holdings.sources.values()
    ]


def plan_tags(holdings: Holdings, surroundings: Surroundings) -> PlannedPage:
    """Give the index of all tags, by taxonomy, with counts."""
    edition = holdings.edition
    sections = []
    for taxonomy in Taxonomy:
        terms = [held for held in holdings.tags.values() if held.term.taxonomy is taxonomy]
        links = term_links(terms, tag_address, edition)
        if links:
            heading = edition.words.say(f"taxonomy.{taxonomy}")
            sections.append(Section(heading, links, taxonomy=taxonomy, role=SectionRole.LINKS, anchor=taxonomy.value))
    return _plan_index("tags", tuple(sections), surroundings)


def plan_sources(holdings: Holdings, surroundings: Surroundings) -> PlannedPage:
    """Give the index of all sources, with counts."""
    links = term_links(holdings.sources.values(), source_address, holdings.edition)
    section = Section("", links, taxonomy=Taxonomy.PUBLISHER, role=SectionRole.LINKS)
    return _plan_index("sources", (section,) if links else (), surroundings)


def term_links(
    terms: Iterable[TermHoldings], address_of: Callable[[Term, Edition], Permalink], edition: Edition, limit: int = 0
) -> tuple[Link, ...]:
    """Give links to the terms with the most articles, in order of their names in the edition's language; the source
    that is not known comes last."""
    most = sorted(terms, key=lambda held: (-held.count, held.term.slug))[: limit or INDEX_LIMIT]
    named = [(edition.show_labels(held.term.labels, proper=held.term.proper), held) for held in most]
    named.sort(key=lambda pair: (pair[1].term.is_unknown, collation_key(pair[0].text, edition.lang), pair[1].term.slug))
    return tuple(edition.counted(address_of(held.term, edition), label, held.count) for label, held in named)


def _plan_index(name: str, sections: tuple[Section, ...], surroundings: Surroundings) -> PlannedPage:
    """Give an index page; its words stand under its name."""
    edition, words = surroundings.edition, surroundings.edition.words
    title = Text(words.say(f"{name}.title"))
    description = words.say(f"{name}.description", site=edition.site_name)
    sheet = Sheet(PageKind.INDEX, edition.address(name), title.text, description)
    return PlannedPage(frame_of(sheet, surroundings), IndexView(title, words.say(f"{name}.intro"), sections))


def _listing(index: str, held: TermHoldings, address: Permalink, edition: Edition) -> Listing:
    """Give the listing of one term of an index."""
    title = edition.show_labels(held.term.labels, proper=held.term.proper)
    return Listing(
        address=address,
        title=title,
        intro=edition.words.say(f"{index}.one_intro", label=title.text),
        articles=held.dated,
        undated=held.undated,
        trail=((edition.address(index), Text(edition.words.say(f"{index}.title"))),),
        by_year=True,
        of_source=index == "sources",
    )
