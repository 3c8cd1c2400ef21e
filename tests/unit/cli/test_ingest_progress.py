"""What `sijill ingest` says on the way: how far it is, how fast it goes, and how long it will take."""

from __future__ import annotations

import pytest

from generator.cli.ingest import line_of
from generator.ingest.progress import State


@pytest.mark.parametrize(
    ("state", "line"),
    [
        (State(120, 400, 3200, 0.5), "120 of 400 documents, 3,200 articles, 320 a second, about 10 s left"),
        (State(4000, 5000, 0, 0.8), "4,000 of 5,000 documents, 400 a second, about 2 s left"),
        (State(0, 1, 90_000, 0.01), "0 of 1 documents, 90,000 articles, 9,000 a second, about 16 min left"),
        (State(0, 3, 0, 0.0), "0 of 3 documents, 0 a second"),
    ],
)
def test_how_far_it_is(state: State, line: str) -> None:
    assert line_of(state, 10.0) == line
