"""Labels within a body, or below it, that may be a further article's which nothing else told apart.

What they say is not the running article's: a field that stays empty is better than one of a neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.borders import LEAST_WORDS, facts_of, weigh_border
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.lines import Line, ends_sentence, is_headline_like, is_paragraph_like
from generator.ingest.dissect.uncued import may_begin
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_OF_ARTICLE = frozenset(
    {Label.PUBLISHED, Label.UPDATED, Label.SOURCE, Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.ORIGINAL}
)
_LEAST_PROSE = 8  # words
_DOUBT = -0.1  # what a border weighs of which it is as likely as not that there is one


def is_of_missed_head(lines: Sequence[Line], at: int, fields: Sequence[Field], known: Known) -> bool:
    """Whether a label at `at` of a body stands, alone or with other facts, between a line that could be a headline and
    prose, with prose above the headline too. What stands right below prose is the foot of that."""
    if _OF_ARTICLE.isdisjoint(one.label for one in fields):
        return False
    above = at - 1
    while above > 0 and facts_of(lines[above], known):
        above -= 1
    if above < 1 or ends_sentence(lines[above].text) or is_paragraph_like(lines[above].text):
        return False
    return any(map(_is_prose, lines[:above])) and any(map(_is_prose, lines[at + 1 :]))


def may_hold_another(title: Line, body: Sequence[Line], known: Known) -> bool:
    """Whether another article may begin in the body of an English one: too little speaks for it to part them there, and
    too much to give the one what stands below the other. So it is where the body ends with a headline."""
    lines = [title, *body]
    if len(body) > 1 and _is_headline(body[-1]) and any(map(_is_prose, body)):
        return True
    return any(
        _is_headline(lines[at]) and may_begin(lines, 0, at, known) and weigh_border(lines, 0, at, known) > _DOUBT
        for at in range(2, len(lines) - 1)
    )


def _is_headline(line: Line) -> bool:
    text = line.text
    return line.words >= LEAST_WORDS and is_headline_like(text) and not is_paragraph_like(text) and not is_arabic(text)


def without_facts(fields: Sequence[Field]) -> list[Field]:
    """The fields of a foot without what they would say of the article; their lines are kept beside it."""
    return [
        replace(one, label=Label.ASIDE, value=one.text or one.value) if one.label in _OF_ARTICLE else one
        for one in fields
    ]


def _is_prose(line: Line) -> bool:
    return line.words >= _LEAST_PROSE and (is_paragraph_like(line.text) or ends_sentence(line.text))
