"""Outlets before the titles of all articles of one document, as in reviews of the press: «المساء: شبكة للتهريب تسقط»,
`[The Bay Courier] Bridge toll to double`.

That each title has one, and most are known, tells that it is no speaker and no place. Not for outlets behind titles
(titles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.datelines import is_credit
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.uncued import find_title

_BEFORE = re.compile(
    r"(?:[«\"“]?(?P<outlet>[^:«»\"“”\d\[]{2,30}?)[»\"”]?\s*:\s+|\[(?P<boxed>[^\[\]\d]{2,30})\]:?\s*)(?P<title>\S.*)"
)
_LONGEST_OUTLET, _LEAST_TITLE = 4, 3  # words


def part_outlets(parts: Sequence[Part], known: Known) -> tuple[list[Part], frozenset[str]]:
    """The articles, the outlet before each title on a line of its own below it, and the keys of these outlets; as they
    are, where a title has none or less than half of them are known."""
    titles = [find_title(part.lines, known) for part in parts]
    found = [_BEFORE.fullmatch(part.lines[at].text) for part, at in zip(parts, titles, strict=True)]
    outlets = [_outlet_of(each) for each in found if each is not None and _is_parted(each)]
    sure = sum(is_credit(outlet, known) for outlet in outlets)
    if len(parts) < 2 or len(outlets) < len(parts) or sure * 2 < len(parts):
        return list(parts), frozenset()
    heads = [(at, each) for at, each in zip(titles, found, strict=True) if each is not None]
    return [_with_outlet_below(part, at, each) for part, (at, each) in zip(parts, heads, strict=True)], frozenset(
        map(key_of, outlets)
    )


def _outlet_of(found: re.Match[str]) -> str:
    return (found["outlet"] or found["boxed"]).strip()


def _is_parted(found: re.Match[str]) -> bool:
    return len(_outlet_of(found).split()) <= _LONGEST_OUTLET and len(found["title"].split()) >= _LEAST_TITLE


def _with_outlet_below(part: Part, at: int, found: re.Match[str]) -> Part:
    line = part.lines[at]
    title = replace(line, text=found["title"], words=len(found["title"].split()))
    name = _outlet_of(found)
    outlet = replace(line, text=name, words=len(name.split()), after_blank=False)
    return Part((*part.lines[:at], title, outlet, *part.lines[at + 1 :]), part.removed)
