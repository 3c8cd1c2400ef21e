"""Why a date is refused, told to the archive's keeper."""

from __future__ import annotations

from datetime import date

import pytest

from generator.text.dates import explain_refusal, read_date

TODAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "arabic", "reason"),
    [
        ("03/04/2025", False, "day and month can be read in either order: 2025-03-04 or 2025-04-03"),
        ("31 فبراير 2025", True, "there is no such day"),
        ("31/04/2025", False, "there is no such day"),
        ("2025-02-30", False, "there is no such day"),
        ("الاثنين 3 يونيو 2025", True, "its weekday is not that of its date"),
        ("Monday 3 June 2025", False, "its weekday is not that of its date"),
        ("2 يونيو 2025 الموافق 1 محرم 1446هـ", True, "its dates in two calendars are different days"),
        ("الأحد 15 رمضان 1442هـ الموافق 27 أبريل 2021م", True, "its weekday is not that of its date"),
        ("الأحد 15 رمضان 1442هـ الموافق 17 أبريل 2021م", True, "its dates in two calendars are different days"),
        ("2 يونيو/شباط 2025", True, "the names of its month are those of different months"),
        ("3 May", False, "it gives no year"),
        ("2-5 June 2025", False, "it names several days"),
        ("5 يونيو 2025 - 7 يونيو 2025", True, "it names several days"),
        ("منذ 3 ساعات", True, "it only says how long ago, or which day of the week"),
        ("Updated: 3 May 2024", False, "it is the time of an update, not of publication"),
        ("1446/05/03", True, "it does not say in which calendar it is"),
        ("3 May 2999", False, "it lies in the future, or too far back"),
        ("someday", False, "it is no full date"),
        ("", False, "it is no full date"),
    ],
)
def test_the_reason_is_told(text: str, arabic: bool, reason: str) -> None:
    assert read_date(text, today=TODAY, arabic=arabic) is None
    assert explain_refusal(text, arabic=arabic) == reason


def test_the_order_that_a_source_is_known_for_is_no_riddle() -> None:
    assert "either order" not in explain_refusal("03/04/2025", day_first=True)
