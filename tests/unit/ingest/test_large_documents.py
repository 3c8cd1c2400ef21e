"""Large documents of one article each, left to several processes while somebody watches how far the run has come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.ingest.pipeline import ingest
from generator.ingest.progress import State
from generator.ingest.report import DocumentStatus

NEWS = """Fishermen return to sea after a month of storms
Source: The Bay Courier
The fishermen of the bay put to sea again last Tuesday, after four weeks of storms had kept all boats in harbour.
"""
LARGE = "word " * (2 << 20)  # 10 MB on one line


@pytest.mark.parametrize(
    ("name", "text"), [("a.txt", f"A title\n{LARGE}\n"), ("a.html", f"<h1>A</h1><p>{LARGE}</p>"), ("a.bin", LARGE)]
)
def test_a_large_document_does_not_end_a_run_that_is_watched(tmp_path: Path, name: str, text: str) -> None:
    sources = tmp_path / "content" / "sources"
    sources.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    (sources / name).write_text(text)
    (sources / "news.txt").write_text(NEWS)
    told: list[State] = []
    report = ingest(tmp_path, today=date(2026, 11, 1), jobs=2, progress=told.append)
    assert [each.document for each in report.documents] == [f"content/sources/{name}", "content/sources/news.txt"]
    assert report.documents[1].status is DocumentStatus.PUBLISHED
    assert told[-1].documents == 2
