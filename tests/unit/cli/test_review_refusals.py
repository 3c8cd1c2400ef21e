"""What a person has refused stays refused where it is moved to, and nothing else is refused in its place."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sijill
from generator.ingest.pipeline import ingest
from generator.ingest.report import Report
from generator.store.articles import load_articles
from generator.store.decisions import DECISIONS
from generator.store.set_aside import load_set_aside

TODAY = date(2026, 11, 1)
TABLE = "content/sources/archive/table.csv"
BODY = (
    "The gardens of the lower town were opened again on Saturday, after two years in which nobody but gardeners had "
    "been let in. Number {n} of the series tells of the {n} trees that were planted."
)
NOISE = "milk, bread and fish\n"
ARTICLE = f"""Gardens of the lower town open again
Source: The Bay Courier
Published: 3 May 2024

{BODY.format(n=7)}

Families came from the whole town, and the mayor planted the last of the trees himself before noon.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive without documents."""
    root = tmp_path / "archive"
    (root / "content" / "sources" / "archive").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: test\n")
    return root


def row(number: int) -> str:
    return f'"Gardens open again in part {number} of the town","2024-05-{number:02}","{BODY.format(n=number)}"\n'


def put(root: Path, *rows: str) -> None:
    (root / TABLE).write_text("title,date,body\n" + "".join(rows))


def take_in(root: Path, *paths: Path) -> Report:
    """Ingest as on another machine, where nothing is remembered."""
    (root / ".cache" / "ingested.jsonl").unlink(missing_ok=True)
    return ingest(root, paths, today=TODAY)


def review(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(sijill, ["review", *arguments, "--root", str(root)])


def waiting(root: Path) -> list[str]:
    return [f"{each.document}#{each.record}" if each.record else each.document for each in load_set_aside(root)]


def titles(root: Path) -> list[str]:
    return sorted(each.title.removeprefix("Gardens open again in ") for each in load_articles(root).articles)


def test_a_row_that_stands_where_a_refused_one_stood_is_taken_in(archive: Path) -> None:
    bad = '"x","2024-05-02","short"\n'
    put(archive, row(1), bad)
    take_in(archive)
    assert waiting(archive) == [f"{TABLE}#2"]
    review(archive, f"{TABLE}#2", "--refuse")
    put(archive, row(3), row(1), bad)
    take_in(archive)
    assert titles(archive) == ["part 1 of the town", "part 3 of the town"]
    assert waiting(archive) == []


def test_two_rows_that_had_one_number_can_both_be_refused(archive: Path) -> None:
    first, second = '"x","2024-05-02","short"\n', '"y","2024-05-03","shorter"\n'
    put(archive, row(1), first)
    take_in(archive)
    review(archive, f"{TABLE}#2", "--refuse")
    put(archive, row(1), second, first)
    take_in(archive)
    assert waiting(archive) == [f"{TABLE}#2"]
    review(archive, f"{TABLE}#2", "--refuse")
    take_in(archive)
    assert waiting(archive) == []


def test_a_refused_document_that_was_completed_is_taken_in(archive: Path) -> None:
    file = archive / "content" / "sources" / "archive" / "note.txt"
    file.write_text(NOISE)
    take_in(archive)
    review(archive, "content/sources/archive/note.txt", "--refuse")
    assert [each.status for each in take_in(archive).documents] == ["refused"]
    file.write_text(ARTICLE)
    assert [each.status for each in take_in(archive).documents] == ["published"]


def test_a_refused_document_is_not_asked_about_again_where_it_was_moved_to(archive: Path) -> None:
    file = archive / "content" / "sources" / "archive" / "note.txt"
    file.write_text(NOISE)
    take_in(archive)
    review(archive, "content/sources/archive/note.txt", "--refuse")
    file.rename(file.with_name("old note.txt"))
    assert [each.status for each in take_in(archive).documents] == ["refused"]
    assert waiting(archive) == []


def test_another_document_with_the_bytes_of_a_refused_one_is_told(archive: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (archive / "content" / "sources" / "archive" / name).write_text(NOISE)
    take_in(archive)
    review(archive, "content/sources/archive/one.txt", "--refuse")
    take_in(archive)
    assert waiting(archive) == ["content/sources/archive/two.txt"]


def test_members_of_an_archive_stay_refused_when_it_is_packed_anew(archive: Path) -> None:
    box = archive / "content" / "sources" / "archive" / "box.zip"
    with zipfile.ZipFile(box, "w") as packed:
        packed.writestr("a#b.txt", NOISE)
    take_in(archive)
    review(archive, "content/sources/archive/box.zip#a#b.txt", "--refuse")
    with zipfile.ZipFile(box, "w") as packed:
        packed.writestr("a#b.txt", NOISE)
        packed.writestr("c.txt", ARTICLE)
    take_in(archive)
    assert waiting(archive) == []
    with zipfile.ZipFile(box, "w") as packed:
        packed.writestr("a#b.txt", ARTICLE)
    take_in(archive)
    assert len(titles(archive)) == 1


def test_a_document_from_elsewhere_stays_refused(archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.txt"
    file.write_text(NOISE)
    take_in(archive, file)
    assert review(archive, str(file), "--refuse").exit_code == 0
    assert [each.status for each in take_in(archive, file).documents] == ["refused"]


def test_what_cannot_be_opened_stays_refused_too(archive: Path) -> None:
    folder = archive / "content" / "sources" / "archive"
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(ARTICLE)
    (folder / "link.txt").symlink_to("nowhere")
    take_in(archive)
    assert len(waiting(archive)) == 2
    for each in waiting(archive):
        assert review(archive, each, "--refuse").exit_code == 0
    take_in(archive)
    assert waiting(archive) == []


def test_what_was_refused_by_hand_is_refused_whatever_it_says(archive: Path) -> None:
    (archive / "content" / "sources" / "archive" / "sport.txt").write_text(ARTICLE)
    (archive / DECISIONS).write_text('- decision: refused\n  document: "content/sources/archive/sport.txt"\n')
    assert [each.status for each in take_in(archive).documents] == ["refused"]


def test_a_file_may_be_named_as_shells_complete_it(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(archive, row(1), '"x","2024-05-02","short"\n')
    take_in(archive)
    monkeypatch.chdir(archive / "content" / "sources")
    (article,) = load_articles(archive).articles
    assert review(archive, os.path.relpath(archive / article.path), "--accept", "date").exit_code == 0
    assert review(archive, str(archive / article.path), "--accept", "date").exit_code == 0
    assert review(archive, "./archive/table.csv#2", "--refuse").exit_code == 0
    assert waiting(archive) == []


def test_how_to_undo_a_refusal_is_told(archive: Path) -> None:
    (archive / "content" / "sources" / "archive" / "note.txt").write_text(NOISE)
    take_in(archive)
    done = review(archive, "content/sources/archive/note.txt", "--refuse")
    asked = review(archive, "content/sources/archive/note.txt")
    assert asked.exit_code == 0
    assert all("content/decisions.yml" in each.output for each in (done, asked))
