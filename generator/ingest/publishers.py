"""Which publisher a document is of, and how that publisher wrote on the document's day. Pure.

Not for what a document says of its source in words (`store.vocabulary.find_publisher` finds a publisher by its name).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

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
    held = [
        (len(site.host), len(site.path), each) for each in publishers for site in _sites(each) if holds(site, place)
    ]
    return max(held, key=lambda found: found[:2], default=(0, 0, None))[2]


def _sites(publisher: Publisher) -> tuple[Site, ...]:
    """Where a publisher's pages stand: as its file says, else on the host of the address that readers are given."""
    home = _home(publisher.url) if publisher.url and not publisher.sites else None
    return (home,) if home is not None else publisher.sites


@lru_cache(maxsize=4096)
def _home(address: str) -> Site | None:
    """The whole host of an address."""
    site = read_site(address)
    return Site(site.host) if site is not None else None


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
    by_folder = {each.folder or each.id: each for each in publishers}
    return next((by_folder[folder] for folder in reversed(folders) if folder in by_folder), None)
