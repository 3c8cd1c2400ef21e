"""The time of builds: what one from nothing would take, when that is told, and over how many machines it is divided."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.duration import BuildTimes, check_duration, find_slow, project, say_time
from generator.errors import Severity

SITE = Path("site")


def build(
    render: float, other: float = 0.0, rendered: int = 100, pages: int = 100, complete: bool = True
) -> BuildTimes:
    """A build that took so many seconds."""
    return BuildTimes({"read": other, "render": render}, rendered, pages, 2, complete)


def test_a_build_from_nothing_is_projected_by_pages() -> None:
    whole = project(build(30, 10, rendered=60, pages=100), 200)
    assert whole.phases == {"read": 20, "render": 100}
    assert (whole.rendered, whole.pages) == (200, 200)


@pytest.mark.parametrize(
    ("made", "telling"),
    [
        (build(1), True),
        (build(1, rendered=50), True),
        (build(1, rendered=49), False),
        (build(1, rendered=0, pages=0), False),
        (build(1, complete=False), False),
    ],
)
def test_only_a_build_that_made_most_of_the_pages_by_itself_is_telling(made: BuildTimes, telling: bool) -> None:
    assert made.is_telling is telling


def test_nothing_is_said_of_what_was_not_measured() -> None:
    unknown = check_duration(None, None)
    assert (unknown.last, unknown.whole) == (None, None)
    assert find_slow(unknown, SITE) is None
    small = check_duration(build(1, rendered=1), None)
    assert small.whole is None
    assert find_slow(small, SITE) is None


def test_the_projection_is_of_as_many_pages_as_there_are_now() -> None:
    timed = check_duration(build(1, rendered=1, pages=1000), build(50, 5, pages=100), 1000)
    assert timed.whole is not None
    assert timed.whole.phases == {"read": 50, "render": 500}
    assert find_slow(timed, SITE) is None


def test_a_build_from_nothing_that_would_take_too_long_is_a_warning_with_a_plan() -> None:
    problem = find_slow(check_duration(build(1, rendered=1), build(270, 20), 100), SITE)
    assert problem is not None
    assert (problem.code, problem.severity) == ("build-from-nothing-too-slow", Severity.WARNING)
    assert "render (4 min 30 s), read (20 s)" in problem.found
    assert "let 5 machines render it: `sijill plan --jobs 5`" in problem.cure


def test_a_last_build_that_took_too_long_is_an_error() -> None:
    slow = build(101)
    problem = find_slow(check_duration(slow, slow, 100), SITE)
    assert problem is not None
    assert (problem.code, problem.severity) == ("build-too-slow", Severity.ERROR)
    assert find_slow(check_duration(build(80), build(80), 100), SITE) is None


def test_what_no_number_of_machines_helps_is_said() -> None:
    timed = check_duration(build(1), build(10, 90), 100)
    assert timed.machines == 0
    problem = find_slow(timed, SITE)
    assert problem is not None
    assert "no number of machines helps" in problem.cure


@given(st.floats(0, 1e5), st.floats(0, 1e3), st.floats(1, 1e4))
def test_so_many_machines_are_enough_and_one_fewer_is_not(render: float, other: float, limit: float) -> None:
    machines = check_duration(build(1), build(render, other), limit).machines
    if machines:
        assert other + render / machines <= limit * 0.8 * 1.000001
    if machines > 1:
        assert other + render / (machines - 1) > limit * 0.8 * 0.999999
    if not machines:
        assert other >= limit * 0.8


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0.0 s"), (8.44, "8.4 s"), (9.97, "10.0 s"), (59.6, "1 min"), (151, "2 min 31 s"), (1200, "20 min"),
     (3600, "1 h"), (3840, "1 h 4 min")],
)  # fmt: skip
def test_times_for_people(seconds: float, said: str) -> None:
    assert say_time(seconds) == said
