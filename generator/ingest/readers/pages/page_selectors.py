"""What the selectors of a publisher find in one of its pages: title, date, authors, body, and what is no part of it.

The last resort for pages that cannot be read without them. Not for which selectors are a page's (publishers).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from lxml import html
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from generator.errors import Problem, Severity
from generator.ingest.dissect.labels import Zone, read_field
from generator.ingest.dissect.names import split_names
from generator.ingest.readers.pages.dates import value_of
from generator.ingest.readers.pages.strings import clean, text_of
from generator.model.publisher import Label, Selectors
from generator.model.source import Claim, FieldName
from generator.text.arabic import is_arabic
from generator.text.dates import read_date

# The selectors of the page at an address (None: not known), of a day (None: not known).
FindSelectors = Callable[[str | None, date | None], Selectors | None]

_MEDIA = ("img", "picture", "video", "audio", "iframe", "embed", "object")
_ANY_DAY = date(9999, 1, 1)


@dataclass(frozen=True, slots=True)
class Selection:
    """What was found: claims, the body as HTML (None: no selector found one), what was taken out of the page word for
    word, and the parts for which no selector found anything."""

    claims: tuple[Claim, ...] = ()
    body: str | None = None
    removed: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


def select(page: HtmlElement, selectors: Selectors) -> Selection:
    """What the selectors find. All that `remove` selects is taken out of `page`."""
    title = [Claim(FieldName.TITLE, text_of_any(each), rule) for each, rule in _first(page, selectors.title)][:1]
    dates = [Claim(FieldName.PUBLISHED, value_of(each), rule) for each, rule in _first(page, selectors.date, value_of)]
    authors = [claim for each, rule in _first(page, selectors.authors) for claim in _authors(each, rule)]
    removed = tuple(_take_out(page, selectors.remove))
    bodies = [each for each, _ in _first(page, selectors.body, _content_of)]
    body = "".join(html.tostring(each, encoding="unicode", with_tail=False) for each in _outermost(bodies))
    found = {"title": title, "date": dates, "authors": authors, "body": bodies}
    missed = tuple(name for name, what in found.items() if getattr(selectors, name) and not what)
    return Selection((*title, *dates, *authors), body or None, removed, missed)


def first_day(claims: Sequence[Claim], *, otherwise: date | None) -> date | None:
    """The day that the first readable claim of a page for its publication tells; `otherwise` where none can be read.

    It is only to say which of a publisher's versions the page is of: numbers in an unknown order are read day first.
    """
    for claim in claims:
        if claim.name is FieldName.PUBLISHED:
            found = read_date(claim.value, today=_ANY_DAY, arabic=is_arabic(claim.value)) or read_date(
                claim.value, today=_ANY_DAY, day_first=True
            )
            if found is not None:
                return date(found.date.year, found.date.month or 1, found.date.day or 1)
    return otherwise


def tell_missed(selection: Selection, selectors: Selectors, path: Path) -> tuple[Problem, ...]:
    """That a publisher's selectors have found nothing in a page."""
    return tuple(
        Problem(
            "selector-found-nothing",
            f"the publisher's selectors for `{name}` find nothing in this page; it was read as any other",
            path,
            expected=", ".join(getattr(selectors, name)),
            found="no such element, or an empty one",
            cure=f"correct `{name}` below `selectors` in the publisher's file, or give older pages their own version",
            severity=Severity.HINT,
        )
        for name in selection.missed
    )


def text_of_any(element: HtmlElement) -> str:
    """The words of an element: those that it shows, or, of a `meta`, those that it states."""
    return clean(element.get("content") or "") if element.tag == "meta" else text_of(element)


def _content_of(element: HtmlElement) -> str:
    """What of an element could be a body: its words, else that it has a picture or the like."""
    return text_of(element) or next((str(each.tag) for each in element.iter(*_MEDIA)), "")


def _first(
    page: HtmlElement, selectors: Sequence[str], read: Callable[[HtmlElement], str] = text_of_any
) -> list[tuple[HtmlElement, str]]:
    """The elements that the first selector finds which finds any with something to read, and the rule that says so."""
    for selector in selectors:
        found = [each for each in _compiled(selector)(page) if isinstance(each.tag, str) and read(each)]
        if found:
            return [(each, f"selector:{selector}") for each in found]
    return []


@lru_cache(maxsize=1024)
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def _authors(element: HtmlElement, rule: str) -> Iterator[Claim]:
    """The names that an element gives, without the label before them."""
    text = text_of_any(element)
    labelled = read_field(text, Zone.HEAD)
    names = split_names(labelled.value if labelled is not None and labelled.label is Label.AUTHOR else text)
    for name in names or (text,):
        yield Claim(FieldName.AUTHOR, name, rule, raw=text if name != text else "")


def _take_out(page: HtmlElement, selectors: Sequence[str]) -> Iterator[str]:
    """Take out of a page all that the selectors find, and give the words of it."""
    for selector in selectors:
        for element in _outermost(_compiled(selector)(page)):
            if element.getparent() is not None:
                text = text_of(element)
                element.drop_tree()
                if text:
                    yield text


def _outermost(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The elements that stand in no other of them."""
    every = set(elements)
    return [each for each in elements if isinstance(each.tag, str) and every.isdisjoint(each.iterancestors())]
