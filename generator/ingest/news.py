"""Whether a document reads like news at all: a headline and prose in paragraphs.

Logs, source code, tables, letters and lists are told by their form; none of it is guessed from the subject.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from generator.errors import Problem
from generator.ingest.dissect.chat_messages import find_messages, is_talk
from generator.ingest.dissect.lines import Line, ends_sentence
from generator.model.source import BlockKind, Draft

_LOG = re.compile(
    r"^\[?(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d|\w{3} +\d{1,2} \d\d:\d\d:\d\d)\S*\s|"
    r"^(?:\S+ )?\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE|CRITICAL|NOTICE)\]?\b|"
    r"^\d{1,3}(?:\.\d{1,3}){3} |^\[\d{1,2}[:/]\d\d[^\]]*\] ?\S+:|^\d{1,2}/\d{1,2}/\d{2,4}, \d\d?:\d\d"
)
_CODE = re.compile(
    r"[{};]\s*$|^(?:import|from|def|class|return|function|const|let|var|public|private|if|for|while|else|elif|try|"
    r"#include|using|package|SELECT|INSERT|CREATE|echo|sudo|npm|pip|git|export)\b.*[(){}=;:.<>'\"/$]|^\s*(?://|/\*|\*/|#!|"
    r"<\?|</?\w++[^>]*+>)|^[\w.\[\]'\"]+\s*(?:=|\+=|:=|=>|->)\s*\S|^@\w+|^[)}\]]+[,;]?$|^\$ \S|^[\w-]+\(.*\)\s*[:{;]?$"
)
_MAIL = re.compile(r"^(?:from|to|subject|cc|date|sent|reply-to|من|إلى|الموضوع)\s*:", re.IGNORECASE)
_KEY_VALUE = re.compile(r"^[\w.\- ]{1,40}\s*[:=]\s*\S{0,60}$")
_LETTERS = re.compile(r"[^\W\d_]|\s|[\u064b-\u0652]")
# What tables of scraped pages hold where a site did not give the article.
_ANSWER = re.compile(
    r"\W*(?:(?:please |you (?:must|need to|have to) )?(?:enable|turn on|activate) (?:javascript|cookies|js)\b|"
    r"javascript (?:is|must be|seems to be|needs to be) |this (?:site|page|website|app) (?:needs|requires) javascript|"
    r"just a moment\W|checking your browser\b|access (?:is )?denied\b|"
    r"(?:error )?40[34]\W+(?:forbidden|not found|error|page)|"
    r"(?:يرجى|الرجاء|من فضلك،?) (?:تفعيل|تمكين) (?:ال)?(?:جافا|كوكيز))",
    re.IGNORECASE,
)
_LONGEST_ANSWER = 30  # words
_LEAST_WORDS = 12
_LEAST_CLAIMED_WORDS = 3
_LEAST_LINES = 4  # of a poem
MOST_LINES = 3000


def too_many_lines(count: int) -> Problem:
    """The problem of a document that is far longer than any page of news. It has no path yet."""
    return Problem(
        "not-news",
        "this is not a news page: it has far too many lines",
        expected=f"at most {MOST_LINES} lines that are not empty",
        found=f"{count} lines",
        cure="split it into documents of one page each",
    )


def check_form(lines: Sequence[Line]) -> Problem | None:
    """Why the lines of a document cannot be news by their form, or None. The problem has no path yet."""
    if not lines:
        return None
    if len(lines) > MOST_LINES:
        return too_many_lines(len(lines))
    if is_talk(lines):
        return _private_chat(lines[0])
    for kind, is_such, share in _FORMS if not find_messages(lines).articles else ():
        if sum(is_such(line.text) for line in lines) >= max(2, share * len(lines)):
            return _not_news(kind, lines[0])
    if _is_table(lines):
        return _not_news("a table", lines[0])
    return _check_headings(lines)


def check_letter(lines: Sequence[Line]) -> Problem | None:
    """Why a text is a letter by its header, and so no article, unless it brings several; or None."""
    head = [_MAIL.match(line.text) is not None for line in lines[:8]]
    first = head.index(True) if any(head) else 0
    if len(lines) > 3 and sum(head) >= 3 and not any(_is_sentence(line.text) for line in lines[:first]):
        return _not_news("a letter with its header", lines[0])
    return None


def _check_headings(lines: Sequence[Line]) -> Problem | None:
    """Minutes and recipes are told by the headings they begin with."""
    for kind, headings, depth in _HEADED:
        if sum(headings.match(line.text) is not None for line in lines[:depth]) >= 2:
            return _not_news(kind, lines[0])
    return None


def check_draft(draft: Draft) -> Problem | None:
    """Why a draft is no news article, or None: it needs a paragraph of prose, or is a poem. The problem has no path."""
    prose = [block.text for block in draft.blocks if block.kind is BlockKind.PARAGRAPH]
    words = sum(len(text.split()) for text in prose)
    longest = max((len(text.split()) for text in prose), default=0)
    if words >= _LEAST_WORDS and _is_poem(draft, prose):
        return None
    if words < _LEAST_WORDS or not (longest >= _LEAST_WORDS or any(_is_sentence(text) for text in prose)):
        return _no_prose(draft.lines[0], f"{_count(words)} below the headline, the longest line {_count(longest)}")
    text = " ".join(prose)
    if len(_LETTERS.findall(text)) < 0.7 * len(text):
        return _no_prose(draft.lines[0], "more signs and digits than letters")
    return None


def _is_poem(draft: Draft, prose: Sequence[str]) -> bool:
    """Whether a text is a poem: an author signs it, and it is nothing but short lines of words."""
    lines = [line for text in prose for line in text.split("\n")]
    labels = {line.partition(":")[0] for line in lines if ":" in line}  # «قالوا:» and «قلتُ:» come again
    are_words = not any(map(str.isdigit, "".join(lines))) and 2 * len(labels) <= len(lines)
    is_only = len(prose) == len(draft.blocks)
    return bool(draft.authors) and is_only and len(lines) >= _LEAST_LINES and are_words


def check_text(draft: Draft) -> Problem | None:
    """Why a draft that its format says to be an article is none, or None: it needs some words of text, and
    such as are no site's answer to a program that asked for the page."""
    words = sum(len(block.text.split()) for block in draft.blocks)
    if words <= _LONGEST_ANSWER and _ANSWER.match(" ".join(block.text for block in draft.blocks)):
        return _no_prose(draft.lines[0], f"what a site shows instead of the article: {draft.blocks[0].text[:60]}")
    return None if words >= _LEAST_CLAIMED_WORDS else _no_prose(draft.lines[0], f"{_count(words)} below the headline")


def no_article(lines: Sequence[Line], *, is_untitled_record: bool = False) -> Problem:
    """The problem of a document in which no headline with prose below it was found, or of a record of one that states
    no headline."""
    is_text = sum(line.words for line in lines) >= _LEAST_WORDS and any(_is_sentence(line.text) for line in lines)
    if is_untitled_record or is_text:
        return _no_headline(lines[0], is_record=is_untitled_record)
    return _no_prose(lines[0].number if lines else 1, f"{len(lines)} lines" if len(lines) != 1 else "one line")


def _count(words: int) -> str:
    return f"{words} words" if words != 1 else "one word"


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= 7 and ends_sentence(text)


def _is_table(lines: Sequence[Line]) -> bool:
    """Whether most lines have the same number of cells, two commas, semicolons, tabs or bars at least."""
    if len(lines) < 3:
        return False
    for sign in ",;\t|،":
        common, times = Counter(line.text.count(sign) for line in lines).most_common(1)[0]
        if common < 2 or times < 0.8 * len(lines):
            continue
        cells = [cell for line in lines for cell in line.text.split(sign)]
        if sum(len(cell.split()) <= 4 for cell in cells) >= 0.85 * len(cells):
            return True
    return False


_HEADED = (
    (
        "the minutes of a meeting",
        re.compile(
            r"(?:present|attendees|in attendance|apologies|absent|agenda|chair|الحضور|الحاضرون|الغائبون|"
            r"المعتذرون|جدول الأعمال|رئيس الجلسة|مقرر الجلسة)\s*:",
            re.IGNORECASE,
        ),
        10,
    ),
    (
        "a recipe",
        re.compile(
            r"(?:ingredients|method|directions|instructions|serves|servings|prep time|cook time|المقادير|المكونات|"
            r"طريقة التحضير|التحضير|عدد الأشخاص)\s*(?::|$)",
            re.IGNORECASE,
        ),
        25,
    ),
)
_FORMS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    ("a log", lambda text: _LOG.match(text) is not None, 0.5),
    ("source code", lambda text: _CODE.search(text) is not None, 0.4),
    ("settings", lambda text: _KEY_VALUE.match(text) is not None, 0.8),
)


def _not_news(kind: str, line: Line) -> Problem:
    return Problem(
        "not-news",
        f"this is not a news article: it looks like {kind}",
        line=line.number,
        expected="a headline and paragraphs of prose",
        found=line.text[:60],
        cure="save only the article's text, or take it out of content/sources",
    )


def _no_prose(line: int, found: str) -> Problem:
    return Problem(
        "not-news",
        "no article was found: there is no headline with paragraphs of prose below it",
        line=line,
        expected="a headline and paragraphs of prose",
        found=found,
        cure="complete its text, or take it out of content/sources",
    )


def _no_headline(line: Line, *, is_record: bool) -> Problem:
    return Problem(
        "not-news",
        "no article was found: there is text, but no headline",
        line=line.number,
        expected="a headline" if is_record else "a headline on the first line, and the text below it",
        found=line.text[:60],
        cure="write its headline " + ("into the record" if is_record else "above the text, on a line of its own"),
    )


def _private_chat(line: Line) -> Problem:
    return Problem(
        "private-chat",
        "this is what people wrote to each other in a chat",
        line=line.number,
        expected="texts that are for readers",
        found=line.text[:60],
        cure="save the texts that were passed on in it, without time and sender, and take this file away",
    )
