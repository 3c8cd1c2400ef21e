"""The path to an article's section, as a page shows it to its readers.

Not for what the markup states of it (`subjects`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import XPath

from generator.ingest.dissect.names import begins_with_given_name
from generator.ingest.readers.pages.classes import names_of
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import is_same, text_of
from generator.text.word_sets import word_set

_CRUMBS = XPath(
    "descendant-or-self::*[contains(@class, 'crumb') or contains(@id, 'crumb') or contains(@aria-label, 'readcrumb')"
    " or contains(@itemtype, 'BreadcrumbList')]"
)
_NAMES = word_set("breadcrumb breadcrumbs crumb crumbs entrycrumbs")
_PARTED = re.compile(r"\s*\|\s*|\s[-–—»]\s")
_MOST_PATHS = 25
_LONGEST = 40  # characters of a section's name


def crumbs_shown(page: Page) -> Iterator[str]:
    """The last link of the path that leads to the article, the first path of the page only; or the one that the
    window's title names between headline and site, where a path goes on to what the article is about."""
    for element in islice(_CRUMBS(page.tree), _MOST_PATHS):
        says_so = element.get("aria-label") or element.get("itemtype")
        if not says_so and not names_of(element) & _NAMES:
            continue
        names = [text_of(link) for link in element.iter("a")]
        names = [name for name in names if name and not is_same(name, page.title) and len(name) <= _LONGEST]
        names = [name for name in names if len(name.split()) < 2 or not begins_with_given_name(name)]  # a writer's page
        if names:
            in_title = [name for name in names if any(is_same(name, part) for part in _within_title(page))]
            yield in_title[-1] if len(in_title) == 1 else names[-1]
            return


def _within_title(page: Page) -> list[str]:
    """What stands between the first and the last part of the window's title: `Headline | Section | Site`."""
    title = next((text_of(element) for element in page.tree.iter("title")), "")
    return _PARTED.split(title)[1:-1]
