"""Readers of tables never raise but to say that a document is none, and every letter of a row is somewhere."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.tables.csv_table import is_csv_table, read_csv_table
from generator.ingest.readers.tables.json_table import is_json_lines, is_json_table, read_json_lines, read_json_table
from generator.model.source import Record, SourceDocument

ROUNDS = settings(max_examples=150, deadline=None)
Reader = Callable[[SourceDocument], Iterator[Record | Problem]]
READERS: tuple[Reader, ...] = (read_json_table, read_json_lines, read_csv_table)
PATH = Path("content/sources/x/t.json")

NAMES = [
    "title",
    "العنوان",
    "body",
    "text",
    "date",
    "url",
    "tags",
    "author",
    "id",
    "created_at",
    "x",
    "title_ar",
    "body_en",
]
PIECES = (
    '{"title":"a","body":"b"}', "[", "]", "{", "}", ",", ":", '"', "\\", "\\u", "\\ud83d", "null", "NaN", "1e9", "-",
    "\n", "\r\n", "\x00", "\ufeff", "\u2028", "title", "body", "العنوان", "النص", ";", "\t", "|", "sep=;", " ", "<p>",
    "&lt;", "</p>", '"title":', '"articles":[', "نص", "\ud83d",
)  # fmt: skip
soup = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
words = st.text(st.sampled_from("ابتث abc ,؛;\n\"'<>&[]{}#-"), max_size=40)
value = st.one_of(
    words,
    st.none(),
    st.integers(),
    st.lists(words, max_size=3),
    st.dictionaries(st.sampled_from(["ar", "name", "q"]), words),
)
rows = st.lists(st.dictionaries(st.sampled_from(NAMES), value, max_size=6), min_size=1, max_size=5)


def read(reader: Reader, raw: bytes) -> list[Record | Problem]:
    try:
        return list(reader(SourceDocument.of(PATH, raw, "0")))
    except UnreadableError as error:
        return [error.problem]


@ROUNDS
@given(st.one_of(soup.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=300)))
def test_no_document_is_too_much(raw: bytes) -> None:
    for sniff in (is_json_table, is_json_lines, is_csv_table):
        sniff(PATH, raw)
        sniff(Path("a.csv"), raw)
    for reader in READERS:
        for each in read(reader, raw):
            str(each) if isinstance(each, Problem) else each.key.encode()


@ROUNDS
@given(rows)
def test_every_letter_of_a_row_is_somewhere(table: list[dict[str, object]]) -> None:
    for reader, raw in (
        (read_json_table, json.dumps(table).encode()),
        (read_json_lines, "\n".join(map(json.dumps, table)).encode()),
    ):
        found = read(reader, raw)
        accounted = Counter(c for each in found for c in told_by(each))
        problems = [each for each in found if isinstance(each, Problem)]
        if any(each.code in ("no-article-columns", "no-text") for each in problems):
            continue  # the document, or a row of it, is told as a whole
        unused = " ".join(each.found for each in problems if each.code == "unused-columns")
        for row in table:
            if not any(isinstance(each, Record) for each in found):
                continue
            for name, cell in row.items():
                if isinstance(cell, str) and name in ("title", "body", "text", "العنوان") and name not in unused:
                    letters = Counter(c for c in cell if c.isalpha())
                    assert not letters - accounted, (name, cell)


def told_by(each: Record | Problem) -> str:
    if isinstance(each, Problem):
        return each.found
    return "".join(
        [each.key, *(claim.value + claim.raw for claim in each.claims), *(b.text for b in each.blocks), *each.removed]
    )


@ROUNDS
@given(st.lists(st.tuples(words, words), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_what_a_program_writes_as_csv_is_read_cell_by_cell(cells: list[tuple[str, str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(
        [("title", "body"), *((f"t{n}x{a}", f"b{n}x{b}") for n, (a, b) in enumerate(cells))]
    )
    found = read(read_csv_table, out.getvalue().encode())
    records = [each for each in found if isinstance(each, Record)]
    assert [record.key for record in records] == [str(n + 1) for n in range(len(cells))]
    for n, record in enumerate(records):
        assert record.claims[0].value.startswith(f"t{n}x")
        assert record.blocks[0].text.startswith(f"b{n}x")
