"""The head of an article (title, kicker, standfirst, byline, dateline, labels), read from its first line downwards.

Not for choosing a title among lines (titles) nor for where an article begins (split).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.above_day import read_above_day, read_name_by_place
from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.credit_names import is_agencies
from generator.ingest.dissect.database_heads import read_database_head
from generator.ingest.dissect.datelines import read_dateline_alone
from generator.ingest.dissect.datelines_by_form import read_dateline_by_form
from generator.ingest.dissect.english_bylines import read_capitals_above_day
from generator.ingest.dissect.fact_lines import read_fact_line
from generator.ingest.dissect.head_furniture import read_furniture
from generator.ingest.dissect.initials import is_initials
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, states
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, Mark, ends_sentence, is_headline_like, is_paragraph_like, key_of
from generator.ingest.dissect.names import (
    is_agency,
    is_desk,
    is_masthead_like,
    is_outlet_like,
    is_role,
    names_section,
    sureness_of_name,
)
from generator.ingest.dissect.names_alone import read_names_alone
from generator.ingest.dissect.names_with_day import read_abbreviated_name
from generator.ingest.dissect.outlet_names import may_be_section
from generator.ingest.dissect.standfirsts import (
    LONGEST_STANDFIRST,
    breaks_off,
    is_long_standfirst,
    is_told_again,
    may_be_standfirst,
    stands_above_byline,
    stands_above_facts,
    stands_above_head,
)
from generator.ingest.dissect.titles import KICKER, read_title
from generator.ingest.dissect.topic_lines import is_comma_topics
from generator.ingest.dissect.values_below import is_prose
from generator.ingest.dissect.wire_lines import read_wire_line
from generator.model.article import SURENESS, Sureness
from generator.model.publisher import Label
from generator.text.arabic import is_arabic
from generator.text.dates import is_worded_as_date

_LONGEST_QUESTION = 4  # words
_LEAST_COUNT = 3  # digits
_COUNT = re.compile(r"[0-9٠-٩]{1,3}(?:[,.٬]?[0-9٠-٩]{3})*")
_LONGEST_KICKER, _LONGEST_DESK, _LEAST_STANDFIRST = 3, 5, 5  # words
_ASKS = re.compile(r"(?:ال)?سءال(?!\w)|(?:كيف|لماذا|ماذا|هل|متي|اين) ")
# What stands in the head of a page above a list of points, of the companies of a report; how many have commented.
_OF_PAGE = frozenset({"summary", "companies", "ملخص", "0"})


def read_head(lines: Sequence[Line], found: Sections, known: Known, *, start: int) -> int:
    """Read title, kicker, standfirst and labels from `start` on; the index of the body's first line."""
    at, last_long = start, _last_long(lines, known)
    while at < len(lines):
        if found.title is not None and lines[at].number in found.entry_times:
            break
        is_below = found.title is not None and at < last_long
        taken = _read_wire_line(lines[at], found, known) if is_below else 0
        taken = taken or (read_furniture(lines, at, found, known) if is_below and known.is_pasted else 0)
        taken = taken or (_read_dateline(lines, at, found, known) if is_below else 0)
        taken = taken or (_read_database_head(lines, at, found, known) if found.title is not None else 0)
        taken = taken or (_read_topics(lines[at], found, known) if is_below else 0)
        if taken == 0 and not (found.title is None and may_be_section(lines[at].text)):
            taken = read_fact_line(lines, at, Zone.HEAD, found, known, first=found.title is None)
        if taken == 0 and found.title is None:
            taken = read_title(lines, at, found, known)
        elif taken == 0 and is_below and known.is_pasted and read_name_by_place(lines, at, found, known):
            taken = 1
        elif taken == 0 and (at < last_long or key_of(lines[at].text) in known.writers):
            taken = _read_below_title(lines, at, found, known)
        if taken == 0 and at < last_long and key_of(lines[at].text) in known.told:
            found.removed.append(lines[at])
            taken = 1
        if taken == 0 and is_below and known.is_pasted:
            taken = read_above_day(lines, at, found, known)
        if taken == 0:
            break
        at += taken
    return at


def _read_database_head(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    fields, taken = read_database_head(lines, at, known)
    found.fields.extend(fields)
    return taken


def _read_topics(line: Line, found: Sections, known: Known) -> int:
    """Read the tags of a page, between commas below the title."""
    if not known.is_pasted or not is_comma_topics(line.text):
        return 0
    found.fields.append(Field(Label.KEYWORDS, line.text, line.text))
    return 1


def _last_long(lines: Sequence[Line], known: Known) -> int:
    """The index of the last line that may be of a body; what stands below a title is of the head only above it."""
    return next((at for at in range(len(lines) - 1, -1, -1) if lines[at].words >= 8 or is_prose(lines[at], known)), -1)


def _read_below_title(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read a line between the title and the body: kicker, standfirst, byline or dateline; 0 where the body begins."""
    line = lines[at]
    if known.is_pasted and line.words >= _LEAST_STANDFIRST and breaks_off(line.text):
        return 0
    is_stanza = (line.block is not None and line.block.is_set_off) or "\n" in line.text  # that is no standfirst
    if is_stanza or (
        line.words <= _LONGEST_QUESTION and _ASKS.match(key_of(line.text))
    ):  # so opens a text of questions
        return 0
    if found.kicker is None and found.standfirst is None and _read_kicker_and_standfirst(line, found, known):
        return 1
    is_bare = found.standfirst is None and known.is_pasted
    if is_bare and (
        stands_above_byline(lines, at, known) or stands_above_head(lines, at, known) or is_told_again(lines, at, known)
    ):
        found.standfirst = line.text
        return 1
    if is_paragraph_like(line.text) and (found.standfirst is not None or not is_long_standfirst(lines, at, known)):
        return 0
    return _read_short_line(lines, at, found, known)


def _read_wire_line(line: Line, found: Sections, known: Known) -> int:
    """Read an agency's line below the title, of place, day and its name; a caption may end in its name, too."""
    dateline = read_wire_line(line.text, known) if found.dateline is None and line.mark is not Mark.BOTH else None
    if dateline is None:
        return 0
    found.dateline, found.dateline_line = dateline, line
    return 1


def _read_dateline(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read a line below the title that is a place with an outlet beside it."""
    line = lines[at]
    below_date = states(found.fields, Label.PUBLISHED)
    alone = found.dateline is None and line.mark is not Mark.BOTH
    reading = read_dateline_by_form(line.text, known, below_date=below_date) if alone else None
    if reading is None and alone and line.text.rstrip().endswith(")"):  # «عمان - (أ ش أ)»
        dateline = read_dateline_alone(line.text, known)
        found.dateline, found.dateline_line = dateline, line if dateline is not None else None
        return int(dateline is not None)
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
    has_author = states(found.fields, Label.AUTHOR)
    above_facts = stands_above_facts(lines, at, known)
    if dateline is not None:
        found.dateline, found.dateline_line = dateline, line
    elif _is_of_page(lines, at, found):
        found.removed.append(line)
    elif is_headline_like(line.text) and (is_masthead_like(line.text) or is_agencies(line.text, known)):
        found.fields.append(Field(Label.SOURCE, line.text, line.text))
    elif not has_author and (names := read_names_alone(lines, at, found.title or "", known)):
        sure = min(map(sureness_of_name, names), key=SURENESS.__getitem__)  # one known name tells of the others
        found.fields.extend(Field(Label.AUTHOR, name, name, sure) for name in names)
    elif not has_author and (names := read_capitals_above_day(lines, at, known)):
        found.fields.extend(Field(Label.AUTHOR, name, name, Sureness.DOUBTFUL) for name in names)
    elif _read_few_words(line, found, known):
        return 1
    elif key_of(line.text) in known.told:
        return 0
    elif not (line.words < 5 and above_facts) and found.standfirst is None and may_be_standfirst(lines, at, known):
        found.standfirst = line.text
    elif above_facts:
        _read_above_facts(lines, at, found, known)
    else:
        return _read_far_above_facts(lines, at, found, known)
    return 1


def _read_above_facts(lines: Sequence[Line], at: int, found: Sections, known: Known) -> None:
    """Read a line with facts of the head right below it: it may be the standfirst, or is the page's."""
    if not known.is_pasted or not read_above_day(lines, at, found, known):
        found.removed.append(lines[at])


def _read_far_above_facts(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read a line that has lines of the page between it and the facts of the head: the first is the standfirst, unless
    it is as short as the names of sections are."""
    line = lines[at]
    if not known.is_pasted or not stands_above_facts(lines, at, known, is_far=True):
        return 0
    if found.standfirst is None and line.words >= _LEAST_STANDFIRST:
        found.standfirst = line.text
    else:
        found.removed.append(line)
    return 1


def _is_of_page(lines: Sequence[Line], at: int, found: Sections) -> bool:
    """Whether a line is none of the article's: a counter, a desk or its initials, what its author is, the letters that
    change the size of the type."""
    line = lines[at]
    has_author = states(found.fields, Label.AUTHOR)
    is_office = (is_desk(line.text) and line.words <= 3) or (has_author and is_role(line.text))
    is_of_type = line.text == "A" and any(near.text == "A" for near in (*lines[at - 1 : at], *lines[at + 1 : at + 2]))
    is_of_desk = (
        line.words == 1 and is_arabic(line.text) and is_initials(line.text) and not is_agency(line.text)
    )  # «ق.م»
    return is_office or is_of_type or is_of_desk or _is_counter(lines, at) or key_of(line.text) in _OF_PAGE


def _read_few_words(line: Line, found: Sections, known: Known) -> bool:
    """Read a line of a few words without a name written out: an author's initial and name, an outlet with initials, a
    kicker; below what is told of the article it is the page's."""
    if _read_desk(line, found, known):
        return True
    has_author = any(one.label is Label.AUTHOR for one in found.fields)
    if known.is_pasted and not has_author and (person := read_abbreviated_name(line.text)):
        found.fields.extend(person)
        return True
    if _may_be_kicker(line, found):
        found.kicker = line.text
        return True
    is_few = line.words <= _LONGEST_KICKER and line.mark is not Mark.BOTH and any(map(str.isalpha, line.text))
    if is_few and found.fields:
        found.removed.append(line)
    return is_few and bool(found.fields)


def _read_desk(line: Line, found: Sections, known: Known) -> bool:
    """Read an outlet with the initials of whoever wrote there («الخبر أونلاين /ق.م»)."""
    outlet, _, initials = line.text.rpartition("/")
    if not outlet or line.words > _LONGEST_DESK or not is_initials(initials.strip()):
        return False
    if is_agency(outlet) or is_outlet_like(outlet) or key_of(outlet) in known.outlets:
        found.fields.append(Field(Label.SOURCE, outlet.strip(), line.text))
    found.removed.append(line)
    return True


def _may_be_kicker(line: Line, found: Sections) -> bool:
    """Whether a line of a few words is a kicker: right below the title, or, below what else is told of the article, the
    name of a section."""
    if line.words > _LONGEST_KICKER or found.kicker is not None or line.mark is Mark.BOTH or _is_broken_off(line.text):
        return False
    return not found.fields or names_section(line.text)


def _is_counter(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a number that counts readers or comments: of several digits, none, or one of several such."""
    text = lines[at].text
    if not _COUNT.fullmatch(text):
        return False
    is_large = len(text) >= _LEAST_COUNT or text in "0٠"
    return is_large or any(_COUNT.fullmatch(line.text) for line in (*lines[at - 1 : at], *lines[at + 1 : at + 2]))


def _is_broken_off(text: str) -> bool:
    """Whether a short line is a sentence, a name and what it says, or a number; a kicker is none of them."""
    return ends_sentence(text) or ":" in text or not any(map(str.isalpha, text))
