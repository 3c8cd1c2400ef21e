"""A disk that is really full: one message, the site of before as it was, and with room again a clean build.

`/dev/full` refuses every byte with the system's own ENOSPC. What it cannot stand for, the pages themselves, is tried on
a small file system in memory, where the tests may mount one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.build.workplace import Workplace

PROGRAMS = Path(sys.executable).parent
FULL = Path("/dev/full")  # of Linux, where these always run
needs_full = pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")


def content_of(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def fill(archive: Any) -> None:
    for n in range(10):
        archive.article(f"en/a{n}.md", title=f"Title {n}", date=f"2025-0{n % 9 + 1}-01", tags=["sea"])


def change(archive: Any) -> None:
    """Change every page."""
    file = archive.root / "mkdocs.yml"
    file.write_text(file.read_text().replace("Test", "Changed"))


def clean_build(archive: Any, *more: str) -> dict[str, bytes]:
    done = archive.run("sijill", "build", "--site", "clean", *more)
    assert done.returncode == 0, done.stderr
    return content_of(archive.root / "clean")


@needs_full
@pytest.mark.parametrize("name", ["manifest.json.next.new", "journal.json.new"])
def test_no_room_to_decide(archive: Any, name: str) -> None:
    fill(archive)
    before = archive.build().bytes()
    workplace = Workplace(archive.root / "site")
    change(archive)
    (workplace.folder / name).symlink_to(FULL)
    done = archive.run("sijill", "build")
    assert done.returncode == 2
    assert done.stderr.count("error:") == 1
    assert "the disk is full; the one of before stands as it was" in done.stderr
    assert "cure: make room" in done.stderr
    assert content_of(archive.root / "site") == before
    assert {each.name for each in workplace.folder.iterdir()} == {
        "inputs.tsv",
        "lock",
        "manifest.json",
        "records.jsonl",
        "times.json",
        "traces.json",
    }
    assert archive.build().bytes() == clean_build(archive)


@needs_full
def test_no_room_for_what_was_read_costs_time_and_no_more(archive: Any) -> None:
    fill(archive)
    workplace = Workplace(archive.root / "site")
    workplace.folder.mkdir()
    (workplace.folder / "records.jsonl.new").symlink_to(FULL)
    built = archive.build()
    assert "too full to keep what was read" in built.said
    assert not workplace.records.exists()
    assert built.bytes() == clean_build(archive)
    change(archive)
    assert archive.build().said == ""
    assert workplace.records.exists()


def test_files_that_may_not_grow(archive: Any) -> None:
    fill(archive)
    before = archive.build().bytes()
    change(archive)
    command = ["bash", "-c", f"ulimit -f 4; exec '{PROGRAMS / 'sijill'}' build"]
    done = subprocess.run(command, cwd=archive.root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "the one of before stands as it was" in done.stderr
    assert "found: File too large" in done.stderr
    assert content_of(archive.root / "site") == before
    assert archive.build().bytes() == clean_build(archive)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of 4 MB."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a file system")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("first", [True, False], ids=["first build", "increment"])
def test_pages_fill_the_disk(archive: Any, small: Path, first: bool) -> None:
    fill(archive)
    site = small / "site"
    if not first:
        assert archive.run("sijill", "build", "--site", str(site)).returncode == 0
        change(archive)
    before = content_of(site)
    wanted = clean_build(archive)
    room = sum(map(len, wanted.values()))
    for kilobytes in (0, 12, room // 3000, room // 1500):
        _leave(small, kilobytes)
        done = archive.run("sijill", "build", "--site", str(site))
        assert done.returncode == 2, (kilobytes, done.stderr)
        assert "Traceback" not in done.stderr
        assert "the disk is full; the one of before stands as it was" in done.stderr
        assert content_of(site) == before
        assert not Workplace(site).staging.exists()
    (small / "ballast").unlink()
    assert archive.run("sijill", "build", "--site", str(site)).returncode == 0
    assert content_of(site) == wanted
    assert Workplace(site).manifest.read_bytes() == Workplace(archive.root / "clean").manifest.read_bytes()


def _leave(place: Path, kilobytes: int) -> None:
    """Fill a file system but for so many kilobytes."""
    ballast = place / "ballast"
    ballast.unlink(missing_ok=True)
    room = shutil.disk_usage(place).free - kilobytes * 1024
    ballast.write_bytes(b"x" * max(room, 0))
