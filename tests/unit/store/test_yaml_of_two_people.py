"""What Git leaves in a file that two people changed is told as what it is, on the line where it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.store.articles import parse_article_bytes
from generator.store.decisions import DECISIONS, read_decisions

MARKED = "<<<<<<< HEAD\n{one}\n=======\n{other}\n>>>>>>> fetch\n"


@pytest.mark.parametrize("value", ['"quoted"', "plain", "null"])
def test_in_an_article(value: str) -> None:
    marked = MARKED.format(one=f"title: {value}", other="title: x")
    raw = f'---\n{marked}date: null\nlang: "en"\nsource: null\ntags: []\n---\n\nText.\n'.encode()
    problem = parse_article_bytes(raw, Path("content/articles/en/x.md")).problems[0]
    assert problem.line == 2
    assert "two people" in problem.cure


def test_in_the_decisions(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    entry = '- decision: "refused"\n  document: "content/sources/{}.txt"'
    (tmp_path / DECISIONS).write_text(MARKED.format(one=entry.format("a"), other=entry.format("b")))
    _, (problem,) = read_decisions(tmp_path)
    assert problem.line == 1
    assert "two people" in problem.cure
