"""The tree of a saved page: where the head ends when no tag says it."""

from __future__ import annotations

import pytest

from generator.ingest.readers.pages.page_tree import parse_tree

HEAD = "<meta charset=utf-8><title>Rain</title><link rel=canonical href=/a>"


@pytest.mark.parametrize("first", ["main", "article", "header", "section", "nav", "figure", "x-story", "div", "h1"])
@pytest.mark.parametrize("end", ["", "</head>", "<body>", "</head><body class=x>"])
def test_the_head_ends_before_the_first_element_of_the_text(first: str, end: str) -> None:
    page = parse_tree(f"<!doctype html><html lang=ar>{HEAD}{end}<{first}>one</{first}>two<p>three<script>x</script>")
    head, body = page
    assert [each.tag for each in head] == ["meta", "title", "link"]
    assert body.tag == "body"
    assert body[0].tag == first
    assert " ".join(body.text_content().split()) == "onetwothreex"


def test_a_page_without_elements_has_an_empty_body() -> None:
    assert [each.tag for each in parse_tree("<!-- nothing -->").iter()][-1] == "body"
