"""What an archive of documents is, by its first bytes, and how its bytes are unpacked. Not for its members."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from generator.ingest.readers.archives.compressed import Unpacked, compression_of

ZIP_MAGICS: Final = (b"PK\x03\x04", b"PK\x05\x06")
# Formats that are zips inside and have readers of their own, or are no archives of documents.
_NOT_CONTAINERS: Final = frozenset(
    [
        ".docx",
        ".docm",
        ".dotx",
        ".xlsx",
        ".xlsm",
        ".pptx",
        ".pptm",
        ".odt",
        ".ods",
        ".odp",
        ".ott",
        ".epub",
        ".jar",
        ".apk",
        ".xpi",
        ".kmz",
        ".idml",
    ]
)
_OFFICE_MARKS: Final = (b"[Content_Types].xml", b"mimetypeapplication/", b"_rels/.rels", b"word/document.xml")
_WEB_ARCHIVES: Final = (b"WARC/", b"filedesc://")
_HEAD: Final = 1 << 16
_CHUNK: Final = 1 << 16
_TAR_MAGIC: Final = slice(257, 262)
_COMPRESSED: Final = {"gzip": ".gz", "bzip2": ".bz2", "xz": ".xz", "zstd": ".zst"}
_SHORT: Final = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar"}


def is_container(path: Path, head: bytes) -> bool:
    """Whether a document is an archive of documents, by its first bytes (64 KiB); office documents and books, which are
    zips, are none, nor are web archives, whose compression is part of their format."""
    if path.suffix.lower() in _NOT_CONTAINERS:
        return False
    if head.startswith(ZIP_MAGICS):
        return not any(mark in head[:4096] for mark in _OFFICE_MARKS)
    kind = compression_of(head)
    if kind is not None:
        return not unpacked_head(head, kind).startswith(_WEB_ARCHIVES)
    return is_tar(head)


def open_unpacked(opened: Callable[[], BinaryIO], kind: str | None, most: int) -> BinaryIO:
    """The bytes of a document, unpacked where it is compressed, at most so many."""
    stream = opened()
    return stream if kind is None else io.BufferedReader(Unpacked(stream, kind, most=most), _CHUNK)


def unpacking_fault(stream: BinaryIO) -> str:
    """What kept a stream from being unpacked to its end; empty where nothing did."""
    raw = getattr(stream, "raw", None)
    return raw.fault or "" if isinstance(raw, Unpacked) else ""


def head_of(opened: Callable[[], BinaryIO]) -> bytes:
    """The first 64 KiB of a document."""
    with opened() as stream:
        return stream.read(_HEAD)


def unpacked_head(head: bytes, kind: str) -> bytes:
    """The first bytes of a compressed document, unpacked: enough to tell what it is."""
    return io.BufferedReader(Unpacked(io.BytesIO(head), kind, most=_HEAD)).read(512)


def is_tar(head: bytes) -> bool:
    """Whether these bytes begin a tar: by its magic, or, in the oldest form without one, by its checksum."""
    if head[_TAR_MAGIC] == b"ustar":
        return True
    block = head[:512]
    digits = block[148:156].strip(b" \0")
    if len(block) < 512 or not block[0] or not digits or digits.strip(b"01234567"):
        return False
    return int(digits, 8) == sum(block) - sum(block[148:156]) + 8 * 32


def inner_name(path: Path, kind: str) -> str:
    """What a compressed document is called without its compression (`dump.jsonl.gz`: `dump.jsonl`)."""
    if path.suffix.lower() in _SHORT:
        return path.stem + _SHORT[path.suffix.lower()]
    return path.stem if path.suffix.lower() == _COMPRESSED[kind] and path.stem else f"{path.name} unpacked"
