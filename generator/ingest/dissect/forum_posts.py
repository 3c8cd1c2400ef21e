"""Threads of a forum in which members post articles: above each post stand its time, its member and how many they have.

These are no facts of what is posted. Not for the comments of readers below an article (boilerplate).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.chat_messages import is_headed
from generator.ingest.dissect.lines import Line, is_paragraph_like, is_rule

_LONGEST = 60
_MOST = 8  # lines of a post's head
_OF_MEMBER = re.compile(
    r"(?:posts|messages|join(?:ed| date)|threads|reputation|reaction score|likes|location|المشاركات|مشاركات|"
    r"تاريخ التسجيل|عدد المشاركات)\s?: ?\S.{0,30}",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"(?:posts|messages|threads|المشاركات|مشاركات|عدد المشاركات)\s?: ?[\d,.]+k?", re.IGNORECASE)
_OF_POST = re.compile(
    r"(?:.{6,40}\s)?#\d{1,5}|(?:quote|reply|report(?: post)?|thanks|like)|"
    r"last edited by .{3,60}|(?:post )?by \S+ (?:»|on) .{6,40}",
    re.IGNORECASE,
)


def find_posts(lines: Sequence[Line]) -> list[list[int]]:
    """The places of the lines of each post that is an article, the heads of posts apart; nothing where the document is
    no such thread: fewer than two members are told with the number of their posts, or text stands above the first."""
    counts = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST and _COUNTS.fullmatch(line.text)]
    if len(counts) < 2 or any(is_paragraph_like(line.text) for line in lines[: counts[0]]):
        return []
    heads = [_head_around(lines, at) for at in counts]
    starts = [0, *(start for start, _ in heads[1:]), len(lines)]
    posted = [_posted(lines, range(end, starts[which + 1])) for which, (_, end) in enumerate(heads)]
    return [post for post in posted if is_headed([lines[at] for at in post])]


def _head_around(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """Where the head of a post begins and ends, in which the line at `at` counts the posts of its member."""
    end = at + 1
    while end < len(lines) and _OF_MEMBER.fullmatch(lines[end].text):
        end += 1
    above = range(at - 1, max(at - 1 - _MOST, -1), -1)
    first = next((n for n in above if _OF_POST.fullmatch(lines[n].text)), None)
    if first is not None:
        return first, end
    start = at
    while (
        start > 0
        and at - start < _MOST
        and not lines[start].after_blank
        and not is_paragraph_like(lines[start - 1].text)
    ):
        start -= 1
    return start, end


def _posted(lines: Sequence[Line], places: range) -> list[int]:
    """The lines of a post itself."""
    return [at for at in places if not _OF_POST.fullmatch(lines[at].text) and not is_rule(lines[at].text)]
