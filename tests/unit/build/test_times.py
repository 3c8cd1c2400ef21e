"""What is kept of how long builds took, and that nothing of it is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.times import Stopwatch, keep_times, load_times
from generator.checks.duration import BuildTimes

WHOLE = BuildTimes({"read": 2.0, "render": 8.0}, 100, 100, 2)
SMALL = BuildTimes({"read": 1.0, "render": 0.5}, 1, 100, 2)


def test_the_last_build_and_the_last_telling_one_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "times.json"
    assert load_times(path) == (None, None)
    keep_times(path, SMALL)
    assert load_times(path) == (SMALL, None)
    keep_times(path, WHOLE)
    assert load_times(path) == (WHOLE, WHOLE)
    keep_times(path, SMALL)
    assert load_times(path) == (SMALL, WHOLE)


@pytest.mark.parametrize(
    "said", ["", "{", "[]", '{"form": 0}', '{"form": 1, "last": 3}', '{"form": 1, "last": {"phases": []}}', "[" * 99999]
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path, said: str) -> None:
    path = tmp_path / "times.json"
    path.write_text(said)
    assert load_times(path) == (None, None)
    keep_times(path, WHOLE)
    assert load_times(path) == (WHOLE, WHOLE)


def test_what_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    keep_times(tmp_path / "none" / "times.json", WHOLE)
    assert load_times(tmp_path / "none" / "times.json") == (None, None)


def test_phases_add_up() -> None:
    watch = Stopwatch()
    for phase in ("read", "render", "read"):
        watch.end(phase)
    assert list(watch.phases) == ["read", "render"]
    assert all(seconds >= 0 for seconds in watch.phases.values())
