"""Tables of articles as CSV, TSV and what Excel makes of them: any separator, any encoding, rows that are not whole.

Not for Excel's own files, nor for what the columns mean (`mapped_rows`).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.tables.columns import find_columns
from generator.ingest.readers.tables.csv_form import CsvForm, find_form, parse_rows, stated_separator
from generator.ingest.readers.tables.loose_rows import join_cells, kinds_of, read_first_line, reread, swallows
from generator.ingest.readers.tables.mapped_rows import records_of
from generator.ingest.readers.tables.report import DOUBTFUL_CELLS
from generator.ingest.readers.tables.rows import Row, Table, new_table
from generator.ingest.readers.tables.unmapped import no_article_columns
from generator.ingest.readers.text.text_stream import decode_head
from generator.model.source import Record, SourceDocument
from generator.store.table_mapping import TableMapping

_EXTENSIONS = frozenset({".csv", ".tsv", ".tab", ".psv"})
_SAMPLE_LINES, _SAMPLE_SIZE = 200, 1 << 20
_LONGEST_CELL = 1 << 26
_LONGEST_ROW = 1 << 27
_MOST_UNCLOSED = 20
_MOST_COLUMNS = 5000
_MOST_LINES, _FEWER_LINES = 200_000, 500
_END = "no quotation mark at the end of the cell"


def is_csv_table(path: Path, head: bytes) -> bool:
    """Whether a document is a table of cells: by its name, or by a first row that names columns of articles."""
    text = decode_head(head)
    lines = text.splitlines(keepends=True)[:_SAMPLE_LINES]
    if not lines or text.lstrip()[:1] in ("{", "[", "<"):
        return False
    if path.suffix.lower() in _EXTENSIONS or stated_separator(lines[0]) is not None:
        return True
    form = find_form(lines)
    return form is not None and form.columns > 2 and form.known > 2 and form.above == 0 and _is_even(lines, form)


def read_csv_table(document: SourceDocument, *, mapping: TableMapping | None = None) -> Iterator[Record | Problem]:
    """The articles of a table of cells, a row each.

    Raises UnreadableError where it is no table (`no-table`), its columns hold no articles (`no-article-columns`), or
    the separator that a mapping names does not part it (`wrong-separator`).
    """
    table = new_table(document, mapping)
    lines = _Lines(table.stream.lines())
    names, form, told = _begin(table, lines)
    yield from told
    given = False
    for each in records_of(table, _rows(table, lines, names, form)):
        given = given or isinstance(each, Record)
        yield each
    if not given and not table.misfits:
        raise UnreadableError(_problem(table, "empty", "the table has no rows", "a row for each article", "names only"))


@dataclass(slots=True)
class _Lines:
    """The lines of a document, with those of the row that is being read, so that they can be read again otherwise."""

    source: Iterator[str]
    number: int = 0
    row: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    size: int = 0
    most: int = _MOST_LINES

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.again.pop() if self.again else next(self.source)
        self.size += len(line)
        self.number += 1
        self.row.append(line)
        if self.size > _LONGEST_ROW or len(self.row) > self.most:
            raise csv.Error(f"a row of {len(self.row):,} lines and {self.size:,} characters")
        return line.replace("\0", "")

    def begin_row(self) -> None:
        self.row, self.size = [], 0

    def give_back(self, count: int) -> None:
        """The last `count` lines of the row are to be read again."""
        if count:
            self.again.extend(reversed(self.row[-count:]))
            del self.row[-count:]
            self.number -= count


def _begin(table: Table, lines: _Lines) -> tuple[list[str], CsvForm, list[Problem]]:
    """The names of the columns, the form, and what is to be said of the lines above them."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))  # the module's own bound is for the whole process
    sample: list[str] = []
    size = 0
    for line in lines:
        sample.append(line)
        size += len(line)
        if len(sample) >= _SAMPLE_LINES or size > _SAMPLE_SIZE:
            break
    if not any(line.strip("\ufeff\0 \t\r\n") for line in sample):
        raise UnreadableError(_problem(table, "empty", "the document is empty", "a table", "no text"))
    stated = stated_separator(sample[0]) if len(sample) > 1 else None
    start = 1 if stated else 0
    sample[start:] = [sample[start].lstrip("\ufeff"), *sample[start + 1 :]] if sample[start:] else []
    lines.row[start : start + 1] = [line.lstrip("\ufeff") for line in lines.row[start : start + 1]]
    form = _form(table, sample[start:], stated)
    lines.give_back(len(sample) - start)
    lines.begin_row()
    if table.mapping.header:
        return _distinct(list(table.mapping.header)), form, []
    above, names = _names(lines, form)
    _refuse_without_articles(table, names, form, sample[start:])
    return names, form, _tell_above(table, above)


def _form(table: Table, sample: list[str], stated: str | None) -> CsvForm:
    plain = [line.replace("\0", "") for line in sample]
    wanted = table.mapping.delimiter or stated
    form = find_form(plain, wanted) or (find_form(plain) if wanted is None else None)
    if wanted is not None and (form is None or form.columns < 2):
        other = find_form(plain)
        if other is not None and other.columns > 1:
            raise UnreadableError(
                _problem(
                    table,
                    "wrong-separator",
                    f"the separator {wanted!r} does not part this table",
                    f"{other.separator!r}, which gives {other.columns} columns",
                    sample[0].strip()[:100],
                    "correct `delimiter` in the mapping, or leave the line out: the separator is told",
                )
            )
    if form is None and table.mapping.header:
        return CsvForm(wanted or ",", 0, 0, len(table.mapping.header))
    if form is None:
        raise UnreadableError(
            _problem(
                table,
                "no-table",
                "this is no table: no separator parts its lines into columns",
                "columns parted by commas, semicolons, tabs or |, with their names in the first row",
                sample[0].strip()[:100],
                "export it again as CSV with a row of names; a text of one article belongs in a .txt file",
            )
        )
    return form


def _names(lines: _Lines, form: CsvForm) -> tuple[list[list[str]], list[str]]:
    """The rows above the names, and the names, each made one of its kind."""
    above: list[list[str]] = []
    reader = csv.reader(lines, delimiter=form.separator)
    for at in range(form.above + 1):
        row = next(reader, [])
        if at == form.above:
            lines.begin_row()
            return above, _distinct(row)
        above.append(row)
    return above, []


def _distinct(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    found = []
    for at, name in enumerate(names[:_MOST_COLUMNS], start=1):
        plain = " ".join(name.split()) or f"column {at}"
        seen[plain] = seen.get(plain, 0) + 1
        found.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return found


def _refuse_without_articles(table: Table, names: list[str], form: CsvForm, sample: list[str]) -> None:
    """Raise UnreadableError where no column can hold the text of an article."""
    columns = [each.of for each in find_columns(tuple(names), table.mapping)]
    if any(each.get("body") or (each.get("title") and each.get("description")) for each in columns):
        return
    rows = parse_rows([line.replace("\0", "") for line in sample], form.separator)[form.above + 1 :]
    samples = [dict(zip(names, row, strict=False)) for row in rows] or [dict.fromkeys(names, "")]
    raise UnreadableError(no_article_columns(table, samples))


def _tell_above(table: Table, above: list[list[str]]) -> list[Problem]:
    said = [" ".join(cell.strip() for cell in row if cell.strip()) for row in above]
    if not any(said):
        return []
    what = "the lines above the names of the columns are no articles, and were left out"
    found = " | ".join(filter(None, said))[:300]
    cure = "nothing need be done; they stay in the document"
    problem = _problem(table, "lines-above", what, "the names in the first line", found, cure)
    return [replace(problem, severity=Severity.HINT)]


def _rows(table: Table, lines: _Lines, names: list[str], form: CsvForm) -> Iterator[Row | Problem]:
    """The rows below the names. A quotation mark that is never closed costs its own row only."""
    number = unclosed = 0
    kinds = kinds_of(names, find_columns(tuple(names), table.mapping))
    while True:
        lines.begin_row()
        first = lines.number + 1
        row, fault = _read_cells(lines, kinds, form.separator)
        if row is None:
            return
        if fault:
            unclosed += 1
            lines.most = _FEWER_LINES if unclosed > _MOST_UNCLOSED else lines.most  # each look ahead takes its time
            if unclosed <= _MOST_UNCLOSED:
                yield _unclosed(table, first, fault, lines.row[0])
            lines.give_back(len(lines.row) - 1)
            row = read_first_line(lines.row[0].replace("\0", ""), kinds, form.separator)
        if any(cell.strip() for cell in row) and not _are_names(row, names):
            number += 1
            joined = join_cells(_without_empty_end(row, len(names)), kinds, form.separator)
            if joined is None:
                yield _row(lines.row, names, row, number, first)
                continue
            (table.joined if joined.sure else table.doubtful).append(first)
            how = "joined-cells" if joined.sure else DOUBTFUL_CELLS
            yield _row(lines.row, names, joined.cells, number, first, (how, 1))


def _are_names(row: list[str], names: list[str]) -> bool:
    """Whether a row has the names of the columns once more, where tables were put one below the other."""
    return len(row) > 1 and row[0].strip() == names[0] and _distinct(row) == names


def _read_cells(lines: _Lines, kinds: tuple[str, ...], separator: str) -> tuple[list[str] | None, str]:
    """The cells of the next row (None behind the last), and what is wrong with its quotation marks."""
    try:
        row = next(csv.reader(lines, delimiter=separator), None)
    except csv.Error as error:
        row, fault = [], str(error)
    else:
        is_loose = row is not None and (_is_unclosed(lines) or swallows(lines.row, row, kinds, separator))
        fault = _END if is_loose else ""
    meant = reread(lines.row, row, len(kinds), separator, closed=not fault) if row is not None else None
    if meant is None:
        return row, fault
    lines.give_back(len(lines.row) - meant[1])
    return meant[0], ""


def _is_unclosed(lines: _Lines) -> bool:
    """Whether the row that was just read ran to the end of the document because a quotation mark was never closed."""
    if sum(line.count('"') for line in lines.row) % 2 == 0:
        return False
    following = next(lines, None)
    if following is None:
        return True
    lines.give_back(1)
    return False


def _without_empty_end(row: list[str], width: int) -> list[str]:
    """The row without the empty cells behind the last column that spreadsheets write."""
    while len(row) > width and not row[-1].strip():
        row = row[:-1]
    return row


def _row(
    written: list[str], names: list[str], row: Sequence[str], number: int, line: int, *repairs: tuple[str, int]
) -> Row:
    offsets: dict[str, int] = {}
    below = 0
    for name, cell in zip(names, row, strict=False):
        offsets[name] = below
        below += len(re.findall(r"\r\n|\r|\n", cell)) if "\n" in cell or "\r" in cell else 0
    surplus = tuple(cell for cell in row[len(names) :] if cell.strip())
    nuls = sum(text.count("\0") for text in written)
    repairs = (("control-characters", nuls), *repairs) if nuls else repairs
    return Row(dict(zip(names, row, strict=False)), number, line, "", surplus, offsets, repairs)


def _is_even(lines: list[str], form: CsvForm) -> bool:
    lengths = [len(row) for row in parse_rows(lines, form.separator) if row]
    return len(lengths) > 1 and sum(length == form.columns for length in lengths) * 10 >= len(lengths) * 7


def _unclosed(table: Table, line: int, fault: str, text: str) -> Problem:
    problem = _problem(
        table,
        "unclosed-quote",
        "a quotation mark opens a cell on this line and is never closed; the line was read by itself",
        "a quotation mark at the end of the cell as well, or none",
        text.strip()[:100] if fault == _END else fault,
        "close it, or write a quotation mark inside a cell twice",
    )
    return replace(problem, line=line, severity=Severity.WARNING)


def _problem(table: Table, code: str, what: str, expected: str, found: str, cure: str = "") -> Problem:
    cure = cure or "put the articles into the table, a row each"
    return Problem(code, what, table.document.path, None, expected, found, cure)
