"""Halves of characters: pairs are whole however they are written, lone ones are U+FFFD."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.surrogates import join_escapes, join_halves, join_halves_in_bytes, join_references, mend_halves


@pytest.mark.parametrize(
    ("markup", "mended"),
    [
        ("&#xD83D;&#xDE00;", "😀"),
        ("&#55357;&#56832; &#xd83d;&#56832;", "😀 😀"),
        ("a&#55357;b", "a\ufffdb"),
        ("&#xDE00;&#xD83D;", "\ufffd\ufffd"),
        ("&#55000; &#57344; &#x1F600; &amp;#xD83D;", "&#55000; &#57344; &#x1F600; &amp;#xD83D;"),
        ("&#55357;&#57344;", "\ufffd&#57344;"),
    ],
)
def test_references(markup: str, mended: str) -> None:
    assert join_references(markup) == mended
    assert mend_halves(markup) == (mended, mended.count("\ufffd"))


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (r"\ud83d\ude00", "😀"),
        (r"\uD83D x \u0627", "\ufffd x \\u0627"),
        (r"\\ud83d", r"\\ud83d"),
        (r"\\\ud83d\ude00", "\\\\😀"),
    ],
)
def test_escapes(written: str, mended: str) -> None:
    assert join_escapes(written) == mended


def test_bytes() -> None:
    raw = "خبر \ud83d\ude00 \ud83d نص \ude00".encode("utf-8", "surrogatepass")
    assert join_halves_in_bytes(raw).decode() == "خبر 😀 \ufffd نص \ufffd"


@given(st.text(st.characters() | st.sampled_from("\ud83d\ude00\udbff")))
def test_nothing_else_changes(text: str) -> None:
    joined, lost = join_halves(text)
    assert joined.encode("utf-16-le").decode("utf-16-le") == joined
    assert lost == joined.count("\ufffd") - text.count("\ufffd")
    assert joined == text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
