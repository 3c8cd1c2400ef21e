"""Dates in the lines around a page's headline, as readers see them, and `<time>` among them.

Read by the grammar that refuses (generator.text.dates). Not for dates in prose: the day of an event is no publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lxml.etree import _Element

from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import ends_sentence, key_of
from generator.ingest.dissect.notices import is_notice_line
from generator.ingest.readers.pages.classes import names_of
from generator.ingest.readers.pages.dates import Statement, read_stated, state, value_of
from generator.ingest.readers.pages.lines import SeenLine
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import clean, text_of
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.model.source import FieldName
from generator.text.dates import read_date

_ANY_DAY = date(9999, 1, 1)
_UPDATED = re.compile(
    r"[آا]خر\s+(?:تحديث|تعديل)|(?:تم\s+|تاريخ\s+)?(?:ال)?(?:تحديث|تعديل)(?:ه|ها)?|(?:حُ?د[ِّّ]*ث|عُ?د[ِّ]*ل)(?:ت)?(?=\s+(?:في|بتاريخ)\b)|محد[َّّ]*ث|"
    r"\b(?:last\s+)?(?:updated?|modified|revised|edited|amended)(?:\s+(?:on|at))?\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:تاريخ\s+(?:ووقت\s+)?(?:ال)?(?:نشر|إضافة|اضافة|خبر|مقال)|نُ?شرت?(?=\s*(?::|في|بتاريخ|يوم|(?:السبت|ال[أا]حد|ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة)(?!\w)))|تم\s+(?:ال)?نشر\w*|بتاريخ|النشر|أ?ضيف\s+في|"
    r"كُ?تب\s+(?:في|بتاريخ))|\b(?:first\s+)?(?:published|posted|publication\s+date|publish\s+date|date\s+published|issued|released)\b",
    re.IGNORECASE,
)
_NOT_PUBLICATION = re.compile(
    r"©|\(c\)\s*\d{4}|حقوق|copyright|all rights|التقط|صورة\s|\bphoto\b|\bpicture\b|\bfile photo\b|archive|"
    r"أرشيف|\bborn\b|deadline|"
    r"آخر موعد|موعد|\bevent\b|\bexpires?\b|\bvalid\b|\buntil\b|اليوم هو|\btoday is\b|\bjoined\b|\bsince\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[^\W\d]{2,20}(?: [^\W\d]{2,20}){0,2}\W{1,3}[0-9٠-٩][0-9٠-٩.,]{0,9}\W?")
# What is no caption, though its element is called one: «2016/05/22 10:48 م».
_STAMP = re.compile(r"[0-9٠-٩]{1,4}([/.-])[0-9٠-٩]{1,2}\1[0-9٠-٩]{1,4}\W+[0-9٠-٩]{1,2}:[0-9٠-٩]{2}(?: ?[مص]\.?)?")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d")
_FARTHEST_UNMARKED, _FARTHEST_MARKED = 14, 24
_FARTHEST_BEHIND_STANDFIRST = 5
_LINES_OF_A_NOTICE = 2
_LONGEST_FOOT = 70
_STEPS_BEFORE, _STEPS_BEFORE_MARKED = 3, 5
_MOST_REST = {"labelled": 14, "marked": 10, "byline": 8, "bare": 5}


def find_times(page: Page) -> Iterator[Statement]:
    """`<time>` and its like in the lines of the article's head."""
    for line, label in _head(page):
        for element in (each for each in line.times if not page.is_of_entry(each)):
            names = names_of(element)
            name = FieldName.UPDATED if "updated" in names and "published" not in names else FieldName.PUBLISHED
            said = _label_before(line.text, text_of(element)) or label
            name = said or name
            if not _NOT_PUBLICATION.search(line.text):
                yield from _state_time(page, element, name, said is not None)


def find_seen(page: Page) -> Iterator[Statement]:
    """Dates in the text of the article's head, labelled ones first."""
    found = [one for line, label in _head(page) for one in _read_line(page, line, label)]
    head = [line.text for line in page.lines if 0 < line.place <= _FARTHEST_UNMARKED]
    if sum(is_notice_line(text) and not _has_date(text) for text in head) >= _LINES_OF_A_NOTICE:
        found = [one for one in found if one.kind == "label"]  # the page announces an event: its day may be that
    yield from sorted(found, key=lambda one: ("label", "marked", "bare").index(one.kind))


def _head(page: Page) -> Iterator[tuple[SeenLine, FieldName | None]]:
    """The lines in which the article's date may stand, with the label that the line before gives."""
    label: FieldName | None = None
    prose = 0
    for line in page.lines:
        if line.place > 0 and read_cue(line.text) is not None and (prose or not _is_link(line)):
            break
        is_caption = line.picture and not _STAMP.fullmatch(line.text)
        if _is_near(line) and not is_caption and _may_state(line, prose) and not page.is_of_entry(line.element):
            yield line, label
        prose += int(line.place > 0 and line.prose and not line.standfirst)
        label = _whole_label(line.text)


def _is_link(line: SeenLine) -> bool:
    """Whether all of a line is a link: "More from this author" above a text begins no list of other articles."""
    return any(text_of(link) == line.text for link in line.element.iterdescendants("a"))


def _is_near(line: SeenLine) -> bool:
    marked = line.date or bool(line.times) or line.author or _is_labelled(line.text)
    if line.place > 0:
        return _is_labelled(line.text) or line.place <= (_FARTHEST_MARKED if marked else _FARTHEST_UNMARKED)
    return line.steps <= (_STEPS_BEFORE_MARKED if marked else _STEPS_BEFORE)


def _may_state(line: SeenLine, prose: int) -> bool:
    """Whether a line behind so many paragraphs may still state the date of publication. One may be a standfirst."""
    early = prose == 1 and line.place <= _FARTHEST_BEHIND_STANDFIRST and (line.date or bool(line.times))
    return not prose or early or _is_foot(line.text)


def _is_foot(text: str) -> bool:
    """Whether a line below prose says when the article was published, and hardly anything else."""
    found = _PUBLISHED.match(text) or _UPDATED.match(text)
    return found is not None and len(text) <= _LONGEST_FOOT


def _is_labelled(text: str) -> bool:
    return bool(_PUBLISHED.search(text) or _UPDATED.search(text))


def _has_date(text: str) -> bool:
    return read_stated(text, arabic=True)[0]


def _whole_label(text: str) -> FieldName | None:
    """What a line is a label of that is nothing else."""
    label = CLOSED.get(key_of(text)) if len(text) <= 40 else None
    return {Label.PUBLISHED: FieldName.PUBLISHED, Label.UPDATED: FieldName.UPDATED}.get(label) if label else None


def _label_before(text: str, shown: str) -> FieldName | None:
    """The label with which what an element shows begins, or the last one before it in its line."""
    own = [(_PUBLISHED, FieldName.PUBLISHED), (_UPDATED, FieldName.UPDATED)]
    within = next((name for pattern, name in own if pattern.match(shown)), None)
    if within is not None:
        return within
    before = text.partition(shown)[0] if shown and shown in text else ""
    labels = [(found.end(), FieldName.UPDATED) for found in _UPDATED.finditer(before)]
    labels += [(found.end(), FieldName.PUBLISHED) for found in _PUBLISHED.finditer(before)]
    return max(labels)[1] if labels else None


def _state_time(page: Page, element: _Element, name: FieldName, labelled: bool) -> Iterator[Statement]:
    sure = Sureness.SURE if labelled else Sureness.LIKELY
    given, shown = value_of(element), text_of(element)
    found = list(state(name, given, "time:datetime", "time", arabic=page.arabic, sure=sure))
    if not found:
        yield from state(name, shown, "time:text", "time", arabic=page.arabic, sure=sure)
        return
    read = read_stated(shown, arabic=page.arabic)[1] if shown != given else None
    stated = found[0].iso
    if read is not None and stated is not None and read.day and stated.day and _days_apart(read.iso, stated.iso) > 1:
        yield replace(
            found[0], value=shown, rule="time:text", iso=read, sure=Sureness.DOUBTFUL, raw=f"{shown} | {given}"
        )
    else:
        yield found[0]


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _read_line(page: Page, line: SeenLine, label: FieldName | None) -> Iterator[Statement]:
    text = line.text
    if not _NUMBER.search(text) or len(text) > 240 or _NOT_PUBLICATION.search(text):
        return
    yield from _read_update(page, text, label)
    if label is FieldName.UPDATED:
        return
    reading = read_date(text, today=_ANY_DAY, arabic=page.arabic)
    labelled = label is FieldName.PUBLISHED or bool(_PUBLISHED.search(text))
    rest = text if reading is None else f"{text[: reading.start]} {text[reading.end :]}"
    if not _is_stated(line, text, rest, labelled):
        return
    rule, kind = ("text:label", "label") if labelled else ("text:head", "marked" if line.date else "bare")
    sure = Sureness.SURE if labelled else Sureness.LIKELY
    if reading is not None and (reading.date.day is not None or labelled or line.date):
        value = reading.raw if read_stated(reading.raw, arabic=page.arabic)[1] == reading.date else text
        raw = text if value != text else ""
        yield from (
            replace(one, raw=raw)
            for one in state(FieldName.PUBLISHED, value, rule, kind, arabic=page.arabic, sure=sure)
        )
    elif reading is None and labelled and not _UPDATED.search(text):
        yield from state(FieldName.PUBLISHED, text, rule, kind, arabic=page.arabic, sure=sure)


def _is_stated(line: SeenLine, text: str, rest: str, labelled: bool) -> bool:
    """Whether so little stands beside the date that the line is about the date."""
    words = len(_WORD.findall(_without_counts(_PUBLISHED.sub(" ", _UPDATED.sub(" ", rest)))))
    if labelled:
        return words <= _MOST_REST["labelled"]
    if line.date:
        return words <= _MOST_REST["marked"]
    if line.author or CLOSED.get(key_of(text.split(maxsplit=1)[0])) is Label.AUTHOR:
        return words <= _MOST_REST["byline"]
    return words <= _MOST_REST["bare"] and not ends_sentence(text) and not line.prose


def _without_counts(text: str) -> str:
    """A line without what it counts behind bars: `| Comments (3)`, «| عدد القراءات: 1284»."""
    first, *others = text.split("|")
    return " ".join([first, *(each for each in others if not _COUNT.fullmatch(each.strip()))])


def _read_update(page: Page, text: str, label: FieldName | None) -> Iterator[Statement]:
    """The date behind a label that says that it is an update's."""
    found = list(_UPDATED.finditer(text))
    start = found[-1].end() if found else 0 if label is FieldName.UPDATED else None
    if start is None:
        return
    rest = clean(text[start:])
    published = _PUBLISHED.search(rest)
    rest = (rest[: published.start()] if published else rest).strip(" :-–—|،,").removeprefix("(")
    for one in state(FieldName.UPDATED, rest, "text:label", "label", arabic=page.arabic):
        yield replace(one, raw=text)
