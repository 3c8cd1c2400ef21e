"""The headlines of pages without headings: the line in the largest type, or what shows a part of the title.

For old newspapers, whose `<title>` names the paper alone, and for pages for printing. Not for pages that state a title.
"""

from __future__ import annotations

from itertools import islice

from lxml.etree import XPath, _Element

from generator.ingest.readers.pages.classes import is_side
from generator.ingest.readers.pages.strings import text_of, words_of
from generator.ingest.readers.pages.titles import MOST_UNMARKED, UNMARKED, names_no_article, runs_of

_HEADINGS = XPath("descendant-or-self::*[self::h1 or self::h2 or self::h3 or self::h4]")
_SET = XPath("descendant-or-self::font[@size]")
_PROSE = XPath("count(following::text()[string-length(normalize-space()) > 100]) > 0")
_MOST = 400
_SHORTEST, _LONGEST = 3, 30  # words
_USUAL = 3  # https://html.spec.whatwg.org/multipage/rendering.html#rules-for-parsing-a-legacy-font-size
_LARGE = 4
_LEAST_SHOWN = 3


def find_plain_headline(tree: _Element, title: str) -> _Element | None:
    """The only heading above the text or, where there is none, the only line in the largest type; or None. `title` is
    the page's `<title>`, which names no article."""
    masthead = frozenset(words_of(title))
    headings = [each for each in islice(_HEADINGS(tree), _MOST) if _may_be(each, masthead)]
    if headings:
        return headings[0] if len(headings) == 1 else None
    sizes = {each: _size(each) for each in islice(_SET(tree), _MOST)}
    large = [(each, size) for each, size in sizes.items() if size >= _LARGE and _may_be(each, masthead)]
    largest = [each for each, size in large if size == max(size for _, size in large)]
    return largest[0] if len(largest) == 1 else None


def _may_be(element: _Element, masthead: frozenset[str]) -> bool:
    """Whether an element may be a headline by its words and place: they are more than the paper's name, and prose
    follows."""
    text = text_of(element)
    words = words_of(text)
    if not _SHORTEST <= len(words) <= _LONGEST or masthead.issuperset(words) or names_no_article(text):
        return False
    return not _leads_away(element) and bool(_PROSE(element))


def _size(font: _Element) -> int:
    """The size of type, from 1 to 7, that a `font` gives; 0 where it gives none."""
    given = (font.get("size") or "").strip()
    sign, digits = (given[0], given[1:]) if given[:1] in {"+", "-"} else ("", given)
    if not (digits.isascii() and digits.isdigit()):
        return 0
    number = int(digits[:3])
    return {"+": _USUAL + number, "-": _USUAL - number}.get(sign, number)


def shown_parts(tree: _Element, title: str) -> list[str]:
    """The longest part of a page's `<title>` that an element of any kind shows by itself, as old sites without headings
    do; in a list, which is empty where there is none."""
    parts = {words_of(run): run for run in runs_of(title) if len(words_of(run)) >= _LEAST_SHOWN}
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
