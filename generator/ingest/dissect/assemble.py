"""From an article's sections to a draft: its fields settled, dates read, original and dateline found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.body import make_blocks
from generator.ingest.dissect.borders import LEAST_WORDS
from generator.ingest.dissect.closing_credits import part_credit
from generator.ingest.dissect.credit_names import is_credit
from generator.ingest.dissect.credited_texts import credit_of
from generator.ingest.dissect.datelines import Dateline, read_dateline
from generator.ingest.dissect.facts import Facts, as_of_translation, read_facts
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_headline_like, key_of
from generator.ingest.dissect.names import is_desk, is_generic_credit
from generator.ingest.dissect.openings import read_opening
from generator.ingest.dissect.originals import find_original
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.reading import Reading
from generator.ingest.dissect.rules import rules_of
from generator.model.article import Original, Sureness
from generator.model.dates import PublicationDate
from generator.model.language import Language
from generator.model.publisher import Label
from generator.model.source import Block, BlockKind, Draft
from generator.text.arabic import is_arabic
from generator.text.dates import find_date_hints

_ENDS_OF_SENTENCES = '.!؟?…»”"'
_QUOTED = re.compile('[«“"](?P<name>[^«»“”"]+)[»”"]')
_DIGITS = re.compile(r"[0-9٠-٩۰-۹]")


def assemble(part: Part, sections: Sections, lang: Language, reading: Reading, known: Known) -> Draft | None:
    """The draft of one article; None where there is no title or no body to publish."""
    blocks = make_blocks(sections.body)
    if sections.title is None or not blocks:
        return None
    sections.fields = as_of_translation(sections.fields)
    facts = read_facts(sections.fields, reading, lang)
    first = next((block.text for block in blocks if block.kind is BlockKind.PARAGRAPH), "")
    opening = read_opening(first, known)
    own = opening.dateline if opening else _find_dateline(first, known)
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
        source=_source_of(facts, dateline)
        or _agency_of(dateline)
        or (None if sections.may_be_several else _credit_behind(blocks, sections.standfirst, known)),
        source_link=facts.source_link,
        authors=tuple(facts.authors or facts.editors) or (opening.people if opening else ()),
        translator=facts.translator,
        special=facts.special,
        dateline=facts.dateline or (dateline.place if dateline else None),
        original=_original(facts, sections, blocks),
        keywords=tuple(facts.keywords),
        url=facts.url,
        removed=(*(line.text for line in removed), *facts.left_over, *_unplaced(sections, facts)),
        repairs=_count_repairs(used),
    )
    return replace(draft, rules=rules_of(draft, _stated(facts)))


def _stated(facts: Facts) -> dict[str, Sureness]:
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


def _place_above(sections: Sections, facts: Facts, own: Dateline | None) -> str | None:
    """The place alone in a head that is a kicker: where the text has a dateline of its own, and no kicker stands."""
    alone = sections.dateline
    if alone is None or own is None or sections.kicker or facts.section or facts.dateline or alone.agency or alone.day:
        return None
    return sections.dateline_line.text if sections.dateline_line else None


def _unplaced(sections: Sections, facts: Facts) -> list[str]:
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


def _credit_behind(blocks: Sequence[Block], standfirst: str | None, known: Known) -> str | None:
    """The agency or outlet in brackets or behind a dash with which the text closes, unless it is «وكالات» or the like,
    or a paragraph above closes with another: these are several texts, or several sources of one."""
    behind = _credit_of(blocks[-1].text, known) if blocks[-1].kind is BlockKind.PARAGRAPH else None
    if behind is None or (known.is_pasted and any(map(_may_be_title, blocks[1:-1]))):
        return None
    above = [standfirst or "", *(block.text for block in blocks[:-1] if block.kind is BlockKind.PARAGRAPH)]
    credits = (credit for text in above if (credit := _credit_of(text, known)) is not None)
    if any(key_of(credit) != key_of(behind) for credit in credits):
        return None
    return _agency_of(Dateline(None, behind))


def _may_be_title(block: Block) -> bool:
    """Whether a block of an English text could be the title of another: what closes that would say nothing of this."""
    words = len(block.text.split())
    return words >= LEAST_WORDS and is_headline_like(block.text) and not is_arabic(block.text)


def _credit_of(text: str, known: Known) -> str | None:
    sentence, credit = part_credit(text)
    if credit is None or sentence[-1] not in _ENDS_OF_SENTENCES:
        credit = credit_of(text)
    return credit if credit is not None and is_credit(credit, known) else None


def _source_of(facts: Facts, dateline: Dateline | None) -> str | None:
    """The source that the facts name, unless it is the place from which was reported («المصدر: أبوظبي»)."""
    place = facts.dateline or (dateline.place if dateline else None)
    if facts.source is not None and place is not None and key_of(facts.source) == key_of(place):
        facts.left_over.append(facts.source)
        return None
    return facts.source


def _agency_of(dateline: Dateline | None) -> str | None:
    """The agency a dateline names, unless it is «وكالات» or the like."""
    if dateline is None or dateline.agency is None or is_generic_credit(dateline.agency) or is_desk(dateline.agency):
        return None
    quoted = _QUOTED.fullmatch(dateline.agency.strip())
    return quoted["name"] if quoted else dateline.agency


def _count_repairs(lines: Iterable[Line]) -> tuple[tuple[str, int], ...]:
    """The repairs of several lines together, by name."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(dict(line.repairs))
    return tuple(sorted(total.items()))


def _find_dateline(first: str, known: Known) -> Dateline | None:
    """The dateline of the first paragraph, unless that is too short to be one."""
    return read_dateline(first, known) if len(first.split()) >= 8 else None


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


def _original(facts: Facts, sections: Sections, blocks: Sequence[Block]) -> Original | None:
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
