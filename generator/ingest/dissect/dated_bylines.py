"""Lines that name both who posted an article and when, in either order, as blogs and content systems write them.

Not for other labels (labels).
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.dissect.label_values import Field, accept_person
from generator.ingest.dissect.names import is_desk
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
_LONGEST = 120
_TRIM = " \t:：-–—|/>»=.،,"


def read_person_then_day(bare: str, text: str) -> tuple[Field, ...]:
    """`Posted by Jane Doe on 9 March 2022`, `أضيف بواسطة سلمى إدريس في 3 مايو 2024`: who, then when; or nothing.

    `bare` is the line without the signs around it, `text` the whole of it.
    """
    by = _BY.match(bare) if len(bare) <= _LONGEST and any(map(str.isdigit, bare)) else None
    if by is None:
        return ()
    for between in _BETWEEN.finditer(bare, by.end()):
        name, day = bare[by.end() : between.start()], bare[between.end() :]
        if is_worded_as_date(day):
            person = accept_person(Label.AUTHOR, name.strip(_TRIM), weak=True)
            if person is None:
                return (Field(Label.PUBLISHED, day), Field(Label.ASIDE, text)) if is_desk(name) else ()
            return replace(person, text=text), Field(Label.PUBLISHED, day)
    return ()


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
