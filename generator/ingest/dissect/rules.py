"""By which rule each field of a dissected text was found, and how sure that is.

Only names the rules; the finding is done in sections and assemble.
"""

from __future__ import annotations

from generator.model.article import Rule, Sureness
from generator.model.source import Draft

_SURE, _LIKELY = Sureness.SURE, Sureness.LIKELY


def rules_of(draft: Draft, labelled: frozenset[str]) -> tuple[Rule, ...]:
    """The rules of a draft's fields; `labelled` are the names of those that a label in the text states."""
    rules = [Rule("title", _LIKELY, "first-line")]
    for name, usual in _RULES.items():
        if not getattr(draft, name):
            continue
        sure, rule = (_SURE, "label") if name in labelled else usual
        raw = draft.date_raw or "" if name == "date" else ""
        rules.append(Rule(name, sure, rule, raw))
    return tuple(rules)


_RULES = {
    "date": (_LIKELY, "dateline"),
    "updated": (_SURE, "label"),
    "source": (_LIKELY, "agency-in-dateline"),
    "kicker": (_LIKELY, "short-line-by-title"),
    "description": (_LIKELY, "line-below-title"),
    "authors": (_SURE, "byline"),
    "translator": (_SURE, "label"),
    "dateline": (_LIKELY, "dateline"),
    "original": (_LIKELY, "told-in-text"),
}
