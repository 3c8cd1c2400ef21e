"""Lines with which all articles of one document close: the links of one page, or source and day in one form.

Their form may be any; that they come again and again, each time below a text and above a gap, tells what they are. Not
for lines that close an article by themselves (boilerplate, labels).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.dissect.addresses import find_address
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.candidates import is_list_item
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import (
    Line,
    bullet_of,
    ends_sentence,
    ends_with_stop,
    is_headline_like,
    is_paragraph_like,
    is_prose,
    is_rule,
    key_of,
    key_without_numbers,
)
from generator.ingest.dissect.mail import opens_letter
from generator.ingest.dissect.names import begins_with_given_name, is_outlet_like, is_person_like, is_unlabelled_byline
from generator.ingest.dissect.stated_facts import facts_of
from generator.model.publisher import Label

_LONGEST, _LEAST_PROSE = 8, 10  # words
_LEAST_NAME, _LONGEST_NAME = 2, 4  # words
_LAST = 5  # lines, among which the last one of the document must be
_MOST = 4  # lines in a row
_LEADS_UP = re.compile("(?:back to |go to )?top|العوده الي (?:الاعلي|اعلي الصفحه)|اعلي الصفحه")  # below each section
_NAME = "name"  # the form of lines that are a person's name and nothing else
_INITIALS = "initials"  # the form of lines that are the initials of those who wrote
_ADDRESS = "@"  # the form of lines that are an author's address for letters
_STATED = frozenset({Label.PUBLISHED, Label.SOURCE, Label.AUTHOR, Label.TRANSLATOR, Label.URL})


@dataclass(frozen=True, slots=True)
class Closing:
    """The numbers of the lines with which the articles of a document close, and the entries within one."""

    articles: frozenset[int] = frozenset()
    entries: frozenset[int] = frozenset()
    signatures: frozenset[int] = (
        frozenset()
    )  # of those of articles, such as state who wrote it, or when it was published


def find_closing(lines: Sequence[Line], known: Known) -> Closing:
    """The lines with which texts close: such as come again, with prose between, and are the last of the document."""
    lines = _without_last_rules(lines)
    if not lines or not _closes(lines, len(lines) - 1):
        return Closing()
    places: dict[object, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if _closes(lines, at) and (form := _form_of(line, known)):
            places[form].append(at)
    articles: set[int] = set()
    entries: set[int] = set()
    signatures: set[int] = set()
    for form, several in places.items():
        texts = [lines[start + 1 : end] for start, end in pairwise([-1, *several])]
        if len(several) < 2 or several[-1] < len(lines) - _LAST or not all(any(map(_is_prose, x)) for x in texts):
            continue
        if not _are_articles(texts, known):
            entries.update(several)
            continue
        articles.update(several)
        # An agency alone stands below each picture, too.
        if form in (_ADDRESS, _NAME, _INITIALS) or (isinstance(form, frozenset) and form != {Label.SOURCE}):
            signatures.update(several)
    return Closing(
        frozenset(lines[at].number for at in articles if _is_last_of_row(lines, at, articles)),
        frozenset(lines[at].number for at in entries),
        frozenset(lines[at].number for at in signatures),
    )


def find_titles_below(lines: Sequence[Line], closing: Closing, known: Known) -> frozenset[int]:
    """The numbers of the titles right below the lines that sign articles at their end, where below each of them but the
    last stands one, with prose; nothing where one of them has none. The links of a page may close sections, too."""
    ends = [at for at, line in enumerate(lines) if line.number in closing.articles]
    if not any(lines[at].number in closing.signatures for at in ends):
        return frozenset()
    rows = [at for at in ends if at + 1 not in ends]
    if len(rows) < 2 or lines[rows[-1]].number < _without_last_rules(lines)[-1].number:
        return frozenset()
    titles = [_title_below(lines, start, end, known) for start, end in pairwise(rows)]
    found = frozenset(title for title in titles if title is not None)
    return found if len(found) == len(titles) else frozenset()


def _title_below(lines: Sequence[Line], start: int, end: int, known: Known) -> int | None:
    """The number of the line that is a headline below a gap at `start`, facts and lines of the page apart."""
    at = start + 1
    while at < end and at - start <= _MOST and (_is_beside(lines[at]) or facts_of(lines[at], known)):
        at += 1
    is_parted = any(line.after_blank or is_rule(line.text) for line in lines[start + 1 : at + 1])
    line = lines[at]
    is_title = is_headline_like(line.text) or (line.words == 1 and not ends_with_stop(line.text))
    is_title = is_title and not is_paragraph_like(line.text) and bullet_of(line.text) == ""
    return line.number if is_parted and is_title and at < end and any(map(_is_prose, lines[at + 1 : end])) else None


def _is_beside(line: Line) -> bool:
    return is_rule(line.text) or is_boilerplate(line.text)


def _without_last_rules(lines: Sequence[Line]) -> Sequence[Line]:
    end = len(lines)
    while end and is_rule(lines[end - 1].text):
        end -= 1
    return lines[:end]


def _closes(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may close a text: a short one with a gap or a rule below, or other short lines before that."""
    if lines[at].words > _LONGEST or is_rule(lines[at].text) or _is_prose(lines[at]):
        return False
    for below in lines[at + 1 : at + 1 + _MOST]:
        if below.after_blank or is_rule(below.text):
            return True
        if below.words > _LONGEST or _is_prose(below):
            return False
    return at + 1 + _MOST > len(lines) - 1


def _form_of(line: Line, known: Known) -> object:
    """What is the same in lines that close articles: what they state, or else their words, numbers apart."""
    if is_initials(line.text):
        return _INITIALS
    stated = facts_of(line, known) & _STATED
    if stated:
        return stated
    if "@" in line.text and is_boilerplate(line.text):
        return _ADDRESS
    if line.words <= _LONGEST and find_address(line.text):
        return frozenset({Label.URL})
    if (
        facts_of(line, known)
        or _LEADS_UP.fullmatch(key_of(line.text))
        or (ends_sentence(line.text) and not is_boilerplate(line.text))
    ):
        return None
    return _NAME if is_name(line) else key_without_numbers(line.text)


def is_name(line: Line) -> bool:
    """Whether a line is surely a person's name, or has the form of one and begins with a given name."""
    if not _LEAST_NAME <= line.words <= _LONGEST_NAME or not is_person_like(line.text) or is_outlet_like(line.text):
        return False
    return is_unlabelled_byline(line.text, by_form=False) or begins_with_given_name(line.text)


def _are_articles(texts: Sequence[Sequence[Line]], known: Known) -> bool:
    """Whether what such lines close has no more headings in the first text than in the others: the
    entries or pictures of one article may close so, but its title with its opening does not, and stands above the
    first of them."""
    first, *others = (_count_headings(text, known) for text in texts)
    return first <= min(others)


def _count_headings(text: Sequence[Line], known: Known) -> int:
    """How many headings below a gap are in a text, besides its first."""
    below = (at for at in range(1, len(text)) if text[at].after_blank and is_list_item(text[at]))
    headings = [at for at in below if not facts_of(text[at], known) and any(map(_is_prose, text[at + 1 :]))]
    return sum(any(_is_prose(line) and not opens_letter(line.text) for line in text[:at]) for at in headings)


def _is_last_of_row(lines: Sequence[Line], at: int, found: set[int]) -> bool:
    """Whether a line is the last of those in a row, or only such are below it up to the gap."""
    while at + 1 < len(lines) and not lines[at + 1].after_blank and not is_rule(lines[at + 1].text):
        at += 1
        if at not in found:
            return False
    return True


def _is_prose(line: Line) -> bool:
    return is_prose(line, _LEAST_PROSE)
