"""Characters of a record that were lost before it came here, and stand in it as U+FFFD: how many, and what is told.

Not for a document's bytes as a whole (`generator.text.encoding`), nor for tables, which tell of all rows at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.errors import Problem, Severity
from generator.model.source import Record
from generator.text.surrogates import REPLACEMENT


def find_lost(path: Path, record: Record, line: int | None = None) -> Iterator[Problem]:
    """The problem of a record of the document `path` in which characters were lost; none where none is."""
    texts = (*(block.text for block in record.blocks), *(claim.value for claim in record.claims))
    lost = sum(text.count(REPLACEMENT) for text in texts if REPLACEMENT in text)
    if lost:
        yield Problem(
            "damaged-bytes",
            f"characters of the record are lost; they show as {REPLACEMENT}",
            path,
            line,
            expected="whole characters in one encoding",
            found=f"{lost} lost: damaged bytes, or halves of characters such as emoji",
            cure="get the document again from where it came from, or write the characters into the article",
            severity=Severity.WARNING,
            record=record.key,
        )


def with_lost(path: Path, record: Record, line: int | None = None) -> Record:
    """A record with the problem of what was lost in it."""
    found = tuple(find_lost(path, record, line))
    return replace(record, problems=(*record.problems, *found)) if found else record
