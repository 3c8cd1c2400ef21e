"""Repair never loses a letter, is its own result, and leaves nothing behind that breaks files or pages."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.repair import is_destroyed, repair_inline, repair_text

ROUNDS = 300

PIECES = (
    "????", "?", "??", " ", "\n", "\r\n", "\u2028", "\ufe0f", "\u200d", "\u200c", "\u200b", "\u202e", "\u200f",
    "\u2067", "\u0640", "\u0640\u0640", "\u00a0", "\u0085", "\x00", "\ufeff", "\ufefb", "\ufe8d", "\ufdfa",
    "\ufdf2", "\ufe70", "\ufe76", "\ufc5e", "e\u0301", "\u0651\u064e", "\u064e\u0651", "😀", "👨", "👩", "🏽", "🇱🇾",
    "⚙", "❤", "©", "1\ufe0f\u20e3", "\ud83d", "\ude00", "نص", "ليبيا", "ل", "الـ", "36", "می", "شود", "گفت", "a",
    "word", "é", "ظ„", "Ø§", "áí", "’", "“", "²", "½", "①", "هـ", ".", "،",
)  # fmt: skip
damaged = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)
# Letters of the scripts we publish: text in them alone is never taken for wrongly decoded.
ALPHABET = (
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىپچژگکیabcXYZ 0123456789٠١٢.,،؛؟!?()«»\"'-–\n"
    "\u0640\u064b\u0651\u200c\u200f\u00a0\ufefb\ufe8d"
)
# A pair of `آ«` and `آ»` is a pair of garbled quotation marks: no word ends or begins so.
sound = st.text(st.sampled_from(ALPHABET)).filter(lambda text: "آ«" not in text)

# What passes the quick look, and what stands just beside it: marks in any order, tatweel, lost emoji, signs that are
# the second byte of a letter where UTF-8 was read as Windows-1256.
PLAIN_PIECES = [
    *"طظابت ،؛؟«»“”‘’–—…٣%?ـ\u064e\u0651\u0654\u200f\u00a0é",
    "????", "قال", "ظ„ظ", "ط§ظ", "Port ", "\u0651\u064e", "👍", "\t",
]  # fmt: skip


def letters(text: str) -> str:
    """The letters and digits of a text, in the form that repair gives them; tatweel is no letter."""
    forms = re.sub(
        "[\ufb50-\ufdf1\ufdf3-\ufdf9\ufdfc\ufe70-\ufefc]", lambda form: unicodedata.normalize("NFKC", form[0]), text
    )
    joined = forms.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    composed = unicodedata.normalize("NFC", joined)
    return "".join(c for c in composed if unicodedata.category(c)[0] in "LN" and c != "\u0640")


def repaired(text: str) -> str:
    return "\n".join(line.text for line in repair_text(text).lines)


@settings(max_examples=ROUNDS, deadline=None)
@given(sound)
def test_no_letter_is_lost(text: str) -> None:
    assert letters(repaired(text)) == letters(text)


@settings(max_examples=ROUNDS, deadline=None)
@given(damaged)
def test_no_letter_is_lost_from_damaged_text(text: str) -> None:
    result = repair_text(text)
    if "mojibake" not in dict(result.repairs):
        assert letters("\n".join(line.text for line in result.lines)) == letters(text)


@settings(max_examples=ROUNDS, deadline=None)
@given(damaged | sound | st.text())
def test_nothing_is_left_that_breaks_files_or_pages(text: str) -> None:
    mended = repaired(text)
    mended.encode("utf-8")
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00a0]", mended
    )
    assert unicodedata.is_normalized("NFC", mended)


@settings(max_examples=ROUNDS, deadline=None)
@given(damaged | sound)
def test_what_is_mended_needs_no_mending(text: str) -> None:
    once = repaired(text)
    again = repair_text(once)
    # A line may first show what encoding it was once wrongly read in when the rest of it is mended.
    if "mojibake" not in dict(again.repairs) and not any(is_destroyed(line) for line in text.splitlines()):
        assert "\n".join(line.text for line in again.lines) == once


@settings(max_examples=ROUNDS, deadline=None)
@given(damaged | sound | st.text())
def test_lines_are_numbered_as_in_the_document(text: str) -> None:
    numbers = [line.number for line in repair_text(text).lines]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, len(re.split(r"\r\n|\r|\n", text)) + 1))


@settings(max_examples=ROUNDS, deadline=None)
@given(damaged | sound)
def test_a_field_is_one_line(text: str) -> None:
    assert repair_inline(text) == " ".join(repaired(text).split())


@given(st.lists(st.sampled_from(PLAIN_PIECES), max_size=12).map("".join))
@settings(max_examples=ROUNDS, deadline=None)
def test_the_quick_look_passes_only_lines_that_no_repair_would_change(line: str) -> None:
    quick = repair_text(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.text.repair._needs_none", lambda _line: False)
        assert repair_text(line) == quick
