"""Lines in which a name and the day stand together, as content systems print the head of an article."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.ingest.test_forms_of_bylines import PROSE, TITLES

FORMS = [
    ("en", "By Lina Karam on March 18, 2024 08:08 pm @linakaram 76Comments", "2024-03-18", ("Lina Karam",), None),
    ("en", "By Lina Karam2024-03-18 07:05:09 UTC", "2024-03-18", ("Lina Karam",), None),
    ("en", "By LINA KARAM 3/ 5/24 07:05 PM ET", "2024-03-05", ("Lina Karam",), None),
    ("en", "By LINA KARAM & OMAR ASHOUR | 3/5/24 7:05 AM EDT", "2024-03-05", ("Lina Karam", "Omar Ashour"), None),
    ("en", "By LINA KARAM, Chief Editor | Monday March 18, 2024 @ 7:05pm EDT", "2024-03-18", ("Lina Karam",), None),
    ("en", "Lina Karam 3/18/24 7:05am Yesterday 7:05am", "2024-03-18", ("Lina Karam",), None),
    ("en", "Oti Varga, The Bay Courier 7:05 a.m. EDT March 18, 2024", "2024-03-18", ("Oti Varga",), "The Bay Courier"),
    ("en", "First Posted: 03-18-24 07:05 PM | Updated: 03-19-24 12:41 AM", "2024-03-18", (), None),
    ("ar", "سلمى إدريس 18 مارس 2024 10:15", "2024-03-18", ("سلمى إدريس",), None),
    ("ar", "سلمى إدريس، صحيفة الميناء 10:15 18 مارس 2024", "2024-03-18", ("سلمى إدريس",), "صحيفة الميناء"),
    ("ar", "بقلم سلمى إدريس في 18 مارس 2024 10:15 5 تعليقات", "2024-03-18", ("سلمى إدريس",), None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "day", "authors", "source"), FORMS, ids=[form[1] for form in FORMS])
def test_a_name_and_a_day(
    press: Any, lang: str, line: str, day: str, authors: tuple[str, ...], source: str | None
) -> None:
    press.put("a.txt", "\n\n".join((TITLES[lang], line, *PROSE[lang])) + "\n")
    article = press.one()
    assert article.date is not None
    assert article.date.iso[:10] == day
    assert article.authors == authors
    assert source is None or article.source == source
    assert article.body.startswith(PROSE[lang][0])


@pytest.mark.parametrize(
    "line",
    ["Riverside Gardens 18 March 2024", "Otto Varga 18 March 2024", "Lina Karam, 1924 to 18 March 2024 10:15 in all"],
)
def test_what_may_tell_of_something_else_names_no_writer(press: Any, line: str) -> None:
    press.put("a.txt", "\n\n".join((TITLES["en"], PROSE["en"][0], line, PROSE["en"][1])) + "\n")
    assert press.one().authors == ()
