"""What a person is told of a table in which no column is known to hold articles: with a mapping made from its own
columns, that its first row holds no names, or that it has no texts at all.

Not for tables that are read (`report`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.errors import Problem
from generator.ingest.readers.tables.columns import flatten
from generator.ingest.readers.tables.rows import Table
from generator.ingest.readers.tables.values import texts_of

_NO_WORDS = re.compile(r"\s*(?:(?:https?://|www\.)\S*|[\W\d_]*|\S+)\s*\Z", re.IGNORECASE)
_DAY = re.compile(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b")
_LEAST_TITLE = 12
_LEAST_TEXT = 100  # characters on the average: what is shorter is a headline
_LONGEST_NAME = 60


def no_article_columns(table: Table, samples: Sequence[Mapping[str, object]]) -> Problem:
    """That no column of a table is known to hold an article's text."""
    texts = _texts_by_column(samples)
    names = [path for path in texts if texts[path]] or list(texts)
    words = {path: _words(found) for path, found in texts.items() if _words(found)}
    body = max(words, key=lambda path: words[path], default="")
    if texts and words.get(body, 0) < _LEAST_TEXT and not _has_no_names(names):
        what = "no column of this table holds the texts of articles"
        cure = (
            "if it lists articles, save their pages beside it from the browser, or say in the publisher's file where "
            "they are to be fetched (docs/publishers.md); take the table itself out of content/sources"
        )
    else:
        what = "no column of this table is known to hold a headline and the text of an article"
        cure = _cure(table, names, words, body)
    return Problem(
        "no-article-columns",
        what,
        table.document.path,
        expected="columns such as title, date, body (العنوان، تاريخ النشر، النص)",
        found=", ".join(name[:_LONGEST_NAME] for name in names[:40]) or "no columns",
        cure=cure,
    )


def _cure(table: Table, names: list[str], words: Mapping[str, float], body: str) -> str:
    file = f"{table.document.path.stem}.mapping.yml"
    if _has_no_names(names):
        return (
            f"its first row seems to be an article, not the names of the columns: write beside it a file {file} with "
            "their names in order, for example `header: [title, date, body]`"
        )
    titles = [path for path in words if path != body and _LEAST_TITLE <= words[path] <= 2 * _LEAST_TEXT]
    title = next(iter([*titles, *(path for path in names if path != body)]), "the column of the headline")
    return (
        f"if it is a table of articles, write beside it a file {file} that names its columns, a line each, for example "
        f"`title: {_quoted(title)}` and `body: {_quoted(body or 'the column of the text')}`"
    )


def _texts_by_column(samples: Sequence[Mapping[str, object]]) -> dict[str, list[str]]:
    """What stands in the columns of some rows; lists and objects are no columns here."""
    texts: dict[str, list[str]] = {}
    for values in samples:
        for path, value in flatten(values).items():
            is_plain = not isinstance(value, dict | list) or all(isinstance(each, str) for each in value)
            if is_plain:
                texts.setdefault(path, []).extend(texts_of(value))
    return texts


def _words(texts: Sequence[str]) -> float:
    """The average length of texts that are words; 0 for addresses, numbers and single words."""
    written = [text for text in texts if _NO_WORDS.match(text) is None]
    return sum(map(len, written)) / len(written) if 2 * len(written) > len(texts) else 0.0


def _has_no_names(names: Sequence[str]) -> bool:
    return any(len(name) > _LONGEST_NAME or _DAY.match(name) for name in names)


def _quoted(column: str) -> str:
    """A column's name as it can be written in YAML."""
    plain = re.fullmatch(r"[^\W\d][\w ]*", column) and column.casefold() not in ("null", "true", "false", "yes", "no")
    return column if plain else '"' + column.replace("\\", "\\\\").replace('"', '\\"') + '"'
