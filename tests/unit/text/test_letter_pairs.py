"""Which of two Arabic readings of a garbled word is the likelier, by its letters; and the words that this mends."""

from __future__ import annotations

import ftfy.bad_codecs  # noqa: F401  registers the sloppy encodings
import pytest

from generator.text.letter_pairs import unlikelihood
from generator.text.repair import repair_inline

WESTERN = "sloppy-windows-1252"
SENTENCE = "قالت الهيئة العامة إن {} في تقرير صدر أمس"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("معلنة", "هعلوة"), ("بريطانيا", "برٍظالٍا"), ("المدينة", "اهكدٍوة"), ("مركز", "هركز"), ("علينا", "عهٍوا")],
)
def test_words_are_likelier_than_what_they_are_read_as(right: str, wrong: str) -> None:
    assert unlikelihood(right) < unlikelihood(wrong)


@pytest.mark.parametrize("encoding", ["cp1256", "iso-8859-6"])
@pytest.mark.parametrize("word", ["معلنة", "بريطانيا", "وخدمات", "علينا", "المدينة", "مدير", "الحكومة", "وقالت"])
def test_a_garbled_word_in_a_right_sentence_is_mended(word: str, encoding: str) -> None:
    garbled = word.encode(encoding).decode(WESTERN)
    assert garbled != word
    assert repair_inline(SENTENCE.format(garbled)) == SENTENCE.format(word)


@pytest.mark.parametrize(("one", "other"), [("أو", "أن")])
def test_two_words_that_are_as_right_as_each_other_stay_garbled(one: str, other: str) -> None:
    garbled = one.encode("cp1256").decode(WESTERN)
    assert garbled.encode(WESTERN).decode("iso-8859-6") == other
    assert repair_inline(SENTENCE.format(garbled)) == SENTENCE.format(garbled)


def test_the_commonest_word_is_mended_where_the_usual_damage_gives_it() -> None:
    assert repair_inline(SENTENCE.format("ãä")) == SENTENCE.format("من")
    assert repair_inline(SENTENCE.format("åæ")) == SENTENCE.format("åæ")


@pytest.mark.parametrize("word", ["Æ", "Åse", "été", "Zoë", "naïve", "Ærø", "São", "Óscar", "Çelik", "œuvre", "Éire"])
def test_western_words_in_an_arabic_sentence_stay(word: str) -> None:
    assert repair_inline(SENTENCE.format(word)) == SENTENCE.format(word)
