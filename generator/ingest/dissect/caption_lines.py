"""What stands below a picture on a page and is copied with its text: captions, and whose the picture is.

By form and place: a credit of pictures, a caption with one, the same words twice (a picture's text and its caption).
Not for what credits look like (`picture_credits`), nor for captions that have a label with a colon (`labels`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, is_prose, key_of
from generator.ingest.dissect.names import is_agency
from generator.ingest.dissect.picture_credits import (
    ends_with_photo_credit,
    is_photo_credit,
    is_picture_credit,
    is_sentence_of_agency,
    may_end_with_credit,
)

_LONGEST, _LEAST_TWICE, _LEAST_PROSE = 35, 4, 12  # words
_REACH = 14  # lines of a head
_LONGEST_SENTENCE = 13  # words of a caption; the first paragraph of a text has more
_CAPTION_BELOW = re.compile(r"(?:التعليق على الصورة|تعليق الصورة|Image caption|Photo caption)\s?[،,:]?", re.IGNORECASE)
_OWNED = re.compile(r"(?:©|\(c\))\s?.{2,60}", re.IGNORECASE)


def read_caption(lines: Sequence[Line], at: int, known: Known) -> int:
    """How many lines from `at` on, above a text, are of a picture and not of the text; 0 where none is."""
    text = lines[at].text
    if lines[at].words > _LONGEST or "\n" in text:
        return 0
    below = lines[at + 1] if at + 1 < len(lines) else None
    if _CAPTION_BELOW.fullmatch(text) or (below is not None and _OWNED.fullmatch(text)):
        return 2 if below is not None and _may_be_caption(below) else 1
    if below is not None and is_agency(text) and is_picture_credit(below.text):
        return 2
    is_above_page = below is not None and is_boilerplate(below.text)
    if is_picture_credit(text) or (is_above_page and is_sentence_of_agency(text)) or _is_doubled(text):
        return 1
    if below is not None and may_end_with_credit(text, known):
        return 1
    is_twice = below is not None and key_of(text) == key_of(below.text)
    return 2 if is_twice and lines[at].words >= _LEAST_TWICE and _may_be_caption(lines[at]) and ":" not in text else 0


def _is_doubled(text: str) -> bool:
    """Whether a line says the same twice: a picture's text and its caption, run together by copying."""
    words = text.split()
    half = len(words) // 2
    return half > 1 and words[:half] == words[half:]


def _may_be_caption(line: Line) -> bool:
    return line.words <= _LONGEST and not ends_sentence(line.text) and not any(map(str.isdigit, line.text))


def find_captions(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lines within a body that credit a picture, or are the word for a caption and that below it."""
    credits = {at for at, line in enumerate(lines) if is_picture_credit(line.text)}
    labels = {at for at, line in enumerate(lines[:-1]) if _CAPTION_BELOW.fullmatch(line.text)}
    return frozenset(credits | labels | {at + 1 for at in labels if lines[at + 1].words <= _LONGEST})


def find_photo_credits(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines, below a first one, that credit a picture, of the captions that end with
    one, and of agencies beside it."""
    credits = {at for at, line in enumerate(lines) if at and (is_photo_credit(line) or ends_with_photo_credit(line))}
    beside = {
        near for at in credits for near in (at - 1, at + 1) if 0 < near < len(lines) and is_agency(lines[near].text)
    }
    captions = {at - 1 for at in credits if _is_caption_in_head(lines, at)}
    return frozenset(lines[at].number for at in credits | beside | captions)


def _is_caption_in_head(lines: Sequence[Line], at: int) -> bool:
    """Whether the sentence above a line that is the credit of a picture and nothing else can only be its caption: no
    text stands above it yet, and a longer paragraph begins right below."""
    if not 2 < at < min(_REACH, len(lines) - 1) or not is_photo_credit(lines[at]):
        return False
    above, below = lines[at - 1], lines[at + 1]
    is_first = not any(is_prose(line, _LEAST_PROSE) for line in lines[1 : at - 1])
    return (
        is_first
        and above.words <= _LONGEST_SENTENCE
        and is_prose(below, _LEAST_PROSE)
        and len(below.text) > len(above.text)
    )
