"""Undo text that was decoded with the wrong encoding (`Ø§Ù„`, `ظ„ظٹ`, `áíÈíÇ`).

ftfy knows UTF-8 read as a Western encoding. The pairs of Arabic encodings are ours: a line is read back, and the
reading is taken only when every repaired word is wholly Arabic, so that no Spanish or Czech word is ever touched.
"""

from __future__ import annotations

import re
from collections import Counter

from ftfy import fix_encoding

from generator.text.plausibility import plausibility

# Two Arabic letters side by side among nothing but Arabic and the signs that stand with it were decoded rightly: see
# `generator.text.repair`. What cannot be seen changes nothing in that.
_SURELY_ARABIC = re.compile(
    "[\t -~\u00a0\u00ab\u00bb\u060c-\u066a\u200b-\u200f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\ufeff]*+"
)
_TWO_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]{2}")
_NOT_ASCII_WORD = re.compile(r"[^\x00-\x7f\s]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_FEWEST_LETTERS = 4
_WHOLLY_ARABIC = re.compile(r"[\u060c\u061b-\u06d3\u06f0-\u06f9\u200c\u200d\u0000-\u007f«»“”‘’–—…•\u00a0]+")
_SUSPECT_UTF8_AS_CP1256 = re.compile("[طظ][\u0600-\u06ff\u0080-\u00ff\u0152-\u2122]")
_SUSPECT_WESTERN = re.compile("[\u00a1-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122]{2}")
# (the encoding it was wrongly read with, the one it is in)
_PAIRS = (
    ("cp1256", "utf-8"),
    ("cp1252", "cp1256"),
    ("latin-1", "cp1256"),
    ("cp1252", "iso-8859-6"),
    ("latin-1", "iso-8859-6"),
)


def mend_mojibake(text: str, counts: Counter[str]) -> str:
    """Give the text of one line as it was before it was wrongly decoded; unchanged where that is not certain."""
    if text.isascii() or (_SURELY_ARABIC.fullmatch(text) and _TWO_LETTERS.search(text)):
        return text
    mended = _by_arabic_pairs(text)
    if mended == text:  # only then: ftfy takes some pairs of Windows-1256 for UTF-8
        mended = fix_encoding(text)
        if mended == text or plausibility(mended) <= plausibility(text) or _loses_arabic(text, mended):
            return text
    counts["mojibake"] += int(mended != text)
    return mended


def _loses_arabic(text: str, mended: str) -> bool:
    """Whether a mending takes letters of Arabic away, which it never should."""
    return len(_ARABIC.findall(mended)) < len(_ARABIC.findall(text))


def _by_arabic_pairs(text: str) -> str:
    """Read the line back by each pair; take the most plausible reading, if it beats the line as it stands."""
    if not (_SUSPECT_UTF8_AS_CP1256.search(text) or _SUSPECT_WESTERN.search(text)):
        return text
    readings = [
        reading
        for wrong, right in _PAIRS
        if (reading := _read_back(text, wrong, right)) not in (None, text) and _repairs_are_arabic(reading)
    ]
    if not readings:  # nearly always: what a line scores is then worth nothing
        return text
    best, best_score = text, max(plausibility(text), 0.0) + 0.5
    for reading in readings:
        score = plausibility(reading)
        if score > best_score:
            best, best_score = reading, score
    return best


def _read_back(text: str, wrong: str, right: str) -> str | None:
    try:
        return text.encode(wrong).decode(right)
    except UnicodeError:
        return None


def _repairs_are_arabic(reading: str) -> bool:
    """Whether each word that is not ASCII in the reading is wholly Arabic, with letters enough not to be chance."""
    words = _NOT_ASCII_WORD.findall(reading)
    return all(map(_WHOLLY_ARABIC.fullmatch, words)) and len(_ARABIC_LETTER.findall(reading)) >= _FEWEST_LETTERS
