"""Headlines that a digest sets in quotation marks, each right below the name of the paper that it is from.

That each text has both, and nothing else is between quotation marks as a whole line, tells the headlines, and that the
names are of papers though nobody has listed them. Not for sayings, which have their speaker below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, is_headline_like, is_paragraph_like, is_prose, key_of
from generator.ingest.dissect.names_of_several import names_several
from generator.ingest.dissect.series import Series
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_QUOTED = re.compile(r'"[^"]{8,}"|“[^“”]{8,}”|«[^«»]{8,}»')
_LONGEST_NAME, _LEAST_TITLE, _LEAST_PROSE = 5, 4, 8  # words
_SEVERAL = 2


def find_quoted(lines: Sequence[Line], known: Known) -> Series:
    """The headlines in quotation marks and the papers above them, one of them a known one; nothing where one lacks
    its paper or its text, or where more than what names the whole stands above the first."""
    places = [at for at, line in enumerate(lines) if _QUOTED.fullmatch(line.text)]
    if len(places) < _SEVERAL or not all(_is_headed(lines, at, known) for at in places):
        return Series()
    names = {key_of(lines[at - 1].text) for at in places}
    is_sure = any(Label.SOURCE in facts_of(lines[at - 1], known) for at in places)
    if len(names) < _SEVERAL or not is_sure or not all(_names_whole(line, known) for line in lines[: places[0] - 1]):
        return Series()
    if not all(any(map(_is_prose, lines[start:end])) for start, end in pairwise([*places, len(lines)])):
        return Series()
    front = lines[: places[0] - 1]
    return Series(
        frozenset(lines[at].number for at in places[1:]),
        frozenset(line.number for line in front),
        frozenset(names),
    )


def _names_whole(line: Line, known: Known) -> bool:
    """Whether a line may name a digest, with its number or day, and is no title of an article with its voices."""
    is_name = names_several(line.text) or bool(facts_of(line, known)) or any(map(str.isdigit, line.text))
    return is_name and not _is_prose(line)


def _is_headed(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line of a headline's form has a short name right above it, which a gap parts from what is above that,
    and prose right below."""
    if at == 0 or at + 1 >= len(lines) or lines[at].after_blank or lines[at].words < _LEAST_TITLE:
        return False
    name, is_first = lines[at - 1], at == 1
    if name.words > _LONGEST_NAME or is_paragraph_like(name.text) or ends_sentence(name.text):
        return False
    is_name = not (facts_of(name, known) - {Label.SOURCE}) and (name.after_blank or is_first)
    return is_name and is_headline_like(lines[at].text.strip('"“”«»')) and _is_prose(lines[at + 1])


def _is_prose(line: Line) -> bool:
    return is_prose(line, _LEAST_PROSE)
