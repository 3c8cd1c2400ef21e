"""The ways into the archive by time: the index of years and months, and the listings of years, months, the undated."""

from __future__ import annotations

from generator.model.page import IndexView, Link, PageKind, PlannedPage, Section, SectionRole, Text
from generator.publish.edition import UNDATED, Edition
from generator.publish.frames import Sheet, Step, Surroundings, frame_of
from generator.publish.holdings import Holdings
from generator.publish.listings import Listing
from generator.text.display import month_label


def time_listings(holdings: Holdings) -> list[Listing]:
    """Give the listings that together hold every article of the edition once: years, months and the undated."""
    listings = []
    for year in holdings.years:
        listings.append(_year_listing(year, holdings))
        listings += [_month_listing(year, month, holdings) for month in holdings.months_of(year)]
    return [*listings, _undated_listing(holdings)] if holdings.undated else listings


def plan_archive(holdings: Holdings, surroundings: Surroundings) -> PlannedPage:
    """Give the index of the whole archive: years, and in them months, newest first."""
    edition, words = holdings.edition, holdings.edition.words
    sections = [_year_section(year, holdings) for year in holdings.years]
    if holdings.undated:
        label = Text(words.say("archive.undated"))
        link = edition.counted(edition.address(UNDATED), label, len(holdings.undated))
        sections.append(Section("", links=(link,), role=SectionRole.LINKS))
    title = Text(words.say("archive.title"))
    sheet = Sheet(
        PageKind.INDEX,
        edition.address("archive"),
        title.text,
        words.say("archive.description", site=edition.site_name),
    )
    return PlannedPage(frame_of(sheet, surroundings), IndexView(title, words.say("archive.intro"), tuple(sections)))


def month_links(year: int, holdings: Holdings) -> tuple[Link, ...]:
    """Give the months of a year with their counts, newest first."""
    edition = holdings.edition
    return tuple(
        edition.counted(
            edition.month_address(year, month),
            Text(edition.show_month(year, month)),
            len(holdings.months[year, month]),
        )
        for month in holdings.months_of(year)
    )


def _year_section(year: int, holdings: Holdings) -> Section:
    """Give a year of the index: its months, and what is known only to be of that year."""
    edition = holdings.edition
    links = month_links(year, holdings)
    if year in holdings.year_only:
        label = Text(edition.words.say("archive.year_only", year=edition.show_year(year)))
        links += (edition.counted(edition.year_address(year), label, len(holdings.year_only[year])),)
    return Section(
        edition.show_year(year),
        links=links,
        role=SectionRole.LINKS,
        anchor=f"y{year:04d}",
        link=edition.year_address(year),
    )


def _year_listing(year: int, holdings: Holdings) -> Listing:
    """Give a year: links to its months, then the articles of which no more than the year is known."""
    edition, shown = holdings.edition, holdings.edition.show_year(year)
    months = month_links(year, holdings)
    opening = (Section("", links=months, role=SectionRole.LINKS),) if months else ()
    return Listing(
        address=edition.year_address(year),
        title=Text(shown),
        intro=edition.words.say("archive.year_intro", year=shown),
        articles=holdings.year_only.get(year, ()),
        opening=opening,
        trail=(_archive_step(edition),),
        count_text=edition.words.count("articles.count", holdings.count_year(year)),
        heading=edition.words.say("archive.year_only", year=shown) if months else "",
    )


def _month_listing(year: int, month: int, holdings: Holdings) -> Listing:
    """Give a month: its articles, also those of which the day is not known."""
    edition = holdings.edition
    name = edition.show_month(year, month)
    parts = {"month": month_label(month, edition.lang, edition.settings.months), "year": edition.show_year(year)}
    return Listing(
        address=edition.month_address(year, month),
        title=Text(name),
        intro=edition.words.say("archive.month_intro", **parts),
        articles=holdings.months[year, month],
        trail=(_archive_step(edition), (edition.year_address(year), Text(edition.show_year(year)))),
    )


def _undated_listing(holdings: Holdings) -> Listing:
    """Give the articles whose date is not known."""
    edition = holdings.edition
    return Listing(
        address=edition.address(UNDATED),
        title=Text(edition.words.say("archive.undated")),
        intro=edition.words.say("archive.undated_intro"),
        articles=holdings.undated,
        trail=(_archive_step(edition),),
    )


def _archive_step(edition: Edition) -> Step:
    """Give the step of a trail that leads to the archive's index."""
    return edition.address("archive"), Text(edition.words.say("archive.title"))
