"""Texts that editors keep as trees of nodes, as the makers of these editors document them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.readers.tables.json_table import read_json_table
from generator.ingest.readers.tables.rich_text import html_of, html_of_text
from generator.model.source import FieldName, Record, SourceDocument

LINK = "https://a.example/1"


def leaf(text: str, **more: object) -> dict[str, object]:
    return {"type": "text", "text": text, **more}


def contentful(kind: str, *inner: object) -> dict[str, object]:
    return {"nodeType": kind, "data": {}, "content": list(inner)}


def span(text: str) -> dict[str, object]:
    return {"nodeType": "text", "value": text, "marks": [], "data": {}}


STRAPI = [
    {"type": "heading", "level": 2, "children": [leaf("عودة")]},
    {"type": "paragraph", "children": [leaf("قبل "), {"type": "link", "url": LINK, "children": [leaf("الرابط")]}]},
    {"type": "list", "format": "unordered", "children": [{"type": "list-item", "children": [leaf("بند")]}]},
]
CONTENTFUL = contentful(
    "document",
    contentful("heading-2", span("عودة")),
    contentful("paragraph", span("قبل "), contentful("hyperlink", span("الرابط")) | {"data": {"uri": LINK}}),
    contentful("unordered-list", contentful("list-item", contentful("paragraph", span("بند")))),
)
TIPTAP = {
    "type": "doc",
    "content": [
        {"type": "heading", "attrs": {"level": 2}, "content": [leaf("عودة")]},
        {
            "type": "paragraph",
            "content": [leaf("قبل "), leaf("الرابط", marks=[{"type": "link", "attrs": {"href": LINK}}])],
        },
        {"type": "bulletList", "content": [{"type": "listItem", "content": [leaf("بند")]}]},
    ],
}
LEXICAL = {
    "root": {
        "type": "root",
        "children": [
            {"type": "heading", "tag": "h2", "children": [leaf("عودة")]},
            {
                "type": "paragraph",
                "children": [leaf("قبل "), {"type": "link", "url": LINK, "children": [leaf("الرابط")]}],
            },
            {"type": "list", "listType": "bullet", "children": [{"type": "listitem", "children": [leaf("بند")]}]},
        ],
    }
}
EDITOR_JS = {
    "blocks": [
        {"type": "header", "data": {"text": "عودة", "level": 2}},
        {"type": "paragraph", "data": {"text": f'قبل <a href="{LINK}">الرابط</a>'}},
        {"type": "list", "data": {"style": "unordered", "items": ["بند"]}},
    ]
}
ARC = [
    {"type": "header", "level": 2, "content": "عودة"},
    {"type": "text", "content": f'قبل <a href="{LINK}">الرابط</a>'},
    {"type": "list", "list_type": "unordered", "items": [{"type": "text", "content": "بند"}]},
]
SANITY = [
    {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "عودة", "marks": []}]},
    {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": "قبل", "marks": ["strong"]}]},
]


def read(content: object, name: str = "content") -> Record:
    table = json.dumps([{"title": "الميناء القديم", name: content}], ensure_ascii=False)
    (record,) = read_json_table(SourceDocument.of(Path("n.json"), table.encode(), "0" * 64))
    assert isinstance(record, Record)
    return record


def told(content: object, name: str = "content") -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read(content, name).blocks]


@pytest.mark.parametrize(
    "tree", [STRAPI, CONTENTFUL, TIPTAP, LEXICAL, EDITOR_JS, ARC, json.dumps(LEXICAL), json.dumps(EDITOR_JS)]
)
def test_every_editor_says_the_same(tree: object) -> None:
    record = read(tree)
    assert [block.text for block in record.blocks] == ["عودة", "قبل الرابط", "بند"]
    assert record.blocks[0].kind.value == "h2"
    assert f"[الرابط]({LINK})" in (record.blocks[1].markdown or "")


def test_names_under_which_trees_stand() -> None:
    assert told(SANITY, "body") == told(SANITY, "blocks") == [("h2", "عودة"), ("p", "قبل")]


def test_texts_of_nodes_are_no_markup() -> None:
    assert told([{"type": "paragraph", "children": [leaf("1 < 2 & <b>3</b>")]}]) == [("p", "1 < 2 & <b>3</b>")]


def test_draft_js() -> None:
    blocks = [{"text": "عودة", "type": "header-two", "data": {}}, {"text": "a < b", "type": "unstyled", "data": {}}]
    assert told({"blocks": blocks, "entityMap": {}}) == [("h2", "عودة"), ("p", "a < b")]


def test_zones_of_strapi() -> None:
    quote = {"__component": "shared.quote", "body": "قول", "title": "من"}
    zones = [{"__component": "shared.text", "id": 1, "body": "أول"}, quote]
    assert [text for _, text in told(zones)] == ["أول", "قول\nمن"]


def test_nodes_that_are_not_known_keep_their_texts() -> None:
    inner = {"type": "paragraph", "children": [leaf("في عمود")]}
    assert told([{"type": "layout", "columns": [{"type": "cell", "children": [inner]}]}]) == [("p", "في عمود")]
    before = {"type": "paragraph", "children": [leaf("قبل")]}
    assert told([before, {"type": "notice", "message": "تنبيه"}])[1:] == [("p", "تنبيه")]


@pytest.mark.parametrize("value", [[{"type": "article", "id": 1}], [{"name": "a"}], [1, 2], [], {}, {"a": {}}, "x"])
def test_other_values_are_no_trees(value: object) -> None:
    assert html_of(value) is None


def test_tags_that_look_like_nodes_stay_tags() -> None:
    table = [{"title": "الميناء", "body": "نص", "tags": [{"type": "tag", "text": "صيد"}]}]
    (record,) = read_json_table(SourceDocument.of(Path("n.json"), json.dumps(table).encode(), "0" * 64))
    assert isinstance(record, Record)
    assert [claim.value for claim in record.claims if claim.name is FieldName.KEYWORD] == ["صيد"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "_type", "children", "content", "text", "data", "blocks", "root", "marks", "items"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(VALUES)
def test_no_value_breaks_it(value: Any) -> None:
    html_of(value)
    html_of_text(json.dumps(value))


def test_no_depth_breaks_it() -> None:
    tree: object = [leaf("x")]
    for _ in range(900):
        tree = [{"type": "paragraph", "data": {}, "children": tree}]
    html_of(tree)
    deep: object = {}
    for _ in range(900):
        deep = {"blocks": deep, "data": deep}
    html_of(deep)
