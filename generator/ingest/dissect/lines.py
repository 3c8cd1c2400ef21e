"""The lines of a document as the dissector sees them, and what can be said of one line by itself.

Not for labels, cues or boilerplate (their own modules), nor for anything that needs the neighbouring lines.
"""

from __future__ import annotations

import re
from dataclasses import field
from enum import StrEnum
from functools import lru_cache
from unicodedata import numeric

from generator.model.source import Block
from generator.model.values import value
from generator.text.arabic import fold

_LONGEST_HEADLINE = 120
_LONGEST_HEADLINE_WORDS = 20
_OUT = (
    r"(?:\s?[/(]{1,2}\s?(?:انتهى|النهاية|نهاية الخبر)\s?\w{0,4}\s?[/)]{0,2})?"  # «أحيل إلى القضاء./انتهى»: as wires end
)
_SENTENCE_END = re.compile(rf"[.۔…؟?!][\"'”“’»›)\]]*{_OUT}$")
_FULL_STOP = re.compile(rf"(?:[.۔…،,;؛:]|\.{{3}})[\"'”“’»›)\]]*{_OUT}$")
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|No|[ap]\.m|U\.S|U\.K|U\.N))\.$")
_RULE = re.compile(r"[\W_]+")
# Signs that say something in a text where they stand alone: words left out, surprise, a question.
_SAID = re.compile(r"[(\[（]?\s*(?:…|\.{3})\s*[)\]）]?|[!؟?]+")
_BULLET = re.compile(r"^(?:[-–—•●▪■◾◆♦►▶»›*·‣⁃]\s*|\(?\d{1,2}[.)\-]\s+)")
_ORDINALS = ("أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_NUMBERED = re.compile(
    rf"^(?:\(?(?P<number>\d{{1,2}})\s?(?:\)\s*|[.\-/–]+\s+|[.\-/–]+(?=[^\W\d]))(?=\S)|(?P<ordinal>{'|'.join(_ORDINALS)})(?:ا|اً|ًا)\s?[:.\-–،)]+\s*|(?P<circled>[\u2460-\u2473\u2776-\u2793])\s?)"
)
_NUMBER = re.compile(r"\d+")
_IN_BRACKETS = re.compile(r"\[\s*(?P<words>[^\[\]\d]+?)\s*\]")
_LONGEST_KICKER, _LONGEST_RUBRIC = 2, 4  # words
_MOST_STOPPED, _LONGEST_SMALL = 8, 3  # words; letters of those that headlines write small


class Mark(StrEnum):
    """What writers put around a line to set it off: nothing, a sign before it, signs on both sides, a Markdown `#`."""

    NONE = "none"
    START = "start"
    BOTH = "both"


@value(frozen=True, slots=True)
class Line:
    """One non-blank line: its repaired text, the first and last number in the document it stands on, its decoration,
    the repairs made to it, whether a blank line stands before it, and the block of a marked-up body that it is."""

    text: str
    number: int
    last_number: int
    mark: Mark = Mark.NONE
    repairs: tuple[tuple[str, int], ...] = ()
    after_blank: bool = False
    words: int = field(default=0)
    block: Block | None = None

    @classmethod
    def of(cls, text: str, number: int, mark: Mark = Mark.NONE) -> Line:
        """A line with `text` on line `number`, counted and otherwise plain."""
        return cls(text, number, number, mark, words=len(text.split()))


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """`text` as tables of labels and cues hold it: folded, single spaces, without punctuation at either end."""
    return " ".join(fold(text).split()).strip(" \t:：.,،؛;-–—|/\\*•…<>«»\"'“”()[]#=_~!")


def key_without_numbers(text: str) -> str:
    """The key of a line in which all numbers are the same, as of the heads of a paper's pages."""
    return _NUMBER.sub("0", key_of(text))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, closing quotes apart."""
    return _SENTENCE_END.search(text) is not None


def ends_with_stop(text: str) -> bool:
    """Whether `text` ends with a stop that headlines do not have: full stop, comma, colon, ellipsis."""
    return _FULL_STOP.search(text) is not None and _ABBREVIATED_END.search(text) is None


def is_headline_like(text: str) -> bool:
    """Whether `text` could be a headline: two words or more, at most 120 characters and 20 words, no final stop.

    The bounds are those under which lists behind cues were told from prose in earlier measurements.
    """
    if len(text) > _LONGEST_HEADLINE:
        return False
    return 2 <= len(text.split()) <= _LONGEST_HEADLINE_WORDS and not ends_with_stop(text)


def is_paragraph_like(text: str) -> bool:
    """Whether `text` reads as running prose: longer than a headline, or a sentence of some length with its stop."""
    if len(text) > _LONGEST_HEADLINE:
        return True
    words = len(text.split())
    return words > _LONGEST_HEADLINE_WORDS or (words >= 4 and ends_with_stop(text))


def is_stopped_headline(text: str) -> bool:
    """Whether a few English words with a stop have the capitals of a headline (`The Keeper’s Last Lamp.`)."""
    words = text.split()
    long = [word for word in words[1:] if len(word) > _LONGEST_SMALL]
    return len(words) <= _MOST_STOPPED and len(long) > 1 and all(word.lstrip("\"'“‘(")[:1].isupper() for word in long)


def is_prose(line: Line, least_words: int) -> bool:
    """Whether a line of so many words at least reads as running prose, or ends as a sentence does."""
    return line.words >= least_words and (is_paragraph_like(line.text) or ends_sentence(line.text))


def is_as_short_as_kickers(line: Line) -> bool:
    """Whether a line has one word or two, or, in square brackets as rubrics are, up to four."""
    rubric = _IN_BRACKETS.fullmatch(line.text)
    return line.words <= _LONGEST_KICKER or (rubric is not None and len(rubric["words"].split()) <= _LONGEST_RUBRIC)


def is_rule(text: str) -> bool:
    """Whether `text` is a line of signs only, as writers set between parts: `***`, `- - -`, `=====`."""
    return _RULE.fullmatch(text) is not None


def is_said_in_signs(text: str) -> bool:
    """Whether a line of signs belongs to the text around it: `(…)`, `[...]`, `؟!`."""
    return _SAID.fullmatch(text) is not None


def is_invocation(text: str) -> bool:
    """Whether `text` is the invocation with which statements and letters open, above their titles."""
    return text.startswith("بسم الله") and key_of(text) == "بسم الله الرحمن الرحيم"


def number_of(text: str) -> int | None:
    """The number in a row that stands before a line (`3. `, `3) `, «ثالثاً: »), or None."""
    found = _NUMBERED.match(text)
    if found is None:
        return None
    if found["circled"]:  # ① to ⑳, ❶ to ❿, ➀ to ➓
        return int(numeric(found["circled"]))
    return int(found["number"]) if found["number"] else _ORDINALS.index(found["ordinal"]) + 1


def without_number(text: str) -> str:
    """`text` without its number in a row."""
    return _NUMBERED.sub("", text, count=1)


def bullet_of(text: str) -> str:
    """The bullet that stands before a line, or nothing; numbers and the opening of a quotation are none."""
    found = _BULLET.match(text)
    if found is None or any(map(str.isdigit, found.group())) or (text[0] == "«" and "»" in text):
        return ""
    return found.group().strip()


def without_bullet(text: str) -> str:
    """`text` without the bullet or number of a list before it."""
    return _BULLET.sub("", text, count=1)
