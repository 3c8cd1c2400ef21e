"""Makes blocks of the text, pictures and captions that were gathered from an article's elements.

Not for the elements themselves: those are markup.flow's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from generator.ingest.markup.addresses import resolve_address
from generator.ingest.markup.inline import Run, Style, write_line
from generator.ingest.markup.lines import BREAK, part_paragraphs
from generator.ingest.markup.pictures import Picture
from generator.ingest.markup.state import Context, Flow
from generator.model.source import Block, BlockKind
from generator.text.markdown_escape import escape_markdown
from generator.text.repair import repair_inline, repair_text

_ADDRESS = re.compile(r"https?://\S{4,2000}", re.IGNORECASE)


def flush(flow: Flow, context: Context) -> None:
    """Make blocks of the text gathered, and of the pictures that stood in it."""
    runs, flow.runs = flow.runs, []
    pictures, flow.pictures = flow.pictures, []
    if any(run.text.strip() for run in runs):
        if context.caption and (flow.uncaptioned is not None or context.in_figure):
            add_caption(flow, [*runs, Run(" ")])
        elif context.heading is not None:
            _add_lines(flow, [_on_one_line(runs)], context)
        else:
            flow.uncaptioned = None
            for lines in part_paragraphs(runs):
                _add_lines(flow, _linked(lines), context)
    for picture in pictures:
        add_figure(flow, picture, context)


def _linked(lines: list[list[Run]]) -> list[list[Run]]:
    """A paragraph that is nothing but an address, as editors write what is to be shown there (oEmbed), leads there."""
    if len(lines) != 1 or len(lines[0]) != 1 or lines[0][0].address:
        return lines
    run = lines[0][0]
    address = resolve_address(run.text, None) if _ADDRESS.fullmatch(run.text.strip()) else None
    return [[replace(run, address=address)]] if address else lines


def _on_one_line(runs: list[Run]) -> list[Run]:
    """The runs of a caption, without line breaks and the slash that parted it from a control."""
    first = next((at for at, run in enumerate(runs) if run.text.strip()), 0)
    if runs and runs[first].text.strip() == "/":
        runs = runs[first + 1 :]
    return [Run(run.text.replace(BREAK, " "), run.style, run.address) for run in runs]


def _add_lines(flow: Flow, lines: list[list[Run]], context: Context) -> None:
    """Add one paragraph, heading or item; what follows in an item goes on with it on a line of its own."""
    written = [write_line(line, flow.repairs, styles=context.heading is None) for line in lines]
    written = [line for line in written if line.text]
    if not written:
        return
    text = "\n".join(line.text for line in written)
    is_marked = len(written) > 1 or any(line.marked for line in written)
    markdown = "\\\n".join(line.markdown for line in written)
    item = context.item
    if item is not None and item.at is not None and item.at == len(flow.blocks) - 1:
        last = flow.blocks[-1]
        former = last.markdown if last.markdown is not None else escape_markdown(last.text)
        flow.blocks[-1] = replace(last, text=f"{last.text}\n{text}", markdown=f"{former}\\\n{markdown}")
        return
    block = Block(BlockKind.PARAGRAPH, text, flow.line, markdown if is_marked else None)
    if context.heading is not None:
        block = replace(block, kind=BlockKind.HEADING, level=context.heading)
    elif item is not None and item.at is None:
        item.at = len(flow.blocks)
        block = replace(block, kind=BlockKind.ITEM, level=len(context.lists), number=item.number, starts=item.starts)
    add_block(flow, block, context)


def add_block(flow: Flow, block: Block, context: Context) -> None:
    """Add a finished block at its place in quotations."""
    starts = block.starts
    if flow.quote_starts and context.quote:
        flow.quote_starts = False
        follows = bool(flow.blocks) and flow.blocks[-1].quote >= context.quote
        starts = starts or (follows and block.kind is not BlockKind.ITEM)
    flow.uncaptioned = None
    flow.blocks.append(replace(block, quote=context.quote, starts=starts, line=max(block.line, 1)))


def add_figure(flow: Flow, picture: Picture, context: Context) -> None:
    alt = repair_inline(picture.alt)
    flow.repairs.update(dict(repair_text(picture.alt).repairs))
    markdown = f"![{escape_markdown(alt)}]({picture.address})"
    add_block(flow, Block(BlockKind.FIGURE, alt, flow.line, markdown), context)
    flow.uncaptioned = len(flow.blocks) - 1
    if flow.caption:
        caption, flow.caption = flow.caption, []
        add_caption(flow, caption)


def add_caption(flow: Flow, runs: list[Run]) -> None:
    """Put a caption to the picture it belongs to; keep it where its picture is still to come."""
    if flow.uncaptioned is None:
        flow.caption.extend(runs)
        return
    figure = flow.blocks[flow.uncaptioned]
    caption = write_line(_on_one_line(runs), flow.repairs)
    if not caption.text:
        return
    picture, _, former = (figure.markdown or "").partition("\n")
    text = caption.text
    if former:
        text, picture = f"{figure.text} {text}", f"{picture}\n{former}"
    markdown = f"{picture}{' ' if former else chr(10)}{caption.markdown}"
    flow.blocks[flow.uncaptioned] = replace(figure, text=text, markdown=markdown)


def add_lone_caption(flow: Flow, context: Context) -> None:
    """Add the caption of a picture that could not be had: a figure all the same, no paragraph of the text."""
    runs, flow.caption = flow.caption, []
    plain = [Run(run.text, run.style & ~Style.ITALIC, run.address) for run in _on_one_line(runs)]
    caption = write_line(plain, flow.repairs)
    if caption.text:
        set_off = write_line([Run(caption.text, Style.ITALIC)], Counter()) if not caption.marked else caption
        add_block(flow, Block(BlockKind.FIGURE, caption.text, flow.line, set_off.markdown), context)
