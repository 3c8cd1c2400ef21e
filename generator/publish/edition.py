"""The archive in one language: how this edition writes dates, numbers, names and addresses.

Everything a page says passes through an edition. Not for choosing what a page shows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.dates import PublicationDate
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.page import DisplayDate, Link, Permalink, Text
from generator.model.settings import Settings
from generator.model.vocabulary import Vocabulary
from generator.publish.addresses import encode_address
from generator.text.display import capitalise, format_date, format_year, month_name
from generator.text.words import Words

if TYPE_CHECKING:
    from generator.publish.terms import Term

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Edition:
    """What all pages of one language share. `dates` and `sources` are those shown so far, by ISO form and by name: most
    are shown often."""

    lang: Language
    words: Words
    settings: Settings
    vocabulary: Vocabulary
    dates: dict[str, DisplayDate] = field(default_factory=dict, compare=False, repr=False)
    sources: dict[str | None, Term] = field(default_factory=dict, compare=False, repr=False)

    @property
    def site_name(self) -> str:
        """The archive's name as this edition writes it."""
        return self.settings.name.in_language(self.lang)

    def show_date(self, date: PublicationDate | None, written: str | None = None) -> DisplayDate:
        """The date for readers; the unknown date where there is none, uncertain where the source has `written` one."""
        if date is None:
            return DisplayDate(uncertain=bool(written))
        shown = self.dates.get(date.iso)
        if shown is None:
            settings = self.settings
            text = format_date(date, self.lang, numerals=settings.numerals, months=settings.months)
            shown = self.dates[date.iso] = DisplayDate(text, date.iso)
        return shown

    def show_day(self, date: PublicationDate | None, written: str | None = None) -> DisplayDate:
        """The date without the time of day, for lists; the unknown date where there is none."""
        day = date if date is None or len(date.iso) <= 10 else PublicationDate(date.iso[:10])
        return self.show_date(day, written)

    def show_labels(self, labels: Labels, *, proper: bool = False) -> Text:
        """The label this edition uses, as it stands alone, marked with its language where that is the other one; a
        `proper` name as it is written."""
        language, label = labels.language_of(self.lang), labels.in_language(self.lang)
        return Text(label if proper else capitalise(label), None if language is self.lang else language)

    def show_month(self, year: int, month: int) -> str:
        """A month with its year."""
        return month_name(year, month, self.lang, numerals=self.settings.numerals, months=self.settings.months)

    def show_year(self, year: int) -> str:
        """A year in the edition's digits."""
        return format_year(year, self.lang, self.settings.numerals)

    def address(self, *segments: str | int) -> Permalink:
        """The address of a page of this edition: `address("tags", slug)` is `ar/tags/<slug>/`."""
        return Permalink("/".join((self.lang.value, *map(str, segments), "")))

    def year_address(self, year: int) -> Permalink:
        """The address of a year."""
        return self.address(f"{year:04d}")

    def month_address(self, year: int, month: int) -> Permalink:
        """The address of a month."""
        return self.address(f"{year:04d}", f"{month:02d}")

    def counted(self, permalink: Permalink, label: Text, count: int) -> Link:
        """A link with the number of articles behind it."""
        return Link(permalink, label, count, self.words.count("articles.count", count))

    def canonical(self, permalink: Permalink) -> str:
        """The absolute address; empty where the site's own address is unknown."""
        return absolute(self.settings.site_url, permalink)


def absolute(site_url: str, permalink: Permalink) -> str:
    """The absolute, percent-encoded address of a page or file of the site; empty where `site_url` is."""
    return site_url + encode_address(permalink) if site_url else ""
