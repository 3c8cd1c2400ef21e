"""HTML of a body, after Markdown: made safe, what is in another language marked, or read back as plain text.

Not for pages: those are the templates'. Not for reading news pages: that is the readers' of `ingest`.
"""

from __future__ import annotations

from generator.text.html.isolate import isolate_text, isolate_tokens
from generator.text.html.passages import mark_passages
from generator.text.html.plain import html_to_text
from generator.text.html.sanitise import clean_address, sanitise_html
from generator.text.html.scrolling import let_keys_scroll
from generator.text.html.shown import as_shown
from generator.text.html.simple import pass_simple
from generator.text.html.tags import escape
from generator.text.html.unclosed import show_unclosed

__all__ = [
    "as_shown",
    "clean_address",
    "escape",
    "html_to_text",
    "isolate_text",
    "isolate_tokens",
    "let_keys_scroll",
    "mark_passages",
    "pass_simple",
    "sanitise_html",
    "show_unclosed",
]
