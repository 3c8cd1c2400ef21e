"""Documents that are damaged or mixed are read with their damage counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UnreadableError
from generator.text.encoding import decode_damaged, decode_text, tell_damage

LINE = "أعلنت المؤسسة الوطنية للنفط استئناف التصدير من ميناء الحريقة بعد توقف دام أسبوعين"
TEXT = "\n".join([LINE] * 40)


@pytest.mark.parametrize("text", [TEXT, "The façade of the “café” – naïve", "ascii only"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "cp1252", "iso-8859-6"])
def test_sound_documents_are_read_as_ever(text: str, encoding: str) -> None:
    try:
        raw = text.encode(encoding)
    except UnicodeEncodeError:
        return
    assert decode_damaged(raw) == decode_text(raw)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("cp1256", "utf-8"), ("cp1256", "windows-1252"), ("cp1256", "iso-8859-1"), ("utf-8", "iso-8859-1"),
        ("utf-8", "windows-1256"), ("iso-8859-6", "windows-1256"), ("utf-16-le", "utf-8"), ("utf-16", "windows-1256"),
        ("cp1256", "iso-8859-6"), ("iso-8859-6", "iso-8859-8-i"), ("utf-8", "x-user-defined"),
    ],
)  # fmt: skip
def test_wrong_declarations(encoding: str, declared: str) -> None:
    assert decode_damaged(TEXT.encode(encoding), declared).text == TEXT


def test_one_damaged_byte_costs_one_character() -> None:
    raw = bytearray(TEXT.encode())
    at = len(LINE.encode()) + 11  # within a letter of the second line
    raw[at] = 0xFF
    decoded = decode_damaged(bytes(raw))
    assert decoded.encoding == "utf-8"
    assert len(decoded.damage) == 1
    assert decoded.damage[0][0] == 2
    assert [line for line in decoded.text.split("\n") if line != LINE] == [decoded.text.split("\n")[1]]
    problem = tell_damage(decoded, Path("a"))
    assert problem is not None
    assert (problem.line, problem.path) == (2, Path("a"))
    assert tell_damage(decode_damaged(TEXT.encode())) is None


def test_a_document_cut_within_a_letter() -> None:
    decoded = decode_damaged(TEXT.encode()[:-1])
    assert decoded.text == TEXT[:-1] + "\ufffd"
    assert decoded.damage == ((40, 1),)


@pytest.mark.parametrize("encoding", ["cp1256", "iso-8859-6"])
@pytest.mark.parametrize("part", ["ميناء الحريقة بعد", "وقالت في بيان، إن", "المؤسسة"])
def test_words_of_eight_bits_within_utf8(encoding: str, part: str) -> None:
    raw = f"{LINE} ".encode() + part.encode(encoding) + f" {LINE}".encode()
    decoded = decode_damaged(raw)
    assert decoded.text == f"{LINE} {part} {LINE}"
    assert decoded.damage == ()
    assert any(name.startswith("mixed-encoding:") for name, _ in decoded.repairs)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("قال ".encode() + b"\x93" + "نعم".encode() + b"\x94" + " ثم خرج".encode(), "قال “نعم” ثم خرج"),
        ("إلى المدينة ".encode() + b"\x96" + " صحيفة".encode(), "إلى المدينة – صحيفة"),
        ("Le maire a annoncé hier que ".encode() + b"la fa\xe7ade est ferm\xe9e", "Le maire a annoncé hier que la façade est fermée"),  # noqa: E501
        ("It’s ".encode() + b"the mayor\x92s caf\xe9", "It’s the mayor’s café"),
    ],
)  # fmt: skip
def test_signs_and_letters_of_eight_bits_within_utf8(raw: bytes, text: str) -> None:
    assert decode_damaged(raw).text == text


def test_a_cut_letter_is_not_taken_for_a_letter_of_eight_bits() -> None:
    raw = "الوطنية".encode()[:-1] + " للنفط والغاز في المدينة الجديدة".encode()
    assert decode_damaged(raw).text == "الوطني\ufffd للنفط والغاز في المدينة الجديدة"


def test_ruined_documents_are_refused() -> None:
    raw = bytearray(TEXT.encode())
    raw[::7] = b"\xff" * len(raw[::7])
    with pytest.raises(UnreadableError):
        decode_damaged(bytes(raw))


def test_damaged_utf16() -> None:
    decoded = decode_damaged(TEXT.encode("utf-16") + b"\x06")
    assert decoded.text == TEXT + "\ufffd"
    assert decoded.damage == ((40, 1),)
