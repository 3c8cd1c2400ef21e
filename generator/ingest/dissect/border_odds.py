"""The odds that an Arabic article begins at a line of plain text that no cue announces.

A logistic model of few features, fitted to borders of newspaper articles glued in many forms and to the subheads, lists
and timelines of single ones. Not for which lines are looked at (`uncued`), nor for texts in English (`borders`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mode

from generator.ingest.dissect.borders import (
    LEAST_WORDS,
    count_paragraphs,
    find_edge,
    gap_above,
    is_repeated,
    weigh_signs,
)
from generator.ingest.dissect.candidates import JUDGED_LINES, judged_paragraphs
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_paragraph_like, is_rule, number_of
from generator.ingest.dissect.odds import Model
from generator.ingest.dissect.similarity import (
    cosine,
    coverage,
    judge,
    opens_with_connective,
    share_of_new,
    share_told,
    stems,
    stems_of,
    stems_of_title,
)
from generator.ingest.dissect.starts import MOST_OF_HEAD, find_head_above
from generator.ingest.dissect.stated_facts import facts_of, head_labels, is_above_full_head, is_closed
from generator.model.publisher import Label

_OF_SEVERAL = 1.0  # by so much a further border is likelier where there is one (a logarithm, as the weights are)
_JUDGED, _NEAR = 4, 3  # paragraphs
_MANY_WORDS = 8
_LONGEST_LEAD = 60  # words
# «و» before the third person of a verb: so a sentence goes on; a few foreign names begin so as well.
_AND_VERB = re.compile(r"و[يت]\w{3,}\s")
# What each feature says, in logarithms of odds: shares count in part, the others wholly or not at all.
_WEIGHTS = {
    # Of words: shares of the line's that the text below tells, and that above; of the running title's that the text
    # below tells; of the words said again below that are new; likeness of the texts; how long the first paragraph is.
    "told": 5.5,
    "told_above": -3.0,
    "running": -4.0,
    "new": 3.8,
    "like": -5.0,
    "connective": -1.5,
    "begins_with_and": -2.0,
    "long_lead": 1.5,
    # Of the line's form.
    "short": -2.0,
    "question": -2.0,
    "long": 0.5,
    "same_signs": 1.5,
    "next_number": 3.0,
    "other_signs": -2.0,
    "repeated": -1.5,
    "goes_on": -1.5,
    # Of what is above it and below it.
    "rule": 3.0,
    "gap": 1.0,
    "wide_gap": 2.0,
    "closed": 1.5,
    "closed_by_facts": 1.0,
    "one_paragraph": -2.0,
    "own_head": 1.0,
    "same_head": 1.5,
    "more_of_head": 2.5,
    "full_head": 1.5,
}
_MODEL = Model(-4.2, _WEIGHTS)
_SET_OFF = ("rule", "gap", "wide_gap", "next_number", "same_signs", "one_paragraph")


def border_odds(
    lines: Sequence[Line], title: int, at: int, known: Known, others: frozenset[str] | None = None
) -> float:
    """The logarithm of the odds that an article has its title at `at`, where the running one has its own at `title`;
    positive for one that begins there. `others`: what sets off the titles of all other articles of the document, by
    which one more that is set off so is likelier."""
    features = features_of(lines, title, at, known)
    odds = _MODEL.odds(features)
    if others is None:
        return odds
    if features["one_paragraph"] and "one_paragraph" in others:  # so is the news of which the document consists
        odds -= _WEIGHTS["one_paragraph"]
    is_alike = all(features.get(name) for name in others - {"one_paragraph"})
    return odds + (_OF_SEVERAL if is_alike else 0.0)


def features_of(lines: Sequence[Line], title: int, at: int, known: Known) -> dict[str, float]:
    """The features of a line by the names of their weights: shares from 0 to 1, or whether something is so."""
    return _of_words(lines, title, at, known) | _of_place(lines, title, at, known)


def _of_place(lines: Sequence[Line], title: int, at: int, known: Known) -> dict[str, float]:
    above = find_head_above(lines, title, at, known)
    return {
        **_of_form(lines, title, at, known),
        **_of_edge(lines, title, at, above, known),
        **_of_head(lines, title, at, above, known),
    }


def set_off(lines: Sequence[Line], title: int, at: int, known: Known) -> frozenset[str]:
    """By what a title at `at` is set off from the text above: a rule, a gap, its number or signs; and whether only one
    paragraph is below it."""
    features = _of_place(lines, title, at, known)
    return frozenset(name for name in _SET_OFF if features.get(name))


def _of_words(lines: Sequence[Line], title: int, at: int, known: Known) -> dict[str, float]:
    judged = judge(judged_paragraphs(lines[at + 1 : at + 1 + JUDGED_LINES], known)[:_JUDGED])
    above = lines[max(title + 1, at - JUDGED_LINES) : at]
    near = [line.text for line in above if is_paragraph_like(line.text)][-_NEAR:]
    words, words_above = stems(lines[at].text), stems_of(line.text for line in above)
    return {
        "told": share_told(words, judged.all),
        "told_above": coverage(words, words_above),
        "running": coverage(stems_of_title(lines[title].text), judged.all),
        "new": share_of_new(judged, words_above.keys()),
        "like": cosine(judged.all, stems_of(near)),
        "connective": opens_with_connective(judged.opening),
        "begins_with_and": judged.opening.startswith("و"),
        "long_lead": min(len(judged.opening.split()), _LONGEST_LEAD) / _LONGEST_LEAD,
    }


def _of_form(lines: Sequence[Line], title: int, at: int, known: Known) -> dict[str, float]:
    """What the line's form says; above who wrote it and when, the shortest of questions may be a title."""
    line, signs = lines[at], weigh_signs(lines[title], lines[at])
    is_question = line.text.rstrip('»”") ').endswith(("؟", "?"))
    is_odd = (line.words < LEAST_WORDS or is_question) and not is_above_full_head(lines, at, known)
    return {
        "short": is_odd and line.words < LEAST_WORDS,
        "question": is_odd and is_question,
        "long": line.words >= _MANY_WORDS,
        "same_signs": signs > 0 and number_of(line.text) is None,
        "next_number": signs > 0 and number_of(line.text) is not None,
        "other_signs": signs < 0,
        "repeated": is_repeated(line, lines[at + 1]),
        "goes_on": opens_with_connective(line.text) or _AND_VERB.match(line.text) is not None,
    }


def _of_edge(lines: Sequence[Line], title: int, at: int, above: int, known: Known) -> dict[str, float]:
    """What parts the line, with its head above it, from the text above: a rule, else empty lines more than that text
    has; and how that text ends."""
    edge = above if above < at else find_edge(lines, title, at)
    if is_rule(lines[edge - 1].text):
        return {"rule": True}
    paragraphs = [n for n in range(max(title + 1, at - JUDGED_LINES), at) if is_paragraph_like(lines[n].text)][1:]
    usual = mode(gap_above(lines, n) for n in paragraphs) if paragraphs else None
    more = 0 if usual is None else gap_above(lines, edge) - usual
    is_wide = more > 1 or (more > 0 and bool(usual))
    is_ended = is_closed(lines, edge, known) or bool(facts_of(lines[at - 1], known))
    by_facts = all(facts_of(line, known) for line in lines[edge - 2 : edge]) and edge - 2 > title
    return {"gap": more > 0 and not is_wide, "wide_gap": is_wide, "closed": is_ended, "closed_by_facts": by_facts}


def _of_head(lines: Sequence[Line], title: int, at: int, above: int, known: Known) -> dict[str, float]:
    """What a head of the line's own says below it or above it, and what of that the running title's head says, too."""
    own = head_labels(lines, at, known) | _labels_of(lines[above:at], known)
    same = own & (head_labels(lines, title, known) | _labels_of(lines[:title], known)) if own else own
    return {
        "own_head": bool(own),
        "same_head": bool(same),
        "more_of_head": len(same) > 1 and (above < at or bool(facts_of(lines[at + 1], known))),
        "full_head": is_above_full_head(lines, at, known),
        "one_paragraph": count_paragraphs(lines[at + 1 :], known) <= 1,
    }


def _labels_of(lines: Sequence[Line], known: Known) -> frozenset[Label]:
    return frozenset().union(*(facts_of(line, known) for line in lines[:MOST_OF_HEAD]))
