"""What stands below a story: who reported, prepared and edited it, and of whose material it made use."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.agency_inputs import is_agency_input
from generator.ingest.dissect.arabic_credits import read_arabic_wire_credits
from generator.ingest.dissect.cues import read_cue
from generator.ingest.dissect.initials import agencies_beside_initials
from generator.model.publisher import Label
from generator.text.arabic import is_arabic
from tests.unit.ingest.test_glued_text import FERRY, REEF, single, take_apart


@pytest.mark.parametrize(
    ("line", "authors", "kept"),
    [
        (
            "(تغطية صحفية سامي خليل - إعداد رنا عيسى للنشرة العربية - تحرير منى حداد)",
            ("سامي خليل", "رنا عيسى"),
            ("إعداد رنا عيسى للنشرة العربية", "تحرير منى حداد"),
        ),
        (
            "(تغطية صحفية سامي خليل وهدى ناصر؛ إعداد للنشرة العربية: رنا عيسى؛ تحرير منى حداد)",
            ("سامي خليل", "هدى ناصر", "رنا عيسى"),
            ("إعداد للنشرة العربية: رنا عيسى", "تحرير منى حداد"),
        ),
        ("(شاركت في التغطية هدى ناصر من بيروت)", (), ("(شاركت في التغطية هدى ناصر من بيروت)",)),
        ("(إعداد وتحرير سامي خليل)", ("سامي خليل",), ()),
        ("تغطية سامي خليل؛ كتابة رنا عيسى؛ تحرير منى حداد", ("سامي خليل", "رنا عيسى"), ("تحرير منى حداد",)),
    ],
)
def test_who_reported_prepared_and_edited(line: str, authors: tuple[str, ...], kept: tuple[str, ...]) -> None:
    draft = single(take_apart(*FERRY, line))
    assert draft.authors == authors
    assert draft.removed == kept
    assert [block.text for block in draft.blocks] == list(FERRY[1:])


@pytest.mark.parametrize(
    "line",
    [
        "(إعداد الطعام في البيت)",
        "تحرير الأسعار - متابعة الأسواق",
        "إعداد سامي خليل",  # one label with a name: read as such
        "(تقرير عن حالة الطرق في المدينة)",
        "(شارك في التغطية أكثر من مئة صحفي)",
    ],
)
def test_prose_that_begins_like_a_credit_is_none(line: str) -> None:
    assert read_arabic_wire_credits(line) == ()


def test_an_english_editor_is_nobody_who_wrote() -> None:
    draft = single(take_apart(*REEF, "(Additional reporting by Omar Saad; Editing by Mona Haddad)"))
    assert draft.authors == ()
    assert draft.removed == ("Additional reporting by Omar Saad", "Editing by Mona Haddad")


def test_an_editor_in_arabic_may_be_who_wrote() -> None:
    assert read_arabic_wire_credits("(تحرير سامي خليل)")[0].label is Label.EDITOR
    assert single(take_apart(*FERRY, "تحرير: سامي خليل")).authors == ("سامي خليل",)


@pytest.mark.parametrize(
    "line",
    [
        "(With inputs from agencies)", "- with AFP", "— With AP", "With files from The Canadian Press",
        "With inputs from PTI and Reuters", "(with agency inputs)", "Staff and agencies", "(مع وكالات)", "مع أ ف ب",
        "بالتعاون مع وكالات", "وكالات بتصرف", "With reporting by Omar Saad",
    ],
)  # fmt: skip
def test_whose_material_was_used(line: str) -> None:
    assert is_agency_input(line)
    draft = single(take_apart(*(FERRY if is_arabic(line) else REEF), line))
    assert draft.removed == (line,)
    assert draft.source is None


@pytest.mark.parametrize(
    "line",
    [
        "With friends like these", "With inputs from the sea and the sky", "مع الأسف", "مع السلامة يا بحر",
        "With AFP she spent ten years", "With files from",
    ],
)  # fmt: skip
def test_words_that_credit_nobody(line: str) -> None:
    assert not is_agency_input(line)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [("ي.أ/ ع.غ (د ب أ)", "د ب أ"), ("ع.ش/ ع.ج.م (أ ف ب، رويترز)", "أ ف ب، رويترز"), ("وام/م ع", "وام"), ("م.س", None),
     ("ي.أ/ ع.غ (بيروت)", None)],
)  # fmt: skip
def test_the_agency_beside_initials_is_the_source(line: str, agencies: str | None) -> None:
    assert agencies_beside_initials(line) == agencies
    draft = single(take_apart(*FERRY, line))
    assert (draft.source, draft.removed) == (agencies, (line,))


def test_several_agencies_and_marks_of_the_end() -> None:
    assert single(take_apart(*REEF, "AP/Reuters")).source == "AP/Reuters"
    ended = single(take_apart(*FERRY, "#انتهى"))
    assert (ended.keywords, ended.removed) == ((), ("#انتهى",))


@pytest.mark.parametrize(
    "line", ["تغطية ذات صلة", "قد يهمك أيضا قراءة:", "ننصح بقراءة", "ننصحكم بمتابعة", "أهم الأخبار", "الأخبار الرئيسية"]
)
def test_cues_of_sites(line: str) -> None:
    assert read_cue(line) is not None


@pytest.mark.parametrize("line", ["أهم الأخبار تأتي من الميناء", "ننصح بقراءة الكتاب قبل زيارة المتحف."])
def test_sentences_that_are_no_cues(line: str) -> None:
    assert read_cue(line) is None
