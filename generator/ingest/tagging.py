"""Which concepts of the vocabulary an article is about: places, people, organisations and topics.

An outlet's own name says nothing about the article. Not for the tags a person sets, nor for how a text is matched
(`term_matching`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.ingest.term_index import ARTICLE, Form, Strength, TermIndex, words_of
from generator.ingest.term_matching import Blocked, find_forms
from generator.model.vocabulary import Taxonomy
from generator.text.arabic import is_arabic, light_stem

_MOST = {Taxonomy.PLACE: 8, Taxonomy.PERSON: 8, Taxonomy.ORGANISATION: 6, Taxonomy.TOPIC: 3}
_ORDER = (Taxonomy.PLACE, Taxonomy.PERSON, Taxonomy.ORGANISATION, Taxonomy.TOPIC)
_TITLE_WEIGHT = 3
_LEAST_TOPIC_SCORE = 4.0
_LEAST_TOPIC_SHARE = 0.34
# More words than an outlet's name has; a text in the place of a name would be compared with every place of its word.
_LONGEST_OUTLET = 60
_ADJECTIVE = re.compile(r"(?:ي|ية|يون|يين)$|(?:n|ns|s|ese|ish|i|is)$")


@dataclass(slots=True)
class _Hits:
    strong: Counter[str] = field(default_factory=Counter)
    weak: dict[str, set[str]] = field(default_factory=dict)
    keywords: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    texts: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


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
    blocked = Blocked.of(words for name in outlets if 1 < len(words := words_of(name)) <= _LONGEST_OUTLET)
    for number, text in enumerate((title, *texts)):
        for form, words in find_forms(text, index, blocked):
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
    forms = index.forms.get(words_of(dateline), ())
    concepts = {form.concept for form in forms if form.concept in index.taxonomies}
    if len(concepts) == 1 and any(form.strength is Strength.WEAK for form in forms):
        hits.strong[concepts.pop()] += 1


def is_adjective(name: str) -> bool:
    """Whether a place's weak form is, by its ending, an adjective of nationality and no town."""
    return _ADJECTIVE.search(name) is not None


def _count(hits: _Hits, form: Form, words: tuple[str, ...], number: int) -> None:
    """Count one find in the text with `number`; 0 is the title."""
    weight = 1 if number else _TITLE_WEIGHT
    if form.strength is Strength.STRONG:
        hits.strong[form.concept] += weight
    elif form.strength is Strength.WEAK:
        hits.weak.setdefault(form.concept, set()).add(light_stem(words[0]) if len(words) == 1 else " ".join(words))
    elif form.strength is Strength.KEYWORD:
        bare = " ".join(word.removeprefix(ARTICLE) for word in words)
        hits.keywords[form.concept][bare] += weight
        hits.texts[form.concept].add(number)


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
        concept = index.labels.get(words_of(keyword))
        (free if concept is None else named).append(keyword if concept is None else concept)
    once = {keyword.casefold(): keyword for keyword in reversed(free)}  # `Coast` and `coast` are one: the first stands
    return list(dict.fromkeys(named)), [
        keyword for keyword in dict.fromkeys(free) if once[keyword.casefold()] == keyword
    ]
