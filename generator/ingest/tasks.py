"""What there is to prepare, in order: documents as they were found, large ones a few records at a time.

Reads as little as it can: a document of one article is left to whoever prepares it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from generator.errors import Problem, UnreadableError
from generator.ingest.crew import Hands, Task, unreadable
from generator.ingest.formats import Beside, find_format, look_beside, read_head
from generator.ingest.metadata import Origin, sibling_of, story_of
from generator.ingest.publishers import find_publisher, find_selectors
from generator.ingest.readers.archives.container_forms import is_container
from generator.ingest.readers.archives.containers import open_members
from generator.ingest.readers.archives.packed_mappings import PackedMappings, as_of_archive
from generator.ingest.readers.archives.service_exports import find_service_export, left_out
from generator.ingest.report import DocumentReport
from generator.ingest.siblings import tie_by_name, tie_of_member
from generator.model.source import Record, SourceDocument
from generator.model.vocabulary import Vocabulary
from generator.store.documents import FoundDocument, is_there, kept_path, read_document
from generator.store.mapping_places import is_mapping

_TOGETHER = 32

# Told of each document that is read piece by piece, so that progress within it can be seen.
Watch = Callable[[int, SourceDocument], SourceDocument]
# What is known to come of a document, or None.
Recall = Callable[[SourceDocument], DocumentReport | None]


def make_tasks(
    found: Iterable[FoundDocument], root: Path, hands: Hands, recall: Recall, watch: Watch
) -> Iterator[Task]:
    """The tasks of all documents, in order; `at` counts the documents. A document that cannot be read, or no further,
    is a task with the problem; one that need not be read again (`recall` knows what would come of it) with that. What
    `hands` can read meanwhile is left to them."""
    vocabulary = hands.setting.vocabulary
    for at, each in enumerate(found):
        try:
            document = read_document(each)
        except UnreadableError as error:
            yield Task(at, Origin(each.path, ""), problem=error.problem)
            continue
        origin = _origin(document, root, vocabulary)
        known = recall(document)
        if known is not None:
            yield Task(at, origin, known=known)
            continue
        try:
            if is_container(document.path, read_head(document)):
                mappings = _mappings(document, each)
                yield from _not_none(_tasks_of_members(at, watch(at, document), origin, mappings, hands))
            else:
                beside = look_beside(each.file, document.path)
                yield from _not_none(_tasks_of(at, document, origin, beside, hands, watch))
        except UnreadableError as error:
            yield Task(at, origin, problem=error.problem)
        except OSError as error:
            yield Task(at, origin, problem=unreadable(error))


def _not_none(tasks: Iterable[Task]) -> Iterator[Task]:
    """The tasks; raises UnreadableError where there is none, as of an export without an article: no document may be
    passed over without a word."""
    task = None
    for task in tasks:
        yield task
    if task is None:
        raise UnreadableError(
            Problem(
                "no-items",
                "there is no article in this document",
                expected="at least one",
                found="none",
                cure="export or save it again when there is something in it, or take it away",
            )
        )


def _mappings(document: SourceDocument, found: FoundDocument) -> PackedMappings:
    return PackedMappings(document, lambda: look_beside(found.file, document.path).mapping)


def _tasks_of_members(
    at: int, document: SourceDocument, origin: Origin, mappings: PackedMappings, hands: Hands
) -> Iterator[Task]:
    """The tasks of the documents in an archive: each member is a record, and what is in it a part of that record.

    Raises UnreadableError where nothing of the archive can be read, and OSError.
    """
    export = find_service_export(document)
    others = 0
    for member in open_members(document):
        if isinstance(member, Problem):
            yield Task(at, origin, records=(_of_member(member, document.path),))
            continue
        if is_mapping(member.path):
            mappings.seen.add(member.path)
            continue
        name = member.path.as_posix().removeprefix(f"{document.path.as_posix()}/")
        publisher = find_publisher(origin.path / name, None, None, hands.setting.vocabulary)
        here = replace(origin, record=name, publisher=publisher, story=None, tie=tie_of_member(member.path))
        if export is not None and not export.is_post(name):
            others += 1
            continue
        record = export.record_of(name, member.raw) if export is not None else None
        if record is not None:
            yield Task(at, here, records=(record,))
            continue
        try:
            beside = Beside(mappings.find(member.path), draft=export is not None and export.is_draft(name))
            yield from _not_none(_tasks_of(at, member, here, beside, hands))
        except UnreadableError as error:
            problem = as_of_archive(error, document.path)
            yield Task(at, origin, records=(replace(problem, path=document.path, record=name),))
        except OSError as error:
            yield Task(at, origin, records=(replace(unreadable(error), path=document.path, record=name),))
    if others:
        yield Task(at, origin, records=(left_out(document.path, others),))
    for problem in mappings.lone():
        yield Task(at, origin, records=(problem,))


def _of_member(problem: Problem, archive: Path) -> Problem:
    """The problem of an archive's member as that of a record, which is what waits for a person."""
    if problem.record or problem.path is None or problem.path == archive or not problem.path.is_relative_to(archive):
        return problem
    return replace(problem, path=archive, record=problem.path.relative_to(archive).as_posix())


def _tasks_of(
    at: int, document: SourceDocument, origin: Origin, beside: Beside, hands: Hands, watch: Watch | None = None
) -> Iterator[Task]:
    """The tasks of one document. Raises UnreadableError and OSError.

    What is read here is watched; what is left to another process is not, since it could not be seen from here.
    """
    found = find_format(document, beside)
    if found.read is None or not found.many:
        if origin.record is not None:  # a member's stream may be gone when its turn comes
            document = SourceDocument.of(document.path, document.raw, document.sha256)
        yield Task(at, origin, document, found, beside)
        return
    origin = replace(origin, story=None, tie=None)  # the name of a document of many articles says nothing of one
    document = watch(at, document) if watch is not None else document
    if found.apart is not None:
        records = _numbered(found.apart(document, partial(hands.read_captures, document.path, origin.publisher)))
    else:
        selectors = partial(find_selectors, hands.setting.vocabulary, origin.publisher)
        records = _numbered(found.read(document, beside, selectors))
    while some := tuple(islice(records, _TOGETHER)):
        yield Task(at, origin, records=some)


def _numbered(records: Iterable[Record | Problem]) -> Iterator[Record | Problem]:
    """The records of a document of many, each with a key that no other has: a key met again is that of another state of
    the same article, and is numbered."""
    seen: dict[str, int] = {}
    for number, record in enumerate(records, start=1):
        if isinstance(record, Problem):
            yield record
            continue
        key = record.key or str(number)
        seen[key] = seen.get(key, 0) + 1
        name = key if seen[key] == 1 else f"{key} ({seen[key]})"
        yield replace(record, key=name, placed=record.placed or not record.key)


def _origin(document: SourceDocument, root: Path, vocabulary: Vocabulary) -> Origin:
    path = kept_path(root, document)
    sibling = sibling_of(path)
    told_twice = sibling is not None and is_there(root / sibling)
    publisher = find_publisher(path, None, None, vocabulary)
    story = story_of(path) if told_twice else None
    tied = tie_by_name(path, lambda each: is_there(root / each))
    return Origin(path, document.sha256, publisher=publisher, story=story, tie=tied)
