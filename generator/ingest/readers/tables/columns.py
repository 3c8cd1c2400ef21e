"""Which columns of a table hold which field: what a person mapped, and for the rest what the columns' names say.

Not for what stands in the columns (`values`), nor for records (`mapped_rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.ingest.readers.tables.column_names import fold_column, guess_columns, language_of_column, meaning_of
from generator.model.language import Language
from generator.store.table_mapping import TableMapping
from generator.text.arabic import fold

# Objects that only hold the columns of their record; others are the value of one column.
_CONTAINERS = frozenset({
    "attributes", "fields", "properties", "_source", "article", "document", "doc", "data", "node", "post", "item",
    "metadata", "meta", "newsarticle",
})  # fmt: skip
_LANGUAGE_KEYS = frozenset({"ar", "en", "fr", "arabic", "english", "ara", "eng"})
_COUNTRY = re.compile(r"(?<=^[a-z]{2})[-_][a-z]{2}\Z")
# What a text's versions in two languages share, though a system keeps it below one of them.
_SHARED_FIELDS = ("date", "created", "updated", "taken", "status", "id", "rights")
_MOST_LEVELS = 5
_TEXT_FIELDS = ("title", "body", "description", "kicker")


@dataclass(frozen=True, slots=True)
class Columns:
    """For each field the paths of the columns that hold it, the best first; of one language where a table has each
    text in two (`title_ar`, `title_en`). Then `suffix` sets the records of one row apart."""

    of: Mapping[str, tuple[str, ...]]
    language: Language | None = None
    suffix: str = ""


def flatten(values: Mapping[str, object], above: str = "", depth: int = 0) -> dict[str, object]:
    """The columns of a row by their dot paths. Objects that hold columns, or a text in several languages, are opened;
    others stay what they are."""
    flat: dict[str, object] = {}
    for key, value in values.items():
        path = f"{above}{key}"
        if isinstance(value, dict) and value and depth < _MOST_LEVELS and _is_opened(key, value):
            flat.update(flatten(value, f"{path}.", depth + 1))
        else:
            flat[path] = value
    return flat


def turned_rows(values: Mapping[str, object]) -> list[dict[str, object]] | None:
    """The rows of a table that was written column by column, as pandas writes it by default: an object of columns, each
    an object of cells by row; or the names of columns apart from lists of cells. None where it is no such table."""
    names, lists = values.get("columns"), values.get("data")
    if isinstance(names, list) and isinstance(lists, list) and lists and all(isinstance(each, list) for each in lists):
        return [dict(zip(map(str, names), cells, strict=False)) for cells in lists]
    columns = {name: cells for name, cells in values.items() if isinstance(cells, dict)}
    if len(columns) < 2 or len(columns) < len(values) or count_known(list(columns)) < 2:
        return None
    rows: dict[str, dict[str, object]] = {}
    for name, cells in columns.items():
        for row, cell in cells.items():
            rows.setdefault(row, {})[name] = cell
    return list(rows.values()) if all(row.isdecimal() for row in rows) else None


def find_columns(paths: Sequence[str], mapping: TableMapping) -> tuple[Columns, ...]:
    """The columns of each field; two of them where the table has title and text in both languages."""
    mapped = {field: each.columns for field, each in mapping.fields}
    plain: dict[str, str] = {}
    by_language: dict[Language, dict[str, str]] = {}
    for path in paths:
        name, language = _name_of(path)
        if path in mapping.skip:
            continue
        if language is None:
            plain[path] = name
        else:
            by_language.setdefault(language, {})[path] = name
    shared = _guess(plain)
    if "date" not in shared and "created" in shared and _is_drupal(plain.values()):
        shared["date"] = shared["created"]  # «Authored on»: the day that Drupal shows as that of publication
    if mapped.get("title") or mapped.get("body") or not any(map(_guess, by_language.values())):
        return (Columns(shared | mapped),)
    versions = [(language, _guess(names)) for language, names in sorted(by_language.items())]
    full = [(language, columns) for language, columns in versions if "body" in columns or "title" in columns]
    if not full:  # languages of other fields, such as `publisher_ar`
        merged = {field: paths for _, columns in reversed(versions) for field, paths in columns.items()}
        return (Columns(merged | shared | mapped),)
    return tuple(
        Columns(_of_one(shared, columns, versions) | mapped, language, language.value if len(full) > 1 else "")
        for language, columns in full
    )


def _is_drupal(names: Iterable[str]) -> bool:
    """Whether columns are those of a node of Drupal."""
    folded = set(map(fold_column, names))
    return "changed" in folded and not folded.isdisjoint(("nid", "drupalinternalnid"))


def look_up(column: str, flat: Mapping[str, object], values: Mapping[str, object]) -> tuple[str, object] | None:
    """A column by the name or dot path a person wrote: as it is, into nested objects, or spelled otherwise."""
    if column in flat:
        return column, flat[column]
    node: object = values
    for part in column.split("."):
        if isinstance(node, list) and part.isdigit() and int(part) < len(node):
            node = node[int(part)]
        elif isinstance(node, dict) and part in node:
            node = node[part]
        else:
            break
    else:
        return column.split(".", maxsplit=1)[0] if column.split(".", maxsplit=1)[0] in flat else column, node
    folded = _folded(column)
    return next(((path, value) for path, value in flat.items() if _folded(path) == folded), None)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """A column's name, folded once and not once a row: of a table that is parted wrongly, names are whole rows."""
    return fold(name).strip()


def count_known(names: Sequence[str]) -> int:
    """For how many fields some names are usual names of columns."""
    return len({meaning[0] for name in names if (meaning := meaning_of(_name_of(name)[0])) is not None})


def _is_opened(key: str, value: Mapping[str, object]) -> bool:
    holds_columns = key.casefold() in _CONTAINERS or "requested_url" in value  # how Fundus tells from where a page is
    return holds_columns or all(_language_of_key(str(each)) for each in value)


def _language_of_key(key: str) -> str:
    """The language that a key names, also with its country (`en-US`, `ar_SA`); empty where it names none."""
    folded = key.casefold()
    language = _COUNTRY.sub("", folded)
    return language if language in _LANGUAGE_KEYS else ""


def _name_of(path: str) -> tuple[str, Language | None]:
    """The name by which a column is understood, and the language it is in where its name says one."""
    parts = path.split(".")
    language_key = _language_of_key(parts[-1])
    short = f"{parts[-2]}.{language_key}" if len(parts) > 1 and language_key else parts[-1]
    if meaning_of(short) is None:
        found = language_of_column(short)
        if found is not None and meaning_of(found[0]) is not None:
            return found
    return short, None


def _guess(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The columns of each field by their names; among columns of one name that which lies least deep comes first."""
    by_name: dict[str, list[str]] = {}
    for path in sorted(names, key=lambda path: path.count(".")):
        by_name.setdefault(names[path], []).append(path)
    return {
        field: tuple(path for name in found for path in by_name[name])
        for field, found in guess_columns(by_name).items()
    }


def _of_one(
    shared: Mapping[str, tuple[str, ...]],
    own: Mapping[str, tuple[str, ...]],
    versions: Sequence[tuple[Language, Mapping[str, tuple[str, ...]]]],
) -> dict[str, tuple[str, ...]]:
    """The columns of one language: its own, and the shared ones, save texts that another language has for itself."""
    several = {field for _, columns in versions for field in columns if len(versions) > 1 and field in _TEXT_FIELDS}
    kept = {field: paths for field, paths in shared.items() if field not in several}
    for field in _SHARED_FIELDS:
        elsewhere = next((columns[field] for _, columns in versions if field in columns), ())
        if elsewhere and field not in own:
            kept[field] = (*elsewhere, *kept.get(field, ()))
    return {field: (*own.get(field, ()), *kept.get(field, ())) for field in (*kept, *own)}
