"""The days that a reader claims laid over those that the dissector found in the text.

Not for reading a date's words (generator.text.dates) nor for the other fields (claims).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date as day

from generator.ingest.claim_rules import claim_rule, rules_with
from generator.ingest.dissect.reading import Reading
from generator.ingest.own_time import in_own_time
from generator.model.article import SURENESS, Sureness
from generator.model.dates import Precision, PublicationDate
from generator.model.language import Language
from generator.model.source import Claim, Draft, FieldName

_OF_TWO = re.compile(r"\[[^\]]+\] \| .*\[[^\]]+\]$")  # how a page's reader tells two days, each with its rule


def with_dates(draft: Draft, claims: Mapping[FieldName, Sequence[Claim]], reading: Reading) -> Draft:
    """The draft with the days of publication and of its last change, as its text and the claims of them state them."""
    draft = _with_published(draft, claims.get(FieldName.PUBLISHED, ()), reading)
    arabic = draft.lang is Language.AR
    for claim in claims.get(FieldName.UPDATED, ()):
        updated = _read_date(claim, reading, arabic=arabic)
        if updated is not None and _is_later(updated, draft.date):
            return replace(
                draft, updated=updated, rules=rules_with(draft, claim_rule(claim, raw=claim.raw or claim.value))
            )
    return draft


def _read_date(claim: Claim, reading: Reading, *, arabic: bool) -> PublicationDate | None:
    """The date that a claim states, in the source's own time; None where it states none."""
    found = reading.read(claim.value, arabic=arabic)
    return in_own_time(found.date, claim.value, reading.zone) if found is not None else None


def _is_later(updated: PublicationDate, date: PublicationDate | None) -> bool:
    """Whether an update is told that is none of the publication itself."""
    return date is None or (updated.iso[:10] >= date.iso[:10] and updated.iso != date.iso)


def _with_published(draft: Draft, claims: Sequence[Claim], reading: Reading) -> Draft:
    """Settle the day of publication: what is sure, then a label in the text, then what is likely.

    Where the text and the claim name different days, the field is doubtful and both stand in its rule; but not where
    the claim is sure, and what stands in the text is itself doubtful. A claim that tells of two days comes from a
    reader that has weighed them, the line of the text among them; only a label there, which readers see, outweighs it.
    """
    arabic = draft.lang is Language.AR
    read = [(claim, _read_date(claim, reading, arabic=arabic)) for claim in claims]
    known = [(claim, found) for claim, found in read if found is not None]
    known.sort(key=lambda each: SURENESS[each[0].sure])
    best = next(iter(known), None)
    if best is None:
        if not claims or draft.date is not None:
            return draft
        raw = draft.date_raw or claims[0].raw or claims[0].value
        return replace(draft, date_raw=raw)
    is_weighed = _OF_TWO.search(best[0].raw) is not None
    is_believed = is_weighed and _sureness_of(draft, "date") is not Sureness.SURE
    if not _gives_way(draft, Sureness.SURE if is_believed else best[0].sure, best[1]):
        return _doubted(draft, *best)
    claim, date = best[0], _most_exact(best[1], [each for _, each in known])
    raw = claim.raw or claim.value
    rule, removed = claim_rule(claim, raw=raw), draft.removed
    if draft.date is not None and draft.date.iso[:10] != date.iso[:10] and draft.date_raw:
        removed = (*removed, draft.date_raw)
        if not is_weighed and (claim.sure is not Sureness.SURE or _sureness_of(draft, "date") is not Sureness.DOUBTFUL):
            rule = replace(rule, sure=Sureness.DOUBTFUL, raw=f"{raw} ≠ {draft.date_raw}")
    return replace(draft, date=date, date_raw=raw, date_hints=(), removed=removed, rules=rules_with(draft, rule))


def _gives_way(draft: Draft, sure: Sureness, claimed: PublicationDate) -> bool:
    """Whether the day in the text gives way to a claim: to a sure one, and where no label states it to one as sure as
    itself, unless it is that day more exactly."""
    own = _sureness_of(draft, "date")
    if draft.date is None or sure is Sureness.SURE:
        return True
    more_exact = draft.date.iso.startswith(claimed.iso) and draft.date.iso != claimed.iso
    return own is not Sureness.SURE and not more_exact and SURENESS[sure] <= SURENESS[own]


def _doubted(draft: Draft, claim: Claim, date: PublicationDate) -> Draft:
    """The draft with the day in its text in doubt where a claim for another one is likely, or tells of both."""
    own = next((rule for rule in draft.rules if rule.field == "date"), None)
    is_weighed = _OF_TWO.search(claim.raw) is not None
    is_guess = claim.sure is Sureness.DOUBTFUL and not is_weighed
    if draft.date is None or own is None or is_guess or not (is_weighed or _are_days_apart(draft.date, date)):
        return draft
    raw = claim.raw if is_weighed else f"{draft.date_raw or draft.date.iso} ≠ {claim.raw or claim.value}"
    return replace(draft, rules=rules_with(draft, replace(own, sure=Sureness.DOUBTFUL, raw=raw)))


def _are_days_apart(one: PublicationDate, other: PublicationDate) -> bool:
    """Whether two dates are further apart than zones of time explain."""
    if one.day is None or other.day is None:
        return not one.iso.startswith(other.iso) and not other.iso.startswith(one.iso)
    days = (day.fromisoformat(each.iso[:10]).toordinal() for each in (one, other))
    return abs(next(days) - next(days)) > 1


def _sureness_of(draft: Draft, field: str) -> Sureness:
    return next((rule.sure for rule in draft.rules if rule.field == field), Sureness.SURE)


def _most_exact(best: PublicationDate, all_: Iterable[PublicationDate]) -> PublicationDate:
    """The best date; another claim for the same day that knows the time tells it more exactly."""
    if best.precision is not Precision.DAY:
        return best
    return next((each for each in all_ if each.time and each.iso[:10] == best.iso), best)
