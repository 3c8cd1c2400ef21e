"""Pages rendered and files made by several processes at once, each on a slice and into a folder of its own.

The processes are forks of this one, so each has the plan, the theme and the engine without loading them again. Slices
are runs of pages in order of address: so hardly any folder of the site is in two slices.
"""

from __future__ import annotations

import errno
import gc
import json
import multiprocessing
import os
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from generator.build.engine import Engine
from generator.build.workplace import Workplace
from generator.errors import MisuseError, Problem, SijillError
from generator.publish.keyed import Derived, KeyedPage, Note

_LISTING_WEIGHT = 3
# To set MkDocs up for a slice takes as long as some hundred pages.
_WORTH_A_PROCESS = 300
# cmark-gfm's binding never gives back what it has parsed, some 25 KB a page: a process ends before that is much.
_MOST_PAGES = 6000
_TELL_EVERY = 0.2  # seconds


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that is to be made: pages, the page for lost addresses, copied files, groups of derived files.

    `together` says that one process has to make it.
    """

    pages: tuple[KeyedPage, ...]
    not_found: KeyedPage | None
    copies: bool
    groups: tuple[Derived, ...]
    together: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.pages or self.not_found or self.copies or self.groups)


@dataclass(slots=True)
class Done:
    """What came of it: problems met, and the notes and paths of each group by name."""

    problems: list[Problem] = field(default_factory=list)
    groups: dict[str, tuple[Note, list[str]]] = field(default_factory=dict)


class RenderingError(SijillError):
    """The engine could not go on: there is no new site."""


def cut_slices(pages: Sequence[KeyedPage], count: int, *, spread: bool = True) -> list[tuple[KeyedPage, ...]]:
    """Cut pages into at most `count` slices of about the same work, in order of address.

    Where they need not be of the same (`spread` is false), listings that follow each other stay together: those of tags
    and sources show the same articles again and again, and a process renders each once.
    """
    ordered = sorted(pages, key=lambda page: page.permalink)
    share = sum(map(_weigh, ordered)) / max(count, 1)
    slices: list[list[KeyedPage]] = [[] for _ in range(count)]
    done = number = 0
    in_listings = False
    for page in ordered:
        if spread or page.period or not in_listings:
            number = min(int(done / share), count - 1)
        slices[number].append(page)
        done += _weigh(page)
        in_listings = not page.period
    return [tuple(each) for each in slices if each]


def _weigh(page: KeyedPage) -> int:
    """How much work a page is, in articles."""
    return 1 if page.period else _LISTING_WEIGHT


def render_all(work: Work, engine: Engine, workplace: Workplace, jobs: int, tell: Callable[[int, int], None]) -> Done:
    """Make everything of `work`, by at most so many processes, in the stages of the workplace, which are cleared first.

    `tell` is told how many pages of how many are done. Raises RenderingError where a process cannot go on, MisuseError
    where the disk is full.
    """
    done = Done()
    if work.is_nothing:
        return done
    workplace.clear_staging()
    jobs = min(jobs, 1 + len(work.pages) // _WORTH_A_PROCESS)
    # The longest first, so that no process is left with it at the end.
    waiting = deque(sorted(enumerate(_divide(work, jobs)), key=lambda each: -sum(map(_weigh, each[1].pages))))
    if len(waiting) > 1:
        engine.warm()
    gc.freeze()
    running: dict[Connection, Any] = {}
    progress = _Progress(len(work.pages), tell)
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                number, own = waiting.popleft()
                _start(own, engine, workplace.stage(number), running)
            _listen(running, done, progress)
    finally:
        for process in running.values():
            process.kill()
            process.join()
    return done


def _divide(work: Work, jobs: int) -> list[Work]:
    """Divide the work among processes: a slice for each of `jobs`, as many times that as it takes for none to be too
    large; so none is left for one process at the end."""
    if work.together:
        return [replace(work, groups=tuple(deal_groups(work.groups, 1)[0]))]
    turns = max(1, -(-len(work.pages) // (_MOST_PAGES * jobs)))
    slices = cut_slices(work.pages, turns * jobs, spread=turns < 4) or [()]
    groups = deal_groups(work.groups, len(slices))
    first, *others = [Work(pages, None, False, tuple(own)) for pages, own in zip(slices, groups, strict=True)]
    return [replace(first, not_found=work.not_found, copies=work.copies), *others]


def deal_groups(groups: Sequence[Derived], count: int) -> list[list[Derived]]:
    """Deal the groups that need nothing of others to `count` slices, in turn."""
    open_ones = [group for group in groups if not group.closing]
    return [open_ones[number::count] for number in range(count)]


def _start(own: Work, engine: Engine, stage: Path, running: dict[Connection, Any]) -> None:
    """Let a fork of this process do its part; it is heard at a connection of its own."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(own, engine, stage, there))
    process.start()
    there.close()
    running[here] = process


def make_groups(groups: Sequence[Derived], notes: Mapping[str, Note], stage: Path) -> dict[str, tuple[Note, list[str]]]:
    """Make groups of files in a stage; gives the notes and paths of each by name."""
    made = {}
    for group in groups:
        result = group.make(notes)
        for file in result.files:
            place = stage / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.content)
        made[group.name] = (result.note, [file.path for file in result.files])
    return made


@dataclass(slots=True)
class _Progress:
    """How many pages the processes have rendered, of how many."""

    total: int
    tell: Callable[[int, int], None]
    counts: dict[Connection, int] = field(default_factory=dict)

    def note(self, connection: Connection, count: int) -> None:
        """Take what a process says."""
        self.counts[connection] = count
        self.repeat()

    def repeat(self) -> None:
        """Tell how far it is; who is told may give up."""
        self.tell(sum(self.counts.values()), self.total)


def _listen(running: dict[Connection, Any], done: Done, progress: _Progress) -> None:
    """Hear the processes until one has said its last word."""
    count = len(running)
    while len(running) == count:
        ready = wait(list(running), _TELL_EVERY)
        if not ready:
            progress.repeat()
        for connection in ready:
            if not isinstance(connection, Connection):
                continue
            try:
                said = json.loads(connection.recv_bytes())
            except EOFError:
                process = running.pop(connection)
                process.join()
                raise RenderingError(_died(process.exitcode)) from None
            if "pages" in said:
                progress.note(connection, said["pages"])
                continue
            running.pop(connection).join()
            if said["fault"] is not None:
                raise _fault(said["fault"])
            done.problems += [Problem.from_json(each) for each in said["problems"]]
            done.groups.update({name: (note, paths) for name, (note, paths) in said["groups"].items()})


def _work(own: Work, engine: Engine, stage: Path, connection: Connection) -> None:
    """Do one process's work and say what came of it."""
    count, told = 0, time.monotonic()

    def tell() -> None:
        nonlocal count, told
        count += 1
        now = time.monotonic()
        if now - told > _TELL_EVERY or count == len(own.pages):
            told = now
            connection.send_bytes(json.dumps({"pages": count}).encode())

    said: dict[str, object]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the first of them ends the others
    try:
        stage.mkdir(parents=True)
        problems = []
        if own.pages or own.not_found or own.copies:
            problems = engine.render(own.pages, stage, not_found=own.not_found, copies=own.copies, tell=tell)
        groups = make_groups(own.groups, {}, stage)
        said = {"fault": None, "problems": [each.as_json() for each in problems], "groups": groups}
    except SijillError as fault:
        said = {"fault": fault.problem.as_json(), "problems": [], "groups": {}}
    except BaseException as fault:  # whatever it is, the site of before stands, and the reader is told
        said = {"fault": build_failed(fault, stage).as_json(), "problems": [], "groups": {}}
    connection.send_bytes(json.dumps(said).encode())
    connection.close()
    os._exit(0)


def _fault(said: dict[str, Any]) -> SijillError:
    problem = Problem.from_json(said)
    return MisuseError(problem) if problem.code == "disk-full" else RenderingError(problem)


def build_failed(fault: BaseException, place: Path | None = None) -> Problem:
    """Say that the engine failed, in its own words; `place` is where it wrote."""
    if isinstance(fault, OSError) and is_disk_full(fault):
        return disk_full(fault, place)
    last = traceback.format_exception_only(type(fault), fault)[-1].strip()
    return Problem(
        code="build-failed",
        what="the site was not built; the one of before stands as it was",
        expected="MkDocs to come to its end",
        found=last,
        cure="run `mkdocs build --verbose` for everything MkDocs has to say",
    )


def is_disk_full(fault: OSError) -> bool:
    """Whether the system refused to write for want of room, or of the right to more of it."""
    return fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def disk_full(fault: OSError, place: Path | None, *, decided: bool = False) -> Problem:
    """Say that there is no room at `place`; `decided` says that the site is staged whole, and waits for its place."""
    outcome = "is not yet in its place" if decided else "was not built"
    rest = "the next build puts it there" if decided else "the one of before stands as it was"
    return Problem(
        code="disk-full",
        what=f"the site {outcome}, since the disk is full; {rest}",
        path=place,  # the system names the file that was read, where one was copied
        expected="room for the new pages beside the site",
        found=fault.strerror or "no room",
        cure="make room, then build again",
    )


def _died(code: int | None) -> Problem:
    """Say that a process ended without a word, as when the system ends it for want of memory."""
    return Problem(
        code="build-failed",
        what="the site was not built; the one of before stands as it was",
        expected="every process to come to its end",
        found=f"one ended with code {code}, as it does where memory runs out",
        cure="build again with fewer processes: --jobs 1",
    )
