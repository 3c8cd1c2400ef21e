"""Where an article begins whose title is known: at it, or at what stands above it and is its own.

Not for which lines are titles (`uncued`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.ingest.dissect.borders import find_edge
from generator.ingest.dissect.english_starts import find_day, find_facts_above, part_by_gap, skip_foot
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, is_rule
from generator.ingest.dissect.stated_facts import facts_of, head_labels
from generator.ingest.dissect.title_rows import is_of_title
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_DASHES = "–—"
MOST_OF_HEAD = 6  # lines of a head above its title


def find_start(lines: Sequence[Line], title: int, at: int, known: Known) -> int:
    """Where the article with its title at `at` begins: at its head above it, or at a kicker or lines of the page."""
    start = find_head_above(lines, title, at, known)
    has_facts = at > title + 2 and _may_be_of_head(lines[at - 1], known)
    return start if start < at or has_facts else find_edge(lines, title, at)


def find_head_above(lines: Sequence[Line], title: int, at: int, known: Known) -> int:
    """Where facts above the title at `at` begin that are its own and not the foot of the article before; `at` itself,
    if there are none. That is so where the running article has its head above its title, too, and states the same
    there, or where a rule or an empty line parts them from what is above them, and nothing from the title."""
    if known.is_pasted and not is_arabic(lines[at].text):
        return _find_english_head(lines, title, at, known)
    start = at
    while at - start < MOST_OF_HEAD and start > title + 2 and _may_be_of_head(lines[start - 1], known):
        start -= 1
    if start == at or _stands_below_rule(lines, start, at):
        return start
    parted_above = any(lines[n].after_blank for n in range(start, at))
    if lines[at].after_blank != parted_above:
        return at if lines[at].after_blank else next(n for n in range(at - 1, start - 1, -1) if lines[n].after_blank)
    if title == 0:
        return _find_day_alone(lines, start, at, known)
    return _find_like_head(lines, start, at, lines[:title], known)


def _find_english_head(lines: Sequence[Line], title: int, at: int, known: Known) -> int:
    if at > title + 2 and is_of_title(lines[at - 1], known):
        return at - 1
    start = find_facts_above(lines, title, at, MOST_OF_HEAD, known)
    if start == at or _stands_below_rule(lines, start, at):
        return start
    parted = part_by_gap(lines, start, at, known)
    if parted is not None:
        return parted
    start = skip_foot(lines, start, at, known)
    return find_day(lines, start, at, known) if title == 0 else _find_like_head(lines, start, at, lines[:title], known)


def _stands_below_rule(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether what begins at `start`, up to the title, stands below a rule without a gap within it."""
    return is_rule(lines[start - 1].text) and not any(line.after_blank for line in lines[start + 1 : at + 1])


def _may_be_of_head(line: Line, known: Known) -> bool:
    """Whether a line states facts, and is not such as stand below a text (`— The Bay Courier, 3 March 2024`)."""
    return line.text[0] not in _DASHES and bool(facts_of(line, known))


def _find_day_alone(lines: Sequence[Line], start: int, at: int, known: Known) -> int:
    """The line right above a title that states a day without a label or brackets, as above texts, where the article
    before says its own day below its title, the one below none, and the document does not end with such a line; else
    the title."""
    above = lines[at - 1]
    stated = facts_of(above, known)
    is_bare = above.text[0] not in "([" and not read_fields(above.text, Zone.HEAD, known.own)
    is_day = Label.PUBLISHED in stated and is_bare and start == at - 1
    is_told = is_day and Label.PUBLISHED in head_labels(lines, 0, known)
    if is_told and Label.PUBLISHED in head_labels(lines, at, known):
        return at  # the article below says its own day: this one is of what stands below the text above
    return start if is_told and Label.PUBLISHED not in facts_of(lines[-1], known) else at


def _find_like_head(lines: Sequence[Line], start: int, at: int, head: Sequence[Line], known: Known) -> int:
    """Where those of the facts from `start` on begin that state what the `head` above the running title does, each as
    often; the others are the foot of the article before."""
    left = Counter(label for line in head for label in facts_of(line, known))
    begin = at
    while begin > start and all(left[label] for label in facts_of(lines[begin - 1], known) - {Label.ASIDE}):
        left.subtract(facts_of(lines[begin - 1], known))
        begin -= 1
    return begin
