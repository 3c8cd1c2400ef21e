"""The day of a newspaper's issue, which stands with the issue's number above the headline: the article's day, where its
page gives no other.

To be looked at: some sites show the issue of today on every page. Not for days of publication (`dates`, `seen_dates`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.ingest.dissect.lines import ends_sentence
from generator.ingest.readers.pages.dates import Statement, state
from generator.ingest.readers.pages.page import Page
from generator.ingest.readers.pages.strings import text_of
from generator.model.article import Sureness
from generator.model.source import FieldName

_ISSUE = re.compile(
    r"(?:ال)?عدد\s*(?:رقم)?\s*[:(]?\s*[0-9٠-٩]{2,6}|\bissue\s*(?:no\.?|number|#)?\s*[:(]?\s*[0-9]{2,6}\b", re.I
)
_BLOCKS = ("td", "div", "p", "li", "span", "font", "center")
_MOST_LOOKED_AT, _LONGEST = 600, 90


def find_issue_days(page: Page) -> Iterator[Statement]:
    """The days that lines above the headline give with the number of an issue."""
    if page.headline is None:
        return
    for element in islice(page.tree.iter(*_BLOCKS, page.headline.tag), _MOST_LOOKED_AT):
        if element is page.headline:
            return
        text = text_of(element) if len(element) < 5 else ""
        issue = _ISSUE.search(text) if len(text) <= _LONGEST else None
        if issue is not None and not ends_sentence(text):
            rest = f"{text[: issue.start()]} {text[issue.end() :]}".strip(" -–—|/،,")
            for one in state(FieldName.PUBLISHED, rest, "text:issue", "issue", arabic=page.arabic):
                yield replace(one, raw=text, sure=Sureness.DOUBTFUL)
