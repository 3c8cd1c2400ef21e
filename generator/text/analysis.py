"""Search analysis: the terms under which a text is found, one analysis for the index and for what a reader types.

`analysis_table` gives all its rules as data to the search client in the browser, which follows them word for word
(theme_overrides/assets/search-analysis.js). Not for ranking, and not for what is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.text import arabic, english, lexicon
from generator.text.arabic import SHORTEST_STEM, Token, fold, is_arabic, tokens, without_endings
from generator.text.english import english_stem
from generator.text.normal_forms import normalise

# Stands for an alef that is written with hamza before ل: such a word does not begin with the article (ألغاز, إلهام).
_HELD = "\ue000"
_HELD_ALEF = re.compile(f"[أإآ](?=[{arabic.MARKS}{arabic.IGNORED}]*ل)")
_IGNORED = re.compile(f"[{arabic.IGNORED}]+")
# مصراتة: what a teh marbuta ends is no plural in ات, so that nothing more is cut off; سياراته may be one.
_FEMININE = re.compile(
    f"ا[{arabic.MARKS}{arabic.IGNORED}]*ت[{arabic.MARKS}{arabic.IGNORED}]*ة[{arabic.MARKS}{arabic.IGNORED}]*$"
)
_POSSESSIVE = re.compile(f"[{arabic.APOSTROPHES}][sS]$")
_ARTICLES = tuple(prefix for prefix in arabic.PREFIXES if prefix != "و")
_PARTICLES = "فبلك"
_DIGIT_GAPS = ".,٫٬"
_THOUSANDS_GAPS = ",٬"
_HYPHENS = "-\u2010\u2011"
# As much text as must be seen together: an Arabic word, or words and digits of other scripts with one sign between.
_RUN = re.compile(f"{arabic.ARABIC_TOKEN}|{arabic.OTHER_TOKEN}(?:[{_HYPHENS}{_DIGIT_GAPS}]{arabic.OTHER_TOKEN})*")


def _endings_cut(word: str) -> str:
    return without_endings(word, lexicon.OWN_ENDING, lexicon.SHORT_NAMES)


OWN_STEMS = frozenset(map(_endings_cut, lexicon.OWN_INITIAL))
SAME_STEM = {_endings_cut(one): _endings_cut(other) for one, other in lexicon.SPELLINGS.items()}
# A plural's final hamza is often left out: الوزرا.
SINGULARS = {
    form: singular for plural, singular in lexicon.PLURALS.items() for form in {plural, plural.removesuffix("ء")}
}


@dataclass(frozen=True, slots=True)
class Word:
    """One searchable place in a text: its span in the text as given, and the terms it answers to, the likeliest first.

    `stop` marks a word too common to tell texts apart. `parts` is 0 for a word; for a compound (cease-fire) it is the
    number of the words after it in the list that spell it apart.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    stop: bool = False
    parts: int = 0


def analyze(text: str, *, query: bool = False) -> list[Word]:
    """The words of `text` in order with their terms; a compound stands before its parts.

    With `query` the text is what a reader typed: it is given the benefit of the doubt where spelling leaves one
    (المانيا may be ألمانيا). A text answers a query when for each of the query's words, or for the compound that holds
    it, one of the terms is among its own.
    """
    words: list[Word] = []
    for run in _runs(text, tokens(text)):
        number = _joined_number(text, run)
        if number is not None:
            words.append(Word(run[0].start, run[-1].end, (number,)))
            continue
        if len(run) > 1 and text[run[0].end] in _HYPHENS:
            words.append(_compound(run))
        words.extend(_word(text[token.start : token.end], token, query=query) for token in run)
    return words


def count_terms(text: str) -> Counter[str]:
    """The terms of `text` with their counts: those of `analyze`, without the places, many times faster."""
    counts: Counter[str] = Counter()
    for run, count in Counter(_RUN.findall(text)).items():
        for term in _run_terms(run):
            counts[term] += count
    return counts


@lru_cache(maxsize=200_000)
def _run_terms(run: str) -> tuple[str, ...]:
    return tuple(term for word in analyze(run) for term in word.terms)


def _runs(text: str, found: list[Token]) -> Iterator[list[Token]]:
    """The tokens in groups: digits held together by one separator, Latin words held together by hyphens."""
    run: list[Token] = []
    for token in found:
        if run and not _holds(text, run, token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _holds(text: str, run: list[Token], token: Token) -> bool:
    """Whether `token` continues `run`: same kind of gap, of one character, as the run has so far."""
    gap = text[run[-1].end : token.start]
    if len(gap) != 1 or is_arabic(token.text) or is_arabic(run[-1].text):
        return False
    before = text[run[0].end] if len(run) > 1 else gap
    if gap in _HYPHENS:
        return before in _HYPHENS
    return gap in _DIGIT_GAPS and before in _DIGIT_GAPS and token.text.isdecimal() and run[-1].text.isdecimal()


def _joined_number(text: str, run: list[Token]) -> str | None:
    """The number that a run of digits and separators writes (1,000 is 1000; ٣٫٥ is 3.5), or None where it is not one
    number, like the day, month and year of a date."""
    if len(run) < 2 or text[run[0].end] not in _DIGIT_GAPS:
        return None
    gaps = [text[token.end] for token in run[:-1]]
    whole, fraction = run, ""
    if gaps[-1] not in _THOUSANDS_GAPS or (len(run) == 2 and len(run[1].text) != 3):
        whole, fraction = run[:-1], "." + run[-1].text
    grouped = all(len(token.text) == 3 for token in whole[1:]) and len(whole[0].text) <= 3
    if len(whole) > 1 and not (grouped and all(gap in _THOUSANDS_GAPS for gap in gaps[: len(whole) - 1])):
        return None
    return "".join(token.text for token in whole) + fraction


def _compound(run: list[Token]) -> Word:
    """The word that a hyphened run makes when it is written as one."""
    return Word(run[0].start, run[-1].end, _latin_terms("".join(token.text for token in run)), parts=len(run))


def _word(surface: str, token: Token, *, query: bool) -> Word:
    terms = _arabic_terms(surface, query) if is_arabic(token.text) else _latin_terms(_without_possessive(surface))
    return Word(token.start, token.end, terms, stop=token.text in lexicon.STOP_WORDS)


def _without_possessive(surface: str) -> str:
    return fold(_POSSESSIVE.sub("", surface))


def _latin_terms(word: str) -> tuple[str, ...]:
    """The term of a folded word that is not Arabic: the stem where it is of plain Latin letters, else the word."""
    return (english_stem(word) if word.isascii() and word.isalpha() else word,)


@lru_cache(maxsize=200_000)
def _arabic_terms(surface: str, query: bool) -> tuple[str, ...]:
    """The terms of one Arabic word as written."""
    compatible = normalise("NFKC", _IGNORED.sub("", surface))
    feminine = _FEMININE.search(compatible) is not None
    terms: dict[str, None] = {}
    for part in fold(_HELD_ALEF.sub(_HELD, compatible)).split():
        fronts = _fronts(part, query)
        if query and _HELD in part:
            fronts += _fronts(_released(part), query)
        for front in fronts:
            stem = front[:-1] if feminine else _endings_cut(SINGULARS.get(front, front))
            terms[SAME_STEM.get(stem, stem)] = None
    return tuple(terms)


def _released(word: str) -> str:
    return word.replace(_HELD, "ا")


def _fronts(word: str, query: bool) -> tuple[str, ...]:
    """What `word` (folded, some alefs held) may be once the particles and the article before it are taken off.

    The article goes always; و too, unless the word is known to begin with it; one of ف ب ل ك leaves a doubt, and both
    readings stand, unless the lexicon knows the word.
    """
    plain = _released(word)
    if _endings_cut(plain) in OWN_STEMS or len(word) <= SHORTEST_STEM:
        return (plain,)
    prefix = next((p for p in _ARTICLES if word.startswith(p) and len(word) - len(p) >= SHORTEST_STEM), None)
    if prefix is not None:
        return _after_article(prefix, word[len(prefix) :], query)
    if word[0] == "و":
        return _fronts(word[1:], query)
    if word[0] in _PARTICLES:
        return (plain, *_fronts(word[1:], query))
    return (plain,)


def _after_article(prefix: str, rest: str, query: bool) -> tuple[str, ...]:
    """What is left after `prefix`: للجنة is لجنة when the lexicon knows it; a second article goes too (الالتهاب)."""
    if prefix.endswith("لل") and _endings_cut(_released("ل" + rest)) in OWN_STEMS:
        return (_released("ل" + rest),)
    if rest.startswith("ال") and len(rest) - 2 >= SHORTEST_STEM:
        rest = rest[2:]
    rest = _released(rest)
    return (rest, "ال" + rest) if query else (rest,)


def analysis_table() -> dict[str, object]:
    """All rules and lists of the analysis as JSON-ready data, for the search client."""
    return {
        "ignored": arabic.IGNORED,
        "marks": arabic.MARKS,
        "apostrophes": arabic.APOSTROPHES,
        "arabic": arabic.ARABIC_LETTERS,
        "letters": arabic.LETTERS | arabic.DIGITS,
        "articles": _ARTICLES,
        "particles": _PARTICLES,
        "suffixes": arabic.SUFFIXES,
        "pronouns": arabic.PRONOUNS,
        "national": arabic.NATIONAL_ENDINGS,
        "shortest": SHORTEST_STEM,
        "own": sorted(OWN_STEMS),
        "ownEnding": sorted(lexicon.OWN_ENDING),
        "names": sorted(lexicon.SHORT_NAMES),
        "same": SAME_STEM,
        "singulars": dict(sorted(SINGULARS.items())),
        "stop": sorted(lexicon.STOP_WORDS),
        "english": {
            "irregular": english.IRREGULAR,
            "british": english.BRITISH,
            "regionStarts": english.REGION_STARTS,
            "step2": english.STEP_2,
            "step3": english.STEP_3,
            "liAfter": english.LI_AFTER,
            "doubled": english.DOUBLED,
        },
    }
