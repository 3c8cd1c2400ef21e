"""The headlines of pages without headings: the line in the largest type, the only bold one above the text, or what
shows a part of the title.

For old newspapers, whose `<title>` names the paper alone, and for pages for printing. Not for pages that state a title.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import XPath, _Element

from generator.ingest.readers.pages.bare_titles import names_no_article
from generator.ingest.readers.pages.classes import is_side, names_of
from generator.ingest.readers.pages.strings import text_of, words_of
from generator.ingest.readers.pages.titles import MOST_UNMARKED, UNMARKED, runs_of
from generator.text.word_sets import word_set

_HEADINGS = XPath("descendant-or-self::*[self::h1 or self::h2 or self::h3 or self::h4]")
_SET = XPath(
    "descendant-or-self::*[(self::font and @size) or ((self::span or self::p) and contains(@style, 'font-size'))]"
)
_NAMED = XPath(
    "descendant-or-self::*[self::div or self::td or self::span or self::p or self::b or self::font][@class or @id]"
)
_NAMES = word_set("hl headline title ttl maintitle newstitle articletitle storytitle posttitle lbltitle newshead")
_SURE_NAMES = _NAMES - word_set("hl title ttl")
_BOLD = XPath("descendant-or-self::*[self::b or self::strong]")
_LINES = frozenset({"div", "p", "td", "center"})
_BELOW_PROSE = XPath("count(preceding::text()[string-length(normalize-space()) > 90]) > 0")
_PROSE = XPath("count(following::text()[string-length(normalize-space()) > 60]) > 0")
_MOST = 400
_SHORTEST, _LONGEST = 2, 30  # words
_FONT = re.compile(r"\s*(?P<sign>[+-]?)(?P<number>[0-9]{1,2})\s*")
_STYLED = re.compile(r"font-size\s*:\s*(?P<number>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?P<unit>pt|px)", re.IGNORECASE)
# https://html.spec.whatwg.org/multipage/rendering.html#rules-for-parsing-a-legacy-font-size
_USUAL_FONT, _POINTS = 3, (7.5, 10, 12, 13.5, 18, 24, 36)
_USUAL, _POINTS_OF_PIXEL = 12, 0.75
_LEAST_SHOWN = 3


def find_plain_headline(tree: _Element, title: str) -> _Element | None:
    """The only heading above the text or, where there is none, the only line in the largest type, the only one that
    calls itself so, or the only bold one; or None. `title` is the page's `<title>`, which names no article."""
    masthead = frozenset(words_of(title))
    headings = [each for each in islice(_HEADINGS(tree), _MOST) if _may_be(each, masthead)]
    if headings:
        return headings[0] if len(headings) == 1 else None
    sizes = {each: size for each in islice(_SET(tree), _MOST) if (size := _size(each))}
    of_text = [size for each, size in sizes.items() if len(words_of(text_of(each))) > _LONGEST]
    least = max(of_text, default=_USUAL)
    large = {each: size for each, size in sizes.items() if size > least and _may_be(each, masthead)}
    largest = [each for each, size in large.items() if size == max(large.values())]
    named = [] if largest else [each for each in islice(_NAMED(tree), _MOST) if _is_named(each, masthead)]
    sure = [each for each in named if names_of(each) & _SURE_NAMES]
    found = largest or sure or named or [each for each in islice(_BOLD(tree), _MOST) if _is_bold_line(each, masthead)]
    return found[0] if len(found) == 1 else None


def _is_named(element: _Element, masthead: frozenset[str]) -> bool:
    """Whether an element that holds a single line calls itself a headline."""
    return bool(names_of(element) & _NAMES) and len(element) == 0 and _may_be(element, masthead)


def _is_bold_line(element: _Element, masthead: frozenset[str]) -> bool:
    """Whether a bold text is all of its line, above all prose."""
    block = element.getparent()
    alone = block is not None and block.tag in _LINES and text_of(block) == text_of(element)
    return alone and not _BELOW_PROSE(element) and _may_be(element, masthead)


def _may_be(element: _Element, masthead: frozenset[str]) -> bool:
    """Whether an element may be a headline by its words and place: they are more than the paper's name, and prose
    follows."""
    text = text_of(element)
    words = words_of(text)
    if not _SHORTEST <= len(words) <= _LONGEST or masthead.issuperset(words) or names_no_article(text):
        return False
    return not _leads_away(element) and bool(_PROSE(element))


def _size(element: _Element) -> float:
    """The size of type, in points, that an element gives; 0 where it gives none."""
    styled = _STYLED.search(element.get("style") or "")
    if styled is not None:
        return float(styled["number"]) * (_POINTS_OF_PIXEL if styled["unit"].lower() == "px" else 1)
    given = _FONT.fullmatch(element.get("size") or "")
    if given is None:
        return 0
    number = int(given["number"])
    number = {"+": _USUAL_FONT + number, "-": _USUAL_FONT - number}.get(given["sign"], number)
    return _POINTS[max(1, min(7, number)) - 1]


def shown_parts(tree: _Element, title: str) -> list[str]:
    """The longest part of a page's `<title>` that an element of any kind shows by itself, as old sites without headings
    do; in a list, which is empty where there is none."""
    runs = (run for run in runs_of(title) if any(map(str.isalpha, run)))
    parts = {words_of(run): run for run in runs if len(words_of(run)) >= _LEAST_SHOWN}
    beginnings = {words[0] for words in parts}
    shown = set()
    for element in islice(UNMARKED(tree), MOST_UNMARKED) if parts else ():
        own = words_of((element.text or "")[:200])
        if own and own[0] in beginnings and not _leads_away(element) and words_of(text_of(element)) in parts:
            shown.add(words_of(text_of(element)))
    return [parts[max(shown, key=len)]] if shown else []


def _leads_away(element: _Element) -> bool:
    """Whether an element is, or stands in, a link or a part of the page beside the article."""
    return any(each.tag == "a" or is_side(each) for each in (element, *element.iterancestors()))
