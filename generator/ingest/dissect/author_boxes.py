"""What pages say below a text of whoever wrote it, under the author's name once more: what they are, what they cover.

Not for a name that signs a text and stands nowhere else (foot).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.lines import Line, ends_sentence, key_of
from generator.ingest.dissect.names import is_role, split_names
from generator.model.publisher import Label
from generator.text.word_sets import word_set

_MOST, _LONGEST = 5, 45  # lines of a box; words of one
_LEAST_ABOVE = 2  # lines of the text
_LONGEST_NOTE = 12  # words
_OFFICES = word_set(
    "استاذ استاذه دكتور دكتوره عضو رءيس رءيسه مدير مديره وزير وزيره سفير ناءب قيادي محام محامي محاميه طبيب مهندس"
)


def is_note_on_author(line: Line) -> bool:
    """Whether a line with a star before it says what the author is: «* كاتب من الأردن»."""
    if not line.text.startswith("*"):
        return False
    text = line.text.lstrip("* ")
    is_office = key_of(text).partition(" ")[0] in _OFFICES and line.words <= _LONGEST_NOTE and not ends_sentence(text)
    return is_role(text) or is_office


def height_of_author_box(lines: Sequence[Line], found: Sections) -> int:
    """How many of the last lines are such a box, the name that the head has as the author's first; 0 where none is. Of
    a line with a slash, the name stands before the initials of whoever edited the text."""
    authors = {key_of(name) for one in found.fields if one.label is Label.AUTHOR for name in split_names(one.value)}
    if not authors:
        return 0
    name, slash, rest = lines[-1].text.partition("/")
    if slash and key_of(name) in authors and is_initials(rest.strip()):
        return 1
    for height in range(2, min(_MOST, len(lines) - _LEAST_ABOVE) + 1):
        if lines[-height + 1].words > _LONGEST:
            return 0
        if key_of(lines[-height].text) in authors:
            return height
    return 0
