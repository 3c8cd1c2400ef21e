"""What a recorded HTTP response carries: its headers, and its content with chunks joined and compression undone.

Bounded: no content can unpack to more than it may. Which charset and type it has is told by the headers as they stand.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import Any, Final

import brotli
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from generator.ingest.readers.archives.compressed import Fault, Unpacked, compression_of

_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1024})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s;\"',]+)", re.IGNORECASE)
_GZIP: Final = b"\x1f\x8b\x08"
_PLAIN: Final = frozenset({"", "identity", "none", "utf-8", "8bit", "binary"})


class ContentError(Exception):
    """The content cannot be had; the words say why."""


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """A response: status (0 where it is not known), type in lower case without parameters, charset as declared, and
    its content as it was sent."""

    status: int
    media_type: str
    charset: str | None
    body: bytes
    transfer: str = ""
    codings: tuple[str, ...] = ()


def parse_response(raw: bytes) -> HttpResponse | None:
    """Parse a recorded response, from its status line on; None where it does not begin with one."""
    if raw[:5].upper() != b"HTTP/":
        return None
    stream = io.BytesIO(raw)
    try:
        headers = StatusAndHeadersParser([], verify=False).parse(stream)
    except (StatusAndHeadersParserException, EOFError, ValueError, IndexError):
        return None
    status = headers.get_statuscode()
    kind, charset = parse_content_type(_header(headers, "content-type"))
    codings = tuple(part.strip().lower() for part in _header(headers, "content-encoding").split(",") if part.strip())
    return HttpResponse(
        int(status) if status and status.isascii() and status.isdigit() and len(status) < 5 else 0,
        kind,
        charset,
        raw[stream.tell() :],
        _header(headers, "transfer-encoding").lower(),
        codings,
    )


def parse_content_type(value: str) -> tuple[str, str | None]:
    """The media type in lower case and the charset of a Content-Type."""
    charset = _CHARSET.search(value)
    return re.split("[;,]", value, maxsplit=1)[0].strip().lower(), charset[1] if charset else None


def content_of(response: HttpResponse, most: int) -> tuple[bytes, bool]:
    """The content of a response with chunks joined and compression undone, and whether it is whole (a cut-off one gives
    what there is). Raises ContentError where it cannot be unpacked, or is larger than `most` bytes."""
    body = response.body
    whole = True
    if "chunked" in response.transfer:
        body, whole = _joined_chunks(body)
    for coding in reversed(response.codings):
        body, complete = _unpack(body, coding, most)
        whole = whole and complete
    if len(body) > most:
        raise ContentError(f"more than {most:,} bytes")
    return body, whole


def _header(headers: Any, name: str) -> str:
    return str(headers.get_header(name) or "")


def _joined_chunks(body: bytes) -> tuple[bytes, bool]:
    """Chunks joined; a body that a recorder joined already, and left the header on, is given as it is."""
    parts: list[bytes] = []
    position = 0
    while (size := _CHUNK_SIZE.match(body, position)) is not None:
        length = int(size[1], 16)
        if length == 0:
            return b"".join(parts), True
        part = body[size.end() : size.end() + length]
        parts.append(part)
        position = size.end() + length
        if len(part) < length:
            return b"".join(parts), False
        position += (
            2 if body[position : position + 2] == b"\r\n" else 1 if body[position : position + 1] == b"\n" else 0
        )
    return (b"".join(parts), False) if parts else (body, True)


def _unpack(body: bytes, coding: str, most: int) -> tuple[bytes, bool]:
    if coding in _PLAIN or not body:
        return body, True
    if coding in ("gzip", "x-gzip"):
        if not body.startswith(_GZIP):  # a recorder unpacked it already
            return body, True
        return _unpack_stream(body, "gzip", most)
    if coding == "deflate":
        return _inflate(body, most)
    if coding == "br":
        return _unbrotli(body, most)
    if coding == "zstd" and compression_of(body) == "zstd":
        return _unpack_stream(body, "zstd", most)
    raise ContentError(f"the content-encoding {coding[:40]!r} is not read")


def _unpack_stream(body: bytes, kind: str, most: int) -> tuple[bytes, bool]:
    stream = Unpacked(io.BytesIO(body), kind, most=most)
    text = io.BufferedReader(stream).read(most + 1)
    if stream.fault is Fault.BOMB:
        raise ContentError(f"more than {most:,} bytes")
    if stream.fault is Fault.CORRUPT:
        raise ContentError(f"its {kind} is corrupt")
    return text, stream.fault is None


def _inflate(body: bytes, most: int) -> tuple[bytes, bool]:
    """Deflate with zlib's header, as the standard has it, or bare, as many servers send it (RFC 9110, 8.4.1.2)."""
    for bits in (15, -15):
        inflate = zlib.decompressobj(bits)
        try:
            text = inflate.decompress(body, most + 1)
        except zlib.error:
            continue
        return text, inflate.eof
    if b"<" in body[:1024]:
        return body, True
    raise ContentError("its deflate is corrupt")


def _unbrotli(body: bytes, most: int) -> tuple[bytes, bool]:
    if b"<html" in body[:1024].lower() or b"<!doctype" in body[:1024].lower():
        return body, True
    decompressor = brotli.Decompressor()
    try:
        text: bytes = decompressor.process(body, output_buffer_limit=most + 1)
    except brotli.error:
        raise ContentError("its Brotli is corrupt") from None
    return text, bool(decompressor.is_finished())
