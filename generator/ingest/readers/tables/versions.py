"""Which rows of a table are versions of one text in two languages, as far as the table itself says so.

By a column that says it, by one id in a row for each language, by an id that ends in the language (`12#ar`, `12-en`),
or since one row holds both. Not for what the rows tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.ingest.readers.tables.claims import Cells
from generator.ingest.readers.tables.column_names import fold_column, meaning_of
from generator.ingest.readers.tables.values import language_code, texts_of
from generator.ingest.ties import tie_within
from generator.model.source import Claim, FieldName

_LONGEST = 400
_MOST_SHARED = 500  # columns
_VERSIONS = frozenset({"translations", "localizations", "localisations", "i18n", "languageversions"})
_OF_MANY = frozenset({"code"})  # also the name of what many articles share
_LANGUAGE_OF_ID = re.compile(r"(?P<id>.*\w)[#:/_.@|-](?:ar|en|ara|eng)", re.IGNORECASE | re.DOTALL)


def find_ties(cells: Cells, key: str) -> Iterator[Claim]:
    """What ties a row, in one of its languages, to its version in another; `key` names the row in its table."""
    if cells.columns.suffix:
        yield Claim(FieldName.STORY, tie_within(f"row {key}"), "column:language-of-name")
        return
    counterpart = _first(cells, "counterpart")
    if counterpart is not None:
        yield _claim(*counterpart)
    own = _first(cells, "id")
    if own is None:
        return
    column, text = own
    named = _LANGUAGE_OF_ID.fullmatch(text)
    if named is not None:
        yield _claim(column, named["id"])
    elif cells.columns.of.get("lang") or cells.columns.of.get("counterpart"):
        yield _claim(column, text)


def with_shared(whole: dict[str, object], key: str, version: dict[str, object]) -> dict[str, object]:
    """A version of `whole` in one language, out of its list `key`, with what `whole` says of all of them, as Directus
    and others keep translations; the element itself where the list holds none."""
    if fold_column(key) not in _VERSIONS or len(whole) > _MOST_SHARED:
        return version
    stated = [text for name, value in version.items() if _is_language(name) for text in texts_of(value)]
    language = next(filter(None, map(language_code, stated)), None)
    if language is None:
        return version
    shared = {name: value for name, value in whole.items() if name != key}
    named = next((str(whole[name]) for name in ("id", "_id", "uuid") if isinstance(whole.get(name), str | int)), "")
    return {**shared, **version, **({"id": f"{named}-{language}"} if named else {})}


def _is_language(name: str) -> bool:
    meaning = meaning_of(name)
    return meaning is not None and meaning[0] == "lang"


def _first(cells: Cells, name: str) -> tuple[str, str] | None:
    """The first column of a field that says something, and what; none that only says «nothing» or counts from 0."""
    for column, text in cells.texts(name):
        if fold_column(column.rpartition(".")[2]) in _OF_MANY:
            continue
        if text.strip() not in ("", "0", "0.0") and len(text) <= _LONGEST:
            cells.used.add(column)
            return column, text.strip()
    return None


def _claim(column: str, text: str) -> Claim:
    """`12` and `12.0`, as spreadsheets write it, are one number."""
    return Claim(FieldName.STORY, tie_within(text.removesuffix(".0")), f"column:{column}")
