"""Which of a page's dates is to be trusted first, and whether they contradict one another.

A day is the day that the source writes in its own zone: nothing is converted. Not for finding the dates (`dates`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from generator.ingest.readers.pages.colophon import find_told_days
from generator.ingest.readers.pages.dates import (
    Statement,
    find_in_address,
    find_of_video,
    find_stated_dates,
    find_weakly_stated,
)
from generator.ingest.readers.pages.issue_days import find_issue_days
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.seen_dates import find_seen, find_times
from generator.model.article import Sureness
from generator.model.dates import PublicationDate
from generator.model.source import Claim, FieldName

_MOST = 6
_FARTHEST_ZONE = timedelta(hours=14)
# Where nothing but the day is shown, zones that most newsrooms work in.
_FARTHEST_WEST, _FARTHEST_EAST = timedelta(hours=-8), timedelta(hours=5, minutes=30)
_IN_HEAD = frozenset({"time", "label", "marked"})
_WITNESSES = frozenset({"json-ld", "meta", "itemprop", "time", "label", "marked", "address"})


def claim_dates(page: Page, addresses: list[str]) -> Iterator[Claim]:
    """Claims for the dates of publication and update, the most trustworthy first."""
    stated = [*find_stated_dates(page), *find_times(page)]
    seen = list(find_seen(page))
    found = [*stated, *(one for one in seen if one.kind != "bare"), *find_weakly_stated(page)]
    found += [one for one in seen if one.kind == "bare"]
    found += find_in_address(addresses)
    found += find_of_video(page)
    if not _is_dated(found):
        found += find_told_days(page)
    if not _is_dated(found):
        found += list(find_issue_days(page))[:1]
    updated = [one for one in found if one.name is FieldName.UPDATED]
    published = [one for one in found if one.name is FieldName.PUBLISHED and not _shows_update(one, found)]
    published = _ordered(published, updated)
    yield from map(_claim, _once(published))
    yield from map(_claim, _once(list(_real_updates(updated, published))))


def _is_dated(found: Sequence[Statement]) -> bool:
    return any(one.name is FieldName.PUBLISHED and one.iso is not None for one in found)


def _shows_update(one: Statement, found: list[Statement]) -> bool:
    """Whether a line without a label shows the day of an update, where the markup states both days and they differ."""
    if one.kind not in {"marked", "bare"} or one.iso is None:
        return False
    stated = [other for other in found if other.kind in {"json-ld", "meta", "itemprop"} and other.iso is not None]
    updated = any(_day(other.iso) == _day(one.iso) for other in stated if other.name is FieldName.UPDATED)
    published = [other for other in stated if other.name is FieldName.PUBLISHED]
    return updated and bool(published) and all(_contradict(other, one) for other in published)


def _claim(one: Statement) -> Claim:
    return Claim(one.name, one.value, one.rule, one.raw, one.sure)


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """The first of each value."""
    values: dict[str, Statement] = {}
    for one in statements:
        values.setdefault(one.value, one)
    return list(values.values())[:_MOST]


def _ordered(found: list[Statement], updated: list[Statement]) -> list[Statement]:
    """Dates of publication, the best first; those that contradict it marked."""
    read = [one for one in found if one.iso is not None]
    unread = [one for one in found if one.iso is None]
    if not read:
        return unread
    first = _in_own_zone(_most_exact(_believed(read, updated), read), read)
    if first.sure is not Sureness.DOUBTFUL:
        witnesses = _WITNESSES | ({"weak"} if first.kind == "bare" else set())
        against = [one for one in read if one.kind in witnesses and _contradict(first, one)]
        if against:
            first = replace(first, sure=Sureness.DOUBTFUL, raw=_both(first, against[0]))
    rest = [_doubted(one, first) for one in read if one.value != first.value]
    return [first, *rest, *unread]


def _believed(read: list[Statement], updated: list[Statement]) -> Statement:
    """The first statement, unless more kinds of sources agree on another day, or it repeats the day of an update that
    another source puts after the publication. A line below the headline is believed before metas that only say "date".
    """
    first = read[0]
    if first.kind == "weak":
        return next((one for one in read if one.kind == "bare" and _contradict(first, one)), first)
    others = [one for one in read if one.kind in _WITNESSES and _contradict(first, one)]
    if not others:
        return first
    mine = _supporters(first, read)
    rival = max(others, key=lambda one: len(_supporters(one, read)))
    theirs = _supporters(rival, read)
    if len(theirs) > len(mine):
        return rival
    overwritten = any(one.iso == first.iso for one in updated) and _day(rival.iso) < _day(first.iso)
    return rival if overwritten and len(theirs) == len(mine) else first


def _supporters(one: Statement, read: list[Statement]) -> set[str]:
    """The kinds of sources that agree with a statement; the article's head is one of them, however it is marked."""
    kinds = {other.kind for other in read if other.kind in _WITNESSES and not _contradict(one, other)}
    return (kinds - _IN_HEAD) | ({"head"} if kinds & _IN_HEAD else set())


def _most_exact(first: Statement, read: list[Statement]) -> Statement:
    """A statement of a day where the first says only the month or year that it lies in."""
    if first.iso is None or first.iso.day is not None:
        return first
    exact = (one for one in read if one.iso and one.iso.day and one.iso.iso.startswith(first.iso.iso))
    return next(exact, first)


def _in_own_zone(first: Statement, read: list[Statement]) -> Statement:
    """Where the first is in UTC, the same moment as another source writes it in the source's own zone."""
    moment = _moment(first.iso)
    if moment is None or first.iso is None or not first.iso.iso.endswith("+00:00"):
        return first
    for one in read:
        own = _moment(one.iso)
        in_a_zone = one.iso is not None and not one.iso.iso.endswith("+00:00")
        if own is not None and in_a_zone and abs(own - moment) < timedelta(minutes=1):
            return replace(one, sure=first.sure)
    for one in read:
        is_told = one.kind in _IN_HEAD or (one.kind == "bare" and one.iso and one.iso.time)
        if is_told and one.iso and _is_local(one.iso, moment):
            return replace(one, sure=Sureness.LIKELY, raw=_both(one, first))
    return first


def _is_local(iso: PublicationDate, moment: datetime) -> bool:
    """Whether a date without a zone is another day than the moment's in UTC, and can be the same moment in a zone."""
    if iso.day is None or (iso.time and ("+" in iso.time or "-" in iso.time)) or _day(iso) == moment.date():
        return False
    if iso.time:
        local = datetime.fromisoformat(iso.iso).replace(tzinfo=UTC, second=0)  # compared as if it were in UTC
        apart = local - moment.replace(second=0)
        return abs(apart) <= _FARTHEST_ZONE and apart % timedelta(minutes=15) == timedelta()
    return _day(iso) in {(moment + _FARTHEST_WEST).date(), (moment + _FARTHEST_EAST).date()}


def _doubted(one: Statement, first: Statement) -> Statement:
    """A statement after the first: doubtful where it contradicts that, and of another day never surer than it, or what
    was settled between them (a stamp in UTC, the day that readers saw) would be settled again by sureness."""
    if _contradict(one, first):
        return replace(one, sure=Sureness.DOUBTFUL)
    if one.sure is Sureness.SURE and one.iso is not None and one.iso.day and _day(one.iso) != _day(first.iso):
        return replace(one, sure=first.sure)
    return one


def _contradict(one: Statement, other: Statement) -> bool:
    """Whether two dates differ by more than a zone can explain."""
    if one.iso is None or other.iso is None:
        return False
    first, second = sorted((one.iso, other.iso), key=lambda iso: len(iso.iso))
    if second.iso.startswith(first.iso):
        return False
    if first.day is None:
        return not any(
            str(_day(second) + timedelta(days=days)).startswith(first.iso) for days in (-1, 1) if second.day is not None
        )
    apart = abs((_day(first) - _day(second)).days)
    return apart > (1 if first.time or second.time else 0)


def _both(one: Statement, other: Statement) -> str:
    return f"{one.raw or one.value} [{one.rule}] | {other.value} [{other.rule}]"


def _day(iso: PublicationDate | None) -> date:
    return date(iso.year, iso.month or 1, iso.day or 1) if iso is not None else date.min


def _moment(iso: PublicationDate | None) -> datetime | None:
    if iso is None or iso.time is None or iso.time[-6:-5] not in {"+", "-"}:
        return None
    try:
        return datetime.fromisoformat(iso.iso)
    except ValueError:  # an offset that no zone has
        return None


def _real_updates(updated: list[Statement], published: list[Statement]) -> Iterator[Statement]:
    """Updates that say more than the publication does, those before it marked as doubtful."""
    first = published[0].iso if published else None
    moment = _moment(first)
    for one in updated:
        if one.iso is None:
            continue
        own = _moment(one.iso)
        same = own is not None and moment is not None and abs(own - moment) < timedelta(minutes=1)
        if same or one.iso == first or (first and first.iso.startswith(one.iso.iso)):
            continue
        before = own < moment if own is not None and moment is not None else _day(one.iso) < _day(first)
        yield replace(one, sure=Sureness.DOUBTFUL) if before else one
