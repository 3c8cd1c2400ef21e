"""Boxes in which a page sets its writers, with their posts and portraits: the names that stand in them; and cards of
other articles, which name the writers of those.

Not for lines of text (`bylines`), nor for which box is a writer's (`authors`).
"""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element

from generator.ingest.readers.pages.bylines import names_of_line
from generator.ingest.readers.pages.classes import is_about_author
from generator.ingest.readers.pages.sites import Site
from generator.ingest.readers.pages.strings import text_of
from generator.ingest.readers.pages.surroundings import Surroundings

_MOST_WITHIN, _MOST_CLIMBS, _MOST_SIBLINGS = 50, 4, 12
_FEWEST_WORDS = 4  # of a headline
_LINES = frozenset({"div", "p", "li", "h2", "h3", "h4", "h5"})


def names_of_boxes(element: _Element, site: Site) -> tuple[str, ...]:
    """The names that head the boxes of a byline which has one like the other for each of several writers."""
    boxes = [child for child in islice(element, _MOST_WITHIN) if isinstance(child.tag, str)]
    if len(boxes) < 2 or len({(box.tag, box.get("class")) for box in boxes}) > 1:
        return ()
    found = [names_of_line(first_line(box), site) for box in boxes]
    return tuple(name for names in found for name in names) if all(len(names) == 1 for names in found) else ()


def linked_name(element: _Element, site: Site) -> tuple[str, ...]:
    """The name that the first link with text in a box of a writer's is, where more than the name stands in it."""
    first = next((text for link in element.iter("a") if (text := text_of(link))), "")
    return names_of_line(first, site) if first else ()


def first_line(element: _Element) -> str:
    """What stands first in a byline of several lines, such as the name above what its bearer is."""
    for child in islice(element.iterdescendants(), _MOST_WITHIN):
        text = text_of(child) if isinstance(child.tag, str) and child.tag in _LINES else ""
        if text and not any(one.tag in _LINES and text_of(one) for one in child.iterdescendants()):
            return text
    return ""


def is_in_card(element: _Element, around: Surroundings) -> bool:
    """Whether an element stands in one of several cards side by side, each of which leads to an article by a headline:
    whom it names has written that one, and not the article `around` whose headline this is."""
    for box in islice(element.iterancestors(), _MOST_CLIMBS):
        if box in around.members or is_about_author(box):
            return False
        if box.get("class") and _leads_on(box) and _has_alike(box):
            return True
    return False


def _leads_on(box: _Element) -> bool:
    """Whether a link of several words, as headlines are, stands in a box."""
    return any(len(text_of(link).split()) >= _FEWEST_WORDS for link in islice(box.iter("a"), _MOST_WITHIN))


def _has_alike(box: _Element) -> bool:
    """Whether a box that leads on stands beside another of its kind."""
    beside = (*islice(box.itersiblings(), _MOST_SIBLINGS), *islice(box.itersiblings(preceding=True), _MOST_SIBLINGS))
    alike = (each for each in beside if each.tag == box.tag and each.get("class") == box.get("class"))
    return any(map(_leads_on, alike))
