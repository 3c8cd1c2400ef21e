"""What is told of JSON that is broken, or that holds no articles.

Not for finding faults (`json_objects`), nor for how many are told (`json_table`).
"""

from __future__ import annotations

from generator.errors import Problem, Severity
from generator.ingest.readers.tables.json_objects import Found
from generator.ingest.readers.tables.rows import Table


def broken_record(table: Table, found: Found) -> Problem:
    """The problem of a record that is not JSON: mended (`mended-json`), broken off (`cut-off`) or passed over."""
    what = "a record is not JSON, and was passed over"
    if found.cut is not None:
        what = "this record breaks off; what is there of its text was read"
    elif found.broken_off:
        what = "this is not JSON; what follows could not be read"
    elif found.value is not None:
        what = "a record is not quite JSON; it was mended, and none of its letters is missing"
    is_mended = found.value is not None and found.cut is None
    return Problem(
        "mended-json" if is_mended else "cut-off" if found.cut else "broken-json",
        what,
        table.document.path,
        found.line,
        expected="well-formed JSON",
        found=found.fault,
        cure='mend it there (a quotation mark inside a text is written \\"), or export the table again',
        severity=Severity.WARNING if is_mended else Severity.ERROR,
    )


def more_broken_records(table: Table, faults: int, untold: int) -> Problem:
    """The problem of a table with more `faults` than are told one by one."""
    return Problem(
        "broken-json",
        f"{untold:,} more records are not sound JSON; what of them cannot be read was passed over",
        table.document.path,
        expected="well-formed JSON",
        found=f"{faults:,} faults",
        cure="see the first of them above; mend them all there, or export the table again",
    )


def no_objects(table: Table) -> Problem:
    """The problem of JSON in which there are no objects."""
    return Problem(
        "no-article-columns",
        "this JSON holds no objects, so no articles",
        table.document.path,
        expected='a list of objects, each an article: [{"title": …, "body": …}]',
        found="nothing, or numbers and texts only",
        cure="export the table with its columns' names: one object an article",
    )
