"""Where a site may be built."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.site import check_place
from generator.errors import MisuseError


def make_site(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("index.html", "404.html", "robots.txt"):
        (folder / name).write_text("a site")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive's folder."""
    (tmp_path / "archive/content").mkdir(parents=True)
    return tmp_path / "archive"


def test_places_that_may_be_replaced(root: Path) -> None:
    (root / "empty").mkdir()
    make_site(root / "site")
    for name in ("missing", "empty", "site", "../elsewhere"):
        check_place(root, root / name)


@pytest.mark.parametrize("name", ["/", ".", "..", "content", "content/articles", "full", "file"])
def test_places_that_may_not(root: Path, name: str) -> None:
    (root / "full").mkdir()
    (root / "full/index.html").write_text("somebody's")
    (root / "file").write_text("somebody's")
    with pytest.raises(MisuseError):
        check_place(root, root / name)
