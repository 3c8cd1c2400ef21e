"""Any text comes back from any Unicode encoding, Arabic prose from its 8-bit ones; any bytes are read or refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import UnreadableError
from generator.text.encoding import decode_damaged, decode_text

ROUNDS = 300

SENTENCE = (
    "أعلنت المؤسسة الوطنية للنفط استئناف التصدير من ميناء الحريقة بعد توقف دام أسبوعين وقالت في بيان إن الناقلة الأولى "
    "غادرت الميناء مساء الأحد وإن الإنتاج عاد إلى معدله كما تعمل الفرق الفنية على صيانة خط الأنابيب بين الحقل والميناء"
)
prose = st.lists(st.sampled_from(SENTENCE.split()), min_size=6, max_size=60).map(" ".join)
printable = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff"), min_size=1)


@settings(max_examples=ROUNDS, deadline=None)
@given(printable.filter(lambda text: bool(text.strip())), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")))
def test_unicode_comes_back(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)).text == text


@settings(max_examples=ROUNDS, deadline=None)
@given(
    prose,
    st.sampled_from(("utf-8", "utf-16-le", "utf-16-be", "cp1256", "iso-8859-6")),
    st.sampled_from((None, "utf-8", "iso-8859-1")),
)
def test_arabic_prose_comes_back(text: str, encoding: str, declared: str | None) -> None:
    assert decode_text(text.encode(encoding), declared).text == text


@settings(max_examples=ROUNDS, deadline=None)
@given(st.binary(max_size=400), st.sampled_from((None, "cp1256", "utf-16", "nonsense", "")))
def test_any_bytes_are_read_or_refused(raw: bytes, declared: str | None) -> None:
    try:
        decoded = decode_text(raw, declared)
    except UnreadableError as refusal:
        problem = refusal.problem
    else:
        assert decoded.text.strip()
        assert decoded == decode_text(raw, declared)
        return
    assert problem.code in {"empty", "binary-data", "unknown-encoding"}
    assert problem.cure


@settings(max_examples=ROUNDS, deadline=None)
@given(prose, st.integers(min_value=0))
def test_a_damaged_byte_is_never_passed_over(text: str, place: int) -> None:
    raw = bytearray(text.encode())
    raw[place % len(raw)] = 0xFF
    with pytest.raises(UnreadableError):
        decode_text(bytes(raw))


@settings(max_examples=ROUNDS, deadline=None)
@given(st.binary(max_size=400) | prose.map(str.encode), st.binary(max_size=6), st.integers(min_value=0, max_value=400))
def test_any_damage_is_read_or_refused(raw: bytes, damage: bytes, place: int) -> None:
    raw = raw[:place] + damage + raw[place:]
    try:
        decoded = decode_damaged(raw)
    except UnreadableError as refusal:
        assert refusal.problem.code in {"empty", "binary-data", "unknown-encoding"}  # noqa: PT017
        return
    assert decoded == decode_damaged(raw)


@settings(max_examples=ROUNDS, deadline=None)
@given(prose, st.integers(min_value=0), st.binary(min_size=1, max_size=3))
def test_damage_costs_only_what_it_touches(text: str, place: int, damage: bytes) -> None:
    raw = text.encode()
    place %= len(raw)
    try:
        read = decode_damaged(raw[:place] + damage + raw[place + len(damage) :]).text
    except UnreadableError:
        return
    before = len(raw[:place].decode("utf-8", "ignore"))
    after = len(raw[place + len(damage) :].decode("utf-8", "ignore"))
    assert read.startswith(text[:before].rsplit(" ", 1)[0])
    assert read.endswith(text[len(text) - after :].split(" ", 1)[-1] if " " in text[len(text) - after :] else "")
