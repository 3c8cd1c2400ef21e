"""The parts of a document that are an article each, and the numbers that count them.

Not for where they begin and end (`split`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, bullet_of, number_of, without_bullet, without_number
from generator.ingest.dissect.uncued import find_title
from generator.model.publisher import Label

DATES = (Label.PUBLISHED, Label.UPDATED)
_LONGEST_SECTION = 3  # words


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one article: those it is made of, and those to be removed from it word for word; `in_doubt`: what is
    behind a cue in it may be another article."""

    lines: tuple[Line, ...]
    removed: tuple[Line, ...] = ()
    in_doubt: bool = False

    def without_first(self, count: int) -> Part:
        """The article without so many of its first lines, which are removed."""
        return replace(self, lines=self.lines[count:], removed=(*self.lines[:count], *self.removed))


@dataclass(slots=True)
class Open:
    """An article while it is being gathered."""

    lines: list[Line] = field(default_factory=list)
    removed: list[Line] = field(default_factory=list)
    undated: int = 0  # so many of its lines are known to state no date
    in_doubt: bool = False

    def has_date(self, known: Known) -> bool:
        """Whether one of the lines is a label with a date."""
        while self.undated < len(self.lines):
            if any(each.label in DATES for each in read_fields(self.lines[self.undated].text, Zone.HEAD, known.own)):
                return True
            self.undated += 1
        return False

    @classmethod
    def of(cls, part: Part) -> Open:
        """A part that is to be parted again."""
        return cls(list(part.lines), list(part.removed), in_doubt=part.in_doubt)

    def closed(self) -> Part:
        return Part(tuple(self.lines), tuple(self.removed), self.in_doubt)


@dataclass(frozen=True, slots=True)
class Split:
    """A document taken apart: its articles, the lines that only stand between them (cues, rules), and the keys of lines
    that name an outlet or an author by their place in all of its articles, the numbers of those that close them, and
    the keys of what stands beside their authors as a place."""

    parts: tuple[Part, ...]
    separators: tuple[Line, ...]
    outlets: frozenset[str] = frozenset()
    writers: frozenset[str] = frozenset()
    closing: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()


def without_numbers(parts: Sequence[Part], known: Known) -> tuple[Part, ...]:
    """The articles without the numbers before their titles, where these count the articles; they are removed, as is a
    bullet that all titles have. A cue above a title may have taken its number."""
    if len(parts) < 2:
        return tuple(parts)
    titles = [find_title(part.lines, known) for part in parts]
    parts = _without_bullets(parts, titles)
    numbers = [number_of(part.lines[at].text) for part, at in zip(parts, titles, strict=True)]
    counted = sum(number is not None for number in numbers)
    if any(number not in (None, place) for place, number in enumerate(numbers, 1)) or counted * 2 <= len(parts):
        return tuple(parts)
    return tuple(
        part if number is None else _without_number(part, at)
        for part, at, number in zip(parts, titles, numbers, strict=True)
    )


def _without_bullets(parts: Sequence[Part], titles: Sequence[int]) -> Sequence[Part]:
    """The articles without the bullet before their titles, where all have the same; a section's name may stand above
    a title."""
    places = [_below_section(part, at) for part, at in zip(parts, titles, strict=True)]
    bullets = {bullet_of(part.lines[at].text) for part, at in zip(parts, places, strict=True)}
    if len(bullets) != 1 or "" in bullets:
        return parts
    return [_with_title(part, at, without_bullet(part.lines[at].text)) for part, at in zip(parts, places, strict=True)]


def _below_section(part: Part, at: int) -> int:
    """The line of a title: `at`, or the one below it where that has a bullet and `at` may name a section."""
    is_section = at + 1 < len(part.lines) and part.lines[at].words <= _LONGEST_SECTION
    return at + 1 if is_section and bullet_of(part.lines[at + 1].text) and not bullet_of(part.lines[at].text) else at


def _without_number(part: Part, at: int) -> Part:
    return _with_title(part, at, without_number(part.lines[at].text))


def _with_title(part: Part, at: int, text: str) -> Part:
    """An article whose title is `text`; what stood before that on its line is removed."""
    line = part.lines[at]
    before = replace(line, text=line.text.removesuffix(text).strip())
    lines = (*part.lines[:at], replace(line, text=text), *part.lines[at + 1 :])
    return replace(part, lines=lines, removed=(before, *part.removed))
