"""YAML nodes → values, type by type, as a table of fields says; every misfit is noted with its line and its cure.

Not for syntax (`yaml_nodes`) and not for what an article needs as a whole (`article_text`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import time
from difflib import get_close_matches

import yaml

from generator.errors import Problem
from generator.model.dates import PublicationDate
from generator.store.foreign_names import FOREIGN_NAMES, LABEL_NAMES
from generator.store.front_matter import Field, Kind
from generator.store.yaml_nodes import Faults, describe, is_null, is_quoted, kind_of, mapping_pairs

Values = dict[str, object]

_DATE_FORMS = '"2025", "2025-06", "2025-06-02" or "2025-06-02T14:35:00+03:00"'
# YAML 1.1 timestamps and ISO 8601, year first; the offset may be written Z, +3, +03, +0300 or +03:00.
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:(?:[Tt]|[ \t]+)(?P<clock>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?[ \t]*(?P<offset>[Zz]|[+-]\d\d?(?::?\d\d)?)?)?)?)?",
    re.ASCII,
)
_ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_SEVERAL = re.compile(r"[,،;؛|\n]\s|[،؛|\n]")  # what may part a text into several
_SPAN = re.compile(r"([1-9]\d{0,17})-([1-9]\d{0,17})", re.ASCII)
_SCALAR_KINDS = {"str", "int", "float", "bool", "timestamp", "value", "merge"}


def read_fields(node: yaml.Node, fields: Sequence[Field], faults: Faults) -> tuple[Values, dict[str, int]]:
    """The values of a mapping's known fields, those that are null or misfit left out, and the line of each key."""
    values: Values = {}
    lines: dict[str, int] = {}
    by_name = {field.name: field for field in fields}
    for key, key_node, value_node in mapping_pairs(node, faults):
        line = faults.line_of(key_node)
        field = by_name.get(key)
        if field is None:
            _note_unknown(key, line, by_name, faults)
            continue
        lines[key] = line
        value = None if is_null(value_node) else _READERS[field.kind](value_node, field, faults)
        if value is not None:
            values[key] = value
    return values, lines


def parse_date(text: str) -> PublicationDate | None:
    """The date that a person wrote year first, in full or reduced precision, any digits; None where it is no such."""
    match = _DATE.fullmatch(text.strip().translate(_ASCII_DIGITS))
    if match is None:
        return None
    day = "-".join(part for part in match.group("year", "month", "day") if part)
    clock = match["clock"]
    try:
        if clock:
            time.fromisoformat(clock + _offset(match["offset"]))
            return PublicationDate(f"{day}T{clock}{_offset(match['offset'])}")
        return PublicationDate(day)
    except ValueError:
        return None


def parse_span(text: str) -> tuple[int, int] | None:
    """The first and the last line that a text such as `1-14` names; None where it is no such."""
    match = _SPAN.fullmatch(text)
    return (int(match[1]), int(match[2])) if match and int(match[1]) <= int(match[2]) else None


def nearest_field(key: str, names: Sequence[str]) -> str | None:
    """The field that a person most likely meant by an unknown key."""
    folded = key.strip().casefold().replace("-", "_").replace(" ", "_")
    meant = (FOREIGN_NAMES.get(folded), *LABEL_NAMES.get(folded, ()))
    known = next((name for name in meant if name in names), None)
    close = get_close_matches(folded.replace("_", "-"), names, n=1, cutoff=0.7)
    close = close or get_close_matches(folded, names, n=1, cutoff=0.7)
    return known or (close[0] if close else None)


def _offset(text: str | None) -> str:
    """A time zone's offset as `+03:00`; empty where there is none."""
    if text is None:
        return ""
    if text in "Zz":
        return "+00:00"
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{text[0]}{hours.zfill(2)}:{minutes}"


def _note_unknown(key: str, line: int, by_name: dict[str, Field], faults: Faults) -> None:
    """Note an unknown key. The rest of the file can be used, unless the key may have been meant to hide the article."""
    meant = nearest_field(key, tuple(by_name))
    faults.warn(
        Problem(
            "unknown-key",
            f"`{key}` is unknown here",
            line=line,
            expected="one of " + ", ".join(by_name),
            found=key,
            cure=f"did you mean `{meant}`?" if meant else "delete the line",
        )
    )
    if meant == "status":
        faults.sound = False


def _misfit(node: yaml.Node, field: Field, expected: str, cure: str, faults: Faults) -> None:
    """Note a value of the wrong type or form."""
    faults.sound = False
    _misfit_element(node, field, expected, cure, faults)


def _misfit_element(node: yaml.Node, field: Field, expected: str, cure: str, faults: Faults) -> None:
    """Note a value of the wrong type or form that can be left out alone."""
    faults.warn(
        Problem(
            "wrong-value",
            f"`{field.name}` is not {expected.split(',', maxsplit=1)[0]}",
            line=faults.line_of(node),
            expected=expected,
            found=describe(node),
            cure=cure,
        )
    )


def _read_text(node: yaml.Node, field: Field, faults: Faults) -> str | None:
    """A text as it was written; a blank one is unknown."""
    text = _scalar(node, field, faults)
    if text is None or not text.strip():
        return None
    if field.fits is not None and not field.fits(text):
        _misfit(node, field, field.form, f"write `{field.name}: {field.example}` in this manner", faults)
        return None
    return text


def _scalar(node: yaml.Node, field: Field, faults: Faults) -> str | None:
    """The letters of a plain or quoted value, whatever YAML makes of them; a hint where it would not say text."""
    if not isinstance(node, yaml.ScalarNode) or kind_of(node) not in _SCALAR_KINDS:
        _misfit(node, field, "a text", f"write `{field.name}: {field.example}` in this manner", faults)
        return None
    text = str(node.value)
    if not is_quoted(node):
        faults.hint(
            "unquoted-text",
            f"`{field.name}` holds what YAML takes for {describe(node).split(':')[0]}; it is read as the text {text!r}",
            faults.line_of(node),
            expected="a text between double quotes",
            found=text,
            cure=f'put it between double quotes: "{text}"',
        )
    return text


def _read_texts(node: yaml.Node, field: Field, faults: Faults) -> tuple[str, ...] | None:
    """A list of texts; one of the wrong form is left out alone, the rest can be used."""
    elements = node.value
    if field.single and isinstance(node, yaml.ScalarNode) and not _SEVERAL.search(str(node.value)):
        elements = [node]
    elif not isinstance(node, yaml.SequenceNode):
        example = f'["{node.value}"]' if isinstance(node, yaml.ScalarNode) else field.example
        _misfit(node, field, "a list of texts", f"write it in brackets: `{field.name}: {example}`", faults)
        return None
    texts = []
    for element in elements:
        if is_null(element):
            _misfit(element, field, "a list of texts", "delete the empty element, or quote it", faults)
            continue
        text = _scalar(element, field, faults)
        if text is not None and text.strip():
            if field.fits is None or field.fits(text):
                texts.append(text)
            else:
                cure = f"write `{field.name}: {field.example}` in this manner, or delete the element"
                _misfit_element(element, field, field.form, cure, faults)
    return tuple(texts)


def _read_date(node: yaml.Node, field: Field, faults: Faults) -> PublicationDate | None:
    """A date, quoted or not: YAML's own dates and times are read from what was written. A blank one is unknown."""
    if isinstance(node, yaml.ScalarNode) and not str(node.value).strip():
        return None
    date = parse_date(str(node.value)) if isinstance(node, yaml.ScalarNode) else None
    if date is None:
        _misfit(
            node,
            field,
            f"a date, year first: {_DATE_FORMS}",
            f'write year, month and day in this order, `{field.name}: "2025-06-02"`, as far as they are known, '
            "or null where the date is unknown",
            faults,
        )
    return date


def _read_choice(node: yaml.Node, field: Field, faults: Faults) -> str | None:
    """One word of the field's list."""
    word = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
    if word in field.choices:
        return word
    close = [choice for choice in field.choices if word.casefold().startswith(choice)]  # English, ar-LY
    close += get_close_matches(word.casefold(), field.choices, n=1, cutoff=0.5)
    cure = f'write `{field.name}: "{close[0]}"`' if close else "choose one of them"
    _misfit(node, field, "one of " + " | ".join(field.choices), cure, faults)
    return None


def _read_flag(node: yaml.Node, field: Field, faults: Faults) -> bool | None:
    """True or false; YAML 1.1's yes, no, on and off count too."""
    if kind_of(node) == "bool":
        return str(node.value).casefold() in ("true", "yes", "on")
    _misfit(node, field, "true or false", f"write `{field.name}: true` or `{field.name}: false`", faults)
    return None


def _read_record(node: yaml.Node, field: Field, faults: Faults) -> Values | None:
    """A mapping with fields of its own; those it requires must be there."""
    if not isinstance(node, yaml.MappingNode):
        _misfit(node, field, "a mapping", "indent its fields below it: " + _names(field.fields), faults)
        return None
    values, lines = read_fields(node, field.fields, faults)
    faulty = {problem.line for problem in faults.problems}
    for inner in field.fields:
        if inner.required and inner.name not in values and lines.get(inner.name) not in faulty:
            faults.reject(
                "missing-key",
                f"`{field.name}` does not say its `{inner.name}`",
                faults.line_of(node),
                expected=_names(tuple(each for each in field.fields if each.required)),
                found=_names_found(values),
                cure=f"add `{inner.name}: {inner.example}`",
            )
    return values


def _read_records(node: yaml.Node, field: Field, faults: Faults) -> tuple[Values, ...] | None:
    """A list of mappings."""
    if not isinstance(node, yaml.SequenceNode):
        _misfit(node, field, "a list of mappings", "begin each with `- `: " + _names(field.fields), faults)
        return None
    records = (_read_record(element, field, faults) for element in node.value)
    return tuple(record for record in records if record is not None)


def _read_counts(node: yaml.Node, field: Field, faults: Faults) -> tuple[tuple[str, int], ...] | None:
    """A mapping of names to whole numbers, in the order written."""
    if not isinstance(node, yaml.MappingNode):
        _misfit(node, field, "a mapping of names to counts", f"write `{field.name}: {field.example}`", faults)
        return None
    counts = []
    for name, _, value in mapping_pairs(node, faults):
        if kind_of(value) != "int" or not re.fullmatch(r"0|[1-9]\d{0,17}", str(value.value), re.ASCII):
            _misfit(value, field, "a mapping of names to counts", "write a whole number", faults)
            continue
        counts.append((name, int(value.value)))
    return tuple(counts)


def _read_span(node: yaml.Node, field: Field, faults: Faults) -> tuple[int, int] | None:
    """First and last line, `"1-14"`."""
    span = parse_span(str(node.value)) if isinstance(node, yaml.ScalarNode) else None
    if span is not None:
        return span
    _misfit(node, field, "a span of lines", 'write the first and the last line: "1-14"', faults)
    return None


def _read_number(node: yaml.Node, field: Field, faults: Faults) -> int | None:
    """A whole number from 1 to 10,000."""
    if (
        kind_of(node) == "int"
        and re.fullmatch(r"[1-9]\d{0,4}", str(node.value), re.ASCII)
        and int(node.value) <= 10_000
    ):
        return int(node.value)
    _misfit(node, field, "a whole number from 1 to 10000", f"write `{field.name}: {field.example}`", faults)
    return None


def _names(fields: Sequence[Field]) -> str:
    return ", ".join(field.name for field in fields)


def _names_found(values: Values) -> str:
    return ", ".join(values) or "nothing"


_READERS: dict[Kind, Callable[[yaml.Node, Field, Faults], object | None]] = {
    Kind.TEXT: _read_text,
    Kind.TEXTS: _read_texts,
    Kind.DATE: _read_date,
    Kind.CHOICE: _read_choice,
    Kind.FLAG: _read_flag,
    Kind.RECORD: _read_record,
    Kind.RECORDS: _read_records,
    Kind.COUNTS: _read_counts,
    Kind.SPAN: _read_span,
    Kind.NUMBER: _read_number,
}
