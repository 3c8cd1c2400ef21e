"""The mapping of a table's columns to the fields of articles, as a person writes it in YAML beside the table.

Not for where mappings lie (`mapping_places`), nor for guessing columns that nobody mapped, nor for the table itself
(`generator.ingest.readers`).
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from generator.errors import Problem, Severity, UnreadableError
from generator.store.configuration import compose_raw, load_yaml
from generator.store.foreign_names import FOREIGN_NAMES
from generator.store.yaml_nodes import Faults, describe, is_null, mapping_pairs

_Word = TypeVar("_Word", bound=StrEnum)


class DateOrder(StrEnum):
    """In which order a table's dates name day, month and year where they are written in numbers."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    YEAR_FIRST = "year-first"
    SERIAL = "excel-serial"


class BodyFormat(StrEnum):
    """What the text of a body is."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class FieldMapping:
    """Where one field comes from: the first of `columns` that says anything, else the constant `value`.

    `separator` parts a list. Without columns and value the field is taken from nowhere.
    """

    columns: tuple[str, ...] = ()
    value: str | None = None
    separator: str | None = None


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What a person said about a table. Each of `fields` is one of MAPPED_FIELDS; a field that is not among them is
    guessed. `header` names the columns of a table that has no row of names; `skip` are columns left out knowingly."""

    path: Path
    fields: tuple[tuple[str, FieldMapping], ...] = ()
    date_order: DateOrder | None = None
    separator: str | None = None
    format: BodyFormat | None = None
    records: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


# Each field with what it holds; docs/formats/tables.md shows them.
MAPPED_FIELDS = {
    "title": "the headline",
    "kicker": "the short line above the headline",
    "description": "the summary or standfirst",
    "body": "the text itself",
    "date": "the day of publication",
    "year": "the year of publication, where year, month and day have a column each",
    "month": "its month, in numbers or by name",
    "day": "its day",
    "updated": "the day of the last change",
    "taken": "the day on which the table was made or the page was copied; never the date of the article",
    "lang": "the language",
    "source": "who published it",
    "authors": "who wrote it",
    "translator": "who translated it",
    "dateline": "the place it was reported from",
    "section": "the section of the paper",
    "tags": "keywords",
    "url": "the article's own address",
    "rights": "under which terms it may be used",
    "status": "published, draft or withdrawn",
    "aliases": "further addresses that lead to it",
    "id": "the number or code that names it in the table",
    "original_publisher": "who published what was translated",
    "original_url": "the address of what was translated",
    "original_lang": "the language of what was translated",
    "original_title": "the title of what was translated",
}
_SETTINGS = tuple(each.name for each in fields(TableMapping) if each.name not in ("path", "fields"))
_FIELD_KEYS = ("columns", "value", "separator")
_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|", "\\t": "\t"}
_FOREIGN = FOREIGN_NAMES | {"text": "body", "content": "body", "link": "url", "crawled": "taken", "key": "id"}


def load_mapping(root: Path, path: Path) -> TableMapping:
    """The mapping in the file `path` below `root`. Raises UnreadableError where it cannot be used: a table that is read
    otherwise than a person meant would fill the archive with wrong fields."""
    return _usable(*read_mapping(root, path))


def parse_mapping(raw: bytes, path: Path) -> TableMapping:
    """The mapping that some bytes hold, which are found at `path`. Raises UnreadableError as `load_mapping` does."""
    faults = Faults(path)
    return _usable(*_read_node(compose_raw(raw, faults), path, faults, "an empty file"))


def _usable(mapping: TableMapping, problems: tuple[Problem, ...]) -> TableMapping:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more faults)" if len(errors) > 1 else ""
        raise UnreadableError(replace(errors[0], what=errors[0].what + more))
    return mapping


def read_mapping(root: Path, path: Path) -> tuple[TableMapping, tuple[Problem, ...]]:
    """What could be read of the mapping in the file `path` below `root`, and every problem of it."""
    node, faults = load_yaml(root, path)
    return _read_node(node, path, faults, "an empty file" if (root / path).is_file() else "no such file")


def _read_node(
    node: yaml.Node | None, path: Path, faults: Faults, empty: str
) -> tuple[TableMapping, tuple[Problem, ...]]:
    if node is None:
        if not faults.problems:
            _no_mapping(faults, 1, empty)
        return TableMapping(path), tuple(faults.problems)
    if not isinstance(node, yaml.MappingNode):
        _no_mapping(faults, faults.line_of(node), describe(node))
        return TableMapping(path), tuple(faults.problems)
    return _read_root(node, path, faults), tuple(faults.problems)


def _read_root(node: yaml.MappingNode, path: Path, faults: Faults) -> TableMapping:
    found: list[tuple[str, FieldMapping]] = []
    settings: dict[str, yaml.Node] = {}
    for key, key_node, value in mapping_pairs(node, faults):
        if key in MAPPED_FIELDS:
            mapped = _read_field(key, value, faults)
            if mapped is not None:
                found.append((key, mapped))
        elif key in _SETTINGS:
            settings[key] = value
        else:
            _unknown(key, faults.line_of(key_node), (*MAPPED_FIELDS, *_SETTINGS), faults)
    return TableMapping(
        path,
        tuple(found),
        _read_word(settings, "date_order", DateOrder, faults),
        _read_text(settings, "separator", faults),
        _read_word(settings, "format", BodyFormat, faults),
        _read_text(settings, "records", faults),
        _read_encoding(settings, faults),
        _read_delimiter(settings, faults),
        _read_names(settings.get("header"), "header", faults),
        _read_names(settings.get("skip"), "skip", faults),
    )


def _read_field(name: str, node: yaml.Node, faults: Faults) -> FieldMapping | None:
    """One field: a column, several columns, or a mapping with `columns`, `value`, `separator`; null is nowhere."""
    if is_null(node):
        return FieldMapping()
    if not isinstance(node, yaml.MappingNode):
        columns = _read_names(node, name, faults)
        return FieldMapping(columns) if columns else None
    parts: dict[str, yaml.Node] = {}
    for key, key_node, value in mapping_pairs(node, faults):
        if key in _FIELD_KEYS:
            parts[key] = value
        else:
            _unknown(key, faults.line_of(key_node), _FIELD_KEYS, faults)
    mapped = FieldMapping(
        _read_names(parts.get("columns"), f"{name}: columns", faults),
        _read_text(parts, "value", faults),
        _read_text(parts, "separator", faults),
    )
    if not mapped.columns and mapped.value is None:
        _reject(
            faults,
            node,
            f"`{name}` says neither from which column it comes nor what it is",
            f"`{name}: name of a column`, or `{name}: {{value: the same for all}}`",
            "write the column's name, or `value`",
        )
    return mapped


def _read_names(node: yaml.Node | None, name: str, faults: Faults) -> tuple[str, ...]:
    """The names of columns: one, or a list. Numbers are names too."""
    if node is None or is_null(node):
        return ()
    elements = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = []
    for element in elements:
        if isinstance(element, yaml.ScalarNode) and str(element.value).strip():
            names.append(str(element.value).strip())
        else:
            expected = f"`{name}: column`, or `{name}: [column, another column]`"
            _reject(faults, element, f"`{name}` is no name of a column", expected, "write the name as the table has it")
    return tuple(names)


def _read_text(settings: dict[str, yaml.Node], name: str, faults: Faults) -> str | None:
    node = settings.get(name)
    if node is None or is_null(node):
        return None
    if isinstance(node, yaml.ScalarNode) and str(node.value):
        return str(node.value)
    _reject(faults, node, f"`{name}` is no text", f"`{name}: …`", "write one text behind the colon")
    return None


def _read_word(settings: dict[str, yaml.Node], name: str, words: type[_Word], faults: Faults) -> _Word | None:
    node = settings.get(name)
    text = _read_text(settings, name, faults)
    if text is None or node is None:
        return None
    choices = [word.value for word in words]
    if text in choices:
        return words(text)
    close = get_close_matches(text.casefold(), choices, n=1, cutoff=0.4)
    cure = f"write `{name}: {close[0]}`" if close else "choose one of them"
    _reject(faults, node, f"`{name}` is none of its words", "one of " + " | ".join(choices), cure)
    return None


def _read_encoding(settings: dict[str, yaml.Node], faults: Faults) -> str | None:
    name = _read_text(settings, "encoding", faults)
    if name is None:
        return None
    try:
        # A codec that gives no text (`base64`), or none piece by piece, is no encoding of a document.
        if not isinstance(codecs.getincrementaldecoder(name)().decode(b"", True), str):
            raise LookupError(name)
    except (LookupError, TypeError, ValueError):
        expected = "UTF-8, UTF-16, windows-1256 or another encoding of text"
        _reject(faults, settings["encoding"], f"`{name}` is no encoding", expected, "leave the line out: it is told")
        return None
    return name


def _read_delimiter(settings: dict[str, yaml.Node], faults: Faults) -> str | None:
    text = _read_text(settings, "delimiter", faults)
    if text is None:
        return None
    sign = _DELIMITERS.get(text.strip().casefold() or text, text)
    if len(sign) == 1 and sign not in '"\r\n\0':
        return sign
    cure = 'write `delimiter: ";"`, or leave the line out: it is told'
    _reject(faults, settings["delimiter"], "`delimiter` is not one sign", "comma, semicolon, tab, pipe or a sign", cure)
    return None


def _reject(faults: Faults, node: yaml.Node, what: str, expected: str, cure: str) -> None:
    faults.reject("wrong-value", what, faults.line_of(node), expected=expected, found=describe(node), cure=cure)


def _unknown(key: str, line: int, names: tuple[str, ...], faults: Faults) -> None:
    """A key that means nothing: an error, since what it was meant to say would be missing from every article."""
    folded = key.strip().casefold().replace("-", "_")
    meant = _FOREIGN.get(folded)
    close = [meant] if meant in names else get_close_matches(folded, names, n=1, cutoff=0.7)
    cure = f"did you mean `{close[0]}`?" if close else "delete the line; on the left stand fields, on the right columns"
    faults.reject(
        "unknown-key", f"`{key}` is unknown here", line, expected="one of " + ", ".join(names), found=key, cure=cure
    )


def _no_mapping(faults: Faults, line: int, found: str) -> None:
    faults.reject(
        "no-mapping",
        "this is no mapping of columns",
        line,
        expected="`title: name of the column` on a line, and so on",
        found=found,
        cure="write one field a line, or delete the file",
    )
