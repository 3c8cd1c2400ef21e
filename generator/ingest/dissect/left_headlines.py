"""Headlines left within the articles of an Arabic text that is known to hold several: further titles, or subheads.

What is set off as the titles found are, in articles longer than the others, is a title far more often. Not for texts of
which nothing is known (`uncued`, `judged_together`), nor for English (`alike`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, mode

from generator.ingest.dissect.border_odds import features_of
from generator.ingest.dissect.borders import gaps_around
from generator.ingest.dissect.judged_together import find_headlines, goes_on, odds_of
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.uncued import find_title

_LEAST_TEXT = 5  # words of a line that counts as text
_MOST_WORDS, _MOST_TIMES = 10, 3
# The weights are fitted, as those of `judged_together`, to some 450 titles and 830 subheads that were left.
_BIAS, _SURE = 1.45, 2.0
_ODDS, _EACH_LEFT, _EACH_FOUND, _SET_OFF_ALIKE, _LENGTH, _GOES_ON = 0.75, -0.6, -0.6, 2.6, 0.6, -3.2
_WITHOUT_GAPS, _UNTOLD, _OTHER_SIGNS = 1.0, -1.5, -3.0
_EACH_WORD, _QUESTION, _SHORT, _GAP, _HEAD = 0.4, 1.6, 0.7, 1.4, -2.6


@dataclass(frozen=True, slots=True)
class _Found:
    """The articles that were found: how many, the empty lines above and below most titles, and how many lines of text
    each of them has."""

    gaps: tuple[int, int]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[Line], titles: Sequence[int]) -> _Found:
        parts = [lines[start:end] for start, end in pairwise([*titles, len(lines)])]
        return cls(mode(gaps_around(lines, at) for at in titles[1:]), tuple(map(_count_text, parts)))

    def times_longer(self, at: int) -> float:
        """By how many times the article at `at` is longer than the others are."""
        usual = median(self.lengths[:at] + self.lengths[at + 1 :])
        return min(self.lengths[at] / max(1, usual), _MOST_TIMES)


def find_left(lines: Sequence[Line], titles: Sequence[int], known: Known) -> frozenset[int]:
    """The numbers of the lines, between and behind the titles at these places, that are titles as well."""
    if len(titles) < 2:
        return frozenset()
    found = _Found.of(lines, titles)
    left: set[int] = set()
    for which, (start, end) in enumerate(pairwise([*titles, len(lines)])):
        title = find_title(lines[start:end], known)
        places = [start + at for at in find_headlines(lines[start:end], title, known)]
        several = _EACH_LEFT * len(places) + _EACH_FOUND * len(titles) + _LENGTH * found.times_longer(which)
        for above, at in pairwise([start + title, *places]):
            if several + _weigh(lines, start, above, at, end, known) + _like(lines, at, found) > _SURE:
                left.add(lines[at].number)
    return frozenset(left)


def _like(lines: Sequence[Line], at: int, found: _Found) -> float:
    """What it says that a line has the gaps of the titles found: little in a text without any."""
    weight = _SET_OFF_ALIKE if any(found.gaps) else _WITHOUT_GAPS
    return weight * (gaps_around(lines, at) == found.gaps)


def _weigh(lines: Sequence[Line], start: int, above: int, at: int, end: int, known: Known) -> float:
    """What the words of a line at `at` of the article from `start` to `end`, and its form, say for a title."""
    part, title = lines[start:end], find_title(lines[start:end], known)
    features = features_of(part, title, at - start, known)
    return (
        _BIAS
        + _ODDS * odds_of(part, title, above - start, at - start, known)
        + _GOES_ON * goes_on([line.text for line in lines[at + 1 : end]])
        + _EACH_WORD * min(lines[at].words, _MOST_WORDS)
        + _QUESTION * features["question"]
        + _SHORT * features["short"]
        + _GAP * any(features.get(name) for name in ("gap", "wide_gap", "rule"))
        + _HEAD * features["own_head"]
        + (_UNTOLD if not features["told"] else 0.0)
        + _OTHER_SIGNS * features["other_signs"]
    )


def _count_text(lines: Sequence[Line]) -> int:
    return sum(line.words >= _LEAST_TEXT for line in lines[1:])
