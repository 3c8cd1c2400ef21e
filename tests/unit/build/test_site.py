"""Putting a site in its place, and what is said when the engine fails."""

from __future__ import annotations

import os
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.build import site as building
from generator.build.engine import Outcome, is_traceback
from generator.build.site import check_place, swap
from generator.errors import MisuseError, Problem


def make_site(folder: Path, text: str = "a site") -> Path:
    folder.mkdir(parents=True)
    for name in ("index.html", "404.html", "robots.txt"):
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive's folder."""
    (tmp_path / "archive/content").mkdir(parents=True)
    return tmp_path / "archive"


def test_swap_puts_the_new_site_in_place_of_the_old(tmp_path: Path) -> None:
    place = make_site(tmp_path / "site", "old")
    swap(make_site(tmp_path / "aside/new", "new"), place, tmp_path / "aside/old")
    assert (place / "index.html").read_text() == "new"
    assert (tmp_path / "aside/old/index.html").read_text() == "old"


def test_swap_that_fails_brings_the_old_site_back(tmp_path: Path) -> None:
    place = make_site(tmp_path / "site", "old")
    (tmp_path / "aside").mkdir()
    with pytest.raises(OSError, match="missing"):
        swap(tmp_path / "aside/missing", place, tmp_path / "aside/old")
    assert (place / "index.html").read_text() == "old"


def test_builds_that_finish_in_the_same_moment_leave_one_whole_site(tmp_path: Path) -> None:
    place = make_site(tmp_path / "site", "old")
    names = [f"{number:02}" for number in range(40)]
    for name in names:
        make_site(tmp_path / name / "new", name)
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(lambda name: swap(tmp_path / name / "new", place, tmp_path / name / "old"), names))
    left = {(place / name).read_text() for name in ("index.html", "404.html", "robots.txt")}
    assert len(left) == 1
    assert left <= set(names)


def test_places_that_may_be_replaced(root: Path) -> None:
    (root / "empty").mkdir()
    make_site(root / "site")
    for name in ("missing", "empty", "site", "../elsewhere"):
        check_place(root, root / name)


@pytest.mark.parametrize("name", [".", "..", "content", "content/articles", "full", "file"])
def test_places_that_may_not(root: Path, name: str) -> None:
    (root / "full").mkdir()
    (root / "full/index.html").write_text("somebody's")
    (root / "file").write_text("somebody's")
    with pytest.raises(MisuseError):
        check_place(root, root / name)


def test_build_that_was_killed_between_the_renames_is_undone(tmp_path: Path) -> None:
    make_site(tmp_path / ".site.build-99999999-x/old", "old")
    building._recover(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "old"
    assert not list(tmp_path.glob(".site.build-*"))


def test_build_that_still_runs_is_left_alone(tmp_path: Path) -> None:
    running = tmp_path / f".site.build-{os.getpid()}-x"
    running.mkdir()
    building._recover(tmp_path / "site")
    assert running.is_dir()


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        (
            ("INFO    -  Building", "ERROR   -  Config value 'docs_dir': gone.", "Aborted"),
            "Config value 'docs_dir': gone.",
        ),
        (("Traceback (most recent call last):", '  File "x.py", line 1', "KeyError: 'x'"), "KeyError: 'x'"),
        ((), ""),
    ],
)
def test_complaint_is_the_engines_own_without_traceback(said: tuple[str, ...], complaint: str) -> None:
    assert Outcome(1, said).complaint == complaint


def test_a_traceback_is_known_by_its_lines_and_a_problem_is_none() -> None:
    try:
        {}["missing"]
    except KeyError as fault:
        lines = "".join(traceback.format_exception(fault)).splitlines()
    assert [line for line in lines if not is_traceback(line)] == ["KeyError: 'missing'"]
    problem = Problem("code", "what is wrong", Path("file"), 1, "this", "that", "a cure")
    assert not any(map(is_traceback, f"WARNING -  {problem}".splitlines()))
