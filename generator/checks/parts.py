"""What a finished site consists of, told from the names of its files alone: articles by language and year, listings by
kind, the search index, pictures and the rest.

Not for judging it: `generator.checks.budget` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.language import Language

UNDATED = "undated"
# The site's addresses: docs/adr/0005, publish/archive.py, publish/terms.py, publish/search_index.py.
_DATED = re.compile(r"(?P<year>\d{4}|undated)/(?:\d{1,2}/){0,2}(?P<rest>.*)")
_LISTING = re.compile(r"index\.html|page/\d+/index\.html|undated/page/\d+/index\.html")
_TAG = re.compile(r"tags/(?P<kind>topic|place|person|organisation)-")
_YEAR = re.compile(r"(?:search/|sitemap-)(?P<year>\d{4}|undated)\b")
_LANGUAGES = frozenset(each.value for each in Language)
_TOP = {"assets": "assets", "media": "pictures", "search": "search index"}


@dataclass(frozen=True, slots=True, order=True)
class PartName:
    """Which part of a site: its kind, and its language and year where it has one; else they are empty."""

    kind: str
    lang: str = ""
    year: str = ""

    def __str__(self) -> str:
        """The part's name for people."""
        return " ".join(filter(None, (self.kind, self.lang, self.year)))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a site, with the number of its files and their size in bytes."""

    name: PartName
    files: int
    size: int


def weigh_parts(files: Iterable[tuple[str, int]]) -> tuple[Part, ...]:
    """Weigh the parts of a site, the largest first. `files` are paths below the site, and sizes in bytes."""
    counts: dict[PartName, list[int]] = {}
    for path, size in files:
        count = counts.setdefault(name_part(path), [0, 0])
        count[0] += 1
        count[1] += max(size, 0)
    parts = (Part(name, count, size) for name, (count, size) in counts.items())
    return tuple(sorted(parts, key=lambda part: (-part.size, part.name)))


def name_part(path: str) -> PartName:
    """The part to which a file belongs, by its path below the site."""
    top, _, below = path.partition("/")
    if top in _LANGUAGES and below:
        return _name_page(top, below)
    if (top in _TOP and below) or top.startswith("sitemap"):
        year = _YEAR.match(path)
        return PartName(_TOP.get(top, "sitemap"), year=year["year"] if year else "")
    return PartName("other pages")


def _name_page(lang: str, below: str) -> PartName:
    """The part of a file below a language's folder."""
    dated = _DATED.fullmatch(below)
    if dated:
        kind = "listings by date" if _LISTING.fullmatch(dated["rest"]) else "articles"
        return PartName(kind, lang, dated["year"])
    if below.startswith("tags/"):
        tag = _TAG.match(below)
        return PartName(f"listings by {tag['kind'] if tag else 'free tag'}", lang)
    if below.startswith("sources/"):
        return PartName("listings by source", lang)
    return PartName("other pages", lang)
