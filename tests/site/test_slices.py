"""Law 2 over machines: slices made in other places by other processes from the plan alone give one machine's bytes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.build.workplace import Workplace
from generator.cli import sijill
from generator.errors import MisuseError

COUNT = 2


def everything(site: Path) -> dict[str, bytes]:
    """Every file of a site, and the manifest beside it."""
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}
    return {**files, "the manifest": Workplace(site).manifest.read_bytes()}


def fill(archive: Any, articles: int = 14) -> None:
    """Write articles in both languages, with pictures and a page."""
    for n in range(articles):
        language = ("ar", "en")[n % 2]
        archive.article(
            f"{language}/a{n:02}.md", title=f"Title {n}", date=f"202{n % 3 + 3}-0{n % 9 + 1}-01", tags=["sea"]
        )
    archive.write("content/pages/en/about.md", '---\ntitle: "About"\n---\n\nText.\n')
    archive.write("content/media/a.png", "no picture")


def change(archive: Any) -> None:
    """Let several things happen to an archive."""
    archive.article("en/a01.md", "Another text.", title="Title 1", date="2024-02-01", tags=["land"])
    archive.article("ar/new.md", title="New", date="2026-01-01", tags=["sea"])
    (archive.root / "content/articles/en/a03.md").unlink()
    archive.write("content/media/b.png", "another")


def copy_of(archive: Any, place: Path) -> Any:
    """The archive checked out on another machine: without site, manifest or plan."""
    shutil.copytree(archive.root, place, ignore=shutil.ignore_patterns("site", ".site.sijill", "one", ".one.sijill"))
    return type(archive)(place)


def plan(archive: Any, where: Path, count: int = COUNT, expected: int = 0) -> Path:
    done = archive.run("sijill", "plan", "--jobs", str(count), "--format", "json")
    assert done.returncode == expected, done.stderr
    file = where / "plan.json"
    file.write_text(done.stdout, encoding="utf-8")
    return file


def make_slices(archive: Any, plan_file: Path, where: Path, count: int = COUNT, expected: int = 0) -> list[str]:
    """Make each slice that has anything to make on a machine of its own; gives the slices' folders."""
    folders = []
    for number in json.loads(plan_file.read_text(encoding="utf-8"))["wanted"]:
        machine = copy_of(archive, where / f"machine-{number}" / "archive")
        own_plan = shutil.copy(plan_file, machine.root.parent / "p.json")
        done = machine.run("sijill", "build", "--slice", f"{number}/{count}", "--plan", own_plan, "--out", "../made")
        assert done.returncode == expected, done.stdout + done.stderr
        assert not (machine.root / "site").exists()
        shutil.move(machine.root.parent / "made", where / f"slice-{number}")
        shutil.rmtree(machine.root.parent)
        folders.append(str(where / f"slice-{number}"))
    return folders


def assemble(archive: Any, plan_file: Path, folders: list[str], *more: str) -> Any:
    done = archive.run("sijill", "assemble", "--plan", str(plan_file), *more, *folders)
    assert "Traceback" not in done.stderr
    return done


def rendered(archive: Any) -> int:
    done = archive.run("sijill", "build", "--format", "json")
    return int(json.loads(done.stdout)["rendered"])


def test_slices_of_other_machines_give_the_bytes_of_one(mini_archive: Any, mini: Any, tmp_path: Path) -> None:
    archive = copy_of(mini_archive, tmp_path / "archive")
    made = plan(archive, tmp_path)
    folders = make_slices(archive, made, tmp_path)
    assert len(folders) == COUNT
    done = assemble(archive, made, folders)
    assert done.returncode == 0, done.stderr
    assert everything(archive.root / "site") == everything(mini.root)
    before = {path: path.stat().st_mtime_ns for path in sorted((archive.root / "site").rglob("*"))}
    assert rendered(archive) == 0
    assert before == {path: path.stat().st_mtime_ns for path in sorted((archive.root / "site").rglob("*"))}
    assert everything(archive.root / "site") == everything(mini.root)


def test_slices_of_what_has_changed_give_the_bytes_of_one_machine(archive: Any, tmp_path: Path) -> None:
    fill(archive)
    archive.build()
    one = type(archive)(tmp_path / "one-machine")
    shutil.copytree(archive.root, one.root)
    change(archive)
    change(one)
    wanted = json.loads(one.run("sijill", "build", "--format", "json").stdout)
    made = plan(archive, tmp_path)
    folders = make_slices(archive, made, tmp_path)
    pages = sum(len(each["pages"]) for each in json.loads(made.read_text())["slices"])
    assert pages == wanted["rendered"] < wanted["pages"]
    assert assemble(archive, made, folders).returncode == 0
    assert everything(archive.root / "site") == everything(one.root / "site")
    assert rendered(archive) == 0


def test_nothing_to_make_needs_no_slice(archive: Any, tmp_path: Path) -> None:
    fill(archive, 2)
    archive.build()
    made = plan(archive, tmp_path)
    assert json.loads(made.read_text())["wanted"] == []
    before = everything(archive.root / "site")
    assert assemble(archive, made, []).returncode == 0
    assert everything(archive.root / "site") == before


def test_problems_of_articles_and_of_pages_reach_the_end(archive: Any, tmp_path: Path) -> None:
    fill(archive, 4)
    archive.write("content/articles/en/broken.md", "no front matter")
    archive.write("content/pages/en/slow.md", '---\ntitle: "Slow"\n---\n\n' + "[" * 3000 + "\n")
    one = copy_of(archive, tmp_path / "one-machine")
    wanted = one.run("sijill", "build", "--format", "json")
    assert wanted.returncode == 1
    made = plan(archive, tmp_path, count=1, expected=1)
    done = assemble(archive, made, make_slices(archive, made, tmp_path, count=1), "--format", "json")
    assert done.returncode == 1

    def told(text: str) -> list[str]:
        return sorted(json.dumps(each) for each in json.loads(text)["problems"])

    assert told(done.stdout) == told(wanted.stdout)
    assert everything(archive.root / "site") == everything(one.root / "site")


@pytest.fixture
def ready(archive: Any, tmp_path: Path) -> tuple[Any, Path, list[str]]:
    """An archive with its plan and its slices."""
    fill(archive, 4)
    made = plan(archive, tmp_path, count=2)
    return archive, made, make_slices(archive, made, tmp_path, count=2)


def test_slices_that_do_not_fit_are_refused(ready: tuple[Any, Path, list[str]], tmp_path: Path) -> None:
    """One test, since to make the slices takes seconds: each refusal leaves everything as it was."""
    archive, made, (first, second) = ready
    other_plan = tmp_path / "other.json"
    said = json.loads(made.read_text())
    said["total"] += 1
    other_plan.write_text(json.dumps(said))
    lost, cut, half, empty = (tmp_path / name for name in ("lost", "cut", "half", "empty"))
    for folder in (lost, cut, half):
        shutil.copytree(second, folder)
    next((lost / "files").rglob("*.html")).unlink()
    next((cut / "files").rglob("*.html")).write_text("cut")
    (half / "result.json").unlink()
    empty.mkdir()
    twin = shutil.copytree(first, tmp_path / "twin")
    refused = {
        "missing-slice": (made, [first], "none of 2/2"),
        "doubled-slice": (made, [first, second, str(twin)], "slice 1 is there twice"),
        "foreign-slice": (other_plan, [first, second], "another plan"),
        "a file lost": (made, [first, str(lost)], "1 missing, such as "),
        "a file cut short": (made, [first, str(cut)], "1 of another size, such as "),
        "half written": (made, [first, str(half)], "not whole"),
        "empty": (made, [first, str(empty)], "there is no slice"),
        "not there": (made, [first, str(tmp_path / "nowhere")], "no such folder"),
        "no plan": (tmp_path / "nowhere.json", [first, second], "no such file"),
        "a slice as plan": (Path(first) / "result.json", [first, second], "no plan of a build"),
    }
    for name, (plan_file, folders, words) in refused.items():
        done = assemble(archive, plan_file, folders)
        assert done.returncode == 2, name
        assert words in done.stderr, name
        assert "cure:" in done.stderr, name
        assert not (archive.root / "site").exists(), name
    assert assemble(archive, made, [second, first]).returncode == 0


def test_another_archive_than_the_planned_one_is_refused(ready: tuple[Any, Path, list[str]], tmp_path: Path) -> None:
    archive, made, folders = ready
    other = copy_of(archive, tmp_path / "other")
    other.article("en/a01.md", "Another text.", title="Title 1", date="2024-02-01", tags=["sea"])
    slices = [
        other.run("sijill", "build", "--slice", f"{number}/2", "--plan", str(made), "--out", str(tmp_path / "x"))
        for number in (1, 2)
    ]
    assert 2 in {each.returncode for each in slices}
    assert "the archive is not the one that was planned" in "".join(each.stderr for each in slices)
    done = assemble(other, made, folders)
    assert done.returncode == 2
    assert "the archive is not the one that was planned" in done.stderr
    archive.write("mkdocs.yml", (archive.root / "mkdocs.yml").read_text() + "use_directory_urls: true\n")
    for done in (
        assemble(archive, made, folders),
        archive.run("sijill", "build", "--slice", "1/2", "--plan", str(made), "--out", str(tmp_path / "y")),
    ):
        assert done.returncode == 2
        assert "other settings" in done.stderr
    assert not (tmp_path / "y").exists()


def test_an_increment_needs_the_site_it_was_planned_for(archive: Any, tmp_path: Path) -> None:
    fill(archive, 4)
    archive.build()
    archive.article("en/new.md", title="New", date="2026-01-01")
    made = plan(archive, tmp_path, count=2)
    folders = make_slices(archive, made, tmp_path, count=2)
    done = assemble(archive, made, folders, "--site", "elsewhere")
    assert done.returncode == 2
    assert "do not hold all that this site needs" in done.stderr
    assert not (archive.root / "elsewhere").exists()
    assert assemble(archive, made, folders).returncode == 0


@pytest.mark.parametrize(
    "options",
    [
        ("--slice", "3/2"), ("--slice", "0/2"), ("--slice", "1/3"), ("--slice", "1"), ("--slice", "one/2"),
        ("--slice", "1/2", "--site", "s"), ("--slice", "1/2", "--no-search"),
    ],
)  # fmt: skip
def test_a_slice_that_the_plan_does_not_have(archive: Any, tmp_path: Path, options: tuple[str, ...]) -> None:
    share = {"pages": {}, "groups": {}, "copied": ""}
    said = {"form": 1, "program": "", "total": 1, "slices": [share, share], "closing": []}
    (tmp_path / "plan.json").write_text(json.dumps(said))
    command = ["build", "--root", archive.root, "--plan", tmp_path / "plan.json", "--out", tmp_path / "out", *options]
    done = CliRunner().invoke(sijill, list(map(str, command)))
    assert isinstance(done.exception, MisuseError)
    assert done.exception.problem.cure
    assert not (tmp_path / "out").exists()


def test_a_slice_replaces_a_slice_and_nothing_else(ready: tuple[Any, Path, list[str]], tmp_path: Path) -> None:
    archive, made, (first, _) = ready
    wanted = {path.name: path.read_bytes() for path in Path(first).rglob("*") if path.is_file()}
    (Path(first) / "files/strange.html").write_text("x")
    command = ("sijill", "build", "--slice", "1/2", "--plan", str(made), "--out")
    assert archive.run(*command, first).returncode == 0
    assert {path.name: path.read_bytes() for path in Path(first).rglob("*") if path.is_file()} == wanted
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("mine")
    done = archive.run(*command, str(tmp_path / "full"))
    assert done.returncode == 2
    assert [each.name for each in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_people_read_a_table(archive: Any) -> None:
    fill(archive, 4)
    done = archive.run("sijill", "plan", "--jobs", "2")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[1].split()[0] == "1/2"
    assert lines[1].endswith("yes")
    assert "pages to make, 404.html among them" in lines[-1]
    assert not (archive.root / "site").exists()
