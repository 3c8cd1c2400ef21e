"""content/decisions.yml as people write it: what cannot be a decision is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.decision import Decision, Verdict
from generator.store.decisions import DECISIONS, read_decisions

HEAD = '- decision: "accepted"\n  article: "0a0a0a0a"\n  field: "title"\n'


def read(root: Path, text: str) -> tuple[tuple[Decision, ...], list[tuple[str, int | None]]]:
    """What is read of a file, and the codes and lines of what is wrong with it."""
    (root / "content").mkdir()
    (root / DECISIONS).write_text(text, encoding="utf-8")
    decisions, problems = read_decisions(root)
    return decisions, [(problem.code, problem.line) for problem in problems]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("date", '["yesterday"]'),
        ("date", '["2025-13-01"]'),
        ("updated", '["2025-06-02", "2025-06-03"]'),
        ("url", '["bay.example"]'),
        ("title", '["One", "Two"]'),
        ("title", '["  "]'),
        ("authors", "[]"),
    ],
)
def test_a_value_that_a_field_cannot_have_is_told(tmp_path: Path, field: str, values: str) -> None:
    broken = f'- decision: "corrected"\n  article: "1f0c9a7e"\n  field: "{field}"\n  values: {values}\n'
    decisions, told = read(tmp_path, HEAD + broken)
    assert [each.article for each in decisions] == ["0a0a0a0a"]
    assert told == [("no-value", 4)]


@pytest.mark.parametrize(
    ("field", "values"), [("date", ["2025-06"]), ("authors", ["A", "B"]), ("url", ["https://a.example/1"])]
)
def test_a_value_that_it_can_have_is_a_decision(tmp_path: Path, field: str, values: list[str]) -> None:
    written = f'- decision: corrected\n  article: "1f0c9a7e"\n  field: {field}\n  values: {values}\n'
    decisions, told = read(tmp_path, written.replace("'", '"'))
    assert decisions == (Decision(Verdict.CORRECTED, "1f0c9a7e", field, tuple(values)),)
    assert told == []
