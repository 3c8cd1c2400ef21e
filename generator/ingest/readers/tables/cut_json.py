"""What can be read of an object of JSON that breaks off: its members up to the cut, the one that is cut with its name.

Only for a text that ends within the object; whether the cut member is of use its reader decides: half a text is an
excerpt, half a date a wrong date. Not for objects that are broken otherwise (`json_objects.mend_object`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?P<end>"|\\?+\Z)|[{}\[\],:]', re.DOTALL)
_HALF = r"\\u[dD][89abAB][0-9a-fA-F]{2}"
_CUT_ESCAPE = re.compile(rf"(?<!\\)(?:\\\\)*+(?P<cut>(?:{_HALF})?\\(?:u[0-9a-fA-F]{{0,3}})?|{_HALF})\Z")


@dataclass(frozen=True, slots=True)
class CutObject:
    """The members of an object as far as they are there; `name`: the one that the cut goes through, empty where it is
    between two."""

    members: dict[str, object]
    name: str = ""


@dataclass(slots=True)
class _Open:
    """A list or object that is open: how it is closed, the name of the member that is read, and whether a value has
    to follow."""

    end: str
    name: str = ""
    wants_value: bool = False


def read_cut_object(text: str, decode: Callable[[str], object]) -> CutObject | None:
    """The object with which `text` begins and in which it ends; None where it is none, ends before, or has nothing."""
    opened, whole, cut = _walk(text)
    if not opened:
        return None
    within = cut or len(opened) > 1 or opened[0].wants_value
    closing = "".join(each.end for each in reversed(opened))
    try:
        members = decode(f"{whole}{closing}")
    except (ValueError, RecursionError):
        return None
    if not isinstance(members, dict) or not members:
        return None
    return CutObject(members, opened[0].name if within else "")


def told_cut(text: str) -> str:
    """What is told of a text that breaks off: its last words."""
    return f"the end in the middle of a record: {' '.join(text[-60:].split())}"


def _walk(text: str) -> tuple[list[_Open], str, bool]:
    """What is open at the end of `text`, the text up to where it can be closed, and whether that is within a value;
    nothing where it is no object that breaks off."""
    opened: list[_Open] = []
    safe, before = 0, ""  # behind this place all could be closed; the token before
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if not sign.startswith('"'):
            if not _take(sign, before, opened):
                return [], "", False
            safe = safe if sign == ":" else token.start() if sign == "," else token.end()
        elif opened and opened[-1].end == "}" and not opened[-1].wants_value:
            opened[-1].name = _name(sign)
        elif opened and token["end"] != '"':
            return opened, f"{text[: token.start()]}{_closed(sign)}", True
        elif opened:
            opened[-1].wants_value = False
            safe = token.end()
        before = sign
    return opened, text[:safe], False


def _take(sign: str, before: str, opened: list[_Open]) -> bool:
    """Note a sign between values; False where it ends the whole, or stands where it cannot."""
    if sign in "{[":
        opened.append(_Open("}" if sign == "{" else "]"))
        return True
    if not opened or (sign == ":" and not before.startswith('"')):
        return False
    if sign in "}]":
        opened.pop()
        if not opened:
            return False
    opened[-1].wants_value = sign == ":"
    return True


def _closed(string: str) -> str:
    """A string that breaks off, without what is left of its last escape."""
    cut = _CUT_ESCAPE.search(string, max(0, len(string) - 40))
    return f'{string[: cut.start("cut")] if cut else string}"'


def _name(written: str) -> str:
    try:
        return str(json.loads(written, strict=False))
    except ValueError:
        return written.strip('"')
