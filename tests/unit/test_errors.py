"""A problem as people read it."""

import json
from pathlib import Path

import pytest

from generator.errors import Problem, Severity


def test_a_problem_tells_what_where_expected_found_and_cure() -> None:
    problem = Problem(
        "unknown-key",
        "there is no such key",
        Path("content/a.md"),
        3,
        "a key of docs/fields.md",
        "titel",
        "write title",
    )
    assert str(problem) == (
        "error: content/a.md:3: there is no such key\n"
        "  expected: a key of docs/fields.md\n"
        "  found: titel\n"
        "  cure: write title"
    )


def test_a_problem_without_a_place_or_details_is_one_line() -> None:
    assert str(Problem("x", "something is odd", severity=Severity.HINT)) == "hint: something is odd"


def test_what_is_quoted_cannot_steer_a_terminal() -> None:
    hostile = "\x1b[31mred\x07 \u202egnp \ud800\nerror: a line of its own"
    shown = str(Problem("x", hostile, Path(hostile), found=hostile, cure=hostile))
    assert all(sign.isprintable() or sign == "\n" for sign in shown)
    assert len(shown.splitlines()) == 3
    assert "\\x1b[31mred" in shown


def test_arabic_stands_as_it_is() -> None:
    assert "سِجِلّ" in str(Problem("x", "y", found="سِجِلّ"))


@pytest.mark.parametrize(
    "problem",
    [
        Problem("x", "something is odd"),
        Problem("x", "\ud800", Path("content/ا.md"), 3, "a", "b", "c", Severity.WARNING),
    ],
)
def test_a_problem_comes_back_from_json_as_it_was(problem: Problem) -> None:
    assert Problem.from_json(json.loads(json.dumps(problem.as_json()))) == problem
