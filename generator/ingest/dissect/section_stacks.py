"""The names of a site's sections that stand one below the other above a page's title, as they are copied with it.

Not for a single word above a title (titles), nor for sections with bars between them on one line.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, is_headline_like, is_prose, key_of
from generator.ingest.dissect.names import names_section
from generator.ingest.dissect.similarity import coverage, stems, stems_of
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_LONGEST, _LEAST_TITLE, _LONGEST_TITLE = 3, 4, 9  # words of a section's name, of a title
_MOST, _REACH, _LEAST_PROSE = 4, 8, 12  # sections; lines from the title to the day; words of a paragraph
_TOLD = 0.5  # of a title's words that the text has, where it has none of the sections'


def height_of_sections(lines: Sequence[Line], at: int, known: Known) -> int:
    """How many lines from `at` on are names of sections above a title that has the day of its article below it, or
    right above it; 0 where the first of them may be the title itself."""
    end = at
    while end < len(lines) and end - at < _MOST and _may_be_section(lines[end], known):
        end += 1
    title = end + (end < len(lines) and end > at and Label.PUBLISHED in facts_of(lines[end], known))
    if end == at or title + 2 >= len(lines) or not _may_be_title(lines[title], known):
        return 0
    if not any(Label.PUBLISHED in facts_of(line, known) for line in lines[end : title + _REACH]):
        return 0
    sections = [line for line in lines[at:end] if any(map(str.isalpha, line.text))]  # bars may stand between them
    if not sections:
        return 0
    if any(_names_section(line, known) for line in sections):
        return end - at if len(sections) > 1 or title > end else 0
    return end - at if len(sections) > 1 and _is_title(lines[title], sections, lines[title + 1 :]) else 0


def _may_be_section(line: Line, known: Known) -> bool:
    is_short = line.words <= _LONGEST and not ends_sentence(line.text) and ":" not in line.text
    return is_short and not any(map(str.isdigit, line.text)) and not facts_of(line, known)


def _may_be_title(line: Line, known: Known) -> bool:
    return line.words >= _LEAST_TITLE and is_headline_like(line.text) and not facts_of(line, known)


def _names_section(line: Line, known: Known) -> bool:
    return key_of(line.text) in known.places or names_section(line.text)


def _is_title(title: Line, sections: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a headline below short lines is rather the title than a standfirst: it is as short as titles are, or the
    text has its words and none of theirs."""
    if title.words <= _LONGEST_TITLE:
        return True
    text = stems_of(line.text for line in below if is_prose(line, _LEAST_PROSE))
    return coverage(stems(title.text), text) >= _TOLD and not any(coverage(stems(x.text), text) for x in sections)
