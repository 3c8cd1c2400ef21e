"""Texts that wide gaps or rules of signs part, each of them a headline with prose below it.

That all of them are of this form tells more than the words of each. Not for texts that single empty lines part
(`series`), which may be the sections of one, nor for such as have their author's name below their title (signed_texts).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.borders import LEAST_WORDS, weigh_words
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.leads import weigh_asking
from generator.ingest.dissect.lines import (
    Line,
    bullet_of,
    ends_sentence,
    is_headline_like,
    is_paragraph_like,
    key_of,
    number_of,
)
from generator.ingest.dissect.signed_texts import set_apart
from generator.ingest.dissect.similarity import cosine, stems_of
from generator.ingest.dissect.stated_facts import facts_of

_LEAST_PROSE, _LEAST_WORDS = 8, 20  # words of a line, of a text
_USUAL_WORDS = 5  # of a headline; subheads have fewer
_ODD = 0.34  # of the headlines may be short, or ask
_UNTOLD = -0.3  # what the words say of a headline of which the text below tells nothing
_LEAST_TOLD = 1 / 3
_SEVERAL, _LEAST_LINES = 3, 4
_ALIKE, _ALIKE_OF_WIDE, _ALIKE_OF_NARROW = 0.2, 0.1, 0.06
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]{3,}")  # not first in a sentence
_WORD = re.compile(r"[A-Z][\w-]{3,}")


def find_parted(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the titles, where all texts that wide gaps or rules part are headlines with prose below them, as
    titles are, some of them told by it, and where the texts are not about the same people and things; else nothing."""
    return _find_titles(set_apart(lines), known) or _find_titles(set_apart(lines, least=1), known, narrow=True)


def _find_titles(parted: Sequence[Sequence[Line]], known: Known, *, narrow: bool = False) -> frozenset[int]:
    """The titles of texts that gaps part; `narrow` ones may part sections, so that more is asked."""
    texts = [text for text in parted if not all(_is_beside(line, known) for line in text)]
    if len(texts) < (_SEVERAL if narrow else 2) or (narrow and min(map(len, texts)) < _LEAST_LINES):
        return frozenset()
    titles = [_title_of(text, known) for text in texts]
    if not all(_is_text(text, title) for text, title in zip(texts, titles, strict=True)):
        return frozenset()
    heads = [text[title] for text, title in zip(texts, titles, strict=True)]
    words = [head.words for head in heads[1:]]
    odd = sum(head.words < LEAST_WORDS or weigh_asking(head.text) < 0 for head in heads[1:])
    if median(words) < _USUAL_WORDS + narrow or odd > _ODD * len(words):
        return frozenset()
    if not are_own(texts, known, narrow=narrow):
        return frozenset()
    return frozenset(head.number for head in heads)


def _title_of(text: Sequence[Line], known: Known) -> int:
    return next((at for at, line in enumerate(text) if not _is_beside(line, known)), 0)


def _is_beside(line: Line, known: Known) -> bool:
    return is_boilerplate(line.text) or bool(facts_of(line, known))


def _is_text(text: Sequence[Line], title: int) -> bool:
    """Whether a text is a headline, without the signs of lists and interviews, with prose below it."""
    head, below = text[title], text[title + 1 :]
    if not is_headline_like(head.text) or is_paragraph_like(head.text) or bullet_of(head.text):
        return False
    if number_of(head.text) is not None or ":" in head.text.split()[0]:
        return False
    prose = [x for x in below if x.words >= _LEAST_PROSE and (is_paragraph_like(x.text) or ends_sentence(x.text))]
    return len(below) > 1 and bool(prose) and sum(line.words for line in below) >= _LEAST_WORDS


def are_own(texts: Sequence[Sequence[Line]], known: Known, *, narrow: bool = False) -> bool:
    """Whether texts are not the sections of one: some headlines are told by what stands below them and not by the text
    above, few words of the first text come again in the others, and less than half of them name what it names."""
    told = [weigh_words(above, text) > _UNTOLD for above, text in pairwise(texts)]
    if sum(told) < _LEAST_TOLD * (1 + narrow) * len(told):
        return False
    first, *others = (stems_of(line.text for line in text) for text in texts)
    alike = [cosine(first, stems) for stems in others]
    if max(alike) >= _ALIKE or mean(alike) > (_ALIKE_OF_NARROW if narrow else _ALIKE_OF_WIDE):
        return False
    names = _names_in(texts[0], known)
    same = sum(any(not names.isdisjoint(_WORD.findall(line.text)) for line in text) for text in texts[1:])
    return same * 2 < len(others)


def _names_in(text: Sequence[Line], known: Known) -> frozenset[str]:
    """The names in a text, places apart: articles of one file may be about one country."""
    found = (name for line in text for name in _NAME.findall(line.text))
    return frozenset(name for name in found if key_of(name) not in known.places)
