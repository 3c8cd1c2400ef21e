"""Bars what a table that lays out an old page sets beside the article's cell or below it: columns of headlines, the
address of the paper.

Not for tables of facts, nor for pages whose text runs over several cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.markup.elements import tag_of
from generator.ingest.saved.barring import PROSE, bar
from generator.ingest.saved.marks import is_within
from generator.ingest.saved.segments import Segment, smallest_around

_MOST_IN_CELL, _FEWEST = 0.7, 2
_REACHED = re.compile(r"@|©|\bwww\.|https?:", re.IGNORECASE)


def drop_columns(segments: Sequence[Segment]) -> None:
    """Drop what stands in other cells than most of the text and tells nothing: in cells beside it where no line is a
    sentence, and lines below it that say how the paper is reached."""
    prose = [each for each in segments if each.kept and not each.is_linked and len(each.key) >= PROSE]
    cell = smallest_around(prose, _MOST_IN_CELL, None, lambda each: tag_of(each) == "td")
    if cell is None or sum(is_within(each.block, cell) for each in prose) < _FEWEST:
        return  # a cell of one paragraph may be one of a table of facts
    for column in _cells_beside(cell):
        own = [each for each in segments if each.kept and is_within(each.block, column)]
        is_captioned = next(column.iter("img"), None) is not None
        if own and not is_captioned and not any(ends_sentence(each.text) for each in own):
            bar(own)
    last = max((at for at, each in enumerate(segments) if each.kept and is_within(each.block, cell)), default=0)
    below = (each for each in segments[last + 1 :] if each.kept and not is_within(each.block, cell))
    bar(each for each in below if _REACHED.search(each.text) and not ends_sentence(each.text))


def _cells_beside(cell: HtmlElement) -> Iterator[HtmlElement]:
    """The other cells of the rows in which a cell stands."""
    for around in (cell, *cell.iterancestors("td")):
        yield from (*around.itersiblings("td"), *around.itersiblings("td", preceding=True))
