"""What readers wrote below an article, copied with it: a line that counts the comments, and their names, hours, words.

Not for threads of forums (forum_posts), nor for a count with no comment below it (boilerplate).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.lines import Line, is_prose, key_of

_COUNT = re.compile(
    r"(?:عدد )?(?:ال)?تعليقات ?[:(]{0,2} ?(?P<number>[0-9]{1,2})(?: تعليق(?:ات)?)?\)?|"
    r"(?P<before>[0-9]{1,2}) (?:تعليقات|comments?)|comments ?[:(]{0,2} ?(?P<behind>[0-9]{1,2})\)?"
)
_MOST_LINES_OF_ONE, _MOST_BESIDE = 6, 6  # lines of a comment, and of the form below them
_LONGEST, _LEAST_PROSE, _LEAST_TEXT = 24, 6, 2  # words of a line; of a paragraph; paragraphs of the text above


def height_of_comments(lines: Sequence[Line]) -> int:
    """How many of the last lines are the line that counts the comments and these; 0 where none are.

    They may be no more than so many comments have, and none of them as long as a paragraph may be: a further article
    below them has such, and stays. Above the count stands a text.
    """
    for at in range(len(lines) - 1, 0, -1):
        if lines[at].words > _LONGEST:
            return 0
        number = _number_of(lines[at].text)
        if number:
            height = len(lines) - at
            has_text = sum(is_prose(line, _LEAST_PROSE) for line in lines[:at]) >= _LEAST_TEXT
            return height if has_text and 1 < height <= number * _MOST_LINES_OF_ONE + _MOST_BESIDE else 0
    return 0


def _number_of(text: str) -> int:
    """How many comments a line counts; 0 for any other line."""
    count = _COUNT.fullmatch(key_of(text).strip("() "))
    return int(next(filter(None, count.groups()))) if count else 0
