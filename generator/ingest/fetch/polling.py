"""One publisher polled: its feeds and pages looked at, what is new in them fetched and stored, the rest remembered.

Not for when and how hosts are asked (`agent`), nor for reading what was fetched (the pipeline).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.fetch.addresses import Address, read_address
from generator.ingest.fetch.agent import DELAY, Agent
from generator.ingest.fetch.connection import Answer
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.fetch.listings import Item, Listing, digest_page, key_of, read_feed, read_links
from generator.ingest.fetch.polling_problems import (
    address_gone,
    address_moved,
    elsewhere,
    given_up,
    index_of_sitemaps,
    no_feed,
    no_page,
    still_resting,
)
from generator.ingest.fetch.warc import document_path, render_warc
from generator.model.publisher import Follow
from generator.model.vocabulary import Publisher
from generator.store.fetch_state import FetchState, Polled, Waiting
from generator.store.files import write_file
from generator.text.hosts import holds, read_site

_MOST_TRIES = 8
_MOST_WAITING = 2_000
_LONGEST_VALIDATOR = 256
_NO_ARTICLES = ("image/", "audio/", "video/", "font/", "text/css", "application/javascript", "text/javascript")


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


def poll(rounds: Round) -> None:
    """Go one publisher's round. Faults are noted in the round; OSError is raised where nothing can be written."""
    _heed_rests(rounds)
    if not rounds.errand.dry_run:
        _fetch_waiting(rounds)
    for text in rounds.publisher.polling.feeds:
        _poll_feed(rounds, text)
    for text in rounds.publisher.polling.pages:
        _poll_page(rounds, text)
    if rounds.lists == len(rounds.publisher.polling.feeds) + len(rounds.publisher.polling.pages):
        rounds.state.forget(
            rounds.errand.today, rounds.named
        )  # only when every list was seen is it known what none names


def _fetch_waiting(rounds: Round) -> None:
    """Fetch what was put off in earlier runs, what has waited longest first."""
    waiting = sorted(rounds.state.waiting.items(), key=lambda each: (each[1].since, each[0]))
    for text, _ in waiting[: rounds.errand.most]:
        address = read_address(text)
        if address is None:
            del rounds.state.waiting[text]
        else:
            _fetch_article(rounds, address)


def _heed_rests(rounds: Round) -> None:
    """Leave alone the hosts that asked for it in an earlier run, until the time they gave."""
    for host, until in list(rounds.state.resting.items()):
        if until <= rounds.errand.now:
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
    by_page = [item for item in new if _wants_page(rounds, item)]
    in_feed = [item for item in new if not _wants_page(rounds, item)]
    if in_feed:
        _store(rounds, answer, name="feed")
        if not rounds.errand.dry_run:
            rounds.state.seen.update((item.key, rounds.errand.today) for item in in_feed)
    done = _take_pages(rounds, by_page, answer.address)
    _remember(rounds, text, answer, done=done)


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
        done = _take_pages(rounds, _new_items(rounds, listing, text), answer.address)
        _remember(rounds, text, answer, done=done)
        return
    digest, known = digest_page(answer.body, kind), rounds.state.polled.get(text, Polled()).digest
    if digest != known:
        rounds.new += 1
        _store(rounds, answer)
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
        _heed(rounds, fault, address)
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


def _wants_page(rounds: Round, item: Item) -> bool:
    """Whether an article's page is fetched; else the feed itself is what is kept of it."""
    follow = rounds.publisher.polling.follow
    if item.address is None or follow is Follow.NEVER:
        return False
    return follow is Follow.ALWAYS or not item.full


def _take_pages(rounds: Round, items: list[Item], listed: Address) -> bool:
    """Fetch the pages of new articles; whether all are done with, be it that they wait for a later run."""
    if rounds.errand.dry_run:
        return False
    for item in items:
        if item.address is None:
            continue
        if not _is_own(rounds.publisher, item.address, listed):
            rounds.problems.append(elsewhere(rounds.file, item.address, listed))
            rounds.state.seen[item.key] = rounds.errand.today
        elif rounds.asked >= rounds.errand.most:
            if len(rounds.state.waiting) >= _MOST_WAITING:
                return False
            rounds.state.waiting[item.address.text] = Waiting(rounds.errand.today, 0)
        else:
            _fetch_article(rounds, item.address)
    return True


def _is_own(publisher: Publisher, address: Address, listed: Address) -> bool:
    """Whether an address lies on one of the publisher's sites, or on the host of the list that names it."""
    place, around = read_site(address.text), read_site(listed.text)
    if address.host == listed.host:
        return True
    if place is None:
        return False
    by_host = around is not None and (place.host == around.host or place.host.endswith(f".{around.host}"))
    return by_host or any(holds(site, place) for site in publisher.sites)


def _fetch_article(rounds: Round, address: Address) -> None:
    """Fetch one article's page and store it; what fails for now waits, what fails for good is told and done with."""
    rounds.asked += 1
    try:
        answer, _ = rounds.errand.agent.get(address, rounds.delay)
        _refuse_what_is_no_text(answer)
    except FetchFault as fault:
        _heed(rounds, fault, address)
        _put_off(rounds, fault, address)
        return
    _store(rounds, answer)
    _done(rounds, address)


def _refuse_what_is_no_text(answer: Answer) -> None:
    kind = (answer.field("content-type") or "").lower()
    if kind.startswith(_NO_ARTICLES) or not answer.body.strip():
        raise FetchFault(
            "no-article",
            "there is no article at this address",
            expected="a page with text",
            found=kind if answer.body.strip() else "an empty page",
            cure="look at the feed that names it, or narrow the selectors in `links`",
            lasting=True,
        )


def _put_off(rounds: Round, fault: FetchFault, address: Address) -> None:
    """Keep an article's address for a later run, unless asking again will not help."""
    if fault.lasting:
        rounds.problems.append(fault.problem(rounds.file, address.text))
        _done(rounds, address)
        return
    known = rounds.state.waiting.get(address.text, Waiting(rounds.errand.today, 0))
    tries = known.tries + (fault.code != "left-alone")
    if tries >= _MOST_TRIES:
        rounds.problems.append(given_up(rounds.file, address, known.since, fault))
        _done(rounds, address)
        return
    rounds.state.waiting[address.text] = Waiting(known.since, tries)
    if fault.code != "left-alone":
        rounds.problems.append(fault.problem(rounds.file, address.text))
    elif all(problem.code != "left-alone" for problem in rounds.problems):  # once for all that is behind it
        rounds.problems.append(fault.problem(rounds.file, address.text, Severity.HINT))


def _done(rounds: Round, address: Address) -> None:
    rounds.state.waiting.pop(address.text, None)
    rounds.state.seen[key_of(address)] = rounds.errand.today


def _heed(rounds: Round, fault: FetchFault, address: Address) -> None:
    """Remember for how long a host asked to be left alone."""
    if fault.wait is not None:
        host = fault.host or address.host
        rounds.state.resting[host] = fault.until(rounds.errand.now)


def _store(rounds: Round, answer: Answer, name: str = "") -> None:
    """Store an answer as a source document, unless it lies there already."""
    if rounds.errand.dry_run:
        return
    path = document_path(rounds.folder, answer, rounds.errand.today, name)
    if not (rounds.errand.root / path).exists():
        write_file(rounds.errand.root / path, render_warc(answer, rounds.errand.agent.clock()))
    rounds.documents.append(path)
    rounds.state.unread.add(path.as_posix())


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
