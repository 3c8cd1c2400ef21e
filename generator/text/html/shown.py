"""The last steps of a body's HTML, which are the same for every page that shows it.

Not for making it safe (`sanitise`) nor for where its links lead (`generator.publish.links`).
"""

from __future__ import annotations

from generator.model.language import Language
from generator.text.html.isolate import isolate_tokens
from generator.text.html.passages import mark_passages
from generator.text.html.scrolling import let_keys_scroll


def as_shown(source: str, lang: Language) -> str:
    """Give sanitised HTML of a text in `lang` as its page shows it: what is in another language marked, what may scroll
    within reach of the keyboard, the left-to-right tokens of Arabic isolated."""
    marked = let_keys_scroll(mark_passages(source, lang))
    return isolate_tokens(marked) if lang is Language.AR else marked
