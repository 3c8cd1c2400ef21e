"""Lines that name both who posted an article and when, in either order, as blogs and content systems write them.

Not for other labels (labels).
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.dissect.label_values import Field, accept_person
from generator.ingest.dissect.names import is_agency, is_desk, is_outlet_like, is_role
from generator.model.publisher import Label
from generator.text.dates import is_worded_as_date

_BY = re.compile(
    r"(?:(?:posted|submitted|published|written|added|created|uploaded)\s+by|by|"
    r"(?:(?:نشر|نُشر|أضيف|كتب|مرسلة|أرسلت|تم النشر)\s+)?(?:بواسطة|من طرف|من قبل)|نشره|نشرته|كتبه|كتبته|بقلم)"
    r"(?:\s*+:)?+\s++",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,،|-]++(?:(?:on|في|بتاريخ|يوم)\s++)?+", re.IGNORECASE)
_DATED_BYLINE = re.compile(
    r"(?P<date>.*\d[^\d\n]*?)(?<![\s,،-])[\s,،-]++"
    r"(?:written by|by|بقلم|كتبتها|كتبها|كتبت|كتبه|كتب|بواسطة|من إعداد|إعداد|من طرف|تحرير)[\s:]++(?P<name>\D+)",
    re.IGNORECASE,
)
# What pages set behind the day in the same line: a handle, how many have commented, the hour once more, tags.
_BEHIND_DAY = re.compile(
    r"(?:[\s|•·]*(?:@\w{3,32}|[0-9][0-9,.]*[KkMm]?\s?(?:comments?|shares?|views?)|"
    r"(?:[0-9]+\s)?(?:تعليق|تعليقات|مشاهدة|مشاهدات)(?:\s[0-9]+)?|"
    r"(?:yesterday|today) [0-9]{1,2}:[0-9]{2}\s?(?:[ap]m)?))+$|"
    r"\s*(?:tags?|topics?|الوسوم|وسوم)\s?:.*$",
    re.IGNORECASE,
)
_AGO_BEHIND = re.compile(
    r"\s*\|\s*(?:(?P<agency>[A-Z][\w ]{1,20}?)\s+[-–—]\s+)?"
    r"(?P<ago>[0-9]{1,2} [a-z]{1,8}(?: [0-9]{1,2} [a-z]{1,8})? ago)$",
    re.IGNORECASE,
)
_OFFICES = re.compile(r"\b(?:writers?|reporters?|correspondents?|editors?)$", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[^\W\d_])(?=[0-9]{4}-[0-9]{2}-[0-9]{2}\b)")  # `By Jane Doe2024-03-18 07:05`
_BESIDE_NAME = re.compile(r"\s*[,،|]\s+|\s+[-–—]\s+")
_LONGEST, _LONGEST_WITH_TAGS = 120, 600
_TRIM = " \t:：-–—|/>»=.،,"


def read_person_then_day(bare: str, text: str) -> tuple[Field, ...]:
    """`Posted by Jane Doe on 9 March 2022`, `أضيف بواسطة سلمى إدريس في 3 مايو 2024`: who, then when; or nothing.

    `bare` is the line without the signs around it, `text` the whole of it.
    """
    bare = without_behind_day(bare) if _BY.match(bare) else bare
    ago = _AGO_BEHIND.search(bare) if len(bare) <= _LONGEST and _BY.match(bare) else None
    if ago is not None:
        return _read_beside_ago(bare, ago, text)
    by = _BY.match(bare) if len(bare) <= _LONGEST and any(map(str.isdigit, bare)) else None
    if by is None:
        return ()
    for between in _BETWEEN.finditer(bare, by.end()):
        name, day = bare[by.end() : between.start()], bare[between.end() :]
        if is_worded_as_date(day):
            person = accept_person(Label.AUTHOR, name.strip(_TRIM), weak=True)
            if person is not None and person.label is Label.AUTHOR:
                return replace(person, text=text), Field(Label.PUBLISHED, day)
            people = _read_with_office(name, text)
            if not people and person is not None:
                people = (replace(person, text=text),)
            if not people and is_desk(name):
                return Field(Label.PUBLISHED, day), Field(Label.ASIDE, text)
            return (*people, Field(Label.PUBLISHED, day)) if people else ()
    return ()


def _read_beside_ago(bare: str, ago: re.Match[str], text: str) -> tuple[Field, ...]:
    """`By Jane Doe - AP Staff Writer | AP – 1 hr 4 mins ago`: who, for whom, and how long ago, which is no day."""
    name = _BY.sub("", bare[: ago.start()], count=1)
    person = accept_person(Label.AUTHOR, name.strip(_TRIM), weak=True)
    people = (replace(person, text=text),) if person and person.label is Label.AUTHOR else _read_with_office(name, text)
    agency = (Field(Label.SOURCE, ago["agency"], ago["agency"]),) if ago["agency"] and is_agency(ago["agency"]) else ()
    return (*people, *agency, Field(Label.PUBLISHED, ago["ago"], ago["ago"])) if people else ()


def without_behind_day(text: str) -> str:
    """A line that states a day without what pages set behind that, and with a space before a day that is glued on."""
    if len(text) > _LONGEST_WITH_TAGS or not any(map(str.isdigit, text)):
        return text
    return _GLUED.sub(" ", _BEHIND_DAY.sub("", text))


def _read_with_office(name: str, text: str) -> tuple[Field, ...]:
    """Whoever stands before an office or an outlet (`Jane Doe, Executive Editor`, `Jane Doe - The Bay Courier`); the
    line is kept as well."""
    parts = _BESIDE_NAME.split(name.strip(_TRIM))
    is_office = len(parts) > 1 and (is_role(parts[1]) or _OFFICES.search(parts[1]) is not None)
    if len(parts) != 2 or not (is_office or is_agency(parts[1]) or is_outlet_like(parts[1])):
        return ()
    person = accept_person(Label.AUTHOR, parts[0], weak=True)
    if person is None or person.label is not Label.AUTHOR:
        return ()
    beside = Field(Label.ASIDE, text) if is_office else Field(Label.SOURCE, parts[1], parts[1])
    return replace(person, text=text), beside


def part_byline(field: Field) -> tuple[Field, ...]:
    """A date with its author behind it in two (`Posted on 9 March 2022 by Jane Doe`)."""
    byline = _DATED_BYLINE.fullmatch(field.value)
    author = accept_person(Label.AUTHOR, byline["name"].strip(_TRIM), weak=True) if byline else None
    if byline is None or author is None:
        return (field,)
    return replace(field, value=byline["date"].strip(_TRIM)), author


def without_byline(label: Label, value: str) -> str:
    """The value that is measured: of a date with its author behind it the date alone."""
    several = part_byline(Field(label, value)) if label is Label.PUBLISHED else ()
    return several[0].value if len(several) > 1 else value
