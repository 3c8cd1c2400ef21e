"""The quick way through front matter in the forms in which the program itself writes it: no YAML parser, no faults.

Whatever is not of these forms to the letter, or would be noted as a fault, is left to `yaml_nodes` and `field_reading`;
that both give the same is a property test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from generator.store.field_reading import Values, parse_date, parse_span
from generator.store.front_matter import Field, Kind

# A text between double quotes without any escape in it.
_TEXT = r'"[^"\\]*"'
_QUOTED = re.compile(_TEXT)
_LIST = re.compile(rf"\[(?:{_TEXT}(?:, {_TEXT})*)?\]")
_COUNT = re.compile(rf"(?P<name>{_TEXT}): (?P<count>0|[1-9][0-9]{{0,17}})")
_LONGEST_NAME = 200


class _OddError(Exception):
    """A form that is not for the quick way."""


def read_plain_fields(front: str, fields: Mapping[str, Field], first_line: int) -> tuple[Values, dict[str, int]] | None:
    """Give the values of front matter and the line of each key as `field_reading.read_fields` gives them, or None where
    the front matter is not plain. `fields` are those that may stand there, by name; `first_line` is the line of the
    file on which it begins."""
    if not front.replace("\n", "").isprintable():
        return None
    lines = front.split("\n")
    if lines[-1] == "":
        lines.pop()
    try:
        values, places = _read(lines, "", fields)
    except _OddError:
        return None
    return values, {name: place + first_line for name, place in places.items()}


def _read(lines: list[str], indent: str, fields: Mapping[str, Field]) -> tuple[Values, dict[str, int]]:
    """Give the values of a mapping whose keys are indented so, and the number of each key's line, from 0."""
    values: Values = {}
    places: dict[str, int] = {}
    deeper = f"{indent}  "
    number = 0
    while number < len(lines):
        field, written = _split(lines[number], indent, fields)
        if field.name in places:
            raise _OddError
        places[field.name] = number
        number += 1
        below = []
        while not written and number < len(lines) and lines[number].startswith(deeper):
            below.append(lines[number])
            number += 1
        value = _read_below(below, deeper, field) if below else _read_value(written, field)
        if value is not None:
            values[field.name] = value
    if not places:
        raise _OddError
    return values, places


def _split(line: str, indent: str, fields: Mapping[str, Field]) -> tuple[Field, str]:
    """Give the field of a line and what is written behind its colon."""
    key, colon, written = line[len(indent) :].partition(":")
    field = fields.get(key)
    if field is None or not colon or not line.startswith(indent) or (written and written[0] != " "):
        raise _OddError
    return field, written[1:]


def _read_value(written: str, field: Field) -> object | None:
    """Give the value that stands on one line with its key."""
    if written == "null":
        return None
    if field.kind is Kind.TEXTS:
        if not _LIST.fullmatch(written):
            raise _OddError
        return _texts(_QUOTED.findall(written), field)
    if field.kind is Kind.FLAG and written in ("true", "false"):
        return written == "true"
    return _READERS.get(field.kind, _refuse)(_unquote(written), field)


def _read_below(lines: list[str], indent: str, field: Field) -> object | None:
    """Give the value that stands, indented so, on the lines below its key."""
    if field.kind is Kind.RECORD:
        values, _ = _read(lines, indent, {inner.name: inner for inner in field.fields})
        if any(inner.required and inner.name not in values for inner in field.fields):
            raise _OddError
        return values
    if field.kind is Kind.TEXTS and all(line.startswith(f"{indent}- ") for line in lines):
        return _texts([line[len(indent) + 2 :] for line in lines], field)
    if field.kind is Kind.COUNTS:
        return _counts([line[len(indent) :] for line in lines])
    raise _OddError


def _counts(lines: list[str]) -> tuple[tuple[str, int], ...]:
    """Give counts by name, each on a line."""
    counts: dict[str, int] = {}
    for line in lines:
        match = _COUNT.fullmatch(line)
        if match is None or match["name"][1:-1] in counts or len(match["name"]) > _LONGEST_NAME:
            raise _OddError
        counts[match["name"][1:-1]] = int(match["count"])
    return tuple(counts.items())


def _unquote(written: str) -> str:
    """Give the text between double quotes."""
    if not _QUOTED.fullmatch(written):
        raise _OddError
    return written[1:-1]


def _texts(written: Sequence[str], field: Field) -> tuple[str, ...]:
    texts = [text for text in map(_unquote, written) if text.strip()]
    if field.fits is not None and not all(map(field.fits, texts)):
        raise _OddError
    return tuple(texts)


def _text(text: str, field: Field) -> str | None:
    if not text.strip():
        return None
    if field.fits is not None and not field.fits(text):
        raise _OddError
    return text


def _date(text: str, _field: Field) -> object | None:
    if not text.strip():
        return None
    date = parse_date(text)
    if date is None:
        raise _OddError
    return date


def _choice(text: str, field: Field) -> str:
    if text not in field.choices:
        raise _OddError
    return text


def _span(text: str, _field: Field) -> tuple[int, int]:
    span = parse_span(text)
    if span is None:
        raise _OddError
    return span


def _refuse(_text: str, _field: Field) -> object:
    raise _OddError


_READERS: dict[Kind, Callable[[str, Field], object | None]] = {
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.SPAN: _span,
}
