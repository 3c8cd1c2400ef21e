"""What a border between two articles is judged by: lines that may be headlines, and the prose around them.

Not for where the borders are (`split`, `uncued`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, is_headline_like, without_bullet

JUDGED_LINES = 40
LEAST_COVERAGE = 0.25
_JUDGED_PARAGRAPHS = 8


def is_list_item(line: Line) -> bool:
    """Whether a line behind a cue may be one of the headlines the cue announces."""
    return is_headline_like(without_bullet(line.text)) and not is_boilerplate(line.text)


def judged_paragraphs(lines: Sequence[Line], known: Known) -> list[str]:
    """The prose among `lines`, as much of it as is judged."""
    prose = [
        x.text
        for x in lines
        if x.words >= 5 and not is_boilerplate(x.text) and not read_fields(x.text, Zone.TAIL, known.own)
    ]
    return prose[:_JUDGED_PARAGRAPHS]
