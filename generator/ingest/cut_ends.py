"""Texts that break off before their end: told by a sign that they are cut, or a link that leads on.

The sign stays in the text and the link goes to what was removed. Not for how much a feed gives (readers.feeds).
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.ingest.dissect.lines import key_of
from generator.model.source import Block, BlockKind, Draft

CUT = "[…]"
_LONGEST, _LOOKED_AT, _LONGEST_SIGN = 260, 800, 40
_GOES_ON = re.compile(
    "(?:continue|keep) reading.{0,200}|read the (?:full|whole|rest).{0,60}|full (?:story|article|text)|"
    "(?:متابعه|تابع|اكمل|اكمال|واصل|مواصله|استكمال) (?:ال)?قراءه.{0,200}|لقراءه (?:البقيه|باقي).{0,60}"
)
_LEADS_ON = re.compile(
    "(?:read|see) (?:more|on|the (?:full|whole|rest).{0,60}|full .{0,40})|(?:continue|keep) reading.{0,200}|"
    "full (?:story|article|text)|more|learn more|view (?:more|full article)|(?:click here )?to read more.{0,60}|"
    "(?:لقراءه )?المزيد|اقرا (?:المزيد|بقيه \\S+|باقي \\S+|التفاصيل|المقال كاملا|الخبر كاملا)|"
    "لقراءه (?:المزيد|البقيه|باقي \\S+).{0,60}|"
    "(?:متابعه|تابع|اكمل|اكمال|واصل|مواصله|استكمال) (?:ال)?قراءه.{0,200}|(?:ال)?تفاصيل|(?:ال)?مزيد من التفاصيل|"
    "تتمه \\S+"
)
_LINK_AT_END = re.compile(
    r"[\s(\[\\]*\[(?P<text>(?:\\.|[^\[\]\\])+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)[\s)\]\\»>←→.…&#;\d]*$"
)
_ARROWS = r"[\s»«›‹→←>…\[\]()|:\-–—]*"
_SIGN = re.compile(r"(?:[\[(]\s*(?:…|\.{2,})\s*[\])]|…|\.{3,})$")
_BRACKETED = re.compile(r"[\[(]\s*(?:…|\.{2,})\s*[\])]$")
_ENDED = re.compile(r"[.!؟?۔][\"'”’»)\]]*$")
# Words that lead on, behind a sign that the text is cut: there they need no link.
_BEHIND_SIGN = re.compile(r"(?<=[…\].])\s*[(\[]?(?P<words>[^….\[\]()]{3,60}?)[)\]]?" + _ARROWS + "$")
_LEAST_OF_ONE = 12  # words of a text of one paragraph that is no saying but a beginning


def mark_cut(draft: Draft, last_line: str = "") -> Draft:
    """The draft, `partial` where its text breaks off, with a sign of that at its end and without the words that lead
    on from there. A text whose last sentence is whole only loses the link.

    `last_line` is the last that its reader gave, which may be such words and no part of the text."""
    at = next((n for n in range(len(draft.blocks) - 1, -1, -1) if draft.blocks[n].kind is not BlockKind.FIGURE), None)
    if at is None or draft.blocks[at].kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
        return draft
    last = draft.blocks[at]
    shorter, words = _without_link(last)
    led_on = bool(words) or _GOES_ON.fullmatch(key_of(last_line[:_LONGEST])) is not None
    is_cut = _ends_in(_BRACKETED, shorter.text) or (led_on and not _is_whole(shorter.text))
    is_cut = is_cut or (_ends_in(_SIGN, shorter.text) and _is_alone(draft))
    if is_cut and not _ends_in(_SIGN, shorter.text):
        shorter = _with_sign(shorter)
    if not shorter.text or (shorter is last and not is_cut):
        return draft
    blocks = (*draft.blocks[:at], shorter, *draft.blocks[at + 1 :])
    removed = (*draft.removed, words) if words else draft.removed
    return replace(draft, blocks=blocks, removed=removed, partial=draft.partial or is_cut)


def _leads_on(text: str) -> bool:
    return len(text) <= _LONGEST and _LEADS_ON.fullmatch(key_of(text)) is not None


def _is_whole(text: str) -> bool:
    return _ends_in(_ENDED, text) and not _ends_in(_SIGN, text)


def _ends_in(sign: re.Pattern[str], text: str) -> bool:
    return sign.search(text, max(0, len(text) - _LONGEST_SIGN)) is not None


def _is_alone(draft: Draft) -> bool:
    """Whether a text is one paragraph, and long enough for a summary; a saying may well end in «…»."""
    prose = [block for block in draft.blocks if block.kind is not BlockKind.FIGURE]
    return len(prose) == 1 and len(prose[0].text.split()) >= _LEAST_OF_ONE


def _without_link(block: Block) -> tuple[Block, str]:
    """A block without the link or words at its end that lead on, and these."""
    markdown = block.markdown or ""
    end = max(0, len(markdown) - _LOOKED_AT)
    link = _LINK_AT_END.search(markdown, end) if markdown.find("](", end) >= 0 else None
    if link is not None:
        plain = _plain_end(block.text, link["text"])
        if plain is not None and _leads_on(block.text[plain:].strip(" ()[]»«>→←.…")):
            words = block.text[plain:].strip()
            kept = block.text[:plain].rstrip()
            return replace(block, text=kept, markdown=markdown[: link.start()].rstrip()), words
        return block, ""
    behind = _behind_sign(block.text)
    if behind is None or not _leads_on(behind["words"]) or not _ends_in(_SIGN, block.text[: behind.start()]):
        return block, ""
    kept = block.text[: behind.start()]
    tail = block.text[behind.start() :]
    shorter = markdown.removesuffix(tail).rstrip() if markdown.endswith(tail) else None
    return replace(block, text=kept, markdown=shorter), tail.strip()


def _behind_sign(text: str) -> re.Match[str] | None:
    """What stands at the end of a text behind what may be a sign that it is cut."""
    end = text[-_LOOKED_AT:]
    return _BEHIND_SIGN.search(text, max(0, len(text) - _LOOKED_AT)) if "…" in end or ".." in end else None


def _plain_end(text: str, written: str) -> int | None:
    """Where a link's text, as Markdown writes it, begins at the end of a plain text; None where it is elsewhere."""
    letters = "".join(filter(str.isalnum, re.sub(r"&#\d+;|&\w+;", "", written)))
    at, left = len(text), len(letters)
    while left and at:
        at -= 1
        left -= text[at].isalnum()
    own = "".join(filter(str.isalnum, text[at:]))
    if not letters or own != letters:
        return None
    while at and text[at - 1] in "([ ":
        at -= 1
    return at


def _with_sign(block: Block) -> Block:
    markdown = f"{block.markdown} &#91;…&#93;" if block.markdown is not None else None
    return replace(block, text=f"{block.text} {CUT}", markdown=markdown)
