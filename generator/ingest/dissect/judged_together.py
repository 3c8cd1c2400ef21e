"""Whether the headlines within an Arabic text, judged together, are the titles of articles or the subheads of one.

What says too little of one line says enough of all of them: the headlines of one article stand above parts that have
its words in common. Not for a headline that is sure by itself (`border_odds`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import fmean, median

from generator.ingest.dissect.border_odds import border_odds
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, is_paragraph_like
from generator.ingest.dissect.similarity import cosine, coverage, opens_with_connective, stems, stems_of
from generator.ingest.dissect.uncued import find_title, is_in_arabic, may_begin

_LEAST, _MOST, _MOST_CHOSEN = 2, 60, 12  # headlines: one is judged alone, and each text is compared with each
_LONGEST, _LONGEST_QUESTION = 16, 10  # words of a headline
_LEAST_TEXT = 5  # words of a line that counts as text
_BIAS = -0.4
_CHOSEN, _LEAST_ODDS = 1.0, -3.5  # more is asked of some that were chosen among the headlines
_MEAN_ODDS, _MEDIAN_WORDS, _SAME_LENGTH = 0.7, 0.45, 2.0
_RUNNING, _LIKE_FIRST, _LIKE_EACH_OTHER, _TOLD_BY_FIRST, _GOES_ON = -11.0, -10.0, -9.5, -4.0, -3.0


@dataclass(frozen=True, slots=True)
class _Block:
    """A headline with the text below it, up to the next one."""

    title: str
    text: Sequence[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Block:
        return cls(lines[0].text, [line.text for line in lines[1:]])


def find_together(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of all headlines within a text that may be titles, where the odds are that all of them are.

    The weights were fitted, as those of `border_odds`, by logistic regression: to some 650 texts of several articles
    glued without a sign, and to 1,200 single ones with two headlines or more within them.
    """
    title = find_title(lines, known)
    starts = find_headlines(lines, title, known)
    if not _LEAST <= len(starts) <= _MOST:
        return frozenset()
    if _weigh_at(lines, title, starts, known) > 0:
        return frozenset(lines[at].number for at in starts)
    return frozenset(lines[at].number for at in _choose(lines, title, starts, known))


def _choose(lines: Sequence[Line], title: int, starts: Sequence[int], known: Known) -> Sequence[int]:
    """The best of several headlines, as many as may be, that are titles by the odds; those between are subheads."""
    if len(starts) > _MOST_CHOSEN:
        return ()
    odds = {at: border_odds(lines, title, at, known) for at in starts}
    best = sorted(starts, key=odds.__getitem__, reverse=True)
    for count in range(len(starts) - 1, _LEAST - 1, -1):
        some = sorted(best[:count])
        is_likely = fmean(odds[at] for at in some) > _LEAST_ODDS
        if is_likely and _weigh_at(lines, title, some, known) > _CHOSEN:
            return some
    return ()


def _weigh_at(lines: Sequence[Line], title: int, starts: Sequence[int], known: Known) -> float:
    """The logarithm of the odds that articles begin at all of these places."""
    odds = [odds_of(lines, title, above, at, known) for above, at in pairwise([title, *starts])]
    blocks = [_Block.of(lines[start:end]) for start, end in pairwise([title, *starts, len(lines)])]
    return _weigh(blocks, fmean(odds))


def find_headlines(lines: Sequence[Line], title: int, known: Known) -> list[int]:
    """The places of the lines that may be titles, each if the one before is one."""
    found: list[int] = []
    above = title
    for at in range(title + 2, len(lines) - 1):
        if _is_headline(lines[at]) and may_begin(lines, above, at, known) and is_in_arabic(lines, above, at):
            found.append(at)
            above = at
    return found


def _is_headline(line: Line) -> bool:
    """Whether a line is no sentence of the text: a question, or what is cut off from its end."""
    longest = _LONGEST_QUESTION if ends_sentence(line.text) else _LONGEST
    return line.block is None and line.words <= longest and not opens_with_connective(line.text)


def odds_of(lines: Sequence[Line], title: int, above: int, at: int, known: Known) -> float:
    """The odds of a headline as the text's first border, or behind another one, if less speaks for that."""
    odds = border_odds(lines, above, at, known)
    return odds if above == title else min(odds, border_odds(lines, title, at, known))


def _weigh(blocks: Sequence[_Block], mean_odds: float) -> float:
    """The logarithm of the odds that all blocks are articles: positive where they are."""
    others = blocks[1:]
    titles = [stems(block.title) for block in blocks]
    texts = [stems_of(block.text) for block in blocks]
    told = [coverage(title, text) for title, text in zip(titles, texts, strict=True)]
    lengths = {sum(len(line.split()) >= _LEAST_TEXT for line in block.text) for block in blocks}
    return (
        _BIAS
        + _MEAN_ODDS * mean_odds
        + _MEDIAN_WORDS * median(len(block.title.split()) for block in others)
        + _SAME_LENGTH * (len(lengths) == 1)
        + _RUNNING * fmean(coverage(titles[0], titles[n] + texts[n]) for n in range(1, len(blocks)))
        + _LIKE_FIRST * fmean(cosine(texts[0], text) for text in texts[1:])
        + _LIKE_EACH_OTHER * fmean(cosine(one, other) for one, other in combinations(texts, 2))
        + _TOLD_BY_FIRST * fmean(told[n] <= coverage(titles[n], texts[0]) for n in range(1, len(blocks)))
        + _GOES_ON * fmean(goes_on(block.text) for block in others)
    )


def goes_on(text: Sequence[str]) -> int:
    """Whether lines open as what continues a text does: with a connective, with `and`."""
    opening = next((line for line in text if is_paragraph_like(line)), "")
    return opens_with_connective(opening) + opening.startswith("و")
