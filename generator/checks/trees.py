"""Two folders held against each other, file by file and byte by byte: what is missing, what is more, what differs.

Names, kinds, content and the targets of links count; times, owners and rights do not: no reader sees them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Difference:
    """One path at which two folders differ. `kind` is `only in first`, `only in second`, `kind` (a file here, a folder
    or a link there) or `content`; then `offset` is that of the first byte that differs, and `line` its line, from 1."""

    path: str
    kind: str
    offset: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it: the number of files in each folder, and every difference in order of path."""

    first: int
    second: int
    differences: tuple[Difference, ...]


def compare_trees(first: Path, second: Path) -> Comparison:
    """Compare two folders in all they hold. Raises OSError where something cannot be read."""
    here, there = dict(_walk(first)), dict(_walk(second))
    found: list[Difference] = []
    for path in sorted(here.keys() | there.keys()):
        if path not in there:
            found.append(Difference(path, "only in first"))
        elif path not in here:
            found.append(Difference(path, "only in second"))
        elif here[path] != there[path]:
            found.append(Difference(path, "kind"))
        elif here[path] == "file":
            found += _compare_files(first / path, second / path, path)
        elif here[path] == "link" and (first / path).readlink() != (second / path).readlink():
            found.append(Difference(path, "content"))
    files = [sum(kind != "folder" for kind in kinds.values()) for kinds in (here, there)]
    return Comparison(files[0], files[1], tuple(found))


def _walk(root: Path) -> Iterator[tuple[str, str]]:
    """Give the path and kind of everything below a folder; links are not followed."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        for entry in os.scandir(root / below):
            path = f"{below}{entry.name}"
            if entry.is_symlink():
                yield path, "link"
            elif entry.is_dir():
                yield path, "folder"
                waiting.append(f"{path}/")
            else:
                yield path, "file"


def _compare_files(first: Path, second: Path, path: str) -> list[Difference]:
    """The first byte at which two files differ, if there is one."""
    offset, line = 0, 1
    with first.open("rb") as one, second.open("rb") as other:
        while True:
            a, b = one.read(_CHUNK), other.read(_CHUNK)
            if a != b:
                common = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
                return [Difference(path, "content", offset + common, line + a.count(b"\n", 0, common))]
            if not a:
                return []
            offset, line = offset + len(a), line + a.count(b"\n")
