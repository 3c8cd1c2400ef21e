"""Which of the sources that name a page's authors is taken.

Not for finding the names (`authors`).
"""

from __future__ import annotations

from generator.ingest.dissect.lines import key_of
from generator.text.arabic import is_arabic

Names = tuple[str, ...]
Source = tuple[Names, str, str]

# Where readers see the name by the headline.
_SHOWN = frozenset({"text:byline", "class:byline", "itemprop:author", "link:author", "link:author-page"})


def choose_names(sources: list[Source], *, arabic: bool) -> Source:
    """The names of one of several sources, in order of trust, each with its rule and the text that it was read from;
    `arabic` is whether the page is."""
    return _fullest(_in_letters_of_page(sources) if arabic else sources)


def _in_letters_of_page(sources: list[Source]) -> list[Source]:
    """The sources of an Arabic page without those in Latin letters, where what it shows by the headline names somebody
    in Arabic: the former are what a system calls its users."""
    shown = [
        names for names, rule, _ in sources if rule in _SHOWN and all(is_arabic(one) and " " in one for one in names)
    ]
    return [one for one in sources if any(map(is_arabic, one[0]))] if shown else sources


def _fullest(sources: list[Source]) -> Source:
    """The first source, or one that gives all its names and more: the byline, or, where that is the first, the meta; or
    the links by the headline to the pages of several authors."""
    first = {key_of(name) for name in sources[0][0]}
    fuller = {"meta:author" if sources[0][1] == "text:byline" else "text:byline", "link:author-page"}
    for source in sources[1:]:
        if first < {key_of(name) for name in source[0]} and source[1] in fuller:
            return source
    return sources[0]
