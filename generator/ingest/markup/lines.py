"""What the line breaks of HTML mean: the end of a paragraph, of a line of verse, or nothing at all.

Arabic pages often have no other mark of a paragraph than `<br>`, once or twice; mail and old systems break lines at one
width.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.ingest.dissect.label_words import CLOSED
from generator.ingest.dissect.lines import key_of
from generator.ingest.markup.inline import Run
from generator.text.dates import is_worded_as_date

BREAK = "\u2028"

_LONGEST_VERSE = 80
_NARROWEST = 50
_SENTENCE_END = re.compile(r"[.!?؟…۔:؛][\"'»”’)\]]*$")
_LABEL = re.compile(r"^[^:：.،,]{1,30}[:：]")


def part_paragraphs(runs: Sequence[Run]) -> list[list[list[Run]]]:
    """Give paragraphs, each as its lines, each as its runs.

    Two line breaks end a paragraph. Lines between single ones stay lines of one paragraph where all of them are short
    (verse, addresses) and none is labelled; they are one line where the text was broken at one width; else each is a
    paragraph, for then the break is all that parts them.
    """
    paragraphs: list[list[list[Run]]] = []
    for group in _groups(_lines(runs)):
        texts = [" ".join("".join(run.text for run in line).split()) for line in group]
        if len(group) == 1 or _is_verse(texts):
            paragraphs.append(group)
        elif _is_wrapped(texts):
            paragraphs.append([_join(group)])
        else:
            paragraphs.extend([line] for line in group)
    return paragraphs


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(BREAK)
        lines[-1].append(Run(first, run.style, run.address))
        lines.extend([Run(other, run.style, run.address)] for other in others)
    return lines


def _groups(lines: Sequence[list[Run]]) -> list[list[list[Run]]]:
    """Lines between empty ones."""
    groups: list[list[list[Run]]] = [[]]
    for line in lines:
        if any(run.text.strip() for run in line):
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_verse(texts: Sequence[str]) -> bool:
    if max(map(len, texts)) > _LONGEST_VERSE or _are_facts(texts):
        return False
    return not all(_SENTENCE_END.search(text) for text in texts)


def _are_facts(texts: Sequence[str]) -> bool:
    """Whether lines are facts: one is a date or stands behind a label that news pages use, or half of them have labels
    by their form. A line of verse may let somebody speak."""
    labels = [found[0] for text in texts if (found := _LABEL.match(text))]
    if len(labels) * 2 >= len(texts) or any(key_of(label) in CLOSED for label in labels):
        return True
    return any(is_worded_as_date(text) for text in texts)


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Whether each line but the last broke off where the next word had no more room."""
    width = max(map(len, texts))
    if len(texts) < 3 or width < _NARROWEST or width > 2 * _LONGEST_VERSE:
        return False
    pairs = list(pairwise(texts))
    full = sum(len(line) + 1 + len(following.split()[0]) > width for line, following in pairs)
    ended = sum(_SENTENCE_END.search(line) is not None for line, _ in pairs)
    return full == len(pairs) and ended * 2 < len(pairs)


def _join(group: Sequence[list[Run]]) -> list[Run]:
    joined: list[Run] = []
    for line in group:
        joined.extend((*line, Run(" ")))
    return joined
