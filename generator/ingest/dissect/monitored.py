"""What services that monitor the press write above and below a report: whose it is, and when it was published.

`Text of report by Al-Sabah newspaper on 4 March 2015`, «نص تقرير نشرته صحيفة «الصباح» في 4 مارس 2015»; below it
`Source: Al-Sabah, Baghdad, in Arabic 4 Mar 15`. Not for reports that a text only speaks of.
"""

from __future__ import annotations

import re

from generator.ingest.dissect.label_values import Field
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.dates import is_worded_as_date

_KIND = (
    r"(?:[\w-]+ ){0,3}?(?:report|article|editorial|commentary|interview|statement|announcement|column|talk|dispatch|"
    r"speech|programme|program|item|feature|analysis)s?"
)
_HEAD = re.compile(
    rf"(?:(?:full )?text|(?:unattributed )?excerpts?|summary|transcript) (?:of|from) {_KIND}(?: in [A-Z][a-z]+)?"
    r"(?: (?:by|in|of|headlined|entitled|titled|from)\b.{0,140}?)??(?: (?:published|carried|broadcast|posted|issued))?"
    r" (?:by|in|on|from) (?P<outlet>(?:the |an? )?[^\d]{3,90}?),? on "
    r"(?P<day>\d{1,2} [A-Za-z]{3,9}(?:,? \d{4})?|[A-Za-z]{3,9} \d{1,2}(?:, \d{4})?)(?:[,;:.\[ ].{0,120})?",
    re.IGNORECASE,
)
_HEAD_AR = re.compile(
    r"(?:(?:في ?ما (?:يلي|يأتي) )?(?:النص الكامل ل|نص |مقتطفات من |مقتطف من |ملخص ))(?:ل?ال)?"
    r"(?:تقرير|مقال|مقالة|خبر|افتتاحية|تعليق|بيان|حوار|مقابلة|تحليل|كلمة)\S? (?:\S+ )?(?:الذي |التي )?"
    r"(?:نشر|بث|أورد|أذاع|كتب|نُشر)(?:ته|تها|ه|ها|ت|) (?:في )?(?P<outlet>\S.{2,70}?)"
    r"(?: (?:على|في|عبر) (?:موقعها|موقعه|صفحتها|صفحته|نشرتها|عددها|عدده)\S*(?: \S+){0,3}?)?"
    r" (?:بتاريخ|في|يوم|الصادر في|بتأريخ) (?P<day>[^:]{0,12}\d.{4,40}?)\s*[:.،]?"
)
_FOOT = re.compile(
    r"(?:source|المصدر)\s*:\s*(?P<outlet>[^,،]{2,60})[,،] (?:.{0,80}\b)"
    r"(?:in [A-Z][a-z]+|بالعربية|باللغة العربية)[,،]? "
    r"(?P<day>(?:\d{4} gmt )?\d{1,2} [A-Za-z]{3,9} \d{2,4}|.{0,30}\d{4})\.?",
    re.IGNORECASE,
)
_LONGEST = 260
_SHORT_YEAR, _FIRST_SHORT_YEAR = re.compile(r"(?<=[a-z] )\d{2}$"), "70"
_GMT = re.compile(r"^\d{4} gmt ", re.IGNORECASE)


def read_monitored(text: str) -> tuple[Field, ...]:
    """The outlet and the day that a line above or below a monitored report states, and the line; nothing of others.

    A day without its year is left in the line.
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return ()
    foot = _FOOT.fullmatch(text)
    if foot is not None:
        day = _GMT.sub("", foot["day"])
        outlet = Field(Label.SOURCE, foot["outlet"].strip(), text)
        return outlet, *_day_of(day), Field(Label.ASIDE, text, text)
    head = _HEAD.fullmatch(text) or _HEAD_AR.fullmatch(text)
    if head is None:
        return ()
    outlet = Field(Label.SOURCE, head["outlet"].strip(" ,،"), text, Sureness.LIKELY)
    return outlet, *_day_of(head["day"]), Field(Label.ASIDE, text, text)


def _day_of(day: str) -> tuple[Field, ...]:
    if not is_worded_as_date(day):
        return ()
    return (Field(Label.PUBLISHED, _SHORT_YEAR.sub(_year_in_full, day.strip()), day.strip(), Sureness.LIKELY),)


def _year_in_full(found: re.Match[str]) -> str:
    """A year of two digits in full: such feet have been written so since the 1970s."""
    return f"{'19' if found.group() >= _FIRST_SHORT_YEAR else '20'}{found.group()}"
