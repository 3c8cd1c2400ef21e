"""An archive with publishers of its own, in which documents are put and taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.errors import Problem
from generator.ingest.pipeline import ingest
from generator.model.article import Article
from generator.store.articles import load_articles

TODAY = date(2026, 11, 1)


@dataclass
class Press:
    """An archive, and what its publishers' files say."""

    root: Path
    problems: tuple[Problem, ...] = ()

    def publisher(self, text: str, name: str = "post") -> None:
        """Write a publisher's file."""
        file = self.root / f"content/vocabulary/publishers/{name}.yml"
        file.write_text(f"ar: بريد {name}\nen: The {name}\n{text}", encoding="utf-8")

    def put(self, name: str, content: str | bytes) -> None:
        """Write a source document."""
        path = self.root / "content" / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def take_in(self) -> list[Article]:
        """Ingest all, and give the articles by their titles."""
        report = ingest(self.root, today=TODAY)
        self.problems = tuple(report.all_problems())
        assert [each for each in self.problems if each.code == "program-fault"] == []
        loaded = load_articles(self.root)
        assert loaded.problems == ()
        return sorted(loaded.articles, key=lambda article: article.title)

    def one(self) -> Article:
        """Ingest all, and give the only article."""
        (article,) = self.take_in()
        return article


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """An archive without documents and publishers."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "content" / "vocabulary" / "publishers").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: test\n")
    return Press(tmp_path)
