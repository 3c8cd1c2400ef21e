"""Pages and files with a key each: the digest of everything that can change their bytes, known before they are made.

A page whose key is unchanged need not be planned, rendered or written again. What the theme, the program and the
engine add to every page is not in the keys: whoever compares keys compares that first (generator/build).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from hashlib import blake2b

from generator.errors import Problem
from generator.model.page import GeneratedFile, Permalink, PlannedPage
from generator.model.values import value

DIGEST_SIZE = 16
Note = Mapping[str, object]
# What one input of a key is: mostly the digest of its state.
State = bytes | str | None


@value(frozen=True, slots=True)
class KeyedPage:
    """One page before it is planned. `plan` gives all that it shows; equal keys give equal pages.

    `indexed` says whether search engines may list the page, `lastmod` when its text last changed (empty where unknown),
    `alternate` the same page in the other language, `period` the year of an article's page or `undated`, empty for all
    others. `written` says that people wrote the page in MkDocs' own Markdown. `states` are what
    the key is made of, with their `names`, for `explain`.
    """

    permalink: Permalink
    key: bytes
    plan: Callable[[], PlannedPage]
    indexed: bool = True
    lastmod: str = ""
    alternate: Permalink | None = None
    period: str = ""
    source: str = ""
    written: bool = False
    names: tuple[str, ...] = ()
    states: tuple[State, ...] = ()

    def planned_by(self, plan: Callable[[], PlannedPage]) -> KeyedPage:
        """Give the same page planned by another function, which plans the same."""
        return KeyedPage(
            self.permalink,
            self.key,
            plan,
            self.indexed,
            self.lastmod,
            self.alternate,
            self.period,
            self.source,
            self.written,
            self.names,
            self.states,
        )


@value(frozen=True, slots=True)
class Made:
    """Files made together, and what the group that closes the round needs to know of them (plain JSON)."""

    files: tuple[GeneratedFile, ...]
    note: Note = field(default_factory=dict)


@value(frozen=True, slots=True)
class Derived:
    """Files that are made from many articles together: a feed, a part of the sitemap, a period of the search index.

    Equal keys give equal files. `make` is called with the notes of all groups before it, by name; only a `closing`
    group reads them, so that all others can be made in any order and place.
    """

    name: str
    key: bytes
    make: Callable[[Mapping[str, Note]], Made]
    closing: bool = False


@value(frozen=True, slots=True)
class Plan:
    """The whole site before anything is rendered. `not_found` is what a host shows for an address that leads nowhere
    (404.html); `problems` are the faults met while planning: the articles they name are set aside, all else is planned.
    """

    pages: tuple[KeyedPage, ...]
    derived: tuple[Derived, ...]
    not_found: KeyedPage
    problems: tuple[Problem, ...] = ()

    def files(self) -> Iterator[GeneratedFile]:
        """Make all files that are no pages."""
        notes: dict[str, Note] = {}
        for group in self.derived:
            made = group.make(notes)
            notes[group.name] = made.note
            yield from made.files


_KNOWN = 256
_SIZES = [b"%d;" % size for size in range(_KNOWN)]


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:  # lone surrogates
        return text.encode("utf-8", "surrogatepass")


def digest(*parts: State) -> bytes:
    """The digest of several values: 16 bytes of BLAKE2b (RFC 7693); None is no empty text, and no part runs into the
    next."""
    written: list[bytes] = []
    for each in parts:
        if each is None:
            written.append(b"-;")
            continue
        raw = _encode(each) if isinstance(each, str) else each
        size = len(raw)
        written += (_SIZES[size] if size < _KNOWN else b"%d;" % size, raw)
    return blake2b(b"".join(written), digest_size=DIGEST_SIZE).digest()


def keyed(planned: PlannedPage, *, lastmod: str = "", alternate: Permalink | None = None) -> KeyedPage:
    """Give a page that is planned already, with the digest of all it shows as its key."""
    frame = planned.frame
    return KeyedPage(
        frame.permalink,
        digest(repr(planned)),
        partial(_give, planned),
        indexed=frame.head.indexed,
        lastmod=lastmod,
        alternate=alternate,
        source=planned.source,
        written=bool(planned.markdown.strip()),
    )


def _give(planned: PlannedPage) -> PlannedPage:
    return planned
