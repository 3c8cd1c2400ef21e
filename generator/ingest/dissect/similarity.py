"""Whether a text goes on or another one begins: words that two texts share, on light stems.

Rule: a new article begins where its headline is covered by the paragraphs after it, above all by the first of them,
better than the running article's title is, where these paragraphs are unlike the text before them, and where the first
of them does not open as a continuation does. The weights are a round compromise between two logistic fits: one to 1,600
cases cut from 719 Arabic newspaper articles, one to as many from the 25 English sample articles, which is few; half of
the cases pair an article with the most similar other one of a random sample.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.text.arabic import is_arabic, light_stem, tokens
from generator.text.word_sets import word_set

_STOP_AR = (
    "في من علي الي عن مع هذا هذه ذلك تلك التي الذي الذين ان انه انها كان كانت قد لم لن ما لا هو هي هم بين بعد قبل "
    "خلال عند كل بعض غير حيث كما او ثم حتي اذا لكن منذ ضد حول دون عبر وقد وفي ومن وعلي قال وقال اكد واكد اضاف واضاف "
    "اشار واشار ولم ولا وهو وهي اي ايضا امس اليوم تم يتم به بها له لها فيه فيها منه منها عليه عليها اليه اليها ليس نحو"
)
_STOP_EN = (
    "the a an of in on at to for from by with and or but as is are was were be been being has have had do does did not "
    "no this that these those it its he she they them his her their we our you your i who which what when where how "
    "will would could should may might can about after before between into over under more most than then there here "
    "also said says say told year years new one two up out all some any so if while during against through per mr mrs"
)
_STOP = frozenset(_STOP_AR.split()) | frozenset(_STOP_EN.split())
_DOUBLING = ("ings", "ing", "ers", "ed", "er")
_LEAST_STEM = 3  # letters
_ENGLISH_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "ly", "s")

_CONNECTIVES_AR = word_set(
    "واضاف واضافت واكد واكدت واشار واشارت وقال وقالت وذكر وذكرت واوضح واوضحت وتابع وتابعت ولفت ولفتت كما "
    "فيما وكان وكانت ومن وفي وعلي وعن وبحسب ووفقا وحول وياتي وتاتي ويشار ويذكر وجاء وجاءت ولم ولا وقد "
    "واستطرد واردف واردفت وبين وبينت وشدد وشددت واعتبر واعتبرت ونقل ونقلت وراي ورات وختم وختمت واختتم "
    "واختتمت وطالب ودعا ودعت بدوره بدورها الي لكن ولكن لذلك ولذلك وهكذا وهنا وعليه غير"
)
_TURNS_AR = frozenset({("من", side) for side in word_set("جانبه جانبها جانبهم جهته جهتها جهتهم ناحيته ناحيتها")})
_CONNECTIVES_EN = word_set(
    "he she they it his her their its however but meanwhile also moreover and this these those such earlier "
    "later then additionally furthermore nevertheless still instead according another other both yet so"
)
ENOUGH_WORDS = 5  # of a headline with fewer, all may be told by chance
_LONGEST_TITLE = 2000  # a first line that goes on for longer is no title, and is compared with every later line
_COVERED, _COVERED_BY_LEAD, _RUNNING, _LIKE, _CONNECTIVE, _AND, _BIAS = 0.62, 0.38, 0.33, 0.3, 0.25, 0.2, 0.14


@dataclass(frozen=True, slots=True)
class Judged:
    """Paragraphs under judgement: the stems of all of them and of the first, and the first as it is written."""

    all: Counter[str]
    lead: Counter[str]
    opening: str


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """The light stem of a folded word in either language."""
    if is_arabic(word):
        return light_stem(word)
    return _english_stem(word)


def _english_stem(word: str) -> str:
    ending = next((end for end in _ENGLISH_ENDINGS if word.endswith(end) and _may_end(word, end)), "")
    bare = word.removesuffix(ending)
    is_doubled = ending in _DOUBLING and len(bare) > _LEAST_STEM and bare[-1] == bare[-2] and bare[-1] not in "ls"
    if is_doubled:  # stopped, stop
        return bare[:-1]
    return bare[:-1] if bare[-1] in "ey" and len(bare) > _LEAST_STEM else bare


def _may_end(word: str, ending: str) -> bool:
    """Whether enough of an English word is left without an ending, with a vowel in it."""
    stem = word[: -len(ending)]
    return len(stem) >= _LEAST_STEM and any(letter in "aeiouy" for letter in stem) and not word.endswith(("ss", "us"))


@lru_cache(maxsize=256)  # a line is looked at from every line near it
def stems(text: str) -> Counter[str]:
    """The light stems of the words of `text` that say something, with how often each occurs. Not to be changed."""
    return Counter(_stem(t.text) for t in tokens(text) if len(t.text) > 1 and t.text not in _STOP)


def stems_of(texts: Iterable[str]) -> Counter[str]:
    """The stems of several texts together."""
    total: Counter[str] = Counter()
    for text in texts:
        total.update(stems(text))
    return total


def stems_of_title(text: str) -> Counter[str]:
    """The stems of a running article's title."""
    return stems(text[:_LONGEST_TITLE])


def coverage(headline: Counter[str], text: Counter[str]) -> float:
    """The share of a headline's stems that occur in a text, 0 to 1."""
    return sum(1 for stem in headline if stem in text) / len(headline) if headline else 0.0


def share_told(headline: Counter[str], text: Counter[str]) -> float:
    """The share of a headline's stems that a text tells, 0 to 1; where there are few, they may all be there by chance,
    and each counts for less."""
    return coverage(headline, text) * min(1.0, len(headline) / ENOUGH_WORDS)


def cosine(one: Counter[str], other: Counter[str]) -> float:
    """How alike two texts are in their words, 0 to 1; frequent words are damped by their logarithm."""
    if not one or not other:
        return 0.0
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    dot = sum((1 + math.log(n)) * (1 + math.log(large[stem])) for stem, n in small.items() if stem in large)
    return dot / (_length(one) * _length(other))


def _length(weights: Counter[str]) -> float:
    return math.sqrt(sum((1 + math.log(n)) ** 2 for n in weights.values()))


def judge(paragraphs: Sequence[str]) -> Judged:
    """Prepare paragraphs, at least one, for being scored."""
    return Judged(stems_of(paragraphs), stems(paragraphs[0]), paragraphs[0])


def share_of_new(judged: Judged, above: Collection[str]) -> float:
    """The share of the words that a text says more than once which that above has not; the nearer to one half, the
    fewer they are (Laplace's rule)."""
    again = [stem for stem, count in judged.all.items() if count > 1]
    return (sum(stem not in above for stem in again) + 1) / (len(again) + 2)


def share_of(headline: str, judged: Judged) -> float:
    """How well a headline is covered by paragraphs, 0 to 1; the first of them counts for more than a third."""
    words = stems(headline)
    return _COVERED * coverage(words, judged.all) + _COVERED_BY_LEAD * coverage(words, judged.lead)


def score_new(headline: str, judged: Judged, before: Sequence[str]) -> float:
    """How much speaks for a new article with `headline` beginning at the paragraphs, and not for the text `before` (its
    title first) going on; positive for a new one."""
    likeness = cosine(judged.all, stems_of(before[1:]))
    running = coverage(stems_of_title(before[0]), judged.all) if before else 0.0
    score = share_of(headline, judged) - _RUNNING * running - _LIKE * likeness - _BIAS
    if opens_with_connective(judged.opening):
        score -= _CONNECTIVE
    return score - (_AND if judged.opening.startswith("و") else 0.0)


def opens_with_connective(paragraph: str) -> bool:
    """Whether `paragraph` opens as one does that continues another («وأضاف», "He also")."""
    words = tuple(token.text for token in tokens(paragraph)[:2])
    if not words:
        return False
    first = words[0]
    return words in _TURNS_AR or first in (_CONNECTIVES_AR if is_arabic(first) else _CONNECTIVES_EN)
