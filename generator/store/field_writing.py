"""Values → the YAML of a front matter: every string in double quotes, one fixed order, nothing folded.

Own dumper, because PyYAML's folds Arabic at 80 columns, leaves `y`, `1e3` and `NO` bare and corrupts U+0085. Its output
is read back unchanged by YAML 1.1 and 1.2 readers alike, and no string in it can end its quotes or its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.model.dates import PublicationDate
from generator.store.front_matter import Field, Kind

# What may stand raw between double quotes: printable characters of YAML (§5.1), without the quote and the backslash,
# and without what is invisible or turns the direction of a line around (U+061C, 200B–F, 2028–2E, 2060–6F, FEFF).
# ZWNJ (U+200C) and ZWJ (U+200D) are letters' shapes in Arabic script and stay.
_ESCAPED = re.compile(
    "[^ !#-\\[\\]-~\u00a0-\u061b\u061d-\u200a\u200c\u200d\u2010-\u2027\u202f-\u205f\u2070-\ud7ff\ue000-\ufefe"
    "\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quote(text: str) -> str:
    """A text between double quotes, on one line, as YAML and most of it as JSON reads it."""
    return '"' + _ESCAPED.sub(_escape, without_surrogates(text)) + '"'


def without_surrogates(text: str) -> str:
    """A text with lone surrogates, which are no characters and cannot be written in UTF-8, replaced by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def render_fields(values: Mapping[str, object], fields: Sequence[Field], indent: str = "") -> list[str]:
    """The lines of a mapping, in the table's order. Fields without a value are left out, required ones are null."""
    lines = []
    for field in fields:
        value = values.get(field.name)
        if value is not None:
            lines.extend(_render_field(field, value, indent))
        elif field.required:
            lines.append(f"{indent}{field.name}: null")
    return lines


def _render_field(field: Field, value: object, indent: str) -> list[str]:
    """The lines of one field."""
    head = f"{indent}{field.name}:"
    if field.kind is Kind.RECORD and isinstance(value, Mapping):
        inner = render_fields(value, field.fields, indent + "  ")
        return [head, *inner] if inner else [f"{head} {{}}"]
    if field.kind is Kind.RECORDS and isinstance(value, tuple):
        return [head, *(line for record in value for line in _render_record(record, field, indent))]
    if field.kind is Kind.COUNTS and isinstance(value, tuple):
        return [head, *(f"{indent}  {quote(name)}: {count}" for name, count in value)]
    if field.kind is Kind.TEXTS and isinstance(value, tuple):
        return [head, *(f"{indent}  - {quote(text)}" for text in value)] if value else [f"{head} []"]
    return [f"{head} {_render_scalar(value)}"]


def _render_record(record: Mapping[str, object], field: Field, indent: str) -> list[str]:
    """One mapping of a list: its first line begins with a dash."""
    lines = render_fields(record, field.fields, indent + "    ")
    return [f"{indent}  - {lines[0].lstrip()}", *lines[1:]] if lines else [f"{indent}  - {{}}"]


def _render_scalar(value: object) -> str:
    """A single value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, PublicationDate):
        return quote(value.iso)
    if isinstance(value, tuple):
        return quote("-".join(str(number) for number in value))
    return quote(str(value))


def _escape(match: re.Match[str]) -> str:
    """The escape of one character, in a form that YAML 1.1, YAML 1.2 and JSON share where it has four digits."""
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
