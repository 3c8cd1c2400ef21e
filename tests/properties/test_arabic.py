"""Laws of folding, tokens and stems, for any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.arabic import SHORTEST_STEM, fold, light_stem, prefix_variants, tokens

ARABIC = st.text(
    st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىة\u064b\u064e\u0651\u0640\u200f\u200c ،.-٣3aZ'"), max_size=60
)
ANY = st.one_of(ARABIC, st.text(max_size=60))


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_tokens_are_in_order_and_folded_from_their_span(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        assert token.text == fold(text[token.start : token.end]) != ""
        last = token.end


@settings(max_examples=300, deadline=None)
@given(ARABIC)
def test_marks_and_tatweel_never_matter(text: str) -> None:
    dressed = "".join(c + "\u064e\u0640" if "ا" <= c <= "ي" and c != "\u0640" else c for c in text)
    assert [t.text for t in tokens(dressed)] == [t.text for t in tokens(text)]


@settings(max_examples=300, deadline=None)
@given(ARABIC)
def test_a_stem_is_never_shorter_than_its_bound(text: str) -> None:
    for token in tokens(text):
        assert len(light_stem(token.text)) >= min(SHORTEST_STEM, len(token.text))


@settings(max_examples=300, deadline=None)
@given(ARABIC)
def test_prefix_variants_are_endings_of_the_word(text: str) -> None:
    for token in tokens(text):
        variants = prefix_variants(token.text)
        assert token.text in variants
        assert len(set(variants)) == len(variants)
        assert all(token.text.endswith(form.removeprefix("ا")) for form in variants)
