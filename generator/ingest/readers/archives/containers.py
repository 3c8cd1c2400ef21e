"""Documents inside archives (zip, tar, gzip, bzip2, xz): each member becomes a source document of its own.

Nothing is unpacked to disk but what cannot be read twice otherwise. What members say is their readers' business.
"""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.archives.compressed import FREE_OF_RATIO, MOST_RATIO, Fault, Unpacked, compression_of
from generator.ingest.readers.archives.container_problems import (
    damaged,
    member_refused,
    nested,
    skipped_hint,
    too_large,
)
from generator.ingest.readers.archives.member_names import fault_of, tidy
from generator.ingest.readers.archives.member_sources import MemberSource
from generator.ingest.readers.archives.skipped_members import is_skipped
from generator.ingest.readers.archives.tar_members import TAR_FAULTS, TarMember, tar_members
from generator.ingest.readers.archives.zip_members import (
    ZIP_FAULTS,
    RawMember,
    count_entries,
    members_without_directory,
    zip_members,
)
from generator.model.source import SourceDocument

_ZIP_MAGICS: Final = (b"PK\x03\x04", b"PK\x05\x06")
# Formats that are zips inside and have readers of their own, or are no archives of documents.
_NOT_CONTAINERS: Final = frozenset(
    [
        ".docx",
        ".docm",
        ".dotx",
        ".xlsx",
        ".xlsm",
        ".pptx",
        ".pptm",
        ".odt",
        ".ods",
        ".odp",
        ".ott",
        ".epub",
        ".jar",
        ".apk",
        ".xpi",
        ".kmz",
        ".idml",
    ]
)
_OFFICE_MARKS: Final = (b"[Content_Types].xml", b"mimetypeapplication/", b"_rels/.rels", b"word/document.xml")
_WEB_ARCHIVES: Final = (b"WARC/", b"filedesc://")
_HEAD: Final = 1 << 16
_CHUNK: Final = 1 << 16
_TAR_MAGIC: Final = slice(257, 262)
_COMPRESSED: Final = {"gzip": ".gz", "bzip2": ".bz2", "xz": ".xz"}
_SHORT: Final = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an archive is read, so that none can fill the memory, the disk or the day.

    members: more than the 100,000 articles that an archive is made for, with their pictures and folders.
    largest: bytes of one member; a dump of a large newspaper's articles is about 2 GB.
    total: bytes of all members together, those of inner archives with them.
    depth: archives within the archive; one, as in a zip of compressed dumps. More is a trick or a mistake.
    held: bytes of a member that are kept in memory between its digest and its reading, instead of unpacking it twice.
    """

    members: int = 500_000
    largest: int = 4 << 30
    total: int = 32 << 30
    depth: int = 1
    held: int = 1 << 20


LIMITS: Final = Limits()


def is_container(path: Path, head: bytes) -> bool:
    """Whether a document is an archive of documents, by its first bytes (64 KiB); office documents and books, which are
    zips, are none, nor are web archives, whose compression is part of their format."""
    if path.suffix.lower() in _NOT_CONTAINERS:
        return False
    if head.startswith(_ZIP_MAGICS):
        return not any(mark in head[:4096] for mark in _OFFICE_MARKS)
    kind = compression_of(head)
    if kind is not None:
        return not _unpacked_head(head, kind).startswith(_WEB_ARCHIVES)
    return _is_tar(head)


def open_members(document: SourceDocument, limits: Limits = LIMITS) -> Iterator[SourceDocument | Problem]:
    """The documents in an archive, in its order, named `archive.zip/folder/page.html`, and the problems of members that
    are refused or damaged; what is no document (folders, hidden files, pictures) is told in one hint at the end.

    A member can be opened as often as one likes, cheapest before the next is asked for. Raises UnreadableError with
    code `container-damaged` or `container-too-large` where nothing of the archive can be read, and OSError.
    """
    opening = _Opening(limits)
    yield from opening.members(document, 0)
    if opening.skipped:
        yield skipped_hint(document.path, opening.skipped)


@dataclass(slots=True)
class _Opening:
    """One archive while it is read: what is left of its limits, and what was passed over."""

    limits: Limits
    count: int = 0
    total: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    names: dict[str, int] = field(default_factory=dict)  # and the number up to which each is taken
    listed: frozenset[str] | None = None

    def members(self, document: SourceDocument, depth: int) -> Iterator[SourceDocument | Problem]:
        head = _head_of(document.open)
        kind = compression_of(head)
        if head.startswith(_ZIP_MAGICS):
            yield from self._of_zip(document, depth)
        elif kind is not None and not _is_tar(_unpacked_head(head, kind)):
            yield from self._of_single(document, kind, depth)
        else:
            yield from self._of_tar(document, kind, depth)

    def _of_zip(self, document: SourceDocument, depth: int) -> Iterator[SourceDocument | Problem]:
        stream = document.open()
        try:
            if count_entries(stream, document.size) > 4 * self.limits.members:
                raise UnreadableError(too_large(document.path, "members", self.limits.members))
            try:
                archive = zipfile.ZipFile(stream)
            except ZIP_FAULTS as fault:
                yield from self._of_cut_zip(document, str(fault), depth)
                return
            with archive:
                yield from self._of_zip_members(document, list(zip_members(archive, document.open)), depth)
        finally:
            stream.close()

    def _of_zip_members(
        self, document: SourceDocument, raws: list[RawMember], depth: int
    ) -> Iterator[SourceDocument | Problem]:
        self.listed = frozenset(tidy(each.name) for each in raws) if self.listed is None else self.listed
        for raw in raws:
            yield from self._of_zip_member(document, raw, depth)

    def _of_cut_zip(self, document: SourceDocument, fault: str, depth: int) -> Iterator[SourceDocument | Problem]:
        """What is whole of a zip whose directory cannot be read."""
        try:
            raws = list(members_without_directory(document.open, document.size, self.limits.members))
        except ZIP_FAULTS:
            raws = []
        whole = sum(not raw.damage for raw in raws)
        if not whole:
            raise UnreadableError(damaged(document.path, fault))
        yield from self._of_zip_members(document, raws, depth)
        yield damaged(document.path, f"no directory ({fault}): cut off behind {whole:,} whole members, which were read")

    def _of_zip_member(
        self, document: SourceDocument, raw: RawMember, depth: int
    ) -> Iterator[SourceDocument | Problem]:
        name, problem = self._admit(document.path, raw.name, raw.is_folder, raw.refused, backslash=raw.backslash)
        if problem is not None:
            yield problem
        if not name:
            return
        path = document.path / name
        if raw.damage:
            yield damaged(path, raw.damage)
            return
        try:
            member = self._weigh(path, raw.open(), raw.open, raw.packed)
        except ZIP_FAULTS as fault:
            yield damaged(path, str(fault) or type(fault).__name__)
        except UnreadableError as error:
            yield error.problem
        else:
            yield from self._deliver(member, depth)

    def _of_tar(self, document: SourceDocument, kind: str | None, depth: int) -> Iterator[SourceDocument | Problem]:
        unread: list[int] = []
        with _opened(document.open, kind, self.limits.total) as stream:
            number = 0
            try:
                for number, member in enumerate(tar_members(stream, unread), start=1):
                    again = partial(_again_from_tar, document.open, kind, number, self.limits)
                    yield from self._of_tar_member(document, member, again, depth, spooled=kind is not None)
            except TAR_FAULTS as fault:
                yield damaged(document.path, f"{_fault_of(stream) or str(fault)}, behind {number} members")
                return
            if unread or _fault_of(stream):
                yield damaged(document.path, _fault_of(stream) or f"{len(unread)} blocks that are no member's header")

    def _of_tar_member(
        self, document: SourceDocument, member: TarMember, again: Callable[[], BinaryIO], depth: int, *, spooled: bool
    ) -> Iterator[SourceDocument | Problem]:
        name, problem = self._admit(document.path, member.name, member.is_folder, member.refused)
        if problem is not None:
            yield problem
        if not name or member.stream is None:
            return
        with tempfile.SpooledTemporaryFile(max_size=self.limits.held) as spool:
            try:
                weighed = self._weigh(document.path / name, member.stream, again, None, spool if spooled else None)
            except TAR_FAULTS as fault:
                yield damaged(document.path / name, str(fault))
            except UnreadableError as error:
                yield error.problem
            else:
                yield from self._deliver(weighed, depth)

    def _of_single(self, document: SourceDocument, kind: str, depth: int) -> Iterator[SourceDocument | Problem]:
        name = _inner_name(document.path, kind)
        _, problem = self._admit(document.path, name, False, "")
        if problem is not None:
            yield problem
            return
        again = partial(_opened, document.open, kind, self.limits.largest)
        stream = again()
        path = document.path / name
        try:
            member = self._weigh(path, stream, again, None, fault=lambda: _fault_of(stream))
        except UnreadableError as error:
            yield error.problem
            return
        if member.size:
            yield from self._deliver(member, depth)
        if _fault_of(stream):
            yield damaged(path, f"{_fault_of(stream)} behind {member.size} bytes")

    def _admit(
        self, archive: Path, name: str, is_folder: bool, refused: str, *, backslash: bool = False
    ) -> tuple[str, Problem | None]:
        """The path of a member in its archive, or none and why."""
        self.count += 1
        if self.count > self.limits.members:
            raise UnreadableError(too_large(archive, "members", self.limits.members))
        fault = fault_of(name, backslash=backslash)
        if fault:
            return "", member_refused(archive, name, fault)
        reason = "folders" if is_folder else is_skipped(tidy(name), self.listed)
        if reason:
            self.skipped[reason] += 1
            return "", None
        if refused:
            return "", member_refused(archive, name, refused)
        return self._once(f"{archive.as_posix()}/", tidy(name)), None

    def _once(self, archive: str, name: str) -> str:
        """The name, with a number where the archive has a member of that name already."""
        plain, first = PurePosixPath(name), archive + name
        number = self.names.get(first, 0) + 1
        while number > 1 and archive + name in self.names:
            name = plain.with_name(f"{plain.stem} ({number}){plain.suffix}").as_posix()
            number += archive + name in self.names
        self.names[first] = number
        self.names.setdefault(archive + name, 1)
        return name

    def _weigh(
        self,
        path: Path,
        stream: BinaryIO,
        again: Callable[[], BinaryIO],
        packed: int | None,
        spool: BinaryIO | tempfile.SpooledTemporaryFile[bytes] | None = None,
        fault: Callable[[], str] = lambda: "",
    ) -> SourceDocument:
        """A member read once for its digest. Raises UnreadableError where it is larger than it may be."""
        digest, size, held = hashlib.sha256(), 0, io.BytesIO()
        with stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self.total += len(chunk)
                self._check(path, size, packed)
                digest.update(chunk)
                if size <= self.limits.held:
                    held.write(chunk)
                if spool is not None:
                    spool.write(chunk)
        if fault() == Fault.BOMB:
            raise UnreadableError(too_large(path, "bytes for each byte in the archive", MOST_RATIO))
        if fault() == Fault.CORRUPT:
            raise UnreadableError(damaged(path, fault()))
        source = MemberSource(held.getvalue() if size <= self.limits.held else None, spool, again)
        return SourceDocument(path, digest.hexdigest(), size, source.open)

    def _check(self, path: Path, size: int, packed: int | None) -> None:
        if size > self.limits.largest:
            raise UnreadableError(too_large(path, "bytes", self.limits.largest))
        if self.total > self.limits.total:
            raise UnreadableError(too_large(path, "bytes in all members", self.limits.total))
        if packed is not None and size > FREE_OF_RATIO + packed * MOST_RATIO:
            raise UnreadableError(too_large(path, "bytes for each byte in the archive", MOST_RATIO))

    def _deliver(self, member: SourceDocument, depth: int) -> Iterator[SourceDocument | Problem]:
        """A member, or what is in it where it is an archive itself."""
        if not is_container(member.path, _head_of(member.open)):
            yield member
        elif depth >= self.limits.depth:
            yield nested(member.path)
        else:
            try:
                yield from self.members(member, depth + 1)
            except UnreadableError as error:
                if error.problem.code == "container-too-large":
                    raise
                yield error.problem


def _again_from_tar(opened: Callable[[], BinaryIO], kind: str | None, number: int, limits: Limits) -> BinaryIO:
    """The bytes of a tar's member of that number, read from the archive's beginning."""
    stream = _opened(opened, kind, limits.total)
    for at, member in enumerate(tar_members(stream, []), start=1):
        if at == number and member.stream is not None:
            return member.stream
    raise OSError("the archive has changed")


def _opened(opened: Callable[[], BinaryIO], kind: str | None, most: int) -> BinaryIO:
    """A document's bytes, unpacked where it is compressed."""
    stream = opened()
    return stream if kind is None else io.BufferedReader(Unpacked(stream, kind, most=most), _CHUNK)


def _fault_of(stream: BinaryIO) -> str:
    raw = getattr(stream, "raw", None)
    return raw.fault or "" if isinstance(raw, Unpacked) else ""


def _head_of(opened: Callable[[], BinaryIO]) -> bytes:
    with opened() as stream:
        return stream.read(_HEAD)


def _unpacked_head(head: bytes, kind: str) -> bytes:
    return io.BufferedReader(Unpacked(io.BytesIO(head), kind, most=_HEAD)).read(512)


def _is_tar(head: bytes) -> bool:
    """Whether these bytes begin a tar: by its magic, or, in the oldest form without one, by its checksum."""
    if head[_TAR_MAGIC] == b"ustar":
        return True
    block = head[:512]
    digits = block[148:156].strip(b" \0")
    if len(block) < 512 or not block[0] or not digits or digits.strip(b"01234567"):
        return False
    return int(digits, 8) == sum(block) - sum(block[148:156]) + 8 * 32


def _inner_name(path: Path, kind: str) -> str:
    """What a compressed document is called without its compression (`dump.jsonl.gz`: `dump.jsonl`)."""
    if path.suffix.lower() in _SHORT:
        return path.stem + _SHORT[path.suffix.lower()]
    return path.stem if path.suffix.lower() == _COMPRESSED[kind] and path.stem else f"{path.name} unpacked"
