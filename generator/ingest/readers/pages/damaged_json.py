"""JSON as pages carry it, read in spite of its damage: comments, CDATA, entities, loose commas, raw quotation marks.

Not for JSON documents, which have a reader of their own, nor for what the values mean.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

_LONGEST = 1_000_000
_MOST_VALUES = 50
_MOST_MARKS = 6
_OPENING = re.compile(r"[\s\ufeff]*+(?:(?://|/\*)?[ \t]*+<!\[CDATA\[[ \t]*+(?:\*/)?|<!--+|//(?!<)[^\n]*+\n|[\s\ufeff])")
_ENDING = re.compile(r"(?:(?://|/\*)?[ \t]*\]\]>[ \t]*(?:\*/)?|(?://)?[ \t]*--+>|;)$")
_LONGEST_ENDING = 40
_ESCAPED = re.compile(r"[\[{\s]*&(?:quot|#34|#x22|amp;quot);")
_TOKEN = re.compile(r'"|//[^\n]*|/\*.{0,5000}?\*/|,(?=\s*[}\]])', re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_MARK_WITHIN = re.compile(r'\\(.)|"', re.DOTALL)
_AFTER_STRING = re.compile(r'\s*(?:[}\]:]|,\s*(?:["{\[}\]\-\d]|true|false|null|/[/*])|$)')
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)
_LONE_KEY = re.compile(r'(?<=[,{])\s*"[^"]*"$')
_LONGEST_KEY = 80


def parse_damaged_json(text: str) -> tuple[object, ...]:
    """The values that a script's text holds, one or several; none where it cannot be read. Never raises."""
    if len(text) > _LONGEST:
        return ()
    for mend in (_unwrapped, _unescaped, _mended, _closed):
        values = _parse(mend(text))
        if values:
            return values
    return ()


def _parse(text: str) -> tuple[object, ...]:
    """One value, or several behind one another, with or without commas between them."""
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = 0
    try:
        while at < len(text) and len(values) < _MOST_VALUES:
            while at < len(text) and (text[at].isspace() or text[at] in ",;\ufeff"):
                at += 1
            if at < len(text):
                value, at = decoder.raw_decode(text, at)
                values.append(value)
    except (ValueError, RecursionError):
        return ()
    return tuple(values)


def _unwrapped(text: str) -> str:
    """Without the comments and CDATA marks around it."""
    for _ in range(_MOST_MARKS):
        opening = _OPENING.match(text)
        if opening is None:
            break
        text = text[opening.end() :]
    for _ in range(_MOST_MARKS):
        text = text.rstrip()
        tail = text[-_LONGEST_ENDING:]
        ending = _ENDING.search(tail)
        if ending is None:
            break
        text = text[: len(text) - len(tail) + ending.start()]
    return text


def _unescaped(text: str) -> str:
    """Entities undone, where the quotation marks of the structure are entities."""
    text = _unwrapped(text)
    return html.unescape(text) if _ESCAPED.match(text) else text


def _mended(text: str) -> str:
    """Without comments and loose commas; marks and bad escapes within strings escaped."""
    return "".join(_mend(_unescaped(text)))


def _mend(text: str) -> Iterator[str]:
    at = 0
    while (token := _TOKEN.search(text, at)) is not None:
        yield text[at : token.start()]
        if token[0] == '"':
            end = _end_of_string(text, token.end())
            yield _string(text[token.end() : end])
            at = end + 1
        else:
            at = token.end()
    yield text[at:]


def _end_of_string(text: str, start: int) -> int:
    """Where the string ends that begins at `start`: at the first mark after which the structure can go on."""
    at = start
    while (at := text.find('"', at)) >= 0:
        escapes = 0
        while at - escapes > start and text[at - escapes - 1] == "\\":
            escapes += 1
        if escapes % 2 == 0 and _AFTER_STRING.match(text, at + 1):
            return at
        at += 1
    return len(text)


def _string(inner: str) -> str:
    inner = _BAD_ESCAPE.sub("", inner)
    return f'"{_MARK_WITHIN.sub(_escaped, inner)}"'


def _escaped(match: re.Match[str]) -> str:
    return match[0] if match[1] else '\\"'


def _closed(text: str) -> str:
    """Closed where it was cut off."""
    text = _mended(text)
    open_: list[str] = []
    for token in _STRUCTURE.finditer(text):
        if token[0] in "{[":
            open_.append("}" if token[0] == "{" else "]")
        elif token[0] in "}]" and open_:
            open_.pop()
    text = text.rstrip(", :\t\r\n")
    tail = text[-_LONGEST_KEY:]
    key = _LONE_KEY.search(tail)
    if key is not None:
        text = text[: len(text) - len(tail) + key.start()].rstrip(", ")
    return text + "".join(reversed(open_))
