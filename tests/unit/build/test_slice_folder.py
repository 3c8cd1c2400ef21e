"""A slice's folder: what is written of it comes back, and what is not whole or reaches out of it is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build.slice_folder import Result, load_result, write_result
from generator.errors import MisuseError, Problem

RESULT = Result(
    "plan", 2, (Problem("x", "odd", Path("content/a.md")),), {"feed": ({"n": 1}, ["b.xml"])}, ("c.png",),
    {"a.html": 1, "b.xml": 1, "c.png": 1},
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A slice."""
    (tmp_path / "files").mkdir()
    for name in RESULT.sizes:
        (tmp_path / "files" / name).write_text("x")
    write_result(tmp_path, RESULT)
    return tmp_path


def test_what_is_written_comes_back(folder: Path) -> None:
    assert load_result(folder) == RESULT


@pytest.mark.parametrize(
    "change",
    [
        {"form": 0},
        {"sizes": {}},
        {"sizes": None},
        {"sizes": {**RESULT.sizes, "d.html": 1}},
        {"sizes": {**RESULT.sizes, "a.html": -1}},
        {"copied": ["../../secret"]},
        {"groups": {"feed": [{}, ["/etc/x"]]}},
        {"groups": {"feed": [{}]}},
        {"problems": [{}]},
        {"slice": "two"},
        {"content": None},
    ],
)
def test_what_is_told_wrongly_is_refused(folder: Path, change: dict[str, Any]) -> None:
    said = json.loads((folder / "result.json").read_text())
    (folder / "result.json").write_text(json.dumps({**said, **change}))
    with pytest.raises(MisuseError, match="not whole"):
        load_result(folder)


def test_a_link_is_no_file_of_a_slice(folder: Path) -> None:
    (folder / "files/a.html").unlink()
    (folder / "files/a.html").symlink_to("/etc/hostname")
    with pytest.raises(MisuseError, match="of another size"):
        load_result(folder)


def test_a_file_of_the_right_size_with_other_bytes_is_none_of_the_slice(folder: Path) -> None:
    (folder / "files/a.html").write_text("y")
    with pytest.raises(MisuseError, match="right size with other bytes"):
        load_result(folder)
