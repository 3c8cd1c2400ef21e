"""The author's field of a source: who is named there, and what stands beside them."""

from __future__ import annotations

import pytest

from generator.ingest.author_fields import read_author_fields
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import key_of
from generator.ingest.dissect.openings import read_opening
from generator.model.source import Claim, FieldName, Record

KNOWN = Known(places=frozenset(map(key_of, ("بيروت", "عدن", "المدينة المنورة", "London", "Cairo", "Jordan"))))


WHOLE = ["the whole of it"]


def read(value: str, *, source: str | None = "الميناء") -> dict[str, list[str]]:
    """The fields that an author's field makes, and what is kept aside."""
    claims = [Claim(FieldName.AUTHOR, value, "column:author")]
    if source:
        claims.append(Claim(FieldName.SOURCE, source, "column:source"))
    record = read_author_fields(Record("1", tuple(claims), ()), KNOWN)
    found: dict[str, list[str]] = {}
    for claim in record.claims:
        if claim.value != source:
            found.setdefault(claim.name.value, []).append(claim.value)
    if record.removed:
        found["removed"] = list(record.removed)
    return found


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        ("بيروت - أحمد حداد", {"authors": ["أحمد حداد"], "dateline": ["بيروت"]}),
        ("أحمد حداد - بيروت", {"authors": ["أحمد حداد"], "dateline": ["بيروت"]}),
        ("أحمد حداد (المدينة المنورة)", {"authors": ["أحمد حداد"], "dateline": ["المدينة المنورة"]}),
        ("عدن: أحمد حداد، محمد سالم", {"authors": ["أحمد حداد", "محمد سالم"], "dateline": ["عدن"]}),
        ("بيروت: أحمد حداد ومحمد سالم", {"authors": ["أحمد حداد", "محمد سالم"], "dateline": ["بيروت"]}),
        ("أحمد حداد من عدن", {"authors": ["أحمد حداد"], "dateline": ["عدن"]}),
        ("بيروت-أحمد حداد:", {"authors": ["أحمد حداد"], "dateline": ["بيروت"]}),
        ("\u200fمحمد سالم (عدن)", {"authors": ["محمد سالم"], "dateline": ["عدن"]}),
        ("بيروت - رويترز", {"dateline": ["بيروت"], "original.publisher": ["رويترز"]}),
        ("أ. ف. ب - عدن", {"dateline": ["عدن"], "original.publisher": ["أ. ف. ب"]}),
        ("رويترز", {"original.publisher": ["رويترز"]}),
        ("بيروت: «الميناء»", {"dateline": ["بيروت"], "removed": WHOLE}),
        (
            "أحمد حداد- الوردة- عدن:",
            {"authors": ["أحمد حداد"], "dateline": ["عدن"], "removed": WHOLE},
        ),
        ("وكالات - بيروت", {"dateline": ["بيروت"], "removed": WHOLE}),
        (
            "عدن، تحقيق - محمد سالم",
            {"authors": ["محمد سالم"], "dateline": ["عدن"], "removed": WHOLE},
        ),
        ("أحمد حداد - وادي النخل", {"authors": ["أحمد حداد"], "removed": WHOLE}),
        ("خليف الزناتي - تونين", {"authors": ["خليف الزناتي"], "removed": WHOLE}),
        ("تونين - محمد سالم", {"authors": ["محمد سالم"], "removed": WHOLE}),
        (
            "محمد سالم - عدن     تصوير: أحمد حداد",
            {"authors": ["محمد سالم"], "dateline": ["عدن"], "removed": WHOLE},
        ),
        ("محـمد سالـم*", {"authors": ["محمد سالم"]}),
        ("يوليو 23, 2015, 5:59 م", {"removed": WHOLE}),
        (":", {"removed": WHOLE}),
        ("***", {"removed": WHOLE}),
        ("( / )", {"removed": WHOLE}),
        ("Jane Doe, London", {"authors": ["Jane Doe"], "dateline": ["London"]}),
        ("Jane Doe | Staff Writer", {"authors": ["Jane Doe"], "removed": WHOLE}),
        ("Jane Doe, Reuters", {"authors": ["Jane Doe"], "original.publisher": ["Reuters"]}),
    ],
)
def test_a_byline_is_taken_to_pieces(value: str, fields: dict[str, list[str]]) -> None:
    assert read(value) == {name: [value] if told is WHOLE else told for name, told in fields.items()}


@pytest.mark.parametrize(
    "value",
    [
        "ليلى خوري",
        "Jane Doe",
        "Salem, Mona",
        "Jordan, Michael",
        "Jean-Paul Sartre",
        "Mary Smith-Jones",
        "Jordan",
        "د. سلمى نصار",
        "Ministry of Food and Agriculture",
        "Food Safety and Standards Authority",
        "Barnes and Noble",
        "وليد سعد",
    ],
)
def test_names_stay_as_they_are(value: str) -> None:
    assert read(value) == {"authors": [value]}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Mary Poole and John Hale", ["Mary Poole", "John Hale"]),
        ("Mary Poole & John Hale", ["Mary Poole", "John Hale"]),
        ("ليلى حداد ومحمد سالم", ["ليلى حداد", "محمد سالم"]),
        ("ليلى حداد و محمد سالم", ["ليلى حداد", "محمد سالم"]),
    ],
)
def test_people_one_behind_the_other_are_taken_apart(value: str, names: list[str]) -> None:
    assert read(value) == {"authors": names}


@pytest.mark.parametrize("value", ["-", "|--|", " / ", "…", "12", "***"])
def test_signs_are_nobody(value: str) -> None:
    assert read(value) == {"removed": [value]}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("m.poole@quay.example", []),
        ("<m.poole@quay.example>", []),
        ("Mary Poole <m.poole@quay.example>", ["Mary Poole"]),
        ("m.poole@quay.example (Mary Poole)", ["Mary Poole"]),
    ],
)
def test_an_address_of_mail_is_kept_aside_and_never_shown_as_a_name(value: str, names: list[str]) -> None:
    assert read(value) == ({"authors": names} if names else {}) | {"removed": [value]}


@pytest.mark.parametrize("value", ["ترجمة: منى سالم", "Translated by: منى سالم"])
def test_whoever_translated_is_no_author(value: str) -> None:
    assert read(value) == {"translator": ["منى سالم"]}


def test_a_sentence_is_nobody() -> None:
    value = "يقول القارئ إن الطريق إلى المدرسة يغرق كل شتاء ولا يصلحه أحد منذ سنوات"
    assert read(value) == {"removed": [value]}


def test_an_outlet_is_the_source_where_none_is_named() -> None:
    assert read("«الميناء» - بيروت", source=None)["source"] == ["الميناء"]


@pytest.mark.parametrize(
    ("text", "people", "place", "agency"),
    [
        ("أحمد حداد- الوردة- عدن: أغلقت البلدية", ("أحمد حداد",), "عدن", None),
        ("أحمد حداد - الوردة - عدن: أغلقت البلدية", ("أحمد حداد",), "عدن", None),
        ("الوردة- بيروت: أغلقت البلدية", (), "بيروت", None),
        ("رويترز- بيروت: أغلقت البلدية", (), "بيروت", "رويترز"),
    ],
)
def test_a_text_may_open_with_a_byline(text: str, people: tuple[str, ...], place: str, agency: str | None) -> None:
    opening = read_opening(text, KNOWN)
    assert opening is not None
    assert (opening.people, opening.dateline.place, opening.dateline.agency) == (people, place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "قال المدير - أمس - في بيروت: الطريق مغلق",
        "أعلنت البلدية - في بيروت: الطريق مغلق",
        "قال - من بيروت: الطريق مغلق",
        "الوردة- تونين: أغلقت البلدية",
        "بيروت: أغلقت البلدية الطريق",
        "أغلقت البلدية الطريق",
    ],
)
def test_a_sentence_is_no_byline(text: str) -> None:
    assert read_opening(text, KNOWN) is None
