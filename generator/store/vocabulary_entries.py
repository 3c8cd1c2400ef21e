"""The entries of a vocabulary file, each with its values and lines; what is wrong with one is told, and the rest read.

Not for what the entries mean (`vocabulary`, `publishers`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.errors import Severity
from generator.store.configuration import load_yaml
from generator.store.field_reading import Values, read_fields
from generator.store.vocabulary_fields import VocabularyFile
from generator.store.yaml_nodes import Faults, describe


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its values, the file and the line on which it begins, the line of each of its keys, and whether all of
    it could be read as it is meant to be written."""

    values: Values
    path: Path
    line: int
    lines: dict[str, int]
    sound: bool = True


def read_entries(root: Path, path: Path, file: VocabularyFile) -> tuple[list[Entry], Faults]:
    """The entries of a file that holds a list; those without what they need are left out, and a second of one id."""
    node, faults = load_yaml(root, path)
    if node is None:
        return [], faults
    if not isinstance(node, yaml.SequenceNode):
        faults.reject(
            "no-list",
            f"{path.name} is no list of concepts",
            faults.line_of(node),
            expected="`- id: …` for each concept",
            found=describe(node),
            cure="begin each concept with `- `",
        )
        return [], faults
    found: dict[str, Entry] = {}
    for element in node.value:
        entry = read_entry(element, file, faults)
        if entry is None:
            continue
        first = found.setdefault(str(entry.values["id"]), entry)
        if first is not entry:
            _reject_twice(str(entry.values["id"]), first.line, entry.line, faults)
    return list(found.values()), faults


def read_entry(
    element: yaml.Node, file: VocabularyFile, faults: Faults, *, known: Values | None = None
) -> Entry | None:
    """One entry; None where it is no mapping or lacks what it must have. `known` is what it need not say itself."""
    line = faults.line_of(element)
    if not isinstance(element, yaml.MappingNode):
        found, cure = describe(element), "write `- id: …`, and below it `  ar: …` and `  en: …`"
        if known:
            cure = "write `ar: …` and `en: …`, each on a line of its own"
        faults.reject("no-mapping", "this is no concept", line, expected="`id: …`, `ar: …`", found=found, cure=cure)
        return None
    before = len(faults.problems)
    written, lines = read_fields(element, file.fields, faults)
    values = (known or {}) | written
    missing = [field for field in file.fields if field.required and field.name not in values]
    if missing and len(faults.problems) == before:
        faults.reject(
            "missing-key",
            f"the concept {values.get('id', '')} lacks " + " and ".join(f"`{field.name}`" for field in missing),
            line,
            expected=", ".join(
                field.name for field in file.fields if field.required and field.name not in (known or {})
            ),
            found=", ".join(written) or "nothing",
            cure="add " + " and ".join(f"`{field.name}: {field.example}`" for field in missing) + " in this manner",
        )
    sound = all(problem.severity is not Severity.ERROR for problem in faults.problems[before:])
    return None if missing else Entry(values, faults.path, line, lines, sound)


def _reject_twice(concept: str, first: int, second: int, faults: Faults) -> None:
    faults.reject(
        "duplicate-id",
        f"the id {concept} stands twice",
        second,
        expected="each id once",
        found=f"line {first} and line {second}",
        cure="make one of the two",
    )
