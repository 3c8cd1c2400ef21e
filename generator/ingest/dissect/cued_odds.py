"""The odds that an article begins behind a cue, at one of the headlines there or on its own line, and that the text
behind them is not the running article going on.

A logistic model, fitted to 6,500 articles, Arabic and English, with a cue behind them or within them; half of the
headlines, and of the further articles, were those of a random sample that are most like the running article. Not for
which of the headlines may be the title (`cued_titles`), nor for borders without a cue (`border_odds`, `borders`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from generator.ingest.dissect.borders import LEAST_WORDS
from generator.ingest.dissect.candidates import JUDGED_LINES
from generator.ingest.dissect.leads import weigh_lead
from generator.ingest.dissect.lines import Line, bullet_of, is_paragraph_like
from generator.ingest.dissect.segments import Segment
from generator.ingest.dissect.similarity import (
    Judged,
    cosine,
    coverage,
    judge,
    opens_with_connective,
    share_of_new,
    stems,
    stems_of,
)
from generator.text.arabic import is_arabic

_ENOUGH_WORDS = 5  # of a headline with fewer, all may be told by chance
_NEAR = 3  # paragraphs
_SHORT = 60  # stems of a text
_LONGEST_TITLE = 2000  # characters


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature says, in logarithms of odds: shares count in part, the others wholly or not at all."""

    bias: float = -7.0
    # Of words: shares of the headline's that the text below tells, and its first paragraph; of the running title's that
    # the text tells; of the words said again in it that are new; likeness to the last paragraphs above.
    told: float = 7.8
    told_at_once: float = 5.1
    running: float = -4.8
    new: float = 3.4
    like: float = -2.3
    # Of the text: how it begins, and how much there is of it.
    connective: float = -2.0
    begins_with_and: float = -2.5
    lead: float = 1.5
    short: float = -1.3
    one_paragraph: float = -1.9
    # Of the headline: as short as subheads; no other one below it; on the cue's own line, where links stand far more
    # often than titles; with the bullet of a list.
    few_words: float = -2.0
    last: float = 2.9
    inline: float = -2.5
    listed: float = -3.0


_WEIGHTS: dict[str, float] = asdict(Weights())


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
    return _WEIGHTS["bias"] + sum(_WEIGHTS[name] * value for name, value in features.items())


def _of_words(headline: str, judged: Judged, above: Sequence[Line]) -> dict[str, float]:
    words, running = stems(headline), stems(above[0].text[:_LONGEST_TITLE] if above else "")
    texts = [line.text for line in above[1:][-JUDGED_LINES:]]
    near = [text for text in texts if is_paragraph_like(text)][-_NEAR:]
    return {
        "told": coverage(words, judged.all) * min(1.0, len(words) / _ENOUGH_WORDS),
        "told_at_once": coverage(words, judged.lead),
        "running": coverage(running, judged.all) * min(1.0, len(running) / _ENOUGH_WORDS),
        "new": share_of_new(judged, (stems_of(texts) + running).keys()),
        "like": cosine(judged.all, stems_of(near)),
    }


def _is_listed(line: Line, segment: Segment, above: Sequence[Line]) -> bool:
    """Whether a headline is one of several with the same bullet, which the running article's title does not have."""
    bullet = bullet_of(line.text)
    if not bullet or (above and bullet_of(above[0].text) == bullet):
        return False
    return sum(bullet_of(each.text) == bullet for each in segment.heads) > 1
