"""Archives of any bytes, and sound ones that were damaged anywhere, are read or refused, and never fail otherwise."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.archives.budget import Limits
from generator.ingest.readers.archives.container_forms import is_container
from generator.ingest.readers.archives.containers import open_members
from generator.ingest.readers.archives.member_names import code_page_of, fault_of, read_name, tidy
from generator.ingest.readers.archives.web_archive import ReadCaptures, is_web_archive, read_capture, read_web_archive
from generator.ingest.readers.feeds.feed import read_feed
from generator.model.source import Record, SourceDocument

ROUNDS = 300
SMALL = Limits(members=50, largest=1 << 20, total=1 << 21, held=64)
TEXT = "افتتاح معرض الكتاب\n".encode() * 9


def a_zip(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name in ("a.txt", "folder/b.html", "c.json.gz"):
            archive.writestr(
                zipfile.ZipInfo(name), gzip.compress(TEXT, mtime=0) if name.endswith("gz") else TEXT, method
            )
    return out.getvalue()


def a_tar(form: int) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name in ("a.txt", "long/" * 40 + "b.html", "خبر.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = len(TEXT)
            archive.addfile(entry, io.BytesIO(TEXT))
    return out.getvalue()[:8192]


def a_warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n1\r\n>\r\n0\r\n\r\n"  # noqa: E501
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"  # noqa: E501
        "Content-Type: application/http;msgtype=response\r\nContent-Length: {}\r\n\r\n"
    )
    return b"".join(head.format(at, len(http)).encode() + http + b"\r\n\r\n" for at in range(3))


ZIPS = (a_zip(zipfile.ZIP_STORED), a_zip(zipfile.ZIP_DEFLATED), a_zip(zipfile.ZIP_BZIP2))
TARS = (a_tar(tarfile.PAX_FORMAT), a_tar(tarfile.GNU_FORMAT))
CONTAINERS = (*ZIPS, *TARS, *(gzip.compress(tar, mtime=0) for tar in TARS), gzip.compress(TEXT, mtime=0))
WARCS = (a_warc(), gzip.compress(a_warc(), mtime=0), b"".join(gzip.compress(a_warc(), mtime=0) for _ in range(2)))
edits = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 40)), max_size=4)


def damaged(raw: bytes, changes: list[tuple[float, bytes, int]]) -> bytes:
    for place, new, length in changes:
        at = int(place * len(raw))
        raw = raw[:at] + new + raw[at + length :]
    return raw


def document(raw: bytes, name: str) -> SourceDocument:
    return SourceDocument.of(Path("content/sources") / name, raw, "")


@settings(max_examples=ROUNDS, deadline=None)
@given(st.sampled_from(CONTAINERS), edits)
def test_damaged_containers(raw: bytes, changes: list[tuple[float, bytes, int]]) -> None:
    raw = damaged(raw, changes)
    source = document(raw, "a.zip")
    is_container(source.path, raw)
    size = 0
    try:
        for member in open_members(source, SMALL):
            if isinstance(member, Problem):
                assert member.code.startswith("container-")
                assert member.path is not None
                continue
            assert member.path.is_relative_to(source.path)
            assert ".." not in member.path.parts
            assert len(member.raw) == member.size
            size += member.size
    except UnreadableError as refusal:
        assert refusal.problem.code.startswith("container-")  # noqa: PT017
    assert size <= SMALL.total


@settings(max_examples=ROUNDS, deadline=None)
@given(
    st.sampled_from((b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"")),
    st.binary(max_size=700),
)
def test_any_bytes_as_a_container(head: bytes, raw: bytes) -> None:
    test_damaged_containers.hypothesis.inner_test(head + raw, [])  # type: ignore[attr-defined]


def read_page(raw: bytes, *, declared: str | None, address: str | None, path: Path, **_: object) -> Record:
    if not raw.strip():
        raise UnreadableError(Problem("empty", "nothing", path))
    assert declared is None or declared
    return Record(address or "", (), ())


def in_one_process(path: Path) -> ReadCaptures:
    return lambda captures: (tuple(read_capture(path, each, read_page, read_feed)) for each in captures)


@settings(max_examples=ROUNDS, deadline=None)
@given(st.sampled_from(WARCS) | st.binary(max_size=500).map(lambda raw: b"WARC/1.0\r\n" + raw), edits)
def test_damaged_web_archives(raw: bytes, changes: list[tuple[float, bytes, int]]) -> None:
    raw = damaged(raw, changes)
    source = document(raw, "a.warc")
    is_web_archive(source.path, raw)
    try:
        found = list(read_web_archive(source, in_one_process(source.path)))
    except UnreadableError as refusal:
        assert refusal.problem.code == "web-archive-damaged"  # noqa: PT017
        return
    keys = [each.key for each in found if isinstance(each, Record)]
    assert len(keys) == len(set(keys))


@settings(max_examples=ROUNDS, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=40).map(lambda name: name.encode("utf-8", "replace")))
def test_any_name_is_harmless_or_refused(raw: bytes) -> None:
    name = read_name(raw, code_page_of([raw]))
    for backslash in (False, True):
        if fault_of(name, backslash=backslash):
            continue
        path = Path("a.zip") / tidy(name)
        assert path.is_relative_to("a.zip")
        assert path != Path("a.zip")
        assert ".." not in path.parts
        assert "\0" not in str(path)
