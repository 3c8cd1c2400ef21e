"""What is watched, and that no change between two looks is lost."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path

import pytest

from generator.build.preview import Preview, _News
from generator.build.server import Epochs
from generator.build.watch import Watch


def test_changes_are_told_and_hidden_files_and_reading_are_not(tmp_path: Path) -> None:
    (tmp_path / "content/en").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("a")
    told = threading.Event()
    watch = Watch(told.set)
    assert watch.set([tmp_path / "content", tmp_path / "mkdocs.yml"])
    assert not watch.set([tmp_path / "mkdocs.yml", tmp_path / "content"])
    try:
        for path, text in (("content/en/a.md", "a"), ("mkdocs.yml", "b"), ("content/new/b.md", "b")):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(text)
            assert told.wait(10), path
            while told.wait(0.3):
                told.clear()
        for path in ("content/en/.a.md.swp", "other.txt", ".site.sijill"):
            (tmp_path / path).write_text("x")
        assert (tmp_path / "content/en/a.md").read_text() == "a"
        assert not told.wait(0.5)
        (tmp_path / "draft").write_text("c")
        (tmp_path / "draft").replace(tmp_path / "mkdocs.yml")  # as editors save
        assert told.wait(10)
    finally:
        watch.stop()


def test_a_change_while_the_other_process_is_told_of_one_is_told_after_its_answer() -> None:
    here, there = multiprocessing.Pipe()
    news, preview = _News(there), Preview(here)
    news.tell()
    news.tell()
    assert preview.has_news()
    assert here.poll(0) is False  # one word at a time
    news.answered()
    assert here.recv_bytes() == b"changed"
    news.answered()
    assert here.poll(0) is False


def test_numbers_of_sites_only_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    epochs = Epochs()
    epochs.turn()
    first = epochs.now
    monkeypatch.setattr("generator.build.server.time.time_ns", lambda: 0)
    epochs.turn()
    assert epochs.now == first + 1
    assert epochs.wait(first) == first + 1
    assert epochs.wait(first + 1, 0.01) == first + 1
