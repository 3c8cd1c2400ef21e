"""The body of an article that is HTML, whole and nothing else (of a feed, an export, a field), as blocks.

Not for finding the article in a page: that is the reader of saved pages, which gives what it found to this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import nh3
from lxml import html
from lxml.html import HtmlElement

from generator.ingest.markup.cost import AS_TEXT, is_costly, reopens_too_much, resolve_letters, text_blocks
from generator.ingest.markup.elements import ELEMENTS
from generator.ingest.markup.flow import walk
from generator.ingest.markup.foreign import set_apart
from generator.ingest.markup.state import Flow
from generator.model.source import Block
from generator.text.surrogates import mend_halves

_UNSEEN = {"script", "style", "template", "noscript", "object", "svg", "math", "head", "title", "applet", "canvas"}
_ATTRIBUTES = {
    "*": {"class", "style", "hidden", "aria-hidden", "role", "lang", "id", "itemprop", "property", "name"},
    "a": {"href"},
    **{name: {"src", "alt", "width", "height", "srcset"} for name in ("img", "amp-img")},
    "source": {"src", "srcset", "data-srcset"},
    "p": {"align"},
    "font": {"size"},
    "div": {"align", "subscriptions-section"},
    "section": {"subscriptions-section"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "tr": {"align"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    **{
        name: {"src", "title", "aria-label", "width", "height"}
        for name in ("iframe", "video", "audio", "embed", "amp-iframe")
    },
}
_STYLE_PROPERTIES = {"display", "visibility", "font-weight", "font-style", "font-size", "text-align"}
_MOST_DEPTH = 250
_MOST_ATTRIBUTES = 500  # parsers compare each of a tag's attributes with all before it
_ATTRIBUTE = r"""(?>[\s/]++[^\s>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+)"""
_MANY_ATTRIBUTES = re.compile(rf"(<[a-zA-Z][a-zA-Z0-9:-]*+{_ATTRIBUTE}{{{_MOST_ATTRIBUTES}}}){_ATTRIBUTE}++")
_NESTING_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")
_NEVER_OPEN = frozenset({"p", "br", "hr", "img", "input", "meta", "link", "source", "wbr", "option", "col", "param"})
_LISTS, _TABLES = frozenset({"ul", "ol", "dl", "dir", "table", "td", "th"}), frozenset({"table"})
_SCOPE = {
    "li": _LISTS,
    "dt": _LISTS,
    "dd": _LISTS,
    **dict.fromkeys(("td", "th", "tr", "thead", "tbody", "tfoot"), _TABLES),
}
_ENDED_BY = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr",),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("thead", "tbody", "tfoot")),
}
_KEPT_FLAT = frozenset({"p", "br", "h1", "h2", "h3", "h4", "h5", "h6"})
_SWALLOWING = re.compile(r"<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)

_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags=_UNSEEN,
    attributes=_ATTRIBUTES,
    generic_attribute_prefixes={"data-"},
    filter_style_properties=_STYLE_PROPERTIES,
    url_schemes={"http", "https", "mailto", "data"},
    link_rel=None,
    strip_comments=True,
)


@dataclass(frozen=True, slots=True)
class HtmlBody:
    """A body as blocks in order; what was left out of it, word for word; and what was done to its text, with counts."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...] = ()
    repairs: tuple[tuple[str, int], ...] = ()


def blocks_of(source: str, *, base: str | None = None) -> HtmlBody:
    """Give the blocks of HTML that is all article. `base` is the address that links in it are relative to.

    Left out are scripts, what no reader sees, icons, pixels that count readers and controls; what of that is text, or
    an address, is in `removed`. HTML of far more elements or references than articles have is taken as the text in it,
    and `AS_TEXT` is among the repairs. Never raises.
    """
    mended, lost = mend_halves(source)
    source = resolve_letters(mended)
    if is_costly(source):
        blocks, repairs = text_blocks(source.replace("\0", ""))
        return _with_lost(HtmlBody(blocks, (), tuple(sorted({**repairs, AS_TEXT: 1}.items()))), lost)
    return _with_lost(body_of(parse_clean(source), base=base), lost)


def _with_lost(body: HtmlBody, lost: int) -> HtmlBody:
    """A body of whose source so many characters were lost."""
    if not lost:
        return body
    return replace(body, repairs=tuple(sorted((*body.repairs, ("damaged-characters", lost)))))


def body_of(element: HtmlElement, *, base: str | None = None) -> HtmlBody:
    """Give the blocks of an element as `parse_clean` gives it, in the same way."""
    flow = Flow(base)
    walk(flow, element)
    removed = tuple(dict.fromkeys(flow.removed))
    return HtmlBody(tuple(flow.blocks), removed, _counts(flow))


def parse_clean(source: str) -> HtmlElement:
    """Give the elements that an article may hold, as browsers parse `source`, and none that could run.

    What nests deeper than any page does, and would take for ever, loses all elements but its paragraphs and headings.
    """
    cleaned = _clean(set_apart(flatten(resolve_letters(source.replace("\0", ""))))).encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    root = html.document_fromstring(b"<html><body>" + cleaned + b"</body></html>", parser=parser)
    body: HtmlElement = root.find("body")
    return body


def _clean(source: str) -> str:
    """What the cleaner leaves. Workaround: nh3 0.3 takes a time that grows with the square of the no-break spaces in a
    text, so where there are many another sign stands in for them; may go when `'\u00a0a' * 400_000` is quick."""
    sign = next((each for each in _STAND_INS if each not in source), None)
    if sign is None or source.count("\u00a0") <= _FEW_SPACES:
        return _CLEANER.clean(source)
    return _CLEANER.clean(source.replace("\u00a0", sign)).replace(sign, "\u00a0")


_STAND_INS = tuple(map(chr, range(0xFDD0, 0xFDF0)))  # noncharacters, which no text is to hold (Unicode, section 23.7)
_FEW_SPACES = 1000


def _counts(flow: Flow) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((name, count) for name, count in flow.repairs.items() if count))


def flatten(source: str) -> str:
    """`source`, or, where it nests deeper than any page does, only its paragraphs, headings and line breaks.

    A tag keeps its first 500 attributes.
    """
    end = (
        source.rfind(">") + 1
    )  # what is behind holds no whole tag, and patterns would look for its end again and again
    source, rest = _MANY_ATTRIBUTES.sub(r"\1", source[:end]), source[end:]
    if source.count("<") <= _MOST_DEPTH:
        return source + rest
    seen = _SWALLOWING.sub(" ", source)
    tags = [(bool(match[1]), match[2].lower(), match[0]) for match in _NESTING_TAG.finditer(seen)]
    if not _nests_too_deep(tags) and not reopens_too_much(tags):
        return source + rest
    return _NESTING_TAG.sub(_flat_tag, seen) + rest


def _nests_too_deep(tags: Iterable[tuple[bool, str, str]]) -> bool:
    """Whether more elements are open at a place than `_MOST_DEPTH`, as browsers close them: an end tag ends all that
    was opened within, and an item, row or cell ends the one before
    (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)."""
    opened: list[str] = []
    for ends, name, _ in tags:
        if name in _NEVER_OPEN:
            continue
        if ends:
            _close(opened, name, _SCOPE.get(name, frozenset()))
            continue
        for other in _ENDED_BY.get(name, ()):
            _close(opened, other, _SCOPE[other])
        opened.append(name)
        if len(opened) > _MOST_DEPTH:
            return True
    return False


def _close(opened: list[str], name: str, scope: frozenset[str]) -> None:
    """Close the innermost open element of a name, and all within it, unless one of `scope` stands between."""
    for at in range(len(opened) - 1, -1, -1):
        if opened[at] == name:
            del opened[at:]
            return
        if opened[at] in scope:
            return


def _flat_tag(match: re.Match[str]) -> str:
    close, name = match[1], match[2].lower()
    if name in _KEPT_FLAT:
        return f"<{close}{name}>"
    return "<p>" if name in ELEMENTS and name not in ("b", "i", "a", "span", "em", "strong", "font") else ""
