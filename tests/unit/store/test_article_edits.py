"""Changes of an article put into its file line by line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.article import Article
from generator.store.article_edits import edit_article
from generator.store.article_text import parse_article_file, render_article

PLACE = Path("content/articles/en/2024/05/port.md")
TAGS = 'tags:\n  # the first two are the desk\'s\n  - ports\n  - "ships"   # checked'
TEXT = f"""---
# about the port
title: "Port opens"  # as in print
date: 2024-05-03   # seen in the paper
lang: en
source: 'The Bay'
{TAGS}
authors: [Mona Salem]
status: draft
---

A first paragraph.

A second one.
"""


def article(text: str = TEXT) -> Article:
    read = parse_article_file(text, PLACE).article
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ({"title": "Port closes"}, 'title: "Port opens"', 'title: "Port closes"'),
        ({"source": "The Sea"}, "source: 'The Bay'", 'source: "The Sea"'),
        ({"tags": ("ports", "ships", "sea")}, '"ships"   # checked\n', '"ships"   # checked\n  - "sea"\n'),
        ({"tags": ("ports",)}, '  - "ships"   # checked\n', ""),
        ({"authors": ("Mona Salem", "Ali")}, "authors: [Mona Salem]", 'authors:\n  - "Mona Salem"\n  - "Ali"'),
        ({"kicker": "Sea"}, "authors:", 'kicker: "Sea"\nauthors:'),
        ({"body": "One.\n\nTwo."}, "A first paragraph.\n\nA second one.", "One.\n\nTwo."),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_changed_is_written_anew(change: dict[str, object], old: str, new: str, end: str) -> None:
    after = replace(article(), **change)  # type: ignore[arg-type]  # names and values of fields
    assert old in TEXT
    assert edit_article(TEXT.replace("\n", end), after) == TEXT.replace(old, new).replace("\n", end)


def test_nothing_changes_where_nothing_does() -> None:
    assert edit_article(TEXT, article()) == TEXT


@pytest.mark.parametrize("tags", ["tags: [a,\n b]", "tags:\n- a # x\n- b", "tags: # none\n  - a"])
def test_other_forms_of_a_list(tags: str) -> None:
    edited = edit_article(TEXT.replace(TAGS, tags), replace(article(), tags=("new",)))
    assert article(edited).tags == ("new",)
    assert "# as in print" in edited


def test_what_is_not_sound_is_written_as_a_whole() -> None:
    after = replace(article(), tags=("new",))
    assert edit_article(TEXT.replace("lang: en", "lang: xx"), after) == render_article(after)
