"""How much an English paragraph reads as the opening of an article, and not as one behind others.

News says at once who, where and on which day (the "five Ws" of newsrooms); what goes on points back ("The company",
"They"). Not for Arabic, nor for the words that a headline and its text share (similarity).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.ingest.dissect.headline_verbs import says_what_happens
from generator.ingest.dissect.lines import Line, is_paragraph_like

_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|overnight|tonight|"
    r"(?:last|this|next) (?:night|week|weekend|month|year|spring|summer|autumn|winter|morning))\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?:The|He|She|It|They|This|These|His|Her|Their|But|And)\b")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]{2,}")
_ASKS = re.compile(r"(?:who|what|where|when|why|how)\b", re.IGNORECASE)
_OF_DAY, _OF_BACK, _OF_NAME, _MOST_NAMES, _USUAL_NAMES = 0.1, 0.1, 0.04, 3, 1
_OF_ASKING = 0.15
_PARAGRAPHS, _LONG_LEAD, _MANY_NAMES = 4, 40, 4
_OF_LENGTH, _OF_NEW_NAMES, _OF_VERB, _OF_OLD_NAMES, _OF_ANY = 0.45, 0.5, 0.1, 0.1, 0.28
_WORD = re.compile(r"[A-Z][\w'’-]{2,}")
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December"
)


@lru_cache(maxsize=1024)
def weigh_lead(paragraph: str) -> float:
    """What speaks for `paragraph` being the first of an article, or (below 0) a later one; within 0.2 of 0."""
    weight = _OF_DAY if _DAY.search(paragraph) else 0.0
    weight -= _OF_BACK if _POINTS_BACK.match(paragraph) else 0.0
    return weight + _OF_NAME * (min(len(_NAME.findall(paragraph)), _MOST_NAMES) - _USUAL_NAMES)


def weigh_asking(headline: str) -> float:
    """What speaks against a headline that begins as a question does: the subheads of explainers do more often."""
    return -_OF_ASKING if _ASKS.match(headline) else 0.0


def weigh_opening(headline: str, above: Sequence[Line], below: Sequence[Line]) -> float:
    """What speaks for the text right `below` a headline being another than that `above` it: that says what happens, and
    it is about people and places that were not named, and begins with a paragraph that says much. Below 0 for what most
    sections begin with.

    The weights are rounded from a logistic fit to borders of articles glued from many kinds of sites, against the
    subheads, entries and questions of single ones.
    """
    text = _first_paragraphs(below)
    if not text:
        return 0.0
    told = frozenset(_bare(name) for line in above for name in _WORD.findall(line.text))
    named = frozenset(_bare(name) for each in text for name in _NAME.findall(each) if not _CALENDAR.fullmatch(name))
    length = min(len(text[0].split()), _LONG_LEAD) / _LONG_LEAD
    weight = _OF_LENGTH * length + _OF_NEW_NAMES * min(len(named - told), _MANY_NAMES) / _MANY_NAMES
    weight += _OF_VERB * says_what_happens(headline) - _OF_OLD_NAMES * (not named.isdisjoint(told))
    return weight - _OF_ANY


def _first_paragraphs(lines: Sequence[Line]) -> list[str]:
    """The first paragraphs below a headline, up to the next line that is none."""
    found: list[str] = []
    for line in lines:
        if is_paragraph_like(line.text):
            found.append(line.text)
        elif found:
            break
        if len(found) == _PARAGRAPHS:
            break
    return found


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")
