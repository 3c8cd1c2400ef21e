"""Search analysis: what a query finds and does not find, and what the terms of a text are."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from generator.text.analysis import SAME_STEM, SINGULARS, Word, analysis_table, analyze
from generator.text.english import english_stem

OWN_TABLE = Path(__file__).with_name("search_variants.tsv")


def read_pairs(path: Path) -> list[tuple[str, str, str, str, bool]]:
    """Class, language, query, text, whether the text must be found."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [(kind, lang, query, text, match == "1") for kind, lang, query, text, match in rows]


def answers(text: str, query: str) -> bool:
    """Whether `text` answers `query`, as the client in the browser decides it."""
    have = {term for word in analyze(text) for term in word.terms}
    asked = analyze(query, query=True)
    insisted: list[bool] = []
    place = 0
    while place < len(asked):
        word = asked[place]
        parts = asked[place + 1 : place + 1 + word.parts]
        if word.parts:
            apart = [bool(have & set(part.terms)) for part in parts if not part.stop]
            insisted.append(bool(have & set(word.terms)) or (bool(apart) and all(apart)))
        elif not word.stop or all(each.stop for each in asked):
            insisted.append(bool(have & set(word.terms)))
        place += 1 + word.parts
    return bool(insisted) and all(insisted)


@pytest.mark.parametrize(("kind", "lang", "query", "text", "match"), read_pairs(OWN_TABLE))
def test_a_query_finds_what_it_means(kind: str, lang: str, query: str, text: str, match: bool) -> None:
    assert answers(text, query) == match, (kind, lang, analyze(query, query=True), analyze(text))


def test_shared_pairs(shared_cases: Path | None) -> None:
    """Further pairs, where they are there: every one must be as it says."""
    if shared_cases is None:
        return
    wrong = [pair for pair in read_pairs(shared_cases / "search_variants.tsv") if answers(pair[3], pair[2]) != pair[4]]
    assert wrong == []


def spans(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[word.start : word.end], word.terms) for word in analyze(text)]


def test_a_compound_stands_before_its_parts() -> None:
    assert analyze("a cease-fire") == [
        Word(0, 1, ("a",), stop=True),
        Word(2, 12, ("ceasefir",), parts=2),
        Word(2, 7, ("ceas",)),
        Word(8, 12, ("fire",)),
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("1,000", ["1000"]),
        ("١٬٠٠٠", ["1000"]),
        ("3.5", ["3.5"]),
        ("٣٫٥", ["3.5"]),
        ("3,5", ["3.5"]),
        ("1,234,567.8", ["1234567.8"]),
        ("2.6.2025", ["2", "6", "2025"]),
        ("10,20,30", ["10", "20", "30"]),
        ("350", ["350"]),
        ("1, 2", ["1", "2"]),
    ],
)
def test_numbers(text: str, terms: list[str]) -> None:
    assert [term for word in analyze(text) for term in word.terms] == terms


def test_both_readings_of_a_particle_stand_in_the_index() -> None:
    assert spans("كوسيط") == [("كوسيط", ("كوسيط", "وسيط"))]
    assert spans("بمكتب") == [("بمكتب", ("بمكتب", "مكتب"))]


def test_a_known_word_loses_nothing() -> None:
    assert spans("بحرية") == [("بحرية", ("بحر",))]
    assert spans("وكالة") == [("وكالة", ("وكال",))]


def test_an_alef_with_hamza_begins_no_article() -> None:
    assert spans("ألغاز") == [("ألغاز", ("الغاز",))]
    assert spans("الغاز") == [("الغاز", ("غاز",))]
    assert analyze("الغاز", query=True)[0].terms == ("غاز", "الغاز")


def test_one_word_has_one_spelling_in_the_end() -> None:
    assert [stem for stem in SAME_STEM.values() if SAME_STEM.get(stem, stem) != stem] == []
    assert [word for word in SINGULARS.values() if SINGULARS.get(word, word) != word] == []


def test_the_table_is_data() -> None:
    table = analysis_table()
    assert json.loads(json.dumps(table, ensure_ascii=False))["shortest"] == 3
    assert len(json.dumps(table, ensure_ascii=False).encode()) < 32_000


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("election elections elected electing", "elect"),
        ("negotiate negotiated negotiating negotiation negotiations negotiator", "negotiat"),
        ("protest protests protested protester protesters", "protest"),
        ("policy policies", "polici"),
        ("hope hoped hoping", "hope"),
        ("hop hopped hopping", "hop"),
        ("die died dies dying", "die"),
        ("organize organise organisation organizations organised", "organiz"),
        ("important importantly", "important"),
        ("news", "news"),
        ("yes", "yes"),
        ("be", "be"),
    ],
)
def test_english_stems(words: str, stem: str) -> None:
    assert {word: english_stem(word) for word in words.split()} == dict.fromkeys(words.split(), stem)
