"""The same archive gives the same bytes, whoever builds it, wherever and whenever."""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path
from typing import Any

from generator.build.workplace import Workplace


def test_mkdocs_alone_makes_the_same_site(mini_archive: Any, mini: Any, tmp_path: Path) -> None:
    done = mini_archive.run("mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert _bytes(tmp_path / "site") == mini.bytes()


def test_another_place_time_zone_and_hash_seed_change_nothing(mini_archive: Any, mini: Any, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(mini_archive.root, copy, ignore=shutil.ignore_patterns("site"))
    for file in copy.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    twin = type(mini_archive)(copy)
    done = twin.run("sijill", "build", TZ="Pacific/Kiritimati", PYTHONHASHSEED="77", SOURCE_DATE_EPOCH="1")
    assert done.returncode == 0, done.stderr
    assert _bytes(copy / "site") == mini.bytes()
    # Keys are the same too: a site and its manifest may be carried to another place, and slices made there.
    assert Workplace(copy / "site").manifest.read_bytes() == Workplace(mini.root).manifest.read_bytes()


def test_no_day_of_the_build_in_any_file(mini: Any) -> None:
    assert "sitemap.xml.gz" not in mini.bytes()

    today = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d").encode()
    assert not [name for name, content in mini.bytes().items() if today in content]


def test_names_that_mean_something_to_mkdocs_mean_nothing_in_content(archive: Any) -> None:
    archive.article("en/2025/06/one.md")
    plain = archive.build().bytes()
    for name in ("sources/agency/index.md", "sources/agency/README.md", "sources/readme.txt", "index.md", "404.md"):
        archive.write(f"content/{name}", "---\ntemplate: nothing.html\n---\n# Not a page")
    built = archive.build()
    assert built.bytes() == plain
    assert built.said == ""


def _bytes(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}
