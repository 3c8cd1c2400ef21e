"""What a person decided or edited makes no copy of a document a newer version of its article, nor its move a change."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from generator.cli import sijill
from generator.ingest.pipeline import ingest
from generator.model.article import Article
from generator.store.articles import load_articles
from tests.unit.ingest.conftest import TODAY, Press

TEXT = """Fishermen return to the bay after a month of storms
Published: 3 May 2024
The fishermen of the bay put to sea again on Wednesday last, after a month of storms had kept them in harbour.
The first catch was better than anybody had hoped for, and prices in the market fell by a third.
"""


def one(press: Press) -> Article:
    """The only article, when everything is read as on another machine."""
    shutil.rmtree(press.root / ".cache", ignore_errors=True)
    ingest(press.root, today=TODAY)
    (article,) = load_articles(press.root).articles
    return article


@pytest.mark.parametrize("decision", ["--set date=2024-05-01", "--set date=2024-06", "--clear date"])
@pytest.mark.parametrize("copy", ["a/copy.txt", "z/copy.txt"])
def test_a_corrected_day_makes_no_copy_a_newer_version(press: Press, decision: str, copy: str) -> None:
    press.put("post/bay.txt", TEXT)
    article = one(press)
    CliRunner().invoke(sijill, ["review", article.id, *decision.split(), "--root", str(press.root)])
    (decided,) = load_articles(press.root).articles
    press.put(copy, TEXT)
    for _ in range(2):
        assert one(press) == decided


def test_an_edited_article_whose_document_was_moved_needs_nobody(press: Press) -> None:
    press.put("post/bay.txt", TEXT)
    file = press.root / one(press).path
    file.write_text(file.read_text().replace("put to sea", "went to sea"))
    (press.root / "content/sources/post/bay.txt").rename(press.root / "content/sources/bay of before.txt")
    shutil.rmtree(press.root / ".cache")
    assert [each.code for each in ingest(press.root, today=TODAY).all_problems()] == []
