"""Bars, whatever was chosen, what by its form is none of the article: other whole articles below it, dialogs, forms
with their words, tables of contents, and a copy of the text for machines.

Not for what leads to other articles or stands above and below the text (trimming).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.markup.elements import HEADINGS, tag_of
from generator.ingest.saved.asking import asking_boxes
from generator.ingest.saved.marks import names_of
from generator.ingest.saved.segments import Segment

PROSE = 60
_MOST_IN_DIALOG = 0.5
_LONGEST_FORM = 250
_MOST_CLIMBS = 2
_MOST_FORMS = 200
_MOST_HEADS = 50
_FARTHEST_BEFORE = 8
_LONGEST_LABEL = 20
_LEAST_LINKS = 4
_LEAST_COPY, _LONGEST_COPY, _MOST_COPIES = 200, 40_000, 5
_LEAST_COPIED = 0.8
_MOST_PARTS = 2000
_OPINION = re.compile(r"(?:^|[\s_-])(?:polls?|quiz|survey|feedback|helpful|ratings?|vote)(?:$|[\s_-])", re.IGNORECASE)
_DIALOGS = frozenset({"dialog", "alertdialog"})


def bar_parts(segments: Sequence[Segment], title: str) -> None:
    """Bar what is none of the article. `title` is the key of the article's title."""
    within: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        for element in (segment.block, *segment.block.iterancestors()):
            within.setdefault(element, []).append(segment)
    _bar_other_articles(segments, title, within)
    _bar_dialogs(segments, within)
    for box in asking_boxes(within, title):
        bar(box)
    _bar_forms(within)
    _bar_contents(segments, within)
    _bar_cells_of_links(within)
    _bar_copies(segments)


def bar(segments: Iterable[Segment]) -> None:
    """Take away the mark of segments, and see that they do not get it back."""
    for segment in segments:
        segment.kept, segment.barred = False, True


def before(segments: Sequence[Segment], at: int) -> Segment | None:
    """The last segment before a place that has letters, not looked for far away."""
    return next((segments[n] for n in range(at - 1, max(at - _FARTHEST_BEFORE, -1), -1) if segments[n].key), None)


def _is_prose(segment: Segment) -> bool:
    return len(segment.key) >= PROSE and not segment.is_linked


def _letters(segments: Iterable[Segment]) -> int:
    return sum(len(each.key) for each in segments if not each.is_linked)


def _bar_other_articles(segments: Sequence[Segment], title: str, within: dict[HtmlElement, list[Segment]]) -> None:
    """Bar articles that the page loads below its own, each in an element like that of the first, with an h1."""
    heads = [head for segment in segments if (head := _head_of(segment)) is not None]
    own = next((head for head in heads if title and _key(within.get(head, ())) == title), None)
    if own is None or heads[-1] is own:
        return
    holding = {element: child for child, element in zip(_chain(own), _chain(own)[1:], strict=False)}
    for other in islice(dict.fromkeys(heads), _MOST_HEADS):
        chain = _chain(other)
        place = next((at for at, element in enumerate(chain) if element in holding), 0)
        if other is own or place == 0:
            continue
        first, second = holding[chain[place]], chain[place - 1]
        if _is_part(other, second):
            continue
        if _are_alike(first, second) and all(any(map(_is_prose, within.get(each, ()))) for each in (first, second)):
            bar(within[second])


def _is_part(head: HtmlElement, element: HtmlElement) -> bool:
    """Whether an element with a head of its own is a part of one article: it stands in an `<article>` and is none, and
    has neither a time of its own nor a head that leads to another page."""
    if tag_of(element) == "article" or next(element.iterancestors("article"), None) is None:
        return False
    return next(element.iter("time"), None) is None and next(head.iter("a"), None) is None


def _head_of(segment: Segment) -> HtmlElement | None:
    return next((each for each in (segment.block, *segment.block.iterancestors()) if tag_of(each) == "h1"), None)


def _chain(element: HtmlElement) -> list[HtmlElement]:
    return [element, *element.iterancestors()]


def _key(segments: Iterable[Segment]) -> str:
    return "".join(segment.key for segment in segments)


def _are_alike(first: HtmlElement, second: HtmlElement) -> bool:
    if tag_of(first) != tag_of(second) or tag_of(first) == "h1":
        return False
    classes = [set((each.get("class") or "").split()) for each in (first, second)]
    return tag_of(first) == "article" or bool(classes[0] & classes[1])


def _bar_dialogs(segments: Sequence[Segment], within: dict[HtmlElement, list[Segment]]) -> None:
    """Bar dialogs, such as those about cookies, unless most of the page's text is in one."""
    total = _letters(segments)
    for element, inner in within.items():
        if (element.get("role") or "").lower() in _DIALOGS and _letters(inner) <= _MOST_IN_DIALOG * total:
            bar(inner)


def _bar_forms(within: dict[HtmlElement, list[Segment]]) -> None:
    """Bar forms to fill in, with the lines beside them that say what for, and polls."""
    root = next(iter(within), None)
    forms = root.getroottree().iter("form", "div", "section", "fieldset") if root is not None else ()
    for form in islice((each for each in forms if tag_of(each) == "form" or _asks_opinion(each)), _MOST_FORMS):
        best: list[Segment] = []
        element: HtmlElement | None = form
        for _ in range(1 + (_MOST_CLIMBS if tag_of(form) == "form" else 0)):
            inner = within.get(element, []) if element is not None else []
            if element is None or _letters(inner) > _LONGEST_FORM or sum(map(_is_prose, inner)) > 1:
                break
            if any(_head_of(segment) is not None for segment in inner):
                break
            best, element = inner, element.getparent()
        bar(best)


def _asks_opinion(element: HtmlElement) -> bool:
    """Whether an element is by its name and its controls a poll, or asks whether a page was of use."""
    return _OPINION.search(names_of(element)) is not None and next(element.iter("input", "button"), None) is not None


def _bar_contents(segments: Sequence[Segment], within: dict[HtmlElement, list[Segment]]) -> None:
    """Bar lists of links to places within the page, with the label above: a table of contents."""
    places = {segment: at for at, segment in enumerate(segments)}
    for element, inner in within.items():
        keyed = [segment for segment in inner if segment.key]
        if tag_of(element) not in ("ul", "ol") or len(keyed) < 2 or not all(map(_leads_within, keyed)):
            continue
        bar(inner)
        _bar_labels(segments, places[inner[0]], element.getparent())


def _bar_labels(segments: Sequence[Segment], at: int, holder: HtmlElement | None) -> None:
    """Bar the label right above a place, in one element with it, and what shows and hides the contents beside it."""
    while (label := before(segments, at)) is not None:
        if len(label.key) > _LONGEST_LABEL or holder not in _chain(label.block):
            return
        bar([label])
        at = segments.index(label)
        if tag_of(label.block) in HEADINGS or not label.text.startswith("["):
            return


def _leads_within(segment: Segment) -> bool:
    """Whether all of a segment is links to other places of the page."""
    return all(where == "text" and _is_anchor(element) for element, where in segment.nodes)


def _is_anchor(element: HtmlElement) -> bool:
    link = next((each for each in (element, *element.iterancestors()) if tag_of(each) == "a"), None)
    return link is not None and len(link.get("href") or "") > 1 and (link.get("href") or "").startswith("#")


def _bar_cells_of_links(within: dict[HtmlElement, list[Segment]]) -> None:
    """Bar the cells of tables in which nothing but links stand below each other: menus, other articles beside one."""
    for element, inner in within.items():
        if tag_of(element) != "td" or next(element.iterdescendants("table"), None) is not None:
            continue
        links = sum(segment.is_linked for segment in inner)
        if links >= _LEAST_LINKS and _letters(inner) <= _LONGEST_LABEL:
            bar(inner)


def _bar_copies(segments: Sequence[Segment]) -> None:
    """Bar the whole text on one line where its paragraphs stand in the page too (schema.org's articleBody, which a
    style sheet hides), and keep those if it was kept."""
    long = [each for each in segments if _LEAST_COPY <= len(each.key) <= _LONGEST_COPY and not each.linked]
    for copy in sorted(long, key=lambda each: -len(each.key))[:_MOST_COPIES]:
        others = (each for each in segments if each is not copy and PROSE <= len(each.key) < len(copy.key))
        parts = [each for each in islice(others, _MOST_PARTS) if each.key in copy.key]
        parts = list({each.key: each for each in reversed(parts)}.values())
        if len(parts) < 2 or sum(len(each.key) for each in parts) < _LEAST_COPIED * len(copy.key):
            continue
        for part in parts:
            part.kept = (part.kept or copy.kept) and not part.barred
        bar([copy])
