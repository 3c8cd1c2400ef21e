"""Unfolds the rest of a text that a page hides until a reader asks for more.

Not for what a page hides for other reasons: menus, copies for other screens, words for search engines.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.markup.elements import is_hidden, tag_of, text_of

_MORE = re.compile(
    r"(?:اقرأ|إقرأ|اقرا|قراءة|عرض|إظهار|اظهار|متابعة|شاهد|تابع)\s+(?:المزيد|القراءة|بقية\s+\w+|الباقي|كامل\s+\w+|التفاصيل)|المزيد|"
    r"(?:read|show|see)\s+(?:more|full\s+\w+|all)|continue\s+reading",
    re.IGNORECASE,
)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)[^;]*;?", re.IGNORECASE)
_PROSE = 60
_FARTHEST = 3
_LONGEST_CONTROL = 40
_MOST_HIDDEN = 200
_TEXTS = frozenset({"p", "div", "span", "section"})


def unfold(body: HtmlElement) -> None:
    """Show each hidden element that goes on with prose beside it and has a control for showing it next to it."""
    hidden = (element for element in body.iter() if tag_of(element) in _TEXTS and _is_folded(element))
    for element in list(islice(hidden, _MOST_HIDDEN)):
        if _has_control(element) and _goes_on(element) and len(text_of(element)) >= _PROSE:
            element.attrib.pop("hidden", None)
            element.set("style", _HIDING.sub("", element.get("style") or ""))


def _is_folded(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDING.search(element.get("style") or ""))


def _has_control(element: HtmlElement) -> bool:
    """Whether a link or button that says «اقرأ المزيد» stands right before or after an element, and leads nowhere."""
    beside = (*islice(element.itersiblings(), _FARTHEST), *islice(element.itersiblings(preceding=True), _FARTHEST))
    return any(map(_is_control, (each for one in beside for each in (one, *islice(one.iterdescendants(), _FARTHEST)))))


def _is_control(element: HtmlElement) -> bool:
    address = element.get("href") or ""
    if tag_of(element) not in ("a", "button", "span") or (address and not address.startswith(("#", "javascript:"))):
        return False
    text = text_of(element)
    return len(text) <= _LONGEST_CONTROL and _MORE.match(text.strip(" .…»›+")) is not None


def _goes_on(element: HtmlElement) -> bool:
    """Whether prose that is shown stands before an element in the same one."""
    before = islice(element.itersiblings(preceding=True), 2 * _FARTHEST)
    return any(tag_of(each) in _TEXTS and not is_hidden(each) and len(text_of(each)) >= _PROSE for each in before)
