"""Paragraphs that were broken into lines of one width are put together again.

Where the document as a whole shows it, or where a long line breaks off and the next goes on in small letters; else news
pages are copied one paragraph a line, and there a line's end means something. How wide a document is wrapped is told
elsewhere (wrapping_width).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from generator.ingest.dissect.known import NOTHING
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, Mark, ends_sentence, key_without_numbers
from generator.ingest.dissect.page_heads import find_counted
from generator.ingest.readers.text.wrapping_width import NARROWEST, WIDEST, Width, find_width, is_unfinished, runs_over

_LEAST_BROKEN = 50  # characters of a line that is broken off; verse has shorter ones
_LEAST_TEXT = 4  # lines below a title; it has fewer itself
_WIDER = 1.04  # of a line that is too long to be of a paragraph
# `by` above a name, `by Jane Doe`, `by Bay Newsdesk 15 March 2023, 14:20`, as sites set them below titles.
_BYLINE = re.compile(r"by(?: [A-Z][\w.'’-]+(?: (?:and )?[A-Z][\w.'’-]+){1,4}(?:,? \d[^.]{5,30})?)?")


def join_wrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` as they are, or with the lines of a paragraph joined, where the document is wrapped at one width; else
    those that surely go on.

    Heads and feet of pages that stand within a paragraph stand below it then."""
    if not NARROWEST <= max((len(line.text) for line in lines), default=0) <= WIDEST:
        return _join_broken(lines)
    heads = find_counted(lines, NOTHING)
    text = [line for line in lines if line.number not in heads]
    times = Counter(key_without_numbers(line.text) for line in text)  # the heads of pages stand there several times
    width = find_width(text, times)
    if width is None:
        return _join_broken(lines)
    paragraphs: list[list[Line]] = []
    between: list[list[Line]] = []
    above: Line | None = None
    title = text[0].number if _heads_text(text) else None
    for line in lines:
        if line.number in heads:
            between.append([line])
            continue
        goes_on = above is not None and above.number != title and not times[key_without_numbers(above.text)] > 1
        if above is not None and goes_on and _goes_on(above, line, width, over_page=bool(between)):
            paragraphs[-1].append(line)
        else:
            paragraphs += [*between, [line]]
            between = []
        above = line
    return tuple(_join(each) if len(each) > 1 else each[0] for each in (*paragraphs, *between))


def _goes_on(above: Line, line: Line, width: Width, *, over_page: bool) -> bool:
    """Whether a line goes on with the paragraph of the one above it, right below that or on the next page."""
    if over_page:
        return not ends_sentence(above.text) and runs_over(above, line, width)
    if line.after_blank or len(above.text) > _WIDER * width.most or not runs_over(above, line, width):
        return False
    return not read_fields(line.text, Zone.HEAD) and not read_fields(above.text, Zone.HEAD)


def _heads_text(lines: Sequence[Line]) -> bool:
    """Whether the first line is a title right above its text, and not the first of a title of several lines."""
    block = [*takewhile(lambda line: not line.after_blank, lines[1:])]
    is_text = len(block) >= _LEAST_TEXT or (bool(block) and ends_sentence(block[-1].text))
    return is_text and not is_unfinished(lines[0].text)


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
    if not _LEAST_BROKEN <= len(last.text) <= WIDEST or last.text.endswith((":", ";")):
        return False
    if _BYLINE.fullmatch(following.text) or following.text.startswith(("http://", "https://", "www.")):
        return False
    return following.text[:1].islower() or (
        len(paragraph) > 1 and runs_over(last, following, Width(len(paragraph[0].text)))
    )


def _join(paragraph: Sequence[Line]) -> Line:
    text = " ".join(line.text for line in paragraph)
    return replace(
        paragraph[0],
        text=text,
        last_number=paragraph[-1].last_number,
        repairs=tuple(repair for line in paragraph for repair in line.repairs),
        words=len(text.split()),
    )
