"""The entries of a zip whose directory is missing or damaged, by the headers that stand before each of them: such a zip
was cut off on its way, and what came before the cut is whole. (APPNOTE 4.3.7, 4.3.9, 4.5.3)

Not for sound zips (`zip_members`), which are read by their directory.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from generator.ingest.readers.archives.compressed import FREE_OF_RATIO, MOST_RATIO

_HEADER: Final = struct.Struct("<4s5HLLLHH")
_SIGNATURE: Final = b"PK\x03\x04"
_DESCRIPTOR: Final = b"PK\x07\x08"
_BEHIND: Final = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")  # of what follows the last entry
_STREAMED, _UTF8, _ZIP64 = 0x8, 0x800, 0x1
_UNKNOWN: Final = 0xFFFFFFFF
_CHUNK: Final = 1 << 16
_MOST_SEARCHED: Final = 1 << 32  # bytes gone through again for entries that are not whole, so that none costs a day


@dataclass(frozen=True, slots=True)
class CutEntry:
    """An entry that is not whole: what its header tells, and why it is not."""

    entry: zipfile.ZipInfo
    why: str


def find_entries(stream: BinaryIO, size: int) -> Iterator[zipfile.ZipInfo | CutEntry]:
    """The entries in their order, each with its place and sizes; one that is not whole with what is wrong. `size` is
    that of the whole zip in bytes. Reads no further than the last entry."""
    at: int | None = 0
    searched = 0
    while at is not None and at < size and searched < _MOST_SEARCHED:
        stream.seek(at)
        head = stream.read(_HEADER.size)
        if head.startswith(_BEHIND):
            return
        if not head.startswith(_SIGNATURE) or len(head) < _HEADER.size or not _HEADER.unpack(head)[9]:  # without a name
            at = _find(stream, _SIGNATURE, at + 1, size)
            continue
        entry, start = _read_header(stream, head, at)
        why = _measure(stream, entry, head, start, size)
        if why:
            yield CutEntry(entry, why)
            searched += _CHUNK if entry.compress_type == zipfile.ZIP_DEFLATED else size - start
            at = _find(stream, _SIGNATURE, start, size)
            continue
        yield entry
        at = start + entry.compress_size


def data_of(stream: BinaryIO, entry: zipfile.ZipInfo) -> BinaryIO:
    """The unpacked bytes of a whole entry; `stream` is the zip, which is closed with them. They are checked against the
    entry's checksum, and zipfile.BadZipFile is raised at their end where they do not fit it."""
    stream.seek(entry.header_offset)
    fields = _HEADER.unpack(stream.read(_HEADER.size))
    stream.seek(entry.header_offset + _HEADER.size + fields[9] + fields[10])
    return zipfile.ZipExtFile(stream, "r", entry, None, True)  # type: ignore[return-value]  # it is one of bytes


def _read_header(stream: BinaryIO, head: bytes, at: int) -> tuple[zipfile.ZipInfo, int]:
    """The entry that a header tells, and where its data begins."""
    _, _, flags, method, _, _, checksum, packed, unpacked, name_length, extra_length = _HEADER.unpack(head)
    raw, extra = stream.read(name_length), stream.read(extra_length)
    entry = zipfile.ZipInfo(raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace") or "?")
    entry.flag_bits, entry.compress_type, entry.CRC = flags, method, checksum
    entry.file_size, entry.compress_size = _sizes(unpacked, packed, extra)
    entry.extra, entry.header_offset, entry.create_system, entry.external_attr = extra, at, 0, 0
    return entry, at + _HEADER.size + name_length + extra_length


def _sizes(unpacked: int, packed: int, extra: bytes) -> tuple[int, int]:
    """Both sizes of an entry, of a large one out of its field for zip64."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == _ZIP64:
            wide = [struct.unpack_from("<Q", extra, place)[0] for place in range(4, 4 + min(length, 16) - 7, 8)]
            unpacked = wide.pop(0) if unpacked == _UNKNOWN and wide else unpacked
            packed = wide.pop(0) if packed == _UNKNOWN and wide else packed
        extra = extra[4 + length :]
    return unpacked, packed


def _measure(stream: BinaryIO, entry: zipfile.ZipInfo, head: bytes, start: int, size: int) -> str:
    """Settle an entry's sizes where they stand behind its data only. Gives what is wrong, empty where it is whole."""
    if entry.flag_bits & _STREAMED and not entry.compress_size:
        if entry.flag_bits & 0x1:
            return "it is encrypted, and its end is not known"
        if entry.compress_type == zipfile.ZIP_DEFLATED:
            return _deflated(stream, entry, start)
        stored = entry.compress_type == zipfile.ZIP_STORED
        return "" if stored and _is_stored(stream, entry, start, size) else "its end is not known"
    if start + entry.compress_size > size or len(head) < _HEADER.size:
        return f"cut off: {max(0, size - start):,} bytes of {entry.compress_size:,} are there"
    return ""


def _deflated(stream: BinaryIO, entry: zipfile.ZipInfo, start: int) -> str:
    """Unpack an entry to find its end, in bounded memory."""
    stream.seek(start)
    unpacker, checksum, taken, given, rest = zlib.decompressobj(-15), 0, 0, 0, b""
    while not unpacker.eof:
        data = rest or stream.read(_CHUNK)
        if not data:
            return f"cut off behind {taken:,} bytes"
        taken += 0 if rest else len(data)
        try:
            out = unpacker.decompress(data, _CHUNK)
        except zlib.error as fault:
            return str(fault)
        rest, given, checksum = unpacker.unconsumed_tail, given + len(out), zlib.crc32(out, checksum)
        if given > FREE_OF_RATIO + taken * MOST_RATIO:
            return "it unpacks to far more than its size"
    entry.compress_size, entry.file_size = taken - len(unpacker.unused_data), given
    stream.seek(start + entry.compress_size)
    told = stream.read(8).removeprefix(_DESCRIPTOR)[:4]
    entry.CRC = struct.unpack("<L", told)[0] if len(told) == 4 else checksum
    return ""


def _is_stored(stream: BinaryIO, entry: zipfile.ZipInfo, start: int, size: int) -> bool:
    """Look for the descriptor behind an entry that is not packed: the one that tells the length before it."""
    at = _find(stream, _DESCRIPTOR, start, size)
    while at is not None:
        stream.seek(at + 4)
        tail = stream.read(12)
        if len(tail) == 12 and struct.unpack_from("<L", tail, 4)[0] == at - start:
            entry.CRC, entry.compress_size, entry.file_size = struct.unpack("<LLL", tail)
            return True
        at = _find(stream, _DESCRIPTOR, at + 1, size)
    return False


def _find(stream: BinaryIO, what: bytes, at: int, size: int) -> int | None:
    """The place of the next bytes `what` from `at` on; None where there are none."""
    keep = len(what) - 1
    while at < size:
        stream.seek(at)
        piece = stream.read(_CHUNK)
        found = piece.find(what)
        if found >= 0:
            return at + found
        if len(piece) <= keep:
            return None
        at += len(piece) - keep
    return None
