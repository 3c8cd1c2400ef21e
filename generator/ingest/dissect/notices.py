"""Notices in or below a text, each fact behind a colon: day, place, hour of an event; author and publisher of a book.

They look like the labels of a page, but are the text's own: the day of a concert is not the day of publication, nor has
the publisher of a book that is reviewed published the review.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line, key_of
from generator.text.word_sets import phrase_set

_FORM = re.compile(r"^[\s•▪*\-–—]*(?P<label>[^:：]{2,30})[:：]\s*\S")


# Labels that a page and a notice share.
_SHARED = phrase_set(
    "التاريخ|تاريخ|المكان|المدينه|الموقع|العنوان|عنوان|date|place|location|city|venue|address|title|contact"
)
# Labels that only a notice has.
_OWN = phrase_set(
    "الوقت|الساعه|التوقيت|الموعد|موعد|مكان الحدث|مكان الفعاليه|الزمان|الدخول|التذاكر|سعر التذكره|القاعه|المده|اليوم|"
    "time|when|where|venue|entry|entrance|admission|tickets|doors|hours|opening hours|price|duration"
)
# Labels that only a book has, and those that it shares with a page.
_BOOK = phrase_set(
    "الكتاب|عنوان الكتاب|اسم الكتاب|عدد الصفحات|سنه الصدور|سنه النشر|سنه الاصدار|الطبعه|ردمك|"
    "isbn|book|book title|pages|number of pages|edition|hardcover|paperback"
)
_OF_BOOK = phrase_set("الناشر|دار النشر|المءلف|المترجم|ترجمه|تاليف|publisher|author|translator|translated by")
_PLACES = phrase_set("المكان|المدينه|الموقع|العنوان|place|location|city|venue|address")


def is_notice_line(text: str) -> bool:
    """Whether a line in the middle of a body is, by its label, the notice of an event and no fact about the article."""
    return _label_of(text) in _SHARED | _OWN


def is_of_book(lines: Sequence[Line], at: int, start: int = 0) -> bool:
    """Whether the line at `at` tells of a book, as another next to it, of those from `start` on, shows."""
    if _label_of(lines[at].text) not in _OF_BOOK:
        return False
    return any(_label_of(line.text) in _BOOK for line in lines[max(start, at - 3) : at + 4])


def is_notice(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether the line at `at`, in the foot of an article that begins at `start`, belongs to a notice: another line
    next to it gives the hour or, beside a day, the place; or tells of the same book."""
    label = _label_of(lines[at].text)
    if label not in _SHARED | _OWN:
        return is_of_book(lines, at, start)
    near = {_label_of(lines[n].text) for n in range(max(start, at - 3), min(len(lines), at + 4)) if n != at}
    a_day_and_a_place = bool(near & (_SHARED - _PLACES)) if label in _PLACES else bool(near & _PLACES)
    return label in _OWN or bool(near & _OWN) or a_day_and_a_place


def _label_of(text: str) -> str | None:
    found = _FORM.match(text)
    return key_of(found["label"]) if found else None
