"""E-mails that were saved as they came (`.eml`), or many in one box (`.mbox`): newsletters and texts that were sent in.

The HTML of a letter is read as a saved page is. Not for MHTML, which is a page, nor for letters that were copied as
text (`dissect.mail`).
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.damage import with_lost
from generator.ingest.readers.feeds.feed_text import FieldReading
from generator.ingest.readers.text.paragraphs import paragraphs_of
from generator.ingest.saved.container import content_of
from generator.model.article import Sureness
from generator.model.source import Block, BlockKind, FieldName, Record, SourceDocument
from generator.text.encoding import decode_damaged

# Reads a page: its bytes, the charset that its part declares, and the document's path.
ReadPage = Callable[[bytes, str | None, Path], Record]

_EXTENSIONS = frozenset({".eml", ".emlx", ".mbox", ".mbx"})
_HEADER = re.compile(
    rb"\A(?:>?From [^\r\n]++\r?\n|\d++[ \t]*\r?\n)?"
    rb"(?:[A-Za-z][!-9;-~]*+:[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+(?:\r?\n|\Z))++"
)
_OF_MAIL = re.compile(rb"^(?:message-id|received|mime-version|delivered-to|return-path):", re.IGNORECASE | re.MULTILINE)
_BEGINS = re.compile(rb"From \S+.*\d\d:\d\d")  # RFC 4155
# Headers of what is sent to many (RFC 2369, RFC 2919, RFC 3834 and the usual services).
_OF_NEWSLETTERS = ("List-Unsubscribe", "List-Id", "List-Post", "Precedence", "Feedback-ID", "X-Campaign", "X-MC-User")
_LARGEST = 30 << 20
_MOST_PARTS = 500
_FORWARDED = re.compile(r"(?:(?:fwd?|re|tr|wg|إعادة توجيه|رد)\s*:\s*)+", re.IGNORECASE)


def is_letters(path: Path, head: bytes) -> bool:
    """Whether a document is a letter or a box of them: by its name and its header, or a header that only mail has."""
    header = _HEADER.match(head.lstrip(b"\xef\xbb\xbf"))
    if header is None:
        return False
    return path.suffix.lower() in _EXTENSIONS or len(set(_OF_MAIL.findall(header[0]))) > 1


def read_letters(document: SourceDocument, read_page: ReadPage) -> Iterator[Record | Problem]:
    """The record of each letter, in order; one that holds no text is told. Never raises but OSError."""
    for number, raw in enumerate(_letters(document), start=1):
        if len(raw) > _LARGEST:
            yield _problem(document.path, str(number), "the letter is too large", f"{len(raw):,} bytes")
            continue
        message = email.message_from_bytes(raw, policy=email.policy.default)
        key = " ".join(_header(message, "Message-ID").split()).strip("<>") or str(number)
        record = _read(message, key if key.isprintable() and len(key) < 200 else str(number), document.path, read_page)
        if record is None:
            yield _problem(document.path, key, "the letter holds no text", _header(message, "Subject") or "no subject")
        else:
            yield with_lost(document.path, record)


def _letters(document: SourceDocument) -> Iterator[bytes]:
    """The bytes of each letter; those of a box are parted where a line begins with `From ` behind an empty one."""
    with document.open() as stream:
        first = stream.readline()
        if not _BEGINS.match(first):
            is_counted = first.strip().isdigit()  # Apple Mail writes the letter's length above it
            yield (b"" if is_counted else first) + stream.read(_LARGEST + 1)
            return
        held: list[bytes] = []
        size, is_empty = 0, False
        for line in iter(lambda: stream.readline(1 << 20), b""):
            if is_empty and _BEGINS.match(line):
                yield b"".join(held)
                held, size = [], 0
            elif size <= _LARGEST:
                held.append(line[1:] if re.match(rb">+From ", line) else line)
                size += len(line)
            is_empty = not line.strip()
        yield b"".join(held)


def _read(message: EmailMessage, key: str, path: Path, read_page: ReadPage) -> Record | None:
    reading = FieldReading()
    subject = _FORWARDED.sub("", _header(message, "Subject"), count=1).strip()
    reading.add(FieldName.TITLE, subject, "mail:Subject")
    reading.add(FieldName.PUBLISHED, _header(message, "Date"), "mail:Date")
    name = parseaddr(_header(message, "From"))[0]
    is_newsletter = any(message.get(each) for each in _OF_NEWSLETTERS)
    if is_newsletter:
        reading.add(FieldName.SOURCE, name, "mail:From", Sureness.LIKELY)
    else:
        reading.add(FieldName.STATUS, "draft", "mail:no-newsletter")
    reading.add(FieldName.URL, _header(message, "Archived-At").strip("<>"), "mail:Archived-At")
    page, text = _part(message, "text/html"), _part(message, "text/plain")
    record = _as_page(page, path, read_page) if page is not None else None
    if record is None:
        record = _as_text(text if text is not None else page)
    if record is None or not record.blocks:
        return None
    own = {claim.name for claim in reading.claims} | {FieldName.UPDATED, FieldName.SOURCE}
    further = (claim for claim in record.claims if claim.name not in own)
    attached = [str(part.get_filename()) for part in message.walk() if part.get_content_disposition() == "attachment"]
    told = (_attached(path, key, attached),) if attached else ()
    told = told if is_newsletter else (*told, _personal(path, key, subject))
    return replace(record, key=key, claims=(*reading.claims, *further), problems=(*record.problems, *told))


def _as_page(part: EmailMessage, path: Path, read_page: ReadPage) -> Record | None:
    try:
        return read_page(content_of(part), part.get_content_charset(), path)
    except UnreadableError:
        return None  # its plain text may be read


def _as_text(part: EmailMessage | None) -> Record | None:
    if part is None or part.get_content_type() != "text/plain":
        return None
    try:
        decoded = decode_damaged(content_of(part), part.get_content_charset())
    except UnreadableError:
        return None
    text, sign, signature = decoded.text.replace("\r\n", "\n").partition("\n-- \n")
    lines, repairs = paragraphs_of(text)
    blocks = tuple(Block(BlockKind.PARAGRAPH, line, number) for number, line in lines)
    removed = (" ".join(signature.split()),) if sign and signature.strip() else ()
    counts = {**dict(decoded.repairs), **repairs}
    return Record("", (), blocks, 1, removed=removed, repairs=tuple(sorted(counts.items())))


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of a kind that is no attachment."""
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            return None
        is_text = isinstance(part, EmailMessage) and part.get_content_type() == kind
        if is_text and part.get_content_disposition() != "attachment":
            return part
    return None


def _header(message: EmailMessage, name: str) -> str:
    """A header's text, decoded; empty where it is not there or cannot be read."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""


def _personal(path: Path, key: str, subject: str) -> Problem:
    return Problem(
        "personal-letter",
        "by its header this letter was sent to somebody, not to many; its text was taken as a draft",
        path,
        expected="a newsletter",
        found=subject[:100] or "no subject",
        cure="if it is for readers, take `status` out of the article's file; else refuse it in `sijill review`",
        severity=Severity.WARNING,
        record=key,
    )


def _attached(path: Path, key: str, names: list[str]) -> Problem:
    return Problem(
        "attachments",
        "files that are attached to the letter were not read",
        path,
        expected="the text in the letter itself",
        found=", ".join(names[:10])[:200],
        cure="where one holds the article, save it beside the letter",
        severity=Severity.HINT,
        record=key,
    )


def _problem(path: Path, key: str, what: str, found: str) -> Problem:
    cure = "save the letter's text as a .txt file, or take the letter out of content/sources"
    return Problem("no-text", what, path, expected="a letter with a text", found=found[:200], cure=cure, record=key)
