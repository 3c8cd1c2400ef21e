"""Keeps lists that belong to an article though they are all links or all short: its sources and papers, and points that
are paragraphs with a bullet in front; and makes lists of these.

Not for lists most of whose text was chosen (parts), nor for lists of other articles, which lead to the same site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.cues import read_cue
from generator.ingest.markup.elements import HEADINGS, tag_of, text_of
from generator.ingest.saved.marks import is_around, is_within
from generator.ingest.saved.segments import Segment

_BULLET = re.compile(r"\s*[•●▪■◦‣⁃▫◆◼]\s*(?=\S)")
_BLOCKS = frozenset({"p", "div"})
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|ods|odt|zip|json)(?:$|[?#])", re.IGNORECASE)
_NETWORKS = re.compile(
    r"(?:^|\.)(?:facebook|fb|twitter|x|instagram|youtube|youtu|t|telegram|whatsapp|wa|tiktok|linkedin|snapchat|threads|"
    r"pinterest|reddit|play\.google|apps\.apple|itunes\.apple|news\.google)\.(?:com|me|be|org|net)$",
    re.IGNORECASE,
)
_FEWEST = 2


def keep_listed(segments: Sequence[Segment], root: HtmlElement, host: str) -> None:
    """Keep the lists of an article in `root` whose items are links to other sites than `host` or to papers, and the
    points between its paragraphs that have bullets."""
    _keep_bullets(segments, root)
    by_list: dict[HtmlElement, list[Segment]] = {}
    for segment in segments:
        if segment.linked and not segment.kept:
            for element in segment.block.iterancestors("ul", "ol"):
                by_list.setdefault(element, []).append(segment)
    if not by_list:
        return
    blocks = {segment.block for segment in segments if segment.kept and not segment.is_linked}
    for element, inner in by_list.items():
        if len(inner) < _FEWEST or any(each.barred for each in inner):
            continue
        heading, lead = _heads(element)
        is_own = lead in blocks and is_within(element, root) and not is_around(element, root)
        if is_own and _are_sources(element, host, heading):
            for segment in segments:
                if segment in inner or (heading is not None and segment.block is heading):
                    segment.kept = not segment.barred


def _heads(element: HtmlElement) -> tuple[HtmlElement | None, HtmlElement | None]:
    """The heading right above a list, if there is one, and the block before both."""
    before = element.getprevious()
    if before is not None and tag_of(before) in HEADINGS:
        return before, before.getprevious()
    return None, before


def _are_sources(element: HtmlElement, host: str, heading: HtmlElement | None) -> bool:
    """Whether each item leads to another site, no network, or to a paper, the heading announcing nothing else."""
    if heading is not None and _is_of_page(text_of(heading)):
        return False
    links = [[link.get("href") or "" for link in item.iter("a")] for item in element if tag_of(item) == "li"]
    return len(links) >= _FEWEST and all(each and all(_leads_out(address, host) for address in each) for each in links)


def _leads_out(address: str, host: str) -> bool:
    if _FILE.search(address):
        return True
    try:
        other = (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return False
    is_same = not host or other == host or other.endswith("." + host) or host.endswith("." + other)
    return bool(other) and not is_same and _NETWORKS.search(other) is None


def _is_of_page(text: str) -> bool:
    return read_cue(text) is not None or read_cue(text.rstrip(" :")) is not None or is_boilerplate(text)


def _keep_bullets(segments: Sequence[Segment], root: HtmlElement) -> None:
    """Keep points with bullets that stand between kept lines, or below one with a colon."""
    keyed = [segment for segment in segments if segment.key]
    at = 0
    for is_point, run in groupby(keyed, _is_point):
        points = list(run)
        before = keyed[at - 1] if at else None
        at += len(points)
        if not is_point or len(points) < _FEWEST or before is None or not before.kept:
            continue
        goes_on = before.text.endswith(":") or (at < len(keyed) and keyed[at].kept)
        if goes_on and all(is_within(each.block, root) and not is_around(each.block, root) for each in points):
            for point in points:
                point.kept = True


def _is_point(segment: Segment) -> bool:
    element, where = segment.nodes[0]
    text = getattr(element, where) or ""
    return _BULLET.match(text) is not None and not segment.linked and not segment.barred


def set_lists(body: HtmlElement) -> None:
    """Make lists of the paragraphs side by side that begin with a bullet, two or more."""
    points = [each for each in body.iter(*_BLOCKS) if _BULLET.match(each.text or "") and not _holds_blocks(each)]
    runs: list[list[HtmlElement]] = []
    for point in points:
        if runs and point.getprevious() is runs[-1][-1] and not (runs[-1][-1].tail or "").strip():
            runs[-1].append(point)
        else:
            runs.append([point])
    for run in (each for each in runs if len(each) >= _FEWEST):
        holder: HtmlElement = html.Element("ul")
        run[0].addprevious(holder)
        for point in run:
            point.tag, point.text = "li", _BULLET.sub("", point.text or "", count=1)
            holder.append(point)


def _holds_blocks(element: HtmlElement) -> bool:
    blocks = element.iterdescendants("p", "div", "ul", "ol", "table", "blockquote", "figure", "br")
    return next(blocks, None) is not None
