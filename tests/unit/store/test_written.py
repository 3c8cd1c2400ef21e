"""What the program wrote last is kept in a cache, and a cache that cannot be kept costs nothing but itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.store.written import WRITTEN, load_written, remember_written

_PLACE = "content/articles/en/2025/06/port-1f0c9a7e.md"


def _file_for_a_folder(root: Path) -> None:
    (root / ".cache").write_text("x")


def _folder_for_a_file(root: Path) -> None:
    (root / WRITTEN).mkdir(parents=True)


def _nowhere(root: Path) -> None:
    (root / ".cache").symlink_to("missing/folder")


@pytest.mark.parametrize("spoil", [_file_for_a_folder, _folder_for_a_file, _nowhere])
def test_a_cache_that_can_be_neither_written_nor_removed_is_none(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(tmp_path)
    remember_written(tmp_path, {_PLACE: b"text"})
    assert load_written(tmp_path, _PLACE) is None


def test_a_damaged_cache_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / WRITTEN).parent.mkdir()
    (tmp_path / WRITTEN).write_bytes(b"no database")
    remember_written(tmp_path, {_PLACE: b"text"})
    remember_written(tmp_path, {_PLACE: b"another"})
    assert load_written(tmp_path, _PLACE) == "another"
