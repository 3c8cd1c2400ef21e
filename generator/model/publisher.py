"""What is known of a publisher beside its names: where its site is, how it writes, how its pages are built, what is
polled. How it wrote before is kept with it, so that an old document is read by the rules of its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.language import Language


class MonthNames(StrEnum):
    """Which names of the Gregorian months an Arabic text uses; after CLDR's locales ar, ar_LB, ar_DZ, ar_TN, ar_MA and
    ar_MR. `maghreb` stands for any of the four last."""

    GULF = "gulf"
    LEVANT = "levant"
    MAGHREB = "maghreb"
    ALGERIA = "maghreb-dz"
    TUNISIA = "maghreb-tn"
    MOROCCO = "maghreb-ma"
    MAURITANIA = "maghreb-mr"


class DateOrder(StrEnum):
    """In which order a publisher writes a date in digits."""

    DAY_FIRST = "day-month-year"
    MONTH_FIRST = "month-day-year"
    YEAR_FIRST = "year-month-day"


class Label(StrEnum):
    """What a label in an article states, be it a common one or a publisher's own; behind `read-also` stand headlines of
    other articles."""

    PUBLISHED = "published"
    UPDATED = "updated"
    SOURCE = "source"
    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    SPECIAL = "special"
    KEYWORDS = "keywords"
    SECTION = "section"
    TITLE = "title"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    ORIGINAL = "original"
    ORIGINAL_TITLE = "original-title"
    URL = "url"
    ORIGINAL_URL = "original-url"
    ASIDE = "aside"
    READ_ALSO = "read-also"


class Follow(StrEnum):
    """Whether the pages that a feed names are fetched too: those of which it gives no full text, all, or none."""

    SUMMARIES = "summaries"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True, order=True)
class Site:
    """A host in lower-case ASCII without `www.`, and the path below which a publisher's pages lie there: empty, or
    beginning with a slash and not ending in one (`/arabic`)."""

    host: str
    path: str = ""

    def __str__(self) -> str:
        """The site as it is written in a publisher's file."""
        return self.host + self.path


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of a publisher's pages, the last resort where a page cannot be read without them. Of several for
    one field, the first that selects anything counts; all that `remove` selects is taken out of the body."""

    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublisherVersion:
    """How a publisher writes, or wrote up to and including the day `valid_until`; None: until today.

    `time_zone` is a name of the IANA database. `labels` are its own label words with what they label, in the order
    written.
    """

    valid_until: date | None = None
    lang: Language | None = None
    time_zone: str | None = None
    date_order: DateOrder | None = None
    months: MonthNames | None = None
    labels: tuple[tuple[Label, str], ...] = ()
    selectors: Selectors = Selectors()
    rights: str | None = None

    @property
    def day_first(self) -> bool | None:
        """Whether 02/06 is the second of June; None where it is not known, or the year comes first."""
        return {DateOrder.DAY_FIRST: True, DateOrder.MONTH_FIRST: False}.get(self.date_order or DateOrder.YEAR_FIRST)


@dataclass(frozen=True, slots=True)
class Polling:
    """What of a publisher is polled, and how.

    `feeds` are addresses of feeds and sitemaps; `pages` of pages. Where `links` is given, the pages are lists, and what
    these selectors select in them are links to articles; else each page is taken as it is whenever it has changed.
    `delay` is the least time between two requests to one host, in seconds.
    """

    feeds: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    follow: Follow = Follow.SUMMARIES
    delay: int | None = None
