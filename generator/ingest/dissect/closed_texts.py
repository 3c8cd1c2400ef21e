"""Texts that each close with one and the same line of the page: `Read more here`, `Flag as irrelevant`, `Share`.

Where a headline stands below each such line, with prose below that, it is a newsletter, an alert, or pages pasted one
by one. Not for lines that close an article by what they state (`closing_lines`), nor for credits (`credited_texts`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median, mode

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.borders import LEAST_WORDS
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import (
    Line,
    bullet_of,
    ends_with_stop,
    is_headline_like,
    is_prose,
    key_of,
    number_of,
)
from generator.ingest.dissect.mail import opens_letter
from generator.ingest.dissect.names_of_several import names_several
from generator.ingest.dissect.parted_texts import are_own
from generator.ingest.dissect.series import Series
from generator.ingest.dissect.stated_facts import facts_of, is_beside_text
from generator.model.publisher import Label

_LEAST_TEXTS = 3
_USUAL_WORDS = 5  # of a headline; the sections of one article have fewer above them
_LONGEST_SECTION, _LONGEST_OUTLET, _LONGEST_NAME, _LEAST_PROSE = 4, 5, 5, 10  # words
_ODD = 0.25  # of the headlines may be short, or a question


def find_closed(lines: Sequence[Line], known: Known) -> Series:
    """The titles of texts that known lines close, and the lines above them that name the whole or a section; nothing
    where one of them has no headline, or most are short as those of sections and points are."""
    ends = [at for at, line in enumerate(lines) if line.number in known.closing]
    ends = [at for at in ends if at + 1 not in ends]  # the last of each row
    if len(ends) < _LEAST_TEXTS:
        return Series()
    texts = [range(start + 1, end) for start, end in pairwise([-1, *ends])]
    heads = [_headlines_above(lines, text, known) for text in texts]
    if not all(heads):
        return Series()
    depth = mode(map(len, heads[1:]))  # with a standfirst below each title, there are two
    titles = [head[-depth] if which == 0 and len(head) >= depth else head[0] for which, head in enumerate(heads)]
    if not _are_titles([lines[at] for at in titles]):
        return Series()
    bodies = [lines[start:end] for start, end in zip(titles, ends, strict=True)]
    if not (
        _names_several(lines[: titles[0]]) or (_may_be_whole(lines[: titles[0]], known) and are_own(bodies, known))
    ):
        return Series()
    above = [at for text, title in zip(texts, titles, strict=True) for at in text if at < title]
    frames = [at for at in above if at < titles[0] or not facts_of(lines[at], known)]
    return Series(
        frozenset(lines[at].number for at in titles),
        frozenset(lines[at].number for at in (*frames, *range(ends[-1] + 1, len(lines)))),
        _outlets_below([lines[at + 1] for at in titles], known),
    )


def _headlines_above(lines: Sequence[Line], text: range, known: Known) -> list[int]:
    """The headlines above the first paragraph of a text, in order, what greets and names of sections apart."""
    prose = next((at for at in text if is_prose(lines[at], _LEAST_PROSE) and not opens_letter(lines[at].text)), None)
    if prose is None:
        return []
    above = range(text.start, prose)
    last = max((at for at in above if opens_letter(lines[at].text)), default=text.start - 1)
    return [at for at in above if at > last and _is_headline(lines, at, known)]


def _is_headline(lines: Sequence[Line], at: int, known: Known) -> bool:
    line = lines[at]
    if is_beside_text(line, known):
        return False
    is_section = line.words <= _LONGEST_SECTION and (line.text.isupper() or line.words == 1)
    return is_headline_like(line.text) and not is_section


def _names_several(front: Sequence[Line]) -> bool:
    """Whether what stands above the first title greets readers, or says that there are several articles."""
    return any(opens_letter(line.text) or names_several(line.text) for line in front)


def _may_be_whole(front: Sequence[Line], known: Known) -> bool:
    """Whether something stands above the first title that may be the name of a page, and not the title of one article
    of which the texts are points; without it, the texts may be the sections of one."""
    names = [line for line in front if not is_boilerplate(line.text) and not facts_of(line, known)]
    is_written = any(Label.AUTHOR in facts_of(line, known) for line in front)
    return bool(names) and names[0].words <= _LONGEST_NAME and not is_written


def _outlets_below(below: Sequence[Line], known: Known) -> frozenset[str]:
    """The keys of the lines right below titles, all short, if most of them are known to be outlets."""
    named = [line for line in below if Label.SOURCE in facts_of(line, known)]
    is_short = all(line.words <= _LONGEST_OUTLET and not ends_with_stop(line.text) for line in below)
    others = [line for line in below if line not in named]
    are_names = not any(read_fields(line.text, Zone.HEAD, known.own) for line in others)
    is_told = len(named) * 3 >= len(below) * 2
    return frozenset(key_of(line.text) for line in others) if is_short and are_names and is_told else frozenset()


def _are_titles(titles: Sequence[Line]) -> bool:
    odd = sum(line.words < LEAST_WORDS or line.text.endswith("?") for line in titles)
    if odd > _ODD * len(titles) or median(line.words for line in titles) < _USUAL_WORDS:
        return False
    return not any(number_of(line.text) is not None or bullet_of(line.text) for line in titles)
