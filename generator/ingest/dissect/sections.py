"""The lines of one article parted into head, body and foot, and what stands within the body read.

Every line gets exactly one role. Not for reading head and foot (head, foot), splitting documents (split) or headings
within the body (body).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.caption_lines import find_captions
from generator.ingest.dissect.cited_outlets import read_cited_outlet
from generator.ingest.dissect.fact_lines import keep_fields
from generator.ingest.dissect.foot import read_foot
from generator.ingest.dissect.head import read_head
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, states
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, is_rule, is_said_in_signs
from generator.ingest.dissect.mail import mail_head, sent_on, subject_as_title
from generator.ingest.dissect.missed_heads import (
    doubted,
    is_of_missed_head,
    may_hold_another,
    tell_in_brackets,
    without_contradicted,
    without_facts,
)
from generator.ingest.dissect.names import is_unlabelled_byline, sureness_of_name
from generator.ingest.dissect.notices import is_notice_line, is_of_book
from generator.ingest.dissect.timed_entries import find_entry_times
from generator.ingest.dissect.titles import part_desk
from generator.model.article import Sureness
from generator.model.publisher import Label

_WORD_FOR_TEXT = re.compile(
    r"(?:النص|نص (?:الخبر|المقال|التقرير)|المحتوى|[Ff]ull text|[Tt]ext|[Bb]ody|[Cc]ontent)\s?[:：]\s+(?=\S)"
)
_WRITES = re.compile(r"[,.:;?!’'”\"] (?:writes|reports) (?P<name>[A-Z][\w.'’-]*(?: [\w.'’-]+){1,3}?)\.?$")
_LONGEST_LABEL = 16  # words of a label with its value within a body


def part_sections(lines: Sequence[Line], known: Known, *, titled: bool = False, in_doubt: bool = False) -> Sections:
    """Part the lines of one article. A title is the first line that is no label; None when there is none. `titled`: the
    first line is known to be it. `in_doubt`: the lines may be those of two articles."""
    found = Sections(entry_times=find_entry_times(lines, known))
    if titled:
        found.kicker, found.title = part_desk(lines[0].text)
    letter = 0 if titled else _read_letter(lines, found)
    start = read_head(lines, found, known, start=1 if titled else letter)
    _read_writer(found)
    head = len(found.fields)
    end = read_foot(lines, start, found, known)
    _read_outlet(lines[start:end], found, known)
    foot = len(found.fields)
    if known.is_pasted and end > start > 0 and (in_doubt or may_hold_another(lines[0], lines[start:end], known)):
        found.may_be_several = True
        found.fields = [*doubted(found.fields[:head]), *without_facts(found.fields[head:])]
    _read_body(_without_word_for_text(lines[start:end], found), found, known)
    if known.is_pasted:
        told = tell_in_brackets(lines[start:end], known)
        found.fields = without_contradicted(found.fields[:head], found.fields[head:foot], found.fields[foot:], told)
    return found


def _without_word_for_text(body: Sequence[Line], found: Sections) -> Sequence[Line]:
    """The lines of a body, the first without the label that forms set before a text (`Text: …`) below other labels."""
    labelled = sum(one.sure is Sureness.SURE for one in found.fields)
    word = _WORD_FOR_TEXT.match(body[0].text) if body and labelled > 1 and body[0].block is None else None
    if word is None:
        return body
    first = body[0]
    found.removed.append(replace(first, text=word.group().strip()))
    text = first.text[word.end() :]
    return (replace(first, text=text, words=len(text.split())), *body[1:])


def _read_writer(found: Sections) -> None:
    """Read the author whom a standfirst names at its end (`The weavers look for heirs, writes Jane Doe`)."""
    named = _WRITES.search(found.standfirst or "")
    if named is None or states(found.fields, Label.AUTHOR) or not is_unlabelled_byline(named["name"]):
        return
    found.fields.append(Field(Label.AUTHOR, named["name"], named["name"], sureness_of_name(named["name"])))


def _read_outlet(body: Sequence[Line], found: Sections, known: Known) -> None:
    """Read the source beside the place of a dateline that stands alone, if nothing else names one."""
    line, dateline = found.dateline_line, found.dateline
    if not known.is_pasted or line is None or dateline is None or not dateline.place or dateline.agency:
        return
    if not states(found.fields, Label.SOURCE):
        found.fields.extend(read_cited_outlet(line.text, dateline.place, (x.text for x in body), known))


def _read_letter(lines: Sequence[Line], found: Sections) -> int:
    """Read the head of a letter, which has a title and the day only where none of them stands below it; how many lines
    that took."""
    letter = mail_head(lines)
    found.removed.extend(lines[:letter])
    found.title = subject_as_title(lines)
    day = sent_on(lines) if found.title else None
    if day is not None:
        found.fields.append(Field(Label.PUBLISHED, day, sure=Sureness.DOUBTFUL))
    return letter


def _read_body(lines: Sequence[Line], found: Sections, known: Known) -> None:
    """Keep the body's lines; labels with a colon inside it go to their fields, boilerplate and rules are kept apart."""
    captions = find_captions(lines) if known.is_pasted else frozenset()
    for at, line in enumerate(lines):
        fields = read_fields(line.text, Zone.BODY, known.own) if line.words <= _LONGEST_LABEL else ()
        if is_said_in_signs(line.text) or line.number in found.entry_times:
            found.body.append(line)
        elif at in captions or is_rule(line.text) or is_boilerplate(line.text):
            found.removed.append(line)
        elif fields and not _is_own_fact(lines, at, fields, known):
            keep_fields(line, fields, found)
        else:
            found.body.append(line)


def _is_own_fact(lines: Sequence[Line], at: int, fields: Sequence[Field], known: Known) -> bool:
    """Whether labels within a body tell of something else than the article: an event, a book, another article."""
    if is_notice_line(lines[at].text) or is_of_book(lines, at):
        return True
    return is_of_missed_head(lines, at, fields, known)
