"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, item by item, as far as anything can be read.

Not for what one item says (`items`, `json_feed`), nor for WordPress exports, which look like RSS (`wordpress`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.damage import find_lost
from generator.ingest.readers.feeds.channel import Channel, read_channel
from generator.ingest.readers.feeds.items import empty_record, is_empty, no_items, read_item
from generator.ingest.readers.feeds.json_feed import is_json_feed, read_json_feed
from generator.ingest.readers.feeds.kinds import left_out, why_no_article
from generator.ingest.readers.xml.half_values import whole_values
from generator.ingest.readers.xml.pieces import LARGEST_RECORD, Piece, split_records
from generator.ingest.readers.xml.trees import parse_head, parse_record, read_declarations
from generator.ingest.readers.xml.xml_text import HEAD, XmlText, read_pieces, settle_text
from generator.model.source import Record, SourceDocument

_ROOT = re.compile(r"<(?P<name>(?:[\w.-]+:)?(?:rss|RDF|feed))(?=[\s>])(?P<attributes>[^>]*)>")
_RSS_MARKS = re.compile(r"<(?:[\w.-]+:)?(?:channel|item)[\s>]")
_WORDPRESS = re.compile(r"wordpress\.org/export/|<wp:wxr_version")
_HTML = re.compile(r"^\s*(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html\b)", re.IGNORECASE | re.DOTALL)
_RECORD = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s>/]")
_ITEM = re.compile(r"<((?:[\w.-]+:)?item)[\s>/]")
_LEADING = re.compile(r"<\?xml|<!DOCTYPE|<!--|<\?")
_ATOM = "http://www.w3.org/2005/Atom"
_MOST_AROUND = 4 * 1024 * 1024


def is_feed(path: Path, head: bytes) -> bool:
    """Whether a document with this beginning is a feed (RSS, Atom, JSON Feed); a WordPress export is none."""
    text = _head_text(head)
    if is_json_feed(text):
        return True
    return (
        _WORDPRESS.search(text) is None
        and _find_root(text) is not None
        and path.suffix.lower() not in {".html", ".htm"}
    )


def read_feed(document: SourceDocument, *, address: str | None = None) -> Iterator[Record | Problem]:
    """The records of a feed's items in their order, and the problems of those that are broken. `address` is the feed's
    own, where its carrier states it; else it may state it itself.

    Raises UnreadableError where the document is no feed, or no text.
    """
    text = settle_text(document)
    head = next(read_pieces(text), "")[:HEAD]
    if is_json_feed(head):
        yield from read_json_feed(text, address=address)
        return
    root = _find_root(head)
    if root is None:
        raise UnreadableError(_no_feed(document, head))
    yield from _tell_junk(document, head, root)
    yield from _tell_entities(document, head)
    yield from _read_xml(text, head, root, address)


def _read_xml(text: XmlText, head: str, root: re.Match[str], address: str | None) -> Iterator[Record | Problem]:
    path = text.document.path
    name, declarations = _record_name(head, root), _declarations(head, root)
    channel = _read_channel(text, name, declarations)
    own = address or channel.own or None
    channel = replace(channel, base=channel.base or own or "")
    seen: dict[int, int] = {}
    others = Counter[str]()
    count = 0
    for piece in split_records(read_pieces(text), name):
        if not piece.is_record:
            continue
        count += 1
        element, mended = parse_record(whole_values(piece), declarations, piece.line)
        if element is None or piece.oversized:
            yield unreadable_record(path, piece, count)
            continue
        if (kind := why_no_article(element)) != "":
            others[kind] += 1
            continue
        record = read_item(element, channel)
        if is_empty(record):
            yield empty_record(path, piece.line, count)
            continue
        record = _unique(record, seen)
        faults = faults_of(path, piece, record, mended=mended)
        yield replace(record, problems=faults, repairs=_sum(record, text), feed=own)
    if others:
        yield left_out(path, others)
    if not count:
        yield no_items(path, "the feed has no items", expected=f"<{name}> with a text in it")


def _sum(record: Record, text: XmlText) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((*record.repairs, *text.repairs)))


def _unique(record: Record, seen: dict[int, int]) -> Record:
    """A record whose key no record before it has: some feeds give one identifier to all items. `seen` has the number
    up to which each key is taken, so that many of one kind take no more time than others."""
    number = seen.get(hash(record.key), 0) + 1
    key = record.key if number == 1 else f"{record.key} ({number})"
    while number > 1 and hash(key) in seen:
        number += 1
        key = f"{record.key} ({number})"
    seen[hash(record.key)] = number
    seen.setdefault(hash(key), 1)
    return replace(record, key=key) if number > 1 else record


def faults_of(path: Path, piece: Piece, record: Record, *, mended: bool) -> tuple[Problem, ...]:
    """What is to be told of a record that could be read, although its piece of the document is broken."""
    faults: list[Problem] = []
    if not piece.whole:
        faults.append(_cut_off(path, piece, record.key))
    elif mended:
        faults.append(_mended(path, piece, record.key))
    return (*faults, *find_lost(path, record, piece.line))


def _cut_off(path: Path, piece: Piece, key: str) -> Problem:
    return Problem(
        "cut-off",
        "the document breaks off in this record: what follows here is not known",
        path,
        piece.line + piece.text.count("\n"),
        expected="the end of the record",
        found=piece.text[-60:].strip(),
        cure="get the document again, whole",
        severity=Severity.WARNING,
        record=key,
    )


def _mended(path: Path, piece: Piece, key: str) -> Problem:
    return Problem(
        "mended-xml",
        "the record is broken XML and was mended",
        path,
        piece.line,
        expected="well-formed XML",
        cure="compare the article with its source",
        severity=Severity.HINT,
        record=key,
    )


def unreadable_record(path: Path, piece: Piece, number: int) -> Problem:
    """The problem of a record that cannot be read at all."""
    too_large = piece.oversized
    return Problem(
        "too-large" if too_large else "unreadable-record",
        "the record is too large to be an article" if too_large else "the record cannot be read",
        path,
        piece.line,
        expected=f"at most {LARGEST_RECORD} characters" if too_large else "an element of XML",
        found=piece.text[:80],
        cure="mend the document at this line, or get it again",
        record=str(number),
    )


def read_around(text: XmlText, name: str) -> str:
    """The text of a document outside of its records, up to a limit that no head of a feed comes near."""
    around: list[str] = []
    length = 0
    for piece in split_records(read_pieces(text), name):
        if not piece.is_record and length < _MOST_AROUND and piece.text.strip():
            around.append(piece.text[:_MOST_AROUND])
            length += len(piece.text)
    return "".join(around)


def _read_channel(text: XmlText, name: str, declarations: dict[str, str]) -> Channel:
    return read_channel(parse_head(read_around(text, name), declarations))


def before_records(head: str) -> str:
    """The part of a document's head that stands before the first record."""
    return _RECORD.split(head, maxsplit=1)[0]


def _record_name(head: str, root: re.Match[str]) -> str:
    """The name of the elements that are items, with the prefix that they have in this document."""
    prefix, _, local = root["name"].rpartition(":")
    if local == "feed":
        return f"{prefix}:entry" if prefix else "entry"
    item = _ITEM.search(head, root.end())
    return item[1] if item else "item"


def _declarations(head: str, root: re.Match[str]) -> dict[str, str]:
    declared = read_declarations(before_records(head)[root.start() :])
    if root["name"] == "feed" and not declared.get(""):
        declared[""] = _ATOM
    return declared


def _find_root(head: str) -> re.Match[str] | None:
    """The first element of a feed, behind whatever stands before it; a page that shows one has its own first."""
    root = _ROOT.search(head)
    if root is None or (_HTML.match(head) and "<!DOCTYPE rss" not in head[:200]):
        return None
    if root["name"].endswith("RDF") and not _RSS_MARKS.search(head, root.end()):
        return None
    return root


def _head_text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    if head[:64].count(0) > 16:
        return head.replace(b"\0", b"").decode("latin-1")
    return head.decode("utf-8", "replace").removeprefix("\ufeff")


def _tell_junk(document: SourceDocument, head: str, root: re.Match[str]) -> Iterator[Problem]:
    first = _LEADING.search(head, 0, root.start())
    junk = head[: first.start() if first else root.start()].strip()
    if junk:
        yield Problem(
            "text-before-feed",
            "text that is no part of the feed stands before it and was left out",
            document.path,
            1,
            expected="<?xml",
            found=junk[:200],
            cure="nothing need be done; the program that wrote the feed has a fault",
            severity=Severity.HINT,
        )


def _tell_entities(document: SourceDocument, head: str) -> Iterator[Problem]:
    if "<!ENTITY" in head:
        yield Problem(
            "entities-not-read",
            "the document declares entities of its own; they are not expanded, their names stand in the text",
            document.path,
            head.count("\n", 0, head.index("<!ENTITY")) + 1,
            expected="text without entities of its own",
            found="<!ENTITY",
            cure="where an article shows such a name (&name;), put its text in the article",
            severity=Severity.HINT,
        )


def _no_feed(document: SourceDocument, head: str) -> Problem:
    is_page = _HTML.match(head) is not None
    return Problem(
        "not-a-feed",
        "the document is a web page, not a feed" if is_page else "the document is not a feed",
        document.path,
        expected="RSS, Atom or JSON Feed",
        found=head.strip()[:60],
        cure="get the feed's own address again; pages belong in documents of their own",
    )
