"""What the lines beside a possible title state: who wrote an article and when, in its head or at the foot of the one
above it.

Not for what that weighs (borders), nor for reading the facts of an article that is found (head, foot).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, takewhile

from generator.ingest.dissect.boilerplate import is_boilerplate, is_item_name
from generator.ingest.dissect.closing_credits import part_credit
from generator.ingest.dissect.credit_names import is_agencies, is_credit
from generator.ingest.dissect.datelines import read_dateline, read_dateline_alone
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, is_headline_like, is_paragraph_like, is_rule, key_of
from generator.ingest.dissect.names import is_agency, is_masthead_like, is_unlabelled_byline
from generator.ingest.dissect.names_alone import names_alone
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_HEAD = frozenset({Label.PUBLISHED, Label.AUTHOR, Label.SOURCE, Label.UPDATED, Label.TRANSLATOR, Label.ORIGINAL_TITLE})
_FOOT = frozenset({Label.SOURCE, Label.URL, Label.AUTHOR, Label.TRANSLATOR})
_HEAD_LINES = 4


def facts_of(line: Line, known: Known) -> frozenset[Label]:
    """What a line states, by a label or by its form; nothing for one of the text."""
    return _facts_of(line.text, known)


@lru_cache(maxsize=4096)  # a line is looked at from every line near it
def _facts_of(text: str, known: Known) -> frozenset[Label]:
    fields = read_fields(text, Zone.HEAD, known.own) or read_unlabelled(text, known)
    if not fields and is_masthead_like(text) and is_headline_like(text):
        return frozenset({Label.SOURCE})
    if not fields and is_arabic(text):
        return _stated_by_dateline(text, known)
    return frozenset(one.label for one in fields)


def _stated_by_dateline(text: str, known: Known) -> frozenset[Label]:
    """What an Arabic line states that is a place with an agency or a known outlet, or several agencies."""
    alone = read_dateline_alone(text, known)
    if alone is not None and alone.agency and (is_agency(alone.agency) or key_of(alone.agency) in known.outlets):
        return frozenset({Label.DATELINE, Label.SOURCE})
    return frozenset({Label.SOURCE} if is_headline_like(text) and is_agencies(text, known) else ())


def is_beside_text(line: Line, known: Known) -> bool:
    """Whether a line is none of a text: a rule, one of the page, a fact about the article."""
    return is_rule(line.text) or is_boilerplate(line.text) or bool(facts_of(line, known))


def tells_of_article(line: Line, known: Known) -> bool:
    """Whether a line states something of an article, or is names of people and nothing else."""
    return bool(facts_of(line, known) or names_alone(line.text))


def head_labels(lines: Sequence[Line], title: int, known: Known) -> frozenset[Label]:
    """What the lines between a title and its first paragraph state of the article."""
    found: set[Label] = set()
    near = range(title + 1, min(title + 1 + 2 * _HEAD_LINES, len(lines)))
    for at in islice((n for n in near if not is_boilerplate(lines[n].text)), _HEAD_LINES):
        line = lines[at]
        facts = facts_of(line, known)
        if is_unlabelled_byline(line.text, by_form=False) or _is_name_beside_day(lines, at, known):
            facts |= {Label.AUTHOR}
        found.update(facts & _HEAD)
        if not facts and is_paragraph_like(line.text) and not _is_above_byline(lines, at, known):
            dateline = read_dateline(line.text, known)
            if dateline is not None and (dateline.agency or dateline.day):
                found.add(Label.DATELINE)
            break
    return frozenset(found)


def _is_above_byline(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line stands right above one that names the author, as a standfirst does and a text does not."""
    return at + 1 < len(lines) and Label.AUTHOR in facts_of(lines[at + 1], known)


def is_above_full_head(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether lines right below a line say who and when, as below the shortest of titles."""
    below = takewhile(bool, (facts_of(line, known) for line in lines[at + 1 : at + 1 + _HEAD_LINES]))
    return states_who_and_when(frozenset().union(*below))


def _is_name_beside_day(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line has the form of names, and the day stands right below it."""
    is_above_day = at + 1 < len(lines) and Label.PUBLISHED in facts_of(lines[at + 1], known)
    return is_above_day and bool(names_alone(lines[at].text))


def states_who_and_when(head: frozenset[Label]) -> bool:
    """Whether a head says both who wrote or published an article, and when."""
    return Label.PUBLISHED in head and not head.isdisjoint({Label.AUTHOR, Label.SOURCE})


def is_closed(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether the line before `at` ends an article: a rule of signs, boilerplate, initials, or a label of the foot."""
    last = lines[at - 1].text
    if lines[at - 1].number in known.closing_entries:
        return False
    if any(is_such(last) for is_such in (is_rule, is_boilerplate, is_initials, is_item_name)):
        return True
    if lines[at - 1].number in known.closing or _ends_with_credit(last, known):
        return True
    if at > 3 and any(one.label is not Label.SPECIAL for one in read_fields(last, Zone.TAIL, known.own)):
        return True
    return known.is_pasted and not _FOOT.isdisjoint(facts_of(lines[at - 1], known))


def _ends_with_credit(text: str, known: Known) -> bool:
    """Whether a paragraph closes with its agency or outlet in brackets."""
    _, credit = part_credit(text)
    return credit is not None and is_credit(credit, known)
