"""The interface's words: sentences with values, plurals, and what is said when one is missing."""

from __future__ import annotations

import pytest

from generator.model.dates import Numerals
from generator.model.language import Language
from generator.text.words import Words

ARABIC = {
    "article": {"by": "بقلم {name}", "year": "كل ما نُشر عام {year}"},
    "articles": {
        "zero": "لا مقالات",
        "one": "مقال واحد",
        "two": "مقالان",
        "few": "{n} مقالات",
        "many": "{n} مقالًا",
        "other": "{n} مقال",
    },
}
ENGLISH = {"article": {"by": "By {name}"}, "articles": {"one": "{n} article", "other": "{n} articles"}}


def arabic(numerals: Numerals = Numerals.LATN) -> Words:
    return Words(Language.AR, ARABIC, numerals)


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالًا"),
        (99, "99 مقالًا"),
        (100, "100 مقال"),
        (103, "103 مقالات"),
        (1111, "1,111 مقالًا"),
    ],
)
def test_arabic_has_six_plurals(n: int, text: str) -> None:
    assert arabic().count("articles", n) == text


def test_english_has_two() -> None:
    words = Words(Language.EN, ENGLISH, Numerals.ARAB)
    assert [words.count("articles", n) for n in (0, 1, 2, 1200)] == [
        "0 articles",
        "1 article",
        "2 articles",
        "1,200 articles",
    ]


def test_numbers_are_in_the_digits_of_the_page() -> None:
    assert arabic(Numerals.ARAB).count("articles", 1111) == "١٬١١١ مقالًا"


def test_values_are_put_in_as_they_are() -> None:
    assert arabic().say("article.by", name="{name} <b> {0.__class__}") == "بقلم {name} <b> {0.__class__}"
    assert arabic().say("article.year", year="2025") == "كل ما نُشر عام 2025"


@pytest.mark.parametrize("key", ["article.nothing", "nothing", "article.by.deeper"])
def test_a_missing_key_is_named(key: str) -> None:
    with pytest.raises(KeyError, match=key):
        arabic().say(key)


def test_a_group_is_no_sentence() -> None:
    with pytest.raises(KeyError, match="article is no sentence"):
        arabic().say("article")


def test_a_missing_value_is_named_with_its_key() -> None:
    with pytest.raises(KeyError, match=r"article\.by needs a value for name"):
        arabic().say("article.by")


def test_a_missing_plural_is_named() -> None:
    words = Words(Language.AR, {"articles": {"one": "مقال", "other": "{n} مقال"}}, Numerals.LATN)
    with pytest.raises(KeyError, match=r"articles\.two"):
        words.count("articles", 2)


def test_keys_are_the_paths_of_all_sentences() -> None:
    assert Words(Language.EN, ENGLISH, Numerals.LATN).keys() == ("article.by", "articles.one", "articles.other")
