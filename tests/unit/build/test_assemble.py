"""Staged files on their way into the site: at once, or in as many tries as it takes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.build import assemble
from generator.build.assemble import carry_on, commit, scan
from generator.build.manifest import Manifest, load_manifest
from generator.build.workplace import Workplace

OLD = {"index.html": "old", "en/a/index.html": "old a", "en/b/index.html": "old b", "old": "a file", "en/c/x.html": "x"}
NEW = {"index.html": "new", "en/a/index.html": "new a", "old/index.html": "a folder now", "en/c": "a file now"}
DOOMED = {"old", "en/c/x.html"}
WHOLE = {**{path: text for path, text in OLD.items() if path not in DOOMED}, **NEW}


def fill(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def read(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text() for path, _ in scan(folder)}


@pytest.fixture
def workplace(tmp_path: Path) -> Workplace:
    """A workplace beside a site, with files staged by two workers."""
    place = Workplace(tmp_path / "site")
    fill(place.site, OLD)
    parts = list(NEW.items())
    fill(place.stage(0), dict(parts[:2]))
    fill(place.stage(1), dict(parts[2:]))
    return place


def test_staged_files_become_the_site(workplace: Workplace) -> None:
    commit(workplace, Manifest("engine", pages={"index.html": "key"}), DOOMED)
    assert read(workplace.site) == WHOLE
    assert load_manifest(workplace.manifest).pages == {"index.html": "key"}
    assert not workplace.staging.exists()
    assert not workplace.journal.exists()


def test_first_site_is_its_stage(workplace: Workplace) -> None:
    shutil.rmtree(workplace.site)
    commit(workplace, Manifest(), ())
    assert read(workplace.site) == NEW


def test_staged_files_without_a_journal_are_thrown_away(workplace: Workplace) -> None:
    carry_on(workplace)
    assert read(workplace.site) == OLD
    assert not workplace.staging.exists()


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"doomed": []}', '{"form": 0, "doomed": []}', '{"form": 1}'])
def test_a_journal_that_is_none_of_ours_changes_nothing(workplace: Workplace, broken: str) -> None:
    workplace.journal.write_text(broken)
    carry_on(workplace)
    assert read(workplace.site) == OLD
    assert load_manifest(workplace.manifest) == Manifest()


@pytest.mark.parametrize("moves", range(7))
def test_a_build_that_ends_at_any_move_is_carried_on(
    workplace: Workplace, moves: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is ended before the given move; the next one does the rest."""
    left = moves

    def move(self: Path, target: Path) -> Path:
        nonlocal left
        if workplace.staging in self.parents:
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
        return renames(self, target)

    renames = Path.replace
    monkeypatch.setattr(Path, "replace", move)
    monkeypatch.setattr(Path, "rename", move)
    try:
        commit(workplace, Manifest("engine"), DOOMED)
    except KeyboardInterrupt:
        assert workplace.journal.exists()
    monkeypatch.undo()
    carry_on(workplace)
    assert read(workplace.site) == WHOLE
    assert load_manifest(workplace.manifest).engine == "engine"
    assert not workplace.journal.exists()


def test_folders_that_are_empty_go_with_their_last_file(workplace: Workplace) -> None:
    workplace.clear_staging()
    commit(workplace, Manifest(), {"en/a/index.html", "en/b/index.html", "en/c/x.html"})
    assert not (workplace.site / "en").exists()
    assert set(read(workplace.site)) == {"index.html", "old"}


def test_scan_follows_no_links(tmp_path: Path) -> None:
    fill(tmp_path, {"outside/secret": "s", "site/a": "ab"})
    (tmp_path / "site/link").symlink_to(tmp_path / "outside")
    assert dict(scan(tmp_path / "site")) == {"a": 2, "link": -1}


def test_journal_is_plain_json(workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "_move", lambda _workplace, _doomed: None)
    commit(workplace, Manifest("engine"), ["b", "a"])
    said = json.loads(workplace.journal.read_text())
    assert said == {"form": 1, "doomed": ["a", "b"]}
    assert json.loads(workplace.next_manifest.read_text()) == Manifest("engine").as_json()
