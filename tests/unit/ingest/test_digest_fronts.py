"""What names a digest and its sections, above the first article and between two of them."""

from __future__ import annotations

from tests.unit.ingest.test_glued_text import COPPER, FERRY, LIBRARY, bodies, take_apart, titles


def test_name_day_and_first_section_of_a_digest_are_not_the_first_article() -> None:
    front = ("الرصد الإعلامي للوزارة", "الأحد 18/9/2016")
    sections = ("أولاً: أخبار الوزارة", "ثانياً: شكاوى")
    found = take_apart(
        *(
            *front,
            "",
            sections[0],
            "",
            *FERRY,
            "(الرأي)",
            "",
            *COPPER,
            "(الغد)",
            "",
            sections[1],
            "",
            *LIBRARY,
            "(الدستور)",
        )
    )
    assert titles(found) == [FERRY[0], COPPER[0], LIBRARY[0]]
    assert [draft.source for draft in found.drafts] == ["الرأي", "الغد", "الدستور"]
    assert [draft.date for draft in found.drafts] == [None] * 3
    assert sections[1] in found.drafts[2].removed


def test_parts_that_one_article_counts_stay_in_it() -> None:
    found = take_apart(*FERRY[:2], "", "أولاً: الأسباب", "", FERRY[2], "", "ثانياً: النتائج", "", FERRY[3])
    assert bodies(found) == [[FERRY[1], "أولاً: الأسباب", FERRY[2], "ثانياً: النتائج", FERRY[3]]]


def test_a_name_alone_below_an_article_of_several_is_no_section() -> None:
    found = take_apart(*FERRY, "", "ليلى حدّاد", "", *COPPER, "", "سامي نور", "", *LIBRARY, "", "ليلى حدّاد")
    assert not any("ليلى حدّاد" in text for text in bodies(found)[1:2])
    assert titles(found) == [FERRY[0], COPPER[0], LIBRARY[0]]


def test_a_newsletter_of_two_articles_says_itself_what_it_is() -> None:
    found = take_apart("نشرة «قراءات» - العدد 31", "أيار 2020", "", *FERRY, "", *COPPER)
    assert titles(found) == [FERRY[0], COPPER[0]]
    assert [draft.date for draft in found.drafts] == [None, None]


def test_an_unknown_name_above_the_translators_is_the_author() -> None:
    found = take_apart(FERRY[0], "أنطون ريدل", "ترجمة: رنا عيد", *FERRY[1:])
    assert (found.drafts[0].authors, found.drafts[0].translator) == (("أنطون ريدل",), "رنا عيد")
    found = take_apart(FERRY[0], "حكاية مدينة", "ترجمة: رنا عيد", *FERRY[1:])
    assert found.drafts[0].authors == ()
