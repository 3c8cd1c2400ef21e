"""The itinerary of a fetch: publishers chosen, polled beside each other, what came of each stored and remembered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from generator.errors import MisuseError, Problem, Severity
from generator.ingest.fetch.addresses import PORTS, read_address
from generator.ingest.fetch.agent import Agent, utc_now
from generator.ingest.fetch.connection import Limits
from generator.ingest.fetch.courtesy import Courtesy
from generator.ingest.fetch.polling import poll
from generator.ingest.fetch.reach import Reach, Resolver, resolve_host
from generator.ingest.fetch.round import Errand, Round
from generator.model.vocabulary import Publisher, Vocabulary
from generator.store.documents import SOURCES
from generator.store.fetch_state import FetchState, load_fetch_state, state_path, write_fetch_state
from generator.store.publishers import publisher_files
from generator.store.vocabulary import load_vocabulary

_AT_ONCE = 8
MOST = 200
MINUTES = 60


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: `chosen` publishers (none: all), at the time `now` (UTC), under the name `user_agent`;
    `allowed` are hosts with ports that may be asked though they are not public. `most` articles of a publisher are
    fetched at the most, and after so many `minutes` nothing more is begun."""

    user_agent: str
    now: datetime
    chosen: tuple[str, ...] = ()
    allowed: frozenset[tuple[str, int]] = frozenset()
    most: int = MOST
    minutes: float = MINUTES
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """How the world is reached; a test puts its own in place."""

    resolve: Resolver = resolve_host
    limits: Limits = field(default_factory=Limits)
    courtesy: Callable[[], Courtesy] = Courtesy
    clock: Callable[[], datetime] = utc_now


@dataclass(frozen=True, slots=True)
class Haul:
    """What came of one publisher, with its folder below content/sources: the documents to read, relative to the root,
    how many articles were new, problems."""

    publisher: str
    folder: str
    documents: tuple[Path, ...]
    new: int
    problems: tuple[Problem, ...]


def fetch(
    root: Path, order: Order, tell: Callable[[str], None] = lambda _line: None, network: Network | None = None
) -> tuple[Haul, ...]:
    """Poll the publishers of the archive at `root`, and give what came of each, sorted by id.

    A fault with one publisher never stops the others. Raises ConfigurationError where the vocabulary is broken,
    MisuseError where a chosen publisher is not in it or has nothing to poll.
    """
    root = root.resolve()
    net = network or Network()
    publishers = _choose(load_vocabulary(root), order.chosen)
    reach = Reach(order.allowed, frozenset(_named_ports(publishers)), net.resolve)
    agent = Agent(order.user_agent, reach, net.courtesy(), net.limits, net.clock)
    errand = Errand(root, agent, order.now, order.most, order.dry_run, tell)
    with _threads(len(publishers), agent.courtesy, order.minutes) as threads:
        return tuple(threads.map(lambda publisher: _poll(publisher, errand), publishers))


def mark_read(root: Path, hauls: Iterable[Haul]) -> None:
    """Note that the documents of `hauls` were handed to ingest. Until then the next fetch hands them on again: this one
    may have been interrupted. Raises OSError."""
    for haul in hauls:
        if haul.documents:
            state, _ = load_fetch_state(root, haul.folder)
            state.unread.clear()
            write_fetch_state(root, haul.folder, state)


@contextmanager
def _threads(number: int, courtesy: Courtesy, minutes: float) -> Iterator[ThreadPoolExecutor]:
    """Threads for so many publishers. When the run is interrupted or has taken so long, they end what they are at, and
    ask for nothing more: what is left waits for the next run."""
    watch = threading.Timer(minutes * 60, courtesy.stop)
    watch.daemon = True
    watch.start()
    with ThreadPoolExecutor(max(1, min(number, _AT_ONCE))) as threads:
        try:
            yield threads
        except BaseException:
            courtesy.stop()
            threads.shutdown(wait=False, cancel_futures=True)
            raise
        finally:
            watch.cancel()


def _choose(vocabulary: Vocabulary, chosen: Iterable[str]) -> list[Publisher]:
    """The publishers to poll, sorted by id."""
    polled = {each.id: each for each in vocabulary.publishers.values() if each.polling.feeds or each.polling.pages}
    for name in chosen:
        if name not in polled:
            raise MisuseError(_not_polled(name, vocabulary))
    return [polled[name] for name in sorted(chosen or polled)]


def _named_ports(publishers: Iterable[Publisher]) -> Iterator[tuple[str, int]]:
    """The hosts with unusual ports that the publishers' files name."""
    for publisher in publishers:
        for text in (*publisher.polling.feeds, *publisher.polling.pages):
            address = read_address(text)
            if address is not None and address.port not in PORTS.values():
                yield address.host, address.port


def _poll(publisher: Publisher, errand: Errand) -> Haul:
    """One publisher, from what is remembered of it to what is remembered now."""
    own = Path("content/vocabulary/publishers") / f"{publisher.id}.yml"
    file = own if own in publisher_files(errand.root) else own.parent.with_suffix(".yml")
    rounds = Round(publisher, file, errand, FetchState())
    try:
        _refuse_outside(errand.root, rounds.folder)
        rounds.state, problems = load_fetch_state(errand.root, rounds.folder)
        rounds.problems.extend(problems)
        rounds.documents.extend(Path(text) for text in sorted(rounds.state.unread) if (errand.root / text).is_file())
        try:
            poll(rounds)
        finally:
            if not errand.dry_run:
                write_fetch_state(errand.root, rounds.folder, rounds.state)
    except OSError as fault:
        rounds.problems.append(_unwritable(rounds, fault))
    except Exception as fault:  # a fault of the program with one publisher must not cost the others
        rounds.problems.append(_program_fault(rounds, fault))
    documents = tuple(dict.fromkeys(rounds.documents))
    told = tuple(_with_line(errand.root, problem) for problem in dict.fromkeys(rounds.problems))
    return Haul(publisher.id, rounds.folder, documents, rounds.new, told)


def _with_line(root: Path, problem: Problem) -> Problem:
    """A problem with an address that a publisher's file names, with the line on which it does."""
    if problem.path is None or problem.line is not None or not problem.record:
        return problem
    try:
        lines = (root / problem.path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return problem
    named = (number for number, line in enumerate(lines, start=1) if problem.record in line)
    return replace(problem, line=next(named, None))


def _refuse_outside(root: Path, folder: str) -> None:
    """Raise OSError where a publisher's folder is a link that leads out of the archive."""
    place = root / SOURCES / folder
    if not place.resolve().is_relative_to(root):
        raise OSError(1, "the folder is a link that leads out of the archive", str(SOURCES / folder))


def _not_polled(name: str, vocabulary: Vocabulary) -> Problem:
    known = name in vocabulary.publishers
    return Problem(
        "nothing-to-poll" if known else "unknown-publisher",
        f"nothing is fetched from {name}" if known else f"there is no publisher {name}",
        expected="a publisher whose file names feeds or pages below `fetch:`",
        found="a file without them" if known else ", ".join(sorted(vocabulary.publishers)) or "no publishers",
        cure="add them as docs/publishers.md shows" if known else "write its id as the name of its file says it",
    )


def _unwritable(rounds: Round, fault: OSError) -> Problem:
    return Problem(
        "cannot-write",
        f"what comes from this publisher cannot be stored: {fault.strerror or fault}",
        state_path(rounds.folder),
        expected="a folder below content/sources that you may write to",
        found=str(fault.filename or type(fault).__name__),
        cure="give yourself the right to write there, or make room",
    )


def _program_fault(rounds: Round, fault: Exception) -> Problem:
    return Problem(
        "program-fault",
        "the program failed on this publisher",
        rounds.file,
        expected="documents, or a reason why there are none",
        found=f"{type(fault).__name__}: {fault}"[:200],
        cure="this is a mistake of the program: report it together with the file",
        severity=Severity.ERROR,
    )
