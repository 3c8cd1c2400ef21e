"""Fields of feeds as plain text: HTML characters resolved, inline tags taken off, text repaired, all of it counted.

Not for bodies (`body`).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from generator.model.article import Sureness
from generator.model.source import Claim, FieldName
from generator.text.repair import repair_text
from generator.text.surrogates import join_references

_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|s|small|span|strike|strong|sub|"
    r"sup|tt|u|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_WHITE = re.compile(r"[ \t\r\n]+")
_BREAK = re.compile(r"<(?:br|p|div|h[1-6])\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@dataclass(slots=True)
class FieldReading:
    """The claims that were found for one record, in the order of their worth, and the repairs that they needed."""

    claims: list[Claim] = field(default_factory=list)
    repairs: Counter[str] = field(default_factory=Counter)

    def add(self, name: FieldName, text: str, rule: str, sure: Sureness = Sureness.SURE, raw: str = "") -> None:
        """Claim `text`, repaired, for a field; nothing where nothing is left of it, or it is claimed already."""
        value = self.repair(text)
        if value and not any(claim.name is name and claim.value == value for claim in self.claims):
            self.claims.append(Claim(name, value, rule, raw.strip() if raw.strip() != value else "", sure))

    def repair(self, text: str) -> str:
        """One line of repaired text."""
        line, repairs = _repair(text) if len(text) < 200 else _repair_anew(text)
        self.repairs.update(dict(repairs))
        return line

    def first(self, name: FieldName) -> str:
        """The value of the best claim for a field; empty where there is none."""
        return next((claim.value for claim in self.claims if claim.name is name), "")


def _repair_anew(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    repaired = repair_text(_WHITE.sub(" ", text))
    return " ".join(" ".join(line.text for line in repaired.lines).split()), repaired.repairs


_repair = lru_cache(maxsize=1024)(_repair_anew)  # names and tags come again in every item


def plain_line(text: str) -> str:
    """A field that may be HTML, or HTML escaped once too often, as text: tags off, references to characters resolved.

    A tag that HTML does not know, and a `<` that stands for itself, are text.
    """
    return resolve_references(_TAG.sub(lambda tag: " " if _BREAK.match(tag[0]) else "", text))


def resolve_references(text: str) -> str:
    """Text with its references to characters (`&quot;`, `&#8217;`) resolved; again where they were escaped twice."""
    for _ in range(2):
        if "&" not in text:
            break
        text = _REFERENCE.sub(lambda reference: html.unescape(reference[0]), join_references(text))
    return text
