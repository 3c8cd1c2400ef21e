"""Laws of folding, tokens and stems, for any text at all."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.analysis import analyze, count_terms
from generator.text.arabic import SHORTEST_STEM, fold, light_stem, tokens
from generator.text.language_words import SIGNS
from generator.text.languages import _NOT_ARABIC

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
@given(st.one_of(ANY, st.text(st.sampled_from("ab9كت0ـ-.,٫٬'’ \u064e‐"), max_size=30)))
def test_terms_are_counted_as_they_are_analyzed(text: str) -> None:
    assert count_terms(text) == Counter(term for word in analyze(text) for term in word.terms)


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_a_text_is_found_by_each_of_its_own_words(text: str) -> None:
    have = count_terms(text)
    for word in analyze(text):
        asked = analyze(text[word.start : word.end], query=True)
        assert any(term in have for term in asked[0].terms)


@settings(max_examples=1000, deadline=None)
@given(st.one_of(ARABIC, st.text(st.characters(min_codepoint=0x0620, max_codepoint=0x06FF), max_size=8)))
def test_a_quick_look_finds_the_signs_of_every_other_language(word: str) -> None:
    others = [form for language, (form, _) in SIGNS["ARABIC"].items() if language != "ar"]
    assert _NOT_ARABIC.search(word) or not any(form.search(word) for form in others)
