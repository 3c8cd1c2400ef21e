"""Undo text that was decoded with the wrong encoding (`Ø§Ù„`, `ظ„ظٹ`, `áíÈíÇ`), line by line.

ftfy knows UTF-8 read as a Western encoding. The pairs of Arabic encodings are ours: a line is read back, and the
reading is taken only when every repaired word is wholly Arabic, so that no Spanish or Czech word is ever touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ftfy import fix_encoding

from generator.text.plausibility import plausibility
from generator.text.repair.garbled_words import mend_western_words, mend_words

Pair = tuple[str, str]

# Two Arabic letters side by side among nothing but Arabic and the signs that stand with it were decoded rightly: see
# `generator.text.repair`. What cannot be seen changes nothing in that.
_SURELY_ARABIC = re.compile(
    "[\t -~\u00a0\u00ab\u00bb\u060c-\u066a\u200b-\u200f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\ufeff]*+"
)
TWO_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]{2}")
# A word or a sign of a right line may be garbled all the same: ثم is ط«ظ… then, and « is آ«.
MAY_BE_GARBLED = re.compile("[آطظ][«»‘’“”–—…\u00a0]")
_NOT_ASCII_WORD = re.compile(r"[^\x00-\x7f\s]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_FEWEST_LETTERS = 4
_WHOLLY_ARABIC = re.compile(
    r"[\u060c\u061b-\u06d3\u06f0-\u06f9\u200c-\u200f\u202a-\u202e\u0000-\u007f«»“”‘’–—…•\u00a0]+"
)
# Valid UTF-8 throughout is no chance: signs, emoji and Western letters beside the Arabic ones are taken as they come.
_OF_UTF8_TEXT = re.compile(r"[^\u0000-\u0008\u000e-\u001f\u0080-\u009f\ue000-\uf8ff\ufffd]+")
_SUSPECT_UTF8_AS_CP1256 = re.compile("[طظعغآأأإâ][\u0600-\u06ff\u0080-\u00ff\u0152-\u2122]")
_SUSPECT_WESTERN = re.compile("[\u00a1-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{2}")
_SUSPECT_SHORT = re.compile("[\u00a1-\u00ff\u0152-\u0192\u02c6\u02dc]|[طظ][\u0600-\u06ff\u0080-\u00ff\u0152-\u2122]")
# (the encoding it was wrongly read with, the one it is in); the sloppy one maps its five undefined bytes to controls,
# as browsers do.
_WESTERN = "sloppy-windows-1252"
_PAIRS: tuple[Pair, ...] = (
    ("cp1256", "utf-8"),
    (_WESTERN, "utf-8"),
    (_WESTERN, "cp1256"),
    ("latin-1", "cp1256"),
    (_WESTERN, "iso-8859-6"),
    ("latin-1", "iso-8859-6"),
)
_MOST_STEPS = 3  # a text read wrongly, saved as UTF-8 and read wrongly again, and once more
_FEWEST_WITNESSES = 2


@dataclass(frozen=True, slots=True)
class _Reading:
    """A line read back, and the steps that were undone, the last first."""

    text: str
    steps: tuple[Pair, ...] = ()


def mend_lines(lines: Sequence[str]) -> list[str]:
    """Mend the lines of one document; what was done to its other lines tells how to read those of a word or two."""
    mended = [_mend(line) for line in lines]
    habits = Counter(reading.steps for reading in mended if reading.steps)
    if not habits:
        return [reading.text for reading in mended]
    steps, witnesses = habits.most_common(1)[0]
    if witnesses < _FEWEST_WITNESSES:
        return [reading.text for reading in mended]
    return [
        _by_habit(line, steps) if reading.text == line and _SUSPECT_SHORT.search(line) else reading.text
        for line, reading in zip(lines, mended, strict=True)
    ]


def _mend(text: str) -> _Reading:
    if text.isascii() or _is_sound(text):
        return _Reading(text)
    reading = _by_arabic_pairs(text)
    if reading.text != text:  # ftfy last: it takes some pairs of Windows-1256 for UTF-8
        return reading
    best = mend_words(text)
    for before in (text, best):
        mended = fix_encoding(before)
        if mended == before:
            continue
        if plausibility(mended) > plausibility(best) and not _loses_arabic(best, mended):
            best = mend_words(mended)
    return _Reading(best)


def _is_sound(text: str) -> bool:
    """Whether a quick look shows that nothing of the line was decoded wrongly."""
    return (
        _SURELY_ARABIC.fullmatch(text) is not None
        and TWO_LETTERS.search(text) is not None
        and MAY_BE_GARBLED.search(text) is None
    )


def _loses_arabic(text: str, mended: str) -> bool:
    """Whether a mending takes letters of Arabic away, which it never should."""
    return len(_ARABIC.findall(mended)) < len(_ARABIC.findall(text))


def _by_arabic_pairs(text: str) -> _Reading:
    """Read the line back by each pair, and again; take the most plausible reading, if it beats the line as it is."""
    line = _Reading(text)
    if not (_SUSPECT_UTF8_AS_CP1256.search(text) or _SUSPECT_WESTERN.search(text)):
        return line
    readings = [reading for reading in _readings(line) if _is_arabic(reading, text)]
    if not readings:  # nearly always: what a line scores is then worth nothing
        return line
    best, best_score = line, max(plausibility(text), 0.0) + 0.5
    for reading in readings:
        score = plausibility(reading.text)
        if score > best_score:
            best, best_score = reading, score
    return best


def _readings(line: _Reading) -> list[_Reading]:
    """All that the line gives when it is read back once or, through UTF-8, several times."""
    found: list[_Reading] = []
    last = [line]
    for _ in range(_MOST_STEPS):
        following = []
        for reading in last:
            for pair in _PAIRS:
                text = _read_back(reading.text, *pair)
                if text is not None and text != reading.text:
                    step = _Reading(text, (*reading.steps, pair))
                    found.append(step)
                    if pair[1] == "utf-8":
                        following.append(step)
        last = following
    return found


def _read_back(text: str, wrong: str, right: str) -> str | None:
    try:
        return text.encode(wrong).decode(right)
    except UnicodeError:
        return None


def _is_arabic(reading: _Reading, line: str) -> bool:
    """Whether each word that is not ASCII and was repaired is wholly Arabic, with letters enough not to be chance."""
    pattern = _OF_UTF8_TEXT if reading.steps[-1][1] == "utf-8" else _WHOLLY_ARABIC
    words = set(_NOT_ASCII_WORD.findall(reading.text))
    if pattern is _WHOLLY_ARABIC:
        words -= set(_NOT_ASCII_WORD.findall(line))
    return all(map(pattern.fullmatch, words)) and len(_ARABIC_LETTER.findall(reading.text)) >= _FEWEST_LETTERS


def _by_habit(line: str, steps: tuple[Pair, ...]) -> str:
    """Read a line back as the document's others were; unchanged where that does not give Arabic words."""
    text: str | None = line
    for wrong, right in steps:
        text = None if text is None else _read_back(text, wrong, right)
    if text is None or plausibility(text) <= plausibility(line):
        return line if steps[-1][1] == "utf-8" else mend_western_words(line, (steps[-1][1],))
    words = set(_NOT_ASCII_WORD.findall(text)) - set(_NOT_ASCII_WORD.findall(line))
    return text if words and all(map(_WHOLLY_ARABIC.fullmatch, words)) and _ARABIC_LETTER.search(text) else line
