"""What a page shows: one typed object a page, every value final, so that templates print and compute nothing.

All texts here are plain text, never markup; templates escape. Addresses are `Permalink`s relative to the site's root.
"""

from __future__ import annotations

from enum import StrEnum

from generator.model.language import Language
from generator.model.values import value
from generator.model.vocabulary import Taxonomy


class Permalink(str):
    """A page's address below the site's root, without a leading slash: `ar/2025/06/02/1f0c9a7e/`; the root is empty."""

    __slots__ = ()


class PageKind(StrEnum):
    """Which template shows the page (`<kind>.html`)."""

    ROOT = "root"
    FRONT = "front"
    ARTICLE = "article"
    LISTING = "listing"
    INDEX = "index"
    WRITTEN = "written"
    SEARCH = "search"
    WITHDRAWN = "withdrawn"
    REDIRECT = "redirect"
    NOT_FOUND = "404"


class SectionRole(StrEnum):
    """What a section is to its page: articles that open with the lead story, a run of articles, or links."""

    LEAD = "lead"
    CARDS = "cards"
    LINKS = "links"


@value(frozen=True, slots=True)
class Text:
    """A text that may be in another language than the page: `lang` is None when it is the page's own or unknown."""

    text: str
    lang: Language | None = None


@value(frozen=True, slots=True)
class DisplayDate:
    """A date for readers: `text` in the page's language; `iso` for `<time datetime>`; both empty when unknown.

    `uncertain`: the source gives a date that cannot be relied on.
    """

    text: str = ""
    iso: str = ""
    uncertain: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a date at all."""
        return bool(self.iso)

    @property
    def unknown(self) -> str:
        """The key of the words that stand for a date that is not known."""
        return "article.date_uncertain" if self.uncertain else "article.date_unknown"


@value(frozen=True, slots=True)
class Link:
    """A link to another page; `count` is the number of articles behind it, with `count_text` in the page's words."""

    permalink: Permalink
    label: Text
    count: int | None = None
    count_text: str = ""
    current: bool = False


@value(frozen=True, slots=True)
class Tag:
    """A tag as shown under an article."""

    taxonomy: Taxonomy
    link: Link


@value(frozen=True, slots=True)
class Card:
    """An article as a listing shows it."""

    permalink: Permalink
    lang: Language
    title: str
    date: DisplayDate
    kicker: str = ""
    description: str = ""
    source: Text | None = None


@value(frozen=True, slots=True)
class Reference:
    """An article as another one points to it."""

    permalink: Permalink
    lang: Language
    title: str
    date: DisplayDate


@value(frozen=True, slots=True)
class Section:
    """A group of links or cards under a heading; an empty heading is not shown.

    Any page may hold sections of any role; the first card of a section of role LEAD is the lead story. `anchor` is an
    element id, unique on the page, or empty. `link` is where the heading itself leads, if anywhere; `more` is a way on
    below the group. `lang` is the language of the whole section where it is not the page's (the root page has one
    section a language).
    """

    heading: str
    links: tuple[Link, ...] = ()
    cards: tuple[Card, ...] = ()
    taxonomy: Taxonomy | None = None
    more: Link | None = None
    role: SectionRole = SectionRole.CARDS
    anchor: str = ""
    link: Permalink | None = None
    lang: Language | None = None


@value(frozen=True, slots=True)
class Switch:
    """The way to the other language: to the counterpart where there is one, else to that language's front page.

    `title` is the counterpart's title, in its own language; empty where there is no counterpart.
    """

    lang: Language
    permalink: Permalink
    counterpart: bool
    title: str = ""


@value(frozen=True, slots=True)
class Head:
    """What the document's head says.

    `canonical` is absolute, or empty where the site's address is unknown. `structured_data` is JSON-LD, safe inside a
    script element as it stands, or empty. `metadata` are pairs for `<meta>`: the attributes that name a property, and
    its content; Highwire Press and Dublin Core, which reference managers read, and Open Graph.
    """

    title: str
    description: str
    canonical: str = ""
    structured_data: str = ""
    indexed: bool = True
    metadata: tuple[tuple[str, str], ...] = ()


@value(frozen=True, slots=True)
class Frame:
    """What every page carries around its content.

    `front` and `search` are the pages of the frame's own language; `feed` is None where no feed can be written. `trail`
    leads from the front page to the page itself, which is its last link (`current`); the front page has none.
    `written` are the written pages of the language (about, corrections, …), for the foot of the page.
    """

    kind: PageKind
    lang: Language
    permalink: Permalink
    site_name: str
    tagline: str
    head: Head
    switch: Switch
    navigation: tuple[Link, ...]
    front: Permalink
    search: Permalink
    trail: tuple[Link, ...] = ()
    feed: Permalink | None = None
    written: tuple[Link, ...] = ()


@value(frozen=True, slots=True)
class OriginalWork:
    """The original that the article translates or reports, as shown."""

    publisher: str = ""
    title: str = ""
    url: str = ""
    language: str = ""


@value(frozen=True, slots=True)
class ArticleView:
    """An article page. The body's HTML is the engine's and is passed to the template beside this object.

    `shelf` is the listing of the article's month, or of what is known of its date. `reading_text` says how long it
    takes to read. `newer` and `older` are the articles beside it in time. `address` is where the source published it,
    `address_text` the same as people read it;
    `partial` says that only a part of it stands here.
    """

    title: str
    kicker: str
    description: str
    date: DisplayDate
    date_note: str
    updated: DisplayDate
    authors: tuple[Text, ...]
    translator: str
    special: bool
    dateline: str
    source: Link | None
    original: OriginalWork | None
    tags: tuple[Tag, ...]
    related: tuple[Reference, ...]
    newer: Permalink | None
    older: Permalink | None
    corrections: tuple[tuple[DisplayDate, str], ...]
    rights: str
    reading_text: str
    document: str
    shelf: Permalink
    address: str = ""
    address_text: str = ""
    partial: bool = False

    @property
    def has_facts(self) -> bool:
        """Whether there is anything to say of the article beside its text and its head."""
        return bool(self.original or self.date_note or self.tags or self.rights or self.address or self.document)


@value(frozen=True, slots=True)
class ListingView:
    """A list of articles: a month, a year, a tag, a source, the undated. Pages are numbered from the oldest.

    A year's sections begin with links to its months. `newest` and `oldest` are the ends of the listing, for pages that
    are not themselves the end.
    """

    title: Text
    intro: str
    sections: tuple[Section, ...]
    newer: Link | None = None
    older: Link | None = None
    page_text: str = ""
    newest: Link | None = None
    oldest: Link | None = None


@value(frozen=True, slots=True)
class IndexView:
    """Links with counts in groups: the archive by year and month, all tags, all sources; also fronts and the root.

    Search, written and withdrawn pages and the page for lost addresses have one too, for their title and intro.
    """

    title: Text
    intro: str
    sections: tuple[Section, ...]


@value(frozen=True, slots=True)
class RedirectView:
    """A page that has moved: where it is now. `target` leads to a page of this site."""

    target: Link


View = ArticleView | ListingView | IndexView | RedirectView


@value(frozen=True, slots=True)
class PlannedPage:
    """One page of the site: its frame and its view. `source` is the article's or written page's file, relative to the
    archive's root, if it has one. `html` is an article's body, safe and final; `markdown` is a written page's body,
    which the engine renders, and `targets` say where the relative addresses in it lead below the site's root. All are
    empty for generated pages."""

    frame: Frame
    view: View | None
    markdown: str = ""
    source: str = ""
    html: str = ""
    targets: tuple[tuple[str, str], ...] = ()


@value(frozen=True, slots=True)
class GeneratedFile:
    """A file of the site that is no page: a feed, a sitemap, a part of the search index."""

    path: str
    content: bytes
