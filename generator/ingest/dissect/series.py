"""Items of one form in a row: a digest's articles or short news, each a block of its own under a headline.

Not for articles that only their words and their own head tell apart (`uncued`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from generator.ingest.dissect.borders import LEAST_WORDS, weigh_words
from generator.ingest.dissect.candidates import is_list_item
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import (
    Line,
    bullet_of,
    ends_with_stop,
    is_paragraph_like,
    key_of,
    number_of,
    without_number,
)
from generator.ingest.dissect.mail import is_salutation
from generator.ingest.dissect.names_of_several import names_several
from generator.ingest.dissect.stated_facts import facts_of, is_beside_text
from generator.model.publisher import Label

_LEAST_BLOCKS = 4
_USUAL_WORDS = 6  # of a headline; subheads have fewer
_SHORTEST_USUAL = 3  # of a headline below a line that names several articles
_LONGEST_SECTION = 4  # words
_LONGEST_OUTLET = 5  # words
_TOLD, _TOLD_OF_MANY, _MANY = 2 / 3, 0.6, 7
_ODD = 0.25  # of the headlines may be short, or a question


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of the lines that are headlines of a digest, and of those that only name its parts or open it; the
    keys of lines that are outlets, standing where most items have one that is known; the numbers of those that sign the
    items, and the keys of the names there."""

    titles: frozenset[int] = frozenset()
    frames: frozenset[int] = frozenset()
    outlets: frozenset[str] = frozenset()
    closing: frozenset[int] = frozenset()
    writers: frozenset[str] = frozenset()


def find_series(lines: Sequence[Line], known: Known, titles: frozenset[int] = frozenset()) -> Series:
    """The items of a text that is nothing but blocks of one form, with empty lines between and none
    within: a headline, then paragraphs, most headlines being told by what stands below them and not
    by the block above; such as are known to be `titles` need no telling. Lines alone may name the whole or its
    sections, and a salutation may open it."""
    if sum(line.after_blank for line in lines) < _LEAST_BLOCKS - 1:
        return Series()
    blocks, frames = _without_frames(_blocks(lines), known)
    outlets = _outlets_of(blocks, known) if len(blocks) >= _LEAST_BLOCKS else frozenset()
    if outlets:
        known = replace(known, outlets=known.outlets | outlets)
    if len(blocks) < _LEAST_BLOCKS or not all(_is_item(block, known) for block in blocks):
        return Series()
    if not _has_all_of_others(blocks, known):
        return Series()
    if not _are_set_off_alike(blocks, known) or not (_is_named(frames, blocks) or _are_titles(blocks, titles)):
        return Series()
    titles = frozenset(block[0].number for block in blocks)
    return Series(titles, frozenset(line.number for line in frames), outlets)


def _is_named(frames: Sequence[Line], blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether a line above all items says that there are several (`Court round-up`, `News in brief`); then their
    headlines may be short and say little."""
    is_named = any(names_several(line.text) for line in frames if line.number < blocks[0][0].number)
    return is_named and median(block[0].words for block in blocks) >= _SHORTEST_USUAL


def _are_titles(blocks: Sequence[Sequence[Line]], titles: frozenset[int]) -> bool:
    """Whether the headlines of blocks are as long as titles are, and told, or known to be `titles`."""
    odd = sum(_is_odd(block[0]) for block in blocks)
    if odd > _ODD * len(blocks) or median(block[0].words for block in blocks[1:]) < _USUAL_WORDS:
        return False
    return titles >= {block[0].number for block in blocks[1:]} or _are_told(blocks)


def _are_told(blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether enough of the headlines are told by what stands below them, and not by the block above."""
    texts = [[block[0], *(line for line in block[1:] if is_paragraph_like(line.text))] for block in blocks]
    told = [weigh_words(above, text) > 0 for above, text in pairwise(texts)]
    return sum(told) >= (_TOLD_OF_MANY if len(told) >= _MANY else _TOLD) * len(told)


def _outlets_of(blocks: Sequence[Sequence[Line]], known: Known) -> frozenset[str]:
    """The lines right below the headlines, or at the end of the items, that are outlets by their place: there, at least
    half of the items name one that is known, and the others have a line as short."""
    for place in (1, -1):
        lines = [block[place] for block in blocks if len(block) > 2]
        named = sum(Label.SOURCE in facts_of(line, known) for line in lines)
        others = [line for line in lines if not facts_of(line, known)]
        is_name = all(1 <= x.words <= _LONGEST_OUTLET and not ends_with_stop(x.text) for x in others)
        if len(lines) == len(blocks) and named * 2 >= len(lines) > named and is_name:
            return frozenset(key_of(line.text) for line in others)
    return frozenset()


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line in lines:
        if line.after_blank or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _without_frames(blocks: Sequence[list[Line]], known: Known) -> tuple[list[list[Line]], list[Line]]:
    """The blocks that may be items, and the lines of those that only open the whole or name a section of it."""
    items: list[list[Line]] = []
    frames: list[Line] = []
    for block in blocks:
        if all(is_beside_text(line, known) for line in block):
            continue
        is_opening = not items and (is_salutation(block[0].text) or not any(is_paragraph_like(x.text) for x in block))
        if is_opening or _names_section(block, known):
            frames.extend(block)
        else:
            items.append(block)
    return items, frames


def _names_section(block: Sequence[Line], known: Known) -> bool:
    line = block[0]
    words = len(without_number(line.text).split())
    return (
        len(block) == 1
        and words <= _LONGEST_SECTION
        and not ends_with_stop(line.text)
        and not is_beside_text(line, known)
    )


def _is_item(block: Sequence[Line], known: Known) -> bool:
    """Whether a block is a headline with paragraphs below it, and nothing else but facts."""
    title, *text = block
    is_headline = (is_list_item(title) or title.words == 1) and not is_beside_text(title, known)
    paragraphs = [line for line in text if is_paragraph_like(line.text)]
    return (
        is_headline
        and not is_paragraph_like(title.text)
        and bool(paragraphs)
        and all(is_paragraph_like(line.text) or is_beside_text(line, known) for line in text)
    )


def _has_all_of_others(blocks: Sequence[Sequence[Line]], known: Known) -> bool:
    """Whether the first block has below its headline what all of the others have there. The title and opening of one
    article have not what stands below each of its pictures or entries."""
    beside = [frozenset(_kind_of(line, known) for line in block[1:] if is_beside_text(line, known)) for block in blocks]
    return frozenset.intersection(*beside[1:]) <= beside[0]


def _kind_of(line: Line, known: Known) -> frozenset[Label]:
    """What a line beside the text states; nothing for one of the page."""
    return facts_of(line, known)


def _is_odd(title: Line) -> bool:
    return title.words < LEAST_WORDS or title.text.rstrip('»”") ').endswith(("؟", "?"))


def _are_set_off_alike(blocks: Sequence[Sequence[Line]], known: Known) -> bool:
    """Whether the headlines have no sign before them, or all of them the same, with a source or day in most items: the
    points of a list have signs and numbers, too."""
    signs = [(bullet_of(block[0].text), number_of(block[0].text) is not None) for block in blocks]
    if len(set(signs)) > 1:
        return False
    if signs[0] == ("", False):
        return True
    stated = [any(facts_of(line, known) & {Label.SOURCE, Label.PUBLISHED} for line in block[1:]) for block in blocks]
    return sum(stated) * 3 >= 2 * len(stated)
