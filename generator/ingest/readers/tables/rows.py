"""Rows as the format of a table gives them, and the table as far as it is read.

Not for what becomes of them (`mapped_rows`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.ingest.readers.tables.columns import Columns
from generator.ingest.readers.tables.date_orders import Orders
from generator.ingest.readers.text.text_stream import TextStream
from generator.model.source import SourceDocument
from generator.store.table_mapping import TableMapping


@dataclass(frozen=True, slots=True)
class Row:
    """One row as its format gives it: values by column, its number from 1 (0 for a
    document that is one article), its line, the `name` it has in an object of
    objects, the cells for which there is no column,
    by how many lines below it each column begins, what was mended in it, and whether
    the document breaks off in it (`cut`)."""

    values: Mapping[str, object]
    number: int
    line: int | None = None
    name: str = ""
    surplus: tuple[str, ...] = ()
    offsets: Mapping[str, int] = field(default_factory=dict)
    repairs: tuple[tuple[str, int], ...] = ()
    cut: bool = False


@dataclass(slots=True)
class Table:
    """A table while it is read: what a person said of it, and what was seen of it so far."""

    document: SourceDocument
    mapping: TableMapping
    stream: TextStream
    plans: dict[tuple[str, ...], tuple[Columns, ...]] = field(default_factory=dict)
    columns: dict[str, None] = field(default_factory=dict)  # those with text in them, in order
    used: set[str] = field(default_factory=set)
    unused: Counter[str] = field(default_factory=Counter)  # in how many rows a column's text was not used
    texts: dict[str, None] = field(default_factory=dict)  # columns of prose that is in no article
    key_columns: tuple[str, ...] = ()
    orders: Orders = field(default_factory=dict)  # of dates in numbers, as the columns themselves prove them
    keys: Counter[int] = field(default_factory=Counter)
    mapped: set[str] = field(default_factory=set)  # columns of the mapping that are there
    joined: list[int] = field(default_factory=list)  # lines of rows whose cells were joined
    doubtful: list[int] = field(default_factory=list)  # lines of rows whose cells may be joined otherwise
    lost: int = 0  # characters that stand as U+FFFD
    misfits: int = 0
    untold: int = 0
    records: int = 0


def new_table(document: SourceDocument, mapping: TableMapping | None) -> Table:
    """A table of which nothing is read yet."""
    mapping = mapping or TableMapping(Path())
    return Table(document, mapping, TextStream(document, mapping.encoding))
