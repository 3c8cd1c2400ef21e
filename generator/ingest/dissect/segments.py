"""The lines behind each cue of a text («اقرأ أيضاً», "Read also"), parted into headlines and what follows them.

Not for what these lines are: a list, a further article, the running one going on (`split`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.ingest.dissect.candidates import is_list_item
from generator.ingest.dissect.credits import links_of
from generator.ingest.dissect.cues import Cue, ends_list, leads_over, read_cue
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, Mark, bullet_of, is_paragraph_like, is_stopped_headline
from generator.ingest.dissect.similarity import coverage, stems
from generator.ingest.dissect.stated_facts import facts_of, states_who_and_when
from generator.model.publisher import Label

_TOLD_AGAIN = 0.6
_DEEPEST = 5  # lines above the day of an article
_QUOTED = re.compile(r"[“«\"][^“”«»\"]+[”»\"]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A cue with the lines behind it, up to the next cue."""

    cue: Line
    headline: str
    heads: tuple[Line, ...]
    rest: tuple[Line, ...]


def part_segments(lines: Sequence[Line], known: Known) -> tuple[Sequence[Line], list[Segment]]:
    """The lines before the first cue, and each cue's segment. A cue on the first line is a headline."""
    cues: list[tuple[int, Cue]] = []
    for at, line in enumerate(lines):
        cue = (_cue_of(line, known) or _leading_over(lines[at : at + 2])) if at else None
        if cue is not None and not _is_section_in_head(lines, at, known):
            cues.append((at, cue))
    if not cues:
        return lines, []
    ends = [at for at, _ in cues[1:]] + [len(lines)]
    segments = [
        _segment(lines[at], cue, lines[at + 1 : end], _bullets_of(lines[:at]), known)
        for (at, cue), end in zip(cues, ends, strict=True)
    ]
    return lines[: cues[0][0]], segments


def _is_section_in_head(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line like a cue («آخر الأخبار») names the section of an article: its day stands right below it, and
    only a title above."""
    if at > _DEEPEST or at + 2 >= len(lines) or any(is_paragraph_like(line.text) for line in lines[:at]):
        return False
    below = next((line for line in lines[at + 1 : at + 3] if line.words > 1), lines[at + 1])  # a part of the section
    return known.is_pasted and Label.PUBLISHED in facts_of(below, known)


def _cue_of(line: Line, known: Known) -> Cue | None:
    """The cue that a line is, or that stands before the link with which it ends (`Read also <a>…</a>`)."""
    cue = read_cue(line.text, known.own)
    links = links_of(line) if cue is None else ()
    if len(links) != 1 or not links[0].text or not line.text.endswith(links[0].text):
        return cue
    before = read_cue(line.text.removesuffix(links[0].text), known.own)
    return Cue(links[0].text) if before == Cue() else None


def _leading_over(lines: Sequence[Line]) -> Cue | None:
    """The cue that the first of two lines is where it leads over to the headline right below it."""
    if len(lines) < 2 or not leads_over(lines[0].text):
        return None
    return Cue() if is_list_item(lines[1]) or is_stopped_headline(lines[1].text) else None


def _bullets_of(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(bullet_of(line.text) for line in lines) - {""}


def _segment(cue_line: Line, cue: Cue, following: Sequence[Line], bullets: frozenset[str], known: Known) -> Segment:
    """Part the lines behind a cue into its headlines (with their dates and labels) and the text behind them. With one
    of the `bullets` of the text above, which the headlines do not have, that goes on (an interview, a list)."""
    end = 0
    for line in following:
        bullet = bullet_of(line.text)
        if bullet in bullets and (bullet_of(following[0].text) != bullet or (end == 0 and cue.headline)):
            break
        if ends_list(line.text):
            return Segment(cue_line, cue.headline, tuple(following[: end + 1]), tuple(following[end + 1 :]))
        is_prose = is_paragraph_like(line.text) and not is_stopped_headline(line.text)
        if is_prose and not read_fields(line.text, Zone.HEAD, known.own):
            break
        end += 1
    if end == len(following):
        end = _title_of_unstopped(following, known)
    if end < len(following):
        end = _before_heading(following, end)
    return Segment(cue_line, cue.headline, tuple(following[:end]), tuple(following[end:]))


def find_title_above_head(segment: Segment, known: Known) -> int | None:
    """Which of a segment's headlines, the last, alone has a head that says who wrote an article and when; or None."""
    facts = [facts_of(line, known) for line in segment.heads]
    first = next((at for at, each in enumerate(facts) if each), 0)
    if not first or not all(facts[first:]):
        return None
    return first - 1 if states_who_and_when(frozenset().union(*facts)) else None


def _title_of_unstopped(following: Sequence[Line], known: Known) -> int:
    """Where the prose of an article begins whose sentences have no stop: behind a first line that the next one, longer
    and of a dozen words, tells again; else the end, all being headlines."""
    if len(following) < 3 or read_fields(following[0].text, Zone.BODY, known.own):
        return len(following)
    title, *prose = following
    told_again = coverage(stems(title.text), stems(prose[0].text)) >= _TOLD_AGAIN
    is_prose = (
        prose[0].words >= 12 and len(prose[0].text) > 1.2 * len(title.text) and all(x.words >= 7 for x in prose[:3])
    )
    return 1 if told_again and is_prose else len(following)


def _before_heading(following: Sequence[Line], end: int) -> int:
    """Leave what the body goes on with out of the list: a heading wrapped in signs or a quotation pulled out, where the
    list's other lines are none."""
    if end < 2:
        return end
    *others, last = following[:end]
    is_set_off = last.mark is Mark.BOTH and all(x.mark is not Mark.BOTH for x in others)
    is_pulled = _QUOTED.fullmatch(last.text) and not any(_QUOTED.fullmatch(x.text) for x in others)
    return end - 1 if is_set_off or is_pulled else end
