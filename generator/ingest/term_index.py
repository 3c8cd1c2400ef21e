"""Every way in which texts write the concepts of a vocabulary, under its folded words.

Built once for many articles. Not for finding them in a text (`term_matching`), nor for what follows (`tagging`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.model.language import Language
from generator.model.vocabulary import Concept, Taxonomy, Vocabulary
from generator.text.arabic import fold, is_arabic, tokens

ARTICLE = "ال"
PERSON = f"{Taxonomy.PERSON}/"
_PREPOSITIONS = "بلك"
_JOINED = ("و", "ف", *_PREPOSITIONS)
_MOST_REMEMBERED = 200_000
_TELLING = re.compile("[\u064f\u0651]")
_UNTELLING = re.compile("[\u064b-\u064e\u0650\u0652\u0670\u0640]")


class Strength(Enum):
    """What a form proves: the concept, the concept beside another cue, a topic's subject, or nothing."""

    STRONG = "strong"
    WEAK = "weak"
    KEYWORD = "keyword"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a concept: `capitals` is how its Latin letters must stand ("initial", "all" or empty), `marks`
    the spelling with its vowel marks where only these tell it from another name (عُمان, عمّان)."""

    concept: str
    strength: Strength
    capitals: str = ""
    marks: str = ""


class Start(NamedTuple):
    """A word with which forms begin: how many words they have, the most first; the words that stand second in them,
    None where one form is the word alone; and what the word says wherever it stands, None where that is open."""

    first: str
    lengths: tuple[int, ...]
    seconds: frozenset[str] | None = None
    settled: tuple[Form, ...] | None = None


class Readings(dict[str, tuple[str, tuple[Start, ...]]]):
    """A word of a text → the word folded, and the words it may stand for with which a form begins; each is worked out
    when it is first asked for, and remembered, for running text says the same words again and again."""

    def __init__(self, starts: Mapping[str, Start]) -> None:
        super().__init__()
        self.starts = starts

    def __missing__(self, written: str) -> tuple[str, tuple[Start, ...]]:
        word, starts = fold(written), self.starts
        known = word, tuple([starts[each] for each in variants(word) if each in starts])
        if len(self) < _MOST_REMEMBERED:
            self[written] = known
        return known


_Forms = Mapping[tuple[str, ...], tuple[Form, ...]]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Every form of the vocabulary by its folded words; built once for many articles. `readings` are the words of texts
    as the index takes them."""

    forms: _Forms
    lengths: Mapping[str, tuple[int, ...]]
    taxonomies: Mapping[str, Taxonomy]
    labels: Mapping[tuple[str, ...], str]
    readings: Readings = field(compare=False, repr=False)


def build_index(vocabulary: Vocabulary) -> TermIndex:
    """The index of a vocabulary's names, weak and blocked forms, keywords, and its publishers' names."""
    forms: dict[tuple[str, ...], list[Form]] = {}
    for concept in vocabulary.concepts.values():
        for text, form in _forms_of(concept):
            _add(forms, text, form)
    for publisher in vocabulary.publishers.values():
        for name in _names_of(publisher.concept):
            if len(tokens(name)) > 1:
                _add(forms, name, Form(publisher.id, Strength.BLOCKED))
    labels = {words_of(name): concept.id for concept in vocabulary.concepts.values() for name in _names_of(concept)}
    taxonomies = {concept.id: concept.taxonomy for concept in vocabulary.concepts.values()}
    lengths = lengths_of(forms)
    plain = {words: tuple(found) for words, found in forms.items()}
    return TermIndex(plain, lengths, taxonomies, labels, Readings(_starts_of(plain, lengths)))


def lengths_of(forms: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """How many words the forms have that begin with a word, the most first."""
    found: dict[str, set[int]] = {}
    for words in forms:
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _starts_of(forms: _Forms, lengths: Mapping[str, tuple[int, ...]]) -> dict[str, Start]:
    seconds: dict[str, set[str]] = {}
    for words in forms:
        seconds.setdefault(words[0], set()).update(words[1:2])
    return {
        first: Start(first, counts, frozenset(seconds[first]))
        if 1 not in counts
        else Start(first, counts, settled=_settled(forms[first,]) if counts == (1,) else None)
        for first, counts in lengths.items()
    }


def _settled(forms: tuple[Form, ...]) -> tuple[Form, ...] | None:
    """What a word says that is a whole form wherever it stands; None where its letters or neighbours settle that."""
    if any(form.marks or form.capitals or form.concept.startswith(PERSON) for form in forms):
        return None
    return telling(forms)


def telling(forms: tuple[Form, ...]) -> tuple[Form, ...]:
    """What words say that stand for all of `forms`: where they mean nothing, only what is a topic's subject."""
    if any(form.strength is Strength.BLOCKED for form in forms):
        return tuple(form for form in forms if form.strength is Strength.KEYWORD)
    return forms


def _forms_of(concept: Concept) -> Iterator[tuple[str, Form]]:
    if concept.taxonomy is Taxonomy.TOPIC:
        for _, keyword in concept.keywords:
            for form in (keyword, _definite(keyword)):
                yield form, Form(concept.id, Strength.KEYWORD)
        for _, phrase in concept.blocked:
            yield phrase, Form(concept.id, Strength.BLOCKED)
        return
    weak = {words_of(text) for _, text in concept.weak}
    for name in _names_of(concept):
        if words_of(name) not in weak:
            yield name, Form(concept.id, Strength.STRONG, _capitals(name))
        elif _TELLING.search(name):
            yield name, Form(concept.id, Strength.STRONG, marks=telling_marks(name))
    for language, text in concept.weak:
        yield text, Form(concept.id, Strength.WEAK, _capitals(text) if language is Language.EN else "")
    for _, phrase in concept.blocked:
        yield phrase, Form(concept.id, Strength.BLOCKED)


def _definite(keyword: str) -> str:
    """The keyword with the article on each Arabic word that lacks it: `العقوبات الاقتصادية` for `عقوبات اقتصادية`."""
    return " ".join(
        ARTICLE + word if is_arabic(word) and not word.startswith(ARTICLE) else word for word in keyword.split()
    )


def _names_of(concept: Concept) -> list[str]:
    return [name for name in (concept.labels.ar, concept.labels.en, *(name for _, name in concept.names)) if name]


def telling_marks(text: str) -> str:
    """`text` with no marks but damma and shadda, by which writers tell names apart."""
    return _UNTELLING.sub("", text)


def _capitals(name: str) -> str:
    """How a Latin name's capitals must stand in the text: `US` as a whole, `Turkey` by its first letter."""
    if is_arabic(name) or not name[:1].isupper():
        return ""
    return "all" if name.replace(".", "").isupper() and len(name) <= 6 else "initial"


def _add(forms: dict[tuple[str, ...], list[Form]], text: str, form: Form) -> None:
    words = words_of(text)
    if words:
        forms.setdefault(words, []).append(form)


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text))


def variants(word: str) -> tuple[str, ...]:
    """A folded word as it stands, then without the conjunctions and prepositions that Arabic writes onto it: و ف, then
    ب ل ك, alone or together; لل stands for ل and the article."""
    return tuple(dict.fromkeys((word, *_without_prefixes(word)))) if word.startswith(_JOINED) else (word,)


def _without_prefixes(word: str) -> Iterator[str]:
    for rest in (word, word[1:]) if word[0] in "وف" else (word,):
        if len(rest) < 3:
            continue
        yield rest
        if rest.startswith("لل"):
            yield "ال" + rest[2:]
            yield rest[2:]
        if rest[0] in _PREPOSITIONS and len(rest) > 3:
            yield rest[1:]


def words_for(first: str) -> frozenset[str]:
    """All words that may stand for one by their `variants`, and some that do not."""
    bare = {first, f"لل{first}", f"لل{first.removeprefix(ARTICLE)}", *(f"{letter}{first}" for letter in _PREPOSITIONS)}
    return frozenset(f"{letter}{word}" for letter in ("", "و", "ف") for word in bare)
