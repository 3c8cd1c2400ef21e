"""`sijill review` of articles of which another document has another wording."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sijill
from generator.errors import MisuseError
from generator.ingest.pipeline import ingest
from generator.ingest.report import Report
from generator.model.article import Article
from generator.store.articles import load_articles
from generator.store.decisions import load_decisions

TITLE = "Council approves budget"
TEXT = [
    "The harbour council approved a budget of forty million pounds after a debate of six hours.",
    "Residents of the northern quarter asked for a tram line, and the mayor promised a study of its cost.",
    "A spokeswoman for the port said that two new cranes would arrive in autumn.",
]
OTHER = [*TEXT[:2], "A spokeswoman for the port said that three new cranes would arrive in the autumn."]


class Archive:
    """An archive with one article and another document of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content/sources").mkdir(parents=True)
        (root / "mkdocs.yml").write_text("site_name: test\n")
        self.put("a.txt", TEXT)
        self.report = self.take_in()
        self.put("b.txt", OTHER)
        self.report = self.take_in()

    def put(self, name: str, texts: list[str]) -> None:
        text = "\n\n".join((TITLE, "Published: 3 May 2024", "Source: The Bay", *texts))
        (self.root / "content/sources" / name).write_text(f"{text}\n")

    def take_in(self) -> Report:
        return ingest(self.root, today=date(2026, 11, 27))

    @property
    def article(self) -> Article:
        (article,) = load_articles(self.root).articles
        return article

    def review(self, *arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(sijill, ["review", *arguments, "--root", str(self.root)], input=typed)

    def asks(self) -> bool:
        return "another wording" in self.review().output

    def is_settled(self) -> bool:
        """Whether reading everything again, with and without what is remembered, asks nothing and changes nothing."""
        text = (self.root / self.article.path).read_bytes()
        for forget in (False, True):
            if forget:
                shutil.rmtree(self.root / ".cache")
            told = [each.code for each in self.take_in().all_problems()]
            if "merged-with-differences" in told or (self.root / self.article.path).read_bytes() != text or self.asks():
                return False
        return True


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_it_is_listed_and_shown(archive: Archive) -> None:
    assert not archive.report.needs_a_person
    assert "1 other wording" in "\n".join(archive.report.as_lines())
    assert archive.asks()
    told = archive.review(archive.article.id).output
    assert f"- {TEXT[2]}" in told
    assert f"+ {OTHER[2]}" in told
    assert "b.txt has another wording" in told
    archive.take_in()
    assert archive.asks()  # as long as nobody has decided


def test_the_archive_s_text_is_kept(archive: Archive) -> None:
    before = (archive.root / archive.article.path).read_bytes()
    assert archive.review(archive.article.id, "--keep").exit_code == 0
    assert (archive.root / archive.article.path).read_bytes() == before
    assert archive.is_settled()
    archive.put("b.txt", [*OTHER[:2], f"{OTHER[2]} They cost nine million."])
    archive.take_in()
    assert archive.asks()  # another wording is another question
    (decision,) = load_decisions(archive.root)
    assert (decision.document, decision.article) == ("content/sources/b.txt", archive.article.id)


@pytest.mark.parametrize("what", ["all", "body"])
def test_the_other_text_is_taken(archive: Archive, what: str) -> None:
    assert archive.review(archive.article.id, "--take", what).exit_code == 0
    assert OTHER[2] in archive.article.body
    assert archive.article.provenance is not None
    assert archive.article.provenance.document == "content/sources/a.txt"
    assert archive.is_settled()


def test_they_are_not_put_together(archive: Archive) -> None:
    done = archive.review(archive.article.id, "--both")
    assert isinstance(done.exception, MisuseError)
    assert done.exception.problem.code == "two-wordings"
    assert archive.asks()


def test_several_are_decided_one_by_one(archive: Archive) -> None:
    archive.put("c.txt", [*TEXT[:2], "A spokeswoman for the port said that ten new cranes would come in autumn."])
    archive.take_in()
    assert archive.review(archive.article.id, "--keep").exit_code == 0
    assert archive.asks()
    assert archive.review("--ask", typed="k\n").exit_code == 0
    assert not archive.asks()
    assert archive.is_settled()
