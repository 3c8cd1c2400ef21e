"""The captures of a web archive, a few at a time, so that several processes can read them.

Not for which captures are read (readers.archives.web_archive), nor for the processes (crew).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.errors import Problem
from generator.ingest.formats import read_captures
from generator.ingest.preparing import Setting, program_fault
from generator.ingest.publishers import find_selectors
from generator.ingest.readers.archives.captures import Capture
from generator.model.source import Record
from generator.model.vocabulary import Publisher

_TOGETHER, _MOST_TOGETHER = 8, 4 * 1024 * 1024  # captures, and bytes of them


@dataclass(frozen=True, slots=True)
class Batch:
    """Some captures of one web archive."""

    path: Path
    publisher: Publisher | None
    captures: tuple[Capture, ...]


def in_batches(captures: Iterator[Capture]) -> Iterator[tuple[Capture, ...]]:
    """The captures, a few at a time, so that neither many small ones cost much on their way nor large ones much
    memory."""
    some: list[Capture] = []
    size = 0
    for capture in captures:
        some.append(capture)
        size += len(capture.response.body) if capture.response else 0
        if len(some) >= _TOGETHER or size > _MOST_TOGETHER:
            yield tuple(some)
            some, size = [], 0
    if some:
        yield tuple(some)


def read_batch(batch: Batch, setting: Setting) -> list[tuple[Record | Problem, ...]]:
    """What each capture of a batch holds, in their order; a mistake of the program in one is a problem of that one."""
    selectors = partial(find_selectors, setting.vocabulary, batch.publisher)
    found: list[tuple[Record | Problem, ...]] = []
    for capture in batch.captures:
        try:
            found.extend(read_captures(batch.path, (capture,), selectors))
        except Exception as fault:  # a fault of the program in one page must not cost the others
            found.append((replace(program_fault(capture.key, fault), path=batch.path),))
    return found
