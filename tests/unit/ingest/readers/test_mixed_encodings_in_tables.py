"""Tables in which some rows are damaged or in another encoding: these rows suffer for it, and no others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.tables.csv_table import read_csv_table
from generator.ingest.readers.tables.json_table import read_json_lines
from generator.model.source import Record, SourceDocument

TEXT = "عاد الصيادون إلى الرصيف القديم بعد ثلاثة أعوام من إغلاقه، وقال المدير إن الأعمال انتهت."
Reader = Callable[[SourceDocument], Iterator[Record | Problem]]


def read(raw: bytes, reader: Reader = read_csv_table) -> tuple[list[str], list[Record], list[str]]:
    found = list(reader(SourceDocument.of(Path("n.csv"), raw, "0" * 64)))
    records = [each for each in found if isinstance(each, Record)]
    texts = ["\n".join(block.text for block in record.blocks) for record in records]
    return texts, records, [each.code for each in found if isinstance(each, Problem)]


@pytest.mark.parametrize("first", [b"", b"id,"], ids=["the names", "a column of numbers before"])
def test_rows_of_another_encoding_among_utf8(first: bytes) -> None:
    number = b"1," if first else b""
    other = number + f"سوق السمك,{TEXT}\n".encode("cp1256")
    rows = [number + f"الرصيف {at},{TEXT}\n".encode() for at in range(5)]
    for at in (0, 3, 5):
        texts, _, _ = read(b"".join((first + b"title,body\n", *rows[:at], other, *rows[at:])))
        assert texts == [TEXT] * 6


def test_a_raw_surrogate_costs_one_sign_of_one_row() -> None:
    lines = [json.dumps({"title": f"Port {at}", "body": "The harbour opened again on Tuesday."}) for at in range(3)]
    raw = "\n".join(lines).encode().replace(b"Port 0", b"Port \xed\xa0\xbd0", 1)
    texts, records, codes = read(raw, read_json_lines)
    assert texts == ["The harbour opened again on Tuesday."] * 3
    assert "\ufffd" in records[0].claims[0].value
    assert "damaged-bytes" in codes


def test_one_line_longer_than_a_piece_is_whole() -> None:
    words = "نص طويل " * 200_000
    texts, _, codes = read(f'title,body\nالرصيف,"{words}"\n'.encode())
    assert texts[0].split() == words.split()
    assert not codes


def test_a_table_in_an_encoding_that_is_not_known_is_still_refused() -> None:
    russian = "Президент прибыл в Каир с официальным визитом и встретился с министром"
    with pytest.raises(UnreadableError) as caught:
        read(f"title,body\n{russian},{russian}\n".encode("koi8-r") * 50)
    assert caught.value.problem.code == "unknown-encoding"
