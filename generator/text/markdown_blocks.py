"""The Markdown of a body made of blocks: headings, paragraphs, lists, quotations, tables, code and figures in order.

Not for what stands in a block (text.markdown_escape, and the readers that write its markup), nor for reading Markdown
(text.gfm).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.model.source import Block, BlockKind
from generator.text.markdown_escape import escape_markdown

_MOST_NUMBER = 9999  # what the sanitiser lets a list begin with
_MOST_LEVELS = 8
_MOST_QUOTES = 8
_BACKTICKS = re.compile(r"`{3,}")
# What a body may not begin with: Python-Markdown's `meta`, which many sites switch on, takes it for meta-data. MkDocs
# itself does not, behind front matter.
_META_KEY = re.compile(r"^([A-Za-z0-9_-]+):")
_LINE_ENDS = re.compile(r"[ \t]*\r?\n[ \t]*")


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is open: the sign or delimiter of its items, the last number, where the text of its items begins."""

    delimiter: str
    number: int | None
    indent: int


@dataclass(slots=True)
class _Lists:
    """The lists that the next item may belong to, the outermost first."""

    open: list[_List] = field(default_factory=list)


def render_blocks(blocks: Iterable[Block]) -> str:
    """Give the Markdown of a body, as GitHub Flavored Markdown reads it: its blocks in order, a line end at the end.

    Items of one list stand line below line (a tight list); a list that follows another directly gets the other sign
    (`-` and `*`, `1.` and `1)`), for nothing else parts two lists (https://spec.commonmark.org/0.31.2/#lists).
    Blocks that say nothing are left out. A number that no list can have is written as text.
    """
    lists = _Lists()
    parts: list[str] = []
    before: Block | None = None
    for block in _sound(blocks):
        if before is not None:
            parts.append(_between(before, block))
        if block.kind is not BlockKind.ITEM or before is None or before.quote != block.quote:
            lists.open.clear()
        text = _render_item(block, lists, parts) if block.kind is BlockKind.ITEM else _render_content(block)
        parts.append(_quote(text, block.quote))
        before = block
    return _META_KEY.sub(r"\1&#58;", "".join(parts)) + "\n" if parts else ""


def _sound(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that say something, nested no deeper than readers can follow."""
    for block in blocks:
        if block.text.strip() or (block.markdown or "").strip():
            quote = min(max(block.quote, 0), _MOST_QUOTES)
            yield block if quote == block.quote else replace(block, quote=quote)


def _between(before: Block, block: Block) -> str:
    """What parts two blocks: the end of the line between the items of a list, else an empty line, which belongs to the
    quotations that both stand in."""
    shared = min(before.quote, block.quote)
    if before.kind is BlockKind.ITEM and block.kind is BlockKind.ITEM and before.quote == block.quote:
        return "\n"
    if block.starts and block.kind is not BlockKind.ITEM:
        shared = max(0, shared - 1)
    return "\n" + " ".join(">" * shared) + "\n"


def _render_content(block: Block) -> str:
    """The Markdown of any block but an item."""
    if block.kind is BlockKind.CODE:
        return block.markdown if block.markdown is not None else fence_code(block.text)
    content = block.markdown if block.markdown is not None else escape_markdown(block.text)
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 2), 6)
        return f"{'#' * level} {_LINE_ENDS.sub(' ', content.replace(chr(92) + chr(10), ' '))}"
    return content


def _render_item(block: Block, lists: _Lists, parts: list[str]) -> str:
    """The Markdown of a list's item; where the item before has to be closed by an empty line first, `parts` gets it."""
    level = min(max(block.level, 1), len(lists.open) + 1, _MOST_LEVELS)
    number = block.number if block.number is not None and 0 <= block.number <= _MOST_NUMBER else None
    content = block.markdown if block.markdown is not None else escape_markdown(block.text)
    if block.number is not None and number is None:
        content = f"{escape_markdown(f'{block.number}.')} {content}"
    former = lists.open[level - 1] if len(lists.open) >= level else None
    del lists.open[level - 1 :]
    outer = lists.open[-1].indent if lists.open else 0
    delimiter = _delimiter(former, number, new=block.starts)
    marker = delimiter if number is None else f"{number}{delimiter}"
    if former is None and level > 1 and number not in (None, 1):
        # A numbered list that begins with another number than 1 cannot follow a paragraph directly.
        parts[-1] = "\n" + " ".join(">" * block.quote) + "\n"
    lists.open.append(_List(delimiter, number, outer + len(marker) + 1))
    lines = content.split("\n")
    inner = " " * (outer + len(marker) + 1)
    return "\n".join([f"{' ' * outer}{marker} {lines[0]}", *(inner + line for line in lines[1:])])


def _delimiter(former: _List | None, number: int | None, *, new: bool) -> str:
    """The sign of an item, or what follows its number: that of the list it goes on with, else another."""
    signs = ("-", "*") if number is None else (".", ")")
    if former is None or former.delimiter not in signs:
        return signs[0]
    goes_on = number is None or (former.number is not None and number == former.number + 1)
    return former.delimiter if goes_on and not new else signs[signs.index(former.delimiter) - 1]


def _quote(text: str, depth: int) -> str:
    if not depth:
        return text
    sign = " ".join(">" * depth)
    return "\n".join(f"{sign} {line}" if line else sign for line in text.split("\n"))


def fence_code(text: str) -> str:
    """Give the Markdown of code that shows exactly `text`, with a fence longer than any within."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text}\n{fence}"
