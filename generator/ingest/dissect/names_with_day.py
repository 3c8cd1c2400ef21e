"""Lines without a label that name somebody and, behind the name or the outlet beside it, say when, as content systems
print a head: `Jane Doe, The Bay Courier 8:42 a.m. EDT March 18, 2024`, «سلمى إدريس 3 مايو 2024 10:15».

Not for facts with bars or dashes between them (`unlabelled`), nor behind `By` (`dated_bylines`).
"""

from __future__ import annotations

import re
from itertools import islice

from generator.ingest.dissect.dated_bylines import without_behind_day
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.lines import ends_sentence, key_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.names import (
    is_agency,
    is_masthead_like,
    is_outlet_like,
    is_unlabelled_byline,
    sureness_of_name,
)
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic
from generator.text.dates import is_worded_as_date

_LONGEST = 120
_MOST_WORDS = 9  # before the day
_SPACE = re.compile(r"[\s,،|]+(?:(?:on|at|posted|في|بتاريخ)\s+)?", re.IGNORECASE)
_PLACES = re.compile(r"\s*[(),،/]\s*")
_COMMA = re.compile(r"\s*[,،]\s+")
_SIZE = re.compile(r"^(?:text|font) size:? (?:[at+-] ){1,4}", re.IGNORECASE)
_RUBRIC = re.compile(r"(?!By )[A-Z][\w&'’-]*(?: (?:[A-Z&][\w'’-]*)){0,3}")
_ZONED = re.compile(r"[0-9]{1,2}:[0-9]{2} ?(?:[AaPp]\.?[Mm]\.?)? ?(?![AP]M$)[A-Z]{2,4}$")
_DAY_THEN_RUBRIC = re.compile(
    r"(?P<day>.{8,50}[0-9٠-٩]{1,2}:[0-9٠-٩]{2})[\s|،–-]+(?P<rubric>[ء-ي]{3,}(?: [ء-ي]{3,}){0,2})"
)
_MOST_WORDS_OF_RUBRIC = 4
_TIME = re.compile(r"[0-9٠-٩]{1,2}:[0-9٠-٩]{2}")
_FULL_DAY = re.compile(
    r"(?P<name>[^\d|]{3,40}?)[\s،|–—-]+(?P<day>(?:[0-9٠-٩]{1,2} [^\W\d]{3,12}(?: ?/ ?[^\W\d]{3,12}| الثاني| الأول)?،? "
    r"|[0-9٠-٩]{1,2}[/.-][0-9٠-٩]{1,2}[/.-])[0-9٠-٩]{4}م?)"
)
# `Jane Doe Published March 9, 2022 Updated March 10, 2022 10:11am`, «سلمى إدريس نشر في 3 مايو 2024»
_PUBLISHED = re.compile(
    r"(?P<name>[^\d|:.,،]{5,40}?)\s+(?:Published|Posted|نُ?شرت? (?:في|بتاريخ|يوم))\s+(?P<day>\S.{6,50}?)"
    r"(?:\s+(?P<update>(?:Last )?Updated|آخر تحديث).{6,50})?"
)
# «سليمة.ب», «ب. سليمة»: as papers of the Maghreb sign; a title of one letter before a name is a person's as well.
_ABBREVIATED = re.compile(r"[ء-ي]{3,}\s?\.\s?[ء-ي]\.?|[ء-ي]\.\s?[ء-ي]{3,}")


def read_abbreviated_name(text: str) -> tuple[Field, ...]:
    """The author of whom a whole line has one name and the initial of the other, in doubt; nothing of another line."""
    name = text.strip(" |،-–—")
    is_name = _ABBREVIATED.fullmatch(name) is not None
    return (Field(Label.AUTHOR, name, name, Sureness.DOUBTFUL),) if is_name else ()


def read_name_with_day(text: str, known: Known) -> tuple[Field, ...]:
    """The person, the outlet beside them if any, and the day that the whole line states; nothing of any other line.

    The time must stand with the day: a name and a day alone are of events and of lives as well, but for Arabic names
    that are known, or abbreviated as bylines are. Without an outlet the name must begin with a known given name.
    """
    if published := _read_published(text):
        return published
    if not _TIME.search(text):
        return _read_arabic_without_time(text)
    bare = without_behind_day(text.strip())
    if len(bare) > _LONGEST or ends_sentence(bare) or not _TIME.search(bare):
        return ()
    for between in islice(_SPACE.finditer(bare), _MOST_WORDS):
        before, day = bare[: between.start()], bare[between.end() :]
        people = _read_person(before, known) if is_worded_as_date(day) else ()
        if people:  # the last word of an outlet may be one of dates as well (`USA Today`)
            beside = (Field(Label.ASIDE, text, text),) if bare != text.strip() else ()
            return *people, Field(Label.PUBLISHED, day, day, Sureness.LIKELY), *beside
    return ()


def _read_published(text: str) -> tuple[Field, ...]:
    """A name, and when what they wrote was published, with the word for it between the two."""
    found = _PUBLISHED.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None or not is_unlabelled_byline(found["name"]) or not is_worded_as_date(found["day"]):
        return ()
    name, day = found["name"], found["day"]
    beside = (Field(Label.ASIDE, text, text),) if found["update"] else ()
    published = Field(Label.PUBLISHED, day, day, Sureness.LIKELY)
    return Field(Label.AUTHOR, name, name, sureness_of_name(name)), published, *beside


def read_agency_with_day(text: str) -> tuple[Field, ...]:
    """The agency and, behind its name alone, the day with its time, as agencies head what they send on their sites:
    «واس الثلاثاء, 12 يناير 2021 17:36»."""
    name, space, day = text.partition(" ")
    if not space or len(text) > _LONGEST or not is_agency(name) or not _TIME.search(day) or not is_worded_as_date(day):
        return ()
    source = Field(Label.SOURCE, name, name, Sureness.LIKELY)
    return source, Field(Label.PUBLISHED, day, day, Sureness.LIKELY)


def _read_arabic_without_time(text: str) -> tuple[Field, ...]:
    """«سليمة.ب 13 مارس 2024», «سلمى إدريس 13 مارس 2024»."""
    found = _FULL_DAY.fullmatch(text.strip()) if len(text) <= _LONGEST and is_arabic(text) else None
    if found is None or not is_worded_as_date(found["day"]):
        return ()
    name = found["name"]
    is_known = is_unlabelled_byline(name, by_form=False)
    person = (Field(Label.AUTHOR, name, name, Sureness.LIKELY),) if is_known else read_abbreviated_name(name)
    return (*person, Field(Label.PUBLISHED, found["day"], found["day"], Sureness.LIKELY)) if person else ()


def read_day_with_rubric(text: str) -> tuple[Field, ...]:
    """The day with its time, and the section behind them, of a whole Arabic line: «الثلاثاء 12 آذار 2024 الساعة 11:08
    تربية وثقافة»."""
    found = _DAY_THEN_RUBRIC.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None or not is_worded_as_date(found["day"]):
        return ()
    words = (word.removeprefix("و").removeprefix("ال") for word in key_of(found["rubric"]).split())
    if not any(word in RUBRICS for word in words):
        return ()
    published = Field(Label.PUBLISHED, found["day"], found["day"], Sureness.LIKELY)
    return published, Field(Label.SECTION, found["rubric"], found["rubric"])


def read_rubric_with_day(text: str) -> tuple[Field, ...]:
    """The section and the day that a whole line above a title states, with the time and its zone, without which such a
    line may tell of an event: `Case Study March 18, 2024, 5:00PM EST`."""
    bare = _SIZE.sub("", text.strip()) if len(text) <= _LONGEST else ""
    for space in islice(re.finditer(" ", bare), _MOST_WORDS_OF_RUBRIC):
        rubric, day = bare[: space.start()], bare[space.end() :]
        if _ZONED.search(day) and _RUBRIC.fullmatch(rubric) and is_worded_as_date(day):
            beside = (Field(Label.ASIDE, text, text),) if bare != text.strip() else ()
            published = Field(Label.PUBLISHED, day, day, Sureness.LIKELY)
            return Field(Label.SECTION, rubric, rubric), published, *beside
    return ()


def _read_person(text: str, known: Known) -> tuple[Field, ...]:
    if all(key_of(part) in known.places for part in _PLACES.split(text.strip(" ()")) if part):
        return (Field(Label.ASIDE, text, text),)
    name, *rest = _COMMA.split(text)
    if len(rest) > 1 or name[:3].lower() == "by " or not is_unlabelled_byline(name, by_form=bool(rest)):
        return ()
    person = Field(Label.AUTHOR, name, name, sureness_of_name(name))
    if not rest:
        return (person,)
    outlet = rest[0]
    if key_of(outlet) in known.outlets or is_agency(outlet) or is_masthead_like(outlet) or is_outlet_like(outlet):
        return person, Field(Label.SOURCE, outlet, outlet, Sureness.LIKELY)
    return ()
