"""Documents that are bundles of texts by their own account: a database's downloads, whole pages copied one below the
other, mail forwarded one below the other. What stands between two texts says so, and needs no weighing.

Not for articles glued on without such a mark (`split`, `uncued`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.dissect.chat_messages import find_messages
from generator.ingest.dissect.forum_posts import find_posts
from generator.ingest.dissect.language_change import find_change
from generator.ingest.dissect.lines import Line, is_paragraph_like, is_rule
from generator.ingest.dissect.mail import mail_head

_COUNTED = re.compile(
    r"(?:document|وثيقة|الوثيقة )?\s*(?P<number>\d{1,4}) (?:of|من) (?P<all>\d{1,4})"
    r"(?: (?:documents?|articles?|results?|records?|وثائق|وثيقة|مقالات))?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:document|وثيقة|documents?$|articles?$|results?$|records?$|وثائق$|مقالات$)", re.IGNORECASE)
_PAGE_BEGINS = re.compile(r"skip to (?:main )?content|(?:تخط|انتقل|تجاوز)[يى]? إلى المحتوى(?: الرئيسي)?", re.IGNORECASE)
_RECORD_ENDS = re.compile(r"Document [A-Z]{2,10}0{0,6}\d{8,}\w{2,}|END OF DOCUMENT|End of Document")
_LONGEST = 60
_LEAST_PROSE = 8  # words
_PARTS_LETTERS = re.compile(  # of a mailing list's digest: above a letter, and below the last
    r"(?:message|رسالة|الرسالة):? ?#?\d{1,4}|end of (?:.{2,60} )?digest\b.{0,60}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The texts of a document, each with the marks that are its own, and the lines that belong to none of them."""

    pieces: list[Sequence[Line]]
    beside: tuple[Line, ...] = ()


def part_bundle(lines: Sequence[Line]) -> Bundle:
    """The texts of a bundle; all of the lines together where they are none."""
    messages = find_messages(lines)
    if messages.articles:
        return Bundle([*messages.articles], messages.beside)
    for part in (_part_letters, find_posts):
        found = part(lines)
        pieces = [[lines[at] for at in piece] for piece in found]
        if len(pieces) > 1 and all(map(_has_prose, pieces)):
            kept = frozenset(at for piece in found for at in piece)
            return Bundle([*pieces], tuple(line for at, line in enumerate(lines) if at not in kept))
    starts = [at for at in _starts(lines) if 0 < at < len(lines)]
    bounds = [0, *dict.fromkeys(starts), len(lines)]
    cut = [lines[start:end] for start, end in pairwise(bounds)]
    return Bundle(cut if len(cut) > 1 and all(map(_has_prose, cut)) else [lines])


def _starts(lines: Sequence[Line]) -> list[int]:
    """The lines at which the texts begin, by the first kind of mark that parts the document; nothing if none does."""
    for find in (_counted, _after_ends, _pages, _languages):
        starts = find(lines)
        if len(starts) > 1:
            return starts
    return []


def _counted(lines: Sequence[Line]) -> list[int]:
    """Lines that count the texts one by one (`1 of 3 DOCUMENTS`), the first of them above all text."""
    found = [(at, _COUNTED.fullmatch(line.text)) for at, line in enumerate(lines) if len(line.text) <= _LONGEST]
    marks = [(at, mark) for at, mark in found if mark is not None and _NAMED.search(mark.group())]
    if len(marks) < 2 or any(map(_is_prose, lines[: marks[0][0]])) or len({mark["all"] for _, mark in marks}) > 1:
        return []
    numbers = [int(mark["number"]) for _, mark in marks]
    return [at for at, _ in marks] if numbers == list(range(numbers[0], numbers[0] + len(numbers))) else []


def _after_ends(lines: Sequence[Line]) -> list[int]:
    """Behind the lines with which a database closes its records."""
    ends = [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST and _RECORD_ENDS.fullmatch(line.text)]
    if not ends or any(map(_is_prose, lines[ends[-1] + 1 :])):
        return []
    return [0, *(at + 1 for at in ends[:-1])]


def _pages(lines: Sequence[Line]) -> list[int]:
    """The link with which a page begins, where it stands several times."""
    return [at for at, line in enumerate(lines) if len(line.text) <= _LONGEST and _PAGE_BEGINS.fullmatch(line.text)]


def _languages(lines: Sequence[Line]) -> list[int]:
    """Both versions of a text, one below the other."""
    second = find_change(lines)
    return [0, second] if second is not None else []


def _part_letters(lines: Sequence[Line]) -> list[range]:
    """The letters of a digest or of mail forwarded one below the other, each from its head on: the document begins with
    one, or with lines above the first that are no text."""
    heads, at = [], 0
    while at < len(lines):
        head = mail_head(lines[at : at + _LONGEST])
        if head:
            heads.append(at)
        at += max(head, 1)
    if len(heads) < 2 or any(map(_is_prose, lines[: heads[0]])):
        return []
    return [range(start, _end_of_letter(lines, end)) for start, end in pairwise([*heads, len(lines)])]


def _end_of_letter(lines: Sequence[Line], end: int) -> int:
    """Where a letter ends that is followed by the head of another, or by nothing: above what only parts the two."""
    while is_rule(lines[end - 1].text) or _PARTS_LETTERS.fullmatch(lines[end - 1].text):
        end -= 1
    return end


def _is_prose(line: Line) -> bool:
    return is_paragraph_like(line.text) and line.words >= _LEAST_PROSE


def _has_prose(lines: Sequence[Line]) -> bool:
    return any(map(_is_prose, lines))
