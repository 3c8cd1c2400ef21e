"""A publisher's round: with what it is gone, what is remembered of it, and what has come of it so far.

Not for going it (`polling`, `articles`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from generator.errors import Problem
from generator.ingest.fetch.addresses import Address
from generator.ingest.fetch.agent import DELAY, Agent
from generator.ingest.fetch.connection import Answer
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.fetch.warc import document_path, render_warc
from generator.model.vocabulary import Publisher
from generator.store.fetch_state import FetchState
from generator.store.files import write_file


@dataclass(frozen=True, slots=True)
class Errand:
    """What every publisher is polled with: the archive, the agent, the time; `most` is how many articles are fetched
    from one publisher at the most; `tell` says a line to people. `dry_run` looks at feeds, and stores nothing."""

    root: Path
    agent: Agent
    now: datetime
    most: int
    dry_run: bool
    tell: Callable[[str], None]

    @property
    def today(self) -> date:
        """The day of the run, in UTC."""
        return self.now.date()


@dataclass(slots=True)
class Round:
    """One publisher's round: what is remembered of it, and what has come of the round so far."""

    publisher: Publisher
    file: Path
    errand: Errand
    state: FetchState
    documents: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    lists: int = 0
    new: int = 0
    asked: int = 0

    @property
    def folder(self) -> str:
        """The publisher's folder below content/sources."""
        return self.publisher.folder or self.publisher.id

    @property
    def delay(self) -> float:
        """The pause between two requests to one host, in seconds."""
        return DELAY if self.publisher.polling.delay is None else self.publisher.polling.delay


def heed(rounds: Round, fault: FetchFault, address: Address) -> None:
    """Remember for how long a host asked to be left alone."""
    if fault.wait is not None:
        host = fault.host or address.host
        rounds.state.resting[host] = fault.until(rounds.errand.now)


def store(rounds: Round, answer: Answer, name: str = "") -> None:
    """Store an answer as a source document, unless it lies there already."""
    if rounds.errand.dry_run:
        return
    path = document_path(rounds.folder, answer, rounds.errand.today, name)
    if not (rounds.errand.root / path).exists():
        write_file(rounds.errand.root / path, render_warc(answer, rounds.errand.agent.clock()))
    rounds.documents.append(path)
    rounds.state.unread.add(path.as_posix())
