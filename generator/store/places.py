"""The folders of content/ from which a site is made, wherever they lie. Not for what is in them: each has a module."""

from __future__ import annotations

from pathlib import Path

_PARTS = ("articles", "media", "pages", "vocabulary")


def content_places(root: Path) -> tuple[Path, ...]:
    """Give content/ of the archive at `root`, and those of its parts that are links to folders: who reads a part
    follows such a link, who walks through content/ does not."""
    content = root / "content"
    parts = [content / name for name in _PARTS]
    return (content, *(each for each in parts if each.is_symlink() and each.is_dir()))
