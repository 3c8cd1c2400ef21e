"""Faults: `Problem` is a fault as a value, gathered and reported together; an exception means stop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any


class Severity(StrEnum):
    """How much a problem matters: an error needs a person, a warning deserves one, a hint can wait."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault, told so that a person can mend it.

    `path` is relative to the archive's root where the file lies below it; `line` counts from 1 and is None where the
    fault has no line; `record` names the one article that is meant of a document's several. `code` is a stable
    kebab-case name for machines. The five words of a good report are all here: what, where (path, line, record),
    expected, found, cure.
    """

    code: str
    what: str
    path: Path | None = None
    line: int | None = None
    expected: str = ""
    found: str = ""
    cure: str = ""
    severity: Severity = Severity.ERROR
    record: str = ""

    @property
    def where(self) -> str:
        """`path:line`, `path`, each with `, record …` behind it where one of several is meant, or the empty string."""
        if self.path is None:
            return ""
        place = self.path.as_posix() if self.line is None else f"{self.path.as_posix()}:{self.line}"
        return f"{place}, record {self.record}" if self.record else place

    def __str__(self) -> str:
        """The problem in lines of plain text, as the command line prints it."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        rows = [f"{self.severity}: {visible(head)}"]
        for name, value in (("expected", self.expected), ("found", self.found), ("cure", self.cure)):
            if value:
                rows.append(f"  {name}: {visible(value)}")
        return "\n".join(rows)

    def as_json(self) -> dict[str, str | int | None]:
        """The problem as a JSON object with stable keys."""
        return {
            "severity": self.severity.value,
            "code": self.code,
            "path": None if self.path is None else self.path.as_posix(),
            "line": self.line,
            "record": self.record,
            "what": self.what,
            "expected": self.expected,
            "found": self.found,
            "cure": self.cure,
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Problem:
        """The problem that `as_json` told. Raises KeyError, ValueError or TypeError where `told` is none."""
        path = told["path"]
        return cls(
            code=told["code"],
            what=told["what"],
            path=None if path is None else Path(path),
            line=told["line"],
            expected=told["expected"],
            found=told["found"],
            cure=told["cure"],
            severity=Severity(told["severity"]),
            record=told.get("record", ""),
        )


def visible(text: str) -> str:
    """The text on one line with escapes for what cannot be seen: what is quoted must not steer a terminal."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "surrogatepass").decode() for sign in text
    )


class SijillError(Exception):
    """Stop: the program cannot go on. Carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class MisuseError(SijillError):
    """The command was called wrongly, or on a folder that is no archive (exit code 2)."""


class ConfigurationError(SijillError):
    """mkdocs.yml or a vocabulary file is broken: nothing sound can be built (exit code 2)."""


class UnreadableError(SijillError):
    """One source document cannot be read as text; it is set aside and the rest goes on."""
