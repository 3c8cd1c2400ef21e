"""Labels that may be a further article's which nothing else told apart: within a body, below it, or contradicted there.

What they say is not the running article's: a field that stays empty is better than one of a neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.border_odds import border_odds
from generator.ingest.dissect.borders import LEAST_WORDS, is_border_in_doubt
from generator.ingest.dissect.english_datelines import holds_wires
from generator.ingest.dissect.judged_together import goes_on
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, states
from generator.ingest.dissect.lines import (
    Line,
    ends_sentence,
    ends_with_stop,
    is_headline_like,
    is_paragraph_like,
    is_prose,
    key_of,
)
from generator.ingest.dissect.stated_facts import facts_of
from generator.ingest.dissect.uncued import is_in_arabic, may_begin
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_OF_ARTICLE = frozenset(
    {Label.PUBLISHED, Label.UPDATED, Label.SOURCE, Label.AUTHOR, Label.EDITOR, Label.TRANSLATOR, Label.ORIGINAL}
)
_OF_ONE = frozenset({Label.SOURCE, Label.AUTHOR, Label.TRANSLATOR, Label.PUBLISHED})
_ODDS_IN_DOUBT = -1.5  # a logarithm; at 0, the article would be parted
_LEAST_PROSE, _LONGEST_QUESTION, _LONGEST_IN_BRACKETS = 8, 8, 10  # words


def is_of_missed_head(lines: Sequence[Line], at: int, fields: Sequence[Field], known: Known) -> bool:
    """Whether a label at `at` of a body stands, alone or with other facts, between a line that could be a headline and
    prose, with prose above the headline too. What stands right below prose is the foot of that."""
    if _OF_ARTICLE.isdisjoint(one.label for one in fields):
        return False
    above = at - 1
    while above > 0 and facts_of(lines[above], known):
        above -= 1
    if above < 1 or not _may_be_headline(lines[above]):
        return False
    return any(map(_is_prose, lines[:above])) and any(map(_is_prose, lines[at + 1 :]))


def tell_in_brackets(lines: Sequence[Line], known: Known) -> list[Field]:
    """What lines of a body tell that are outlet and day in brackets, as below a text (`(The Bay, 3.5.2024)`)."""
    told: list[Field] = []
    for line in lines:
        if line.text[0] in "([" and line.text[-1] in ")]." and line.words <= _LONGEST_IN_BRACKETS:
            fields = read_unlabelled(line.text, known)
            told.extend(fields if states(fields, Label.PUBLISHED) else ())
    return told


def without_contradicted(
    head: Sequence[Field], foot: Sequence[Field], body: Sequence[Field], told: Sequence[Field] = ()
) -> list[Field]:
    """All fields; of those of the foot that others within the body contradict, as below the texts of several articles,
    and of these, only the words stay; so it is where lines of the text, which stay there, have `told` otherwise. What
    the head states is the article's, whatever is below."""
    stated = {one.label for one in head}
    values = {(one.label, key_of(one.value)) for one in foot if one.label in _OF_ONE - stated}
    contradicted = {one.label for one in (*body, *told) if (one.label, key_of(one.value)) not in values}
    contradicted &= {label for label, _ in values}
    below = (replace(one, label=Label.ASIDE) if one.label in contradicted else one for one in (*foot, *body))
    return [*head, *below] if contradicted else [*head, *foot, *body]


def _may_be_headline(line: Line) -> bool:
    """Whether a line is no sentence of the text; a short one that asks may be none."""
    ends = ends_with_stop(line.text) if line.words <= _LONGEST_QUESTION else ends_sentence(line.text)
    return not ends and not is_paragraph_like(line.text)


def may_hold_another(title: Line, body: Sequence[Line], known: Known) -> bool:
    """Whether another article may begin in the body of one: too little speaks for it to part them there, and too much
    to give the one what stands below the other. So it is where an English body ends with a headline."""
    lines = [title, *body]
    if (len(body) > 1 and _is_headline(body[-1]) and any(map(_is_prose, body))) or holds_wires(body, known):
        return True
    return any(_is_in_doubt(lines, at, known) for at in range(2, len(lines) - 1))


def _is_in_doubt(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line may be the title of another article. Few of single ones in Arabic have one of such odds."""
    if is_in_arabic(lines, 0, at):
        is_possible = may_begin(lines, 0, at, known) and not goes_on([line.text for line in lines[at + 1 :]])
        return is_possible and border_odds(lines, 0, at, known) > _ODDS_IN_DOUBT
    is_headline = _is_headline(lines[at]) and may_begin(lines, 0, at, known)
    return is_headline and is_border_in_doubt(lines, 0, at, known)


def _is_headline(line: Line) -> bool:
    text = line.text
    return line.words >= LEAST_WORDS and is_headline_like(text) and not is_paragraph_like(text) and not is_arabic(text)


def doubted(fields: Sequence[Field]) -> list[Field]:
    """The fields of a head in doubt: they are the title's above them, but the text may be several articles'."""
    return [replace(one, sure=Sureness.DOUBTFUL) if one.label in _OF_ARTICLE else one for one in fields]


def without_facts(fields: Sequence[Field]) -> list[Field]:
    """The fields of a foot without what they would say of the article; their lines are kept beside it."""
    return [
        replace(one, label=Label.ASIDE, value=one.text or one.value) if one.label in _OF_ARTICLE else one
        for one in fields
    ]


def _is_prose(line: Line) -> bool:
    return is_prose(line, _LEAST_PROSE)
