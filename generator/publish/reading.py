"""Articles from their files to records; what is known already of a file's bytes is not worked out again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from generator.errors import Problem, SijillError
from generator.publish.keyed import digest
from generator.publish.plan import Archive
from generator.publish.printable import printable_text
from generator.publish.records import Record, make_record
from generator.publish.spool import Spool
from generator.store.articles import (
    find_article_files,
    parse_article_bytes,
    read_article_bytes,
    read_article_stamped,
    read_body,
    stamp_article,
)
from generator.store.stamps import FileDigests, Stamp


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one article's file: its record where it can be published, and its problems.

    `stamp` tells whether the file is still the one that was read; None where only reading it can tell.
    """

    stamp: Stamp | None
    record: Record | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """The records of all articles that can be published, sorted by path, and every problem of their files.

    `sound` are the records whose files have no problem at all, and so need not be read again; `files` is what came of
    each file, by its name. `bodies` holds printable bodies by their article's place, since a new build needs them all.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    sound: tuple[Record, ...]
    files: Mapping[str, FileRead] = field(default_factory=dict, repr=False)
    bodies: Spool | None = field(default=None, repr=False, compare=False)

    def forget_bodies(self) -> None:
        """Give up the bodies; who needs one from now on reads its file."""
        if self.bodies is not None:
            self.bodies.close()


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the site is made from, the articles as they were read, and what of all that cannot be used.

    `vocabulary` is the digest of the vocabulary's files.
    """

    archive: Archive
    read: Read
    problems: tuple[Problem, ...]
    vocabulary: bytes = b""

    def digest(self) -> bytes:
        """The digest of all that was loaded."""
        archive = self.archive
        paths = "\0".join(each.article.place for each in archive.records)
        files = b"".join(each.digest for each in archive.records)
        around = (tuple(archive.written_pages), tuple(archive.redirects), archive.settings)
        words = (each.digest for each in archive.words.values())
        return digest(paths, files, self.vocabulary, repr(around), *words)


class ChangedError(SijillError):
    """An article's file is no longer what it was when the site was planned."""


def read_records(
    root: Path,
    known: Mapping[str, Record] | None = None,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
    before: Read | None = None,
    digests: FileDigests | None = None,
) -> Read:
    """Read every article below `root`. A broken file is a problem and is left out; the others are read.

    `known` are records of before, by path: one whose digest still fits is taken as it is. `before` is what this process
    has read before: a file whose stamp is still the same is not opened, and where nothing has changed, the records are
    the very same. `digests` are those of files that this process has read already: by them it knows what the archive is
    made of, and does not ask the system again whether a file has changed since. `tell` is told how many files of how
    many are read.
    """
    old = before.files if before else {}
    bodies = None if before or known else Spool()
    reader = _Reader(root, old, known or {}, digests or FileDigests(), bodies)
    found = find_article_files(root)
    files: dict[str, FileRead] = {}
    for number, name in enumerate(found):
        if number % 500 == 0:
            tell(number, len(found))
        files[name] = reader.read(name)
    reader.digests.keep(0)
    if before and len(files) == len(old) and all(map(_is_same, files.values(), map(old.get, files))):
        return replace(before, files=files, bodies=None)
    if bodies is not None:
        bodies.seal()
    return replace(_gather(files), bodies=bodies)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads files, each only where nothing tells that it is as it was: what this process has read before (`old`), the
    digests of before (`known`) and of now (`digests`)."""

    root: Path
    old: Mapping[str, FileRead]
    known: Mapping[str, Record]
    digests: FileDigests
    bodies: Spool | None

    def read(self, name: str) -> FileRead:
        """Give what comes of the file of a name."""
        last, record = self.old.get(name), self.known.get(name)
        place = f"{self.root}/{name}"
        digested = self.digests.known(place) if last is None else None
        if record and digested and digested[1] == record.digest:
            return FileRead(digested[0], record, ())
        if last is None and digested is None:
            raw, stamp = read_article_stamped(self.root, name)
        else:
            stamp = digested[0] if digested else stamp_article(self.root, name)
            if last is not None and stamp is not None and last.stamp == stamp:
                return last
            raw = self.digests.take(place) or read_article_bytes(self.root, name)
        return _read_file(name, raw, stamp, last or FileRead(None, record, ()), self.bodies)


def _read_file(place: str, raw: bytes | Problem, stamp: Stamp | None, last: FileRead, bodies: Spool | None) -> FileRead:
    """Give what comes of a file's bytes; what is known of the same bytes is taken from `last`."""
    if isinstance(raw, Problem):
        return FileRead(stamp, None, (raw,))
    file_digest = sha256(raw).digest()
    if last.record and last.record.digest == file_digest:
        return replace(last, stamp=stamp)
    made, problems = _parse(raw, Path(place), file_digest, bodies)
    return FileRead(stamp, made, tuple(problems))


def _is_same(one: FileRead, other: FileRead | None) -> bool:
    """Whether two readings of a file say the same."""
    return one is other or (other is not None and one.record is other.record and one.problems == other.problems)


def _gather(files: Mapping[str, FileRead]) -> Read:
    """Give what came of all files, sorted by path."""
    records = tuple(each.record for each in files.values() if each.record is not None)
    problems = tuple(problem for each in files.values() for problem in each.problems)
    sound = tuple(each.record for each in files.values() if each.record is not None and not each.problems)
    return Read(records, problems, sound, files)


def markdown_reader(root: Path, read: Read) -> Callable[[str], str]:
    """Give the function that reads the printable body of an article that was read before, by its place.

    It raises ChangedError where the file is not the one that was recorded.
    """

    records = {record.article.place: record for record in read.records}

    def give(place: str) -> str:
        kept = None if read.bodies is None else read.bodies.give(place)
        if kept is not None:
            return kept
        raw = read_article_bytes(root, place)
        body = None if isinstance(raw, Problem) or not _is(raw, records[place]) else read_body(raw, Path(place))
        if body is None:
            raise ChangedError(_changed(Path(place)))
        return printable_text(body)

    return give


def _is(raw: bytes, record: Record) -> bool:
    return sha256(raw).digest() == record.digest


def _parse(raw: bytes, path: Path, digest: bytes, bodies: Spool | None) -> tuple[Record | None, list[Problem]]:
    """The record that a file's bytes give, if any, and the file's problems; the body is kept where there is room."""
    file = parse_article_bytes(raw, path)
    problems = list(file.problems)
    if not file.sound or file.article is None:
        return None, problems
    body = printable_text(file.article.body)
    made = make_record(file.article, body, digest, _digest_around(file.article.body, raw))
    if isinstance(made, Problem):
        return None, [*problems, made]
    if bodies is not None:
        bodies.keep(made.article.place, body)
    return made, problems


def _digest_around(body: str, raw: bytes) -> bytes:
    """The digest of a file's bytes without its body; where line ends hide that, of all of them."""
    before, _, after = raw.rpartition(body.encode()) if body else (raw, b"", b"")
    return digest(before, after)


def _changed(path: Path) -> Problem:
    return Problem(
        code="changed-while-building",
        what="the article changed while the site was being built",
        path=path,
        expected="the file as it was when the build began",
        found="other bytes",
        cure="build again",
    )
