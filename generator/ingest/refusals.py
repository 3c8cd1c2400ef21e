"""What people refused: documents, and records of documents, in the state in which a person saw them.

What says something else now is another question, so that no article is lost for want of one that stood in its place.
Not for articles that were withdrawn (decisions).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem
from generator.model.decision import Decision, Verdict
from generator.model.source import Record
from generator.store.documents import is_gone, shown_name

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Refusals:
    """Documents with records (None: the whole document) that are refused whatever they say, as a person wrote without
    naming a state; documents with states; and states of documents that are not there any more: they were renamed."""

    named: frozenset[tuple[str, str | None]]
    states: frozenset[tuple[str, str]]
    moved: frozenset[str]

    def hold(self, documents: Iterable[Path], record: str | None, states: Iterable[str]) -> bool:
        """Whether a record (None: the whole document) is refused. `documents` are the names of its document, `states`
        those that it and what it is a part of are in."""
        names = [shown_name(each) for each in documents]
        states = [each for each in states if each]
        if any((name, part) in self.named for name in names for part in (None, record)):
            return True
        return any(state in self.moved or (name, state) in self.states for state in states for name in names)

    def __bool__(self) -> bool:
        """Whether anything is refused."""
        return bool(self.named or self.states)


def find_refusals(decisions: Iterable[Decision], root: Path) -> Refusals:
    """The refusals among what was decided for the archive at `root`."""
    refused = [each for each in decisions if each.document is not None and each.verdict is Verdict.REFUSED]
    seen = [(each.document, each.seen) for each in refused if each.document and each.seen]
    return Refusals(
        frozenset((each.document, each.record) for each in refused if each.document and not each.seen),
        frozenset(seen),
        frozenset(state for document, state in seen if is_gone(root / document)),
    )


def state_of_record(record: Record) -> str:
    """The state of a record of several: a digest of what it says, wherever in its document it stands."""
    return _digest((*(each.value for each in record.claims), *(each.text for each in record.blocks)))


def state_of_fault(problem: Problem) -> str:
    """The state of a record that could not be read: nothing but its key and its fault tell it from others."""
    return _digest((problem.record, problem.code, problem.what, problem.found))


def _digest(texts: Iterable[str]) -> str:
    found = hashlib.sha256()
    for text in texts:
        found.update(text.encode("utf-8", "surrogatepass") + b"\0")
    return found.hexdigest()[:_DIGITS]
