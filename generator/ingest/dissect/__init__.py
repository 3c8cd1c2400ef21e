"""Taking a document's text apart: which articles it holds, and what each of their lines is.

Rules for both languages, by form and words, never by outlet. Every non-blank line ends up in exactly one place: a
field, a block of a body, an article's `removed`, or among the lines that only stand between articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.assemble import assemble
from generator.ingest.dissect.english_datelines import as_first_sentence, is_untitled, with_first_sentence
from generator.ingest.dissect.facts_between import give_to_none
from generator.ingest.dissect.known import NOTHING, Known
from generator.ingest.dissect.lines import Line
from generator.ingest.dissect.outlet_names import OUTLETS
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.reading import Reading
from generator.ingest.dissect.sections import part_sections
from generator.ingest.dissect.split import split_articles
from generator.model.language import Language
from generator.model.source import Draft
from generator.text.languages import identify_language

__all__ = ["Dissection", "Foreign", "Known", "Reading", "dissect"]


_QUOTED = re.compile(r"[«“\"][^«»“”\"]+[»”\"][.،,]?")
_ARABIC, _LATIN = re.compile(r"[\u0620-\u06ff]"), re.compile(r"[A-Za-z]")
_FEWEST_OWN_WORDS = 12
_ENOUGH = 3000  # characters tell the language of a text as surely as all of it


@dataclass(frozen=True, slots=True)
class Foreign:
    """A part of a document that is in no language of the archive: its language, if known, and its first line."""

    language: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Dissection:
    """What a document holds: drafts in order, lines that only separate them, parts that are in another language, and
    lines that belong to no article, word for word."""

    drafts: tuple[Draft, ...]
    separators: tuple[str, ...] = ()
    foreign: tuple[Foreign, ...] = ()
    unclaimed: tuple[str, ...] = ()


def dissect(
    lines: Sequence[Line],
    reading: Reading,
    known: Known = NOTHING,
    *,
    titled: bool = False,
) -> Dissection:
    """Take a document's non-blank lines apart. A further article inherits the first one's language and nothing else.

    `titled`: the first line is known to be the title of the first article.
    """
    if not lines:
        return Dissection(())
    known = replace(known, is_date=reading.is_date, day_of=reading.day_of)
    if all(line.block is None for line in lines):
        known = replace(known, is_pasted=True, outlets=known.outlets | OUTLETS)
    split = split_articles(lines, known)
    if split.outlets or split.writers or split.closing or split.places:
        known = replace(
            known,
            outlets=known.outlets | split.outlets,
            places=known.places | split.places,
            writers=split.writers,
            closing=split.closing,
        )
    drafts: list[Draft] = []
    foreign: list[Foreign] = []
    separators = [line.text for line in split.separators]
    pending: list[str] = []
    taken = [
        part_sections(part.lines, known, titled=titled and part is split.parts[0], in_doubt=part.in_doubt)
        for part in split.parts
    ]
    if known.is_pasted:
        give_to_none(split.parts, taken, known)
    for part, found in zip(split.parts, taken, strict=True):
        has_none = len(split.parts) > 1 and known.is_pasted and is_untitled(part, found, known)
        sections = with_first_sentence(part, found) if has_none else found
        separators.extend(line.text for line in sections.rules)
        language, name = _language_of(sections, drafts, reading.lang)
        draft = assemble(part, sections, language, reading, known) if language else None
        if draft is not None:
            drafts.append(as_first_sentence(draft) if has_none else draft)
            continue
        if language is None:
            foreign.append(Foreign(name, part.lines[0].number))
        pending.extend(_words_of(part))
    return _with_pending(drafts, separators, foreign, pending)


def _language_of(
    sections: Sections, drafts: Sequence[Draft], usual: Language | None
) -> tuple[Language | None, str | None]:
    """The language of a part: its own where it shows, else that of the article before it, else the source's usual."""
    body = sections.body[:12]
    own = [line for line in body if not _is_quotation(line)]
    body = own if sum(line.words for line in own) >= _FEWEST_OWN_WORDS else body
    sample = "\n".join((sections.title or "", *(line.text for line in body)))
    name = identify_language(sample[:_ENOUGH])
    if name in ("ar", "en"):
        return _of_beginning(sections, Language(name)), name
    if name is None and drafts:
        return drafts[-1].lang, None
    return (usual if name is None and not drafts else None), name


def _of_beginning(sections: Sections, language: Language) -> Language:
    """The language of an article most of which is in `language`: that in which it is told, which its title and its
    first paragraph show, where a longer statement follows in the other."""
    told = (sections.title or "", *(line.text for line in sections.body[:1]))
    letters = _LATIN if language is Language.AR else _ARABIC
    if len(told) < 2 or not all(2 * len(letters.findall(text)) > len(text.replace(" ", "")) for text in told):
        return language
    return Language.EN if language is Language.AR else Language.AR


def _is_quotation(line: Line) -> bool:
    """Whether the whole of a paragraph is somebody else's words, which may be in another language and longer."""
    if line.block is not None and line.block.quote > 0:
        return True
    return _QUOTED.fullmatch(line.text.strip()) is not None


def _words_of(part: Part) -> list[str]:
    lines = sorted((*part.lines, *part.removed), key=lambda line: line.number)
    return [line.text for line in lines]


def _with_pending(drafts: list[Draft], separators: list[str], foreign: list[Foreign], pending: list[str]) -> Dissection:
    """Put what makes no article into the `removed` of the last one, so that none of it is lost."""
    if drafts and pending:
        drafts[-1] = replace(drafts[-1], removed=(*drafts[-1].removed, *pending))
        pending = []
    return Dissection(tuple(drafts), tuple(separators), tuple(foreign), tuple(pending))
