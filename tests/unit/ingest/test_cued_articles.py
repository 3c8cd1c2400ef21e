"""What stands behind cues in a pasted text: a further article, a list of headlines, or the running article going on."""

from __future__ import annotations

import pytest

from generator.ingest.dissect.cues import leads_over
from tests.unit.ingest.test_arabic_borders import CHESS, DAM, MARKET
from tests.unit.ingest.test_glued_text import bodies, take_apart, titles

FERRY = (
    "Night ferry to the outer isles is cut to two days a week",
    "The night ferry to the outer isles will sail on two days a week from January, its operator said on Tuesday.",
    "Islanders met in the hall at Skerry on Wednesday and asked the ministry in Oban to pay for a third crossing.",
    "The operator has lost 2 million a year on the night ferry since the fishermen bought a boat of their own.",
)
BEES = (
    "Beekeepers count their losses after a cold spring",
    "Beekeepers in the Vale of Arden have lost four in ten of their hives after the coldest spring for thirty years.",
    "Hives were found empty in March, said Rose Tilney, who keeps bees at Marlow and counts losses for the union.",
    "Honey will cost more this summer, she said.",
)


@pytest.mark.parametrize("over", ["في سياق متصل", "وفي سياق متصل:", "في أخبار أخرى", "** في سياق آخر"])
def test_arabic_words_that_lead_over_to_an_article(over: str) -> None:
    found = take_apart(*DAM, over, *CHESS)
    assert titles(found) == [DAM[0], CHESS[0]]
    assert bodies(found) == [list(DAM[1:]), list(CHESS[1:])]


@pytest.mark.parametrize(
    "over", ["In other news", "▶ In other news…", "Meanwhile, in other news", "In other headlines:"]
)
def test_english_words_that_lead_over_to_an_article(over: str) -> None:
    found = take_apart(*FERRY, over, *BEES)
    assert titles(found) == [FERRY[0], BEES[0]]
    assert bodies(found) == [list(FERRY[1:]), list(BEES[1:])]


def test_words_that_lead_over_to_prose_stay_in_it() -> None:
    (text,) = bodies(take_apart(*DAM[:3], "في سياق متصل", DAM[3]))
    assert text == [*DAM[1:3], "في سياق متصل", DAM[3]]


@pytest.mark.parametrize("text", ["في سياق متصل، قال الوزير إن السد سيبنى", "In other news conferences he said less"])
def test_prose_does_not_lead_over(text: str) -> None:
    assert not leads_over(text)


@pytest.mark.parametrize(
    "link",
    [
        "Related | {0}", "RELATED » {0}", "MORE – {0}", "Watch: {0}", "READ: {0}", "Recommended >> {0}",
        "للمزيد - {1}", "للمزيد… {1}", "👉 اقرأ أيضاً: {1}",
    ],
)  # fmt: skip
def test_links_on_one_line_in_the_middle(link: str) -> None:
    own = DAM if "{1}" in link else FERRY
    (text,) = bodies(take_apart(*own[:3], link.format(BEES[0], CHESS[0]), *own[3:]))
    assert text == list(own[1:])


@pytest.mark.parametrize(
    "text", ["More — much more — is asked of the harbour", "Watch – and you learn, said the pilot"]
)
def test_sentences_with_a_dash_are_no_links(text: str) -> None:
    (body,) = bodies(take_apart(*FERRY[:3], text, FERRY[3]))
    assert body == [*FERRY[1:3], text, FERRY[3]]


def test_headlines_about_the_same_do_not_make_an_article_of_a_text_going_on() -> None:
    others = ("Fishermen of the isles sell their boat", "Ministry has money for the night ferry, says minister")
    found = take_apart(*FERRY[:3], "Read also", *others, *FERRY[3:])
    assert titles(found) == [FERRY[0]]
    assert bodies(found) == [list(FERRY[1:])]


def test_an_item_of_a_list_with_bullets_is_no_title() -> None:
    others = ("- مزارعون: السيول جرفت مضخات السد وثلاثة جسور", "- جمعية الوادي تطالب ببناء سد من الخرسانة")
    found = take_apart(*DAM[:2], "اقرأ أيضاً", *others, *DAM[2:])
    assert bodies(found) == [list(DAM[1:])]


def test_a_short_last_line_is_no_title_of_the_article_below_it() -> None:
    last = "جداول السدود مرفقة - 2"
    found = take_apart(*DAM, last, *CHESS)
    assert titles(found) == [DAM[0], CHESS[0]]
    assert bodies(found)[0] == [*DAM[1:], last]


def test_questions_with_bullets_within_one_of_several_articles_are_no_titles() -> None:
    asked = (
        "* هل يكفي عدد المضخات الجديدة لحقول الموز في أسفل الوادي هذا العام؟",
        "- لا تكفي، لكننا سنشتري عشر مضخات أخرى قبل الصيف ونصلح ما جرفته السيول من القنوات الصغيرة.",
        "* ومن سيدفع ثمن الجسور الثلاثة التي بناها الآباء من الحجر في القرية؟",
        "- ستدفع الجمعية نصف الثمن، وقد وعدنا المحافظ بأن يدفع النصف الآخر بعد العيد مباشرة.",
    )
    found = take_apart(*CHESS, *DAM, *asked)
    assert titles(found) == [CHESS[0], DAM[0]]
    assert bodies(found)[1] == [*DAM[1:], *asked]


@pytest.mark.parametrize(
    "title", ["لاعبة سوسة بطلة أفريقيا", "بطولة الشطرنج لفتاة من سوسة", "كيف فازت لاعبة سوسة بالشطرنج؟"]
)
def test_a_short_title_without_any_sign(title: str) -> None:
    assert titles(take_apart(*DAM, title, *CHESS[1:])) == [DAM[0], title]


def test_a_line_broken_off_in_one_of_several_articles_is_no_title() -> None:
    broken = ("ويضم فريق المدينة الذي سيلعب في الصيف خمس لاعبات من سوسة ومن ثم الحارس", "القديم للنادي ومدربه.")
    found = take_apart(*CHESS[:3], *broken, CHESS[3], "اقرأ أيضاً", *DAM)
    assert titles(found) == [CHESS[0], DAM[0]]


def test_a_day_between_two_articles_of_which_none_says_its_own_is_that_of_the_text_above_it() -> None:
    rows = [row for line in (*DAM, "12 مايو 2024", *CHESS) for row in (line, "")]
    found = take_apart(*rows)
    assert [draft.date and draft.date.iso for draft in found.drafts] == ["2024-05-12", None]


def test_a_day_below_a_text_that_may_be_two_articles_is_given_to_none() -> None:
    title = "ابنة سوسة تهزم قارة كاملة"
    (draft,) = take_apart(*DAM, title, *CHESS[1:], "12 مايو 2024").drafts
    assert draft.date is None


@pytest.mark.parametrize(
    "own",
    ["جسور الوادي", "وقالت الجمعية:", "«السيول أخذت كل ما بناه آباؤنا»"],
    ids=["subhead", "line that opens a quotation", "pulled quotation"],
)
def test_a_short_line_right_above_the_text_going_on_is_its_own(own: str) -> None:
    (text,) = bodies(take_apart(*DAM[:3], "اقرأ أيضاً", CHESS[0], MARKET[0], own, DAM[3]))
    assert text == [*DAM[1:3], own, DAM[3]]


@pytest.mark.parametrize("cue", [("اقرأ أيضاً", CHESS[0]), (f"اقرأ أيضاً: {CHESS[0]}",)])
def test_the_questions_of_an_interview_going_on_are_no_headlines(cue: tuple[str, ...]) -> None:
    asked = ("* متى تبدأون بناء السد الجديد؟", "- بعد العيد.", "* ومن يدفع ثمنه؟", "- نصفه على الجمعية.")
    (text,) = bodies(take_apart(*DAM, *asked[:2], *cue, *asked[2:]))
    assert text == [*DAM[1:], *asked]


def test_a_headline_with_a_stop_is_one_of_a_list() -> None:
    found = take_apart(*FERRY, "Related stories", "The Lighthouse Keeper’s Last Lamp.", BEES[0])
    assert bodies(found) == [list(FERRY[1:])]


def test_a_subhead_of_three_words_below_a_list_begins_no_article() -> None:
    rows = ("المزارعون: لا ماء", "وقال مزارعون آخرون إن الماء لم يصل إلى حقولهم منذ جرفت السيول مضخات السد.")
    found = take_apart(*DAM[:3], "اقرأ أيضاً", CHESS[0], *rows, DAM[3])
    assert bodies(found) == [[*DAM[1:3], *rows, DAM[3]]]


def test_a_day_below_a_text_that_may_be_an_article_behind_a_cue_is_given_to_none() -> None:
    title = "What the cold has cost us all"
    (draft,) = take_apart(*FERRY, "Read also", title, *BEES[1:], "Published: 12 May 2024").drafts
    assert draft.date is None
