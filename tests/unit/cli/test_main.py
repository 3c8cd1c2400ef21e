"""The command as the system starts it: what it prints where the system knows no Arabic, and what it says of a disk
that cannot be written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SIJILL = Path(sys.executable).with_name("sijill")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one article of a free source, and a file whose name is not UTF-8."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\nplugins: [sijill]\n", encoding="utf-8")
    articles = tmp_path / "content/articles/ar"
    articles.mkdir(parents=True)
    text = "---\ntitle: س\ndate: 2025\nlang: ar\nsource: صحيفة 🗞\ntags: []\n---\n\nنص.\n"
    (articles / "one.md").write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a verb in the archive."""
    return subprocess.run(
        [str(SIJILL), *arguments], cwd=root, env={**os.environ, **environment}, capture_output=True, check=False
    )


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii", "cp1256"])
def test_output_is_utf_8_whatever_the_system_says(root: Path, encoding: str) -> None:
    done = run(root, "status", "--format", "json", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["by_source"] == {"صحيفة 🗞": 1}
    done = run(root, "check", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "صحيفة 🗞" in done.stderr.decode("utf-8")


def test_a_file_name_that_is_not_utf_8_can_be_told(root: Path) -> None:
    (root / "content/articles/ar" / os.fsdecode(b"\xff.md")).write_text("broken")
    for verb in ("check", "status"):
        done = run(root, verb, "--format", "json")
        assert b"Traceback" not in done.stderr
        assert r"\udcff" in done.stdout.decode("utf-8")
        json.loads(done.stdout)


@pytest.mark.parametrize("arguments", [("new", "T", "--lang", "en"), ("build", "--site", "file/site")])
def test_a_place_that_cannot_be_written_is_one_message(root: Path, arguments: tuple[str, ...]) -> None:
    (root / "content/articles/en").write_text("a file where a folder should be")
    (root / "file").write_text("the same")
    done = run(root, *arguments)
    assert done.returncode == 2
    said = done.stderr.decode("utf-8")
    assert said.count("error:") == 1
    assert "Traceback" not in said
    assert "cure:" in said
