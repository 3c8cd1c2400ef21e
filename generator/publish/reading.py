"""Articles from their files to records; what is known already of a file's bytes is not worked out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.errors import Problem, SijillError
from generator.publish.keyed import digest
from generator.publish.plan import Archive
from generator.publish.printable import printable_text
from generator.publish.records import Record, make_record
from generator.store.articles import find_article_files, parse_article_bytes, read_article_bytes, read_body


@dataclass(frozen=True, slots=True)
class Read:
    """The records of all articles that can be published, sorted by path, and every problem of their files.

    `sound` are the records whose files have no problem at all, and so need not be read again.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    sound: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the site is made from, the articles as they were read, and what of all that cannot be used."""

    archive: Archive
    read: Read
    problems: tuple[Problem, ...]

    def digest(self) -> bytes:
        """The digest of all that was loaded."""
        archive = self.archive
        articles = (part for each in archive.records for part in (each.article.path.as_posix(), each.digest))
        around = (archive.vocabulary, tuple(archive.written_pages), tuple(archive.redirects), archive.settings)
        words = (each.digest for each in archive.words.values())
        return digest(*articles, repr(around), *words)


class ChangedError(SijillError):
    """An article's file is no longer what it was when the site was planned."""


def read_records(
    root: Path,
    known: Mapping[Path, Record] | None = None,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> Read:
    """Read every article below `root`. A broken file is a problem and is left out; the others are read.

    `known` are records of before, by path: one whose digest still fits is taken as it is. `tell` is told how many files
    of how many are read.
    """
    known = known or {}
    records: list[Record] = []
    sound: list[Record] = []
    problems: list[Problem] = []
    paths = find_article_files(root)
    for number, path in enumerate(paths):
        if number % 500 == 0:
            tell(number, len(paths))
        raw = read_article_bytes(root, path)
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        file_digest = sha256(raw).digest()
        record = known.get(path)
        if record is None or record.digest != file_digest:
            record, faults = _parse(raw, path, file_digest)
            problems += faults
            if record is not None and not faults:
                sound.append(record)
        else:
            sound.append(record)
        if record is not None:
            records.append(record)
    return Read(tuple(records), tuple(problems), tuple(sound))


def markdown_reader(root: Path, records: Mapping[Path, Record]) -> Callable[[Path], str]:
    """Give the function that reads the printable body of an article whose record is known.

    It raises ChangedError where the file is not the one that was recorded.
    """

    def read(path: Path) -> str:
        raw = read_article_bytes(root, path)
        body = None if isinstance(raw, Problem) or not _is(raw, records[path]) else read_body(raw, path)
        if body is None:
            raise ChangedError(_changed(path))
        return printable_text(body)

    return read


def _is(raw: bytes, record: Record) -> bool:
    return sha256(raw).digest() == record.digest


def _parse(raw: bytes, path: Path, digest: bytes) -> tuple[Record | None, list[Problem]]:
    """The record that a file's bytes give, if any, and the file's problems."""
    file = parse_article_bytes(raw, path)
    problems = list(file.problems)
    if not file.sound or file.article is None:
        return None, problems
    made = make_record(file.article, digest)
    return (None, [*problems, made]) if isinstance(made, Problem) else (made, problems)


def _changed(path: Path) -> Problem:
    return Problem(
        code="changed-while-building",
        what="the article changed while the site was being built",
        path=path,
        expected="the file as it was when the build began",
        found="other bytes",
        cure="build again",
    )
