"""Mend the words and signs of a line of which the rest is right (`قال â€œنعمâ€\u009d`, `ظپظٹ` in an Arabic sentence).

Only what proves itself: runs of characters that are whole UTF-8 sequences and give Arabic words or the punctuation of
prose, and runs of words in Western letters that no Western word has. Whole lines are `mojibake`'s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from generator.text.letter_pairs import unlikelihood
from generator.text.plausibility import plausibility

_SIGNS = "“”‘’–—…•‹›«»\u200e\u200f\u200c\u200d\u00a0"
_WHOLLY_ARABIC = re.compile(r"[\u060c\u061b-\u06d3\u06f0-\u06f9\u200c-\u200f«»“”‘’–—…•\u00a0\x20-\x7e]+")
_ARABIC_LETTER = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_OF_ARABIC = re.compile("[\u060c\u061b-\u06d3\u06f0-\u06f9]")


def _characters(encoding: str, first: int, last: int) -> str:
    """The characters that the bytes `first` to `last` are in an encoding, for a class of a pattern."""
    return "".join(re.escape(bytes([code]).decode(encoding)) for code in range(first, last + 1))


def _sequence(encoding: str) -> str:
    """A pattern for one character of two or three bytes in UTF-8 that was read in `encoding`.

    Of two bytes only those of Latin-1's signs and of the Arabic blocks: a Western word is never one.
    """
    rest = f"[{_characters(encoding, 0x80, 0xBF)}]"
    sign = _characters(encoding, 0xC2, 0xC2)
    arabic = _characters(encoding, 0xD8, 0xDB)
    punctuation = _characters(encoding, 0xE2, 0xE2) + _characters(encoding, 0x80, 0x80)
    return f"(?:[{sign}]{rest}|[{arabic}]{rest}|{punctuation}{rest})"


def _run(encoding: str) -> re.Pattern[str]:
    one = _sequence(encoding)
    return re.compile(rf"{one}+(?:[\x20-\x40]{{1,3}}{one}+)*")


_RUNS = tuple((encoding, _run(encoding)) for encoding in ("cp1256", "sloppy-windows-1252", "latin-1"))
# `آ` ends no word before a quotation and begins none after it: only the pair in its shape is surely garbled.
_GUILLEMETS = re.compile(r"آ«(?=\S)([^«»\n]{1,400}?)(?<=\S)آ»")
_MIGHT_BE_UTF8 = re.compile(r"[طظعغآØÙÚÛÂ][^\x00-\x7f]|â€|â\x80")
# What a second byte of UTF-8 looks like in Windows-1256 and an Arabic text never holds behind a letter.
_FOREIGN_SIGN = re.compile(
    "[\u0080-\u009f\u00a2-\u00a9\u00ac-\u00b9\u00bc-\u00be\u0152-\u02c6\u201a\u201e\u2020\u2021\u2030\u2039\u203a\u2122]"
)
_WESTERN_WORD = re.compile(
    r"(?<![A-Za-z\u0100-\u017f])[\u00c0-\u00ff\u0152-\u0178\u0192\u02c6][\u00a1\u00ac\u00ba\u00bf-\u00ff\u0152-\u0178\u0192\u02c6]*+(?![A-Za-z\u0100-\u017f])"
)
_SIGN_ALONE = re.compile("[\u00a1\u00ac\u00ba\u00bf](?!\\S)")
_EIGHT_BIT = ("cp1256", "iso-8859-6")
_CLEARLY = 0.25
_OF_STOP_WORDS, _COMMONEST = 3.0, "من"  # which in Windows-1256, the usual damage, hides «كل» in the other encoding
_MUCH_LIKELIER = 2.3  # natural logarithm: ten times


def mend_words(text: str) -> str:
    """The line with its garbled words and signs mended; all else as it was."""
    if _MIGHT_BE_UTF8.search(text):
        for encoding, run in _RUNS:
            text = run.sub(partial(_from_utf8, encoding), text)
        text = _GUILLEMETS.sub(r"«\1»", text)
    return mend_western_words(text)


def _from_utf8(encoding: str, match: re.Match[str]) -> str:
    """What a run gives as UTF-8, where that is Arabic words or the punctuation of prose; else the run."""
    found = match[0]
    try:
        reading = found.encode(encoding).decode("utf-8")
    except UnicodeError:
        return found
    if "آ" not in found and all(sign in _SIGNS for sign in reading.replace(" ", "")):
        return reading
    if _WHOLLY_ARABIC.fullmatch(reading) is None or not _OF_ARABIC.search(reading):
        return found
    several = len(_OF_ARABIC.findall(reading)) > 1
    if encoding != "cp1256":
        return reading if several or _ARABIC_LETTER.search(match.string) else found
    if not several and _ARABIC_LETTER.match(match.string[match.start() - 1 : match.start()]):
        return found  # `خط²` is a word with a sign
    proves = _FOREIGN_SIGN.search(found) or (several and plausibility(reading) > plausibility(found))
    return reading if proves else found


def mend_western_words(text: str, encodings: Sequence[str] = _EIGHT_BIT) -> str:
    """The line with its words in accented letters alone read as Arabic, where they are plausible Arabic together.

    Words that are Arabic in several of the `encodings` stay as they are: one wrong letter is worse than a garbled word.
    """
    words = _WESTERN_WORD.findall(text)
    letters = sum(map(len, words))
    in_arabic = _ARABIC_LETTER.search(text) is not None  # alone such a word may be a name, in an Arabic sentence hardly
    if letters < (2 if in_arabic else 8) or max(map(len, words)) < 2 or plausibility(" ".join(words)) > 0:
        return text
    if not in_arabic and plausibility(text) > 0:
        return text
    readings = [[_read_back(word, right) for word in words] for right in encodings]
    scored = sorted(
        ((plausibility(" ".join(filter(None, each))), each) for each in readings if all(each)),
        key=lambda reading: -reading[0],
    )
    if not scored or scored[0][0] <= (0.6 if in_arabic else 1.0):
        return text
    chosen = _choose(scored, readings[0] if encodings[0] == _EIGHT_BIT[0] else None)
    if chosen is None:
        return text
    following = iter(chosen)
    return _SIGN_ALONE.sub(
        lambda sign: _read_back(sign[0], encodings[0]) or sign[0] if len(encodings) == 1 else sign[0],
        _WESTERN_WORD.sub(lambda _word: next(following) or "", text),
    )


def _choose(
    scored: Sequence[tuple[float, list[str | None]]], usual: list[str | None] | None
) -> list[str | None] | None:
    """Of readings, the likelier first, the one that is surely right: alone, clearly the more plausible, or much the
    likelier by its letters; None where two are alike. `usual` is the reading by the encoding that is damaged most."""
    if len(scored) < 2 or scored[0][1] == scored[1][1] or scored[0][0] - scored[1][0] >= _CLEARLY:
        return scored[0][1]
    if scored[1][0] > _OF_STOP_WORDS:  # «أو» and «أن»: each is as right as the other
        return usual if set(usual or ()) == {_COMMONEST} else None
    costs = [unlikelihood(" ".join(filter(None, reading))) for _, reading in scored[:2]]
    if abs(costs[0] - costs[1]) < _MUCH_LIKELIER or scored[1][0] <= 0 < costs[0] - costs[1]:
        return None
    return scored[0][1] if costs[0] < costs[1] else scored[1][1]


def _read_back(word: str, right: str) -> str | None:
    """A word as it is in the encoding `right`; None where that is not wholly Arabic."""
    try:
        reading = word.encode("sloppy-windows-1252").decode(right)
    except UnicodeError:
        return None
    return reading if _WHOLLY_ARABIC.fullmatch(reading) and _OF_ARABIC.search(reading) else None
