"""Names of territories: complete, an editor's where CLDR explains instead of naming, and the same on every call."""

from __future__ import annotations

import pytest

from generator.text.territories import territory_names


def test_every_territory_has_both_names() -> None:
    names = territory_names()
    assert len(names) == 250
    assert list(names) == sorted(names)
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in names)
    assert all(labels.ar and labels.en and labels.ar != labels.en for labels in names.values())


def test_no_two_territories_have_one_name() -> None:
    names = territory_names()
    assert len({labels.ar for labels in names.values()}) == len(names)
    assert len({labels.en for labels in names.values()}) == len(names)


@pytest.mark.parametrize("code", ["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"])
def test_no_groupings_and_no_codes_for_tests(code: str) -> None:
    assert code not in territory_names()


@pytest.mark.parametrize(
    ("code", "arabic", "english"),
    [
        ("LY", "ليبيا", "Libya"),
        ("MM", "ميانمار", "Myanmar"),
        ("HK", "هونغ كونغ", "Hong Kong"),
        ("PS", "فلسطين", "Palestine"),
        ("TR", "تركيا", "Turkey"),
        ("CI", "ساحل العاج", "Ivory Coast"),
        ("BA", "البوسنة والهرسك", "Bosnia and Herzegovina"),
        ("XK", "كوسوفو", "Kosovo"),
    ],
)
def test_names_as_an_editor_writes_them(code: str, arabic: str, english: str) -> None:
    assert (territory_names()[code].ar, territory_names()[code].en) == (arabic, english)


def test_nothing_but_letters_and_the_marks_of_names() -> None:
    for labels in territory_names().values():
        assert not set("-&/’،") & set(labels.ar)
        assert not set("&/’") & set(labels.en)
