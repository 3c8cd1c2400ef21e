"""Rows of tables whose texts stand without quotation marks, or behind one that is never closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem, Severity
from generator.ingest.readers.tables.csv_table import read_csv_table
from generator.model.source import FieldName, Record, SourceDocument

TEXT = "The harbour opened again, said its master, on Tuesday."


def read(text: str) -> tuple[list[Record], list[Problem]]:
    found = list(read_csv_table(SourceDocument.of(Path("content/sources/bahr/n.csv"), text.encode(), "0" * 64)))
    return [each for each in found if isinstance(each, Record)], [each for each in found if isinstance(each, Problem)]


def told(records: list[Record]) -> list[tuple[str, str, str]]:
    def first(record: Record, name: FieldName) -> str:
        return next((claim.value for claim in record.claims if claim.name is name), "")

    return [
        (
            first(record, FieldName.TITLE),
            first(record, FieldName.PUBLISHED),
            "\n".join(block.text for block in record.blocks),
        )
        for record in records
    ]


def test_a_text_without_quotation_marks_is_joined_again() -> None:
    records, problems = read(f"title,date,body\nPort opens,2024-05-03,{TEXT}\nShips, and men,2024-05-04,{TEXT}\n")
    assert told(records) == [("Port opens", "2024-05-03", TEXT), ("Ships, and men", "2024-05-04", TEXT)]
    assert not any(record.removed or record.problems for record in records)
    assert [(each.code, each.line, each.severity) for each in problems] == [("joined-cells", 2, Severity.WARNING)]
    assert problems[0].found == "rows on lines 2, 3"
    assert dict(records[0].repairs)["joined-cells"] == 1


def test_separators_without_a_space_behind_them_are_joined_where_other_columns_tell() -> None:
    records, _ = read("title;date;body;url\na;b;3 May 2024;text;more;https://a.example/1\n")
    assert told(records) == [("a;b", "3 May 2024", "text;more")]


@pytest.mark.parametrize(("names", "row"), [("title,body,tags", "a,b,c,d,e"), ("date,title,body,id", "no day,a,b,c,d")])
def test_what_can_be_joined_in_two_ways_or_in_none_is_left_and_told(names: str, row: str) -> None:
    (record,), problems = read(f"{names}\n{row}\n")
    assert [each.code for each in record.problems] == ["surplus-cells"]
    assert record.removed
    assert not any(each.code == "joined-cells" for each in problems)


def test_empty_cells_behind_the_last_column_are_nothing() -> None:
    records, problems = read("title;date;body;;\nPort;2024-05-03;text;;;;\n")
    assert told(records) == [("Port", "2024-05-03", "text")]
    assert not problems


def test_a_mark_that_is_never_closed_does_not_swallow_the_rows_below_though_its_text_has_commas() -> None:
    records, problems = read(f'title,date,body\nA,2024-05-03,"{TEXT}\nB,2024-05-04,"{TEXT}"\nC,2024-05-05,"{TEXT}"\n')
    assert told(records) == [(name, f"2024-05-0{3 + at}", TEXT) for at, name in enumerate("ABC")]
    assert [(each.code, each.line) for each in problems] == [("unclosed-quote", 2)]


def test_a_sound_text_of_several_lines_is_no_row_of_its_own_though_its_lines_have_as_many_commas() -> None:
    text = 'He came first.\nHe saw, he left, and returned.\n"So, it was, he said."'
    quoted = text.replace('"', '""')
    records, problems = read(f'title,date,body\nA,2024-05-03,"{quoted}"\nB,2024-05-04,end\n')
    assert told(records) == [("A", "2024-05-03", text), ("B", "2024-05-04", "end")]
    assert not problems


def test_so_is_a_text_in_a_table_whose_columns_say_nothing_of_their_cells() -> None:
    records, problems = read('title,body\nA,"One line.\nOf two, parts."\nB,"end"\n')
    assert told(records) == [("A", "", "One line.\nOf two, parts."), ("B", "", "end")]
    assert not problems


def test_rows_of_very_many_cells_take_no_time() -> None:
    records, _ = read("title,body,description,date\n" + ",".join(["a"] * 1999) + "\n")
    assert len(records) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"He said \"hello, all\" to us", 'He said "hello, all" to us'),
        ('He said "hello" to us', 'He said "hello" to us'),
        ('He said "hello", and left', None),
        ('He said ""hello, all"" to us', 'He said "hello, all" to us'),
    ],
)
def test_quotation_marks_within_a_text(written: str, meant: str | None) -> None:
    records, problems = read(f'title,date,body\n"A",2024-05-03,"{written}"\n"B",2024-05-04,"{TEXT}"\n')
    assert told(records)[-1] == ("B", "2024-05-04", TEXT)
    if meant is not None:
        assert told(records)[0] == ("A", "2024-05-03", meant)
        assert not problems


def test_a_backslash_at_the_end_of_a_text_is_a_backslash() -> None:
    records, problems = read('title,body,date\n"A","in C:\\dir\\",2024-05-03\n"B","text",2024-05-04\n')
    assert told(records) == [("A", "2024-05-03", "in C:\\dir\\"), ("B", "2024-05-04", "text")]
    assert not problems


@pytest.mark.parametrize(
    ("names", "row", "cells"),
    [
        (
            "title,body",
            "Port opens,The ship berthed,the port said,and left.",
            ["Port opens", "The ship berthed,the port said,and left."],
        ),
        (
            "title,body,date",
            "Budget,It is 1,250,000 dinars,says he.,2024-05-03",
            ["Budget", "It is 1,250,000 dinars,says he.", "2024-05-03"],
        ),
        ("title,body,section", "Port opens,The ship berthed,the port said.,sport", None),
        ("title,body,views", "Port opens,The ship berthed 3,250", None),
    ],
)
def test_what_goes_on_with_a_sentence_or_a_number_is_no_cell(names: str, row: str, cells: list[str] | None) -> None:
    records, problems = read(f"{names}\n{row}\n")
    codes = [each.code for each in (*problems, *(each for record in records for each in record.problems))]
    if cells is None:
        assert "joined-cells" not in codes
        return
    assert "joined-cells" in codes
    title = next(claim.value for claim in records[0].claims if claim.name is FieldName.TITLE)
    assert [title, records[0].blocks[0].text] == cells[:2]


def test_where_only_the_headline_s_end_is_in_doubt_the_record_is_told() -> None:
    rows = "1,Oran,Algiers and Tunis agree,The Ministers met.,2024-05-04\n" * 30
    records, problems = read(f"id,title,body,date\n{rows}")
    assert [record.blocks[0].text for record in records] == ["Algiers and Tunis agree,The Ministers met."] * 30
    assert all(any(claim.value == "2024-05-04" for claim in record.claims) for record in records)
    assert [(each.code, each.record) for each in records[0].problems] == [("doubtful-cells", records[0].key)]
    assert sum(len(record.problems) for record in records) == 20
    assert [each.code for each in problems] == ["doubtful-cells"]
    assert "10 more" in problems[0].what


def test_several_texts_in_doubt_stay_as_they_are() -> None:
    records, _ = read("title,summary,body\nOran,Algiers,Tunis,They Agreed On A Text,And On A Day\n")
    assert [each.code for each in records[0].problems] == ["surplus-cells"]
