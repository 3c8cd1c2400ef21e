"""JSON that a script carries is read as JSON by itself is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.readers.tables.json_table import is_json_table
from generator.ingest.readers.tables.scripts import is_script, read_string
from tests.unit.ingest.conftest import Press

TEXT = "The first container ship berthed at the new quay this week, the authority said; {it} is [not] (small)."
ROWS = json.dumps([{"title": f"Port opens quay {n}", "body": f"{TEXT} {n}", "date": "2024-05-03"} for n in (1, 2)])
QUOTED = "'" + ROWS.replace("\\", "\\\\").replace("'", "\\'") + "'"
SCRIPTS = {
    "var": f"var articles = {ROWS};",
    "const": f"// made on 3 May\n'use strict';\nconst DATA={ROWS}\n",
    "window": f'window.__DATA__ = {{"articles": {ROWS}}};',
    "default": f"window['__DATA__'] = window['__DATA__'] || {ROWS};",
    "jsonp": f"/**/ typeof cb === 'function' && cb({ROWS});",
    "jquery": f"jQuery34105_17({ROWS})",
    "module": f"export default {ROWS};",
    "node": f"module.exports = {ROWS};",
    "several": f'/* x */ var meta = {{"v": 1}};\nvar articles = {ROWS};\nrender(articles);',
    "guard": f")]}}',\n{ROWS}",
    "loop": f"for (;;);{ROWS}",
    "parse": f"window.STATE = JSON.parse({json.dumps(ROWS)});",
    "parse-single": f"window.STATE = JSON.parse({QUOTED});",
    "comment": f"<!--\nvar a={ROWS};\n//-->",
}


@pytest.mark.parametrize("form", SCRIPTS)
@pytest.mark.parametrize("name", ["data.js", "data.json", "data.txt"])
def test_what_carries_json(press: Press, form: str, name: str) -> None:
    press.put(f"post/{name}", SCRIPTS[form])
    assert [(each.title, each.body[-1]) for each in press.take_in()] == [
        ("Port opens quay 1", "1"),
        ("Port opens quay 2", "2"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "",
        "{",
        ROWS,
        "A title\n\nA text with = [{ in it.",
        "var x = 3",
        "function f() { return [{}] }",
        "call me (maybe)",
        "a" * 70_000,
        "a.b" * 30_000,
        "//" * 30_000,
        "/*" * 30_000,
        "\ufeff" * 60_000,
    ],
)
def test_what_does_not(head: str) -> None:
    assert not is_script(head)
    assert is_json_table(Path("a.txt"), head.encode()) == (head is ROWS)


def test_a_script_that_is_cut_off(press: Press) -> None:
    press.put("post/data.js", SCRIPTS["var"][: SCRIPTS["var"].rindex("berthed")])
    assert [each.partial for each in press.take_in()] == [False, True]
    assert [each.code for each in press.problems if each.code == "cut-off"] == ["cut-off"]


@given(st.text())
def test_a_string_is_the_text_it_stands_for(text: str) -> None:
    assert read_string(json.dumps(text) + ";", 0) == (text, len(json.dumps(text)))
    single = "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r") + "'"
    if text.isprintable():
        assert read_string(single, 0) == (text, len(single))
