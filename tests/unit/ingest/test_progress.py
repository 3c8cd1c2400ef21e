"""How far ingest has come, as it is told on the way."""

from __future__ import annotations

from pathlib import Path

from generator.ingest.progress import Meter, State
from generator.model.source import SourceDocument
from generator.store.documents import find_documents


def told(root: Path, *sizes: int) -> tuple[Meter, list[State]]:
    """A meter over documents of these sizes, and what it tells."""
    sources = root / "content" / "sources"
    sources.mkdir(parents=True)
    for number, size in enumerate(sizes):
        (sources / f"{number:03}.txt").write_bytes(b"x" * size)
    states: list[State] = []
    return Meter(find_documents(root, ()), states.append), states


def test_the_share_is_not_told_within_a_document_that_is_most_of_all(tmp_path: Path) -> None:
    meter, states = told(tmp_path, 100, 9_000, 900)
    meter.finish(0)
    meter.count(500)
    meter.finish(1)
    meter.finish(2)
    assert [state.share for state in states] == [0.0, 0.0, 0.0, 1.0]
    assert states[1].articles == 500


def test_of_many_small_documents_the_share_is_told(tmp_path: Path) -> None:
    meter, states = told(tmp_path, *[100] * 50)
    meter.finish(0)
    meter.count(1)
    assert [round(state.share, 2) for state in states] == [0.02, 0.02]


def test_a_large_document_that_is_opened_early_is_watched_all_the_same(tmp_path: Path) -> None:
    meter, states = told(tmp_path, 100, 9 << 20)
    file = tmp_path / "content" / "sources" / "001.txt"
    document = SourceDocument(file, "0" * 64, file.stat().st_size, lambda: file.open("rb"))
    with meter.watch(1, document).open() as stream:
        meter.finish(0)
        stream.seek(file.stat().st_size // 2)
        meter.count(1)
    assert round(states[-1].share, 2) == 0.5
