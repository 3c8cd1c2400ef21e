"""What stands around the content of every page: navigation, trail, way to the other language, the document's head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.language import Language
from generator.model.page import Frame, Head, Link, PageKind, Permalink, Switch, Text
from generator.publish.edition import Edition
from generator.publish.keyed import digest
from generator.publish.printable import shorten
from generator.publish.structured_data import breadcrumbs, script_json

ABOUT = "about"
# Lengths that search engines and browsers' tabs show without cutting, generously.
_TITLE_LIMIT = 110
_DESCRIPTION_LIMIT = 160
_TRAIL_LIMIT = 80

_WITHOUT_TRAIL = (PageKind.ROOT, PageKind.FRONT, PageKind.ARTICLE, PageKind.REDIRECT, PageKind.NOT_FOUND)

Step = tuple[Permalink, Text]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the frames of one edition share: which pages exist in either language, the written pages' links, and the
    edition's feed, if it has one. `navigation` are the sections of the archive. `digest` is that of everything
    here that shows on every page."""

    edition: Edition
    addresses: frozenset[Permalink]
    written: tuple[Link, ...]
    feed: Permalink | None
    digest: bytes
    navigation: tuple[Link, ...]
    front: Permalink
    search: Permalink

    @property
    def lang(self) -> Language:
        """The edition's language."""
        return self.edition.lang


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page says of itself, from which its frame follows.

    `trail` is the way from the front page to this page, without either. `counterpart` is the page's version in the
    other language where that does not follow from the address (articles); `counterpart_title` is its title.
    `redirects_to` is the page's new address where it has moved. `numbered` is a page of a listing behind its first.
    """

    kind: PageKind
    permalink: Permalink
    title: str
    description: str
    trail: tuple[Step, ...] = ()
    label: Text | None = None
    counterpart: Permalink | None = None
    counterpart_title: str = ""
    indexed: bool = True
    structured_data: tuple[dict[str, object], ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    redirects_to: Permalink | None = None
    numbered: bool = False


def frame_of(sheet: Sheet, surroundings: Surroundings) -> Frame:
    """Give the frame of one page."""
    edition = surroundings.edition
    trail = _trail(sheet, edition)
    return Frame(
        kind=sheet.kind,
        lang=edition.lang,
        permalink=sheet.permalink,
        site_name=edition.site_name,
        tagline=edition.settings.description.in_language(edition.lang),
        head=_head(sheet, trail, edition),
        switch=_switch(sheet, surroundings),
        navigation=_mark_current(surroundings.navigation, sheet.permalink),
        front=surroundings.front,
        search=surroundings.search,
        trail=trail,
        feed=surroundings.feed,
        written=_mark_current(surroundings.written, sheet.permalink),
    )


def surround(
    edition: Edition, addresses: frozenset[Permalink], written: tuple[Link, ...], feed: Permalink | None
) -> Surroundings:
    """Give the surroundings of an edition's pages. The vocabulary is not in their digest: pages name what they use."""
    shared = (edition.lang.value, repr(edition.settings), edition.words.digest, repr(written), feed)
    state = digest(*shared, "about" if edition.address(ABOUT) in addresses else "")
    navigation = _navigation(edition, addresses)
    return Surroundings(
        edition, addresses, written, feed, state, navigation, edition.address(), edition.address("search")
    )


def find_twin(permalink: Permalink, surroundings: Surroundings) -> Permalink | None:
    """The same page in the other language, for pages whose address says what they are; None where there is none."""
    twin = in_other_language(permalink, surroundings.lang)
    return twin if twin in surroundings.addresses else None


def in_other_language(permalink: Permalink, language: Language) -> Permalink:
    """The same page's address in the other language, for pages of `language` whose address says what they are."""
    return Permalink(language.other.value + permalink.removeprefix(language.value))


def _head(sheet: Sheet, trail: Sequence[Link], edition: Edition) -> Head:
    """Give what the document's head says."""
    title = shorten(sheet.title, _TITLE_LIMIT)
    names_the_archive = sheet.kind in {PageKind.ROOT, PageKind.FRONT} or title == edition.site_name
    nodes = (*sheet.structured_data, *(() if sheet.numbered else breadcrumbs(trail, edition)))
    return Head(
        title=title if names_the_archive else f"{title} | {edition.site_name}",
        description=shorten(sheet.description, _DESCRIPTION_LIMIT),
        canonical=edition.canonical(sheet.permalink if sheet.redirects_to is None else sheet.redirects_to),
        structured_data=script_json(nodes) if sheet.indexed else "",
        indexed=sheet.indexed,
        metadata=sheet.metadata,
    )


def _trail(sheet: Sheet, edition: Edition) -> tuple[Link, ...]:
    """Give the way from the front page to this page; none for the pages that stand outside the archive's order."""
    if sheet.kind in _WITHOUT_TRAIL:
        return ()
    own = sheet.label or Text(sheet.title)
    steps = [(edition.address(), Text(edition.words.say("navigation.front"))), *sheet.trail]
    return (
        *(Link(permalink, label) for permalink, label in steps),
        Link(sheet.permalink, replace(own, text=shorten(own.text, _TRAIL_LIMIT)), current=True),
    )


def _switch(sheet: Sheet, surroundings: Surroundings) -> Switch:
    """Give the way to the other language: the counterpart where there is one, else the front page."""
    other = surroundings.lang.other
    if sheet.counterpart is not None:
        return Switch(other, sheet.counterpart, counterpart=True, title=sheet.counterpart_title)
    twin = find_twin(sheet.permalink, surroundings) if sheet.indexed and sheet.kind is not PageKind.ARTICLE else None
    if twin is not None:
        return Switch(other, twin, counterpart=True)
    return Switch(other, Permalink(f"{other}/"), counterpart=False)


def _navigation(edition: Edition, addresses: frozenset[Permalink]) -> tuple[Link, ...]:
    """Give the sections of the archive, as every page shows them."""
    sections = {"front": (), "archive": ("archive",), "tags": ("tags",), "sources": ("sources",), ABOUT: (ABOUT,)}
    return tuple(
        Link(edition.address(*segments), Text(edition.words.say(f"navigation.{name}")))
        for name, segments in (*sections.items(), ("search", ("search",)))
        if name != ABOUT or edition.address(ABOUT) in addresses
    )


def _mark_current(links: Sequence[Link], current: Permalink) -> tuple[Link, ...]:
    """Mark the link that leads to the page itself."""
    if all(link.permalink != current for link in links):
        return tuple(links)
    return tuple(replace(link, current=True) if link.permalink == current else link for link in links)
