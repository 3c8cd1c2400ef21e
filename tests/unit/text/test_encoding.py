"""Documents in every encoding that news came in, and documents that are no text."""

from __future__ import annotations

import codecs

import pytest

from generator.errors import UnreadableError
from generator.text.encoding import decode_text

ARABIC = (
    "أعلنت المؤسسة الوطنية للنفط استئناف التصدير من ميناء الحريقة بعد توقف دام أسبوعين.\n"
    "وقالت المؤسسة في بيان إن الناقلة الأولى غادرت الميناء مساء الأحد، وإن الإنتاج عاد إلى معدله."
)
ENGLISH = "The port of Hariga resumed exports on Sunday, after “two weeks” of repairs – the first tanker has left."
FRENCH = (
    "Le port de Hariga a repris les exportations dimanche, après deux semaines d’arrêt ; "
    "la première cargaison a quitté le quai."
)


@pytest.mark.parametrize("text", [ARABIC, ENGLISH, FRENCH, "ascii only", "😀 emoji"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    if encoding in {"utf-16-le", "utf-16-be"} and not any("a" <= c <= "z" or "\u0600" <= c <= "\u06ff" for c in text):
        raw = codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    assert decode_text(raw).text == text


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (ARABIC, "cp1256", "windows-1256"),
        ("مساعٍ جديدة لتطويق الأزمة", "cp1256", "windows-1256"),
        (ARABIC, "iso-8859-6", "iso-8859-6"),
        (ENGLISH, "cp1252", "windows-1252"),
        (FRENCH, "cp1252", "windows-1252"),
    ],
)
def test_eight_bit_encodings_are_told_by_their_text(text: str, encoding: str, name: str) -> None:
    decoded = decode_text(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, name)
    assert decoded.repairs == ((f"encoding:{name}", 1),)


def test_utf8_is_no_repair() -> None:
    assert decode_text(ARABIC.encode()).repairs == ()
    assert decode_text(ARABIC.encode()).encoding == "utf-8"


@pytest.mark.parametrize(
    "declared", ["windows-1256", "CP1256", " 'cp1256' ", "iso-8859-1", "utf-8", "nonsense", "hex", None]
)
def test_a_declaration_counts_only_where_its_text_is_plausible(declared: str | None) -> None:
    assert decode_text(ARABIC.encode("cp1256"), declared).text == ARABIC


def test_utf8_beats_a_wrong_declaration() -> None:
    assert decode_text(ARABIC.encode(), "windows-1256").text == ARABIC


def test_characters_written_as_two_surrogates_in_utf8() -> None:
    raw = "خبر ".encode() + "\ud83d\ude00".encode("utf-8", "surrogatepass")
    assert decode_text(raw).text == "خبر 😀"


def test_a_few_stray_control_characters_are_no_binary_data() -> None:
    text = "A line of text that is long enough\x00, with a bell\x07 in it."
    assert decode_text(text.encode()).text == text


@pytest.mark.parametrize(
    "raw", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \n", "\u00a0\n".encode()]
)
def test_an_empty_document(raw: bytes) -> None:
    assert refusal(raw)[0] == "empty"


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"{\\rtf1\\ansi text}",
        bytes(range(256)) * 8,
        bytes((index * 7919 + 13) % 256 for index in range(5000)),
        b"\x00" * 100 + b"x",
        b"\x7fELF\x02\x01\x01" + b"\x00" * 9,
    ],
)
def test_binary_data(raw: bytes) -> None:
    assert refusal(raw)[0] == "binary-data"


@pytest.mark.parametrize(
    "text", ["ID3 tags are read by players", "RIFF is a format of files", "PK is short for Pakistan"]
)
def test_prose_that_begins_like_a_binary_format(text: str) -> None:
    assert decode_text(text.encode()).text == text


def test_bytes_that_are_text_in_no_known_encoding() -> None:
    russian = "Президент прибыл в Каир с официальным визитом и встретился с министром"
    code, _, cure = refusal(russian.encode("koi8-r"))
    assert code == "unknown-encoding"
    assert "UTF-8" in cure


def test_damaged_utf8_is_refused_with_its_line() -> None:
    raw = ARABIC.encode().replace(b"\n", b"\n\xff", 1)
    code, found, _ = refusal(raw)
    assert code == "unknown-encoding"
    assert found == "ff on line 2"


def test_a_document_cut_within_a_letter_is_refused() -> None:
    assert refusal(ARABIC.encode()[:-2])[0] == "unknown-encoding"


def refusal(raw: bytes) -> tuple[str, str, str]:
    """The code, what was found and the cure of the refusal of `raw`."""
    with pytest.raises(UnreadableError) as caught:
        decode_text(raw)
    problem = caught.value.problem
    assert problem.what
    assert problem.expected
    return problem.code, problem.found, problem.cure
