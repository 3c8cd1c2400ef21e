"""A newspaper's page of letters: each has a headline above its address to the editor (`Sir, – …`), and its writer's
name below.

Not for letters by mail (mail), nor for articles that quote one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, is_paragraph_like, is_rule, key_of
from generator.ingest.dissect.names import is_person_like
from generator.ingest.dissect.names_of_several import names_several
from generator.ingest.dissect.series import Series
from generator.ingest.dissect.stated_facts import facts_of

_ADDRESS = re.compile(r"(?:dear )?(?:sirs?|madam|sir or madam|editor)\b\s*(?:[,:;.]|[–—-])[\s–—-]*", re.IGNORECASE)
_CLOSES = re.compile(r"(?:[–—-]\s*)?yours?,? ?(?:etc|faithfully|sincerely|truly)\b.{0,8}", re.IGNORECASE)
_LONGEST_TITLE, _LONGEST_SIGNATURE = 12, 5  # words
_LEAST_LETTERS, _MOST_SIGNED = 2, 5  # letters, lines of a writer's name and address


def find_letters(lines: Sequence[Line], known: Known) -> Series:
    """The headlines of the letters, what stands above the first of them, and the lines that sign them; nothing where
    fewer than two letters have a headline, or where text stands above the first."""
    places = [at for at, line in enumerate(lines) if at and _ADDRESS.match(line.text) is not None]
    titles = [at - 1 for at in places if _is_title(lines[at - 1]) and not facts_of(lines[at - 1], known)]
    titles = titles if titles and titles[0] + 1 == places[0] and not names_several(lines[titles[0]].text) else []
    if len(titles) < _LEAST_LETTERS or any(is_paragraph_like(line.text) for line in lines[: titles[0]]):
        return Series()
    signed = [_signature_of(lines[start:end]) for start, end in pairwise([*titles, len(lines)])]
    if not (all(signed) or not any(signed)):  # what stands above an address may be the name below the letter before
        return Series()
    return Series(
        frozenset(lines[at].number for at in titles),
        frozenset(line.number for line in lines[: titles[0]]),
        closing=frozenset(line.number for each in signed for line in each),
        writers=frozenset(
            key_of(each[0].text) for each in signed if each and is_person_like(each[0].text.strip(" ,.–—-"))
        ),
    )


def _signature_of(letter: Sequence[Line]) -> Sequence[Line]:
    """The lines below the last paragraph of a letter that are its writer's name and address; none where they are more
    than these are."""
    start = len(letter)
    while start > 2 and _may_sign(letter[start - 1]):
        start -= 1
    return letter[start:] if len(letter) - start <= _MOST_SIGNED else ()


def _may_sign(line: Line) -> bool:
    is_short = line.words <= _LONGEST_SIGNATURE and _CLOSES.fullmatch(line.text.strip(" ,")) is None
    return is_short and not is_rule(line.text)


def _is_title(line: Line) -> bool:
    return (
        line.words <= _LONGEST_TITLE
        and not is_paragraph_like(line.text)
        and not line.text.endswith((",", ":"))
        and not (ends_sentence(line.text) and line.text.endswith("."))
        and not is_rule(line.text)
        and _CLOSES.search(line.text) is None
    )
