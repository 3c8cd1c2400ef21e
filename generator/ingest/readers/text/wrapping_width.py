"""At what width a document was broken into lines, if it was.

Wrapped text shows it by itself: most lines are nearly as long as the longest, break off within a sentence, and had no
room for the next word. Not for what is joined (wrapping).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.dissect.lines import Line, Mark, ends_sentence, key_of, key_without_numbers

NARROWEST, WIDEST = 40, 110  # characters
_LEAST_RUNS, _LEAST_LINES = 2, 4
_LEAST_WITHOUT_GAPS, _FEW = 4, 8  # lines that break off
_MOST_LONGER = 2  # lines longer than the text's, of titles
_HEAD = 4  # lines
# Of the lines that break off: one word in six of Arabic prose is a small one, of verse's last none; one in eight has a
# comma or stop.
_LEAST_UNFINISHED, _LEAST_PUNCTUATED = 0.08, 0.25
_LEAST_EXACT = 10  # lines that break off, each just where the next word would have been too long: no list does that
_MOST_ENDING = 0.5  # of the lines, that end a sentence
_FULL, _FILLED, _ROOM = 0.72, 0.9, 0.85
_WITHIN = re.compile(r"[.،,؛;] \S")
# Words with which neither a headline nor a verse ends; folded, in small letters.
_SMALL_WORDS = frozenset(
    word
    for words in (
        "في من علي الي عن ان انه انها التي الذي الذين ما لا لم لن قد مع بين بعد قبل هذا هذه ذلك تلك كان كانت كل او ثم",
        "حتي منذ خلال عند غير بان كما عبر دون ضد نحو فيما",
        "the a an of in to and for with at on by from as that which who is are was were has have had be been its their",
        "his her but or",
    )
    for word in words.split()
)


@dataclass(frozen=True, slots=True)
class Width:
    """The width in characters at which a document was broken into lines; and where nothing but its lines' lengths parts
    the paragraphs, how long a line with the next word would have been, at least, where it broke off."""

    most: int
    least: float | None = None


def find_width(lines: Sequence[Line], times: Counter[str]) -> Width | None:
    """The width at which `lines` were broken off, or None where they were not.

    `times` counts the lines of one form: those that come again are heads of pages, and tell nothing.
    """
    width = max((len(line.text) for line in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    if sum(line.after_blank for line in lines) < _LEAST_RUNS:
        return _width_without_gaps(lines)
    return _width_of_paragraphs(lines, width, times)


def _width_of_paragraphs(lines: Sequence[Line], width: int, times: Counter[str]) -> Width | None:
    """The longest line, if blank lines part the paragraphs and most lines that do not end one are nearly that long,
    breaking off in the middle of a sentence; of texts with short lines above them, titles and sources, those lines
    count only that are not of the head, and each must have had no more room."""
    inner = [n for n in range(len(lines) - 1) if not lines[n + 1].after_blank]
    if _is_wrapped([lines[n] for n in inner], width):
        return Width(width)
    inner = [n for n in _below_heads(lines, width) if n in inner and times[key_without_numbers(lines[n].text)] == 1]
    broken = [n for n in inner if not ends_sentence(lines[n].text)]
    filled = sum(runs_over(lines[n], lines[n + 1], Width(width)) for n in broken)
    is_wrapped = _is_wrapped([lines[n] for n in inner], width) and filled >= _FILLED * len(broken)
    return Width(width) if is_wrapped else None


def _width_without_gaps(lines: Sequence[Line]) -> Width | None:
    """The width of a text whose paragraphs nothing parts, as one copies it from a PDF: the length of its longest lines
    but for titles, where nearly each line of prose that breaks off below the head had no more room."""
    longest = sorted((len(line.text) for line in lines), reverse=True)
    width = longest[min(_MOST_LONGER, len(longest) // 8)]
    inner = range(min(_HEAD, len(lines) // 4), len(lines) - 1)
    broken = [n for n in inner if not ends_sentence(lines[n].text)]
    if width < NARROWEST or len(broken) < max(_LEAST_WITHOUT_GAPS, _MOST_ENDING * len(inner)):
        return None
    filled = sorted(room for n in broken if (room := _room(lines[n], lines[n + 1])) > _ROOM * width)
    is_exact = len(filled) == len(broken) >= _LEAST_EXACT and filled[0] > width
    is_wrapped = len(filled) >= _FILLED * len(broken) and (is_exact or _is_prose(lines, broken))
    return Width(width, filled[len(filled) // 20]) if is_wrapped else None


def _is_prose(lines: Sequence[Line], broken: Sequence[int]) -> bool:
    """Whether lines that break off, by their indices, are no headlines and no verse: some end with a small word or go
    on in small letters, or many have commas and stops within."""
    unfinished = sum(is_unfinished(lines[n].text) or lines[n + 1].text[:1].islower() for n in broken)
    punctuated = sum(_WITHIN.search(lines[n].text) is not None for n in broken)
    least = _LEAST_PUNCTUATED if len(broken) > _FEW else 2 * _LEAST_PUNCTUATED
    return punctuated >= least * len(broken) or unfinished >= max(1, _LEAST_UNFINISHED * len(broken))


def _is_wrapped(inner: Sequence[Line], width: int) -> bool:
    full = sum(len(line.text) >= _FULL * width for line in inner)
    broken = sum(not ends_sentence(line.text) for line in inner)
    return len(inner) >= _LEAST_LINES and full >= 0.75 * len(inner) and broken >= 0.6 * len(inner)


def _below_heads(lines: Sequence[Line], width: int) -> list[int]:
    """The indices of the lines of each block from its first full one on, without the short ones that end a sentence."""
    found: list[int] = []
    is_text = False
    for at, line in enumerate(lines):
        is_full = len(line.text) >= _FULL * width
        is_text = is_full or (is_text and not line.after_blank)
        if is_text and (is_full or not ends_sentence(line.text)):
            found.append(at)
    return found


def runs_over(line: Line, following: Line, width: Width) -> bool:
    """Whether `following` goes on with the paragraph of `line`: its first word had no more room there. A line that ends
    a sentence ends a paragraph too where there would have been some."""
    least = width.least if width.least is not None and ends_sentence(line.text) else _ROOM * width.most
    return _room(line, following) >= least and line.mark is Mark.NONE and following.mark is Mark.NONE


def _room(line: Line, following: Line) -> int:
    """How many characters `line` would have with the first word of the next."""
    return len(line.text) + 1 + len(following.text.split()[0])


def is_unfinished(text: str) -> bool:
    """Whether `text` ends with a small word that leads on to what is missing («في», "of")."""
    words = text.split()
    return len(words) > 1 and key_of(words[-1]) in _SMALL_WORDS and not ends_sentence(text)
