"""What a database of newspapers writes below a title: how many words, the day and hour, the paper, its language.

The lines have no labels; their order tells what they are. Not for labelled fields (labels).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, states
from generator.ingest.dissect.lines import Line, is_headline_like, key_of
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.dates import is_worded_as_date

_COUNT = re.compile(r"\d{1,3}(?:,?\d{3})* (?:words|كلمة)", re.IGNORECASE)
_HOUR = re.compile(r"\d{1,2}:\d{2}(?: ?(?:GMT|UTC|AM|PM))?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_LANGUAGES = frozenset(
    ["english", "arabic", "french", "german", "spanish", "turkish", "persian", "العربيه", "الانجليزيه", "الفرنسيه"]
)
_MOST = 8  # lines below the count of words
_LONGEST_NAME = 8  # words


def read_database_head(lines: Sequence[Line], at: int, known: Known) -> tuple[list[Field], int]:
    """The fields of a head that begins at `at` with the count of words, and how many lines it has; else nothing."""
    if _COUNT.fullmatch(lines[at].text) is None or at + 2 >= len(lines):
        return [], 0
    end = next((n for n in range(at + 1, min(at + 1 + _MOST, len(lines))) if _names_language(lines[n])), None)
    if end is None or not (known.is_date(lines[at + 1].text) or is_worded_as_date(lines[at + 1].text)):
        return [], 0
    while end + 1 < len(lines) and is_boilerplate(lines[end + 1].text):
        end += 1
    fields = [Field(Label.PUBLISHED, lines[at + 1].text, lines[at + 1].text, Sureness.LIKELY)]
    for line in (lines[at], *lines[at + 2 : end + 1]):
        is_paper = _may_be_paper(line) and not states(fields, Label.SOURCE)
        fields.append(Field(Label.SOURCE if is_paper else Label.ASIDE, line.text, line.text))
    return fields, end + 1 - at


def _names_language(line: Line) -> bool:
    return key_of(line.text) in _LANGUAGES


def _may_be_paper(line: Line) -> bool:
    is_short = is_headline_like(line.text) or line.words == 1
    signs = (_COUNT, _HOUR, _CODE)
    is_other = _names_language(line) or is_boilerplate(line.text) or any(sign.fullmatch(line.text) for sign in signs)
    return is_short and line.words <= _LONGEST_NAME and not is_other
