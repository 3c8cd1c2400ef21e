"""The forms of a vocabulary's concepts that stand in a text.

Matches whole folded words, never parts of them, the longest name first, with what Arabic writes onto a word's front
taken off. Not for what the finds say of an article (`tagging`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.ingest.term_index import Form, Start, Strength, TermIndex, lengths_of, telling_marks, variants
from generator.text.arabic import find_words, is_arabic

_APOSTROPHES = "'’‘ʼ"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text: each as it stands, folded, and with which starts of forms it may stand."""

    text: str
    written: Sequence[re.Match[str]]
    folded: Sequence[str]
    starts: Sequence[tuple[Start, ...]]

    def span(self, at: int, count: int) -> str:
        """So many words as they stand in the text."""
        return self.text[self.written[at].start() : self.written[at + count - 1].end()]


def _read_words(text: str, index: TermIndex) -> _Words:
    written = list(find_words(text))
    read = [index.read(word[0]) for word in written]
    folded = [word for word, _ in read]
    if "" in folded:
        written = [each for each, word in zip(written, folded, strict=True) if word]
        read = [each for each in read if each[0]]
        folded = [word for word, _ in read]
    return _Words(text, written, folded, [starts for _, starts in read])


def find_forms(
    text: str, index: TermIndex, blocked: Mapping[tuple[str, ...], tuple[Form, ...]]
) -> Iterator[tuple[Form, tuple[str, ...]]]:
    """The forms that stand in a text, from left to right, the longest first; a blocked phrase swallows its words."""
    words = _read_words(text, index)
    lengths = lengths_of(blocked)
    has_possessives = any(sign in text for sign in _APOSTROPHES)
    next_at = 0
    every = words.starts
    if has_possessives or lengths:
        every = [_starts_here(words, at, has_possessives, index, lengths) for at in range(len(words.folded))]
    for at, starts in enumerate(every):
        if not starts or at < next_at:
            continue
        for start in starts:
            match = _match_at(words, at, start, index, blocked)
            if match is not None:
                forms, named = match
                yield from ((form, named) for form in forms)
                next_at = at + len(named)
                break


def _starts_here(
    words: _Words, at: int, has_possessives: bool, index: TermIndex, blocked: Mapping[str, tuple[int, ...]]
) -> tuple[Start, ...]:
    """With which words a form, or a phrase that means nothing in this text, may begin at a word."""
    if not has_possessives and blocked.keys().isdisjoint(variants(words.folded[at])):
        return words.starts[at]
    each = _variants_of(words, at)
    starts = ((word, {*index.lengths.get(word, ()), *blocked.get(word, ())}) for word in each)
    return tuple((first, tuple(sorted(lengths, reverse=True))) for first, lengths in starts if lengths)


def _match_at(
    words: _Words,
    at: int,
    start: Start,
    index: TermIndex,
    blocked: Mapping[tuple[str, ...], tuple[Form, ...]],
) -> tuple[list[Form], tuple[str, ...]] | None:
    first, lengths = start
    for count in lengths:
        if at + count > len(words.folded):
            continue
        named = (first, *words.folded[at + 1 : at + count])
        forms = (
            blocked.get(named)
            or index.forms.get(named)
            or _without_possessive(named, words.written[at + count - 1][0], index)
        )
        if not forms:
            continue
        written = words.span(at, count)
        fitting = [form for form in forms if _fits(form, written)]
        fitting = [form for form in fitting if form.marks] or fitting
        if any(form.strength is Strength.BLOCKED for form in fitting):
            return [form for form in fitting if form.strength is Strength.KEYWORD], named
        if fitting:
            return fitting, named
    return None


def _without_possessive(words: tuple[str, ...], last: str, index: TermIndex) -> tuple[Form, ...]:
    """The forms of `Libya's` under `Libya`; `last` is the last word as it stands."""
    return index.forms.get((*words[:-1], words[-1][:-1]), ()) if _is_possessive(last) else ()


def _is_possessive(written: str) -> bool:
    return len(written) > 2 and written[-2] in _APOSTROPHES and written[-1] in "sS"


def _fits(form: Form, written: str) -> bool:
    if form.marks:
        return form.marks in telling_marks(written)
    if form.capitals == "all":
        return written.removesuffix("'s").removesuffix("’s").replace(".", "").isupper()
    return not form.capitals or written[:1].isupper()


def _variants_of(words: _Words, at: int) -> tuple[str, ...]:
    """A word as it stands, then without the conjunctions and prepositions that Arabic writes onto it, or without the
    ending of an English possessive."""
    word = words.folded[at]
    if _is_possessive(words.written[at][0]) and not is_arabic(word):
        return word, word[:-1]
    return variants(word)
