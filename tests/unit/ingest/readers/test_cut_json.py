"""JSON that breaks off: the record in which it does is read as far as it goes, and told."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Severity
from generator.ingest.readers.tables.cut_json import read_cut_object
from generator.ingest.readers.tables.json_objects import DECODER
from tests.unit.ingest.conftest import Press

TEXT = "رست أول سفينة عند الرصيف الجديد صباح الثلاثاء. " * 8
ITEM = {"id": "7", "title": "الميناء يفتح", "date_published": "2024-05-17T08:00:00Z", "content_text": TEXT}
ROW = {"id": 7, "title": "الميناء يفتح", "date": "2024-05-17", "author": {"name": "منى سالم"}, "body": TEXT}


def _cut(whole: str, behind: str, more: int = 0) -> str:
    return whole[: whole.index(behind) + len(behind) + more]


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("f.json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [ITEM]}, ensure_ascii=False)),
        ("t.json", json.dumps({"data": {"rows": [ROW]}}, ensure_ascii=False)),
        ("t.json", json.dumps({key: value for key, value in ROW.items() if key != "author"}, ensure_ascii=False)),
        ("t.jsonl", json.dumps(ROW, ensure_ascii=False)),
    ],
    ids=["feed", "list", "one-article", "lines"],
)
def test_the_text_up_to_the_cut_is_an_excerpt(press: Press, name: str, whole: str) -> None:
    press.put(f"post/{name}", _cut(whole, "صباح الثلاثاء. رست أول"))
    article = press.one()
    assert article.title == "الميناء يفتح"
    assert str(article.date and article.date.iso).startswith("2024-05-17")
    assert article.body.endswith("رست أول")
    assert article.partial
    (told,) = [each for each in press.problems if each.code == "cut-off"]
    assert told.severity is Severity.ERROR
    assert told.found.endswith("رست أول")


def test_half_a_day_is_no_day(press: Press) -> None:
    row = {"title": "الميناء يفتح", "body": TEXT, "date": "2024-05-17", "source": "البريد"}
    press.put("post/t.json", _cut(json.dumps([row], ensure_ascii=False), "2024-05-1"))
    article = press.one()
    assert article.date is None
    assert article.body.replace("\n", " ").strip() == TEXT.strip()


def test_a_record_that_breaks_off_before_its_text_is_told_once(press: Press) -> None:
    rows = json.dumps([{**ROW, "id": 6}, ROW], ensure_ascii=False)
    press.put("post/t.json", rows[: rows.rindex("منى")])
    assert press.one().title == "الميناء يفتح"
    assert [each.code for each in press.problems if each.severity is not Severity.HINT] == ["cut-off"]


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(min_size=1, max_size=4), _values, max_size=5), st.booleans(), st.data())
def test_what_is_before_the_cut_is_as_it_was(whole: dict[str, object], ascii_only: bool, data: st.DataObject) -> None:
    written = json.dumps(whole, ensure_ascii=ascii_only)
    at = data.draw(st.integers(1, len(written) - 1))
    cut = read_cut_object(written[:at], DECODER.decode)
    first = json.dumps(next(iter(whole)), ensure_ascii=ascii_only) if whole else ""
    assert (
        cut is not None or at < len(first) + len('{: "",') or not whole or not isinstance(whole[json.loads(first)], str)
    )
    if cut is None:
        return
    read = DECODER.decode(written)
    assert list(cut.members) == list(read)[: len(cut.members)]
    assert all(cut.members[name] == read[name] for name in cut.members if name != cut.name)


@pytest.mark.parametrize("text", ["", "[1, 2", '{"a": 1}', '{"a": 1} {"b": 2', "{x: 1", '{"a" 1, "b": 2', '{"a": 1]'])
def test_what_is_no_object_that_breaks_off(text: str) -> None:
    assert read_cut_object(text, DECODER.decode) is None
