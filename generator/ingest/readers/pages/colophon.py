"""What a page says of its article far from the headline: the sentence in which blogs tell below a post who posted it
and when, the list of facts beside a text, and a day at the end of the window's title.

Not for the lines around the headline (`seen_dates`, `authors`): this is asked where those say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from lxml.etree import XPath, _Element

from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of
from generator.ingest.readers.pages.bylines import names_in
from generator.ingest.readers.pages.dates import Statement, state
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import text_of
from generator.ingest.readers.pages.undated import is_date
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.model.source import FieldName
from generator.text.dates import read_date

_ANY_DAY = date(9999, 1, 1)
_LONGEST = 600
_MOST = 40
_MOST_CLIMBS = 3
# What the default themes of WordPress have written below posts since 2005 (Kubrick, Twenty Ten to Thirteen).
_SENTENCES = XPath("descendant-or-self::*/text()[contains(., 'ntry was posted')]")
_POSTED = re.compile(r"\b(?:this )?entry was posted\b", re.IGNORECASE)
_END = re.compile(r"\.\s|\byou can (?:follow|leave)\b|\bbookmark the\b", re.IGNORECASE)
_ON = re.compile(r"\bon\s+(?P<day>[^|]{6,60})")
_BY = re.compile(r"\bby\s+(?P<name>[^|\d.,]{2,60}?)(?=\s+(?:on|in|at|and)\b|\s*[.,|]|\s*$)")
_LISTED = XPath("descendant-or-self::*[self::li or self::dt][strong or b or self::dt]")
_INLINE = frozenset({"span", "small", "em", "i", "a", "strong", "b"})
_TITLE_END = re.compile(r"\s[|–—-]\s*(?P<day>[^|–—]{6,30})$")


def find_told_days(page: Page) -> Iterator[Statement]:
    """The day that the page's colophon tells, if it tells one."""
    told = _posted_of(page)
    day = _ON.search(told)
    reading = read_date(day["day"], today=_ANY_DAY, arabic=page.arabic) if day is not None else None
    if reading is not None and reading.start <= 1:
        yield from state(FieldName.PUBLISHED, reading.raw, "text:posted", "label", arabic=page.arabic)
    for text in _facts(page, Label.PUBLISHED):
        if is_date(text, arabic=page.arabic):
            yield from state(
                FieldName.PUBLISHED, text, "list:date", "colophon", arabic=page.arabic, sure=Sureness.LIKELY
            )
    for title in islice(page.tree.iter("title"), 1):
        end = _TITLE_END.search(text_of(title))
        if end is not None and is_date(end["day"], arabic=page.arabic):
            yield from state(
                FieldName.PUBLISHED, end["day"], "html:title", "colophon", arabic=page.arabic, sure=Sureness.LIKELY
            )


def find_told_authors(page: Page) -> tuple[tuple[str, ...], str]:
    """The writers whom the page's colophon names, and its words."""
    told = _posted_of(page)
    by = _BY.search(told)
    names = tuple(names_in(by["name"], page.site)) if by is not None else ()
    if names:
        return names, told
    for text in _facts(page, Label.AUTHOR):
        if found := tuple(names_in(text, page.site)):
            return found, text
    return (), ""


def _posted_of(page: Page) -> str:
    """The sentence that says who posted the page's one entry; empty where there is none or more than one."""
    told = [_around(node.getparent()) for node in islice(_SENTENCES(page.tree), _MOST)]
    starts = [(text, found) for text in told if (found := _POSTED.search(text))]
    if len(starts) != 1:
        return ""
    text, found = starts[0]
    rest = text[found.end() :]
    end = _END.search(rest)
    return rest[: end.start() + 1] if end is not None else rest


def _around(element: _Element) -> str:
    """The text of the block in which an element stands."""
    for _ in range(_MOST_CLIMBS):
        parent = element.getparent()
        if element.tag not in _INLINE or parent is None:
            break
        element = parent
    return text_of(element)[:_LONGEST]


def _facts(page: Page, label: Label) -> Iterator[str]:
    """What a list of facts (`<li><strong>Date</strong> 17.04.2015`) gives for a label that stands in it only once."""
    found = []
    for element in islice(_LISTED(page.tree), _MOST):
        name = element if element.tag == "dt" else element[0]
        said = text_of(name) if element.tag == "dt" or not (element.text or "").strip() else ""
        if CLOSED.get(key_of(said.rstrip(" :"))) is not label:
            continue
        behind = element.getnext() if element.tag == "dt" else element
        value = "" if behind is None else text_of(behind)
        found.append(value.removeprefix(said).strip(" :"))
    if len(found) == 1:
        yield found[0]
