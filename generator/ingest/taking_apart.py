"""A text taken apart by the rules of its publisher, as they were on its day.

Which publisher and which of its versions is settled here; not what the rules are (publishers), nor what the lines say
(dissect).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.ingest.claims import address_claim, told_lines
from generator.ingest.dissect import Dissection, Known, Reading, dissect
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.own_words import OwnWords
from generator.ingest.publishers import find_publisher, version_at, versions_of
from generator.model.dates import PublicationDate
from generator.model.publisher import PublisherVersion
from generator.model.source import Claim, FieldName, Record
from generator.model.vocabulary import Publisher, Vocabulary
from generator.text.arabic import is_arabic
from generator.text.dates import read_date


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a text before it is read: the day of reading, the archive's vocabulary with what it lends to the
    reading, whether its first line is its title, its record (None: plain text), whose place it lies in or came from."""

    today: date
    vocabulary: Vocabulary
    known: Known
    titled: bool = False
    record: Record | None = None
    publisher: Publisher | None = None


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A text's articles, what its dates are read with, whose text it is, and the version of the publisher it was read
    by; both are None where the publisher is not known."""

    dissection: Dissection
    reading: Reading
    publisher: Publisher | None = None
    version: PublisherVersion | None = None


def take_apart(lines: Sequence[Line], about: Circumstances) -> TakenApart:
    """Take the lines of a text apart. Its own address, which may stand in the text alone, says best whose it is."""
    found = _by_rules_of(about.publisher, lines, about)
    drafts = found.dissection.drafts
    if not drafts or drafts[0].url is None or (about.record is not None and address_claim(about.record)):
        return found
    publisher = find_publisher(None, drafts[0].url, None, about.vocabulary)
    same = publisher is None or (found.publisher is not None and publisher.id == found.publisher.id)
    return found if same else _by_rules_of(publisher, lines, about)


def _by_rules_of(publisher: Publisher | None, lines: Sequence[Line], about: Circumstances) -> TakenApart:
    """Take a text apart by the publisher's version of its day: that which its claims tell, else that by whose rules its
    text gives a day on which the version was valid, else that of the day on which it was taken."""
    if publisher is None:
        return _apart(None, None, lines, about)
    claims = about.record.claims if about.record else ()
    version = version_by_claims(publisher, claims, arabic=_is_arabic(lines), today=about.today)
    if version is not None or not publisher.before:
        return _apart(publisher, version or publisher.now, lines, about)
    for each in versions_of(publisher):
        found = _apart(publisher, each, lines, about)
        day = _first_day(found.dissection.drafts[0].date) if found.dissection.drafts else None
        if day is not None and version_at(publisher, day) == each:
            return found
    taken = about.record.reference if about.record else None
    return _apart(publisher, version_at(publisher, taken), lines, about)


def version_by_claims(
    publisher: Publisher, claims: Iterable[Claim], *, arabic: bool, today: date
) -> PublisherVersion | None:
    """The version of the day that the first readable claim for the publication tells; None where none can be read.

    The order of day and month is itself a matter of the version: that one counts by whose order the day is its own.
    """
    for claim in claims:
        if claim.name is not FieldName.PUBLISHED:
            continue
        for version in versions_of(publisher):
            found = read_date(claim.value, today=today, arabic=arabic, day_first=version.day_first)
            day = _first_day(found.date) if found else None
            if day is not None and version_at(publisher, day) == version:
                return version
    return None


def _first_day(found: PublicationDate | None) -> date | None:
    """The day of a date; of a month or a year the first one."""
    return None if found is None else date(found.year, found.month or 1, found.day or 1)


def _is_arabic(lines: Sequence[Line]) -> bool:
    return any(is_arabic(line.text) for line in lines[:1])


def _apart(
    publisher: Publisher | None, version: PublisherVersion | None, lines: Sequence[Line], about: Circumstances
) -> TakenApart:
    reading = Reading(about.today, with_hints=about.record is None)
    known = about.known
    if version is not None:
        reading = replace(reading, day_first=version.day_first, zone=version.time_zone, lang=version.lang)
        known = replace(known, own=OwnWords.of(version.labels))
    if about.record is not None:
        known = replace(known, told=told_lines(about.record))
    return TakenApart(dissect(lines, reading, known, titled=about.titled), reading, publisher, version)
