"""Where one article of a document ends and the next begins.

Walks from cue to cue («اقرأ أيضاً», "Read also"): behind each stands a list of headlines, a whole further article, or
the running article's body going on. Not for reading what an article's lines are (sections).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.ingest.dissect.alike import find_alike
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.bundles import part_bundle
from generator.ingest.dissect.candidates import JUDGED_LINES, LEAST_COVERAGE, is_list_item, judged_paragraphs
from generator.ingest.dissect.closing_lines import Closing, find_closing, find_titles_below
from generator.ingest.dissect.contents import (
    Contents,
    count_front,
    find_contents,
    find_running_heads,
    without_running_heads,
)
from generator.ingest.dissect.datelines import read_dateline
from generator.ingest.dissect.fronts import without_front
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields
from generator.ingest.dissect.lines import (
    Line,
    is_paragraph_like,
    is_rule,
    key_of,
    without_bullet,
)
from generator.ingest.dissect.mail import letter_opening
from generator.ingest.dissect.parted_texts import find_parted
from generator.ingest.dissect.parts import Part, without_numbers
from generator.ingest.dissect.segments import Segment, find_title_above_head, part_segments
from generator.ingest.dissect.series import Series, find_series
from generator.ingest.dissect.signed_texts import find_signed, find_writers
from generator.ingest.dissect.similarity import Judged, coverage, judge, score_new, share_of, stems
from generator.ingest.dissect.uncued import find_title, find_uncued
from generator.model.publisher import Label

_SEVERAL = 3
_DATES = (Label.PUBLISHED, Label.UPDATED)


@dataclass(slots=True)
class _Open:
    """An article while it is being gathered."""

    lines: list[Line] = field(default_factory=list)
    removed: list[Line] = field(default_factory=list)
    undated: int = 0  # so many of its lines are known to state no date

    def has_date(self, known: Known) -> bool:
        """Whether one of the lines is a label with a date."""
        while self.undated < len(self.lines):
            if any(each.label in _DATES for each in read_fields(self.lines[self.undated].text, Zone.HEAD, known.own)):
                return True
            self.undated += 1
        return False

    def closed(self) -> Part:
        return Part(tuple(self.lines), tuple(self.removed))


@dataclass(frozen=True, slots=True)
class Split:
    """A document taken apart: its articles, the lines that only stand between them (cues, rules), and the keys of lines
    that name an outlet or an author by their place in all of its articles, and the numbers of those that close them."""

    parts: tuple[Part, ...]
    separators: tuple[Line, ...]
    outlets: frozenset[str] = frozenset()
    writers: frozenset[str] = frozenset()
    closing: frozenset[int] = frozenset()


def split_articles(lines: Sequence[Line], known: Known = Known()) -> Split:  # noqa: B008  frozen value
    """The articles of a document, in order. Each line is in exactly one of the parts or separators."""
    pieces = part_bundle(lines) if known.is_pasted else [lines]
    splits = [_split_text(piece, known) for piece in pieces]
    parts: Sequence[Part] = [part for split in splits for part in split.parts]
    parts = without_front(parts, known) if known.is_pasted else parts
    separators = tuple(line for split in splits for line in split.separators)
    outlets = frozenset().union(*(split.outlets for split in splits))
    writers = find_writers(parts, known) if known.is_pasted else frozenset()
    closing = frozenset().union(*(split.closing for split in splits))
    return Split(without_numbers(parts, known), separators, outlets, writers, closing)


def _split_text(lines: Sequence[Line], known: Known) -> Split:
    """The articles of one text, that is of a document, or of one of those that it brings together."""
    heads = find_running_heads(lines, known) if known.is_pasted else Contents()
    lines, running_heads = without_running_heads(lines, heads.front)
    closing = find_closing(lines, known) if known.is_pasted else Closing()
    if known.is_pasted:
        known = replace(known, closing=closing.articles, closing_entries=closing.entries)
    below = find_titles_below(lines, closing, known) if known.is_pasted else frozenset()
    contents = find_contents(lines)
    front = max(contents.front, *((letter_opening(lines), count_front(lines, known)) if known.is_pasted else (0,)))
    first, segments = part_segments(lines[front:], known)
    running = _Open(list(first), [*running_heads, *lines[:front]])
    parts = [running]
    separators: list[Line] = []
    for segment in segments:
        start = _start_of_new(segment, running, known)
        if start is None:
            _go_on(segment, running, known)
            continue
        start = _with_labels_above(segment, start, known)
        running.removed.extend(segment.heads[:start])
        if start == 0 and not segment.headline:
            separators.append(segment.cue)
        elif start == _INLINE:
            separators.append(_cue_alone(segment))
        else:
            running.removed.append(segment.cue)
        running = _open_new(segment, start)
        parts.append(running)
    return _split_uncued(parts, separators, contents.titles | heads.titles | below, known)


_INLINE = -1


def _cue_alone(segment: Segment) -> Line:
    """The cue's own words, where the headline that shares its line becomes a title."""
    words, _, _ = segment.cue.text.rpartition(segment.headline)
    return replace(segment.cue, text=words.strip() or segment.cue.text)


def _start_of_new(segment: Segment, running: _Open, known: Known) -> int | None:
    """Which of the segment's headlines opens a new article (`_INLINE`: the one on the cue's line); None: none does."""
    paragraphs = judged_paragraphs(segment.rest, known)
    if not paragraphs:
        return None
    candidates = [(at, line) for at, line in enumerate(segment.heads) if _may_be_title(line, known)]
    headed = find_title_above_head(segment, known) if known.is_pasted else None
    if headed in {at for at, _ in candidates} and any(is_paragraph_like(line.text) for line in running.lines[1:]):
        return headed
    judged = judge(paragraphs)
    title = _best_title(candidates, judged)
    if title is None and (not segment.headline or segment.heads):
        return None
    headline = segment.headline if title is None else without_bullet(segment.heads[title].text)
    before = [line.text for line in (*running.lines[:1], *running.lines[1:][-JUDGED_LINES:])]
    score = score_new(headline, judged, before) + _evidence(segment, title, paragraphs[0], known)
    if coverage(stems(headline), judged.all) < LEAST_COVERAGE or score <= 0:
        return None
    if title is None and not _is_told_inline(headline, judged):
        return None
    return _INLINE if title is None else title


def _is_told_inline(headline: str, judged: Judged) -> bool:
    """Whether paragraphs tell what the headline on a cue's own line says: one word of several may be chance."""
    words = stems(headline)
    return len(words) < _SEVERAL or sum(word in judged.all for word in words) > 1


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
    return 0 if above and all(read_fields(line.text, Zone.BODY, known.own) for line in above) else title


def _may_be_title(line: Line, known: Known) -> bool:
    return is_list_item(line) and not read_fields(line.text, Zone.BODY, known.own) and not is_rule(line.text)


def _best_title(candidates: Sequence[tuple[int, Line]], judged: Judged) -> int | None:
    """The headline that the paragraphs cover best, the later where two are alike; a standfirst does not hide the title
    above it: where the line before is covered nearly as well and stands right there, it is the title."""
    if not candidates:
        return None
    shares = [share_of(line.text, judged) for _, line in candidates]
    best = max(range(len(shares)), key=lambda n: (round(shares[n], 1), n))
    best = max(best, len(shares) - 2) if shares[-1] >= LEAST_COVERAGE and best < len(shares) - 2 else best
    while best and shares[best - 1] >= 0.5 and shares[best - 1] >= 0.75 * shares[best]:
        if key_of(without_bullet(candidates[best - 1][1].text)) == key_of(candidates[best][1].text):
            break  # the list has announced it in the same words
        best -= 1
    return candidates[best][0]


def _evidence(segment: Segment, title: int | None, lead: str, known: Known) -> float:
    """What further speaks for a new article: labels of its own under the title, a dateline at the head of its text."""
    score = 0.2 if read_dateline(lead) is not None else 0.0
    if title is None:
        score -= 0.08  # a headline on the cue's own line is a link far more often than a title
    if title is not None:
        below = [f for line in segment.heads[title + 1 :] for f in read_fields(line.text, Zone.HEAD, known.own)]
        if any(f.label in (Label.PUBLISHED, Label.SOURCE, Label.AUTHOR, Label.UPDATED) for f in below):
            score += 0.3
    return score


def _go_on(segment: Segment, running: _Open, known: Known) -> None:
    """The running article goes on behind the cue: its headlines are removed, its labels and text stay."""
    running.removed.append(segment.cue)
    previous_is_headline = False
    for line in segment.heads:
        stays = _stays(line, running, known, previous_is_headline=previous_is_headline)
        (running.lines if stays else running.removed).append(line)
        previous_is_headline = not stays
    running.lines.extend(segment.rest)


def _stays(line: Line, running: _Open, known: Known, *, previous_is_headline: bool) -> bool:
    """Whether a line among a cue's headlines is the running article's own: a label it does not have yet."""
    fields = read_fields(line.text, Zone.BODY, known.own) or read_fields(line.text, Zone.TAIL, known.own)
    if not fields and read_bare_label(line.text, known.own) is None:
        return is_boilerplate(line.text)
    if not any(one.label in _DATES for one in fields):
        return True
    return not running.has_date(known) and (line.after_blank or not previous_is_headline)


def _open_new(segment: Segment, start: int) -> _Open:
    """The article that begins behind a cue."""
    if start == _INLINE:
        title = Line(
            segment.headline,
            segment.cue.number,
            segment.cue.last_number,
            repairs=segment.cue.repairs,
            words=len(segment.headline.split()),
        )
        return _Open([title, *segment.heads, *segment.rest])
    title = segment.heads[start]
    return _Open([replace(title, text=without_bullet(title.text)), *segment.heads[start + 1 :], *segment.rest])


def _without_frames(part: _Open, series: Series) -> _Open:
    """An article without the lines that only open a digest, or name its sections."""
    if not series.frames:
        return part
    frames = [line for line in part.lines if line.number in series.frames]
    lines = [line for line in part.lines if line.number not in series.frames]
    return _Open(lines, [*part.removed, *frames])


def _split_uncued(parts: Sequence[_Open], separators: list[Line], titles: frozenset[int], known: Known) -> Split:
    """Take apart articles that were glued on without a cue; `titles` are those that a table of contents announces."""
    done: list[Part] = []
    outlets: frozenset[str] = frozenset()
    for part in parts:
        series = find_series(part.lines, known) if known.is_pasted else Series()
        titles |= series.titles or (_find_set_apart(part.lines, known) if known.is_pasted else frozenset())
        outlets |= series.outlets
        done.extend(_split_at_titles(_without_frames(part, series), titles, known))
    if len(done) > 1 and known.is_pasted and (alike := _find_alike(done, known)):
        done = [each for part in done for each in _split_at_titles(_opened(part), alike, known)]
    return Split(tuple(done), tuple(separators), outlets, closing=known.closing)


def _find_set_apart(lines: Sequence[Line], known: Known) -> frozenset[int]:
    return find_signed(lines, known) or find_parted(lines, known)


def _split_at_titles(part: _Open, titles: frozenset[int], known: Known) -> list[Part]:
    """The articles of one part, of which `titles` are known to be such."""
    done: list[Part] = []
    while (at := find_uncued(part.lines, titles, known)) is not None:
        head = _Open(part.lines[:at])
        first, last = head.lines[0].number, head.lines[-1].last_number
        tail = _Open(part.lines[at:])
        for line in part.removed:
            (head if line.number <= last or line.number < first else tail).removed.append(line)
        done.append(head.closed())
        part = tail
    return [*done, part.closed()]


def _find_alike(parts: Sequence[Part], known: Known) -> frozenset[int]:
    """The numbers of further titles within the articles that were found."""
    lines: list[Line] = []
    titles: list[int] = []
    for part in parts:
        titles.append(len(lines) + find_title(part.lines, known))
        lines.extend(part.lines)
    return find_alike(lines, titles, known)


def _opened(part: Part) -> _Open:
    return _Open(list(part.lines), list(part.removed))
