"""What there is to prepare, in order: documents as they were found, large ones a few records at a time.

Reads as little as it can: a document of one article is left to whoever prepares it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from generator.errors import Problem, UnreadableError
from generator.ingest.crew import Task, unreadable
from generator.ingest.formats import Format, find_format
from generator.ingest.metadata import Origin, find_publisher, sibling_of, story_of
from generator.model.source import Record, SourceDocument
from generator.model.vocabulary import Vocabulary
from generator.store.documents import FoundDocument, kept_path, read_document

_TOGETHER = 32

# Told of each document that is opened, so that progress within it can be seen.
Watch = Callable[[int, SourceDocument], SourceDocument]


def make_tasks(found: Iterable[FoundDocument], root: Path, vocabulary: Vocabulary, watch: Watch) -> Iterator[Task]:
    """The tasks of all documents, in order; `at` counts the documents. A document that cannot be read is a task with
    the problem."""
    for at, each in enumerate(found):
        try:
            document = watch(at, read_document(each))
        except UnreadableError as error:
            yield Task(at, Origin(each.path, ""), problem=error.problem)
            continue
        origin = _origin(document, root, vocabulary)
        try:
            yield from _tasks_of(at, document, origin)
        except UnreadableError as error:
            yield Task(at, origin, problem=error.problem)
        except OSError as error:
            yield Task(at, origin, problem=unreadable(error))


def _tasks_of(at: int, document: SourceDocument, origin: Origin) -> Iterator[Task]:
    """The tasks of one document. Raises UnreadableError and OSError."""
    found = find_format(document)
    if found.read is None or not found.many:
        yield Task(at, origin, document, found)
        return
    records = _numbered(found, document)
    while some := tuple(islice(records, _TOGETHER)):
        yield Task(at, origin, records=some)


def _numbered(found: Format, document: SourceDocument) -> Iterator[Record | Problem]:
    """The records of a document of many, each with a key that no other has: a key met again is that of another state of
    the same article, and is numbered."""
    assert found.read is not None  # noqa: S101  the caller has made sure
    seen: dict[str, int] = {}
    for number, record in enumerate(found.read(document), start=1):
        if isinstance(record, Problem):
            yield record
            continue
        key = record.key or str(number)
        seen[key] = seen.get(key, 0) + 1
        yield replace(record, key=key if seen[key] == 1 else f"{key} ({seen[key]})")


def _origin(document: SourceDocument, root: Path, vocabulary: Vocabulary) -> Origin:
    path = kept_path(root, document)
    sibling = sibling_of(path)
    told_twice = sibling is not None and (root / sibling).is_file()
    publisher = find_publisher(path, vocabulary)
    return Origin(path, document.sha256, publisher=publisher, story=story_of(path) if told_twice else None)
