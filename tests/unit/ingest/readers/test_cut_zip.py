"""Zips that were cut off on their way: what is whole is read, what is not is told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Problem, UnreadableError
from generator.ingest.readers.archives.container_forms import is_container
from generator.ingest.readers.archives.containers import open_members
from generator.model.source import SourceDocument

TEXTS = {
    "news/harbour.txt": "The harbour reopened on Monday after repairs that took three weeks. " * 40,
    "أخبار/الميناء.txt": "أعيد فتح الميناء يوم الاثنين بعد أعمال صيانة دامت ثلاثة أسابيع. " * 40,
    "news/quay.html": "<p>The new quay will take its first ship in the autumn.</p>" * 30,
}


class _OneWay(io.RawIOBase):
    """A stream that cannot be sought, as a zip's writer on a pipe sees it: sizes stand behind the data."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        self.parts.append(bytes(data))
        return len(data)


def make(method: int = zipfile.ZIP_DEFLATED, *, streamed: bool = False, wide: bool = False) -> bytes:
    """A zip with the texts; `wide`: with the fields of zip64."""
    target: io.BytesIO | _OneWay = _OneWay() if streamed else io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, text in TEXTS.items():
            with archive.open(
                zipfile.ZipInfo(name) if method == 0 else _info(name, method), "w", force_zip64=wide
            ) as file:
                file.write(text.encode())
    return b"".join(target.parts) if isinstance(target, _OneWay) else target.getvalue()


def _info(name: str, method: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = method
    return info


def read(raw: bytes) -> tuple[dict[str, str], list[Problem]]:
    """The members by name, and the problems that need somebody."""
    document = SourceDocument.of(Path("a.zip"), raw, "")
    assert is_container(document.path, raw[:65536])
    found, problems = {}, []
    for member in open_members(document):
        if isinstance(member, Problem):
            problems.append(member)
        else:
            found[member.path.relative_to("a.zip").as_posix()] = member.raw.decode()
    return found, problems


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("wide", [False, True])
def test_what_stands_before_the_cut_is_read(method: int, wide: bool) -> None:
    raw = make(method, wide=wide)
    last = raw.rfind(b"PK\x03\x04")
    found, problems = read(raw[: last + 80])
    assert found == dict(list(TEXTS.items())[:2])
    assert [(each.code, each.path) for each in problems] == [
        ("container-damaged", Path("a.zip/news/quay.html")),
        ("container-damaged", Path("a.zip")),
    ]
    assert "cut off" in problems[0].found
    assert "2 whole members" in problems[1].found


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_sizes_that_stand_behind_the_data_are_found(method: int) -> None:
    raw = make(method, streamed=True)
    last = raw.rfind(b"PK\x03\x04")
    found, problems = read(raw[: last + 80])
    assert found == dict(list(TEXTS.items())[:2])
    assert problems[0].path == Path("a.zip/news/quay.html")


def test_all_are_read_where_only_the_directory_is_cut() -> None:
    raw = make()
    found, problems = read(raw[: raw.rfind(b"PK\x01\x02") + 10])
    assert found == TEXTS
    assert [each.path for each in problems] == [Path("a.zip")]


@pytest.mark.parametrize("page", ["cp720", "cp1256", "utf-8"])
def test_names_of_old_programs_are_readable(page: str) -> None:
    raw = _renamed("أخبار الميناء.txt".encode(page))
    found, _ = read(raw[: raw.rfind(b"PK\x03\x04") + 34])
    assert list(found) == ["أخبار الميناء.txt"]


def _renamed(name: bytes) -> bytes:
    """A zip whose first entry has this name, without the mark of UTF-8."""
    target = io.BytesIO()
    plain = "x" * len(name)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(plain, "a" * 300)
        archive.writestr("last.txt", "b" * 300)
    return target.getvalue().replace(plain.encode(), name)


def test_an_encrypted_entry_is_told_and_the_others_are_read() -> None:
    raw = bytearray(make())
    raw[6] |= 1
    last = raw.rfind(b"PK\x03\x04")
    found, problems = read(bytes(raw[: last + 80]))
    assert list(found) == ["أخبار/الميناء.txt"]
    assert "encrypted" in problems[0].what


def test_damage_in_the_middle_costs_one_entry() -> None:
    raw = bytearray(make())
    places = [at for at in range(len(raw)) if raw[at : at + 4] == b"PK\x03\x04"]
    raw[places[1] + 80] ^= 0xFF
    found, problems = read(bytes(raw[: raw.rfind(b"PK\x01\x02")]))
    assert set(found) == {"news/harbour.txt", "news/quay.html"}
    assert problems[0].path == Path("a.zip/أخبار/الميناء.txt")


def test_nothing_whole_is_a_fault_of_the_whole() -> None:
    with pytest.raises(UnreadableError) as raised:
        read(make()[:100])
    assert raised.value.problem.code == "container-damaged"


@given(
    streamed=st.booleans(),
    damage=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 7)), max_size=2),
    cut=st.floats(0, 1),
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_cut_or_damaged_nothing_is_made_up(
    streamed: bool, damage: list[tuple[float, int]], cut: float
) -> None:
    raw = bytearray(make(streamed=streamed))
    for place, bit in damage:
        raw[4 + int(place * (len(raw) - 5))] ^= 1 << bit
    try:
        found, problems = read(bytes(raw[: 4 + int(cut * (len(raw) - 4))]))
    except UnreadableError:
        return
    assert problems or len(found) == len(TEXTS)
    assert set(found.values()) <= {*TEXTS.values()}
