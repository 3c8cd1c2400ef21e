"""The command as the system starts it: what it prints where the system knows no Arabic, and what it says of a disk
that cannot be written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

SIJILL = Path(sys.executable).with_name("sijill")
# Stops the engine in the middle of a build, once it has said its number.
HOOK = """\
import os, pathlib, time

def on_files(files, config):
    pathlib.Path("engine").write_text(str(os.getpid()))
    time.sleep(600)
"""


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


def test_a_build_that_is_asked_to_end_leaves_nothing_behind(root: Path) -> None:
    (root / "hook.py").write_text(HOOK, encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")
    with subprocess.Popen([str(SIJILL), "build"], cwd=root, stdout=subprocess.DEVNULL) as build:
        while not ((root / "engine").is_file() and (root / "engine").read_text()):
            assert build.poll() is None
            time.sleep(0.05)
        build.terminate()
    assert build.returncode == 1
    assert not list(root.glob(".site.build-*"))
    with pytest.raises(ProcessLookupError):
        os.kill(int((root / "engine").read_text()), 0)


def test_the_help_says_a_whole_sentence_of_every_verb(root: Path) -> None:
    told = run(root, "--help").stdout.decode()
    assert "..." not in told.partition("From day to day")[2]
    assert told.index("ingest  ") < told.index("review  ") < told.index("assemble  ")


@pytest.mark.parametrize("verb", ["review", "status"])
def test_the_help_of_a_verb_ends_with_examples(root: Path, verb: str) -> None:
    told = run(root, verb, "--help").stdout.decode()
    examples = told.partition("For example:\n")[2].splitlines()
    assert examples
    assert all(line.startswith(f"    sijill {verb}") for line in examples)
