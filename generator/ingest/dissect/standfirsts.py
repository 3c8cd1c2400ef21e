"""Whether a line between title and body is a standfirst, belongs to the page's head, or begins the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.caption_lines import read_caption
from generator.ingest.dissect.closing_credits import part_credit
from generator.ingest.dissect.credit_names import is_agencies
from generator.ingest.dissect.datelines import read_dateline, read_dateline_alone
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import states
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, Mark, ends_sentence, is_paragraph_like, is_rule, key_of
from generator.ingest.dissect.names import is_desk, is_role, is_unlabelled_byline
from generator.ingest.dissect.names_alone import names_alone
from generator.ingest.dissect.names_with_day import read_abbreviated_name
from generator.ingest.dissect.similarity import coverage, stems
from generator.ingest.dissect.stated_facts import facts_of, tells_of_article
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

LONGEST_STANDFIRST = 260
_MOST_OF_HEAD, _FARTHEST = 4, 3  # lines
_TIMED = re.compile(r"[0-9]{1,2}[:.][0-9]{2}")
_TOLD_IN_HEADS = frozenset({Label.PUBLISHED, Label.DATELINE})
_LONGEST_NAME, _LEAST_TOLD = 5, 8  # words
_OPEN_END = re.compile(r"(?<!\S)(?:و?(?:بن|في|من|إلى|على|عن|مع|أن|إن|التي|الذي|الذين)|the|an?|of|and|by|with|at)$")
_TOLD_AGAIN = 0.65  # of a standfirst's words
# What begins an element of a list, a question of an interview or an answer: all of them stand in a body.
_LISTED = re.compile(r"(?:[*•●○■□▪▫◆◇►▶◀⁃‣–—-]|(?:\d{1,2}|[٠-٩]{1,2}|[سجQA])[.):\-–]|(?:ال)?سؤال\s?:|question:) ", re.I)


def breaks_off(text: str) -> bool:
    """Whether a line ends with a word behind which another must follow, as the broken lines of a text do and
    no standfirst does."""
    return _OPEN_END.search(text) is not None


def stands_above_facts(lines: Sequence[Line], at: int, known: Known, *, is_far: bool = False) -> bool:
    """Whether a short line has a labelled fact or a date below it before any prose: it belongs to the page's head.

    With `is_far` the page's own lines between them do not count.
    """
    reach = 2 * _MOST_OF_HEAD if is_far else _FARTHEST
    below = [line for line in lines[at + 1 : at + 1 + reach] if not (is_far and is_boilerplate(line.text))]
    for line in below[:_FARTHEST]:
        if is_paragraph_like(line.text) and not _states_facts(line, known):
            return False
        if _states_facts(line, known):
            return lines[at].words <= 8 and not ends_sentence(lines[at].text)
    return False


def stands_above_byline(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line, as short as standfirsts are, has the author's name right below it, or the day by its label, and
    prose below that."""
    if len(lines[at].text) > LONGEST_STANDFIRST or lines[at].words < 4 or at + 2 >= len(lines):
        return False
    if not any(is_paragraph_like(line.text) for line in lines[at + 2 :]):
        return False
    below = next(n for n in range(at + 1, len(lines)) if not is_boilerplate(lines[n].text))
    labelled = read_fields(lines[below].text, Zone.HEAD, known.own)
    stated = {one.label for one in labelled or read_unlabelled(lines[below].text, known)}
    if Label.AUTHOR in stated or _is_name_above_day(lines, below, known):
        return True
    if not stated and is_paragraph_like(lines[at].text) and _is_caption_above_byline(lines, below, known):
        return True
    is_dated = bool(labelled) and Label.PUBLISHED in stated and not is_arabic(lines[at].text)
    return is_dated and read_dateline(lines[at].text, known) is None


def is_told_again(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a sentence above the caption of a picture says what the first, longer paragraph below that says again, as
    standfirsts do; without a line between, it may be the text's own first paragraph."""
    line = lines[at]
    if len(line.text) > LONGEST_STANDFIRST or line.words < _LEAST_TOLD or read_dateline(line.text, known) is not None:
        return False
    below = lines[at + 1 : at + 1 + _FARTHEST]
    prose = next((x for x in below if is_paragraph_like(x.text)), None)
    if prose is None or prose is below[0] or len(prose.text) <= len(line.text):
        return False
    return coverage(stems(line.text), stems(prose.text)) >= _TOLD_AGAIN


def _is_caption_above_byline(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a few words without a stop, as captions are, stand between a standfirst and the place with the name."""
    if at + 1 >= len(lines) or lines[at].words > _LONGEST_NAME or ends_sentence(lines[at].text):
        return False
    stated = {one.label for one in read_unlabelled(lines[at + 1].text, known)}
    return known.is_pasted and {Label.AUTHOR, Label.DATELINE} <= stated


def _is_name_above_day(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line is names in English letters, or a newsroom's, with the day right below it or what they are."""
    text = lines[at].text
    is_newsroom = lines[at].words <= _LONGEST_NAME and is_desk(text)
    if is_arabic(text) or at + 1 >= len(lines) or not (names_alone(text) or is_newsroom):
        return False
    day = at + 1 + (known.is_pasted and at + 2 < len(lines) and is_role(lines[at + 1].text))
    below = read_fields(lines[day].text, Zone.HEAD, known.own) or read_unlabelled(lines[day].text, known)
    return states(below, Label.PUBLISHED)


def stands_above_head(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a sentence right below a title has the day of the article, its place with the agency, or several agencies
    right below it (an English one: the day with its time), and prose below that. Where another day stands above prose,
    each of them is that of an entry."""
    text = lines[at].text
    if len(text) > LONGEST_STANDFIRST or not is_paragraph_like(text):
        return False
    if not is_arabic(text) and not (at + 1 < len(lines) and _TIMED.search(lines[at + 1].text)):
        return False
    rows = list(takewhile(lambda line: _is_of_head(line, known), lines[at + 1 : at + 1 + _MOST_OF_HEAD]))
    below = at + 1 + len(rows)
    if below >= len(lines) or not is_paragraph_like(lines[below].text):
        return False
    if not any(facts_of(line, known) & _TOLD_IN_HEADS or is_agencies(line.text, known) for line in rows):
        return False
    if any(states(read_fields(line.text, Zone.HEAD, known.own), Label.PUBLISHED) for line in rows):
        return True  # a label says so
    return not are_entries(lines[below:], known)


def are_entries(lines: Sequence[Line], known: Known) -> bool:
    """Whether a day stands right above prose among the lines below a first text: each day is that of an entry."""
    return any(
        Label.PUBLISHED in facts_of(line, known) and is_paragraph_like(following.text)
        for line, following in pairwise(lines)
    )


def _is_of_head(line: Line, known: Known) -> bool:
    is_newsroom = line.words <= _LONGEST_NAME and is_desk(line.text) and not ends_sentence(line.text)
    return tells_of_article(line, known) or is_boilerplate(line.text) or is_newsroom


def may_be_standfirst(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a headline-like line right above the first paragraph is a standfirst and no heading of the body."""
    line = lines[at]
    if line.mark is Mark.BOTH and any(x.mark is Mark.BOTH for x in lines[at + 1 :]):
        return False
    if line.words < 4 or _LISTED.match(line.text) or _is_credited_sentence(line.text):
        return False
    near = range(at + 1, min(at + 8, len(lines)))
    rest = [lines[n] for n in near if not _stands_in_head(lines[n], known) and not read_caption(lines, n, known)]
    return bool(rest) and (is_paragraph_like(rest[0].text) or rest[0].words >= 12)


def _is_credited_sentence(text: str) -> bool:
    """Whether a text is a sentence with its agency in brackets behind it, as paragraphs of wires are."""
    sentence, credit = part_credit(text)
    return credit is not None and ends_sentence(sentence)


def _states_facts(line: Line, known: Known) -> bool:
    """Whether a line states labelled or bare facts."""
    stated = read_fields(line.text, Zone.HEAD, known.own) or read_unlabelled(line.text, known)
    return bool(stated) or key_of(line.text) in known.told


def _stands_in_head(line: Line, known: Known) -> bool:
    if is_rule(line.text) or is_boilerplate(line.text) or is_unlabelled_byline(line.text) or line.words == 1:
        return True
    if read_abbreviated_name(line.text):
        return True
    return _states_facts(line, known) or read_dateline_alone(line.text, known) is not None


def is_long_standfirst(lines: Sequence[Line], at: int, known: Known) -> bool:
    """A standfirst longer than a headline: no final stop, and every later paragraph of prose has one."""
    line = lines[at]
    if len(line.text) > LONGEST_STANDFIRST or ends_sentence(line.text) or _is_credited_sentence(line.text):
        return False
    if line.text.rstrip().endswith((":", "،", ",", "؛", ";")):
        return False
    prose = [x for x in lines[at + 1 :] if x.words >= 12 and not _states_facts(x, known)]
    stopped = sum(ends_sentence(x.text) for x in prose)
    return len(prose) >= 2 and stopped == len(prose) and len(prose[0].text) > len(line.text)
