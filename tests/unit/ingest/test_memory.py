"""What is remembered of documents: they are not read again while nothing that decides their outcome has changed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from generator.ingest import tasks
from generator.ingest.memory import MEMORY
from generator.ingest.pipeline import ingest
from generator.ingest.report import ArticleStatus, DocumentReport
from generator.store.articles import load_articles

TODAY = date(2026, 11, 1)
NEWS = """Fishermen return to the northern bay after a month of storms
Published: 4 May 2024
Source: The Bay Courier
The fishermen of the northern bay put to sea again on Tuesday, after a month of storms had kept them in harbour.
The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""
ROWS = [{"العنوان": f"خبر رقم {n}", "التاريخ": "2024-05-04", "النص": NEWS.splitlines()[3]} for n in range(3)]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with a good document, a table with a row without text, and one that is set aside."""
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    (sources / "bay.txt").write_text(NEWS)
    (sources / "rows.json").write_text(json.dumps([*ROWS, {"العنوان": "بلا نص", "التاريخ": "2024-05-04", "النص": ""}]))
    (sources / "list.txt").write_text("milk\nbread\nfish\n")
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are read: those whose format is asked for."""
    names: list[str] = []
    asked = tasks.is_container

    def ask(path: Path, head: bytes) -> bool:
        names.append(path.name)
        return asked(path, head)

    monkeypatch.setattr(tasks, "is_container", ask)
    return names


def test_nothing_is_read_again_and_the_report_is_the_same(archive: Path, read: list[str]) -> None:
    ingest(archive, today=TODAY)
    assert sorted(read) == ["bay.txt", "list.txt", "rows.json"]
    read.clear()
    remembered = ingest(archive, today=TODAY)
    assert read == []
    (archive / MEMORY).unlink()
    assert ingest(archive, today=TODAY).as_json() == remembered.as_json()
    assert sorted(read) == ["bay.txt", "list.txt", "rows.json"]


@pytest.mark.parametrize(
    ("name", "text", "again"),
    [
        ("content/sources/bay.txt", NEWS.replace("a third", "half"), ["bay.txt"]),
        ("content/sources/rows.mapping.yml", 'title: "العنوان"\nbody: "النص"\n', ["rows.json"]),
        (
            "content/vocabulary/people.yml",
            "- id: person/a\n  ar: أ ب\n  en: A B\n",
            ["bay.txt", "list.txt", "rows.json"],
        ),
        (MEMORY.as_posix(), "not what it was", ["bay.txt", "list.txt", "rows.json"]),
    ],
)
def test_what_decides_an_outcome_is_looked_at(
    archive: Path, read: list[str], name: str, text: str, again: list[str]
) -> None:
    ingest(archive, today=TODAY)
    read.clear()
    (archive / name).parent.mkdir(parents=True, exist_ok=True)
    (archive / name).write_text(text)
    ingest(archive, today=TODAY)
    assert sorted(read) == again


def test_an_article_that_was_deleted_or_edited_is_looked_after(archive: Path, read: list[str]) -> None:
    ingest(archive, today=TODAY)
    (article,) = (each for each in load_articles(archive).articles if each.title.startswith("Fishermen"))
    (archive / article.path).unlink()
    read.clear()
    ingest(archive, today=TODAY)
    assert read == ["bay.txt"]
    assert (archive / article.path).is_file()
    (archive / article.path).write_text((archive / article.path).read_text().replace("a third", "half"))
    read.clear()
    report = ingest(archive, today=TODAY)
    assert read == ["bay.txt"]
    assert report.documents[0].articles[0].status.value == "edited"


def test_a_day_that_was_refused_may_come(archive: Path, read: list[str]) -> None:
    (archive / "content/sources/bay.txt").write_text(NEWS.replace("4 May 2024", "10 November 2026"))
    ingest(archive, today=TODAY)
    read.clear()
    ingest(archive, today=date(2026, 11, 12))
    assert "bay.txt" in read
    assert any(each.date and each.date.iso == "2026-11-10" for each in load_articles(archive).articles)


def test_a_run_that_writes_nothing_remembers_nothing(archive: Path) -> None:
    ingest(archive, today=TODAY, dry_run=True)
    assert not (archive / MEMORY).exists()


def test_what_is_remembered_may_hold_any_sign(archive: Path, read: list[str]) -> None:
    rows = [*ROWS, {"id": "a\u2028b\u0085c", "العنوان": "بلا نص", "التاريخ": "2024-05-04", "النص": ""}]
    (archive / "content/sources/rows.json").write_text(json.dumps(rows))
    ingest(archive, today=TODAY)
    with (archive / MEMORY).open("a", encoding="utf-8") as file:
        told = json.loads((archive / MEMORY).read_text("utf-8").split("\n")[1])
        file.write(json.dumps({**told, "name": "content/sources/a\u2028b.txt"}, ensure_ascii=False) + "\n")
    read.clear()
    ingest(archive, today=TODAY)
    assert read == []


def test_a_file_that_was_mended_no_longer_holds_its_document_up(archive: Path) -> None:
    ingest(archive, today=TODAY)
    file = next(archive / each.path for each in load_articles(archive).articles if "Fishermen" in each.title)
    sound = file.read_bytes()
    file.write_bytes(sound.replace(b"title: ", b"title: [", 1))
    assert "article-broken" in {each.code for each in _of(archive, "bay.txt").problems}
    file.write_bytes(sound)
    assert _of(archive, "bay.txt").problems == ()


def test_what_could_not_be_written_is_written_when_it_can(archive: Path) -> None:
    articles = archive / "content" / "articles"
    articles.write_text("a file where a folder has to be")
    assert "cannot-write" in {each.code for each in _of(archive, "bay.txt").problems}
    articles.unlink()
    assert [each.status for each in _of(archive, "bay.txt").articles] == [ArticleStatus.NEW]


def _of(archive: Path, name: str) -> DocumentReport:
    """What becomes of a document when the whole archive is read."""
    report = ingest(archive, today=TODAY)
    return next(each for each in report.documents if each.document.endswith(name))


def test_a_date_that_nobody_knows_stays_decided(archive: Path, read: list[str]) -> None:
    (archive / "content/sources/bay.txt").write_text(NEWS.replace("Published: 4 May 2024\n", ""))
    ingest(archive, today=TODAY)
    (article,) = (each for each in load_articles(archive).articles if each.date is None)
    (archive / "content/decisions.yml").write_text(
        f'- decision: "accepted"\n  article: "{article.id}"\n  field: "date"\n'
    )
    ingest(archive, today=TODAY)
    read.clear()
    report = ingest(archive, today=TODAY)
    assert read == []
    assert [each.accepted for document in report.documents for each in document.articles if each.undated] == [True]
