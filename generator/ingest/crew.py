"""The processes in which records are prepared: one, or several that give the same results in the same order.

Only hands work out and takes results in; what is done with a task stands in `preparing`.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace

from generator.errors import Problem, UnreadableError
from generator.ingest.formats import NOTHING, Beside, Format
from generator.ingest.metadata import Origin
from generator.ingest.preparing import Prepared, Setting, prepare_document, prepare_records, program_fault
from generator.ingest.report import DocumentReport
from generator.model.source import Record, SourceDocument

_AHEAD = 4  # so many tasks for each process wait at most: what is read ahead stays small


@dataclass(frozen=True, slots=True)
class Task:
    """Something to prepare: a whole document, or some records of one that is read as a stream; or a problem that has
    kept it from being read; or `known`, what is known to come of it. `at` is the number of the document in the run."""

    at: int
    origin: Origin
    document: SourceDocument | None = None
    format: Format | None = None
    beside: Beside = NOTHING
    records: tuple[Record | Problem, ...] = ()
    problem: Problem | None = None
    known: DocumentReport | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A task's results. `problem` says why the document, or the rest of it, cannot be read."""

    task: Task
    prepared: tuple[Prepared, ...] = ()
    problem: Problem | None = None


def work_through(tasks: Iterable[Task], setting: Setting, jobs: int) -> Iterator[Done]:
    """Prepare every task, in `jobs` processes, and give the results in the order of the tasks."""
    if jobs <= 1:
        yield from (_work(task, setting) for task in tasks)
        return
    global _setting  # noqa: PLW0603  forked processes find it in place, and nothing is sent
    _setting = setting
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    with ProcessPoolExecutor(jobs, context, _take_setting, (None if "fork" in methods else setting,)) as pool:
        waiting: deque[tuple[Task, Future[Done]]] = deque()
        for task in tasks:
            waiting.append((task, pool.submit(_work_here, task)))
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft()[1].result()
        while waiting:
            yield waiting.popleft()[1].result()


_setting: Setting | None = None


def _take_setting(setting: Setting | None) -> None:
    global _setting  # noqa: PLW0603  the one value of a process that does nothing else
    _setting = setting or _setting


def _work_here(task: Task) -> Done:
    assert _setting is not None  # noqa: S101  each process begins with it
    return _work(task, _setting)


def _work(task: Task, setting: Setting) -> Done:
    """Prepare one task; a fault is a result, too."""
    if task.known is not None or task.problem is not None:
        return Done(task, problem=task.problem)
    prepared: list[Prepared] = []
    problem = None
    try:
        if task.document is not None and task.format is not None:
            prepared.extend(prepare_document(task.document, task.format, task.beside, task.origin, setting))
        else:
            prepared.extend(prepare_records(task.records, task.origin, setting))
    except UnreadableError as error:
        problem = error.problem
    except OSError as error:
        problem = unreadable(error)
    except Exception as fault:  # a fault of the program in one document must not cost the others
        problem = program_fault("", fault)
    if problem is not None and task.origin.record is not None:  # the rest of its archive is not meant
        prepared.append(Prepared(task.origin, problems=(replace(problem, path=None, record=task.origin.record),)))
        problem = None
    return Done(_light(task), tuple(prepared), problem)


def _light(task: Task) -> Task:
    """The task without what it was made of, which need not travel back."""
    return Task(task.at, task.origin)


def unreadable(error: OSError) -> Problem:
    """The problem of a document that can be read no further. It has no path yet."""
    return Problem(
        "unreadable-file",
        f"the document cannot be read: {error.strerror or error}",
        expected="a file that you may read",
        found=type(error).__name__,
        cure="give yourself the right to read it, or take it away",
    )
