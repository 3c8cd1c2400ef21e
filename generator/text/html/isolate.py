"""Put left-to-right tokens of right-to-left text into `<bdi dir="ltr">`, so that their parts keep their order."""

from __future__ import annotations

import html

from generator.text.bidi import left_to_right_spans
from generator.text.html.tags import VOID, Tag, escape, split_html

_LEFT_ALONE = frozenset({"bdi", "bdo", "code", "kbd", "pre", "samp"})


def isolate_tokens(source: str) -> str:
    """Give sanitised HTML of a right-to-left text with its left-to-right tokens isolated; the text itself is unchanged.

    Text inside code, existing isolations and elements with `dir="ltr"` is left alone.
    """
    written: list[str] = []
    alone: list[bool] = []
    for piece in split_html(source):
        if isinstance(piece, str):
            is_text = "<" not in piece
            written.append(piece if any(alone) or not is_text else _isolate_markup(piece))
            continue
        written.append(str(piece))
        if piece.closes:
            if alone:
                alone.pop()
        elif piece.name not in VOID:
            alone.append(_stays_alone(piece))
    return "".join(written)


def isolate_text(text: str) -> str:
    """Give plain text of a right-to-left page as HTML: escaped, its left-to-right tokens isolated."""
    written: list[str] = []
    position = 0
    for start, end in left_to_right_spans(text):
        written.append(escape(text[position:start]))
        written.append(f'<bdi dir="ltr">{escape(text[start:end])}</bdi>')
        position = end
    return "".join([*written, escape(text[position:])])


def _isolate_markup(markup: str) -> str:
    """Isolate in a text node as written; a node without tokens stays as it is."""
    text = html.unescape(markup)
    return isolate_text(text) if left_to_right_spans(text) else markup


def _stays_alone(tag: Tag) -> bool:
    return tag.name in _LEFT_ALONE or tag.get("dir") == "ltr"
