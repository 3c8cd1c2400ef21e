"""Lines of an article's head or foot that are names of people and nothing else, and whether the text is about those.

Not for names with something beside them (`name_lines`), nor for bylines that a label announces (`labels`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, states
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.dissect.name_words import HEADING_WORDS
from generator.ingest.dissect.names import (
    is_desk,
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    split_names,
    sureness_of_name,
)
from generator.model.article import Sureness
from generator.model.publisher import Label

_MOST_WORDS = 4
_LEAST_WORDS_OF_PARAGRAPH = 16
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_WRITES = re.compile(
    r",? (?:currently |also )?(?:works|writes|reports|blogs) (?:for|at|as|from|on|about|primarily)\b|"
    r",? (?:currently |also )?covers [a-z]|"
    r",? is (?:an?|the) (?:\w+ ){0,3}(?:writer|reporter|correspondent|editor|columnist|journalist|blogger)\b|"
    r"،? (?:كاتبة?|صحفية?|صحافية?|مراسلة?|محررة?) "
)
_AND = re.compile(r"\s+(?:and|و)\s+|\s*&\s*")


def names_alone(text: str) -> tuple[str, ...]:
    """The people of whom a line is the names and nothing else, all of them surely names; or nothing."""
    names = listed(text.strip(" .-–—|*\t"))
    return names if names and all(is_unlabelled_byline(name) for name in names) else ()


def listed(text: str) -> tuple[str, ...]:
    """The single names of a list that holds nothing else, a comma before the last `and` or not."""
    return tuple(name for part in _AND.split(text) for name in split_names(part)) if text else ()


def _is_wording(names: Iterable[str], paragraphs: Iterable[str]) -> bool:
    """Whether words of English names stand in the text in small letters: a heading's words do, names do not."""
    words = {word.lower() for name in names for word in name.split() if len(word) > 2}
    return any(word in words for text in paragraphs for word in _SMALL_WORD.findall(text))


def is_subject(names: Iterable[str], title: str, paragraphs: Sequence[str]) -> bool:
    """Whether a text is about somebody whom a line names: the title or the text names them too."""
    about = key_of(title)
    keys = [key_of(name) for name in names]
    families = (key.rpartition(" ")[2] for key in keys)
    if any(key in about for key in keys) or any(len(name) > 3 and name in about.split() for name in families):
        return True
    return any(key in key_of(text) for text in paragraphs for key in keys)


def read_names_alone(lines: Sequence[Line], at: int, title: str, known: Known) -> tuple[str, ...]:
    """The people whose names the line at `at` is, below a title; nothing where the text is about them, or where only
    their form tells them and the words of the text, or a place, contradict it."""
    if key_of(lines[at].text) in known.writers:
        return split_names(lines[at].text)
    names = names_alone(lines[at].text) or _name_above_translator(lines, at, known)
    paragraphs = _told_below(lines, at)
    by_form = [name for name in names if sureness_of_name(name) is Sureness.DOUBTFUL]
    is_of_place = any(key_of(word) in known.places for name in by_form for word in name.split())
    contradicted = is_of_place or _is_wording(by_form, [title, *paragraphs])
    return () if contradicted or is_subject(names, title, paragraphs) else names


def _name_above_translator(lines: Sequence[Line], at: int, known: Known) -> tuple[str, ...]:
    """The line at `at` where it has the form of a name, and a label right below names the translator."""
    line = lines[at]
    if at + 1 >= len(lines) or not 2 <= line.words <= _MOST_WORDS or not is_person_like(line.text):
        return ()
    below = read_fields(lines[at + 1].text, Zone.HEAD, known.own)
    if not states(below, Label.TRANSLATOR) or is_outlet_like(line.text) or is_desk(line.text):
        return ()
    first = key_of(line.text).split()[0]
    is_thing = first in HEADING_WORDS or line.text.split()[0].endswith("ة")  # given names that do are known
    words = frozenset(key_of(line.text).split())
    is_told = any(words & frozenset(key_of(text).split()) for text in _told_below(lines, at))
    return () if is_thing or is_told else (line.text,)


def names_subject(fields: Sequence[Field], lines: Sequence[Line], at: int, title: str) -> bool:
    """Whether a line that no label explains names somebody whom the text is about."""
    names = [one.value for one in fields if one.label is Label.AUTHOR and one.sure is not Sureness.SURE]
    return bool(names) and is_subject(names, title, _told_below(lines, at))


def _told_below(lines: Sequence[Line], at: int) -> list[str]:
    """The paragraphs below a line but those that may say who the author is: the last, and one that tells for whom
    whoever the line names writes."""
    told = [line.text for line in lines[at + 1 : -1] if line.words > _LEAST_WORDS_OF_PARAGRAPH]
    name = lines[at].text.strip()
    return [text for text in told if not (text.startswith(name) and _WRITES.match(text[len(name) :]))]
