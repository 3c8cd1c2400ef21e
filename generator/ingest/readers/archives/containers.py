"""Documents inside archives (zip, tar, gzip, bzip2, xz): each member becomes a source document of its own.

Nothing is unpacked to disk but what cannot be read twice otherwise. What members say is their readers' business.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.archives.budget import LIMITS, Budget, Limits
from generator.ingest.readers.archives.compressed import compression_of
from generator.ingest.readers.archives.container_forms import (
    ZIP_MAGICS,
    head_of,
    inner_name,
    is_container,
    is_tar,
    open_unpacked,
    unpacked_head,
    unpacking_fault,
)
from generator.ingest.readers.archives.container_problems import damaged, nested, skipped_hint, too_large
from generator.ingest.readers.archives.member_names import tidy
from generator.ingest.readers.archives.tar_members import TAR_FAULTS, TarMember, tar_members
from generator.ingest.readers.archives.zip_members import (
    ZIP_FAULTS,
    RawMember,
    count_entries,
    members_without_directory,
    zip_members,
)
from generator.model.source import SourceDocument


def open_members(document: SourceDocument, limits: Limits = LIMITS) -> Iterator[SourceDocument | Problem]:
    """The documents in an archive, in its order, named `archive.zip/folder/page.html`, and the problems of members that
    are refused or damaged; what is no document (folders, hidden files, pictures) is told in one hint at the end.

    A member can be opened as often as one likes, cheapest before the next is asked for. Raises UnreadableError with
    code `container-damaged` or `container-too-large` where nothing of the archive can be read, and OSError.
    """
    opening = _Opening(Budget(limits))
    yield from opening.members(document, 0)
    if opening.budget.skipped:
        yield skipped_hint(document.path, opening.budget.skipped)


@dataclass(frozen=True, slots=True)
class _Opening:
    """One archive while it is read."""

    budget: Budget

    def members(self, document: SourceDocument, depth: int) -> Iterator[SourceDocument | Problem]:
        head = head_of(document.open)
        kind = compression_of(head)
        if head.startswith(ZIP_MAGICS):
            yield from self._of_zip(document, depth)
        elif kind is not None and not is_tar(unpacked_head(head, kind)):
            yield from self._of_single(document, kind, depth)
        else:
            yield from self._of_tar(document, kind, depth)

    def _of_zip(self, document: SourceDocument, depth: int) -> Iterator[SourceDocument | Problem]:
        stream = document.open()
        try:
            if count_entries(stream, document.size) > 4 * self.budget.limits.members:
                raise UnreadableError(too_large(document.path, "members", self.budget.limits.members))
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
        if self.budget.listed is None:
            self.budget.listed = frozenset(tidy(each.name) for each in raws)
        for raw in raws:
            yield from self._of_zip_member(document, raw, depth)

    def _of_cut_zip(self, document: SourceDocument, fault: str, depth: int) -> Iterator[SourceDocument | Problem]:
        """What is whole of a zip whose directory cannot be read."""
        try:
            raws = list(members_without_directory(document.open, document.size, self.budget.limits.members))
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
        name, problem = self.budget.admit(document.path, raw.name, raw.is_folder, raw.refused, backslash=raw.backslash)
        if problem is not None:
            yield problem
        if not name:
            return
        path = document.path / name
        if raw.damage:
            yield damaged(path, raw.damage)
            return
        try:
            member = self.budget.weigh(path, raw.open(), raw.open, raw.packed)
        except ZIP_FAULTS as fault:
            yield damaged(path, str(fault) or type(fault).__name__)
        except UnreadableError as error:
            yield error.problem
        else:
            yield from self._deliver(member, depth)

    def _of_tar(self, document: SourceDocument, kind: str | None, depth: int) -> Iterator[SourceDocument | Problem]:
        unread: list[int] = []
        with open_unpacked(document.open, kind, self.budget.limits.total) as stream:
            number = 0
            try:
                for number, member in enumerate(tar_members(stream, unread), start=1):
                    again = partial(_again_from_tar, document.open, kind, number, self.budget.limits)
                    yield from self._of_tar_member(document, member, again, depth, spooled=kind is not None)
            except TAR_FAULTS as fault:
                yield damaged(document.path, f"{unpacking_fault(stream) or str(fault)}, behind {number} members")
                return
            if unread or unpacking_fault(stream):
                yield damaged(
                    document.path, unpacking_fault(stream) or f"{len(unread)} blocks that are no member's header"
                )

    def _of_tar_member(
        self, document: SourceDocument, member: TarMember, again: Callable[[], BinaryIO], depth: int, *, spooled: bool
    ) -> Iterator[SourceDocument | Problem]:
        name, problem = self.budget.admit(document.path, member.name, member.is_folder, member.refused)
        if problem is not None:
            yield problem
        if not name or member.stream is None:
            return
        with tempfile.SpooledTemporaryFile(max_size=self.budget.limits.held) as spool:
            try:
                weighed = self.budget.weigh(
                    document.path / name, member.stream, again, None, spool if spooled else None
                )
            except TAR_FAULTS as fault:
                yield damaged(document.path / name, str(fault))
            except UnreadableError as error:
                yield error.problem
            else:
                yield from self._deliver(weighed, depth)

    def _of_single(self, document: SourceDocument, kind: str, depth: int) -> Iterator[SourceDocument | Problem]:
        name = inner_name(document.path, kind)
        _, problem = self.budget.admit(document.path, name, False, "")
        if problem is not None:
            yield problem
            return
        again = partial(open_unpacked, document.open, kind, self.budget.limits.largest)
        stream = again()
        path = document.path / name
        try:
            member = self.budget.weigh(path, stream, again, None, fault=lambda: unpacking_fault(stream))
        except UnreadableError as error:
            yield error.problem
            return
        if member.size:
            yield from self._deliver(member, depth)
        if unpacking_fault(stream):
            yield damaged(path, f"{unpacking_fault(stream)} behind {member.size} bytes")

    def _deliver(self, member: SourceDocument, depth: int) -> Iterator[SourceDocument | Problem]:
        """A member, or what is in it where it is an archive itself."""
        if not is_container(member.path, head_of(member.open)):
            yield member
        elif depth >= self.budget.limits.depth:
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
    stream = open_unpacked(opened, kind, limits.total)
    for at, member in enumerate(tar_members(stream, []), start=1):
        if at == number and member.stream is not None:
            return member.stream
    raise OSError("the archive has changed")
