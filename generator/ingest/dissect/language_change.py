"""Where a text in one of the archive's languages ends and another in the other begins: both versions of a statement in
one document, each below its own headline.

Not for quotations in the other language, behind which the text goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, is_headline_like, is_paragraph_like
from generator.text.dates import is_worded_as_date

_ARABIC, _LATIN = re.compile(r"[\u0620-\u06ff]"), re.compile(r"[A-Za-z\u00c0-\u024f]")
_NEARLY_ALL = 9  # letters of one script to one of the other
_LEAST_PARAGRAPHS = 2
_LEAST_WORDS, _LEAST_OF_TITLE = 8, 3


def find_change(lines: Sequence[Line]) -> int | None:
    """The line at which the second text begins, or None: all paragraphs above are in one script and all below in the
    other, at least two of each, and those below stand right under a headline or the facts behind it."""
    prose = [(at, _is_arabic(line.text)) for at, line in enumerate(lines) if _is_prose(line)]
    told = [is_arabic for _, is_arabic in prose]
    if None in told or len(set(told)) != 2:
        return None
    count = told.index(not told[0])
    if count < _LEAST_PARAGRAPHS or len(told) - count < _LEAST_PARAGRAPHS or told[0] in told[count:]:
        return None
    last, first = prose[count - 1][0], prose[count][0]
    between = range(last + 1, first)
    own = [at for at in between if _is_arabic(lines[at].text) is told[count]]
    if not own or any(_is_arabic(lines[at].text) is told[0] for at in range(own[0], first)):
        return None
    return own[0] if _may_be_title(lines[own[0]]) else None


def _may_be_title(line: Line) -> bool:
    """Whether a line is a headline by its form, and no byline or label, which may stand behind the text above."""
    is_fact = bool(read_fields(line.text, Zone.HEAD)) or is_worded_as_date(line.text)
    return line.words >= _LEAST_OF_TITLE and is_headline_like(line.text) and not is_fact


def _is_prose(line: Line) -> bool:
    return is_paragraph_like(line.text) and line.words >= _LEAST_WORDS


def _is_arabic(text: str) -> bool | None:
    """Whether nearly all letters of a text are Arabic; False where they are Latin, None where it is neither."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if arabic > _NEARLY_ALL * latin:
        return True
    return False if latin > _NEARLY_ALL * arabic else None
