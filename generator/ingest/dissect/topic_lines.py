"""The topics that a paper's site lists in one line without a label: between bars below a text («أميركا | الصحة»),
between commas above or below one (`parks, city council, budget 2024`), as hashtags.

Not for labelled keywords (labels), nor for the rows of a table, which stand several together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line, ends_sentence, ends_with_stop, is_prose
from generator.text.arabic import is_arabic

_BAR = re.compile(r"\s*[|•·]\s*")
_COMMA = re.compile(r"\s*[,،]\s*")
_HASHTAGS = re.compile(r"(?:#[\w]+[\s،,]*)+")
_AND = re.compile(r"(?:and|or|و)\b", re.IGNORECASE)
_LEAST, _LONGEST, _LEAST_PROSE = 3, 3, 8  # topics; words of one; words of the text above
_LEAST_BY_COMMAS, _LONGEST_BY_COMMAS = 6, 4
_SMALL = 0.5  # of the topics: names, of winners or of towns, have capitals


def is_topics(lines: Sequence[Line]) -> bool:
    """Whether the last of the lines is three topics or more between bars, right below prose."""
    line = lines[-1]
    if "|" not in line.text and "•" not in line.text and "·" not in line.text:
        return False
    topics = _BAR.split(line.text.strip(" |•·"))
    if len(topics) < _LEAST or len(lines) < 2 or any(map(str.isdigit, line.text)) or not is_arabic(line.text):
        return False
    return is_prose(lines[-2], _LEAST_PROSE) and all(_is_topic(topic) for topic in topics)


def is_comma_topics(text: str) -> bool:
    """Whether a line is six topics or more between commas, as tags are printed: in small letters most of them, or with
    a space on both sides of each comma."""
    if text.count(",") < _LEAST_BY_COMMAS - 1 or ends_with_stop(text.rstrip(" ,")) or is_arabic(text):
        return False
    topics = [topic for topic in _COMMA.split(text.strip(" ,")) if topic]
    if len(topics) < _LEAST_BY_COMMAS or any(len(each.split()) > _LONGEST_BY_COMMAS for each in topics):
        return False
    if _AND.match(topics[-1]):
        return False
    is_spaced = text.count(" ,") * 2 > text.count(",")
    return is_spaced or sum(not topic[0].isupper() for topic in topics) > _SMALL * len(topics)


def is_hashtags(text: str) -> bool:
    """Whether `text` is hashtags and nothing else."""
    return _HASHTAGS.fullmatch(text.strip()) is not None


def _is_topic(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST and ":" not in text and not ends_sentence(text)
