"""Lines that name an outlet without calling it the source: alone, with its edition, its place, the day it appeared.

Not for lines that name who wrote (name_lines), nor for days without an outlet (unlabelled).
"""

from __future__ import annotations

import re
from itertools import combinations

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.labels import unwrapped
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.names import (
    is_agency,
    is_masthead_like,
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    sureness_of_name,
)
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic
from generator.text.dates import is_worded_as_date

_PLACE_DAY_AGENCY = re.compile(r"(?P<place>[^\d]{2,25}?) (?P<day>[0-9٠-٩]{1,2} .{4,60}) (?P<agency>\S+)")
# «كسلا: 22 يناير 2023: راديو الميناء»
_BETWEEN_COLONS = re.compile(r"(?P<place>[^\d:]{2,25}): (?P<day>[0-9٠-٩]{1,2} [^:]{4,40}): (?P<agency>[^\d:]{3,30})")
_EDITION = re.compile(
    r"[\s,،\-–—|(]+(?:النسخة|الطبعة|الخدمة|(?:the )?(?:arabic|english|online|international|print))\s?\S*\)?$",
    re.IGNORECASE,
)
_PLACE_BEHIND = re.compile(r"\s*\([^()\d]{2,40}\)$")  # `The Bay Courier (London, England)`
_PAGE = re.compile(r"(?:pp?\.?|pages?|ص\.?|صفحة|صفحات) ?[0-9٠-٩]{1,3}(?:[-–][0-9٠-٩]{1,3})?", re.IGNORECASE)
_MOST_BESIDE = 6  # parts between commas
_YEAR = re.compile(r"\w \d{1,2}, \d{4}|\d{1,2} \w+ \d{4}")  # behind its day
_BEFORE_DAY = re.compile(  # «النهار 9 حزيران 2009», «النهار 9/6/2009»
    r"(?<=[^\W\d])\s+(?=[0-9٠-٩]{1,2}(?:\s\D{3,30}\s|[/.-][0-9٠-٩]{1,2}[/.-])[0-9٠-٩]{4}$)"
)
_LONGEST_OUTLET = 4  # words
_SIGN_BETWEEN = re.compile(r"\s*[|•·/،,]\s*|\s+[-–—]\s+")
_SIGNS = " -–—:.|,،"


def read_outlet_with_day(text: str, known: Known) -> tuple[Field, ...]:
    """The outlet, the day, and who or where beside them, of a line that names them all without a label, or nothing."""
    return (
        _read_outlet_and_day(text, known)
        or _read_name_outlet_and_day(text, known)
        or _read_place_day_and_agency(text, known)
        or _read_place_outlet_and_day(text, known)
    )


def outlet_of(text: str, known: Known) -> str | None:
    """The outlet that a line names, alone or with its edition behind it (`Gulf Voice, English service`), or None."""
    key = key_of(text)
    if key in known.outlets or (is_agency(text) and key != "خاص"):
        return unwrapped(text.strip(_SIGNS)).strip(" /")
    outlet, _, section = text.partition(" - ")
    if key_of(section) in RUBRICS and key_of(outlet) in known.outlets:  # «السومرية نيوز - محليات»
        return outlet
    place = _PLACE_BEHIND.search(text)
    behind = place or _EDITION.search(text)
    name = text[: behind.start()].strip(_SIGNS) if behind else ""
    return name if key_of(name) in known.outlets or (place is not None and is_masthead_like(name)) else None


def read_outlet_from_place(text: str, known: Known) -> tuple[Field, ...]:
    """A known outlet and, behind «من» or a comma, a known place: `هسبريس من فاس`, `BBC News, Amman`."""
    outlet, word, place = text.partition(" من " if is_arabic(text) else ", ")
    if not word or key_of(outlet) not in known.outlets or key_of(place) not in known.places:
        return ()
    return Field(Label.SOURCE, outlet, text), Field(Label.DATELINE, place, place, Sureness.LIKELY)


def read_named_outlet(text: str, known: Known) -> tuple[Field, ...]:
    """A known outlet behind a word that labels sources and is a common word, too (`الصحيفة: عكاظ`)."""
    label, colon, outlet = text.partition(":")
    if not colon or CLOSED.get(key_of(label)) is not Label.SOURCE or key_of(outlet) not in known.outlets:
        return ()
    return (Field(Label.SOURCE, outlet.strip(_SIGNS), text),)


def read_outlet_then_day(text: str, known: Known) -> tuple[Field, ...]:
    """A known outlet, a sign, the day (`عكاظ | 3 مايو 2015`), although the whole could be read as a day with a word
    before it. «اليوم» is an outlet and a word for today: before a comma it is that."""
    signs = (_SIGN_BETWEEN.search(text), _BEFORE_DAY.search(text))  # the first sign may be of the day
    found = next((each for each in signs if each and key_of(text[: each.start()]) in known.outlets), None)
    if found is None:
        return ()
    outlet, day = text[: found.start()], text[found.end() :]
    is_today = key_of(outlet) == "اليوم" and not found.group().strip(" ،,")
    if is_today or not (known.is_date(day) or known.is_date(text)):
        return ()
    return Field(Label.SOURCE, outlet.strip(_SIGNS), text), Field(Label.PUBLISHED, day, day, Sureness.LIKELY)


def _read_outlet_and_day(text: str, known: Known) -> tuple[Field, ...]:
    """`(The Bay Courier, 3 February 2024)`, «جريدة القبس، العدد 16543، 3 أكتوبر 2019، ص 12»: an outlet, the day, and
    its place and the numbers of issue and page beside them."""
    outlet, *rest = re.split(r"\s*[،,]\s+", text)
    is_outlet = outlet_of(outlet, known) is not None or is_masthead_like(outlet)
    is_cited = is_person_like(outlet) and _PAGE.fullmatch(rest[-1].strip()) is not None if rest else False
    if not 0 < len(rest) <= _MOST_BESIDE or not (is_outlet or is_cited):
        return ()
    spans = combinations(range(len(rest) + 1), 2)
    for start, end in sorted(
        spans, key=lambda span: (not _YEAR.search(", ".join(rest[slice(*span)])), span[1] - span[0])
    ):
        day, beside = ", ".join(rest[start:end]), (*rest[:start], *rest[end:])
        if (known.is_date(day) or is_worded_as_date(day)) and all(_is_beside_outlet(one, known) for one in beside):
            numbers = (Field(Label.ASIDE, text, text),) if beside else ()
            source = Field(Label.SOURCE, outlet.strip(_SIGNS), text)
            return source, Field(Label.PUBLISHED, day, day, Sureness.LIKELY), *numbers
    return ()


def _is_beside_outlet(text: str, known: Known) -> bool:
    """Whether a part is the number of an issue or page, or the place where the outlet appears."""
    return (len(text.split()) <= 3 and any(map(str.isdigit, text))) or key_of(text) in known.places


def _read_name_outlet_and_day(text: str, known: Known) -> tuple[Field, ...]:
    """`Jane Doe, The Bay Courier, February 3, 2024`: a person, where they write, and the day."""
    name, comma, rest = text.partition(", ")
    if not comma or not is_unlabelled_byline(name):
        return ()
    beside = _read_outlet_and_day(rest, known)
    return (Field(Label.AUTHOR, name, name, sureness_of_name(name)), *beside) if beside else ()


def _read_place_day_and_agency(text: str, known: Known) -> tuple[Field, ...]:
    """`الرياض 25 جمادى الأولى 1444 هـ الموافق 19 ديسمبر 2022 م واس`: as agencies set it, without any sign between."""
    found = _BETWEEN_COLONS.fullmatch(text) or _PLACE_DAY_AGENCY.fullmatch(text)
    if found is None or key_of(found["place"]) not in known.places:
        return ()
    if not (is_agency(found["agency"]) or (found.re is _BETWEEN_COLONS and is_outlet_like(found["agency"]))):
        return ()
    if not (known.is_date(found["day"]) or is_worded_as_date(found["day"])):
        return ()
    return (
        Field(Label.DATELINE, found["place"].strip(_SIGNS), text, Sureness.LIKELY),
        Field(Label.PUBLISHED, found["day"], found["day"], Sureness.LIKELY),
        Field(Label.SOURCE, found["agency"], found["agency"]),
    )


def _read_place_outlet_and_day(text: str, known: Known) -> tuple[Field, ...]:
    """«القاهرة - بوابة الوسط الخميس 15 سبتمبر 2022»: a known place, a known outlet, the day."""
    place, _, rest = text.partition(" - ")
    words = rest.split()
    if key_of(place) not in known.places:
        return ()
    for count in range(1, min(_LONGEST_OUTLET, len(words) - 1) + 1):
        outlet, day = " ".join(words[:count]), " ".join(words[count:])
        if key_of(outlet) in known.outlets and (known.is_date(day) or is_worded_as_date(day)):
            return (
                Field(Label.DATELINE, place, text, Sureness.LIKELY),
                Field(Label.SOURCE, outlet, outlet),
                Field(Label.PUBLISHED, day, day, Sureness.LIKELY),
            )
    return ()
