"""What polling tells people: addresses that moved, are gone or lead elsewhere; feeds that are none."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.fetch.addresses import Address
from generator.ingest.fetch.connection import Answer
from generator.ingest.fetch.faults import FetchFault


def no_feed(file: Path, text: str, answer: Answer) -> Problem:
    """Something else than a feed came."""
    return Problem(
        "no-feed",
        "this is no feed and no sitemap",
        file,
        expected="RSS, Atom, JSON Feed or a sitemap",
        found=_kind(answer),
        cure="look for the feed's own address; a page is named under `pages`",
        record=text,
    )


def no_page(file: Path, text: str, answer: Answer) -> Problem:
    """A page in which the selectors find no link."""
    return Problem(
        "no-links",
        "there is no link to an article on this page",
        file,
        expected="links where the selectors in `links` look",
        found=_kind(answer),
        cure="mend the selectors: the page may have changed, or be put together by scripts",
        record=text,
    )


def index_of_sitemaps(file: Path, text: str, answer: Answer) -> Problem:
    """A sitemap that names sitemaps only."""
    return Problem(
        "sitemap-index",
        "this is a list of sitemaps, not of articles",
        file,
        expected="a sitemap that names articles, such as one of news",
        found=_kind(answer),
        cure="open it in a browser, and name the sitemap that lists the newest articles",
        record=text,
    )


def address_gone(file: Path, text: str, day: date | None) -> Problem:
    """An address that is not asked for any more."""
    return Problem(
        "gone",
        "this is not asked for any more",
        file,
        expected="an address that is there",
        found=f"gone for good since {day.isoformat()}" if day else "no web address",
        cure="take the address out of the file, or name another",
        severity=Severity.HINT,
        record=text,
    )


def address_moved(file: Path, text: str, there: str) -> Problem:
    """A feed or page that has moved for good."""
    return Problem(
        "moved",
        "this has moved for good",
        file,
        expected="the address of today",
        found=text,
        cure=f"write {there} in its place",
        severity=Severity.HINT,
        record=text,
    )


def elsewhere(file: Path, address: Address, listed: Address) -> Problem:
    """An article on a host that is not the publisher's."""
    return Problem(
        "elsewhere",
        "this article is not on the publisher's site, and is not fetched",
        file,
        expected="an address on one of the hosts in `site`",
        found=f"{address.authority}, named by {listed.text}",
        cure=f"if it is the publisher's, add {address.host} to `site`",
        severity=Severity.WARNING,
        record=address.text,
    )


def given_up(file: Path, address: Address, since: date, fault: FetchFault) -> Problem:
    """An article that could not be fetched again and again."""
    return Problem(
        "given-up",
        "this article could not be fetched, and is not tried again",
        file,
        expected="an answer in one of the runs since " + since.isoformat(),
        found=str(fault),
        cure="save the page with a browser, and put it into the publisher's folder",
        record=address.text,
    )


def still_resting(file: Path, host: str, until: datetime) -> Problem:
    """A host that asked to be left alone until later."""
    return Problem(
        "left-alone",
        f"{host} asked to be left alone",
        file,
        expected="a later run",
        found=f"until {until.isoformat(timespec='minutes')}",
        cure="nothing is to be done; a longer `delay` in the publisher's file helps",
        severity=Severity.HINT,
        record=host,
    )


def _kind(answer: Answer) -> str:
    kind = (answer.field("content-type") or "no content type")[:80]
    return f"{kind}, {len(answer.body):,} bytes"
