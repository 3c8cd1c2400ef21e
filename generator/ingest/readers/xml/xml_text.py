"""The text of an XML document of any size, piece by piece, in whatever encoding it really is.

The encoding is settled before the first piece is given, by the rules of `generator.text.encoding`; what a document
declares is one witness among them. Not for what the text means (`pieces`).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from generator.errors import UnreadableError
from generator.model.source import SourceDocument
from generator.text.damaged_utf8 import read_damaged_utf8
from generator.text.encoding import decode_text

HEAD = 64 * 1024
PIECE = 256 * 1024
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_AROUND_FAULT = 512 * 1024
_LONGEST_LINE = 64 * 1024
_BREAK = re.compile(rb"[<>\s]")
# C0 controls, noncharacters and lone surrogates cannot stand in XML. Controls travel through the parser as characters
# of the last private plane, so that the repair of the text they stand in can count them.
_UTF_16 = (codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE, b"<\0", b"\0<")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CARRIED = 0x10FF00
_CARRIED_BACK = {_CARRIED + code: chr(code) for code in range(32)}
_HAS_CARRIED = re.compile(f"[{chr(_CARRIED)}-{chr(_CARRIED + 31)}]")


@dataclass(frozen=True, slots=True)
class XmlText:
    """How a document is to be read: its encoding, whether single lines of it are in another one or damaged, and what
    is to be counted for it."""

    document: SourceDocument
    encoding: str
    mixed: bool = False
    repairs: tuple[tuple[str, int], ...] = ()


def settle_text(document: SourceDocument) -> XmlText:
    """Find the encoding of a document. Raises UnreadableError where it is empty or no text."""
    with document.open() as stream:
        head = stream.read(HEAD)
    try:
        return _settle(document, head)
    except UnreadableError as error:
        raise UnreadableError(replace(error.problem, path=document.path)) from error


def declared_encoding(head: bytes) -> str | None:
    """The encoding that an XML declaration names, if there is one."""
    declared = _DECLARED.search(head)
    return declared[1].decode("ascii") if declared else None


def read_pieces(text: XmlText) -> Iterator[str]:
    """The document's text from its beginning, without byte order mark, in pieces of about `PIECE` characters.

    Characters that XML forbids are dropped or carried (`uncarry`). A byte that is readable in no way is U+FFFD.
    """
    with text.document.open() as stream:
        pieces = _mixed_pieces(stream) if text.mixed else _plain_pieces(stream, text.encoding)
        for number, piece in enumerate(filter(None, pieces)):
            clean = piece.removeprefix("\ufeff") if number == 0 else piece
            yield _NOT_XML.sub(_carry, clean) if _NOT_XML.search(clean) else clean


def carry(character: str) -> str:
    """The character under which a control travels through the parser; nothing for what is no character at all."""
    return chr(_CARRIED + ord(character)) if character < " " else ""


def uncarry(text: str) -> str:
    """Text of the parsed document with its control characters as they were."""
    return text.translate(_CARRIED_BACK) if _HAS_CARRIED.search(text) else text


def _carry(match: re.Match[str]) -> str:
    return carry(match[0])


def _settle(document: SourceDocument, head: bytes) -> XmlText:
    if head.startswith(_UTF_16) or head.count(0) * 4 > len(head):
        decoded = decode_text(_whole_units(head))
        return XmlText(document, decoded.encoding, repairs=decoded.repairs)
    fault = _first_fault(document)
    if fault is None:
        decode_text(_whole_characters(head))  # is it text at all?
        return XmlText(document, "utf-8")
    return _settle_faulty(document, head, fault)


def _settle_faulty(document: SourceDocument, head: bytes, fault: int) -> XmlText:
    """The encoding of a document that is not UTF-8, seen from its head and from around its first fault."""
    with document.open() as stream:
        stream.seek(max(0, fault - _AROUND_FAULT))
        around = stream.read(2 * _AROUND_FAULT)
    sample = around if len(around) >= document.size else head + around
    try:
        decoded = decode_text(sample, declared_encoding(head))
    except UnreadableError as error:
        if error.problem.code != "unknown-encoding":
            raise
        return XmlText(document, "utf-8", mixed=True)
    if decoded.encoding in {"utf-8", "cesu-8"}:
        return XmlText(document, "utf-8", mixed=True)
    return XmlText(document, decoded.encoding, repairs=decoded.repairs)


def _first_fault(document: SourceDocument) -> int | None:
    """The place of the first byte that cannot be UTF-8; None where there is none. An end in mid-character is none."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    read = 0
    with document.open() as stream:
        while chunk := stream.read(4 * PIECE):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return max(0, read + error.start - 4)
            read += len(chunk)
    return None


def _whole_units(head: bytes) -> bytes:
    """The head of UTF-16 (or UTF-32) without the character that its end cuts."""
    even = head[: len(head) // 4 * 4]
    return even[:-4] if len(head) == HEAD and re.search(b"[\xd8-\xdb]", even[-2:]) else even


def _whole_characters(head: bytes) -> bytes:
    """The head without the character that its end cuts."""
    return head.decode("utf-8", "ignore").encode()


def _plain_pieces(stream: BinaryIO, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while chunk := stream.read(PIECE):
        yield decoder.decode(chunk)  # of a character that the document's end cuts nothing is known


def _mixed_pieces(stream: BinaryIO) -> Iterator[str]:
    """Pieces of a document of several encodings: each line, or each run of text of a long line, read for itself."""
    held = b""
    while chunk := stream.read(PIECE):
        *lines, held = (held + chunk).split(b"\n")
        if len(held) > _LONGEST_LINE and (breaks := list(_BREAK.finditer(held))):
            lines.append(held[: breaks[-1].start()])
            held = held[breaks[-1].start() :]
            yield "".join(f"{_read_line(line)}\n" for line in lines[:-1]) + _read_line(lines[-1])
        else:
            yield "".join(f"{_read_line(line)}\n" for line in lines)
    yield _read_line(held)


def _read_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_read_run, re.split(rb"(?<=>)|(?=<)", line)))


def _read_run(run: bytes) -> str:
    """A run of text between two tags: UTF-8, another encoding, or UTF-8 with damage."""
    try:
        return run.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode_text(run).text
    except UnreadableError:
        return read_damaged_utf8(run).text
