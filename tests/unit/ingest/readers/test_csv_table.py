"""Tables of cells: separators, encodings, rows that are not whole, and what is told where a table is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.tables.csv_table import is_csv_table, read_csv_table
from generator.model.source import FieldName, Record, SourceDocument
from generator.store.table_mapping import DateOrder, FieldMapping, TableMapping

PATH = Path("content/sources/bahr/nashra.csv")
MAPPING = Path("content/sources/bahr/nashra.mapping.yml")
TITLE, TEXT = "الميناء يستقبل أول سفينة", "رست السفينة صباحا عند الرصيف الجديد"

DAY = dict.fromkeys(["utf-8", "utf-8-sig", "utf-16"], "٣/٥/٢٠٢٤") | {
    "windows-1256": "3/5/2024"
}  # it has no such digits


def read(text: str | bytes, mapping: TableMapping | None = None) -> tuple[list[Record], list[Problem]]:
    raw = text if isinstance(text, bytes) else text.encode()
    return parted(read_csv_table(SourceDocument.of(PATH, raw, "0" * 64), mapping=mapping))


def parted(found: Iterator[Record | Problem]) -> tuple[list[Record], list[Problem]]:
    both = list(found)
    return [each for each in both if isinstance(each, Record)], [each for each in both if isinstance(each, Problem)]


def values(record: Record, name: FieldName) -> list[str]:
    return [claim.value for claim in record.claims if claim.name is name]


def text_of(record: Record) -> list[str]:
    return [block.text for block in record.blocks]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "utf-16"])
def test_separators_and_encodings(separator: str, encoding: str) -> None:
    rows = [["العنوان", "تاريخ النشر", "النص"], [TITLE, DAY[encoding], TEXT], ["خبر, ثان; آخر", "", TEXT]]
    quoted = "\r\n".join(separator.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows)
    records, problems = read((quoted + "\r\n").encode(encoding))
    assert [values(record, FieldName.TITLE) for record in records] == [[TITLE], ["خبر, ثان; آخر"]]
    assert values(records[0], FieldName.PUBLISHED) == [DAY[encoding]]
    assert text_of(records[0]) == [TEXT]
    assert not problems


def test_excel_says_its_separator() -> None:
    records, _ = read("sep=;\r\ntitle;body\r\na, b;c, d\r\n")
    assert values(records[0], FieldName.TITLE) == ["a, b"]
    assert records[0].line == 3


def test_cells_of_several_lines_know_their_lines() -> None:
    records, _ = read('title,intro,body,id\r\n"A\r\nB","x\ny","one\r\n\r\ntwo\nthree",1\r\nC,,four,2\r\n')
    assert [(record.key, record.line) for record in records] == [("1", 2), ("2", 8)]
    assert [(block.text, block.line) for block in records[0].blocks] == [("one", 4), ("two", 6), ("three", 7)]
    assert values(records[0], FieldName.TITLE) == ["A B"]


def test_old_line_ends() -> None:
    records, _ = read("title,body\ra,b\rc,d\r")
    assert [text_of(record) for record in records] == [["b"], ["d"]]


def test_rows_that_are_not_whole() -> None:
    records, problems = read("id,title,body,tags\n1,a,text\n2,b,text,t,more,and more\n3,c\n\n,,,\n4,d,text,t\n")
    assert [record.key for record in records] == ["1", "2", "4"]
    assert records[1].removed == ("more", "and more")
    assert [each.code for each in records[1].problems] == ["surplus-cells"]
    assert records[1].problems[0].line == 3
    assert [(each.code, each.line, each.record) for each in problems] == [("no-text", 4, "3")]


def test_a_quotation_mark_that_is_never_closed_costs_its_row_only() -> None:
    records, problems = read('id,title,body\n1,a,"text\n2,b,text\n3,c,text\n')
    assert [(record.key, text_of(record)) for record in records] == [("1", ['"text']), ("2", ["text"]), ("3", ["text"])]
    assert [(each.code, each.line, each.severity) for each in problems] == [("unclosed-quote", 2, Severity.WARNING)]


def test_two_such_marks_do_not_swallow_what_stands_between_them() -> None:
    records, problems = read('id,title,body\n1,a,"one\n2,b,two\n3,c,"three\n4,d,"four, four"\n')
    assert [record.key for record in records] == ["1", "2", "3", "4"]
    assert text_of(records[3]) == ["four, four"]
    assert [each.line for each in problems] == [2, 4]


def test_nuls_and_long_cells() -> None:
    long = "word " * 2_000_000
    records, problems = read(f'title,body\na\0b,"{long}"\nc,d\n')
    assert values(records[0], FieldName.TITLE) == ["ab"]
    assert records[0].repairs == (("control-characters", 1),)
    assert len(records[0].blocks[0].text) == len(long) - 1
    assert len(records) == 2
    assert not problems


def test_lines_above_the_names() -> None:
    records, problems = read("تقرير الرصد اليومي;;\n;;\nالعنوان;التاريخ;النص\nأ;2024-05-03;نص\n")
    assert values(records[0], FieldName.TITLE) == ["أ"]
    assert records[0].line == 4
    assert [(each.code, each.found) for each in problems] == [("lines-above", "تقرير الرصد اليومي")]


def test_names_that_stand_twice_or_not_at_all() -> None:
    records, problems = read("title,title,,body\na,b,x,text\n")
    assert values(records[0], FieldName.TITLE) == ["a"]
    assert problems[0].found == "title (2), column 3"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"), ("\ufeff\n \n", "empty"), ("just a text\nof some lines\n", "no-table"),
        ("name,qty,price\nbolt,5,1.5\n", "no-article-columns"), ("title,body\n", "empty"),
        ("A headline,A much longer text of the article\nB,Another such text\n", "no-article-columns"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_articles(text: str, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(text)
    assert caught.value.problem.code == code
    assert caught.value.problem.cure
    assert caught.value.problem.path == PATH


def test_a_wrong_separator_is_told_with_the_right_one() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("title;body\na;b\n", TableMapping(MAPPING, delimiter=","))
    assert caught.value.problem.code == "wrong-separator"
    assert "';'" in caught.value.problem.expected


def test_a_table_without_names_and_a_mapping_that_gives_them() -> None:
    mapping = TableMapping(
        MAPPING,
        (("title", FieldMapping(("t",))), ("body", FieldMapping(("b",)))),
        date_order=DateOrder.SERIAL,
        header=("date", "t", "b"),
    )
    records, problems = read("45415,a,text\n45416.5,b,more\n", mapping)
    assert [values(record, FieldName.PUBLISHED) for record in records] == [["2024-05-03"], ["2024-05-04T12:00"]]
    assert [text_of(record) for record in records] == [["text"], ["more"]]
    assert not problems


def test_serial_days_are_not_guessed() -> None:
    records, _ = read("date,title,body\n45415,a,text\n")
    assert values(records[0], FieldName.PUBLISHED) == ["45415"]


def test_a_day_and_a_clock_of_two_columns() -> None:
    records, _ = read("date,time,title,body\n2024-05-03,14:35,a,text\n2024-05-03 10:00,14:35,a,text\n")
    assert [values(record, FieldName.PUBLISHED) for record in records] == [["2024-05-03 14:35"], ["2024-05-03 10:00"]]


@pytest.mark.parametrize(
    ("written", "order", "read_as"),
    [
        ("٣/٥/٢٠٢٤", DateOrder.DAY_FIRST, "2024-05-03"), ("3.5.2024 10:00", DateOrder.DAY_FIRST, "2024-05-03 10:00"),
        ("05/03/2024", DateOrder.MONTH_FIRST, "2024-05-03"), ("2024/05/03", DateOrder.YEAR_FIRST, "2024-05-03"),
        ("2024/05/03", DateOrder.DAY_FIRST, "2024-05-03"), ("31/02/2024", DateOrder.DAY_FIRST, "31/02/2024"),
        ("03/05/24", DateOrder.DAY_FIRST, "03/05/24"), ("3 مايو 2024", DateOrder.DAY_FIRST, "3 مايو 2024"),
    ],
)  # fmt: skip
def test_the_order_that_a_person_stated(written: str, order: DateOrder, read_as: str) -> None:
    records, _ = read(f"date,title,body\n{written},a,text\n", TableMapping(MAPPING, date_order=order))
    (claim,) = [claim for claim in records[0].claims if claim.name is FieldName.PUBLISHED]
    assert claim.value == read_as
    assert claim.raw == ("" if written == read_as else written)


def test_nothing_in_many_spellings() -> None:
    records, _ = read("title,body,author,date,url\na,text,NULL,\\N,nan\n")
    assert [claim.name for claim in records[0].claims] == [FieldName.TITLE]


def test_sniffing() -> None:
    head = "العنوان,التاريخ,النص\nأ,2024-05-03,نص\n".encode()
    assert is_csv_table(Path("a.txt"), head)
    assert is_csv_table(Path("a.csv"), b"x\n")
    assert not is_csv_table(Path("a.txt"), "العنوان، التاريخ، النص: ثلاثة أمور\nلا غير\n".encode())
    assert not is_csv_table(Path("a.txt"), b"Title, date, text and more, he said.\nThe port was opened, they say.\n")
    assert not is_csv_table(Path("a.csv"), b'[{"title": "x"}]')
