"""Which concepts of the vocabulary an article is about: places, people, organisations and topics.

Matches whole folded words, never parts of them, the longest name first, with what Arabic writes onto a word's front
taken off. An outlet's own name says nothing about the article. Not for the tags a person sets.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from generator.model.language import Language
from generator.model.vocabulary import Concept, Taxonomy, Vocabulary
from generator.text.arabic import Token, is_arabic, light_stem, tokens

_MOST = {Taxonomy.PLACE: 8, Taxonomy.PERSON: 8, Taxonomy.ORGANISATION: 6, Taxonomy.TOPIC: 3}
_ORDER = (Taxonomy.PLACE, Taxonomy.PERSON, Taxonomy.ORGANISATION, Taxonomy.TOPIC)
_TITLE_WEIGHT = 3
_LEAST_TOPIC_SCORE = 4.0
_LEAST_TOPIC_SHARE = 0.34
# More words than an outlet's name has; a text in the place of a name would be compared with every place of its word.
_MOST_REMEMBERED = 200_000
_LONGEST_OUTLET = 60
_TELLING = re.compile("[\u064f\u0651]")
_UNTELLING = re.compile("[\u064b-\u064e\u0650\u0652\u0670\u0640]")
_APOSTROPHES = "'’‘ʼ"
_ARTICLE = "ال"
_ADJECTIVE = re.compile(r"(?:ي|ية|يون|يين)$|(?:n|ns|s|ese|ish|i|is)$")


class Strength(Enum):
    """What a form proves: the concept, the concept beside another cue, a topic's subject, or nothing."""

    STRONG = "strong"
    WEAK = "weak"
    KEYWORD = "keyword"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a concept: `capitals` is how its Latin letters must stand ("initial", "all" or empty), `marks`
    the spelling with its vowel marks where only these tell it from another name (عُمان, عمّان)."""

    concept: str
    strength: Strength
    capitals: str = ""
    marks: str = ""


# A word with which forms begin, and how many words they have, the most first.
_Start = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Every form of the vocabulary by its folded words; built once for many articles."""

    forms: Mapping[tuple[str, ...], tuple[_Form, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    taxonomies: Mapping[str, Taxonomy]
    labels: Mapping[tuple[str, ...], str]
    _starts: dict[str, tuple[_Start, ...]] = field(default_factory=dict, compare=False, repr=False)

    def starts_of(self, word: str) -> tuple[_Start, ...]:
        """The words that `word` may stand for with which a form begins; remembered, for running text says the same
        words again and again."""
        known = self._starts.get(word)
        if known is None:
            known = tuple((each, self.lengths[each]) for each in _variants(word) if each in self.lengths)
            if len(self._starts) < _MOST_REMEMBERED:
                self._starts[word] = known
        return known


@dataclass(slots=True)
class _Hits:
    strong: Counter[str] = field(default_factory=Counter)
    weak: dict[str, set[str]] = field(default_factory=dict)
    keywords: dict[str, Counter[str]] = field(default_factory=dict)
    texts: dict[str, set[int]] = field(default_factory=dict)


def build_index(vocabulary: Vocabulary) -> TermIndex:
    """The index of a vocabulary's names, weak and blocked forms, keywords, and its publishers' names."""
    forms: dict[tuple[str, ...], list[_Form]] = {}
    for concept in vocabulary.concepts.values():
        for text, form in _forms_of(concept):
            _add(forms, text, form)
    for publisher in vocabulary.publishers.values():
        for name in _names_of(publisher.concept):
            if len(tokens(name)) > 1:
                _add(forms, name, _Form(publisher.id, Strength.BLOCKED))
    labels = {_words(name): concept.id for concept in vocabulary.concepts.values() for name in _names_of(concept)}
    taxonomies = {concept.id: concept.taxonomy for concept in vocabulary.concepts.values()}
    return TermIndex({words: tuple(found) for words, found in forms.items()}, _lengths_of(forms), taxonomies, labels)


def tag_article(
    title: str,
    texts: Iterable[str],
    index: TermIndex,
    *,
    outlets: Iterable[str] = (),
    keywords: Iterable[str] = (),
    dateline: str | None = None,
) -> tuple[str, ...]:
    """The ids of the concepts that an article is about, by taxonomy, most at home first cut off, then sorted.

    `title` counts more than `texts`. `outlets` are names in the text that belong to an outlet (the article's source or
    original) and mean nothing else there. `keywords` are the source's own tags: those that name a concept become it,
    the others stay as free tags at the end. An Arabic `dateline` is a place, not another word written like it: it
    settles a name that elsewhere needs a second cue (`مسقط`), unless two places have it.
    """
    hits = _Hits()
    blocked = {
        words: (_Form("", Strength.BLOCKED),) for name in outlets if 1 < len(words := _words(name)) <= _LONGEST_OUTLET
    }
    for number, text in enumerate((title, *texts)):
        for form, words in _find_forms(text, index, blocked):
            _count(hits, form, words, number)
    _count_dateline(hits, dateline, index)
    named, free = _resolve_keywords(keywords, index)
    scores = Counter(hits.strong)
    scores.update(dict.fromkeys(named, 2))
    for concept, cues in hits.weak.items():
        if concept in scores or len(cues) > 1:
            scores[concept] += 1
    return (*_choose(scores, _topic_scores(hits), index), *free)


def _count_dateline(hits: _Hits, dateline: str | None, index: TermIndex) -> None:
    if dateline is None or not is_arabic(dateline) or is_adjective(dateline):
        return  # Georgia is a state too, and Alexandria has namesakes
    forms = index.forms.get(_words(dateline), ())
    concepts = {form.concept for form in forms if form.concept in index.taxonomies}
    if len(concepts) == 1 and any(form.strength is Strength.WEAK for form in forms):
        hits.strong[concepts.pop()] += 1


def is_adjective(name: str) -> bool:
    """Whether a place's weak form is, by its ending, an adjective of nationality and no town."""
    return _ADJECTIVE.search(name) is not None


def _forms_of(concept: Concept) -> Iterator[tuple[str, _Form]]:
    if concept.taxonomy is Taxonomy.TOPIC:
        for _, keyword in concept.keywords:
            for form in (keyword, _definite(keyword)):
                yield form, _Form(concept.id, Strength.KEYWORD)
        for _, phrase in concept.blocked:
            yield phrase, _Form(concept.id, Strength.BLOCKED)
        return
    weak = {_words(text) for _, text in concept.weak}
    for name in _names_of(concept):
        if _words(name) not in weak:
            yield name, _Form(concept.id, Strength.STRONG, _capitals(name))
        elif _TELLING.search(name):
            yield name, _Form(concept.id, Strength.STRONG, marks=_telling_marks(name))
    for language, text in concept.weak:
        yield text, _Form(concept.id, Strength.WEAK, _capitals(text) if language is Language.EN else "")
    for _, phrase in concept.blocked:
        yield phrase, _Form(concept.id, Strength.BLOCKED)


def _definite(keyword: str) -> str:
    """The keyword with the article on each Arabic word that lacks it: `العقوبات الاقتصادية` for `عقوبات اقتصادية`."""
    return " ".join(
        _ARTICLE + word if is_arabic(word) and not word.startswith(_ARTICLE) else word for word in keyword.split()
    )


def _names_of(concept: Concept) -> list[str]:
    return [name for name in (concept.labels.ar, concept.labels.en, *(name for _, name in concept.names)) if name]


def _telling_marks(text: str) -> str:
    """`text` with no marks but damma and shadda, by which writers tell names apart."""
    return _UNTELLING.sub("", text)


def _capitals(name: str) -> str:
    """How a Latin name's capitals must stand in the text: `US` as a whole, `Turkey` by its first letter."""
    if is_arabic(name) or not name[:1].isupper():
        return ""
    return "all" if name.replace(".", "").isupper() and len(name) <= 6 else "initial"


def _add(forms: dict[tuple[str, ...], list[_Form]], text: str, form: _Form) -> None:
    words = _words(text)
    if words:
        forms.setdefault(words, []).append(form)


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text))


def _find_forms(
    text: str, index: TermIndex, blocked: Mapping[tuple[str, ...], tuple[_Form, ...]]
) -> Iterator[tuple[_Form, tuple[str, ...]]]:
    """The forms that stand in a text, from left to right, the longest first; a blocked phrase swallows its words."""
    found = tokens(text)
    lengths = _lengths_of(blocked)
    has_possessives = any(sign in text for sign in _APOSTROPHES)
    at = 0
    while at < len(found):
        starts = index.starts_of(found[at].text)
        if has_possessives or (lengths and not lengths.keys().isdisjoint(_variants(found[at].text))):
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


def _lengths_of(forms: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """How many words the forms have that begin with a word, the most first."""
    found: dict[str, set[int]] = {}
    for words in forms:
        found.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _with_blocked(
    variants: Iterable[str], index: TermIndex, blocked: Mapping[str, tuple[int, ...]]
) -> tuple[_Start, ...]:
    """Like `TermIndex.starts_of`, with the phrases that mean nothing in this text."""
    starts = ((each, {*index.lengths.get(each, ()), *blocked.get(each, ())}) for each in variants)
    return tuple((first, tuple(sorted(lengths, reverse=True))) for first, lengths in starts if lengths)


def _match_at(
    found: Sequence[Token],
    at: int,
    start: _Start,
    index: TermIndex,
    blocked: Mapping[tuple[str, ...], tuple[_Form, ...]],
    text: str,
) -> tuple[list[_Form], tuple[str, ...]] | None:
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


def _without_possessive(words: tuple[str, ...], last: Token, text: str, index: TermIndex) -> tuple[_Form, ...]:
    """The forms of `Libya's` under `Libya`."""
    written = text[last.start : last.end]
    if len(written) > 2 and written[-2] in _APOSTROPHES and written[-1] in "sS":
        return index.forms.get((*words[:-1], words[-1][:-1]), ())
    return ()


def _fits(form: _Form, written: str) -> bool:
    if form.marks:
        return form.marks in _telling_marks(written)
    if form.capitals == "all":
        return written.removesuffix("'s").removesuffix("’s").replace(".", "").isupper()
    return not form.capitals or written[:1].isupper()


def _variants_of(token: Token, text: str) -> tuple[str, ...]:
    """A word as it stands, then without the conjunctions and prepositions that Arabic writes onto it, or without the
    ending of an English possessive."""
    written = text[token.start : token.end]
    if len(written) > 2 and written[-2] in _APOSTROPHES and written[-1] in "sS" and not is_arabic(token.text):
        return token.text, token.text[:-1]
    return _variants(token.text)


@lru_cache(maxsize=200_000)
def _variants(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, *_without_prefixes(word)))) if is_arabic(word) else (word,)


def _without_prefixes(word: str) -> Iterator[str]:
    """و ف, then ب ل ك, alone or together; لل stands for ل and the article."""
    for rest in (word, word[1:]) if word[:1] in "وف" else (word,):
        if len(rest) < 3:
            continue
        yield rest
        if rest.startswith("لل"):
            yield "ال" + rest[2:]
            yield rest[2:]
        if rest[0] in "بلك" and len(rest) > 3:
            yield rest[1:]


def _count(hits: _Hits, form: _Form, words: tuple[str, ...], number: int) -> None:
    """Count one find in the text with `number`; 0 is the title."""
    weight = 1 if number else _TITLE_WEIGHT
    if form.strength is Strength.STRONG:
        hits.strong[form.concept] += weight
    elif form.strength is Strength.WEAK:
        hits.weak.setdefault(form.concept, set()).add(light_stem(words[0]) if len(words) == 1 else " ".join(words))
    elif form.strength is Strength.KEYWORD:
        bare = " ".join(word.removeprefix(_ARTICLE) for word in words)
        hits.keywords.setdefault(form.concept, Counter())[bare] += weight
        hits.texts.setdefault(form.concept, set()).add(number)


def _topic_scores(hits: _Hits) -> Counter[str]:
    """A topic's score: each keyword counts up to four times, a second and third different keyword count extra.

    What only one paragraph speaks of, and not the title, is mentioned in passing."""
    scores: Counter[str] = Counter()
    for concept, counts in hits.keywords.items():
        different = len(counts)
        total = sum(min(count, 4) for count in counts.values())
        in_passing = 0 not in hits.texts[concept] and len(hits.texts[concept]) < 2 and different < 3
        if not in_passing and (different >= 2 or total >= 4):
            scores[concept] = total + 2 * (different - 1)
    return scores


def _choose(scores: Counter[str], topics: Counter[str], index: TermIndex) -> tuple[str, ...]:
    chosen: list[str] = []
    best = max(topics.values(), default=0)
    topics = Counter({t: n for t, n in topics.items() if n >= max(_LEAST_TOPIC_SCORE, _LEAST_TOPIC_SHARE * best)})
    scores = scores + topics
    for taxonomy in _ORDER:
        own = [concept for concept in scores if index.taxonomies.get(concept) is taxonomy]
        own.sort(key=lambda concept: (-scores[concept], concept))
        chosen.extend(sorted(own[: _MOST[taxonomy]]))
    return tuple(chosen)


def _resolve_keywords(keywords: Iterable[str], index: TermIndex) -> tuple[list[str], list[str]]:
    """The source's own keywords as concepts where they name one, else as free tags, in order, each once."""
    named: list[str] = []
    free: list[str] = []
    for keyword in keywords:
        concept = index.labels.get(_words(keyword))
        (free if concept is None else named).append(keyword if concept is None else concept)
    return list(dict.fromkeys(named)), list(dict.fromkeys(free))
