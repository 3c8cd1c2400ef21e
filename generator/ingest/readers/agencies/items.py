"""One item of an agency as its format's reader gives it, and the record that it makes.

Not for where the formats have what (`nitf`, `newsml_g2`, `newsml_1`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.feeds.channel import claim_language
from generator.ingest.readers.feeds.feed_text import FieldReading
from generator.ingest.readers.xml.trees import Element
from generator.model.article import Sureness
from generator.model.source import FieldName, Record

# ISO 8601 without its hyphens and colons, as IPTC's older standards write it: 20240503T090000+0200.
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})?)?\Z")
_BY = re.compile(r"(?:by|from|بقلم|كتبت?|إعداد|par)\s*:?\s+", re.IGNORECASE)
_MEDIA = re.compile(r"<(media|figure|object|iframe|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"<(/?)hl[12]\b")
_QUOTATION = re.compile(r"<(/?)bq\b")
_HEAD_OF_PAGE = re.compile(r"<head\b.*?</head\s*>|<head\s*/>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LONGEST_KEY = 200
WITHDRAWN = "texts that their agency has withdrawn"


@dataclass(slots=True)
class AgencyItem:
    """The claims of an item, its body as HTML, its key, and what was left out of it."""

    reading: FieldReading = field(default_factory=FieldReading)
    body: str = ""
    key: str = ""
    removed: list[str] = field(default_factory=list)

    def claim(self, name: FieldName, texts: Iterable[str], rule: str, sure: Sureness = Sureness.SURE) -> None:
        """Claim each of some texts for a field."""
        for text in texts:
            self.reading.add(name, " ".join(text.split()), rule, sure)

    def claim_day(self, name: FieldName, text: str, rule: str) -> None:
        """Claim a date, written out where it is written without signs between."""
        self.claim(name, filter(None, (day_of(text),)), rule)

    def claim_language(self, text: str, rule: str) -> None:
        claim_language(self.reading, text, rule, Sureness.SURE)


def day_of(text: str) -> str:
    """A date of IPTC's basic form as ISO 8601 writes it; any other text as it is."""
    match = _BASIC.match(text.strip())
    if match is None:
        return text.strip()
    year, month, day, hour, minute, second, zone = match.groups()
    clock = f"T{hour}:{minute}:{second or '00'}" if hour else ""
    offset = "" if not clock or not zone else "+00:00" if zone == "Z" else f"{zone[:3]}:{zone[3:]}"
    return f"{year}-{month}-{day}{clock}{offset}"


def name_in_byline(text: str) -> str:
    """A byline without the word before its name."""
    plain = " ".join(text.split())
    return _BY.sub("", plain, count=1) if _BY.match(plain) else plain


def texts(parent: Element | None, *path: str) -> list[str]:
    """The texts of the elements at a path below an element, those with nothing in them left out."""
    found = [parent] if parent is not None else []
    for name in path:
        found = [child for each in found for child in each.named(name)]
    return [each.text for each in found if each.text.strip()]


def body_of(element: Element, removed: list[str]) -> str:
    """The content of an element as HTML; media are taken out, what is text of them is kept in `removed`."""
    inner = _HEAD_OF_PAGE.sub("", element.inner)
    for media in _MEDIA.finditer(inner):
        words = " ".join(_TAG.sub(" ", media[0]).split())
        if words:
            removed.append(words)
    inner = _MEDIA.sub("", inner)
    return _QUOTATION.sub(r"<\1blockquote", _HEADING.sub(r"<\1h2", inner))


def record_of(item: AgencyItem, line: int, number: int) -> Record:
    """The record of an item; without a key of its own it is known by its number."""
    body = blocks_of(item.body)
    said = " ".join(" ".join(block.text for block in body.blocks).split())
    claims = [each for each in item.reading.claims if each.name is not FieldName.STANDFIRST or each.value not in said]
    repairs = item.reading.repairs + Counter(dict(body.repairs))
    key = " ".join(item.key.split())
    sound = key if key.isprintable() and len(key) <= _LONGEST_KEY else ""
    return Record(
        sound or str(number),
        tuple(claims),
        tuple(replace(block, line=line + block.line - 1) for block in body.blocks),
        line,
        removed=(*item.removed, *body.removed),
        repairs=tuple(sorted((name, count) for name, count in repairs.items() if count)),
        placed=not sound,
    )
