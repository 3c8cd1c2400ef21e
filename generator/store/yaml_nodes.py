"""YAML text as a tree of nodes that know their lines, so that every fault can be named where it stands.

Nodes keep what the person wrote (`14:35`, `0123`, `NO` stay text); nothing is constructed, so no tag can run anything.
Not for meaning: the fields' types are read in `field_reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from generator.errors import Problem, Severity

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times as fast where it is built
_STANDARD = "tag:yaml.org,2002:"
_KINDS = {
    "null": "nothing",
    "bool": "a yes or no",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "str": "the text",
    "map": "a mapping",
    "seq": "a list",
    "merge": "a merge key",
    "value": "the text",
}
_OPENING = re.compile(r"[\[{]|[-?](?=\s)")
_SUSPICIOUS = 500
_DEEPEST = 50
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(slots=True)
class Faults:
    """The problems of one file as they are found. `offset` is the number of lines above its YAML."""

    path: Path
    offset: int = 0
    problems: list[Problem] = field(default_factory=list)
    sound: bool = True

    def line_of(self, node: yaml.Node) -> int:
        """The line of the file, from 1, on which a node begins; 0 for a node that stands in no file."""
        return int(node.start_mark.line) + 1 + self.offset if node.start_mark else 0

    def reject(self, code: str, what: str, line: int, *, cure: str, expected: str = "", found: str = "") -> None:
        """Note a fault after which the file's content cannot be used."""
        self.sound = False
        self.problems.append(Problem(code, what, self.path, line or None, expected, found, cure))

    def warn(self, problem: Problem) -> None:
        """Note a problem that leaves the content usable; it gets this file's path."""
        self.problems.append(replace(problem, path=self.path, line=problem.line or None))

    def hint(self, code: str, what: str, line: int, *, expected: str, found: str, cure: str) -> None:
        """Note something that works but may be meant otherwise."""
        self.problems.append(Problem(code, what, self.path, line, expected, found, cure, Severity.HINT))


def compose_yaml(text: str, faults: Faults, *, aliases: bool = False) -> yaml.Node | None:
    """The root node of one YAML document; None where it is empty or broken (then `faults` says why).

    Aliases (`*name`) are refused unless allowed: nothing in content/ needs them, and a few lines of them can stand for
    gigabytes.
    """
    if _is_too_deep(text):
        _reject_whole(faults, f"more than {_DEEPEST} levels")
        return None
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        _reject_broken(text, error, faults)
        return None
    except yaml.reader.ReaderError as error:
        _reject_character(text, error, faults)
        return None
    except UnicodeEncodeError:
        _reject_whole(faults, "lone surrogates")
        return None
    if node is not None and not aliases and ("*" in text) and _has_alias(node, faults):
        return None
    return node


def mapping_pairs(node: yaml.Node, faults: Faults) -> list[tuple[str, yaml.Node, yaml.Node]]:
    """The keys of a mapping as written, each with its node and its value's; a key that stands twice is a fault."""
    seen: dict[str, int] = {}
    pairs: list[tuple[str, yaml.Node, yaml.Node]] = []
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            faults.reject(
                "odd-key",
                "a key is no plain text",
                faults.line_of(key_node),
                expected="a name before the colon",
                found=describe(key_node),
                cure="write `name: value`",
            )
            continue
        key, line = str(key_node.value), faults.line_of(key_node)
        if key in seen:
            faults.reject(
                "duplicate-key",
                f"the key `{key}` stands twice",
                line,
                expected="each key once",
                found=f"`{key}` on line {seen[key]} and on line {line}",
                cure="keep one of the two",
            )
            continue
        seen[key] = line
        pairs.append((key, key_node, value_node))
    return pairs


def is_null(node: yaml.Node) -> bool:
    """Whether a value is YAML's null: nothing, `~` or `null`, unquoted."""
    return isinstance(node, yaml.ScalarNode) and node.tag == _STANDARD + "null"


def is_quoted(node: yaml.Node) -> bool:
    """Whether a value is text beyond doubt: quoted, or plain text that YAML takes for nothing else."""
    return isinstance(node, yaml.ScalarNode) and node.tag == _STANDARD + "str"


def kind_of(node: yaml.Node) -> str:
    """The YAML type of a node without its prefix (`str`, `int`, `seq`, …); a private tag as it is written (`!ENV`)."""
    return str(node.tag).removeprefix(_STANDARD)


def describe(node: yaml.Node) -> str:
    """What stands there, for a report: `a number: 2024`, `a list`, `the text: …` (cut at 60 characters)."""
    kind = _KINDS.get(kind_of(node), f"a value tagged {node.tag}")
    if not isinstance(node, yaml.ScalarNode) or kind == "nothing":
        return kind
    text = " ".join(str(node.value).split())
    return f"{kind}: {text[:60]}{'…' if len(text) > 60 else ''}"


def nodes_below(node: yaml.Node) -> Iterator[yaml.Node]:
    """The nodes directly inside a list or mapping, keys and values alike."""
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value


def _is_too_deep(text: str) -> bool:
    """Whether lists and mappings stand inside each other deeper than anybody means.

    The C parser composes by recursion without a limit, and some ten thousand levels end the process. Only a text with
    that many openings is worth the look.
    """
    if sum(1 for _ in _OPENING.finditer(text)) < _SUSPICIOUS:
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                return True
    except (yaml.YAMLError, UnicodeEncodeError):
        return False  # composing meets the same fault, and reports it
    return False


def _reject_whole(faults: Faults, found: str) -> None:
    """Note a text that cannot be read as YAML at all."""
    faults.reject(
        "broken-yaml",
        "this YAML cannot be read",
        faults.offset + 1,
        expected="a few levels of well-formed Unicode text",
        found=found,
        cure="write it again by hand",
    )


def _has_alias(root: yaml.Node, faults: Faults) -> bool:
    """Whether a node stands in two places of the tree, which only an alias can do; notes the fault."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            faults.reject(
                "yaml-alias",
                "an alias (`*name`) repeats another value",
                faults.line_of(node),
                expected="each value written out",
                found="an anchor `&name` that is used again",
                cure="write the value out in both places",
            )
            return True
        seen.add(id(node))
        waiting.extend(nodes_below(node))
    return False


_OF_TWO_PEOPLE = ("<<<<<<< ", ">>>>>>> ")  # the marks of a conflict in Git's merge


def _reject_broken(text: str, error: yaml.MarkedYAMLError, faults: Faults) -> None:
    """Note a syntax fault with its line and, where it is a common one, its cure."""
    mark = error.problem_mark or error.context_mark
    lines = _LINE_END.split(text)
    number = min(mark.line if mark else 0, len(lines) - 1)
    while number > 0 and not lines[number].strip():
        number -= 1  # the parser names the end of the text; the fault is on the last line that says something
    number = next((at for at, line in enumerate(lines) if line.startswith(_OF_TWO_PEOPLE)), number)
    faults.reject(
        "broken-yaml",
        f"this is not YAML: {error.problem or 'it breaks off'}",
        number + 1 + faults.offset,
        expected="`key: value` on each line",
        found=lines[number].strip()[:80],
        cure=_cure_of(lines[number]),
    )


def _cure_of(line: str) -> str:
    """What most likely mends a line that is not YAML."""
    value = line.partition(":")[2].strip()
    if line.startswith(_OF_TWO_PEOPLE):
        return (
            "Git put here what two people wrote: keep one of the two, and delete its lines <<<<<<<, ======= and >>>>>>>"
        )
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces, not with tabs"
    if value[:1] in ('"', "'") or line.count('"') % 2:
        return 'close the quotation mark, and write \\" for one inside the text'
    if ": " in value or value[:1] in tuple("@`%&*!|>[]{},#?-:"):
        return 'put the value between double quotes: "…"'
    return "look at the line above too: a quotation mark, bracket or colon may be missing"


def _reject_character(text: str, error: yaml.reader.ReaderError, faults: Faults) -> None:
    """Note a control character, which YAML does not allow. The C parser counts bytes, so the character is sought."""
    code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
    place = max(text.find(chr(code)), 0)
    faults.reject(
        "control-character",
        f"a control character stands in the text: U+{code:04X}",
        len(_LINE_END.findall(text, 0, place)) + 1 + faults.offset,
        expected="text without control characters",
        found=f"U+{code:04X}",
        cure="delete it; it is invisible in most editors, so delete and retype the words around it",
    )
