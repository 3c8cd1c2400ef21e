"""Further articles of a text that is known to hold several: they begin as those do that are sure.

Not for texts of which nothing is known (`uncued`): there, what is set off as a title may be a subhead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, mode

from generator.ingest.dissect.borders import LEAST, LEAST_WORDS, find_edge, gaps_around, weigh_border
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, Mark, bullet_of
from generator.ingest.dissect.similarity import opens_with_connective
from generator.ingest.dissect.stated_facts import head_labels
from generator.ingest.dissect.uncued import find_title, may_begin, title_from
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_SAME_FORM, _SAME_HEAD = 0.35, 0.6
_SHORT = 0.6
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Usual:
    """How the titles of a text's articles are set off: the empty lines above and below them, the signs around them,
    whether their words have capitals, how many there are, and what all of their heads state."""

    gaps: tuple[int, int]
    signs: tuple[str, Mark]
    has_capitals: bool
    words: float
    head: frozenset[Label]

    @classmethod
    def of(cls, lines: Sequence[Line], titles: Sequence[int], known: Known) -> Usual:
        """What is usual of the titles at these places, of which the first has nothing above it."""
        heads = [head_labels(lines, at, known) for at in titles]
        return cls(
            mode(gaps_around(lines, at) for at in titles[1:]),
            mode(_signs(lines[at]) for at in titles),
            mode(_has_capitals(lines[at].text) for at in titles),
            median(lines[at].words for at in titles),
            frozenset.intersection(*heads[1:]),
        )


def find_alike(lines: Sequence[Line], titles: Sequence[int], known: Known) -> frozenset[int]:
    """The numbers of the lines, between and behind the titles at these places, that are titles as well."""
    usual = Usual.of(lines, titles, known)
    found: set[int] = set()
    for start, end in zip(titles, [*titles[1:], len(lines)], strict=True):
        part = lines[start:end]
        title = find_title(part, known)
        for at in range(title + 2, len(part) - 1):
            if not _is_alike(part, title, at, usual, known) or not may_begin(part, title, at, known):
                continue
            if weigh_border(part, title, at, known) + (_SAME_HEAD if usual.head else _SAME_FORM) > LEAST:
                title = title_from(part, title, at, frozenset(), known)
                found.add(part[title].number)
    return frozenset(found)


def _is_alike(lines: Sequence[Line], title: int, at: int, usual: Usual, known: Known) -> bool:
    """Whether a line is set off as titles usually are in the text, or has a head below it like theirs."""
    line = lines[at]
    if is_arabic(line.text) or opens_with_connective(lines[at + 1].text):
        return False
    if usual.head:
        edge = find_edge(lines, title, at)
        return usual.head <= head_labels(lines, at, known) and gaps_around(lines, edge)[0] == usual.gaps[0]
    is_long = line.words >= max(LEAST_WORDS, _SHORT * usual.words)
    is_set_alike = gaps_around(lines, at) == usual.gaps and _signs(line) == usual.signs
    return is_long and is_set_alike and _has_capitals(line.text) == usual.has_capitals


def _signs(line: Line) -> tuple[str, Mark]:
    return bullet_of(line.text), line.mark


def _has_capitals(text: str) -> bool:
    """Whether most of the longer words behind the first begin with a capital, as in titles of American papers."""
    words = [word for word in text.split()[1:] if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > _HALF * len(words)
