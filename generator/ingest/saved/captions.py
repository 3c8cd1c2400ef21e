"""Tells the captions of pictures: what says to be one, and what editors set below a picture or in one box with it, by
how it is set apart from the text.

The latter are given the name that systems give to captions, so that all that follows treats them so. Not for telling
by an element whether it is a caption (markup.elements), nor for which are kept (pictures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.markup.elements import HEADINGS, is_caption, is_hidden, is_italic, tag_of, text_of
from generator.ingest.saved.marks import is_around, is_body, leads_to_picture, names_of
from generator.ingest.saved.segments import Node, Segment, key_of

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
_BOXES = frozenset({"div", "section"})
_TEXTS = frozenset({"div", "p", "span", "small"})
_NOT_IN_CAPTIONS = (*HEADINGS, *_PICTURE, "a", "time", "iframe", "table", "ul", "ol", "form", "button", "blockquote")
_NO_CAPTION = re.compile(
    r"author|writer|byline|avatar|profile|user|date|time|meta|title|head|logo|brand|card|teaser|item|post|video|player|icon",
    re.IGNORECASE,
)
_OF_PICTURE = re.compile(r"image|img|photo|figure|gallery|picture|pic(?:$|[\s_-]|-?box)", re.IGNORECASE)
_DIGITS = re.compile(  # a time, or hardly more than a day
    r"\d{1,2}[:/.-]\d{2}\b|^(?=.{0,45}$).*\b\d{1,2}(?:st|nd|rd|th)?,? (?:[^\W\d]+,? )?(?:19|20)\d{2}\b"
)
_SMALL_SIZES = frozenset({"1", "2", "-1", "-2"})  # of a font, where 3 is usual
_SHORTEST_ALT = 8
_FEWEST_WORDS, _MOST_ALIKE, _MOST_BEHIND, _MOST_IN_BOX = 4, 2, 8, 30
_STOPS = (".", ":", "؟", "?", "!", "…")


def in_caption(segment: Segment, within: HtmlElement | None = None) -> bool:
    """Whether all of a segment stands in a caption, in the element `within` where that is given."""
    return all(any(map(is_caption, _up_to(element, within))) for element, _ in _held(segment))


def _held(segment: Segment) -> list[Node]:
    """The nodes of a segment; of a text behind an element the element around both."""
    return [(each if where == "text" else each.getparent(), where) for each, where in segment.nodes]


def _up_to(element: HtmlElement, within: HtmlElement | None) -> Iterator[HtmlElement]:
    for each in (element, *element.iterancestors()):
        yield each
        if each is within:
            return


def keep_captions_of_tables(segments: Sequence[Segment]) -> None:
    """Keep what a figure says of the table in it that is kept."""
    figures = {each for segment in segments if segment.kept for each in segment.block.iterancestors("figure")}
    tables = {each for each in figures if next(each.iterdescendants("table"), None) is not None}
    for segment in segments if tables else ():
        if in_caption(segment):
            segment.kept = segment.kept or not tables.isdisjoint(segment.block.iterancestors("figure"))


def name_captions(body: HtmlElement) -> None:
    """Name each paragraph below a picture that is set apart as its caption is, or stands in one box with it."""
    boxes: dict[HtmlElement, HtmlElement] = {}
    for image in list(islice(body.iter(*_PICTURE), _MOST_PICTURES)):
        holder = _holder_of(image)
        below = None if holder is None else _below(holder)
        is_said = holder is not None and below is not None and (_is_alt(image, below) or _is_said_of(holder, below))
        if below is not None and is_said:
            _name(below)
        elif (small := _small_below(image)) is not None:
            small.tag = "span"
            _name(small)
        elif (found := _boxed_with(image)) is not None:
            boxes[found[0]] = found[1]
    for box, text in boxes.items():
        if sum(_are_alike(box, other) for other in boxes) <= _MOST_ALIKE:
            _name(text)


def _name(element: HtmlElement) -> None:
    element.set("class", f"{element.get('class') or ''} {_NAME}".strip())


def _small_below(image: HtmlElement) -> HtmlElement | None:
    """The element in small letters or italics that is all the text of a picture's block, below the picture."""
    block = next((each for each in islice(image.iterancestors(), _MOST_CLIMBS) if tag_of(each) in _BLOCKS), None)
    text = "" if block is None else text_of(block)
    if block is None or not 3 < len(text) <= _LONGEST or sum(1 for _ in block.iter(*_PICTURE)) != 1:
        return None
    for each in islice(block.iter("font", "small", "em", "i", "span"), _MOST_BEHIND):
        is_small = is_italic(each) or tag_of(each) == "small" or (each.get("size") or "").strip() in _SMALL_SIZES
        if text_of(each) == text and (is_small or _SMALL.search(each.get("style") or "")):
            is_caption_like = not text.endswith(_STOPS) or _CREDIT.search(text) is not None
            is_link = (
                next(each.iter("a", *_PICTURE), None) is not None or next(each.iterancestors("a"), None) is not None
            )
            return each if is_caption_like and not is_link else None
    return None


def _boxed_with(image: HtmlElement) -> tuple[HtmlElement, HtmlElement] | None:
    """The box that holds a picture and one short text besides, and that text, where longer texts follow the box."""
    if next(image.iterancestors("figure"), None) is not None or (image.get("src") or "").endswith(".svg"):
        return None
    box = next((each for each in islice(image.iterancestors(), _MOST_CLIMBS) if _has_text(each)), None)
    is_link = any(not leads_to_picture(each) for each in image.iterancestors("a"))
    if is_link and (box is None or _OF_PICTURE.search(names_of(box)) is None):  # another article's card
        return None
    if box is None or tag_of(box) not in _BOXES or sum(1 for _ in islice(box.iter(), _MOST_IN_BOX)) == _MOST_IN_BOX:
        return None
    if sum(1 for _ in box.iter(*_PICTURE)) != 1 or is_body(box) or _is_of_else(box) or is_around(box):
        return None
    texts = [each for each in box if text_of(each)]
    is_bare = bool((box.text or "").strip()) or any((each.tail or "").strip() for each in box)
    if len(texts) != 1 or is_bare or is_caption(texts[0]) or not _may_caption(texts[0]):
        return None
    behind = sum(len(text_of(each)) for each in islice(_behind(box), _MOST_BEHIND))
    return (box, texts[0]) if behind > len(text_of(texts[0])) else None


def _has_text(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext())


def _may_caption(element: HtmlElement) -> bool:
    """Whether a text is of a caption's length, more than a name, leads nowhere, and is no time."""
    said = text_of(element)
    if tag_of(element) not in _TEXTS or next(element.iter(*_NOT_IN_CAPTIONS), None) is not None:
        return False
    is_long = len(said.split()) >= _FEWEST_WORDS and len(said) <= _LONGEST
    return is_long and not _is_of_else(element) and _DIGITS.search(said) is None


def _is_of_else(element: HtmlElement) -> bool:
    """Whether an element is named after something else than a picture."""
    names = names_of(element)
    return _NO_CAPTION.search(names) is not None and _OF_PICTURE.search(names) is None


def _behind(box: HtmlElement) -> Iterator[HtmlElement]:
    """What follows a box in its element."""
    following = box.getnext()
    while following is not None:
        yield following
        following = following.getnext()


def _are_alike(box: HtmlElement, other: HtmlElement) -> bool:
    return box.getparent() is other.getparent() and box.get("class") == other.get("class")


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


def _is_alt(image: HtmlElement, below: HtmlElement) -> bool:
    """Whether a short block says in the same words what the picture above it says to who does not see it."""
    said = key_of(text_of(below))
    return _SHORTEST_ALT <= len(said) <= _LONGEST and said == key_of(image.get("alt") or "")


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
