"""Movable Type's export, which TypePad and old weblogs write too: posts as text, their fields and parts in sections.

The form is that of "The Movable Type Import / Export Format" (movabletype.org). Not for comments and pings of readers,
which are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.errors import Problem, Severity
from generator.ingest.markup.html_body import blocks_of
from generator.ingest.readers.feeds.feed_text import FieldReading
from generator.ingest.readers.text.text_stream import TextStream, decode_head
from generator.model.source import FieldName, Record, SourceDocument

_FIELD = re.compile(r"(?P<name>[A-Z][A-Z ]{2,30}): ?(?P<value>.*)")
_EXPORT = re.compile(r"\A\ufeff?\s*(?:[A-Z][A-Z ]{2,30}:[^\n]*\n+){2,40}-----\r?\nBODY:", re.MULTILINE)
_PART = re.compile(r"(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\s*\Z")
_END_OF_POST, _END_OF_PART = "--------", "-----"
_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d):(\d\d):(\d\d)(?: ([AP])M)?\Z")
_BLOCK = re.compile(r"<(?:p|div|br|ul|ol|h[1-6]|blockquote|table)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Post:
    """A post while it is read: its fields, its parts as lines, and the line on which it begins."""

    line: int
    fields: list[tuple[str, str]] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)


def is_movable_type(path: Path, head: bytes) -> bool:
    """Whether a document with this beginning is such an export."""
    del path  # content tells
    if b"\0" not in head[:64] and b"-----" not in head:  # nearly all documents are others
        return False
    return _EXPORT.match(decode_head(head[: 1 << 14]).replace("\r\n", "\n")) is not None


def read_movable_type(document: SourceDocument) -> Iterator[Record | Problem]:
    """The record of each post, in order; how many comments of readers were left out is told in a hint.

    Raises UnreadableError where the document is no text."""
    comments = 0
    for number, post in enumerate(_posts(TextStream(document)), start=1):
        comments += sum(1 for name in post.parts if name.startswith(("COMMENT", "PING")))
        yield _record(post, number)
    if comments:
        yield Problem(
            "no-articles",
            "comments of readers were left out",
            document.path,
            expected="posts",
            found=f"{comments:,} comments and pings",
            cure="nothing need be done; they stay in the document",
            severity=Severity.HINT,
        )


def _posts(stream: TextStream) -> Iterator[_Post]:
    post, part = _Post(1), ""
    for number, line in enumerate(stream.lines(), start=1):
        text = line.rstrip("\r\n")
        if text.rstrip() == _END_OF_POST:
            if post.fields:
                yield post
            post, part = _Post(number + 1), ""
        elif text.rstrip() == _END_OF_PART:
            part = "-"
        elif part == "-" and (named := _PART.match(text)):
            part = named[1] if named[1] not in post.parts else f"{named[1]} {len(post.parts)}"
            post.parts[part] = []
        elif part and part != "-":
            post.parts[part].append(text)
        elif not part and (said := _FIELD.match(text)):
            post.fields.append((said["name"], said["value"].strip()))
    if post.fields:
        yield post


def _record(post: _Post, number: int) -> Record:
    reading = FieldReading()
    for name, value in post.fields:
        _claim(reading, name, value)
    excerpt, keywords = (" ".join(post.parts.get(name, ())).strip() for name in ("EXCERPT", "KEYWORDS"))
    reading.add(FieldName.STANDFIRST, excerpt, "movable-type:EXCERPT")
    for word in re.split("[,،]", keywords):
        reading.add(FieldName.KEYWORD, word, "movable-type:KEYWORDS")
    breaks = next((value for name, value in post.fields if name == "CONVERT BREAKS"), "1")
    texts = ("\n".join(post.parts.get(name, ())) for name in ("BODY", "EXTENDED BODY"))
    body = blocks_of("\n\n".join(_as_html(text, breaks) for text in texts))
    key = next((value for name, value in post.fields if name in ("UNIQUE URL", "BASENAME") and value), "")
    repairs = tuple(sorted((*reading.repairs.items(), *body.repairs)))
    record = Record(key or str(number), tuple(reading.claims), body.blocks, post.line, placed=not key)
    return replace(record, removed=body.removed, repairs=repairs)


def _claim(reading: FieldReading, name: str, value: str) -> None:
    rule = f"movable-type:{name}"
    if name == "DATE":
        reading.add(FieldName.PUBLISHED, _day(value), rule)
    elif name == "STATUS" and value.casefold() != "publish":
        reading.add(FieldName.STATUS, "draft", rule)
    elif name in ("CATEGORY", "PRIMARY CATEGORY"):
        reading.add(FieldName.KEYWORD, value, "movable-type:CATEGORY")
    elif name == "TAGS":
        for tag in re.findall(r'"([^"]+)"|([^",]+)', value):
            reading.add(FieldName.KEYWORD, tag[0] or tag[1], rule)
    elif name in _PLAIN:
        reading.add(_PLAIN[name], value, rule)


_PLAIN = {"TITLE": FieldName.TITLE, "AUTHOR": FieldName.AUTHOR, "UNIQUE URL": FieldName.URL}


def _day(text: str) -> str:
    """A date as the format writes it, month first, as ISO 8601; any other text as it is."""
    match = _DATE.match(text)
    if match is None:
        return text
    month, day, year, hour, minute, second, half = match.groups()
    clock = int(hour) % 12 + (12 if half == "P" else 0) if half else int(hour)
    return f"{year}-{month}-{day}T{clock:02}:{minute}:{second}"


def _as_html(text: str, breaks: str) -> str:
    """The text of a part as HTML: empty lines part paragraphs unless it has its own or the post says otherwise."""
    if breaks == "0" or _BLOCK.search(text):
        return text
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n".join(f"<p>{'<br>'.join(part.split(chr(10)))}</p>" for part in paragraphs if part.strip())
