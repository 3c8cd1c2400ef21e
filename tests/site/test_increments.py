"""Laws 1 and 2: whatever happened to an archive, the next build gives the bytes of a clean one, by however many
processes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.build.memory import Memory
from generator.build.order import Built, Order, Reporter
from generator.build.site import build_site
from generator.build.workplace import Workplace
from generator.cli.engine import load_engine
from generator.store import stamps

NAMES = ("one", "two", "three", "four", "five", "six", "seven")
STEPS = (
    "add", "edit", "retitle", "redate", "retag", "pair", "unpair", "withdraw", "remove", "rename", "alias", "theme",
    "vocabulary", "setting", "page", "picture", "delete from site", "stray in site",
)  # fmt: skip
CONFIGURATION = (
    "site_name: Test\nsite_url: https://test.example/sub/\ndocs_dir: content\n"
    "theme: {{name: material, custom_dir: own}}\nplugins:\n  - sijill:\n      page_size: 2\n      feed_size: {feed}\n"
)
PIXEL = bytes.fromhex("89504e470d0a1a0a") + b"not really a picture"


def build(root: Path, site: Path, jobs: int = 1, memory: Memory | None = None, *, search: bool = True) -> Built:
    return build_site(
        Order(root, site, jobs, search),
        lambda root, tell: load_engine("mkdocs", root, tell),
        Reporter(lambda _line: None),
        memory=memory,
    )


def build_clean(root: Path) -> dict[str, bytes]:
    """Build an archive from nothing, beside its site; gives the bytes."""
    clean = root / "clean"
    shutil.rmtree(clean, ignore_errors=True)
    shutil.rmtree(Workplace(clean).folder, ignore_errors=True)
    build(root, clean, jobs=3)
    return content_of(clean)


def content_of(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


class Life:
    """An archive to which things happen, each decided by the numbers it is given."""

    def __init__(self, archive: Any) -> None:
        self.archive = archive
        self.fields: dict[str, dict[str, Any]] = {}
        self.bodies: dict[str, str] = {}
        archive.write("mkdocs.yml", CONFIGURATION.format(feed=3))
        archive.write("own/partials/colophon.html", "<footer>{{ frame.site_name }}</footer>")

    def happen(self, step: str, n: int) -> None:
        """Let one thing happen."""
        getattr(self, "_" + step.replace(" ", "_"))(n)
        for path, fields in self.fields.items():
            self.archive.article(path, self.bodies[path], **fields)

    def _one(self, n: int) -> str | None:
        return sorted(self.fields)[n % len(self.fields)] if self.fields else None

    def _add(self, n: int) -> None:
        path = f"{('ar', 'en')[n % 2]}/{NAMES[n // 2 % len(NAMES)]}.md"
        self.fields.setdefault(
            path, {"title": f"Title {n}", "date": f"2025-0{n % 3 + 1}-0{n % 7 + 1}", "tags": ["sea"]}
        )
        self.bodies.setdefault(path, "A text that says **something**.")

    def _set(self, n: int, **values: Any) -> None:
        path = self._one(n)
        if path:
            self.fields[path].update(values)

    def _edit(self, n: int) -> None:
        path = self._one(n)
        if path:
            self.bodies[path] = f"Another text, {n}. [A link](two.md), [another](../ar/one.md)."

    def _retitle(self, n: int) -> None:
        self._set(n, title=f"Another title {n}")

    def _redate(self, n: int) -> None:
        self._set(n, date=(None, "2024", "2024-06", f"2024-06-1{n % 9}", "2026-01-01")[n % 5])

    def _retag(self, n: int) -> None:
        self._set(n, tags=(["land"], [], ["sea", "land"], ["person/a"])[n % 4], source=("A", "B")[n % 2])

    def _pair(self, n: int) -> None:
        for path in (self._one(n), self._one(n // 3)):
            if path:
                self.fields[path].update(story="s", relation="original" if path.startswith("ar") else "translation")

    def _unpair(self, n: int) -> None:
        path = self._one(n)
        if path:
            self.fields[path] = {k: v for k, v in self.fields[path].items() if k not in ("story", "relation")}

    def _withdraw(self, n: int) -> None:
        self._set(n, status=("withdrawn", "published", "draft")[n % 3])

    def _remove(self, n: int) -> None:
        path = self._one(n)
        if path:
            del self.fields[path], self.bodies[path]
            (self.archive.root / "content/articles" / path).unlink(missing_ok=True)

    def _rename(self, n: int) -> None:
        path = self._one(n)
        if path:
            fields, body = self.fields[path], self.bodies[path]
            self._remove(n)
            new = f"{path[:3]}moved-{n % 3}.md"
            self.fields[new], self.bodies[new] = fields, body

    def _alias(self, n: int) -> None:
        self._set(n, aliases=[f"old/{n % 4}/", f"old/{n % 3}.html"])

    def _theme(self, n: int) -> None:
        self.archive.write("own/partials/colophon.html", f"<footer>{{{{ frame.site_name }}}} {n % 3}</footer>")

    def _vocabulary(self, n: int) -> None:
        self.archive.write(
            "content/vocabulary/people.yml", f'- {{id: person/a, ar: "ألف {n % 3}", en: "Alef {n % 3}"}}\n'
        )

    def _setting(self, n: int) -> None:
        self.archive.write("mkdocs.yml", CONFIGURATION.format(feed=n % 3 + 1))

    def _page(self, n: int) -> None:
        self.archive.write(
            "content/pages/en/about.md", f'---\ntitle: "About {n % 3}"\n---\n\n[One](../../articles/en/one.md)\n'
        )

    def _picture(self, n: int) -> None:
        place = self.archive.root / f"content/media/{n % 3}.png"
        if n % 2 and place.exists():
            place.unlink()
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(PIXEL + bytes([n % 200]))

    def _delete_from_site(self, n: int) -> None:
        files = [file for file in sorted((self.archive.root / "site").rglob("*")) if file.is_file()]
        if files:
            files[n % len(files)].unlink()

    def _stray_in_site(self, n: int) -> None:
        site = self.archive.root / "site"
        if site.is_dir():
            self.archive.write(f"site/stray/{n % 3}.html", "stray")


steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 500)), min_size=1, max_size=5)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.generate],  # to make a failing case smaller takes minutes
)
@given(first=st.lists(st.integers(0, 100), min_size=2, max_size=9), rounds=st.lists(steps, min_size=1, max_size=3))
def test_an_incremental_build_gives_the_bytes_of_a_clean_one(
    new_archive: Any, first: list[int], rounds: list[list[tuple[str, int]]]
) -> None:
    archive = new_archive("archive")
    shutil.rmtree(archive.root)
    archive.root.mkdir()
    (archive.root / "content").mkdir()
    life = Life(archive)
    for n in first:
        life.happen("add", n)
    build(archive.root, archive.root / "site", jobs=2)
    for number, each in enumerate(rounds):
        for step, n in each:
            life.happen(step, n)
        build(archive.root, archive.root / "site", jobs=number % 2 + 1)
        assert content_of(archive.root / "site") == build_clean(archive.root)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.generate],
)
@given(first=st.lists(st.integers(0, 100), min_size=2, max_size=9), rounds=st.lists(steps, min_size=1, max_size=4))
def test_a_process_that_builds_again_and_again_gives_the_bytes_of_a_clean_build(
    new_archive: Any, first: list[int], rounds: list[list[tuple[str, int]]]
) -> None:
    archive = new_archive("archive")
    shutil.rmtree(archive.root)
    archive.root.mkdir()
    (archive.root / "content").mkdir()
    life = Life(archive)
    for n in first:
        life.happen("add", n)
    memory = Memory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stamps, "_COARSEST", 0)  # else all that tests write is too new to be known by its stamp
        build(archive.root, archive.root / "site", memory=memory)
        for number, each in enumerate(rounds):
            for step, n in each:
                if not step.endswith("site"):  # what others do to the site meanwhile is made good by the next process
                    life.happen(step, n)
            build(archive.root, archive.root / "site", memory=memory, search=False)
            if number % 2 == 0:
                build(archive.root, archive.root / "site", memory=memory)
                assert content_of(archive.root / "site") == build_clean(archive.root)
        build(archive.root, archive.root / "site", memory=memory)
        assert content_of(archive.root / "site") == build_clean(archive.root)
    assert build(archive.root, archive.root / "site").rendered == 0


def test_a_process_that_builds_again_sees_that_another_has_built_or_taken_the_site_away(archive: Any) -> None:
    archive.article("en/one.md", title="One")
    site, memory = archive.root / "site", Memory()
    build(archive.root, site, memory=memory)
    archive.article("en/one.md", title="Two")
    build(archive.root, site)
    archive.article("en/one.md", title="One")
    build(archive.root, site, memory=memory)
    assert content_of(site) == build_clean(archive.root)
    shutil.rmtree(site)
    archive.article("en/one.md", title="Three")
    build(archive.root, site, memory=memory)
    assert content_of(site) == build_clean(archive.root)


def test_only_what_changed_is_rendered(archive: Any) -> None:
    for n in range(30):
        archive.article(f"en/a{n:02}.md", title=f"Title {n}", date=f"2025-{n % 9 + 1:02}-01", tags=["sea"])
    first = build(archive.root, archive.root / "site")
    assert first.rendered == first.pages
    assert build(archive.root, archive.root / "site").rendered == 0
    archive.article(
        "en/a26.md", "Another text, of which nobody else says anything.", title="Title 26", date="2025-09-01"
    )
    again = build(archive.root, archive.root / "site")
    assert 0 < again.rendered < 12


@pytest.mark.parametrize("seed", range(4))
def test_a_build_that_is_killed_leaves_a_site_that_the_next_one_makes_whole(archive: Any, seed: int) -> None:
    for n in range(40):
        archive.article(f"en/a{n:02}.md", title=f"Title {n}", date=f"2025-{n % 9 + 1:02}-01", tags=["sea"])
    before = archive.build().bytes()
    archive.write("mkdocs.yml", (archive.root / "mkdocs.yml").read_text().replace("Test", "Changed"))
    clean = archive.run("sijill", "build", "--site", "clean")
    assert clean.returncode == 0, clean.stderr
    wanted = content_of(archive.root / "clean")
    chance = random.Random(seed)  # noqa: S311 - no secret
    with subprocess.Popen(
        [archive.programs / "sijill", "build", "--jobs", "2"], cwd=archive.root, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        time.sleep(0.4 + chance.random() * 2.5)
        os.killpg(process.pid, signal.SIGKILL)
    between = content_of(archive.root / "site")
    assert all(between[path] in (before.get(path), wanted.get(path)) for path in between)  # whole files, old or new
    assert archive.build().bytes() == wanted


def test_two_builds_at_once_wait_for_each_other(archive: Any) -> None:
    for n in range(40):
        archive.article(f"en/a{n:02}.md", title=f"Title {n}", date="2025-01-01")
    command = [archive.programs / "sijill", "build"]
    both = [
        subprocess.Popen(command, cwd=archive.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert any("Another build of this site is running" in err for _, err in said)
    together = content_of(archive.root / "site")
    assert archive.run("sijill", "build", "--site", "clean").returncode == 0
    assert together == content_of(archive.root / "clean")
