"""Paragraphs that were broken into lines of one width are put together again.

Where the document as a whole shows it, or where a long line breaks off and the next goes on in small letters; else news
pages are copied one paragraph a line, and there a line's end means something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.lines import Line, Mark, ends_sentence, key_without_numbers

_NARROWEST, _WIDEST = 40, 110
_LEAST_RUNS = 2
_LEAST_BROKEN = 50  # characters of a line that is broken off; verse has shorter ones


def join_wrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` as they are, or with the lines of a paragraph joined, where the document is wrapped at one width; else
    those that surely go on."""
    width = _wrapping_width(lines)
    if width is None:
        return _join_broken(lines)
    times = Counter(key_without_numbers(line.text) for line in lines)  # the heads of pages stand there several times
    paragraphs: list[list[Line]] = []
    for at, line in enumerate(lines):
        is_head = times[key_without_numbers(lines[at - 1].text)] > 1
        if paragraphs and not line.after_blank and not is_head and _runs_over(lines[at - 1], line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return tuple(_join(paragraph) if len(paragraph) > 1 else paragraph[0] for paragraph in paragraphs)


def _wrapping_width(lines: Sequence[Line]) -> int | None:
    """The width at which a document is wrapped: its longest line, if blank lines part its paragraphs and most lines
    that do not end one are nearly that long, breaking off in the middle of a sentence."""
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    inner = [lines[n] for n in range(len(lines) - 1) if not lines[n + 1].after_blank]
    blanks = sum(line.after_blank for line in lines)
    if len(inner) < 4 or blanks < _LEAST_RUNS:
        return None
    full = sum(len(line.text) >= 0.72 * width for line in inner)
    broken = sum(not ends_sentence(line.text) for line in inner)
    return width if full >= 0.75 * len(inner) and broken >= 0.6 * len(inner) else None


def _runs_over(line: Line, following: Line, width: int) -> bool:
    """Whether `following` goes on with the paragraph of `line`: its first word had no more room there."""
    room = len(line.text) + 1 + len(following.text.split()[0])
    return room > 0.85 * width and line.mark is Mark.NONE and following.mark is Mark.NONE


def _join_broken(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a document that is not wrapped as a whole, with those of the paragraphs joined that are."""
    if not any(line.text[:1].islower() for line in lines):
        return tuple(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not line.after_blank and _goes_on(paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return tuple(_join(paragraph) if len(paragraph) > 1 else paragraph[0] for paragraph in paragraphs)


def _goes_on(paragraph: Sequence[Line], following: Line) -> bool:
    """Whether a line goes on with a paragraph: in small letters behind a long one without a stop, or, where that went
    on so, with a word that had no more room there."""
    last = paragraph[-1]
    if last.mark is not Mark.NONE or following.mark is not Mark.NONE or ends_sentence(last.text):
        return False
    if not _LEAST_BROKEN <= len(last.text) <= _WIDEST or last.text.endswith((":", ";")):
        return False
    return following.text[:1].islower() or (len(paragraph) > 1 and _runs_over(last, following, len(paragraph[0].text)))


def _join(paragraph: Sequence[Line]) -> Line:
    text = " ".join(line.text for line in paragraph)
    return replace(
        paragraph[0],
        text=text,
        last_number=paragraph[-1].last_number,
        repairs=tuple(repair for line in paragraph for repair in line.repairs),
        words=len(text.split()),
    )
