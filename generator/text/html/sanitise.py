"""Make the HTML that Markdown gave safe: a short list of elements, attributes, classes and addresses; all else goes.

The list is what Python-Markdown makes with tables, footnotes, definition lists, admonitions and a table of contents,
plus the plain elements of prose. nh3 (ammonia) parses as browsers do and enforces the list; a second pass over its
well-formed output settles what a list cannot say.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Set
from urllib.parse import unquote, urlsplit

import nh3

from generator.text.bidi import CONTROLS
from generator.text.html.tags import INLINE, VOID, Tag, escape, split_html

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    {
        "p",
        "br",
        "hr",
        "blockquote",
        "div",
        "pre",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "figure",
        "figcaption",
    }
)
_ELEMENTS = _HEADINGS | _CELLS | _BLOCKS | INLINE
# Elements whose content is not text for readers: it goes with them.
_DROPPED_WHOLE = {
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "head",
    "title",
    "select",
}

_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"dir", "lang"},
    "a": {"href", "id", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id", "value"},
    "ol": {"start"},
    "sup": {"id"},
    "time": {"datetime"},
    **{name: {"id"} for name in _HEADINGS},
    **{name: {"style", "align", "colspan", "rowspan", "scope"} for name in _CELLS},
}
_ADMONITIONS = {
    "attention",
    "caution",
    "danger",
    "error",
    "hint",
    "important",
    "note",
    "tip",
    "warning",
    "info",
    "abstract",
    "success",
    "question",
    "failure",
    "bug",
    "example",
    "quote",
}
_CLASSES = {
    "a": {"footnote-backref", "footnote-ref", "headerlink"},
    "div": {"admonition", "footnote", *_ADMONITIONS},
    "p": {"admonition-title"},
    **{name: {"align-start", "align-center", "align-end"} for name in _CELLS},
}
_SCHEMES = {"http", "https", "mailto"}

_NUMBER = re.compile(r"[0-9]{1,4}")
_VALUES = {
    "dir": re.compile(r"ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}"),
    "width": _NUMBER,
    "height": _NUMBER,
    "start": _NUMBER,
    "value": _NUMBER,
    "colspan": _NUMBER,
    "rowspan": _NUMBER,
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "datetime": re.compile(r"[0-9T:.+Z-]{4,35}"),
}
# As Python-Markdown writes them, and as cmark-gfm does.
_FOOTNOTE_ID = re.compile(r"fn(?:ref[0-9]*)?:\S{1,100}|fn(?:ref)?-[^\s\"'<>&]{1,300}")
_HEADING_ID = re.compile(r"[^\s\"'<>&]{1,200}")
# What browsers ignore or read as a slash in an address, or what hides its true end.
_TRICKS = re.compile(
    "[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\\\\]"
)
# Controls, and characters that change the direction of what follows them.
_UNSEEN = re.compile(f"[\u0000-\u0008\u000b-\u001f\u007f-\u009f{CONTROLS}]")
_IMAGE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)$", re.IGNORECASE)
_ALIGNMENTS = {"left": "start", "start": "start", "center": "center", "right": "end", "end": "end"}
_TAG_NAME = re.compile(r"<(/?[A-Za-z][^\s/>]*|[!?])")
# What is renamed or may be left out: top headings, pictures, links and spans that say nothing.
_UNUSUAL = re.compile(r"<(?:/?h1|img|span|a(?! href=\"))(?![a-z0-9])")
_HEADING_START = re.compile(r'<h[2-6] id="([^"]*)"')
_START_WITH_ATTRIBUTES = re.compile(r'<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+="[^"]*")++)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_MOST_ROUNDS = 5
_HEADING_PREFIX = "h-"  # the page's own ids never begin so; a heading cannot take one of them away


def sanitise_html(source: str) -> str:
    """Give HTML with nothing in it that could run, load from elsewhere, style, or address the page's own parts.

    Links are relative or of http, https or mailto; images are image files of our own site. Ids stand on headings only
    (with the prefix `h-`, links within the page follow) and on footnotes. `<h1>` becomes `<h2>`: the page's title is
    the only one. A table's alignment, which Markdown writes as a style, becomes one of the classes align-start,
    align-center and align-end. Controls are dropped, those of direction among them.
    """
    safe = _sanitise_once(source)
    if _TAG_NAME.findall(safe) == _TAG_NAME.findall(source):
        return safe
    for _ in range(_MOST_ROUNDS):
        # Where an element was left out, its neighbours may now stand as no parser would let them.
        again = _sanitise_once(safe)
        if again == safe:
            break
        safe = again
    return safe


def _sanitise_once(source: str) -> str:
    cleaned = _UNSEEN.sub("", _CLEANER.clean(source))
    if not _UNUSUAL.search(cleaned):
        return _settle_usual(cleaned)
    pieces = list(split_html(cleaned))
    anchors = {tag.get("id") for tag in pieces if isinstance(tag, Tag) and tag.attributes and tag.name in _HEADINGS}
    return "".join(map(str, _unwrap(_settle(pieces, anchors))))


def _settle_usual(cleaned: str) -> str:
    """Settle HTML in which every link leads somewhere and no element is renamed or left out: only tags that have
    attributes need a look."""
    anchors = {html.unescape(name) for name in _HEADING_START.findall(cleaned)}
    seen: set[str] = set()

    def settle(match: re.Match[str]) -> str:
        found = _ATTRIBUTE.findall(match["attributes"])
        attributes = tuple((name, html.unescape(value)) for name, value in found)
        return str(_settle_start(Tag(match["name"], attributes=attributes), anchors, seen))

    return _START_WITH_ATTRIBUTES.sub(settle, cleaned)


def _filter(element: str, attribute: str, value: str) -> str | None:
    """Give the value that an attribute may keep, or None."""
    allowed = _VALUES.get(attribute)
    if allowed:
        return value if allowed.fullmatch(value) else None
    if attribute == "href":
        return clean_address(value)
    if attribute == "src":
        address = clean_address(value)
        return address if address and _is_relative(address) and _IMAGE.search(urlsplit(address).path) else None
    if attribute == "id":
        pattern = _HEADING_ID if element in _HEADINGS else _FOOTNOTE_ID
        return value if pattern.fullmatch(value) else None
    return value


def clean_address(value: str) -> str | None:
    """Give an address that is relative, http, https or mailto, without tricks, as pages may hold it; None for any
    other."""
    address = value.strip(" \t\r\n\f").replace(" ", "%20")
    if not address or _TRICKS.search(address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if "@" in parts.netloc:
        return None
    if parts.scheme in {"http", "https"}:
        return address if parts.netloc else None
    return address if parts.scheme == "mailto" or _is_relative(address) else None


def _is_relative(address: str) -> bool:
    """Whether an address points into our own site: no scheme (a colon before any slash), no host."""
    return not address.startswith("//") and ":" not in re.split(r"[/?#]", address, maxsplit=1)[0]


def _settle(pieces: list[Tag | str], anchors: Set[str | None]) -> Iterator[Tag | str]:
    """Rename, re-address and align tags where the rule depends on more than the tag; drop ids given twice."""
    seen: set[str] = set()
    for piece in pieces:
        if isinstance(piece, str) or not (piece.attributes or piece.name in {"h1", "img"}):
            yield piece
        elif piece.closes:
            yield Tag("h2", closes=True)
        elif piece.name == "img":
            yield _settle_image(piece)
        else:
            yield _settle_start(piece, anchors, seen)


def _settle_image(tag: Tag) -> Tag | str:
    """Give an image with a text for those who do not see it; one that has lost its address leaves that text."""
    if tag.get("src") is None:
        return escape(tag.get("alt") or "")
    return tag if tag.get("alt") is not None else Tag("img", attributes=(*tag.attributes, ("alt", "")))


def _settle_start(tag: Tag, anchors: Set[str | None], seen: set[str]) -> Tag:
    attributes = []
    for name, value in tag.attributes:
        if name == "id":
            identity = _HEADING_PREFIX + value.removeprefix(_HEADING_PREFIX) if tag.name in _HEADINGS else value
            if identity not in seen and (tag.name != "a" or identity.startswith("fnref-")):
                seen.add(identity)
                attributes.append((name, identity))
        elif name == "href" and value.startswith("#"):
            target = value[1:] if value[1:] in anchors else unquote(value[1:])
            prefixed = _HEADING_PREFIX + target.removeprefix(_HEADING_PREFIX)
            attributes.append((name, f"#{prefixed}" if target in anchors else value))
        elif name not in {"style", "align", "class"} and not (name == "title" and tag.get("class")):
            attributes.append((name, value))
    classes = _classes(tag)
    if classes:
        attributes.append(("class", classes))
    return Tag("h2" if tag.name == "h1" else tag.name, attributes=tuple(attributes))


def _classes(tag: Tag) -> str:
    """Give a tag's classes, a cell's alignment among them."""
    declared = re.fullmatch(r"text-align:\s*([a-z]+);?", tag.get("style") or "")
    alignment = _ALIGNMENTS.get(declared[1] if declared else (tag.get("align") or "").lower())
    own = (tag.get("class") or "").split()
    return " ".join(dict.fromkeys([*own, f"align-{alignment}"] if alignment else own))


def _unwrap(pieces: Iterator[Tag | str]) -> Iterator[Tag | str]:
    """Leave out links and spans that say nothing: a link that has lost its address is plain text."""
    bare: list[bool] = []
    for piece in pieces:
        if isinstance(piece, str) or piece.name not in {"a", "span"} or piece.name in VOID:
            yield piece
        elif piece.closes:
            if not bare.pop():
                yield piece
        else:
            says = {"href", "id"} if piece.name == "a" else {"dir", "lang"}
            bare.append(not says & {name for name, _ in piece.attributes})
            if not bare[-1]:
                yield piece


_CLEANER = nh3.Cleaner(
    tags=set(_ELEMENTS),
    clean_content_tags=_DROPPED_WHOLE,
    attributes=_ATTRIBUTES,
    attribute_filter=_filter,
    allowed_classes=_CLASSES,
    filter_style_properties={"text-align"},
    url_schemes=_SCHEMES,
    link_rel=None,
    strip_comments=True,
)
