"""Documents that are renamed, moved into a zip or told by another one: what people decided of their articles stays."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sijill
from generator.ingest.pipeline import ingest
from generator.model.article import Article
from generator.store.articles import load_articles

TODAY = date(2026, 11, 1)
TEXT = """بلدية الميناء تفتتح حديقة عامة على الشاطئ
تاريخ النشر: 3 مايو 2024
المصدر: صحيفة الميناء
افتتحت بلدية الميناء حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات، وتفتح أبوابها كل يوم.
وأضافت البلدية أن الأشجار زُرعت قبل عامين، وأن الري يجري بمياه معالجة من محطة قريبة.
"""
CHANGED = {"title": "حديقة جديدة على الشاطئ", "date": "2023-05-03", "source": "جريدة المرفأ"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with one document."""
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    (tmp_path / "content/sources/park.txt").write_text(TEXT)
    ingest(tmp_path, today=TODAY)
    return tmp_path


def only(archive: Path) -> Article:
    (article,) = load_articles(archive).articles
    return article


def pack(archive: Path) -> None:
    """Move the document into a zip, and forget what is remembered of it."""
    source = archive / "content/sources/park.txt"
    with zipfile.ZipFile(archive / "content/sources/all.zip", "w") as packed:
        packed.write(source, "2024/park.txt")
    source.unlink()
    shutil.rmtree(archive / ".cache")


@pytest.mark.parametrize("field", CHANGED)
def test_what_was_decided_stays_when_the_document_moves_into_a_zip(archive: Path, field: str) -> None:
    before = only(archive)
    asked = ["review", before.id, "--set", f"{field}={CHANGED[field]}", "--root", str(archive)]
    assert CliRunner().invoke(sijill, asked).exit_code == 0
    decided = only(archive)
    pack(archive)
    ingest(archive, today=TODAY)
    after = only(archive)
    assert (after.id, after.title, after.date, after.source) == (
        decided.id, decided.title, decided.date, decided.source,
    )  # fmt: skip
    assert after.provenance is not None
    assert after.provenance.document == "content/sources/all.zip"


@pytest.mark.parametrize("field", CHANGED)
def test_an_edited_article_is_not_doubled_when_its_document_moves(archive: Path, field: str) -> None:
    before = only(archive)
    file = archive / before.path
    lines = file.read_text().splitlines(keepends=True)
    edited = "".join(f'{field}: "{CHANGED[field]}"\n' if line.startswith(f"{field}: ") else line for line in lines)
    file.write_text(edited)
    pack(archive)
    ingest(archive, today=TODAY)
    only(archive)
    assert file.read_text() == edited


@pytest.mark.parametrize("line", ["حديقة جديدة على الشاطئ", "تاريخ النشر: 4 مايو 2024", "المصدر: جريدة المرفأ"])
def test_what_only_the_documents_tell_otherwise_are_two_articles(archive: Path, line: str) -> None:
    lines = TEXT.splitlines()
    place = 0 if ":" not in line else 1 if "مايو" in line else 2
    other = "\n".join([*lines[:place], line, *lines[place + 1 :], ""])
    (archive / "content/sources/other.txt").write_text(other)
    ingest(archive, today=TODAY)
    assert len(load_articles(archive).articles) == 2


@pytest.mark.parametrize(
    ("field", "told", "other"), [("date", "3 مايو", "4 مايو"), ("source", "صحيفة الميناء", "وكالة الشاطئ")]
)
def test_another_outlet_or_day_is_another_article_though_a_person_corrected_the_first(
    archive: Path, field: str, told: str, other: str
) -> None:
    asked = ["review", only(archive).id, "--set", f"{field}={CHANGED[field]}", "--root", str(archive)]
    assert CliRunner().invoke(sijill, asked).exit_code == 0
    (archive / "content/sources/other.txt").write_text(TEXT.replace(told, other))
    ingest(archive, today=TODAY)
    assert len(load_articles(archive).articles) == 2


def test_of_two_documents_the_one_that_is_left_is_the_articles(archive: Path) -> None:
    (archive / "content/sources/second.txt").write_text(TEXT)
    ingest(archive, today=TODAY)
    count = len(load_articles(archive).articles)
    (archive / "content/sources/park.txt").unlink()
    ingest(archive, today=TODAY)
    articles = load_articles(archive).articles
    assert len(articles) == count
    documents = {each.provenance.document for each in articles if each.provenance}
    assert "content/sources/park.txt" not in documents


def test_a_document_that_moves_is_no_earlier_text_of_its_own_article(archive: Path) -> None:
    park = archive / "content/sources/park.txt"
    park.write_text(TEXT.replace("حديقة عامة", "متنزهاً واسعاً", 1).replace("قبل عامين", "قبل ثلاثة أعوام"))
    ingest(archive, today=TODAY)
    before = only(archive)
    assert before.provenance is not None
    assert len(before.provenance.earlier) == 1
    park.rename(park.with_name("garden.txt"))
    ingest(archive, today=TODAY)
    after = only(archive)
    assert after.provenance is not None
    assert after.provenance.document == "content/sources/garden.txt"
    assert after.provenance.earlier == before.provenance.earlier
