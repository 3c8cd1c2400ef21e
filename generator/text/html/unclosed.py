"""Markup that begins and never ends: comments, declarations, tags, and elements that swallow all that follows.

Browsers and the sanitiser would read the rest of a text as part of it, so whoever renders shows its first sign as text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# What hides or keeps from being read whatever stands in it: up to its end tag, whatever that may hold ...
_RAW = frozenset({"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"})
# ... or with elements of its own name in it.
_NESTING = frozenset({"head", "math", "noscript", "object", "pre", "select", "svg", "template"})
_OPENING = re.compile(r"<(?:!--|\?|!\[CDATA\[|![A-Za-z]|/?[A-Za-z])")
# A tag as CommonMark has it (https://spec.commonmark.org/0.31.2/#raw-html); no one writes more attributes.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*+)"
    r"(?:\s++[A-Za-z_:][A-Za-z0-9_.:-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+){0,60}+\s*+(?P<alone>/?)>"
)
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]*+|[^\s<>@]{1,100}@[^\s<>@]{1,300})>")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_CONTAINER_END = re.compile(r"</(?:blockquote|li|td|th)>")
_CONTAINER_START = re.compile(r"<(?:blockquote|li|td|th)[ >]")
_LINE_START = re.compile(r"[ \t>*+\-0-9.)]*")
_CLOSINGS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}


@dataclass(slots=True)
class _Search:
    """Forward searches in one text, each remembered, so that no stretch of it is searched twice for one thing."""

    text: str
    found: dict[str, int] = field(default_factory=dict)

    def find(self, what: str | re.Pattern[str], start: int) -> int:
        """Where `what` stands first from `start` on, its length where nowhere. `start` never goes back."""
        name = what if isinstance(what, str) else what.pattern
        known = self.found.get(name, -1)
        if known >= start:
            return known
        if isinstance(what, str):
            at = self.text.find(what, start)
        else:
            match = what.search(self.text, start)
            at = match.start() if match else -1
        self.found[name] = at if at >= 0 else len(self.text)
        return self.found[name]


def find_unclosed(text: str, *, lines: bool = False) -> list[int]:
    """The places of the `<` that open what never ends in `text`, in order; in time proportional to its length.

    `lines`: of tags that are not finished only those at the beginning of a line count, where Markdown would take them
    for the beginning of a block of HTML; the others it shows itself.
    """
    unclosed: list[int] = []
    opened: dict[str, list[int]] = {name: [] for name in _NESTING}
    search = _Search(text)
    at = 0
    while (match := _OPENING.search(text, at)) is not None:
        start = match.start()
        if text[start + 1] in "!?":
            end = _end_of_declaration(search, start, match[0])
        else:
            end = _end_of_tag(search, start, opened)
            if end is None and lines and not _begins_line(text, start):
                end = start + 1
        if end is None:
            unclosed.append(start)
        at = end or start + 1
    return sorted((*unclosed, *(place for places in opened.values() for place in places)))


def show_unclosed(text: str, sign: str = "&lt;", *, lines: bool = False) -> str:
    """`text` with `sign` for every `<` that opens what never ends."""
    places = find_unclosed(text, lines=lines)
    if not places:
        return text
    starts = [0, *(place + 1 for place in places)]
    return sign.join(text[start:end] for start, end in zip(starts, [*places, len(text)], strict=True))


def _begins_line(text: str, start: int) -> bool:
    """Whether nothing but indentation and the signs of quotations and lists stands before a place on its line."""
    return _LINE_START.fullmatch(text, max(text.rfind("\n", 0, start) + 1, start - 200), start) is not None


def _end_of_declaration(search: _Search, start: int, opening: str) -> int | None:
    """Where a comment, declaration or the like ends; None where it does not, or only outside of the element that it
    began in."""
    closing = _CLOSINGS.get(opening)
    if closing is None:  # `<!DOCTYPE html>`: one paragraph at most
        end = search.find(">", start)
        return end + 1 if end < len(search.text) and end < search.find(_BLANK_LINE, start) else None
    end = search.find(closing, start + 2)
    return end + len(closing) if end < len(search.text) and not _leaves_container(search, start, end) else None


def _end_of_tag(search: _Search, start: int, opened: dict[str, list[int]]) -> int | None:
    """Where a tag ends, or the element that it opens if nothing in that is read; None where it does not end."""
    text = search.text
    tag = _TAG.match(text, start)
    if tag is None or tag.end() > search.find(_BLANK_LINE, start):
        link = _AUTOLINK.match(text, start)
        return link.end() if link else None
    name = tag["name"].lower()
    if name in _RAW and not tag["close"]:
        end = search.find(_end_tag(name), tag.end())
        return end + 2 if end < len(text) and not _leaves_container(search, start, end) else None
    if name in _NESTING and not (tag["alone"] and name in ("math", "svg")):
        if not tag["close"]:
            opened[name].append(start)
        elif opened[name]:
            opened[name].pop()
    return tag.end()


def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)


def _leaves_container(search: _Search, start: int, end: int) -> bool:
    """Whether a quotation, an element of a list or a cell ends between two places and none begins there."""
    return search.find(_CONTAINER_END, start) < min(end, search.find(_CONTAINER_START, start))
