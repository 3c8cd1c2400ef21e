"""Records of articles kept from one build to the next: what follows from a file's bytes is worked out once.

Plain JSON, a line each, and nothing of it is trusted beyond its form: a line that cannot be read is left out, and the
file is read again. The first line names the program that wrote it, since another may read the same bytes otherwise.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from itertools import islice
from pathlib import Path
from sys import intern
from typing import Any

from generator.build.workplace import write_whole
from generator.model.article import Article, Correction, Original, Provenance, Relation, Status
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.publish.records import Record

# What every article has stands in one order, without names; the rest by name, where it is not the default.
_FIRST = ("title", "date", "lang", "source", "tags", "id", "slug", "place")
_DEFAULTS = {
    each.name: () if each.name == "corrections" else each.default
    for each in fields(Article)
    if each.init and each.name not in (*_FIRST, "body")
}
_LANGUAGES = {each.value: each for each in Language}
_AT_ONCE = 500


def load_records(path: Path, program: str) -> dict[str, Record]:
    """The records of the file at `path`, by the path of their article; none where another program wrote it."""
    records: dict[str, Record] = {}
    known: dict[str, Any] = {}
    try:
        with path.open("rb") as file:
            if file.readline().rstrip(b"\n") != program.encode():
                return {}
            while lines := list(islice(file, _AT_ONCE)):
                records.update((each.article.place, each) for each in _records(_rows(lines), known))
    except OSError:
        return {}
    return records


def _records(rows: Iterable[Any], known: dict[str, Any]) -> Iterator[Record]:
    """The records of some rows; what is none is left out."""
    for row in rows:
        try:
            yield _parse(row, known)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue


def _rows(lines: list[bytes]) -> list[Any]:
    """The rows of some lines; one that cannot be read is left out."""
    try:
        rows: list[Any] = json.loads(b"[%b]" % b",".join(lines))
    except (ValueError, RecursionError):
        rows = []
        for line in lines:
            with suppress(ValueError, RecursionError):
                rows.append(json.loads(line))
    return rows


def save_records(path: Path, program: str, records: Iterable[Record]) -> None:
    """Keep records in the file at `path`, in the name of a program. Raises OSError."""
    write_whole(path, b"\n".join([program.encode(), *map(_line, records)]))


def add_records(path: Path, program: str, records: Sequence[Record]) -> bool:
    """Add records to the file at `path`; the last line that names an article counts.

    Gives False, and adds nothing, where there is no such file in the name of the program. Raises OSError.
    """
    first = program.encode() + b"\n"
    try:
        with path.open("r+b") as file:
            if file.read(len(first)) != first:
                return False
            file.seek(0, os.SEEK_END)
            file.write(b"".join(b"\n" + _line(each) for each in records))
    except FileNotFoundError:
        return False
    return True


def _line(record: Record) -> bytes:
    text = json.dumps(_row(record), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _row(record: Record) -> list[object]:
    """A record as plain values."""
    article = record.article
    rest: dict[str, object] = {}
    for name, default in _DEFAULTS.items():
        value = getattr(article, name)
        if value != default:
            rest[name] = _plain(value)
    first = [_plain(getattr(article, name)) for name in _FIRST]
    return [record.digest.hex(), record.face.hex(), record.words, record.links, *first, rest]


def _plain(value: object) -> object:
    """A field's value as plain values."""
    match value:
        case PublicationDate():
            return value.iso
        case Original() | Provenance():
            return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        case tuple() if value and isinstance(value[0], Correction):
            return [[each.date.iso, each.text] for each in value]
        case _:
            return value


def _parse(row: list[Any], known: dict[str, Any]) -> Record:
    """The record that plain values say; what `known` holds already is not made again. Raises where they say none."""
    digest, face, words, links, title, iso, lang, source, tags, name, slug, place, rest = row
    for each in _READERS.keys() & rest.keys():
        rest[each] = _READERS[each](rest[each])
    date = None if iso is None else known.get(iso) or known.setdefault(iso, PublicationDate(iso))
    source = None if source is None else intern(source)
    named = tuple(map(intern, tags))
    article = Article(title, date, _LANGUAGES[lang], source, named, name, slug, "", place, **rest)
    return Record(article, bytes.fromhex(digest), bytes.fromhex(face), words, tuple(links))


def _corrections(said: Iterable[Any]) -> tuple[Correction, ...]:
    return tuple(Correction(PublicationDate(iso), text) for iso, text in said)


def _provenance(said: Mapping[str, Any]) -> Provenance:
    lines = said["lines"]
    repairs = tuple((name, count) for name, count in said["repairs"])
    return Provenance(
        document=said["document"],
        sha256=said["sha256"],
        record=said["record"],
        lines=None if lines is None else (lines[0], lines[1]),
        taken=PublicationDate(said["taken"]) if said["taken"] else None,
        rules=tuple(said["rules"]),
        earlier=tuple(said["earlier"]),
        repairs=repairs,
        removed=tuple(said["removed"]),
        written=said["written"],
    )


_READERS: dict[str, Callable[[Any], object]] = {
    "updated": PublicationDate,
    "date_hints": tuple,
    "authors": lambda said: tuple(map(intern, said)),
    "original": lambda said: Original(**said),
    "relation": Relation,
    "related": tuple,
    "status": Status,
    "aliases": tuple,
    "corrections": _corrections,
    "provenance": _provenance,
}
