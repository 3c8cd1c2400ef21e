"""The tags of a page that stand below its text, one a line («#الأردن», «التعليم»), also without a word for them.

Not for labelled keywords on one line (labels), nor for topics between bars (topic_lines).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, ends_sentence, is_prose, key_of
from generator.ingest.dissect.names import is_unlabelled_byline
from generator.ingest.dissect.similarity import coverage, stems, stems_of
from generator.ingest.dissect.titles import is_section
from generator.model.publisher import Label

_RUN_TOGETHER = re.compile(r"[^\W\d_]{3,}(?<!ب)(?<!و)ال[^\W\d_]{3,}")  # «خليلالأردن»
_LEAST, _MOST, _LONGEST = 3, 15, 3  # lines; words of one
_LONGEST_ROW, _LONGEST_LISTED = 12, 6  # words
_LEAST_PROSE = 8  # words of the text above
_COVERED = 0.5  # of the tags' words, that the article has


def tags_at_end(lines: Sequence[Line], title: str, known: Known) -> int:
    """How many of the last lines are tags, the line that calls them so among them; 0 where none is.

    Without such a line they are names of places and sections, or three or more with their words in the article.
    """
    listed = _height_below_heading(lines)
    if listed:
        return listed
    height = _height_of_tags(lines)
    above = lines[: len(lines) - height]
    return height if height and above and _are_tags(lines[-height:], title, above, known) else 0


def _height_below_heading(lines: Sequence[Line]) -> int:
    """How many of the last lines are a word for tags and tags below it; 0 where there is none."""
    for height in range(2, min(_MOST, len(lines) - 1) + 1):
        if _is_heading(lines[-height].text):
            return height
        if not _may_be_listed(lines[-height + 1], alone=height == 2):
            return 0
    return 0


def _may_be_listed(line: Line, *, alone: bool) -> bool:
    """Whether a line below the word for tags may be one of them, or, as the only one, all, however they are parted."""
    longest = _LONGEST_ROW if alone else _LONGEST_LISTED
    return line.words <= longest and not ends_sentence(line.text) and not is_boilerplate(line.text)


def _height_of_tags(lines: Sequence[Line]) -> int:
    """How many of the last lines have the form of tags; one line is above them."""
    height = 0
    while height < min(_MOST, len(lines) - 1) and _may_be_tag(lines[-1 - height].text):
        height += 1
    return height


def _are_tags(tags: Sequence[Line], title: str, above: Sequence[Line], known: Known) -> bool:
    """Whether lines without a heading are tags of the article above them."""
    is_below_text = is_prose(above[-1], _LEAST_PROSE) or read_fields(above[-1].text, Zone.TAIL, known.own)
    if not is_below_text or above[-1].text.rstrip().endswith((":", "：")):
        return False
    if len(tags) >= _LEAST:
        return _are_of(tags, title, above, known)
    words = stems_of((title, *(line.text for line in above))) if len(tags) > 1 else stems(title)
    return all(is_section(key_of(one.text), known) or _is_told(one.text, words) for one in tags)


def names_of_tags(lines: Sequence[Line]) -> tuple[str, ...]:
    """The tags that the lines are, without the line that calls them so, and without those that copying ran together."""
    names = (line.text.strip("#: ").replace("_", " ") for line in lines if not _is_heading(line.text))
    return tuple(name for name in names if not _RUN_TOGETHER.search(name))


def _is_heading(text: str) -> bool:
    return CLOSED.get(key_of(text)) is Label.KEYWORDS


def _may_be_tag(text: str) -> bool:
    is_short = 0 < len(text.split()) <= _LONGEST and ":" not in text.strip(": ") and not ends_sentence(text)
    return is_short and any(map(str.isalpha, text)) and text[0] not in "([«" and not is_boilerplate(text)


def _is_told(text: str, words: Counter[str]) -> bool:
    """Whether all words of a line are among those of the article, of a single line of its title, and nobody's name."""
    return coverage(stems(text), words) == 1 and not is_unlabelled_byline(text)


def _are_of(tags: Sequence[Line], title: str, above: Sequence[Line], known: Known) -> bool:
    """Whether tags without a heading are of the article: by its words, or as names of places and sections."""
    words = stems_of((title, *(line.text for line in above)))
    return sum(_fits(line.text, words, known) for line in tags) >= _COVERED * len(tags)


def _fits(text: str, words: Counter[str], known: Known) -> bool:
    return is_section(key_of(text), known) or coverage(stems(text), words) >= _COVERED
