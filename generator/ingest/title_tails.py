"""The line with which a site's feed closes a text: its own title again, as a link to itself («رابط الخبر بصحيفة …: …»,
`The post … appeared first on …`).

It goes to what was removed. Not for words that lead on to the rest of a text (`cut_ends`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.dissect.lines import key_of
from generator.model.source import BlockKind, Draft

_BEGINS = re.compile(
    r"(?:^|(?<=[\s\[]))(?:رابط (?:الخبر|المقال|المقالة|الموضوع|التقرير)(?!\w)|ظهرت (?:المقالة|التدوينة)(?!\w)|"
    r"ظهر (?:المقال|الخبر)(?!\w)|The (?:post|article)\b)"
)
_WORDS = ("رابط", "ظهر", "The ")
_MOST_WORDS_BESIDE = 14  # around the title: on which site, for which reason


def without_title_tail(draft: Draft) -> Draft:
    """The draft without a link to itself that repeats its title at the end of its text; without one, as it is."""
    last = draft.blocks[-1]
    may_be = last.kind is BlockKind.PARAGRAPH and any(word in last.text for word in _WORDS)
    found = list(_BEGINS.finditer(last.text)) if may_be else []
    title = key_of(draft.title)
    if not found or not title:
        return draft
    text, tail = _cut(last.text), last.text[found[-1].start() :]
    told = key_of(tail)
    if title not in told or len(told.split()) > len(title.split()) + _MOST_WORDS_BESIDE:
        return draft
    if not text and len(draft.blocks) == 1:
        return draft
    shorter = replace(last, text=text, markdown=_cut(last.markdown) if last.markdown is not None else None)
    blocks = (*draft.blocks[:-1], *([shorter] if text else []))
    return replace(draft, blocks=blocks, removed=(*draft.removed, tail))


def _cut(text: str) -> str:
    """A text, or its Markdown, without what the last of these words begins."""
    found = list(_BEGINS.finditer(text))
    return text[: found[-1].start()].rstrip(" \t\n[") if found else text
