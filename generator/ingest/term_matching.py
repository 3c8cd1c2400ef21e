"""The forms of a vocabulary's concepts that stand in a text.

Matches whole folded words, never parts of them, the longest name first, with what Arabic writes onto a word's front
taken off. Not for what the finds say of an article (`tagging`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.ingest.term_index import Form, Start, Strength, TermIndex, lengths_of, telling_marks, variants
from generator.text.arabic import Token, is_arabic, tokens

_APOSTROPHES = "'’‘ʼ"


def find_forms(
    text: str, index: TermIndex, blocked: Mapping[tuple[str, ...], tuple[Form, ...]]
) -> Iterator[tuple[Form, tuple[str, ...]]]:
    """The forms that stand in a text, from left to right, the longest first; a blocked phrase swallows its words."""
    found = tokens(text)
    lengths = lengths_of(blocked)
    has_possessives = any(sign in text for sign in _APOSTROPHES)
    at = 0
    while at < len(found):
        starts = index.starts_of(found[at].text)
        if has_possessives or (lengths and not lengths.keys().isdisjoint(variants(found[at].text))):
            starts = _with_blocked(_variants_of(found[at], text), index, lengths)
        if not starts:
            at += 1
            continue
        taken = 1
        for start in starts:
            match = _match_at(found, at, start, index, blocked, text)
            if match is not None:
                forms, words = match
                yield from ((form, words) for form in forms)
                taken = len(words)
                break
        at += taken


def _with_blocked(
    variants: Iterable[str], index: TermIndex, blocked: Mapping[str, tuple[int, ...]]
) -> tuple[Start, ...]:
    """Like `TermIndex.starts_of`, with the phrases that mean nothing in this text."""
    starts = ((each, {*index.lengths.get(each, ()), *blocked.get(each, ())}) for each in variants)
    return tuple((first, tuple(sorted(lengths, reverse=True))) for first, lengths in starts if lengths)


def _match_at(
    found: Sequence[Token],
    at: int,
    start: Start,
    index: TermIndex,
    blocked: Mapping[tuple[str, ...], tuple[Form, ...]],
    text: str,
) -> tuple[list[Form], tuple[str, ...]] | None:
    first, lengths = start
    for count in lengths:
        if at + count > len(found):
            continue
        words = (first, *[token.text for token in found[at + 1 : at + count]])
        forms = (
            blocked.get(words)
            or index.forms.get(words)
            or _without_possessive(words, found[at + count - 1], text, index)
        )
        if not forms:
            continue
        written = text[found[at].start : found[at + count - 1].end]
        fitting = [form for form in forms if _fits(form, written)]
        fitting = [form for form in fitting if form.marks] or fitting
        if any(form.strength is Strength.BLOCKED for form in fitting):
            return [form for form in fitting if form.strength is Strength.KEYWORD], words
        if fitting:
            return fitting, words
    return None


def _without_possessive(words: tuple[str, ...], last: Token, text: str, index: TermIndex) -> tuple[Form, ...]:
    """The forms of `Libya's` under `Libya`."""
    written = text[last.start : last.end]
    if len(written) > 2 and written[-2] in _APOSTROPHES and written[-1] in "sS":
        return index.forms.get((*words[:-1], words[-1][:-1]), ())
    return ()


def _fits(form: Form, written: str) -> bool:
    if form.marks:
        return form.marks in telling_marks(written)
    if form.capitals == "all":
        return written.removesuffix("'s").removesuffix("’s").replace(".", "").isupper()
    return not form.capitals or written[:1].isupper()


def _variants_of(token: Token, text: str) -> tuple[str, ...]:
    """A word as it stands, then without the conjunctions and prepositions that Arabic writes onto it, or without the
    ending of an English possessive."""
    written = text[token.start : token.end]
    if len(written) > 2 and written[-2] in _APOSTROPHES and written[-1] in "sS" and not is_arabic(token.text):
        return token.text, token.text[:-1]
    return variants(token.text)
