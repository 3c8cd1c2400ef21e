"""What is said when the engine, as a program of its own, fails."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from generator.build.command import Outcome, is_traceback
from generator.errors import Problem


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        (
            ("INFO    -  Building", "ERROR   -  Config value 'docs_dir': gone.", "Aborted"),
            "Config value 'docs_dir': gone.",
        ),
        (("Traceback (most recent call last):", '  File "x.py", line 1', "KeyError: 'x'"), "KeyError: 'x'"),
        ((), ""),
    ],
)
def test_complaint_is_the_engines_own_without_traceback(said: tuple[str, ...], complaint: str) -> None:
    assert Outcome(1, said).complaint == complaint


def test_a_traceback_is_known_by_its_lines_and_a_problem_is_none() -> None:
    try:
        {}["missing"]
    except KeyError as fault:
        lines = "".join(traceback.format_exception(fault)).splitlines()
    assert [line for line in lines if not is_traceback(line)] == ["KeyError: 'missing'"]
    problem = Problem("code", "what is wrong", Path("file"), 1, "this", "that", "a cure")
    assert not any(map(is_traceback, f"WARNING -  {problem}".splitlines()))
