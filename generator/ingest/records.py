"""A reader's record as the lines that the dissector takes apart, and tables, images and code put back where they stood.

Lines of a record are numbered by their blocks, from 2; 1 is the title. Not for what the lines mean (dissect).
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.lines import Line, Mark, key_of
from generator.model.source import Block, BlockKind, Draft, Record

_OPAQUE = frozenset({BlockKind.TABLE, BlockKind.CODE, BlockKind.FIGURE})
# A paragraph that is bold from end to end, as editors write headings who do not use them.
_BOLD = re.compile(r"\*\*(?:[^*\\]|\\.|&#?\w+;)+\*\*|__(?:[^_\\]|\\.)+__")


def lines_of(record: Record, title: str | None) -> tuple[Line, ...]:
    """The record's title, if it is known, and the blocks of its body that hold running text, one line each.

    A first line that says the title again is left out.
    """
    lines = [Line(title, 1, 1, Mark.BOTH, words=len(title.split()))] if title else []
    for number, block in enumerate(record.blocks, start=2):
        if block.kind in _OPAQUE or not block.text.strip():
            continue
        if title and len(lines) == 1 and len(block.text) < 2 * len(title) and key_of(block.text) == key_of(title):
            continue
        lines.append(_line(block, number, after_blank=block.kind is not BlockKind.ITEM))
    return tuple(lines)


def _line(block: Block, number: int, *, after_blank: bool) -> Line:
    mark = Mark.NONE
    if block.kind is BlockKind.HEADING or (block.markdown and _BOLD.fullmatch(block.markdown.strip())):
        mark = Mark.BOTH
    return Line(block.text, number, number, mark, after_blank=after_blank, words=len(block.text.split()), block=block)


def put_back(drafts: Sequence[Draft], record: Record) -> list[Draft]:
    """Give the drafts with the record's tables, images and code in the places where they stood in the document.

    One that stands among lines which were taken out of an article is taken out with them.
    """
    numbered = [(number, block) for number, block in enumerate(record.blocks, start=2)]
    texts = [number for number, block in numbered if block.kind not in _OPAQUE]
    held: list[list[Block]] = [[] for _ in drafts]
    for number, block in numbered:
        if block.kind in _OPAQUE and drafts:
            held[_holder(drafts, number)].append(replace(block, line=number))
    return [_with_opaque(draft, blocks, texts) if blocks else draft for draft, blocks in zip(drafts, held, strict=True)]


def _holder(drafts: Sequence[Draft], number: int) -> int:
    """Which of the drafts the block with this number belongs to: the last that begins above it, else the first."""
    return max((at for at, draft in enumerate(drafts) if draft.lines[0] < number), default=0)


def _with_opaque(draft: Draft, blocks: Sequence[Block], texts: Sequence[int]) -> Draft:
    kept = {each.line for each in draft.blocks}
    first = min(kept, default=0)
    stay: list[Block] = []
    removed: list[str] = []
    for block in blocks:
        at = bisect(texts, block.line)
        before, after = texts[at - 1 : at], texts[at : at + 1]
        amid = before and after and before[0] > first and not kept.intersection((*before, *after))
        if amid:
            removed.append(block.text)
        else:
            stay.append(block)
    merged = tuple(sorted((*draft.blocks, *stay), key=lambda each: each.line))
    return replace(draft, blocks=merged, removed=(*draft.removed, *removed))
