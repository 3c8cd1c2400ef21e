"""`sijill serve`: a real server over real files. What it serves is what a clean build gives, whatever happens."""

from __future__ import annotations

import fcntl
import itertools
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ONE = "en/2025/06/02/one/"
THEME = "theme: {name: material, custom_dir: own}\n"


class Served:
    """A server that runs, and what it says."""

    def __init__(self, archive: Any, port: int, process: subprocess.Popen[str], said: Path) -> None:
        self.archive = archive
        self.address = f"http://127.0.0.1:{port}"
        self.process = process
        self._said = said

    def said(self) -> str:
        """Everything it has said so far."""
        return self._said.read_text(encoding="utf-8")

    def get(self, target: str) -> tuple[int, str]:
        """The status and text at an address of the site."""
        try:
            with urllib.request.urlopen(f"{self.address}{target}", timeout=90) as answer:  # noqa: S310 - this machine
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()

    def page(self, address: str) -> str:
        """The text at an address below the site's."""
        return self.get(f"/sub/{address}")[1]

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds."""
        for _ in range(600):
            if holds():
                return
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)
        raise AssertionError(f"never: {what}\n{self.said()}")

    def until_says(self, text: str) -> None:
        """Wait until the server says a text."""
        self.until(lambda: text in self.said(), text)

    def until_shows(self, text: str, address: str = ONE) -> None:
        """Wait until a page shows a text."""
        self.until(lambda: text in self.page(address), text)

    def until_as_clean(self) -> None:
        """Wait until the site has the bytes of a clean build."""
        done = self.archive.run("sijill", "build", "--site", "clean")
        assert done.returncode in (0, 1), done.stderr
        wanted = content_of(self.archive.root / "clean")
        self.until(lambda: content_of(self.archive.root / "site") == wanted, "the bytes of a clean build")


def content_of(site: Path) -> dict[str, bytes]:
    """Every file of a site; those that are being moved meanwhile are left out."""
    found = {}
    for file in sorted(site.rglob("*")):
        try:
            found[file.relative_to(site).as_posix()] = file.read_bytes()
        except OSError:
            continue
    return found


@contextmanager
def serving(archive: Any) -> Iterator[Served]:
    """Serve an archive as a user does; at the end of the block, end it as Ctrl-C does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = archive.root.parent / "said.txt"
    with said.open("w") as out, subprocess.Popen(
        [archive.programs / "sijill", "serve", "--port", str(port)],
        cwd=archive.root, stdout=out, stderr=subprocess.STDOUT, start_new_session=True, text=True,
    ) as process:  # fmt: skip
        served = Served(archive, port, process, said)
        try:
            served.until_says("Serving at")
            yield served
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            finally:
                process.kill()
    assert process.returncode == 0, served.said()
    assert "Traceback" not in served.said()
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))  # the process that serves has ended too


def test_whatever_happens_under_serve_the_site_is_that_of_a_clean_build(archive: Any) -> None:
    archive.article("en/one.md", title="One")
    archive.article("en/two.md", title="Two", tags=["sea"])
    with serving(archive) as served:
        assert f"Serving at {served.address}/sub/ " in served.said()
        archive.article("en/one.md", "Another body.", title="One")
        served.until_shows("Another body.")
        archive.article("en/one.md", "Another body.", title="One, edited", tags=["sea"])
        served.until_shows("One, edited")
        archive.article("en/three.md", title="A third")
        served.until_shows("A third", "en/")
        (archive.root / "content/articles/en/two.md").unlink()
        served.until(lambda: served.get("/sub/en/2025/06/02/two/")[0] == 404, "two is gone")
        archive.write("content/vocabulary/people.yml", '- {id: person/a, ar: "ألف", en: "Alef"}\n')
        archive.article("en/one.md", title="One", tags=["person/a"])
        served.until_shows("Alef")
        archive.write("content/pages/en/about.md", "---\ntitle: About\n---\n\nWe.\n")
        served.until_shows("We.", "en/about/")
        archive.write("content/redirects.yml", "old/: en/2025/06/02/one/\n")
        served.until_as_clean()
        archive.write("content/media/a.png", "a picture")
        served.until_as_clean()
    assert archive.run("sijill", "build").stdout.endswith(" 0 of them new or changed\n")


def test_broken_files_are_named_and_the_next_good_save_mends_them(archive: Any) -> None:
    archive.article("en/one.md", title="One")
    sound = (archive.root / "mkdocs.yml").read_text()
    with serving(archive) as served:
        archive.write("content/articles/en/bad.md", "---\ntitle: [\n---\n")
        served.until_says("content/articles/en/bad.md:")
        archive.article("en/bad.md", title="Mended")
        served.until_shows("Mended", "en/")
        archive.write("mkdocs.yml", "site_name: [\n")
        served.until_says("error: mkdocs.yml")
        assert "One" in served.page(ONE)
        archive.article("en/one.md", title="Edited meanwhile")
        archive.write("mkdocs.yml", sound.replace("Test", "Another name"))
        served.until_shows("Another name")
        assert "Edited meanwhile" in served.page(ONE)
        archive.write("content/vocabulary/people.yml", "- {id: [\n")
        served.until_says("error: content/vocabulary/people.yml")
        (archive.root / "content/vocabulary/people.yml").unlink()
        archive.article("en/one.md", title="After that")
        served.until_shows("After that")
        served.until_as_clean()


# `sijill serve`, where mkdocs.yml is broken the moment after the second build.
BREAKING = """
import itertools, os, sys
from functools import partial
from pathlib import Path
from generator.build.engine import find_engine
from generator.build.serve import Listeners, Serving, serve_site
from generator.cli.engine import load_engine

builds = itertools.count(1)

def built(_):
    if next(builds) == 2:
        Path("mkdocs.yml").write_text("site_name: [")

tell = partial(print, flush=True)
serving = Serving(Path.cwd(), int(sys.argv[1]), 1, os.environ, partial(load_engine, find_engine()))
serve_site(serving, Listeners(tell, lambda *_: None, built))
"""


def test_settings_that_break_right_after_a_build_do_not_end_the_server(archive: Any) -> None:
    archive.article("en/one.md", title="One")
    sound = (archive.root / "mkdocs.yml").read_text()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = archive.root.parent / "said.txt"
    with said.open("w") as out, subprocess.Popen(
        [archive.programs / "python", "-c", BREAKING, str(port)], cwd=archive.root, stdout=out,
        stderr=subprocess.STDOUT, text=True,
    ) as process:  # fmt: skip
        served = Served(archive, port, process, said)
        try:
            served.until_says("Serving at")
            # Put into its place whole: a half written file would be the second build.
            archive.article("en/.draft", title="Built before it broke").replace(
                archive.root / "content/articles/en/one.md"
            )
            served.until_says("error: mkdocs.yml")
            assert "Built before it broke" in served.page(ONE)
            archive.write("mkdocs.yml", sound)
            archive.article("en/one.md", title="Mended")
            served.until_shows("Mended")
        finally:
            process.kill()


def test_templates_and_settings_are_seen_while_serving(archive: Any) -> None:
    archive.article("en/one.md", title="One")
    base = (archive.root / "mkdocs.yml").read_text()
    archive.write("base.yml", base + THEME)
    archive.write("mkdocs.yml", "INHERIT: base.yml\n" + base)
    archive.write("own/partials/chrome/foot.html", "<footer>first</footer>")
    with serving(archive) as served:
        assert "<footer>first</footer>" in served.page(ONE)
        archive.write("own/partials/chrome/foot.html", "<footer>second</footer>")
        served.until_shows("<footer>second</footer>")
        # Put into its place whole: a half written file is no broken template, and may be built.
        archive.write("own/.foot.html", "<footer>{% broken").replace(archive.root / "own/partials/chrome/foot.html")
        served.until_says("the site was not built")
        assert "<footer>second</footer>" in served.page(ONE)
        archive.write("own/partials/chrome/foot.html", "<footer>third</footer>")
        served.until_shows("<footer>third</footer>")
        archive.write("own/assets/own.css", "a{}")
        served.until(lambda: served.get("/sub/assets/own.css")[0] == 200, "a file of the theme")
        archive.write("base.yml", base)
        served.until(lambda: "third" not in served.page(ONE), "the program's own colophon")
        archive.write("mkdocs.yml", base.replace("/sub/", "/elsewhere/"))
        served.until(lambda: served.get(f"/elsewhere/{ONE}")[0] == 200, "the site below its new path")
        served.until_as_clean()


def test_lost_addresses_redirects_and_the_long_poll(archive: Any) -> None:
    archive.article("en/one.md", title="One", aliases=["old/1/"])
    with serving(archive) as served:
        status, text = served.get("/sub/nowhere/")
        assert status == 404
        assert "Content-Security-Policy" in text
        assert served.get(f"/sub/{ONE.rstrip('/')}") == served.get(f"/sub/{ONE}")
        assert served.get("/") == served.get("/sub/")
        assert f"url=../../{ONE}" in served.page("old/1/")
        page = served.page(ONE)
        own = re.search(r'<script src="/livereload\.js\?epoch=(\d+)"></script>', page)
        assert own is not None
        assert page.replace(own[0], "") == (archive.root / "site" / ONE / "index.html").read_text()
        # Put into its place whole: a file that is built while it is half written is new too, and built again after.
        archive.article("en/.draft", title="Edited").replace(archive.root / "content/articles/en/one.md")
        newer = int(served.get(f"/livereload/{own[1]}")[1])  # waits until there is something new
        assert newer > int(own[1])
        assert "Edited" in served.page(ONE)
        assert int(served.get("/livereload/0")[1]) >= newer


def test_a_series_of_saves_and_builds_by_another_process_come_to_the_same(archive: Any) -> None:
    archive.article("en/one.md", title="One")
    with serving(archive) as served:
        for number in range(30):
            archive.article("en/one.md", title=f"Title {number}.")
            archive.article(f"en/a{number:02}.md", title=f"Of the series {number}", tags=["sea"])
            time.sleep(0.02)
        served.until_shows("Title 29.")
        archive.article("en/one.md", title="Built by another")
        assert archive.run("sijill", "build").returncode == 0
        archive.article("en/one.md", title="And edited again")
        served.until_shows("And edited again")
        served.until_as_clean()


def is_building(archive: Any) -> bool:
    """Whether somebody holds the lock of builds."""
    with (archive.root / ".site.sijill/lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def is_staged(staging: Path) -> bool:
    """Whether a page is staged; what is looked at may be moved away meanwhile."""
    try:
        return any(staging.glob("*/*/*"))
    except FileNotFoundError:
        return False


@contextmanager
def stopped_while_building(archive: Any, process: subprocess.Popen[Any]) -> Iterator[bool]:
    """Stop a process and its children while they build and before what is staged goes to its place, for the time of the
    block; False where they were through by then."""
    home = archive.root / ".site.sijill"
    until = time.monotonic() + 30
    while not is_staged(home / "staging") and time.monotonic() < until:
        time.sleep(0.001)
    os.killpg(process.pid, signal.SIGSTOP)
    try:
        yield is_building(archive) and not (home / "journal.json").exists()
    finally:
        os.killpg(process.pid, signal.SIGCONT)


def names_in(site: Path) -> set[str]:
    """The names that the pages of a site give it: one, unless the site is half of one and half of another."""
    pages = (text.decode() for path, text in content_of(site).items() if path.startswith("en/") and "index" in path)
    return {found[1] for found in re.finditer("<bdi>(Name [0-9]+)</bdi>", "".join(pages))}


def many_pages(archive: Any) -> Callable[[], object]:
    """Write an archive of some hundred pages; gives what makes all of them new, by another name of the site."""
    for number in range(300):
        archive.article(f"en/a{number:03}.md", title=f"Title {number}", date="2025-01-01")
    archive.article("en/one.md", title="One")
    base, numbers = (archive.root / "mkdocs.yml").read_text(), itertools.count()

    def change() -> None:
        archive.write("mkdocs.yml", base.replace("Test", f"Name {next(numbers)}"))

    change()
    return change


WAITS = "Another build of this site is running; waiting for its end."


def test_a_build_that_begins_while_the_server_builds_waits_for_its_end(archive: Any) -> None:
    change = many_pages(archive)
    said = archive.root.parent / "build.txt"
    with serving(archive) as served:
        for _ in range(20):
            change()
            with stopped_while_building(archive, served.process) as stopped:
                if not stopped:
                    continue
                assert len(names_in(archive.root / "site")) == 1
                with said.open("w") as err:
                    build = subprocess.Popen([archive.programs / "sijill", "build"], cwd=archive.root, stderr=err)
                served.until(lambda: WAITS in said.read_text(), "the build waits")
                assert build.poll() is None
                assert len(names_in(archive.root / "site")) == 1
            break
        assert build.wait(90) == 0, said.read_text()
        served.until_as_clean()
        assert len(names_in(archive.root / "site")) == 1


def test_a_server_that_begins_to_build_while_another_builds_waits_and_serves_on(archive: Any) -> None:
    change = many_pages(archive)
    with serving(archive) as served:
        for number in range(20):
            while True:
                served.process.send_signal(signal.SIGSTOP)  # only the first of its processes, which builds
                if not is_building(archive):
                    break
                served.process.send_signal(signal.SIGCONT)
                time.sleep(0.1)
            change()
            build = subprocess.Popen(
                [archive.programs / "sijill", "build"], cwd=archive.root, start_new_session=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            with stopped_while_building(archive, build) as stopped:
                served.process.send_signal(signal.SIGCONT)
                if stopped:
                    served.until_says(WAITS)
                    assert len(names_in(archive.root / "site")) == 1
                    assert "One" in served.page(ONE)
            assert build.wait(90) == 0
            if stopped:
                break
            served.until_shows(f"Name {number + 1}")
        archive.article("en/one.md", title="And one more")
        served.until_shows("And one more")
        served.until_as_clean()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left_however_the_server_ends(archive: Any, number: int) -> None:
    archive.article("en/one.md")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [archive.programs / "sijill", "serve", "--port", str(port)], cwd=archive.root,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stderr is not None
        while "Serving at" not in process.stderr.readline():
            assert process.poll() is None
        process.send_signal(number)
        assert process.wait(20) == (0 if number == signal.SIGTERM else -signal.SIGKILL)
        for _ in range(100):
            with socket.socket() as again:
                again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    again.bind(("127.0.0.1", port))
                    break
                except OSError:
                    time.sleep(0.1)
        else:
            raise AssertionError("somebody still serves")
