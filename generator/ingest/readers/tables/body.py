"""The body of one row as blocks: told to be HTML, Markdown or plain text by the mapping, or by a look at the cell.

Not for which cell it is (`columns`), nor for how HTML becomes blocks (`html_body`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.tables.claims import Cells
from generator.ingest.readers.tables.column_names import fold_column
from generator.ingest.readers.tables.longest_text import CUT_OFF, choose_text
from generator.ingest.readers.tables.rich_text import html_of_text
from generator.ingest.readers.tables.values import unescape_entities
from generator.ingest.readers.text.markdown_body import read_markdown
from generator.model.source import Block, BlockKind
from generator.store.table_mapping import BodyFormat
from generator.text.repair import repair_text

_BLOCK_TAG = re.compile(r"<(?:p|div|br|li|ul|ol|h[1-6]|blockquote|table|tr|td|figure|section|article|pre)\b", re.I)
_TAG = re.compile(
    r"</(?:p|div|span|a|b|i|u|em|strong|h[1-6]|li|ul|ol|blockquote|table|font|figure|section|article|center)\s*>"
    r"|<(?:br|hr)\s*/?>|<img\s|<p(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"^#{1,6} \S|\[[^\[\]\n]{1,300}\]\(https?://[^\s()]+\)|(?<![\w*])\*\*[^\s*](?:[^*\n]{0,300}[^\s*])?\*\*(?!\*)",
    re.MULTILINE,
)
# Line ends that a program wrote as the two signs of their escape.
_WRITTEN_LINE_END = re.compile(r"(?:\\r)?\\n|\\r")
_LONGEST_SUMMARY = 2000


@dataclass(frozen=True, slots=True)
class Body:
    """A body as it was read; `excerpt` where it is only a summary of the text or its beginning; `summary` where it is
    the column of the summary, which may hold all of a text."""

    blocks: tuple[Block, ...]
    removed: tuple[str, ...] = ()
    excerpt: bool = False
    summary: bool = False


def read_cell_body(
    cells: Cells, offsets: Mapping[str, int], line: int, address: str | None, repairs: Counter[str]
) -> Body | None:
    """The body of a row, its summary where it has no more, or None where it has neither.

    `line` is the line of the document on which the row begins, `offsets` says how many lines below it a column's text
    begins; `repairs` counts what was mended.
    """
    for field, is_summary in (("body", False), ("description", True)):
        guessed = not cells.mapped(field).columns
        best = choose_text(list(cells.texts(field)), longest=is_summary, whole=guessed)
        if best is None:
            continue
        column, text = best
        cut = CUT_OFF.search(text, max(0, len(text) - 60)) if text.rstrip().endswith("chars]") else None
        if cut is not None:
            text = text[: cut.start()]
        form = cells.mapping.format or (BodyFormat.MARKDOWN if fold_column(column).endswith("markdown") else None)
        blocks, removed = _blocks(form, text, line + offsets.get(column, 0) - 1, address, repairs)
        if not blocks:
            continue
        cells.used.add(column)
        removed = (*removed, cut[0].strip()) if cut else removed
        return Body(blocks, removed, (is_summary and len(text) < _LONGEST_SUMMARY) or cut is not None, is_summary)
    return None


def _blocks(
    form: BodyFormat | None, text: str, above: int, address: str | None, repairs: Counter[str]
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of a cell above which `above` lines of the document stand, and what was taken out of it."""
    if form is None:
        text = _unwrapped(text, repairs)
        if _is_markdown(text):
            form = BodyFormat.MARKDOWN
            text = text if "\n\n" in text else text.replace("\n", "\n\n")  # each line a paragraph, as in any cell
    if form is BodyFormat.MARKDOWN:
        body = read_markdown(text, line=above + 1, title="\n", base=address)
        if not body.costly:
            repairs.update(dict(body.repairs))
            return body.blocks, body.removed
        form = BodyFormat.TEXT
    if form is BodyFormat.TEXT or (form is None and not ("<" in text and _TAG.search(text))):
        return _plain_blocks(text, above, repairs, form), ()
    html = blocks_of(text if _BLOCK_TAG.search(text) else _in_paragraphs(text), base=address)
    repairs.update(dict(html.repairs))
    return tuple(replace(block, line=block.line + above) for block in html.blocks), html.removed


def _is_markdown(text: str) -> bool:
    """Whether a text without tags has marks that nobody writes but in Markdown: headings, links, words in bold."""
    if "**" not in text and "](" not in text and "# " not in text:
        return False
    return _MARKDOWN.search(text) is not None and _TAG.search(text) is None


def _unwrapped(text: str, repairs: Counter[str]) -> str:
    """The text of a cell whose line ends or whose markup were escaped once more on their way, or that an editor keeps
    as a tree."""
    tree = html_of_text(text)
    if tree is not None:
        return tree
    if "\\" in text and "\n" not in text and len(_WRITTEN_LINE_END.findall(text)) > 1:
        text, found = _WRITTEN_LINE_END.subn("\n", text)
        repairs["written-line-ends"] += found
    if "<" not in text and "&lt;" in text:
        plain, entities = unescape_entities(text)
        if len(_TAG.findall(plain)) > 1:
            repairs["entities"] += entities
            return plain
    return text


def _plain_blocks(text: str, above: int, repairs: Counter[str], form: BodyFormat | None) -> tuple[Block, ...]:
    """A block for each line with text on it. Character references are read unless it was said to be plain text."""
    if form is None:
        text, entities = unescape_entities(text)
        repairs["entities"] += entities
    repaired = repair_text(text)
    repairs.update(dict(repaired.repairs))
    return tuple(Block(BlockKind.PARAGRAPH, line.text, line.number + above) for line in repaired.lines if line.text)


def _in_paragraphs(html: str) -> str:
    """HTML that ends its paragraphs by the ends of its lines, as editors of weblogs write it, with its paragraphs."""
    return "\n".join(f"<p>{line}</p>" if line.strip() else "" for line in html.split("\n"))
