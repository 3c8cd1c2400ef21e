"""How far a run of ingest has come: documents, articles, and the share of all bytes that has been read.

Only counts; how it is shown is the command line's business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from generator.model.source import SourceDocument
from generator.store.documents import FoundDocument


@dataclass(frozen=True, slots=True)
class State:
    """How far a run has come. `share` is the part of the bytes of all documents that was read, 0 to 1; 0 also where it
    cannot be told."""

    documents: int
    of_documents: int
    articles: int
    share: float


Progress = Callable[[State], None]


class Meter:
    """Counts what is done, and tells `progress` of it after every document and every record."""

    def __init__(self, found: Sequence[FoundDocument], progress: Progress | None) -> None:
        self._progress = progress
        self._sizes = [_size(each) for each in found]
        self._total = sum(self._sizes) or 1
        self._documents = 0
        self._articles = 0
        self._bytes = 0
        self._open: dict[int, BinaryIO] = {}  # by the document's number: the next is opened before one is done

    @property
    def is_long(self) -> bool:
        """Whether there is enough to do for more than one process."""
        return len(self._sizes) > _FEW or self._total > _LITTLE

    def watch(self, at: int, document: SourceDocument) -> SourceDocument:
        """The document, whose stream is looked at while it is read."""
        if self._progress is None or document.size < _LARGE:
            return document

        def open_watched() -> BinaryIO:
            stream = self._open[at] = document.open()
            return stream

        return replace(document, open=open_watched)

    def count(self, articles: int) -> None:
        """Note that so many more articles are done."""
        self._articles += articles
        self._tell()

    def finish(self, at: int) -> None:
        """Note that the document with this number is done."""
        self._documents += 1
        self._bytes += self._sizes[at]
        self._open.pop(at, None)
        self._tell()

    def _tell(self) -> None:
        if self._progress is not None:
            known = self._bytes + self._within()
            share = 0.0 if self._is_within_much() else min(1.0, known / self._total)
            self._progress(State(self._documents, len(self._sizes), self._articles, share))

    def _is_within_much(self) -> bool:
        """Whether the document at hand is a good part of all, and nobody sees how much of it was read."""
        now = self._sizes[self._documents] if self._documents < len(self._sizes) else 0
        return self._documents not in self._open and now > self._total * _MUCH

    def _within(self) -> int:
        try:
            stream = self._open.get(self._documents)
            return stream.tell() if stream is not None else 0
        except ValueError:  # it was closed meanwhile
            return 0


_LARGE = 8 << 20
_MUCH = 0.05  # of all bytes
_FEW, _LITTLE = 16, 1 << 20  # documents, and bytes of all of them


def _size(found: FoundDocument) -> int:
    try:
        return found.file.stat().st_size if found.problem is None else 0
    except OSError:
        return 0
