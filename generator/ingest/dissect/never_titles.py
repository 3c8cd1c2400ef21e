"""Short lines of a text that have the form of a headline and are never the title of an article.

What closes a letter or statement, where and when it was signed and by whom, who speaks, what a picture or a label says.
Not for subheads, which only their neighbours tell (`border_odds`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.cues import ends_list
from generator.ingest.dissect.lines import Line, is_paragraph_like
from generator.text.dates import is_worded_as_date

_LONGEST_PLACE, _LONGEST_SIGNATURE = 4, 7  # words
_MOST_POINTS = 8  # lines
_HIGHLIGHTS = re.compile(r"(?:story|article) highlights:?|(?:أبرز|أهم) (?:النقاط|ما جاء في الخبر)\s?:?", re.IGNORECASE)
_AT = re.compile(r"\s*[,،]\s*|\s+(?:في|بتاريخ)\s+|\s+[-–]\s+")
_NEVER = re.compile(
    r"و?السلام عليكم|والله (?:ولي|الموفق|من وراء|المستعان)|وتفضلوا بقبول|و?تقبلوا|مع (?:فائق|خالص|أطيب|وافر) "
    r"|إن?ا لله وإنا إليه|[سج]\s?[:\-–]\s|(?:ال)?(?:سؤال|جواب)\s?:|[^:]{3,20}:\s*[0-9٠-٩]{1,4}$"
    r"|[^:]{3,25}:\s*[0-9٠-٩]{1,2} \S+ [0-9٠-٩]{4}$|«و[^«»]+»$|[0-9٠-٩]{1,2}:[0-9٠-٩]{2}\s"
    r"|.{3,80}(?:[(（]\s?|\s)(?:تصوير|عدسة)\s?:"
)
_ORDINAL = re.compile(
    r"(?P<what>(?:ال)?[\u0621-\u064a]{3,10}) "
    r"ال(?:أولى?|اولى?|ثاني[ةه]?|ثالث[ةه]?|رابع[ةه]?|خامس[ةه]?|سادس[ةه]?|سابع[ةه]?)\s?:"
)


def is_never_title(lines: Sequence[Line], title: int, at: int) -> bool:
    """Whether the line at `at` cannot be the title of a further article, where the running one has its own at
    `title`."""
    text = lines[at].text
    if ends_list(lines[at - 1].text) and not lines[at].after_blank:  # of a page, which goes on below it
        return True
    if _is_point(lines, at):
        return True
    if is_place_and_day(text) or (_NEVER.match(text) and not _NEVER.match(lines[title].text)):
        return True
    ordinal = _ORDINAL.match(text)
    if ordinal is not None and not lines[title].text.startswith(ordinal["what"]):
        return True
    return lines[at].words <= _LONGEST_SIGNATURE and _signs(lines, at)


def _is_point(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of the points that sum an article up, below a heading that says so and without a gap."""
    for n in range(at - 1, max(at - _MOST_POINTS, 0), -1):
        if lines[n + 1].after_blank or is_paragraph_like(lines[n].text):
            return False
        if _HIGHLIGHTS.fullmatch(lines[n].text.strip()):
            return True
    return False


def is_place_and_day(text: str) -> bool:
    """Whether a line says where and when something was written, as below a letter or an essay (`Aleppo, 3 March`,
    «بيروت في 30 تشرين الأول 2023»)."""
    if not any(map(str.isdigit, text)):
        return False
    found = _AT.search(text)
    if found is None or len(text[: found.start()].split()) > _LONGEST_PLACE:
        return False
    day = text[found.end() :].strip()
    return any(map(str.isdigit, day)) and is_worded_as_date(day)


def _signs(lines: Sequence[Line], at: int) -> bool:
    """Whether place and day stand right below, and close what is above: a gap, or a headline, follows them."""
    below = lines[at + 1 : at + 3]
    if len(below) < 2 or below[0].after_blank or not is_place_and_day(below[0].text):
        return False
    return below[1].after_blank and not is_paragraph_like(below[1].text)
