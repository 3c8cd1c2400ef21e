"""Texts each of which closes with its outlet in brackets, as items of a review of the press do: `… 20 سريرا. (سانا)`.

That all of them close so tells where each begins, and that what stands there is an outlet. Not for lines of their own
below a text (closing_lines).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.borders import facts_of
from generator.ingest.dissect.candidates import is_list_item
from generator.ingest.dissect.datelines import is_credit
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_paragraph_like, is_rule, key_of
from generator.ingest.dissect.series import Series

_CREDIT = re.compile(r"(?<=[^\s(\[])\s*[(\[](?P<outlet>[^()\[\]\d]{2,40})[)\]]\s*\.?$")
_LEAST_PROSE, _LONGEST_OUTLET = 8, 4  # words
_LEAST, _LEAST_UNKNOWN = 2, 3  # texts: so many more are asked where an outlet is not known


def find_credited(lines: Sequence[Line], known: Known) -> Series:
    """The titles of the texts, and their outlets, where every paragraph that closes so is followed by a headline or by
    the end, and so is the first text; half of the outlets at least are known. Else nothing."""
    ends = [at for at, line in enumerate(lines) if _outlet_of(line)]
    if len(ends) < _LEAST or not _are_followed(lines, ends, known):
        return Series()
    outlets = [_outlet_of(lines[at]) for at in ends]
    sure = sum(is_credit(outlet, known) for outlet in outlets)
    if sure * 2 < len(outlets) or (sure < len(outlets) < _LEAST_UNKNOWN):
        return Series()
    titles = [_begin_below(lines, at) for at in ends[:-1]]
    return Series(frozenset(lines[at].number for at in titles), outlets=frozenset(map(key_of, outlets)))


def _outlet_of(line: Line) -> str:
    """What stands in brackets at the end of a paragraph, if it may be an outlet; else nothing."""
    if line.words < _LEAST_PROSE or line.text[-1] not in ")].":
        return ""
    found = _CREDIT.search(line.text)
    return found["outlet"].strip() if found and len(found["outlet"].split()) <= _LONGEST_OUTLET else ""


def _begin_below(lines: Sequence[Line], at: int) -> int:
    """Where the next text begins: below the rule behind the one that ends at `at`, if there is one."""
    return at + 2 if is_rule(lines[at + 1].text) else at + 1


def _are_followed(lines: Sequence[Line], ends: Sequence[int], known: Known) -> bool:
    """Whether each of the texts is a headline with prose below it, and nothing but facts is below the last."""
    starts = [0, *(_begin_below(lines, at) for at in ends[:-1])]
    texts = [lines[start : end + 1] for start, end in zip(starts, ends, strict=True)]
    rest = lines[ends[-1] + 1 :]
    return all(_is_headed(text, known) for text in texts) and not any(is_paragraph_like(line.text) for line in rest)


def _is_headed(text: Sequence[Line], known: Known) -> bool:
    """Whether a text has one headline, at its beginning, below facts at most."""
    heads = [at for at, line in enumerate(text) if is_list_item(line) and not is_paragraph_like(line.text)]
    heads = [at for at in heads if not facts_of(text[at], known) and not _outlet_of(text[at])]
    return len(text) > 1 and len(heads) == 1 and all(facts_of(line, known) for line in text[: heads[0]])


def differ(paragraphs: Sequence[str], known: Known) -> bool:
    """Whether paragraphs close with different outlets: they are of several texts, whichever of them is the last."""
    found = (_CREDIT.search(text) for text in paragraphs if text[-1:] in (")", "]", "."))
    names = {key_of(credit["outlet"]) for credit in found if credit and is_credit(credit["outlet"], known)}
    return len(names) > 1
