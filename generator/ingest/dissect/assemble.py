"""From an article's sections to a draft: its fields settled, dates read, original and dateline found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.ingest.dissect.addresses import find_address
from generator.ingest.dissect.body import make_blocks
from generator.ingest.dissect.datelines import Dateline, read_dateline
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import FROM_OUTLET, Field, split_keywords
from generator.ingest.dissect.lines import Line, key_of
from generator.ingest.dissect.names import is_desk, is_generic_credit, is_outlet_like, names_service, split_names
from generator.ingest.dissect.originals import find_language, find_original, read_origin, read_original
from generator.ingest.dissect.rules import rules_of
from generator.ingest.dissect.sections import Sections
from generator.ingest.dissect.split import Part
from generator.model.article import SURENESS, Original, Sureness
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.publisher import Label
from generator.model.source import Block, BlockKind, Draft
from generator.text.arabic import is_arabic
from generator.text.dates import DateReading, find_date_hints, read_date

_SPECIAL_TAIL = re.compile(r"(?:(?<!\s)\s++)?+[-–—/|(]\s*+(?:خاص|حصري|exclusive|special)\)?\s*$", re.IGNORECASE)
_VIA = re.compile(
    r"(?:نقل[اً]{1,2} عن|عن(?= (?:صحيفة|جريدة|وكالة|موقع|مجلة|قناة|شبكة) )|via|courtesy of)[\s:]++(?=\S)", re.IGNORECASE
)
_FROM = re.compile(r"[\s(\[]*(?:نقلا[ًً]?\s+)?عن[\s:]")
_DIGITS = re.compile(r"[0-9٠-٩۰-۹]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is read with: today's date, and whether the source is known to write the day first; whether the text
    is searched for what points to a date, where it gives none; the source's time zone (IANA), and the language that it
    writes in, where they are known."""

    today: date
    day_first: bool | None = None
    with_hints: bool = True
    zone: str | None = None
    lang: Language | None = None

    def read(self, text: str, *, arabic: bool = False) -> DateReading | None:
        """The date that the short text `text` holds, or None."""
        return read_date(text, today=self.today, arabic=arabic, day_first=self.day_first)

    def is_date(self, text: str) -> bool:
        """Whether the whole of `text` is a date, times and signs apart."""
        found = self.read(text, arabic=is_arabic(text))
        if found is None:
            return False
        rest = key_of(text[: found.start] + " " + text[found.end :])
        return len(re.sub(r"[\W\d_]+|gmt|utc|الساعه|بتوقيت|صباحا|مساء|am|pm", "", rest)) <= 4

    def day_of(self, text: str) -> str | None:
        """The date that `text` holds, as ISO 8601, for comparing; None where it cannot be read."""
        found = self.read(text, arabic=is_arabic(text))
        return found.date.iso if found is not None else None


@dataclass(slots=True)
class _Facts:
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


def assemble(part: Part, sections: Sections, lang: Language, reading: Reading, known: Known) -> Draft | None:
    """The draft of one article; None where there is no title or no body to publish."""
    blocks = make_blocks(sections.body)
    if sections.title is None or not blocks:
        return None
    sections.fields = _as_of_translation(sections.fields)
    facts = _read_facts(sections.fields, reading, lang)
    own = _find_dateline(blocks, known)
    kicker = _place_above(sections, facts, own)
    dateline = own if kicker else sections.dateline or own
    published = facts.published or _date_of_dateline(dateline, reading, lang)
    used = [*part.lines, *part.removed]
    removed = sorted((*part.removed, *sections.removed), key=lambda line: line.number)
    draft = Draft(
        title=sections.title,
        lang=lang,
        blocks=blocks,
        lines=(min(x.number for x in used), max(x.last_number for x in used)),
        kicker=sections.kicker or facts.section or kicker,
        description=sections.standfirst or facts.standfirst,
        date=published[0] if published else None,
        date_raw=published[1] if published else None,
        date_hints=() if (published and published[0]) or not reading.with_hints else find_hints(blocks, published),
        updated=facts.updated,
        source=facts.source or _agency_of(dateline),
        source_link=facts.source_link,
        authors=tuple(facts.authors or facts.editors),
        translator=facts.translator,
        special=facts.special,
        dateline=facts.dateline or (dateline.place if dateline else None),
        original=_original(facts, sections, blocks),
        keywords=tuple(facts.keywords),
        url=facts.url,
        removed=(*(line.text for line in removed), *facts.left_over, *_unplaced(sections, facts)),
        repairs=count_repairs(used),
    )
    return replace(draft, rules=rules_of(draft, _stated(facts)))


def _stated(facts: _Facts) -> dict[str, Sureness]:
    """The fields that a line of the text states, and how sure that is: a label says it, or only the line's form."""
    stated = {
        "source": facts.source is not None,
        "kicker": facts.section is not None,
        "description": facts.standfirst is not None,
        "original": facts.original is not None or facts.original_url is not None,
    }
    sure = {name: Sureness.SURE for name, is_stated in stated.items() if is_stated}
    if facts.published is not None and facts.published[0] is not None:
        sure["date"] = facts.published_sure
    if facts.authors:
        sure["authors"] = facts.authors_sure
    if facts.dateline is not None:
        sure["dateline"] = facts.dateline_sure
    return sure


def _place_above(sections: Sections, facts: _Facts, own: Dateline | None) -> str | None:
    """The place alone in a head that is a kicker: where the text has a dateline of its own, and no kicker stands."""
    alone = sections.dateline
    if alone is None or own is None or sections.kicker or facts.section or facts.dateline or alone.agency or alone.day:
        return None
    return sections.dateline_line.text if sections.dateline_line else None


def _unplaced(sections: Sections, facts: _Facts) -> list[str]:
    """The lines whose fact the draft has no room for, word for word: a section beside a kicker, a summary beside a
    standfirst, an agency beside a source, what a note on the original says besides its name."""
    taken = {
        Label.SECTION: sections.kicker is not None,
        Label.STANDFIRST: sections.standfirst is not None,
        Label.ORIGINAL: facts.original is not None,
    }
    lines = [each.text or each.value for each in sections.fields if taken.get(each.label)]
    alone, line = sections.dateline, sections.dateline_line
    if (
        alone is not None
        and line is not None
        and (
            facts.dateline
            or alone.agency != _agency_of(alone)
            or (alone.agency and facts.source)
            or alone.day
            or (not alone.agency and key_of(line.text) != key_of(alone.place or ""))
        )
    ):
        lines.append(line.text)
    left_over = frozenset(facts.left_over)
    return [text for text in lines if text not in left_over]


def _agency_of(dateline: Dateline | None) -> str | None:
    """The agency a dateline names, unless it is «وكالات» or the like."""
    if dateline is None or dateline.agency is None or is_generic_credit(dateline.agency) or is_desk(dateline.agency):
        return None
    return dateline.agency


def count_repairs(lines: Iterable[Line]) -> tuple[tuple[str, int], ...]:
    """The repairs of several lines together, by name."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(dict(line.repairs))
    return tuple(sorted(total.items()))


def _read_facts(fields: Sequence[Field], reading: Reading, lang: Language) -> _Facts:
    """Settle the fields; of two for one place the first stays, the other is left over."""
    facts = _Facts()
    # What a label calls the source is the source, wherever the line with «خاص» stands.
    for each in sorted(fields, key=lambda each: each.label is Label.SPECIAL):
        if not _settle(facts, each, reading, arabic=lang is Language.AR):
            facts.left_over.append(each.text or each.value)
    if facts.authors and facts.editors:
        facts.left_over.extend(f.text or f.value for f in fields if f.label is Label.EDITOR)
    _drop_outlet_authors(facts)
    return facts


def _as_of_translation(fields: Sequence[Field]) -> list[Field]:
    """The fields, of which «عن …» names the original where the text is a translation, and an address is no source."""
    is_translated = any(one.label is Label.TRANSLATOR for one in fields)
    return [_of_translation(one) if one.label is Label.SOURCE and is_translated else _as_address(one) for one in fields]


def _of_translation(field: Field) -> Field:
    if find_address(field.value) == field.value:
        return replace(field, label=Label.ORIGINAL_URL)
    return replace(field, label=Label.ORIGINAL) if _FROM.match(field.text) else field


def _as_address(field: Field) -> Field:
    is_address = field.label is Label.SOURCE and find_address(field.value) == field.value
    return replace(field, label=Label.URL) if is_address and "/" in field.value else field


def _drop_outlet_authors(facts: _Facts) -> None:
    """The outlet is no author: a byline that repeats the source's name is left over."""
    source = key_of(facts.source or "")
    outlets = dict.fromkeys(name for name in facts.authors if source and key_of(name) in source)
    facts.authors = {name: None for name in facts.authors if name not in outlets}
    facts.left_over.extend(outlets)


def _settle(facts: _Facts, field: Field, reading: Reading, *, arabic: bool) -> bool:
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
            facts.editors.update(dict.fromkeys(split_names(field.value)))
        case Label.KEYWORDS:
            facts.keywords.update(dict.fromkeys(split_keywords(field.value)))
        case Label.ORIGINAL:
            facts.original = facts.original or _named_original(field)
        case Label.SOURCE if facts.source is not None and key_of(facts.source) == key_of(field.value):
            pass
        case _:
            settled = _settle_plain(facts, field)
    return settled


def _settle_author(facts: _Facts, field: Field) -> bool:
    """Names that a label states count before those that none does, and these make no list with others."""
    if facts.authors and SURENESS[field.sure] > SURENESS[facts.authors_sure]:
        return key_of(field.value) in map(key_of, facts.authors)
    if facts.authors and SURENESS[field.sure] < SURENESS[facts.authors_sure]:
        facts.left_over.extend(facts.authors)
        facts.authors.clear()
    facts.authors.update(dict.fromkeys(split_names(field.value)))
    facts.authors_sure = field.sure
    return not names_service(field.value)


def _settle_updated(facts: _Facts, field: Field, reading: Reading, arabic: bool) -> bool:
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


def _settle_plain(facts: _Facts, field: Field) -> bool:
    name = _PLAIN.get(field.label)
    if name is None or getattr(facts, name) is not None:
        return False
    value = field.value
    if field.label in (Label.URL, Label.ORIGINAL_URL):
        value = find_address(value) or value
    if field.label is Label.SOURCE and (via := _VIA.match(value)) is not None:
        value = value[via.end() :]
        facts.left_over.append(field.text or field.value)
    setattr(facts, name, value)
    if field.label is Label.SOURCE:
        facts.source_link = field.link
    if field.label is Label.DATELINE:
        facts.dateline_sure = field.sure
    return field.label is not Label.URL or value.startswith(
        ("http://", "https://")
    )  # a bare host is kept word for word


def _settle_published(facts: _Facts, field: Field, reading: Reading, arabic: bool) -> bool:
    """The first label with a readable date counts, else the first line that is a date; what cannot be read is kept as
    raw text until then.

    `arabic`: the article is in Arabic, where numbers are day, month, year."""
    found = reading.read(field.value, arabic=arabic or is_arabic(field.text or field.value))
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


def _settle_translation(facts: _Facts, field: Field) -> bool:
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


def _settle_translator(facts: _Facts, value: str) -> bool:
    name = _SPECIAL_TAIL.sub("", value).strip(" -–—:()")
    facts.special = facts.special or name != value.strip(" -–—:()") or key_of(value) == "خاص"
    if not name or key_of(name) in ("خاص", "خاصه"):
        facts.special = True
        return True
    if facts.translator is not None:
        return False
    facts.translator = name
    return True


def _settle_special_outlet(facts: _Facts, value: str) -> bool:
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


def _find_dateline(blocks: Sequence[Block], known: Known) -> Dateline | None:
    first = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    return read_dateline(first.text, known) if first and len(first.text.split()) >= 8 else None


def _date_of_dateline(
    dateline: Dateline | None, reading: Reading, lang: Language
) -> tuple[PublicationDate | None, str] | None:
    """The date a dateline gives in full (`القاهرة في 3 مايو 2024`); a day without its year is only a hint."""
    if dateline is None or dateline.day is None or not _DIGITS.search(dateline.day):
        return None
    found = reading.read(dateline.day, arabic=lang is Language.AR)
    return (found.date, dateline.day) if found else None


def find_hints(blocks: Sequence[Block], published: tuple[PublicationDate | None, str] | None = None) -> tuple[str, ...]:
    """What points to a date: in the words that the page gives for it, then in the text."""
    raw = published[1] if published else ""
    hints = (hint for text in (raw, *(block.text for block in blocks)) for hint in find_date_hints(text))
    return tuple(dict.fromkeys(hints))


def _original(facts: _Facts, sections: Sections, blocks: Sequence[Block]) -> Original | None:
    """The original that a label names, else the head of the text; there it needs its language named or a translator."""
    found = facts.original
    if found is None:
        prose = [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH]
        texts = [text for text in (sections.standfirst, *prose[:2], *prose[-1:]) if text]
        found = find_original(texts)
        if found is not None and found.lang is None and facts.translator is None:
            found = None
    if facts.translated_from and (found is None or found.lang is None):
        found = replace(found or Original(), lang=facts.translated_from)
    if facts.original_url or facts.original_title:
        found = replace(found or Original(), url=facts.original_url, title=facts.original_title)
    return found
