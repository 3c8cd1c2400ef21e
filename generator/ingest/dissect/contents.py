"""The table of contents that stands above the articles of a digest or press review, and the titles it announces.

Not for lists of other articles' headlines behind a cue (`split`), nor for articles that nothing announces (`uncued`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import (
    Line,
    ends_with_stop,
    is_headline_like,
    is_paragraph_like,
    key_of,
    key_without_numbers,
    without_bullet,
    without_number,
)
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_DEEPEST, _LONGEST_GREETING, _NEAR = 80, 5, 10  # lines
_LEAST_WORDS = 4
_LEAST_KEY = 15
_MOST_ABOVE = 4  # lines of a head above its title
_LEAST_PROSE, _LONGEST_NAME, _LONGEST_NUMBERED = 12, 5, 16  # words


@dataclass(frozen=True, slots=True)
class Contents:
    """How many of the first lines are the table and what stands above it, and the numbers of the lines that it
    announces: the titles of the articles below."""

    front: int = 0
    titles: frozenset[int] = frozenset()


def find_contents(lines: Sequence[Line]) -> Contents:
    """The table of contents above the first article: two lines or more that stand again further down, each above a
    text, and no text among them."""
    front = _list_above(lines)
    if not front:
        return Contents()
    announced: list[int] = []
    listed = [_key_of_title(line) for line in lines[:front]]
    for at in range(front, len(lines) - 1):
        key = _key_of_title(lines[at])
        if not key or is_paragraph_like(lines[at].text) or not any(map(_is_prose, lines[at + 1 : at + _NEAR])):
            continue
        if any(_is_announced(key, each) for each in listed):
            announced.append(at)
    if len(announced) < 2:
        return Contents()
    return Contents(announced[0], frozenset(lines[at].number for at in announced))


def find_running_heads(lines: Sequence[Line], known: Known) -> Contents:
    """The name of a page or paper that is the first line and stands above further articles, too, with other numbers of
    issue and page or the same: the titles below it, and, as its front, how many times it stands there. A title that is
    said again has no headline with prose below."""
    if not lines or not _may_run(lines[0], known) or _is_one_of_outlets(lines, known):
        return Contents()
    key, below = key_without_numbers(lines[0].text), []
    for at in range(2, len(lines) - 1):
        if key_without_numbers(lines[at].text) != key or not any(map(_is_prose, lines[:at])):
            continue
        title = next((n for n in range(at + 1, len(lines) - 1) if not facts_of(lines[n], known)), None)
        if title is not None and is_headline_like(lines[title].text) and any(map(_is_prose, lines[title + 1 :])):
            below.append(lines[title].number)
    is_rubric = key in RUBRICS  # «محليات» is the kicker of each
    return Contents(len(below) + 1 if below and not is_rubric else 0, frozenset(below))


def _is_one_of_outlets(lines: Sequence[Line], known: Known) -> bool:
    """Whether the first line is an outlet and another one stands alone below a gap: each is its article's source."""
    if Label.SOURCE not in facts_of(lines[0], known):
        return False
    alone = (line for line in lines[1:] if line.after_blank and line.words <= _LONGEST_NAME)
    return any(line.text != lines[0].text and facts_of(line, known) == {Label.SOURCE} for line in alone)


def _may_run(line: Line, known: Known) -> bool:
    """Whether a line can be the head of pages: a name, or, with the number of issue or page, somewhat more. A day, and
    what is read as an article's source, are its own."""
    if not any(map(str.isdigit, line.text)):
        return line.words <= _LONGEST_NAME and not ends_with_stop(line.text)
    is_short = line.words <= _LONGEST_NUMBERED and not ends_with_stop(line.text)
    return is_short and not is_boilerplate(line.text) and not facts_of(line, known)


def count_front(lines: Sequence[Line], known: Known) -> int:
    """How many of the first lines only name the whole: a short line by itself above the source or day of a first
    article, where such lines stand above the titles of further articles, too."""
    if (
        len(lines) < _NEAR
        or lines[0].words > _LONGEST_NUMBERED
        or not lines[1].after_blank
        or facts_of(lines[0], known)
    ):
        return 0
    stated = _head_above_title(lines, 1, known)
    if not stated or ends_with_stop(lines[0].text):
        return 0
    further = (at for at in range(3, len(lines) - 2) if lines[at].after_blank and any(map(_is_prose, lines[3:at])))
    return int(any(stated & _head_above_title(lines, at, known) for at in further))


def _head_above_title(lines: Sequence[Line], at: int, known: Known) -> frozenset[Label]:
    """What lines from `at` on state of an article whose title stands right below them, above its text."""
    stated: frozenset[Label] = frozenset()
    title = at
    while title < len(lines) - 1 and title - at < _MOST_ABOVE and (facts := facts_of(lines[title], known)):
        stated |= facts
        title += 1
    is_title = (
        is_headline_like(lines[title].text) and not lines[title].after_blank and not is_boilerplate(lines[title].text)
    )
    has_text = any(map(_is_prose, lines[title + 1 : title + 4]))
    return stated & frozenset({Label.SOURCE, Label.PUBLISHED}) if is_title and has_text else frozenset()


def without_running_heads(lines: Sequence[Line], times: int) -> tuple[list[Line], list[Line]]:
    """The lines without the first and those that say it again, if it stands there several `times`; and these lines."""
    key = key_without_numbers(lines[0].text) if times else None
    heads = [line for line in lines if key is not None and key_without_numbers(line.text) == key]
    return [line for line in lines if line not in heads], heads


def _is_prose(line: Line) -> bool:
    return is_paragraph_like(line.text) and line.words >= _LEAST_PROSE


def _list_above(lines: Sequence[Line]) -> int:
    """The first line that says again what one above it said, with no prose between the two; 0 where there is none."""
    seen: list[str] = []
    for at, line in enumerate(lines[:_DEEPEST]):
        if _is_prose(line):
            if at >= _LONGEST_GREETING:
                return 0
            seen.clear()
            continue
        key = _key_of_title(line)
        if key and any(_is_announced(key, each) for each in seen):
            return at
        seen.append(key)
    return 0


def _key_of_title(line: Line) -> str:
    if line.words < _LEAST_WORDS or is_boilerplate(line.text):
        return ""
    return key_of(without_number(without_bullet(line.text)))


def _is_announced(key: str, listed: str) -> bool:
    """Whether a line of the list is a title, alone or with its outlet or page behind it."""
    return key == listed or (len(key) >= _LEAST_KEY and listed.startswith(f"{key} "))
