"""Walks the elements of an article in order and makes blocks of them.

Not for what elements are (markup.elements), nor for the Markdown within a line (markup.inline).
"""

from __future__ import annotations

from dataclasses import replace

from lxml.html import HtmlElement

from generator.ingest.markup.addresses import resolve_address
from generator.ingest.markup.elements import (
    CONTROLS,
    EMBEDS,
    HEADINGS,
    is_behind_picture,
    is_bold,
    is_caption,
    is_embed,
    is_hidden,
    is_inline,
    is_italic,
    is_lone_caption,
    is_way_back,
    tag_of,
    text_of,
)
from generator.ingest.markup.embeds import find_embed
from generator.ingest.markup.inline import Run, Style
from generator.ingest.markup.lines import BREAK
from generator.ingest.markup.making import add_block, add_figure, add_lone_caption, flush
from generator.ingest.markup.pictures import emoji_of, find_address, find_picture
from generator.ingest.markup.state import Context, Flow, ItemState, ListState
from generator.ingest.markup.tables import Cell, make_cell, read_table
from generator.model.source import Block, BlockKind
from generator.text.arabic import is_arabic

_STYLES = {
    "s": Style.STRUCK,
    "strike": Style.STRUCK,
    "del": Style.STRUCK,
    "sup": Style.RAISED,
    "sub": Style.LOWERED,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
}
_NO_PICTURES = frozenset({"figure", "blockquote", "table", "pre", *EMBEDS})
_MOST_QUOTES = 8
_NOWHERE = Context()


def walk(flow: Flow, root: HtmlElement, context: Context = _NOWHERE) -> None:
    """Make blocks of all that stands in `root`."""
    stack: list[tuple[HtmlElement, Context, Context | None]] = [(root, context, None)]
    while stack:
        element, outer, left = stack.pop()
        if left is not None:
            _leave(flow, element, left)
        inner = _enter(flow, element, outer) if left is None and tag_of(element) else None
        if inner is not None:
            _add_text(flow, element.text, inner, element)
            stack.append((element, outer, inner))
            stack.extend((child, inner, None) for child in reversed(element))
        elif element is not root:
            _add_text(flow, element.tail, outer, element)
    flush(flow, context)


def _add_text(flow: Flow, text: str | None, context: Context, element: HtmlElement) -> None:
    if not text:
        return
    if not flow.runs:
        flow.line = element.sourceline or flow.line
    flow.runs.append(Run(text.replace(BREAK, "\n"), context.style, context.address))


def _enter(flow: Flow, element: HtmlElement, context: Context) -> Context | None:
    """The context within an element; None where it has been dealt with as a whole."""
    tag = tag_of(element)
    if is_hidden(element) or tag in CONTROLS or is_way_back(element):
        _remove(flow, text_of(element))
        flow.runs.append(Run(" "))
        return None
    if tag in _WHOLE:
        _WHOLE[tag](flow, element, context)
        return None
    if is_inline(element):
        return _enter_inline(flow, element, context)
    if tag == "table" and _add_table(flow, element, context):
        return None
    flush(flow, context)
    if tag == "figure" and not is_lone_caption(element) and not context.in_figure:
        flow.uncaptioned = None  # what stands in this figure is no caption of the picture before it
    return _enter_block(flow, element, context)


def _enter_inline(flow: Flow, element: HtmlElement, context: Context) -> Context:
    tag = tag_of(element)
    style = context.style | _STYLES.get(tag, Style.PLAIN)
    if is_bold(element):
        style |= Style.BOLD
    if is_italic(element):
        style |= Style.ITALIC
    if tag == "q":
        flow.runs.append(Run(_quotation_marks(element)[0], style, context.address))
    address = (resolve_address(element.get("href"), flow.base) or context.address) if tag == "a" else context.address
    if is_caption(element) and not context.caption and (flow.uncaptioned is not None or _is_beside_lost(element)):
        flush(flow, context)
        return replace(context, style=style, address=address, caption=True, in_figure=True)
    return replace(context, style=style, address=address)


def _enter_block(flow: Flow, element: HtmlElement, context: Context) -> Context:
    tag = tag_of(element)
    if tag in HEADINGS:
        return replace(context, heading=max(2, int(tag[1])), item=None)
    if tag == "blockquote" and not is_caption(element):
        flow.quote_starts = True
        return replace(context, quote=min(context.quote + 1, _MOST_QUOTES), item=None, lists=(), heading=None)
    if tag in ("ul", "ol", "dl", "dir"):
        return replace(context, lists=(*context.lists, _open_list(element)), item=None)
    if tag in ("li", "dd"):
        return _enter_item(flow, element, context)
    if tag == "dt":
        return replace(context, style=context.style | Style.BOLD, item=None)
    return _enter_plain(element, context)


def _enter_plain(element: HtmlElement, context: Context) -> Context:
    """The context within an element that is a figure, a caption, or no more than a block."""
    if tag_of(element) == "figure":
        is_picture = not is_embed(element) and not any(
            tag_of(each) in _NO_PICTURES for each in element.iterdescendants()
        )
        return replace(context, caption=is_picture, in_figure=True)
    if is_caption(element):
        return replace(context, caption=True, in_figure=context.in_figure or _is_beside_lost(element))
    style = context.style | (Style.BOLD if is_bold(element) else Style.PLAIN)
    return replace(context, style=style | (Style.ITALIC if is_italic(element) else Style.PLAIN))


def _is_beside_lost(caption: HtmlElement) -> bool:
    """Whether a caption stands right behind a picture, or in one element with it and nothing else that is text: whether
    or not the picture could be had, it is no paragraph."""
    if is_behind_picture(caption):
        return True
    in_table = tag_of(caption) == "td"
    parent = next(caption.iterancestors("table"), None) if in_table else caption.getparent()
    if parent is None or tag_of(parent) in ("body", "article", "main", "section", "td"):
        return False
    has_picture = any(tag_of(each) in ("img", "amp-img") for each in parent.iterdescendants())
    return has_picture and text_of(parent) == text_of(caption)


def _open_list(element: HtmlElement) -> ListState:
    if tag_of(element) != "ol":
        return ListState()
    items = sum(tag_of(child) == "li" for child in element)
    reverse = element.get("reversed") is not None
    return ListState(True, _number(element.get("start"), items if reverse else 1), -1 if reverse else 1)


def _enter_item(flow: Flow, element: HtmlElement, context: Context) -> Context:
    if tag_of(element) == "li" and next(element.iterdescendants(*HEADINGS), None) is not None:
        return replace(context, item=None, lists=())  # the entries of a page that is a list of texts with heads
    lists = context.lists or (ListState(),)
    state = lists[-1]
    number = None
    if state.numbered and tag_of(element) == "li":
        number = _number(element.get("value"), state.next_number)
        state.next_number = number + state.step
    last = flow.blocks[-1] if flow.blocks else None
    follows = last is not None and last.kind is BlockKind.ITEM and last.quote == context.quote
    starts = not state.begun and follows and last is not None and last.level >= len(lists)
    state.begun = True
    return replace(context, lists=lists, item=ItemState(number, starts))


def _number(value: str | None, otherwise: int) -> int:
    try:
        return int(value) if value and len(value) < 10 else otherwise
    except ValueError:
        return otherwise


def _leave(flow: Flow, element: HtmlElement, context: Context) -> None:
    tag = tag_of(element)
    if tag == "q":
        flow.runs.append(Run(_quotation_marks(element)[1], context.style, context.address))
    leaves_caption = context.caption and is_caption(element)
    if not is_inline(element) or leaves_caption:
        flush(flow, context)
    if flow.caption and (tag == "figure" or (leaves_caption and not any(map(_is_figure, element.iterancestors())))):
        add_lone_caption(flow, context)
    if tag == "blockquote" and not is_caption(element):
        flow.quote_starts = False


def _is_figure(element: HtmlElement) -> bool:
    return tag_of(element) == "figure"


def _quotation_marks(element: HtmlElement) -> tuple[str, str]:
    return ("«", "»") if is_arabic(text_of(element)) else ("“", "”")


def _add_picture(flow: Flow, image: HtmlElement, context: Context) -> None:
    sign = emoji_of(image)
    if sign:
        flow.runs.append(Run(sign, context.style, context.address))
        return
    picture = find_picture(image, flow.base)
    if picture is None:
        _remove_picture(flow, image)
        return
    flow.line = image.sourceline or flow.line
    if context.caption or not any(run.text.strip() for run in flow.runs):
        flush(flow, context)
        add_figure(flow, picture, context)
    else:
        flow.pictures.append(picture)


def _remove_picture(flow: Flow, image: HtmlElement) -> None:
    """Keep the words and the address of what is no picture, or of one that is nowhere to be found."""
    address = find_address(image, flow.base) or (image.get("src") or "")
    words = (image.get("alt") or "").strip()
    _remove(flow, " ".join(filter(None, (words, "" if address.startswith("data:") else address))))


def _add_break(flow: Flow, element: HtmlElement, context: Context) -> None:
    del element
    flow.runs.append(Run(BREAK, context.style, context.address))


def _add_rule(flow: Flow, element: HtmlElement, context: Context) -> None:
    del element
    flush(flow, context)


def _add_embed(flow: Flow, element: HtmlElement, context: Context) -> None:
    flush(flow, context)
    flow.line = element.sourceline or flow.line
    embed = find_embed(element, flow.base)
    if embed is None:
        _remove(flow, " ".join(filter(None, (text_of(element), element.get("src")))))
        return
    _remove(flow, text_of(element))
    flow.runs.append(Run(embed.title, context.style, embed.address))
    flush(flow, replace(context, item=None, caption=False, heading=None))


def _add_preformatted(flow: Flow, element: HtmlElement, context: Context) -> None:
    """Code is kept as it stands; prose or verse in `pre` are lines."""
    flush(flow, context)
    flow.line = element.sourceline or flow.line
    for line_break in element.iter("br"):
        line_break.text = "\n"
    text = "".join(element.itertext()).strip("\n").replace("\r", "")
    if not text.strip():
        return
    if is_arabic(text):
        flow.runs = [Run(text.replace("\n", BREAK), context.style, context.address)]
        flush(flow, replace(context, item=None))
        return
    lines = [line.rstrip() for line in text.expandtabs(4).split("\n")]
    add_block(flow, Block(BlockKind.CODE, _printable("\n".join(lines)), flow.line), context)


def _printable(code: str) -> str:
    return "".join(character for character in code if character.isprintable() or character == "\n")


def _add_table(flow: Flow, table: HtmlElement, context: Context) -> bool:
    """Add a table of facts; False where the table only lays out what stands in it."""
    inner = Flow(flow.base)
    read = read_table(table, lambda element: _read_cell(inner, element))
    if read is None:
        return False
    flush(flow, context)
    flow.line = table.sourceline or flow.line
    flow.repairs.update(inner.repairs)
    flow.removed.extend(inner.removed)
    if read.caption:
        flow.runs = [Run(read.caption)]
        flush(flow, replace(context, item=None, caption=False, heading=None))
    add_block(flow, Block(BlockKind.TABLE, read.text, flow.line, read.markdown), context)
    return True


def _read_cell(flow: Flow, element: HtmlElement) -> Cell | None:
    flow.blocks.clear()
    flow.uncaptioned = None
    walk(flow, element)
    return make_cell(flow.blocks, heads=tag_of(element) == "th")


def _remove(flow: Flow, text: str) -> None:
    if text.strip():
        flow.removed.append(text.strip())


_WHOLE = {
    "br": _add_break,
    "hr": _add_rule,
    "img": _add_picture,
    "amp-img": _add_picture,
    "pre": _add_preformatted,
    **dict.fromkeys(EMBEDS, _add_embed),
}
