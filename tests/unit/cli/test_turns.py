"""Verbs that write an archive, at work in it at the same time: real processes, one after the other."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.ingest.pipeline import ingest
from generator.store.articles import load_articles
from generator.store.decisions import load_decisions
from generator.store.set_aside import load_set_aside
from generator.store.turns import take_turn

TODAY = date(2026, 11, 1)
NEWS = """Fishermen of bay {0} return to sea after a month of storms
Source: The Bay Courier
The fishermen of bay {0} put to sea again last Tuesday, after {0} weeks of storms had kept all {0} boats in harbour.
The first catch was better than anybody had hoped for, and prices in market {0} fell by a third.
"""
LIST = "milk {0}\nbread {0}\nfish {0}\n"
WAITS = "is at work in this archive; this one waits until it is done"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with undated articles, and documents that wait."""
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: test\nsite_url: https://archive.example/\ndocs_dir: content\nplugins: [sijill]\n"
    )
    for number in range(2, 8):
        (sources / f"bay-{number}.txt").write_text(NEWS.format(number))
        (sources / f"list-{number}.txt").write_text(LIST.format(number))
    ingest(tmp_path, today=TODAY)
    return tmp_path


def start(archive: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [str(Path(sys.executable).parent / "sijill"), *arguments, "--root", str(archive)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_decisions_of_people_at_work_at_once_are_all_kept(archive: Path) -> None:
    undated = load_articles(archive).articles
    waiting = load_set_aside(archive)
    runs = [start(archive, "review", each.id, "--set", f"date=2024-05-0{at}") for at, each in enumerate(undated, 1)]
    runs += [start(archive, "review", each.document, "--refuse") for each in waiting]
    assert [(run.communicate(timeout=120), run.returncode)[1] for run in runs] == [0] * 12
    decisions = load_decisions(archive)
    assert {each.article for each in decisions} - {None} == {each.id for each in undated}
    assert {each.document for each in decisions} - {None} == {each.document for each in waiting}
    assert all(each.date is not None for each in load_articles(archive).articles)
    assert load_set_aside(archive) == ()


@pytest.mark.parametrize("arguments", [("review", "WHAT", "--set", "date=2024-05-03"), ("ingest",)])
def test_whoever_writes_waits_and_says_so(archive: Path, arguments: tuple[str, ...]) -> None:
    (article, *_) = load_articles(archive).articles
    before = {path: path.read_bytes() for path in (archive / "content").rglob("*") if path.is_file()}
    with take_turn(archive, lambda: None):
        run = start(archive, *(article.id if each == "WHAT" else each for each in arguments))
        assert run.stderr is not None
        assert WAITS in run.stderr.readline()
        assert {path: path.read_bytes() for path in (archive / "content").rglob("*") if path.is_file()} == before
    _, told = run.communicate(timeout=60)
    assert WAITS not in told


def test_decisions_one_after_the_other_wait_too(archive: Path) -> None:
    with take_turn(archive, lambda: None):
        run = start(archive, "review", "--ask", "--limit", "1")
        assert run.stdin is not None
        assert run.stderr is not None
        run.stdin.write("r\n")
        run.stdin.flush()
        assert WAITS in run.stderr.readline()
        assert load_decisions(archive) == ()
    run.communicate(timeout=60)
    assert len(load_decisions(archive)) == 1


@pytest.mark.parametrize(
    "arguments", [("review",), ("review", "WHAT"), ("fetch", "--dry-run"), ("ingest", "--dry-run")]
)
def test_whoever_only_looks_does_not_wait(archive: Path, arguments: tuple[str, ...]) -> None:
    (article, *_) = load_articles(archive).articles
    with take_turn(archive, lambda: None):
        run = start(archive, *(article.id if each == "WHAT" else each for each in arguments))
        _, told = run.communicate(timeout=60)
    assert WAITS not in told
