"""Blocks written as Markdown come back, through the converter of articles, as those blocks with exactly their text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.ingest.markup.html_body import blocks_of
from generator.model.source import Block, BlockKind
from generator.text.gfm import safe_html
from generator.text.markdown import render_blocks
from generator.text.markdown_escape import clean_line, escape_markdown

ROUNDS = 300

SIGNS = (
    "*", "**", "_", "`", "```", "~~~", "#", "# ", "-", "- ", "+ ", "===", "|", "| a |", "|-|", ":", "!", "![", "](",
    "[x](y)", "[x]: y", "[^1]", "[^1]: ", "(", ")", "<", ">", "> ", "<b>", "</p>", "</li>", "<!--", "-->", "<script>",
    "<![CDATA[", "&", "&amp;", "&#35;", "{: .x }", "{{ x }}", "\\", "\\\n", "$", "@x", "http://x.org/", "1. ", "1)",
    "١. ", "2025.", "key: ", "1", "a", "نص", "«", "»", " ", "    ", "\t", "\n", "\u00a0", "\u202e", "😀",
)  # fmt: skip

texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=6).map("".join) | st.text(max_size=12)


@st.composite
def bodies(draw: st.DrawFn) -> list[Block]:
    """Bodies of headings, paragraphs, items and code, in quotations or not, as a reader may make them."""
    blocks: list[Block] = []
    for _ in range(draw(st.integers(1, 7))):
        text = draw(texts.filter(lambda text: bool(clean_line(text))))
        quote = draw(st.sampled_from((0, 0, 0, 1, 2)))
        kind = draw(st.sampled_from((BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.ITEM)))
        if draw(st.integers(0, 9)) == 0:
            cell = escape_markdown(text)
            table = f"| {cell} | {cell} |\n| --- | --- |\n| {cell} | x |"
            blocks.append(Block(BlockKind.TABLE, f"{text} {text} {text} x", 1, table, quote=quote))
        elif draw(st.integers(0, 9)) == 0:
            picture = f"![](https://e.org/a.jpg)\n{escape_markdown(text)}"
            blocks.append(Block(BlockKind.FIGURE, text, 1, picture, quote=quote))
        elif draw(st.integers(0, 9)) == 0:
            code = "\n".join(line.rstrip() or "x" for line in clean_line(text).split(" "))
            blocks.append(Block(BlockKind.CODE, code, 1, quote=quote))
        elif kind is BlockKind.HEADING:
            blocks.append(Block(kind, text, 1, level=draw(st.integers(2, 6)), quote=quote))
        elif kind is BlockKind.ITEM:
            number = draw(st.none() | st.sampled_from((0, 1, 2, 3, 9, 10, 2025)))
            blocks.append(Block(kind, text, 1, level=draw(st.integers(1, 4)), number=number, quote=quote))
        else:
            blocks.append(Block(kind, text, 1, quote=quote))
    return blocks


def shown_blocks(page: str) -> list[tuple[str, str, int]]:
    """What a page shows: for each block its element, its text, and how many quotations it stands in."""
    root = html.fromstring(f"<div>{page}</div>")
    return list(_blocks_in(root, 0))


def _blocks_in(element: html.HtmlElement, quote: int) -> Iterator[tuple[str, str, int]]:
    for child in element:
        if child.tag == "blockquote":
            yield from _blocks_in(child, quote + 1)
        elif child.tag in ("ul", "ol"):
            yield from _items_in(child, quote)
        elif child.tag == "pre":
            yield "pre", child.text_content().removesuffix("\n"), quote
        else:
            yield child.tag, _text(child), quote


def _items_in(element: html.HtmlElement, quote: int) -> Iterator[tuple[str, str, int]]:
    for item in element:
        assert item.tag == "li"
        inner = [child for child in item if child.tag in ("ul", "ol")]
        for child in inner:
            item.remove(child)
        yield "li", _text(item), quote
        for child in inner:
            yield from _items_in(child, quote)


def _text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def expected(blocks: list[Block]) -> list[tuple[str, str, int]]:
    found = []
    for block in blocks:
        tag = f"h{block.level}" if block.kind is BlockKind.HEADING else block.kind.value
        text = block.text if block.kind is BlockKind.CODE else clean_line(block.text)
        found.append((tag, text, block.quote))
    return found


@settings(max_examples=ROUNDS, deadline=None)
@given(bodies())
def test_blocks_come_back_as_they_were(blocks: list[Block]) -> None:
    shown = shown_blocks(safe_html(render_blocks(blocks)))
    assert [(tag, " ".join(text.split()), quote) for tag, text, quote in shown] == [
        (tag, " ".join(text.split()), quote) for tag, text, quote in expected(blocks)
    ]


@settings(max_examples=ROUNDS, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.none() | st.integers(0, 5), st.booleans()), min_size=1, max_size=8))
def test_lists_have_their_levels_numbers_and_beginnings(shape: list[tuple[int, int | None, bool]]) -> None:
    depth = 0
    blocks = []
    for level, number, starts in shape:
        depth = min(level, depth + 1)
        blocks.append(Block(BlockKind.ITEM, "x", 1, level=depth, number=number, starts=starts))
    root = html.fromstring(f"<div>{safe_html(render_blocks(blocks))}</div>")
    items = list(root.iter("li"))
    assert len(items) == len(blocks)
    for item, block in zip(items, blocks, strict=True):
        owner = item.getparent()
        assert sum(1 for _ in item.iterancestors("ul", "ol")) == block.level
        assert (owner.tag == "ol") == (block.number is not None)
        place = [child for child in owner if child.tag == "li"].index(item)
        if block.number is not None:
            assert int(owner.get("start") or 1) + place == block.number
        if block.starts:
            assert place == 0


TAGS = ("p", "div", "b", "i", "em", "a", "ul", "ol", "li", "blockquote", "h2", "h4", "table", "tr", "td", "th", "span",
        "pre", "code", "figure", "figcaption", "sup", "s", "q", "dl", "dt", "dd",
        "center", "section", "custom-x")  # fmt: skip
pieces = (
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS])
    | st.sampled_from(
        ("<br>", "<br><br>", "<hr>", '<img src="https://e.org/a.jpg" alt="z">', "<a href='https://e.org/'>")
    )
    | st.sampled_from(("كلمة", "word", " ", "«", "»", "(", ")", ".", "،", "1. ", "&amp;", "&lt;b&gt;", "*", "_", "|"))
    | st.lists(st.sampled_from(SIGNS), max_size=4).map(lambda signs: "".join(signs).replace("<", "&lt;"))
)


@settings(max_examples=ROUNDS, deadline=None)
@given(st.lists(pieces, max_size=25).map("".join))
def test_no_letter_of_a_body_is_lost_and_none_is_added(source: str) -> None:
    body = blocks_of(source, base="https://e.org/x/")
    page = safe_html(render_blocks(body.blocks))
    text = re.sub(r"<[^>]*>", " ", re.sub(r"<(script|style|noscript).*", "", source, flags=re.DOTALL))
    wanted = _letters(html.fromstring(f"<div>{text or 'x'}</div>").text_content() if text.strip() else "")
    kept = _letters(" ".join((*(block.text for block in body.blocks), *body.removed)))
    assert set(wanted) <= set(kept)
    shown = html.fromstring(f"<div>{page}</div>").text_content()
    figures = [block for block in body.blocks if block.kind is BlockKind.FIGURE]
    if not figures and not any("\n" in block.text or block.kind is BlockKind.TABLE for block in body.blocks):
        assert "".join(shown.split()) == "".join("".join(block.text.split()) for block in body.blocks)


def _letters(text: str) -> list[str]:
    return re.findall(r"[^\W_]{2,}", text)
