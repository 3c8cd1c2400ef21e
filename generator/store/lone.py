"""Files beside documents that say how to read them, where there is no such document: nobody reads what they say.

Mappings of tables and Nikola's `.meta` files. Not for what stands in them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import Problem, Severity
from generator.store.documents import SOURCES, is_document_name
from generator.store.mapping_places import FOLDER_MAPPING, MAPPING_ENDING, PACKED, is_mapping, unpacked_stem

_META = ".meta"
# By whose names a document may be a table; what a file holds is not looked at here.
_TABLES = frozenset(
    {".csv", ".tsv", ".tab", ".psv", ".json", ".jsonl", ".ndjson", ".geojson", ".txt", ".text", ".dat", ""}
)


def find_lone(root: Path, paths: Iterable[Path] = ()) -> list[Problem]:
    """A warning for each mapping and `.meta` file below content/sources, or below the folders that `paths` name, beside
    which there is nothing that it could be for; sorted by path."""
    starts = [Path(os.path.abspath(path)) for path in paths] or [root / SOURCES]  # noqa: PTH100  resolve() follows links
    problems: dict[Path, Problem] = {}
    for start in starts:
        for parent, folders, names in os.walk(start):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for file, expected in _lone(names):
                path = _named(root, Path(parent) / file)
                problems[path] = _problem(path, expected)
    return [problems[path] for path in sorted(problems)]


def _lone(names: list[str]) -> Iterator[tuple[str, str]]:
    """The files of a folder that are for no document of it, and what was expected beside each."""
    beside = [name for name in names if name.lower().endswith(_META) or is_mapping(Path(name))]
    if not beside:
        return
    documents = [name for name in names if is_document_name(name)]
    stems = {Path(name).stem for name in documents} | {unpacked_stem(name) for name in documents}
    for name in beside:
        if name.startswith("."):
            continue
        if name.lower() == FOLDER_MAPPING:
            if all(Path(each).suffix.lower() not in _TABLES | PACKED for each in documents):
                yield name, "a table in the same folder (.csv, .tsv, .json, .jsonl)"
            continue
        ending = _META if name.lower().endswith(_META) else MAPPING_ENDING
        stem = name[: -len(ending)]
        if stem in stems or (ending == MAPPING_ENDING and stem in documents):
            continue
        yield name, f"{stem}.md, .txt or the like" if ending == _META else f"{stem}.csv, .json, .jsonl or the like"


def _named(root: Path, file: Path) -> Path:
    return file.relative_to(root) if file.is_relative_to(root) else file


def _problem(path: Path, expected: str) -> Problem:
    meta = path.name.lower().endswith(_META)
    return Problem(
        "lone-meta" if meta else "lone-mapping",
        "this file says how to read a document, but there is no such document beside it"
        if meta
        else "this mapping is for a table, but there is no such table beside it",
        path,
        expected=expected,
        found="no document of that name in the folder",
        cure="put the document beside it, name both alike, or take this file away"
        + ("; its fields are used for the text below the same name" if meta else ""),
        severity=Severity.WARNING,
    )
