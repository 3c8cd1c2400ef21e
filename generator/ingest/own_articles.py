"""Which articles of the archive those are that were found in a document: by what it gave before, else by what they say.

Not for what becomes of them (settling).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.errors import Problem
from generator.ingest.decisions import decide
from generator.ingest.holdings import Holdings, body_of, find_own, title_of
from generator.ingest.metadata import Origin
from generator.ingest.overwriting import Former
from generator.ingest.same_articles import (
    differ_in_address,
    differ_in_day,
    find_certain,
    find_same,
    has_moved,
    have_one_address,
)
from generator.ingest.versions import as_newer_version, is_newer
from generator.ingest.wordings import is_same_text
from generator.model.article import Article


@dataclass(frozen=True, slots=True)
class Match:
    """An article as found, the file it already has, and the article elsewhere that is the same; with what the document
    gave of it when it had other bytes, and what is to be told of that; `plain` is the
    article as the document alone gives it."""

    found: Article
    existing: Article | None
    same: Article | None = None
    former: tuple[Former, ...] = ()
    problems: tuple[Problem, ...] = ()
    plain: Article | None = None


def match_articles(found: Sequence[Article], origin: Origin, holdings: Holdings) -> tuple[list[Match], list[Article]]:
    """For each article found in a record what it is in the archive; and those that came from the record before and are
    not in it any more.

    Where the document's bytes are as they were, or the record has a name of its own, its articles are those of before,
    however they are read now. Else another article may stand in the place of one, and only what they say tells.
    """
    own = find_own(holdings, origin.path.as_posix(), origin.sha256, origin.record)
    moved = _find_moved(found, origin, holdings)
    existing, left = _match_own(found, [each for each in own if each not in moved.values()], moved, origin, holdings)
    matches = [Match(article, existing.get(at)) for at, article in enumerate(found)]
    matches = [each if each.existing else _with_same(each, own, origin, holdings) for each in matches]
    gone = [each for each in left if origin.record is None or origin.keyed or not _is_stale(each, origin)]
    return matches, gone


def _find_moved(found: Sequence[Article], origin: Origin, holdings: Holdings) -> dict[int, Article]:
    """Articles of a document with rows that only have numbers, which may have another number by now."""
    if origin.keyed or origin.record is None:
        return {}
    moved: dict[int, Article] = {}
    for at, article in enumerate(found):
        for each in find_certain(holdings, article):
            if _is_stale(each, origin) and each not in moved.values():
                moved[at] = each
                break
    return moved


def _match_own(
    found: Sequence[Article], own: Sequence[Article], moved: dict[int, Article], origin: Origin, holdings: Holdings
) -> tuple[dict[int, Article], list[Article]]:
    """The file each article has already: by id, by title, by text, else by its place in the document."""
    left, existing = list(own), dict(moved)
    for is_it in (_has_id, _has_title, _has_text, _has_address):
        for at, article in enumerate(found):
            fitting = (x for x in left if is_it(article, x, holdings) and _may_be_own(article, x, origin, holdings))
            if at not in existing and (match := next(fitting, None)):
                existing[at] = match
                left.remove(match)
    missing = [at for at in range(len(found)) if at not in existing]
    pairs = list(zip(missing, left, strict=False))
    if len(missing) == len(left) and all(_may_be_own(found[at], x, origin, holdings) for at, x in pairs):
        existing.update(pairs)
        left = []
    return existing, left


def _may_be_own(found: Article, existing: Article, origin: Origin, holdings: Holdings) -> bool:
    """Whether an article that the record gave before may be the one that it gives now."""
    if origin.keyed or not _is_stale(existing, origin) or have_one_address(holdings, found, existing):
        return True
    alike = is_same_text(found.body, body_of(holdings, existing))
    titled = title_of(found) == title_of(existing)
    if differ_in_day(found, existing):
        return alike and (titled or origin.record is None)
    return alike or (titled and not differ_in_address(found, existing))


def _is_stale(existing: Article, origin: Origin) -> bool:
    """Whether an article was made from the document when it had other bytes."""
    provenance = existing.provenance
    return (
        provenance is not None and provenance.document == origin.path.as_posix() and provenance.sha256 != origin.sha256
    )


def _with_same(match: Match, own: Sequence[Article], origin: Origin, holdings: Holdings) -> Match:
    """Find the article elsewhere that is the same; an earlier version of it is written over, as its own newer one."""
    same = find_same(holdings, match.found, own)
    if same is not None and (_is_stale(same, origin) or has_moved(holdings, match.found, same)):
        return replace(match, existing=same)  # the document itself gave it before, by another name or number
    if same is None:
        return match
    found = decide(match.found, holdings.decisions, same.id)  # a day that a person corrected makes no copy a newer one
    return Match(as_newer_version(found, same), same) if is_newer(found, same) else replace(match, same=same)


def _has_id(found: Article, existing: Article, _holdings: Holdings) -> bool:
    return found.id == existing.id


def _has_title(found: Article, existing: Article, _holdings: Holdings) -> bool:
    return found.lang is existing.lang and title_of(found) == title_of(existing)


def _has_text(found: Article, existing: Article, holdings: Holdings) -> bool:
    return found.lang is existing.lang and is_same_text(found.body, body_of(holdings, existing))


def _has_address(found: Article, existing: Article, holdings: Holdings) -> bool:
    return found.lang is existing.lang and have_one_address(holdings, found, existing)
