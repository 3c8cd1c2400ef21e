"""By which rule each field of a dissected text was found, and how sure that is.

Only names the rules; the finding is done in sections and assemble.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.article import Rule, Sureness
from generator.model.source import Draft

_SURE, _LIKELY, _DOUBTFUL = Sureness.SURE, Sureness.LIKELY, Sureness.DOUBTFUL


def rules_of(draft: Draft, stated: Mapping[str, Sureness]) -> tuple[Rule, ...]:
    """The rules of a draft's fields; `stated` are the names of those that a line of the text states, by a label where
    that is sure."""
    rules = [Rule("title", _LIKELY, "first-line")]
    for name, usual in _RULES.items():
        if not getattr(draft, name):
            continue
        sure, rule = usual
        if name in stated:
            sure = stated[name]
            rule = _UNLABELLED[name, sure] if sure is not _SURE else _LABELLED.get(name, "label")
        raw = draft.date_raw or "" if name == "date" else ""
        rules.append(Rule(name, sure, rule, raw))
    return tuple(rules)


EDITED = "edited-by"  # who has edited a text stands for its author where it names none
_LABELLED = {"authors": "byline"}
# What no label says: a line that is nothing but a date or a name, the former in the head or at the end of a text.
_UNLABELLED = {
    ("date", _LIKELY): "bare-date",
    ("date", _DOUBTFUL): "bare-date-at-end",
    ("authors", _LIKELY): "bare-name",
    ("dateline", _LIKELY): "dateline",
    ("authors", _DOUBTFUL): "bare-name-by-form",
}
_RULES = {
    "date": (_LIKELY, "dateline"),
    "updated": (_SURE, "label"),
    "source": (_LIKELY, "agency-in-dateline"),
    "kicker": (_LIKELY, "short-line-by-title"),
    "description": (_LIKELY, "line-below-title"),
    "authors": (_SURE, EDITED),
    "translator": (_SURE, "label"),
    "dateline": (_LIKELY, "dateline"),
    "original": (_LIKELY, "told-in-text"),
}
