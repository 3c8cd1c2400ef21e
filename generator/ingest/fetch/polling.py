"""One publisher polled: its feeds and pages looked at, what is new in them fetched and stored, the rest remembered.

Not for when and how hosts are asked (`agent`), nor for reading what was fetched (the pipeline).
"""

from __future__ import annotations

from collections.abc import Container
from datetime import timedelta

from generator.errors import Severity
from generator.ingest.fetch.addresses import read_address
from generator.ingest.fetch.agent import LONGEST_WAIT
from generator.ingest.fetch.articles import fetch_waiting, take_again, take_pages
from generator.ingest.fetch.connection import Answer
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.fetch.listings import Item, Listing, digest_page, key_of, read_feed, read_links
from generator.ingest.fetch.polling_problems import (
    address_gone,
    address_moved,
    index_of_sitemaps,
    no_feed,
    no_page,
    still_resting,
)
from generator.ingest.fetch.round import Round, heed, store
from generator.model.publisher import Follow
from generator.store.fetch_state import Polled, Worded

_LONGEST_VALIDATOR = 256
# Corrections come within days; some sitemaps call everything changed whenever they are made anew.
_WATCHED = timedelta(days=30)


def poll(rounds: Round) -> None:
    """Go one publisher's round. Faults are noted in the round; OSError is raised where nothing can be written."""
    _heed_rests(rounds)
    waiting = dict(rounds.state.waiting)
    for text in rounds.publisher.polling.feeds:
        _poll_feed(rounds, text)
    for text in rounds.publisher.polling.pages:
        _poll_page(rounds, text)
    if not rounds.errand.dry_run:
        fetch_waiting(rounds, waiting)  # what is new is not to wait for pages that have failed before
    polling = rounds.publisher.polling
    if rounds.lists == len(polling.feeds) + len(polling.pages if polling.links else ()):
        rounds.state.forget(rounds.errand.today, rounds.named)  # what no list names is known when all were read


def _heed_rests(rounds: Round) -> None:
    """Leave alone the hosts that asked for it in an earlier run, until the time they gave. One that is further off than
    any is left alone was noted by a clock that went wrong."""
    now = rounds.errand.now
    for host, until in list(rounds.state.resting.items()):
        if not now < until <= now + timedelta(seconds=LONGEST_WAIT):
            del rounds.state.resting[host]
            continue
        rounds.errand.agent.courtesy.leave_alone(host)
        rounds.problems.append(still_resting(rounds.file, host, until))


def _poll_feed(rounds: Round, text: str) -> None:
    """Look at a feed or sitemap and take what is new in it."""
    answer = _look(rounds, text)
    if answer is None:
        return
    listing = read_feed(answer.body, answer.field("content-type") or "", answer.address)
    if listing is None or listing.index:
        rounds.problems.append((index_of_sitemaps if listing else no_feed)(rounds.file, text, answer))
        return
    new = _new_items(rounds, listing, text)
    changed = _find_changed(rounds, listing, text)
    # At most once a day: some feeds put something new into their texts whenever they are asked for.
    due = [item for item in changed if rounds.state.worded[item.key].day < rounds.errand.today]
    in_feed = [item for item in (*new, *due) if not _wants_page(rounds, item)]
    if in_feed:
        store(rounds, answer, name="feed")
        for item in in_feed:
            rounds.state.seen.setdefault(item.key, rounds.errand.today)
    done = take_pages(rounds, [item for item in new if _wants_page(rounds, item)], answer.address)
    taken = take_again(rounds, (item for item in due if _wants_page(rounds, item)), answer.address)
    if in_feed:
        taken.update(item.key for item in listing.items if not _wants_page(rounds, item))
    _remember_states(rounds, listing, taken)
    _remember(rounds, text, answer, done=done and all(item.key in taken for item in changed))


def _poll_page(rounds: Round, text: str) -> None:
    """Look at a page: take the articles it lists, or the page itself where it has changed."""
    answer = _look(rounds, text)
    if answer is None:
        return
    kind = answer.field("content-type") or ""
    if rounds.publisher.polling.links:
        listing = read_links(answer.body, kind, rounds.publisher.polling.links, answer.address)
        if listing is None or not listing.items:
            rounds.problems.append(no_page(rounds.file, text, answer))
            return
        done = take_pages(rounds, _new_items(rounds, listing, text), answer.address)
        _remember(rounds, text, answer, done=done)
        return
    digest, known = digest_page(answer.body, kind), rounds.state.polled.get(text, Polled()).digest
    if digest != known:
        rounds.new += 1
        store(rounds, answer)
    _remember(rounds, text, answer, done=True, digest=digest)


def _look(rounds: Round, text: str) -> Answer | None:
    """The answer for an address that is polled; None where it is as before, or cannot be had (then it is told why)."""
    address = read_address(text)
    if address is None or text in rounds.state.gone:
        rounds.problems.append(address_gone(rounds.file, text, rounds.state.gone.get(text)))
        return None
    known = rounds.state.polled.get(text, Polled())
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    try:
        answer, moved = rounds.errand.agent.get(
            address, rounds.delay, {name: value for name, value in told.items() if value}
        )
    except FetchFault as fault:
        rounds.problems.append(fault.problem(rounds.file, text, Severity.ERROR if fault.lasting else Severity.WARNING))
        heed(rounds, fault, address)
        if fault.code == "gone":
            rounds.state.gone[text] = rounds.errand.today
        return None
    if moved:
        rounds.problems.append(address_moved(rounds.file, text, moved[0].text))
    if answer.status == 304:
        rounds.errand.tell(f"{rounds.publisher.id}: nothing new in {text}")
        return None
    return answer


def _new_items(rounds: Round, listing: Listing, text: str) -> list[Item]:
    rounds.named.update(item.key for item in listing.items)
    rounds.lists += 1
    waiting = {key_of(address) for each in rounds.state.waiting if (address := read_address(each))}
    new = [item for item in listing.items if item.key not in rounds.state.seen and item.key not in waiting]
    rounds.new += len(new)
    rounds.errand.tell(f"{rounds.publisher.id}: {len(new)} new of {len(listing.items)} in {text}")
    return new


def _find_changed(rounds: Round, listing: Listing, text: str) -> list[Item]:
    """The articles that a feed has in another state than when they were stored last: those that it gives whole in other
    words, and those of the last weeks of which it says so in any way."""

    def is_changed(item: Item) -> bool:
        known, first = rounds.state.worded.get(item.key), rounds.state.seen.get(item.key)
        if known is None or first is None or known.digest == _state_of(rounds, item):
            return False
        return not _wants_page(rounds, item) or rounds.errand.today - first <= _WATCHED

    changed = [item for item in listing.items if is_changed(item)]
    if changed:
        rounds.errand.tell(f"{rounds.publisher.id}: {len(changed)} changed in {text}")
    return changed


def _remember_states(rounds: Round, listing: Listing, taken: Container[str]) -> None:
    """Remember the states of articles as they are stored now: of those that were `taken`; and of new ones that are
    fetched from their pages, now or later."""
    for item in listing.items:
        known, now = rounds.state.worded.get(item.key), _state_of(rounds, item)
        if known is None:
            is_due = _wants_page(rounds, item) or item.key in taken
        else:
            is_due = known.digest != now and item.key in taken
        if is_due:
            rounds.state.worded[item.key] = Worded(now, rounds.errand.today)


def _state_of(rounds: Round, item: Item) -> str:
    """The digest by which it is known that an article has changed."""
    return item.state if _wants_page(rounds, item) else item.words


def _wants_page(rounds: Round, item: Item) -> bool:
    """Whether an article's page is fetched; else the feed itself is what is kept of it."""
    follow = rounds.publisher.polling.follow
    if item.address is None or follow is Follow.NEVER:
        return False
    return follow is Follow.ALWAYS or not item.full


def _remember(rounds: Round, text: str, answer: Answer, *, done: bool, digest: str | None = None) -> None:
    """Remember what a host said of the state of a feed or page, once everything in that state is taken care of."""
    if rounds.errand.dry_run:
        return
    etag, modified = (_validator(answer.field(name)) for name in ("etag", "last-modified"))
    rounds.state.polled.pop(text, None)
    if done and (etag or modified or digest):
        rounds.state.polled[text] = Polled(etag, modified, digest)


def _validator(value: str | None) -> str | None:
    plain = value is not None and value.isascii() and value.isprintable() and len(value) <= _LONGEST_VALIDATOR
    return value if plain else None
