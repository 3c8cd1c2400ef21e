"""The rows of a table as records: fields by column, the body as blocks, a key that stays; whatever the table's format.

Not for the formats (`json_table`, `csv_table`), which give the rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import chain

from generator.errors import Problem
from generator.ingest.readers.tables.body import read_cell_body
from generator.ingest.readers.tables.claims import Cells, find_claims
from generator.ingest.readers.tables.columns import Columns, find_columns, flatten, look_up
from generator.ingest.readers.tables.date_orders import find_orders
from generator.ingest.readers.tables.longest_text import is_prose, is_said, is_within
from generator.ingest.readers.tables.report import MOST_MISFITS, closing_problems, find_row_faults, no_text
from generator.ingest.readers.tables.rows import Row, Table
from generator.ingest.readers.tables.rows_of_systems import complete_row
from generator.ingest.readers.tables.values import body_texts_of, date_in_order, is_nothing, texts_of
from generator.ingest.readers.tables.versions import find_ties
from generator.model.source import Claim, FieldName, Record
from generator.text.dates import read_date
from generator.text.repair import repair_inline

_MOST_PLANS = 512
_MOST_COLUMNS = 2000
_MOST_KEYS = 2_000_000
_SAMPLE_ROWS, _SAMPLE_SIZE = 64, 1 << 22
_LONGEST_KEY = 200
_ENOUGH_TEXT = 200
_SITE = re.compile(r"\s+[-–—|»]\s+\S.{0,100}")
_ANY_DAY = date(9990, 1, 1)
_YEAR_FIRST = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")


def is_article(table: Table, values: Mapping[str, object]) -> bool:
    """Whether an object is an article by what it holds: a text under a title, a long text, or, with a title, a summary
    and an address or a date."""
    flat = flatten(values)
    mapped = {name for name, each in table.mapping.fields if each.columns}
    for columns in _plan(table, flat):
        found = {
            name: _first_text(columns.of.get(name, ()), flat, values, body_texts_of if name == "body" else texts_of)
            for name in ("title", "body", "description", "url", "date")
        }
        if mapped & {"title", "body"} and (found["title"] or found["body"]):
            return True
        if found["body"] and (found["title"] or len(found["body"]) >= _ENOUGH_TEXT):
            return True
        if found["title"] and found["description"] and (found["url"] or found["date"]):
            return True
    return False


def records_of(table: Table, rows: Iterator[Row | Problem]) -> Iterator[Record | Problem]:
    """The records of a table's rows, and at its end what is to be said of it as a whole. Never raises but what `rows`
    raises."""
    sample: list[Row | Problem] = []
    size = 0
    for row in rows:
        sample.append(row)
        size += sum(len(str(value)) for value in row.values.values()) if isinstance(row, Row) else 0
        if len(sample) >= _SAMPLE_ROWS or size > _SAMPLE_SIZE:
            break
    first = [complete_row(row) for row in sample if isinstance(row, Row)]
    table.key_columns = _settle_key(table, first)
    table.orders = find_orders(_dates_of(table, first)) if table.mapping.date_order is None else {}
    for row in chain(sample, rows):
        if isinstance(row, Problem):
            yield row
        else:
            yield from _read_row(table, complete_row(row))
    yield from closing_problems(table)


def _read_row(table: Table, row: Row) -> Iterator[Record | Problem]:
    flat = flatten(row.values)
    for _, each in table.mapping.fields:
        table.mapped.update(
            column for column in each.columns if column not in table.mapped and look_up(column, flat, row.values)
        )
    key = _key_of(table, row, flat)
    plans = _plan(table, flat)
    found = 0
    used: set[str] = set()
    for columns in plans:
        name = f"{key}#{columns.suffix}" if columns.suffix else key
        cells = Cells(flat, row.values, columns, table.mapping, orders=table.orders)
        record = _read_record(table, row, cells, name, key)
        if record is not None:
            found += 1
            used |= cells.used
            yield replace(record, placed=True) if row.number and not _named(table, row, flat) else record
    table.records += found
    _account(table, flat, used if found else set(flat))
    if not found:
        table.misfits += 1
        if table.misfits <= MOST_MISFITS:
            yield no_text(table, row, key, flat)


def _account(table: Table, flat: Mapping[str, object], used: set[str]) -> None:
    """Take account of the columns of a row from which nothing was taken, though they hold text."""
    table.used |= used
    for path, value in flat.items():
        if path not in used and any(texts_of(value)):
            if _is_untold_text(table, path, value, [flat.get(name) for name in used]):
                table.texts[path] = None
            if len(table.columns) < _MOST_COLUMNS:
                table.columns[path] = None
            table.unused[path if path in table.columns else "…"] += 1


def _is_untold_text(table: Table, path: str, value: object, taken: list[object]) -> bool:
    """Whether a text of its own stands in a column from which nothing was taken; asked of a table's first rows."""
    if not isinstance(value, str) or table.unused[path] >= _SAMPLE_ROWS or not is_prose(value):
        return False
    return not is_said(value, (each for each in taken if isinstance(each, str)))


def _read_record(table: Table, row: Row, cells: Cells, key: str, of_row: str) -> Record | None:
    """The record of a row in one language, with the key of its own and that of the row; None where it has no text."""
    repairs = Counter({name: 1 for name in table.stream.repairs if name.startswith("encoding:")})
    repairs.update(dict(row.repairs))
    claims = find_claims(cells, repairs)
    address = next((claim.value for claim in claims if claim.name is FieldName.URL), None)
    body = read_cell_body(cells, row.offsets, row.line or 1, address, repairs)
    if body is None:
        return None
    if body.summary:
        said = " ".join(block.text for block in body.blocks)
        claims = [claim for claim in claims if claim.name is not FieldName.STANDFIRST or claim.value not in said]
    blocks = [block.text for block in body.blocks]
    claims = [_without_site(claim, blocks[0]) if claim.name is FieldName.TITLE else claim for claim in claims]
    untold = [text for text in cells.texts_for_names if not is_within(text, blocks)]
    claims.extend(find_ties(cells, of_row))
    reference = _reference(cells)
    cells.used.update(cells.columns.of.get("id", ()))
    table.lost += repairs["damaged-characters"]
    return Record(
        key,
        tuple(claims),
        body.blocks,
        row.line,
        reference,
        body.excerpt or row.cut,
        (*body.removed, *untold, *map(repair_inline, row.surplus)),
        tuple(sorted((name, count) for name, count in repairs.items() if count)),
        tuple(find_row_faults(table, row, key)),
    )


def _without_site(title: Claim, first: str) -> Claim:
    """A headline without the name of the site behind it, as pages have it above their window, where the text begins
    with the headline alone."""
    rest = title.value[len(first) :]
    if not title.value.startswith(first) or _SITE.fullmatch(rest) is None:
        return title
    return replace(title, value=first, raw=title.raw or title.value)


def _reference(cells: Cells) -> date | None:
    """The day on which the row was made or its page was copied. `created_at` may be that day or the article's own:
    nobody knows, so it is never the article's unless a person says so."""
    for name in ("taken", "created"):
        for path, text in cells.texts(name):
            order = cells.mapping.date_order
            found = _day_of(date_in_order(text, order) if order else text)
            if found is not None:
                if name == "taken":
                    cells.used.add(path)
                return found
    return None


def _day_of(text: str) -> date | None:
    """The day that a text names, in full; None where it names none."""
    match = _YEAR_FIRST.match(text)
    if match is None:
        reading = read_date(text, today=_ANY_DAY)
        match = _YEAR_FIRST.match(reading.date.iso) if reading else None
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _plan(table: Table, flat: Mapping[str, object]) -> tuple[Columns, ...]:
    paths = tuple(flat)
    plan = table.plans.get(paths)
    if plan is None:
        if len(table.plans) >= _MOST_PLANS:
            table.plans.clear()
        plan = table.plans[paths] = find_columns(paths, table.mapping)
    return plan


def _first_text(
    columns: tuple[str, ...],
    flat: Mapping[str, object],
    values: Mapping[str, object],
    read: Callable[[object], Iterator[str]] = texts_of,
) -> str:
    for column in columns:
        found = look_up(column, flat, values)
        text = "\n".join(read(found[1])) if found else ""
        if text and not is_nothing(text):
            return text
    return ""


def _dates_of(table: Table, rows: list[Row]) -> Iterator[tuple[str, str]]:
    """The texts of the columns of dates, each with its column."""
    for row in rows:
        flat = flatten(row.values)
        for columns in _plan(table, flat):
            cells = Cells(flat, row.values, columns, table.mapping)
            for name in ("date", "updated"):
                yield from cells.texts(name)


def _settle_key(table: Table, rows: list[Row]) -> tuple[str, ...]:
    """The columns that name rows: the first of the id's and the address's in which each row of the sample has a text
    of its own."""
    flats = [(flatten(row.values), row.values) for row in rows]
    candidates: dict[str, None] = {}
    for name in ("id", "url"):
        for flat, _ in flats:
            for columns in _plan(table, flat):
                candidates.update(dict.fromkeys(columns.of.get(name, ())))
    for candidate in candidates:
        texts = [_first_text((candidate,), flat, values) for flat, values in flats]
        if all(texts) and len(set(texts)) == len(texts):
            return (candidate,)
    return ()


def _named(table: Table, row: Row, flat: Mapping[str, object]) -> str:
    """What names a row in the document itself: its name or the text of its key column; empty without one."""
    return row.name or (_first_text(table.key_columns, flat, row.values) if row.number else "")


def _key_of(table: Table, row: Row, flat: Mapping[str, object]) -> str:
    """What names a row: its name or the text of its key column, else its number; nothing names the only one.

    A key that was there already gets a number of its own behind it.
    """
    text = _named(table, row, flat)
    key = " ".join(text.encode("utf-8", "replace").decode().split())
    if not key or not key.isprintable():
        key = "".join(sign for sign in key if sign.isprintable()) or str(row.number or "")
    if len(key) > _LONGEST_KEY:
        key = sha256(key.encode()).hexdigest()[:16]
    if not key or len(table.keys) >= _MOST_KEYS:
        return key
    seen = hash(key)
    table.keys[seen] += 1
    return key if table.keys[seen] == 1 else f"{key}#{table.keys[seen]}"
