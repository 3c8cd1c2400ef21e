"""A site that lies on another disk than the folder beside it: files cannot be moved there by renaming, and that is said
before anything is made."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.build.workplace import Workplace


def _mount(place: Path, *how: str) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    if subprocess.run(["mount", *how, str(place)], capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Path]:
    """Another file system."""
    yield from _mount(tmp_path / "other", "-t", "tmpfs", "tmpfs")


@pytest.fixture
def bound(archive: Any, tmp_path: Path) -> Iterator[Path]:
    """A folder of the same file system, mounted at the place of the site, as containers do."""
    (tmp_path / "volume").mkdir()
    yield from _mount(archive.root / "site", "--bind", str(tmp_path / "volume"))


def _refuse(archive: Any, *command: str) -> None:
    done = archive.run("sijill", *command)
    assert done.returncode == 2
    assert done.stderr.count("error:") == 1
    assert "another disk" in done.stderr
    assert "cure: name a folder inside that disk" in done.stderr


@pytest.mark.parametrize("command", [["build"], ["plan"], ["serve", "--port", "8797"]], ids=lambda each: each[0])
def test_a_site_that_a_link_leads_to_another_disk(archive: Any, other: Path, command: list[str]) -> None:
    archive.article("en/a.md")
    (archive.root / "site").symlink_to(other)
    _refuse(archive, *command)
    assert list(other.iterdir()) == []
    assert not Workplace(archive.root / "site").journal.exists()


def test_a_site_that_is_mounted(archive: Any, bound: Path) -> None:
    archive.article("en/a.md")
    _refuse(archive, "build")
    assert list(bound.iterdir()) == []
    assert archive.run("sijill", "build", "--site", "site/here").returncode == 0
    assert (bound / "here" / "index.html").is_file()
