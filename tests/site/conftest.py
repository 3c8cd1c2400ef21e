"""Archives for the tests of whole sites: written into a folder of their own and built as a user builds them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

PROGRAMS = Path(sys.executable).parent
MINI = Path(__file__).resolve().parent.parent / "archives" / "mini"
CONFIGURATION = "site_name: Test\nsite_url: https://test.example/sub/\ndocs_dir: content\nplugins: [sijill]\n"


@dataclass
class Archive:
    """An archive in a folder of the test's own."""

    root: Path
    programs: Path = PROGRAMS

    def write(self, path: str, text: str) -> Path:
        """Write a file of the archive."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def article(self, path: str, body: str = "A text.", **fields: object) -> Path:
        """Write an article by hand: the five fields that every article has, and those that are given."""
        known = {"title": "A title", "date": "2025-06-02", "lang": path[:2], "source": "A source", "tags": [], **fields}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items()]
        return self.write(f"content/articles/{path}", "\n".join(["---", *lines, "---", "", body, ""]))

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment in the archive's folder."""
        return subprocess.run(
            [str(PROGRAMS / command[0]), *command[1:]],
            cwd=self.root,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def build(self, expected: int | None = 0) -> Site:
        """Build the archive with `sijill build`, which must end with the expected code (None: with a site)."""
        done = self.run("sijill", "build")
        assert done.returncode in ((0, 1) if expected is None else (expected,)), done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        return Site(self.root / "site", done.stderr)


@dataclass
class Site:
    """A built site, and what the program said while building it."""

    root: Path
    said: str = ""

    def page(self, address: str) -> Page:
        """Read a page by its address below the site's root."""
        name = address if address.endswith(".html") else f"{address}index.html"
        return Page.read((self.root / name).read_text(encoding="utf-8"))

    def has(self, address: str) -> bool:
        """Whether there is a page at an address."""
        return (self.root / address / "index.html").is_file()

    def pages(self) -> Iterator[tuple[str, Page]]:
        """Give every page with its path."""
        for file in sorted(self.root.rglob("*.html")):
            yield file.relative_to(self.root).as_posix(), Page.read(file.read_text(encoding="utf-8"))

    def bytes(self) -> dict[str, bytes]:
        """Give every file of the site."""
        files = (file for file in sorted(self.root.rglob("*")) if file.is_file())
        return {file.relative_to(self.root).as_posix(): file.read_bytes() for file in files}


Element = tuple[str, dict[str, str]]


@dataclass
class Page:
    """A page as a browser reads it: its elements in order, and the text outside scripts."""

    source: str
    elements: list[Element] = field(default_factory=list)
    text: str = ""
    scripts: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, source: str) -> Page:
        """Read a page's source."""
        page = cls(source)
        reader = _Reader(page)
        reader.feed(source)
        reader.close()
        return page

    def all(self, element: str, /, **attributes: str) -> list[dict[str, str]]:
        """Give the attributes of all elements of a name that have the given ones."""
        return [found for name, found in self.elements if name == element and attributes.items() <= found.items()]

    def meta(self, name: str) -> str:
        """Give the content of a meta element; empty where there is none."""
        return next((found.get("content", "") for found in self.all("meta", name=name)), "")

    def structured_data(self) -> list[dict[str, object]]:
        """Give the nodes of the page's JSON-LD."""
        documents = [json.loads(script) for script in self.scripts]
        return [node for document in documents for node in document.get("@graph", [document])]


class _Reader(HTMLParser):
    """Fills a page."""

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._page.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._inside = tag
        if tag == "script":
            self._page.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        if tag == "script" and not self._page.scripts[-1].strip():
            self._page.scripts.pop()

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self._page.scripts[-1] += data
        else:
            self._page.text += data


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An empty archive."""
    made = Archive(tmp_path / "archive")
    made.write("mkdocs.yml", CONFIGURATION)
    (made.root / "content").mkdir()
    return made


@pytest.fixture
def new_archive(tmp_path: Path) -> Callable[[str], Archive]:
    """Make empty archives by name."""

    def make(name: str, files: Mapping[str, str] | None = None) -> Archive:
        made = Archive(tmp_path / name)
        for path, text in {"mkdocs.yml": CONFIGURATION, **(files or {})}.items():
            made.write(path, text)
        (made.root / "content").mkdir(exist_ok=True)
        return made

    return make


@pytest.fixture(scope="session")
def mini_archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A copy of the small archive of tests/archives/mini. Tests that share it must not change it."""
    root = tmp_path_factory.mktemp("mini") / "archive"
    shutil.copytree(MINI, root)
    return Archive(root)


@pytest.fixture(scope="session")
def mini(mini_archive: Archive) -> Site:
    """The small archive's site."""
    return mini_archive.build()
