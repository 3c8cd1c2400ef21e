"""Two folders compared: every way in which they can differ is found, and nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import trees
from generator.checks.trees import Difference, compare_trees
from generator.cli import sijill
from generator.errors import MisuseError

Change = Callable[[Path], object]


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders with the same in them, written at different times."""
    first, second = tmp_path / "first", tmp_path / "second"
    (first / "en/a").mkdir(parents=True)
    (first / "en/a/index.html").write_text("one\ntwo\nthree\n")
    (first / "سجل.html").write_text("x")
    (first / "empty").mkdir()
    (first / "link").symlink_to("en")
    shutil.copytree(first, second, symlinks=True)
    os.utime(second / "en/a/index.html", (1, 1))
    return first, second


def test_the_same(two: tuple[Path, Path]) -> None:
    found = compare_trees(*two)
    assert (found.first, found.second, found.differences) == (3, 3, ())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda b: (b / "en/a/index.html").write_text("one\ntwX\nthree\n"), ("en/a/index.html", "content", 6, 2)),
        (lambda b: (b / "en/a/index.html").write_text("one\ntwo\nthree\nx"), ("en/a/index.html", "content", 14, 4)),
        (lambda b: (b / "en/a/index.html").write_text(""), ("en/a/index.html", "content", 0, 1)),
        (lambda b: (b / "سجل.html").unlink(), ("سجل.html", "only in first", None, None)),
        (lambda b: (b / "more").write_text(""), ("more", "only in second", None, None)),
        (lambda b: (b / "empty").rmdir(), ("empty", "only in first", None, None)),
        (lambda b: ((b / "empty").rmdir(), (b / "empty").write_text("")), ("empty", "kind", None, None)),
        (lambda b: ((b / "link").unlink(), (b / "link").symlink_to("empty")), ("link", "content", None, None)),
    ],
)
def test_one_difference(two: tuple[Path, Path], change: Change, expected: tuple[object, ...]) -> None:
    change(two[1])
    assert compare_trees(*two).differences == (Difference(*expected),)  # type: ignore[arg-type]


@given(st.binary(max_size=40), st.binary(max_size=40), st.integers(1, 7))
def test_the_first_byte_that_differs(tmp_path_factory: pytest.TempPathFactory, a: bytes, b: bytes, chunk: int) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "a").write_bytes(a)
    (folder / "b").write_bytes(b)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trees, "_CHUNK", chunk)
        found = trees._compare_files(folder / "a", folder / "b", "x")
    assert bool(found) == (a != b)
    if found:
        offset = found[0].offset or 0
        assert a[:offset] == b[:offset]
        assert a[offset : offset + 1] != b[offset : offset + 1]
        assert found[0].line == a[:offset].count(b"\n") + 1


def test_people_are_told_the_first_and_how_many(two: tuple[Path, Path]) -> None:
    first, second = two
    assert CliRunner().invoke(sijill, ["compare", str(first), str(second)]).output == "the same: 3 files in each\n"
    for n in range(25):
        (second / f"z{n:02}\x1b").write_text("")
    done = CliRunner().invoke(sijill, ["compare", str(first), str(second)])
    assert done.exit_code == 1
    assert done.output.splitlines()[0] == f"z00\\x1b: only in {second}"
    assert "and 5 more" in done.output
    assert "25 differences; 3 files in the first, 28 in the second" in done.output


@pytest.mark.parametrize("name", ["missing", "empty", "file"])
def test_nothing_is_not_the_same_as_nothing(two: tuple[Path, Path], tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(sijill, ["compare", str(two[0]), str(tmp_path / name)])
    assert isinstance(done.exception, MisuseError)
