"""The blocks of a body: which lines are headings, which are paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.lines import Line, Mark, ends_sentence, is_headline_like, is_paragraph_like
from generator.model.source import Block, BlockKind

_SPEECH = re.compile(r"^[-–—•*\"“«‘'(\[\d٠-٩]")


def make_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """One block a line, in order, letter for letter; what the markup says of a line stands, and nothing is guessed."""
    return tuple(_make_block(lines, at) for at in range(len(lines)))


def _make_block(lines: Sequence[Line], at: int) -> Block:
    line = lines[at]
    if line.block is not None and line.block.text == line.text:
        said = line.block if line.block.line == line.number else replace(line.block, line=line.number)
        if said.kind is not BlockKind.PARAGRAPH or said.quote or line.mark is not Mark.BOTH:
            return said
    if not _is_heading(lines, at):
        return Block(BlockKind.PARAGRAPH, line.text, line.number)
    return Block(BlockKind.HEADING, line.text, line.number)


def _is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line heads what follows: wrapped in signs and headline-like, or plain and short where that is safe."""
    line = lines[at]
    if at + 1 == len(lines) or not _is_short(line.text):
        return False
    following = lines[at + 1]
    if line.mark is Mark.BOTH:
        return True
    if line.mark is Mark.START:
        return following.mark is Mark.NONE and not _is_short(following.text) and not _in_list(lines, at)
    return _is_safe_plain_heading(lines, at)


def _is_short(text: str) -> bool:
    """Headline-like, or a single word."""
    return is_headline_like(text) or (len(text.split()) == 1 and not ends_sentence(text) and len(text) <= 40)


def _in_list(lines: Sequence[Line], at: int) -> bool:
    """Whether the line before is marked in the same way: then both are items of a list."""
    return at > 0 and lines[at - 1].mark is Mark.START and _is_short(lines[at - 1].text)


def _is_safe_plain_heading(lines: Sequence[Line], at: int) -> bool:
    """A plain short line between two paragraphs that end as sentences, each at least three times as long.

    A short line with a sentence's end, a quotation, a list's item or the last line of a body stays a paragraph.
    """
    line = lines[at]
    if at == 0 or line.words > 10 or line.words < 2 or len(line.text) > 80:
        return False
    if ends_sentence(line.text) or _SPEECH.match(line.text):
        return False
    before, after = lines[at - 1].text, lines[at + 1].text
    long_enough = 3 * len(line.text)
    return (
        is_paragraph_like(before)
        and ends_sentence(before)
        and is_paragraph_like(after)
        and ends_sentence(after)
        and min(len(before), len(after)) >= long_enough
    )
