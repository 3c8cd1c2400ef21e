"""A polite reader of the web: every request at its turn, within robots.txt, on public hosts; redirects step by step.

Not for what is asked for, nor for what becomes of it (`polling`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from generator.ingest.fetch.addresses import Address, read_address
from generator.ingest.fetch.connection import Answer, Limits, ask
from generator.ingest.fetch.courtesy import Courtesy
from generator.ingest.fetch.faults import FetchFault
from generator.ingest.fetch.reach import Reach
from generator.ingest.fetch.robots import Rules, read_rules

DELAY = 5.0  # seconds between two requests to one host, where nobody says otherwise
_MOST_REDIRECTS = 5
_SHORT_WAIT = 30.0  # a host that asks for no more is waited for once
_LONG_WAIT = 3600.0  # for one that asks to wait and does not say how long
LONGEST_WAIT = 7 * 24 * 3600.0  # whatever a host asks for
_HOURS_FROM = 180  # minutes
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LISTED = "what the publisher's file names"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json, */*;q=0.1"


def utc_now() -> datetime:
    """The time of day in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Agent:
    """Who asks: by which name, whom, how patiently. `clock` gives the time of day in UTC."""

    name: str
    reach: Reach
    courtesy: Courtesy = field(default_factory=Courtesy)
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], datetime] = utc_now
    _rules: dict[tuple[str, str, int], Rules] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(
        self, address: Address, delay: float = DELAY, conditions: Mapping[str, str] | None = None
    ) -> tuple[Answer, tuple[Address, ...]]:
        """The answer to a request for an address, and the addresses that permanent redirects say to use instead.

        `conditions` are header fields for the host first asked. Raises FetchFault for whatever is no answer of use:
        every status but 2xx and 304.
        """
        fields = dict(conditions or {})
        moved: list[Address] = []
        here = address
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._step(here, delay, fields)
            if answer.status not in _REDIRECTS:
                return _useful(answer), tuple(moved)
            there = read_address(answer.field("location") or "", here)
            if there is None:
                raise _bad_redirect(answer)
            if answer.status in (301, 308) and len(moved) == 0 and here == address:
                moved.append(there)
            here = there
        raise _too_many_redirects(address, here)

    def _step(self, address: Address, delay: float, fields: Mapping[str, str]) -> Answer:
        """One request, if the site's robots.txt allows it; asked once more where the host wants a little time."""
        rules = self.rules_of(address, delay)
        if not rules.allows(address):
            raise _closed(address) if rules.closed else _forbidden(address)
        pause = max(delay, rules.delay)
        answer = self._ask(address, pause, fields)
        wait = self._asked_to_wait(answer)
        if wait is None:
            return answer
        if wait <= _SHORT_WAIT:
            self.courtesy.pause(address.host, wait)
            answer = self._ask(address, pause, fields)
            wait = self._asked_to_wait(answer)
            if wait is None:
                return answer
        self.courtesy.leave_alone(address.host)
        raise _busy(answer, wait)

    def _ask(self, address: Address, pause: float, fields: Mapping[str, str]) -> Answer:
        """One request at its turn."""
        if self.courtesy.is_resting(address.host):
            raise _left_alone(address)
        numbers = self.reach.find_numbers(address)
        self.courtesy.take_turn(address.host, pause)
        if self.courtesy.is_resting(address.host):  # since then
            raise _left_alone(address)
        sent = {"User-Agent": self.name, "Accept": _ACCEPT, "Accept-Language": "ar, en;q=0.9, *;q=0.5"} | dict(fields)
        try:
            answer = ask(address, numbers, sent, self.limits)
        except FetchFault as fault:
            self.courtesy.note(address.host, answered=fault.lasting)
            raise
        self.courtesy.note(address.host, answered=True)
        return answer

    def rules_of(self, address: Address, delay: float) -> Rules:
        """What the site of an address allows; its robots.txt is asked for once a run.

        A robots.txt that cannot be had, but for not being there, closes the site for this run (RFC 9309, 2.3.1.4).
        """
        site = (address.scheme, address.host, address.port)
        with self._lock:
            known = self._rules.get(site)
        if known is None:
            known = self._fetch_rules(Address(*site, "/robots.txt"), delay)
            with self._lock:
                self._rules[site] = known
        return known

    def _fetch_rules(self, address: Address, delay: float) -> Rules:
        here = address
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                answer = self._ask(here, delay, {})
            except FetchFault as fault:
                if fault.code in ("address-refused", "unknown-host") and here == address:
                    raise  # the host itself is the fault, not its robots.txt
                if fault.code == "too-large":
                    return Rules(closed=True)
                if here == address and not fault.lasting:
                    raise
                return Rules(closed=True)
            if answer.status not in _REDIRECTS:
                return read_rules(answer.status, answer.body)
            there = read_address(answer.field("location") or "", here)
            if there is None:
                return Rules()
            here = there
        return Rules()  # too many redirects count as no robots.txt (RFC 9309, 2.3.1.2)

    def _asked_to_wait(self, answer: Answer) -> float | None:
        """For how many seconds a host asks to be left alone (RFC 6585, 4; RFC 9110, 10.2.3); None where it does not."""
        if answer.status not in (429, 503):
            return None
        text = answer.field("retry-after") or ""
        if text.isascii() and text.isdigit():
            return min(float(text[:9]), LONGEST_WAIT)
        try:
            until = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return _LONG_WAIT
        if until.tzinfo is None:
            until = until.replace(tzinfo=UTC)
        return min(max((until - self.clock()).total_seconds(), 0.0), LONGEST_WAIT)


def _useful(answer: Answer) -> Answer:
    """An answer that can be used. Raises FetchFault for another."""
    if 200 <= answer.status < 300 or answer.status == 304:
        return answer
    found = f"{answer.status} {answer.reason}".strip()
    if answer.status == 410:
        cure = "it is gone for good: take the address out of the publisher's file, or name another"
        what = "the site says that this is gone for good"
        raise FetchFault("gone", what, expected=_LISTED, found=found, cure=cure, lasting=True)
    if answer.status == 404:
        cure = "look for the address that is right today"
        what = "there is nothing at this address"
        raise FetchFault("not-found", what, expected=_LISTED, found=found, cure=cure, lasting=True)
    raise FetchFault(
        "refused-by-host",
        "the host does not give this",
        expected="an answer with the status 200",
        found=found,
        cure="it is asked for again next time; ask the site's owner if it stays so",
    )


def _closed(address: Address) -> FetchFault:
    return FetchFault(
        "robots-unknown",
        f"it is not known what {address.authority} allows",
        expected="a robots.txt, or the answer that there is none",
        found="no such answer",
        cure="nothing is fetched from there for now; it is asked again next time",
    )


def _forbidden(address: Address) -> FetchFault:
    return FetchFault(
        "robots-forbid",
        "the site does not allow programs to fetch this",
        expected="an address that its robots.txt leaves open",
        found=f"{address.scheme}://{address.authority}/robots.txt forbids it",
        cure="ask the publisher, or take the address out of its file",
        lasting=True,
    )


def _busy(answer: Answer, wait: float) -> FetchFault:
    return FetchFault(
        "asked-to-wait",
        f"{answer.address.authority} asks to be left alone for a while",
        expected="what was asked for",
        found=f"it has too much to do for now (HTTP {answer.status}), {_for_how_long(answer, wait)}",
        cure="it is left alone until then; a longer `delay` in the publisher's file helps",
        wait=wait,
        host=answer.address.host,
    )


def _for_how_long(answer: Answer, wait: float) -> str:
    """How long a host asks to be left alone, in words: minutes, or hours from three on."""
    if not answer.field("retry-after"):
        return "and no word for how long"
    minutes = max(1, round(wait / 60))
    return f"for about {round(minutes / 60)} hours" if minutes >= _HOURS_FROM else f"for about {minutes} min"


def _left_alone(address: Address) -> FetchFault:
    return FetchFault(
        "left-alone",
        f"{address.authority} is not asked for more in this run",
        expected="a host that answers",
        found="a host that asked to wait or did not answer three times, or the end of the run",
        cure="it is asked again next time",
    )


def _bad_redirect(answer: Answer) -> FetchFault:
    return FetchFault(
        "bad-redirect",
        "the site leads on to no web address",
        expected="an address that begins with https:// or http://",
        found=(answer.field("location") or "nothing")[:200],
        cure="look at the page with a browser, and name the address where it is today",
        lasting=True,
    )


def _too_many_redirects(address: Address, last: Address) -> FetchFault:
    return FetchFault(
        "too-many-redirects",
        f"{address.authority} leads on and on",
        expected=f"at most {_MOST_REDIRECTS} redirects",
        found=f"one more, to {last.text}"[:200],
        cure="name the address where it is today",
        lasting=True,
    )
