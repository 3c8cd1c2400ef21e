"""Buttons of a page that are copied with its text: to share, to print, to change the type, with the counts beside them.

Rows of them are told by several standing together, in one line or in neighbouring ones; what is none by itself (a
number, `RSS`, "What's this?") belongs to the row in which it stands. Not for lines that read as sentences of a page
(`boilerplate`, `invitations`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.lines import Line, ends_with_stop, key_of

_NETWORKS = (
    r"facebook|twitter|google(?:\+| buzz| plus)|linkedin|pinterest|whatsapp|telegram|reddit|tumblr|instagram|youtube|"
    r"digg(?: this)?|stumble(?:upon| this)?|del\.?i\.?cious|delicious|my ?space|mixx|fark|y! buzz|yahoo!? buzz|"
    r"newsvine|technorati|messenger|flipboard|blogger|فيسبوك|فيس بوك|تويتر|واتس ?اب|تيليجرام|تلغرام|تليغرام|"
    r"لينكد ان|لينكدان|بينتريست|انستغرام|يوتيوب|ماسنجر|جوجل بلس"
)
_ACTS = (
    r"tweets?|retweets?|e-?mail(?: this(?: story)?| it| story| article)?|print(?: this)?(?: story| article| page)?|"
    r"share(?!s)(?: this(?: story| article)?| on)?|share (?:& |and )?bookmark|bookmark|recommend|reprints?|"
    r"order a reprint|(?:post|leave|add)(?: your| a)? comment|suggest a story|connect|pin(?: it)?|text size|font size|"
    r"add to (?:collections?|favou?rites|business exchange)|(?:view my|my) collections|"
    r"submit this story|story tools|(?:get|sign up for) (?:\w+ )?(?:e-?mail )?alerts|permalink|"
    r"شارك(?:ها|وا)?|انشر(?:ها)?|مشاركه|طباعه|اطبع|ارسال|ارسل(?: الي صديق)?|غرد|حفظ|نسخ الرابط|البريد الالكتروني|"
    r"حجم الخط|تكبير الخط|تصغير الخط|اضف تعليقا?|اضافه الي المفضله"
)
_BESIDE = (
    r"[0-9][0-9.,]*[km]?(?: (?:comments?|shares?|likes?|tweets?|views?))?|rss|comments?(?: ?\(?[0-9]*\)?)?|shares?|"
    r"likes?|what.?s this\??|what are these\??|more|save|send|follow|sign up|close|reset|[+\-x•|»«]|"
    r"[at](?: [at]){1,3}|on|via|view comments|تعليقات|تعليق|متابعه|المزيد|اغلاق|ا(?: ا){1,3}|عدد المشاركات"
)
# Buttons that are told by their words, wherever they stand.
_ALONE = re.compile(
    r"(?:text|font) size|حجم الخط|comments? ?\(?[0-9]+\)?|what.?s this\??|story tools|e-?mail this|reprints|"
    r"view (?:author page|all (?:posts|articles))\b.{0,30}|(?:author )?archives? [|•] (?:contact|e-?mail)|"
    r"(?:page )?[0-9«]+ [0-9]+ (?:of [0-9]+ )?next page|\S+@\S+\.\w{2,6} ?[|•] ?\S.{2,40}|"
    r"(?:become a fan )?get e-?mail alerts (?:from|for|on) .{3,40}|(?:video|audio) transcript|video keywords .{3,80}|"
    r"automatically generated transcript.{0,60}|(?:right )?click (?:here )?to download|"
    r"[a-z]{2,16} sharing button|\[?\+?\]? ?(?:enlarge|click to enlarge)(?: (?:this )?(?:image|photo|picture))?|"
    r"(?:source: .{2,30} \| )?duration: .{3,20}|(?:full )?transcript|"
    r"browse (?:all |the )?(?:issues|.{0,30}\barchives?)|"
    r"1 2(?: [0-9]{1,2}){0,9}(?: next| last|[ ›»])*|don.?t miss (?:stories|a story)\b.{0,40}|"
    r"تكبير الصوره|(?:اضغط|انقر) لتكبير الصوره",
    re.IGNORECASE,
)
# A link to other pages of the site: an arrow of the page's stands behind it, or what there is to see or hear before it.
_LEADS_ON = re.compile(
    r"[A-Za-z][^«»“”\"]{2,60}\s(?:[»›→]|>{1,2})|"
    r"(?:MORE|READ(?: MORE)?|VIDEO|PHOTOS?|WATCH|LISTEN|GALLERY|QUIZ|POLL|INTERACTIVE|GRAPHIC|PODCAST):\s"
    r"[^.]{8,110}[^.:]|(?:[A-Z]\w+ )?(?:Video|Slide ?show|Photo gallery|Gallery|Podcast): [A-Z“\"‘'][^.]{8,110}[^.:]"
)
# Where a weblog has a piece of news from, in lines below its text.
_ORIGINS = (
    re.compile(r"(?:Via|VIA) ?[A-Z][^.!?:]{1,60}"),
    re.compile(r"(?:Source|SOURCE|Sources) ?[A-Z][^.!?:]{1,80}"),
    re.compile(r"Related Items? (?:\w+ ){4,24}\w+"),
)
# What leads to the other articles of a writer; above the day it stands in a head, and announces none.
_OF_WRITER = re.compile(
    r"(?:more|articles) (?:from|by) (?:this|the) author|(?:المزيد|مقالات) (?:من|ل)(?: هذا)? ?(?:ال)?كاتب|"
    r"جميع مقالات الكاتب"
)
_CONTROL = re.compile(rf"(?:{_NETWORKS}|{_ACTS})", re.IGNORECASE)
# What one of them has taken is not looked at again, or a long row of digits would be parted in every way there is.
_ROW = re.compile(rf"(?:(?>{_NETWORKS}|{_ACTS}|{_BESIDE})[\s|,•·/]*+)++", re.IGNORECASE)
# Topics behind words that else announce an article: five or more, with capitals, between commas.
_TOPICS = re.compile(r"(?:Read More|More on|See More)\s?:\s?(?:[A-Z][^,.:!?]{1,60},\s+){4,40}[A-Z][^,.:!?]{1,60}")
_LONGEST_TOPICS = 600
_LONGEST_ROW, _LONGEST_BETWEEN = 140, 8  # characters; words
_MOST_BETWEEN = 4  # lines
_LEAST_CONTROLS = 2
_LEAST_REACTIONS = 5  # lines
_LEAST_SIGNS = 3  # lines
_LEAST_AGAIN = 4  # lines


def find_controls(lines: Sequence[Line], states_fact: Callable[[Line], bool]) -> frozenset[int]:
    """The numbers of the lines that are a page's buttons and what stands among them.

    `states_fact` says whether a line states something of an article: such lines stay, wherever they stand; so do those
    that tell alone what they are, for an article that closes with them is known by that.
    """
    counts = [_count_controls(line) for line in lines]
    alone = {at for at, line in enumerate(lines) if at and _is_alone(line)} | _find_sources(lines)
    found = set(alone)
    above = (at for at, line in enumerate(lines[:-1]) if at and _OF_WRITER.fullmatch(key_of(line.text)))
    found.update(at for at in above if states_fact(lines[at - 1]) and states_fact(lines[at + 1]))
    for start, end in _find_rows(lines, counts):
        if sum(count or 0 for count in counts[start:end]) >= _LEAST_CONTROLS:
            found.update(range(start, end))
    found |= _find_repeated(lines, found) | _find_signs(lines)
    found |= _find_reactions(lines, found, states_fact)
    found -= {at for at in found - alone if not counts[at] and states_fact(lines[at])}
    found -= {at for at in found if is_boilerplate(lines[at].text)}
    return frozenset(lines[at].number for at in found)


def _is_alone(line: Line) -> bool:
    if len(line.text) <= _LONGEST_TOPICS and _TOPICS.fullmatch(line.text.strip()):
        return True
    if len(line.text) > _LONGEST_ROW or read_cue(line.text) is not None:  # what a cue announces stands below it
        return False
    return _ALONE.fullmatch(key_of(line.text)) is not None or _LEADS_ON.fullmatch(line.text.strip()) is not None


def _count_controls(line: Line) -> int | None:
    """How many buttons a line is; 0 for what may stand among them, None for any other line."""
    if len(line.text) > _LONGEST_ROW:
        return None
    text = key_of(line.text) or line.text.strip()
    if not _ROW.fullmatch(text):
        return None
    return len(_CONTROL.findall(text))


def _find_rows(lines: Sequence[Line], counts: Sequence[int | None]) -> list[tuple[int, int]]:
    """The rows, from where to where: neighbouring lines of buttons, and a few short ones between two of them that no
    empty line parts from both."""
    rows: list[tuple[int, int]] = []
    for at, count in enumerate(counts):
        if count is None:
            continue
        if rows and _goes_on(lines, rows[-1][1], at, counts):
            rows[-1] = (rows[-1][0], at + 1)
        else:
            rows.append((at, at + 1))
    return [_without_counts_apart(lines, row, counts) for row in rows]


def _goes_on(lines: Sequence[Line], end: int, at: int, counts: Sequence[int | None]) -> bool:
    """Whether a row that ends before `end` goes on with the button at `at`."""
    between = lines[end:at]
    if len(between) > _MOST_BETWEEN or (between and not counts[at]):
        return False
    return all(map(_may_be_between, between)) and not (
        between and any(line.after_blank for line in lines[end : at + 1])
    )


def _without_counts_apart(lines: Sequence[Line], row: tuple[int, int], counts: Sequence[int | None]) -> tuple[int, int]:
    """A row without what stands at its ends behind an empty line and is no button by itself."""
    start, end = row
    while start + 1 < end and _is_apart(lines[start], counts[start], lines[start + 1]):
        start += 1
    while end - 1 > start and _is_apart(lines[end - 1], counts[end - 1], lines[end - 1]):
        end -= 1
    return start, end


def _is_apart(line: Line, count: int | None, below_gap: Line) -> bool:
    """Whether a line at the end of a row is no button, nor a number, and an empty line parts it from the row."""
    return count == 0 and below_gap.after_blank and not line.text[0].isdigit()


def _find_signs(lines: Sequence[Line]) -> set[int]:
    """The single letters as which signs are copied that a page draws in a type of its own; `Q`, `A`, `I` are words."""
    letters = Counter(
        line.text for line in lines if len(line.text) == 1 and line.text.isascii() and line.text.isalpha()
    )
    signs = {letter for letter, times in letters.items() if times >= _LEAST_SIGNS and letter not in "QAI"}
    return {at for at, line in enumerate(lines) if at and line.text in signs}


def _find_sources(lines: Sequence[Line]) -> set[int]:
    """The lines, one below the other, that say by way of whom a piece of news came, from whom, and what others the page
    holds to be like it: none of them tells alone."""
    rows = {at for at in range(1, len(lines)) if any(form.fullmatch(lines[at].text.strip()) for form in _ORIGINS)}
    return {at for at in rows if at - 1 in rows or at + 1 in rows}


def _find_repeated(lines: Sequence[Line], rows: set[int]) -> set[int]:
    """Short lines in a row that come again in the same order, one of them a button or a line of the page: above an
    article and below it."""
    keys = [key_of(line.text) if _may_be_between(line) else "" for line in lines]
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(keys) - _LEAST_AGAIN + 1):
        run = tuple(keys[at : at + _LEAST_AGAIN])
        if all(run):
            places.setdefault(run, []).append(at)
    again = {at + n for found in places.values() if len(found) > 1 for at in found for n in range(_LEAST_AGAIN)}
    of_page = {at for at in again if at in rows or is_boilerplate(lines[at].text)}
    return {at for at in again if _reaches(at, -1, again, of_page) or _reaches(at, 1, again, of_page)}


def _reaches(at: int, step: int, again: set[int], of_page: set[int]) -> bool:
    """Whether the run of lines that `at` is in holds one of the page in the direction of `step`."""
    while at in again:
        if at in of_page:
            return True
        at += step
    return False


def _may_be_between(line: Line) -> bool:
    return line.words <= _LONGEST_BETWEEN and not ends_with_stop(line.text)


def _find_reactions(lines: Sequence[Line], rows: set[int], states_fact: Callable[[Line], bool]) -> set[int]:
    """The words among which readers choose how an article strikes them: many lines of one word in one block, right
    below the facts of a head or a row of buttons; a question may stand above them."""
    found: set[int] = set()
    at = 1
    while at < len(lines):
        end = at
        while end < len(lines) and _is_word(lines[end]) and not (end > at and lines[end].after_blank):
            end += 1
        above = at - 1 - (lines[at - 1].text.endswith(("?", "؟")) and lines[at - 1].words <= _LONGEST_BETWEEN)
        if end - at >= _LEAST_REACTIONS and above >= 0:
            line = lines[above]
            if above in rows or states_fact(line) or is_boilerplate(line.text):
                found.update(range(above + 1, end))
        at = max(end, at + 1)
    return found


def _is_word(line: Line) -> bool:
    return line.words == 1 and line.text.isalpha()
