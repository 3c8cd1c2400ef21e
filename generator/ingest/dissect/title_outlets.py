"""Outlets before the titles of all articles of one document, as in reviews of the press: «المساء: شبكة للتهريب تسقط»,
`[The Bay Courier] Bridge toll to double`, or in brackets behind them: `Bridge toll to double (The Bay Courier, 2h)`.

That each title has one, and most are known, tells that it is no speaker and no place. Not for an outlet behind a single
title (titles).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest.dissect.credit_names import is_credit
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, is_headline_like, is_prose, key_of
from generator.ingest.dissect.parts import Part
from generator.ingest.dissect.uncued import find_title

_BEFORE = re.compile(
    r"(?:[«\"“]?(?P<outlet>[^:«»\"“”\d\[]{2,30}?)[»\"”]?\s*:\s+|\[(?P<boxed>[^\[\]\d]{2,30})\]:?\s*)(?P<title>\S.*)"
)
_AGO = r"(?P<ago>,? \d{1,2} ?(?:h|m|d|mins?|hours?|days?)(?: ago)?)?"
_BEHIND = re.compile(rf"(?:[*•-] )?(?P<title>\S.*?\S)\s*(?:[-–—] ?)?[(\[](?P<outlet>[^()\[\]\d,]{{2,30}}){_AGO}[)\]]")
_LONGEST_OUTLET, _LEAST_TITLE = 4, 3  # words
_LEAST_PROSE, _SEVERAL = 8, 2  # words, titles


def find_outlets_behind(lines: Sequence[Line], known: Known) -> frozenset[int]:
    """The numbers of the headlines right above prose that have an outlet in brackets behind them, where all of these
    are known and stand nowhere else; nothing where they are fewer than two."""
    found = [(at, _BEHIND.fullmatch(line.text)) for at, line in enumerate(lines[:-1]) if line.text[-1] in ")]"]
    titles = [(at, each) for at, each in found if each is not None and is_headline_like(lines[at].text)]
    if len(titles) < _SEVERAL or not all(is_credit(each["outlet"].strip(), known) for _, each in titles):
        return frozenset()
    if not all(is_prose(lines[at + 1], _LEAST_PROSE) for at, _ in titles):
        return frozenset()
    if any(is_prose(line, _LEAST_PROSE) for line in lines[: titles[0][0]]):  # of an article that quotes outlets
        return frozenset()
    return frozenset(lines[at].number for at, _ in titles)


def part_outlets(parts: Sequence[Part], known: Known) -> tuple[list[Part], frozenset[str]]:
    """The articles, the outlet before each title on a line of its own below it, and the keys of these outlets; as they
    are, where a title has none or less than half of them are known."""
    titles = [find_title(part.lines, known) for part in parts]
    texts = [part.lines[at].text for part, at in zip(parts, titles, strict=True)]
    form = _BEHIND if all(map(_BEHIND.fullmatch, texts)) else _BEFORE
    found = [form.fullmatch(text) for text in texts]
    outlets = [_outlet_of(each) for each in found if each is not None and _is_parted(each)]
    sure = sum(is_credit(outlet, known) for outlet in outlets)
    if len(parts) < 2 or len(outlets) < len(parts) or sure * 2 < len(parts):
        return list(parts), frozenset()
    heads = [(at, each) for at, each in zip(titles, found, strict=True) if each is not None]
    return [_with_outlet_below(part, at, each) for part, (at, each) in zip(parts, heads, strict=True)], frozenset(
        map(key_of, outlets)
    )


def _outlet_of(found: re.Match[str]) -> str:
    return (found["outlet"] or found.groupdict().get("boxed") or "").strip()


def _is_parted(found: re.Match[str]) -> bool:
    return len(_outlet_of(found).split()) <= _LONGEST_OUTLET and len(found["title"].split()) >= _LEAST_TITLE


def _with_outlet_below(part: Part, at: int, found: re.Match[str]) -> Part:
    line = part.lines[at]
    title = replace(line, text=found["title"], words=len(found["title"].split()))
    name = _outlet_of(found)
    outlet = replace(line, text=name, words=len(name.split()), after_blank=False)
    ago = found.groupdict().get("ago")
    beside = (replace(line, text=ago.strip(" ,"), words=2),) if ago else ()
    return Part((*part.lines[:at], title, outlet, *part.lines[at + 1 :]), (*beside, *part.removed))
