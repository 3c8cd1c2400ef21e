"""The body of a WordPress post: block comments, marks of pages and shortcodes resolved, classic text given paragraphs.

Not for the HTML that is left (`html_body`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.ingest.readers.feeds.body import Content, FeedBody, Image, read_body
from generator.ingest.readers.wordpress.paragraphs import make_paragraphs
from generator.ingest.readers.wordpress.shortcodes import FindPicture, resolve_shortcodes

_COMMENT = re.compile(r"<!--(?P<text>.*?)(?:-->|\Z)", re.DOTALL)
_BLOCK = re.compile(
    r"\s*(?P<close>/)?wp:(?P<name>[a-z][a-z0-9_/-]*)\s*(?P<attributes>\{.*\})?\s*(?P<empty>/)?\s*\Z", re.DOTALL
)
_MARK = re.compile(r"\s*(?:more\b.*|nextpage|noteaser)\s*\Z", re.DOTALL)
_FREE = frozenset({"freeform", "core/freeform"})
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Library:
    """What the rest of an export holds for its posts: pictures by number, and blocks that several posts share."""

    find_picture: FindPicture
    find_block: Callable[[str], str | None]


def read_post_body(markup: str, line: int, images: list[Image], library: Library, base: str) -> FeedBody:
    """The body of a post from its `content:encoded`, which begins on `line`. It is never an excerpt."""
    removed: list[str] = []
    html = to_html(markup, library, removed)
    body = read_body(Content(html, line), images, base, "")
    return FeedBody(body.blocks, (*removed, *body.removed), body.repairs, excerpt=False)


def to_html(markup: str, library: Library, removed: list[str], depth: int = 0) -> str:
    """Plain HTML for the text of a post; what is not shown goes into `removed`."""
    markup = _without_comments(markup.replace("\r\n", "\n").replace("\r", "\n"), removed)
    parts: list[str] = []
    at = nested = 0
    for comment in _COMMENT.finditer(markup):
        block = _BLOCK.match(comment["text"])
        parts.append(_segment(markup[at : comment.start()], library, removed, classic=nested == 0))
        at = comment.end()
        if block is None:
            continue
        parts.append("\n" * comment[0].count("\n"))
        if block["empty"]:
            parts.append(_of_dynamic(block, comment[0], library, removed, depth))
        elif block["name"] not in _FREE:
            nested = max(0, nested + (-1 if block["close"] else 1))
    parts.append(_segment(markup[at:], library, removed, classic=nested == 0))
    return "".join(parts)


def _without_comments(markup: str, removed: list[str]) -> str:
    """The text without comments that are no blocks: marks of WordPress, and the authors' own, which no reader sees."""

    def take(comment: re.Match[str]) -> str:
        if _BLOCK.match(comment["text"]):
            return comment[0]
        if _MARK.match(comment["text"]):
            alone = markup[comment.start() - 1 : comment.start()] in {"", "\n"}
            return "" if alone else "\n\n"  # the text stops here and goes on in another paragraph
        if any(sign.isalnum() for sign in comment["text"]):
            removed.append(comment[0])
        return "\n" * comment[0].count("\n")

    return _COMMENT.sub(take, markup)


def _segment(text: str, library: Library, removed: list[str], *, classic: bool) -> str:
    """The text between two comments: as it stands in a block, with paragraphs where it is in none."""
    if not text.strip():
        return text
    resolved = resolve_shortcodes(text, library.find_picture, removed)
    return make_paragraphs(resolved) if classic else resolved


def _of_dynamic(block: re.Match[str], raw: str, library: Library, removed: list[str], depth: int) -> str:
    """A block without content of its own: one that posts share is put in; what the site makes afresh has no text."""
    shared = _attributes(block).get("ref") if block["name"] in {"block", "core/block"} else None
    content = library.find_block(str(shared)) if shared is not None and depth < _DEEPEST else None
    if content is None:
        removed.append(raw)
        return ""
    return to_html(content, library, removed, depth + 1).replace("\n", " ")


def _attributes(block: re.Match[str]) -> dict[str, object]:
    try:
        attributes = json.loads(block["attributes"] or "{}")
    except (ValueError, RecursionError):
        return {}
    return attributes if isinstance(attributes, dict) else {}
