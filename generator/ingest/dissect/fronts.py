"""What stands above the first article of a document and names the whole: the name of a digest, its day, a greeting.

Told by the articles below, which have their titles in one place, where the first has another line in it. Not for tables
of contents and running heads, which are told before the articles are parted (`contents`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_headline_like, is_paragraph_like, number_of
from generator.ingest.dissect.names_of_several import names_several
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.similarity import coverage, stems, stems_of
from generator.ingest.dissect.stated_facts import facts_of
from generator.ingest.dissect.uncued import find_title
from generator.model.publisher import Label

_MOST = 4  # lines above the first article
_NEAR = 4  # lines between a title and its text
_JUDGED = 4  # lines of a text
_LEAST_PROSE = 8  # words
_DIGEST = re.compile(  # what such files call themselves, with their number or day
    r"(?:ال)?(?:نشرة|تقرير|رصد|ملخص|موجز|قصاصات|مختارات|حصاد|ملف|جولة)\b.*"
    r"(?:صحف|صحاف|إعلام|اعلام|أخبار|اخبار|انباء|أنباء|يومي|أسبوعي|اليوم|العدد|عدد|[0-9٠-٩])"
)
_CHANCE = 0.25  # of a line's words may be told by chance


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an article's title stands: what the lines above it state, whether an empty line parts it from its text,
    its number."""

    above: frozenset[Label]
    parted: bool
    number: int | None


def without_front(parts: Sequence[Part], known: Known) -> list[Part]:
    """The articles, the first of them without the lines that name the whole, which are removed from it."""
    if len(parts) < 2:
        return list(parts)
    first, *others = parts
    if names_several(first.lines[0].text) and _has_title(first.lines[1:], known):
        return [first.without_first(1), *others]
    ends = (at for at, line in enumerate(first.lines[: _MOST + 1]) if at and line.after_blank)
    texts = [part.lines for part in others]
    end = next((at for at in ends if _names_whole(first.lines, at, texts, known)), 0)
    return [first.without_first(end), *others] if end else list(parts)


def _names_whole(first: Sequence[Line], end: int, others: Sequence[Sequence[Line]], known: Known) -> bool:
    """Whether the lines up to `end` have no place in an article, and without them the first one is as the others."""
    front, rest = first[:end], first[end:]
    if any(map(_is_prose, front)) or not _has_title(rest, known):
        return False
    usual, *further = (_place_of(lines, known) for lines in others)
    own = _place_of(rest, known)
    if any(_kind(place) != _kind(usual) for place in (own, *further)) or _kind(_place_of(first, known)) == _kind(usual):
        return False
    is_sure = bool(further) or _kind(usual)[0] or own.number == 1 or any(_DIGEST.match(line.text) for line in front)
    return is_sure and not _is_told(front, rest, known)


def _kind(place: _Place) -> tuple[bool, bool, bool]:
    return bool(place.above), place.parted, place.number is not None


def _place_of(lines: Sequence[Line], known: Known) -> _Place:
    title = find_title(lines, known)
    above = frozenset().union(*(facts_of(line, known) for line in lines[:title]))
    text = next((at for at in range(title + 1, len(lines)) if _is_prose(lines[at])), title)
    parted = any(line.after_blank for line in lines[title + 1 : text + 1])
    return _Place(above, parted, number_of(lines[title].text))


def _has_title(lines: Sequence[Line], known: Known) -> bool:
    title = find_title(lines, known)
    below = lines[title + 1 : title + 1 + _NEAR]
    return is_headline_like(lines[title].text) and any(map(_is_prose, below))


def _is_told(front: Sequence[Line], rest: Sequence[Line], known: Known) -> bool:
    """Whether the first article tells what one of the lines says, more than by chance and more than its own title."""
    title = find_title(rest, known)
    text = stems_of(line.text for line in rest[title + 1 : title + 1 + _JUDGED])
    told = max(coverage(stems(line.text), text) for line in front)
    return told > _CHANCE and told >= coverage(stems(rest[title].text), text)


def _is_prose(line: Line) -> bool:
    return is_paragraph_like(line.text) and line.words >= _LEAST_PROSE
