"""What a page sets between an article's title and its text and what is copied with them, though it is neither.

Pictures' captions are told in caption_lines, lines that tell alone what they are in boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.caption_lines import read_caption
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import states
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.dissect.names import begins_with_role
from generator.ingest.dissect.titles import part_desk
from generator.model.publisher import Label

# An hour alone; the buttons for the size of letters.
_SIGN = re.compile(
    r"\d{1,2} ?[:.] ?\d{2}(?: ?(?:[صم]|صباحا?ً?|مساءً?|ظهراً?|[AaPp]\.?[Mm]\.?))?(?: ?\([^()]{3,30}\))?|A[+-]|[+-] ?الخط"
)
_WORD = re.compile(r"\w+")
_LONGEST_OFFICE, _LEAST_OPENING = 14, 3  # words


def read_furniture(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Take out what from `at` on is of a picture, an hour, what its author is, or the title or the author once more, as
    pages have them beside what they share; how many lines that were."""
    line = lines[at]
    told = {key_of(one.value) for one in found.fields}
    is_title = key_of(line.text) == key_of(found.title or "") and (
        part_desk(lines[0].text)[0] is not None or sum(key_of(x.text) == key_of(line.text) for x in lines) == 2
    )
    is_single = (
        is_title
        or _opens_text(lines, at)
        or key_of(line.text.strip(" -–—:،")) in told
        or _SIGN.fullmatch(line.text) is not None
        or _tells_office(line, found)
    )
    taken = 1 if is_single else read_caption(lines, at, known)
    found.removed.extend(lines[at : at + taken])
    return taken


def _opens_text(lines: Sequence[Line], at: int) -> bool:
    """Whether a line of a head is that with which the text right below it opens, its place and agency, once more."""
    opening = _WORD.findall(key_of(lines[at].text))
    below = _WORD.findall(key_of(lines[at + 1].text)) if at + 1 < len(lines) else []
    is_longer = len(below) > 2 * len(opening)
    return len(opening) >= _LEAST_OPENING and is_longer and below[: len(opening)] == opening


def _tells_office(line: Line, found: Sections) -> bool:
    """Whether a line below an author's name says in a sentence what they are: «صحافي أردني. مراسل الميناء في عمّان.»"""
    has_author = states(found.fields, Label.AUTHOR)
    return has_author and begins_with_role(line.text, _LONGEST_OFFICE)
