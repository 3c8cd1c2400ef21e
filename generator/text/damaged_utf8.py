"""Read UTF-8 in which some bytes are damaged or come from an 8-bit encoding, and say on which lines.

Only for text that is UTF-8 for the most part; whether it is, `encoding` decides. No letter is guessed: what cannot be
read as a plausible word becomes U+FFFD and is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from generator.text.plausibility import plausibility
from generator.text.surrogates import REPLACEMENT, join_halves_in_bytes

# One character beyond ASCII, by the table of RFC 3629.
_SEQUENCE = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_VALID = re.compile(rb"(?:[\x00-\x7f]+|" + _SEQUENCE + rb")*+")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_CHARACTER = re.compile(_SEQUENCE)
_EIGHT_BIT = ("cp1256", "iso-8859-6", "cp1252")
_NAMES = {"cp1256": "windows-1256", "cp1252": "windows-1252", "iso-8859-6": "iso-8859-6"}
_READABLE = 0.5
_ARABIC_SEQUENCE = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")
# The last letter of a word and a comma, full stop or closing mark in Windows-1256 and ISO-8859-6.
_CHANCE_ENDING = re.compile(rb"[\xc1-\xdf][\xa1\xac\xba\xbb\xbf\x85\x94]++\Z")
_LATIN_BEFORE = re.compile(rb"[A-Za-z]*\Z")
_LATIN_AFTER = re.compile(rb"[A-Za-z]*")
_LONGEST_WORD = 40
_CLEARLY = 0.25  # Windows-1256 is far more frequent than what comes after it
# Punctuation that Windows-1252 and Windows-1256 have in the same place, and that of Arabic, in 1256 alone.
_PUNCTUATION = frozenset(
    b"\x80\x82\x84\x85\x86\x87\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa3\xa9\xab\xae\xb0\xb7\xbb"
)
_ARABIC_PUNCTUATION = {0xA1: "،", 0xBA: "؛", 0xBF: "؟"}
# No letter of UTF-8's Arabic words begins or ends with these bytes: they are quotation marks and dashes of 8 bits.
_QUOTES = frozenset(b"\x91\x92\x93\x94\x96\x97")


@dataclass(frozen=True, slots=True)
class Mended:
    """Text read from damaged UTF-8. `replaced`: how many characters are U+FFFD now. `reread`: how many bytes were read
    in which 8-bit encoding. `lines`: the lines (from 1) on which bytes were replaced, with their number."""

    text: str
    replaced: int = 0
    reread: tuple[tuple[str, int], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Tally:
    """What was done to one line."""

    is_arabic: bool = False
    replaced: int = 0
    reread: Counter[str] = field(default_factory=Counter)


def read_damaged_utf8(raw: bytes, first_line: int = 1) -> Mended:
    """The text of `raw`; `first_line` is the number of its first line in the document. Takes time in proportion to
    the length of `raw`, however it is damaged."""
    try:
        return Mended(raw.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    texts: list[str] = []
    lines: list[tuple[int, int]] = []
    replaced, reread = 0, Counter[str]()
    for number, line in enumerate(raw.split(b"\n"), start=first_line):
        tally = _Tally()
        texts.append(_read_line(line, tally))
        if tally.replaced:
            lines.append((number, tally.replaced))
            replaced += tally.replaced
        reread.update(tally.reread)
    return Mended("\n".join(texts), replaced, tuple(sorted(reread.items())), tuple(lines))


def valid_share(raw: bytes) -> float:
    """How much of the bytes beyond ASCII in `raw` is in whole UTF-8 sequences, from 0 to 1; 1 where it has none."""
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    return sum(map(len, _CHARACTER.findall(raw))) / high if high else 1.0


def _read_line(line: bytes, tally: _Tally) -> str:
    valid = _VALID.match(line)
    if valid is not None and valid.end() == len(line):
        return line.decode("utf-8")
    runs = [run for run in _HIGH_RUN.finditer(line) if not _is_valid(run[0])]
    encoding = _encoding_of(line, runs)
    tally.is_arabic = encoding in ("cp1256", "iso-8859-6") or _ARABIC_SEQUENCE.search(line) is not None
    pieces: list[str] = []
    position = 0
    for run in runs:
        pieces.append(line[position : run.start()].decode("utf-8"))
        pieces.append(_read_run(line, run, encoding, tally))
        position = run.end()
    return "".join([*pieces, line[position:].decode("utf-8")])


def _is_valid(run: bytes) -> bool:
    valid = _VALID.match(run)
    return valid is not None and valid.end() == len(run)


def _encoding_of(line: bytes, runs: list[re.Match[bytes]]) -> str | None:
    """The 8-bit encoding in which the line's runs that are not UTF-8 at all are plausible words; None without one."""
    foreign = [run for run in runs if len(run[0]) > 1 and _is_foreign(run[0])]
    best, best_score = None, _READABLE
    for encoding in _EIGHT_BIT:
        words = [_word(line, run, encoding) for run in foreign]
        if not words or not all(words) or not any(map(_has_letters, words)):
            continue
        score = plausibility(" ".join(filter(None, words)))
        if score > best_score + (_CLEARLY if best else 0):
            best, best_score = encoding, score
    return best


def _has_letters(word: str | None) -> bool:
    """Whether a word has letters enough to be one: what two stray bytes mean in one encoding or another is chance."""
    return sum(sign.isalpha() for sign in word or "") > 1


def _is_foreign(run: bytes) -> bool:
    """Whether a run is words of 8 bits: less than half of it are sequences, and those that end its words by chance
    (a letter and a comma of Windows-1256) do not count for UTF-8."""
    ending = _CHANCE_ENDING.search(run)
    body = run[: ending.start()] if ending else run
    return sum(len(found) for found in _CHARACTER.findall(body)) * 2 < len(run)


def _word(line: bytes, run: re.Match[bytes], encoding: str) -> str | None:
    """A run in an 8-bit encoding with the ASCII letters on both sides of it; None where a byte has no meaning there."""
    before = _LATIN_BEFORE.search(line[max(0, run.start() - _LONGEST_WORD) : run.start()])
    after = _LATIN_AFTER.match(line[run.end() : run.end() + _LONGEST_WORD])
    try:
        text = run[0].decode(encoding)
    except UnicodeError:
        return None
    if any("\x80" <= character < "\xa0" for character in text):
        return None
    return f"{before[0].decode() if before else ''}{text}{after[0].decode() if after else ''}"


def _read_run(line: bytes, run: re.Match[bytes], encoding: str | None, tally: _Tally) -> str:
    """One run of bytes beyond ASCII that is not valid UTF-8: read in 8 bits where it shows to be that; else its valid
    sequences are read, and what is left is replaced."""
    if len(run[0]) == 1:
        sign = _read_single(line, run, encoding, tally.is_arabic)
        if sign is not None:
            tally.reread[_NAMES[encoding or "cp1252"]] += 1
            return sign
    elif encoding is not None and _is_foreign(run[0]):
        tally.reread[_NAMES[encoding]] += len(run[0])
        return run[0].decode(encoding)
    start, end = _quotes(run[0])
    inner = join_halves_in_bytes(run[0][start : len(run[0]) - end]).decode("utf-8", "replace")
    if start + end:
        tally.reread["windows-1252"] += start + end
    tally.replaced += inner.count(REPLACEMENT) - run[0].count(REPLACEMENT.encode())
    return f"{run[0][:start].decode('cp1252')}{inner}{run[0][len(run[0]) - end :].decode('cp1252')}"


def _read_single(line: bytes, run: re.Match[bytes], encoding: str | None, is_arabic: bool) -> str | None:
    """A byte that stands alone: punctuation of 8 bits, or the accented letter of a Western word; None for others."""
    code = run[0][0]
    if is_arabic and code in _ARABIC_PUNCTUATION and encoding != "iso-8859-6":
        return _ARABIC_PUNCTUATION[code]
    if code in _PUNCTUATION and encoding != "iso-8859-6":
        return run[0].decode("cp1252")
    if encoding is not None and encoding != "cp1252":
        try:
            return run[0].decode(encoding)
        except UnicodeError:
            return None
    word = _word(line, run, "cp1252")
    if word is None or len(word) < 2 or plausibility(word) <= _READABLE:
        return None
    # Â, Ã: far more often the first half of an accented letter in UTF-8, but between capitals (`SÃO`).
    return run[0].decode("cp1252") if code not in b"\xc2\xc3" or (word.isupper() and len(word) > 2) else None


def _quotes(run: bytes) -> tuple[int, int]:
    """How many bytes at the start and at the end of a run are quotation marks or dashes of 8 bits beside UTF-8."""
    is_at_end = len(run) > 2 and run[-1] in _QUOTES and _is_valid(run[:-1][1 if run[0] in _QUOTES else 0 :])
    is_at_start = run[0] in _QUOTES and _is_valid(run[1 : len(run) - is_at_end])
    return int(is_at_start), int(is_at_end)
