"""Chooses, of all the text of a page, that of its article.

trafilatura chooses; where it finds next to nothing, what the page says of itself (JSON-LD, the names of its elements).
Not for what becomes of the page's markup: saved.matching finds the text in the page again.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence

from lxml import html
from lxml.html import HtmlElement

from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.bodies import built_bodies, joined_bodies, marked_bodies
from generator.ingest.saved.marks import is_around
from generator.ingest.saved.segments import Segment, find_headline, key_of
from generator.text.arabic import is_arabic

LEAST = 250
_LONG = 40
_PROSE = 60
_MUCH_MORE = 1.1
_MOST_LONGER = 3
_FEWEST_SENTENCES = 2
_MOST_SCRIPTS = 40
_MOST_NODES = 4000
# What it discards is told by whoever reads the page, not on the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_TAG = re.compile(r"<[^>]*>")


def choose_text(page: HtmlElement, segments: Sequence[Segment], title: str = "") -> str:
    """The text of the article of `page`, whose seen text is `segments`; empty where nothing looks like one.

    `title` is the key of the article's title. `page` is changed: what it holds is read afterwards by nobody else.
    """
    stated = plain_body(stated_body(page))
    arabic = is_arabic(" ".join(segment.text for segment in segments if not segment.is_linked))
    text = _extract(page, precise=arabic)
    best = text
    for other in (stated, _marked_body(segments)):
        if _covers(segments, other) and _is_better(other, best):
            best = other
    best = _passed_over(segments, title, best) or _continued(segments, best) or best
    return best if len(key_of(best)) >= 40 else max((best, _largest_text(segments)), key=len)


def choose_again(segments: Sequence[Segment], title: str = "") -> str:
    """The text of the element that says to be the article's body, or that holds most prose, where next to nothing of
    what was chosen is left; empty where it is no more than that, or where that is a short text below its title (of
    which `title` is the key)."""
    if is_brief(segments, title):
        return ""
    left = "".join(segment.key for segment in segments if segment.kept and not segment.is_linked)
    free = [segment for segment in segments if not segment.barred]
    best = _marked_body(free) or _largest_text(free)
    return best if len(left) < LEAST and len(key_of(best)) > len(left) else ""


def is_brief(segments: Sequence[Segment], title: str) -> bool:
    """Whether what is kept are whole sentences, two or more, that stand below the headline in one element: all of a
    short article, of which the teasers further down hold more letters."""
    place = find_headline(segments, title, lambda each: len(each.key) >= _LONG and not each.is_linked)
    first: HtmlElement | None = None
    told = 0
    for segment in segments[place + 1 :] if place is not None else ():
        if len(segment.key) < _LONG or segment.is_linked or not ends_sentence(segment.text):
            continue
        if not segment.kept or (first is not None and segment.block.getparent() is not first):
            break
        first, told = segment.block.getparent(), told + 1
    return told >= _FEWEST_SENTENCES


def _extract(page: HtmlElement, *, precise: bool) -> str:
    """The text that trafilatura chooses, one line a block; empty where it finds none or fails."""
    import trafilatura  # noqa: PLC0415 - of no use to tables, feeds and texts, and slow to load

    try:
        found = trafilatura.bare_extraction(
            page,
            favor_precision=precise,
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            deduplicate=False,
            with_metadata=False,
        )
    except Exception:  # whatever it stumbles over, the page has other ways to be read
        return ""
    body = getattr(found, "body", None)
    return "" if body is None else "\n".join(body.itertext())


def _is_better(other: str, text: str) -> bool:
    """Whether another text is worth more: much longer than a short one, or most of the article where only a small part
    of it was found."""
    found, own = len(key_of(text)), len(key_of(other))
    if own < 40:
        return False
    return own > 1.2 * found if found < LEAST else own > 2 * found


def _covers(segments: Sequence[Segment], text: str) -> bool:
    """Whether a text that the page only states stands in it to be read."""
    key = key_of(text)
    seen = sum(len(segment.key) for segment in segments if len(segment.key) > 15 and segment.key in key)
    return bool(key) and seen >= 0.6 * len(key)


def _marked_body(segments: Sequence[Segment]) -> str:
    """The text of the element that says to be the article's body: the one that holds most of it."""
    return max((body.text for body in marked_bodies(segments)), key=len, default="")


def _continued(segments: Sequence[Segment], text: str) -> str:
    """The text of a body in several elements, of which `text` has only some; empty where there is none."""
    key = key_of(text)
    for body in (*joined_bodies(segments), *built_bodies(segments)):
        own = sum(len(segment.key) for segment in body.segments)
        begun = any(len(segment.key) >= _LONG and segment.key in key for segment in body.segments)
        if begun and own >= LEAST and own > _MUCH_MORE * len(key):
            return body.text
    return ""


def _passed_over(segments: Sequence[Segment], title: str, text: str) -> str:
    """The text that stands right below the headline, where `text` has nothing of it and is not much longer; else empty.

    Short news lose, by length alone, to the rules for comments or to teasers further down. A standfirst, of which an
    article's text has nothing either, is one paragraph or a list.
    """
    place = find_headline(segments, title, lambda each: len(each.key) >= _PROSE and not each.is_linked)
    below = _texts([] if place is None else segments[place + 1 :])
    first = next((each for each in below if any(len(segment.key) >= _PROSE for segment in each)), [])
    key = key_of(text)
    own = sum(len(segment.key) for segment in first)
    is_text = len(first) >= 2 and tag_of(first[0].block) != "li"
    is_missing = not any(segment.key in key for segment in first)
    return _lines(first) if is_text and is_missing and _MOST_LONGER * own >= len(key) else ""


def _largest_text(segments: Sequence[Segment]) -> str:
    """The paragraphs of the block that holds most prose: the last resort for pages of the plainest make."""
    return _lines(max(_texts(segments), key=lambda each: sum(len(segment.key) for segment in each), default=[]))


def _texts(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The paragraphs of each block that holds prose, in order."""
    by_parent: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        if len(segment.key) < 25 or segment.is_linked or is_around(segment.block):
            continue
        parent = segment.block.getparent() if tag_of(segment.block) in ("p", "span", "td", "li") else segment.block
        by_parent.setdefault(parent if parent is not None else segment.block, []).append(segment)
    return list(by_parent.values())


def _lines(segments: Sequence[Segment]) -> str:
    return "\n".join(segment.text for segment in segments)


def stated_body(page: HtmlElement) -> str:
    """The longest `articleBody` of the page's JSON-LD (https://schema.org/articleBody), which may be HTML."""
    bodies: list[str] = []
    scripts = [each for each in page.iter("script") if "ld+json" in (each.get("type") or "").lower()]
    for script in scripts[:_MOST_SCRIPTS]:
        try:
            bodies.extend(_article_bodies(json.loads(script.text or "", strict=False)))
        except (ValueError, RecursionError):
            continue
    return max(bodies, key=len, default="")


def _article_bodies(value: object) -> Iterator[str]:
    stack = [value]
    for _ in range(_MOST_NODES):
        if not stack:
            return
        node = stack.pop()
        if isinstance(node, dict):
            body = node.get("articleBody")
            if isinstance(body, str):
                yield body
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)


def plain_body(text: str) -> str:
    """An `articleBody` as plain text."""
    if "<" not in text and "&" not in text:
        return text
    try:
        return str(html.fromstring(f"<div>{_TAG.sub(' ', text)}</div>").text_content())
    except (ValueError, html.etree.LxmlError):
        return text
