"""What the elements of HTML are to a reader of articles: within a line or not, shown or not; by tag, attributes, style.

Not for walking a page (markup.flow), nor for what is an article in it (readers.saved_page).
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br", "img", "amp-img", "picture",
    "source", "track",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What is seen but is no text of an article: kept among what was removed.
CONTROLS = frozenset({"button", "select", "input", "textarea", "option", "nav", "menu", "dialog"})
EMBEDS = frozenset({"iframe", "video", "audio", "embed", "amp-youtube", "amp-iframe", "amp-video", "amp-twitter"})
BLOCKS = frozenset({
    "form", "fieldset",
    "address", "article", "aside", "blockquote", "caption", "center", "col", "colgroup", "dd",
    "details", "dir", "div", "dl", "dt", "figcaption", "figure", "footer", "header", "hgroup", "hr",
    "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
ELEMENTS = INLINE | HEADINGS | CONTROLS | EMBEDS | BLOCKS

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
# Text for screen readers only, and the controls that enlarge a picture or hide its caption.
_READERS_ONLY = re.compile(
    r"(?:^|[\s_-])(?:sr-only|screen-reader-(?:text|only)|(?:visually-?hidden|hid(?:e|den)-visually)|show-for-sr|element-invisible)(?:$|[\s_-])|"
    r"(?:^|\s)(?:(?:hide|toggle)-caption|enlarge-link)(?:$|\s)"
)
_OF_WIKI = re.compile(r"(?:^|\s)mw-(?:editsection|jump-link)(?:$|\s)")  # what MediaWiki leaves out of print
_LONGEST_IN_CELL = 300
_WAYS_BACK = frozenset({"↩", "↑", "^", "⤴", "⏎", "↵"})
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-caption-text|wp-caption-dd|(?:img|image|photo|picture|figure|media|pic)-?_?(?:field-)?"
    r"(?:caption(?:-text)?|desc(?:ription)?|legende?)|"
    r"(?:photo|image|img|picture|pic)-?_?credits?|"
    r"caption-text|caption-?(?:credit|and-?credit|attribution)(?:-(?:container|wrap(?:per)?))?|figcaption|[a-z]{0,8}caption|"
    r"(?:image-)?cutline)(?:$|\s|__|-m_)",
    re.IGNORECASE,
)


def tag_of(element: HtmlElement) -> str:
    """An element's name in small letters; empty for comments and instructions."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_inline(element: HtmlElement) -> bool:
    """Whether an element stands within a line."""
    return tag_of(element) in INLINE and not _BLOCK_STYLE.search(element.get("style") or "")


def is_hidden(element: HtmlElement) -> bool:
    """Whether no reader sees an element."""
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true":
        return True
    names = (element.get("class") or "").lower()
    if _READERS_ONLY.search(names) or _OF_WIKI.search(names):
        return True
    return bool(_HIDING.search(element.get("style") or ""))


def is_way_back(element: HtmlElement) -> bool:
    """Whether an element is no more than the arrow that leads from a note back to where it was called."""
    if tag_of(element) != "a" or not (element.get("href") or "").startswith("#"):
        return False
    return text_of(element).strip("\ufe0e\ufe0f") in _WAYS_BACK


def is_caption(element: HtmlElement) -> bool:
    """Whether an element holds the caption of a picture beside it."""
    tag = tag_of(element)
    if tag == "figcaption":
        return True
    if tag == "td":
        return _is_below_picture(element)
    if tag == "p" and _is_centred(element) and not _is_centred(element.getnext()) and is_behind_picture(element):
        return True
    return tag in {"p", "div", "span", "dd", "small", "em", "blockquote"} and bool(
        _CAPTION.search(element.get("class") or "") or _CAPTION.search(element.get("id") or "")
    )


def _is_centred(element: HtmlElement | None) -> bool:
    return element is not None and (element.get("align") or "").lower() == "center"


def is_behind_picture(element: HtmlElement) -> bool:
    """Whether the element before this one shows one picture and says nothing, and this one says a little."""
    before = element.getprevious()
    if before is None or tag_of(before) not in {"p", "div", "center", "img"}:
        return False
    pictures = sum(tag_of(each) == "img" for each in before.iter())
    return pictures == 1 and not text_of(before) and 0 < len(text_of(element)) <= _LONGEST_IN_CELL


def _is_below_picture(cell: HtmlElement) -> bool:
    """Whether a cell is the second of a table of two rows, the first of which holds nothing but a picture, as pages set
    pictures with what they show before there were style sheets."""
    row = cell.getparent()
    above = row.getprevious() if row is not None else None
    if above is None or len(row) != 1 or len(above) != 1 or len(row.getparent()) != 2:
        return False
    pictures = sum(tag_of(each) == "img" for each in above.iterdescendants())
    return pictures == 1 and not text_of(above) and 0 < len(text_of(cell)) <= _LONGEST_IN_CELL


def is_lone_caption(figure: HtmlElement) -> bool:
    """Whether all the text of a figure is that of its caption, and it shows nothing itself: the caption of a picture
    that stands before it."""
    tags = {tag_of(each) for each in figure.iterdescendants()}
    captions = " ".join(text_of(each) for each in figure.iterdescendants("figcaption"))
    return tags.isdisjoint(("img", "amp-img", "picture")) and text_of(figure) == captions != ""


def is_embed(figure: HtmlElement) -> bool:
    """Whether a figure holds the address of what is to be shown there, as WordPress writes its blocks of embeds."""
    return "wp-block-embed" in (figure.get("class") or "").split()


def is_bold(element: HtmlElement) -> bool:
    """Whether an element's text is set in bold."""
    return tag_of(element) in {"b", "strong"} or bool(_BOLD.search(element.get("style") or ""))


def is_italic(element: HtmlElement) -> bool:
    """Whether an element's text is set in italics."""
    return tag_of(element) in {"i", "em", "dfn", "var"} or bool(_ITALIC.search(element.get("style") or ""))


def text_of(element: HtmlElement) -> str:
    """All text of an element on one line, elements that are no part of a line parted by spaces."""
    return " ".join("".join(_in_order(element)).split())


def _in_order(element: HtmlElement) -> list[str]:
    parts: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        each, ends = stack.pop()
        apart = "" if is_inline(each) and tag_of(each) != "br" else " "
        if ends:
            parts.extend((apart, (each.tail or "") if each is not element else ""))
            continue
        parts.extend((apart, (each.text or "") if tag_of(each) else ""))
        stack.append((each, True))
        stack.extend((child, False) for child in reversed(each))
    return parts
