"""Addresses at which something used to be: articles' aliases and content/redirects.yml, each led to a page of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.errors import Problem
from generator.model.article import Article
from generator.model.language import Language
from generator.model.page import Link, Permalink, PlannedPage, Text
from generator.model.written_page import Redirect
from generator.publish.claims import Claims
from generator.publish.frames import Surroundings
from generator.publish.keyed import KeyedPage, digest
from generator.publish.listing_pages import plan_redirect
from generator.store.permalinks import can_lead_on, file_of, parse_address
from generator.store.redirects import REDIRECTS


@dataclass(frozen=True, slots=True)
class Moved:
    """An address that people wrote, where it leads now, and the file (and line) in which they wrote it.

    `name` says what it is: an alias of an article, or a redirect.
    """

    written: str
    target: str
    path: Path
    line: int | None = None
    name: str = "redirect"


@dataclass(frozen=True, slots=True)
class Site:
    """What redirects lead to and from: the pages of today by address, what is claimed, and the editions' frames."""

    pages: Mapping[Permalink, KeyedPage]
    claims: Claims
    surroundings: Mapping[Language, Surroundings]


def gather_moved(articles: Iterable[Article], redirects: Iterable[Redirect]) -> list[Moved]:
    """Give the aliases of articles, in order of their files, then the redirects, in the order written."""
    aliases = [
        Moved(alias, article.permalink, article.path, name="alias")
        for article in articles
        for alias in (*article.aliases, *_before_its_date(article))
    ]
    return [*aliases, *(Moved(each.origin, each.target or "/", REDIRECTS, each.line) for each in redirects)]


def _before_its_date(article: Article) -> tuple[str, ...]:
    """Give the address that an article had before somebody wrote its date into its file, which stays where it was."""
    old = Permalink(f"{article.lang}/undated/{article.slug}/")
    if article.date is None or not article.place.startswith(f"{file_of(article.lang, None, '').parent.as_posix()}/"):
        return ()
    return () if old in map(site_address, article.aliases) else (old,)


def plan_redirects(moved: Sequence[Moved], site: Site) -> tuple[list[KeyedPage], list[Problem]]:
    """Give a page for every old address that can have one, and a Problem for every other.

    A redirect may lead to another old address: its page then leads to the end of the chain.
    """
    chain: dict[Permalink, Permalink] = {}
    for each in moved:
        old, new = site_address(each.written), site_address(each.target)
        if old is not None and new is not None:
            chain.setdefault(old, new)
    planned: list[KeyedPage] = []
    problems: list[Problem] = []
    for each in moved:
        outcome = _plan_one(each, chain, site)
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif outcome is not None:
            planned.append(outcome)
    return planned, problems


def site_address(written: str) -> Permalink | None:
    """Give an address that people wrote in the form in which pages have it, or None where it cannot be a page's.

    `/` is the root page; `…/index.html` is the folder's page.
    """
    if written.strip() == "/":
        return Permalink()
    address = parse_address(written.strip())
    if address is None:
        return None
    folder = Permalink(address.removesuffix("index.html"))
    return folder if folder.endswith("/") or not folder else address


def _plan_one(moved: Moved, chain: Mapping[Permalink, Permalink], site: Site) -> KeyedPage | Problem | None:
    """Give the page of one old address; None where the address already is the target's own."""
    old = site_address(moved.written)
    if old is None or not can_lead_on(old):
        return _unfit(moved)
    end = _end_of_chain(site_address(moved.target), chain, site)
    if end is None:
        return _leads_nowhere(moved)
    if old.casefold() == end.permalink.casefold():
        return None  # on many file systems these two are one
    holder = site.claims.claim(old, moved.path.as_posix())
    if holder is not None:
        return _taken(moved, old, holder)
    surroundings = site.surroundings[Language.EN if end.permalink.startswith(f"{Language.EN}/") else Language.AR]
    key = digest(old, end.permalink, end.key, surroundings.digest)
    return KeyedPage(old, key, partial(_lead_to, end, old, surroundings), indexed=False)


def _lead_to(end: KeyedPage, old: Permalink, surroundings: Surroundings) -> PlannedPage:
    """Give the page of an old address, which names the page it leads to."""
    frame = end.plan().frame
    label = Text(frame.trail[-1].label.text if frame.trail else frame.site_name, frame.lang)
    return plan_redirect(old, Link(frame.permalink, label), surroundings)


def _end_of_chain(start: Permalink | None, chain: Mapping[Permalink, Permalink], site: Site) -> KeyedPage | None:
    """Follow old addresses until one is a page of today; None where none is, or they go round in a circle."""
    seen: set[Permalink] = set()
    address = start
    while address is not None and address not in site.pages and address not in seen:
        seen.add(address)
        address = chain.get(address)
    return None if address is None else site.pages.get(address)


def _taken(moved: Moved, old: Permalink, holder: str) -> Problem:
    """Say that an old address is left out because something else answers there; the page it leads to is built."""
    return Problem(
        code="address-taken",
        what=f"the {moved.name} /{old} is left out: something else is at this address",
        path=moved.path,
        line=moved.line,
        expected="an address at which there is no page",
        found=f"/{old} belongs to {holder}",
        cure=f"delete the {moved.name}; where it is the right one, give the other page another address",
    )


def _unfit(moved: Moved) -> Problem:
    """Say that an old address cannot be a page's."""
    return Problem(
        code="alias-cannot-be-used",
        what="this old address cannot have a page",
        path=moved.path,
        line=moved.line,
        expected="a path that ends in / or .html, not too long, and not below assets/, media/, search/ or a sitemap",
        found=repr(moved.written),
        cure="write the path as readers knew it, alone: no host, no query, no `..`; or delete the line",
    )


def _leads_nowhere(moved: Moved) -> Problem:
    """Say that a redirect leads to no page."""
    return Problem(
        code="redirect-leads-nowhere",
        what=f"the redirect from {moved.written!r} leads to no page of the site",
        path=moved.path,
        line=moved.line,
        expected="the address of a page, such as /en/2025/06/02/slug/",
        found=repr(moved.target),
        cure="correct the address, or delete the line",
    )
