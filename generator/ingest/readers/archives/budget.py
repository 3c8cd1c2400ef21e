"""How much of an archive is read, and which of its members: counted while it is read. Not for how members are found."""

from __future__ import annotations

import hashlib
import io
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.archives.compressed import FREE_OF_RATIO, MOST_RATIO, Fault
from generator.ingest.readers.archives.container_problems import damaged, member_refused, too_large
from generator.ingest.readers.archives.member_names import fault_of, tidy
from generator.ingest.readers.archives.member_sources import MemberSource
from generator.ingest.readers.archives.skipped_members import is_skipped
from generator.model.source import SourceDocument

_CHUNK: Final = 1 << 16


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


@dataclass(slots=True)
class Budget:
    """What is left of an archive's limits while it is read, and what was passed over.

    `names` are those of its members, each with the number up to which it is taken; `listed` those that its directory
    lists, None before that is read.
    """

    limits: Limits
    count: int = 0
    total: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    names: dict[str, int] = field(default_factory=dict)
    listed: frozenset[str] | None = None

    def admit(
        self, archive: Path, name: str, is_folder: bool, refused: str, *, backslash: bool = False
    ) -> tuple[str, Problem | None]:
        """Give the path of a member in its archive, empty where it is passed over, and why where that is a fault.

        Raises UnreadableError where the archive has more members than it may have.
        """
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

    def weigh(
        self,
        path: Path,
        stream: BinaryIO,
        again: Callable[[], BinaryIO],
        packed: int | None,
        spool: BinaryIO | tempfile.SpooledTemporaryFile[bytes] | None = None,
        fault: Callable[[], str] = lambda: "",
    ) -> SourceDocument:
        """Give a member, read once for its digest, at `path`; `again` opens it anew, `packed` is its size in the
        archive, `spool` takes what can be read once only, and `fault` says what kept it from being unpacked.

        Raises UnreadableError where it is larger than it may be, or broken.
        """
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
