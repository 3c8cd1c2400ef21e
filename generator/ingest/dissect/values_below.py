"""Labels whose value stands on the lines below them.

Not for labels with their value on the same line (labels).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field, accept_value, split_keywords
from generator.ingest.dissect.labels import Zone, read_bare_label, read_fields, unwrapped
from generator.ingest.dissect.lines import Line, is_paragraph_like
from generator.ingest.dissect.standfirsts import LONGEST_STANDFIRST
from generator.model.publisher import Label


def read_value_below(lines: Sequence[Line], at: int, label: Label, fields: list[Field], known: Known) -> int:
    """Read a label whose value stands on the next line (keywords: on the next lines); how many lines that took."""
    if at + 1 >= len(lines):
        return 0
    value = lines[at + 1]
    if label is Label.ASIDE:
        return 0
    is_own = label is Label.STANDFIRST and known.own.read(unwrapped(lines[at].text)) is not None  # no heading in a text
    is_text = is_paragraph_like(value.text) and not (is_own and len(value.text) <= LONGEST_STANDFIRST)
    field_ = None if is_text else accept_value(label, unwrapped(value.text), weak=False)
    if (
        field_ is None
        or read_bare_label(value.text, known.own) is not None
        or read_fields(value.text, Zone.BODY, known.own)
    ):
        return 0
    if label is Label.KEYWORDS:
        return _read_keywords_below(lines, at, fields, known)
    if label in (Label.PUBLISHED, Label.UPDATED) and not any(c.isdigit() for c in value.text):
        return 0
    fields.append(field_)
    return 2


def _read_keywords_below(lines: Sequence[Line], at: int, fields: list[Field], known: Known) -> int:
    """Read keywords that stand one on a line."""
    end = at + 1
    while (
        end < len(lines)
        and _is_keyword_line(lines[end], known)
        and (end + 1 == len(lines) or not is_prose(lines[end + 1], known))
    ):
        end += 1
    if end == at + 1:
        return 0
    words = [word for line in lines[at + 1 : end] for word in split_keywords(line.text)]
    fields.append(Field(Label.KEYWORDS, "، ".join(words)))
    return end - at


def _is_keyword_line(line: Line, known: Known) -> bool:
    several = len(split_keywords(line.text)) > 1
    return (
        not is_paragraph_like(line.text)
        and (several or line.words <= 4)
        and not read_fields(line.text, Zone.TAIL, known.own)
    )


def is_prose(line: Line, known: Known) -> bool:
    return is_paragraph_like(line.text) and not read_fields(line.text, Zone.TAIL, known.own)
