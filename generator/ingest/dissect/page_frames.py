"""What stands around the article in a page that was copied as a whole: its menus above, its lists and foot below.

That the document begins with a long menu, in which rooms that every site has are named, tells that it is such a page.
Not for pages of which only the article was copied, nor for short menus between texts (`page_heads`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, ends_sentence, ends_with_stop, is_headline_like, key_of
from generator.ingest.dissect.names_alone import names_alone
from generator.ingest.dissect.similarity import coverage, stems, stems_of
from generator.ingest.dissect.stated_facts import facts_of, tells_of_article
from generator.model.publisher import Label

_ROOMS = re.compile(
    "home(?:page)?|news|sports?|videos?|politics|business|opinions?|entertainment|health|tech(?:nology)?|science|world|"
    "local|weather|travel|culture|lifestyle|search|log ?in(?:/register)?|sign ?(?:in|up)|register|subscribe|blogs|"
    "about(?: us)?|contact(?: us)?|photos|newsletters?|forums?|reviews|(?:الصفحه )?الرءيسيه|اخبار|سياسه|اقتصاد|رياضه|"
    "ثقافه|منوعات|فيديو|صور|مقالات|راي|محليات|عربي(?: ودولي)?|دوليات|صحه|علوم|تكنولوجيا|فن|اتصل بنا|من نحن|بحث|"
    "تسجيل الدخول|اشترك|ارشيف|كتاب|حوادث|مجتمع|تحقيقات|طقس"
)
_LEAST_ROOMS, _LEAST_FRONT, _LONG_MENU, _LEAST_TAIL = 3, 12, 16, 8  # lines
_MANY_ROOMS = 5
_TOLD, _TOLD_BELOW = 0.6, 0.75  # of the words of a title, of a standfirst
_LEAST_SHORT, _LEAST_BESIDE_ROOMS, _LEAST_WITHOUT_ROOMS = 0.7, 0.4, 0.85  # of the lines in front
_LONGEST_ROOM = 4  # words
_LEAST_PROSE, _LEAST_OF_TEXT = 20, 12  # words of a paragraph by which a text is told, of one in it
_REACH, _GAP = 40, 8  # lines of a head above its text; between two of its facts
_LEAST_TITLE, _LEAST_PARAGRAPHS = 3, 3  # words; paragraphs


def find_frame(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the lines above the article of a page that was copied as a whole, and of those below it; nothing
    where the document is none, or where a second text with a head of its own stands below."""
    text = _find_text(lines, 0)
    if text is None or text < _LEAST_FRONT or not _is_menu(lines[:text]):
        return frozenset()
    start = _find_head(lines, text, known)
    if start is None:
        return frozenset()
    end = _find_end(lines, text)
    if _holds_another(lines[end:], known):
        end = len(lines)
    return frozenset(line.number for line in (*lines[:start], *lines[end:]))


def _find_text(lines: Sequence[Line], start: int) -> int | None:
    """Where a text begins: at a paragraph that has another one near below it."""
    before = None
    for at in range(start, len(lines)):
        if _is_prose(lines[at], _LEAST_PROSE):
            if before is not None and at - before <= _GAP:
                return before
            before = at
    return None


def _is_prose(line: Line, least: int) -> bool:
    return line.words >= least and ends_with_stop(line.text)


def _is_menu(front: Sequence[Line]) -> bool:
    """Whether most of the lines above a text are a word or a few, and some name rooms that every site has; fewer have
    to be where more rooms are named, and none need be named in a long row of words."""
    short = [line for line in front if line.words <= _LONGEST_ROOM and not ends_sentence(line.text)]
    rooms = {key_of(line.text) for line in short if _ROOMS.fullmatch(key_of(line.text))}
    share = len(short) / len(front)
    if len(rooms) >= _MANY_ROOMS:
        return share >= _LEAST_BESIDE_ROOMS
    if len(rooms) >= _LEAST_ROOMS or (rooms and len(short) >= _LONG_MENU):
        return share >= _LEAST_SHORT
    return len(short) >= _LONG_MENU and share >= _LEAST_WITHOUT_ROOMS


def _find_head(lines: Sequence[Line], text: int, known: Known) -> int | None:
    """Where the head of the text begins: at the headline right above the first of the facts nearest to the text, or at
    these where it stands right below them; None where none of them says who wrote it or when."""
    facts = [at for at in range(max(0, text - _REACH), text) if _states_head(lines, at, known)]
    if not facts:
        return None
    first = facts[-1]
    for at in reversed(facts):
        if first - at > _GAP:
            break
        first = at
        if Label.SECTION in facts_of(lines[first], known):  # with the day, it stands right above a title
            return first
    above = [at for at in range(first - 1, max(first - _GAP, -1), -1) if not is_boilerplate(lines[at].text)][:3]
    title = next((at for at in above if _may_be_title(lines[at], known)), None)
    if title is None:
        return first if any(_may_be_title(line, known) for line in lines[first + 1 : first + 5]) else None
    return title - 1 if title and _is_told(lines, title - 1, text, known) else title


def _is_told(lines: Sequence[Line], at: int, text: int, known: Known) -> bool:
    """Whether the line right above a headline is the title rather, above a standfirst: the text tells both."""
    if not _may_be_title(lines[at], known) or lines[at + 1].after_blank:
        return False
    prose = stems_of(line.text for line in lines[text : text + _REACH] if line.words >= _LEAST_OF_TEXT)
    upper, lower = (coverage(stems(lines[n].text), prose) for n in (at, at + 1))
    return upper >= _TOLD and lower >= _TOLD_BELOW


def _states_head(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether a line says who wrote a text or when; a name alone only right above a day."""
    if not facts_of(lines[at], known).isdisjoint({Label.PUBLISHED, Label.AUTHOR}):
        return True
    below = lines[at + 1] if at + 1 < len(lines) else lines[at]
    return bool(names_alone(lines[at].text)) and Label.PUBLISHED in facts_of(below, known)


def _may_be_title(line: Line, known: Known) -> bool:
    text = line.text.rstrip(". …") if line.text.endswith(("...", "…")) else line.text
    if line.words < _LEAST_TITLE or not is_headline_like(text):
        return False
    return not tells_of_article(line, known)


def _find_end(lines: Sequence[Line], text: int) -> int:
    """Where the text ends: behind its last paragraph above many lines that are none, and the sentences right below it.
    Where several paragraphs in a row stand below these lines, they were a box within the text."""
    last = text
    for at in range(text, len(lines)):
        if _is_prose(lines[at], _LEAST_OF_TEXT):
            if at - last > _LEAST_TAIL and not _goes_on(lines, at):
                break
            last = at
    end = last + 1
    while end < len(lines) and lines[end].words >= _LEAST_TITLE and ends_sentence(lines[end].text):
        end += 1
    return end if len(lines) - end >= _LEAST_TAIL else len(lines)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether paragraphs stand in a row from `at` on, as in a text, and not between names, as comments do."""
    near = lines[at : at + _LEAST_PARAGRAPHS + 1]
    return sum(_is_prose(line, _LEAST_OF_TEXT) for line in near) >= _LEAST_PARAGRAPHS


def _holds_another(tail: Sequence[Line], known: Known) -> bool:
    """Whether below the end of a text stands another of several paragraphs, and above that what the head of an article
    says: comments and teasers have less."""
    text = _find_text(tail, 0)
    while text is not None:
        head = tail[max(0, text - _GAP) : text]
        labels = frozenset().union(*(facts_of(line, known) for line in head))
        prose = [line for line in tail[text : text + _GAP] if _is_prose(line, _LEAST_PROSE)]
        is_whole = len(prose) >= _LEAST_PARAGRAPHS and not any(facts_of(line, known) for line in tail[text : text + 3])
        if is_whole and {Label.PUBLISHED, Label.AUTHOR} <= labels and any(_may_be_title(x, known) for x in head):
            return True
        text = _find_text(tail, text + 1)
    return False
