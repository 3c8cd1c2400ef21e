"""What a page sets into a text to be subscribed to, and how it names the picture of whoever wrote it: boxes of several
lines that are told by the first and the last of them, or by the line below.

Not for lines that tell alone what they are (page_notes, invitations).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.formulas import is_formula
from generator.ingest.dissect.lines import Line, is_prose, key_of

_ENDS = re.compile("after newsletter promotion")
_BEGINS = re.compile(
    r"(?:(?:free |our )?(?:daily|weekly|monthly|free) newsletter|"
    r"skip past newsletter promotion|sign up (?:to|for) .{3,60})"
)
# Who the authors are and by whom they are paid, as a journal of universities tells it above their text.
_ENDS_DISCLOSURE = re.compile("view all partners")
_BEGINS_DISCLOSURE = re.compile("authors?|disclosure statement")
_MOST_OF_DISCLOSURE = 24  # lines
_MOST, _LEAST_PROSE = 9, 25  # lines of a box; words of a paragraph, which no box has
_PORTRAIT = "Portrait of "


def find_promotions(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines of such boxes."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if _ENDS.fullmatch(key_of(line.text)):
            found.update(range(_begin_of(lines, at), at + 1))
        if _ENDS_DISCLOSURE.fullmatch(key_of(line.text)):
            found.update(range(_begin_of_disclosure(lines, at), at + 1))
        is_named = at + 1 < len(lines) and line.text.removeprefix(_PORTRAIT).strip() == lines[at + 1].text.strip()
        if line.text.startswith(_PORTRAIT) and is_named:
            found.add(at)
    return frozenset(lines[at].number for at in found)


def _begin_of_disclosure(lines: Sequence[Line], end: int) -> int:
    """Where that begins which ends at `end`: no paragraph stands in it but the disclosure itself."""
    begin = end
    for at in range(end - 1, max(end - _MOST_OF_DISCLOSURE, 0), -1):
        if is_prose(lines[at], _LEAST_PROSE) and not is_formula(lines[at].text):
            break
        if _BEGINS_DISCLOSURE.fullmatch(key_of(lines[at].text)):
            begin = at
    return begin


def _begin_of(lines: Sequence[Line], end: int) -> int:
    """Where the box begins that ends at `end`; there itself, where no line says so."""
    begin = end
    for at in range(end - 1, max(end - _MOST, 0), -1):
        if is_prose(lines[at], _LEAST_PROSE):
            break
        if _BEGINS.fullmatch(key_of(lines[at].text)):
            begin = at
    return begin
