"""The mappings of tables that lie in an archive beside their tables, wherever in it they stand.

Not for what a mapping says (`generator.store.table_mapping`), nor for one that lies beside a table on disk.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.archives.budget import LIMITS
from generator.ingest.readers.archives.compressed import compression_of
from generator.ingest.readers.archives.container_forms import (
    ZIP_MAGICS,
    head_of,
    is_tar,
    open_unpacked,
    unpacked_head,
)
from generator.ingest.readers.archives.member_names import fault_of, tidy
from generator.ingest.readers.archives.tar_members import TAR_FAULTS, tar_members
from generator.ingest.readers.archives.zip_members import ZIP_FAULTS, members_without_directory, zip_members
from generator.model.source import SourceDocument
from generator.store.mapping_places import find_among, is_mapping
from generator.store.table_mapping import TableMapping, parse_mapping

_LARGEST = 1 << 20
# Members by whose names they may be tables: for these alone an archive is looked through for mappings.
_TABLES = frozenset(
    {".csv", ".tsv", ".tab", ".psv", ".json", ".jsonl", ".ndjson", ".geojson", ".jl", ".js", ".txt", ".text", ""}
)


@dataclass(slots=True)
class PackedMappings:
    """The mappings in an archive. `outside` gives the one that lies beside the archive itself, which is for all its
    tables that have none; it may raise UnreadableError."""

    document: SourceDocument
    outside: Callable[[], TableMapping | None]
    found: dict[Path, bytes] | None = None
    seen: set[Path] = field(default_factory=set)  # among the members that were read so far
    used: set[Path] = field(default_factory=set)

    def find(self, member: Path) -> TableMapping | None:
        """The mapping for the member at this path, None where it is no table by its name, or has none.

        Raises UnreadableError where its mapping cannot be used, and OSError."""
        if member.suffix.lower() not in _TABLES:
            return None
        if self.found is None:
            self.found = dict(_collect(self.document))
        place = find_among(member, self.found)
        if place is None and member.parent != self.document.path:  # a table that is packed by itself
            place = find_among(member.parent, self.found)
        if place is None:
            return self.outside()
        self.used.add(place)
        return parse_mapping(self.found[place], place)

    def lone(self) -> Iterator[Problem]:
        """A warning for each mapping in the archive that was for no table of it."""
        for place in sorted(self.seen - self.used):
            yield Problem(
                "lone-mapping",
                "this mapping is for a table, but there is no such table beside it in the archive",
                self.document.path,
                expected="a table of the same name in the same folder of the archive, or any for mapping.yml",
                found="none",
                cure="name both alike, or take the mapping out of the archive",
                severity=Severity.WARNING,
                record=place.relative_to(self.document.path).as_posix(),
            )


def as_of_archive(error: UnreadableError, archive: Path) -> Problem:
    """The problem of a table whose mapping in the archive cannot be used: it names the mapping."""
    problem = error.problem
    if problem.path is None or not is_mapping(problem.path) or not problem.path.is_relative_to(archive):
        return problem
    name = problem.path.relative_to(archive).as_posix()
    line = f", line {problem.line}" if problem.line else ""
    return replace(problem, what=f"its mapping cannot be used ({name}{line}): {problem.what}", line=None)


def _collect(document: SourceDocument) -> Iterator[tuple[Path, bytes]]:
    """The mappings of an archive with their places; those that are refused, damaged or large are none."""
    head = head_of(document.open)
    members = _in_zip(document) if head.startswith(ZIP_MAGICS) else _in_tar(document, head)
    try:
        for name, opened in members:
            place = PurePosixPath(tidy(name)) if not fault_of(name, backslash=True) else PurePosixPath()
            if not is_mapping(Path(place)):
                continue
            with opened() as stream:
                raw = stream.read(_LARGEST + 1)
            if len(raw) <= _LARGEST:
                yield document.path / place, raw
    except (*ZIP_FAULTS, *TAR_FAULTS):
        return  # what is wrong with the archive is told where its members are read


def _in_zip(document: SourceDocument) -> Iterator[tuple[str, Callable[[], BinaryIO]]]:
    with document.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except ZIP_FAULTS:
            for raw in members_without_directory(document.open, document.size, LIMITS.members):
                if not raw.refused and not raw.damage:
                    yield raw.name, raw.open
            return
        with archive:
            for raw in zip_members(archive, document.open):
                if not raw.refused:
                    yield raw.name, raw.open


def _in_tar(document: SourceDocument, head: bytes) -> Iterator[tuple[str, Callable[[], BinaryIO]]]:
    kind = compression_of(head)
    if not is_tar(head if kind is None else unpacked_head(head, kind)):
        return
    with open_unpacked(document.open, kind, LIMITS.total) as stream:
        for member in tar_members(stream, []):
            if member.stream is not None and not member.refused:
                yield member.name, partial(_same, member.stream)


def _same(stream: BinaryIO) -> BinaryIO:
    return stream
