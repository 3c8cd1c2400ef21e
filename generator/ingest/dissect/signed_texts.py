"""Texts set wide apart, each with its author's name right below its title: poems, columns, essays of a collection.

Their words need not tell where they begin, and a poem has no paragraphs. Not for digests (`series`), nor for articles
that only their words part (`uncued`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, Mark, ends_with_stop, is_paragraph_like, is_rule, key_of
from generator.ingest.dissect.names import begins_with_given_name, is_outlet_like, is_person_like, is_unlabelled_byline
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.stated_facts import facts_of
from generator.ingest.dissect.uncued import find_title
from generator.model.publisher import Label

_WIDE = 2  # empty lines
_LONGEST_TITLE, _LONGEST_NAME, _LEAST_WORDS = 12, 4, 6  # words
_LEAST_LINES, _LEAST_SIGNED = 4, 2
_MANY = 3  # articles in each of which a line that begins with a given name stands there


def find_signed(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the titles, where all texts that wide gaps or rules part have a title with a name below it, most
    of them names that are known to be such; nothing where one of them has not."""
    texts = set_apart(lines)
    if len(texts) < 2 or not all(_is_signed(text, known) for text in texts):
        return frozenset()
    sure = sum(_is_byline(text[1], known) for text in texts)
    return frozenset(text[0].number for text in texts) if sure * 2 >= len(texts) else frozenset()


def find_writers(parts: Sequence[Part], known: Known) -> frozenset[str]:
    """The keys of lines that are names by their place: below the titles of most articles stands one name, or below each
    of them a name of its own and nothing else that would be one."""
    names = [name for part in parts if (name := _name_below(part.lines, known)) is not None]
    if len(parts) < 2:
        return frozenset()
    if len(names) < len(parts) and names and all(name.mark is Mark.START for name in names):  # «✍️ ليلى حدّاد»
        below = [part.lines[find_title(part.lines, known) + 1] for part in parts if len(part.lines) > _LEAST_SIGNED]
        names = [line for line in below if line.mark is Mark.START and _is_name_or_form(line, known)]
    if len(names) < len(parts):
        return frozenset()
    keys = Counter(key_of(name.text) for name in names)
    is_one = len(keys) == 1
    known_ones = sum(_is_byline(name, known) for name in names)
    begin_alike = len(names) >= _MANY and all(_is_byline(name, known) or _may_be_name(name, known) for name in names)
    is_enough = known_ones * 2 >= len(names) or (known_ones > 0 and begin_alike)
    return frozenset(keys) if is_one or is_enough else frozenset()


def _name_below(lines: Sequence[Line], known: Known) -> Line | None:
    title = find_title(lines, known)
    below = lines[title + 1 : title + 3]
    if not below or not (_is_byline(below[0], known) or _may_be_name(below[0], known) or _is_above_day(below, known)):
        return None
    return below[0]


def _is_name_or_form(line: Line, known: Known) -> bool:
    return _is_byline(line, known) or _has_form_of_name(line, known)


def _is_above_day(below: Sequence[Line], known: Known) -> bool:
    """Whether a line could be a name by its form, and stands above the day as bylines do."""
    is_dated = len(below) > 1 and Label.PUBLISHED in facts_of(below[1], known)
    return is_dated and _has_form_of_name(below[0], known)


def set_apart(lines: Sequence[Line], *, least: int = _WIDE) -> list[list[Line]]:
    """The texts that wide gaps, of at least so many empty lines, or rules part."""
    texts: list[list[Line]] = [[lines[0]]] if lines and not is_rule(lines[0].text) else [[]]
    for above, line in pairwise(lines):
        if is_rule(line.text):
            texts.append([])
            continue
        if line.number - above.last_number > least and texts[-1]:
            texts.append([])
        texts[-1].append(line)
    return [text for text in texts if text]


def _is_signed(text: Sequence[Line], known: Known) -> bool:
    if len(text) < _LEAST_LINES or sum(line.words for line in text[2:]) < _LEAST_WORDS:
        return False
    title, name = text[:2]
    is_title = title.words <= _LONGEST_TITLE and not ends_with_stop(title.text) and not is_paragraph_like(title.text)
    if not is_title or facts_of(title, known) or is_boilerplate(title.text):
        return False
    return _is_byline(name, known) or _may_be_name(name, known)


def _is_byline(line: Line, known: Known) -> bool:
    return Label.AUTHOR in facts_of(line, known) or is_unlabelled_byline(line.text, by_form=False)


def _may_be_name(line: Line, known: Known) -> bool:
    """Whether a short line could be a name: it begins with a given name, which may be a common word, too."""
    return _has_form_of_name(line, known) and begins_with_given_name(line.text)


def _has_form_of_name(line: Line, known: Known) -> bool:
    if not 2 <= line.words <= _LONGEST_NAME or ends_with_stop(line.text) or facts_of(line, known):
        return False
    return is_person_like(line.text) and not is_outlet_like(line.text)
