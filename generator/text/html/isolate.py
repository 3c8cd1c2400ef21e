"""Put left-to-right tokens of right-to-left text into `<bdi dir="ltr">`, so that their parts keep their order."""

from __future__ import annotations

import html
from collections.abc import Callable

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
    return _wrap(text, left_to_right_spans(text), escape)


def _isolate_markup(markup: str) -> str:
    """Isolate in a text node as written; what is around the tokens stays as it is."""
    text = html.unescape(markup)
    spans = left_to_right_spans(text)
    return _wrap(text, spans, _escape_as_sanitised) if spans else markup


def _wrap(text: str, spans: list[tuple[int, int]], write: Callable[[str], str]) -> str:
    """Write `text` with its spans wrapped."""
    written: list[str] = []
    position = 0
    for start, end in spans:
        written.append(f'{write(text[position:start])}<bdi dir="ltr">{write(text[start:end])}</bdi>')
        position = end
    return "".join([*written, write(text[position:])])


def _escape_as_sanitised(text: str) -> str:
    """Escape a text node as the sanitiser writes it."""
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")


def _stays_alone(tag: Tag) -> bool:
    return tag.name in _LEFT_ALONE or tag.get("dir") == "ltr"
