"""Bylines in which only one of somebody's names is written out, as papers of the Maghreb sign; initials of desks."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = "المدية: غلق ثلاث مذابح غير مرخصة ببلدية البرواقية"
PROSE = (
    "أغلقت مصالح الرقابة بالمدية ثلاث مذابح غير مرخصة تقع بضواحي البرواقية، بعد شكاوى رفعها سكان الأحياء المجاورة.",
    "وأوضح رئيس المصلحة أن اللحوم المحجوزة تجاوزت أربعة قناطير، وأتلفت بحضور بيطري وممثل عن البلدية.",
)


def take(press: Any, *head: str) -> Any:
    press.put("a.txt", "\n".join((TITLE, *head, *PROSE)) + "\n")
    return press.one()


@pytest.mark.parametrize("name", ["نجية.ع", "ع. نجية", "ع.بوزيد", "نجية. ع"])
@pytest.mark.parametrize(
    ("day", "iso"),
    [(" 7 ماي 2022", "2022-05-07"), (" | 07-05-2022", "2022-05-07"), (" 7 كانون الثاني 2022", "2022-01-07")],
)
def test_a_name_with_an_initial_beside_the_day(press: Any, name: str, day: str, iso: str) -> None:
    article = take(press, name + day)
    assert article.date is not None
    assert (article.date.iso, article.authors) == (iso, (name,))
    assert article.description is None
    assert article.kicker is None


def test_a_known_name_beside_the_day_without_a_time(press: Any) -> None:
    article = take(press, "سلمى إدريس 7 ماي 2022")
    assert article.date is not None
    assert (article.date.iso, article.authors) == ("2022-05-07", ("سلمى إدريس",))


@pytest.mark.parametrize("name", ["نجية.ع", "ع. بوزيد"])
def test_a_name_with_an_initial_alone(press: Any, name: str) -> None:
    article = take(press, name)
    assert (article.authors, article.kicker) == ((name,), None)
    assert any(rule.startswith("authors | doubtful") for rule in article.provenance.rules)


def test_initials_of_a_desk_are_no_kicker(press: Any) -> None:
    article = take(press, "ق.م")
    assert (article.authors, article.kicker) == ((), None)
    assert "ق.م" in article.provenance.removed


@pytest.mark.parametrize("line", ["معرض الكتاب 7 ماي 2022", "انتخابات 7 ماي 2022", "مولود في 7 ماي 2022"])
def test_an_event_and_its_day_are_nobody_and_no_date(press: Any, line: str) -> None:
    article = take(press, line)
    assert article.authors == ()
    assert article.date is None
