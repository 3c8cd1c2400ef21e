"""JSON that a script carries: assigned to a name, given to a function, exported, or behind a guard against scripts.

Not for the JSON itself (`json_objects`), nor for scripts that make their values by running.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

_NAME = r"[\w$]++(?:\.[\w$]++|\[(?:\"[^\"\n]{1,100}\"|'[^'\n]{1,100}')\])*+"
_BEGINS = re.compile(
    r"(?:\s|\ufeff|//[^\n]*\n|/\*(?:[^*]|\*(?!/)){0,5000}\*/|<!--[^\n]*\n|['\"]use strict['\"];?)*+"
    r"(?:\)\]\}'?,?\s*|(?:while|for)\s*\([^()\n]{0,9}\)\s*;\s*|throw\s+[^;\n]{1,20};\s*)?"
    rf"(?:(?:export\s+)?(?:(?:var|let|const)\s+)?{_NAME}\s*=\s*(?:{_NAME}\s*(?:\|\||\?\?)\s*)?|export\s+default\s*|"
    rf"(?:typeof\s+{_NAME}\s*===?\s*['\"]function['\"]\s*&&\s*)?{_NAME}\s*\(\s*)?"
    r"(?P<json>\[\s*[\[{\]]|\{\s*[\"}]|JSON\.parse\(\s*[\"'`])"
)
# Where a value may begin behind one that has ended.
_NEXT = re.compile(r"(?:[=(]|\b(?:default|return|\|\||\?\?))\s*(?=\[\s*[\[{\]]|\{\s*[\"}])|JSON\.parse\(\s*(?=[\"'`])")
_STRING = re.compile(r"""(["'`])(?P<inner>(?:(?!\1)[^\\]|\\.)*+)\1""", re.DOTALL)
_IN_STRING = re.compile(r"""\\(?P<escape>x[0-9a-fA-F]{2}|\r?\n|.)|["\n\r\t]""", re.DOTALL)
_JSON_ESCAPES = frozenset('"\\/bfnrtu')
_PLAIN = {'"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value begins in a script; `quoted` where it is a text that holds JSON."""

    at: int
    quoted: bool = False


def is_script(head: str) -> bool:
    """Whether a text begins as a script whose first statement carries JSON; JSON by itself is none."""
    found = _BEGINS.match(head)
    return found is not None and head[: found.start("json")].strip("\ufeff \t\r\n") != ""


def find_first(text: str, start: int) -> Place | None:
    """Where the first value of a script begins; None where there is none."""
    found = _BEGINS.match(text, start)
    if found is None:
        return None
    quoted = found["json"].startswith("JSON")
    return Place(found.end() - 1 if quoted else found.start("json"), quoted)


def find_next(text: str, start: int) -> Place | None:
    """Where the next value of a script begins behind one that has ended; None where there is none."""
    found = _NEXT.search(text, start)
    return None if found is None else Place(found.end(), found[0].startswith("JSON"))


def read_string(text: str, start: int) -> tuple[str, int] | None:
    """The text that a string of JavaScript (ECMAScript 12.9.4) stands for, and its end; None where it has none."""
    found = _STRING.match(text, start)
    if found is None:
        return None
    try:
        return str(json.loads(f'"{_IN_STRING.sub(_as_json, found["inner"])}"')), found.end()
    except ValueError:
        return None


def _as_json(found: re.Match[str]) -> str:
    escape = found["escape"]
    if escape is None:
        return _PLAIN[found[0]]
    if escape[0] == "x" and len(escape) > 1:
        return f"\\u00{escape[1:]}"
    if escape in ("\n", "\r\n"):
        return ""
    return found[0] if escape in _JSON_ESCAPES else escape
