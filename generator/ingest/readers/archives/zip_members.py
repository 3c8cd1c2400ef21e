"""The members of a zip archive: what its directory lists, each with its name and a way to open it.

Whether a member is wanted, and how much may be unpacked, `containers` decides.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import BinaryIO, cast

from generator.ingest.readers.archives.member_names import code_page_of, read_name
from generator.ingest.readers.archives.zip_without_directory import CutEntry, data_of, find_entries

# What opening or reading a damaged zip raises.
ZIP_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, struct.error,
    OverflowError, UnicodeError, KeyError, IndexError, MemoryError,
)  # fmt: skip
_END_RECORD = b"PK\x05\x06"
_LONGEST_END = 65_557
_LEAST_ENTRY = 46  # bytes of an entry of the directory, without its name
_LOCAL_HEADER = 30
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}
_ENCRYPTED, _UTF8 = 0x1, 0x800
_UNICODE_PATH = 0x7075


@dataclass(frozen=True, slots=True)
class RawMember:
    """One member as an archive lists it. `refused` says why it must not be opened, empty where it may be; `packed` is
    its size in the archive, or None; `damage` says what is wrong with one that is not whole; `is_folder`."""

    name: str
    size: int
    packed: int | None
    open: Callable[[], BinaryIO] = field(compare=False, repr=False)
    refused: str = ""
    is_folder: bool = False
    backslash: bool = False
    damage: str = ""


def count_entries(stream: BinaryIO, size: int) -> int:
    """About how many entries a zip's directory can have at most, by its size, before any of it is read."""
    stream.seek(max(0, size - _LONGEST_END))
    tail = stream.read(_LONGEST_END)
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) - at < 22:
        return 0
    length: int = struct.unpack_from("<L", tail, at + 12)[0]
    return min(length, size) // _LEAST_ENTRY


def zip_members(archive: zipfile.ZipFile, reopen: Callable[[], BinaryIO]) -> Iterator[RawMember]:
    """The members of an open zip in the order of its directory; `reopen` opens the archive's bytes anew."""
    entries = archive.infolist()
    overlapping = _overlapping(entries)
    for entry, name in zip(entries, _names(entries), strict=True):
        refused = _refusal(entry, entry.header_offset in overlapping)
        yield _member(entry, name, refused, _opener(archive, entry, reopen))


def members_without_directory(reopen: Callable[[], BinaryIO], size: int, most: int) -> Iterator[RawMember]:
    """The members of a zip of `size` bytes that lacks its directory, by their own headers, `most` of them at the most;
    one that is not whole has its damage."""
    with reopen() as stream:
        found = list(islice(find_entries(stream, size), most))
    entries = [each.entry if isinstance(each, CutEntry) else each for each in found]
    for each, entry, name in zip(found, entries, _names(entries), strict=True):
        cut = each.why if isinstance(each, CutEntry) else ""
        yield replace(_member(entry, name, _refusal(entry, False), partial(_open_whole, entry, reopen)), damage=cut)


def _open_whole(entry: zipfile.ZipInfo, reopen: Callable[[], BinaryIO]) -> BinaryIO:
    return data_of(reopen(), entry)


def _names(entries: list[zipfile.ZipInfo]) -> list[str]:
    raw_names = [_raw_name(entry) for entry in entries]
    page = code_page_of(name for name in raw_names if isinstance(name, bytes))
    return [raw if isinstance(raw, str) else read_name(raw, page) for raw in raw_names]


def _member(entry: zipfile.ZipInfo, name: str, refused: str, opener: Callable[[], BinaryIO]) -> RawMember:
    return RawMember(
        name,
        entry.file_size,
        entry.compress_size,
        opener,
        refused,
        name.endswith(("/", "\\")),
        backslash=entry.create_system == 0 or "/" not in name,
    )


def _refusal(entry: zipfile.ZipInfo, overlaps: bool) -> str:
    if entry.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if overlaps:
        return "it shares its bytes with another member"
    if (entry.external_attr >> 16) & 0o170000 not in (0, 0o100000, 0o040000):
        return "it is a link or a device"
    if entry.compress_type not in _METHODS:
        return f"it is compressed in a way that is not read (method {entry.compress_type})"
    return ""


def _opener(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, reopen: Callable[[], BinaryIO]) -> Callable[[], BinaryIO]:
    def open_entry() -> BinaryIO:
        if archive.fp is not None:
            return cast("BinaryIO", archive.open(entry))
        return cast("BinaryIO", zipfile.ZipFile(reopen()).open(entry))

    return open_entry


def _raw_name(entry: zipfile.ZipInfo) -> str | bytes:
    """A name as its bytes, or as text where the archive says that it is UTF-8."""
    if entry.flag_bits & _UTF8:
        return read_name(entry.orig_filename.encode("utf-8", "surrogatepass"), "utf-8")
    told = _unicode_path(entry)
    try:
        raw = entry.orig_filename.encode("cp437")
    except UnicodeError:  # a newer Python has read the field for Unicode names itself
        return read_name(entry.orig_filename.encode("utf-8", "replace"), "utf-8")
    return told if told is not None else raw


def _unicode_path(entry: zipfile.ZipInfo) -> bytes | None:
    """The name in UTF-8 that Info-ZIP's field 0x7075 gives; None without one. (APPNOTE 4.6.9)"""
    extra = entry.extra
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and 5 < length <= len(extra) - 4 and extra[4] == 1:
            return extra[9 : 4 + length]
        extra = extra[4 + length :]
    return None


def _overlapping(entries: list[zipfile.ZipInfo]) -> set[int]:
    """The places of entries whose bytes another entry's reach into: a zip bomb's trick (Fifield 2019)."""
    spans = sorted(
        (entry.header_offset, entry.header_offset + _LOCAL_HEADER + entry.compress_size) for entry in entries
    )
    found: set[int] = set()
    furthest, owner = -1, -1
    for start, end in spans:
        if start < furthest:
            found |= {owner, start}
        if end > furthest:
            furthest, owner = end, start
    return found
