"""Names of sections that stand between the articles of a file: `II. ECONOMY`, `Sport`, `World news`.

They stand above the article that follows, and are no text of the one before. Not for kickers, which stand right above a
title (borders).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.parts import Part

_LONGEST = 40
_NUMBER = r"(?:(?:[IVX]{1,4}|[A-H]|\d{1,2})[.)]\s*|section \w{1,5}:?\s*)"
_WORDS = (
    "politics|domestic politics|economy|economics|business|finance|markets?|money|sports?|world|international|foreign|"
    "regional|local|national|home|middle east|africa|asia|europe|americas|culture|arts|science|technology|tech|health|"
    "education|environment|opinion|comment|analysis|features?|security|society|lifestyle|travel|media|energy|"
    "human rights|humanitarian|top (?:story|stories)|obituaries"
)
_NUMBERED = re.compile(rf"{_NUMBER}[A-Z][A-Z &/-]{{3,30}}")
_NAMED = re.compile(rf"{_NUMBER}?(?:{_WORDS})(?:(?: and | & |/)(?:{_WORDS}))?(?: news)?:?", re.IGNORECASE)


def names_section(text: str) -> bool:
    """Whether the line `text` is the name of a section of a newspaper or report, with its number or without."""
    return len(text) <= _LONGEST and (_NAMED.fullmatch(text) is not None or _NUMBERED.fullmatch(text) is not None)


def without_section_names(parts: Sequence[Part]) -> list[Part]:
    """The articles, names of sections that stand alone at the end of one being removed from the one that follows."""
    done = list(parts)
    for at, below in pairwise(range(len(done))):
        last = done[at].lines[-1]
        if len(done[at].lines) > 2 and last.after_blank and names_section(last.text):
            done[at] = Part(done[at].lines[:-1], done[at].removed)
            done[below] = Part(done[below].lines, (last, *done[below].removed))
    return done
