"""Which package of the program may import which library: what import-linter cannot say, because it knows no lists of
what is allowed."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ALLOWED = {
    "errors.py": set(),
    "model": set(),
    "text": {"babel", "cmarkgfm", "ftfy", "hijridate", "idna", "jdatetime", "markdown", "nh3"},
    "store": {"cssselect", "yaml"},
    "ingest": {
        "backports",
        "brotli",
        "certifi",
        "compression",
        "docutils",
        "ijson",
        "lxml",
        "nh3",
        "protego",
        "trafilatura",
        "warcio",
    },
    "stories": set(),
    "publish": set(),
    "checks": set(),
    "build": {"watchdog"},
    "cli": {"click"},
    "mkdocs_plugin": {"jinja2", "markdown", "markupsafe", "mkdocs", "pathspec", "pymdownx"},
}


def imported(module: Path) -> set[str]:
    """The top-level names that a module imports, the standard library and the program itself left out."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"generator"}


NETWORK = {
    *(
        "aiohttp",
        "asyncio",
        "certifi",
        "ftplib",
        "http",
        "httpx",
        "imaplib",
        "poplib",
        "protego",
        "requests",
        "smtplib",
    ),
    *("smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc"),
}
# Who may: what asks the web, and the preview, which serves this machine only.
NETWORKED = ("ingest/fetch/", "build/server.py", "build/answers.py", "build/preview.py")


def test_only_fetch_asks_anything_of_the_network(repository: Path) -> None:
    for module in sorted((repository / "generator").rglob("*.py")):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        heads = {".".join(name.split(".")[:length]) for name in names for length in (1, 2)}
        place = module.relative_to(repository / "generator").as_posix()
        assert not heads & NETWORK or place.startswith(NETWORKED), place


@pytest.mark.parametrize("part", sorted(ALLOWED))
def test_a_package_imports_only_its_libraries(repository: Path, part: str) -> None:
    place = repository / "generator" / part
    modules = [place] if place.is_file() else sorted(place.rglob("*.py"))
    assert modules
    assert {name for module in modules for name in imported(module)} <= ALLOWED[part]


def test_every_package_has_its_list(repository: Path) -> None:
    parts = {path.name for path in (repository / "generator").iterdir() if not path.name.startswith("__")}
    assert parts == set(ALLOWED)
