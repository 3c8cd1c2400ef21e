"""Which rows of a table are versions of one text in two languages, as far as the table itself says so.

By a column that says it, by one id in a row for each language, by an id that ends in the language (`12#ar`, `12-en`),
or since one row holds both. Not for what the rows tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.readers.tables.claims import Cells
from generator.ingest.readers.tables.column_names import fold_column
from generator.ingest.ties import tie_within
from generator.model.source import Claim, FieldName

_LONGEST = 400
_OF_MANY = frozenset({"code"})  # also the name of what many articles share
_LANGUAGE_OF_ID = re.compile(r"(?P<id>.*\w)[#:/_.@|-](?:ar|en|ara|eng)", re.IGNORECASE | re.DOTALL)


def find_ties(cells: Cells, key: str) -> Iterator[Claim]:
    """What ties a row, in one of its languages, to its version in another; `key` names the row in its table."""
    if cells.columns.suffix:
        yield Claim(FieldName.STORY, tie_within(f"row {key}"), "column:language-of-name")
        return
    counterpart = _first(cells, "counterpart")
    if counterpart is not None:
        yield _claim(*counterpart)
    own = _first(cells, "id")
    if own is None:
        return
    column, text = own
    named = _LANGUAGE_OF_ID.fullmatch(text)
    if named is not None:
        yield _claim(column, named["id"])
    elif cells.columns.of.get("lang") or cells.columns.of.get("counterpart"):
        yield _claim(column, text)


def _first(cells: Cells, name: str) -> tuple[str, str] | None:
    """The first column of a field that says something, and what; none that only says «nothing» or counts from 0."""
    for column, text in cells.texts(name):
        if fold_column(column.rpartition(".")[2]) in _OF_MANY:
            continue
        if text.strip() not in ("", "0", "0.0") and len(text) <= _LONGEST:
            cells.used.add(column)
            return column, text.strip()
    return None


def _claim(column: str, text: str) -> Claim:
    """`12` and `12.0`, as spreadsheets write it, are one number."""
    return Claim(FieldName.STORY, tie_within(text.removesuffix(".0")), f"column:{column}")
