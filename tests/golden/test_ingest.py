"""Source documents and exactly what must come of them, through the whole of ingest.

Each folder of tests/golden/ingest holds a document as received (`source.txt`) and `expected.json`. Where the folder of
shared cases lies beside the repository, its real document is held to its own expected parse as well.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.ingest.memory import MEMORY
from generator.ingest.pipeline import ingest
from generator.ingest.report import Report
from generator.model.article import Article
from generator.store.articles import load_articles
from generator.text.markdown import plain_text

CASES = sorted(path.parent for path in (Path(__file__).parent / "ingest").glob("*/expected.json"))
TODAY = date(2026, 11, 1)


@pytest.fixture
def archive(tmp_path: Path, repository: Path) -> Path:
    """An empty archive with the repository's vocabulary."""
    shutil.copytree(repository / "content" / "vocabulary", tmp_path / "content" / "vocabulary")
    (tmp_path / "content" / "sources").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    return tmp_path


def take_in(archive: Path, source: Path) -> tuple[Report, list[Article]]:
    """Ingest one document; gives the report and the articles in the document's order, as their files say."""
    shutil.copyfile(source, archive / "content" / "sources" / source.name)
    report = ingest(archive, today=TODAY)
    loaded = load_articles(archive)
    assert loaded.problems == ()
    by_path = {article.path: article for article in loaded.articles}
    return report, [by_path[each.path] for each in report.documents[0].articles]


def blocks_of(article: Article) -> list[list[str]]:
    """A body's blocks: kind and plain text."""
    blocks = []
    for block in article.body.strip().split("\n\n"):
        kind, markdown = ("h2", block.removeprefix("## ")) if block.startswith("## ") else ("p", block)
        blocks.append([kind, plain_text(markdown).strip()])
    return blocks


def as_record(article: Article, ids: list[str]) -> dict[str, Any]:
    """An article in the form of expected.json: only what is known."""
    provenance = article.provenance
    assert provenance is not None
    assert provenance.lines is not None
    original = article.original
    record: dict[str, Any] = {
        "title": article.title,
        "lang": article.lang.value,
        "date": article.date.iso if article.date else None,
        "date_precision": article.date_precision.value,
        "date_raw": article.date_raw,
        "date_hints": list(article.date_hints),
        "updated": article.updated.iso if article.updated else None,
        "kicker": article.kicker,
        "description": article.description,
        "source": article.source,
        "authors": list(article.authors),
        "translator": article.translator,
        "special": article.special,
        "dateline": article.dateline,
        "url": article.url,
        "original": {"publisher": original.publisher, "lang": original.lang} if original else None,
        "related": [ids.index(each) + 1 for each in article.related],
        "lines": f"{provenance.lines[0]}-{provenance.lines[1]}",
        "repairs": dict(provenance.repairs),
        "removed": list(provenance.removed),
        "blocks": blocks_of(article),
    }
    return {key: value for key, value in record.items() if value or key in ("date", "source")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_document_comes_out_as_expected(case: Path, archive: Path) -> None:
    report, articles = take_in(archive, case / "source.txt")
    expected = json.loads((case / "expected.json").read_text())
    ids = [article.id for article in articles]
    tags = [each.pop("tags", []) for each in expected]
    assert [as_record(article, ids) for article in articles] == expected
    for article, wanted in zip(articles, tags, strict=True):
        assert set(wanted) <= set(article.tags)
    assert not report.needs_a_person


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_taking_it_in_again_changes_no_byte(case: Path, archive: Path) -> None:
    take_in(archive, case / "source.txt")
    before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    for remembers in (True, False):
        if not remembers:
            (archive / MEMORY).unlink()
        report = ingest(archive, today=TODAY)
        assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()} == before
        assert [document.status.value for document in report.documents] == ["unchanged"]


def test_cases_cover_both_languages_and_every_damage() -> None:
    records = [record for case in CASES for record in json.loads((case / "expected.json").read_text())]
    assert {record["lang"] for record in records} == {"ar", "en"}
    assert {name for record in records for name in record.get("repairs", {})} >= {
        "lost-emoji", "stray-variation-selector", "decorative-emoji", "invisible-characters",
        "bidi-controls", "tatweel",
        "presentation-forms", "mojibake", "non-breaking-space", "encoding:windows-1256",
    }  # fmt: skip


def test_the_shared_document_comes_out_exactly(archive: Path, shared_cases: Path | None) -> None:
    """Further case, only where the folder of shared cases is there; the cases above hold the same laws."""
    if shared_cases is None:
        return
    source = shared_cases / "seed" / "source.txt"
    report, articles = take_in(archive, source)
    expected = json.loads((shared_cases / "seed" / "expected.json").read_text())
    assert [document.status.value for document in report.documents] == ["published"]
    assert len(articles) == len(expected)
    for number, (article, wanted) in enumerate(zip(articles, expected, strict=True)):
        check_against_shared(article, wanted, articles[1 - number])
        assert article.provenance is not None
        assert article.provenance.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert articles[0].provenance is not None
    assert dict(articles[0].provenance.repairs) == {
        "lost-emoji": 8,
        "stray-variation-selector": 2,
        "decorative-emoji": 1,
    }


def check_against_shared(article: Article, wanted: dict[str, Any], other: Article) -> None:
    """Hold an article to one record of the shared expected parse, field by field."""
    provenance = article.provenance
    assert provenance is not None
    assert article.title == wanted["title"]
    assert article.kicker == wanted["kicker"]
    assert article.description == wanted["deck"]
    assert article.lang.value == wanted["language"]
    assert (article.date.iso if article.date else None) == wanted["date"]
    assert article.date_precision.value == wanted["date_precision"]
    assert article.date_raw == wanted["date_raw"]
    assert list(article.date_hints) == wanted.get("date_hints", [])
    assert list(article.authors) == ([wanted["author"]] if wanted["author"] else [])
    assert article.translator == wanted["translator"]
    assert article.special == wanted.get("special_report", False)
    assert article.source == wanted["source"]
    assert (article.original.publisher if article.original else None) == wanted["original_source"]
    assert (article.original.lang if article.original else None) == wanted.get("original_language")
    assert article.dateline == wanted["dateline"]
    assert blocks_of(article) == wanted["blocks"]
    assert f"{provenance.lines[0]}-{provenance.lines[1]}" == wanted["provenance"]["lines"]  # type: ignore[index]  # known
    assert article.related == (other.id,)
    assert set(wanted["tags"]) <= set(article.tags)
    wanted_places = {tag for tag in wanted["tags"] if tag.startswith("place/")}
    assert {tag for tag in article.tags if tag.startswith("place/")} == wanted_places
