"""Front matter in YAML that other programs wrote, as plain values: tolerant, since nobody here decides what is right.

Scalars stay as they were written, nothing is constructed, and a text that is no YAML is read line by line. Not for the
archive's own articles, whose front matter is strict (`article_text`).
"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from generator.errors import Problem, Severity
from generator.store.yaml_nodes import Faults, compose_yaml, is_null
from generator.text.surrogates import join_escapes

_MOST_NODES = 2000
_DEEPEST = 20
_LINE = re.compile(r"(?P<key>[^\s:#\-\[{\"'][^:=]{0,60}?|\"[^\"]{1,60}\"|'[^']{1,60}')\s*[:=](?:\s+(?P<value>.*))?\Z")
_ELEMENT = re.compile(r"\s*-\s+(?P<value>.*)\Z")
_FLOW_LIST = re.compile(r"\[(?P<inside>.*)\]\s*\Z")


def read_foreign_yaml(text: str, path: Path, above: int) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The values of front matter: texts, None, lists and mappings of them, in the order written; and what was wrong.

    `above` is the number of lines above it in the file `path`. Aliases are followed as far as a few thousand values.
    """
    faults = Faults(path, offset=above)
    node = compose_yaml(join_escapes(text), faults, aliases=True)
    if isinstance(node, yaml.MappingNode):
        return _plain_mapping(node, path, above)
    if node is None and not faults.problems:
        return {}, ()
    values = read_lines(text)
    first = faults.problems[0] if faults.problems else None
    problem = Problem(
        "broken-front-matter",
        "the front matter is not sound YAML; it was read line by line",
        path,
        first.line if first else above + 1,
        expected=first.expected if first else "`key: value` on each line",
        found=first.found if first else "no mapping",
        cure=first.cure if first else "write one `key: value` a line",
        severity=Severity.WARNING,
    )
    return values, (problem,)


def read_lines(text: str) -> dict[str, object]:
    """The values of lines such as `key: value` or `key = "value"`, with lists below them; other lines go on with the
    value above. No letter is lost: what stands below no key is under the empty one."""
    values: dict[str, object] = {}
    key = ""
    for line in text.splitlines():
        element, pair = _ELEMENT.match(line), _LINE.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if element is not None and key:
            values[key] = [*_listed(values.get(key)), _unquoted(element["value"])]
        elif pair is not None:
            key = _unquoted(pair["key"])
            values[key] = _joined(values.get(key), _value(pair["value"] or ""))
        else:
            values[key] = _joined(values.get(key), line.strip())
    return values


def _plain_mapping(node: yaml.MappingNode, path: Path, above: int) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The values of a mapping, each key's as far as a number of values of its own: one does not cost the others."""
    values: dict[str, object] = {}
    large = ""
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        budget = _Budget()
        value = budget.plain(value_node, 0)
        values[key] = _joined(values.get(key), value) if key in values else value
        large = large or (key if budget.left < 0 else "")
    return values, ((_too_much(path, above, large),) if large else ())


def _value(text: str) -> object:
    flow = _FLOW_LIST.match(text.strip())
    if flow is not None:
        return [_unquoted(part) for part in flow["inside"].split(",") if part.strip()]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _listed(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    return [value] if value else []


def _joined(before: object, value: object) -> object:
    """A value after one that stands there already: texts go on, lists get longer."""
    if not before:
        return value
    if isinstance(before, str) and isinstance(value, str):
        return f"{before} {value}".strip()
    return [*_listed(before), *_listed(value)]


def _too_much(path: Path, above: int, key: str) -> Problem:
    return Problem(
        "large-front-matter",
        f"`{key}` holds more values than were read",
        path,
        above + 1,
        expected=f"at most {_MOST_NODES:,} values below one key",
        found="more",
        cure="leave out what does not belong to the article",
        severity=Severity.WARNING,
    )


class _Budget:
    """How many values may still be made: aliases can make a few lines stand for gigabytes."""

    def __init__(self) -> None:
        self.left = _MOST_NODES

    def plain(self, node: yaml.Node, depth: int) -> object:
        """The plain value of a node; None where there are too many, or too deep."""
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST or is_null(node):
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(element, depth + 1) for element in node.value[: self.left + 1]]
        if isinstance(node, yaml.MappingNode):
            values: dict[str, object] = {}
            for key_node, value_node in node.value[: self.left + 1]:
                key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
                value = self.plain(value_node, depth + 1)
                values[key] = _joined(values.get(key), value) if key in values else value
            return values
        return str(node.value)
