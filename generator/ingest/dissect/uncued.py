"""Where a further article begins that no cue announces: its words, its own head, the layout, the end of the one before.

Not for articles behind a cue (`split`), nor for how much a sign weighs (`borders`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.border_odds import border_odds, set_off
from generator.ingest.dissect.borders import LEAST, is_ended, weigh_border
from generator.ingest.dissect.candidates import JUDGED_LINES, LEAST_COVERAGE, is_list_item, judged_paragraphs
from generator.ingest.dissect.english_entries import is_timed_entry
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import states
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import (
    Line,
    ends_sentence,
    ends_with_stop,
    is_headline_like,
    is_invocation,
    is_paragraph_like,
)
from generator.ingest.dissect.never_titles import is_never_title
from generator.ingest.dissect.similarity import coverage, judge, score_new, stems
from generator.ingest.dissect.starts import MOST_OF_HEAD, find_start
from generator.ingest.dissect.stated_facts import (
    facts_of,
    head_labels,
    is_above_full_head,
    is_closed,
    states_who_and_when,
)
from generator.ingest.dissect.subheads import is_among_subheads
from generator.ingest.dissect.title_rows import find_row_title
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_LITTLE_MORE = 0.25  # of what a border weighs
_HEAD_MISSING, _WRITER_MISSING, _SECTION_ABOVE = 0.45, 0.3, 0.4
_OF_HEAD = frozenset({Label.PUBLISHED, Label.AUTHOR, Label.UPDATED})
_LONGEST_NAME = 4  # words
_LEAST_PROSE, _LEAST_OF_SEVERAL = 12, 8  # words
_CARD = 4  # lines with labels below a title
_WHOLE_DAY = len("2024-05-03")
_BROKEN = 4  # lines of broken prose


def find_uncued(
    lines: Sequence[Line], titles: frozenset[int], known: Known, others: frozenset[str] | None = None
) -> int | None:
    """The first line at which, without a cue, another article begins: its title, or what stands above that. `titles`
    are the numbers of lines that are known to be titles; `others`: what sets off the titles of those that were found
    before, where the document is known to hold several (`find_common_signs`)."""
    if not any(_is_candidate(line, titles, known) for line in lines[2:-1]):
        return None  # most articles: what follows takes longer than all else of them
    title = find_title(lines, known)
    titles |= _labelled_titles(lines, title, known)
    for at in range(title + 2, len(lines) - 1):
        if lines[at].number in titles or (
            may_begin(lines, title, at, known) and _begins_article(lines, title, at, known, others)
        ):
            return find_start(lines, title, title_from(lines, title, at, titles, known), known)
    return None


def find_common_signs(articles: Sequence[Sequence[Line]], known: Known) -> frozenset[str] | None:
    """What sets off the titles of all articles but the first, which stand in one document one after the other; None
    where there are no others."""
    found: frozenset[str] | None = None
    for above, below in pairwise(articles):
        at = len(above) + find_title(below, known)
        if at + 1 < len(above) + len(below):
            signs = set_off([*above, *below], find_title(above, known), at, known)
            found = signs if found is None else found & signs
    return found


def title_from(lines: Sequence[Line], title: int, at: int, titles: frozenset[int], known: Known) -> int:
    """The title of the article that begins at `at`: that line, or one right below it."""
    if lines[at].number in titles or lines[at].block is not None:
        return at
    return find_row_title(lines, title, at, known, lambda n: may_begin(lines, title, n, known))


def _is_candidate(line: Line, titles: frozenset[int], known: Known) -> bool:
    """Whether a line can be the title of a further article at all, as far as it tells alone."""
    if line.number in titles or is_list_item(line) or _trails_off(line) or (line.words == 1 and line.block is None):
        return True
    return states(read_fields(line.text, Zone.HEAD, known.own), Label.TITLE)


def _trails_off(line: Line) -> bool:
    """Whether a line of a headline's length ends with dots: a title only above a full head, as one of a single word."""
    return line.block is None and line.text.endswith(("...", "…")) and is_headline_like(line.text.rstrip(". …"))


def find_title(lines: Sequence[Line], known: Known) -> int:
    """The running article's title: that which a label says, its first line, or that below the facts of a head above and
    the lines of the page there."""
    head = [facts_of(line, known) for line in lines[:MOST_OF_HEAD]]
    labelled = next((at for at, facts in enumerate(head) if Label.TITLE in facts), None)
    if labelled is not None and not _has_prose(lines[1:labelled]):
        return labelled
    is_page = [is_boilerplate(line.text) or is_invocation(line.text) for line in lines[:MOST_OF_HEAD]]
    return next((at for at, facts in enumerate(head) if not facts and not is_page[at]), 0)


def _labelled_titles(lines: Sequence[Line], title: int, known: Known) -> frozenset[int]:
    """The lines on which a label says a title, where one says the running article's as well (as on library cards), or
    labels right below say who wrote it and on which day."""
    labelled = (at for at in range(title + 1, len(lines)) if Label.TITLE in facts_of(lines[at], known))
    if not lines or Label.TITLE not in facts_of(lines[title], known):
        labelled = (at for at in labelled if known.is_pasted and is_card(lines, at, known))
    return frozenset(lines[at].number for at in labelled if _has_prose(lines[title:at]) and _has_prose(lines[at:]))


def is_card(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a label says a title, and those right below it who wrote an article and its whole day (of a book they say
    the year)."""
    if Label.TITLE not in facts_of(lines[at], known):
        return False
    below = [read_fields(line.text, Zone.HEAD, known.own) for line in lines[at + 1 : at + 1 + _CARD]]
    fields = [one for each in takewhile(bool, below) for one in each]
    days = [known.day_of(one.value) or "" for one in fields if one.label is Label.PUBLISHED]
    has_day = any(len(day) >= _WHOLE_DAY for day in days)
    return has_day and states_who_and_when(frozenset(one.label for one in fields))


def may_begin(lines: Sequence[Line], title: int, at: int, known: Known) -> bool:
    """Whether a line may be a title at all: of a headline's form, with prose on both sides."""
    line = lines[at]
    if line.number in known.closing or line.number in known.closing_entries or is_initials(line.text):
        return False
    is_one_word = line.words == 1 and not ends_with_stop(line.text) and not is_boilerplate(line.text)
    is_one_word |= _trails_off(line)
    if is_one_word and not is_above_full_head(lines, at, known):
        return False
    if not (is_one_word or is_list_item(line)) or read_fields(line.text, Zone.TAIL, known.own) or facts_of(line, known):
        return False
    before, after = lines[max(title, at - JUDGED_LINES) : at], lines[at + 1 : at + 1 + JUDGED_LINES]
    if is_never_title(lines, title, at) or is_timed_entry(lines, title, at):
        return False
    if not (_has_prose(before) and _has_prose(after)):
        return False
    return not _is_of_bearer(line, after)


def _begins_article(lines: Sequence[Line], title: int, at: int, known: Known, others: frozenset[str] | None) -> bool:
    if lines[at].block is None:
        return is_border(lines, title, at, known, others)
    return _is_shown_in_markup(lines, at, known)


def is_border(lines: Sequence[Line], title: int, at: int, known: Known, others: frozenset[str] | None = None) -> bool:
    """Whether enough speaks for an article that begins with its title at `at` of a text without markup."""
    if is_in_arabic(lines, title, at):
        return border_odds(lines, title, at, known, others) > 0
    weight = weigh_border(lines, title, at, known) - weigh_missing_head(lines, title, at, known)
    return weight > LEAST and (weight > LEAST + _LITTLE_MORE or not is_among_subheads(lines, title, at, known))


def weigh_missing_head(lines: Sequence[Line], title: int, at: int, known: Known) -> float:
    """What speaks against an article that says nothing of who wrote it or when, neither below its title nor above it,
    where the running one says it: so stand the subheads of one page, and of pages pasted one after the other each has
    such a head. Less than nothing, where a section with the day stands right above: that is of no subhead."""
    above = facts_of(lines[at - 1], known) if at else frozenset()
    if {Label.SECTION, Label.PUBLISHED} <= above:
        return -_SECTION_ABOVE
    if head_labels(lines, at, known) or above & _OF_HEAD:
        return 0.0
    said = head_labels(lines, title, known)
    return _HEAD_MISSING if states_who_and_when(said) else _WRITER_MISSING if Label.AUTHOR in said else 0.0


def is_in_arabic(lines: Sequence[Line], title: int, at: int) -> bool:
    """Whether the running title, the line at `at`, and the first prose below it are all in Arabic."""
    below = next((line for line in lines[at + 1 :] if is_paragraph_like(line.text)), lines[at + 1])
    return all(is_arabic(line.text) for line in (lines[title], lines[at], below))


def _is_shown_in_markup(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a headline-like line of a marked-up body is the title of a further article: a mark of a border (a rule
    of signs, a foot of labels, labels of its own), and another subject. Pages hold one article, as a rule."""
    before = [lines[0], *lines[max(1, at - JUDGED_LINES) : at]]
    after = lines[at + 1 : at + 1 + JUDGED_LINES]
    own, closed = _own_labels(after, known), is_closed(lines, at, known)
    if not (own or closed):
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


def _has_prose(lines: Sequence[Line]) -> bool:
    """Whether a paragraph is among the lines, or two short ones, or prose that is broken into lines."""
    long = [x for x in lines if x.words >= _LEAST_OF_SEVERAL]
    prose = [x.words for x in long if is_paragraph_like(x.text) or is_ended(x.text)]
    if max(prose, default=0) >= _LEAST_PROSE or len(prose) > 1:
        return True
    return len(long) >= _BROKEN and any(ends_sentence(x.text) for x in lines)
