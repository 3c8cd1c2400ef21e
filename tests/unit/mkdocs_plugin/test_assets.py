"""Which pictures of an archive are published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.mkdocs_plugin.assets import find_pictures


def test_pictures_are_found_in_all_folders_but_hidden_ones(tmp_path: Path) -> None:
    assert list(find_pictures(str(tmp_path))) == []
    for name in ("b/2.png", "b/1.JPG", "a.webp", ".hidden/a.png", "b/.a.png", "b/notes.txt"):
        (tmp_path / "media" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "media" / name).write_text("x")
    assert list(find_pictures(str(tmp_path))) == ["media/a.webp", "media/b/1.JPG", "media/b/2.png"]


def test_pictures_that_cannot_be_read_do_not_vanish(tmp_path: Path) -> None:
    (tmp_path / "media").symlink_to("media")  # the system follows it until it gives up
    with pytest.raises(OSError, match="media"):
        list(find_pictures(str(tmp_path)))
