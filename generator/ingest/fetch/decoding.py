"""Bodies as they come over the network, unpacked piece by piece up to a limit: little may unpack to gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from generator.ingest.fetch.faults import FetchFault

_GZIP = 16 + zlib.MAX_WBITS


def decode(pieces: Iterable[bytes], encodings: list[str] | None, limit: int) -> bytes:
    """The body in `pieces`, unpacked as the values of Content-Encoding say (RFC 9110, 8.4), of at most `limit` bytes.

    Raises FetchFault where it is larger, broken, or packed in a way that was not asked for.
    """
    names = [name.strip().lower() for value in encodings or () for name in value.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if not names:
        return _collect(pieces, limit)
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise _broken(f"Content-Encoding: {', '.join(names)}")
    if names[0] == "deflate":
        return _collect(_inflate(iter(pieces), limit), limit)
    return _collect(_unzip(pieces, limit), limit)


def _inflate(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """The contents of a zlib stream (RFC 1950); of a bare one of deflate (RFC 1951) too, which many servers send under
    that name. (RFC 9110, 8.4.1.2)"""
    head = b""
    while len(head) < 2 and (piece := next(pieces, b"")):
        head += piece
    wrapped = len(head) > 1 and head[0] & 0x0F == zlib.DEFLATED and int.from_bytes(head[:2], "big") % 31 == 0
    packer = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
    taken = 0
    for piece in chain((head,), pieces):
        taken += len(piece)
        if taken > limit:
            raise too_large(limit, "more")
        try:
            yield packer.decompress(piece, limit + 1)
        except zlib.error as error:
            raise _broken(str(error)) from error
    if taken and not packer.eof:
        raise _broken("a stream of deflate that breaks off")


def _unzip(pieces: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """The contents of the members of a gzip stream (RFC 1952), never more than `limit` and a byte at once."""
    packer = zlib.decompressobj(_GZIP)
    taken = 0
    for piece in pieces:
        taken += len(piece)
        if taken > limit:
            raise too_large(limit, "more")
        rest = piece
        while rest:
            if packer.eof:
                if not rest.startswith(b"\x1f"):
                    return  # what stands behind the last member is no part of the body; browsers leave it out too
                packer = zlib.decompressobj(_GZIP)
            try:
                yield packer.decompress(rest, limit + 1)
            except zlib.error as error:
                raise _broken(str(error)) from error
            rest = packer.unused_data if packer.eof else packer.unconsumed_tail
    if taken and not packer.eof:
        raise _broken("a gzip stream that breaks off")


def _collect(pieces: Iterable[bytes], limit: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise too_large(limit, "more")
    return bytes(body)


def too_large(limit: int, found: str) -> FetchFault:
    """The fault of a body of more than `limit` bytes."""
    return FetchFault(
        "too-large",
        "the answer is too large",
        expected=f"at most {limit / 1024 / 1024:.1f} MB, unpacked",
        found=found,
        cure="name an address with less in it",
        lasting=True,
    )


def _broken(found: str) -> FetchFault:
    return FetchFault(
        "broken-packing",
        "the answer cannot be unpacked",
        expected="a body as it is, or packed with gzip or deflate",
        found=found,
        cure="it is asked for again next time; the site's owner can mend it",
    )
