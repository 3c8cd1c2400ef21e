"""The title of an article, with the kicker before it or above it, and what of its line is not the title.

Not for what stands below it (`sections`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.datelines_by_form import read_dateline_by_form
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import (
    Line,
    ends_sentence,
    is_as_short_as_kickers,
    is_headline_like,
    is_invocation,
    is_paragraph_like,
    key_of,
)
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.names import begins_with_role, is_masthead_like, names_section, sureness_of_name
from generator.ingest.dissect.names_alone import is_subject, names_alone
from generator.ingest.dissect.section_stacks import height_of_sections
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.article import Sureness
from generator.model.publisher import Label
from generator.text.dates import is_worded_as_date

KICKER = re.compile(r"^(?P<kicker>[^|│｜]{2,40}?)\s*[|│｜]\s*(?P<rest>\S.*)$")
# What agencies of the Gulf write before each title: «ثقافي / …», «عام / …».
_DESK = re.compile(r"^(?P<kicker>[^\W\d_]{3,12}) ?/ (?P<rest>\S.*)$")
_DESKS = RUBRICS | frozenset(
    key_of("عام ثقافي سياسي رياضي اقتصادي اجتماعي علمي صحي بيئي تقني تعليمي أمني قضائي مالي ديني إنساني").split()
)
_SLUG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|REPEAT|CORRECTED|CORRECTION|ADVISORY) ?\d{0,2} ?- ?){1,3}(?=[\w“\"‘'])"
)
_COUNTRY = re.compile(r"(?:[A-Z]\.){2,3}")  # `U.S.`, as sites call a section
# The sections of a site above a page's title: `World / Mena`, `News|Education`.
_TRAIL = re.compile(r"[^\W\d]+(?: [^\W\d]+)?(?:\s?[/|>›»]\s?[^\W\d]+(?: [^\W\d]+)?){1,3}")
_PAGE_NUMBER = re.compile(r"[0-9٠-٩]{1,3}")
_BAR = re.compile(r"[|/›>»•·]")
_ARCHIVED = re.compile(r"\((?:أرشيفي?ة?|صورة أرشيفية|تعبيرية|صورة تعبيرية)\)$")
_OFFICE = 8  # words
_LEAST_TOLD_TWICE, _REACH = 5, 10  # words; lines
_LONGEST_TITLE = 200
_LONGEST_TITLE_WORDS = 30
_LEAST_REST, _LONGEST_SECTION = 3, 4  # words
_LONGEST_LIST = 6  # words of the sections above a title


def _is_beside_title(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line above the title is a picture's caption, or a place with its outlet, which stand below the title
    once more; the day is right above the one and below the title of the other."""
    title = lines[at + 1] if at + 2 < len(lines) else None
    if title is None or not known.is_pasted or title.words < _LEAST_TOLD_TWICE or not is_headline_like(title.text):
        return False
    if lines[at].words <= _LONGEST_LIST and _ARCHIVED.search(lines[at].text):
        return True
    again = key_of(lines[at].text) in {key_of(line.text) for line in lines[at + 2 : at + _REACH]}
    return again and read_dateline_by_form(lines[at].text, known, below_date=True) is not None


def read_title(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read the title, with the kicker before it, or what stands on its own line above it; how many lines that took."""
    above = _read_above(lines, at, found, known)
    line = lines[at]
    if above or len(line.text) > _LONGEST_TITLE or line.words > _LONGEST_TITLE_WORDS:
        return above
    if ends_sentence(line.text) and line.words > 20 and line.text.rstrip('"”»').endswith("."):
        return 0
    text = _without_outlet(_without_slug(line, found), found, known)
    desk, text = part_desk(text)
    found.kicker = found.kicker or desk
    kicker = KICKER.match(text)
    if kicker is not None and found.kicker is None and len(kicker["kicker"].split()) <= 3 < len(kicker["rest"].split()):
        found.kicker, found.title = kicker["kicker"].strip(), kicker["rest"].strip()
    else:
        found.title = text
    return 1


def _read_above(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read what stands on a line of its own above a title: an invocation, a page's number, a paper, the author, a
    kicker."""
    line = lines[at]
    sections = height_of_sections(lines, at, known) if known.is_pasted and found.kicker is None else 0
    if sections:
        last = [each for each in lines[at : at + sections] if any(map(str.isalpha, each.text))][-1]
        found.kicker = _as_kicker(last)
        found.removed.extend(each for each in lines[at : at + sections] if each is not last)
        return sections
    if is_invocation(line.text) and _stands_above_title(lines, at, known):
        found.removed.append(line)
        return 1
    if _is_page_number(lines, at, known) or _is_beside_title(lines, at, known):
        found.removed.append(line)
        return 1
    if is_masthead_like(line.text) and _stands_above_title(lines, at, known):
        found.fields.append(Field(Label.SOURCE, line.text, line.text))
        return 1
    author = _read_author_above(lines, at, found, known)
    is_section = line.words < _LEAST_TOLD_TWICE and _is_title_told_twice(lines, at)
    if author or not (is_section or _is_kicker_above(lines, at, found, known)):
        return author
    found.removed.extend(each for each in lines[:at] if found.kicker is not None and _as_kicker(each) == found.kicker)
    found.kicker = _as_kicker(line)
    return 1


def _is_page_number(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line is a number of a page, with a line below it that may be the title."""
    return (
        known.is_pasted
        and _PAGE_NUMBER.fullmatch(lines[at].text) is not None
        and at + 1 < len(lines)
        and not is_paragraph_like(lines[at + 1].text)
    )


def _read_author_above(lines: Sequence[Line], at: int, found: Sections, known: Known) -> int:
    """Read a name above the title, known as one, with what its bearer is on the line below it; how many lines."""
    names = names_alone(lines[at].text) if known.is_pasted else ()
    if not names or any(sureness_of_name(name) is not Sureness.LIKELY for name in names):
        return 0
    has_office = at + 1 < len(lines) and begins_with_role(lines[at + 1].text, _OFFICE)
    below = at + 1 + has_office
    if not _stands_above_title(lines, below - 1, known) or is_subject(names, lines[below].text, ()):
        return 0
    found.fields.extend(Field(Label.AUTHOR, name, name, Sureness.LIKELY) for name in names)
    found.removed.extend(lines[at + 1 : below])
    return below - at


def part_desk(title: str) -> tuple[str | None, str]:
    """The word before a title that says from which of an agency's desks it comes («ثقافي / …»), or None, and the title
    without it."""
    desk = _DESK.match(title)
    if desk is None or key_of(desk["kicker"]) not in _DESKS or len(desk["rest"].split()) < _LEAST_REST:
        return None, title
    return desk["kicker"], desk["rest"].strip()


def _without_slug(line: Line, found: Sections) -> str:
    """A wire's headline without the mark of its edition (`UPDATE 2-Rain fills the lakes`), which is kept apart."""
    slug = _SLUG.match(line.text)
    if slug is None:
        return line.text
    found.removed.append(replace(line, text=slug.group().rstrip("- ")))
    return line.text[slug.end() :]


def _without_outlet(text: str, found: Sections, known: Known) -> str:
    """A page's title without the known outlet's name behind it (`Rain fills the lakes | The Bay Courier`)."""
    title, _, outlet = next((text.rpartition(sign) for sign in (" | ", " – ", " - ") if sign in text), ("", "", ""))
    if title and key_of(outlet) in known.outlets:
        found.fields.append(Field(Label.SOURCE, outlet.strip(), outlet.strip()))
        return title.strip()
    return text


def _is_kicker_above(lines: Sequence[Line], at: int, found: Sections, known: Known) -> bool:
    """Whether a line of one or two words, or a list of sections that a comma ends, stands above the real title; below
    another one it is a section's name."""
    line = lines[at]
    if known.is_pasted and (_is_above_section(lines, at) or _holds_section(lines, at, found)):
        return True
    is_list = line.words <= _LONGEST_LIST and (
        line.text.rstrip()[-1:] in ",،" or _TRAIL.fullmatch(line.text) is not None
    )
    is_country = known.is_pasted and _COUNTRY.fullmatch(line.text) is not None
    if not (is_list or is_as_short_as_kickers(line)) or (ends_sentence(line.text) and not is_country):
        return False
    if found.kicker is not None and not (_names_section(line, known) or _is_below_section(line, found, known)):
        return False
    return _stands_above_title(lines, at, known)


def _is_above_section(lines: Sequence[Line], at: int) -> bool:
    """Whether a few words stand above the name of a section that holds them, above a headline: `Arab World`, `News of
    the Arab World`."""
    if at + 2 >= len(lines) or not lines[at].words < lines[at + 1].words <= _LONGEST_SECTION < lines[at + 2].words:
        return False
    section = lines[at + 1].text
    is_held = set(key_of(lines[at].text).split()) <= set(key_of(section).split())
    return is_held and names_section(section) and is_headline_like(lines[at + 2].text)


def _holds_section(lines: Sequence[Line], at: int, found: Sections) -> bool:
    """Whether the section above a line stands in it once more."""
    return at > 0 and bool(key_of(found.kicker or "")) and _is_above_section(lines, at - 1)


def _is_title_told_twice(lines: Sequence[Line], at: int) -> bool:
    """Whether the next line comes again soon, as a title does that a page has beside what it shares, too."""
    may_head = [line.text for line in lines[at + 1 : at + _REACH] if not is_paragraph_like(line.text)]
    below = [key_of(text) for text in may_head if not is_worded_as_date(text)]
    return bool(below) and len(below[0].split()) >= _LEAST_TOLD_TWICE and below[0] in below[1:]


def _as_kicker(line: Line) -> str:
    return line.text.strip(" :|-–—[],،")


def _is_below_section(line: Line, found: Sections, known: Known) -> bool:
    """Whether a line may name a part of the section above it, as pages stack them: `Oman`, `Transport`."""
    is_word = line.words == 1 and line.text.isalpha() and known.is_pasted
    return is_word and found.kicker is not None and is_section(key_of(found.kicker), known)


def _names_section(line: Line, known: Known) -> bool:
    """Whether a line is the name that sites give to one of their sections: a known one, or a place."""
    return line.words == 1 and is_section(key_of(line.text), known)


def is_section(key: str, known: Known) -> bool:
    """Whether a text, by its key, is what sites call a section, or a known place."""
    return key.removeprefix("ال") in RUBRICS or key in known.places


def _is_over_part(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a section's name has one word right below it and a headline below that, which is longer than a name."""
    if not known.is_pasted or not _names_section(lines[at], known) or at + 2 >= len(lines):
        return False
    below, title = lines[at + 1], lines[at + 2]
    return below.words == 1 and below.text.isalpha() and title.words >= _LEAST_TOLD_TWICE


def _stands_above_title(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether the line below could be the title; between a site's sections and it stand bars and further sections."""
    below_sections = at + 1
    while (
        _names_section(lines[at], known)
        and below_sections < len(lines)
        and (_BAR.fullmatch(lines[below_sections].text) or _names_section(lines[below_sections], known))
    ):
        below_sections += 1
    if below_sections == at + 1 and _is_over_part(lines, at, known):
        below_sections += 1
    if below_sections + 1 >= len(lines):
        return False
    below = lines[below_sections]
    if not is_headline_like(below.text) or read_fields(below.text, Zone.HEAD, known.own):
        return False
    is_rubric = key_of(lines[at].text) in RUBRICS and lines[at].words == 1
    return below.words >= 4 or (
        is_rubric and any(read_unlabelled(line.text, known) for line in lines[below_sections + 1 : below_sections + 3])
    )
