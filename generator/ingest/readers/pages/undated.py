"""What a line of a page's head says besides the day and how long reading takes: `Jane Doe` of `Jane Doe | 8 May 2012`.

Not for the day itself (`seen_dates`).
"""

from __future__ import annotations

import re
from datetime import date

from generator.ingest.readers.pages.lines import SeenLine
from generator.ingest.readers.pages.strings import clean
from generator.text.dates import read_date

_ANY_DAY = date(9999, 1, 1)
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_JOINER = " | "
_DIGIT = re.compile(r"\d")


def undated(line: SeenLine, *, arabic: bool) -> str:
    """The text of a line without its date and without pieces that hold numbers; all of it where it has no date, or
    where the date is not set off from the rest, as in a sentence."""
    pieces = [piece for part in line.parts or (line.text,) for piece in _SEPARATOR.split(part)]
    dated = [piece for piece in pieces if is_date(piece, arabic=arabic)]
    if not dated or len(line.text) > 160:
        return line.text
    return _JOINER.join(clean(piece) for piece in pieces if piece and not _DIGIT.search(piece))


def is_date(text: str, *, arabic: bool) -> bool:
    """Whether a text is a date and nothing else."""
    reading = read_date(text, today=_ANY_DAY, arabic=arabic) if _DIGIT.search(text) else None
    return reading is not None and not f"{text[: reading.start]}{text[reading.end :]}".strip(" ,.:،()")
