"""The articles just before and just after each one in time, in its language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.model.article import Article


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The next older and next newer article of each, by path; the ends of the archive have none."""

    older: Mapping[Path, Article]
    newer: Mapping[Path, Article]


def find_neighbours(in_time_order: Sequence[Article]) -> Neighbours:
    """Give the neighbours of every article of a sequence that is oldest first. Undated articles have none."""
    pairs = list(pairwise(in_time_order))
    return Neighbours({newer.path: older for older, newer in pairs}, {older.path: newer for older, newer in pairs})
