"""Paragraphs in emphasis as a whole: captions whose picture was not kept, and remarks of editors."""

from __future__ import annotations

import pytest

from generator.text.gfm import opening_text, safe_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*معصرة في بينو*", '<p class="note"><em>معصرة في بينو</em></p>'),
        ("*Photo: **O. Field***", '<p class="note"><em>Photo: <strong>O. Field</strong></em></p>'),
        ("<p><em>Of the editors</em></p>", '<p class="note"><em>Of the editors</em></p>'),
        ("*One* and *two*", "<p><em>One</em> and <em>two</em></p>"),
        ("*One* *two*", "<p><em>One</em> <em>two</em></p>"),
        ("It is *so*", "<p>It is <em>so</em></p>"),
        ("*So* it is", "<p><em>So</em> it is</p>"),
    ],
)
def test_a_paragraph_in_emphasis_as_a_whole_is_a_note(markdown: str, html: str) -> None:
    assert safe_html(markdown) == html


def test_a_note_is_no_opening_where_there_is_another() -> None:
    assert opening_text(safe_html("*A mill in Bino*\n\nThe harvest is small.")) == "The harvest is small."
    assert opening_text(safe_html("*A mill in Bino*")) == "A mill in Bino"
