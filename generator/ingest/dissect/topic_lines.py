"""The topics that a paper's site lists in one line below a text, between bars and without a label: «أميركا | الصحة».

Not for labelled keywords (labels), hashtags (boilerplate), nor for the rows of a table, which stand several together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line, ends_sentence, is_prose
from generator.text.arabic import is_arabic

_BAR = re.compile(r"\s*[|•·]\s*")
_LEAST, _LONGEST, _LEAST_PROSE = 3, 3, 8  # topics; words of one; words of the text above


def is_topics(lines: Sequence[Line]) -> bool:
    """Whether the last of the lines is three topics or more between bars, right below prose."""
    line = lines[-1]
    if "|" not in line.text and "•" not in line.text and "·" not in line.text:
        return False
    topics = _BAR.split(line.text.strip(" |•·"))
    if len(topics) < _LEAST or len(lines) < 2 or any(map(str.isdigit, line.text)) or not is_arabic(line.text):
        return False
    return is_prose(lines[-2], _LEAST_PROSE) and all(_is_topic(topic) for topic in topics)


def _is_topic(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST and ":" not in text and not ends_sentence(text)
