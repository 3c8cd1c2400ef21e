"""Addresses of articles that the site of before had and the new one has not: once published, they answer for ever.

Only tells: a site that was never published owes nothing to its addresses. Not for links within texts (checks).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.errors import Problem, Severity

# Articles' pages, and what leads on to them; not the listings by year and month, nor the pages of these.
_ARTICLE = re.compile(
    r"(?P<lang>ar|en)/(?:undated|[0-9]{4}(?:/[0-9]{2}){0,2})/(?!(?:[0-9]{1,2}|page)/)(?P<slug>[^/]+)/index\.html"
)
_MOST_NAMED = 3


def find_lost(before: Iterable[str], after: Iterable[str]) -> tuple[Problem, ...]:
    """Give a warning where files of articles' pages that were there `before` are gone; none of both has other files."""
    pages = set(after)
    lost = sorted(path for path in set(before) - pages if _ARTICLE.fullmatch(path))
    if not lost:
        return ()
    here = {_identity(path): path for path in sorted(pages) if _ARTICLE.fullmatch(path)}
    named = [_name(path, here) for path in lost[:_MOST_NAMED]]
    more = f", and {len(lost) - _MOST_NAMED:,} more" if len(lost) > _MOST_NAMED else ""
    told = (
        "an address of an article that the site had before no longer answers"
        if len(lost) == 1
        else f"{len(lost):,} addresses of articles that the site had before no longer answer"
    )
    return (
        Problem(
            "address-lost",
            told,
            expected="every address that was published goes on answering, with a page, a redirect or a notice",
            found=", ".join(named) + more,
            cure="write the old address into `aliases` of an article that moved; give one that is to be seen no more "
            "`status: withdrawn` instead of deleting its file; what was never published may go",
            severity=Severity.WARNING,
        ),
    )


def _name(path: str, here: dict[tuple[str, str], str]) -> str:
    """Name an address, and the one that has its last part now."""
    now = here.get(_identity(path))
    return _address(path) + (f" (now {_address(now)})" if now else "")


def _identity(path: str) -> tuple[str, str]:
    """Language and last part of an article's address, which stay when its date changes."""
    found = _ARTICLE.fullmatch(path)
    return (found["lang"], found["slug"]) if found else ("", path)


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"
