"""The pages of articles that lists name: fetched and stored, put off where they fail for now, told where for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.errors import Problem, Severity
from generator.ingest.fetch.addresses import Address, read_address
from generator.ingest.fetch.connection import Answer
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.fetch.listings import Item, key_of
from generator.ingest.fetch.polling_problems import elsewhere, given_up
from generator.ingest.fetch.round import Round, heed, store
from generator.model.vocabulary import Publisher
from generator.store.fetch_state import Waiting
from generator.text.hosts import holds, read_site

_MOST_TRIES = 8
_MOST_WAITING = 2_000
# Faults that are mended in a publisher's file where that names the address, and nowhere where a feed does.
_OF_FILES = frozenset({"gone", "not-found", "bad-redirect", "too-many-redirects", "robots-forbid"})
_NO_CURE = "nothing need be done, it is not asked for again; save the page with a browser if it is still somewhere"
_NO_ARTICLES = ("image/", "audio/", "video/", "font/", "text/css", "application/javascript", "text/javascript")


def fetch_waiting(rounds: Round, waiting: Mapping[str, Waiting]) -> None:
    """Fetch what was `waiting` before this run, as much as the run may: what was tried least comes first, so that a few
    pages which never answer keep nothing else waiting."""
    order = sorted(waiting, key=lambda text: (waiting[text].tries, waiting[text].since, text))
    for text in order[: max(0, rounds.errand.most - rounds.asked)]:
        if text not in rounds.state.waiting:  # a list named it, and it was fetched
            continue
        address = read_address(text)
        if address is None:
            del rounds.state.waiting[text]
        else:
            _fetch_article(rounds, address)


def take_pages(rounds: Round, items: list[Item], listed: Address) -> bool:
    """Fetch the pages of new articles; whether all are done with, be it that they wait for a later run."""
    if rounds.errand.dry_run:
        return False
    for item in items:
        if item.address is None or item.key in rounds.state.seen:  # another address may have led to it by now
            continue
        if not _is_own(rounds.publisher, item.address, listed):
            rounds.problems.append(elsewhere(rounds.file, item.address, listed))
            rounds.state.seen.setdefault(item.key, rounds.errand.today)
        elif rounds.asked >= rounds.errand.most:
            if len(rounds.state.waiting) >= _MOST_WAITING:
                return False
            rounds.state.waiting[item.address.text] = Waiting(rounds.errand.today, 0)
        else:
            _fetch_article(rounds, item.address)
    return True


def take_again(rounds: Round, items: Iterable[Item], listed: Address) -> set[str]:
    """Fetch the pages of articles that have changed, as many as the run may: what is new comes before them, and the
    others are left to the next run. Gives the keys of those that are done with."""
    taken: set[str] = set()
    for item in items:
        if rounds.errand.dry_run or rounds.asked >= rounds.errand.most:
            break
        if item.address is not None and _is_own(rounds.publisher, item.address, listed):
            _fetch_article(rounds, item.address)
        taken.add(item.key)
    return taken


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
        _refuse_led_astray(answer, address, rounds.publisher)
        _refuse_what_is_no_text(answer)
    except FetchFault as fault:
        heed(rounds, fault, address)
        _put_off(rounds, fault, address)
        return
    store(rounds, answer)
    _done(rounds, address)
    _done(rounds, answer.address)


def _refuse_led_astray(answer: Answer, address: Address, publisher: Publisher) -> None:
    """Raise FetchFault where redirects led to another's site, or to the front page, as from what was deleted."""
    at_front = answer.address.target in ("/", "/index.html", "/ar/", "/en/") and address.target != answer.address.target
    if at_front or not _is_own(publisher, answer.address, address):
        raise FetchFault(
            "led-astray",
            "the site leads from this article to something else",
            expected="the article, on one of the hosts in `site`",
            found=answer.address.text[:200],
            cure="look for the article with a browser; if that is the publisher's site too, add its host to `site`",
            lasting=True,
        )


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
    """Keep an article's address for a later run, unless asking again will not help.

    It may where its own host may not be asked today: names lead to other numbers while a network is not in order, and
    hosts that are allowed for one run may not be named in the next.
    """
    if fault.lasting and not (fault.code == "address-refused" and fault.host == address.host):
        rounds.problems.append(_told(fault.problem(rounds.file, address.text)))
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


def _told(problem: Problem) -> Problem:
    """The problem of an article's page that is not to be had, as it is told to people."""
    if problem.code not in _OF_FILES:
        return problem
    return replace(problem, expected=problem.expected or "the article that a feed or page names", cure=_NO_CURE)


def _done(rounds: Round, address: Address) -> None:
    rounds.state.waiting.pop(address.text, None)
    rounds.state.seen.setdefault(key_of(address), rounds.errand.today)
