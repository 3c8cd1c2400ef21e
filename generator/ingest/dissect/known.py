"""What the archive's vocabulary lends to the reading of a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.ingest.dissect.own_words import NO_WORDS, OwnWords


@dataclass(frozen=True, slots=True)
class Known:
    """Names of places and of outlets, as `lines.key_of` gives them; `is_date` says whether a whole line is a date, and
    `day_of` which one (as ISO 8601, for comparing; None where it cannot be read);
    `own` are the label words of the document's publisher; `told` is what a reader claims besides, by whole lines;
    `is_pasted`: the text has no markup, as what is copied or typed; `writers` are the keys of lines that are authors'
    names by their place in several articles, `closing` the numbers of those with which all of the articles close,
    `closing_entries` of those that close the entries of one."""

    places: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    is_date: Callable[[str], bool] = lambda _text: False
    day_of: Callable[[str], str | None] = lambda _text: None
    own: OwnWords = NO_WORDS
    told: frozenset[str] = frozenset()
    is_pasted: bool = False
    writers: frozenset[str] = frozenset()
    closing: frozenset[int] = frozenset()
    closing_entries: frozenset[int] = frozenset()


NOTHING = Known()  # without a vocabulary
