"""Articles of pages that were saved before their program had built them: the body stands in the program's data."""

from __future__ import annotations

import json
from pathlib import Path

from generator.ingest.readers.pages.saved_page import read_saved_page
from generator.model.source import BlockKind, Record, SourceDocument
from tests.unit.ingest.test_page_furniture import PARAGRAPHS, TITLE


def read(
    data: object, *, script: str = '<script id="__NEXT_DATA__" type="application/json">', shown: str = ""
) -> Record:
    page = (
        f'<html lang="en"><head><title>{TITLE} - The Bay Courier</title><meta property="og:title" content="{TITLE}">'
        f'<meta property="article:published_time" content="2024-09-25"></head><body><div id="__next"><h1>{TITLE}</h1>'
        f"<p>Gift this article to a friend who does not subscribe to it yet, or to several.</p>{shown}</div>"
        f"{script}{json.dumps(data)}</script></body></html>"
    )
    (record,) = read_saved_page(SourceDocument.of(Path("content/sources/page.html"), page.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def texts(record: Record) -> list[str]:
    return [block.text for block in record.blocks]


def test_a_tree_of_elements_beside_the_title_is_the_body() -> None:
    link = {"type": "entity", "data": {"href": "https://firm.example"}, "content": [{"type": "text", "value": "Quay"}]}
    content = [{"type": "paragraph", "content": [{"type": "text", "value": each}]} for each in PARAGRAPHS]
    content.insert(2, {"type": "heading", "content": [{"type": "text", "value": "The second pier"}]})
    content.insert(3, {"type": "inline-newsletter", "data": {"text": "Get the news of the coast in your inbox."}})
    content.append({"type": "paragraph", "content": [{"type": "text", "value": "It belongs to "}, link]})
    record = read({"props": {"story": {"headline": TITLE, "body": {"type": "document", "content": content}}}})
    assert texts(record) == [*PARAGRAPHS[:2], "The second pier", *PARAGRAPHS[2:], "It belongs to Quay"]
    assert record.blocks[2].kind is BlockKind.HEADING
    assert "(https://firm.example)" in (record.blocks[-1].markdown or "")
    assert [problem.code for problem in record.problems] == ["body-from-json-ld"]


def test_elements_with_markup_and_lists_behind_an_assignment() -> None:
    elements = [{"type": "text", "content": f"<b>{each}</b>"} for each in PARAGRAPHS]
    elements.append({"type": "list", "items": [{"type": "text", "content": "One point"}]})
    data = {"headlines": {"basic": TITLE}, "content_elements": elements}
    record = read(data, script="<script>window.Fusion.globalContent = ")
    assert texts(record) == [*PARAGRAPHS, "One point"]


def test_html_beside_the_title_is_the_body() -> None:
    html = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    assert texts(read({"post": {"title": TITLE, "bodyHtml": html}})) == list(PARAGRAPHS)


def test_the_body_of_another_article_is_none() -> None:
    html = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    record = read({"title": "Another matter altogether", "body": html})
    assert not set(PARAGRAPHS) & set(texts(record))
    assert [problem.code for problem in record.problems] == ["short-body"]


def test_what_a_page_shows_is_believed_before_its_data() -> None:
    shown = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    data = {"title": TITLE, "body": "<p>Another text, which nobody sees.</p>" * 20}
    assert texts(read(data, shown=shown))[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
