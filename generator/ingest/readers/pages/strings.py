"""Strings of a page as its readers see them: entities undone, stray markup gone, damage repaired, on one line.

Not for bodies (their blocks keep markup as Markdown), nor for what a string means.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from html.entities import html5

from lxml.etree import _Element, iterwalk

from generator.ingest.dissect.lines import key_of
from generator.text.repair import repair_inline

LONGEST = 2000
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")
_INLINE_MARKUP = re.compile(
    r"</?(?:b|i|em|strong|span|font|u|s|a|sup|sub|small|mark|q|cite|abbr|p|div|h[1-6])(?:\s[^<>]*)?>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>|\\[nrt](?![a-zA-Z:\\/])", re.IGNORECASE)
_MOST_NODES = 4000
_MOST_ESCAPES = 3  # a template that escapes what its editor escaped before the database escaped it
_UNSEEN = frozenset(
    {"script", "style", "template", "svg", "noscript", "button", "select", "textarea", "math", "iframe", "head"}
)
_FOR_THE_EAR = frozenset({"visuallyhidden", "sronly", "screenreadertext", "screenreader", "offscreen"})
_BREAKING = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "dd", "dt"})
_WORD = re.compile(r"\w+")
# Texts of these characters only have nothing that could be repaired: most of the strings of a page.
_SOUND = re.compile("[ -~\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u0669«»“”‘’–—…]*+")


def clean(text: str) -> str:
    """One line of plain text from an attribute's value, JSON's string or an element's text.

    Entities that were escaped twice or three times are undone; inline tags that an editor left in are dropped.
    """
    return _clean(text[:LONGEST])


@lru_cache(maxsize=1024)
def _clean(text: str) -> str:
    for _ in range(_MOST_ESCAPES):
        unescaped = _ENTITY.sub(_of_entity, text)
        if unescaped == text:
            break
        text = unescaped
    if "<" in text or "\\" in text:
        text = _INLINE_MARKUP.sub("", _BREAK.sub(" ", text))
    text = " ".join(text.split())
    return text if _SOUND.fullmatch(text) and "???" not in text else repair_inline(text)


def _of_entity(match: re.Match[str]) -> str:
    """What an entity stands for; words that only look like one (`AT&Tea;`) stay."""
    name = match["name"]
    return match[0] if name is not None and f"{name};" not in html5 else html.unescape(match[0])


def text_of(element: _Element, *, without: frozenset[_Element] = frozenset()) -> str:
    """The text of an element that a reader sees, cleaned; elements in `without` and what is not shown are left out."""
    if len(element) == 0:
        return clean(element.text or "")
    parts: list[str] = []
    left_out: list[_Element] = []
    length = 0
    for count, (event, node) in enumerate(iterwalk(element, events=("start", "end", "comment", "pi"))):
        if event in {"comment", "pi"}:
            parts.append("" if left_out else node.tail or "")
        elif event == "start":
            if left_out or (node is not element and (node in without or is_unseen(node))):
                left_out.append(node)
                continue
            parts.append(_opening(node))
        else:
            if left_out:
                left_out.pop()
            if node is element:
                break
            if not left_out:
                parts.append(_closing(node))
        length += len(parts[-1]) if parts else 0
        if length > 4 * LONGEST or count > _MOST_NODES:
            break
    return clean("".join(parts))


def _opening(node: _Element) -> str:
    if not isinstance(node.tag, str):
        return ""
    return (" " if node.tag in _BREAKING else "") + (node.text or "")


def _closing(node: _Element) -> str:
    return (" " if node.tag in _BREAKING else "") + (node.tail or "")


def is_unseen(element: _Element) -> bool:
    """Whether nothing of an element is shown: scripts, and spans that only a screen reader says."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "").lower():
        return True
    return is_for_the_ear(element)


def is_for_the_ear(element: _Element) -> bool:
    """Whether an element is there for screen readers only, by the names that style sheets use for that."""
    names = (element.get("class") or "").lower().replace("-", "").replace("_", "").split()
    return any(name in _FOR_THE_EAR for name in names)


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded, for comparing."""
    return tuple(_WORD.findall(key_of(text)))


def is_same(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, spelling variants and punctuation."""
    return bool(words_of(one)) and words_of(one) == words_of(other)


def agrees(one: str, other: str) -> bool:
    """Whether two titles are of one article: the same, one cut short or lengthened, or most of the words shared."""
    first, second = words_of(one), words_of(other)
    short, long = sorted((first, second), key=len)
    if not short:
        return False
    joined_short, joined_long = " ".join(short), " ".join(long)
    if f" {joined_short} " in f" {joined_long} ":
        return len(short) >= 3 or len(short) * 2 >= len(long)
    if len(joined_short) > 40 and joined_long.startswith(joined_short):
        return True  # cut within a word
    shared = len(set(short) & set(long))
    return shared >= 3 and shared >= 0.6 * len(set(long)) and shared >= 0.75 * len(set(short))
