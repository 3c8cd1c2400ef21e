"""The processes in which records are prepared: one, or several that give the same results in the same order.

Only hands work out and takes results in; what is done with a task stands in `preparing`.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import TypeVar

from generator.errors import Problem, UnreadableError
from generator.ingest.captures import Batch, in_batches, read_batch
from generator.ingest.formats import NOTHING, Beside, Format
from generator.ingest.metadata import Origin
from generator.ingest.preparing import Prepared, Setting, key_within, prepare_document, prepare_records, program_fault
from generator.ingest.readers.archives.captures import Capture
from generator.ingest.report import DocumentReport
from generator.model.source import Record, SourceDocument
from generator.model.vocabulary import Publisher

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
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


class Hands:
    """Those who read for whoever makes the tasks, what he need not read himself: the crew once there is one."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.crew: _Crew | None = None

    def read_captures(
        self, path: Path, publisher: Publisher | None, captures: Iterator[Capture]
    ) -> Iterator[tuple[Record | Problem, ...]]:
        """What each capture of the web archive at `path` in the folder of `publisher` holds, in their order."""
        batches = (Batch(path, publisher, some) for some in in_batches(captures))
        if self.crew is not None:
            yield from self.crew.read_captures(batches)
            return
        for batch in batches:
            yield from read_batch(batch, self.setting)


def work_through(tasks: Iterable[Task], hands: Hands, jobs: int) -> Iterator[Done]:
    """Prepare every task, in `jobs` processes, and give the results in the order of the tasks.

    A process that dies, as one does that the system ends for want of memory, costs what it was at and nothing else.
    """
    if jobs <= 1:
        yield from (_work(task, hands.setting) for task in tasks)
        return
    gc.freeze()  # what all processes begin with is neither looked through again and again, nor copied for that
    crew = hands.crew = _Crew(hands.setting, jobs)
    try:
        waiting: deque[tuple[Task, Future[Done]]] = deque()
        for task in tasks:
            waiting.append((task, crew.begin(task)))
            if len(waiting) > jobs * _AHEAD:
                yield crew.finish(*waiting.popleft())
        while waiting:
            yield crew.finish(*waiting.popleft())
    except BaseException:  # Ctrl-C above all: nobody waits for what is begun
        crew.stop()
        raise
    finally:
        gc.unfreeze()
    crew.leave()


class _Crew:
    """Processes that work on tasks, and are replaced where one of them dies."""

    def __init__(self, setting: Setting, jobs: int) -> None:
        self._setting = setting
        self._jobs = jobs
        self._others = multiprocessing.active_children()
        self._pool = _open_pool(setting, jobs)

    def begin(self, task: Task) -> Future[Done]:
        """Hand a task out."""
        return self._submit(_work_here, task)

    def _submit(self, act: Callable[[_Given], _Made], given: _Given) -> Future[_Made]:
        with _undisturbed():
            try:
                return self._pool.submit(act, given)
            except BrokenProcessPool:
                self.leave()
                self._pool = _open_pool(self._setting, self._jobs)
                return self._pool.submit(act, given)

    def read_captures(self, batches: Iterable[Batch]) -> Iterator[tuple[Record | Problem, ...]]:
        """What the captures of all batches hold, in their order; some batches are read ahead."""
        waiting: deque[tuple[Batch, Future[list[tuple[Record | Problem, ...]]]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(_read_here, batch)))
            if len(waiting) > self._jobs * 2:
                yield from self._read_of(*waiting.popleft())
        while waiting:
            yield from self._read_of(*waiting.popleft())

    def _read_of(
        self, batch: Batch, future: Future[list[tuple[Record | Problem, ...]]]
    ) -> list[tuple[Record | Problem, ...]]:
        """The result of a batch that was handed out; each capture is read again, by itself, where a process died
        meanwhile."""
        try:
            return future.result()
        except BrokenProcessPool:
            each = [self._alone(_read_here, replace(batch, captures=(capture,))) for capture in batch.captures]
        return [
            found[0] if found else (replace(_process_died(), path=batch.path, record=capture.key),)
            for capture, found in zip(batch.captures, each, strict=True)
        ]

    def finish(self, task: Task, future: Future[Done]) -> Done:
        """The result of a task that was handed out; done again, by itself, where a process died meanwhile."""
        try:
            return future.result()
        except BrokenProcessPool:
            if len(task.records) < 2:
                return self._do_alone(task)
            each = [self._do_alone(replace(task, records=(record,))) for record in task.records]
            return Done(_light(task), tuple(prepared for done in each for prepared in done.prepared))

    def leave(self) -> None:
        """End the processes, which have nothing more to do."""
        self._pool.shutdown(cancel_futures=True)

    def stop(self) -> None:
        """End the processes, whatever they are at."""
        for process in multiprocessing.active_children():
            if process not in self._others:
                process.kill()
        with suppress(RuntimeError, AssertionError):  # the pool was just being opened: its thread is not there yet
            self.leave()

    def _do_alone(self, task: Task) -> Done:
        return self._alone(_work_here, task) or _done(task, [], _process_died())

    def _alone(self, act: Callable[[_Given], _Made], given: _Given) -> _Made | None:
        """What a process of its own makes of it; None where that dies too."""
        pool = _open_pool(self._setting, 1)
        try:
            return pool.submit(act, given).result()
        except BrokenProcessPool:
            return None
        finally:
            pool.shutdown()


def _open_pool(setting: Setting, jobs: int) -> ProcessPoolExecutor:
    global _setting  # noqa: PLW0603  forked processes find it in place, and nothing is sent
    _setting = setting
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    return ProcessPoolExecutor(jobs, context, _begin_process, (None if "fork" in methods else setting,))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and the like wait: one that comes while a process is being made is lost in what Python does then."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_ENDING = (signal.SIGINT, signal.SIGTERM)
_setting: Setting | None = None


def _begin_process(setting: Setting | None) -> None:
    """Take the setting, and live as long as the run: Ctrl-C is for the run alone, and none outlives it when it is
    killed."""
    global _setting  # noqa: PLW0603  the one value of a process that does nothing else
    _setting = setting or _setting
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    Thread(target=_end_with_the_run, daemon=True).start()


def _end_with_the_run() -> None:
    run = multiprocessing.parent_process()
    if run is not None:
        wait([run.sentinel])
        os._exit(1)


def _read_here(batch: Batch) -> list[tuple[Record | Problem, ...]]:
    assert _setting is not None  # noqa: S101  each process begins with it
    return read_batch(batch, _setting)


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
    return _done(task, prepared, problem)


def _done(task: Task, prepared: list[Prepared], problem: Problem | None) -> Done:
    """The results of a task. A problem of one record, or of one member of an archive, is not one of the rest."""
    record = task.origin.record
    if problem is not None and len(task.records) == 1:
        (only,) = task.records
        record = only.record if isinstance(only, Problem) else key_within(task.origin, only.key)
    if problem is not None and record is not None:
        here = replace(task.origin, record=record)
        prepared.append(Prepared(here, problems=(replace(problem, path=None, record=record),)))
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


def _process_died() -> Problem:
    """The problem of what ended the process that prepared it. It has no path yet."""
    return Problem(
        "process-died",
        "the process that read this ended before it was through, twice",
        expected="a text that can be read within the memory of this machine",
        found="most often too little memory: the system ends the process that asks for most",
        cure="divide the document, or ingest it by itself with more memory and `--jobs 1`",
    )
