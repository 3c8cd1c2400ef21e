"""Decisions of fields: they hold when they are taken twice, can say that nobody knows, and are tidied as texts are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sijill
from generator.errors import MisuseError
from generator.ingest.pipeline import ingest
from generator.model.article import Article
from generator.store.articles import load_articles
from generator.store.decisions import load_decisions

TODAY = date(2026, 11, 1)
SOURCE = """Fishermen return to the northern bay after a month of storms
By Salma Aboud
Published: 3 May 2024
Source: The Bay Courier

The fishermen of the northern bay put to sea again last Tuesday, after a month of storms had kept them in harbour.

The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with one article."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    (tmp_path / "content" / "sources" / "bay.txt").write_text(SOURCE)
    ingest(tmp_path, today=TODAY)
    return tmp_path


def one(root: Path) -> Article:
    (article,) = load_articles(root).articles
    return article


def review(root: Path, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(sijill, ["review", *arguments, "--root", str(root)], input=typed)


def read_again(root: Path) -> Article:
    """The article when all is read again as on another machine."""
    (root / ".cache" / "ingested.jsonl").unlink(missing_ok=True)
    ingest(root, today=TODAY)
    return one(root)


def rules(article: Article, field: str) -> list[str]:
    return [each for each in (article.provenance.rules if article.provenance else ()) if each.startswith(f"{field} |")]


def test_what_is_accepted_twice_stays_accepted(archive: Path) -> None:
    for _ in range(2):
        assert review(archive, one(archive).id, "--accept", "title").exit_code == 0
    decided = rules(one(archive), "title")
    assert "person" in decided[0]
    assert rules(read_again(archive), "title") == decided


def test_a_correction_that_is_accepted_stays_a_correction(archive: Path) -> None:
    review(archive, one(archive).id, "--set", "date=2024-05-04")
    review(archive, one(archive).id, "--accept", "date")
    found = read_again(archive).date
    assert found is not None
    assert found.iso == "2024-05-04"


@pytest.mark.parametrize(("field", "empty"), [("authors", ()), ("tags", ()), ("date", None), ("source", None)])
def test_what_is_wrong_and_not_known_better_is_left_empty(archive: Path, field: str, empty: object) -> None:
    assert review(archive, one(archive).id, "--clear", field).exit_code == 0
    assert getattr(one(archive), field) == empty
    assert getattr(read_again(archive), field) == empty
    assert one(archive).status.value == "published"
    assert json.loads(review(archive, "--format", "json").stdout)["total"] == 0


def test_a_field_that_was_cleared_can_be_set_after_all(archive: Path) -> None:
    review(archive, one(archive).id, "--clear", "authors")
    review(archive, one(archive).id, "--set", "authors=Salma Abboud")
    assert read_again(archive).authors == ("Salma Abboud",)
    assert len(load_decisions(archive)) == 1


def test_a_cleared_field_is_asked_about_anew_when_its_source_says_something_else(archive: Path) -> None:
    review(archive, one(archive).id, "--clear", "date")
    file = archive / "content" / "sources" / "bay.txt"
    file.write_text(SOURCE.replace("3 May", "5 May"))
    found = read_again(archive).date
    assert found is not None
    assert found.iso == "2024-05-05"


@pytest.mark.parametrize(
    "asked", [("--clear", "title"), ("--clear", "colour"), ("--clear", "date", "--accept", "date")]
)
def test_what_cannot_be_cleared_is_told(archive: Path, asked: tuple[str, ...]) -> None:
    assert isinstance(review(archive, one(archive).id, *asked).exception, MisuseError)


def test_a_value_that_was_pasted_from_several_lines_is_one_line(archive: Path) -> None:
    review(archive, one(archive).id, "--set", "title= Fishermen at sea\n\tagain ", "--set", "authors=Jose\u0301 Ruiz")
    assert (one(archive).title, one(archive).authors) == ("Fishermen at sea again", ("Jos\u00e9 Ruiz",))


def test_a_day_that_comes_back_leads_nowhere_but_to_its_page(archive: Path) -> None:
    for day in ("2024-05-04", "2024-05-03"):
        review(archive, one(archive).id, "--set", f"date={day}")
    article = one(archive)
    assert article.aliases == (f"/{article.permalink.replace('05/03', '05/04')}",)
    assert read_again(archive).aliases == article.aliases


def test_of_an_edited_file_it_can_be_accepted_that_nobody_knows(archive: Path) -> None:
    file = archive / one(archive).path
    file.write_text(file.read_text().replace('date: "2024-05-03"', "date: null").replace('date_precision: "day"\n', ""))
    text = file.read_text()
    (waiting,) = json.loads(review(archive, "--format", "json").stdout)["doubts"]
    assert f"sijill review {one(archive).id} --accept date" in waiting["cure"]
    assert review(archive, one(archive).id, "--accept", "date").exit_code == 0
    assert file.read_text() == text
    assert json.loads(review(archive, "--format", "json").stdout)["total"] == 0


def test_how_a_withdrawal_is_undone_is_told(archive: Path) -> None:
    assert "content/decisions.yml" in review(archive, one(archive).id, "--refuse").output
