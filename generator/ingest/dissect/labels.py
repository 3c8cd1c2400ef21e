"""Label lines: a line (or a part of one) that states a fact about the article, read into fields.

Not for the words of the labels (label_words), nor for deciding where in an article a line stands (sections).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from functools import lru_cache

from generator.ingest.dissect.arabic_credits import read_arabic_wire_credits
from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.dated_bylines import read_person_then_day, without_byline
from generator.ingest.dissect.english_credits import read_wire_credits
from generator.ingest.dissect.label_values import AROUND_VALUES, PEOPLE, PROSE, Field, accept_value, fits_short
from generator.ingest.dissect.label_words import CLOSED, LONGEST_OPEN, OF_HEADS, OPEN, WEAK
from generator.ingest.dissect.lines import ends_sentence, ends_with_stop, key_of
from generator.ingest.dissect.monitored import read_monitored
from generator.ingest.dissect.names import (
    is_outlet_like,
    is_person_like,
    is_unlabelled_byline,
    split_names,
)
from generator.ingest.dissect.originals import is_credit_note
from generator.ingest.dissect.own_words import NO_WORDS, OwnLabel, OwnWords
from generator.ingest.dissect.second_facts import part_fact
from generator.ingest.dissect.taken_from import read_taken_from
from generator.ingest.dissect.translation_notes import read_translation_note
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

# Space before a sign is looked at once, from where it begins, and not again from each of its characters.
_SPACE = r"(?:(?<!\s)\s++)"
_SEPARATOR = re.compile(r"[:：]|\s*[/|]\s*|\s+[-–—=]+\s*|[-–—]\s+|\s*[»>]+\s*")
_COMMA_AND_LABEL = r"،\s++(?=(?:المصدر|ترجمة|بقلم|كتبت?|إعداد|اعداد|تصوير|تحرير|تاريخ النشر)\s?:)"
# Without one of these, no part ends.
_PARTS = re.compile(rf"{_COMMA_AND_LABEL}|[|•·¦‖;؛\t]|\s[–—-]\s|[,.]\s+(?i:writing|additional|reporting|editing)\b")
_PART = re.compile(
    rf"{_COMMA_AND_LABEL}|"
    rf"{_SPACE}[|•·¦‖–—-]\s++|{_SPACE}?+[|•·¦‖;؛]\s*+|\t++|"
    r"[,.]\s++(?=(?i:writing|(?:additional )?reporting|editing) by\b)"
)
_BAR = re.compile(rf"{_SPACE}?+[|•·¦‖]\s*+|\t++")
_CREDIT = re.compile(
    r"(?P<outlet>[^\s:]+(?: [^\s:]+){0,3})\s+[-–—/]\s+(?:متابعات|متابعة|وكالات|رصد|مواقع|agencies|wires)", re.IGNORECASE
)
_ROLE = re.compile(
    r"[،,]\s*(?:[\w'’ -]{0,30}\b(?:correspondent|reporter|writer|editor|columnist|contributor|producer|analyst)\b"
    r"[\w'’ -]{0,30}|(?:مراسل|محرر|كاتب|صحفي|صحافي|باحث)[\w ]{0,40})$|"
    r" (?-i:Staff|Senior|Contributing|Special) (?:correspondent|reporter|writer|editor|columnist)$|"
    r" من [\u0621-\u064a]{2,15}(?: [\u0621-\u064a]{2,15})?$|"
    r" in (?-i:[A-Z])[\w'’-]{2,20}(?: (?-i:[A-Z])[\w'’-]{2,20})?$",
    re.IGNORECASE,
)
_WHITE_SPACE = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
_OPENING_SIGNS, _CLOSING_SIGNS = f'{_WHITE_SPACE}([{{«“"*_#~', f'{_WHITE_SPACE})]}}»”"*_~'
_BRACKETS = {")": "(", "]": "[", "»": "«", "”": "“"}
_SPECIAL = re.compile(
    r"(?:(?:تقرير|تحقيق|ترجمه|حوار|متابعه)? ?خاص(?: ب|ه ب)?ـ? ?(?:\S+(?: \S+){0,2} ?)?|(?:\S+ ){1,3}خاص|حصري(?: ل\S+)?|"
    r"حصريا|exclusive|special report|special|special to .{2,40}|exclusive to .{2,40})"
)
_LONGEST_BYLINE = 120
_LONGEST_BARE_LABEL = 200  # characters, marks and signs around it counted; the longest of the words has 40
_LONGEST_OWN = 16  # words of a line within a body that is a publisher's own label
_NEXT_LINE = frozenset(CLOSED) - WEAK
_BEGIN_OPEN = frozenset(key_of(form.split()[0]) for form in OPEN)


class Zone(Enum):
    """Where in an article a line stands: before its body, in it, after it."""

    HEAD = "head"
    BODY = "body"
    TAIL = "tail"


@lru_cache(maxsize=4096)
def read_fields(text: str, zone: Zone, own: OwnWords = NO_WORDS) -> tuple[Field, ...]:
    """The labelled facts of which the line `text` consists, or nothing: the whole line is labels or none of it is.

    At the head and the foot of an article a label may lack its separator (`By Jane Doe`, `نشر في 3 مايو 2024`);
    inside the body only a label with a colon counts. The publisher's `own` words come before those that all write.
    """
    bare = unwrapped(text)
    special = _read_own_special(bare, text, own)
    if not special and zone is not Zone.BODY:
        special = read_person_then_day(bare, text) or read_taken_from(text, bare, at_foot=zone is Zone.TAIL)
        special = special or read_monitored(text) or read_translation_note(text)
    if not special and zone is Zone.TAIL:
        special = read_arabic_wire_credits(text)
    if special:
        return special
    credit = _CREDIT.fullmatch(bare) if zone is Zone.TAIL else None
    if credit is not None and key_of(credit["outlet"]) not in CLOSED:
        return (Field(Label.SOURCE, credit["outlet"], text), Field(Label.ASIDE, bare, text))
    parts = [part for part in _PART.split(bare) if part] if _PARTS.search(bare) else [bare]
    if len(parts) > 1:
        several = [read_field(part, zone, own) or _read_page_part(part) for part in parts]
        several = _with_names(parts, several)
        found = [
            (replace(one, text=part),) if one is not None else _read_with_role(part, part, zone, own)
            for one, part in zip(several, parts, strict=True)
        ]
        if all(found):
            return tuple(one for fields in found for one in fields)
        dated = _read_dated_parts(bare, zone, own)
        if dated:
            return dated
    with_role = _read_with_role(bare, text, zone, own)
    if with_role:
        return with_role
    single = read_field(bare, zone, own)
    credits = read_wire_credits(text) if single is None and zone is Zone.TAIL else ()
    return part_fact(replace(single, text=text), in_body=zone is Zone.BODY) if single else credits


def _read_with_role(bare: str, text: str, zone: Zone, own: OwnWords) -> tuple[Field, ...]:
    """A byline with what its person is behind the name (`By Jane Doe, Staff Writer`): the line is kept as well."""
    role = _ROLE.search(bare) if zone is not Zone.BODY and len(bare) <= _LONGEST_BYLINE else None
    author = read_field(bare[: role.start()], zone, own) if role else None
    if author is None or author.label is not Label.AUTHOR:
        return ()
    return replace(author, text=text), Field(Label.ASIDE, bare, text)


def _read_dated_parts(text: str, zone: Zone, own: OwnWords) -> tuple[Field, ...]:
    """Labels between bars where a date's own dash has parted it from its time (`نشر: 3 مايو - 14:20 | تحديث: …`)."""
    parts = [part for part in _BAR.split(text) if part.strip()]
    if len(parts) < 2:
        return ()
    read = [(read_field(part, zone, own), part) for part in parts]
    found = tuple(replace(one, text=part) for one, part in read if one is not None)
    dated = any(one.label in (Label.PUBLISHED, Label.UPDATED) for one in found)
    return found if len(found) == len(parts) and dated else ()


def _read_page_part(part: str) -> Field | None:
    """A part of a line that belongs to the page: `3 min read`."""
    return Field(Label.ASIDE, part) if is_boilerplate(part) else None


def _with_names(parts: Sequence[str], several: Sequence[Field | None]) -> list[Field | None]:
    """Beside a labelled person or `خاص`, an unlabelled part is settled too: `Jane Doe – Translated by John Roe`."""
    beside = {one.label for one in several if one is not None}
    if Label.TRANSLATOR not in beside:
        return list(several)
    return [one or _read_name(part) for part, one in zip(parts, several, strict=True)]


def _read_name(part: str) -> Field | None:
    if is_outlet_like(part):
        return Field(Label.SOURCE, part)
    return Field(Label.AUTHOR, part) if 2 <= len(part.split()) <= 4 and is_person_like(part) else None


def unwrapped(text: str) -> str:
    """`text` without brackets, quotes or stars around the whole of it."""
    bare = text.lstrip(_OPENING_SIGNS).rstrip(_CLOSING_SIGNS)
    closing = text.rstrip()[-1:]
    if closing in _BRACKETS and bare.count(_BRACKETS[closing]) > bare.count(closing):
        bare += closing  # it closes a bracket within the text
    if closing == '"' and bare.count('"') % 2:
        bare += closing
    return bare if len(bare) > 1 else text


def read_field(text: str, zone: Zone, own: OwnWords = NO_WORDS) -> Field | None:
    """The one labelled fact that `text` is, or None."""
    found = own.read(text)
    if found is not None and (field := _read_own(text, found, zone)) is not None:
        return field
    if zone is not Zone.BODY and _is_special(text):
        return Field(Label.SPECIAL, text)
    if zone is not Zone.BODY and is_credit_note(text):
        return Field(Label.ORIGINAL, text)
    return _read_closed(text, zone) or (_read_open(text) if zone is not Zone.BODY else None)


def _read_own(text: str, found: OwnLabel, zone: Zone) -> Field | None:
    """The fact that a line with a publisher's own label states, or None."""
    if found.label in (Label.READ_ALSO, Label.SPECIAL):  # no value stands behind them
        return None
    if found.label is Label.ASIDE and len(text.split()) <= _LONGEST_OWN:
        return Field(Label.ASIDE, text)
    if zone is Zone.BODY and not _is_short(found.rest):
        return None
    if not found.signed and not _may_stand_unsigned(text, found):
        return None
    return accept_value(found.label, found.rest if found.label in PROSE else found.rest.strip(AROUND_VALUES))


def _is_short(value: str) -> bool:
    """Whether a value within a body is short enough to be no text of its own."""
    words = len(value.split())
    return words <= _LONGEST_OWN and not (words > 4 and ends_sentence(value))


def _may_stand_unsigned(text: str, found: OwnLabel) -> bool:
    """Whether an own label without a sign behind it labels anything: before a sentence, or what is no date and no name,
    it is a word like any other."""
    words = len(found.rest.split())
    if found.label in (Label.PUBLISHED, Label.UPDATED) and not any(map(str.isdigit, found.rest)):
        return False
    if found.label in PEOPLE and (words > 6 or "\u064b" in found.rest):
        return False
    return words <= 4 or not ends_sentence(text)


def _read_own_special(bare: str, text: str, own: OwnWords) -> tuple[Field, ...]:
    """A line that says in a publisher's own words that the text was written for it alone; the line is kept as well."""
    found = own.read(bare)
    if found is None or found.label is not Label.SPECIAL or found.rest:
        return ()
    return Field(Label.SPECIAL, "خاص", text), Field(Label.ASIDE, bare, text)


def read_bare_label(text: str, own: OwnWords = NO_WORDS) -> Label | None:
    """The label that is the whole of `text`, its value standing on a line below; None otherwise."""
    if len(text) > _LONGEST_BARE_LABEL:
        return None
    bare = unwrapped(text)
    found = own.read(bare)
    if found is not None and not found.rest and found.label not in (Label.READ_ALSO, Label.SPECIAL):
        return found.label
    key = key_of(bare)
    if bare.rstrip().endswith((":", "：")):
        return CLOSED.get(key)
    return CLOSED[key] if key in _NEXT_LINE else None


def _is_special(text: str) -> bool:
    return len(text) <= 45 and not ends_sentence(text) and _SPECIAL.fullmatch(key_of(text)) is not None


def _read_closed(text: str, zone: Zone) -> Field | None:
    """A label with its separator; a colon is looked for first, as `كتب - أحمد: …` is no byline."""
    found = list(_SEPARATOR.finditer(text, 0, 60))
    if zone is Zone.BODY:
        found = [one for one in found if ":" in one.group() or "：" in one.group()]
    for separator in sorted(found, key=lambda one: (":" not in one.group(), one.start())):
        key = key_of(text[: separator.start()])
        label = CLOSED.get(key)
        if label is None or (zone is Zone.BODY and key in OF_HEADS):
            continue
        value = text[separator.end() :]
        is_sentence = ends_sentence(value) and not (label is Label.TITLE and value[-1] in "?؟!")
        if zone is Zone.BODY and label is not Label.ASIDE and is_sentence and len(value.split()) > 4:
            continue  # a sentence behind a colon is what somebody says, not a fact about the article
        field = accept_value(label, value.strip(AROUND_VALUES if label not in PROSE else " :"), key in WEAK)
        if field is not None:
            return field
    return None


def _is_long(value: str) -> bool:
    """Whether names have more words than people's have; each of several that a list joins may have some."""
    words = len(value.split())
    return words > 6 and (is_arabic(value) or not all(map(is_unlabelled_byline, split_names(value))))


def _read_open(text: str) -> Field | None:
    """A label followed by its value with a space only: the longest label that fits."""
    words = text.split()
    first = key_of(words[0]) if words else ""
    if first and first not in _BEGIN_OPEN:
        return None
    for count in range(min(LONGEST_OPEN, len(words) - 1), 0, -1):
        key = key_of(" ".join(words[:count]))
        label = OPEN.get(key)
        if label is None:
            continue
        value = " ".join(words[count:]).strip(AROUND_VALUES)
        is_sentence = len(words) > 4 and ends_sentence(text)
        if label in PEOPLE and (_is_long(value) or "\u064b" in value or is_sentence):
            continue  # a name is short and has no tanween; this is prose
        if label is Label.ASIDE:
            if is_person_like(value) and 2 <= len(value.split()) <= 4:
                return Field(label, value)
            continue
        if label is Label.ORIGINAL or (
            fits_short(without_byline(label, value), weak=True) and not ends_with_stop(value)
        ):
            return accept_value(label, value, weak=True)
    return None
