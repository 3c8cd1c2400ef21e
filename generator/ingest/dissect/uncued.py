"""Where a further article begins that no cue announces: its own labels or a rule of signs show it.

Not for articles behind a cue (`split`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.candidates import JUDGED_LINES, LEAST_COVERAGE, is_list_item, judged_paragraphs
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, ends_sentence, is_paragraph_like, is_rule
from generator.ingest.dissect.similarity import coverage, judge, score_new, stems
from generator.model.publisher import Label

_LONGEST_NAME = 4  # words


def find_uncued(lines: Sequence[Line], known: Known) -> int | None:
    """The first line at which, without a cue, another article begins."""
    for at in range(2, len(lines) - 1):
        if (
            is_list_item(lines[at])
            and not read_fields(lines[at].text, Zone.TAIL, known.own)
            and _begins_article(lines, at, known)
        ):
            return at
    return None


def _begins_article(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a headline-like line is the title of a further article: prose on both sides, a mark of a border (a
    rule of signs, a foot of labels, labels of its own), and another subject."""
    before = [lines[0], *lines[max(1, at - JUDGED_LINES) : at]]
    after = lines[at + 1 : at + 1 + JUDGED_LINES]
    own, closed = _own_labels(after, known), _closed_before(before, known)
    if not (own or closed) or not _has_prose(before) or not _has_prose(after) or _is_of_bearer(lines[at], after):
        return False
    judged = judge(judged_paragraphs(after, known)[:4])
    if coverage(stems(lines[at].text), judged.all) < LEAST_COVERAGE:
        return False
    return score_new(lines[at].text, judged, [line.text for line in before]) > (0.0 if own and closed else 0.15)


def _is_of_bearer(title: Line, after: Sequence[Line]) -> bool:
    """Whether a short line is a name, of whose bearer the lines below say something ("Jane Doe covers …")."""
    name = title.text.strip()
    return title.words <= _LONGEST_NAME and any(line.text.startswith(f"{name} ") for line in after[:3])


def _own_labels(after: Sequence[Line], known: Known) -> bool:
    """Whether a date, author or source of its own stands between a title and its first paragraph."""
    for line in after[:4]:
        fields = read_fields(line.text, Zone.HEAD, known.own)
        if any(one.label in (Label.PUBLISHED, Label.AUTHOR, Label.SOURCE) for one in fields):
            return True
        if is_paragraph_like(line.text):
            return False
    return False


def _closed_before(before: Sequence[Line], known: Known) -> bool:
    """Whether the line before ends an article: a rule of signs, boilerplate, or a label of the foot."""
    last = before[-1].text
    if is_rule(last) or is_boilerplate(last):
        return True
    return any(one.label is not Label.SPECIAL for one in read_fields(last, Zone.TAIL, known.own)) and len(before) > 3


def _has_prose(lines: Sequence[Line]) -> bool:
    return any(x.words >= 12 and (is_paragraph_like(x.text) or ends_sentence(x.text)) for x in lines)
