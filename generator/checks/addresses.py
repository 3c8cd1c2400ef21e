"""Questions asked of all addresses together: who claims one, and where the old ones lead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Problem, Severity
from generator.model.article import Article, Status
from generator.model.page import Permalink
from generator.model.written_page import Redirect, WrittenPage
from generator.store.articles import ArticleFile
from generator.store.permalinks import can_lead_on, listings_of, parse_address
from generator.store.redirects import REDIRECTS

# Lists whose addresses only the build knows: those of tags and sources, and the older pages of every list.
_LISTED = re.compile(r"(?:ar|en)/(?:tags|sources)/[^/]+/.*|.*/page/\d+/")
SITE = Path("the site")
_ALIAS, _REDIRECT = _OLD = ("an alias", "a redirect")
# Addresses that the site always uses itself.
_OWN = re.compile(
    r"(?:ar|en)/(?:(?:archive|search|sources|tags|undated)/)?(?:index\.html)?|(?:ar|en)/feed\.xml(?:/.*)?"
    r"|(?:sitemap\.xml|robots\.txt|404\.html)(?:/.*)?|index\.html|assets/.*"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim to an address: by whom, in which line, and what for."""

    address: Permalink
    path: Path
    line: int | None
    kind: str

    def __str__(self) -> str:
        """The claim as a report names it."""
        place = self.path.as_posix() if self.line is None else f"{self.path.as_posix()}:{self.line}"
        return f"{place} ({self.kind})"


def check_addresses(
    files: Sequence[ArticleFile], redirects: Sequence[Redirect], pages: Sequence[WrittenPage] = ()
) -> list[Problem]:
    """Addresses with more than one claimant, all of them named, old addresses at which no page can be, and redirects
    that lead nowhere or in a circle."""
    problems: list[Problem] = []
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    taken = _addresses_of_the_site(files, pages)
    for claim in _gather_claims(files, redirects):
        if claim.kind in _OLD and not can_lead_on(claim.address):
            problems.append(_unfit(claim))
            continue
        claims[claim.address.casefold()].append(claim)
        if claim.kind in _OLD:
            claims[claim.address.casefold()].extend(taken.get(claim.address.casefold(), ()))
    for _, claimants in sorted(claims.items()):
        if len(claimants) > 1:
            problems.append(_contested(claimants))
    problems.extend(_check_redirects(redirects, {address.removesuffix("index.html") for address in (*claims, *taken)}))
    return problems


def check_ids(files: Iterable[ArticleFile]) -> list[Problem]:
    """Ids that more than one article has, all of them named."""
    holders: defaultdict[str, list[ArticleFile]] = defaultdict(list)
    for file in files:
        if file.article is not None:
            holders[file.article.id].append(file)
    return [
        Problem(
            "duplicate-id",
            f"{len(found)} articles have the id {identity}",
            found[0].path,
            found[0].lines.get("id"),
            expected="an id of its own for each article",
            found=", ".join(file.path.as_posix() for file in found),
            cure="give each copy but the first another `id`, or delete the copy",
        )
        for identity, found in sorted(holders.items())
        if len(found) > 1
    ]


def _gather_claims(files: Iterable[ArticleFile], redirects: Iterable[Redirect]) -> Iterator[Claim]:
    """Every claim of articles that have a page, and of redirects. An alias that is the page's own address is none."""
    for file in files:
        if file.article is None or not file.sound or file.article.status is Status.DRAFT:
            continue
        own = file.article.permalink
        yield Claim(own, file.path, file.lines.get("slug"), "its own address")
        for address in _alias_addresses(file.article):
            if address.casefold() != own.casefold():
                yield from _with_the_site(Claim(address, file.path, file.lines.get("aliases"), _ALIAS))
    for redirect in redirects:
        yield from _with_the_site(Claim(redirect.origin, REDIRECTS, redirect.line, _REDIRECT))


def _addresses_of_the_site(files: Iterable[ArticleFile], pages: Iterable[WrittenPage]) -> dict[str, list[Claim]]:
    """The addresses that written pages and the listings of published articles have, folded, each with its claim."""
    taken = {page.permalink.casefold(): [Claim(page.permalink, page.path, None, "a written page")] for page in pages}
    for file in files:
        if file.article is not None and file.sound and file.article.status is Status.PUBLISHED:
            for address in listings_of(file.article):
                taken.setdefault(address.casefold(), [Claim(address, SITE, None, "a list of articles")])
    return taken


def _unfit(claim: Claim) -> Problem:
    """The problem of an old address at which no page can be written."""
    return Problem(
        "alias-cannot-be-used",
        f"no page can be at the address {claim.address[:80]}",
        claim.path,
        claim.line,
        expected="a path that ends in / or .html, not too long, and not below assets/, media/, search/ or a sitemap",
        found=claim.kind,
        cure="write the address as readers knew it, or delete the line",
    )


def _with_the_site(claim: Claim) -> Iterator[Claim]:
    """A claim, and the site's own where the address is one that it always uses."""
    yield claim
    if _OWN.fullmatch(claim.address.casefold()):
        yield Claim(claim.address, SITE, None, "a page of the site itself")


def _alias_addresses(article: Article) -> list[Permalink]:
    """The addresses of an article's aliases, each once."""
    return list(dict.fromkeys(address for address in map(parse_address, article.aliases) if address is not None))


def _contested(claimants: list[Claim]) -> Problem:
    """The problem of an address that several claim."""
    own = [claim for claim in claimants if claim.kind == "its own address"]
    return Problem(
        "duplicate-permalink" if len(own) > 1 else "alias-taken",
        f"{len(claimants)} {'articles' if len(own) == len(claimants) else 'pages or old addresses'} "
        f"claim the address {claimants[0].address}",
        claimants[0].path,
        claimants[0].line,
        expected="one page at each address",
        found=", ".join(map(str, claimants)),
        cure="give one of them another `slug`" if len(own) > 1 else "delete the alias or redirect that is not needed",
    )


def _check_redirects(redirects: Sequence[Redirect], taken: set[str]) -> Iterator[Problem]:
    """Redirects to a page that is not there, and redirects that lead back to where they began."""
    onward = {redirect.origin: redirect.target for redirect in redirects}
    for redirect in redirects:
        if _leads_back(redirect.origin, onward):
            what, expected = f"the redirect from {redirect.origin} leads in a circle", "a way that ends at a page"
        elif not _may_be_page(redirect.target.casefold(), taken):
            what, expected = f"the redirect from {redirect.origin} leads to no page", "the address of a page"
        else:
            continue
        yield Problem(
            "dangling-redirect",
            what,
            REDIRECTS,
            redirect.line,
            expected,
            found=redirect.target,
            cure="mend `to`, or delete the redirect",
            severity=Severity.ERROR,
        )


def _may_be_page(address: str, taken: set[str]) -> bool:
    """Whether a page is at the folded address, or the build may know one there. The root's address is empty."""
    return not address or address in taken or bool(_OWN.fullmatch(address) or _LISTED.fullmatch(address))


def _leads_back(start: Permalink, onward: dict[Permalink, Permalink]) -> bool:
    """Whether following redirects from `start` comes back to an address already passed."""
    passed = {start}
    address = onward.get(start)
    while address is not None:
        if address in passed:
            return True
        passed.add(address)
        address = onward.get(address)
    return False
