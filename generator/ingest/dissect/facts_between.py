"""Facts that stand between two articles and may be of either: given to none of them, and kept word for word.

Where a name, a day or an outlet stands right below the text of one article and right above the title of the next, its
place does not tell whose it is. What each of the two says of itself does. Not for where articles begin (`starts`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.article_lines import Sections
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.lines import Line, is_paragraph_like, is_rule, key_of
from generator.ingest.dissect.names_alone import names_alone
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.starts import MOST_OF_HEAD
from generator.ingest.dissect.stated_facts import facts_of
from generator.ingest.dissect.uncued import find_title
from generator.model.publisher import Label

_OWNED = frozenset({Label.PUBLISHED, Label.AUTHOR, Label.SOURCE, Label.TRANSLATOR, Label.DATELINE})
_OF_FOOT = frozenset({Label.SOURCE, Label.TRANSLATOR, Label.EDITOR})
_ATTRIBUTION = frozenset({Label.SOURCE, Label.PUBLISHED})
_DASHES = "–—"


def give_to_none(parts: Sequence[Part], sections: Sequence[Sections], known: Known) -> None:
    """Take out of each article the facts between it and another that may be of that one; they are removed."""
    for (part, above), (next_part, below) in pairwise(zip(parts, sections, strict=True)):
        if not part.lines or not next_part.lines:
            continue
        between = _lines_between(part, next_part, known)
        is_parted = any(is_rule(line.text) for line in between)
        own_foot = _signature_of(next_part)
        _take_out(
            [one for one in above.fields if is_parted or _may_be_lower(one, above, below, own_foot, known)],
            between,
            part,
            above,
        )
        _take_out(below.fields, _lines_above_rule(next_part, below), next_part, below)


def _take_out(doubtful: Sequence[Field], between: Sequence[Line], part: Part, found: Sections) -> None:
    """Move those of the facts that the lines between two articles state, and nothing else of the article does, to what
    is removed."""
    taken = [one for one in doubtful if one.label in _OWNED and any(_text_of(one) in line.text for line in between)]
    numbers = {line.number for line in between}
    elsewhere = [x.text for x in part.lines if x.number not in numbers and not is_paragraph_like(x.text)]
    taken = [one for one in taken if not any(_text_of(one) in text for text in elsewhere)]
    others = [each for each in found.fields if not any(each is one for one in taken)]
    said = {(each.label, key_of(each.value)) for each in others}
    taken = [one for one in taken if (one.label, key_of(one.value)) not in said]
    found.fields = [each for each in found.fields if not any(each is one for one in taken)]
    texts = {_text_of(one) for one in taken}
    found.removed.extend(line for line in between if any(text in line.text for text in texts))


def _text_of(field: Field) -> str:
    return field.text or field.value


def _lines_between(part: Part, below: Part, known: Known) -> Sequence[Line]:
    """The lines at the end of an article that state facts and stand right above the title of the next one, or below
    the rule there; none where an empty line or anything else parts them from that title."""
    if below.lines[0].number != part.lines[-1].last_number + 1:
        return ()
    if below.lines[0].after_blank or find_title(below.lines, known) != 0:
        return ()
    lines = part.lines[1:][-MOST_OF_HEAD:]
    rule = next((n for n in range(len(lines) - 1, -1, -1) if is_rule(lines[n].text)), None)
    if rule is not None and not any(is_paragraph_like(line.text) for line in lines[rule + 1 :]):
        return lines[rule:]
    start = len(lines)
    while start and _may_be_of_either(lines[start - 1], known):
        start -= 1
    return lines[start:]


def _may_be_of_either(line: Line, known: Known) -> bool:
    """Whether a line states facts as above a title, too: not behind a dash, nor what a label calls the source or names
    an editor, nor outlet and day in one, with which texts close."""
    facts = facts_of(line, known)
    if line.number in known.closing or line.text[0] in _DASHES or facts >= _ATTRIBUTION:
        return False
    labelled = {one.label for zone in (Zone.HEAD, Zone.TAIL) for one in read_fields(line.text, zone, known.own)}
    return labelled.isdisjoint(_OF_FOOT) and bool(facts or names_alone(line.text))


def _signature_of(part: Part) -> str:
    """What stands right below the text of an article."""
    is_below_text = len(part.lines) > 1 and is_paragraph_like(part.lines[-2].text)
    return key_of(part.lines[-1].text) if is_below_text else ""


def _may_be_lower(one: Field, above: Sections, below: Sections, own_foot: str, known: Known) -> bool:
    """Whether a fact between two articles may be the lower one's: that says none of its kind, or the same and not at
    its own foot, or the upper one says another."""
    if key_of(one.value) in known.writers:
        return False
    if any(each.label is one.label and each is not one for each in above.fields):
        return True
    values = {key_of(each.value) for each in below.fields if each.label is one.label}
    return not values or (key_of(one.value) in values and key_of(_text_of(one)) != own_foot)


def _lines_above_rule(part: Part, found: Sections) -> Sequence[Line]:
    """The first lines of an article that a rule parts from its title: they are of what stands above."""
    head = part.lines[:MOST_OF_HEAD]
    rule = next((n for n, line in enumerate(head) if is_rule(line.text)), 0)
    if not found.title or any(is_paragraph_like(line.text) or found.title in line.text for line in head[:rule]):
        return ()
    return head[:rule]
