"""Which of several headline-like lines in a row above an article's head is its title: a standfirst may stand below it,
and what is left of the page before it above.

Not for whether an article begins there (`uncued`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.ingest.dissect.borders import LEAST_WORDS
from generator.ingest.dissect.candidates import JUDGED_LINES, judged_paragraphs
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence
from generator.ingest.dissect.similarity import judge, share_of
from generator.ingest.dissect.stated_facts import facts_of, is_closed, tells_of_article
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

_MOST = 4  # lines
_LONGEST_LIST = 6  # words
_LIKE_RUNNING, _BEHIND_TEXT, _BEHIND_ENGLISH = 0.2, 0.1, 0.45


def find_row_title(lines: Sequence[Line], title: int, at: int, known: Known, may_begin: Callable[[int], bool]) -> int:
    """The title among the lines from `at` on that `may_begin` an article and stand right above the head of one; `at`
    itself where no head is below them. The running article, with its title at `title`, tells whether standfirsts are
    usual; else the words of the text tell."""
    end, last = at + 1, at
    while last - at < _MOST and at > title + 2 and not lines[at].after_blank and may_begin(at - 1):
        at -= 1  # what stands above a standfirst may be told less than it
    while end < len(lines) - 1 and end - at < _MOST and may_begin(end) and not tells_of_article(lines[end], known):
        if lines[end].after_blank:
            break
        end += 1
    row = [n for n in range(at, end) if lines[n].words >= LEAST_WORDS] or [at]
    if len(row) == 1 or not tells_of_article(lines[end], known):
        return row[0] if tells_of_article(lines[end], known) else last
    if is_of_title(lines[at - 1], known):
        return row[0]
    usual, is_first = _between(lines, title, known), ends_sentence(lines[at - 1].text)
    if usual is not None and len(row) == usual + 1:
        return row[0]
    paragraphs = judged_paragraphs(lines[end : end + JUDGED_LINES], known)[:4]
    if not paragraphs:
        return at
    judged = judge(paragraphs)
    if is_closed(lines, at, known) and share_of(lines[row[0]].text, judged):
        return row[0]  # between the foot of an article and a title stand lines of the page, of which no text tells
    behind = _BEHIND_TEXT if is_arabic(lines[at].text) else _BEHIND_ENGLISH
    bonus = {n: _LIKE_RUNNING * (end - 1 - n == usual) + behind * (is_first and n == at) for n in row}
    return max(row, key=lambda n: share_of(lines[n].text, judged) + bonus[n])


def _between(lines: Sequence[Line], title: int, known: Known) -> int | None:
    """How many lines stand between the running article's title and its head."""
    below = lines[title + 1 : title + 1 + _MOST]
    return next((n for n, line in enumerate(below) if tells_of_article(line, known)), None)


def is_of_title(line: Line, known: Known) -> bool:
    """Whether a line right above an English title can only belong to it: its section with the day, or a list of
    sections that a comma ends."""
    is_list = line.words <= _LONGEST_LIST and line.text.rstrip().endswith(",")
    return is_list or {Label.SECTION, Label.PUBLISHED} <= facts_of(line, known)
