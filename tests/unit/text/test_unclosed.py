"""Raw HTML that begins and never ends is text: nothing of an article vanishes in it."""

from __future__ import annotations

import pytest

from generator.text.gfm import opening_text, read_body, safe_html
from generator.text.html import show_unclosed
from generator.text.markdown import plain_text

OPENINGS = (
    "<!--", "<!-- a", "<!--->!", "<?", "<?php echo", "<![CDATA[", "<!X", "<!DOCTYPE html", "<script>", "<SCRIPT>",
    "<style media=a>", "<pre>", "<textarea>", "<title>", "<iframe src='x'>", "<iframe/>", "<xmp>", "<plaintext>",
    "<noscript>", "<template>", "<select>", "<object>", "<svg>", "<math>", "<details", "<p title='", '<div title="a',
    "<script src=x", "</div", "<table class=a <",
)  # fmt: skip


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("before", ["", "Word ", "> ", "- ", "1. "])
def test_what_never_ends_is_text(opening: str, before: str) -> None:
    text = read_body(f"First.\n\n{before}{opening} middle\n\nLast *so*.\n\nEnd.\n").text
    for word in ("First.", "middle", "Last so.", "End."):
        assert word in text
    if opening != "<!--->!":
        assert opening in text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a\n\n<!-- left out\n\nas well -->\n\nb", "a\nb"),
        ("a <!-- left out --> b", "a b"),
        ("a\n\n<!-->\n\nb", "a\nb"),
        ("a\n\n<script>\nlet x = '<!--'\n\n</script>\n\nb", "a\nb"),
        ("a <svg><g></g></svg> b <svg/> c", "a b c"),
        ("a\n\n<div title='<!--'>b</div>\n\nc", "a\nb\nc"),
        ("<https://example.org/a>\n\nb", "https://example.org/a\nb"),
        ("<a@example.org>\n\nb", "a@example.org\nb"),
        ("[a](<b c>) d < e", "a d < e"),
        ("`<!--` and `<script>`\n\nb", "<!-- and <script>\nb"),
        ("```\n<!--\n```\n\nb", "<!--\nb"),
        ("> <!-- a\n\nb `-->` c", "<!-- a\nb --> c"),
        ("> <!-- a\n\nb\n\n<!-- c -->\n\nd", "<!-- a\nb\nd"),
        ("a <script> is an element\n\nb `</script>` c", "a <script> is an element b </script> c"),
    ],
)
def test_only_what_is_meant_to_go_goes(markdown: str, text: str) -> None:
    assert " ".join(read_body(markdown).text.split()) == " ".join(text.split())


def test_an_opening_that_is_cut_off_hides_what_it_hid() -> None:
    assert opening_text(safe_html("a\n\n<!-- " + "left out " * 300 + "-->\n\nb")) == "a\nb"
    assert opening_text(safe_html("a\n\n<!-- b\n\n" + "c " * 3)) == "a\n<!-- b\nc c c"


@pytest.mark.parametrize("opening", ["<!-- a", "<? a", "<script>", "<title>", "<svg>"])
def test_nothing_of_a_written_page_vanishes_either(opening: str) -> None:
    text = plain_text(f"First.\n\n{opening} middle\n\nLast *so*.\n")
    assert opening in text
    assert "middle" in text
    assert "so" in text


def test_links_keep_their_address() -> None:
    assert safe_html("[a](x<!--)") == '<p><a href="x%3C!--">a</a></p>'


@pytest.mark.parametrize(
    "unit",
    ["<!--", "<?", "<!a", "<![CDATA[", "<script>", "<svg>", '<a b=" c=\' d=" e=\' f="', "<a ", "<a b='"],
)
def test_it_takes_time_in_proportion(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert len(show_unclosed(text)) >= len(text)
    assert len(show_unclosed(text + "</li>-->")) >= len(text)
