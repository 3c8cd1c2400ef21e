"""The reader of saved pages never breaks, and loses no letter of what it takes for the article."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableError
from generator.ingest.readers.pages.saved_page import is_saved_page, read_saved_page
from generator.model.source import Record, SourceDocument
from generator.text.gfm import safe_html
from generator.text.markdown import render_blocks

SENTENCE = "قال وزير النقل إن الميناء الجديد سيفتح أبوابه أمام السفن قبل نهاية العام وإن الأعمال بلغت آخر مراحلها"
TAGS = ("p", "div", "b", "a", "ul", "ol", "li", "blockquote", "h1", "h2", "table", "tr", "td", "span", "pre", "figure",
        "figcaption", "article", "section", "aside", "form", "nav", "script", "noscript", "title",
        "head", "body")  # fmt: skip
pieces = (
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS])
    | st.sampled_from(
        ("<br>", "<!--", "-->", "<![CDATA[", "\0", "\ud800", "&#0;", "&lt;p&gt;", "<div class='share'>", "<")
    )
    | st.sampled_from(('<img src="//e.org/a.jpg">', '<a href="http://[">', '<base href="//[">', "<td colspan=99999>"))
    | st.integers(0, 99).map(lambda number: f"{SENTENCE} رقم{number}. ")
    | st.text(max_size=8)
)
pages = st.lists(pieces, max_size=30).map("".join)


def read(raw: bytes, name: str = "x.html") -> list[Record]:
    document = SourceDocument.of(Path(name), raw, "0" * 64)
    try:
        return [each for each in read_saved_page(document) if isinstance(each, Record)]
    except UnreadableError as refused:
        problem = refused.problem
    assert problem.path == Path(name)
    assert problem.cure
    return []


@settings(max_examples=150, deadline=None)
@given(pages)
def test_any_page_is_read_or_refused(page: str) -> None:
    raw = page.encode("utf-8", "surrogatepass")
    is_saved_page(Path("x"), raw)
    for record in read(raw):
        assert record.blocks
        safe_html(render_blocks(record.blocks))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
    for whole in (raw, b"<html><body>" + raw, head + raw, head + b"\r\n" + raw + b"\r\n--b--"):
        is_saved_page(Path("x"), whole)
        read(whole)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(("<p>", "<br>", "<div>", "</div>", "<b>", "</b>", "<br><br>", " ", "<li>")),
        min_size=8,
        max_size=20,
    )
)
def test_every_sentence_of_the_article_is_kept_or_told(between: list[str]) -> None:
    sentences = [f"{SENTENCE} رقم{number}." for number in range(len(between))]
    body = "".join(f"{tag}{sentence}" for tag, sentence in zip(between, sentences, strict=True))
    page = f"<html><body><article><h1>عنوان</h1><div>{body}</div></article></body></html>"
    (record,) = read(page.encode())
    kept = " ".join((*(block.text for block in record.blocks), *record.removed)).replace("\n", " ")
    for number in range(len(between)):
        assert f"رقم{number}." in kept
