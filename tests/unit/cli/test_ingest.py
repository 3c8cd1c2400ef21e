"""`sijill ingest`: what it tells people at the end, and the line that shows how far it is."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sijill
from generator.cli.ingest import _Shown
from generator.ingest.progress import State
from generator.store.articles import load_articles

DATED = """Harbour council opens a public garden by the sea
Date: 3 May 2024
Source: The Bay Courier
The harbour council opened a public garden by the sea on Friday, with playgrounds and paths for bicycles.
The trees were planted two years ago, the council said, and are watered with treated water from a plant nearby.
"""
UNDATED = DATED.replace("Date: 3 May 2024\n", "").replace("garden by the sea", "library on the hill")
TABLE = "title,body,readers\nThe ferry runs again,The ferry to the island runs again after two months in the yard.,9\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive without documents."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    return tmp_path


def put(archive: Path, name: str, text: str) -> None:
    """A document of this name."""
    (archive / "content" / "sources" / name).write_text(text, encoding="utf-8")


def run(archive: Path, *arguments: str) -> Result:
    """The command with its arguments, in this process alone."""
    return CliRunner().invoke(sijill, ["ingest", "--jobs", "1", *arguments, "--root", str(archive)])


def test_the_end_says_what_waits_and_what_to_do_next(archive: Path) -> None:
    put(archive, "a.txt", DATED)
    put(archive, "b.txt", UNDATED)
    put(archive, "c.txt", "milk\nbread\n")
    put(archive, "ferry.csv", TABLE.replace("title,", "title,date,").replace("again,T", "again,2024-05-09,T"))
    sums, looks, hints, following = run(archive).stdout.splitlines()[-4:]
    assert sums == "4 documents: 3 published, 1 set aside"
    assert looks.startswith("1 text set aside and 1 article without a date: `sijill review`")
    assert hints.startswith("1 hint beside that: `sijill ingest --hints`")
    assert "`sijill check`" in following
    assert "`sijill build`" in following


def test_where_all_is_well_nothing_is_to_be_done(archive: Path) -> None:
    put(archive, "a.txt", DATED)
    run(archive)
    again = run(archive)
    assert (again.exit_code, again.stdout) == (0, "1 document: 1 unchanged\n")


def test_an_archive_without_documents_says_so(archive: Path) -> None:
    assert run(archive).stdout == "0 documents: nothing to read\n"


def test_a_dry_run_says_that_nothing_is_written(archive: Path) -> None:
    put(archive, "a.txt", DATED)
    result = run(archive, "--dry-run")
    assert result.stdout.startswith("Nothing is written")
    assert result.stdout.endswith("1 document: 1 published\n")
    assert not (archive / "content" / "articles").exists()


def test_hints_are_counted_and_printed_when_asked_for(archive: Path) -> None:
    put(archive, "ferry.csv", TABLE)
    counted = run(archive)
    assert "readers" not in counted.output
    assert "--hints" in counted.stdout
    printed = run(archive, "--hints")
    assert "readers" in printed.stderr
    assert "--hints" not in printed.stdout


def test_what_a_person_refused_is_not_told_again(archive: Path) -> None:
    put(archive, "c.txt", "milk\nbread\n")
    run(archive)
    CliRunner().invoke(sijill, ["review", "content/sources/c.txt", "--refuse", "--root", str(archive)])
    again = run(archive)
    assert (again.exit_code, again.stdout) == (0, "1 document: 1 refused\n")
    assert json.loads(run(archive, "--format", "json").stdout)["totals"]["waiting"] == 0


def all_on(screen: int) -> str:
    """All that was written to a terminal that is closed now."""
    told = b""
    while True:
        try:
            piece = os.read(screen, 10_000)
        except OSError:  # Linux: nothing more can come
            piece = b""
        if not piece:
            os.close(screen)
            return told.decode()
        told += piece


def test_the_progress_line_is_written_over_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, terminal = os.openpty()
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("generator.cli.ingest._ON_TERMINAL", 0.0)
    with os.fdopen(terminal, "w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        shown = _Shown()
        shown(State(10, 10_000, 123_456, 0.001))
        shown(State(9_999, 10_000, 9, 0.9))
        shown.clear()
    told = all_on(screen)
    assert "\n" not in told
    lines = told.split("\r")[1:]
    assert "123,456 articles" in lines[0]
    assert len(lines[1]) >= len(lines[0]), "nothing of the longer line before is left"
    assert (lines[2].strip(), lines[3]) == ("", "")
    assert len(lines[2]) >= len(lines[1].rstrip())


def test_the_progress_line_is_no_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, terminal = os.openpty()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("generator.cli.ingest._ON_TERMINAL", 0.0)
    with os.fdopen(terminal, "w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        _Shown()(State(10, 10_000, 123_456, 0.001))
    told = all_on(screen)
    assert len(told.strip("\r")) < 40


def test_a_date_that_a_person_left_unknown_is_not_asked_for_again(archive: Path) -> None:
    put(archive, "b.txt", UNDATED)
    run(archive)
    (article,) = load_articles(archive).articles
    CliRunner().invoke(sijill, ["review", article.id, "--accept", "date", "--root", str(archive)])
    assert "sijill review" not in run(archive).stdout
