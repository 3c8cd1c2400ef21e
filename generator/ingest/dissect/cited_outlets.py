"""The outlet beside the place of a dateline that stands alone, which nobody has listed and the text names in quotes.

A paper speaks of itself so (`told "The Rose"`); what else stands beside a place in a head comes not again in quotes.
Not for outlets that are known, or quoted in the dateline (credit_names, datelines_by_form).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.ingest.dissect.known import Known
from generator.ingest.dissect.label_values import Field
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.name_words import RUBRICS
from generator.ingest.dissect.names import is_unlabelled_byline
from generator.model.article import Sureness
from generator.model.publisher import Label

_MOST_WORDS = 4
_SIGNS = ' -–—|/:.،,()[]«»“”"'


def read_cited_outlet(dateline: str, place: str, texts: Iterable[str], known: Known) -> tuple[Field, ...]:
    """The source that the line of a dateline states beside its `place`, if one of the texts has it in quotes."""
    beside = [part for part in (each.strip(_SIGNS) for each in dateline.split(place, 1)) if part]
    outlet = beside[0] if len(beside) == 1 and place in dateline else ""
    if not outlet or len(outlet.split()) > _MOST_WORDS or is_unlabelled_byline(outlet):
        return ()
    if key_of(outlet) in known.places or key_of(outlet).removeprefix("ال") in RUBRICS:
        return ()
    quoted = re.compile(f'["«“]\\s?{re.escape(outlet)}\\s?["»”]')
    is_cited = any(quoted.search(text) for text in texts)
    return (Field(Label.SOURCE, outlet, outlet, Sureness.LIKELY),) if is_cited else ()
