"""What agencies send: NITF, NewsML-G2 and NewsML 1 (standards of the IPTC, https://iptc.org/standards/), item by item.

Only how a document is cut into items, and what is told; what an item says is read by `nitf`, `newsml_g2`, `newsml_1`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.readers.agencies.items import AgencyItem, record_of
from generator.ingest.readers.agencies.newsml_1 import read_newsml_1
from generator.ingest.readers.agencies.newsml_g2 import read_newsml_g2
from generator.ingest.readers.agencies.nitf import read_nitf
from generator.ingest.readers.feeds.feed import faults_of, unreadable_record
from generator.ingest.readers.feeds.items import no_items
from generator.ingest.readers.text.text_stream import decode_head
from generator.ingest.readers.xml.half_values import whole_values
from generator.ingest.readers.xml.pieces import split_records
from generator.ingest.readers.xml.trees import Element, parse_record, read_declarations
from generator.ingest.readers.xml.xml_text import HEAD, read_pieces, settle_text
from generator.model.source import Record, SourceDocument

_PROLOG = r"\A\s*+(?:<\?(?:(?!\?>).)*+\?>\s*+|<!--(?:(?!-->).)*+-->\s*+|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>\s*+)*+"
_ROOT = r"<(?P<prefix>[\w.-]+:)?(?P<name>nitf|NewsML|newsMessage|newsItem|packageItem)[\s>]"
_NAME = re.compile(_PROLOG + _ROOT, re.DOTALL)
_FAR = 1 << 14  # behind declarations and comments
_NAMES = (b"nitf", b"NewsML", b"newsMessage", b"newsItem", b"packageItem")


@dataclass(frozen=True, slots=True)
class _Kind:
    """The element that is an item, and who reads it; None of what it gives is no text."""

    item: str
    read: Callable[[Element], AgencyItem | str]


_KINDS = {
    "nitf": _Kind("nitf", read_nitf),
    "NewsML": _Kind("NewsItem", read_newsml_1),
    "newsMessage": _Kind("newsItem", read_newsml_g2),
    "newsItem": _Kind("newsItem", read_newsml_g2),
    "packageItem": _Kind("newsItem", read_newsml_g2),
}


def is_news_xml(path: Path, head: bytes) -> bool:
    """Whether a document with this beginning is news of an agency: by its first element."""
    del path  # content tells
    start = head[:_FAR]
    if b"\0" not in start[:64] and (b"<" not in start or not any(name in start for name in _NAMES)):
        return False  # nearly all documents are others
    return _NAME.match(_head_text(head)) is not None


def read_news_xml(document: SourceDocument) -> Iterator[Record | Problem]:
    """The records of a document's items that are texts, in their order; pictures and the like are counted and told.

    Raises UnreadableError where the document is no text."""
    text = settle_text(document)
    head = next(read_pieces(text), "")[:HEAD]
    root = _NAME.match(head)
    if root is None:
        return
    kind = _KINDS[root["name"]]
    declarations = read_declarations(head[: head.find(">", root.end()) + 1])
    others: Counter[str] = Counter()
    count = 0
    for piece in split_records(read_pieces(text), f"{root['prefix'] or ''}{kind.item}"):
        if not piece.is_record:
            continue
        count += 1
        element, mended = parse_record(whole_values(piece), declarations, piece.line)
        if element is None or piece.oversized:
            yield unreadable_record(document.path, piece, count)
            continue
        item = kind.read(element)
        if isinstance(item, str):
            others[item] += 1
            continue
        record = record_of(item, piece.line, count)
        repairs = tuple(sorted((*record.repairs, *text.repairs)))
        yield replace(record, repairs=repairs, problems=faults_of(document.path, piece, record, mended=mended))
    if others:
        yield _left_out(document.path, others)
    if not count:
        yield no_items(document.path, "the document has no news items", expected="items with a text in them")


def _left_out(path: Path, others: Counter[str]) -> Problem:
    return Problem(
        "no-articles",
        "items that are no texts were left out",
        path,
        expected="texts",
        found=", ".join(f"{number:,} {what}" for what, number in sorted(others.items())),
        cure="nothing need be done; they stay in the document",
        severity=Severity.HINT,
    )


def _head_text(head: bytes) -> str:
    return decode_head(head).lstrip("\ufeff")
