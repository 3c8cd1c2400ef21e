"""Rows of a table of cells that are not marked off as they should be: a quotation mark that is never closed, separators
that stand in a text without quotation marks.

What a cell may hold in its column decides; nothing is guessed where that leaves more than one reading (RFC 4180 is what
such rows break). Not for reading rows that are sound (`csv_table`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.ingest.readers.tables.columns import Columns
from generator.ingest.readers.tables.values import is_nothing
from generator.text.dates import read_date

_TEXTS = ("title", "kicker", "description", "body")
_DAYS = ("date", "created", "updated", "taken")
_WORDS = ("id", "lang", "status", "year", "month", "day")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|/)\S+\s*\Z", re.IGNORECASE)
_NUMERIC_DAY = re.compile(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|\s*\d{8,16}\s*\Z")
_NONE: frozenset[str] = frozenset()
_THOUSANDS = re.compile(r"\d{3}(?!\d|[-/.:]\d)")
_LONGEST = {"day": 60, "word": 80, "": 200}
_LONGEST_TITLE = 300
_ANY_DAY = date(9990, 1, 1)
_MOST_CELLS, _MOST_STEPS = 2000, 20_000
_MOST_LINES = 500
_MOST_REREAD = 50


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """The cells of a row as they were meant; `sure` where they can be meant in no other way."""

    cells: tuple[str, ...]
    sure: bool = True


def kinds_of(names: Sequence[str], columns: Sequence[Columns]) -> tuple[str, ...]:
    """What the cells of each column are: `text`, `title`, `day`, `address`, `word` (one without spaces); empty for
    other short ones."""
    fields = {path: field for each in columns for field, paths in each.of.items() for path in paths}
    return tuple(_kind(fields.get(name, "")) for name in names)


def join_cells(row: Sequence[str], kinds: Sequence[str], separator: str) -> JoinedRow | None:
    """A row with more cells than columns as it was meant: cells that separators within a text have parted, joined.

    Where its cells fit the columns in several ways, and only the headline's end is in doubt, the shortest headline is
    taken and `sure` is false. None where more is in doubt, or they fit in no way.
    """
    if len(row) <= len(kinds) or len(row) > _MOST_CELLS or not {"text", "title"} & set(kinds):
        return None
    spaced = _joined_at_spaces(row, separator)
    within = _joined_within_sentences(spaced, separator)
    for cells, grown in ((spaced, _NONE), (within, frozenset(within) - frozenset(spaced)), (list(row), _NONE)):
        found = list(_readings(cells, kinds, separator, grown)) if len(cells) >= len(kinds) else []
        if len(found) == 1:
            return JoinedRow(tuple(found[0]))
    shortest = _with_shortest_title(spaced if len(spaced) >= len(kinds) else list(row), kinds, separator)
    return JoinedRow(tuple(shortest), sure=False) if shortest else None


def swallows(lines: Sequence[str], row: Sequence[str], kinds: Sequence[str], separator: str) -> bool:
    """Whether what was read as one row is several, of which the first has a cell that was never closed: each of its
    lines has as many cells as the table has columns, and such as stand in these."""
    if not 1 < len(lines) <= _MOST_LINES or len(kinds) < 2:
        return False
    loose = len(row) != len(kinds) or not _is_strict(lines, separator)
    first = read_first_line(lines[0], kinds, separator)
    others = [next(csv.reader([line], delimiter=separator), []) for line in lines[1:]]
    if not all(len(each) == len(kinds) for each in (first, *others)):
        return False
    told = [_tells(each, kinds) for each in (first, *others)]
    return False not in told and (loose or any(told))


def reread(
    lines: Sequence[str], row: Sequence[str], width: int, separator: str, *, closed: bool
) -> tuple[list[str], int] | None:
    """A row whose texts have quotation marks that are written `\\"`, as databases do, or (where all are `closed`) not
    doubled, read as it was meant, and of how many of its lines; None where it is sound, or no such reading gives as
    many cells as columns."""
    if not any('"' in cell for cell in row) or (len(row) == width and _is_strict(lines, separator)):
        return None
    for count in range(1, min(len(lines), _MOST_REREAD) + 1):
        text = "".join(lines[:count])
        if '\\"' in text:
            escaped = text.replace('\\"', '""').splitlines(keepends=True)
            if _is_strict(escaped, separator):
                found = next(csv.reader(escaped, delimiter=separator))
                if len(found) == width:
                    return found, count
    if not closed:
        return None
    found = _by_outer_marks("".join(lines).rstrip("\r\n"), separator)
    return (found, len(lines)) if len(found) == width else None


def _by_outer_marks(text: str, separator: str) -> list[str]:
    """The cells of a row of which only those quotation marks open and close that stand at an end of a cell."""
    sign = re.escape(separator)
    cells: list[str] = []
    at = 0
    for cell in re.compile(
        rf'(?:"(?P<quoted>(?:[^"]|"(?!{sign}|\Z))*+)"|(?P<plain>[^"{sign}][^{sign}]*+|))(?:{sign}|\Z)'
    ).finditer(text):
        if cell.start() != at:
            return []
        quoted = cell["quoted"]
        cells.append(cell["plain"] if quoted is None else quoted.replace('""', '"'))
        at = cell.end()
        if at == len(text) and not text.endswith(separator):
            return cells
    return cells


def read_first_line(line: str, kinds: Sequence[str], separator: str) -> list[str]:
    """The cells of a line on which a quotation mark opens a cell and is never closed: a sign like others, unless only
    as the opening of a cell it gives as many cells as there are columns."""
    plain = next(csv.reader([line], delimiter=separator, quoting=csv.QUOTE_NONE), [])
    quoted = next(csv.reader([line], delimiter=separator), [])
    return [cell.rstrip("\r\n") for cell in quoted] if len(plain) != len(kinds) == len(quoted) else plain


def _kind(field: str) -> str:
    if field in _TEXTS:
        return "title" if field in ("title", "kicker") else "text"
    if field in _DAYS:
        return "day"
    return "address" if field in ("url", "original_url") else "word" if field in _WORDS else ""


def _joined_at_spaces(row: Sequence[str], separator: str) -> list[str]:
    """The cells with those that begin with a space joined to the one before: prose puts a space behind its commas,
    programs put none behind a separator."""
    cells: list[str] = []
    for cell in row:
        if cells and cell[:1] == " " and cell.strip():
            cells[-1] += separator + cell
        else:
            cells.append(cell)
    return cells


def _joined_within_sentences(row: Sequence[str], separator: str) -> list[str]:
    """The cells with those joined to the one before that go on with its sentence or number: they begin with a small
    letter, or with three digits behind a digit."""
    cells: list[str] = []
    for cell in row:
        goes_on = cell[:1].islower() or (_THOUSANDS.match(cell) and cells and cells[-1][-1:].isdigit())
        if cells and goes_on and not _ADDRESS.match(cell):
            cells[-1] += separator + cell
        else:
            cells.append(cell)
    return cells


def _with_shortest_title(cells: Sequence[str], kinds: Sequence[str], separator: str) -> list[str]:
    """The cells with all that may be headline or text as the text but the first of them, where one column of text
    stands right behind that of the headline; empty where they do not fit so, the columns are others, or none behind
    the text tells that it ends there: a list of tags may have more cells, too."""
    at = kinds.index("title") if kinds.count("title") == 1 and kinds.count("text") == 1 else len(kinds)
    if tuple(kinds[at : at + 2]) != ("title", "text"):
        return []
    behind = len(cells) - (len(kinds) - at - 2)
    joined = [*cells[: at + 1], separator.join(cells[at + 1 : behind]), *cells[behind:]]
    tells = at + 2 == len(kinds) or any(
        kind in _TELLING and cell.strip() for kind, cell in zip(kinds[at + 2 :], joined[at + 2 :], strict=True)
    )
    return joined if tells and all(_fits(cell, kind) for cell, kind in zip(joined, kinds, strict=True)) else []


def _readings(cells: Sequence[str], kinds: Sequence[str], separator: str, grown: frozenset[str]) -> Iterator[list[str]]:
    """The ways in which cells fit the columns, two at most; one that takes too long to find counts as two. Those that
    have `grown` are texts."""
    open_ways: list[tuple[int, list[str]]] = [(0, [])]
    found = steps = 0
    while open_ways and found < 2:
        at, done = open_ways.pop()
        column, left = len(done), len(cells) - at
        if column == len(kinds):
            found += 1
            yield done
            continue
        most = left - (len(kinds) - column - 1)
        least = left if column == len(kinds) - 1 else 1
        for taken in range(least, (most if kinds[column] in ("text", "title") else 1) + 1):
            steps += 1
            cell = separator.join(cells[at : at + taken])
            is_text = kinds[column] in ("text", "title")
            if _fits(cell, kinds[column]) and (is_text or cell not in grown):
                open_ways.append((at + taken, [*done, cell]))
            elif kinds[column] == "title":
                break
        if steps > _MOST_STEPS:
            yield from ([], [])
            return


@lru_cache(maxsize=4096)
def _fits(cell: str, kind: str) -> bool:
    """Whether a cell may stand in a column of its kind; an empty one may stand in any."""
    text = cell.strip()
    if kind == "text" or not text or is_nothing(text):
        return True
    if kind == "title":
        return len(text) <= _LONGEST_TITLE
    if kind == "address":
        return _ADDRESS.match(text) is not None
    if len(text) > _LONGEST[kind]:
        return False
    if kind == "day":
        return _NUMERIC_DAY.match(text) is not None or read_date(text, today=_ANY_DAY) is not None
    return kind == "" or not any(sign.isspace() for sign in text)


def _tells(row: Sequence[str], kinds: Sequence[str]) -> bool | None:
    """Whether the cells of a row fit their columns; None where no column with something in it could tell."""
    told = [_fits(cell, kind) for cell, kind in zip(row, kinds, strict=True) if kind in _TELLING and cell.strip()]
    return all(told) if told else None


_TELLING = frozenset({"day", "address", "word"})


def _is_strict(lines: Sequence[str], separator: str) -> bool:
    """Whether lines are one row by the letter of the format: behind a closing mark stands a separator or the end."""
    try:
        return len(list(csv.reader(lines, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False
