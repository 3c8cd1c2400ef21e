"""Fixtures of all tests: the repository's own archive, built once and served, and a real browser to read it with."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# The same examples in every run, so that a change is judged by itself; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("steady", derandomize=True)
settings.register_profile("explore")
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED_CASES = REPOSITORY.parent / "shared" / "cases"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
SAMPLE = (REPOSITORY / "content" / "sources" / "urjuwan").is_dir()
READS_SAMPLE = {"built_site", "site_address"}
collect_ignore = [] if SAMPLE else ["unit/test_sample_archive.py", "unit/test_sample_archive_ingested.py"]
HOW_TO_GET_CHROMIUM = "install Chromium (Debian, Ubuntu: apt-get install chromium) and run the tests again"


def pytest_configure() -> None:
    """On continuous integration everything runs, or the run fails. Ctrl-C reaches the programs that tests start, also
    where the tests run in the background of a shell, which lets it be ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if os.environ.get("CI") and not CHROMIUM:
        raise pytest.UsageError(f"there is no Chromium, so the browser tests cannot run: {HOW_TO_GET_CHROMIUM}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the browser tests where there is no browser, and those of the sample archive where an archive of one's
    own has taken its place; the summary says so."""
    left_out = [item for item in items if not CHROMIUM and item.get_closest_marker("browser")]
    left_out += [item for item in items if not SAMPLE and READS_SAMPLE.intersection(getattr(item, "fixturenames", ()))]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say at the end what did not run, and how to get it."""
    if not CHROMIUM:
        terminalreporter.section("not run", sep="=")
        terminalreporter.write_line(f"The tests that open pages in a browser (tests/browser): {HOW_TO_GET_CHROMIUM}.")
    if not SAMPLE:
        terminalreporter.section("not run", sep="=")
        terminalreporter.write_line("The tests that read the sample archive: content/ holds an archive of your own.")
    if not SHARED_CASES.is_dir():
        terminalreporter.section("further cases", sep="=")
        terminalreporter.write_line(
            "The folder shared/cases is not beside the repository: its further cases did not run."
        )


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this repository, which is an archive itself."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_cases() -> Path | None:
    """The folder of further cases beside the repository, or None."""
    return SHARED_CASES if SHARED_CASES.is_dir() else None


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own archive, built by the command line as a user builds it. Gives the site's folder."""
    site = tmp_path_factory.mktemp("built") / "site"
    command = [str(Path(sys.executable).parent / "sijill"), "build", "--root", str(REPOSITORY), "--site", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


class PagesHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a site under /sijill/ as GitHub Pages serves a project: folders by index.html, 404.html for the rest."""

    def translate_path(self, path: str) -> str:
        """The file behind an address below the project's path; everything else is not there."""
        if not path.startswith("/sijill/"):
            return str(Path(self.directory) / "outside-the-project")
        return super().translate_path(path.removeprefix("/sijill"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: object) -> None:
        """Keep silent."""


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The address, ending in a slash, under which the built site is served on this machine."""
    handler = functools.partial(PagesHandler, directory=str(built_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/sijill/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium, driven by Playwright."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
