"""What only one publisher can have: a name, a site, a folder, a polled address; who claims it second is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.errors import Problem
from generator.model.vocabulary import Publisher
from generator.store.vocabulary_entries import Entry
from generator.text.arabic import tokens


@dataclass(frozen=True, slots=True)
class Placed:
    """A publisher with the entry that it was read from."""

    publisher: Publisher
    entry: Entry


def find_clashes(placed: Iterable[Placed]) -> Iterator[tuple[str, Problem]]:
    """Yield a problem for each thing that two publishers claim, at the second of them, whose id stands before it."""
    every = tuple(placed)
    for claim in _CLAIMS:
        yield from claim.find_clashes(every)


def fold(text: str) -> str:
    """The words of a name in the spelling used for matching."""
    return " ".join(token.text for token in tokens(text))


@dataclass(frozen=True, slots=True)
class _Claim:
    """Something that only one publisher can have: how a problem names it, the key that says it, what each one has."""

    code: str
    what: str
    key: str
    of: Callable[[Publisher], Iterable[tuple[str, str]]]

    def find_clashes(self, placed: Iterable[Placed]) -> Iterator[tuple[str, Problem]]:
        """Yield a problem for each thing that a second publisher claims, with the id of that one."""
        holders: dict[str, Placed] = {}
        for each in placed:
            for folded, shown in self.of(each.publisher):
                first = holders.setdefault(folded, each)
                if first is not each and folded:
                    yield each.publisher.id, self._clash(shown, first, each)

    def _clash(self, shown: str, first: Placed, second: Placed) -> Problem:
        return Problem(
            self.code,
            f"two publishers have the {self.what} {shown}",
            second.entry.path,
            second.entry.lines.get(self.key, second.entry.line),
            expected=f"each {self.what} for one publisher",
            found=f"{first.publisher.id} and {second.publisher.id}",
            cure=f"take the {self.what} from one of the two",
        )


def publisher_names(publisher: Publisher) -> tuple[tuple[str, str], ...]:
    """Every name of a publisher, folded for matching, with how it is written."""
    labels = publisher.labels
    names = (publisher.id, labels.ar, labels.en, *(name for _, name in publisher.concept.names))
    return tuple((fold(name), name) for name in names if fold(name))


def _sites(publisher: Publisher) -> list[tuple[str, str]]:
    return [(str(site), str(site)) for site in publisher.sites]


def folders(publisher: Publisher) -> list[tuple[str, str]]:
    folder = publisher.folder or publisher.id
    return [(folder.casefold(), folder)]


def _polled(publisher: Publisher) -> list[tuple[str, str]]:
    return [(address, address) for address in (*publisher.polling.feeds, *publisher.polling.pages)]


_CLAIMS = (
    _Claim("ambiguous-name", "name", "names", publisher_names),
    _Claim("site-twice", "site", "site", _sites),
    _Claim("folder-twice", "folder", "folder", folders),
    _Claim("feed-twice", "address", "fetch", _polled),
)
