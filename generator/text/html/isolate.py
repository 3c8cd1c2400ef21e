"""Put left-to-right tokens of right-to-left text into `<bdi dir="ltr">`, so that their parts keep their order.

A short one that a browser might break has the class `token`, which the theme keeps on one line. Not for finding
the tokens (`generator.text.bidi`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from generator.text.bidi import left_to_right_spans, may_need_isolation
from generator.text.html.tags import VOID, Tag, escape, split_html

_LEFT_ALONE = frozenset({"bdi", "bdo", "code", "kbd", "pre", "samp"})
_MAY_STAY_ALONE = re.compile(rf'<(?:{"|".join(sorted(_LEFT_ALONE))})\b|dir="ltr"')
# Characters up to which a token stays on one line: a date with its time, a telephone number, a name of two words.
_LONGEST_WHOLE = 16
_MAY_BREAK = re.compile(r"[\s?/–—-]")  # Chromium breaks behind any hyphen, UAX #14 not before a digit
_TAG = re.compile(r'(<(?:[^">]|"[^"]*")*+>)')


def isolate_tokens(source: str) -> str:
    """Give sanitised HTML of a right-to-left text with its left-to-right tokens isolated; the text itself is unchanged.

    Text inside code, existing isolations and elements with `dir="ltr"` is left alone.
    """
    pieces = _TAG.split(source)  # a text and a tag in turn
    if not may_need_isolation("".join(pieces[::2])):
        return source
    if _MAY_STAY_ALONE.search("".join(set(pieces[1::2]))):
        return _isolate_pieces(source)
    pieces[::2] = map(_isolate_markup, pieces[::2])
    return "".join(pieces)


def _isolate_pieces(source: str) -> str:
    """Isolate tokens, keeping account of the elements that are left alone."""
    written: list[str] = []
    alone: list[bool] = []  # for each open element whether it, or one around it, is left alone
    for piece in split_html(source):
        if isinstance(piece, str):
            is_text = "<" not in piece
            written.append(piece if (alone and alone[-1]) or not is_text else _isolate_markup(piece))
            continue
        written.append(str(piece))
        if piece.closes:
            if alone:
                alone.pop()
        elif piece.name not in VOID:
            alone.append(_stays_alone(piece) or bool(alone and alone[-1]))
    return "".join(written)


def isolate_text(text: str) -> str:
    """Give plain text of a right-to-left page as HTML: escaped, its left-to-right tokens isolated."""
    return _wrap(text, left_to_right_spans(text), escape) if may_need_isolation(text) else escape(text)


def _isolate_markup(markup: str) -> str:
    """Isolate in a text node as written; what is around the tokens stays as it is."""
    if len(markup) < 2:  # most texts between blocks are a line's end
        return markup
    text = html.unescape(markup) if "&" in markup else markup
    spans = left_to_right_spans(text) if may_need_isolation(text) else []
    return _wrap(text, spans, _escape_as_sanitised) if spans else markup


def _wrap(text: str, spans: list[tuple[int, int]], write: Callable[[str], str]) -> str:
    """Write `text` with its spans wrapped."""
    written: list[str] = []
    position = 0
    for start, end in spans:
        token = text[start:end]
        kept = ' class="token"' if len(token) <= _LONGEST_WHOLE and _MAY_BREAK.search(token) else ""
        written.append(f'{write(text[position:start])}<bdi{kept} dir="ltr">{write(token)}</bdi>')
        position = end
    return "".join([*written, write(text[position:])])


def _escape_as_sanitised(text: str) -> str:
    """Escape a text node as the sanitiser writes it."""
    return html.escape(text, quote=False).replace("\u00a0", "&nbsp;")


def _stays_alone(tag: Tag) -> bool:
    return tag.name in _LEFT_ALONE or tag.get("dir") == "ltr"
