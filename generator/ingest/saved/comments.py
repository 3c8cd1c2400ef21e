"""Finds where readers' comments begin below an article, by the line that says so.

Not for comments that their elements' names tell (marks, furniture).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.dissect.lines import key_of as folded
from generator.ingest.saved.segments import Segment

_PROSE = 60
_LEAST_COMMENTED = 150
_LEAST_TOLD = 2
_COMMENTS = re.compile(
    r"(?:(?:ال)?(?:تعليقات|تعقيبات|اراء|ردود) (?:ال)?(?:زوار|قراء|اعضاء)|(?:ال)?(?:تعليقات|تعقيبات)|"
    r"شارك(?:نا|ونا|وا)? ب(?:تعليق|راي)كم?|"
    r"(?:اترك|اضف|اكتب|شاركنا) (?:ال)?(?:تعليقا?|تعليقك|ردا?|رايك)"
    r"(?: جديدا?)?|ترك الرد|(?:post|leave|add) a (?:comment|reply)|comments?|discussion)(?: ?[(:]?[0-9]+\)?)?:?"
)
# How many there are: such a line stands in the head of many pages, too.
_COUNTED = re.compile(
    r"(?:عدد )?(?:ال)?(?:تعليقات|ردود)(?: (?:علي|حول) (?:ال|هذا ال)\w+)? ?[:(]? ?[0-9]+ ?\)?:?|"
    r"[0-9]+ (?:تعليق|تعليقا|تعليقات|ردود)(?: (?:علي|حول) .{1,60})?"
)


def begins_comments(key: str) -> bool:
    """Whether a line, folded, says that comments follow."""
    return _COMMENTS.fullmatch(key) is not None


def find_comments(segments: Sequence[Segment]) -> Iterator[int]:
    """The places of the lines with which comments begin: below some text, and those that only say how many there are
    below more of it."""
    prose, told = 0, 0
    for at, segment in enumerate(segments):
        if 0 < len(segment.key) <= _PROSE and not segment.linked and prose >= _LEAST_COMMENTED:
            key = folded(segment.text)
            if begins_comments(key) or (told >= _LEAST_TOLD and _COUNTED.fullmatch(key)):
                yield at
        if segment.kept and not segment.is_linked and len(segment.key) >= _PROSE:
            prose += len(segment.key)
            told += ends_sentence(segment.text)
