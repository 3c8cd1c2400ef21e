"""In which form a table of cells is written: its separator, and which of its first rows names the columns.

Not for reading its rows (`csv_table`).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.readers.tables.columns import count_known

_SEPARATORS = (",", ";", "\t", "|", "؛", "،")
_STATED = re.compile(r"\ufeff?\s*\"?sep=(?P<sign>[^\w\s\"]|\t)\"?\s*\Z", re.IGNORECASE)
_MOST_ROWS = 40
_FIRST_ROWS = 10


@dataclass(frozen=True, slots=True)
class CsvForm:
    """The separator, how many rows stand above the row of names (a `sep=` line not counted), and how many of its names
    are usual ones."""

    separator: str
    above: int
    known: int
    columns: int


def stated_separator(line: str) -> str | None:
    """The separator that a first line such as `sep=;` states, as Excel reads and writes it."""
    match = _STATED.match(line.rstrip("\r\n"))
    return match["sign"] if match else None


def find_form(lines: Sequence[str], separator: str | None = None) -> CsvForm | None:
    """The form in which the first lines of a document make the best table; None where they make none.

    `separator` is the one that is stated. A separator is as good as the usual names of columns that it brings out,
    then as the rows that it parts into equally many cells.
    """
    forms = [
        (score, form)
        for sign in ([separator] if separator else _SEPARATORS)
        if (scored := _try(lines, sign)) is not None
        for score, form in [scored]
    ]
    best = max(forms, key=lambda scored: scored[0], default=None)
    return best[1] if best else None


def parse_rows(lines: Sequence[str], separator: str) -> list[list[str]]:
    """The rows of some lines; a row that the last of them cuts off is left out."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(lines, delimiter=separator):
            rows.append(row)
            if len(rows) >= _MOST_ROWS:
                break
    except csv.Error:
        return rows
    return rows


def _try(lines: Sequence[str], sign: str) -> tuple[tuple[int, float, int], CsvForm] | None:
    rows = parse_rows(lines, sign)
    if not rows:
        return None
    known, above = max((count_known(row), -at) for at, row in enumerate(rows[:_FIRST_ROWS]))
    above = -above if known else next((at for at, row in enumerate(rows[:_FIRST_ROWS]) if len(row) > 1), 0)
    width = len(rows[above])
    if width < 2 and not known:
        return None
    below = [len(row) for row in rows[above + 1 :] if row]
    even = sum(length == width for length in below) / len(below) if below else 0.5
    usual = Counter(below).most_common(1)[0][0] if below else width
    score = (known, even if width > 1 else 0.0, min(usual, width))
    return score, CsvForm(sign, above, known, width)
