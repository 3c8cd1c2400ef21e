"""Taking apart articles that stand glued together without a cue between them.

Each way to tell where they begin is a module of its own; here is the order in which they are asked. Not for articles
behind cues (`split`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.alike import find_alike
from generator.ingest.dissect.closed_texts import find_closed
from generator.ingest.dissect.credited_texts import find_credited
from generator.ingest.dissect.dated_items import find_dated
from generator.ingest.dissect.english_datelines import find_untitled
from generator.ingest.dissect.judged_together import find_together
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.left_headlines import find_left
from generator.ingest.dissect.letters_pages import find_letters
from generator.ingest.dissect.lines import Line, is_paragraph_like, is_rule
from generator.ingest.dissect.parted_texts import find_parted
from generator.ingest.dissect.parts import Open, Part, Split
from generator.ingest.dissect.quoted_titles import find_quoted
from generator.ingest.dissect.series import Series, find_series
from generator.ingest.dissect.signed_texts import find_signed
from generator.ingest.dissect.title_outlets import find_outlets_behind
from generator.ingest.dissect.uncued import find_common_signs, find_title, find_uncued
from generator.text.arabic import is_arabic


def _without_frames(part: Open, numbers: frozenset[int]) -> Open:
    """An article without the lines of these numbers, which only open a digest, or name its sections."""
    if not numbers:
        return part
    frames = [line for line in part.lines if line.number in numbers]
    lines = [line for line in part.lines if line.number not in numbers]
    return Open(lines, [*part.removed, *frames])


def split_uncued(parts: Sequence[Open], separators: list[Line], titles: frozenset[int], known: Known) -> Split:
    """Take apart articles that were glued on without a cue; `titles` are those that a table of contents announces."""
    done: list[Part] = []
    outlets: frozenset[str] = frozenset()
    closing, writers = known.closing, known.writers
    for part in parts:
        listed = _find_listed(part, known) if known.is_pasted else Series()
        titles |= listed.titles or _find_set_apart(part.lines, known)
        outlets |= listed.outlets
        known = replace(known, outlets=known.outlets | listed.outlets) if listed.outlets - known.outlets else known
        closing |= listed.closing
        writers |= listed.writers
        found = parted(_without_frames(part, listed.frames), titles, known)
        others = find_common_signs([one.lines for one in found], known) if known.is_pasted else None
        if others is not None:  # what is less sure is looked at again, now that there are several
            found = [each for one in found for each in parted(one, frozenset(), known, others)]
        if known.is_pasted:  # and what no headline tells alone, all of them may tell
            found = [each for one in found for each in parted(one, find_together(one.lines, known), known)]
            found = [each for one in found for each in _part_untitled(one, known)]
        done.extend(one.closed() for one in found)
    if len(done) > 1 and known.is_pasted and (alike := _find_alike(done, known)):
        done = [one.closed() for part in done for one in parted(Open.of(part), alike, known)]
    return Split(tuple(done), tuple(separators), outlets, writers, closing)


def _part_untitled(part: Open, known: Known) -> list[Open]:
    starts = find_untitled(part.lines, known)
    return parted(part, starts, known) if starts else [part]


def _find_listed(part: Open, known: Known) -> Series:
    """The items of a digest, of one form or another, by which all of them are told at once."""
    lines = part.lines
    above = [line for line in part.removed if lines and line.number < lines[0].number]
    credited = find_credited(lines, known)
    series = find_series(lines, known, credited.titles)
    closed = find_closed(lines, known)
    letters = find_letters(lines, known)
    dated = find_dated(lines, above, known)
    quoted = find_quoted(lines, known)
    behind = find_outlets_behind(lines, known)
    return Series(
        quoted.titles or series.titles or credited.titles or closed.titles or letters.titles or dated.titles or behind,
        quoted.frames | series.frames | credited.frames | closed.frames | letters.frames | dated.frames,
        quoted.outlets | series.outlets | credited.outlets | closed.outlets,
        letters.closing,
        letters.writers,
    )


def _find_set_apart(lines: Sequence[Line], known: Known) -> frozenset[int]:
    if not known.is_pasted:
        return frozenset()
    return find_signed(lines, known) or find_parted(lines, known)


def parted(part: Open, titles: frozenset[int], known: Known, others: frozenset[str] | None = None) -> list[Open]:
    """The articles that one holds without cues."""
    done: list[Open] = []
    while (at := find_uncued(part.lines, titles, known, others)) is not None:
        own = int(_is_beside_title(part.lines, at))
        head = Open(part.lines[: at - own])
        first, last = head.lines[0].number, head.lines[-1].last_number
        tail = Open(part.lines[at:], list(part.lines[at - own : at]))
        for line in part.removed:
            (head if line.number <= last or line.number < first else tail).removed.append(line)
        done.append(head)
        part = tail
    return [*done, part]


def _is_beside_title(lines: Sequence[Line], at: int) -> bool:
    """Whether the short line right above where an article begins is no part of the text before: a rule parts them, or a
    gap where that is in the other script. It is an outlet's name, or a section's."""
    above = lines[at - 1]
    if at < 3 or lines[at].after_blank or is_paragraph_like(above.text) or is_rule(above.text):
        return False
    if is_rule(lines[at - 2].text):
        return True
    before, this, own = (is_arabic(line.text) for line in lines[at - 2 : at + 1])
    return above.after_blank and this is own and this is not before


def _find_alike(parts: Sequence[Part], known: Known) -> frozenset[int]:
    """The numbers of further titles within the articles that were found."""
    lines: list[Line] = []
    titles: list[int] = []
    for part in parts:
        titles.append(len(lines) + find_title(part.lines, known))
        lines.extend(part.lines)
    return find_alike(lines, titles, known) | find_left(lines, titles, known)
