"""The text of a page as segments, one between two borders of blocks or line breaks, each with where its nodes are.

Not for deciding which of it is the article: that is saved.choice and saved.matching.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from lxml.html import HtmlElement

from generator.ingest.markup.elements import CONTROLS, EMBEDS, HEADINGS, is_hidden, is_inline, tag_of

Node = tuple[HtmlElement, str]
Otherwise = TypeVar("Otherwise")

_FARTHEST_LINK = 12


@dataclass(slots=True, eq=False)
class Segment:
    """A stretch of text: the nodes that hold it (an element, and whether it is its `text` or its `tail`), the block it
    stands in, its letters and digits (`key`), how many of them are in links, whether it is kept, and whether it is
    `barred`: known to be none of the article. Before the nodes of the places in `gaps` there is white space."""

    block: HtmlElement
    nodes: list[Node] = field(default_factory=list)
    key: str = ""
    linked: int = 0
    kept: bool = False
    barred: bool = False
    gaps: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """Its text on one line."""
        pieces = (" " * (at in self.gaps) + (getattr(*node) or "") for at, node in enumerate(self.nodes))
        return " ".join("".join(pieces).split())

    @property
    def is_linked(self) -> bool:
        """Whether most of it is links."""
        return self.linked * 2 > len(self.key)


def key_of(text: str) -> str:
    """The letters and digits of a text: what is the same however it is spaced and set."""
    return "".join(filter(str.isalnum, text))


def read_segments(root: HtmlElement) -> list[Segment]:
    """All text of `root` that is seen and can be part of an article, in order."""
    return [_finish(segment) for segment in _segments(root) if segment.nodes]


def _finish(segment: Segment) -> Segment:
    keys = [key_of(getattr(element, where) or "") for element, where in segment.nodes]
    segment.key = "".join(keys)
    linked = (in_link(node) for node in segment.nodes)
    segment.linked = sum(len(key) for key, is_link in zip(keys, linked, strict=True) if is_link)
    return segment


def in_link(node: Node) -> bool:
    """Whether the text of a node is that of a link to elsewhere."""
    element, where = node
    within: HtmlElement | None = element if where == "text" else element.getparent()
    for _ in range(_FARTHEST_LINK):
        if within is None or tag_of(within) in ("td", "article", "body"):
            return False
        if tag_of(within) == "a" and not (within.get("href") or "#").startswith("#"):
            return True
        within = within.getparent()
    return False


def _segments(root: HtmlElement) -> Iterator[Segment]:
    current = Segment(root)
    stack: list[tuple[HtmlElement, HtmlElement, bool]] = [(root, root, False)]
    while stack:
        element, block, ends = stack.pop()
        tag = tag_of(element)
        parts = bool(tag) and (not is_inline(element) or tag == "br")
        enters = bool(tag) and not ends and not (is_hidden(element) or tag in CONTROLS or tag in EMBEDS)
        if parts:
            yield current
            current = Segment(element if enters and tag != "br" else block)
        if enters:
            inner = element if parts and tag != "br" else block
            if element.text and element.text.strip():
                current.nodes.append((element, "text"))
            elif element.text:
                current.gaps.add(len(current.nodes))
            stack.append((element, block, True))
            stack.extend((child, inner, False) for child in reversed(element))
        elif element is not root and element.tail and element.tail.strip():
            current.block = block
            current.nodes.append((element, "tail"))
        elif element.tail:
            current.gaps.add(len(current.nodes))
    yield current


def smallest_around(
    segments: Iterable[Segment],
    share: float,
    otherwise: Otherwise,
    is_it: Callable[[HtmlElement], bool] = lambda _: True,
) -> HtmlElement | Otherwise:
    """The smallest element of a kind that holds at least a share of the letters of `segments`, or `otherwise`."""
    held: dict[HtmlElement, int] = {}
    total = 0
    for segment in segments:
        total += len(segment.key)
        for element in (segment.block, *segment.block.iterancestors()):
            held[element] = held.get(element, 0) + len(segment.key)
    enough = [element for element, letters in held.items() if letters >= share * total and is_it(element)]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=otherwise)


def find_headline(segments: Sequence[Segment], title: str, is_prose: Callable[[Segment], bool]) -> int | None:
    """The place of the segment below which the article begins: the last that is its title, `title` being its key,
    before the first prose below one that is; headings come before links to the page itself and the like."""
    places = [at for at, segment in enumerate(segments) if title and segment.key == title]
    if not places:
        return None
    heads = [at for at in places if is_heading(segments[at])]
    first = (heads or places)[0]
    prose = next((at for at in range(first, len(segments)) if is_prose(segments[at])), first)
    return max((at for at in places if at < prose), default=first)


def is_heading(segment: Segment, climbs: int | None = None) -> bool:
    """Whether a segment's block is a heading, or stands in one; not looked for above so many elements around it."""
    around = islice(segment.block.iterancestors(), climbs)
    return any(tag_of(each) in HEADINGS for each in (segment.block, *around))
