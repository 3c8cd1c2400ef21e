"""The archive's settings, as mkdocs.yml gives them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.dates import Months, Numerals
from generator.model.labels import Labels


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything of mkdocs.yml that the program itself reads.

    `site_url` is absolute and ends with a slash, or empty where unknown (then no canonical addresses, feeds or sitemap
    can be written). `page_size` is the number of articles on one listing page, `front_size` on a front page.
    """

    site_url: str = ""
    name: Labels = field(default_factory=lambda: Labels(ar="سجل", en="Sijill"))
    description: Labels = field(default_factory=Labels)
    publisher: Labels = field(default_factory=Labels)
    numerals: Numerals = Numerals.LATN
    months: Months = Months.GULF
    page_size: int = 100
    front_size: int = 24
    feed_size: int = 50
    site_dir: str = "site"
    theme_dir: str = "theme_overrides"
