"""Pages that show no articles: written pages, the search page, and the page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.model.page import IndexView, PageKind, Permalink, PlannedPage, Text
from generator.model.written_page import WrittenPage
from generator.publish.frames import ABOUT, Sheet, Surroundings, frame_of
from generator.publish.links import addresses_in_markdown, find_targets
from generator.publish.printable import printable_line, printable_text, shorten
from generator.text.markdown import check_cost, plain_text

NOT_FOUND = Permalink("404.html")


def plan_written(page: WrittenPage, places: Mapping[str, Permalink], surroundings: Surroundings) -> PlannedPage:
    """Give a page that people of the archive wrote. `places` gives the permalink of each file that has a page."""
    body = printable_text(page.body)
    title = printable_line(page.title) or page.name
    description = printable_line(page.description) or shorten(" ".join(_text_of(body).split()), 200) or title
    sheet = Sheet(PageKind.WRITTEN, page.permalink, title, description)
    return PlannedPage(
        frame_of(sheet, surroundings),
        IndexView(Text(title), "", ()),
        body,
        page.path.as_posix(),
        targets=find_targets(addresses_in_markdown(body), PurePosixPath(page.path.as_posix()), places),
    )


def _text_of(body: str) -> str:
    """Give the text of a written page; nothing where Markdown would stall on it or break, which its page then shows."""
    if check_cost(body):
        return ""
    try:
        return plain_text(body)
    except (RecursionError, ValueError, AssertionError, LookupError, AttributeError, TypeError):
        return ""  # Python-Markdown raises all of these on texts that nobody would write in earnest


def written_order(page: WrittenPage) -> tuple[bool, str]:
    """The key that puts written pages in order: the page about the archive first, then by name."""
    return page.name != ABOUT, page.name


def plan_search(surroundings: Surroundings) -> PlannedPage:
    """Give the search page; the search itself is the theme's script over the index files."""
    edition, words = surroundings.edition, surroundings.edition.words
    title = words.say("search.title")
    description = words.say("search.description", site=edition.site_name)
    sheet = Sheet(PageKind.SEARCH, edition.address("search"), title, description)
    return PlannedPage(frame_of(sheet, surroundings), IndexView(Text(title), words.say("search.hint"), ()))


def plan_not_found(surroundings: Surroundings) -> PlannedPage:
    """Give the page that the host shows for an address that leads nowhere. Its template speaks both languages."""
    words = surroundings.edition.words
    title = words.say("not_found.title")
    sheet = Sheet(PageKind.NOT_FOUND, NOT_FOUND, title, words.say("not_found.text"), indexed=False)
    return PlannedPage(frame_of(sheet, surroundings), IndexView(Text(title), words.say("not_found.text"), ()))
