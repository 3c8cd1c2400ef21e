"""Documents that are bundles of texts by their own account: a database's downloads, whole pages copied one below the
other, mail forwarded one below the other. What stands between two texts says so, and needs no weighing.

Not for articles glued on without such a mark (`split`, `uncued`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.lines import Line, is_paragraph_like
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


def part_bundle(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The texts of a bundle, each with the marks that are its own; all of the lines together where they are none."""
    starts = [at for at in _starts(lines) if 0 < at < len(lines)]
    bounds = [0, *dict.fromkeys(starts), len(lines)]
    pieces = [lines[start:end] for start, end in pairwise(bounds)]
    return pieces if len(pieces) > 1 and all(map(_has_prose, pieces)) else [lines]


def _starts(lines: Sequence[Line]) -> list[int]:
    """The lines at which the texts begin, by the first kind of mark that parts the document; nothing if none does."""
    for find in (_counted, _after_ends, _pages, _letters):
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


def _letters(lines: Sequence[Line]) -> list[int]:
    """The heads of letters, where the document begins with one."""
    if not mail_head(lines):
        return []
    starts, at = [], 0
    while at < len(lines):
        head = mail_head(lines[at : at + _LONGEST])
        if head:
            starts.append(at)
        at += max(head, 1)
    return starts


def _is_prose(line: Line) -> bool:
    return is_paragraph_like(line.text) and line.words >= _LEAST_PROSE


def _has_prose(lines: Sequence[Line]) -> bool:
    return any(map(_is_prose, lines))
