"""The note with which a site's feed closes a text: where it appeared first, or its own title again as a link to itself
(`The post … appeared first on …`, «رابط الخبر بصحيفة …: …»).

It goes to what was removed. Not for words that lead on to the rest of a text (`cut_ends`, `readers.feeds.body`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.dissect.lines import key_of
from generator.model.source import BlockKind, Draft

# A paragraph that is nothing but the note.
_APPEARED = re.compile(
    r"\W*(?:(?:the\s+)?(?:post|article|entry)\b.{0,600}?\b(?:(?:first\s+)?appeared\s+first\s+(?:on|at|in)|first\s+appeared\s+"
    r"(?:on|at|in)|was\s+(?:first|originally)\s+published\s+(?:on|at|in|by))\b.{0,300}"
    r"|.{0,600}?\b(?:appeared first on)\b.{0,300}"
    r"|(?:the post\s+)?(?:ظهرت?|نُ?شرت?)?\s*(?:هذه\s+|هذا\s+)?(?:المقالة|المقال|التدوينة|الخبر|المادة|المنشور)\b"
    r".{0,600}?"
    r"(?:ظهرت?\s+)?(?:[أا]ول\S*|للمرة الأولى)\s+(?:على|في|عبر)\b.{0,300})",
    re.IGNORECASE | re.DOTALL,
)
# The note behind the last sentence of a text.
_NOTE_AT_END = re.compile(
    r"(?<=[.!?؟…\])»”\"])\s+The post [^.!?]{1,300}? (?:appeared first|first appeared) (?:on|at|in) [^!?]{1,120}$"
)
_LEAST_BEFORE_NOTE = 20  # letters
_LONGEST = 1000  # characters
# What a note begins with that repeats the title.
_BEGINS = re.compile(
    r"(?:^|(?<=[\s\[]))(?:رابط (?:الخبر|المقال|المقالة|الموضوع|التقرير)(?!\w)|ظهرت (?:المقالة|التدوينة)(?!\w)|"
    r"ظهر (?:المقال|الخبر)(?!\w)|The (?:post|article)\b)"
)
_WORDS = ("رابط", "ظهر", "The ")
_MOST_WORDS_BESIDE = 14  # around the title: on which site, for which reason


def part_note(text: str) -> tuple[str, str]:
    """A paragraph without the note at its end that says where the text appeared first, and the note: the whole of it,
    or what is behind its last sentence; as it is and nothing where there is none."""
    note = _NOTE_AT_END.search(text[-_LONGEST:])
    if note is not None and len(text) - len(note[0]) > _LEAST_BEFORE_NOTE:
        return text[: len(text) - len(note[0])].rstrip(), note[0].strip()
    is_note = len(text) < _LONGEST and _APPEARED.fullmatch(text) is not None
    return ("", text) if is_note else (text, "")


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
