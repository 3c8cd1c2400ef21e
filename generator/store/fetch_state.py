"""What `sijill fetch` remembers of a publisher between two runs: content/sources/<folder>/.fetched.jsonl.

One line a fact, sorted, without the time of the run: the file changes only when something new was learnt, and two
branches that both fetched are merged by keeping the lines of both (`merge=union` in .gitattributes). It may be deleted:
then everything that the feeds still name is new.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from generator.errors import Problem, Severity
from generator.store.documents import SOURCES, is_source_path
from generator.store.files import write_file

NAME = ".fetched.jsonl"
_KEPT = timedelta(days=120)  # a key that no feed names any more is forgotten so long after it was first seen


@dataclass(frozen=True, slots=True)
class Polled:
    """What a feed or page gave when last asked: its validators (RFC 9110, 8.8) and the digest of what it said."""

    etag: str | None = None
    modified: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article's address that could not be fetched yet: since when, and how often it was tried."""

    since: date
    tries: int


@dataclass(frozen=True, slots=True)
class Worded:
    """What a feed said of an article, by its digest, and the day on which that was stored: the words of one that it
    gives whole; of another its title, its summary, and when it was changed."""

    digest: str
    day: date


@dataclass(slots=True)
class FetchState:
    """What is remembered of one publisher: feeds and pages by address, keys of articles with the day on which they were
    first seen, what feeds said of them when they were stored, addresses that wait, addresses that are gone, hosts that
    asked to be left alone until a time (UTC), and documents that were stored and not yet read."""

    polled: dict[str, Polled] = field(default_factory=dict)
    seen: dict[str, date] = field(default_factory=dict)
    worded: dict[str, Worded] = field(default_factory=dict)
    waiting: dict[str, Waiting] = field(default_factory=dict)
    gone: dict[str, date] = field(default_factory=dict)
    resting: dict[str, datetime] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def forget(self, today: date, named: set[str]) -> None:
        """Forget keys first seen long ago that no feed names any more (`named` are those that one does)."""
        self.seen = {key: day for key, day in self.seen.items() if key in named or today - day <= _KEPT}
        self.worded = {
            key: worded for key, worded in self.worded.items() if key in self.seen or today - worded.day <= _KEPT
        }


def state_path(folder: str) -> Path:
    """The file of the publisher whose folder below content/sources is `folder`, relative to the archive's root."""
    return SOURCES / folder / NAME


def load_fetch_state(root: Path, folder: str) -> tuple[FetchState, list[Problem]]:
    """What is remembered of a publisher; lines that cannot be read are told and left out. Raises OSError."""
    path = state_path(folder)
    state, problems = FetchState(), []
    try:
        lines = (root / path).read_bytes().decode("utf-8", "replace").split("\n")
    except FileNotFoundError:
        return state, []
    doubted: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            _take(json.loads(line), state, doubted)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            problems.append(_bad_line(path, number, line))
    for address in doubted:  # two branches learnt two things: ask anew, without a condition
        state.polled.pop(address, None)
    return state, problems


def write_fetch_state(root: Path, folder: str, state: FetchState) -> None:
    """Write what is remembered; without anything there is no file. Raises OSError."""
    lines = sorted(json.dumps(row, ensure_ascii=True, sort_keys=True) for row in _rows(state))
    if lines:
        write_file(root / state_path(folder), ("\n".join(lines) + "\n").encode())
    else:
        (root / state_path(folder)).unlink(missing_ok=True)


def _take(row: dict[str, Any], state: FetchState, doubted: set[str]) -> None:
    """Take one line into the state. Of two lines about one thing, as a merge leaves them, both are heeded."""
    match row:
        case {"polled": str(address)}:
            polled = Polled(*(_text(row.get(name)) for name in ("etag", "modified", "digest")))
            if state.polled.setdefault(address, polled) != polled:
                doubted.add(address)
        case {"seen": str(key), "day": str(day)}:
            state.seen[key] = min(date.fromisoformat(day), state.seen.get(key, date.max))
        case {"worded": str(key), "digest": str(digest), "day": str(day)}:
            worded = Worded(digest, date.fromisoformat(day))
            state.worded[key] = max(worded, state.worded.get(key, worded), key=lambda each: each.day)
        case {"waiting": str(address), "since": str(day), "tries": int(tries)}:
            state.waiting.setdefault(address, Waiting(date.fromisoformat(day), tries))
        case {"gone": str(address), "day": str(day)}:
            state.gone[address] = date.fromisoformat(day)
        case {"resting": str(host), "until": str(time)}:
            until = datetime.fromisoformat(time)
            if until.tzinfo is None:
                raise ValueError(time)
            state.resting[host] = max(until, state.resting.get(host, until))
        case {"unread": str(document)} if is_source_path(Path(document)) and ".." not in Path(document).parts:
            state.unread.add(document)
        case _:
            raise ValueError(row)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _rows(state: FetchState) -> Iterator[dict[str, object]]:
    for address, polled in state.polled.items():
        told = {"etag": polled.etag, "modified": polled.modified, "digest": polled.digest}
        row: dict[str, object] = {"polled": address}
        yield row | {name: value for name, value in told.items() if value}
    for key, day in state.seen.items():
        yield {"seen": key, "day": day.isoformat()}
    for key, worded in state.worded.items():
        yield {"worded": key, "digest": worded.digest, "day": worded.day.isoformat()}
    for address, waiting in state.waiting.items():
        yield {"waiting": address, "since": waiting.since.isoformat(), "tries": waiting.tries}
    for address, day in state.gone.items():
        yield {"gone": address, "day": day.isoformat()}
    for host, until in state.resting.items():
        yield {"resting": host, "until": until.isoformat(timespec="seconds")}
    for document in state.unread:
        yield {"unread": document}


def _bad_line(path: Path, number: int, line: str) -> Problem:
    return Problem(
        "broken-fetch-state",
        "what was remembered of earlier fetches cannot be read here",
        path,
        number,
        expected="a line that `sijill fetch` writes",
        found=line[:80],
        cure="the line is left out; the file is written anew",
        severity=Severity.WARNING,
    )
