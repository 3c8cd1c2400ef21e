"""The answers in a HAR file (HTTP Archive 1.1 and 1.2), into which browsers write what they asked for and were given.

Not for which of them are pages (`captures`), nor for how these are read (`web_archive`).
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from generator.ingest.readers.archives.archive_records import Cutting
from generator.ingest.readers.archives.captures import Capture, capture_of_answer
from generator.ingest.readers.archives.http_content import HttpResponse, parse_content_type
from generator.ingest.readers.tables.json_objects import find_objects
from generator.ingest.readers.text.text_stream import TextStream
from generator.model.source import SourceDocument

_BEGINS = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"log"\s*:\s*\{')
_SIGNS = (b'"creator"', b'"entries"', b'"browser"')


def is_http_archive(head: bytes) -> bool:
    """Whether a document is a HAR file, by its first bytes."""
    return _BEGINS.match(head) is not None and any(sign in head for sign in _SIGNS)


def read_answers(document: SourceDocument, cutting: Cutting) -> Iterator[Capture]:
    """What a browser was given, in the order of the file; what is no entry is passed over, and `cutting` says what is
    broken. Raises OSError."""
    for number, entry in enumerate(_entries(document, cutting), start=1):
        request, response = _member(entry, "request"), _member(entry, "response")
        answer = _answer(response, _member(response, "content"))
        yield capture_of_answer(number, str(request.get("url") or ""), _stamp(entry), answer)


def _entries(document: SourceDocument, cutting: Cutting) -> Iterator[Mapping[str, object]]:
    for found in find_objects(TextStream(document).pieces()):
        cutting.ended = f"broken: {found.fault}" if found.fault else cutting.ended
        if isinstance(found.value, dict):
            yield from _entries_in(found.value)


def _entries_in(value: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """The entries in an object: the file as a whole, its `log`, or one entry of a file that is too long to hold."""
    if isinstance(value.get("response"), dict):
        yield value
        return
    log = value.get("log")
    entries = (log if isinstance(log, dict) else value).get("entries")
    yield from (each for each in (entries if isinstance(entries, list) else ()) if isinstance(each, dict))


def _member(value: Mapping[str, object], name: str) -> Mapping[str, object]:
    inner = value.get(name)
    return inner if isinstance(inner, dict) else {}


def _answer(response: Mapping[str, object], content: Mapping[str, object]) -> HttpResponse:
    """An answer with its content in bytes: as it was sent, or the text that the browser made of it, in UTF-8."""
    status = str(response.get("status") or "")
    media_type, charset = parse_content_type(str(content.get("mimeType") or ""))
    text = content.get("text")
    body, charset = _content(text if isinstance(text, str) else "", str(content.get("encoding") or ""), charset)
    return HttpResponse(int(status) if status.isdecimal() and len(status) < 5 else 0, media_type, charset, body)


def _content(text: str, encoding: str, charset: str | None) -> tuple[bytes, str | None]:
    if encoding.lower() == "base64":
        try:
            return base64.b64decode(text), charset
        except (binascii.Error, ValueError):
            return b"", charset
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace") if text else b"", "utf-8"


def _stamp(entry: Mapping[str, object]) -> str:
    """When an entry was asked for, in UTC, as 23 digits; empty where nothing says it."""
    try:
        moment = datetime.fromisoformat(str(entry.get("startedDateTime")))
    except ValueError:
        return ""
    return f"{moment.astimezone(UTC):%Y%m%d%H%M%S%f}".ljust(23, "0")
