"""How much speaks for a further article beginning at a line of plain text that no cue announces.

Not for which lines are looked at, nor for lines that stand above a title (`uncued`).
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mode

from generator.ingest.dissect.boilerplate import is_boilerplate
from generator.ingest.dissect.candidates import JUDGED_LINES, is_list_item, judged_paragraphs
from generator.ingest.dissect.closing_credits import part_credit
from generator.ingest.dissect.headline_verbs import says_what_happens
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.labels import Zone, read_fields
from generator.ingest.dissect.leads import weigh_asking, weigh_lead, weigh_opening
from generator.ingest.dissect.lines import (
    Line,
    Mark,
    bullet_of,
    ends_sentence,
    is_as_short_as_kickers,
    is_paragraph_like,
    is_rule,
    key_of,
    number_of,
    without_bullet,
    without_number,
)
from generator.ingest.dissect.similarity import (
    ENOUGH_WORDS,
    Judged,
    cosine,
    coverage,
    judge,
    score_new,
    share_of,
    stems,
    stems_of,
)
from generator.ingest.dissect.stated_facts import (
    facts_of,
    head_labels,
    is_above_full_head,
    is_closed,
    states_who_and_when,
)
from generator.model.publisher import Label
from generator.text.arabic import is_arabic

LEAST = 0.3
_DOUBT = -0.1  # what a border weighs of which it is as likely as not that there is one
# Of the title's own words, the shortest that titles are; subheads are shorter, more often than not.
LEAST_WORDS = 4
_MANY_WORDS = 8
_LONG_PARAGRAPH = 50
_MOST_ABOVE = 3  # lines
_SHORT = 0.7
_ALIKE = 0.2
_OWN, _SAME_HEAD, _CLOSED, _SAME_MARK, _GAP, _WIDE_GAP, _SCRIPT = 0.3, 0.2, 0.2, 0.3, 0.1, 0.25, 0.5
_NEXT_NUMBER, _SAME_FOOT = 0.5, 0.05
_EACH_SAME, _MOST_SAME = 0.12, 3  # facts of a head beyond the first
_OTHER_AUTHOR = 0.5  # a label names another author below this line than below the running title
_BYLINE = 0.6  # a label right below names the author
_OF_WORK = 0.25  # above a single paragraph, who made the book or film that it tells of is named so as well
_FULL = 0.3  # who and when: what quoted letters, statements and dated entries within an article seldom have
_ENGLISH = 0.12  # paragraphs of one article share fewer stems there
_UNLIKE_TITLE, _BROKEN_OFF, _UNMARKED, _TOO_ALIKE, _NO_GAP, _UNTOLD = 0.4, 0.3, 0.3, 0.2, 0.15, 0.2
_MOST_OF_OPENING = 0.1  # where each part of a text closes alike, which may be the sections of one
_WIDEST = 2  # empty lines that count
_SHORTER, _LONG, _ONE_PARAGRAPH, _QUOTED = 0.1, 0.15, 0.15, 1.0
_LONG_CLAUSE = 0.2  # of more words, with a verb, as few subheads of English texts are


def weigh_border(lines: Sequence[Line], title: int, at: int, known: Known) -> float:
    """What speaks for an article that begins with its title at `at`, where the running one has its own at `title`.

    More than `LEAST` is enough; where no prose stands below, nothing speaks for it. The weights were set on newspaper
    articles glued in pairs, and on the subheads of single ones: words alone decide where the texts are unlike and the
    line has a title's form; what the article's own head, its layout and the end of the one before say is added to that.
    """
    before = [lines[title], *lines[max(title + 1, at - JUDGED_LINES) : at]]
    after = lines[at + 1 : at + 1 + JUDGED_LINES]
    paragraphs = judged_paragraphs(after, known)[:4]
    if not paragraphs:
        return 0.0
    judged = judge(paragraphs)
    words = _weigh_words(lines[at].text, judged, before)
    return (
        words
        + _weigh_head(lines, title, at, known)
        + _weigh_layout(lines, title, find_edge(lines, title, at))
        + _weigh_form(lines, title, at, known)
        + _weigh_size(lines, title, at, known)
        + (_CLOSED if is_closed(lines, find_edge(lines, title, at), known) else 0.0)
        + (_SAME_FOOT if _stands_below_closing(lines, find_edge(lines, title, at), known) else 0.0)
        + (_SCRIPT if _changes_script(before, judged.opening) else 0.0)
        + (0.0 if is_arabic(judged.opening) else _weigh_opening(lines, title, at, known))
    )


def is_border_in_doubt(lines: Sequence[Line], title: int, at: int, known: Known) -> bool:
    """Whether it is as likely as not that an article begins at a headline; so it is, too, below a wider gap than
    paragraphs have."""
    return _weigh_layout(lines, title, at) > 0 or weigh_border(lines, title, at, known) > _DOUBT


def _weigh_opening(lines: Sequence[Line], title: int, at: int, known: Known) -> float:
    weight = weigh_opening(lines[at].text, lines[title:at], lines[at + 1 : at + 1 + JUDGED_LINES])
    above = lines[find_edge(lines, title, at) - 1]
    closes = above.number in known.closing or above.number in known.closing_entries
    closes = closes or (is_boilerplate(above.text) and sum(line.text == above.text for line in lines) > 1)
    return min(weight, _MOST_OF_OPENING) if closes else weight


def find_edge(lines: Sequence[Line], title: int, at: int) -> int:
    """Where what stands above the line at `at` without a gap begins, a kicker or lines of the page; `at` itself, if
    anything else is there or no gap above it."""
    edge = at
    while at - edge < _MOST_ABOVE and edge > title + 2 and not lines[edge].after_blank:
        above = lines[edge - 1]
        is_kicker = is_as_short_as_kickers(above) and above.after_blank and _is_kicker_like(above.text)
        if not is_kicker and not is_boilerplate(above.text):
            return at
        edge -= 1
    return edge if lines[edge].after_blank else at


def _is_kicker_like(text: str) -> bool:
    """Whether a line of one word or two is words alone."""
    return not ends_sentence(text) and not any(map(str.isdigit, text)) and ":" not in text and not is_rule(text)


def _stands_below_closing(lines: Sequence[Line], at: int, known: Known) -> bool:
    """Whether the line before, a rule apart, is one with which all articles of the document close."""
    above = lines[at - 2 : at] if is_rule(lines[at - 1].text) else lines[at - 1 : at]
    return bool(above) and above[0].number in known.closing


def weigh_words(above: Sequence[Line], block: Sequence[Line]) -> float:
    """What the words say for a border between two blocks, the first line of each being its headline."""
    return _weigh_words(block[0].text, judge([line.text for line in block[1:]]), above)


def _weigh_words(title: str, judged: Judged, before: Sequence[Line]) -> float:
    """What the words say: a short line may be told by the text below by chance, and where nothing of it is told, or
    the text below is like that above, it is hardly a title."""
    words = stems(title)
    score = score_new(title, judged, [line.text for line in before])
    score -= share_of(title, judged) * (1 - min(1.0, len(words) / ENOUGH_WORDS))
    if cosine(judged.all, stems_of(line.text for line in before[1:])) >= _ALIKE:
        score -= _TOO_ALIKE
    if not is_arabic(judged.opening):
        score += weigh_lead(judged.opening) - _ENGLISH
    return score if coverage(words, judged.all) else score - _UNTOLD


def _weigh_head(lines: Sequence[Line], title: int, at: int, known: Known) -> float:
    """A head of its own below the title, and that it is of the kind of the running article's, the more so
    the more facts it states; or above it, where the running article has its head there as well."""
    if title > 0 and facts_of(lines[at - 1], known):
        return _OWN + _SAME_HEAD
    own = head_labels(lines, at, known)
    if not own:
        return 0.0
    same = own & head_labels(lines, title, known)
    weight = _OWN + (_SAME_HEAD if same else 0.0) + _FULL * states_who_and_when(own)
    weight += _FULL * is_above_full_head(lines, at, known)
    if _labelled_author(lines[at + 1].text, known) is not None:
        byline = _BYLINE + _OTHER_AUTHOR * _has_other_author(lines, title, at, known)
        weight += byline if count_paragraphs(lines[at + 1 :], known) > 1 else _OF_WORK * byline
    return weight + _EACH_SAME * min(max(len(same) - 1, 0), _MOST_SAME)


def _has_other_author(lines: Sequence[Line], title: int, at: int, known: Known) -> bool:
    """Whether a label names somebody right below a line, and somebody else right below the running title."""
    one, other = (_labelled_author(lines[n + 1].text, known) for n in (title, at))
    return one is not None and other is not None and key_of(one) != key_of(other)


def _labelled_author(text: str, known: Known) -> str | None:
    fields = read_fields(text, Zone.HEAD, known.own)
    return next((one.value for one in fields if one.label is Label.AUTHOR), None)


def _weigh_layout(lines: Sequence[Line], title: int, at: int) -> float:
    """The empty lines above a line, against those above the paragraphs of the running article."""
    paragraphs = [n for n in range(max(title + 1, at - JUDGED_LINES), at) if is_paragraph_like(lines[n].text)][1:]
    if not paragraphs:
        return 0.0
    usual = mode(gap_above(lines, n) for n in paragraphs)
    more = gap_above(lines, at) - usual
    if more > 0:  # with one empty line above every paragraph, a second one sets off more than a subhead
        return _WIDE_GAP if usual or more > 1 else _GAP
    return -_NO_GAP if more < 0 else 0.0


def gap_above(lines: Sequence[Line], at: int) -> int:
    """How many empty lines are above a line."""
    return lines[at].number - lines[at - 1].last_number - 1


def gaps_around(lines: Sequence[Line], at: int) -> tuple[int, int]:
    """How many empty lines are above a line and below it, two standing for any more; none at the ends."""
    above = gap_above(lines, at) if at else 0
    below = gap_above(lines, at + 1) if at + 1 < len(lines) else 0
    return min(above, _WIDEST), min(below, _WIDEST)


def _weigh_form(lines: Sequence[Line], title: int, at: int, known: Known) -> float:
    """The title's own form: set off as the running article's title is, and not as subheads, questions, items are."""
    line, below = lines[at], lines[at + 1]
    own = head_labels(lines, at, known)
    weight = weigh_signs(lines[title], line)
    is_question = line.text.rstrip('»”") ').endswith(("؟", "?")) or line.text[0] in '«“"('
    is_short = line.words < LEAST_WORDS and not is_above_full_head(lines, at, known)
    if is_short or (is_question and own.isdisjoint({Label.PUBLISHED, Label.AUTHOR})):
        weight -= _UNLIKE_TITLE
    if not own:
        weight += weigh_asking(line.text)
    if line.words < _SHORT * lines[title].words:
        weight -= _SHORTER
    if line.words >= _MANY_WORDS:
        says_more = line.words > _MANY_WORDS and not is_question and says_what_happens(line.text)
        weight += _LONG + _LONG_CLAUSE * says_more
    if is_repeated(line, below):
        weight -= _QUOTED
    edge = find_edge(lines, title, at)
    last = lines[edge - 1]
    ends_text = is_ended(last.text) or is_closed(lines, edge, known) or bool(facts_of(last, known))
    if not ends_text and not states_who_and_when(own):
        weight -= _BROKEN_OFF
    return weight


def is_repeated(title: Line, below: Line) -> bool:
    """Whether the line below begins with the very words of the one that may be its title, as a quotation pulled out."""
    return _letters(below.text).startswith(_letters(without_number(without_bullet(title.text)))[:40])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, key_of(text)))


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does, a credit in brackets behind it apart."""
    return ends_sentence(part_credit(text)[0])


def weigh_signs(title: Line, line: Line) -> float:
    """The signs that set a line off: those of the running article's title, the next number in a row, or others."""
    number = number_of(line.text)
    if number is not None:
        return _NEXT_NUMBER if number_of(title.text) == number - 1 else -_UNMARKED
    signs, usual = (bullet_of(line.text), line.mark), (bullet_of(title.text), title.mark)
    if signs == usual:
        return _SAME_MARK if signs != ("", Mark.NONE) else 0.0
    return -_UNMARKED


def _weigh_size(lines: Sequence[Line], title: int, at: int, known: Known) -> float:
    """Against a border: only one paragraph up to it, or behind it, as below subheads."""
    above = count_paragraphs(lines[at - 1 : title : -1], known)
    below = count_paragraphs(lines[at + 1 :], known)
    return -_ONE_PARAGRAPH * ((above < 2) + (below < 2))


def count_paragraphs(lines: Sequence[Line], known: Known) -> int:
    """How many paragraphs stand in a row, two being as good as more, and a long one as good as two; facts are none, and
    do not part them."""
    count = 0
    for line in lines[:JUDGED_LINES]:
        if is_paragraph_like(line.text):
            count += 1 + (line.words >= _LONG_PARAGRAPH)
        elif is_list_item(line) and not facts_of(line, known):
            break
        if count >= 2:
            break
    return count


def _changes_script(before: Sequence[Line], opening: str) -> bool:
    """Whether the text below is in the other script than that above."""
    prose = [line.text for line in before if is_paragraph_like(line.text)]
    return bool(prose) and is_arabic(prose[-1]) != is_arabic(opening)
