"""Direction in running text: the controls that change it, and the left-to-right tokens that need isolation in Arabic.

Not for markup: `generator.text.html` wraps the tokens that are found here.

Why tokens: by the Unicode bidirectional algorithm (UAX #9, W2, W4, N1, N2) European digits after Arabic letters count
as Arabic numbers, so that the parts of `2024-05-02` are laid out from the right; signs at the edge of a left-to-right
word (`C++`, `Ltd.`) move to its other side; and two Latin names with an Arabic comma between them stay in the order of
the text only when each is isolated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

# LRM, RLM, ALM; embeddings and overrides; isolates; deprecated shaping controls.
CONTROLS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u206f"
_CONTROLS = re.compile(f"[{CONTROLS}]")

# Strong left-to-right letters of the scripts that news quotes; and what ends their run: right-to-left letters, Arabic
# punctuation and digits, and the quotation marks of Arabic.
_LTR = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f\u1e00-\u1fff\uff21-\uff5a"
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc«»"
_HAS_RTL = re.compile(f"[{_RTL}]")
_STRETCH = re.compile(rf"[{_LTR}][^{_RTL}]*")
_LETTER = re.compile(rf"[{_LTR}]")
_LETTER_OR_DIGIT = re.compile(rf"[0-9{_LTR}]")

# What is glued to the start of a run belongs to it (5G, $5m, #tag, .NET), but not a hyphen or stop after Arabic.
_NOT_GLUED = re.compile(rf"[\s{_RTL}(\[{{\"'“‘]")
_NOT_LEADING = re.compile(r"[)\]},;:!?…”’\"']+")
_PUNCTUATION = re.compile(r"[-–—./+:_]+")
# What is glued to its end: C++, C#, https://a.org/; but not the slash of km/ساعة.
_GLUED_END = re.compile(r"\+\+|#|[+#/%]+(?=[\s.,;:!?)\]\"'”’،؛؟»]|$)")
_ABBREVIATIONS = (
    "Ltd Inc Co Corp Bros Mr Mrs Ms Dr Prof St Jr Sr Gen Col Capt Lt Sgt Rev Hon Gov Sen Rep No Nos Vol vs etc al ed "
    "eds pp ca cf approx Dept Univ Assn Ave Blvd Mt Ft Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec"
)
_ABBREVIATION = re.compile(rf"(?<![{_LTR}])(?:{_ABBREVIATIONS.replace(' ', '|')}|[A-Z](?:\.[A-Z])+|[a-z]\.[a-z])$")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"'”’)\]»]|$)")
_SENTENCE_WORDS = 4
# A number behind a name belongs to it (iPhone 15, COVID-19, GMT +3), but not where it counts the Arabic that follows.
_NUMBER_SIGNS = "0123456789.,:/%-"
_FREE_NUMBER = re.compile(rf"[^0-9{_LTR}][0-9]")
_BELONGING = re.compile(r" ?[-+\u2212]?")
_COUNTED = re.compile(
    r"\s*+(?:%\s*+)?+(?:ألف|آلاف|مليون|ملايين|مليار|تريليون|[في|ب]*\s?ال?مئة|[في|ب]*\s?المائة|دولار|يورو|جنيه|ريال|درهم|دينار|شخص|عام|سنة"
    r"|سنوات|يوم|أيام|شهر|أشهر|ساعة|ساعات|دقيقة|دقائق|كيلومتر|كلم|متر|طن|برميل|قتيل|موظف|عامل|في\s)"
)
_ABBREVIATION_LENGTH = 40
_ANY_BRACKET = re.compile(r"[()\[\]{}“”]")
_BRACKETS = {")": "(", "]": "[", "}": "{", "”": "“"}

_ARABIC_LETTER = (
    "\u0590-\u05ff\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
)
_AFTER_ARABIC = f"(?<=[{_ARABIC_LETTER}]-)"
# As many parts as a number may have; one without end would be read again from each of its parts.
_NUMBER = r"[0-9]+(?:[.,:/][0-9]+){0,20}%?"
# A plus after a word stands between word and number, as the hyphen does (غرينتش+3); after «و» it is the number's.
_SIGN = (
    rf"(?:(?<![A-Za-z0-9_)\u0660-\u0669{_ARABIC_LETTER}])-"
    rf"|(?<![A-Za-z0-9_)\u0660-\u0669])(?<![{_ARABIC_LETTER}]{{2}})[+\u2212])"
)
_NUMERIC = re.compile(
    rf"""
    (?=[-+\u2212$€£¥(0-9A-Za-z_.])(?:                                         # which no other character can begin
    \+[0-9][0-9\ ()-]{{5,}}[0-9]                                             # +20 2 2345-6789
    | (?<![0-9A-Za-z.,-])\(?0[0-9]{{1,5}}\)?(?:[\ -][0-9]{{2,}}){{1,5}}(?![0-9])(?:-[0-9]+)*  # 091 123 4567
    | (?<![0-9])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:\ [0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?  # 2024-05-02 14:35
    | (?:{_SIGN}|(?<![0-9]))[$€£¥]?{_NUMBER}(?:\ ?[-–—]\ ?{_NUMBER}|[+\u2212×÷*=<>]{_NUMBER})+  # 2014-2020, 2+2=4
    | {_SIGN}[$€£¥]?[0-9]+(?:[.,][0-9]+)*(?:\ ?%)?                            # −4.1 %
    | {_AFTER_ARABIC}[0-9]+(?:[.,:][0-9]+)*                                   # كوفيد-19: its hyphen is the word's
    | [$€£¥][0-9]+(?:[.,][0-9]+)*                                             # $350
    | (?<![A-Za-z0-9_./-])[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+){{2,}}(?<![.-])    # 12/3/4, not the stop behind it
    | (?<![0-9.])[0-9]+(?:\.[0-9]+){{2,}}                                      # 1.2.3
    )
    """,
    re.VERBOSE,
)

# What each of them holds: a look for this is many times as fast.
_MAY_BE_NUMERIC = re.compile(
    r"[-+\u2212–—$€£¥×÷*=<>][0-9]|[0-9]\)?[ -][0-9]|[0-9]%?\ ?[-–—]|[A-Za-z0-9_.-]/|[0-9]\.[0-9]"
)

# A number and the unit behind it are one (160 km/h, 25 °C, 15%): apart, the unit would come to stand before the number.
# The symbols of the SI Brochure (https://www.bipm.org/en/publications/si-brochure) with their prefixes, and others of
# the news; a unit is none where a word goes on.
_UNIT = (
    r"(?:[kcdmnµμhMG]?m|[kMGTmµμ]?(?:Hz|W|Wh|V|A|Ah|J|N|Pa|bar|Sv|Bq|Gy|cal|eV|bit|bps|bit/s|B/s)|[kmµμ]?g|[kKMGTP]i?B|[mcdhµμ]?[lL]"
    r"|[mnµμ]?s|ha|t|kt|kn|mi|ft|yd|nmi|lb|lbs|oz|mph|kph|kmh|h|min|hr|hrs|rpm|fps|hp|cc|ppm|ppb|psi|px|dpi|MP|dBA?|lx|lm|K|mol|°[CF]?)"
)
_MEASURE = re.compile(
    r"(?<![0-9A-Za-z٠-٩])(?<![0-9٠-٩][.,:/٫٬])(?:"
    rf"(?:[0-9]+(?:[.,:/][0-9]+){{0,20}}|[٠-٩]+(?:[.,:/٫٬][٠-٩]+){{0,20}})[ \u00a0\u202f]?"
    rf"{_UNIT}(?:[²³23])?(?:[/·]{_UNIT}(?:[²³23])?){{0,2}}(?![0-9²³_{_LTR}])"
    r"|[0-9]+(?:[.,:/][0-9]+){0,20}[ \u00a0\u202f]?%(?![0-9A-Za-z]))"
)
_MAY_BE_MEASURE = re.compile("[0-9٠-٩][ \u00a0\u202f]?[A-Za-zµμ°%]")

# Any of these and of letters, in one look that begins with one set of characters: so all others are skipped at once.
_MAY_BE_ANY = re.compile(
    rf"[0-9٠-٩_.\-{_LTR}](?:(?<=[{_LTR}])|(?<=[0-9])(?:(?<=[-+\u2212–—$€£¥×÷*=<>].)|\)?[ -][0-9]|%?\ ?[-–—]|\.[0-9])"
    "|(?<=[0-9_.\\-])/|(?<=[0-9٠-٩])[ \u00a0\u202f]?[A-Za-zµμ°%])"
)


def strip_controls(text: str) -> str:
    """Give `text` without characters that change direction: direction is said by `dir` and `<bdi>`, where it ends."""
    return _CONTROLS.sub("", text)


def may_need_isolation(text: str) -> bool:
    """Whether `text` holds anything that `left_to_right_spans` could find: a quick look, for most texts do not."""
    return _MAY_BE_ANY.search(text) is not None


def left_to_right_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of `text` that need isolation in right-to-left text, in order, not overlapping.

    They are the runs of left-to-right words, with the signs that belong to them, and numbers with inner signs: dates,
    telephone numbers, ranges, signed numbers, versions; and numbers with their unit.
    """
    numeric = [match.span() for match in _NUMERIC.finditer(text)] if _MAY_BE_NUMERIC.search(text) else []
    if _MAY_BE_MEASURE.search(text):
        numeric.extend(match.span() for match in _MEASURE.finditer(text))
    spans: list[tuple[int, int]] = []
    for start, end in sorted([*_word_spans(text), *numeric]):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans of left-to-right words; the whole of a text that has enough of them and nothing else."""
    if not _LETTER.search(text):
        return
    if not _HAS_RTL.search(text) and _count_words(text) >= _SENTENCE_WORDS:
        yield len(text) - len(text.lstrip()), len(text.rstrip())
        return
    partners = _find_partners(text)
    position = 0
    for stretch in _STRETCH.finditer(text):
        last = _last_letter_end(text, *stretch.span())
        while letter := _LETTER.search(text, position, last):
            start, end = letter.start(), last
            end = _cut_number(text, start, _balance(partners, text, start, end))
            start, end = _extend_start(text, start, position), _extend_end(text, start, end, partners)
            yield start, end
            position = end


def _count_words(text: str) -> int:
    """Count the words that hold a left-to-right letter."""
    return sum(1 for word in text.split() if _LETTER.search(word))


def _find_partners(text: str) -> dict[int, int]:
    """Give the place of each bracket's partner, by its own place, in order; -1 for a bracket without one."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    for bracket in _ANY_BRACKET.finditer(text):
        place, opening = bracket.start(), _BRACKETS.get(bracket[0])
        partners[place] = -1
        if opening is None:
            opened.append(place)
            waiting[bracket[0]] += 1
        elif waiting[opening]:
            while text[opened[-1]] != opening:
                waiting[text[opened.pop()]] -= 1
            waiting[opening] -= 1
            partners[place] = opened.pop()
            partners[partners[place]] = place
    return partners


def _extend_start(text: str, start: int, earliest: int) -> int:
    """Take in what is glued to the start of a run."""
    begin = start
    while begin > earliest and not _NOT_GLUED.match(text, begin - 1):
        begin -= 1
    for pattern in (_NOT_LEADING, _PUNCTUATION if begin and _HAS_RTL.match(text[begin - 1]) else _NOT_LEADING):
        leading = pattern.match(text, begin, start)
        begin = leading.end() if leading else begin
    return begin


def _balance(partners: Mapping[int, int], text: str, start: int, end: int) -> int:
    """End a run before a bracket or quotation mark whose partner is outside it; the partner may stand right behind."""
    place, reach = start, _closed_end(partners, start, end)
    while bracket := _ANY_BRACKET.search(text, place, end):
        partner = partners[bracket.start()]
        if not bracket.start() < partner < reach:
            return _last_word_end(text, start, bracket.start())
        place = partner + 1
    return end


def _closed_end(partners: Mapping[int, int], start: int, end: int) -> int:
    """Go on from `end` over the brackets that close one after `start`."""
    while start <= partners.get(end, -1) < end:
        end += 1
    return end


def _last_letter_end(text: str, start: int, end: int) -> int:
    """Go back from `end` to behind the last left-to-right letter or digit, at most to `start`."""
    while end > start and not _LETTER_OR_DIGIT.match(text, end - 1):
        end -= 1
    return end


def _last_word_end(text: str, start: int, end: int) -> int:
    """Go back from `end` over what is neither letter nor digit."""
    while end > start + 1 and not text[end - 1].isalnum():
        end -= 1
    return end


def _cut_number(text: str, start: int, end: int) -> int:
    """End a run before a last number that does not belong to it."""
    place = end
    while place > start and text[place - 1] in _NUMBER_SIGNS:
        place -= 1
    number = _FREE_NUMBER.search(text, max(start, place - 1), end)
    if number is None:
        return end
    first = behind = number.start()
    while not _LETTER_OR_DIGIT.match(text, first - 1):
        first -= 1
    between = text[first : behind + 1]
    if not any(map(str.isspace, between)) or (_BELONGING.fullmatch(between) and not _COUNTED.match(text, end)):
        return end
    return first


def _extend_end(text: str, start: int, end: int, partners: Mapping[int, int]) -> int:
    """Take in the signs at the end of a run: of a name, an open bracket, an abbreviation, a whole sentence."""
    run = text[start:end]
    end = _closed_end(partners, start, end)
    glued = _GLUED_END.match(text, end)
    if glued:
        return glued.end()
    if text.startswith(".", end) and _ABBREVIATION.search(text, max(start, end - _ABBREVIATION_LENGTH), end):
        return end + 1
    sentence = _SENTENCE_END.match(text, end)
    return sentence.end() if sentence and _count_words(run) >= _SENTENCE_WORDS else end
