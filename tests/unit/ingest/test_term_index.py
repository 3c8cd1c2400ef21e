"""The words for which a form's first word is looked for are all those that may stand for it."""

from __future__ import annotations

import pytest

from generator.ingest.tagging import tag_article
from generator.ingest.term_index import build_index, variants, words_for
from generator.model.labels import Labels
from generator.model.language import Language
from generator.model.vocabulary import Concept, Taxonomy, Vocabulary

FRONTS = ("", "و", "ف", "ب", "ل", "ك", "لل", "وب", "فل", "وك", "ولل", "فلل", "ال", "وال", "بال")


@pytest.mark.parametrize("word", ["صحيفه", "الشرق", "شرق", "وفد", "لل", "بلد", "guardian", "و", "كل"])
def test_a_word_stands_among_those_for_each_of_its_variants(word: str) -> None:
    for written in (front + word for front in FRONTS):
        assert all(written in words_for(variant) for variant in variants(written))


@pytest.mark.parametrize("front", ["", "و", "ل", "وب"])
@pytest.mark.parametrize("sign", ["", "’"])
def test_an_outlets_name_says_nothing_whatever_is_written_onto_it(front: str, sign: str) -> None:
    east = Concept("place/EA", Taxonomy.PLACE, Labels("الشرق", "East"), names=((Language.AR, "شرق"),))
    index = build_index(Vocabulary({east.id: east}, {}))
    text = f"قال المتحدث{sign} {front}شرق البلاد أونلاين إن الأمر انتهى"
    assert tag_article("عنوان", [text], index) == ("place/EA",)
    assert tag_article("عنوان", [text], index, outlets=["شرق البلاد أونلاين"]) == ()
