"""Documents of publishers whose files say something, and exactly what must come of them.

Each folder of tests/golden/publishers holds `content/` (a publisher's file, and documents as received) and
`expected.json`: every article by its document and record, with every field that is known.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.ingest.pipeline import ingest
from generator.model.article import Article
from generator.store.articles import load_articles
from generator.text.markdown import plain_text

CASES = sorted(path.parent for path in (Path(__file__).parent / "publishers").glob("*/expected.json"))
TODAY = date(2026, 11, 1)


def as_record(article: Article) -> dict[str, Any]:
    """An article in the form of expected.json: only what is known."""
    provenance = article.provenance
    assert provenance is not None
    record: dict[str, Any] = {
        "document": provenance.document.removeprefix("content/sources/"),
        "record": provenance.record,
        "title": article.title,
        "lang": article.lang.value,
        "date": article.date.iso if article.date else None,
        "date_raw": article.date_raw,
        "updated": article.updated.iso if article.updated else None,
        "source": article.source,
        "authors": list(article.authors),
        "translator": article.translator,
        "special": article.special,
        "kicker": article.kicker,
        "description": article.description,
        "rights": article.rights,
        "url": article.url,
        "rules": [rule for rule in provenance.rules if "selector" in rule],
        "removed": list(provenance.removed),
        "body": [plain_text(block).strip() for block in article.body.strip().split("\n\n")],
    }
    return {name: value for name, value in record.items() if value}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_documents_come_out_as_expected(case: Path, tmp_path: Path) -> None:
    shutil.copytree(case / "content", tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    report = ingest(tmp_path, today=TODAY)
    assert not report.needs_a_person
    loaded = load_articles(tmp_path)
    assert loaded.problems == ()
    found = sorted(map(as_record, loaded.articles), key=lambda each: (each["document"], each.get("record", "")))
    assert found == json.loads((case / "expected.json").read_text(encoding="utf-8"))

    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    ingest(tmp_path, today=TODAY)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_there_is_a_case_for_each_thing_that_takes_effect() -> None:
    assert {case.name for case in CASES} >= {
        "day-of-the-version",
        "own-time",
        "own-labels",
        "selectors",
        "feed-in-warc",
    }
