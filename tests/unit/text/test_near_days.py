"""The day on which a text appeared, guessed from its weekday and the day it was taken."""

from __future__ import annotations

from datetime import date

import pytest

from generator.text.dates import guess_day

WEDNESDAY = date(2015, 7, 22)


@pytest.mark.parametrize(
    ("hints", "day"),
    [
        (["اليوم الأربعاء"], date(2015, 7, 22)),
        (["اليوم (الاربعاء)"], date(2015, 7, 22)),
        (["بعد ظهر اليوم الأربعاء"], date(2015, 7, 22)),
        (["أمس الثلاثاء"], date(2015, 7, 22)),
        (["مساء أمس الاثنين"], date(2015, 7, 21)),
        (["أول من أمس (الاثنين)"], date(2015, 7, 22)),
        (["غدا الخميس"], date(2015, 7, 22)),
        (["اليوم الثلاثاء"], date(2015, 7, 21)),
        (["Wednesday", "today, Wednesday"], date(2015, 7, 22)),
        (["يوم الأحد المقبل", "أمس الثلاثاء", "اليوم الأربعاء"], date(2015, 7, 22)),
    ],
)
def test_a_weekday_that_is_told_as_today_tells_the_day(hints: list[str], day: date) -> None:
    found = guess_day(hints, WEDNESDAY)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    "hints",
    [
        [],
        ["أمس"],
        ["الأربعاء"],
        ["اليوم الجمعة"],  # taken days later, or years
        ["اليوم الأربعاء", "أمس الاثنين"],
        ["يوم الأحد المقبل"],
        ["هذا العام"],
    ],
)
def test_without_a_weekday_of_its_own_nothing_is_guessed(hints: list[str]) -> None:
    assert guess_day(hints, WEDNESDAY) is None
