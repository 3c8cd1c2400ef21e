"""Finds the captions that editors set as plain paragraphs below a picture, by how these are set apart from the text.

They are given the name that systems give to captions, so that all that follows treats them so. Not for captions that
say what they are (markup.elements).
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.markup.elements import is_caption, is_hidden, is_italic, tag_of, text_of

_NAME = "caption-text"
_BLOCKS = frozenset({"p", "div", "center", "h4", "h5", "h6"})
_PICTURE = frozenset({"img", "amp-img"})
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_SMALL = re.compile(
    r"font-size\s*:\s*(?:(?:[1-9]|1[0-2])(?:\.\d+)?(?:px|pt)|x?x?-?small(?:er)?|0\.[5-8]\d*r?em)", re.IGNORECASE
)
_CREDIT = re.compile(
    r"^(?:الصورة|صورة|تصوير|عدسة|photo|image|picture)\s*[:：]|[(\[©/–—-]\s*(?:تصوير|عدسة|أرشيف|[اأ]رشيفية|رويترز|"
    r"أ ?ف ?ب|فرانس برس|أسوشيتد برس|الأناضول|غيتي|getty|afp|reuters|ap|epa|shutterstock)[^()\n]{0,25}[)\]]?$",
    re.IGNORECASE,
)
_MOST_PICTURES = 300
_LONGEST = 220
_MOST_CLIMBS = 3
_STOPS = (".", ":", "؟", "?", "!", "…")


def name_captions(body: HtmlElement) -> None:
    """Name each paragraph below a picture that is set apart as its caption is."""
    for image in list(islice(body.iter(*_PICTURE), _MOST_PICTURES)):
        holder = _holder_of(image)
        below = None if holder is None else _below(holder)
        if holder is not None and below is not None and _is_said_of(holder, below):
            below.set("class", f"{below.get('class') or ''} {_NAME}".strip())


def _holder_of(image: HtmlElement) -> HtmlElement | None:
    """The block that holds a picture and no text, beside blocks of text."""
    if next(image.iterancestors("figure"), None) is not None:
        return None
    for element in islice(image.iterancestors(), _MOST_CLIMBS):
        if tag_of(element) in _BLOCKS:
            return None if text_of(element) else element
    return None


def _below(holder: HtmlElement) -> HtmlElement | None:
    """The block right below a picture, where it has text and no picture."""
    if (holder.tail or "").strip():
        return None
    below = holder.getnext()
    if below is None or tag_of(below) not in ("p", "div", "center") or is_hidden(below) or is_caption(below):
        return None
    return below if next(below.iter(*_PICTURE, "iframe", "table", "ul", "ol", "h1", "h2", "h3"), None) is None else None


def _is_said_of(holder: HtmlElement, below: HtmlElement) -> bool:
    """Whether a short block below a picture is set as no paragraph of the text is: in italics or small letters, centred
    as the picture is, or with the picture's credit behind it."""
    text = text_of(below)
    following = below.getnext()
    if not 3 < len(text) <= _LONGEST or text.endswith(_STOPS) or next(below.iter("b", "strong"), None) is not None:
        return bool(text) and len(text) <= _LONGEST and _CREDIT.search(text) is not None
    if following is not None and _is_set_alike(below, following):
        return False
    is_centred = _is_centred(holder) and _is_centred(below)
    return is_centred or _is_set_whole(below, text) or _CREDIT.search(text) is not None


def _is_set_alike(below: HtmlElement, following: HtmlElement) -> bool:
    """Whether the block after it is text that is set in the same way: a poem, a letter in italics."""
    text = text_of(following)
    if not text or next(following.iter(*_PICTURE), None) is not None:
        return False
    both_centred = _is_centred(below) and _is_centred(following)
    return both_centred or (_is_set_whole(following, text) and _is_set_whole(below, text_of(below)))


def _is_centred(element: HtmlElement) -> bool:
    if tag_of(element) == "center" or (element.get("align") or "").lower() == "center":
        return True
    return _CENTRED.search(element.get("style") or "") is not None or "has-text-align-center" in (
        element.get("class") or ""
    )


def _is_set_whole(element: HtmlElement, text: str) -> bool:
    """Whether all of a block is in italics or in small letters."""
    for each in islice(element.iter(), 4):
        is_small = tag_of(each) == "small" or _SMALL.search(each.get("style") or "") is not None
        if isinstance(each.tag, str) and (is_small or is_italic(each)) and text_of(each) == text:
            return True
    return False
