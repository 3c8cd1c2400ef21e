"""How much an English paragraph reads as the opening of an article, and not as one behind others.

News says at once who, where and on which day (the "five Ws" of newsrooms); what goes on points back ("The company",
"They"). Not for Arabic, nor for the words that a headline and its text share (similarity).
"""

from __future__ import annotations

import re
from functools import lru_cache

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


@lru_cache(maxsize=1024)
def weigh_lead(paragraph: str) -> float:
    """What speaks for `paragraph` being the first of an article, or (below 0) a later one; within 0.2 of 0."""
    weight = _OF_DAY if _DAY.search(paragraph) else 0.0
    weight -= _OF_BACK if _POINTS_BACK.match(paragraph) else 0.0
    return weight + _OF_NAME * (min(len(_NAME.findall(paragraph)), _MOST_NAMES) - _USUAL_NAMES)


def weigh_asking(headline: str) -> float:
    """What speaks against a headline that begins as a question does: the subheads of explainers do more often."""
    return -_OF_ASKING if _ASKS.match(headline) else 0.0
