"""Paragraphs that were broken into lines of one width are put together again.

Where the document as a whole shows it, or where a long line breaks off and the next goes on in small letters; else news
pages are copied one paragraph a line, and there a line's end means something.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, Mark, ends_sentence, key_without_numbers
from generator.ingest.dissect.page_heads import find_counted

_NARROWEST, _WIDEST = 40, 110
_LEAST_RUNS, _LEAST_LINES = 2, 4
_LEAST_BROKEN = 50  # characters of a line that is broken off; verse has shorter ones
_FULL, _FILLED = 0.72, 0.9
# `by` above a name, `by Jane Doe`, `by Bay Newsdesk 15 March 2023, 14:20`, as sites set them below titles.
_BYLINE = re.compile(r"by(?: [A-Z][\w.'’-]+(?: (?:and )?[A-Z][\w.'’-]+){1,4}(?:,? \d[^.]{5,30})?)?")


def join_wrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` as they are, or with the lines of a paragraph joined, where the document is wrapped at one width; else
    those that surely go on.

    Heads and feet of pages that stand within a paragraph stand below it then."""
    if not _NARROWEST <= max((len(line.text) for line in lines), default=0) <= _WIDEST:
        return _join_broken(lines)
    heads = find_counted(lines, Known())
    text = [line for line in lines if line.number not in heads]
    times = Counter(key_without_numbers(line.text) for line in text)  # the heads of pages stand there several times
    width = _wrapping_width(text, times)
    if width is None:
        return _join_broken(lines)
    paragraphs: list[list[Line]] = []
    between: list[list[Line]] = []
    above: Line | None = None
    for line in lines:
        if line.number in heads:
            between.append([line])
            continue
        goes_on = above is not None and not times[key_without_numbers(above.text)] > 1
        if above is not None and goes_on and _goes_on(above, line, width, over_page=bool(between)):
            paragraphs[-1].append(line)
        else:
            paragraphs += [*between, [line]]
            between = []
        above = line
    return tuple(_join(each) if len(each) > 1 else each[0] for each in (*paragraphs, *between))


def _wrapping_width(lines: Sequence[Line], times: Counter[str]) -> int | None:
    """The width at which a document is wrapped: its longest line, if blank lines part its paragraphs and most lines
    that do not end one are nearly that long, breaking off in the middle of a sentence; of texts with short lines above
    them, titles and sources, those lines count only that are not of the head, and each must have had no more room."""
    width = max((len(line.text) for line in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST or sum(line.after_blank for line in lines) < _LEAST_RUNS:
        return None
    inner = [n for n in range(len(lines) - 1) if not lines[n + 1].after_blank]
    if _is_wrapped([lines[n] for n in inner], width):
        return width
    inner = [n for n in _below_heads(lines, width) if n in inner and times[key_without_numbers(lines[n].text)] == 1]
    broken = [n for n in inner if not ends_sentence(lines[n].text)]
    filled = sum(_runs_over(lines[n], lines[n + 1], width) for n in broken)
    is_wrapped = _is_wrapped([lines[n] for n in inner], width) and filled >= _FILLED * len(broken)
    return width if is_wrapped else None


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


def _goes_on(above: Line, line: Line, width: int, *, over_page: bool) -> bool:
    """Whether a line goes on with the paragraph of the one above it, right below that or on the next page."""
    if over_page:
        return not ends_sentence(above.text) and _runs_over(above, line, width)
    return not line.after_blank and _runs_over(above, line, width)


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
        if paragraphs and not line.after_blank and _breaks_off(paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return tuple(_join(paragraph) if len(paragraph) > 1 else paragraph[0] for paragraph in paragraphs)


def _breaks_off(paragraph: Sequence[Line], following: Line) -> bool:
    """Whether a line goes on with a paragraph: in small letters behind a long one without a stop, or, where that went
    on so, with a word that had no more room there."""
    last = paragraph[-1]
    if last.mark is not Mark.NONE or following.mark is not Mark.NONE or ends_sentence(last.text):
        return False
    if not _LEAST_BROKEN <= len(last.text) <= _WIDEST or last.text.endswith((":", ";")):
        return False
    if _BYLINE.fullmatch(following.text) or following.text.startswith(("http://", "https://", "www.")):
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
