"""Items of one form in a row: a digest's articles or short news, each a block of its own under a headline.

Not for articles that only their words and their own head tell apart (`uncued`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.borders import LEAST_WORDS, facts_of, weigh_words
from generator.ingest.dissect.candidates import is_list_item
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, bullet_of, is_paragraph_like, number_of

_LEAST_BLOCKS = 4
_USUAL_WORDS = 6  # of a headline; subheads have fewer


def find_series(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the headlines of a text that is nothing but blocks of one form, with empty lines between and none
    within: a headline, then paragraphs, most headlines being told by what stands below them and not
    by the block above. A line alone above the first may name the whole."""
    blocks = _blocks(lines)
    if blocks and len(blocks[0]) == 1:
        del blocks[0]
    if len(blocks) < _LEAST_BLOCKS or not all(_is_item(block, known) for block in blocks):
        return frozenset()
    words = [block[0].words for block in blocks[1:]]
    told = [weigh_words([*above], [*block]) > 0 for above, block in pairwise(blocks)]
    if sum(words) < _USUAL_WORDS * len(words) or sum(told) * 3 < 2 * len(told):
        return frozenset()
    return frozenset(block[0].number for block in blocks)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.after_blank or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _is_item(block: Sequence[Line], known: Known) -> bool:
    """Whether a block is a headline with paragraphs right below it."""
    title, *text = block
    is_plain = not bullet_of(title.text) and number_of(title.text) is None and not title.text.endswith(("؟", "?"))
    return (
        is_plain
        and title.words >= LEAST_WORDS
        and is_list_item(title)
        and not facts_of(title, known)
        and bool(text)
        and all(is_paragraph_like(line.text) for line in text)
    )
