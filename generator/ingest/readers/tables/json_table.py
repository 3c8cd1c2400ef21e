"""Tables of articles as JSON, in whatever list or object they stand, and as JSON Lines.

Not for feeds in JSON that are read as feeds, nor for what the columns mean (`mapped_rows`).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.tables.column_names import is_text_column
from generator.ingest.readers.tables.columns import turned_rows
from generator.ingest.readers.tables.cut_json import CutObject, read_cut_object, told_cut
from generator.ingest.readers.tables.ghost import Relations, find_relations, is_ghost_export
from generator.ingest.readers.tables.json_objects import DECODER, Found, find_objects
from generator.ingest.readers.tables.json_problems import broken_record, more_broken_records, no_objects
from generator.ingest.readers.tables.mapped_rows import is_article, records_of
from generator.ingest.readers.tables.mended_json import mend_object
from generator.ingest.readers.tables.references import References, find_references, has_references
from generator.ingest.readers.tables.rows import Row, Table, new_table
from generator.ingest.readers.tables.scripts import is_script
from generator.ingest.readers.tables.telegram import find_chat, message_rows
from generator.ingest.readers.tables.unmapped import no_article_columns
from generator.ingest.readers.tables.versions import with_shared
from generator.ingest.readers.text.text_stream import TextStream, decode_head
from generator.model.source import Record, SourceDocument
from generator.store.table_mapping import TableMapping

_EXTENSIONS = frozenset({".json", ".jsonl", ".ndjson", ".jsonlines", ".geojson", ".jl"})
_LINES_EXTENSIONS = frozenset({".jsonl", ".ndjson", ".jsonlines", ".jl"})
_BEGINS = re.compile(r"\s*(?:\[\s*[\[{\]]|\{\s*[\"}])")
_MOST_FAULTS = 50
_MOST_SAMPLES = 20
_MOST_PLACES = 1000
_LARGEST_SAMPLE = 100_000
_DEEPEST = 8
_HEAD = 1 << 12


def is_json_table(path: Path, head: bytes) -> bool:
    """Whether a document is JSON: by how it begins; text that only begins with a bracket is none."""
    if is_json_lines(path, head):
        return False
    text = decode_head(head).lstrip("\ufeff")
    begins = _BEGINS.match(text) is not None or is_script(text)
    return begins or (path.suffix.lower() in _EXTENSIONS and text.lstrip()[:1] in ("{", "["))


def is_json_lines(path: Path, head: bytes) -> bool:
    """Whether a document holds one JSON object a line: by its first lines, or by its name where the first is broken."""
    lines = [line for line in decode_head(head).lstrip("\ufeff").split("\n")[:20] if line.strip()]
    whole = [line for line in lines if _is_object(line)]
    if path.suffix.lower() in _LINES_EXTENSIONS:
        return bool(whole) or (bool(lines) and lines[0].lstrip()[:1] == "{")
    return len(whole) > 1 and whole[0] == lines[0]


def read_json_table(document: SourceDocument, *, mapping: TableMapping | None = None) -> Iterator[Record | Problem]:
    """The articles of a JSON document: of its lists and objects, at any depth, the outermost that are articles.

    Raises UnreadableError where it holds none (`no-article-columns`), or is no JSON from its beginning (`broken-json`).
    """
    table = new_table(document, mapping)
    yield from _read(table, _Rows(table, table.mapping.records))


def read_json_lines(document: SourceDocument, *, mapping: TableMapping | None = None) -> Iterator[Record | Problem]:
    """The articles of a document of JSON Lines; a line that is broken is told and passed over.

    Raises UnreadableError where it holds none.
    """
    table = new_table(document, mapping)
    yield from _read(table, _Rows(table, table.mapping.records), lines=True)


@dataclass(slots=True)
class _Rows:
    """The rows of a document while they are found: where they were, and what else was met."""

    table: Table
    records: str | None
    places: set[tuple[str, ...]] = field(default_factory=set)
    others: dict[tuple[str, ...], list[Row]] = field(default_factory=dict)
    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    untold: Counter[tuple[str, ...]] = field(default_factory=Counter)
    samples: list[dict[str, object]] = field(default_factory=list)
    faults: int = 0
    first_fault: Problem | None = None


def _read(table: Table, rows: _Rows, *, lines: bool = False) -> Iterator[Record | Problem]:
    found = _rows_of_lines(rows) if lines else _rows_of_document(rows)
    held: list[Problem] = []
    given = False
    for each in records_of(table, found):
        if isinstance(each, Record) or given:
            yield from held
            held, given = [], True
            yield each
        elif len(held) < _MOST_FAULTS:
            held.append(each)
    if given:
        if rows.faults > _MOST_FAULTS:
            yield more_broken_records(table, rows.faults, rows.faults - _MOST_FAULTS)
        return
    if rows.first_fault is not None and not rows.samples:
        raise UnreadableError(rows.first_fault)
    if table.misfits:  # rows where a person said that there are some, without any text
        yield from held
    if not rows.samples and not table.misfits:
        raise UnreadableError(no_objects(table))
    raise UnreadableError(no_article_columns(table, rows.samples))


def _rows_of_document(rows: _Rows) -> Iterator[Row | Problem]:
    """The rows of a document; what some programs write apart from them, or otherwise, needs a look at its beginning."""
    table = rows.table
    stream = TextStream(table.document, table.mapping.encoding)
    beginning = next(stream.pieces(), "")
    head = beginning[:_HEAD]
    chat = find_chat(head) if rows.records is None else None
    if chat is not None:
        yield from message_rows(table, chat)
        return
    apart: Relations | References | None = None
    if is_ghost_export(head):
        apart = find_relations(stream.pieces())
    elif has_references(beginning):
        apart = find_references(found.value for found in find_objects(stream.pieces()))
    for row in _found_rows(rows):
        yield replace(row, values=apart.complete(row.values)) if apart and isinstance(row, Row) else row


def _found_rows(rows: _Rows) -> Iterator[Row | Problem]:
    for found in find_objects(rows.table.stream.pieces()):
        if found.fault:
            yield from _tell_fault(rows, found)
        if found.cut is not None:
            yield from _search_cut(rows, found.cut, found.path, found.line)
        elif isinstance(found.value, dict):
            turned = turned_rows(found.value) if not found.path and rows.records is None else None
            for value in turned or ():
                yield from _search(rows, value, ("item",), found.line, 0)
            if turned is None:
                yield from _search(rows, found.value, found.path, found.line, 0)
    yield from _left_over(rows)


def _rows_of_lines(rows: _Rows) -> Iterator[Row | Problem]:
    """The rows of a document of lines, with the names that other lines hold."""
    table = rows.table
    if not has_references(next(TextStream(table.document, table.mapping.encoding).pieces(), "")):
        yield from _found_lines(rows)
        return
    stream = TextStream(table.document, table.mapping.encoding)
    apart = find_references(found.value for found in find_objects(stream.pieces()))
    for row in _found_lines(rows):
        yield replace(row, values=apart.complete(row.values)) if isinstance(row, Row) else row


def _found_lines(rows: _Rows) -> Iterator[Row | Problem]:
    for number, line in enumerate(rows.table.stream.lines(), start=1):
        text = line.strip("\ufeff\0 \t\r\n\x1e").rstrip(",").rstrip()
        if not text:
            continue
        try:
            value = DECODER.decode(text)
        except (ValueError, RecursionError) as error:
            place = error.colno - 1 if isinstance(error, json.JSONDecodeError) else 0
            what = error.msg if isinstance(error, json.JSONDecodeError) else "values inside each other, too deep"
            if number in rows.table.stream.overlong:
                what = "a line longer than 64 million characters"
            fault = f"{what}: {text[max(0, place - 20) : place + 20]!r}"
            cut = read_cut_object(text, DECODER.decode)
            value = mend_object(text) if cut is None else None
            yield from _tell_fault(rows, Found((), number, value, told_cut(text) if cut else fault, cut=cut))
            if cut is not None:
                yield from _search_cut(rows, cut, ("item",), number)
            if value is None:
                continue
        if isinstance(value, dict):
            yield from _search(rows, value, ("item",), number, 0)
        else:
            yield from _tell_fault(rows, Found((), number, fault=f"no object: {text[:40]!r}"))
    yield from _left_over(rows)


def _search(rows: _Rows, value: dict[str, object], path: tuple[str, ...], line: int, depth: int) -> Iterator[Row]:
    """The articles in an object: itself, or those in the lists and objects inside it."""
    place = path[:-1]
    if len(rows.counts) < _MOST_PLACES:
        rows.counts[place] += 1
    number = rows.counts[place] if path or rows.counts[place] > 1 else 0
    if _is_record(rows, value, path):
        if len(rows.places) < _MOST_PLACES:
            rows.places.add(place)
        yield Row(value, number, line, path[-1] if path and path[-1] != "item" else "")
        return
    if len(rows.samples) < _MOST_SAMPLES:
        rows.samples.append(value)
    holds = False
    if depth < _DEEPEST and "geometry" not in value:  # a place on a map, whatever it is called
        for below, inner in _objects_inside(value, path):
            for row in _search(rows, inner, below, line, depth + 1):
                holds = True
                yield row
    if not holds and path and rows.records is None:
        _set_aside(rows, place, Row(value, number, line))


def _search_cut(rows: _Rows, cut: CutObject, path: tuple[str, ...], line: int) -> Iterator[Row]:
    """The article in an object that breaks off. The member that the cut goes through counts only where it is a text:
    half a day is a wrong one."""
    members = cut.members if is_text_column(cut.name) else {**cut.members}
    if members is not cut.members:
        members.pop(cut.name, None)
    if is_article(rows.table, members):
        yield from (replace(row, cut=True) for row in _search(rows, members, path, line, 0))


def _is_record(rows: _Rows, value: dict[str, object], path: tuple[str, ...]) -> bool:
    if rows.records is None:
        return "geometry" not in value and is_article(rows.table, value)
    return _is_at(path, rows.records) or (list(path) == _parts(rows.records) and is_article(rows.table, value))


def _objects_inside(
    value: dict[str, object], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], dict[str, object]]]:
    """The objects that are values of an object, or elements of its lists, with their paths; its versions in several
    languages with what it says of them all."""
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield (*path, key), inner
        elif isinstance(inner, list):
            elements = (element for element in inner if isinstance(element, dict))
            yield from (((*path, key, "item"), with_shared(value, key, element)) for element in elements)


def _set_aside(rows: _Rows, place: tuple[str, ...], row: Row) -> None:
    """Keep an object that is no article, to be told if it turns out to stand among articles."""
    others = rows.others.get(place)
    if others is None:
        if len(rows.others) >= _MOST_SAMPLES:
            return
        others = rows.others[place] = []
    if len(others) < _MOST_SAMPLES and sum(map(len, map(str, row.values.values()))) < _LARGEST_SAMPLE:
        others.append(row)
    else:
        rows.untold[place] += 1


def _left_over(rows: _Rows) -> Iterator[Row]:
    """Objects that stand among articles and are none: rows without a text, which are told."""
    for place, others in rows.others.items():
        if place in rows.places:
            yield from others
            rows.table.untold += rows.untold[place]


def _is_at(path: tuple[str, ...], records: str) -> bool:
    """Whether an object is a record by where a person said they are: an element of that list, or a member of that
    object; `*` stands for any name."""
    wanted = [part for part in _parts(records) if part != "item"]
    found = [part for part in path if part != "item"]
    listed = path[-1:] == ("item",)
    fits = all(want in ("*", have) for want, have in zip(wanted, found, strict=False))
    return fits and (len(found) == len(wanted) if listed else len(found) == len(wanted) + 1)


def _parts(records: str | None) -> list[str]:
    return [part for part in (records or "").strip(".$").split(".") if part]


def _tell_fault(rows: _Rows, found: Found) -> Iterator[Problem]:
    rows.faults += 1
    problem = broken_record(rows.table, found)
    rows.first_fault = rows.first_fault or (None if problem.code == "mended-json" else problem)
    if rows.faults <= _MOST_FAULTS or found.broken_off:
        yield problem


def _is_object(line: str) -> bool:
    text = line.strip().rstrip(",")
    if not text.startswith("{"):
        return False
    try:
        return isinstance(DECODER.decode(text), dict)
    except (ValueError, RecursionError):
        return False
