"""Mend the damage that text suffers on its way from a news page: lost and stray characters, wrong encodings, bad forms.

Every letter survives; what is removed or changed is counted by name. Not for meaning: label lines, headings and
boilerplate are the dissector's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import count
from unicodedata import is_normalized

from generator.model.values import value
from generator.text.normal_forms import normalise
from generator.text.repair.characters import (
    drop_controls,
    drop_invisible,
    drop_tatweel,
    expand_presentation_forms,
    join_surrogates,
    plain_spaces,
)
from generator.text.repair.destruction import is_destroyed
from generator.text.repair.emoji import drop_lost_emoji, strip_decoration
from generator.text.repair.mojibake import MAY_BE_GARBLED, TWO_LETTERS, mend_lines

__all__ = ["Repaired", "RepairedLine", "is_destroyed", "repair_inline", "repair_text"]

_SOFT_LINE_ENDS = "\u2028\u2029\u000b\u000c"
_SOFT_LINE_END = re.compile(f"[{_SOFT_LINE_ENDS}]")

# Lines in which there is nothing to mend, as nearly all lines are: plain ASCII, or Arabic with the usual punctuation.
# Two Arabic letters side by side are in no text that was decoded wrongly: in UTF-8 read as Windows-1256 a sign follows
# each of them, and no Western encoding has any.
_PLAIN = re.compile("[ -~]*+")
_PLAIN_ARABIC = re.compile("[ -~\u060c\u061b\u061f\u0621-\u063a\u0641-\u0652\u0660-\u066a«»“”‘’–—…]*+")

Repairs = tuple[tuple[str, int], ...]


@value(frozen=True, slots=True)
class RepairedLine:
    """One line of a document, repaired and stripped of white space at its ends.

    `number` is the line's number in the document, from 1; a line that a separator such as U+2028 divides gives several
    with one number. `decorated_start` and `decorated_end` say whether emoji, lost or present, were taken away there:
    a line wrapped in them is likely to be a heading.
    """

    text: str
    number: int
    decorated_start: bool = False
    decorated_end: bool = False
    repairs: Repairs = ()


@dataclass(frozen=True, slots=True)
class Repaired:
    """A document's lines, empty ones included, and the repairs of all of them together, in order of name."""

    lines: tuple[RepairedLine, ...]
    repairs: Repairs


def repair_text(text: str) -> Repaired:
    """Repair a document's text line by line.

    The counts are of characters, but of lines for `mojibake` and `nfc`, and of groups for `lost-emoji`. A line that is
    destroyed beyond repair keeps its question marks.
    """
    lines_of_text = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parts = list(zip(lines_of_text, count(1), strict=False))
    if any(sign in text for sign in _SOFT_LINE_ENDS):
        parts = [(part, number) for line, number in parts for part in _SOFT_LINE_END.split(line)]
    lines = [RepairedLine(part.strip(), number) for part, number in parts]
    damaged = [at for at, (part, _) in enumerate(parts) if not _needs_none(part)]
    counts = {at: Counter[str]() for at in damaged}
    joined = [join_surrogates(parts[at][0], counts[at]) for at in damaged]
    for at, before, after in zip(damaged, joined, mend_lines(joined), strict=True):
        counts[at]["mojibake"] += int(before != after)
        lines[at] = _repair_line(after, parts[at][1], counts[at])
    total: Counter[str] = Counter()
    for at in damaged:
        total.update(dict(lines[at].repairs))
    return Repaired(tuple(lines), tuple(sorted(total.items())))


def repair_inline(text: str) -> str:
    """Repair the text of one field (a title, a name): one line, white space collapsed."""
    return " ".join(" ".join(line.text for line in repair_text(text).lines).split())


def _repair_line(text: str, number: int, counts: Counter[str]) -> RepairedLine:
    """Take one line through the repairs of its characters, in the order in which one prepares the next."""
    text = plain_spaces(text, counts)
    text = expand_presentation_forms(text, counts)
    text = _compose(text, counts)
    text = drop_controls(text, counts)
    text = drop_invisible(text, counts)
    text = drop_tatweel(text, counts)
    text = drop_invisible(text, counts)  # a joiner that held on to a tatweel holds on to nothing now
    start = end = False
    if not is_destroyed(text):
        text, start, end = drop_lost_emoji(text, counts)
    text, at_start, at_end = strip_decoration(text, counts)
    text = _compose(text, counts)
    repairs = tuple(sorted((name, count) for name, count in counts.items() if count))
    return RepairedLine(text.strip(), number, start or at_start, end or at_end, repairs)


def _needs_none(line: str) -> bool:
    """Whether a quick look shows that no repair would find anything."""
    if "????" in line:
        return False
    if line.isascii():
        return _PLAIN.fullmatch(line) is not None
    if _PLAIN_ARABIC.fullmatch(line) is None or TWO_LETTERS.search(line) is None:
        return False
    if MAY_BE_GARBLED.search(line) is not None:
        return False
    return is_normalized("NFC", line)


def _compose(text: str, counts: Counter[str]) -> str:
    """Compose letters and marks (NFC)."""
    composed = normalise("NFC", text)
    counts["nfc"] = max(counts["nfc"], int(composed != text))
    return composed
