"""The lines of a text before it is parted: what is of pages apart, who reported in one place, and what its form alone
tells of titles and closings.

Not for where articles begin by cues and by what is said (split, uncued).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.ingest.dissect.closing_lines import find_closing, find_titles_below
from generator.ingest.dissect.contents import count_front, find_contents, find_running_heads, without_running_heads
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.mail import letter_opening
from generator.ingest.dissect.names_above import with_names_below, with_reporters_below
from generator.ingest.dissect.page_heads import without_page_lines
from generator.ingest.dissect.same_heads import SameHeads, find_same_heads


@dataclass(frozen=True, slots=True)
class Prepared:
    """The lines that are to be parted, those beside them (of pages, of a front above the first article), the numbers of
    lines that are titles by their form, what closes and heads have in common, and what is known with that."""

    lines: Sequence[Line]
    beside: Sequence[Line]
    titles: frozenset[int]
    known: Known
    same: SameHeads


def prepare(lines: Sequence[Line], known: Known) -> Prepared:
    """The lines of one text made ready; of one with markup, a table of contents is all that its lines tell."""
    if not known.is_pasted:
        contents = find_contents(lines)
        return Prepared(lines[contents.front :], lines[: contents.front], contents.titles, known, SameHeads())
    lines, page_lines = without_page_lines(with_reporters_below(lines, known), known)
    lines = with_names_below(lines, known)
    heads = find_running_heads(lines, known)
    lines, running_heads = without_running_heads(lines, heads.front)
    closing = find_closing(lines, known)
    known = replace(known, closing=closing.articles, closing_entries=closing.entries)
    same = find_same_heads(lines, known)
    contents = find_contents(lines)
    titles = contents.titles | heads.titles | find_titles_below(lines, closing, known) | same.titles
    front = max(contents.front, letter_opening(lines), count_front(lines, known), same.front)
    return Prepared(lines[front:], [*page_lines, *running_heads, *lines[:front]], titles, known, same)
