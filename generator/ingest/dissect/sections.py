"""The lines of one article parted into head, body and foot, and the fields of head and foot read.

Every line gets exactly one role. Not for splitting documents (split) nor for headings within the body (body).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.boilerplate import is_boilerplate, is_hashtags, is_item_name, read_poll
from generator.ingest.dissect.closing_lines import is_name
from generator.ingest.dissect.credits import read_linked_credit, with_links
from generator.ingest.dissect.database_heads import read_database_head
from generator.ingest.dissect.datelines import is_agencies, read_dateline_alone
from generator.ingest.dissect.datelines_by_form import read_dateline_by_form
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields
from generator.ingest.dissect.lines import (
    Line,
    Mark,
    ends_sentence,
    is_headline_like,
    is_paragraph_like,
    is_rule,
    is_said_in_signs,
    key_of,
)
from generator.ingest.dissect.mail import letter_closing, mail_head, sent_on, subject_as_title
from generator.ingest.dissect.missed_heads import (
    doubted,
    is_of_missed_head,
    may_hold_another,
    tell_in_brackets,
    without_contradicted,
    without_facts,
)
from generator.ingest.dissect.name_lines import is_subject, names_alone, names_subject, read_names_alone
from generator.ingest.dissect.names import is_desk, is_masthead_like, is_role, sureness_of_name
from generator.ingest.dissect.notices import is_notice, is_notice_line, is_of_book
from generator.ingest.dissect.standfirsts import (
    LONGEST_STANDFIRST,
    is_long_standfirst,
    may_be_standfirst,
    stands_above_byline,
    stands_above_facts,
)
from generator.ingest.dissect.timed_entries import find_entry_times
from generator.ingest.dissect.titles import KICKER, part_desk, read_title
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.ingest.dissect.values_below import is_prose, read_value_below
from generator.model.article import SURENESS, Sureness
from generator.model.publisher import Label
from generator.text.dates import is_worded_as_date

_LONGEST_LABEL = 16  # words of a label with its value within a body


def part_sections(lines: Sequence[Line], known: Known, *, titled: bool = False) -> Sections:
    """Part the lines of one article. A title is the first line that is no label; None when there is none. `titled`: the
    first line is known to be it."""
    found = Sections(entry_times=find_entry_times(lines, known))
    if titled:
        found.kicker, found.title = part_desk(lines[0].text)
    letter = 0 if titled else _read_letter(lines, found)
    start = _read_head(lines, found, known, start=1 if titled else letter)
    head = len(found.fields)
    end = _read_foot(lines, start, found, known)
    foot = len(found.fields)
    if known.is_pasted and end > start > 0 and may_hold_another(lines[0], lines[start:end], known):
        found.may_be_several = True
        found.fields = [*doubted(found.fields[:head]), *without_facts(found.fields[head:])]
    _read_body(lines[start:end], found, known)
    if known.is_pasted:
        told = tell_in_brackets(lines[start:end], known)
        found.fields = without_contradicted(found.fields[:head], found.fields[head:foot], found.fields[foot:], told)
    return found


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


def _read_head(lines: Sequence[Line], found: Sections, known: Known, *, start: int) -> int:
    """Read title, kicker, standfirst and labels from `start` on; the index of the body's first line."""
    at, last_long = start, _last_long(lines, known)
    while at < len(lines):
        if found.title is not None and lines[at].number in found.entry_times:
            break
        taken = _read_dateline(lines, at, found, known) if found.title is not None and at < last_long else 0
        taken = taken or (_read_database_head(lines, at, found, known) if found.title is not None else 0)
        taken = taken or _read_facts(lines, at, Zone.HEAD, found, known, first=found.title is None)
        if taken == 0 and found.title is None:
            taken = read_title(lines, at, found, known)
        elif taken == 0 and (at < last_long or key_of(lines[at].text) in known.writers):
            taken = _read_below_title(lines, at, found, known)
        if taken == 0 and at < last_long and key_of(lines[at].text) in known.told:
            found.removed.append(lines[at])
            taken = 1
        if taken == 0:
            break
        at += taken
    return at


def _read_database_head(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    fields, taken = read_database_head(lines, at, known)
    found.fields.extend(fields)
    return taken


def _last_long(lines: Sequence[Line], known: Known) -> int:
    """The index of the last line that may be of a body; what stands below a title is of the head only above it."""
    return next((at for at in range(len(lines) - 1, -1, -1) if lines[at].words >= 8 or is_prose(lines[at], known)), -1)


def _read_foot(lines: Sequence[Line], start: int, found: Sections, known: Known) -> int:
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
    poll = read_poll(lines[start:end])
    if poll:
        found.removed.extend(lines[end - poll : end])
        return poll
    closing = letter_closing(lines[start:end]) if known.is_pasted else 0
    if closing and closing < end - start:
        found.removed.extend(lines[end - closing : end])
        return closing
    if is_notice(lines, end - 1, start):
        return 0
    return _read_block_below(lines, start, end, found, known) or _foot_line(lines, start, end, found, known)


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


def _foot_line(lines: Sequence[Line], start: int, end: int, found: Sections, known: Known) -> int:
    """Read the one line before `end`."""
    line = lines[end - 1]
    if end - start == 1 and is_paragraph_like(line.text):
        return 0
    if is_hashtags(line.text):
        found.fields.append(Field(Label.KEYWORDS, line.text, line.text))
        return 1
    if is_initials(line.text):
        found.removed.append(line)
        return 1
    taken = _read_facts(lines[:end], end - 1, Zone.TAIL, found, known) or _read_signature(lines[start:end], found)
    if taken == 0 and line.number in known.closing:
        if not _read_name_below(lines[start:end], found, known):
            found.removed.append(line)
        return 1
    if taken == 0 and is_headline_like(line.text) and (is_masthead_like(line.text) or is_agencies(line.text, known)):
        found.fields.append(Field(Label.SOURCE, line.text, line.text))
        return 1
    return taken


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
    """Read a name at the foot with what its bearer is below it; how many lines that took."""
    if len(lines) < 3 or not is_role(lines[-1].text):
        return 0
    names = names_alone(lines[-2].text)
    if not names or any(sureness_of_name(name) is not Sureness.LIKELY for name in names):
        return 0
    if is_subject(names, found.title or "", [line.text for line in lines[:-2]]):
        return 0
    found.fields.extend(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names)
    found.removed.append(lines[-1])
    return 2


def _read_facts(
    lines: Sequence[Line], at: int, zone: Zone, found: Sections, known: Known, *, first: bool = False
) -> int:
    """Read a line that states facts or is none of the article's; how many lines it took. `first`: there is no title
    yet, so that only labels with a colon count."""
    line = lines[at]
    if is_rule(line.text):
        found.rules.append(line)
        return 1
    if is_boilerplate(line.text) or ((first or zone is Zone.TAIL) and is_item_name(line.text)):
        found.removed.append(line)
        return 1
    label = read_bare_label(line.text, known.own)
    if label is not None and (taken := read_value_below(lines, at, label, found.fields, known)):
        return taken
    fields = read_linked_credit(line) if zone is not Zone.BODY and not first else ()
    fields = fields or read_fields(line.text, Zone.BODY if first else zone, known.own)
    if not fields and zone is not Zone.BODY:
        fields = _read_bare(line.text, zone, known)
        if names_subject(fields, lines, at, found.title or ""):
            return 0
    if not fields:
        return 0
    _keep_fields(line, with_links(fields, line), found)
    return 1


def _read_bare(text: str, zone: Zone, known: Known) -> tuple[Field, ...]:
    """The facts that a line states without a label. A day that stands alone below a text may be any day."""
    found = read_unlabelled(text, known)
    if zone is not Zone.TAIL:
        return found
    return tuple(
        replace(one, sure=Sureness.DOUBTFUL) if one.label is Label.PUBLISHED and one.sure is Sureness.LIKELY else one
        for one in found
    )


def _keep_fields(line: Line, fields: Sequence[Field], found: Sections) -> None:
    if fields[0].label is Label.TITLE and found.title is None:
        found.title = fields[0].value
    elif all(one.label is Label.ASIDE for one in fields):
        found.removed.append(line)
    else:
        found.fields.extend(fields)


def _read_below_title(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read a line between the title and the body: kicker, standfirst, byline or dateline; 0 where the body begins."""
    line = lines[at]
    if (line.block is not None and line.block.is_set_off) or "\n" in line.text:  # a stanza is no standfirst
        return 0
    if found.kicker is None and found.standfirst is None and _read_kicker_and_standfirst(line, found, known):
        return 1
    if found.standfirst is None and known.is_pasted and stands_above_byline(lines, at, known):
        found.standfirst = line.text
        return 1
    if is_paragraph_like(line.text) and (found.standfirst is not None or not is_long_standfirst(lines, at, known)):
        return 0
    return _read_short_line(lines, at, found, known)


def _read_dateline(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read a line below the title that is a place with an outlet beside it."""
    line = lines[at]
    below_date = any(one.label is Label.PUBLISHED for one in found.fields)
    alone = found.dateline is None and line.mark is not Mark.BOTH
    reading = read_dateline_by_form(line.text, known, below_date=below_date) if alone else None
    if reading is None:
        return 0
    found.dateline, found.dateline_line = reading.dateline, line
    found.fields.extend(reading.fields)
    return 1


def _read_kicker_and_standfirst(line: Line, found: Sections, known: Known) -> bool:
    """Read `ليبيا | تقرير…`: a kicker of up to four words, a bar, a standfirst without a final stop."""
    kicker = KICKER.match(line.text)
    if kicker is None or kicker["kicker"].count(" ") > 3 or _has_fact(kicker["rest"], known):
        return False
    if len(line.text) > LONGEST_STANDFIRST or ends_sentence(line.text):
        return False
    if is_boilerplate(kicker["kicker"].strip()):  # «الرئيسية | محليات» is the page's way back
        found.removed.append(line)
        return True
    found.kicker, found.standfirst = kicker["kicker"].strip(), kicker["rest"].strip()
    return True


def _has_fact(text: str, known: Known) -> bool:
    """Whether one of the parts of a line between bars is a labelled fact."""
    return any(read_fields(part, Zone.HEAD, known.own) or is_worded_as_date(part) for part in text.split("|"))


def _read_short_line(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read a line shorter than a paragraph below the title: dateline, byline, kicker, standfirst, or the page's own."""
    line = lines[at]
    dateline = read_dateline_alone(line.text, known) if found.dateline is None else None
    has_author = any(one.label is Label.AUTHOR for one in found.fields)
    above_facts = stands_above_facts(lines, at, known)
    if dateline is not None:
        found.dateline, found.dateline_line = dateline, line
    elif (is_desk(line.text) and line.words <= 3) or (has_author and is_role(line.text)):
        found.removed.append(line)
    elif is_masthead_like(line.text) and is_headline_like(line.text):
        found.fields.append(Field(Label.SOURCE, line.text, line.text))
    elif not has_author and (names := read_names_alone(lines, at, found.title or "", known)):
        sure = min(map(sureness_of_name, names), key=SURENESS.__getitem__)  # one known name tells of the others
        found.fields.extend(Field(Label.AUTHOR, name, name, sure) for name in names)
    elif line.words <= 3 and found.kicker is None and line.mark is not Mark.BOTH and not _is_broken_off(line.text):
        found.kicker = line.text
    elif key_of(line.text) in known.told:
        return 0
    elif not (line.words < 5 and above_facts) and found.standfirst is None and may_be_standfirst(lines, at, known):
        found.standfirst = line.text
    elif above_facts:
        found.removed.append(line)
    else:
        return 0
    return 1


def _is_broken_off(text: str) -> bool:
    """Whether a short line is a sentence, a name and what it says, or a number; a kicker is none of them."""
    return ends_sentence(text) or ":" in text or not any(map(str.isalpha, text))


def _is_own_fact(lines: Sequence[Line], at: int, fields: Sequence[Field], known: Known) -> bool:
    """Whether labels within a body tell of something else than the article: an event, a book, another article."""
    if is_notice_line(lines[at].text) or is_of_book(lines, at):
        return True
    return is_of_missed_head(lines, at, fields, known)


def _read_body(lines: Sequence[Line], found: Sections, known: Known) -> None:
    """Keep the body's lines; labels with a colon inside it go to their fields, boilerplate and rules are kept apart."""
    for at, line in enumerate(lines):
        fields = read_fields(line.text, Zone.BODY, known.own) if line.words <= _LONGEST_LABEL else ()
        if is_said_in_signs(line.text) or line.number in found.entry_times:
            found.body.append(line)
        elif is_rule(line.text) or is_boilerplate(line.text):
            found.removed.append(line)
        elif fields and not _is_own_fact(lines, at, fields, known):
            _keep_fields(line, fields, found)
        else:
            found.body.append(line)
