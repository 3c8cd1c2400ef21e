"""On which lines of the document the blocks of an article begin.

Cleaning a page moves its lines; a block's first letters are looked up in the document as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.source import Block

_LETTERS = 12
_FARTHEST = 200_000


def number_lines(blocks: Sequence[Block], source: str, start: int = 0) -> tuple[Block, ...]:
    """Give blocks with the lines of `source` (from 1) on which they begin, looked for from `start` on; one that is not
    found, for its letters are written as references, has the line of the block before."""
    numbered: list[Block] = []
    place = start
    line = 1 + source.count("\n", 0, start)
    for block in blocks:
        found = source.find(block.text[:_LETTERS].partition("\n")[0], place, place + _FARTHEST) if block.text else -1
        if found > place:
            line += source.count("\n", place, found)
            place = found
        numbered.append(replace(block, line=line))
    return tuple(numbered)
