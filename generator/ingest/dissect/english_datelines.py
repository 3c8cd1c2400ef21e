"""English articles that were pasted without their titles: they begin with a wire's dateline below those of others.

`CAIRO (AP) — …` within one article may stand above an item of a round-up; here a gap or the end of the text above must
tell that another article begins. Not for reading datelines (`datelines`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import mode

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.borders import gap_above
from generator.ingest.dissect.datelines import read_dateline
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, is_paragraph_like
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.stated_facts import facts_of, head_labels, is_closed
from generator.ingest.dissect.uncued import find_title
from generator.model.article import Sureness
from generator.model.source import Draft

_WIRE = re.compile(r"(?P<place>[A-Z][^()\n]{2,60}?) ?\([^()\d]{2,40}\)\s*[-–—]+\s*(?=\S)")
_SENTENCE = re.compile(r"(?<=[\w)”\"’][.!?])\s+(?=[A-Z“\"‘])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|No|[A-Z][a-z]{2})\.$")
_LONGEST_TITLE = 110  # characters
_LEAST_PARAGRAPHS = 2
_FIRST_SENTENCE = "first-sentence"


def find_untitled(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the paragraphs with which a further article begins that has no title."""
    wires = [at for at, line in enumerate(lines) if _opens_wire(line, known)]
    if not wires:
        return frozenset()
    title = find_title(lines, known)
    paragraphs = [at for at in range(title + 1, len(lines)) if is_paragraph_like(lines[at].text)]
    if not head_labels(lines, title, known):
        return frozenset()
    return frozenset(lines[at].number for at in wires if _begins_article(lines, at, paragraphs, known))


def holds_wires(lines: Sequence[Line], known: Known) -> bool:
    """Whether several paragraphs begin as a wire's first one does: a round-up, or articles that nothing parts."""
    return sum(_opens_wire(line, known) for line in lines) > 1


def _opens_wire(line: Line, known: Known) -> bool:
    """Whether a paragraph begins with a place, and an agency in brackets."""
    if line.block is not None or not line.text[:1].isupper() or not _WIRE.match(line.text):
        return False
    found = read_dateline(line.text, known)
    return found is not None and bool(found.place and found.agency) and is_paragraph_like(line.text)


def _begins_article(lines: Sequence[Line], at: int, paragraphs: Sequence[int], known: Known) -> bool:
    """Whether a wire's first paragraph has prose on both sides, and is set off from the text above it."""
    above, below = [n for n in paragraphs if n < at], [n for n in paragraphs if n > at]
    if len(above) < _LEAST_PARAGRAPHS or at not in paragraphs or below[:1] != [at + 1]:
        return False
    usual = mode(gap_above(lines, n) for n in (*above[1:], at + 1))
    if gap_above(lines, at + 1) != usual:
        return False
    edge = _above_facts(lines, at, usual, known)
    last = lines[edge - 1]
    is_ended = ends_sentence(last.text) or bool(facts_of(last, known))
    return (is_ended and gap_above(lines, edge) > usual) or is_closed(lines, edge, known)


def _above_facts(lines: Sequence[Line], at: int, usual: int, known: Known) -> int:
    """Where the facts begin that stand right above a line, as the byline does."""
    edge = at
    while gap_above(lines, edge) <= usual and facts_of(lines[edge - 1], known):
        edge -= 1
    return edge


def is_untitled(part: Part, sections: Sections, known: Known) -> bool:
    """Whether an article begins with a wire's first paragraph, though that may be as short as titles are."""
    opening = next((line for line in part.lines if line.text == sections.title), None)
    if opening is None:
        return sections.title is None
    return _opens_wire(opening, known)


def with_first_sentence(part: Part, sections: Sections) -> Sections:
    """An untitled article under its first sentence, where that stands behind a wire's dateline."""
    opening = [line for line in part.lines if line.text == sections.title]
    sections.body = [*opening[:1], *sections.body]
    wire = _WIRE.match(sections.body[0].text) if sections.body else None
    if wire is not None:
        sections.title = _shortened(sections.body[0].text[wire.end() :])
    return sections


def _shortened(text: str) -> str:
    end = next((one.start() for one in _SENTENCE.finditer(text) if not _ABBREVIATED.search(text[: one.start()])), None)
    sentence = text[:end].rstrip(" .")
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    return sentence[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def as_first_sentence(draft: Draft) -> Draft:
    """The draft with the rule of its title told: nobody has written one."""
    rules = (
        replace(one, sure=Sureness.DOUBTFUL, rule=_FIRST_SENTENCE) if one.field == "title" else one
        for one in draft.rules
    )
    return replace(draft, rules=tuple(rules))
