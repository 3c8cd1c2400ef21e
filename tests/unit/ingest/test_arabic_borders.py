"""Arabic articles glued into one text: told apart by what they say, their heads and layout; whose the facts between two
of them are; and single articles that look like several."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.ingest.dissect import Dissection, Known, Reading, dissect
from generator.ingest.dissect.border_odds import border_odds, features_of
from generator.ingest.dissect.lines import Line

READING = Reading(date(2026, 11, 1))
DAM = (
    "انهيار سد ترابي صغير في وادي رماع بعد ليلة من السيول",
    "انهار سد ترابي صغير في وادي رماع فجر أمس بعد سيول استمرت ليلة كاملة، وغمرت المياه حقول الموز في أسفل الوادي.",
    "وقال مزارعون إن السيول جرفت مضخات السد وثلاثة جسور من الحجر بناها آباؤهم.",
    "وطالبت جمعية مستخدمي الوادي ببناء سد من الخرسانة قبل موسم السيول المقبل.",
)
CHESS = (
    "لاعبة من سوسة تحرز بطولة أفريقيا للشطرنج للناشئات",
    "أحرزت لاعبة في الخامسة عشرة من سوسة بطولة أفريقيا للشطرنج للناشئات من دون أن تخسر جولة واحدة.",
    "وتعلمت البطلة الشطرنج من جدها الذي كان يلعب مع بحارة الميناء كل مساء.",
    "وتسافر اللاعبة في الصيف إلى بطولة العالم التي تقام في الهند.",
)
COLUMN = (
    "مفاتيح جدتي",
    "تركت لي جدتي علبة فيها أحد عشر مفتاحاً لا أعرف باباً واحداً من أبوابها، وأوصتني ألا أرميها.",
    "كل مفتاح كان بيتاً، وكل بيت كان حياً، والأحياء صارت اليوم طريقاً عريضاً تمر عليه الشاحنات.",
    "أحملها في جيبي حين أسافر فتوقفني آلات المطارات، وأقول للشرطي: هذه بيوت.",
)
MARKET = (
    "تجار حلب يعيدون فتح سوق الحبال",
    "أعاد ثمانية من تجار حلب فتح محالهم في سوق الحبال القديم بعد ترميم السقف والأبواب الخشبية.",
    "وتعهد المجلس بإيصال الكهرباء إلى بقية محال السوق قبل نهاية العام.",
    "ويأمل التجار أن يعود الزبائن من الريف كما كانوا قبل الحرب.",
)


def take_apart(*texts: str, known: Known | None = None) -> Dissection:
    return dissect(lines_of(*texts), READING, known or Known())


def lines_of(*texts: str) -> list[Line]:
    """Lines of a pasted text; an empty text is a blank line."""
    return [
        replace(Line.of(text, number), after_blank=number > 1 and not texts[number - 2])
        for number, text in enumerate(texts, start=1)
        if text
    ]


def titles(found: Dissection) -> list[str]:
    return [draft.title for draft in found.drafts]


def days(found: Dissection) -> list[str | None]:
    return [draft.date.iso if draft.date else None for draft in found.drafts]


def test_nothing_but_another_topic_parts_articles() -> None:
    found = take_apart(*DAM, *CHESS, *MARKET)
    assert titles(found) == [DAM[0], CHESS[0], MARKET[0]]
    assert [block.text for block in found.drafts[1].blocks] == [*CHESS[1:]]


def test_a_rule_parts_texts_whose_paragraphs_have_gaps() -> None:
    found = take_apart(
        DAM[0], DAM[1], "", DAM[2], "", DAM[3], "*****", COLUMN[0], COLUMN[1], "", COLUMN[2], "", COLUMN[3]
    )
    assert titles(found) == [DAM[0], COLUMN[0]]


def test_a_question_with_a_head_like_that_of_others_is_a_title() -> None:
    question = ("من يملك البحر؟", "بقلم: ريم حيدر", "السبت 4 أيار 2019", *COLUMN[1:])
    found = take_apart(DAM[0], "بقلم: منى الزهراني", "الجمعة 3 أيار 2019", *DAM[1:], *question)
    assert titles(found) == [DAM[0], "من يملك البحر؟"]
    assert days(found) == ["2019-05-03", "2019-05-04"]


def test_a_short_title_set_off_as_the_others_are_is_one() -> None:
    found = take_apart(*DAM, "", "", *CHESS, "", "", *COLUMN, "", "", *MARKET)
    assert titles(found) == [DAM[0], CHESS[0], COLUMN[0], MARKET[0]]


@pytest.mark.parametrize("gap", [(), ("",)])
def test_subheads_of_one_article_are_no_titles(gap: tuple[str, ...]) -> None:
    heads = ("مضخات تحت الطين", "ثلاثة جسور من الحجر", "مطالب قبل موسم السيول")
    article = [DAM[0], *gap, DAM[1], *gap]
    for head, text in zip(heads, (*DAM[2:], "وتقول الوزارة إن دراسات السد الجديد تنتهي في الخريف."), strict=True):
        article += [head, *gap, text, *gap]
    found = take_apart(*article)
    assert titles(found) == [DAM[0]]


def test_a_subhead_beside_wide_gaps_of_several_articles_is_no_title() -> None:
    found = take_apart(DAM[0], "", DAM[1], "", "مضخات وجسور", "", DAM[2], "", DAM[3], "", "", CHESS[0], "", *CHESS[1:])
    assert titles(found) == [DAM[0], CHESS[0]]


def test_a_day_below_a_rule_and_above_a_title_is_that_article_s() -> None:
    found = take_apart(*DAM, "=====", "القبس - 5 مايو 2015", *CHESS, known=Known(outlets=frozenset({"القبس"})))
    assert days(found) == [None, "2015-05-05"]
    assert [draft.source for draft in found.drafts] == [None, "القبس"]


def test_who_wrote_the_one_and_the_day_of_the_next_stand_between() -> None:
    first = ("4 مايو 2015", *DAM, "كتبت: منى الزهراني")
    second = ("5 مايو 2015", *CHESS, "كتبت: ريم حيدر")
    found = take_apart(*first, *second)
    assert days(found) == ["2015-05-04", "2015-05-05"]
    assert [draft.authors for draft in found.drafts] == [("منى الزهراني",), ("ريم حيدر",)]


def test_facts_right_below_the_end_of_a_text_are_not_the_next_one_s() -> None:
    found = take_apart(
        *DAM, "...المزيد", "(الرياض، الاثنين 15 يونيو 2015)", "", "", *CHESS, "(الجزيرة، الأربعاء 7 أكتوبر 2015)"
    )
    assert titles(found) == [DAM[0], CHESS[0]]
    assert days(found) == ["2015-06-15", "2015-10-07"]


def test_an_article_behind_a_cue_is_told_by_its_head() -> None:
    head = ("بقلم: سامي هلال", "7 أكتوبر 2015")
    found = take_apart(DAM[0], "بقلم: ريم حيدر", "5 أكتوبر 2015", *DAM[1:], "اقرأ أيضا", COLUMN[0], *head, *COLUMN[1:])
    assert titles(found) == [DAM[0], COLUMN[0]]
    assert days(found) == ["2015-10-05", "2015-10-07"]


@pytest.mark.parametrize(
    "front", [("التقرير الصحفي اليومي", "إعداد: وحدة الرصد"), ("نشرة المساء", "صباح الخير، إليكم أبرز ما جاء")]
)
def test_what_names_the_whole_is_no_article_s(front: tuple[str, ...]) -> None:
    found = take_apart(*front, "", *DAM, "", *CHESS, "", *MARKET)
    assert titles(found) == [DAM[0], CHESS[0], MARKET[0]]
    assert found.drafts[0].authors == ()
    assert found.drafts[0].removed[: len(front)] == front


def test_a_digest_counts_its_articles_below_its_name() -> None:
    link = "اقرأ المزيد: https://example.com/more"
    found = take_apart(
        "نشرة المساء", "", f"1. {DAM[0]}", *DAM[1:], link, "", f"2. {COLUMN[0]}", *COLUMN[1:], link, "",
        f"3. {CHESS[0]}", *CHESS[1:], link,
    )  # fmt: skip
    assert titles(found) == [DAM[0], COLUMN[0], CHESS[0]]
    assert all(link in draft.removed for draft in found.drafts)


def test_a_title_that_its_text_tells_is_no_name_of_the_whole() -> None:
    found = take_apart(DAM[0], "", "السيول تجرف مضخات وجسوراً", *DAM[1:], "", *CHESS, "", *MARKET)
    assert found.drafts[0].title == DAM[0]


@pytest.mark.parametrize(
    ("line", "source", "day"),
    [
        ("عكاظ - 2012-03-05", "عكاظ", "2012-03-05"),
        ("سبق | 3 أوت 2015", "سبق", "2015-08-03"),
        ("(الصباح، 18/02/2016)", "الصباح", "2016-02-18"),
        ("اليوم | 5 مايو 2014", "اليوم", "2014-05-05"),
        ("اليوم، 5 مايو 2014", None, "2014-05-05"),
    ],
)
def test_an_outlet_beside_a_day_is_not_a_word_of_the_day(line: str, source: str | None, day: str) -> None:
    (draft,) = take_apart(DAM[0], line, *DAM[1:]).drafts
    assert (draft.source, draft.date.iso if draft.date else None) == (source, day)


def test_a_weak_label_before_a_known_outlet_is_a_source() -> None:
    (draft,) = take_apart(DAM[0], "الصحيفة: عكاظ", *DAM[1:]).drafts
    assert (draft.source, draft.dateline) == ("عكاظ", None)


def test_names_above_the_day_are_told_by_those_of_other_articles() -> None:
    found = take_apart(
        DAM[0], "كمال حداد", "3 مايو 2015", *DAM[1:], "", CHESS[0], "مزنة الكامل", "4 مايو 2015", *CHESS[1:], "",
        MARKET[0], "أحمد سالم", "5 مايو 2015", *MARKET[1:],
    )  # fmt: skip
    assert [draft.authors for draft in found.drafts] == [("كمال حداد",), ("مزنة الكامل",), ("أحمد سالم",)]


def test_addresses_of_authors_close_their_columns() -> None:
    other = ("رسالة إلى معلمة", "هالة حداد", *COLUMN[1:3])
    found = take_apart(
        COLUMN[0], "أحمد سالم", *COLUMN[1:3], "asalem@example.com", "", *other, "hala@example.com", "",
        "كم سعر الصمت؟", "خالد حداد", "يدفع الناس ضريبة أولى على السلعة، وثانية على جهلهم بحقوقهم.",
        "الثالثة على الصمت، وهي وحدها تُدفع طوعاً.", "khaled@example.com",
    )  # fmt: skip
    assert titles(found) == [COLUMN[0], "رسالة إلى معلمة", "كم سعر الصمت؟"]


def test_the_odds_of_a_topic_that_goes_on_are_lower_than_those_of_another() -> None:
    same = lines_of(
        *DAM, "دراسات لسد جديد من الخرسانة", "تقول الوزارة إن دراسات سد الخرسانة في الوادي تنتهي في الخريف."
    )
    other = lines_of(*DAM, *CHESS[:2])
    assert border_odds(same, 0, len(DAM), Known()) < border_odds(other, 0, len(DAM), Known())
    assert 0 <= features_of(other, 0, len(DAM), Known())["told"] <= 1


def test_flashes_of_one_paragraph_are_articles_where_others_are() -> None:
    flashes = (
        "سقوط طائرة تدريب قرب قاعدة بلبيس ونجاة الطيارين",
        "سقطت طائرة تدريب عسكرية ظهر اليوم قرب قاعدة بلبيس الجوية بعد عطل في المحرك، ونجا طياراها اللذان قفزا "
        "بالمظلات قبل ارتطامها بأرض زراعية خالية.",
        "البنك الأهلي المصري يطرح شهادة بعائد ثلاثة وعشرين في المئة",
        "طرح البنك الأهلي المصري شهادة ادخار جديدة لمدة عام بعائد سنوي قدره ثلاثة وعشرون في المئة يصرف شهرياً، "
        "وقال رئيسه إن الطرح مفتوح حتى نهاية الربع الأول.",
        "ضبط ثلاثة أطنان من السكر المهرب في ميناء سفاجا",
        "ضبطت جمارك ميناء سفاجا ثلاثة أطنان من السكر مخبأة في شاحنة كانت متجهة إلى الخارج، وتحفظت على السائق "
        "وحررت محضراً بالواقعة.",
    )
    assert titles(take_apart(*flashes)) == [*flashes[::2]]
