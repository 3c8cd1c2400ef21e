"""The forms of a vocabulary's concepts that stand in a text.

Matches whole folded words, never parts of them, the longest name first, with what Arabic writes onto a word's front
taken off. Not for what the finds say of an article (`tagging`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from generator.ingest.namesakes import is_within_another_name
from generator.ingest.term_index import (
    PERSON,
    Form,
    Start,
    Strength,
    TermIndex,
    lengths_of,
    telling,
    telling_marks,
    variants,
    words_for,
)
from generator.text.arabic import find_words, fold_word, is_arabic, split_words

_APOSTROPHES = "'’‘ʼ"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text: each as it stands, folded, and with which starts of forms it may stand."""

    text: str
    written: Sequence[str]
    folded: Sequence[str]
    starts: Sequence[tuple[Start, ...]]

    def span(self, at: int, count: int) -> str:
        """So many words as they stand in the text, with what stands between them."""
        if count == 1:
            return self.written[at]
        places = [each.span() for each in find_words(self.text) if fold_word(each[0])]
        return self.text[places[at][0] : places[at + count - 1][1]]


def _read_words(text: str, index: TermIndex) -> _Words:
    written = split_words(text)
    if not written:
        return _Words(text, (), (), ())
    folded, starts = zip(*map(index.readings.__getitem__, written), strict=True)
    if "" in folded:
        written, starts = list(compress(written, folded)), tuple(compress(starts, folded))
        folded = tuple(filter(None, folded))
    return _Words(text, written, folded, starts)


@dataclass(frozen=True, slots=True)
class Blocked:
    """Phrases that mean nothing in the texts of one article: each as a form, how many words those have that begin with
    a word, and all the words that may stand for such a first word."""

    forms: Mapping[tuple[str, ...], tuple[Form, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    firsts: frozenset[str]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, ...]]) -> Blocked:
        """The phrases with these folded words."""
        forms = {words: (Form("", Strength.BLOCKED),) for words in phrases}
        lengths = lengths_of(forms)
        return cls(forms, lengths, frozenset(word for first in lengths for word in words_for(first)))


def find_forms(text: str, index: TermIndex, blocked: Blocked) -> Iterator[tuple[Form, tuple[str, ...]]]:
    """The forms that stand in a text, from left to right, the longest first; a blocked phrase swallows its words."""
    words = _read_words(text, index)
    following = (*words.folded[1:], "")
    next_at = 0
    forms: tuple[Form, ...]
    named: tuple[str, ...]
    for at, starts in _find_starts(words, index, blocked):
        if at < next_at:
            continue
        for start in starts:
            if start.settled is not None:
                forms, named = start.settled, (start.first,)
            elif start.seconds is not None and following[at] not in start.seconds:
                continue
            elif (match := _match_at(words, at, start, index, blocked)) is not None:
                forms, named = match
            else:
                continue
            yield from [(form, named) for form in forms]
            next_at = at + len(named)
            break


def _find_starts(words: _Words, index: TermIndex, blocked: Blocked) -> Iterable[tuple[int, tuple[Start, ...]]]:
    """Where a form, or a phrase that means nothing in these texts, may begin, and with which words."""
    special: set[int] = set()
    if any(sign in words.text for sign in _APOSTROPHES):
        possessive = {at for at, word in enumerate(words.written) if _is_possessive(word)}
        special |= possessive | {at - 1 for at in possessive if at}  # a form may end with one
    if not blocked.firsts.isdisjoint(words.folded):
        special.update(at for at, word in enumerate(words.folded) if word in blocked.firsts)
    starts = words.starts
    if special:
        starts = list(starts)
        for at in special:
            starts[at] = _starts_here(words, at, index, blocked)
    return compress(enumerate(starts), starts)


def _starts_here(words: _Words, at: int, index: TermIndex, blocked: Blocked) -> tuple[Start, ...]:
    """With which words a form, or a phrase that means nothing in these texts, may begin at a word, whatever follows."""
    each = _variants_of(words, at)
    starts = ((word, {*index.lengths.get(word, ()), *blocked.lengths.get(word, ())}) for word in each)
    return tuple(Start(first, tuple(sorted(lengths, reverse=True))) for first, lengths in starts if lengths)


def _match_at(
    words: _Words,
    at: int,
    start: Start,
    index: TermIndex,
    blocked: Blocked,
) -> tuple[tuple[Form, ...], tuple[str, ...]] | None:
    for count in start.lengths:
        if at + count > len(words.folded):
            continue
        named = (start.first, *words.folded[at + 1 : at + count])
        forms = blocked.forms.get(named) or index.forms.get(named)
        if not forms and _is_possessive(words.written[at + count - 1]):  # `Libya's`
            forms = index.forms.get((*named[:-1], named[-1][:-1]))
        if not forms:
            continue
        fitting = tuple(form for form in forms if _fits(form, words, at, count))
        fitting = tuple(form for form in fitting if form.marks) or fitting
        if fitting:
            return telling(fitting), named
    return None


def _is_possessive(written: str) -> bool:
    return len(written) > 2 and written[-2] in _APOSTROPHES and written[-1] in "sS"


def _fits(form: Form, words: _Words, at: int, count: int) -> bool:
    """Whether so many words stand in the text as a form that they are by their letters must be written, and are not
    within the name of somebody or something else."""
    is_person = form.strength is not Strength.BLOCKED and form.concept.startswith(PERSON)
    if is_person and is_within_another_name(words.written, words.folded, at, count):
        return False
    if form.marks:
        return form.marks in telling_marks(words.span(at, count))
    if form.capitals == "all":
        return words.span(at, count).removesuffix("'s").removesuffix("’s").replace(".", "").isupper()
    return not form.capitals or words.written[at][:1].isupper()


def _variants_of(words: _Words, at: int) -> tuple[str, ...]:
    """A word as it stands, then without the conjunctions and prepositions that Arabic writes onto it, or without the
    ending of an English possessive."""
    word = words.folded[at]
    if _is_possessive(words.written[at]) and not is_arabic(word):
        return word, word[:-1]
    return variants(word)
