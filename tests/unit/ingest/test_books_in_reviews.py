"""The facts of a book that a text reviews: they are the text's own, and none of the article's."""

from __future__ import annotations

import pytest

from tests.unit.ingest.test_glued_text import bodies, take_apart

TEXT = (
    "يعود القارئ إلى هذه السيرة بعد ثلاثين عامًا من صدورها كأنه يعود إلى شارع يعرفه بيتًا بيتًا.",
    "لا يكتب صاحبها عن المدينة من الحنين، بل من الإقامة فيها، وهذا ما يميز فصولها الأولى.",
)
ENGLISH = (
    "Thirty years after it came out the memoir reads like a street whose every house the reader knows by heart.",
    "Its author does not write of the city out of longing, and that sets the first chapters apart from the others.",
)


@pytest.mark.parametrize(
    ("title", "text", "facts"),
    [
        ("سيرة تطل من شرفة بعيدة", TEXT, ("الكتاب: شارع الأميرات", "الناشر: دار المرفأ", "سنة الصدور: 1994")),
        ("سيرة تطل من شرفة بعيدة", TEXT, ("المؤلف: سامي حداد", "الناشر: دار المرفأ", "عدد الصفحات: 240")),
        ("سيرة تطل من شرفة بعيدة", TEXT, ("عدد الصفحات: 240", "الناشر: دار المرفأ")),
        ("A Memoir Seen From a Far Balcony", ENGLISH, ("Book: The Street of Lemons", "Publisher: Harbour House")),
    ],
)
def test_the_publisher_of_a_book_is_no_source(title: str, text: tuple[str, ...], facts: tuple[str, ...]) -> None:
    found = take_apart(title, *text, *facts)
    (draft,) = found.drafts
    assert draft.source is None
    assert draft.authors == ()
    assert all(fact in bodies(found)[0] for fact in facts)


def test_a_publisher_by_itself_is_the_source() -> None:
    (draft,) = take_apart("سيرة تطل من شرفة بعيدة", *TEXT, "الناشر: صحيفة المرفأ").drafts
    assert draft.source == "صحيفة المرفأ"
