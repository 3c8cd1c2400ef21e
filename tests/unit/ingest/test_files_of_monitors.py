"""Files in which somebody collects articles of several papers, each monitor in a form of their own."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_glued_pages_of_several import REEF, TOLL, VOTE
from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

REEF_TITLE, TOLL_TITLE = "Fossil reef mapped off the coast", "Bridge toll to double from Monday"
VOTE_TITLE = "Emir: assembly dissolved for a second time"
PHARMACY = (
    "مخزون اللقاحات يكفي ستة أسابيع",
    "حذرت نقيبة الصيادلة من أن مخزون اللقاحات يكفي ستة أسابيع فقط، ودعت الوزارة إلى الإسراع في صرف الاعتمادات.",
    "وقالت النقيبة إن ألفي طفل ينتظرون جرعاتهم.",
)
FUEL = (
    "تأجيل مناقصة الوقود للمرة الرابعة",
    "أعلنت وزارة الطاقة تأجيل مناقصة شراء الوقود للمرة الرابعة هذا العام، بعدما لم يتقدم إليها سوى عارض واحد.",
    "وكان من المقرر أن تغطي المناقصة حاجة المعملين حتى نهاية الصيف.",
)
CARS = (
    "توقيف عصابة لسرقة السيارات في السهل",
    "أوقفت الشرطة أفراد عصابة لسرقة السيارات في بلدة السهل، بعد كمين محكم استمر ثلاثة أيام بلياليها.",
    "واعترف الموقوفون بسرقة سبع وعشرين سيارة.",
)


@pytest.mark.parametrize("day", ["15/3/2024", "15-3-2024", "15 آذار 2024"])
def test_a_known_paper_and_the_day_above_each_headline(day: str) -> None:
    found = take_apart(
        *(f"النهار {day}", "", *PHARMACY, ""),
        *(f"الأخبار {day}", "", *FUEL, ""),
        *(f"الشرق الأوسط {day}", "", *CARS),
    )
    assert titles(found) == [PHARMACY[0], FUEL[0], CARS[0]]
    assert [draft.source for draft in found.drafts] == ["النهار", "الأخبار", "الشرق الأوسط"]
    assert {draft.date.iso for draft in found.drafts if draft.date} == {"2024-03-15"}
    assert bodies(found) == [list(each[1:]) for each in (PHARMACY, FUEL, CARS)]


def test_an_outlet_between_a_rule_and_a_title_is_no_end_of_the_text_before() -> None:
    reef = (REEF, "It lies at ninety metres, and nobody had looked for it there, the leader of the team said.")
    toll = (TOLL, "A season ticket costs forty, and the company will sell it from a kiosk at the southern end.")
    found = take_apart(
        *("Reuters", "Fossil reef mapped off the coast of Hejaz", *reef, "-----"),
        *("Quay and Harbour Letter", "Opinion: The case for a second bridge", "By Joelle Haddad", *toll),
    )
    assert bodies(found) == [list(reef), list(toll)]
    assert "Quay and Harbour Letter" in found.drafts[1].removed


def test_a_bullet_before_each_title_and_the_name_of_a_section_with_a_colon() -> None:
    found = take_apart(
        *("صحة:", f"* {PHARMACY[0]}", *PHARMACY[1:], ""),
        *(f"* {FUEL[0]}", *FUEL[1:], ""),
        *("أمن:", f"* {CARS[0]}", *CARS[1:]),
    )
    assert titles(found) == [PHARMACY[0], FUEL[0], CARS[0]]
    assert bodies(found) == [list(each[1:]) for each in (PHARMACY, FUEL, CARS)]
    assert all("أمن" not in draft.keywords for draft in found.drafts)


def test_a_word_for_the_text_below_other_labels() -> None:
    found = take_apart(
        *(f"العنوان: {PHARMACY[0]}", "المصدر: بريد الجبل", "التاريخ: 20/3/2024"),
        *(f"النص: {PHARMACY[1]}", PHARMACY[2], "***"),
        *(f"العنوان: {FUEL[0]}", "المصدر: بريد الساحل", "التاريخ: 20/3/2024", f"النص: {FUEL[1]}", FUEL[2]),
    )
    assert bodies(found) == [list(PHARMACY[1:]), list(FUEL[1:])]
    assert all("النص:" in draft.removed for draft in found.drafts)


def test_a_text_that_speaks_of_a_text_keeps_its_words() -> None:
    said = f"النص: {PHARMACY[1]}"
    assert bodies(take_apart(PHARMACY[0], said, PHARMACY[2])) == [[said, PHARMACY[2]]]


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_headlines_in_quotation_marks_below_their_papers(marks: str) -> None:
    reef, toll, vote = (f"{marks[0]}{title}{marks[1]}" for title in (REEF_TITLE, TOLL_TITLE, VOTE_TITLE))
    found = take_apart(
        *("Daily press digest, Thursday 14 March 2024", ""),
        *("The Gulf Lantern", reef, REEF, ""),
        *("Bay Observer", toll, TOLL, ""),
        *("The Nile Mirror", vote, VOTE),
    )
    assert titles(found) == [reef, toll, vote]
    assert [draft.source for draft in found.drafts] == ["The Gulf Lantern", "Bay Observer", "The Nile Mirror"]
    assert bodies(found) == [[REEF], [TOLL], [VOTE]]


def test_voices_of_people_in_one_article_are_no_headlines() -> None:
    voices = (
        *("Maria, baker", '"I have lost all that I had in one night"', TOLL, ""),
        *("Omar of the Bay Observer", '"We sleep in the lorry when it rains"', VOTE),
    )
    assert titles(take_apart(REEF_TITLE, "", *voices)) == [REEF_TITLE]
