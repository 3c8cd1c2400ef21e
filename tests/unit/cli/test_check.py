"""`sijill check` as a person calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SIJILL = str(Path(sys.executable).parent / "sijill")

CONFIGURATION = "site_name: Port\ndocs_dir: content\nplugins: [sijill]\n"


def sijill(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    return subprocess.run([SIJILL, *arguments], capture_output=True, text=True, check=False, cwd=cwd, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one sound article."""
    folder = tmp_path / "content/articles/en"
    folder.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    text = '---\ntitle: "Port"\ndate: "2025-06-02"\nlang: "en"\nsource: null\ntags: []\n---\n\nText.\n'
    (folder / "port.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_sound_archive_is_said_to_be_one(root: Path) -> None:
    done = sijill("check", "--root", str(root))
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 article: 0 errors, 0 warnings, 0 hints\n", "")


def test_the_current_folder_is_the_archive(root: Path) -> None:
    assert sijill("check", cwd=root).returncode == 0


def test_warnings_and_hints_alone_do_not_fail(root: Path) -> None:
    path = root / "content/articles/en/port.md"
    path.write_text(path.read_text(encoding="utf-8").replace("null", "Somebody").replace("Text.", ""), encoding="utf-8")
    done = sijill("check", "--root", str(root))
    assert done.returncode == 0
    assert done.stdout == "1 article: 0 errors, 1 warning, 1 hint\n"
    assert "warning: content/articles/en/port.md:9: the article has no text" in done.stderr


def test_hints_of_one_kind_are_told_once_and_counted(root: Path) -> None:
    path = root / "content/articles/en/port.md"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("tags: []", 'tags: ["Libya", "quays", "moorings", "bollards"]'), encoding="utf-8")
    short, long = sijill("check", "--root", str(root)), sijill("check", "--hints", "--root", str(root))
    assert short.stdout == long.stdout == "1 article: 0 errors, 0 warnings, 4 hints\n"
    assert "the tag 'Libya' is not" in short.stderr, "another cure, another kind"
    assert short.stderr.count("hint: ") == 2
    assert short.stderr.endswith("\n  and 2 more hints of this kind; --hints prints each\n")
    assert long.stderr.count("hint: ") == 4


def test_errors_fail_and_are_told_with_their_cure(root: Path) -> None:
    path = root / "content/articles/en/port.md"
    path.write_text(path.read_text(encoding="utf-8").replace("tags: []", "tags: x"), encoding="utf-8")
    done = sijill("check", "--root", str(root))
    assert done.returncode == 1
    assert "error: content/articles/en/port.md:6: `tags` is not a list of texts" in done.stderr
    assert '  cure: write it in brackets: `tags: ["x"]`' in done.stderr


def test_programs_get_one_json_object(repository: Path) -> None:
    done = sijill("check", "--root", str(repository / "tests/archives/invalid"), "--format", "json")
    report = json.loads(done.stdout)
    assert set(report) == {"articles", "totals", "problems"}
    assert set(report["totals"]) == {"error", "warning", "hint"}
    assert sum(report["totals"].values()) == len(report["problems"])
    keys = {"severity", "code", "path", "line", "record", "what", "expected", "found", "cure"}
    assert all(set(problem) == keys for problem in report["problems"])
    assert done.stderr == ""


def test_a_broken_configuration_is_misuse(root: Path) -> None:
    (root / "mkdocs.yml").write_text("plugins:\n  - sijill: {page_size: many}\n", encoding="utf-8")
    done = sijill("check", "--root", str(root))
    assert done.returncode == 2
    assert "mkdocs.yml:2" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        (CONFIGURATION.replace("site_name: Port\n", ""), "site_name"),
        (CONFIGURATION + "site_dir: content\n", "site_dir"),
        (CONFIGURATION + "theme: nowhere\n", "nowhere"),
        (CONFIGURATION + "theme: {name: material, custom_dir: nowhere}\n", "nowhere"),
        (CONFIGURATION + "markdown_extensions: [nowhere]\n", "nowhere"),
        (CONFIGURATION + "hooks: [nowhere.py]\n", "nowhere"),
    ],
)
def test_what_the_engine_refuses_is_told_first(root: Path, configuration: str, told: str) -> None:
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    (root / "content/articles/en/empty.md").write_text("", encoding="utf-8")
    done = sijill("check", "--root", str(root))
    assert done.returncode == 2
    assert done.stderr.startswith("error: mkdocs.yml: ")
    assert told in done.stderr.partition("content/articles")[0]
    assert "content/articles/en/empty.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_no_archive_is_misuse(tmp_path: Path) -> None:
    done = sijill("check", "--root", str(tmp_path))
    assert done.returncode == 2
    assert "is not an archive" in done.stderr
    assert "Traceback" not in done.stderr
