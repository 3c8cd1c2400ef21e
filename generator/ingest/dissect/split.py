"""Where one article of a document ends and the next begins.

Walks from cue to cue («اقرأ أيضاً», "Read also"): behind each stands a list of headlines, a whole further article, or
the running article's body going on. Not for reading what an article's lines are (sections).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.borders import LEAST_WORDS
from generator.ingest.dissect.boxes_of_links import is_in_box
from generator.ingest.dissect.bundles import part_bundle
from generator.ingest.dissect.candidates import is_list_item, judged_paragraphs
from generator.ingest.dissect.covering_lines import without_covering_lines
from generator.ingest.dissect.cued_odds import cued_odds
from generator.ingest.dissect.cued_titles import best_title, is_told_inline, may_be_title, weigh_evidence
from generator.ingest.dissect.cues import ends_list
from generator.ingest.dissect.datelines import read_dateline
from generator.ingest.dissect.fronts import without_front
from generator.ingest.dissect.glued import parted, split_uncued
from generator.ingest.dissect.known import NOTHING, Known
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields
from generator.ingest.dissect.lines import (
    Line,
    Mark,
    is_paragraph_like,
    is_rule,
    without_bullet,
)
from generator.ingest.dissect.outlets_by_day import find_outlets
from generator.ingest.dissect.parts import DATES, Open, Part, Split, without_numbers
from generator.ingest.dissect.prepared_lines import prepare
from generator.ingest.dissect.section_names import without_section_names
from generator.ingest.dissect.segments import Segment, find_title_above_head, part_segments
from generator.ingest.dissect.signed_texts import find_writers
from generator.ingest.dissect.similarity import judge
from generator.ingest.dissect.stated_facts import facts_of, head_labels, tells_of_article
from generator.ingest.dissect.title_outlets import part_outlets
from generator.ingest.dissect.uncued import find_title, is_border, is_card, weigh_missing_head
from generator.model.publisher import Label
from generator.model.source import BlockKind
from generator.text.arabic import is_arabic

_OF_ONE = frozenset({Label.AUTHOR, Label.SOURCE, Label.TRANSLATOR})
_IN_DOUBT = -2.5  # a logarithm of odds
# Of a headline in a list no page says so.
_FIRST_PUBLISHED = re.compile(r"(?:This (?:article|story) was )?(?:first|originally) published\b", re.IGNORECASE)
_LONG_TITLE = 7  # words: subheads seldom have as many


def split_articles(lines: Sequence[Line], known: Known = NOTHING) -> Split:
    """The articles of a document, in order. Each line is in exactly one of the parts or separators."""
    if not known.is_pasted:
        split = _split_text(lines, known)
        return replace(split, parts=without_numbers(split.parts, known))
    by_day = find_outlets(lines, known)
    known = replace(known, outlets=known.outlets | by_day) if by_day else known
    bundle = part_bundle(lines)
    splits = [_split_text(piece, known) for piece in bundle.pieces]
    parts = [part for split in splits for part in split.parts]
    parts = _without_front(without_covering_lines(without_section_names(parts, known), known), known)
    parts, before_titles = part_outlets(parts, known)
    return Split(
        without_numbers(parts, known),
        (*bundle.beside, *(line for split in splits for line in split.separators)),
        by_day.union(before_titles, *(split.outlets for split in splits)),
        find_writers(parts, known).union(*(split.writers for split in splits)),
        frozenset().union(*(split.closing for split in splits)),
        frozenset().union(*(split.places for split in splits)),
    )


def _without_front(parts: list[Part], known: Known) -> list[Part]:
    """The articles without what names the whole above the first of them, which is parted again if it has lost that: the
    title that others are compared with was not its own."""
    found = without_front(parts, known)
    if found == parts:
        return parts
    first, *others = found
    again = parted(Open.of(first), frozenset(), known)
    return [*(one.closed() for one in again), *others]


def _split_text(lines: Sequence[Line], known: Known) -> Split:
    """The articles of one text, that is of a document, or of one of those that it brings together."""
    ready = prepare(lines, known)
    parts, separators = _part_at_cues(ready.lines, ready.beside, ready.known)
    split = split_uncued(parts, separators, ready.titles, ready.known)
    return replace(split, places=ready.same.places, writers=split.writers | ready.same.writers)


def _part_at_cues(lines: Sequence[Line], beside: Sequence[Line], known: Known) -> tuple[list[Open], list[Line]]:
    """The articles that begin behind cues, the lines `beside` with the first of them, and the cues that part them."""
    first, segments = part_segments(lines, known)
    running = Open(list(first), list(beside))
    parts = [running]
    separators: list[Line] = []
    for segment in segments:
        start = _find_card(segment, running, known)
        start = _start_of_new(segment, running, known) if start is None else start
        if start is None:
            _go_on(segment, running, known)
            continue
        start = _with_labels_above(segment, start, known)
        above = segment.heads[: max(start, 0)]
        (running.lines if _are_foot(above, segment, known) else running.removed).extend(above)
        if start == 0 and not segment.headline:
            separators.append(segment.cue)
        elif start == _INLINE:
            separators.append(_cue_alone(segment))
        else:
            running.removed.append(segment.cue)
        running = _open_new(segment, start)
        parts.append(running)
    return parts, separators


_INLINE = -1


def _cue_alone(segment: Segment) -> Line:
    """The cue's own words, where the headline that shares its line becomes a title."""
    words, _, _ = segment.cue.text.rpartition(segment.headline)
    return replace(segment.cue, text=words.strip() or segment.cue.text)


def _start_of_new(segment: Segment, running: Open, known: Known) -> int | None:
    """Which of the segment's headlines opens a new article (`_INLINE`: the one on the cue's line); None: none does. The
    running article is in doubt where one nearly does."""
    paragraphs = judged_paragraphs(segment.rest, known)
    if not paragraphs or (segment.heads and ends_list(segment.heads[-1].text)):
        return None
    candidates = [(at, line) for at, line in enumerate(segment.heads) if may_be_title(line, known)]
    candidates = [(at, line) for at, line in candidates if not _is_subhead(segment, at, known)]
    boxed = [at for at, _ in candidates if known.is_pasted and is_in_box(segment.heads, at, known)]
    headed = _find_headed([at for at, _ in candidates if at not in boxed], segment, running, known)
    if headed is not None:
        return headed
    judged = judge(paragraphs)
    title = best_title(candidates, judged)
    if title in boxed or (title is None and (not segment.headline or segment.heads)):
        return None
    odds = cued_odds(segment, title, paragraphs, running.lines) + weigh_evidence(segment, title, paragraphs[0], known)
    if known.is_pasted and title is not None and not is_arabic(paragraphs[0]):
        lines = [*running.lines, segment.cue, *segment.heads[title:], *segment.rest]
        odds -= weigh_missing_head(lines, find_title(running.lines, known), len(running.lines) + 1, known)
    if odds <= 0:
        running.in_doubt = running.in_doubt or odds > _IN_DOUBT
        return None
    if title is None and not is_told_inline(segment.headline, judged):
        return None
    return _INLINE if title is None else title


def _find_card(segment: Segment, running: Open, known: Known) -> int | None:
    """Which of the lines behind a cue is a title by its label, with labels of who and when and prose below it."""
    if not known.is_pasted or not running.lines or not judged_paragraphs(segment.rest, known):
        return None
    return next((at for at in range(len(segment.heads)) if is_card(segment.heads, at, known)), None)


def _find_headed(candidates: Sequence[int], segment: Segment, running: Open, known: Known) -> int | None:
    """Which of a segment's headlines has the head of an article below it; None where none has."""
    found = next((at for at in candidates if _has_head_of_article(segment, at, running, known)), None)
    if found is not None or not known.is_pasted:
        return found
    last = find_title_above_head(segment, known)
    return last if last in candidates and any(is_paragraph_like(line.text) for line in running.lines[1:]) else None


def _has_head_of_article(segment: Segment, at: int, running: Open, known: Known) -> bool:
    """Whether a headline behind a cue has below it what lists do not have, the day and who wrote it or where, and an
    article begins with it by all that speaks for one."""
    below = segment.heads[at + 1 : at + 2]
    if segment.heads[at].block is not None or not running.lines or not (below and facts_of(below[0], known)):
        return False
    lines = [*running.lines, *segment.heads[at:], *segment.rest]
    place = len(running.lines)
    own = [*lines[: place + 1], *takewhile(lambda line: _may_be_of_head(line, known), segment.heads[at + 1 :])]
    if len(head_labels(own, place, known) - {Label.DATELINE}) <= 1:
        return False
    return is_border(lines, find_title(running.lines, known), place, known)


def _may_be_of_head(line: Line, known: Known) -> bool:
    """Whether a line below a title may be of its head; below the day of a headline in a list stands the next one."""
    return tells_of_article(line, known) or is_boilerplate(line.text)


def _with_labels_above(segment: Segment, title: int, known: Known) -> int:
    """Where a further article begins: at its title, or above it at labels of its own or at its kicker, a line of one
    or two words, where nothing else stands between cue and title."""
    above = segment.heads[: max(title, 0)]
    if (
        title == 1
        and above[0].words <= 2
        and not read_fields(above[0].text, Zone.BODY, known.own)
        and not is_rule(above[0].text)
    ):
        return 0
    is_head = all(facts_of(line, known) for line in above) and not _are_foot(above, segment, known)
    return 0 if above and is_head else title


def _are_foot(above: Sequence[Line], segment: Segment, known: Known) -> bool:
    """Whether lines between a cue and the title of an article are the foot of the one before: facts, parted by an empty
    line from the title and not from the cue (which may only say that the page shows more)."""
    is_parted = bool(above) and not above[0].after_blank and segment.heads[len(above)].after_blank
    return is_parted and all(facts_of(line, known) for line in above)


def _is_subhead(segment: Segment, at: int, known: Known) -> bool:
    """Whether a line of a text with markup is set off there, is shorter than titles are, and nothing of an article's
    head stands below it: the running one goes on with it."""
    line = segment.heads[at]
    if known.is_pasted or line.block is None or line.mark is not Mark.BOTH or line.words >= _LONG_TITLE:
        return False
    below = (*segment.heads[at + 1 :], *segment.rest[:1])
    return not any(read_fields(each.text, Zone.HEAD, known.own) or read_dateline(each.text) for each in below)


def _heads_text(segment: Segment, last: int, known: Known) -> bool:
    """Whether the last line below a cue is a subhead of the text behind it: it leads nowhere, and is a heading or
    stands below a headline that the cue announces."""
    line = segment.heads[last]
    if (
        line.block is None
        or "](" in (line.block.markdown or "")
        or not segment.rest
        or not _is_subhead(segment, last, known)
    ):
        return False
    return line.block.kind is BlockKind.HEADING or last > 0 or bool(segment.headline)


def _is_short_subhead(segment: Segment, at: int, known: Known) -> bool:
    """Whether a line of plain text right above prose is a subhead of it: it opens that with a colon, or has fewer words
    than titles have, where all headlines above it have as many."""
    line, others = segment.heads[at], segment.heads[:at]
    if line.block is not None or not segment.rest or is_rule(line.text) or facts_of(line, known):
        return False
    if line.text.endswith(":"):
        return True
    titles = [each for each in others if is_list_item(each)]
    return line.words < LEAST_WORDS and bool(titles) and all(each.words >= LEAST_WORDS for each in titles)


def _go_on(segment: Segment, running: Open, known: Known) -> None:
    """The running article goes on behind the cue: its headlines are removed, its labels and text stay."""
    running.removed.append(segment.cue)
    previous_is_headline = False
    last = len(segment.heads) - 1
    for at, line in enumerate(segment.heads):
        stays = _stays(line, running, known, previous_is_headline=previous_is_headline)
        stays = stays and not (previous_is_headline and segment.rest and _is_of_headline(line, known))
        stays = stays or (at == last and (_heads_text(segment, at, known) or _is_short_subhead(segment, at, known)))
        (running.lines if stays else running.removed).append(line)
        previous_is_headline = not stays
    running.lines.extend(segment.rest)


def _is_of_headline(line: Line, known: Known) -> bool:
    """Whether a line right below a headline behind a cue, with prose further below, says whose that is: if it is not
    the headline's, nothing tells that it is the running article's."""
    return known.is_pasted and not line.after_blank and not facts_of(line, known).isdisjoint(_OF_ONE)


def _stays(line: Line, running: Open, known: Known, *, previous_is_headline: bool) -> bool:
    """Whether a line among a cue's headlines is the running article's own: a label it does not have yet."""
    fields = read_fields(line.text, Zone.BODY, known.own) or read_fields(line.text, Zone.TAIL, known.own)
    if not fields and read_bare_label(line.text, known.own) is None:
        return is_boilerplate(line.text)
    if not any(one.label in DATES for one in fields) or _FIRST_PUBLISHED.match(line.text):
        return True
    return not running.has_date(known) and (line.after_blank or not previous_is_headline)


def _open_new(segment: Segment, start: int) -> Open:
    """The article that begins behind a cue."""
    if start == _INLINE:
        title = Line(
            segment.headline,
            segment.cue.number,
            segment.cue.last_number,
            repairs=segment.cue.repairs,
            words=len(segment.headline.split()),
        )
        return Open([title, *segment.heads, *segment.rest])
    title = segment.heads[start]
    return Open([replace(title, text=without_bullet(title.text)), *segment.heads[start + 1 :], *segment.rest])
