"""What the labelled lines of an article say, each in its place; the words of what finds none are kept.

Not for finding the lines (`sections`), nor for what the text itself says (`assemble`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.ingest.dissect.addresses import find_address, read_web_address
from generator.ingest.dissect.label_values import FROM_OUTLET, Field, split_keywords, states
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.names import is_outlet_like, names_service, split_names, sureness_of_name
from generator.ingest.dissect.originals import find_language, find_original, read_origin, read_original
from generator.ingest.dissect.reading import Reading
from generator.model.article import SURENESS, Original, Sureness
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_SPECIAL_TAIL = re.compile(r"(?:(?<!\s)\s++)?+[-–—/|(]\s*+(?:خاص|حصري|exclusive|special)\)?\s*$", re.IGNORECASE)
_VIA = re.compile(
    r"(?:نقل[اً]{1,2} عن|عن(?= (?:صحيفة|جريدة|وكالة|موقع|مجلة|قناة|شبكة) )|via|courtesy of)[\s:]++(?=\S)", re.IGNORECASE
)
# The clock that a site's program gives to a day without one (`September 4, 2024 12:00 am`).
_MIDNIGHT = re.compile(r"(?<=\d{4})[\s,،|–-]+(?:at |الساعة )?(?:12:00 ?a\.?m\.?|00:00(?::00)?)\s*$", re.IGNORECASE)
_FROM = re.compile(r"[\s(\[]*(?:نقلا[ًً]?\s+)?عن[\s:]")


@dataclass(slots=True)
class Facts:
    """Fields of an article while its labels are gone through; what is left over is kept word for word."""

    published: tuple[PublicationDate | None, str] | None = None
    published_sure: Sureness = Sureness.SURE
    updated: PublicationDate | None = None
    source: str | None = None
    source_link: str | None = None
    authors: dict[str, None] = field(default_factory=dict)  # in order, each once
    authors_sure: Sureness = Sureness.SURE
    editors: dict[str, None] = field(default_factory=dict)
    translator: str | None = None
    special: bool = False
    keywords: dict[str, None] = field(default_factory=dict)
    section: str | None = None
    standfirst: str | None = None
    dateline: str | None = None
    dateline_sure: Sureness = Sureness.SURE
    original: Original | None = None
    original_url: str | None = None
    translated_from: str | None = None
    original_title: str | None = None
    url: str | None = None
    left_over: list[str] = field(default_factory=list)


def read_facts(fields: Sequence[Field], reading: Reading, lang: Language) -> Facts:
    """Settle the fields; of two for one place the first stays, the other is left over."""
    facts = Facts()
    # What a label calls the source is the source, wherever the line with «خاص» stands, or one that describes it.
    for each in sorted(fields, key=_is_second):
        if not _settle(facts, each, reading, arabic=lang is Language.AR):
            facts.left_over.append(each.text or each.value)
    if facts.authors and facts.editors:
        facts.left_over.extend(f.text or f.value for f in fields if f.label is Label.EDITOR)
    _drop_outlet_authors(facts)
    return facts


def _is_second(field: Field) -> bool:
    return field.label is Label.SPECIAL or (field.label is Label.SOURCE and field.sure is not Sureness.SURE)


def as_of_translation(fields: Sequence[Field]) -> list[Field]:
    """The fields, of which «عن …» names the original where the text is a translation, and an address is no source."""
    is_translated = states(fields, Label.TRANSLATOR)
    return [_of_translation(one) if one.label is Label.SOURCE and is_translated else _as_address(one) for one in fields]


def _of_translation(field: Field) -> Field:
    if find_address(field.value) == field.value:
        return replace(field, label=Label.ORIGINAL_URL)
    return replace(field, label=Label.ORIGINAL) if _FROM.match(field.text) else field


def _as_address(field: Field) -> Field:
    is_address = field.label is Label.SOURCE and find_address(field.value) == field.value
    return replace(field, label=Label.URL) if is_address and "/" in field.value else field


def _drop_outlet_authors(facts: Facts) -> None:
    """The outlet is no author: a byline that repeats the name of the source, or of the original's, is left over."""
    source = key_of(facts.source or "")
    original = key_of((facts.original and facts.original.publisher) or "")
    outlets = dict.fromkeys(
        name for name in facts.authors if (source and key_of(name) in source) or key_of(name) == original
    )
    facts.authors = {name: None for name in facts.authors if name not in outlets}
    facts.left_over.extend(outlets)


def _settle(facts: Facts, field: Field, reading: Reading, *, arabic: bool) -> bool:
    """Put one field in its place; False where the place is taken or the value says nothing."""
    settled = True
    match field.label:
        case Label.PUBLISHED:
            settled = _settle_published(facts, field, reading, arabic)
        case Label.UPDATED:
            settled = _settle_updated(facts, field, reading, arabic)
        case Label.TRANSLATOR:
            settled = _settle_translation(facts, field)
        case Label.SPECIAL:
            facts.special = True
            settled = len(field.value.split()) == 1 or _settle_special_outlet(facts, field.value)
        case Label.AUTHOR:
            settled = _settle_author(facts, field)
        case Label.EDITOR:
            settled = is_arabic(field.value)  # «تحرير» often is who wrote; an English editor never is
            facts.editors.update(dict.fromkeys(split_names(field.value) if settled else ()))
        case Label.KEYWORDS:
            facts.keywords.update(dict.fromkeys(split_keywords(field.value)))
        case Label.ORIGINAL:
            facts.original = facts.original or _named_original(field)
        case Label.SOURCE if facts.source is not None and key_of(facts.source) == key_of(field.value):
            pass
        case _:
            settled = _settle_plain(facts, field)
    return settled


def _is_author_again(value: str, facts: Facts) -> bool:
    """Whether what a label calls the source is the person whom the head names as the author."""
    return key_of(value) in map(key_of, facts.authors) and sureness_of_name(value) is Sureness.LIKELY


def _settle_author(facts: Facts, field: Field) -> bool:
    """Names that a label states count before those that none does, and these make no list with others."""
    if facts.authors and SURENESS[field.sure] > SURENESS[facts.authors_sure]:
        return key_of(field.value) in map(key_of, facts.authors)
    if facts.authors and SURENESS[field.sure] < SURENESS[facts.authors_sure]:
        facts.left_over.extend(facts.authors)
        facts.authors.clear()
    facts.authors.update(dict.fromkeys(split_names(field.value)))
    facts.authors_sure = field.sure
    return not names_service(field.value)


def _settle_updated(facts: Facts, field: Field, reading: Reading, arabic: bool) -> bool:
    found = reading.read(field.value, arabic=arabic or is_arabic(field.text or field.value))
    if facts.updated is not None or found is None:
        return False
    facts.updated = found.date
    return True


_PLAIN = {
    Label.SOURCE: "source",
    Label.SECTION: "section",
    Label.STANDFIRST: "standfirst",
    Label.DATELINE: "dateline",
    Label.ORIGINAL_TITLE: "original_title",
    Label.URL: "url",
    Label.ORIGINAL_URL: "original_url",
}


def _settle_plain(facts: Facts, field: Field) -> bool:
    name = _PLAIN.get(field.label)
    if name is None or getattr(facts, name) is not None:
        return False
    if field.label is Label.SOURCE and _is_author_again(field.value, facts):
        return False
    value = field.value
    if field.label in (Label.URL, Label.ORIGINAL_URL):
        address = read_web_address(value)
        setattr(facts, name, address)
        return address == value  # what is written otherwise is kept word for word
    if field.label is Label.SOURCE and (via := _VIA.match(value)) is not None:
        value = value[via.end() :]
        facts.left_over.append(field.text or field.value)
    setattr(facts, name, value)
    if field.label is Label.SOURCE:
        facts.source_link = field.link
    if field.label is Label.DATELINE:
        facts.dateline_sure = field.sure
    return True


def _settle_published(facts: Facts, field: Field, reading: Reading, arabic: bool) -> bool:
    """The first label with a readable date counts, else the first line that is a date; what cannot be read is kept as
    raw text until then.

    `arabic`: the article is in Arabic, where numbers are day, month, year."""
    day = _MIDNIGHT.sub("", field.value)
    found = reading.read(day, arabic=arabic or is_arabic(field.text or field.value))
    if facts.published is not None:
        is_surer = SURENESS[field.sure] < SURENESS[facts.published_sure]
        if found is None or (facts.published[0] is not None and not is_surer):
            return False
        facts.left_over.append(facts.published[1])
    facts.published, facts.published_sure = (found.date if found else None, field.value), field.sure
    return True


def _named_original(field: Field) -> Original:
    found = find_original([field.value]) or read_original(field.value)
    return replace(found, lang=found.lang or find_language(field.text or field.value))


def _settle_translation(facts: Facts, field: Field) -> bool:
    """Who translated, from which language, and from which outlet where one is named behind them."""
    parts = FROM_OUTLET.split(field.value, maxsplit=1)
    facts.translated_from = facts.translated_from or find_language(field.text)
    if len(parts) > 1 and (origin := read_origin(parts[1])) is not None:
        facts.original = facts.original or origin
        facts.original_url = facts.original_url or field.link
        facts.translated_from = facts.translated_from or origin.lang
        facts.left_over.append(field.text or field.value)
        field = replace(field, value=parts[0])
    return not field.value.strip() or _settle_translator(facts, field.value)


def _settle_translator(facts: Facts, value: str) -> bool:
    name = _SPECIAL_TAIL.sub("", value).strip(" -–—:()")
    facts.special = facts.special or name != value.strip(" -–—:()") or key_of(value) == "خاص"
    if not name or key_of(name) in ("خاص", "خاصه"):
        facts.special = True
        return True
    if facts.translator is not None:
        return False
    facts.translator = name
    return True


def _settle_special_outlet(facts: Facts, value: str) -> bool:
    """`خاص – المرصد`, `Special to The Herald`: the outlet is the source where no other is named.

    Before a bar (`ليبيا | خاص`) stands a kicker, unless it is an outlet's name.
    """
    name = re.sub(
        r"^(?:\S+ )?خاص(?:ة)?(?: بـ?|ـ)?|(?:\s*[-–—|]\s*)?خاص$|^(?:exclusive|special)(?: report)?(?: to| for)?",
        "",
        value,
        flags=re.IGNORECASE,
    ).strip(" -–—:()|")
    if "|" in value and name and facts.section is None and not is_outlet_like(name):
        facts.section = name
        return True
    if name and "ترجم" in value and facts.translator is None:
        facts.translator = name
        return True
    if not name or facts.source is not None:
        return not name
    facts.source = name
    return True
