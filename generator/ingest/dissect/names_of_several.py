"""Names of pages and files that hold several articles: `News in brief`, `Court round-up`, `Press review`, `Cuttings`.

A whole line above the first article. Not for the names of sections within a file (`series`).
"""

from __future__ import annotations

import re

from generator.ingest.dissect.lines import key_of

_LONGEST = 60
_SEVERAL = re.compile(
    r"(?:\w+(?:['’]s)?,? ){0,4}(?:news )?in brief|(?:\w+(?:['’]s)? ){0,3}briefs|(?:\w+ ){0,5}round[ -]?up|"
    r"(?:\w+ ){0,3}(?:press|media|news) (?:review|summary|digest|cuttings?|clippings?|clips|monitor(?:ing)?)|"
    r"(?:\w+ ){0,2}(?:digest|cuttings|clippings|headlines|bulletin|newsletter|alerts)|review of the (?:\w+ )?press|"
    r"(?:from|in) the (?:\w+ )?(?:courts?|papers|newspapers|wires?|agencies)|"
    r"(?:police|crime|court) (?:log|blotter|file|report|reports|briefs|list|news|notes)|"
    r"(?:your |readers['’]? )?letters(?: to the editor)?|(?!good|bad|no|old|fake)(?:\w+ ){0,2}news|"
    r"obituaries|deaths",
    re.IGNORECASE,
)


def names_several(text: str) -> bool:
    """Whether the line `text` is the name of what holds several articles, alone or with a day behind a sign."""
    if len(text) > _LONGEST:
        return False
    name = re.split(r"\s*[|:,•·(]\s*|\s+[-–—]\s+", text.strip(" *#="), maxsplit=1)[0]
    return _SEVERAL.fullmatch(key_of(name)) is not None
