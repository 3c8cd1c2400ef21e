"""A labelled fact that has a second one behind its value: a day with that of the last change, a person with where they
work, an outlet with the day.

Not for facts between bars, each with its own label (labels).
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.dissect.dated_bylines import part_byline
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import (
    is_agency,
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    split_names,
)
from generator.model.publisher import Label
from generator.text.arabic import is_arabic
from generator.text.dates import is_worded_as_date

_UPDATE = re.compile(
    r"(?:[\s(،,|–—-]{1,6}|(?<=\d [AP]M [A-Z]{3})|(?<=\d [AP]M [A-Z]{3}[+-]\d))"
    r"(?:(?:last )?updated?(?: on| at)?|آخر تحديث|تم التحديث|حُ?دّ?ثت? في|محدّ?ث|تحديث)\b(?P<value>.*)$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"[\s(،,|–—-]{1,6}(?:تاريخ النشر|نُ?شرت? في|نُ?شر|published(?: on)?)\s*[:：]\s*(?P<value>.*\d.*)$", re.I
)
_OUTLET_DAY = re.compile(r"(?P<outlet>[^\d:]{3,50}?)\s+(?:يوم|بتاريخ|on)\s+(?P<date>.*\d.*)", re.IGNORECASE)
_BESIDE_DAY = re.compile(r"(?P<outlet>[^\d،,]{2,50}?)\s*(?:\s[–—|-]|[،,])\s+(?P<date>[^–—|]*\d[^–—|]*\d{4})\.?")
# `Source: Xinhua| 2019-12-03 20:12:15|Editor: huaxia`, as agencies of East Asia set it.
_BARRED_DAY = re.compile(
    r"(?P<outlet>[^\d|]{2,50}?)\s*\|\s*(?P<date>\d[^|]{7,25}?)\s*(?:\|\s*editors?\s*:[^|]*)?", re.IGNORECASE
)
_WEEKDAYS = frozenset({"الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"})


def part_fact(field: Field, *, in_body: bool) -> tuple[Field, ...]:
    """A labelled fact with a second one behind its value, or alone."""
    if field.label is Label.SOURCE and field.value[-1:].isdigit() and is_worded_as_date(field.value):
        return (replace(field, label=Label.PUBLISHED),)  # `Publication: 3 May 2024`
    if field.label is Label.UPDATED:
        return _part_first(field)
    if field.label in (Label.AUTHOR, Label.SOURCE):
        return _part_day(field) or _part_affiliation(field)
    if field.label is not Label.PUBLISHED or in_body:
        return (field,)
    return split_update(field) or _part_outlet(field) or part_byline(field)


def _part_first(field: Field) -> tuple[Field, ...]:
    """The last change with the day of publication behind it, both labelled (`تحديث: 14 مايو 2021 تاريخ النشر: …`)."""
    first = _FIRST.search(field.value)
    if first is None or not any(map(str.isdigit, field.value[: first.start()])):
        return (field,)
    published = Field(Label.PUBLISHED, first["value"].strip(" :-–—|()"), first.group().strip())
    return replace(field, value=field.value[: first.start()]), published


def split_update(field: Field) -> tuple[Field, ...]:
    """A date with that of the last change behind it in two (`3 May 2023 10:15 (updated 4 May 2023)`), or nothing."""
    update = _UPDATE.search(field.value)
    if update is None or not any(c.isdigit() for c in field.value[: update.start()]):
        return ()
    date, change = field.value[: update.start()].strip(" ،,-–—|("), update["value"].strip(" :،,-–—|()")
    if not any(c.isdigit() for c in change):
        return ()
    return replace(field, value=date), Field(Label.UPDATED, change, update.group().strip())


def _part_day(field: Field) -> tuple[Field, ...]:
    """`المصدر: هآرتس – 5 يوليو 2020`: an outlet, and behind a dash or comma the whole day."""
    if field.label is not Label.SOURCE:
        return ()
    found = _BESIDE_DAY.fullmatch(field.value) or _BARRED_DAY.fullmatch(field.value)
    if found is None or not is_worded_as_date(found["date"]):
        return ()
    return replace(field, value=found["outlet"]), Field(Label.PUBLISHED, found["date"], found["date"])


def _part_affiliation(field: Field) -> tuple[Field, ...]:
    """`بقلم: آنا ليندبرغ – غرينلاند ريفيو`, `By Jane Doe, The Courier`: a person, and behind a dash, bar or comma where
    they work; that stays word for word."""
    signs = (" – ", " - ", " — ", " | ", ", ")
    name, dash, rest = next((parts for sign in signs if (parts := field.value.partition(sign))[1]), 3 * ("",))
    if not dash or not is_person_like(name) or len(name.split()) < 2:
        return (field,)
    is_outlet = is_agency(rest) or is_outlet_like(rest) or rest.startswith("The ")
    if dash in (" | ", ", ") and not is_outlet:
        return (field,)  # further names
    are_people = all(map(is_unlabelled_byline, split_names(name)))
    if field.label is Label.SOURCE and not (are_people and (is_arabic(name) or is_outlet)):
        return (field,)  # the label may be a source's, and a name of two capitals an outlet's
    beside = Label.SOURCE if is_outlet else Label.ASIDE
    return replace(field, label=Label.AUTHOR, value=name), Field(beside, rest, rest)


def _part_outlet(field: Field) -> tuple[Field, ...]:
    """`نشر في الشروق يوم 24 - 05 - 2021`: an outlet, then the day."""
    found = _OUTLET_DAY.fullmatch(field.value)
    if found is None or key_of(found["outlet"]) in _WEEKDAYS or len(found["outlet"].split()) > 5:
        return ()
    return Field(Label.SOURCE, found["outlet"], field.text), replace(field, value=found["date"])
