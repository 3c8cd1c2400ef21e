"""How Arab agencies and papers set the place, the day and themselves at the head and the foot of what they send."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.boilerplate import is_initials
from generator.ingest.dissect.datelines import Dateline, read_dateline, read_dateline_alone
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.outlet_names import OUTLETS
from generator.ingest.dissect.unlabelled import read_unlabelled
from generator.model.article import Sureness
from generator.model.publisher import Label

PASTED = Known(is_pasted=True, outlets=OUTLETS)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("الكويت - 9 - 1 (كونا) -- توجهت قافلة", Dateline("الكويت", "كونا", "9-1")),
        ("القاهرة - 12 يناير - أ ش أ: افتتح الوزير", Dateline("القاهرة", "أ ش أ", "12 يناير")),
        ("الرباط – 05 أكتوبر 2021 (ومع) بلغت الصادرات", Dateline("الرباط", "ومع", "05 أكتوبر 2021")),
        ("عمان 9 كانون الثاني (بترا)-- قالت الوزارة", Dateline("عمان", "بترا", "9 كانون الثاني")),
        ("الدوحة في 9 جمادى الأولى 1440 هـ /قنا/ بحث", Dateline("الدوحة", "قنا", "9 جمادى الأولى 1440 هـ")),
        ("بغداد - 3 قتلى (حصيلة أولية) في انفجار", Dateline("بغداد")),
        ("قال الوزير - 12 عاماً - إنه لا يعود", None),
    ],
)
def test_the_day_stands_between_the_place_and_the_agency(opening: str, expected: Dateline | None) -> None:
    assert read_dateline(opening) == expected


def test_a_person_behind_an_outlet_is_no_place() -> None:
    assert read_dateline_alone("رويترز: مارتن هولدر") is None
    assert read_dateline_alone("متابعة - الراية :") is None
    assert read_dateline_alone("رويترز - لندن") == Dateline("لندن", "رويترز")


@pytest.mark.parametrize("line", ["وات / م ع", "/العمانية/ خ س", "م ح/ر ق", "وفا - ر ح"])
def test_initials_beside_an_agency_are_the_desks(line: str) -> None:
    assert is_initials(line)


@pytest.mark.parametrize("line", ["كان ا ب", "قال / هـ", "القاهرة / رويترز"])
def test_words_beside_letters_are_none(line: str) -> None:
    assert not is_initials(line)


def test_place_agency_and_person_on_one_line_are_read() -> None:
    found = read_unlabelled("بغداد – واع – نصار الحاج", PASTED)
    assert [(one.label, one.value) for one in found] == [
        (Label.DATELINE, "بغداد"),
        (Label.SOURCE, "واع"),
        (Label.AUTHOR, "نصار الحاج"),
    ]
    assert found[-1].sure is Sureness.DOUBTFUL
    assert read_unlabelled("بغداد – واع – متابعة أمنية", PASTED) == ()


def test_an_outlet_beside_what_credits_nobody_is_the_source() -> None:
    for line, outlet in (("متابعة - الراية :", "الراية"), ("الجزيرة - وكالات", "الجزيرة"), ("--(بترا)", "بترا")):
        assert [one.value for one in read_unlabelled(line, PASTED) if one.label is Label.SOURCE] == [outlet]
