"""Which publisher a document is of, and how that publisher wrote on the document's day. Pure.

Not for what a document says of its source in words (`store.vocabulary.find_publisher` finds a publisher by its name).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from generator.ingest.copies import read_copy
from generator.model.publisher import PublisherVersion, Selectors, Site
from generator.model.vocabulary import Publisher, Vocabulary
from generator.store.documents import SOURCES
from generator.text.hosts import holds, read_site


def find_publisher(
    path: Path | None, address: str | None, feed: str | None, vocabulary: Vocabulary
) -> Publisher | None:
    """The publisher of a document that lies at `path` (relative to the archive's root), has the web address `address`
    and was named by the feed at the address `feed`; each may be None.

    The article's own address says most, then the feed's, then the folder below content/sources: a feed or a folder may
    hold what others have published. Of several publishers on one host the one with the longest path counts.
    """
    publishers = tuple(vocabulary.publishers.values())
    for publisher in (
        _of_address(address, publishers),
        _of_feed(feed, publishers),
        _of_folder(path, publishers),
    ):
        if publisher is not None:
            return publisher
    return None


def find_unusable(path: Path | None, address: str | None, vocabulary: Vocabulary) -> str | None:
    """The id of the publisher with a broken file whose document this would be, if it is no other one's; else None."""
    if find_publisher(None, address, None, vocabulary) is not None:
        return None
    broken = replace(vocabulary, publishers=vocabulary.unusable)
    by_address = find_publisher(None, address, None, broken)
    by_folder = None if find_publisher(path, None, None, vocabulary) else find_publisher(path, None, None, broken)
    found = by_address or by_folder
    return found.id if found is not None else None


def versions_of(publisher: Publisher) -> tuple[PublisherVersion, ...]:
    """How a publisher writes and wrote, the newest first."""
    return (publisher.now, *reversed(publisher.before))


def find_selectors(
    vocabulary: Vocabulary, publisher: Publisher | None, address: str | None, day: date | None
) -> Selectors | None:
    """Where on the page at `address`, published or taken on `day`, the parts of its article stand, as the file of its
    publisher says; None where it does not. `publisher` is that of the page's place, where the address tells none.
    """
    owner = find_publisher(None, address, None, vocabulary) or publisher
    found = version_at(owner, day).selectors if owner is not None else Selectors()
    return found if found != Selectors() else None


def version_at(publisher: Publisher, day: date | None) -> PublisherVersion:
    """How a publisher wrote on a day: its oldest version that was valid on it; how it writes now, where none was.

    `day` is when the document was published, where that is known, else when it was taken; None gives what is valid now.
    """
    if day is None:
        return publisher.now
    valid = (each for each in publisher.before if each.valid_until is not None and day <= each.valid_until)
    return next(valid, publisher.now)


def _of_address(address: str | None, publishers: tuple[Publisher, ...]) -> Publisher | None:
    """The publisher in one of whose sites an address lies."""
    for each in _addresses(address):
        place = read_site(each)
        if place is not None:
            found = _of_place(place, publishers)
            if found is not None:
                return found
    return None


def _addresses(address: str | None) -> Iterator[str]:
    """An address, or, where it is a copy's, the address of the page that was copied, and then the copy's own."""
    if not address:
        return
    copy = read_copy(address)
    if copy is not None:
        yield copy[0]
    yield address


def _of_place(place: Site, publishers: tuple[Publisher, ...]) -> Publisher | None:
    """The publisher on one of whose sites a place is: that with the longest host, then path. Without sites it is
    at home on the host of the address that readers are given; where several are, the path of that address counts."""
    near = [(site, each) for each in publishers for site in each.sites if holds(site, place)]
    homes = [(home, each) for each in publishers if not each.sites and (home := _home(each.url))]
    homes = [(home, each) for home, each in homes if holds(Site(home.host), place)]
    host = max((site.host for site, _ in (*near, *homes)), key=len, default="")
    there = [(site, each) for site, each in near if site.host == host]
    if there:
        return max(there, key=lambda found: len(found[0].path))[1]
    there = [(home, each) for home, each in homes if home.host == host]
    if len(there) > 1:
        there = [(home, each) for home, each in there if holds(home, place)]
        longest = max((len(home.path) for home, _ in there), default=0)
        there = [(home, each) for home, each in there if len(home.path) == longest]
    return there[0][1] if len(there) == 1 else None


@lru_cache(maxsize=4096)
def _home(address: str | None) -> Site | None:
    """The host of an address and its path."""
    return read_site(address) if address else None


def _of_feed(feed: str | None, publishers: tuple[Publisher, ...]) -> Publisher | None:
    """The publisher that names a feed as its own, else the one on whose site the feed lies."""
    if not feed:
        return None
    named = (each for each in publishers if feed in (*each.polling.feeds, *each.polling.pages))
    return next(named, None) or _of_address(feed, publishers)


def _of_folder(path: Path | None, publishers: tuple[Publisher, ...]) -> Publisher | None:
    """The publisher in whose folder a document lies; of folders inside each other the innermost."""
    if path is None or path.is_absolute() or not path.is_relative_to(SOURCES):
        return None
    folders = path.relative_to(SOURCES).parts[:-1]
    by_folder = {_folded(each.folder or each.id): each for each in publishers}
    found = (by_folder.get(_folded(folder)) for folder in reversed(folders))
    return next((each for each in found if each is not None), None)


@lru_cache(maxsize=4096)
def _folded(folder: str) -> str:
    """A folder's name as it is compared: capitals are no difference, nor is how a system takes letters apart."""
    return normalize("NFC", folder).casefold()
