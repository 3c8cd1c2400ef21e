"""Names of sections that stand between the articles of a file: `II. ECONOMY`, `World news`, «ثانياً: أخبار اقتصادية».

They stand above the article that follows, and are no text of the one before. Only where the document is known to hold
several articles: in one, such lines are its subheads. Not for kickers, which stand right above a title (borders), nor
for sections of digests that are nothing but items (`series`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_with_stop, is_as_short_as_kickers, key_of, number_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.stated_facts import facts_of

_LONGEST, _MOST_WORDS = 40, 5
_NUMBER = r"(?:(?:[IVX]{1,4}|[A-H]|\d{1,2})[.)]\s*|section \w{1,5}:?\s*)"
_WORDS = (
    "politics|domestic politics|economy|economics|business|finance|markets?|money|sports?|world|international|foreign|"
    "regional|local|national|home|middle east|africa|asia|europe|americas|culture|arts|science|technology|tech|health|"
    "education|environment|opinion|comment|analysis|features?|security|society|lifestyle|travel|media|energy|"
    "human rights|humanitarian|top (?:story|stories)|obituaries"
)
_NUMBERED = re.compile(rf"{_NUMBER}[A-Z][A-Z &/-]{{3,30}}")
_NAMED = re.compile(rf"{_NUMBER}?(?:{_WORDS})(?:(?: and | & |/)(?:{_WORDS}))?(?: news)?:?", re.IGNORECASE)


def without_section_names(parts: Sequence[Part], known: Known) -> list[Part]:
    """The articles, names of sections that stand alone at the end of one being removed from the one that follows."""
    done = list(parts)
    for at, below in pairwise(range(len(done))):
        last = done[at].lines[-1]
        if len(done[at].lines) > 2 and last.after_blank and _names_section(last, known):
            done[at] = Part(done[at].lines[:-1], done[at].removed)
            done[below] = Part(done[below].lines, (last, *done[below].removed))
    return done


def _names_section(line: Line, known: Known) -> bool:
    """Whether a line is the name of a section of a newspaper or report, or counts one."""
    if len(line.text) <= _LONGEST and (_NAMED.fullmatch(line.text) or _NUMBERED.fullmatch(line.text)):
        return True
    if line.words > _MOST_WORDS or ends_with_stop(line.text.rstrip(" :")) or facts_of(line, known):
        return False
    first = key_of(line.text).split()[:1]
    is_rubric = bool(first) and (first[0] in RUBRICS or first[0].removeprefix("ال") in RUBRICS)
    is_bracketed = line.text.startswith("[") and is_as_short_as_kickers(line)
    return is_rubric or is_bracketed or number_of(line.text) is not None
