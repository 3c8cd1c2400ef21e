"""Archives of documents: what is in them, what is passed over, and every trick that is refused."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from generator.errors import Problem, Severity, UnreadableError
from generator.ingest.readers.archives.budget import LIMITS, Limits
from generator.ingest.readers.archives.container_forms import is_container
from generator.ingest.readers.archives.containers import open_members
from generator.model.source import SourceDocument

PAGE = "<!doctype html><html><body><h1>افتتاح معرض الكتاب في تونس</h1><p>نص الخبر</p></body></html>".encode()
TEXT = "افتتاح معرض الكتاب في تونس\n\nقال المنظمون إن مئة دار نشر تشارك.\n".encode()


def document(raw: bytes, name: str = "a.zip") -> SourceDocument:
    return SourceDocument.of(Path("content/sources") / name, raw, hashlib.sha256(raw).hexdigest())


def read(raw: bytes, name: str = "a.zip", limits: Limits = LIMITS) -> tuple[dict[str, bytes], list[Problem]]:
    """The members by name with their bytes, and the problems."""
    source = document(raw, name)
    assert is_container(source.path, raw[: 1 << 16])
    members: dict[str, bytes] = {}
    problems = []
    for each in open_members(source, limits):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        opened = each.raw
        assert opened == each.raw
        assert (each.size, each.sha256) == (len(opened), hashlib.sha256(opened).hexdigest())
        members[each.path.relative_to(source.path).as_posix()] = opened
    return members, problems


def zipped(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, raw in members:
            archive.writestr(zipfile.ZipInfo(name), raw, compression)
    return out.getvalue()


def named(names: list[bytes]) -> bytes:
    """A zip whose names are these bytes, without the mark of UTF-8, as Windows and old tools write them."""
    places = [f"{'n' * (len(name) - 2)}{at:02}" for at, name in enumerate(names)]
    raw = zipped(*((place, TEXT) for place in places))
    for place, name in zip(places, names, strict=True):
        raw = raw.replace(place.encode(), name)
    return raw


def tarred(*members: tuple[str, bytes], mode: str = "w", form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=form) as archive:  # type: ignore[call-overload]
        for name, raw in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(raw)
            archive.addfile(entry, io.BytesIO(raw))
    return out.getvalue()


PACKED = {
    "a.zip": zipped,
    "b.zip": lambda *members: zipped(*members, compression=zipfile.ZIP_STORED),
    "c.zip": lambda *members: zipped(*members, compression=zipfile.ZIP_BZIP2),
    "a.tar": tarred,
    "b.tar": lambda *members: tarred(*members, form=tarfile.GNU_FORMAT),
    "a.tar.gz": lambda *members: tarred(*members, mode="w:gz"),
    "a.tgz": lambda *members: tarred(*members, mode="w:gz"),
    "a.tar.bz2": lambda *members: tarred(*members, mode="w:bz2"),
    "a.tar.xz": lambda *members: tarred(*members, mode="w:xz"),
}


@pytest.mark.parametrize("name", PACKED)
def test_members_of_every_archive(name: str) -> None:
    large = TEXT * 20_000  # more than is held in memory
    wanted = {"أخبار/معرض.txt": TEXT, "page.html": PAGE, "large.txt": large, "last.txt": TEXT + b"."}
    members, problems = read(PACKED[name](*wanted.items()), name)
    assert members == wanted
    assert problems == []


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_members_can_be_opened_after_the_archive_was_read(name: str) -> None:
    wanted = {"1.txt": TEXT, "2.txt": TEXT * 20_000, "3.txt": PAGE, "4.txt": TEXT * 20_001}
    opened = list(open_members(document(PACKED[name](*wanted.items()), name)))
    assert [each.raw for each in opened if isinstance(each, SourceDocument)] == list(wanted.values())


@pytest.mark.parametrize(("kind", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_one_compressed_document(kind: str, pack: object) -> None:
    raw = pack(TEXT) + pack(PAGE)  # type: ignore[operator]
    assert read(raw, f"dump.jsonl.{kind}") == ({"dump.jsonl": TEXT + PAGE}, [])


def test_what_is_no_archive_of_documents() -> None:
    warc = gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    office = zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>"))
    book = zipped(("mimetype", b"application/epub+zip"), compression=zipfile.ZIP_STORED)
    assert not is_container(Path("a.warc.gz"), warc)
    assert not is_container(Path("a.docx"), office)
    assert not is_container(Path("without-extension"), office)
    assert not is_container(Path("a.bin"), book)
    assert not is_container(Path("a.txt"), TEXT)
    assert not is_container(Path("a.txt"), b"")
    assert not is_container(Path("a.txt"), b"PK is short for Pakistan")


@pytest.mark.parametrize("page", ["cp720", "cp1256", "utf-8"])
def test_arabic_names_of_windows(page: str) -> None:
    names = ["تقرير عن الانتخابات.txt", "أخبار/رسالة من القاهرة.txt", "نسخة ثانية.txt"]
    members, problems = read(named([name.encode(page) for name in names]))
    assert list(members) == names
    assert problems == []


@pytest.mark.parametrize("page", ["cp850", "cp437", "utf-8"])
def test_western_names(page: str) -> None:
    names = ["Élection présidentielle à Tunis.txt", "Über die Brücke.txt"]
    if page == "cp437":
        names[0] = names[0].replace("É", "é")
    assert list(read(named([name.encode(page) for name in names]))[0]) == names


def test_what_is_passed_over_is_told_in_one_hint() -> None:
    members, problems = read(
        zipped(
            ("__MACOSX/._a.html", b"x"), (".DS_Store", b"x"), ("README.md", b"x"), ("folder/", b""), ("a.html", PAGE),
            ("a_files/logo.png", b"x"), ("a_files/frame.html", PAGE), ("photo.jpg", b"x"), ("b_files/b.html", PAGE),
            ("folder/.hidden/a.txt", TEXT), ("Thumbs.db", b"x"),
        )
    )  # fmt: skip
    assert list(members) == ["a.html", "b_files/b.html"]  # the second folder stands beside no page
    assert [problem.code for problem in problems] == ["container-skipped"]
    assert problems[0].severity is Severity.HINT
    assert "2 parts of saved pages" in problems[0].found


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../a.txt", "a/../../b.txt", "C:\\a.txt", "C:/a.txt", "..\\a.txt", "\\\\host\\a.txt", "a\nb", "a\x1b[2J"]  # noqa: E501
)  # fmt: skip
@pytest.mark.parametrize("kind", ["a.zip", "a.tar"])
def test_names_that_lead_elsewhere_are_refused(kind: str, name: str) -> None:
    members, problems = read(PACKED[kind]((name, TEXT), ("good.txt", TEXT)), kind)
    assert list(members) == ["good.txt"]
    assert [problem.code for problem in problems] == ["container-member-refused"]
    assert problems[0].record


def test_a_name_with_a_nul_is_refused() -> None:
    raw = zipped(("a.txtXb", TEXT), ("good.txt", TEXT)).replace(b"a.txtXb", b"a.txt\0b")
    members, problems = read(raw)
    assert list(members) == ["good.txt"]
    assert [problem.code for problem in problems] == ["container-member-refused"]


def test_backslashes_part_folders_in_zips_of_old_windows_programs() -> None:
    entry = zipfile.ZipInfo("x")
    entry.filename = entry.orig_filename = "أخبار\\a.txt"
    entry.create_system = 0
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, TEXT)
    assert list(read(out.getvalue())[0]) == ["أخبار/a.txt"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_refused(kind: bytes) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("link.txt")
        entry.type, entry.linkname = kind, "/etc/passwd"
        archive.addfile(entry)
        entry = tarfile.TarInfo("good.txt")
        entry.size = len(TEXT)
        archive.addfile(entry, io.BytesIO(TEXT))
    members, problems = read(out.getvalue(), "a.tar")
    assert list(members) == ["good.txt"]
    assert "link" in problems[0].what


def test_a_link_in_a_zip_is_refused() -> None:
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert [problem.code for problem in read(out.getvalue())[1]] == ["container-member-refused"]


def test_encrypted_members_are_told() -> None:
    raw = bytearray(zipped(("secret.txt", TEXT), ("good.txt", TEXT)))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    members, problems = read(bytes(raw))
    assert list(members) == ["good.txt"]
    assert "encrypted" in problems[0].what
    assert problems[0].record == "secret.txt"


def test_two_members_of_one_name() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        raw = zipped(("a.txt", TEXT), ("a.txt", PAGE))
    assert read(raw)[0] == {"a.txt": TEXT, "a (2).txt": PAGE}


def test_one_archive_in_an_archive_and_no_more() -> None:
    inner = gzip.compress(TEXT)
    members, problems = read(zipped(("dump.jsonl.gz", inner), ("b.tar", tarred(("c.txt", PAGE)))))
    assert members == {"dump.jsonl.gz/dump.jsonl": TEXT, "b.tar/c.txt": PAGE}
    assert problems == []
    members, problems = read(zipped(("b.zip", zipped(("dump.jsonl.gz", inner), ("d.txt", TEXT)))))
    assert list(members) == ["b.zip/d.txt"]
    assert [problem.code for problem in problems] == ["container-nested"]
    assert problems[0].path == Path("content/sources/a.zip/b.zip/dump.jsonl.gz")


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar.xz"])
def test_bombs(name: str) -> None:
    raw = PACKED[name](("a.txt", TEXT), ("bomb.txt", bytes(64 << 20)), ("b.txt", TEXT))
    assert len(raw) < 100_000
    members, problems = read(raw, name)
    assert "a.txt" in members
    assert "bomb.txt" not in members
    assert any(problem.code in ("container-too-large", "container-damaged") for problem in problems)


def test_limits() -> None:
    raw = zipped(("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", PAGE))
    with pytest.raises(UnreadableError) as caught:
        read(raw, limits=Limits(members=2))
    assert caught.value.problem.code == "container-too-large"
    members, problems = read(raw, limits=Limits(largest=len(TEXT)))
    assert list(members) == ["a.txt", "b.txt"]
    assert [problem.code for problem in problems] == ["container-too-large"]
    assert [problem.code for problem in read(raw, limits=Limits(total=len(TEXT)))[1]] == ["container-too-large"] * 2


def test_overlapping_members_are_refused() -> None:
    raw = bytearray(zipped(("a.txt", TEXT), ("b.txt", TEXT)))
    second = raw.rindex(b"PK\x01\x02")
    raw[second + 42 : second + 46] = bytes(4)  # both begin where the first does
    members, problems = read(bytes(raw))
    assert members == {}
    assert [problem.code for problem in problems] == ["container-member-refused"] * 2


def test_a_member_with_a_broken_sum_is_told_and_the_rest_goes_on() -> None:
    raw = bytearray(zipped(("a.txt", TEXT), ("b.txt", PAGE), compression=zipfile.ZIP_STORED))
    raw[raw.index(TEXT) + 5] ^= 0xFF
    members, problems = read(bytes(raw))
    assert members == {"b.txt": PAGE}
    assert [(problem.code, problem.path) for problem in problems] == [
        ("container-damaged", Path("content/sources/a.zip/a.txt"))
    ]


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz"])
def test_a_tar_that_is_cut_off(name: str) -> None:
    noise = b"".join(hashlib.sha256(bytes([at, by])).digest() for at in range(200) for by in range(50))
    raw = PACKED[name](("a.txt", noise), ("b.txt", noise[::-1]))
    members, problems = read(raw[: len(raw) * 3 // 4], name)
    assert members == {"a.txt": noise}
    assert problems
    assert {problem.code for problem in problems} == {"container-damaged"}


def test_a_tar_with_a_damaged_header_goes_on_behind_it() -> None:
    raw = bytearray(tarred(("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", PAGE), form=tarfile.GNU_FORMAT))
    raw[1024:1100] = b"\xff" * 76
    members, problems = read(bytes(raw), "a.tar")
    assert members == {"a.txt": TEXT, "c.txt": PAGE}
    assert [problem.code for problem in problems] == ["container-damaged"]


def test_a_gzip_that_is_cut_off_gives_what_it_has() -> None:
    noise = "".join(hashlib.sha256(bytes([at])).hexdigest() + "\n" for at in range(200)).encode()
    raw = gzip.compress(noise)
    members, problems = read(raw[: len(raw) // 2], "dump.jsonl.gz")
    assert noise.startswith(members["dump.jsonl"])
    assert len(members["dump.jsonl"]) > len(noise) // 4
    assert [problem.code for problem in problems] == ["container-damaged"]


def test_a_zip_that_is_cut_off_is_told_and_what_is_whole_is_read() -> None:
    raw = zipped(("a.txt", TEXT), ("b.txt", PAGE))
    members, problems = read(raw[:-30])
    assert set(members) == {"a.txt", "b.txt"}
    assert [problem.code for problem in problems] == ["container-damaged"]
    with pytest.raises(UnreadableError) as caught:
        read(raw[:40])
    assert caught.value.problem.code == "container-damaged"


def test_of_a_wacz_only_the_web_archives_are_documents() -> None:
    warc = gzip.compress(b"WARC/1.0\r\n")
    about = [
        ("datapackage.json", b"{}"),
        ("pages/pages.jsonl", b"{}"),
        ("indexes/index.cdx.gz", b"x"),
        ("logs/a.log", b"x"),
    ]
    members, problems = read(zipped(("archive/data.warc.gz", warc), *about), "a.wacz")
    assert list(members) == ["archive/data.warc.gz"]
    assert [each.found for each in problems] == ["4 indexes of a web archive"]


def test_folders_of_such_names_in_other_archives_are_documents() -> None:
    members, problems = read(zipped(("pages/a.txt", TEXT), ("logs/b.txt", TEXT), ("datapackage.json", b"{}")))
    assert list(members) == ["pages/a.txt", "logs/b.txt", "datapackage.json"]
    assert not problems


def test_very_many_members_of_one_name_take_no_more_time_than_others() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for _ in range(4000):
            entry = tarfile.TarInfo("a.txt")
            entry.size = 1
            archive.addfile(entry, io.BytesIO(b"x"))
    members, _ = read(out.getvalue(), "a.tar")
    assert list(members)[:3] == ["a.txt", "a (2).txt", "a (3).txt"]
    assert len(members) == 4000
