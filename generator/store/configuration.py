"""The files that configure the archive as a whole: read with their lines, and refused as one clear message.

Shared by `settings`, `vocabulary` and `words`; each knows what its own files mean.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml

from generator.errors import ConfigurationError, Problem, Severity
from generator.store.yaml_nodes import Faults, compose_yaml


def load_yaml(root: Path, path: Path, *, aliases: bool = False) -> tuple[yaml.Node | None, Faults]:
    """The root node of the file `path` below `root`, None where it is missing, empty or broken, and its faults."""
    faults = Faults(path)
    try:
        raw = (root / path).read_bytes()
    except FileNotFoundError:
        return None, faults
    except OSError as error:
        faults.reject(
            "unreadable-file",
            f"the file cannot be read: {error.strerror}",
            1,
            expected="a file that you may read",
            found=type(error).__name__,
            cure="look whether it is a file, and whether you may read it",
        )
        return None, faults
    return compose_raw(raw, faults, aliases=aliases), faults


def compose_raw(raw: bytes, faults: Faults, *, aliases: bool = False) -> yaml.Node | None:
    """The root node of the YAML that some bytes hold; None where they are empty or broken, which is noted."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{error.object[error.start]:02X}"
        cure = "save it again as UTF-8"
        faults.reject("not-utf-8", "the file is not UTF-8", line, expected="UTF-8", found=found, cure=cure)
        return None
    return compose_yaml(text, faults, aliases=aliases)


def configuration_files(root: Path) -> tuple[Path, ...]:
    """Give mkdocs.yml of the archive at `root` and the files it takes settings from (`INHERIT`), in that order.

    A file that is missing or broken is given, and leads no further.
    """
    found: list[Path] = []
    path = root / "mkdocs.yml"
    while path not in found:
        found.append(path)
        node, _ = load_yaml(path.parent, Path(path.name), aliases=True)
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        parents = [value.value for key, value in pairs if key.value == "INHERIT" and isinstance(value, yaml.ScalarNode)]
        if parents:
            path = Path(os.path.normpath(path.parent / parents[0]))
    return tuple(found)


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raise ConfigurationError with the first error among `problems`, saying how many more there are."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors:
        return
    more = f" (and {len(errors) - 1} more: `sijill check` lists them)" if len(errors) > 1 else ""
    raise ConfigurationError(replace(errors[0], what=errors[0].what + more))


def engine_refused(complaint: str) -> Problem:
    """The problem of a mkdocs.yml that the engine cannot use; `complaint` is what it says of it."""
    return Problem(
        code="mkdocs-refused",
        what="MkDocs cannot use mkdocs.yml",
        path=Path("mkdocs.yml"),
        expected="a file that MkDocs can read and folders that exist",
        found=" ".join(complaint.split()) or "no reason given",
        cure="correct what is named above; the program's own mkdocs.yml shows every setting",
    )
