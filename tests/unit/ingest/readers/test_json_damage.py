"""One broken object among others costs itself only, however the document is laid out and whatever is broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import Problem
from generator.ingest.readers.tables.json_table import read_json_table
from generator.model.source import FieldName, Record, SourceDocument

ROWS = [
    {"id": n, "title": f"T{n}", "body": f"text {n}, more", "author": {"name": "A"}, "related": [{"t": 1}, {"t": 2}]}
    for n in range(6)
]
LAYOUTS: dict[str, str] = {
    "one line": json.dumps(ROWS, separators=(",", ":")),
    "indented": json.dumps(ROWS, indent=2),
    "wrapped": json.dumps({"n": 6, "data": {"items": ROWS}}),
    "wrapped and indented": json.dumps({"status": "ok", "articles": ROWS}, indent=1),
    "by name": json.dumps({f"k{n}": row for n, row in enumerate(ROWS)}),
    "by name and indented": json.dumps({f"k{n}": row for n, row in enumerate(ROWS)}, indent=2),
}
DAMAGE: dict[str, Callable[[str], str]] = {
    "quotes inside a text": lambda text: text.replace("text 3,", 'a "text" 3,'),
    "one quote inside a text": lambda text: text.replace("text 3,", '"text 3,'),
    "a text not closed": lambda text: text.replace('text 3, more"', "text 3, more"),
    "a text not opened": lambda text: text.replace('"text 3', "text 3"),
    "single quotes": lambda text: text.replace('"text 3, more"', "'text 3, more'"),
    "Python": lambda text: text.replace('"text 3, more"', "None"),
    "an unknown escape": lambda text: text.replace("text 3", "\\x text 3"),
    "an escaped quote at the end": lambda text: text.replace("text 3, more", "text 3, more\\"),
    "brackets": lambda text: text.replace("text 3", 'a } text { 3" , "x" ['),
    "no comma": lambda text: text.replace('3, more",', '3, more"'),
    "two commas": lambda text: text.replace('"text 3, more"', '"text 3, more",,'),
}
MENDED = ("quotes inside a text", "one quote inside a text")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("damage", DAMAGE)
def test_the_others_are_read(layout: str, damage: str) -> None:
    raw = DAMAGE[damage](LAYOUTS[layout])
    assert raw != LAYOUTS[layout]
    found = list(read_json_table(SourceDocument.of(Path("a.json"), raw.encode(), "0")))
    titles = [c.value for each in found if isinstance(each, Record) for c in each.claims if c.name is FieldName.TITLE]
    assert [title for title in titles if title != "T3"] == ["T0", "T1", "T2", "T4", "T5"]
    told = [each for each in found if isinstance(each, Problem) and each.code in ("broken-json", "mended-json")]
    assert len(told) == 1
    assert ("T3" in titles) == (told[0].code == "mended-json")
    assert all(each.line is not None for each in told)
    if damage in MENDED:
        assert titles == ["T0", "T1", "T2", "T3", "T4", "T5"]


def test_a_document_that_is_one_article_is_mended() -> None:
    raw = '{"title": "قال "نعم" ثم", "body": "b"}'
    record, told = list(read_json_table(SourceDocument.of(Path("a.json"), raw.encode(), "0")))[:2][::-1]
    assert isinstance(record, Record)
    assert record.claims[0].value == 'قال "نعم" ثم'
    assert isinstance(told, Problem)
    assert told.code == "mended-json"
