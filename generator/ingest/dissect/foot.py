"""The foot of an article: signatures, labels, credits and boilerplate, read from its last line upwards.

Not for the single facts of a line (fact_lines) nor for closings that all articles of a document share (closing_lines).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.agency_inputs import is_agency_input
from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.author_boxes import height_of_author_box, is_note_on_author
from generator.ingest.dissect.boilerplate import is_boilerplate, read_poll
from generator.ingest.dissect.closing_lines import is_name
from generator.ingest.dissect.comment_boxes import height_of_comments
from generator.ingest.dissect.credit_names import is_agencies
from generator.ingest.dissect.fact_lines import read_fact_line
from generator.ingest.dissect.initials import agencies_beside_initials, are_desk_names, is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields, unwrapped
from generator.ingest.dissect.lines import Line, ends_sentence, is_headline_like, is_paragraph_like, key_of
from generator.ingest.dissect.mail import letter_closing
from generator.ingest.dissect.names import is_masthead_like, is_role, sureness_of_name
from generator.ingest.dissect.names_alone import is_subject, names_alone
from generator.ingest.dissect.notices import is_notice
from generator.ingest.dissect.tag_lines import names_of_tags, tags_at_end
from generator.ingest.dissect.topic_lines import is_comma_topics, is_hashtags, is_topics
from generator.ingest.dissect.values_below import read_value_below
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.dates import is_worded_as_date

_LONGEST_SIGNATURE = 10  # words
_MOST_BELOW, _LONGEST_BELOW = 4, 5  # lines of the page below a text; words of one
_TIMED = re.compile(r"[0-9٠-٩]{4}\b.{0,5}\b[0-9٠-٩]{1,2}:[0-9٠-٩]{2}")
_COUNT = re.compile(r"[0-9]{1,6}|previous|next|(?:ال)?سابق|(?:ال)?تالي")
_SIGNS = '0123456789:«»“”"؟?!،,'


def read_foot(lines: Sequence[Line], start: int, found: Sections, known: Known) -> int:
    """Read the labels and boilerplate at the end, from the last line upwards; the index after the body's last."""
    end = len(lines)
    head = len(found.fields)
    groups: list[list[Field]] = []
    while end > start and lines[end - 1].number not in found.entry_times:
        taken = _foot_step(lines, start, end, found, known)
        if taken == 0:
            break
        groups.insert(0, found.fields[head:])  # read upwards, kept in the order of the document
        del found.fields[head:]
        end -= taken
    found.fields.extend(field_ for group in groups for field_ in group)
    return end


def _foot_step(lines: Sequence[Line], start: int, end: int, found: Sections, known: Known) -> int:
    """Read what ends at `end`: one line, or several that belong together; how many lines it took."""
    of_page = _height_of_page(lines, start, end, found, known)
    if of_page:
        found.removed.extend(lines[end - of_page : end])
        return of_page
    if is_notice(lines, end - 1, start):
        return 0
    tags = tags_at_end(lines[start:end], found.title or "", known) if known.is_pasted else 0
    if tags:
        _keep_tags(lines[end - tags : end], found)
        return tags
    block = 0 if is_boilerplate(lines[end - 1].text) else _read_block_below(lines, start, end, found, known)
    return block or _foot_line(lines, start, end, found, known) or _read_below_close(lines, start, end, found, known)


def _height_of_page(lines: Sequence[Line], start: int, end: int, found: Sections, known: Known) -> int:
    """How many of the lines before `end` are a poll, comments, what closes a letter, or a box on the author."""
    text = lines[start:end]
    height = read_poll(text)
    if height or not known.is_pasted:
        return height
    closing = letter_closing(text)
    closing = closing if closing < end - start else 0
    return height_of_comments(text) or closing or _height_of_counts(text) or height_of_author_box(text, found)


def _height_of_counts(lines: Sequence[Line]) -> int:
    """How many of the last lines count readers, or lead to the next page, below a line of the page; 0 without it."""
    counts = 0
    while counts < min(_MOST_BELOW, len(lines) - 1) and _COUNT.fullmatch(key_of(lines[-1 - counts].text)):
        counts += 1
    return counts if counts and is_boilerplate(lines[-1 - counts].text) else 0


def _read_below_close(lines: Sequence[Line], start: int, end: int, found: Sections, known: Known) -> int:
    """Take out short lines of a page below one with which a text closes: a note on its author, initials, its source,
    the day with its hour."""
    for at in range(end - 1, max(end - 1 - _MOST_BELOW, start), -1):
        if not known.is_pasted or not _may_be_of_page(lines[at]):
            return 0
        close = lines[at - 1]
        labelled = read_fields(close.text, Zone.TAIL, known.own)
        is_day = _TIMED.search(close.text) is not None and is_worded_as_date(close.text) and at - 1 > start
        is_close = is_note_on_author(close) or is_initials(close.text) or is_day
        if is_close or any(one.label is Label.SOURCE for one in labelled):
            found.removed.extend(lines[at:end])
            return end - at
    return 0


def _may_be_of_page(line: Line) -> bool:
    return (
        line.words <= _LONGEST_BELOW and not any(sign in line.text for sign in _SIGNS) and not ends_sentence(line.text)
    )


def _read_block_below(lines: Sequence[Line], start: int, end: int, found: Sections, known: Known) -> int:
    """Read a label with its values on the lines below it that end at `end`."""
    for height in range(2, min(10, end - start) + 1):
        label = read_bare_label(lines[end - height].text, known.own)
        if label is not None and (height == 2 or label is Label.KEYWORDS):
            below: list[Field] = []
            if read_value_below(lines[:end], end - height, label, below, known) == height:
                found.fields.extend(below)
                return height
    return 0


def _keep_tags(lines: Sequence[Line], found: Sections) -> None:
    names = names_of_tags(lines)
    if names:
        found.fields.append(Field(Label.KEYWORDS, "، ".join(names), "\n".join(line.text for line in lines)))
    else:
        found.removed.extend(lines)


def _foot_line(lines: Sequence[Line], start: int, end: int, found: Sections, known: Known) -> int:
    """Read the one line before `end`."""
    line = lines[end - 1]
    if end - start == 1 and is_paragraph_like(line.text):
        return 0
    if _read_mark(line, found):
        return 1
    if is_hashtags(line.text) or is_topics(lines[start:end]) or is_comma_topics(line.text):
        found.fields.append(Field(Label.KEYWORDS, line.text, line.text))
        return 1
    taken = read_fact_line(lines[:end], end - 1, Zone.TAIL, found, known) or _read_signature(lines[start:end], found)
    if taken == 0 and line.number in known.closing:
        if not _read_name_below(lines[start:end], found, known):
            found.removed.append(line)
        return 1
    is_outlet = is_headline_like(line.text) and is_masthead_like(line.text)
    are_agencies = line.words <= _LONGEST_SIGNATURE and is_agencies(line.text, known)
    if taken == 0 and (is_outlet or are_agencies):
        found.fields.append(Field(Label.SOURCE, unwrapped(line.text), line.text))
        return 1
    return taken


def _read_mark(line: Line, found: Sections) -> bool:
    """Take out a line with which a desk closes what it sends: its initials, whose material it used, «#انتهى»."""
    is_end = line.text.startswith("#") and is_boilerplate(line.text.lstrip("# "))
    is_note = is_note_on_author(line)
    if not (is_end or is_note or any(is_such(line.text) for is_such in (is_initials, are_desk_names, is_agency_input))):
        return False
    found.removed.append(line)
    agencies = agencies_beside_initials(line.text)
    if agencies is not None:
        found.fields.append(Field(Label.SOURCE, agencies, line.text, Sureness.LIKELY))
    return True


def _read_name_below(lines: Sequence[Line], found: Sections, known: Known) -> bool:
    """Read the name with which an article closes as all articles of its document do, unless the text is about it."""
    text = lines[-1].text.strip(" ,.–—-")
    names = (text,) if is_name(replace(lines[-1], text=text)) else names_alone(text)
    if known.writers:  # where names are told by their place, what only has their form is none
        names = (text,) if key_of(text) in known.writers else ()
    if not names or is_subject(names, found.title or "", [line.text for line in lines[:-1]]):
        return False
    found.fields.extend(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names)
    return True


def _read_signature(lines: Sequence[Line], found: Sections) -> int:
    """Read a name at the foot, known as one, alone or with what its bearer is below it; how many lines that took."""
    has_role = len(lines) > 2 and is_role(lines[-1].text)
    name_at = len(lines) - 1 - has_role
    may_be = name_at > 1 and lines[name_at].words <= _LONGEST_SIGNATURE
    names = names_alone(lines[name_at].text) if may_be else ()
    if not names or any(sureness_of_name(name) is not Sureness.LIKELY for name in names):
        return 0
    if is_subject(names, found.title or "", [line.text for line in lines[:name_at]]):
        return 0
    if not has_role and not ends_sentence(lines[name_at - 1].text):  # one of several in a list
        return 0
    found.fields.extend(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names)
    found.removed.extend(lines[name_at + 1 :])
    return 1 + has_role
