"""Between plain text and Markdown: plain text escaped so that it shows as itself, and Markdown read back as plain text.

Articles are read as GitHub Flavored Markdown (gfm), written pages by MkDocs with the extensions of mkdocs.yml. What is
escaped here shows as itself through both; the extensions named here are held against that file by tests.
"""

from __future__ import annotations

import markdown

from generator.text.html import html_to_text, sanitise_html, show_unclosed
from generator.text.markdown_blocks import render_blocks
from generator.text.markdown_cost import check_cost
from generator.text.markdown_escape import escape_markdown

__all__ = ["EXTENSIONS", "check_cost", "escape_markdown", "plain_text", "render_blocks"]

# Those of mkdocs.yml, and `fenced_code`, which MkDocs always adds.
EXTENSIONS = ("tables", "footnotes", "def_list", "sane_lists", "admonition", "toc", "fenced_code")


def plain_text(text: str) -> str:
    """Give the text that readers see of some Markdown, one line a block, without markup or footnote arrows."""
    return html_to_text(sanitise_html(show_unclosed(markdown.markdown(text, extensions=list(EXTENSIONS)))))
