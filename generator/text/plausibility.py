"""How much a text looks like Arabic or Western prose, for choosing between readings of the same bytes.

Not a language detector: it knows only what sets right readings apart from wrong ones.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0670\u0640'’]+[^\W\d_]*)*")
_ARABIC_WORD = re.compile(
    r"[\u0621-\u064a\u064b-\u0652\u0670\u067e\u0686\u0698\u06a9\u06af\u06cc\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]+"
)
# ة and ى end a word, ء does not begin one: a wrong reading puts them anywhere.
_ARABIC_MISFIT = re.compile(r"[ةى][\u0621-\u064a]|\bء[\u0621-\u064a]|^[\u064b-\u0652]|[\u064b-\u0650\u0652]{2}")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f'’]+")
_CASE_JUMP = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
_STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """في من على إلى الى عن أن ان إن التي الذي هذا هذه مع ما لا بعد قبل كما بين قال وقال خلال عام يوم ذلك كان كانت
        لم لن هو هي أو او ثم حيث منذ حتى غير عند كل وفي ومن وعلى أنه انه العربية رئيس الرئيس""",
    )
)
_STOP_WORD_WEIGHT = 4
_ARTICLE = re.compile(r"[وفبك]?ال\w{2}|لل\w{2}")
_RARE_LETTERS = re.compile("[ءآؤئثذزضظغ]")  # each below one in a hundred letters of news prose


def plausibility(text: str) -> float:
    """Give how plausible `text` is, from below 0 (garbled) up; more than 0.5 is readable.

    The measure is taken over the words that are not plain ASCII, since those alone differ between readings; a text
    without any such word is wholly plausible (1). Stop words can raise it to 5.
    """
    words = [word for word in _TOKEN.findall(text) if not word.isascii()]
    letters = sum(map(len, words))
    if not letters:
        return 1.0 - _share_of_odd_signs(text)
    return sum(_weight(word) for word in words) / letters - _share_of_odd_signs(text)


def _weight(word: str) -> float:
    """Give how many of a word's letters speak for the reading; below 0 where they speak against it."""
    if _ARABIC_WORD.fullmatch(word):
        if _ARABIC_MISFIT.search(word):
            return -len(word)
        bonus = _STOP_WORD_WEIGHT if word in _STOP_WORDS else 0.5 if _ARTICLE.match(word) else 0
        return len(word) * (1 + bonus) - 0.5 * len(_RARE_LETTERS.findall(word))
    if _LATIN_WORD.fullmatch(word):
        accented = sum(not character.isascii() for character in word)
        return -len(word) if accented * 2 > len(word) or _CASE_JUMP.search(word) else len(word)
    return -len(word)


def _share_of_odd_signs(text: str) -> float:
    """Give the share of signs that prose hardly holds among all characters that are not ASCII."""
    foreign = [character for character in text if not character.isascii()]
    odd = sum(
        character in "¤¦§¨¬¯±²³µ¶¸¹¼½¾ƒˆ‰†‡\u0081\u008d\u008f\u0090\u009d÷×" or "\x80" <= character <= "\x9f"
        for character in foreign
    )
    return odd / len(foreign) if foreign else 0.0
