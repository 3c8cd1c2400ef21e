"""Names of what the articles of a document refer to by an id, where authors, tags and sections are records of their own
beside them: JSON:API (Drupal and others), Sanity, Contentful, Django.

Not for the articles, which are read as the rows of any JSON table (`json_table`), nor for Ghost's lists (`ghost`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.ingest.readers.tables.column_names import is_text_column, meaning_of

_NAMED_BY = ("display_name", "displayName", "fullName", "full_name", "name", "title", "label")
_FIELDS = frozenset({"authors", "translator", "tags", "section", "source"})
# Models to which columns of Django lead, beside that of the column's own name.
_MODELS = {
    "authors": ("author", "user", "writer", "profile", "person", "staff", "reporter", "journalist"),
    "tags": ("tag", "keyword", "topic"),
    "section": ("category", "section", "desk"),
}
_LONGEST_NAME, _MOST_NAMES = 150, 500_000
_DEEPEST = 6


@dataclass(slots=True)
class References:
    """Names by the ids under which articles refer to them."""

    names: dict[str, str] = field(default_factory=dict)

    def complete(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """An article with names where it refers to authors, tags and the like; the same one where it has none."""
        only = values.get("data")  # of a document that is one article
        related = (only if isinstance(only, dict) else values).get("relationships")
        found = dict(self._related(related)) if isinstance(related, dict) else {}
        inner = values.get("fields")
        if isinstance(inner, dict):
            resolved = self._numbered(inner) if _is_of_django(values) else self._resolved(inner)
            found |= {"fields": {**inner, **resolved}} if resolved else {}
        found |= self._resolved(values)
        return {**values, **found} if found else values

    def _related(self, related: Mapping[str, object]) -> Iterable[tuple[str, object]]:
        """The relationships of JSON:API as columns of names (JSON:API 1.1, Resource Linkage); Drupal's `uid` is who
        wrote the text where no field says so."""
        columns: dict[str, list[str]] = {}
        for name, relation in related.items():
            data = relation.get("data") if isinstance(relation, dict) else None
            linked = [each for each in (data if isinstance(data, list) else [data]) if isinstance(each, dict)]
            names = [self.names[key] for key in map(_key_of_resource, linked) if key in self.names]
            kind = str(linked[0].get("type")).rpartition("--")[2] if linked else ""
            column = next((each for each in (name.removeprefix("field_"), kind) if _is_of_names(each)), "")
            if names and (column or name == "uid"):
                columns.setdefault(column or name, []).extend(names)
        typist = columns.pop("uid", None)
        if typist and not any(_field_of(column) == "authors" for column in columns):
            columns["author"] = typist
        return columns.items()

    def _numbered(self, fields: Mapping[str, object]) -> dict[str, object]:
        """The columns of Django in which numbers of other records stand, with names in their place: of the models that
        such a column leads to, the first that has all the numbers."""
        found: dict[str, object] = {}
        for column, value in fields.items():
            numbers = [str(each) for each in (value if isinstance(value, list) else [value])]
            if numbers and all(number.isdecimal() for number in numbers):
                for model in (column.rstrip("s"), *_MODELS.get(_field_of(column), ())):
                    keys = [f"{model} {number}" for number in numbers]
                    if all(key in self.names for key in keys):
                        found[column] = [self.names[key] for key in keys]
                        break
        return found

    def _resolved(self, values: Mapping[str, object]) -> dict[str, object]:
        """The columns of names in which there are references, with the names in their place."""
        found = {}
        for column, value in values.items():
            if isinstance(value, dict | list) and _is_of_names(column):
                named = self._named(value, 0)
                if named != value:
                    found[column] = named
        return found

    def _named(self, value: object, depth: int) -> object:
        if isinstance(value, list):
            return [self._named(each, depth + 1) for each in value] if depth < _DEEPEST else value
        if not isinstance(value, dict):
            return value
        key = _key_of_link(value)
        if key is not None:
            return self.names.get(key, value)
        return {name: self._named(each, depth + 1) for name, each in value.items()} if depth < _DEEPEST else value


def has_references(beginning: str) -> bool:
    """Whether a document with this beginning keeps names apart from its articles."""
    if '"relationships"' in beginning and '"attributes"' in beginning:
        return True
    if '"model"' in beginning and '"pk"' in beginning and '"fields"' in beginning:
        return True
    return any(sign in beginning for sign in ('"jsonapi"', '"_ref"', '"linkType"'))


def find_references(objects: Iterable[object]) -> References:
    """The names of all records in some objects, at any depth, but those of records with a text."""
    references = References()
    for each in objects:
        _take(references.names, each, 0)
    return references


def _take(names: dict[str, str], value: object, depth: int) -> None:
    if isinstance(value, list):
        for each in value:
            _take(names, each, depth)
        return
    if not isinstance(value, dict) or depth > _DEEPEST or len(names) > _MOST_NAMES:
        return
    key = _key_of_record(value)
    if key is None:
        for inner in value.values():
            if isinstance(inner, dict | list):
                _take(names, inner, depth + 1)
        return
    name = _name_of(value)
    if name:
        names[key] = name


def _key_of_record(record: Mapping[str, object]) -> str | None:
    """The id by which a record is referred to; None where an object is no record."""
    system = record.get("sys")
    if isinstance(system, dict):
        return f"{system.get('id')}" if "fields" in record else None
    if isinstance(record.get("attributes"), dict):
        return _key_of_resource(record)
    if _is_of_django(record):
        return f"{str(record['model']).rpartition('.')[2]} {record['pk']}"
    return f"{record['_id']}" if "_id" in record and "_type" in record else None


def _is_of_django(record: Mapping[str, object]) -> bool:
    """Whether an object is a record as Django's `dumpdata` writes it (Django documentation, Serializing objects)."""
    return "model" in record and "pk" in record and isinstance(record.get("fields"), dict)


def _key_of_resource(resource: Mapping[str, object]) -> str:
    return f"{resource.get('type')} {resource.get('id')}"


def _key_of_link(value: Mapping[str, object]) -> str | None:
    """The id to which a link of Sanity or Contentful leads; None where an object is no link."""
    system = value.get("sys")
    if isinstance(system, dict) and system.get("type") == "Link":
        return f"{system.get('id')}"
    return f"{value['_ref']}" if "_ref" in value else None


def _name_of(record: Mapping[str, object]) -> str:
    """The name of a record; none of an article, which has a text."""
    inner = next((record[key] for key in ("attributes", "fields") if isinstance(record.get(key), dict)), record)
    if not isinstance(inner, dict) or any(map(is_text_column, inner)):
        return ""
    for name in _NAMED_BY:
        value = inner.get(name)
        if isinstance(value, dict):  # by language
            value = next((each for each in value.values() if isinstance(each, str)), None)
        if isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST_NAME:
            return value.strip()
    parts = [inner.get(name) for name in ("first_name", "last_name")]
    return " ".join(part.strip() for part in parts if isinstance(part, str) and part.strip())[:_LONGEST_NAME]


def _field_of(column: str) -> str:
    meaning = meaning_of(column)
    return meaning[0] if meaning is not None else ""


def _is_of_names(column: str) -> bool:
    return _field_of(column) in _FIELDS
