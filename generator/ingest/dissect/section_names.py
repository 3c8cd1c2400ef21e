"""Names of a digest's sections between its articles («ثانياً: أخبار اقتصادية»), which belong to none of them.

Only where the document is known to hold several articles: in one, such lines are its subheads. Not for sections of
digests that are nothing but items (`series`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.borders import facts_of
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_with_stop, is_as_short_as_kickers, key_of, number_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.parts import Part

_LONGEST = 5  # words


def without_sections(parts: Sequence[Part], known: Known) -> list[Part]:
    """The articles without the line with which all but the last may end, where it names the section of the next."""
    if len(parts) < 2:
        return list(parts)
    *above, last = parts
    return [*(_without_last(part) if _ends_with_section(part.lines, known) else part for part in above), last]


def _ends_with_section(lines: Sequence[Line], known: Known) -> bool:
    """Whether the last line of an article stands alone below a gap, and counts or calls a section."""
    if len(lines) <= 2 or not lines[-1].after_blank:
        return False
    line = lines[-1]
    if line.words > _LONGEST or ends_with_stop(line.text) or facts_of(line, known):
        return False
    first = key_of(line.text).split()[:1]
    is_rubric = bool(first) and (first[0] in RUBRICS or first[0].removeprefix("ال") in RUBRICS)
    is_bracketed = line.text.startswith("[") and is_as_short_as_kickers(line)
    return is_rubric or is_bracketed or number_of(line.text) is not None


def _without_last(part: Part) -> Part:
    return Part(part.lines[:-1], (*part.removed, part.lines[-1]))
