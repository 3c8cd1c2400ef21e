"""Texts that are worded as dates, whether they can be read or not."""

from __future__ import annotations

import pytest

from generator.text.dates import is_worded_as_date


@pytest.mark.parametrize(
    "text",
    [
        "02/06/2025",
        "الثلاثاء 15 شعبان 1445 هـ - 25 شباط (فبراير) 2024 م",
        "Friday, 6 May 2024",
        "3 مايو 2022 10:15",
        "3/18/24 7:05 am",
    ],
)
def test_dates(text: str) -> None:
    assert is_worded_as_date(text)


@pytest.mark.parametrize("text", ["2 - 1", "المباراة 3 مايو", "since 3 May 2020", "الحلقة 3", "2019", "3/18/24"])
def test_no_dates(text: str) -> None:
    assert not is_worded_as_date(text)
