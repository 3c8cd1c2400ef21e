"""Tokens to isolate: whatever the text, the spans are sound, and no token that Arabic would reorder is left out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.bidi import left_to_right_spans, strip_controls

ROUNDS = 300

ARABIC = ("صدر", "في", "قال", "و", "بـ", "ليبيا", "كوفيد", "مليون", "،", "؛", "«", "»")
TOKENS = (
    "2024-05-02",
    "+20 2 2345-6789",
    "−4.1 %",
    "-5",
    "C++",
    "C#",
    "OliveTech Ltd.",
    "https://example.org/a?b=1",
    "1.2.3",
    "a/b/c",
    "2014-2020",
    "160 km/h",
    "1,200.5 kg",
    "25 °C",
    "100 m²",
    "15%",
    "512 GB",
)
SIGNS = (
    " ",
    "  ",
    "",
    ".",
    "(",
    ")",
    "-",
    "–",
    "/",
    "“",
    "”",
    "[",
    "]",
    "{",
    "}",
    ":",
    "#",
    "+",
    "\n",
    "!",
    "15",
    "Microsoft",
    "New York",
)

mixed = st.lists(st.sampled_from(ARABIC + TOKENS + SIGNS), max_size=14).map("".join) | st.text(max_size=60)


@settings(max_examples=ROUNDS, deadline=None)
@given(mixed)
def test_spans_are_in_order_and_apart(text: str) -> None:
    position = 0
    for start, end in left_to_right_spans(text):
        assert position <= start < end <= len(text)
        position = end


@settings(max_examples=ROUNDS, deadline=None)
@given(st.sampled_from(TOKENS), st.sampled_from(ARABIC[:6]), st.sampled_from(ARABIC[:6]))
def test_a_token_between_arabic_words_is_isolated_whole(token: str, before: str, after: str) -> None:
    text = f"{before} {token} {after}"
    assert left_to_right_spans(text) == [(len(before) + 1, len(before) + 1 + len(token))]


@settings(max_examples=ROUNDS, deadline=None)
@given(mixed)
def test_an_isolated_token_needs_nothing_more(text: str) -> None:
    for start, end in left_to_right_spans(text):
        assert text[start:end].strip()


@settings(max_examples=ROUNDS, deadline=None)
@given(st.text())
def test_only_controls_of_direction_are_stripped(text: str) -> None:
    stripped = strip_controls(text)
    assert strip_controls(stripped) == stripped
    assert set(text) - set(stripped) <= set("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e") | set(
        map(chr, range(0x2066, 0x2070))
    )
