"""A slice as it travels from machine to machine: a folder with its files and one small file that says what they are.

That file is written last: a folder without it is half written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.build.assemble import scan
from generator.build.workplace import write_whole
from generator.errors import MisuseError, Problem
from generator.publish.keyed import Note

RESULT = "result.json"
FILES = "files"
_FORM = 2


@dataclass(frozen=True, slots=True)
class Result:
    """What came of slice `number` of the plan with the digest `plan`: the problems met, the notes and paths of groups
    by name, the paths of copied files, and the size of every file."""

    plan: str
    number: int
    problems: tuple[Problem, ...]
    groups: dict[str, tuple[Note, list[str]]]
    copied: tuple[str, ...]
    sizes: dict[str, int]


def write_result(folder: Path, result: Result) -> None:
    """Write what came of a slice beside its files. Raises OSError."""
    said = {
        "form": _FORM,
        "plan": result.plan,
        "slice": result.number,
        "problems": [each.as_json() for each in result.problems],
        "groups": result.groups,
        "copied": result.copied,
        "sizes": result.sizes,
        "content": _digest_content(folder, result.sizes),
    }
    write_whole(folder / RESULT, json.dumps(said, separators=(",", ":")).encode())


def load_result(folder: Path) -> Result:
    """What came of the slice in `folder`. Raises MisuseError where the folder holds none, or not the whole of it."""
    try:
        said = json.loads((folder / RESULT).read_bytes())
        result, content = _parse(said), str(said["content"])
    except FileNotFoundError:
        there = (folder / FILES).exists() or any(folder.glob(f".{FILES}.*"))
        raise MisuseError(_not_whole(folder, f"no {RESULT}") if there else _no_slice(folder)) from None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise MisuseError(_not_whole(folder, f"a {RESULT} that cannot be read")) from None
    sizes = dict(scan(folder / FILES))
    if sizes != result.sizes:
        raise MisuseError(_not_whole(folder, _say_difference(sizes, result.sizes)))
    if _digest_content(folder, sizes) != content:
        raise MisuseError(_not_whole(folder, "files of the right size with other bytes"))
    return result


def _digest_content(folder: Path, paths: Iterable[str]) -> str:
    """Give the digest of the bytes of a slice's files. Raises OSError."""
    found = sha256()
    for path in sorted(paths):
        found.update(sha256((folder / FILES / path).read_bytes()).digest())
    return found.hexdigest()


def _parse(said: Any) -> Result:
    """The result that plain values say. Raises ValueError, TypeError, KeyError or AttributeError for any others."""
    if said["form"] != _FORM:
        raise ValueError("written by another version of the program")
    sizes = {str(path): int(size) for path, size in said["sizes"].items()}
    groups: dict[str, tuple[Note, list[str]]] = {
        str(name): (dict(note), list(map(str, paths))) for name, (note, paths) in said["groups"].items()
    }
    copied = tuple(map(str, said["copied"]))
    named = {*copied, *(path for _, paths in groups.values() for path in paths)}
    if not named <= sizes.keys() or any(size < 0 for size in sizes.values()):
        raise ValueError("files that are none of the slice's own")
    return Result(
        plan=str(said["plan"]),
        number=int(said["slice"]),
        problems=tuple(Problem.from_json(each) for each in said["problems"]),
        groups=groups,
        copied=copied,
        sizes=sizes,
    )


def _say_difference(found: dict[str, int], told: dict[str, int]) -> str:
    """Say how the files of a slice differ from what is told of them."""
    lost, strange = sorted(told.keys() - found.keys()), sorted(found.keys() - told.keys())
    other = sorted(path for path in told.keys() & found.keys() if told[path] != found[path])
    return "; ".join(
        f"{len(paths):,} {what}, such as {paths[0]}"
        for what, paths in (("missing", lost), ("of another size", other), ("that it does not name", strange))
        if paths
    )


def _not_whole(folder: Path, found: str) -> Problem:
    return Problem(
        code="slice-not-whole",
        what="the slice is not whole",
        path=folder,
        expected=f"{RESULT}, and in {FILES}/ every file that it names",
        found=found,
        cure="make the slice again with `sijill build --slice`, or copy it again",
    )


def _no_slice(folder: Path) -> Problem:
    return Problem(
        code="no-slice",
        what="there is no slice of a site in this folder",
        path=folder,
        expected="a folder that `sijill build --slice … --out` has made",
        found="something else" if folder.exists() else "no such folder",
        cure="name the slices' folders themselves, one after the other",
    )
