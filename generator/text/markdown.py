"""Between plain text and Markdown: plain text escaped so that it shows as itself, and Markdown read back as plain text.

Articles are read as GitHub Flavored Markdown (gfm), written pages by MkDocs with the extensions of mkdocs.yml. What is
escaped here shows as itself through both; the extensions named here are held against that file by tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import markdown

from generator.model.source import Block, BlockKind
from generator.text.bidi import strip_controls
from generator.text.html import html_to_text, sanitise_html, show_unclosed
from generator.text.markdown_cost import check_cost

__all__ = ["EXTENSIONS", "check_cost", "escape_markdown", "plain_text", "render_blocks"]

# Those of mkdocs.yml, and `fenced_code`, which MkDocs always adds.
EXTENSIONS = ("tables", "footnotes", "def_list", "sane_lists", "admonition", "toc", "fenced_code")

_ALWAYS = (
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    | {character: f"\\{character}" for character in "*_`"}
    | {character: f"&#{ord(character)};" for character in "{}|~^=$[]#\\"}
)
# One dollar sign in a paragraph opens no formula anywhere, and editors are to read "$545,000".
_ALONE = {character: escaped for character, escaped in _ALWAYS.items() if character != "$"}
_UNPRINTABLE = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# Characters that mean something only where they stand: to Python-Markdown, or to extensions that others may switch on
# (dashes and insertions, bare links, short names of emoji, mentions).
_BY_PLACE = re.compile(r"^[-+!?:/%]|:(?=//)|:(?=[\w+-]+:)|(?<=-)-|(?<=\+)\+|@(?=\w)|(?<![A-Za-z0-9])[wW](?=[wW]{2}\.)")
# The sign that makes the start of a line a numbered list (in any digits), or a line of meta-data to MkDocs.
_OPENING = re.compile(r"^(?:\d+[.)]|[A-Za-z0-9_-]+:)")


def escape_markdown(text: str) -> str:
    """Give Markdown for one paragraph or heading that shows exactly `text`: white space collapsed, controls dropped.

    Backslashes where every engine of Markdown agrees on them (`* _` and the backtick), character references elsewhere.
    """
    line = " ".join(strip_controls(_UNPRINTABLE.sub("", text)).split())
    special = {match.start() for match in _BY_PLACE.finditer(line)}
    special.update(match.end() - 1 for match in _OPENING.finditer(line))
    always = _ALWAYS if line.count("$") > 1 else _ALONE
    return "".join(
        f"&#{ord(character)};" if place in special else always.get(character, character)
        for place, character in enumerate(line)
    )


def render_blocks(blocks: Iterable[Block]) -> str:
    """Give the Markdown of a body: its blocks in order, one empty line between them, a line end at the end."""
    rendered = [_render_block(block) for block in blocks if block.text.strip()]
    return "\n\n".join(rendered) + "\n" if rendered else ""


def plain_text(text: str) -> str:
    """Give the text that readers see of some Markdown, one line a block, without markup or footnote arrows."""
    return html_to_text(sanitise_html(show_unclosed(markdown.markdown(text, extensions=list(EXTENSIONS)))))


def _render_block(block: Block) -> str:
    marker = "## " if block.kind is BlockKind.HEADING else ""
    return marker + escape_markdown(block.text)
