"""The odds that an article begins behind a cue, at one of the headlines there or on its own line, and that the text
behind them is not the running article going on.

A logistic model, fitted to 6,500 articles, Arabic and English, with a cue behind them or within them; half of the
headlines, and of the further articles, were those of a random sample that are most like the running article. Not for
which of the headlines may be the title (`cued_titles`), nor for borders without a cue (`border_odds`, `borders`).
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.dissect.borders import LEAST_WORDS
from generator.ingest.dissect.candidates import JUDGED_LINES
from generator.ingest.dissect.leads import weigh_lead
from generator.ingest.dissect.lines import Line, bullet_of, is_paragraph_like
from generator.ingest.dissect.odds import Model
from generator.ingest.dissect.segments import Segment
from generator.ingest.dissect.similarity import (
    Judged,
    cosine,
    coverage,
    judge,
    opens_with_connective,
    share_of_new,
    share_told,
    stems,
    stems_of,
    stems_of_title,
)
from generator.text.arabic import is_arabic

_NEAR = 3  # paragraphs
_SHORT = 60  # stems of a text
# What each feature says, in logarithms of odds: shares count in part, the others wholly or not at all.
_WEIGHTS = {
    # Of words: shares of the headline's that the text below tells, and its first paragraph; of the running title's that
    # the text tells; of the words said again in it that are new; likeness to the last paragraphs above.
    "told": 7.8,
    "told_at_once": 5.1,
    "running": -4.8,
    "new": 3.4,
    "like": -2.3,
    # Of the text: how it begins, and how much there is of it.
    "connective": -2.0,
    "begins_with_and": -2.5,
    "lead": 1.5,
    "short": -1.3,
    "one_paragraph": -1.9,
    # Of the headline: as short as subheads; no other one below it; on the cue's own line, where links stand far more
    # often than titles; with the bullet of a list.
    "few_words": -2.0,
    "last": 2.9,
    "inline": -2.5,
    "listed": -3.0,
}
_MODEL = Model(-7.0, _WEIGHTS)


def cued_odds(segment: Segment, title: int | None, paragraphs: Sequence[str], above: Sequence[Line]) -> float:
    """The logarithm of the odds that an article begins at the headline at `title` of a segment (None: that on the cue's
    line) with `paragraphs`, below the lines `above` of the running one, its title first."""
    line = None if title is None else segment.heads[title]
    headline = segment.headline if line is None else line.text
    judged = judge(paragraphs)
    features = {
        **_of_words(headline, judged, above),
        "connective": opens_with_connective(judged.opening),
        "begins_with_and": judged.opening.startswith("و"),
        "lead": 0.0 if is_arabic(judged.opening) else weigh_lead(judged.opening),
        "short": judged.all.total() < _SHORT,
        "one_paragraph": len(paragraphs) < 2,
        "few_words": len(headline.split()) < LEAST_WORDS,
        "last": title is None or title == len(segment.heads) - 1,
        "inline": title is None,
        "listed": line is not None and _is_listed(line, segment, above),
    }
    return _MODEL.odds(features)


def _of_words(headline: str, judged: Judged, above: Sequence[Line]) -> dict[str, float]:
    words, running = stems(headline), stems_of_title(above[0].text if above else "")
    texts = [line.text for line in above[1:][-JUDGED_LINES:]]
    near = [text for text in texts if is_paragraph_like(text)][-_NEAR:]
    return {
        "told": share_told(words, judged.all),
        "told_at_once": coverage(words, judged.lead),
        "running": share_told(running, judged.all),
        "new": share_of_new(judged, (stems_of(texts) + running).keys()),
        "like": cosine(judged.all, stems_of(near)),
    }


def _is_listed(line: Line, segment: Segment, above: Sequence[Line]) -> bool:
    """Whether a headline is one of several with the same bullet, which the running article's title does not have."""
    bullet = bullet_of(line.text)
    if not bullet or (above and bullet_of(above[0].text) == bullet):
        return False
    return sum(bullet_of(each.text) == bullet for each in segment.heads) > 1
