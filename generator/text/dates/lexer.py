"""From a folded text to lexemes: numbers, names and marks, with times of day already put together.

Not for deciding what is a date: that is `mentions` and `reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model.values import value
from generator.text.dates.clock import Clock, read_clock
from generator.text.dates.lexicon import (
    BARE_MERIDIEMS,
    LEXICON,
    LONGEST_PHRASE,
    PHRASE_STARTS,
    Entry,
    Kind,
    Meaning,
    Meridiem,
    MonthName,
    Role,
    WeekdayName,
)
from generator.text.dates.zones import Zone


@value(frozen=True, slots=True)
class Lexeme:
    """One unit of the folded text. `start` and `end` are its span there; `joined`: no space before it."""

    kind: Kind
    text: str
    start: int
    end: int
    joined: bool = False
    meaning: Meaning | Clock = None

    @property
    def number(self) -> int:
        """The value of a number."""
        return self.meaning if isinstance(self.meaning, int) else int(self.text)

    @property
    def width(self) -> int:
        """How many digits a number is written with; 0 for one that is spelled out."""
        return len(self.text) if self.kind is Kind.NUMBER and self.meaning is None else 0

    @property
    def is_day_number(self) -> bool:
        """Whether this can be the day of a month: one or two digits, or an ordinal in words."""
        return self.kind is Kind.NUMBER and self.width <= 2

    @property
    def clock(self) -> Clock | None:
        """The time of day."""
        return self.meaning if isinstance(self.meaning, Clock) else None

    @property
    def month(self) -> MonthName | None:
        """The month named."""
        return self.meaning if isinstance(self.meaning, MonthName) else None

    @property
    def weekday(self) -> WeekdayName | None:
        """The weekday named."""
        return self.meaning if isinstance(self.meaning, WeekdayName) else None

    @property
    def role(self) -> Role | None:
        """What a label says."""
        return self.meaning if isinstance(self.meaning, Role) else None


_AND = "و"
_TIME_OFFSET = r"(?:(?P<plus>\s?[+-]\d\d:?\d\d)(?![\d/.:-]))?"
_ABBREVIATED = r"[ap]\.\s?m\.?|a\.h\.?|a\.d\.?|c\.e\.?|[بق]\.ظ\.?|ه\.\s?[شق]\.?|ت\.\s?غ\.?"
_DOTTED = r"\d{1,2}\.\d\d(?!\.?\d)"
_AFTER_DOTTED_TIME = (
    r"(?=\s?(?:[ap]\.?\s?m\b|صباح|مساء|مسا\b|ص\b|م\b|gmt\b|utc\b|bst\b|cet\b|cest\b|e[sd]t\b|p[sd]t\b|بتوقيت))"
)
_HOUR_AND_MINUTES = r"\d{1,2} و ?\d{1,2} دقيقه"  # as papers of the Maghreb write the time
_SPOKEN = re.compile(r"(?P<hour>\d{1,2}) و ?(?P<minute>\d{1,2}) دقيقه")
# The day of the sun's month, as some Saudi papers print it behind the others: `28 العقرب`, `17 برج الدلو`.
_ZODIAC = "حمل|ثور|جوزا|سرطان|اسد|سنبله|عذرا|ميزان|عقرب|قوس|جدي|دلو|حوت"
# The part of a mail address before its sign has 64 characters at most (RFC 5321, 4.5.3.1.1).
_LEXEMES = re.compile(
    "|".join(
        (
            r"(?!gmt|utc)(?P<plain>[^\W\d_]{2,}+)(?=\s)",  # nearly every word: nothing below but a word is like it
            r"(?P<blob>(?:https?://|www\.)\S+|[\w.+-]{1,64}+@[\w-]++\.\S+)",
            r"(?P<stamp>(?<![\w./-])\d{4}-?\d\d-?\d\dt\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?(?:\s?z|\s?[+-]\d\d(?::?\d\d)?)?(?!\w))",
            r"(?P<colons>(?<![\w:])\d{4}:\d\d:\d\d[. ]\d\d:\d\d(?::\d\d)?(?![\w:]))",  # Exif, People's Daily
            r"(?P<year>(?<!\d)(?:1[89]|20)\d\d)(?P<glued>\d{1,2}:\d\d(?![\d:]))",
            r"(?P<last>(?<=[./-])(?:1[89]|20)\d\d)(?P<again>\d{1,2}(?= [^\W\d_]{3}))",  # `12.01.202112 يناير 2021`
            rf"(?P<time>(?<![\d:.])\d{{1,2}}:\d\d(?::\d\d(?:[.,]\d{{1,9}})?)?(?!:)(?:(?!\d)|(?=\d{{1,2}}(?![\d:]))){_TIME_OFFSET})",
            rf"(?P<dotted>(?:(?<![\d.]){_DOTTED}{_AFTER_DOTTED_TIME}|(?<=الساعه ){_DOTTED}))",
            rf"(?P<spoken>(?<=الساعه ){_HOUR_AND_MINUTES})",
            r"(?P<french>(?<!\w)\d{1,2}\s?h\s?\d\d(?!\w))",
            r"(?P<zone>(?<![^\W\d_])(?:gmt|utc)\s?[+-]\d{1,2}(?::?\d\d)?(?!\d))",
            rf"(?P<sign>(?<![\d/.-])\d{{1,2}} (?:برج (?:ال)?|ال)(?:{_ZODIAC})(?!\w)(?! ?\d))",
            r"(?P<ordinal>(?<!\d)\d{1,2})\s?(?:st|nd|rd|th|er|ere|eme|e)(?![^\W_])",
            r"(?P<number>\d+)",
            rf"(?P<abbreviated>(?<!\w)(?:{_ABBREVIATED})(?!\w))",
            r"(?P<word>(?:تشرين|كانون)[12](?!\w)|[^\W\d_]+)",  # `04 تشرين1/أكتوبر 2021`: as Joomla counts them
            r"(?P<mark>\S)",
        )
    )
)
_FOLLOWING_WORD = re.compile(r"\s*+([^\W\d_]++)")


def lex(folded: str) -> list[Lexeme]:
    """The lexemes of a folded text, in order; every visible character belongs to one of them."""
    return list(_with_times(list(_with_phrases(list(_raw_lexemes(folded))))))


def _raw_lexemes(folded: str) -> Iterator[Lexeme]:
    """Lexemes before words are looked up."""
    end = 0
    for match in _LEXEMES.finditer(folded):
        start, joined = match.start(), match.start() == end and end > 0
        end = match.end()
        if match["plain"]:
            yield Lexeme(Kind.WORD, match["plain"], start, end, joined)
        else:
            yield from _lexemes_of(match, start, joined)


def _lexemes_of(match: re.Match[str], start: int, joined: bool) -> Iterator[Lexeme]:
    text = match.group()
    if match["glued"]:
        border = match.start("glued")
        yield Lexeme(Kind.NUMBER, match["year"], start, border, joined)
        yield _time(match["glued"], border, True)
    elif match["again"]:
        border = match.start("again")
        yield Lexeme(Kind.NUMBER, match["last"], start, border, joined)
        yield Lexeme(Kind.NUMBER, match["again"], border, match.end(), False)
    elif match["stamp"] or match["colons"]:
        yield Lexeme(Kind.STAMP, _stamp_of(text), start, match.end(), joined)
    elif match["time"] or match["dotted"] or match["french"] or match["spoken"]:
        yield _time(text, start, joined)
    elif match["zone"]:
        yield from _zone_with_offset(match, joined)
    elif match["sign"]:
        yield Lexeme(Kind.FILLER, text, start, match.end(), joined)
    elif match["ordinal"]:
        yield Lexeme(Kind.NUMBER, match["ordinal"], start, match.end(), joined)
    elif match["number"]:
        yield Lexeme(Kind.NUMBER, text, start, match.end(), joined)
    elif match["mark"]:
        entry = LEXICON.get(text)
        kind, meaning = (entry.kind, entry.meaning) if entry else (Kind.MARK, None)
        yield Lexeme(kind, text, start, match.end(), joined, meaning)
    else:
        yield Lexeme(Kind.WORD, "" if match["blob"] else text, start, match.end(), joined)


def _stamp_of(text: str) -> str:
    """A stamp with dashes between the parts of its day: `2024:01:08 16:40` is written so by cameras and some sites."""
    return f"{text[:4]}-{text[5:7]}-{text[8:10]}t{text[11:]}" if text[4] == ":" else text


def _time(text: str, start: int, joined: bool) -> Lexeme:
    """A time of day; one that no clock shows (`25:61`) is just a word."""
    spoken = _SPOKEN.fullmatch(text)
    clock = read_clock(f"{spoken['hour']}:{spoken['minute']:0>2}" if spoken else text)
    return Lexeme(Kind.TIME if clock else Kind.WORD, text, start, start + len(text), joined, clock)


def _zone_with_offset(match: re.Match[str], joined: bool) -> Iterator[Lexeme]:
    """`GMT+3`; but in `14:35 GMT-2 June 2025` the number is a day and the dash a dash."""
    text, start = match.group(), match.start()
    offset = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", text)
    following = _FOLLOWING_WORD.match(match.string, match.end())
    is_day = following is not None and LEXICON.get(following[1], Entry(Kind.WORD)).kind is Kind.MONTH
    if offset is None or is_day:
        yield Lexeme(Kind.ZONE, text[:3], start, start + 3, joined, Zone(0))
        for part in re.finditer(r"\d+|[+-]", text[3:]):
            kind = Kind.NUMBER if part.group().isdigit() else Kind.MARK
            yield Lexeme(kind, part.group(), start + 3 + part.start(), start + 3 + part.end(), True)
        return
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    yield Lexeme(Kind.ZONE, text, start, match.end(), joined, Zone(-minutes if offset[1] == "-" else minutes))


def _look_up(lexeme: Lexeme) -> Lexeme:
    entry = LEXICON.get(lexeme.text)
    return replace(lexeme, kind=entry.kind, meaning=entry.meaning) if entry else lexeme


def _with_phrases(lexemes: list[Lexeme]) -> Iterator[Lexeme]:
    """Words and phrases looked up, the longest phrase first."""
    index = 0
    while index < len(lexemes):
        phrase, index = _phrase_at(lexemes, index)
        if phrase.kind is Kind.WORD and phrase.text.startswith(_AND):
            yield from _without_conjunction(phrase)
        else:
            yield phrase


def _without_conjunction(lexeme: Lexeme) -> Iterator[Lexeme]:
    """An unknown word that begins with `و`; where that stands before a known one, as two lexemes: `والخميس`, `ومنذ`."""
    rest = lexeme.text[1:]
    entry = LEXICON.get(rest) if len(rest) > 2 else None
    if entry is None:
        yield lexeme
        return
    border = lexeme.start + 1
    yield Lexeme(Kind.AND, _AND, lexeme.start, border, lexeme.joined)
    yield Lexeme(entry.kind, rest, border, lexeme.end, True, entry.meaning)


def _phrase_at(lexemes: list[Lexeme], index: int) -> tuple[Lexeme, int]:
    """The longest phrase of the lexicon that begins at `index`, and the index after it."""
    first = lexemes[index]
    if first.kind is not Kind.WORD or not first.text:
        return first, index + 1
    words, found, after = first.text, _look_up(first), index + 1
    if words not in PHRASE_STARTS:
        return found, after
    length, end = 1, index + 1
    while length < LONGEST_PHRASE and (following := _next_word(lexemes, end)) is not None:
        words, length, end = f"{words} {lexemes[following].text}", length + 1, following + 1
        entry = LEXICON.get(words)
        if entry is not None:
            found = Lexeme(entry.kind, words, first.start, lexemes[following].end, first.joined, entry.meaning)
            after = end
    return found, after


def _next_word(lexemes: list[Lexeme], index: int) -> int | None:
    """Index of the word that continues a phrase at `index`, over a hyphen or apostrophe inside the phrase."""
    if index + 1 < len(lexemes) and lexemes[index].kind is Kind.MARK and lexemes[index].text in {"-", "'"}:
        index += 1 if lexemes[index].joined and lexemes[index + 1].joined else 0
    return index if index < len(lexemes) and lexemes[index].kind is Kind.WORD and lexemes[index].text else None


def _with_times(lexemes: list[Lexeme]) -> Iterator[Lexeme]:
    """Times with the half of the day and the zone that belong to them drawn in."""
    index = 0
    while index < len(lexemes):
        lexeme, index = _time_at(lexemes, index)
        yield lexeme


def _time_at(lexemes: list[Lexeme], index: int) -> tuple[Lexeme, int]:
    """The time that begins at `index` with all that belongs to it, or the lexeme there, and the index after."""
    first = lexemes[index]
    if first.kind is Kind.WORD:
        return first, index + 1
    zone, start = None, index
    if isinstance(first.meaning, Zone) and index + 1 < len(lexemes) and lexemes[index + 1].kind is Kind.TIME:
        zone, start = first.meaning, index + 1
    clock, after = _clock_at(lexemes, start)
    if clock is None:
        return first, index + 1
    found, end = _zone_after(lexemes, after)
    if found is not None and not (zone is not None and _is_time(lexemes, end)):
        zone, after = found, end
    if zone is not None and clock.offset is None:
        clock = replace(clock, zone=zone)
    last = lexemes[after - 1]
    return Lexeme(Kind.TIME, "", first.start, last.end, first.joined, clock), after


def _is_time(lexemes: list[Lexeme], index: int) -> bool:
    return index < len(lexemes) and lexemes[index].kind is Kind.TIME


def _clock_at(lexemes: list[Lexeme], index: int) -> tuple[Clock | None, int]:
    """The clock at `index` with its half of the day: `2:35 م`, or an hour alone, `2 p.m.`."""
    lexeme = lexemes[index]
    following = lexemes[index + 1] if index + 1 < len(lexemes) else None
    meridiem = _meridiem(following, lexeme.kind is Kind.TIME)
    if lexeme.kind is Kind.TIME and lexeme.clock is not None:
        if meridiem is None:
            return lexeme.clock, index + 1
        return lexeme.clock.in_half(meridiem), index + 2
    if lexeme.is_day_number and lexeme.width and meridiem is not None and lexeme.number <= 12:
        return Clock(lexeme.number, 0).in_half(meridiem), index + 2
    return None, index


def _meridiem(lexeme: Lexeme | None, after_time: bool) -> Meridiem | None:
    if lexeme is None:
        return None
    if lexeme.text in BARE_MERIDIEMS:
        return BARE_MERIDIEMS[lexeme.text] if after_time else None
    return lexeme.meaning if isinstance(lexeme.meaning, Meridiem) else None


def _zone_after(lexemes: list[Lexeme], index: int) -> tuple[Zone | None, int]:
    """The zone at `index`, in brackets or not, and the index after it."""
    opened = index < len(lexemes) and lexemes[index].text == "("
    place = index + 1 if opened else index
    if place >= len(lexemes) or not isinstance(lexemes[place].meaning, Zone):
        return None, index
    zone, after = lexemes[place].meaning, place + 1
    if opened and after < len(lexemes) and lexemes[after].text == ")":
        after += 1
    return zone if isinstance(zone, Zone) else None, after
