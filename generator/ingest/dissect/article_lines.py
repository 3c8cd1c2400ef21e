"""The lines of one article while they are taken apart: what is found in its head and foot, and what stays its body.

A value that is filled; not for how it is filled (`sections`, `titles`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.ingest.dissect.datelines import Dateline
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.lines import Line


@dataclass(slots=True)
class Sections:
    """An article taken apart: its title lines, the fields found with the line of each, body, and what is removed;
    `entry_times` are the numbers of lines that are the times of its entries; `may_be_several`: another article may
    begin in its body, so that what stands at its end may be another's."""

    title: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    dateline: Dateline | None = None
    dateline_line: Line | None = None
    fields: list[Field] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    removed: list[Line] = field(default_factory=list)
    rules: list[Line] = field(default_factory=list)
    entry_times: frozenset[int] = frozenset()
    may_be_several: bool = False
