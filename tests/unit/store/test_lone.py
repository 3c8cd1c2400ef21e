"""Mappings and `.meta` files that are for no document."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Severity
from generator.store.lone import find_lone

SOURCES = "content/sources"


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / SOURCES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")


def lone(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.path)) for problem in find_lone(root)]


@pytest.mark.parametrize(
    "names",
    [
        ("news.csv", "news.mapping.yml"),
        ("news.csv", "news.csv.mapping.yml"),
        ("other.json", "mapping.yml"),
        ("dump", "mapping.yml"),
        ("port.md", "port.meta"),
        ("port.ar.md", "port.ar.meta"),
        ("خبر.txt", "خبر.meta"),
        (".hidden.meta",),
        (".git/port.meta",),
        ("a.txt",),
    ],
)
def test_what_lies_beside_its_document_is_not_told(tmp_path: Path, names: tuple[str, ...]) -> None:
    put(tmp_path, *(f"bay/{name}" for name in names))
    assert lone(tmp_path) == []


@pytest.mark.parametrize(
    ("names", "code", "file", "expected"),
    [
        (("news.mapping.yml",), "lone-mapping", "news.mapping.yml", "news.csv"),
        (("New.csv", "news.mapping.yml"), "lone-mapping", "news.mapping.yml", "news.csv"),
        (("mapping.yml",), "lone-mapping", "mapping.yml", ".csv"),
        (("page.html", "mapping.yml"), "lone-mapping", "mapping.yml", ".csv"),
        (("port.meta",), "lone-meta", "port.meta", "port.md"),
        (("harbour.md", "port.meta"), "lone-meta", "port.meta", "port.md"),
        (("port.mapping.yml", "port.csv", "port.en.meta"), "lone-meta", "port.en.meta", "port.en.md"),
        (("README.md", "README.meta"), "lone-meta", "README.meta", "README.md"),
    ],
)
def test_what_lies_beside_no_document_is_told_with_what_was_expected(
    tmp_path: Path, names: tuple[str, ...], code: str, file: str, expected: str
) -> None:
    put(tmp_path, *(f"bay/{name}" for name in names))
    (problem,) = find_lone(tmp_path)
    assert (problem.code, problem.path, problem.severity) == (code, Path(SOURCES, "bay", file), Severity.WARNING)
    assert expected in problem.expected
    assert problem.cure


def test_only_the_folders_that_are_read_are_looked_at(tmp_path: Path) -> None:
    put(tmp_path, "bay/port.meta", "gold/port.meta")
    assert [problem.path for problem in find_lone(tmp_path, [tmp_path / SOURCES / "gold"])] == [
        Path(SOURCES, "gold/port.meta")
    ]


def test_an_archive_without_sources_has_none(tmp_path: Path) -> None:
    assert find_lone(tmp_path) == []
