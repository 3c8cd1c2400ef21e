"""Rows of tables that hold no article: without a headline, or with what a site answered in its place."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "عمال الصوامع يعلقون إضرابهم"
TEXT = "علق عمال الصوامع إضرابهم الذي استمر تسعة أيام، بعد أن وعدت الشركة بصرف العلاوات المتأخرة قبل نهاية الشهر."


def take_in(press: Any, *rows: tuple[str, str]) -> list[str]:
    """The titles of the articles of a table, the first of which is always the same."""
    head = ("title", "text", "date")
    lines = [head, (TITLE, TEXT, "2024-03-14"), *((*row, "2024-03-15") for row in rows)]
    press.put("a.tsv", "\n".join("\t".join(line) for line in lines) + "\n")
    return [each.title for each in press.take_in()]


def test_a_row_without_a_headline_is_told_to_lack_it(press: Any) -> None:
    assert take_in(press, ("", "خبر قصير بلا عنوان عن الميناء")) == [TITLE]
    assert [each.cure for each in press.problems if each.code == "not-news"] == ["write its headline into the record"]


@pytest.mark.parametrize(
    "answer",
    [
        "Please enable JavaScript to view this page.",
        "You need to enable JavaScript to run this app.",
        "Access denied. You do not have permission to see this page on this server.",
        "يرجى تفعيل جافا سكريبت لعرض هذه الصفحة",
    ],
)
def test_a_row_with_what_a_site_shows_to_programs_is_no_article(press: Any, answer: str) -> None:
    assert take_in(press, ("Bay library opens its catalogue", answer)) == [TITLE]
    (problem,) = press.problems
    assert problem.found == f"what a site shows instead of the article: {answer[:60]}"


def test_an_article_that_begins_with_such_words_stays(press: Any) -> None:
    text = (
        "Enable cookies first, says the notice. It hangs at the door of the reading room, where the twelve machines "
        "bought last year stand in two rows below a window and nobody has ever seen a cookie."
    )
    assert len(take_in(press, ("Bay library opens its catalogue", text))) == 2
