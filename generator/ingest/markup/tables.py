"""Tables: those of facts as GitHub Flavored Markdown; those that only lay out a page are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from generator.ingest.markup.elements import tag_of, text_of
from generator.model.source import Block, BlockKind
from generator.text.arabic import is_arabic
from generator.text.markdown_escape import escape_markdown

_MOST_COLUMNS = 40
_MOST_CELLS = 20_000
_LONGEST_CELL = 600
_SIMPLE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING})
_DIGIT = re.compile(r"\d")
_STYLED = re.compile(r"\btext-align\s*:\s*([a-z]+)")
# What stands below a column's head (GitHub Flavored Markdown, 4.10); the side at which lines begin needs no sign.
_RULES = {"center": ":---:", "end": "---:"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, the Markdown of it on one line, whether it heads a row or column, and the side at which the
    page sets it, in lower case as the page says it."""

    text: str = ""
    markdown: str = ""
    heads: bool = False
    side: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as plain text, a line a row and a tab between cells, and as Markdown; and its caption."""

    text: str
    markdown: str
    caption: str = ""


ReadCell = Callable[[HtmlElement], "Cell | None"]


def read_table(table: HtmlElement, read_cell: ReadCell) -> Table | None:
    """Give a table of facts, its cells read by `read_cell`; None where it is a table for layout: by its role, a table
    within it, one row or column, or cells that hold more than lines of text.

    A cell over several rows is repeated in each of them, so that every row says all it says; one over several columns
    stands in the first.
    """
    rows = list(table.iter("tr"))
    is_layout = (table.get("role") or "").lower() in ("presentation", "none")
    if is_layout or len(rows) < 2 or any(True for _ in table.iterdescendants("table")):
        return None
    grid = _read_grid(rows, read_cell)
    if grid is None or len(grid) < 2 or max(map(len, grid)) < 2:
        return None
    width = max(map(len, grid))
    grid = [[*row, *([Cell()] * (width - len(row)))] for row in grid]
    header, body = _part_header(grid, has_head=any(True for _ in table.iter("thead")))
    lines = [_line(header), _line(_rules(body, width)), *map(_line, body)]
    texts = [
        "\t".join(cell.text for cell in row).strip()
        for row in ([header, *body] if any(cell.text for cell in header) else body)
    ]
    caption = " ".join(text_of(each) for each in table.iter("caption"))
    text = "\n".join(text for text in texts if text)
    return Table(text, "\n".join(lines), caption) if text else None


def _read_grid(rows: Sequence[HtmlElement], read_cell: ReadCell) -> list[list[Cell]] | None:
    """The cells of each row, spans filled; None where a cell is no cell of a table of facts."""
    grid: list[list[Cell]] = []
    pending: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        line: list[Cell] = []
        for element in row:
            if tag_of(element) not in ("td", "th"):
                continue
            _fill(line, pending)
            cell = read_cell(element)
            if cell is None or len(grid) * _MOST_COLUMNS > _MOST_CELLS:
                return None
            cell = replace(cell, side=_side_of(element, row))
            across, down = _span(element, "colspan", _MOST_COLUMNS), _span(element, "rowspan", len(rows))
            for place in range(across):
                each = cell if place == 0 else Cell(heads=cell.heads)
                if down > 1:
                    pending[len(line)] = (down - 1, each)
                line.append(each)
        _fill(line, pending)
        if len(line) > _MOST_COLUMNS:
            return None
        if any(cell.text for cell in line):
            grid.append(line)
    return grid


def _fill(line: list[Cell], pending: dict[int, tuple[int, Cell]]) -> None:
    """Put in what the rows above reach down to here."""
    while len(line) in pending:
        rest, cell = pending.pop(len(line))
        if rest > 1:
            pending[len(line)] = (rest - 1, cell)
        line.append(cell)


def _span(element: HtmlElement, name: str, most: int) -> int:
    value = element.get(name) or "1"
    return min(max(int(value), 1), most) if re.fullmatch("[0-9]{1,4}", value) else 1


def _side_of(cell: HtmlElement, row: HtmlElement) -> str:
    """The side at which a cell, or its whole row, is set; empty where neither says so."""
    for element in (cell, row):
        styled = _STYLED.search((element.get("style") or "").lower())
        if stated := styled[1] if styled else (element.get("align") or "").strip().lower():
            return stated
    return ""


def _rules(body: Sequence[Sequence[Cell]], width: int) -> list[Cell]:
    """The line below the head: how most cells of each column that hold something are set. Pages say left and right,
    Markdown means the side at which lines begin and the other, so in a table in Arabic `left` is the other."""
    words = [word for row in body for cell in row if not _DIGIT.search(cell.text) for word in cell.text.split()]
    end = {"end", "left" if 2 * sum(map(is_arabic, words)) > len(words) else "right"}
    rules = []
    for at in range(width):
        sides = Counter("end" if row[at].side in end else row[at].side for row in body if row[at].text)
        side, count = sides.most_common(1)[0] if sides else ("", 0)
        rules.append(Cell(markdown=_RULES.get(side, "---") if 2 * count > sum(sides.values()) else "---"))
    return rules


def make_cell(blocks: Sequence[Block], *, heads: bool) -> Cell | None:
    """Give the cell that holds `blocks`; None where they are more than lines of text."""
    is_simple = all(block.kind in _SIMPLE and not block.quote for block in blocks)
    text = " ".join(" ".join(block.text.split()) for block in blocks)
    if not is_simple or len(text) > _LONGEST_CELL:
        return None
    return Cell(text, "<br>".join(map(_on_one_line, blocks)), heads)


def _on_one_line(block: Block) -> str:
    markdown = block.markdown if block.markdown is not None else escape_markdown(block.text)
    number = "" if block.number is None else f"{escape_markdown(f'{block.number}.')} "
    return number + markdown.replace("\\\n", "<br>")


def _part_header(grid: list[list[Cell]], *, has_head: bool) -> tuple[list[Cell], list[list[Cell]]]:
    """The row that heads the columns, and the others; where none does, an empty one, for tables need one."""
    first, others = grid[0], grid[1:]
    if has_head or all(cell.heads for cell in first) or _differs(first, others):
        return first, others
    return [Cell()] * len(first), grid


def _differs(first: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row names what the others count: bold above plain, or words above figures."""
    if not all(cell.text for cell in first[1:]):
        return False
    bold = all(cell.markdown.startswith("**") and cell.markdown.endswith("**") for cell in first if cell.text)
    if bold and not any(cell.markdown.startswith("**") for row in others for cell in row[1:]):
        return True
    columns = range(1, len(first))
    return any(
        not _DIGIT.search(first[at].text) and all(_DIGIT.search(row[at].text) for row in others) for at in columns
    )


def _line(row: Sequence[Cell]) -> str:
    return "| " + " | ".join(cell.markdown for cell in row) + " |"
