"""What HTML costs to read: bodies built, or broken, so that parsers take for ever are taken as the text they hold.

Parsers and cleaners are quick with what people write; what they are not quick with is counted here. Not for pages as a
whole, which are refused (readers.pages.saved_page).
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from generator.model.source import Block, BlockKind
from generator.text.repair import repair_text

AS_TEXT = "markup-as-text"  # among the repairs of a body that was taken as text
_MOST_TAGS, _MOST_REFERENCES = 100_000, 100_000
_TAG_START = re.compile(r"<[a-zA-Z/!]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_FEW_REFERENCES = 1000
_OF_MARKUP = frozenset("<>&\"'`=")
# Elements that end active formatting without ending it for good, so that browsers open it anew behind them: all but
# the formatting itself (https://html.spec.whatwg.org/multipage/parsing.html#the-list-of-active-formatting-elements).
_FORMATTING = frozenset(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)
_MOST_ACTIVE, _MOST_REOPENED, _REOPENED_A_TAG = 250, 20_000, 10
_ALIKE = 3  # so many alike are opened anew at most (Noah's Ark clause)
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)[^>]*>|<![^>]*>")
_IN_LINE = _FORMATTING | frozenset(
    {"span", "abbr", "cite", "q", "sub", "sup", "bdi", "bdo", "mark", "del", "ins", "wbr"}
)


def is_costly(source: str) -> bool:
    """Whether HTML has far more elements than articles have, or references that cannot be resolved before."""
    if source.count("&") > _MOST_REFERENCES:
        return True
    return source.count("<") > _MOST_TAGS and sum(1 for _ in _TAG_START.finditer(source)) > _MOST_TAGS


def resolve_letters(source: str) -> str:
    """HTML with its references to letters, digits and spaces resolved where it has many: cleaners take a time that
    grows with the square of their number. Those that stand for signs of markup and for controls stay."""
    return _REFERENCE.sub(_resolved, source) if source.count("&") > _FEW_REFERENCES else source


def _resolved(match: re.Match[str]) -> str:
    text = html.unescape(match[0])
    plain = len(text) <= 2 and not _OF_MARKUP.intersection(text) and not text.endswith(";")
    return text if plain and (text.isprintable() or text == "\u00a0") else match[0]


def reopens_too_much(tags: Sequence[tuple[bool, str, str]]) -> bool:
    """Whether formatting that is never closed would be opened anew, time and again, by each element behind it. `tags`
    are those of the source in order: whether it is an end tag, its name, and all of it."""
    active: list[tuple[str, str]] = []
    reopened = 0
    for ends, name, whole in tags:
        if name not in _FORMATTING:
            reopened += len(active)
        elif ends:
            at = next((at for at in range(len(active) - 1, -1, -1) if active[at][0] == name), None)
            if at is not None:
                del active[at]
        elif active.count((name, whole)) < _ALIKE:
            if name == "a":
                active = [each for each in active if each[0] != "a"]
            active.append((name, whole))
        if len(active) > _MOST_ACTIVE:
            return True
    return reopened > max(_MOST_REOPENED, _REOPENED_A_TAG * len(tags))


def text_blocks(source: str) -> tuple[tuple[Block, ...], dict[str, int]]:
    """The text of HTML without its markup, a paragraph for each line and each element that is none within a line, and
    how often which repair was made. No letter that a reader would see is lost."""
    end = source.rfind(">") + 1
    lines = _TAG.sub(_line_end, _UNSEEN.sub(" ", source[:end])) + source[end:]
    repaired = repair_text(html.unescape(lines))
    blocks = tuple(Block(BlockKind.PARAGRAPH, line.text, line.number) for line in repaired.lines if line.text.strip())
    return blocks, dict(repaired.repairs)


def _line_end(match: re.Match[str]) -> str:
    return "" if (match[1] or "").lower() in _IN_LINE else "\n"
