"""Boxes in which a page sets its writers, with their posts and portraits: the names that stand in them.

Not for lines of text (`bylines`), nor for which box is a writer's (`authors`).
"""

from __future__ import annotations

from itertools import islice

from lxml.etree import _Element

from generator.ingest.readers.pages.bylines import names_of_line
from generator.ingest.readers.pages.sites import Site
from generator.ingest.readers.pages.strings import text_of

_MOST_WITHIN = 50
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
