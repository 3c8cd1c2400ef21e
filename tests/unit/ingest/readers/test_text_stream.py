"""The text of large documents: the same whatever the pieces are in which it comes."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableError
from generator.ingest.readers.text import text_stream
from generator.ingest.readers.text.text_stream import TextStream
from generator.model.source import SourceDocument

PATH = Path("content/sources/x/a.csv")
ARABIC = "قالت إدارة الميناء إن العمل عاد إلى الرصيف صباح اليوم"


class Drops(io.BytesIO):
    """A stream that gives a few bytes at a time, as those of archives may."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(size or 7, 7) if size and size > 0 else size)


def stream(raw: bytes) -> TextStream:
    return TextStream(SourceDocument(PATH, "0", len(raw), lambda: Drops(raw)))


PIECES = ["a", "نص", "\n", "\r", "\r\n", "\u2028", "😀", ","]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.integers(1, 9),
)
def test_lines_are_those_of_the_text(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_stream, "PIECE", 4 * piece)
        lines = list(stream(text.encode()).lines())
    assert "".join(lines) == text
    assert lines == [line for line in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text) if line]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_that_show_after_many_bytes(encoding: str) -> None:
    text = "x" * 700_000 + "\n" + f"{ARABIC}\n" * 100
    found = stream(text.encode(encoding))
    assert "".join(found.pieces()) == text
    assert not found.repairs["damaged-bytes"]


def test_damage_is_counted_and_the_rest_is_read() -> None:
    found = stream(f"{ARABIC}\n".encode() * 2000 + b"\xff\xfe\n" + f"{ARABIC} \ufffd".encode())
    text = "".join(found.pieces())
    assert text.endswith(f"\ufffd\ufffd\n{ARABIC} \ufffd")
    assert found.repairs["damaged-bytes"] == 2


def test_overlong_lines_are_cut_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_stream, "LONGEST_LINE", 1000)
    monkeypatch.setattr(text_stream, "PIECE", 400)
    found = stream(b"a\n" + b"b" * 5000 + b"\nc\n")
    lines = list(found.lines())
    assert [line[:1] for line in lines] == ["a", "b", "c"]
    assert len(lines[1]) < 2000
    assert found.overlong == {2}


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        list(stream(bytes(range(256)) * 40).pieces())
    assert caught.value.problem.path == PATH
