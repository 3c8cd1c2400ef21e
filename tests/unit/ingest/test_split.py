"""Where articles begin and end in a document, and what stands in their heads, bodies and feet."""

from __future__ import annotations

from datetime import date

import pytest

from generator.ingest.dissect import Dissection, Reading, dissect
from generator.ingest.dissect.known import Known
from generator.ingest.dissect.lines import Line, Mark
from generator.ingest.readers.text.wrapping import join_wrapped
from generator.model.source import BlockKind, Draft

READING = Reading(date(2026, 11, 1))
PARK = (
    "بلدية الميناء تفتتح حديقة عامة على الشاطئ",
    "افتتحت بلدية الميناء حديقة عامة على الشاطئ، تضم ملاعب للأطفال ومسارات للدراجات.",
    "وأضافت البلدية أن أشجار الحديقة زُرعت قبل عامين، وأن الري يجري بمياه معالجة.",
    "وتفتح الحديقة أبوابها كل يوم حتى منتصف الليل، ويمنع فيها إشعال النار.",
)
SHIP = (
    "العثور على سفينة غارقة قبالة ساحل الجزيرة",
    "عثر غواصون على سفينة غارقة قبالة ساحل الجزيرة، ويرجّحون أنها كانت تنقل الحبوب قبل ثلاثة قرون.",
    "وقال الغواصون إن حمولة السفينة الغارقة ما زالت في جرارها، وإنهم سيعودون إليها في الصيف.",
)
WHEAT = (
    "Wheat prices fall for a third week",
    "Wheat prices fell for a third week on Friday, after the southern harvest turned out larger than expected.",
    "Millers said that bread would not become cheaper at once, because they had bought their wheat in the spring.",
)
TRAM = (
    "City council approves a new tram line to the northern bay",
    "The city council approved a new tram line to the northern bay on Monday by a large majority.",
    "Work on the tram line is to begin in spring and will take three years, the council said.",
)


def take_apart(*texts: str | tuple[str, Mark], known: Known | None = None) -> Dissection:
    """Dissect lines given as texts; an empty text is a blank line."""
    lines: list[Line] = []
    blank = False
    for number, each in enumerate(texts, start=1):
        text, mark = each if isinstance(each, tuple) else (each, Mark.NONE)
        if text:
            lines.append(Line(text, number, number, mark, (), blank, len(text.split())))
        blank = not text
    return dissect(lines, READING, known or Known())


def titles(found: Dissection) -> list[str]:
    """The titles found."""
    return [draft.title for draft in found.drafts]


def body(draft: Draft) -> list[str]:
    """A body's texts."""
    return [block.text for block in draft.blocks]


def test_one_article() -> None:
    found = take_apart(*PARK)
    assert titles(found) == [PARK[0]]
    assert body(found.drafts[0]) == list(PARK[1:])


@pytest.mark.parametrize("cue", ["إقرأ أيضاً:", "قد يهمك أيضاً", "مواضيع ذات صلة"])
def test_a_whole_article_behind_a_cue(cue: str) -> None:
    found = take_apart(*PARK, "المصدر: صحيفة الميناء", cue, *SHIP)
    assert titles(found) == [PARK[0], SHIP[0]]
    assert [draft.source for draft in found.drafts] == ["صحيفة الميناء", None]
    assert [draft.lines for draft in found.drafts] == [(1, 5), (7, 9)]
    assert found.separators == (cue,)
    assert found.drafts[0].removed == ()


def test_headlines_and_then_a_whole_article() -> None:
    found = take_apart(*PARK, "إقرأ أيضاً:", WHEAT[0], TRAM[0], *SHIP)
    assert titles(found) == [PARK[0], SHIP[0]]
    assert found.drafts[0].removed == ("إقرأ أيضاً:", WHEAT[0], TRAM[0])


def test_a_list_of_headlines_at_the_end() -> None:
    found = take_apart(*WHEAT, "Read also:", TRAM[0], "Rain fills the eastern reservoirs", "Source: The Bay Courier")
    assert titles(found) == [WHEAT[0]]
    assert found.drafts[0].source == "The Bay Courier"
    assert found.drafts[0].removed == ("Read also:", TRAM[0], "Rain fills the eastern reservoirs")


@pytest.mark.parametrize("end", range(2, 4))
def test_the_body_goes_on_behind_a_list_in_the_middle(end: int) -> None:
    found = take_apart(*PARK[:end], "إقرأ أيضاً", SHIP[0], "أمطار غزيرة في الشرق", *PARK[end:])
    assert titles(found) == [PARK[0]]
    assert body(found.drafts[0]) == list(PARK[1:])


def test_the_body_goes_on_behind_a_cue_with_its_headline() -> None:
    found = take_apart(*TRAM[:2], f"Read also: {WHEAT[0]}", *TRAM[2:])
    assert titles(found) == [TRAM[0]]
    assert body(found.drafts[0]) == list(TRAM[1:])
    assert found.drafts[0].removed == (f"Read also: {WHEAT[0]}",)


def test_a_whole_article_behind_a_cue_with_its_headline() -> None:
    found = take_apart(*TRAM, f"Read also: {WHEAT[0]}", *WHEAT[1:])
    assert titles(found) == [TRAM[0], WHEAT[0]]
    assert found.separators == ("Read also:",)


def test_three_glued_articles() -> None:
    found = take_apart(*PARK, "إقرأ أيضاً:", *SHIP, "اقرأ المزيد", *WHEAT)
    assert titles(found) == [PARK[0], SHIP[0], WHEAT[0]]
    assert [draft.lang.value for draft in found.drafts] == ["ar", "ar", "en"]


def test_a_further_article_with_labels_of_its_own() -> None:
    found = take_apart(*TRAM, "Tags: trams", "", WHEAT[0], "Published: 3 May 2024", *WHEAT[1:])
    assert titles(found) == [TRAM[0], WHEAT[0]]
    assert found.drafts[0].date is None
    assert found.drafts[1].date is not None


def test_a_rule_alone_does_not_split() -> None:
    found = take_apart(*TRAM[:2], "***", TRAM[2])
    assert titles(found) == [TRAM[0]]
    assert (found.separators, found.drafts[0].removed) == ((), ("***",))


def test_the_first_question_of_an_interview_is_no_standfirst() -> None:
    lines = ("* كيف بدأت فكرة الحديقة؟", f"- {PARK[1]}", "* ومتى تُفتح أبوابها؟", f"- {PARK[3]}")
    found = take_apart(PARK[0], *lines).drafts[0]
    assert found.description is None
    assert body(found) == list(lines)


def test_kicker_and_standfirst() -> None:
    found = take_apart(PARK[0], "لبنان | مشروع يعيد الشاطئ إلى أهل المدينة", *PARK[1:]).drafts[0]
    assert (found.kicker, found.description) == ("لبنان", "مشروع يعيد الشاطئ إلى أهل المدينة")
    found = take_apart(PARK[0], "مشروع يعيد الشاطئ إلى أهل المدينة", *PARK[1:]).drafts[0]
    assert (found.kicker, found.description) == (None, "مشروع يعيد الشاطئ إلى أهل المدينة")
    found = take_apart("محليات", *PARK).drafts[0]
    assert (found.kicker, found.title) == ("محليات", PARK[0])
    found = take_apart(f"ثقافي / {PARK[0]}", *PARK[1:]).drafts[0]
    assert (found.kicker, found.title) == ("ثقافي", PARK[0])
    found = take_apart(f"الوادي / {PARK[0]}", *PARK[1:]).drafts[0]
    assert (found.kicker, found.title) == (None, f"الوادي / {PARK[0]}")
    found = take_apart("Libya | Wheat prices fall for a third week", *WHEAT[1:]).drafts[0]
    assert (found.kicker, found.title) == ("Libya", WHEAT[0])


def test_labels_before_the_title() -> None:
    found = take_apart("تاريخ النشر: 3 مايو 2024", "المصدر: صحيفة الميناء", *PARK).drafts[0]
    assert found.title == PARK[0]
    assert found.source == "صحيفة الميناء"
    assert found.date is not None


def test_dates_alone_on_their_line() -> None:
    assert take_apart(TRAM[0], "Monday, 3 June 2024 - 10:30 GMT", *TRAM[1:]).drafts[0].date is not None
    assert take_apart(PARK[0], "الاثنين 3 حزيران/يونيو 2024", *PARK[1:]).drafts[0].date is not None
    assert take_apart(*PARK, "3 يونيو 2024").drafts[0].date is not None


def test_an_ambiguous_date_is_kept_as_written() -> None:
    found = take_apart(TRAM[0], "Published: 02/06/2025", *TRAM[1:]).drafts[0]
    assert (found.date, found.date_raw) == (None, "02/06/2025")


def test_two_labels_for_one_field_lose_nothing() -> None:
    found = take_apart(*TRAM, "Source: The Bay Courier", "Source: Another Paper").drafts[0]
    assert (found.source, found.removed) == ("The Bay Courier", ("Source: Another Paper",))


def test_a_kicker_marked_as_special_is_no_source() -> None:
    found = take_apart(PARK[0], "ليبيا | خاص", *PARK[1:], "المصدر: صحيفة الميناء").drafts[0]
    assert (found.kicker, found.special, found.source, found.removed) == ("ليبيا", True, "صحيفة الميناء", ())


def test_the_source_that_a_label_names_wins_over_a_special_outlet() -> None:
    found = take_apart(PARK[0], "خاص – المرصد", *PARK[1:], "المصدر: صحيفة الميناء").drafts[0]
    assert (found.special, found.source, found.removed) == (True, "صحيفة الميناء", ("خاص – المرصد",))


def test_unlabelled_bylines_and_known_outlets() -> None:
    known = Known(outlets=frozenset({"bay courier"}))
    found = take_apart(TRAM[0], "Bay Courier, English edition", "Jane Doe", *TRAM[1:], known=known).drafts[0]
    assert (found.source, found.authors) == ("Bay Courier", ("Jane Doe",))
    assert found.removed == ("Bay Courier, English edition",)


def test_headings_wrapped_in_signs() -> None:
    found = take_apart(*PARK[:2], ("مياه معالجة", Mark.BOTH), PARK[2], ("ساعات العمل", Mark.START), PARK[3]).drafts[0]
    assert [block.kind for block in found.blocks] == [
        BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH,
    ]  # fmt: skip


def test_a_list_marked_at_its_start_has_no_headings() -> None:
    items = [("حديقة للأطفال", Mark.START), ("مسار للدراجات", Mark.START), ("مقهى صغير", Mark.START)]
    found = take_apart(*PARK[:2], *items, *PARK[2:]).drafts[0]
    assert sum(block.kind is BlockKind.HEADING for block in found.blocks) == 0


def test_plain_headings_only_where_safe() -> None:
    found = take_apart(*TRAM[:2], "What it will cost", TRAM[2]).drafts[0]
    assert [block.kind.value for block in found.blocks] == ["p", "h2", "p"]
    for line in ("He said no.", "- one more thing", "«لن نعود»", "Why?"):
        found = take_apart(*TRAM[:2], line, TRAM[2]).drafts[0]
        assert [block.kind.value for block in found.blocks] == ["p", "p", "p"]
    found = take_apart(*TRAM, "The end of it").drafts[0]
    assert found.blocks[-1].kind is BlockKind.PARAGRAPH


def test_boilerplate_in_the_middle_is_removed_word_for_word() -> None:
    found = take_apart(*TRAM[:2], "Advertisement", "Share this article", TRAM[2], "All rights reserved").drafts[0]
    assert body(found) == list(TRAM[1:])
    assert found.removed == ("Advertisement", "Share this article", "All rights reserved")


def test_other_languages_are_told() -> None:
    found = take_apart(
        "Le conseil municipal adopte le plan du port",
        "Le conseil municipal a adopté mardi le plan du port, après trois années de débats entre les habitants.",
    )
    assert found.drafts == ()
    assert [part.language for part in found.foreign] == ["fr"]


def test_wrapped_lines_are_joined_only_where_the_document_is_wrapped() -> None:
    wrapped = (
        "Wheat prices fall", "", "Wheat prices fell for a third week on Friday, after the",
        "southern harvest turned out larger"
        " than traders had", "expected in the spring.", "",
        "Millers said that bread would not become cheaper at once,",
        "because they had bought all their wheat in the spring", "when it was dear.",
    )  # fmt: skip
    lines = [
        Line(text, n, n, Mark.NONE, (), n > 1 and not wrapped[n - 2], len(text.split()))
        for n, text in enumerate(wrapped, start=1)
        if text
    ]
    joined = join_wrapped(lines)
    assert [line.text.split()[0] for line in joined] == ["Wheat", "Wheat", "Millers"]
    assert joined[1].last_number == 5
    plain = [Line.of(text, n + 1) for n, text in enumerate(PARK)]
    assert join_wrapped(plain) == tuple(plain)


def test_a_notice_of_an_event_is_the_text_s_own() -> None:
    found = take_apart(*TRAM, "Date: 5 May 2030", "Place: the town hall", "Time: 8 pm").drafts[0]
    assert (found.date, found.date_raw, found.dateline) == (None, None, None)
    assert body(found)[-3:] == ["Date: 5 May 2030", "Place: the town hall", "Time: 8 pm"]


def test_labels_between_cue_and_title_are_the_further_article_s() -> None:
    found = take_apart(*TRAM, "Read also:", "Published: 9 February 2018", *WHEAT)
    assert [draft.title for draft in found.drafts] == [TRAM[0], WHEAT[0]]
    assert [draft.date.iso if draft.date else None for draft in found.drafts] == [None, "2018-02-09"]


def test_a_poll_is_removed_word_for_word() -> None:
    found = take_apart(*PARK, "استطلاع رأي: هل تزور الحديقة؟", "نعم", "لا").drafts[0]
    assert body(found) == list(PARK[1:])
    assert found.removed == ("استطلاع رأي: هل تزور الحديقة؟", "نعم", "لا")


def test_a_date_that_contradicts_itself_is_no_standfirst() -> None:
    found = take_apart(TRAM[0], "Friday, 6 May 2024", *TRAM[1:]).drafts[0]
    assert (found.date, found.date_raw, found.description) == (None, "Friday, 6 May 2024", None)


def test_a_masthead_above_the_title_is_the_source() -> None:
    found = take_apart("صحيفة الخليج الجديد", *PARK).drafts[0]
    assert (found.title, found.source) == (PARK[0], "صحيفة الخليج الجديد")


def test_one_word_in_common_makes_no_article_of_a_headline_on_the_cue_s_line() -> None:
    found = take_apart(TRAM[0], TRAM[1], "Related: Mayor counts the lamps of the tunnel", "Lamps will be changed too.")
    assert titles(found) == [TRAM[0]]
    assert body(found.drafts[0])[-1] == "Lamps will be changed too."


def test_a_kicker_between_cue_and_title_is_the_further_article_s() -> None:
    found = take_apart(*PARK, "إقرأ أيضاً:", "آثار", *SHIP)
    assert [draft.kicker for draft in found.drafts] == [None, "آثار"]
    assert titles(found) == [PARK[0], SHIP[0]]


def test_numbers_of_a_date_in_an_arabic_article_are_day_month_year() -> None:
    (draft,) = take_apart(PARK[0], "8-12-2020", *PARK[1:]).drafts
    assert draft.date is not None
    assert draft.date.iso == "2020-12-08"


@pytest.mark.parametrize("ago", ["منذ 3 ساعات", "2 hours ago"])
def test_how_long_ago_is_a_hint_and_neither_date_nor_kicker(ago: str) -> None:
    (draft,) = take_apart(PARK[0], ago, *PARK[1:]).drafts
    assert (draft.date, draft.date_raw, draft.kicker) == (None, ago, None)
    assert draft.date_hints[0] == ago


def test_a_source_named_at_second_hand_is_its_name() -> None:
    (draft,) = take_apart(*PARK, "المصدر: نقلاً عن صحيفة الضفاف").drafts
    assert draft.source == "صحيفة الضفاف"
    assert draft.removed == ("المصدر: نقلاً عن صحيفة الضفاف",)


def test_the_mark_of_a_wire_s_edition_is_no_part_of_the_title() -> None:
    (draft,) = take_apart(f"UPDATE 2-{WHEAT[0]}", *WHEAT[1:]).drafts
    assert draft.title == WHEAT[0]
    assert draft.removed == ("UPDATE 2",)
    (draft,) = take_apart("Update 2 of the wheat survey is out", *WHEAT[1:]).drafts
    assert draft.title == "Update 2 of the wheat survey is out"


def test_a_place_above_a_text_with_its_own_dateline_is_a_kicker() -> None:
    known = Known(places=frozenset({"ليبيا"}))
    first = f"ليبيا – {PARK[1]}"
    (draft,) = take_apart(PARK[0], ("ليبيا", Mark.BOTH), first, *PARK[2:], known=known).drafts
    assert (draft.kicker, draft.dateline) == ("ليبيا", "ليبيا")
    (draft,) = take_apart(PARK[0], "ليبيا", *PARK[1:], known=known).drafts
    assert (draft.kicker, draft.dateline) == (None, "ليبيا")


def test_who_and_where_on_one_line() -> None:
    known = Known(places=frozenset({"البصره", "غزه"}))
    (draft,) = take_apart(PARK[0], "أحمد سالم - أخبار الضفاف - البصرة", *PARK[1:], known=known).drafts
    assert (draft.authors, draft.dateline) == (("أحمد سالم",), "البصرة")
    assert draft.removed == ("أحمد سالم - أخبار الضفاف - البصرة",)
    (draft,) = take_apart(PARK[0], "غزة – مراسلنا", *PARK[1:], known=known).drafts
    assert (draft.authors, draft.dateline, draft.kicker) == ((), "غزة", None)


def test_an_outlet_beside_a_date() -> None:
    (draft,) = take_apart(TRAM[0], "The Bay Monitor | 13 August, 2024", *TRAM[1:]).drafts
    assert (draft.source, draft.date_raw, draft.description) == ("The Bay Monitor", "13 August, 2024", None)


def test_what_an_author_is_stands_in_no_kicker() -> None:
    (draft,) = take_apart(PARK[0], "د. سالم البحري", "كاتب وباحث", *PARK[1:]).drafts
    assert (draft.authors, draft.kicker, draft.removed) == (("د. سالم البحري",), None, ("كاتب وباحث",))


def test_hashtags_at_the_foot_are_the_source_s_own_tags() -> None:
    (draft,) = take_apart(*PARK, "#الميناء #حدائق_عامة").drafts
    assert draft.keywords == ("الميناء", "حدائق عامة")
    assert draft.removed == ()


def test_a_name_with_words_about_its_bearer_is_no_further_article() -> None:
    found = take_apart(
        *WHEAT,
        "Published May 3, 2025",
        "Jane Dover",
        "Jane Dover covers grain and the people who trade in it. She has reported from eleven lands since 2009.",
    )
    assert len(found.drafts) == 1


def test_a_short_title_below_the_same_foot_begins_a_further_article() -> None:
    found = take_apart(*WHEAT, "Published May 3, 2025", *TRAM)
    assert len(found.drafts) == 2
