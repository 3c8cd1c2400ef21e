"""One article's file as text ↔ the article: front matter between `---` lines, then the body in Markdown.

Pure; files are read and written in `articles`. What a field is stands in `front_matter`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from generator.errors import Problem, Severity
from generator.model.article import Article, Correction, Original, Provenance, Relation, Status
from generator.model.dates import Precision, PublicationDate
from generator.model.language import Language
from generator.store.field_reading import Values, read_fields
from generator.store.field_writing import quote, render_fields, without_surrogates
from generator.store.front_matter import FIELDS
from generator.store.permalinks import ARTICLES
from generator.store.plain_fields import read_plain_fields
from generator.store.yaml_nodes import Faults, compose_yaml, describe
from generator.text.slugs import safe_slug, short_id

_LARGEST_FRONT_MATTER = 256 * 1024  # characters; the longest that ingest writes are a few thousand
_OPENING = re.compile(r"\ufeff?---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_WRITTEN = re.compile(r'^  written: "[0-9a-f]*"\n', re.MULTILINE)
_PRECISIONS = tuple(Precision)
_BY_NAME = {each.name: each for each in FIELDS}
_EXPECTED = tuple(each for each in FIELDS if each.required)
_BELOW = f"{ARTICLES.as_posix()}/"


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article's file as read. `article` is the best that could be made of it, or None; only where `sound` may it be
    published. `lines` gives the line of each front-matter key, `body_line` the line on which the body begins."""

    path: Path
    text: str
    article: Article | None
    sound: bool
    problems: tuple[Problem, ...]
    lines: dict[str, int] = field(default_factory=dict)
    body_line: int = 1


def parse_article(text: str, path: Path) -> tuple[Article | None, list[Problem]]:
    """The article that a file's text says, None where it cannot be published as it stands, and all its problems.

    `path` is the file's place relative to the archive's root; a missing `id` and `slug` are derived from it.
    """
    file = parse_article_file(text, path)
    return (file.article if file.sound else None), list(file.problems)


def parse_article_file(text: str, path: Path) -> ArticleFile:
    """Like `parse_article`, with the lines on which everything stands."""
    faults = Faults(path, offset=1)
    text = with_plain_line_ends(text)
    parts = split_front_matter(text, faults)
    if parts is None:
        return ArticleFile(path, text, None, sound=False, problems=tuple(faults.problems))
    front, body, body_line = parts
    read = read_plain_fields(front, _BY_NAME, 2) or _read_front_matter(front, faults)
    if read is None:
        return ArticleFile(path, text, None, sound=False, problems=tuple(faults.problems), body_line=body_line)
    values, lines = read
    _note_missing(values, lines, faults)
    _settle_precision(values, lines, faults)
    article = _build_article(values, body, path)
    if article is not None and values.get("slug", article.slug) != article.slug:
        _note_slug(str(values["slug"]), article.slug, lines["slug"], faults)
    return ArticleFile(path, text, article, faults.sound, tuple(faults.problems), lines, body_line)


def _read_front_matter(front: str, faults: Faults) -> tuple[Values, dict[str, int]] | None:
    """The values of front matter and the line of each key; None where it holds none, and `faults` then say why."""
    node = compose_yaml(front, faults)
    if isinstance(node, yaml.MappingNode):
        return read_fields(node, FIELDS, faults)
    if not faults.problems:
        found = "nothing" if node is None else describe(node)
        faults.reject(
            "no-fields",
            "the front matter holds no fields",
            2,
            expected="`title: …`, and more, one a line",
            found=found,
            cure="add the fields; `sijill new` writes a file to copy from",
        )
    return None


def render_article(article: Article) -> str:
    """The text of an article's file. `provenance.written` is filled in anew; what `parse_article` reads from the text
    is the same article, and renders to the same text. Lone surrogates, which UTF-8 cannot hold, become U+FFFD."""
    lines = render_fields(values_of(article), FIELDS)
    text = "\n".join(("---", *lines, "---", "", without_surrogates(article.body), ""))
    if article.provenance is None:
        return text
    written = f"  written: {quote(_digest(text))}\n"
    end = text.index("\n---\n") + 1  # provenance is the last field, and `written` the last of provenance
    return text[:end] + written + text[end:]


def is_edited(text: str) -> bool:
    """Whether a person wrote or changed this file: `provenance.written` is missing or does not fit the rest.

    Line ends that Git changed on the way (CRLF) do not count as an edit.
    """
    text = with_plain_line_ends(text)
    closing = _CLOSING.search(text, 4)
    matches = list(_WRITTEN.finditer(text, 0, closing.start() if closing else 0))
    if len(matches) != 1:
        return True
    line = matches[0]
    return line[0] != f"  written: {quote(_digest(text[: line.start()] + text[line.end() :]))}\n"


def with_plain_line_ends(text: str) -> str:
    """A text whose first line ends in CRLF with every CRLF as LF; any other text as it is."""
    return text.replace("\r\n", "\n") if text.partition("\n")[0].endswith("\r") else text


def split_front_matter(text: str, faults: Faults) -> tuple[str, str, int] | None:
    """Front matter, body, and the body's first line. One empty line above the body and its last line end are ours."""
    opening = _OPENING.match(text)
    if opening is None:
        faults.reject(
            "no-front-matter",
            "the file does not begin with front matter",
            1,
            expected="`---` on the first line, then the fields, then `---`",
            found=(text.partition("\n")[0][:60] or "an empty line") if text else "an empty file",
            cure="add the fields; `sijill new` writes a file to copy from",
        )
        return None
    closing = _CLOSING.search(text, opening.end())
    if closing is None or closing.start() - opening.end() > _LARGEST_FRONT_MATTER:
        faults.reject(
            "open-front-matter",
            "the front matter does not end",
            1,
            expected="a line `---` after the last field",
            found="none" if closing is None else f"more than {_LARGEST_FRONT_MATTER:,} characters of it",
            cure="put a line `---` between the fields and the text",
        )
        return None
    body_line = text.count("\n", 0, closing.end()) + 1
    body = text[closing.end() :]
    if body.startswith("\n"):
        body, body_line = body[1:], body_line + 1
    return text[opening.end() : closing.start()], body.removesuffix("\n"), body_line


def _note_missing(values: Values, lines: dict[str, int], faults: Faults) -> None:
    """Note the fields every article has and this one lacks. Without title or language it cannot be shown."""
    faulty = {problem.line for problem in faults.problems}
    for each in _EXPECTED:
        needed = each.name in ("title", "lang")
        if each.name in values or (each.name in lines and not needed):
            continue
        if lines.get(each.name) in faulty:  # it stands there, and what is wrong with it has been said
            continue
        faults.sound = faults.sound and not needed
        folder = [part for part in faults.path.parts if each.name == "lang" and part in each.choices]
        example = f'"{folder[0]}"' if folder else each.example
        null = {"date": "date: null", "source": "source: null", "tags": "tags: []"}.get(each.name)
        faults.warn(
            Problem(
                "missing-key",
                f"`{each.name}` is {'empty' if each.name in lines else 'missing'}",
                line=lines.get(each.name, 1),
                expected=each.meaning,
                found=f"`{each.name}:` and nothing behind it" if each.name in lines else f"no line `{each.name}: …`",
                cure=f"add `{each.name}: {example}`" + (f", or `{null}` where it is not known" if null else ""),
            )
        )


def _settle_precision(values: Values, lines: dict[str, int], faults: Faults) -> None:
    """Hold `date_precision` against `date`: a coarser one cuts the date, a finer one is a fault."""
    date, said = values.get("date"), values.get("date_precision")
    if said is None or ("date" in lines and "date" not in values and not faults.sound):
        return
    known = date.precision if isinstance(date, PublicationDate) else Precision.NONE
    if said == known.value:
        return
    if isinstance(date, PublicationDate) and _PRECISIONS.index(known) > _PRECISIONS.index(Precision(str(said))):
        values["date"] = _cut_date(date, Precision(str(said)))
    faults.warn(
        Problem(
            "precision-disagrees",
            "`date_precision` does not fit `date`",
            line=lines["date_precision"],
            expected=f'"{known}"',
            found=f'"{said}"',
            cure='write the date only as far as it is known ("2025-06"), and delete `date_precision`',
        )
    )


def _cut_date(date: PublicationDate, precision: Precision) -> PublicationDate | None:
    """A date as far as `precision` says that it is known."""
    length = {Precision.NONE: 0, Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}.get(precision)
    return PublicationDate(date.iso[:length]) if length != 0 else None


def _note_slug(written: str, safe: str, line: int, faults: Faults) -> None:
    """Note a slug that cannot stand in an address as it is."""
    faults.warn(
        Problem(
            "unsafe-slug",
            "`slug` cannot stand in an address as it is; its safe form is used",
            line=line,
            expected="lower-case ASCII letters, digits and hyphens, at most 60, and no name that listings use",
            found=written[:80],
            cure=f'write `slug: "{safe}"`',
            severity=Severity.WARNING,
        )
    )


def _build_article(values: dict[str, Any], body: str, path: Path) -> Article | None:
    """The article of a file's values; None without title or language."""
    if "title" not in values or "lang" not in values:
        return None
    plain = {name: value for name, value in values.items() if name != "date_precision"}
    plain["lang"] = Language(values["lang"])
    plain["slug"] = safe_slug(values.get("slug") or path.stem)
    place = path.as_posix()
    if "id" not in plain:
        plain["id"] = _derived_id(place)
    for name, make in (("relation", Relation), ("status", Status)):
        if name in plain:
            plain[name] = make(plain[name])
    if "original" in plain:
        plain["original"] = Original(**plain["original"])
    if "corrections" in plain:
        plain["corrections"] = tuple(Correction(**each) for each in plain["corrections"] if len(each) == 2)
    provenance = plain.pop("provenance", None)
    if provenance is not None and {"document", "sha256"} <= provenance.keys():
        plain["provenance"] = Provenance(**provenance)
    return Article(**{"date": None, "source": None, "tags": (), "body": body, "place": place} | plain)


def _derived_id(place: str) -> str:
    """The id of an article whose file gives none: it follows from the file's place below content/articles."""
    return short_id(place.removeprefix(_BELOW))


def values_of(article: Article) -> Values:
    """An article's values by field, those that are unknown or empty left out, `provenance.written` too."""
    values: Values = {each.name: getattr(article, each.name) for each in FIELDS}
    for name, value in list(values.items()):
        if value == () or value is False:
            values[name] = None
    values["tags"] = article.tags
    values["lang"] = article.lang.value
    values["date_precision"] = article.date_precision.value
    values["status"] = None if article.status is Status.PUBLISHED else article.status.value
    values["relation"] = None if article.relation is None else article.relation.value
    values["original"] = None if article.original is None else _members(article.original)
    values["corrections"] = tuple(_members(correction) for correction in article.corrections) or None
    values["provenance"] = None if article.provenance is None else _members(replace(article.provenance, written=None))
    return values


def _members(record: Original | Correction | Provenance) -> Values:
    """A record's values by name, unknown and empty ones left out."""
    members = {name: getattr(record, name) for name in record.__slots__}
    return {name: value for name, value in members.items() if value is not None and value != ()}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
