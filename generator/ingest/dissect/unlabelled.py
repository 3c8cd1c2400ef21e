"""Facts that stand in an article's head or foot without a label: a date alone, an outlet's name, a person's name beside
a labelled one.

Not for datelines (datelines) nor for lines that are a person's name and nothing else (names).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.addresses import find_address
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.datelines import read_dateline_alone
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.labels import Zone, read_fields, unwrapped
from generator.ingest.dissect.lines import ends_sentence, key_of, without_number
from generator.ingest.dissect.name_lines import read_name_line
from generator.ingest.dissect.name_words import HEADING_WORDS
from generator.ingest.dissect.names import (
    is_agency,
    is_desk,
    is_generic_credit,
    is_masthead_like,
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    sureness_of_name,
)
from generator.ingest.dissect.names_with_day import (
    read_agency_with_day,
    read_day_with_rubric,
    read_name_with_day,
    read_rubric_with_day,
)
from generator.ingest.dissect.outlet_lines import (
    outlet_of,
    read_named_outlet,
    read_outlet_from_place,
    read_outlet_then_day,
    read_outlet_with_day,
)
from generator.ingest.dissect.place_names import is_place
from generator.ingest.dissect.second_facts import split_update
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.dates import find_date_hints, is_worded_as_date

_AGO = re.compile(r"(?:منذ|قبل) .{1,25}|(?:نشر|published|posted) .{1,25} ago|.{1,20} ago|أمس|yesterday", re.IGNORECASE)
_SHORT_AGO = re.compile(
    r"(?:(?:منذ|قبل) )?[0-9٠-٩]{1,2} ?(?:س|د|ي|ساعة|ساعات|دقيقة|دقائق|يوم|يوما|أيام|أسابيع|أسبوعا?"
    r"|شهرا?|أشهر|سنة|سنوات|h|hrs?|m|mins?|d|w)(?: ?[·•].{0,3})?",
    re.IGNORECASE,
)
_DAY_AND_HOUR = re.compile(
    r"(?:أمس|اليوم|الیوم|yesterday|today)(?: الأول)?[،,]?\s*(?:at|الساعة|عند|-|–|\|)?\s*[0-9٠-٩]{1,2}[:.][0-9٠-٩]{2}"
    r"\s*(?:[صم]|صباحا|صباحاً|مساء|مساءً|am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE,
)
_BETWEEN_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_SLASH = re.compile(r" / (?![0-9٠-٩])|(?<![0-9٠-٩]) / ")  # but not those of a day, `9 / 10 / 2016`
_ENDS_DAY = re.compile(r"[^\W\d] [0-9٠-٩]{4}[مـ]?$")  # behind the month's name
_TIME = re.compile(r"[0-9٠-٩]{1,2}:[0-9٠-٩]{2}")
_COUNTRY_BEHIND = re.compile(r"(?<=[0-9]:[0-9]{2}), UK$")  # whose clock it is
_OF_OUTLET = frozenset({Label.SOURCE, Label.ASIDE, Label.DATELINE})
_ISSUE = re.compile(
    r"(?:ن\u064f?شرت? (?:هذا المقال |المادة )?في )?(?:العدد|عدد)(?: رقم)?\s?[:#]?\s?\(?[0-9٠-٩]{2,6}\)?\s?[-–—|،,:]?\s"
    r"(?:(?:في )?(?:الصفحة|صفحة|ص)\.?\s?[0-9٠-٩]{1,3}\s?[-–—|،,:]?\s)?"
)
_DIGITS_OF_YEAR = 4
_NUMBER = re.compile(r"\d+")
_SITE = re.compile(r"(?:www\.)?[A-Z][A-Za-z0-9-]{2,30}\.(?:com|net|org|co\.uk|info|example)")
_QUOTES = ' «»“”"'
# `قناة الأخبار, [05.03.2022 09:14]`: as Telegram copies what was written there.
_POST = re.compile(r"[^\[\]]{2,60}, \[(?P<day>\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?)\]")


def read_unlabelled(text: str, known: Known) -> tuple[Field, ...]:
    """Facts without a label: a date alone on its line, a known outlet, an agency."""
    bare = unwrapped(text).lstrip("| ")
    if known.is_pasted and (address := _read_address(bare, text)):
        return address
    if len(bare) > 110:
        return ()
    if known.is_pasted and (counted := _read_counted(bare, known)):
        return counted
    dated = _read_numbered(text, bare, known) if any(map(str.isdigit, bare)) else ()
    dated = dated or _read_ago(bare) or read_named_outlet(bare, known)
    if dated:
        return dated
    outlet = outlet_of(bare, known)
    if outlet is not None:
        source = Field(Label.SOURCE, outlet, outlet)
        return (source,) if key_of(outlet) == key_of(bare) else (source, Field(Label.ASIDE, bare, bare))
    return (
        read_outlet_from_place(bare, known)
        or read_name_line(bare, known)
        or _read_place_and_person(bare, known)
        or _read_parts(_part_at_signs(bare), known)
        or read_outlet_with_day(bare, known)
        or _read_parts(_SLASH.split(bare, maxsplit=4), known)
    )


def _read_counted(text: str, known: Known) -> tuple[Field, ...]:
    """The day and what stands beside it behind the number of an article: `2- The Bay Courier - 13/3/2024`."""
    rest = without_number(text) if text[:1].isdigit() else text
    if rest == text or not rest[:1].isalpha() or not any(map(str.isdigit, rest)):
        return ()
    found = read_unlabelled(rest, known)
    # «12 - يناير - 2021»: the number is the day, and what is behind it a month
    return found if any(one.label is Label.PUBLISHED and len(_NUMBER.findall(one.value)) > 1 for one in found) else ()


def _read_address(bare: str, text: str) -> tuple[Field, ...]:
    """The address that a line is, or the site that it names behind a bar (`| Courier.example`, below the day)."""
    if bare != text and _SITE.fullmatch(bare):
        return (Field(Label.SOURCE, bare, text),)
    return (Field(Label.URL, bare, text, Sureness.LIKELY),) if find_address(bare) == bare.strip() else ()


def _read_numbered(text: str, bare: str, known: Known) -> tuple[Field, ...]:
    """A day with an outlet before it, when something was posted and where, a day alone."""
    post = _POST.fullmatch(text) if text.endswith("]") else None
    if post is not None:
        return Field(Label.PUBLISHED, post["day"], text, Sureness.LIKELY), Field(Label.ASIDE, text, text)
    return (
        read_outlet_then_day(bare, known)
        or read_agency_with_day(bare)
        or _read_dates(bare, known)
        or _read_issue_and_day(bare, known)
        or read_name_with_day(bare, known)
        or read_rubric_with_day(bare)
        or read_day_with_rubric(bare)
    )


def _part_at_signs(text: str) -> list[str]:
    """The parts of a line between bars, dots and dashes; the time behind a day is no part of its own."""
    parts, start = [], 0
    for sign in _BETWEEN_PARTS.finditer(text):
        if not (_ENDS_DAY.search(text, start, sign.start()) and _TIME.match(text, sign.end())):
            parts.append(text[start : sign.start()])
            start = sign.end()
    return [*parts, text[start:]]


def _read_parts(parted: Sequence[str], known: Known) -> tuple[Field, ...]:
    """A date with an outlet, a place, a person or a section beside it, or an outlet with the number of its issue."""
    parts = [part for part in parted if part]
    if not 2 <= len(parts) <= 4 or sum(map(_is_year, parts)) > 1:  # from one year to another: a life, a war
        return ()
    read = [_read_part(part, known) or _read_section(part) for part in parts]
    facts = [one for several in read for one in several]
    if generic := [one for one in facts if is_generic_credit(one.value)]:  # «متابعة - الراية :»
        facts = [replace(one, label=Label.ASIDE, text=" - ".join(parts)) if one in generic else one for one in facts]
    labels = {one.label for one in facts}
    is_told = Label.PUBLISHED in labels or {Label.SOURCE, Label.ASIDE} <= labels <= _OF_OUTLET
    return tuple(facts) if all(read) and is_told else ()


def _is_year(part: str) -> bool:
    return len(part) == _DIGITS_OF_YEAR and part.isdigit()


def _read_dates(text: str, known: Known) -> tuple[Field, ...]:
    """A date alone, or with the time of the last change behind it (`3 May 2023 10:15, updated 4 May 2023`)."""
    text = _COUNTRY_BEHIND.sub("", text)
    several = split_update(Field(Label.PUBLISHED, text))
    if several and known.is_date(several[0].value):
        return replace(several[0], sure=Sureness.LIKELY), *several[1:]
    is_date = known.is_date(text) or is_worded_as_date(text)
    return (Field(Label.PUBLISHED, text, sure=Sureness.LIKELY),) if is_date else ()


def _read_issue_and_day(text: str, known: Known) -> tuple[Field, ...]:
    """The number of a paper's issue with its day: «العدد 8123 الأحد 6 مارس 2022», «نُشر في العدد 12، ص 4، …»."""
    issue = _ISSUE.match(text)
    if issue is None:
        return ()
    day = text[issue.end() :]
    return (*_read_dates(day, known), Field(Label.ASIDE, text, text)) if is_worded_as_date(day) else ()


def _read_ago(text: str) -> tuple[Field, ...]:
    """How long ago, and nothing else (`منذ 3 ساعات`, `2 hours ago`): no date, but what the page says of it."""
    if _DAY_AND_HOUR.fullmatch(text) or _SHORT_AGO.fullmatch(text):
        return (Field(Label.PUBLISHED, text, text, Sureness.LIKELY),)
    if _AGO.fullmatch(text) is None or key_of("".join(find_date_hints(text))) != key_of(text):
        return ()
    return (Field(Label.PUBLISHED, text, text, Sureness.LIKELY),)


def _read_place_and_person(text: str, known: Known) -> tuple[Field, ...]:
    """A known place with a person beside it (`البصرة / علي حسن`, `Jane Doe – London`)."""
    parts = [part.strip() for part in re.split(r"\s*[/|]\s*|\s+[-–—]\s+", text) if part.strip()]
    if len(parts) == 2 and ": " in parts[1]:  # «سبها - بوابة الوسط: رمضان الحسن»
        parts = [parts[0], *(part.strip() for part in parts[1].split(": ", 1))]
        return _read_correspondent(parts, known) if outlet_of(parts[1], known) or is_outlet_like(parts[1]) else ()
    if len(parts) == 3:
        return _read_place_person_and_more(text, parts, known)
    if len(parts) != 2:
        return ()
    for place, person in (parts, parts[::-1]):
        if key_of(place) not in known.places or key_of(person) in known.places:
            continue
        if is_unlabelled_byline(person):
            return Field(Label.DATELINE, place, place, Sureness.LIKELY), Field(
                Label.AUTHOR, person, person, Sureness.DOUBTFUL
            )
        if is_desk(person) and len(person.split()) <= 3:
            return Field(Label.DATELINE, place, place), Field(Label.ASIDE, text, text)
    return ()


def _read_place_person_and_more(text: str, parts: Sequence[str], known: Known) -> tuple[Field, ...]:
    """A person, a known place and one thing more (`علي حسن - صحيفة الميناء - البصرة`): an outlet, or kept as it is."""
    for at in (1, 2):  # «عمان/ ليث الجنيدي/ الأناضول» has its agency last
        if is_agency(parts[at]) and not is_generic_credit(parts[at]):
            return _read_correspondent((parts[0], parts[at], parts[3 - at]), known)
    places = [part for part in parts if key_of(part) in known.places]
    people = [part for part in parts if part not in places and is_unlabelled_byline(part)]
    if len(places) != 1 or len(people) != 1:
        return ()
    more = next(part for part in parts if part not in (*places, *people))
    is_outlet = outlet_of(more, known) is not None or is_masthead_like(more)
    beside = Field(Label.SOURCE, more, more) if is_outlet else Field(Label.ASIDE, text, text)
    person = Field(Label.AUTHOR, people[0], people[0], Sureness.LIKELY)
    return Field(Label.DATELINE, places[0], places[0], Sureness.LIKELY), person, beside


def _read_correspondent(parts: Sequence[str], known: Known) -> tuple[Field, ...]:
    """`بغداد – واع – نصار الحاج`: the place, the agency and who reports from there, as Arab agencies set them."""
    place, agency, person = parts[0], parts[1].strip(_QUOTES), parts[2]
    is_named = 2 <= len(person.split()) <= 4 and is_person_like(person) and not is_outlet_like(person)
    is_thing = key_of(person).split()[0] in HEADING_WORDS or is_agency(person.split(maxsplit=1)[0])
    if not is_place(place, known) or not is_named or is_thing or key_of(person) in known.places:
        return ()
    dateline = Field(Label.DATELINE, place, place, Sureness.LIKELY)
    return dateline, Field(Label.SOURCE, agency, agency), Field(Label.AUTHOR, person, person, sureness_of_name(person))


def _read_part(part: str, known: Known) -> tuple[Field, ...]:
    labelled = read_fields(part, Zone.HEAD, known.own)
    if labelled:
        return labelled
    if any(c.isdigit() for c in part) and (known.is_date(part) or is_worded_as_date(part)):
        return (Field(Label.PUBLISHED, part, sure=Sureness.LIKELY),)
    outlet = outlet_of(part, known)
    if outlet is not None:
        return (Field(Label.SOURCE, outlet, part),)
    if ago := _read_ago(part):
        return ago
    if len(part.split()) <= 5 and is_masthead_like(part):
        return (Field(Label.SOURCE, part, part),)
    return _read_place(part, known) or _read_rest(part)


def _read_section(part: str) -> tuple[Field, ...]:
    """What stands beside a date in one or two words: the page's section (`Syria | Crafts | 12 June 2018`)."""
    if len(part.split()) > 2 or ends_sentence(part) or is_desk(part):
        return ()
    is_numbered = any(map(str.isdigit, part))  # «العدد 8123»: the issue, no section
    return (Field(Label.ASIDE if is_numbered else Label.SECTION, part, part),)


def _read_place(part: str, known: Known) -> tuple[Field, ...]:
    if key_of(part) in known.places:
        return (Field(Label.DATELINE, part),)
    alone = read_dateline_alone(part, known)
    if alone is not None and alone.place and alone.agency:
        return Field(Label.DATELINE, alone.place, part), Field(Label.SOURCE, alone.agency, part)
    return ()


def _read_rest(part: str) -> tuple[Field, ...]:
    if is_unlabelled_byline(part):
        return (Field(Label.AUTHOR, part, part, sureness_of_name(part)),)
    return (Field(Label.ASIDE, part),) if is_boilerplate(part) else ()
